"""What a text says beside the table that it prints: sums, widths, heads over several columns, the sheet it lies on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from gen.message import M
from gen.model.blocks import Group, Text
from gen.template import Call, NotPrintableError


def table_options(call: Call, named: Mapping[str, Any]) -> dict[str, Any]:
    """The options of `table(…)` as `TableHole` holds them; raises NotPrintableError for what cannot be read."""
    return {
        "caption": _words(call, named, "caption"),
        "total": _words(call, named, "total"),
        "capitals": _flag(call, named, "capitals"),
        "widths": _widths(call, _words(call, named, "widths")),
        "groups": _groups(call, _words(call, named, "groups")),
        "landscape": _flag(call, named, "landscape"),
    }


def _words(call: Call, named: Mapping[str, Any], name: str) -> str:
    value = named.get(name, "")
    if not isinstance(value, str):
        raise NotPrintableError(M("`{name}` is words in quotes", name=name), call.span)
    return value


def _flag(call: Call, named: Mapping[str, Any], name: str) -> bool:
    value = named.get(name, False)
    if not isinstance(value, bool):
        raise NotPrintableError(M("`{name}` is true or false", name=name), call.span)
    return value


def _widths(call: Call, text: str) -> tuple[int, ...]:
    """`1:3:2` as shares."""
    if text and not re.fullmatch(r"[1-9]\d{0,2}(?::[1-9]\d{0,2})*", text):
        raise NotPrintableError(M("widths are shares, one a column: 1:3:2"), call.span)
    return tuple(map(int, text.split(":"))) if text else ()


def _groups(call: Call, text: str) -> tuple[Group, ...]:
    """`-=1, 远程=2, 现场=3` as heads over so many columns; - leaves its columns without one."""
    groups = []
    for part in text.split(",") if text else ():
        head, _, columns = part.strip().rpartition("=")
        if not head or not re.fullmatch(r"[1-9]\d?", columns):
            raise NotPrintableError(M("groups say head and number of columns: -=1, 远程=2, 现场=3"), call.span)
        groups.append(Group((Text(head),) if head != "-" else (), int(columns)))
    return tuple(groups)

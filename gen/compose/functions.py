"""The functions of texts that need nothing of the bid: each turns its call into a hole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gen.compose.holes import NOTHING, AnnexHole, ClauseHole, FigureHole, FormHole, Pending, SheetHole
from gen.message import M
from gen.model.blocks import Blank, Value
from gen.quantity import Money
from gen.quantity.capitals import write_capitals
from gen.template import Call, NotPrintableError


def _ref(call: Call, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    return Pending(str(arguments[0]), call.span, show=named.get("show", "number"))


def _form(call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    return FormHole(str(arguments[0]), call.span)


def _figure(call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    return FigureHole(str(arguments[0]), str(arguments[1]), call.span)


def _landscape(call: Call, _arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    return SheetHole(landscape=True, span=call.span)


def _portrait(call: Call, _arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    return SheetHole(landscape=False, span=call.span)


def _capitals(call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    value = arguments[0] if len(arguments) == 1 else None
    if value is NOTHING:
        return NOTHING
    amount = value.setting.quantity if isinstance(value, Value) else None
    if not isinstance(value, Value) or not isinstance(amount, Money):
        raise NotPrintableError(M("only an amount of money is written in capitals"), call.span)
    text = write_capitals(amount.yuan)
    if text is None:
        raise NotPrintableError(M("{amount} has no form in capitals: it is too large or not in whole fen",
                                  amount=value.text), call.span)  # fmt: skip
    return replace(value, text=text)


def _clause(call: Call, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    empty = named.get("empty", "")
    if not isinstance(empty, str):
        raise NotPrintableError(M("`{name}` is words in quotes", name="empty"), call.span)
    for name in ("optional", "once"):
        if not isinstance(named.get(name, False), bool):
            raise NotPrintableError(M("`{name}` is `true` or `false`", name=name), call.span)
    optional = bool(named.get("optional", False)) or bool(empty)
    return ClauseHole(str(arguments[0]), optional, empty, bool(named.get("once", False)), call.span)


def _annex(call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    anchor, *title = map(str, arguments)
    if title == [""]:
        raise NotPrintableError(M("a heading has words"), call.span)
    return AnnexHole(anchor, "".join(title), call.span)


def _blank(call: Call, arguments: tuple[Any, ...], _named: Mapping[str, Any]) -> Any:
    width = arguments[0] if arguments else 8
    if not isinstance(width, int) or not 0 < width <= 40:
        raise NotPrintableError(M("a blank is 1 to 40 characters wide"), call.span)
    return Blank(width)


FUNCTIONS: Mapping[str, Callable[[Call, tuple[Any, ...], Mapping[str, Any]], Any]] = {
    "ref": _ref,
    "clause": _clause,
    "annex": _annex,
    "blank": _blank,
    "capitals": _capitals,
    "figure": _figure,
    "form": _form,
    "landscape": _landscape,
    "portrait": _portrait,
}
"""Functions by name; what `param`, `table` and `image` give hangs on the bid (`Surroundings`)."""

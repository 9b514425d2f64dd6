"""Turn a tree of nodes into a record, by the record's own declaration.

Comes in: a node and a dataclass whose fields are declared with `model.record.key`. Goes out: the record, and a finding
for everything that does not fit. A record is whole or it is not there: with a part left out it would say something
else, and what follows from that would be found as well. Texts stay `Scalar`s, so every value of a record still knows
where it stands.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union

from gen import yamltree
from gen.decode.length import read_length
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.record import Colour, DateText, DurationText, Length, Tree
from gen.quantity import Date, NotReadError, read
from gen.source import Span
from gen.stage_rules import s106_unknown_key, s107_missing_key, s108_wrong_type, s109_unknown_name
from gen.yamltree import Node, Scalar, Sequence

Record = TypeVar("Record")
_BAD: Any = object()
"""What a decoder gives for a node that does not fit; the finding is made already."""

Decoder = Callable[[Node, list[Finding]], Any]


def decode(cls: type[Record], node: Node) -> tuple[Record | None, tuple[Finding, ...]]:
    """Decode one record of class `cls` from a node."""
    findings: list[Finding] = []
    value = decoder(typing.cast("Hashable", cls))(node, findings)
    return (None if value is _BAD else value), tuple(findings)


def nearest(name: str, known: typing.Iterable[str]) -> list[Message]:
    """Help that offers the known name nearest to a misspelt one, or lists them where few are known."""
    names = tuple(known)
    if close := get_close_matches(name, names, 1, 0.6):
        return [M("did you mean `{name}`?", name=close[0])]
    return [M("known here: {names}", names=names)] if 0 < len(names) <= 16 else []


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: how YAML writes it, the field it fills, and how its value is decoded."""

    name: str
    field: str
    doc: str
    required: bool
    hint: Any


def keys(cls: type[Any]) -> tuple[Key, ...]:
    """The keys that a record class declares."""
    return _keys(typing.cast("Hashable", cls))


@cache
def _keys(cls: Any) -> tuple[Key, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(
        Key(f.metadata["key"] or f.name, f.name, f.metadata["doc"], _required(f), hints[f.name])
        for f in fields(cls)
        if "doc" in f.metadata
    )


@cache
def decoder(hint: Any) -> Decoder:
    """The decoder of a type hint."""
    if hint == Tree:
        return _tree
    if hint is str:
        return _text
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if is_dataclass(hint):
        return _record(typing.cast("type[Any]", hint))
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return _literal(arguments)
    if origin is tuple:
        return _list(decoder(arguments[0]))
    if origin in {Mapping, dict} or origin is typing.get_origin(Mapping[str, str]):
        return _mapping(decoder(arguments[1]))
    if origin in {Union, types.UnionType} and arguments[-1] is type(None):
        inner = arguments[:-1]
        return decoder(inner[0] if len(inner) == 1 else Union[inner])  # noqa: UP007 - built at run time
    raise TypeError(f"no decoder for {hint}")


def _required(f: Field[Any]) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


def _record(cls: type[Any]) -> Decoder:
    known = {key.name: (key, decoder(key.hint)) for key in keys(cls)}
    required = [key for key in keys(cls) if key.required]
    has_span = any(f.name == "span" for f in fields(cls))

    def decode_record(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, yamltree.Mapping):
            return _wrong(node, M("a mapping of keys is expected here"), findings)
        values: dict[str, Any] = {}
        complete = True
        meant: set[str] = set()
        for name, child in node.entries.items():
            if name not in known:
                missing = [n for n in known if n not in node.entries]
                findings.append(
                    found(
                        s106_unknown_key.RULE,
                        M("`{key}` is not known here", key=name),
                        name.span,
                        helps=nearest(name, missing),
                    )
                )
                meant.update(get_close_matches(name, missing, 1, 0.6))
                continue
            key, decode_value = known[name]
            value = decode_value(child, findings)
            if key.required and value == "":
                value = _wrong(child, M("a value is missing here"), findings)
            if value is not _BAD:
                values[key.field] = value
            else:
                complete = False
        for key in required:
            if key.name not in node.entries and key.name not in meant:
                complete = False
                first = next(iter(node.entries), None)
                findings.append(
                    found(
                        s107_missing_key.RULE,
                        M("`{key}` is missing", key=key.name),
                        Label(first.span if first is not None else node.span, M("this record needs it")),
                        helps=[M("`{key}`: {doc}", key=key.name, doc=Message(key.doc))],
                        key=(node.span.source.path, first or "", key.name),
                    )
                )
        if meant or not complete:
            return _BAD
        if has_span:
            values["span"] = node.span
        return cls(**values)

    return decode_record


def _tree(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and not node:
        return _wrong(node, M("a value is missing here"), findings)
    return node


def _text(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return _wrong(node, M("a text is expected here"), findings)
    if not node and not node.span.text:
        return _wrong(node, M("a value is missing here"), findings)
    return node


def _boolean(node: Node, findings: list[Finding]) -> Any:
    if node in ("true", "false", "是", "否"):
        return node in ("true", "是")
    return _wrong(node, M("`true` or `false` is expected here"), findings)


def _integer(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and node.isascii() and node.isdigit() and len(node) <= _DIGITS:
        return int(node)
    return _wrong(node, M("a whole number of at most {digits} digits is expected here", digits=_DIGITS), findings)


_DIGITS = 6
"""Digits that a whole number may have; no count, indent or level needs more."""


def _date(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return _wrong(node, M("a date as year-month-day: 2026-12-08"), findings)
    try:
        day = read(node, "date")
    except NotReadError as error:
        return _wrong(node, error.reason, findings)
    if not isinstance(day, Date) or day.day.isoformat() != node:  # full-width digits, spaces: they would not compare
        return _wrong(node, M("a date as year-month-day: 2026-12-08"), findings)
    return node


def _duration(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return _wrong(node, M("one value is expected here, not a list or a mapping"), findings)
    try:
        read(node, "duration")
    except NotReadError as error:
        return _wrong(node, error.reason, findings)
    return node


def _length(node: Node, findings: list[Finding]) -> Any:
    length = read_length(node) if isinstance(node, Scalar) else None
    if length is None:
        return _wrong(node, M("a length is expected here: 26mm, 1.5cm, 12pt or a type size such as 小四"), findings)
    return length


def _colour(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and re.fullmatch(r"[0-9A-Fa-f]{6}", node):
        return node
    return _wrong(node, M("a colour is expected here: six hex digits such as E7ECF2"), findings)


def _literal(choices: tuple[str, ...]) -> Decoder:
    def decode_literal(node: Node, findings: list[Finding]) -> Any:
        if isinstance(node, Scalar) and node in choices:
            return node
        if not isinstance(node, Scalar):
            return _wrong(node, M("one of {names}", names=choices), findings)
        message = M("`{name}` is not one of the words allowed here", name=node)
        findings.append(found(s109_unknown_name.RULE, message, node.span, helps=nearest(node, choices)))
        return _BAD

    return decode_literal


def _list(decode_item: Decoder) -> Decoder:
    def decode_list(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, Sequence):
            return _wrong(node, M("a list is expected here"), findings)
        items = tuple(decode_item(child, findings) for child in node.items)
        return _BAD if any(item is _BAD for item in items) else items

    return decode_list


def _mapping(decode_value: Decoder) -> Decoder:
    def decode_mapping(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, yamltree.Mapping):
            return _wrong(node, M("a mapping of keys is expected here"), findings)
        values = {name: decode_value(child, findings) for name, child in node.entries.items()}
        return _BAD if any(value is _BAD for value in values.values()) else values

    return decode_mapping


_SIMPLE: dict[Any, Decoder] = {
    bool: _boolean,
    int: _integer,
    DateText: _date,
    DurationText: _duration,
    Length: _length,
    Colour: _colour,
}


def _wrong(node: Node, expected: Message, findings: list[Finding]) -> Any:
    message = M("the value does not fit: {expected}", expected=expected)
    findings.append(found(s108_wrong_type.RULE, message, _first_line(node.span)))
    return _BAD


def _first_line(span: Span) -> Span:
    """Only the first line of a long node, so that a finding points instead of painting a page."""
    return span if span.line == span.end_line else span.source.whole_line(span.line)

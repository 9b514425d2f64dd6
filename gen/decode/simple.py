"""Decode single values: texts, words, numbers, dates, lengths, colours; what does not fit is found and is `BAD`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from gen.decode.length import read_length
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.record import Colour, DateText, DurationText, Length, Tree
from gen.quantity import Date, NotReadError, read
from gen.source import Span
from gen.stage_rules import s108_wrong_type, s109_unknown_name
from gen.yamltree import Node, Scalar

BAD: Any = object()
"""What a decoder gives for a node that does not fit; the finding is made already."""

Decoder = Callable[[Node, list[Finding]], Any]


def _tree(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and not node:
        return wrong(node, M("a value is missing here"), findings)
    return node


def _text(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return wrong(node, M("one text is expected here, not a list or a mapping"), findings)
    if not node and not node.span.text:
        return wrong(node, M("a value is missing here"), findings)
    return node


def _boolean(node: Node, findings: list[Finding]) -> Any:
    if node in ("true", "false", "是", "否"):
        return node in ("true", "是")
    return wrong(node, M("`true` or `false` is expected here"), findings)


def _integer(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and node.isascii() and node.isdigit() and len(node) <= _DIGITS:
        return int(node)
    return wrong(node, M("a whole number of at most {digits} digits is expected here", digits=_DIGITS), findings)


_DIGITS = 6
"""Digits that a whole number may have; no count, indent or level needs more."""


def _date(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return wrong(node, M("a date as year-month-day: 2026-12-08"), findings)
    try:
        day = read(node, "date")
    except NotReadError as error:
        return wrong(node, error.reason, findings)
    if not isinstance(day, Date) or day.day.isoformat() != node:  # full-width digits, spaces: they would not compare
        return wrong(node, M("a date as year-month-day: 2026-12-08"), findings)
    return node


def _duration(node: Node, findings: list[Finding]) -> Any:
    if not isinstance(node, Scalar):
        return wrong(node, M("one value is expected here, not a list or a mapping"), findings)
    try:
        read(node, "duration")
    except NotReadError as error:
        return wrong(node, error.reason, findings)
    return node


def _length(node: Node, findings: list[Finding]) -> Any:
    length = read_length(node) if isinstance(node, Scalar) else None
    if length is None:
        return wrong(node, M("a length is expected here: 26mm, 1.5cm, 12pt or a type size such as 小四"), findings)
    return length


def _colour(node: Node, findings: list[Finding]) -> Any:
    if isinstance(node, Scalar) and re.fullmatch(r"[0-9A-Fa-f]{6}", node):
        return node
    return wrong(node, M("a colour is expected here: six hex digits such as E7ECF2"), findings)


SIMPLE: dict[Any, Decoder] = {
    Tree: _tree,
    str: _text,
    bool: _boolean,
    int: _integer,
    DateText: _date,
    DurationText: _duration,
    Length: _length,
    Colour: _colour,
}
"""The decoders of single values, by the hint of their field."""


def literal(choices: tuple[str, ...]) -> Decoder:
    """The decoder of one of several words."""

    def decode_literal(node: Node, findings: list[Finding]) -> Any:
        if isinstance(node, Scalar) and node in choices:
            return node
        if not isinstance(node, Scalar):
            return wrong(node, M("one of {names}", names=choices), findings)
        message = M("`{name}` is not one of the words allowed here", name=node)
        findings.append(found(s109_unknown_name.RULE, message, node.span, helps=nearest(node, choices)))
        return BAD

    return decode_literal


def nearest(name: str, known: Iterable[str]) -> list[Message]:
    """Help that offers the known name nearest to a misspelt one, or lists them where few are known."""
    names = tuple(known)
    if close := get_close_matches(name, names, 1, 0.6):
        return [M("did you mean `{name}`?", name=close[0])]
    return [M("known here: {names}", names=names)] if 0 < len(names) <= 16 else []


def wrong(node: Node, expected: Message, findings: list[Finding]) -> Any:
    """Say what is expected in the place of a node."""
    message = M("the value does not fit: {expected}", expected=expected)
    findings.append(found(s108_wrong_type.RULE, message, _first_line(node.span)))
    return BAD


def _first_line(span: Span) -> Span:
    """Only the first line of a long node, so that a finding points instead of painting a page."""
    return span if span.line == span.end_line else span.source.whole_line(span.line)

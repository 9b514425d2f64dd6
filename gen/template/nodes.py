"""The whole language of texts: literal text, prints, conditions; and the expressions inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gen.source import Span
from gen.yamltree import Scalar


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name: `limit.S1.within`."""

    path: tuple[str, ...]
    span: Span

    def __str__(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Constant:
    """A word, number or flag written in the text itself."""

    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Call:
    """A function applied to arguments; `x | f(y)` is f(x, y)."""

    function: str
    arguments: tuple[Expression, ...]
    named: tuple[tuple[str, Expression], ...]
    span: Span

    def words(self) -> tuple[str, ...]:
        """The arguments that are constant words."""
        return tuple(a.value for a in self.arguments if isinstance(a, Constant) and isinstance(a.value, str))

    def option(self, name: str) -> str | int | bool | None:
        """The constant given under a name."""
        value = dict(self.named).get(name)
        return value.value if isinstance(value, Constant) else None


@dataclass(frozen=True, slots=True)
class Logic:
    """not / and / or / == / != over expressions."""

    operator: Literal["not", "and", "or", "==", "!="]
    operands: tuple[Expression, ...]
    span: Span


Expression = Name | Constant | Call | Logic


@dataclass(frozen=True, slots=True)
class Data:
    """Literal text and where in the template it begins."""

    text: str


@dataclass(frozen=True, slots=True)
class Print:
    """`{{ expression }}`."""

    expression: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class If:
    """`{% if condition %} … {% else %} … {% endif %}`."""

    condition: Expression
    then: tuple[Part, ...]
    otherwise: tuple[Part, ...]


Part = Data | Print | If


@dataclass(frozen=True, slots=True)
class Template:
    """A parsed text."""

    text: Scalar
    parts: tuple[Part, ...]
    skeleton: str | None = None
    """The text with a mark for each hole, in order; none where conditions decide what it says, or a hole is a word."""


OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around a hole's number; reading files refuses them, so no text can forge a hole."""


def mark(number: int) -> str:
    """The mark that stands for a hole until its value is put there."""
    return f"{OPEN}{number}{CLOSE}"


def names(template: Template) -> Iterator[Name]:
    """Every name that a template uses, in both branches of its conditions."""
    for expression in _expressions(template.parts):
        if isinstance(expression, Name):
            yield expression


def printed(template: Template) -> Iterator[Name | Call]:
    """Every name or call that a template prints as it is, given to no further function."""
    for part in _all(template.parts):
        if isinstance(part, Print) and isinstance(part.expression, (Name, Call)):
            yield part.expression


def calls(template: Template) -> Iterator[Call]:
    """Every call that a template makes."""
    for expression in _expressions(template.parts):
        if isinstance(expression, Call):
            yield expression


def _all(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, If):
            yield from _all(part.then)
            yield from _all(part.otherwise)


def _expressions(parts: tuple[Part, ...]) -> Iterator[Expression]:
    for part in parts:
        if isinstance(part, Print):
            yield from _inner(part.expression)
        elif isinstance(part, If):
            yield from _inner(part.condition)
            yield from _expressions(part.then)
            yield from _expressions(part.otherwise)


def _inner(expression: Expression) -> Iterator[Expression]:
    yield expression
    if isinstance(expression, Call):
        for argument in (*expression.arguments, *(value for _, value in expression.named)):
            yield from _inner(argument)
    elif isinstance(expression, Logic):
        for operand in expression.operands:
            yield from _inner(operand)

"""Evaluate a template over typed values.

Comes in: a template and an environment. Goes out: its text as a row of pieces, plain strings and whatever the
environment gave for the holes; nothing is turned into characters on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gen.message import Message
from gen.source import Span
from gen.template.nodes import Call, Constant, Data, Expression, If, Logic, Name, Part, Print, Template


class NotPrintableError(Exception):
    """An expression that has no value here; carries what to say and where."""

    def __init__(self, message: Message, span: Span, *helps: Message, rule: Any = None) -> None:
        super().__init__()
        self.message = message
        self.span = span
        self.helps = helps
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Environment:
    """What a text can see."""

    lookup: Callable[[Name], Any]
    """The value of a name; raises NotPrintableError."""
    functions: Mapping[str, Callable[[Call, tuple[Any, ...], Mapping[str, Any]], Any]]
    """Functions by name; each gets the call and its evaluated arguments."""
    truth: Callable[[Any, Span], bool]
    """Whether a value used as a condition holds; raises for what is no flag."""
    key: Callable[[Any], Any]
    """What `==` compares of a value."""
    asked: Callable[[Name], Any]
    """The value of a name that a condition asks about by itself; it need not have one."""


def evaluate(template: Template, environment: Environment) -> tuple[Any, ...]:
    """The pieces of a text: strings, and the values of its holes in between."""
    pieces: list[Any] = []
    _parts(template.parts, environment, pieces)
    return tuple(pieces)


def _parts(parts: tuple[Part, ...], environment: Environment, pieces: list[Any]) -> None:
    for part in parts:
        if type(part) is Data:
            pieces.append(part.text)
        elif type(part) is Print:
            pieces.append(_value(part.expression, environment))
        elif type(part) is If:
            _parts(part.then if _holds(part.condition, environment) else part.otherwise, environment, pieces)


def _value(expression: Expression, environment: Environment) -> Any:
    if type(expression) is Name:  # nine holes in ten
        return environment.lookup(expression)
    match expression:
        case Constant(value):
            return value
        case Call():
            arguments = tuple(_value(argument, environment) for argument in expression.arguments)
            named = {name: _value(value, environment) for name, value in expression.named}
            return environment.functions[expression.function](expression, arguments, named)
        case Logic():
            return _holds(expression, environment)


def _holds(expression: Expression, environment: Environment) -> bool:
    if not isinstance(expression, Logic):
        span = expression.span if isinstance(expression, (Name, Call)) else None
        value = environment.asked(expression) if isinstance(expression, Name) else _value(expression, environment)
        if isinstance(value, bool):
            return value
        return environment.truth(value, span) if span else bool(value)
    match expression.operator:
        case "not":
            return not _holds(expression.operands[0], environment)
        case "and":
            return all(_holds(operand, environment) for operand in expression.operands)
        case "or":
            return any(_holds(operand, environment) for operand in expression.operands)
        case operator:
            left, right = (environment.key(_value(operand, environment)) for operand in expression.operands)
            return bool((left == right) == (operator == "=="))

"""Edits that a rule proposes: values that pre-sales may set without asking. `examine` keeps those that mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gen.check.context import Context
from gen.check.guardrail import allowed
from gen.finding import Edit, Fix
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Choice, Duration, Quantity, Range, compare


def settings_to(context: Context, *wanted: tuple[Fact, Quantity]) -> tuple[Fix, ...]:
    """Fixes for facts that may take the value beside them, or else an end of their guardrail; the nearest first.

    Half and double of a time stand between, for what must leave room.
    """
    return tuple(fix for fact, value in wanted for fix in _settings_to(context, fact, value))


def _settings_to(context: Context, fact: Fact, value: Quantity) -> Iterator[Fix]:
    cell = context.package.cell(fact.setting.path) if fact.setting else None
    if cell is None:
        return
    param, key = cell
    guard = param.allow.get(key)
    ends = [end for span in guard.ranges for end in _nearest_first(span, value)] if guard else []
    near = [value]
    if isinstance(value, Duration):
        near += [replace(value, amount=value.amount / 2), replace(value, amount=value.amount * 2)]
    for candidate in dict.fromkeys((*(each for each in near if allowed(param, key, each)), *ends)):
        if candidate != fact.quantity:
            yield Fix(
                M("set `{path}` to {value} (inside its guardrail)", path=fact.path, value=str(candidate)),
                (Edit(fact.path, candidate.key if isinstance(candidate, Choice) else str(candidate)),),
            )


def _nearest_first(span: Range, value: Quantity) -> tuple[Quantity, Quantity]:
    """The ends of a range: the one that lies nearer to a value outside it first."""
    return (span.low, span.high) if compare(value, span.low) == -1 else (span.high, span.low)

"""Service windows as the facts state them: which of them hold for a promise, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable

from gen.check.scope import meet
from gen.facts import week_of
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary
from gen.quantity import Window
from gen.quantity.clock import ALWAYS, DAY, Week

ROUND_THE_CLOCK = Window(7, 24)

INTAKE = frozenset({"hotline", "phone", "email", "im"})
"""The channels through which a fault is reported; a window of any other says nothing about reporting."""


def windows(facts: Iterable[Fact]) -> list[Fact]:
    """The promises of a service window."""
    return [fact for fact in facts if fact.dimension == "service_window" and isinstance(fact.quantity, Window)]


def intake(facts: Iterable[Fact]) -> list[Fact]:
    """The windows in which reports are taken: of an intake channel, or of none in particular."""
    return [fact for fact in windows(facts) if fact.scope.get("channel", INTAKE) & INTAKE]


def holding(opened: Iterable[Fact], fact: Fact) -> list[Fact]:
    """Those of the windows that hold where a promise does, whatever its channel."""
    return [each for each in opened if meet(anywhere(each.scope), anywhere(fact.scope)) is not None]


def week(fact: Fact, vocabulary: Vocabulary) -> Week:
    """When the window of a fact is open."""
    window = fact.quantity if isinstance(fact.quantity, Window) else ROUND_THE_CLOCK
    return ALWAYS if window == ROUND_THE_CLOCK else week_of(window, vocabulary)


def contains(outer: Week, inner: Week) -> bool:
    """Whether one window is open whenever the other is."""
    if outer == ALWAYS:
        return True
    hours = outer.opens <= inner.opens and inner.opens + inner.minutes <= outer.opens + outer.minutes
    return outer.days >= inner.days and hours


def last_minute(opened: Week) -> int:
    """The last minute of the week before a window closes for the longest time."""
    return (opened.days - 1) * DAY + opened.opens + opened.minutes - 1


def week_of_clock(fact: Fact, vocabulary: Vocabulary) -> Week:
    """The window that the clock of a promise names."""
    window = fact.window or ROUND_THE_CLOCK
    return ALWAYS if window == ROUND_THE_CLOCK else week_of(window, vocabulary)


def anywhere(scope: Scope) -> Scope:
    """A scope without the way on which the service is had."""
    return {axis: values for axis, values in scope.items() if axis not in {"channel", "window"}}

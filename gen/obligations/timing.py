"""How a promise is kept, and what its days are found from: what the ways of finding them share."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from gen.chart.promises import short
from gen.check.scope import meet
from gen.message import Named
from gen.model.duty import Duties
from gen.model.fact import Fact
from gen.model.package import Package
from gen.model.vocabulary import Dimension
from gen.obligations.events import Calendar, event_words
from gen.obligations.record import Form, Occurrence
from gen.quantity import Choice

MOST = 2000
"""Dates that one promise may have: a thousand years of monthly visits are a slip of the pen."""


class TooManyError(Exception):
    """A promise that would have more dates than anybody can want; `fact` is the promise."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact


@dataclass(frozen=True, slots=True)
class Timing:
    """How one promise is kept."""

    form: Form
    begins: datetime.date | None = None
    ends: datetime.date | None = None
    occurrences: tuple[Occurrence, ...] = ()
    occasion: Named | None = None
    notice: bool = False
    lacks: tuple[str, ...] = ()
    """Events that have no day."""
    unsaid: tuple[Fact, str] | None = None
    """A promise whose clause says too little for its days to be told, and the key that is missing."""


@dataclass(frozen=True)
class Known:
    """What the days of a promise are found from."""

    package: Package
    facts: Sequence[Fact]
    calendar: Calendar
    duties: Duties
    until: datetime.date | None

    @cached_property
    def rolls(self) -> bool:
        """Whether a deadline whose last day is a day off ends with the next day worked: unless agreed otherwise."""
        return not any(
            fact.dimension == "last_day_roll" and isinstance(fact.quantity, Choice) and fact.quantity.key == "none"
            for fact in self.facts
        )

    def occasion(self, fact: Fact) -> Named | None:
        """What starts the time of a promise: the event of its clock, or what its kind says."""
        if fact.start:
            return event_words(fact.start, self.calendar.vocabulary)
        words = self.duties.of(fact.dimension).occasion
        return words.named if words else None


def waiting(event: str, known: Known) -> Timing:
    """That an event has no day."""
    return Timing("waiting", occasion=event_words(event, known.calendar.vocabulary), lacks=(event,) if event else ())


def kept(fact: Fact, known: Known) -> Timing:
    """What holds from one day to another; where an event of its own ends it, that is an occurrence."""
    calendar, duty = known.calendar, known.duties.of(fact.dimension)
    held, occasion = calendar.interval(fact), known.occasion(fact)
    lacks: tuple[str, ...] = () if held.begins or not held.first else (held.first,)
    end = str(fact.promise.until) or calendar.first_known(duty.ends_with)
    if end and calendar.once(end):
        day = calendar.days.get(end)
        if day:
            once = Occurrence(1, Named(f"至{event_words(end, calendar.vocabulary).zh}", "ends"), day)
            return Timing("scheduled", held.begins, day, (once,), occasion, lacks=lacks)
        lacks += (end,)
    return Timing("kept", held.begins, held.ends, occasion=occasion, lacks=lacks)


def together(first: Fact, second: Fact) -> bool:
    """Whether two promises hold for the same cases."""
    return meet(first.scope, second.scope) is not None


def numbered(number: int) -> Named:
    """What an occurrence is called that has no other name: 第3次."""
    return Named(f"第{number}次", f"no. {number}")


def each_of(kind: Dimension) -> Named:
    """Every occurrence of a kind of promise: 每次巡检."""
    return Named(f"每次{short(kind.label)}", f"each of: {kind.en}")

"""The days that a bid plans, and those on which its terms end."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from gen.check.context import Context
from gen.message import M, Message, Named
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.quantity.terms import last_day
from gen.source import Span
from gen.yamltree import place_of

OPENING = "bid_deadline"
"""Bids are opened when the time for handing them in has run out, so the bid's `submission` is its day."""


@dataclass(frozen=True, slots=True)
class Day:
    """The day of an event, and where it is written."""

    event: str
    day: datetime.date
    span: Span
    counted: bool = False
    """Whether a term that runs from it counts this day."""


def planned(context: Context) -> dict[str, Day]:
    """The events whose day the bid gives, or one of its clauses."""
    bid, vocabulary = context.package.bid, context.package.library.vocabulary
    written = {OPENING: bid.project.submission, **bid.dates}
    return {
        str(event): Day(str(event), datetime.date.fromisoformat(day), place_of(day), vocabulary.counts(event))
        for event, day in written.items()
    }


def end_of(fact: Fact, days: dict[str, Day]) -> datetime.date | None:
    """The last day of a promised term; none where its start has no day or its length leads to none."""
    start = days.get(fact.start)
    if start is None or not isinstance(fact.quantity, Duration) or not fact.ends:
        return None
    return last_day(start.day, fact.quantity, counted=start.counted)


def event_words(event: str, context: Context) -> Message | Named:
    """An event by its name."""
    word = context.package.library.vocabulary.events.get(event)
    return Named(word.label, word.en) if word else M("`{name}`", name=event)

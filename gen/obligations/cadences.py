"""What happens again and again: so many times a period, or so many times in all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gen.model.fact import Fact
from gen.obligations.days import Period, at_once, due, last_worked, periods
from gen.obligations.record import Doubt, Occurrence
from gen.obligations.timing import MOST, Known, Timing, TooManyError, kept, numbered, together, waiting
from gen.quantity import Count, Duration, Frequency

_PARTIAL: frozenset[Doubt] = frozenset({"partial"})


def occurring(fact: Fact, known: Known) -> Timing | None:
    """How a promise is kept that happens again and again; none for any other."""
    if isinstance(fact.quantity, Frequency):
        return series(fact, fact.quantity, known)
    if isinstance(fact.quantity, Count) and known.duties.of(fact.dimension).sessions:
        return _sessions(fact, fact.quantity, known)
    return None


def series(fact: Fact, often: Frequency, known: Known) -> Timing:
    """So many times a period, each on the last day worked of its period, while the promise holds."""
    held = known.calendar.interval(fact)
    if often.period == "日" or not often.times:
        return kept(fact, known)
    if held.begins is None:
        return waiting(held.first, known)
    if held.ends is None and known.until is None:
        return replace(waiting(held.last, known), begins=held.begins)
    ends = held.ends or datetime.date.max  # what comes after the last day wanted is left out
    if ends <= held.begins:  # planned days that leave no time; the rules on dates say so
        return kept(fact, known)
    every = periods(held.begins, ends, often, counted=known.calendar.vocabulary.counts(held.first))
    return Timing("scheduled", held.begins, held.ends, tuple(_occurrences(fact, often, known, every)))


def _occurrences(fact: Fact, often: Frequency, known: Known, every: Iterable[Period]) -> Iterator[Occurrence]:
    number, later = 0, due_by(fact, known)
    for period in every:
        if known.until is not None and period.begins > known.until:
            return
        day = last_worked(period.begins, period.ends)
        if later and isinstance(later.quantity, Duration):
            day = due(period.ends, later.quantity, later.week, rolls=known.rolls) or day
        for _ in range(at_once(often)):
            number += 1
            if number > MOST:
                raise TooManyError(fact)
            doubts = day.doubts if period.whole else day.doubts | _PARTIAL
            yield Occurrence(number, numbered(number), day.day, period.begins, period.ends, doubts=doubts)


def due_by(fact: Fact, known: Known) -> Fact | None:
    """The promise of the same clause that says how long after each period this one is due."""
    kind = known.duties.of(fact.dimension).due_by
    alike = (each for each in known.facts if each.dimension == kind and each.clause == fact.clause)
    return next((each for each in alike if together(each, fact)), None)


def _sessions(fact: Fact, count: Count, known: Known) -> Timing:
    """So many things to be held, by the end of the phase that the promise names or by the event of its clock."""
    if count.amount > MOST:
        raise TooManyError(fact)
    clock = fact.promise.clock
    by = clock.to if clock else ""
    numbers = range(1, count.amount + 1)
    if not by and "phase" not in fact.scope:
        undated = tuple(Occurrence(number, numbered(number), None, after=fact.named) for number in numbers)
        return Timing("waiting", occurrences=undated, unsaid=(fact, "to"))
    held = known.calendar.interval(fact)
    if held.ends is None:
        return waiting(held.last, known)
    day = last_worked(held.begins or held.ends, held.ends)
    occurrences = tuple(
        Occurrence(number, numbered(number), day.day, held.begins, held.ends, doubts=day.doubts) for number in numbers
    )
    return Timing("scheduled", held.begins, held.ends, occurrences)

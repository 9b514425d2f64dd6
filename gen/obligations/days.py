"""Days reckoned: the end of a time that begins on a day, the last day worked of a period, the periods of a cadence.

Terms are counted as the Civil Code counts them (`gen.quantity.terms`). China announces its holidays a year at a time;
of years that are not held, Saturday and Sunday are taken for days off, and the day says so.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from gen.obligations.record import Doubt
from gen.quantity import Duration, Frequency
from gen.quantity.clock import ALWAYS, DAY, Week, minutes_of
from gen.quantity.holidays import day_off
from gen.quantity.terms import last_day

_ONE = datetime.timedelta(1)
_MONTHS = {"月": 1, "季度": 3, "半年": 6, "年": 12}


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day, and what to know of it."""

    day: datetime.date
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a cadence: its first and its last day."""

    begins: datetime.date
    ends: datetime.date
    whole: bool


def worked(day: datetime.date) -> tuple[bool, bool]:
    """Whether a day is worked, and whether that is known rather than taken from the weekday."""
    off = day_off(day)
    return (day.weekday() < 5, False) if off is None else (not off, True)


def last_worked(first: datetime.date, last: datetime.date) -> Reckoned:
    """The last day worked of a period; its last day, where none is."""
    day, known = last, True
    while day >= first:
        works, sure = worked(day)
        known &= sure
        if works:
            return Reckoned(day, _doubts(known))
        day -= _ONE
    return Reckoned(last, _doubts(known))


def due(begins: datetime.date, within: Duration, week: Week, *, rolls: bool, counted: bool = False) -> Reckoned | None:
    """The last day of a deadline that runs from an event on the day `begins`; none where no day can be told.

    The day of the event is `counted` or, as the law has it, not.

    With `rolls`, a last day of natural time that is a day off is followed by the next day worked (Civil Code of the
    PRC, article 203).
    """
    number = _days_worked(within, week)
    try:
        if number is not None:
            return _count(begins - _ONE if counted else begins, number, week, 1)
        if within.unit in {"second", "minute", "hour"}:
            return Reckoned(begins + datetime.timedelta(minutes_of(within) // DAY))
        day = last_day(begins, within, counted=counted)
        return None if day is None else _rolled(day) if rolls else Reckoned(day)
    except OverflowError:
        return None


def ahead(of: datetime.date, by: Duration, week: Week) -> Reckoned | None:
    """The last day on which something can happen that must precede a day by a length of time."""
    number = _days_worked(by, week)
    try:
        if number is not None:
            return _count(of, number, week, -1)
        if by.unit in {"second", "minute", "hour"}:
            return Reckoned(of - datetime.timedelta(ceil(Fraction(minutes_of(by), DAY))))
        day = last_day(of, Duration(-by.amount, by.unit))
        return None if day is None else Reckoned(day)
    except OverflowError:
        return None


def periods(begins: datetime.date, ends: datetime.date, often: Frequency, *, counted: bool = False) -> Iterator[Period]:
    """The periods of a cadence between the event on the day `begins`, which is `counted` or not, and the day `ends`.

    每年2次 has periods of half a year; what cannot be parted evenly keeps the period it names. The last period ends
    with the whole, however short it is.
    """
    first, number = begins if counted else begins + _ONE, 0
    while first <= ends:
        number += 1
        last = last_day(begins, _length(often, number), counted=counted)
        if last is None or last >= ends:
            yield Period(first, ends, last == ends)
            return
        yield Period(first, last, whole=True)
        first = last + _ONE


def at_once(often: Frequency) -> int:
    """How many times something happens in each of the `periods` of a cadence."""
    return 1 if _parted(often) else often.times


def _parted(often: Frequency) -> bool:
    return _MONTHS.get(often.period, 1) % max(often.times, 1) == 0


def _length(often: Frequency, number: int) -> Duration:
    if often.period in _MONTHS:
        months = _MONTHS[often.period] // (often.times if _parted(often) else 1)
        return Duration(Fraction(months * number), "month")
    return Duration(Fraction((7 if often.period == "周" else 1) * number), "day")


def _days_worked(within: Duration, week: Week) -> int | None:
    """Days worked of a length of working time; none for natural time."""
    if within.unit == "working_day":
        return ceil(within.amount)
    if within.unit == "working_hour" or (week != ALWAYS and within.unit in {"second", "minute", "hour"}):
        return ceil(Fraction(minutes_of(within), week.minutes))
    return None


def _count(begins: datetime.date, number: int, week: Week, step: int) -> Reckoned:
    """The day so many days worked behind a day, or before it; where every day of the week is worked, all count."""
    day, known = begins, True
    for _ in range(number):
        day += step * _ONE
        if week.days <= 5:
            day, sure = _worked_from(day, step)
            known &= sure
    return Reckoned(day, _doubts(known))


def _rolled(day: datetime.date) -> Reckoned:
    moved, known = _worked_from(day, 1)
    doubts = _doubts(known)
    return Reckoned(moved, doubts | {"rolled"} if moved != day else doubts)


def _worked_from(day: datetime.date, step: int) -> tuple[datetime.date, bool]:
    """The first day worked from a day on, or back from it, and whether all days up to it are known."""
    known = True
    while True:
        works, sure = worked(day)
        known &= sure
        if works:
            return day, known
        day += step * _ONE


def _doubts(known: bool) -> frozenset[Doubt]:
    return frozenset() if known else frozenset({"weekends"})

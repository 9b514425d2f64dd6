"""When deadlines in working time end in real weeks: over public holidays and the days worked in return for them.

China announces its holidays a year at a time, so the years held are finite; `held` names them. Those of the last
`PATTERN` years stand for the years to come, which will have the same holidays on other days. Minutes count from
Monday, 1 January of the year 1.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from math import ceil

from gen.quantity import clock
from gen.quantity.clock import DAY, Case, Deadline, Minutes, ends, minutes_of, turns

PATTERN = 3
"""How many of the years held are looked at."""


def latest_excess(first: Deadline, second: Deadline) -> Case | None:
    """The case over a holiday in which the first deadline ends the longest after the second; none if it never does."""
    if _alike(first, second) or not (observed(first) or observed(second)):
        return None
    if longest(first) <= shortest(second):
        return None
    return _latest_excess(first, second)


@cache
def longest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline lasts at worst, in any week or over a holiday."""
    return max(clock.longest(deadline), *_over_holidays(deadline, clock.longest(deadline)))


@cache
def shortest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline lasts at least, in any week or over days worked in return for a holiday."""
    return min(clock.shortest(deadline), *_over_holidays(deadline, clock.shortest(deadline)))


def held() -> tuple[int, int]:
    """The first and the last year whose holidays are known."""
    return _calendar().first, _calendar().last


def ends_on(deadline: Deadline, begins: int) -> Minutes | None:
    """The minute at which a deadline ends; none where that lies beyond the years held."""
    if not observed(deadline):
        return ends(deadline, begins)
    days, week = _calendar().workdays, deadline.week
    try:
        if deadline.within.unit == "working_day":
            number = int(deadline.within.amount)
            day = days[bisect_right(days, begins // DAY) + number - 1] if number else begins // DAY
            return max(day * DAY + week.opens + week.minutes, begins)
        minutes = minutes_of(deadline.within)
        place = bisect_left(days, begins // DAY)
        if days[place] == begins // DAY:
            start = max(begins, days[place] * DAY + week.opens)
            left = days[place] * DAY + week.opens + week.minutes - start
            if left > 0 and minutes <= left:
                return start + minutes
            minutes -= max(left, 0)
            place += 1
        whole = max(ceil(minutes / week.minutes) - 1, 0)
        return days[place + whole] * DAY + week.opens + minutes - whole * week.minutes
    except IndexError:
        return None


def day_of(minute: Minutes) -> datetime.date:
    """The day on which a minute lies."""
    return datetime.date.fromordinal(int(minute // DAY) + 1)


def day_off(day: datetime.date) -> bool | None:
    """Whether a day is a weekend or public holiday on which nobody works; none for years that are not held."""
    calendar, number = _calendar(), day.toordinal() - 1
    if not calendar.first <= day.year <= calendar.last:
        return None
    place = bisect_left(calendar.workdays, number)
    return place == len(calendar.workdays) or calendar.workdays[place] != number


@dataclass(frozen=True, slots=True)
class _Calendar:
    first: int
    last: int
    workdays: list[int]
    """Every day worked, counted from Monday, 1 January of the year 1, as day 0."""
    irregular: list[int]
    """Weekdays off and weekend days worked, of the years that stand for all."""


@cache
def _calendar() -> _Calendar:
    from chinese_calendar import constants

    first, last = min(constants.holidays).year, max(constants.holidays).year
    begin, end = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
    workdays, irregular = [], []
    for ordinal in range(begin.toordinal(), end.toordinal() + 1):
        day = datetime.date.fromordinal(ordinal)
        weekend = day.weekday() >= 5
        works = day in constants.workdays if weekend else day not in constants.holidays
        if works:
            workdays.append(ordinal - 1)
        if works is weekend and day.year > last - PATTERN:
            irregular.append(ordinal - 1)
    return _Calendar(first, last, workdays, irregular)


def observed(deadline: Deadline) -> bool:
    """Whether a deadline stands still on holidays: working time of weeks from Monday to Friday."""
    working = deadline.within.working or deadline.week.days < 7
    return working and deadline.within.unit != "day" and deadline.week.days == 5


def _alike(first: Deadline, second: Deadline) -> bool:
    """Whether holidays move both alike: the same working hours, and both counted in days or both in hours."""
    days = {deadline.within.unit == "working_day" for deadline in (first, second)}
    return first.week == second.week and len(days) == 1 and observed(first) and observed(second)


@cache
def _begins(turning: frozenset[int], horizon: int) -> tuple[int, ...]:
    """Moments from which a deadline of so many days may reach a day that is unlike its weekday."""
    days = {day - before for day in _calendar().irregular for before in range(horizon + 1)}
    earliest = _calendar().workdays[0]
    return tuple(day * DAY + minute for day in sorted(days) if day > earliest for minute in sorted(turning))


def _horizon(*deadlines: Deadline) -> int:
    """The days that the longest of them lasts; one that outlasts the years looked at reaches every day of them."""
    return min(max(int(clock.longest(deadline) // DAY) for deadline in deadlines) + 2, PATTERN * 366)


def _over_holidays(deadline: Deadline, unknown: Minutes) -> list[Minutes]:
    """How long a deadline lasts from every moment that holidays may touch; `unknown` beyond the years held."""
    if not observed(deadline):
        return [unknown]
    begun = _begins(frozenset(turns(deadline)), _horizon(deadline))
    return [unknown if (ended := ends_on(deadline, begins)) is None else ended - begins for begins in begun]


@cache
def _latest_excess(first: Deadline, second: Deadline) -> Case | None:
    worst: Case | None = None
    for begins in _begins(frozenset(turns(first) | turns(second)), _horizon(first, second)):
        first_ends, second_ends = ends_on(first, begins), ends_on(second, begins)
        if first_ends is None or second_ends is None or first_ends <= second_ends:
            continue
        if worst is None or first_ends - second_ends > worst.first_ends - worst.second_ends:
            worst = Case(begins, first_ends - begins, second_ends - begins, dated=True)
    return worst

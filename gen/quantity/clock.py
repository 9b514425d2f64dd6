"""When a deadline ends, for every moment of the week at which it may begin; and so which of two ends later.

Natural time runs on. Working time runs only while its window is open. A period of days does not count the day on
which it begins, and ends with its last day (Civil Code of the PRC, articles 201 and 203): calendar days at 24:00,
working days at closing time. Every week is alike here; `holidays` looks at the weeks that are not.

Times of the week are minutes since Monday 00:00. A deadline begins at a whole minute; it ends to the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor

from gen.quantity.kinds import Duration

DAY = 24 * 60
WEEK = 7 * DAY

Minutes = int | Fraction
"""Whole minutes wherever they are whole."""


@dataclass(frozen=True, slots=True)
class Week:
    """When a window is open: on the first `days` days of the week, from minute `opens` of the day for `minutes`."""

    days: int
    opens: int
    minutes: int


ALWAYS = Week(7, 0, DAY)

FRIDAY_EVENING = 4 * DAY + 17 * 60
"""The moment that examples take where every moment is alike: Friday 17:00, when it hurts most."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A duration on a clock: in natural time, or in the working time of a week."""

    within: Duration
    week: Week = ALWAYS

    def __post_init__(self) -> None:
        if self.within.months is not None:
            raise ValueError(f"months have no fixed length: {self.within}")


@dataclass(frozen=True, slots=True)
class Case:
    """A moment of the week at which two deadlines begin, and the minutes after which each of them ends.

    `dated` are those of a real week, with its holidays: `begins` then counts from Monday, 1 January of the year 1.
    """

    begins: int
    first_ends: Minutes
    second_ends: Minutes
    dated: bool = False


def ends(deadline: Deadline, begins: Minutes) -> Minutes:
    """The minute at which a deadline ends that begins at minute `begins` of the week."""
    duration, week = deadline.within, deadline.week
    if duration.unit == "day":
        return (begins // DAY + int(duration.amount) + 1) * DAY
    if duration.unit == "working_day":
        whole_weeks = max(int(duration.amount) - 1, 0) // week.days
        day = begins // DAY + 7 * whole_weeks
        for _ in range(int(duration.amount) - whole_weeks * week.days):
            day += 1
            while day % 7 >= week.days:
                day += 1
        return max(day * DAY + week.opens + week.minutes, begins)
    if duration.working or week != ALWAYS:
        return _after_working(begins, minutes_of(duration), week)
    return begins + minutes_of(duration)


@cache
def longest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline lasts at worst, over all moments at which it may begin."""
    return max(ends(deadline, begins) - begins for begins in _moments(deadline, deadline))


@cache
def shortest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline lasts at least, over all moments at which it may begin."""
    return min(ends(deadline, begins) - begins for begins in _moments(deadline, deadline))


def latest_excess(first: Deadline, second: Deadline) -> Case | None:
    """The case in which the first deadline ends the longest after the second; none where it never ends after it."""
    if even(first) and even(second):
        case = Case(FRIDAY_EVENING, minutes_of(first.within), minutes_of(second.within))
        return case if case.first_ends > case.second_ends else None
    return _latest_excess(first, second)


@cache
def _latest_excess(first: Deadline, second: Deadline) -> Case | None:
    case = max(
        (
            Case(begins, ends(first, begins) - begins, ends(second, begins) - begins)
            for begins in _moments(first, second)
        ),
        key=lambda case: (case.first_ends - case.second_ends, -case.begins),
    )
    return case if case.first_ends > case.second_ends else None


def _moments(first: Deadline, second: Deadline) -> list[int]:
    """Moments of the week among which the extremes of any difference between the two lie."""
    if even(first) and even(second):
        return [FRIDAY_EVENING]
    of_a_day = turns(first) | turns(second)
    return sorted({(day * DAY + minute) % WEEK for day in range(7) for minute in of_a_day})


def turns(deadline: Deadline) -> set[int]:
    """Minutes of a day at which the end of a deadline may begin or cease to move with its beginning, with neighbours.

    Natural time moves evenly with its beginning. Working time does so only between opening and closing, and jumps
    where its last minute would fall behind closing time. Between two such points every difference of two deadlines is
    a straight line, so its extremes are at the points or a minute beside them.
    """
    week = deadline.week
    points: set[Minutes] = {0, week.opens, week.opens + week.minutes}
    if deadline.within.unit not in {"day", "working_day"}:
        points.add(week.opens + -minutes_of(deadline.within) % week.minutes)
    return {around for point in points for around in (floor(point) - 1, floor(point), ceil(point), ceil(point) + 1)}


def even(deadline: Deadline) -> bool:
    """Whether a deadline lasts equally long from every moment: natural time in hours or less."""
    return deadline.week == ALWAYS and not deadline.within.working and deadline.within.unit != "day"


@cache
def minutes_of(duration: Duration) -> Minutes:
    """Minutes of natural or working time."""
    minutes = duration.amount * 60 if duration.unit == "working_hour" else duration.minutes
    assert minutes is not None  # noqa: S101 - days and months are taken out before
    return int(minutes) if minutes.denominator == 1 else minutes


def _after_working(begins: Minutes, minutes: Minutes, week: Week) -> Minutes:
    """The earliest moment by which the window has been open for `minutes` since `begins`."""
    whole_weeks = max(ceil(minutes) - 1, 0) // (week.days * week.minutes)
    minutes -= whole_weeks * week.days * week.minutes
    day = begins // DAY
    while True:
        if day % 7 < week.days:
            opens = day * DAY + week.opens
            start = max(begins, opens)
            left = opens + week.minutes - start
            if left > 0 and minutes <= left:
                return start + minutes + whole_weeks * WEEK
            minutes -= max(left, 0)
        day += 1

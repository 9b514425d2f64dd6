"""When a deadline ends, for every moment of the week at which it may begin; and so which of two ends later.

Natural time runs on. Working time runs only while its window is open. A period of days does not count the day on
which it begins, and ends with its last day (Civil Code of the PRC, articles 201 and 203): calendar days at 24:00,
working days at closing time. Public holidays are not counted here: over one, a deadline in working time only ends
later still.

Times of the week are minutes since Monday 00:00. A deadline begins at a whole minute; it ends to the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, gcd

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
    """A moment of the week at which two deadlines begin, and the minutes after which each of them ends."""

    begins: int
    first_ends: Minutes
    second_ends: Minutes


def ends(deadline: Deadline, begins: int) -> Minutes:
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
        return _after_working(begins, _minutes(duration), week)
    return begins + _minutes(duration)


def longest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline lasts at worst, over all moments at which it may begin."""
    return max(ends(deadline, begins) - begins for begins in _moments(deadline, deadline))


def latest_excess(first: Deadline, second: Deadline) -> Case | None:
    """The case in which the first deadline ends the longest after the second; none where it never ends after it."""
    if _even(first) and _even(second):
        case = Case(FRIDAY_EVENING, _minutes(first.within), _minutes(second.within))
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
    """Moments of the week among which the extremes of any difference between the two lie.

    Natural time moves evenly with its beginning. Working time does so between two points of the grid on which its
    window opens and closes and its duration ends; so the extremes are at the points or a minute beside them.
    """
    uneven = [deadline for deadline in (first, second) if not _even(deadline)]
    if not uneven:
        return [FRIDAY_EVENING]
    grid = DAY
    for deadline in uneven:
        grid = gcd(grid, deadline.week.opens, deadline.week.opens + deadline.week.minutes)
        if deadline.within.unit not in {"day", "working_day"}:
            grid = gcd(grid, ceil(_minutes(deadline.within)))
    points = range(0, WEEK, grid)
    return sorted({(point + beside) % WEEK for point in points for beside in (-1, 0, 1)})


def _even(deadline: Deadline) -> bool:
    """Whether a deadline lasts equally long from every moment: natural time in hours or less."""
    return deadline.week == ALWAYS and not deadline.within.working and deadline.within.unit != "day"


@cache
def _minutes(duration: Duration) -> Minutes:
    """Minutes of natural or working time."""
    minutes = duration.amount * 60 if duration.unit == "working_hour" else duration.minutes
    assert minutes is not None  # noqa: S101 - days and months are taken out before
    return int(minutes) if minutes.denominator == 1 else minutes


def _after_working(begins: int, minutes: Minutes, week: Week) -> Minutes:
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

"""When a deadline ends, for every moment of the week at which it may begin; and so which of two ends later.

Natural time runs on. Working time runs only while its window is open. A period of days does not count the day on
which it begins, and ends with its last day (Civil Code of the PRC, articles 201 and 203): calendar days at 24:00,
working days at closing time. Public holidays are not counted here: over one, a deadline in working time only ends
later still.

Times of the week are whole minutes since Monday 00:00.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import gcd

from gen.quantity.kinds import Duration

DAY = 24 * 60
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Week:
    """When a window is open: on the first `days` days of the week, from minute `opens` of the day for `minutes`."""

    days: int
    opens: int
    minutes: int


ALWAYS = Week(7, 0, DAY)


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
    first_ends: int
    second_ends: int


def ends(deadline: Deadline, begins: int) -> int:
    """The minute at which a deadline ends that begins at minute `begins` of the week."""
    duration, week = deadline.within, deadline.week
    if duration.unit == "day":
        return (begins // DAY + int(duration.amount) + 1) * DAY
    if duration.unit == "working_day":
        day = begins // DAY
        for _ in range(int(duration.amount)):
            day += 1
            while day % 7 >= week.days:
                day += 1
        return day * DAY + week.opens + week.minutes
    if duration.working or week != ALWAYS:
        return _after_working(begins, _whole_minutes(duration), week)
    return begins + _whole_minutes(duration)


def longest(deadline: Deadline) -> int:
    """The natural minutes that a deadline lasts at worst, over all moments at which it may begin."""
    return max(ends(deadline, begins) - begins for begins in _moments(deadline, deadline))


@cache
def latest_excess(first: Deadline, second: Deadline) -> Case | None:
    """The case in which the first deadline ends the longest after the second; none where it never ends after it."""
    case = max(
        (
            Case(begins, ends(first, begins) - begins, ends(second, begins) - begins)
            for begins in _moments(first, second)
        ),
        key=lambda case: (case.first_ends - case.second_ends, -case.begins),
    )
    return case if case.first_ends > case.second_ends else None


def same(first: Deadline, second: Deadline) -> bool:
    """Whether two deadlines always end together."""
    return latest_excess(first, second) is None and latest_excess(second, first) is None


def _moments(first: Deadline, second: Deadline) -> list[int]:
    """Moments of the week among which the extremes of any difference between the two lie.

    Between two points of the grid on which both windows open and close and both durations end, each deadline
    moves evenly with its beginning, so the extremes are at the points or a minute beside them.
    """
    if all(d.week == ALWAYS and not d.within.working and d.within.unit != "day" for d in (first, second)):
        return [0]
    grid = DAY
    for deadline in (first, second):
        grid = gcd(grid, deadline.week.opens, deadline.week.opens + deadline.week.minutes)
        if deadline.within.unit not in {"day", "working_day"}:
            grid = gcd(grid, _whole_minutes(deadline.within))
    points = range(0, WEEK, grid)
    return sorted({(point + beside) % WEEK for point in points for beside in (-1, 0, 1)})


def _whole_minutes(duration: Duration) -> int:
    """Minutes of natural or working time, a started minute counting whole."""
    hours = Fraction(60) if duration.unit == "working_hour" else None
    minutes = duration.minutes if hours is None else duration.amount * hours
    assert minutes is not None  # noqa: S101 - days and months are taken out before
    return -int(-minutes // 1)


def _after_working(begins: int, minutes: int, week: Week) -> int:
    """The earliest minute by which the window has been open for `minutes` since `begins`."""
    day = begins // DAY
    while True:
        if day % 7 < week.days:
            opens = day * DAY + week.opens
            start = max(begins, opens)
            left = opens + week.minutes - start
            if left > 0 and minutes <= left:
                return start + minutes
            minutes -= max(left, 0)
        day += 1

"""How long so many months last: it hangs on which months they are."""

from __future__ import annotations

import datetime
from functools import cache
from math import ceil, floor

from gen.quantity.clock import DAY, Minutes
from gen.quantity.kinds import Duration

_CYCLE = 48
"""Months after which leap years come round again."""
_FIRST = datetime.date(2001, 1, 1)


def lengths(duration: Duration) -> tuple[Minutes, Minutes]:
    """The natural minutes that a number of months lasts at least and at most.

    A period of months ends with the day of the last month that has the number of its first day, or with the last day of
    that month (Civil Code of the PRC, article 202).
    """
    assert duration.months is not None  # noqa: S101 - asked of months only
    return _days(floor(duration.months))[0] * DAY, (_days(ceil(duration.months))[1] + 1) * DAY


@cache
def _days(months: int) -> tuple[int, int]:
    cycles, rest = divmod(months, _CYCLE)
    begun = [_FIRST + datetime.timedelta(days) for days in range(1461)]
    lasted = [(_later(day, rest) - day).days for day in begun]
    whole = 1461 * cycles
    return min(lasted) + whole - ceil(cycles / 25), max(lasted) + whole  # of 25 leap years one may be left out


def _later(day: datetime.date, months: int) -> datetime.date:
    """The day so many months later; where that month has no such day, its last one."""
    years, month = divmod(day.month - 1 + months, 12)
    first = datetime.date(day.year + years, month + 1, 1)
    following = datetime.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + datetime.timedelta(day.day - 1), following - datetime.timedelta(1))

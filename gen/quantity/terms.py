"""Terms as days: when a term of months or years ends that begins on a known day, and which days are days off.

The Civil Code counts so: the day of the event is not counted (article 201); a term of months or years ends on the day
of its last month that has the same number, and where that month has none, on its last day (article 202). Parties may
count otherwise (article 204): a term whose first day counts ends one day earlier.
"""

from __future__ import annotations

import datetime
from calendar import monthrange

from gen.quantity.kinds import Duration


def last_day(begins: datetime.date, term: Duration, *, counted: bool = False) -> datetime.date | None:
    """The last day of a term that runs from an event on the day `begins`, which is `counted` or not.

    None where the term is no whole number of days, months or years, or ends where the calendar does.
    """
    day = _same_number(begins, term)
    return day - datetime.timedelta(days=1) if day and counted else day


def _same_number(begins: datetime.date, term: Duration) -> datetime.date | None:
    months = term.months
    if months is None:
        days = term.minutes / 1440 if term.minutes is not None else None
        if days is None or days.denominator != 1:
            return None
        try:
            return begins + datetime.timedelta(days=int(days))
        except OverflowError:
            return None
    if months.denominator != 1:
        return None
    year, month = divmod(begins.year * 12 + begins.month - 1 + int(months), 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    return datetime.date(year, month + 1, min(begins.day, monthrange(year, month + 1)[1]))

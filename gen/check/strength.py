"""Which of two promises of one dimension is the stronger for the customer, and how long a deadline lasts."""

from __future__ import annotations

from typing import Literal

from gen.message import M, Message
from gen.model.fact import Fact
from gen.quantity import Choice, Duration, clock, compare, holidays, months
from gen.quantity.clock import DAY, WEEK, Case, Deadline, Minutes

Strength = Literal["same", "first", "second", "unordered", "undecided"]


def stronger(first: Fact, second: Fact) -> Strength:
    """Compare two promises of one dimension.

    "unordered" are values that differ without one being better (a court or an arbitration body; deadlines of which now
    one, now the other ends first); "undecided" are values without a common measure (months against days).
    """
    sign = order(first, second)
    if sign == "undecided":
        return "undecided"
    if sign == "crossing":
        return "unordered"
    if sign == 0:
        return "same"
    better = first.spec.better
    if better in {"less", "earlier"}:
        return "first" if sign < 0 else "second"
    if better in {"more", "later", "listed"}:
        return "first" if sign > 0 else "second"
    return "unordered"


def deadline(fact: Fact) -> Deadline | None:
    """The deadline of a promise; none where its value is no time, or counts months."""
    quantity = fact.quantity
    if not isinstance(quantity, Duration) or quantity.months is not None:
        return None
    return Deadline(quantity, fact.week)


def latest_excess(first: Deadline, second: Deadline) -> Case | None:
    """The case in which the first deadline ends the longest after the second, in any week or else over a holiday."""
    if first == second:
        return None
    return clock.latest_excess(first, second) or holidays.latest_excess(first, second)


def years_held(case: Case) -> list[Message]:
    """Of a case over a holiday, the years whose holidays are known; nothing of any other."""
    if not case.dated:
        return []
    first, last = holidays.held()
    return [
        M("the public holidays held are those of {first} to {last}; years beyond have the like on other days",
          first=first, last=last)
    ]  # fmt: skip


def moment(case: Case, after: Minutes = 0) -> Message:
    """A moment of a case as people say it: the weekday, and the day where the case lies over a holiday."""
    if not case.dated:
        return weekday(case.begins + after)
    at = case.begins + after
    return M("{day} ({weekday})", day=holidays.day_of(at).isoformat(), weekday=weekday(at % WEEK))


def weekday(moment: Minutes) -> Message:
    """A moment of the week as people say it; beyond the week, the weekday of a week after."""
    day, minute = divmod(moment, DAY)
    weeks, day = divmod(day, 7)
    names = (
        M("Monday {time}"), M("Tuesday {time}"), M("Wednesday {time}"), M("Thursday {time}"),
        M("Friday {time}"), M("Saturday {time}"), M("Sunday {time}"),
    )  # fmt: skip
    seconds = f":{int(minute * 60 % 60):02d}" if minute % 1 else ""
    named = M(names[day].text, time=f"{int(minute // 60):02d}:{int(minute % 60):02d}{seconds}")
    return M("{moment} of week {number}", moment=named, number=weeks + 1) if weeks else named


def lasting(minutes: Minutes) -> Message:
    """A length of natural time in hours and minutes, or in seconds where it is no whole minute."""
    if minutes % 1:
        return M("{seconds} s", seconds=str(minutes * 60))
    hours, rest = divmod(minutes, 60)
    if not rest:
        return M("{hours} h", hours=hours)
    return M("{hours} h {minutes} min", hours=hours, minutes=rest) if hours else M("{minutes} min", minutes=rest)


def order(first: Fact, second: Fact) -> int | Literal["undecided", "crossing"]:
    """-1, 0 or 1 as the value of the first promise is smaller than, equal to or larger than that of the second.

    "crossing" are deadlines of which now one, now the other ends first.
    """
    if first.quantity == second.quantity and first.week == second.week:
        return 0
    a, b = deadline(first), deadline(second)
    if a is not None and b is not None:
        if clock.even(a) and clock.even(b):
            difference = clock.minutes_of(a.within) - clock.minutes_of(b.within)
            return (difference > 0) - (difference < 0)
        later_first, later_second = latest_excess(a, b), latest_excess(b, a)
        if later_first and later_second:
            return "crossing"
        return 1 if later_first else -1 if later_second else 0
    if isinstance(first.quantity, Choice) and isinstance(second.quantity, Choice):
        listed = list(first.spec.values)
        keys = (first.quantity.key, second.quantity.key)
        if all(key in listed for key in keys):
            places = listed.index(keys[0]) - listed.index(keys[1])
            return (places > 0) - (places < 0)
        return 0 if keys[0] == keys[1] else 1
    sign = compare(first.quantity, second.quantity)
    if sign is None and isinstance(first.quantity, Duration) and isinstance(second.quantity, Duration):
        sign = _apart(lengths(first), lengths(second))
    return "undecided" if sign is None else sign


def lengths(fact: Fact) -> tuple[Minutes, Minutes]:
    """The natural minutes that a time lasts at least and at most; of months, whichever they are."""
    assert isinstance(fact.quantity, Duration)  # noqa: S101 - asked of times only
    limit = deadline(fact)
    return months.lengths(fact.quantity) if limit is None else (holidays.shortest(limit), holidays.longest(limit))


def _apart(first: tuple[Minutes, Minutes], second: tuple[Minutes, Minutes]) -> int | None:
    """-1 or 1 where the longest of one is shorter than the shortest of the other."""
    return -1 if first[1] < second[0] else 1 if second[1] < first[0] else None

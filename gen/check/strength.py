"""Which of two promises of one dimension is the stronger for the customer, and how long a deadline lasts."""

from __future__ import annotations

from typing import Literal

from gen.message import M, Message
from gen.model.fact import Fact
from gen.quantity import Choice, Duration, compare
from gen.quantity.clock import DAY, Deadline, Minutes, latest_excess

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
    a, b = deadline(first), deadline(second)
    if a is not None and b is not None:
        later_first, later_second = latest_excess(a, b), latest_excess(b, a)
        if later_first and later_second:
            return "crossing"
        return 1 if later_first else -1 if later_second else 0
    if isinstance(first.quantity, Choice) and isinstance(second.quantity, Choice):
        listed = list(first.spec.values)
        keys = (first.quantity.key, second.quantity.key)
        if all(key in listed for key in keys):
            difference = listed.index(keys[0]) - listed.index(keys[1])
            return (difference > 0) - (difference < 0)
        return 0 if keys[0] == keys[1] else 1
    sign = compare(first.quantity, second.quantity)
    return "undecided" if sign is None else sign

"""Which of two quantities of one kind is larger, exactly; and ranges of them.

Deadlines that run on different clocks are not compared here but in `clock`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gen.quantity.kinds import Count, Date, Duration, Frequency, Money, Percent, Quantity, Window


@dataclass(frozen=True, slots=True)
class Range:
    """All quantities from `low` to `high`, both included."""

    low: Quantity
    high: Quantity

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}..{self.high}"


def compare(a: Quantity, b: Quantity) -> int | None:
    """-1, 0 or 1 as `a` is smaller than, equal to or larger than `b`; none where they have no common measure.

    Windows compare when one lies within the other; months and days, working and natural time do not compare.
    """
    if isinstance(a, Window) and isinstance(b, Window):
        signs = {_sign(Fraction(a.days - b.days)), _sign(Fraction(a.hours - b.hours))} - {0}
        return signs.pop() if len(signs) == 1 else None if signs else 0
    size_a, size_b = _size(a), _size(b)
    if size_a is None or size_b is None or size_a[0] != size_b[0]:
        return 0 if a == b else None
    return _sign(size_a[1] - size_b[1])


def within(value: Quantity, allowed: Range) -> bool:
    """Whether a value lies in a range; False where it cannot be compared with the range's ends."""
    low, high = compare(allowed.low, value), compare(value, allowed.high)
    return low is not None and high is not None and low <= 0 and high <= 0


def _size(value: Quantity) -> tuple[str, Fraction] | None:
    """The measure that a quantity is taken in, and how much of it."""
    match value:
        case Duration():
            if value.minutes is not None:
                return "minutes", value.minutes
            if value.months is not None:
                return "months", value.months
            return value.unit, value.amount
        case Money():
            return "yuan", value.yuan
        case Percent():
            return "share", value.share
        case Count():
            return value.unit, Fraction(value.amount)
        case Frequency():
            return "per year", value.per_year
        case Date():
            return "day", Fraction(value.day.toordinal())
        case _:
            return None


def _sign(difference: Fraction) -> int:
    return (difference > 0) - (difference < 0)

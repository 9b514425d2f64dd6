"""Reckon with quantities of unlike kinds, exactly: 5% of 80万元, 每季度1次 over 3年, 2份 and 2份.

An amount is a number and its measure: a product of units, as in physics. A share of something is taken in that
thing's unit, and so is a count of something that has one; times a year over years are times. Months and days have no
common measure, nor have working and natural time. A bare number counts anything; a product of counts (4场 of 30人)
fits the unit of either.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

from gen.message import M, Message
from gen.quantity.kinds import PERIODS, Count, Date, Duration, Frequency, Money, Percent, Quantity
from gen.quantity.terms import last_day

Measure = tuple[tuple[str, int], ...]
"""Units and their exponents, sorted; none for a bare number."""

SHARE, MONEY, MONTH, MINUTE = "share", "money", "month", "minute"
_COUNT = "count:"
_MEASURED = (MONEY, MONTH, MINUTE, "working_hour", "working_day")
"""Units of which so many times an amount is an amount again."""
_PRINTED = {
    SHARE: "%", MONEY: "元", MONTH: "个月", MINUTE: "分钟", "working_hour": "工作小时", "working_day": "个工作日",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something."""

    value: Fraction
    measure: Measure = ()


Term = Amount | Date
"""What can be reckoned with."""


class UnlikeError(Exception):
    """An operation that has no meaning for these two; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


def count_of(unit: str) -> Measure:
    """The measure of a count."""
    return ((_COUNT + unit, 1),)


def term_of(quantity: Quantity) -> Term | None:
    """A quantity as something to reckon with; none for windows, choices, flags and words."""
    match quantity:
        case Date():
            return quantity
        case Money():
            return Amount(quantity.yuan, ((MONEY, 1),))
        case Percent():
            return Amount(quantity.share, ((SHARE, 1),))
        case Count():
            return Amount(Fraction(quantity.amount), count_of(quantity.unit))
        case Frequency(period="日" | "周"):
            days = 1 if quantity.period == "日" else 7
            return Amount(Fraction(quantity.times, days * 1440), _measure({_COUNT + "次": 1, MINUTE: -1}))
        case Frequency():
            monthly = quantity.times * PERIODS[quantity.period] / 12
            return Amount(monthly, _measure({_COUNT + "次": 1, MONTH: -1}))
        case Duration():
            if quantity.months is not None:
                return Amount(quantity.months, ((MONTH, 1),))
            if quantity.minutes is not None:
                return Amount(quantity.minutes, ((MINUTE, 1),))
            return Amount(quantity.amount, ((quantity.unit, 1),))
        case _:
            return None


def add(first: Term, second: Term) -> Term:
    """The sum; of a day and a term, the last day of the term."""
    if isinstance(first, Date) or isinstance(second, Date):
        day, term = (first, second) if isinstance(first, Date) else (second, first)
        if isinstance(day, Date) and isinstance(term, Amount):
            return _moved(day, term, 1)
        raise UnlikeError(M("two days cannot be added"))
    return Amount(first.value + second.value, common(first, second))


def subtract(first: Term, second: Term) -> Term:
    """The difference; of two days, the days between."""
    if isinstance(first, Date):
        if isinstance(second, Date):
            return Amount(Fraction((first.day - second.day).days * 1440), ((MINUTE, 1),))
        return _moved(first, second, -1)
    if isinstance(second, Date):
        raise UnlikeError(M("a day cannot be taken from a length of time"))
    return Amount(first.value - second.value, common(first, second))


def multiply(first: Term, second: Term) -> Term:
    """The product: a share of money is money, a frequency over a term is a count."""
    return _product(first, second, 1)


def divide(first: Term, second: Term) -> Term:
    """The quotient; of two amounts in one unit, a bare number."""
    return _product(first, second, -1)


def order(first: Term, second: Term) -> int:
    """-1, 0 or 1 as the first is smaller than, equal to or larger than the second."""
    if isinstance(first, Date) and isinstance(second, Date):
        return (first.day > second.day) - (first.day < second.day)
    if isinstance(first, Date) or isinstance(second, Date):
        raise UnlikeError(M("a day and an amount cannot be compared"))
    common(first, second)
    return (first.value > second.value) - (first.value < second.value)


def common(first: Amount, second: Amount) -> Measure:
    """The measure in which both can be added and compared."""
    a, b = first.measure, second.measure
    if a == b:
        return a
    for single, other in ((a, b), (b, a)):
        counted = [unit.startswith(_COUNT) and exponent > 0 for unit, exponent in single]
        if counted == [True] and single[0][1] == 1 and (not other or _product_with(single[0][0], other)):
            return single
    raise UnlikeError(M("{first} and {second} have no common measure", first=_named(a), second=_named(b)))


def shown(*terms: Term) -> tuple[str, ...]:
    """Terms of one measure as people write them, all in one unit."""
    amounts = [term for term in terms if isinstance(term, Amount)]
    if amounts and all(amount.measure == ((MINUTE, 1),) for amount in amounts):
        for size, unit in ((1440, "日"), (60, "小时")):
            if all(amount.value % size == 0 for amount in amounts):
                return tuple(_written(t.value / size) + unit if isinstance(t, Amount) else str(t) for t in terms)
    return tuple(_shown(term) for term in terms)


def _shown(term: Term) -> str:
    if isinstance(term, Date):
        return str(term)
    if term.measure == ((SHARE, 1),):
        return _written(term.value * 100) + "%"
    if term.measure == ((MONEY, 1),) and (term.value * 100).denominator == 1 and term.value >= 0:
        return str(Money(term.value))
    return _written(term.value) + (_named(term.measure) if term.measure else "")


def _written(value: Fraction) -> str:
    """A finite decimal, or else a fraction."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    whole, part = divmod(abs(value), 1)
    digits = ""
    while part:
        digit, part = divmod(part * 10, 1)
        digits += str(int(digit))
    return ("-" if value < 0 else "") + str(int(whole)) + ("." + digits if digits else "")


def _named(measure: Measure) -> str:
    """A measure in words: 人·场, 次/个月."""
    above = [_unit(unit) for unit, exponent in measure for _ in range(max(exponent, 0))]
    below = [_unit(unit) for unit, exponent in measure for _ in range(max(-exponent, 0))]
    return "·".join(above) + ("/" + "·".join(below) if below else "") or "1"


def _unit(unit: str) -> str:
    return unit.removeprefix(_COUNT) if unit.startswith(_COUNT) else _PRINTED.get(unit, unit)


def _product_with(unit: str, measure: Measure) -> bool:
    """Whether a measure is a product of counts, one of them this one."""
    return (unit, 1) in measure and all(name.startswith(_COUNT) and exponent > 0 for name, exponent in measure)


def _product(first: Term, second: Term, sign: int) -> Amount:
    if isinstance(first, Date) or isinstance(second, Date):
        raise UnlikeError(M("a day can be neither multiplied nor divided"))
    exponents = dict(first.measure)
    for unit, exponent in second.measure:
        exponents[unit] = exponents.get(unit, 0) + sign * exponent
    if exponents.get(SHARE):  # a share of something is that; a share of a share is one
        alone = exponents[SHARE] > 0 and all(not e for unit, e in exponents.items() if unit != SHARE)
        exponents[SHARE] = 1 if alone else 0
    if any(exponents.get(unit, 0) > 0 for unit in _MEASURED):  # 2台 at 3万元 cost 6万元, 4场 of 2日 last 8日
        exponents = {unit: exponent for unit, exponent in exponents.items() if not unit.startswith(_COUNT)}
    if sign < 0 and not second.value:
        raise UnlikeError(M("nothing can be divided by zero"))
    return Amount(first.value * second.value**sign, _measure(exponents))


def _measure(exponents: dict[str, int]) -> Measure:
    return tuple(sorted((unit, exponent) for unit, exponent in exponents.items() if exponent))


def _moved(day: Date, term: Amount, sign: int) -> Date:
    length = None
    if term.measure == ((MONTH, 1),):
        length = Duration(sign * term.value, "month")
    elif term.measure == ((MINUTE, 1),):
        length = Duration(sign * term.value / 1440, "day")
    moved: datetime.date | None = last_day(day.day, length) if length else None
    if moved is None:
        raise UnlikeError(M("only whole days, months and years lead from one day to another"))
    return Date(moved)

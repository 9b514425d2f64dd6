"""Unknown numbers in place of known ones: what the solver takes for values, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast

from gen.prove.values import Stretch
from gen.quantity import Count, Duration, Frequency, Money, Percent, Quantity
from gen.quantity.algebra import Amount, Measure, term_of


class Unknown:
    """An unknown number, or what is reckoned of some: takes the place of a fraction in an amount."""

    def __init__(self, term: Any, z3: Any, divisors: list[Any]) -> None:
        self.term = term
        self.z3 = z3
        self.divisors = divisors
        """What must not be zero: what is divided by nothing is not judged."""

    def _with(self, other: object, reckon: Callable[[Any, Any], Any]) -> Unknown:
        return Unknown(reckon(self.term, plain(self.z3, other)), self.z3, self.divisors)

    def __add__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: a + b)

    def __radd__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: b + a)

    def __sub__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: a - b)

    def __rsub__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: b - a)

    def __mul__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: a * b)

    def __rmul__(self, other: object) -> Unknown:
        return self._with(other, lambda a, b: b * a)

    def __pow__(self, sign: int) -> Unknown:
        if sign == 1:
            return self
        self.divisors.append(self.term != 0)
        return Unknown(1 / self.term, self.z3, self.divisors)


def plain(z3: Any, value: object) -> Any:
    """What the solver takes for a number, known or unknown."""
    return value.term if isinstance(value, Unknown) else real(z3, cast("Fraction", value))


def number_of(quantity: Quantity, measure: Measure) -> Fraction | None:
    """How many of a measure a quantity is; none where it has another."""
    term = term_of(quantity)
    return term.value if isinstance(term, Amount) and term.measure == measure else None


def step_of(quantity: Quantity) -> Fraction | None:
    """What values of this kind are whole multiples of; none where they may be any number."""
    if isinstance(quantity, Frequency):
        once = term_of(Frequency(1, quantity.period))
        return once.value if isinstance(once, Amount) else None
    if isinstance(quantity, Duration) and quantity.unit in {"day", "working_day"}:
        return Fraction(1440 if quantity.unit == "day" else 1)
    if isinstance(quantity, Money):
        return Fraction(1, 100)
    return Fraction(1) if isinstance(quantity, Count) else None


def grain_of(quantity: Quantity) -> Fraction:
    """What a value of this kind should be a multiple of so that people can write it."""
    return Fraction(1, 1000000) if isinstance(quantity, Percent) else step_of(quantity) or Fraction(1, 100)


def holds(stretch: Stretch, number: Fraction, measure: Measure) -> bool:
    """Whether a stretch of values has this number."""
    low, high, step = number_of(stretch.low, measure), number_of(stretch.high, measure), step_of(stretch.low)
    if low is None or high is None or not low <= number <= high:
        return False
    return step is None or (number / step).denominator == 1


def like(quantity: Quantity, number: Fraction) -> Quantity:
    """A quantity of the same kind with another number, in that kind's measure."""
    match quantity:
        case Duration():
            per = quantity.minutes or quantity.months
            return Duration(number / (per / quantity.amount) if per else number, quantity.unit)
        case Money():
            return Money(number, quantity.in_wan)
        case Percent():
            return Percent(number, quantity.per_mille)
        case Count():
            return Count(int(number), quantity.unit)
        case Frequency():
            step = step_of(quantity)
            assert step is not None  # noqa: S101 - frequencies have one
            return Frequency(int(number / step), quantity.period)
    return quantity


def real(z3: Any, number: Fraction) -> Any:
    """A known number for the solver."""
    return z3.Q(number.numerator, number.denominator)

"""The values of a relation that would make it hold in one bid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from gen.check.guardrail import permission
from gen.finding import Edit, Fix
from gen.message import M
from gen.model.setting import FIRST, Setting
from gen.quantity import Count, Duration, Frequency, Money, NotReadError, Percent, Quantity, compare, read
from gen.quantity.algebra import Amount
from gen.quantity.kinds import PERIODS
from gen.related import Related
from gen.template.reckon import NotSetError, UnfitError, holds, sides

_FIXES = 4
"""Fixes offered for one finding."""


@dataclass(frozen=True, slots=True)
class Settled(Related):
    """One relation over the settings of one bid, and the single values that would mend it."""

    def fixes(self) -> Iterator[Fix]:
        """Single values, inside their guardrails, that would make it hold in all its rows."""
        tried: dict[str, Setting] = {}
        for row in self.rows:
            tried |= {setting.path: setting for setting in self.settings(row)}
        made = 0
        for setting in sorted(tried.values(), key=lambda each: FIRST.index(each.set_by)):
            quantity = self._mending(setting)
            if quantity is not None and made < _FIXES:
                made += 1
                message = M("set `{path}` to {value} (inside its guardrail)", path=setting.path, value=str(quantity))
                yield Fix(message, (Edit(setting.path, str(quantity)),))

    def _mending(self, setting: Setting) -> Quantity | None:
        cell = self.package.cell(setting.path)
        if cell is None:
            return None
        param, key = cell
        spec = param.spec.columns[key[1]] if param.spec.type == "table" else param.spec
        for candidate in self._candidates(setting):
            try:
                if compare(read(str(candidate), spec.type, spec.unit), candidate) != 0:
                    continue
                if not permission(param, key, candidate, self.package.bid, setting.path).granted:
                    continue
                trial = replace(self, instead={setting.path: candidate})
                if all(holds(self.bound.comparison, trial.values(), row) for row in self.rows):
                    return candidate
            except (NotReadError, NotSetError, UnfitError):
                continue
        return None

    def _candidates(self, setting: Setting) -> Iterator[Quantity]:
        """Values that may make it hold: where the difference of its sides, taken as a straight line, is nothing."""
        number = _number(setting.quantity)
        if number is None:
            return
        for row in self.rows:
            now = self._difference(setting.path, setting.quantity, row)
            step = _with_number(setting.quantity, number + 1)
            then = self._difference(setting.path, step, row) if step is not None else None
            if now is None or then is None or now == then:
                continue
            zero = number - now / (then - now)
            for wanted in dict.fromkeys((zero, Fraction(floor(zero)), Fraction(ceil(zero)), zero - 1, zero + 1)):
                candidate = _with_number(setting.quantity, wanted)
                if candidate is not None:
                    yield candidate
        if isinstance(setting.quantity, Frequency):
            yield from (Frequency(times, period) for period in PERIODS for times in (1, 2))

    def _difference(self, path: str, quantity: Quantity, row: str) -> Fraction | None:
        trial = replace(self, instead={path: quantity})
        try:
            left, right = sides(self.bound.comparison, trial.values(), row)
        except (NotSetError, UnfitError):
            return None
        return left.value - right.value if isinstance(left, Amount) and isinstance(right, Amount) else None


def _number(quantity: Quantity) -> Fraction | None:
    """How many of its own unit a quantity has."""
    match quantity:
        case Count():
            return Fraction(quantity.amount)
        case Duration():
            return quantity.amount
        case Money():
            return quantity.yuan / (10000 if quantity.in_wan else 1)
        case Percent():
            return quantity.share * (1000 if quantity.per_mille else 100)
        case Frequency():
            return Fraction(quantity.times)
        case _:
            return None


def _with_number(like: Quantity, number: Fraction) -> Quantity | None:
    """A quantity in the same unit; none where people cannot write it so."""
    if number < 0 or (number * 10**4).denominator != 1:
        return None
    whole = number.denominator == 1
    match like:
        case Count():
            return Count(int(number), like.unit) if whole else None
        case Duration():
            return Duration(number, like.unit)
        case Money():
            return Money(number * (10000 if like.in_wan else 1), like.in_wan)
        case Percent():
            return Percent(number / (1000 if like.per_mille else 100), like.per_mille)
        case Frequency():
            return Frequency(int(number), like.period) if whole and number else None
        case _:
            return None

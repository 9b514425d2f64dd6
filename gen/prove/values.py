"""What a bid may make of one cell: the value that its profile gives it, and those that pre-sales may set.

A range of values is known here by its ends, once for each way of counting: 1日 runs until midnight, 24小时 do not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from gen.check.guardrail import inside
from gen.model.library import Library
from gen.model.param import CellKey, Guardrail, Place, TypedParam
from gen.quantity import (
    Choice,
    Count,
    Date,
    Duration,
    Flag,
    Frequency,
    Money,
    Percent,
    Quantity,
    Range,
    Window,
    Words,
    within,
)
from gen.quantity.kinds import PERIODS
from gen.resolve import profiles_of

DAY = 1440
_ANY_DATES = (datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
"""Dates are free; these two stand for early and late."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """All values of one kind between two: what a bid may set."""

    low: Quantity
    high: Quantity
    role: str = ""
    """Who must approve them; "" where pre-sales may set them without asking."""


@dataclass(frozen=True, slots=True)
class Domain:
    """All that one cell may be."""

    kept: Mapping[str, Quantity]
    """By profile, the value where the bid sets none; a profile that is missing leaves it without one."""
    settable: tuple[Stretch, ...]

    @property
    def free(self) -> bool:
        """Whether a bid may set it at all."""
        return bool(self.settable)

    def points(self) -> tuple[Quantity, ...]:
        """The ends of everything that it may be, each once."""
        ends = [end for stretch in self.settable for end in (stretch.low, stretch.high)]
        return tuple(dict.fromkeys([*self.kept.values(), *ends]))


def domain(library: Library, place: Place, *, approvals: bool, names: Iterable[str] = ()) -> Domain:
    """What one cell of the library may be; `names` are those that a text in it may take in a scope."""
    path, key = place
    param = library.param(path)
    assert param is not None  # noqa: S101 - places are made from parameters
    kept = {}
    for profile in library.profiles:
        cells = [library.profile_values.get(each.id, {}).get(path, {}) for each in profiles_of(library, profile)]
        cell = next((of_one[key] for of_one in cells if key in of_one), param.default.get(key))
        if cell is not None:
            kept[profile] = cell.quantity
    return Domain(kept, tuple(dict.fromkeys(_settable(param, key, names, approvals=approvals))))


def kind(quantity: Quantity) -> str:
    """Quantities of one kind lie on one line; of others, each is a kind of its own."""
    match quantity:
        case Duration():
            if quantity.months is not None:
                return "months"
            return "minutes" if quantity.minutes is not None and quantity.unit != "day" else quantity.unit
        case Money() | Percent() | Frequency() | Date():
            return type(quantity).__name__
        case Count():
            return f"Count {quantity.unit}"
        case _:
            return f"{type(quantity).__name__} {quantity}"


def size(quantity: Quantity) -> Fraction:
    """Where a quantity lies on the line of its kind."""
    match quantity:
        case Duration():
            return quantity.minutes or quantity.months or quantity.amount
        case Money():
            return quantity.yuan
        case Percent():
            return quantity.share
        case Count():
            return Fraction(quantity.amount)
        case Frequency():
            return quantity.per_year
        case Date():
            return Fraction(quantity.day.toordinal())
        case _:
            return Fraction(0)


def _settable(param: TypedParam, key: CellKey, names: Iterable[str], *, approvals: bool) -> Iterator[Stretch]:
    spec = param.spec.columns[key[1]] if param.spec.type == "table" else param.spec
    if spec.type == "text":
        yield from (Stretch(Words(name), Words(name)) for name in names)
        return
    if spec.type == "date":
        yield Stretch(Date(_ANY_DATES[0]), Date(_ANY_DATES[1]))
        return
    if (default := param.default.get(key)) is not None:
        yield from _within(Range(default.quantity, default.quantity), "")
    guards: tuple[tuple[str, Mapping[CellKey, Guardrail]], ...] = (("", param.allow),)
    for role, guard in (*guards, *(param.approval if approvals else ())):
        for allowed in guard[key].ranges if key in guard else ():
            yield from _within(allowed, role)


def _within(allowed: Range, role: str) -> Iterator[Stretch]:
    """Every stretch of values that lies in a range."""
    low, high = allowed.low, allowed.high
    if isinstance(low, Window):
        for window in (Window(days, hours) for days in range(1, 8) for hours in range(1, 25)):
            if within(window, allowed):
                yield Stretch(window, window, role)
    elif isinstance(low, Choice | Flag | Words):
        yield Stretch(low, low, role)
    else:
        stretches = _written(low, high, role)
        yield from (each for each in stretches if inside(each.low, allowed) and inside(each.high, allowed))


def _written(low: Quantity, high: Quantity, role: str) -> Iterator[Stretch]:
    """The values from one to another in every unit in which they can be written."""
    if isinstance(low, Frequency) and isinstance(high, Frequency):
        for period, yearly in PERIODS.items():
            times = ceil(low.per_year / yearly), floor(high.per_year / yearly)
            if times[0] <= times[1]:
                yield Stretch(Frequency(times[0], period), Frequency(times[1], period), role)
    elif (
        isinstance(low, Duration)
        and isinstance(high, Duration)
        and low.minutes is not None
        and high.minutes is not None
    ):
        yield Stretch(_in_hours(low), _in_hours(high), role)
        days = ceil(low.minutes / DAY), floor(high.minutes / DAY)
        if days[0] <= days[1]:
            yield Stretch(Duration(Fraction(days[0]), "day"), Duration(Fraction(days[1]), "day"), role)
    else:
        yield Stretch(low, high, role)


def _in_hours(length: Duration) -> Duration:
    return Duration(length.amount * 24, "hour") if length.unit == "day" else length

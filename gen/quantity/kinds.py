"""The kinds of value a parameter may have. Each is exact, and prints as a bid writes it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction

UNITS = {
    "second": "秒",
    "minute": "分钟",
    "hour": "小时",
    "day": "日",
    "month": "个月",
    "year": "年",
    "working_hour": "工作小时",
    "working_day": "个工作日",
}
"""Units of duration and how they are printed."""

_MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60), "day": Fraction(1440)}
_MONTHS = {"month": 1, "year": 12}
_SMALLER = {"hour": ("minute", 60), "year": ("month", 12)}
"""In what halves are printed: 90分钟, 18个月."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit: natural (seconds to calendar days), working time, or months and years."""

    amount: Fraction
    unit: str

    def __str__(self) -> str:
        smaller, parts = _SMALLER.get(self.unit, ("", 1))
        if self.amount.denominator != 1 and (self.amount * parts).denominator == 1:
            return f"{self.amount * parts}{UNITS[smaller]}"
        return _decimal(self.amount) + UNITS[self.unit]

    @property
    def minutes(self) -> Fraction | None:
        """Natural minutes; none for working time and for months, whose lengths differ."""
        return self.amount * _MINUTES[self.unit] if self.unit in _MINUTES else None

    @property
    def months(self) -> Fraction | None:
        """Months, for months and years."""
        return self.amount * _MONTHS[self.unit] if self.unit in _MONTHS else None

    @property
    def working(self) -> bool:
        """Whether it runs in working time only."""
        return self.unit.startswith("working")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of yuan, printed in 元 or 万元 as it was written."""

    yuan: Fraction
    in_wan: bool = False

    def __str__(self) -> str:
        if self.in_wan:
            return _decimal(self.yuan / 10000) + "万元"
        whole, part = divmod(self.yuan, 1)
        return f"{int(whole):,}" + (f".{int(part * 100):02d}" if part else "") + "元"


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, printed in per cent or per mille as it was written."""

    share: Fraction
    per_mille: bool = False

    def __str__(self) -> str:
        return _decimal(self.share * 1000) + "‰" if self.per_mille else _decimal(self.share * 100) + "%"


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of something: 20人, 4次."""

    amount: int
    unit: str

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"


PERIODS = {
    "日": Fraction(365),
    "周": Fraction(365, 7),
    "月": Fraction(12),
    "季度": Fraction(4),
    "半年": Fraction(2),
    "年": Fraction(1),
}
"""Periods of a frequency and how many of them a year has."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in each period: 每季度1次."""

    times: int
    period: str

    def __str__(self) -> str:
        return f"每{self.period}{self.times}次"

    @property
    def per_year(self) -> Fraction:
        """Times a year."""
        return self.times * PERIODS[self.period]


@dataclass(frozen=True, slots=True)
class Window:
    """A weekly service window: days a week × hours a day."""

    days: int
    hours: int

    def __str__(self) -> str:
        return f"{self.days}×{self.hours}"


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day."""

    day: datetime.date

    def __str__(self) -> str:
        return f"{self.day.year}年{self.day.month}月{self.day.day}日"


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; the only kind of value that may be a condition by itself."""

    set: bool

    def __str__(self) -> str:
        return "是" if self.set else "否"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that an enumeration lists."""

    key: str
    label: str

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Words:
    """Any text."""

    text: str

    def __str__(self) -> str:
        return self.text


Quantity = Duration | Money | Percent | Count | Frequency | Window | Date | Flag | Choice | Words


def _decimal(amount: Fraction) -> str:
    """A finite decimal without trailing zeros; all amounts are read from decimals or halves, so all are finite."""
    places = amount.denominator.bit_length() - 1
    if not places:
        return str(amount)
    digits = str(amount * 10**places).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}".rstrip("0")

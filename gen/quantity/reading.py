"""Read a quantity of a known kind from what people write; what cannot be read says how it should look."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from gen.message import M, Message
from gen.quantity.kinds import (
    Choice,
    Count,
    Date,
    Duration,
    Flag,
    Frequency,
    Money,
    Percent,
    Quantity,
    Window,
    Words,
)
from gen.quantity.numerals import PATTERN, number

TYPES = ("duration", "money", "percent", "count", "frequency", "window", "date", "flag", "enum", "text")

_DURATION_UNITS = {
    "second": ("秒钟", "秒", "s"),
    "minute": ("分钟", "分", "min"),
    "working_hour": ("个工作小时", "工作小时"),
    "working_day": ("个工作日", "工作日"),
    "hour": ("个小时", "小时", "h"),
    "day": ("个日历天", "个自然日", "日历天", "自然日", "天", "日", "d"),
    "month": ("个月", "月"),
    "year": ("周年", "年"),
}
_UNIT_OF = {word: unit for unit, words in _DURATION_UNITS.items() for word in words}
_UNIT_WORDS = "|".join(sorted(_UNIT_OF, key=len, reverse=True))


class NotReadError(ValueError):
    """A text that is no quantity of the kind asked for; `reason` says what was expected."""

    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


def read(text: str, kind: str, unit: str = "", values: Mapping[str, str] | None = None) -> Quantity:
    """Read `text` as a quantity of `kind` (one of TYPES).

    `unit` is the unit of a count (人); `values` the keys and labels of an enumeration. Raises NotReadError.
    """
    if kind == "text":
        return Words(text)
    if kind == "enum":
        if values and text in values:
            return Choice(text, values[text])
        raise NotReadError(M("one of {names}", names=tuple(values or ())))
    if kind == "count":
        return _count(text, unit)
    return _read_plain(text, kind)


@cache
def _read_plain(text: str, kind: str) -> Quantity:
    return _READERS[kind](_bare(text))


def _bare(text: str) -> str:
    """The text without spaces, full-width letters and digits as plain ones."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _duration(text: str) -> Duration:
    text = text.lower()
    half = re.fullmatch(rf"({PATTERN})个?半({_UNIT_WORDS})|({PATTERN})({_UNIT_WORDS})半", text)
    match = re.fullmatch(rf"({PATTERN})个?({_UNIT_WORDS})", text)
    parts = re.fullmatch(rf"({PATTERN})个?(?:小时|h)({PATTERN})(?:分钟|分|min)", text)
    weeks = re.fullmatch(rf"({PATTERN})个?(?:周|星期)", text)
    if text == "一刻钟":
        return Duration(number("15"), "minute")
    try:
        if parts:
            return Duration(number(parts[1]) * 60 + number(parts[2]), "minute")
        if weeks and number(weeks[1]).denominator == 1:
            return Duration(number(weeks[1]) * 7, "day")
        if match:
            amount, unit = number(match[1]), _UNIT_OF[match[2]]
        elif half:
            amount, unit = number(half[1] or half[3]) + number("半"), _UNIT_OF[half[2] or half[4]]
        if match or half:
            if unit == "day" and amount.denominator != 1:
                return Duration(amount * 24, "hour")
            if unit != "working_day" or amount.denominator == 1:
                return Duration(amount, unit)
    except ValueError:
        pass
    raise NotReadError(M("a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年"))


def _money(text: str) -> Money:
    match = re.fullmatch(r"[¥￥]?(?:人民币)?([\d,.]+)(万?)元", text)
    try:
        amount = number(match[1]) if match else None
    except ValueError:
        amount = None
    if match is None or amount is None:
        raise NotReadError(M("an amount of money with its unit: 800元, 3.5万元"))
    in_wan = bool(match[2])
    yuan = amount * (10000 if in_wan else 1)
    if (yuan * 100).denominator != 1:
        raise NotReadError(M("an amount in whole 分: at most two digits behind the point"))
    return Money(yuan, in_wan)


def _percent(text: str) -> Percent:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([%‰])", text) or re.fullmatch(r"(百|千)分之(.+)", text)
    try:
        if match and match[2] in "%‰":
            per_mille = match[2] == "‰"
            return Percent(number(match[1]) / (1000 if per_mille else 100), per_mille)
        if match:
            return Percent(number(match[2]) / (1000 if match[1] == "千" else 100), match[1] == "千")
    except ValueError:
        pass
    raise NotReadError(M("a share with its sign: 5%, 0.5‰"))


def _count(text: str, unit: str) -> Count:
    match = re.fullmatch(rf"({PATTERN}){re.escape(_bare(unit))}", _bare(text))
    try:
        amount = number(match[1]) if match else None
    except ValueError:
        amount = None
    if amount is None or amount.denominator != 1:
        raise NotReadError(M("a whole number with its unit: {example}", example=f"4{unit}"))
    return Count(int(amount), unit)


def _frequency(text: str) -> Frequency:
    match = re.fullmatch(rf"每(?:个)?(日|天|周|星期|月|季度|季|半年|年)(?:至少|不少于)?({PATTERN})次", text)
    try:
        times = number(match[2]) if match else None
    except ValueError:
        times = None
    if match is None or times is None or times.denominator != 1:
        raise NotReadError(M("a frequency: 每月1次, 每季度1次, 每半年1次, 每年2次"))
    period = {"天": "日", "星期": "周", "季": "季度"}.get(match[1], match[1])
    return Frequency(int(times), period)


def _window(text: str) -> Window:
    match = re.fullmatch(r"(\d)[×xX*](\d{1,2})(?:小时)?", text)
    swapped = re.fullmatch(r"(24)[×xX*](\d)", text)  # 24×7: only so, since 8×5 could be either way round
    days, hours = (match[1], match[2]) if match else (swapped[2], swapped[1]) if swapped else ("0", "0")
    if not (1 <= int(days) <= 7 and 1 <= int(hours) <= 24):
        raise NotReadError(M("a weekly window, days × hours a day: 7×24, 5×8"))
    return Window(int(days), int(hours))


def _date(text: str) -> Date:
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    try:
        if match:
            return Date(datetime.date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        pass
    raise NotReadError(M("a date as year-month-day: 2026-12-08"))


def _flag(text: str) -> Flag:
    if text in {"是", "否", "true", "false"}:
        return Flag(text in {"是", "true"})
    raise NotReadError(M("是 or 否"))


_READERS: dict[str, Callable[[str], Quantity]] = {
    "duration": _duration,
    "money": _money,
    "percent": _percent,
    "frequency": _frequency,
    "window": _window,
    "date": _date,
    "flag": _flag,
}

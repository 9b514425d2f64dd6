"""Numbers as people write them in Chinese and Arabic digits, and back; exact, never floats."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

PATTERN = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?|[零〇一二两三四五六七八九十百千万]+|半"
"""What `number` reads: 1,200.5 or 四十八 or 半."""


def number(text: str) -> Fraction:
    """Read one number; raises ValueError for what is none (二三, 十百) or may mean two (一百五)."""
    if text == "半":
        return Fraction(1, 2)
    if not re.fullmatch(PATTERN, text):
        raise ValueError(text)
    if text[0].isdecimal():
        return Fraction(text.replace(",", ""))
    total, section, digit = 0, 0, None
    for character in text:
        if character in _VALUES:
            digit = _VALUES[character]
        elif character == "万":
            total, section, digit = (total + section + (digit or 0)) * 10000, 0, None
        else:
            section += (1 if digit is None else digit) * _UNITS[character]
            digit = None
    value = total + section + (digit or 0)
    usual = re.sub("^一(?=十)", "", text.replace("〇", "零").replace("两", "二"))
    if usual != "零" and usual != chinese(value):
        raise ValueError(text)
    return Fraction(value)


def chinese(n: int) -> str:
    """A whole number from 1 to 99,999,999 in Chinese numerals, as chapters count: 十二, 一百零一, 一千一百一十."""
    if not 0 < n < 10**8:
        raise ValueError(f"no Chinese numeral is made for {n}")
    high, low = divmod(n, 10**4)
    text = _below_wan(high) + "万" if high else ""
    text += ("零" if high and 0 < low < 1000 else "") + _below_wan(low)
    return text.removeprefix("一") if text.startswith("一十") else text


def letters(n: int) -> str:
    """A whole number in small letters, as lists count: a … z, then aa, bb (Word doubles the letter)."""
    times, letter = divmod(n - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _below_wan(n: int) -> str:
    text, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            text += ("零" if pending else "") + DIGITS[digit] + name
            pending = False
        else:
            pending = bool(text)
        if not n:
            break
    return text


def circled(n: int) -> str:
    """① to ⑳, then ㉑ to ㊿; beyond that the plain number in brackets."""
    if 1 <= n <= 20:
        return chr(0x2460 + n - 1)
    if n <= 35:
        return chr(0x3251 + n - 21)
    return chr(0x32B1 + n - 36) if n <= 50 else f"({n})"

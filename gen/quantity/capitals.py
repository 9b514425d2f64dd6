"""Amounts of money in capital numerals, as contracts write them beside the figure: 壹拾贰万伍仟元整."""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = {digit: value for value, digit in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "陸": 6, "〇": 0}
_TENS = {"拾": 10, "佰": 100, "仟": 1000}
_NUMERAL = "[零〇壹贰貳叁肆伍陆陸柒捌玖拾佰仟万亿]"

_DIGIT = "[壹贰貳叁肆伍陆陸柒捌玖]"

PATTERN = (
    rf"(?=[零〇万亿]*(?:{_DIGIT}|[拾佰仟])){_NUMERAL}+[元圆]"
    rf"(?:整|正|零?(?:{_DIGIT}角)?(?:零?{_DIGIT}分)?[整正]?)?"
)
"""What an amount in capitals looks like; 万元 behind a figure is none."""

_PARTS = re.compile(rf"({_NUMERAL}+)[元圆](?:零?(\S)角)?(?:零?(\S)分)?[整正]?")


def write_capitals(yuan: Fraction) -> str | None:
    """An amount in capitals as banks want it (支付结算办法, annex 1): 人民币壹仟肆佰零玖元伍角.

    None for what has none: less than nothing, parts of a fen, 万亿 and above.
    """
    fen = yuan * 100
    if fen.denominator != 1 or not 0 <= fen < 10**14:
        return None
    whole, rest = divmod(int(fen), 100)
    jiao, cent = divmod(rest, 10)
    text = _whole(whole) + "元" if whole else ""
    if not rest:
        return f"人民币{text or '零元'}整"
    if jiao:
        return f"人民币{text}{_CAPITALS[jiao]}角" + (f"{_CAPITALS[cent]}分" if cent else "")
    return f"人民币{text}{'零' if text else ''}{_CAPITALS[cent]}分"


_CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def _whole(yuan: int) -> str:
    """A whole number above nothing in capitals: groups of four digits, one 零 for each gap inside."""
    text = ""
    gap = False
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        group, yuan = divmod(yuan, size)
        if not group:
            gap = bool(text)
            continue
        text += ("零" if text and (gap or group < 1000) else "") + _group(group) + name
        gap = False
    return text


def _group(number: int) -> str:
    text, gap = "", False
    for size, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if gap else "") + _CAPITALS[digit] + name
            gap = False
        else:
            gap = bool(text)
        if not number:
            break
    return text


def read_capitals(text: str) -> Fraction | None:
    """The yuan that an amount in capitals says; none for what is none."""
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    total = section = digit = 0
    for character in match[1]:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            section += (digit or 1) * _TENS[character]
            digit = 0
        else:
            size = 10**4 if character == "万" else 10**8
            total = (total + section + digit) * size if size > 10**4 else total + (section + digit) * size
            section = digit = 0
    yuan = Fraction(total + section + digit)
    return yuan + Fraction(_DIGITS[match[2] or "零"], 10) + Fraction(_DIGITS[match[3] or "零"], 100)

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

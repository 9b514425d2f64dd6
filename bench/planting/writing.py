"""One quantity in many writings, all of which mean exactly the same."""

from __future__ import annotations

import random
import re
from fractions import Fraction

_DIGITS = "零一二三四五六七八九"


def minutes(amount: int, chance: random.Random | None = None) -> str:
    """A natural length of time; with a chance, in any writing of it."""
    hours, rest = divmod(amount, 60)
    common = f"{hours}小时" if not rest else f"{amount}分钟"
    if chance is None:
        return common
    ways = [common, f"{amount}分钟", f"{amount * 60}秒", f"{amount} min"]
    if not rest:
        ways += [f"{hours}个小时", f"{hours} h"]
        if hours < 10:
            ways.append(f"{_chinese(hours)}小时")
    elif rest == 30:
        ways += [f"{hours}.5小时", f"{hours}个半小时" if hours else "半小时"]
    elif hours:
        ways.append(f"{hours}小时{rest}分钟")
    return chance.choice(ways)


def months(amount: int, chance: random.Random | None = None) -> str:
    """A number of months; with a chance, in any writing of it."""
    years, rest = divmod(amount, 12)
    common = f"{years}年" if not rest else f"{amount}个月"
    if chance is None:
        return common
    ways = [common, f"{amount}个月", f"{amount}月"]
    if not rest and years < 10:
        ways.append(f"{_chinese(years)}年")
    if rest == 6:
        ways += [f"{years}.5年", f"{years}年半"] if years else ["半年"]
    return chance.choice(ways)


def share(per_mille: Fraction, chance: random.Random | None = None) -> str:
    """A share; with a chance, in per cent or per mille."""
    ways = [f"{_decimal(per_mille / 10)}%", f"{_decimal(per_mille)}‰"]
    return ways[0] if chance is None else chance.choice(ways)


def frequency(times: int, period: str, chance: random.Random | None = None) -> str:
    """A frequency; with a chance, in another writing of it or over another period."""
    common = f"每{period}{times}次"
    if chance is None:
        return common
    ways = [common, f"每{period}至少{times}次", f"每{period}不少于{times}次"]
    year = {"月": 12, "季度": 4, "半年": 2, "年": 1}
    if period in year:
        total = year[period] * times
        ways += [f"每{other}{total // n}次" for other, n in year.items() if total % n == 0]
    return chance.choice(ways)


def money(yuan: int, chance: random.Random | None = None) -> str:
    """An amount; with a chance, in 万元 or with separators."""
    ways = [f"{yuan}元", f"{yuan:,}元"] + ([f"{_decimal(Fraction(yuan, 10000))}万元"] if yuan else [])
    return ways[0] if chance is None else chance.choice(ways)


def other(written: str, chance: random.Random) -> str:
    """Another writing of what is written, where its kind has one."""
    for pattern, unit in ((r"(\d+)分钟", 1), (r"(\d+)小时", 60)):
        if match := re.fullmatch(pattern, written):
            return minutes(int(match[1]) * unit, chance)
    for pattern, unit in ((r"(\d+)个月", 1), (r"(\d+)年", 12)):
        if match := re.fullmatch(pattern, written):
            return months(int(match[1]) * unit, chance)
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)([%‰])", written):
        return share(Fraction(match[1]) * (10 if match[2] == "%" else 1), chance)
    if match := re.fullmatch(r"每(\D+)(\d+)次", written):
        return frequency(int(match[2]), match[1], chance)
    if match := re.fullmatch(r"(\d+)(个?工作日|工作小时)", written):
        return f"{match[1]}{'工作日' if '日' in match[2] else '个工作小时'}"
    if match := re.fullmatch(r"(\d+)×(\d+)", written):
        return chance.choice([f"{match[1]}x{match[2]}", f"{match[1]}*{match[2]}", f"{match[1]}×{match[2]}小时"])
    return written


def _chinese(number: int) -> str:
    return "两" if number == 2 else _DIGITS[number]


def _decimal(amount: Fraction) -> str:
    text = f"{amount.numerator * 10**6 // amount.denominator:07d}"
    return f"{text[:-6]}.{text[-6:]}".rstrip("0").rstrip(".")

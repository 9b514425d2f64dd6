"""Amounts in capital numerals."""

from __future__ import annotations

import re

import pytest

from gen.quantity.capitals import PATTERN, read_capitals

READ = [
    ("壹元整", "1"),
    ("壹拾元整", "10"),
    ("拾伍元", "15"),
    ("壹拾贰万元整", "120000"),
    ("壹拾贰万伍仟元整", "125000"),
    ("壹万零叁元正", "10003"),
    ("叁佰贰拾万零伍佰元零肆分", "3200500.04"),
    ("玖仟捌佰柒拾陆元伍角肆分", "9876.54"),
    ("壹亿贰仟万元整", "120000000"),
    ("贰拾万亿元整", "20000000000000"),
    ("伍佰圆整", "500"),
    ("柒元捌角整", "7.8"),
]


@pytest.mark.parametrize(("text", "yuan"), READ)
def test_amounts_are_read(text: str, yuan: str) -> None:
    from fractions import Fraction

    assert re.fullmatch(PATTERN, text)
    assert read_capitals(text) == Fraction(yuan)


@pytest.mark.parametrize("text", ["", "一百元", "元整", "120000元", "壹拾贰万"])
def test_what_is_none(text: str) -> None:
    assert read_capitals(text) is None

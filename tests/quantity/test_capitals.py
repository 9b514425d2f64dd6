"""Amounts in capital numerals."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.quantity.capitals import PATTERN, read_capitals, write_capitals

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
    assert re.fullmatch(PATTERN, text)
    assert read_capitals(text) == Fraction(yuan)


@pytest.mark.parametrize("text", ["", "一百元", "元整", "120000元", "壹拾贰万"])
def test_what_is_none(text: str) -> None:
    assert read_capitals(text) is None


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("1409.50", "人民币壹仟肆佰零玖元伍角"),
        ("6007.14", "人民币陆仟零柒元壹角肆分"),
        ("325.04", "人民币叁佰贰拾伍元零肆分"),
        ("10005.03", "人民币壹万零伍元零叁分"),
        ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
        ("100001000", "人民币壹亿零壹仟元整"),
        ("100010000", "人民币壹亿零壹万元整"),
        ("200000000000", "人民币贰仟亿元整"),
        ("20", "人民币贰拾元整"),
        ("0.44", "人民币肆角肆分"),
        ("0.05", "人民币伍分"),
        ("0", "人民币零元整"),
    ],
)
def test_amounts_are_written(yuan: str, text: str) -> None:
    assert write_capitals(Fraction(yuan)) == text


@pytest.mark.parametrize("yuan", ["-1", "0.001", "1000000000000"])
def test_what_has_no_form_in_capitals(yuan: str) -> None:
    assert write_capitals(Fraction(yuan)) is None


@given(st.integers(100, 10**14 - 1))
def test_what_is_written_is_read_again(fen: int) -> None:
    text = write_capitals(Fraction(fen, 100))
    assert text is not None
    assert re.fullmatch(PATTERN, text.removeprefix("人民币"))
    assert read_capitals(text.removeprefix("人民币")) == Fraction(fen, 100)

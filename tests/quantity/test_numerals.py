"""Chinese numerals, there and back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.quantity.numerals import chinese, circled, number

EDGES = {
    1: "一",
    2: "二",
    9: "九",
    10: "十",
    11: "十一",
    19: "十九",
    20: "二十",
    21: "二十一",
    99: "九十九",
    100: "一百",
    101: "一百零一",
    110: "一百一十",
    111: "一百一十一",
    200: "二百",
    999: "九百九十九",
    1000: "一千",
    1001: "一千零一",
    1010: "一千零一十",
    1100: "一千一百",
    1101: "一千一百零一",
    1111: "一千一百一十一",
    10000: "一万",
    10001: "一万零一",
    10010: "一万零一十",
    10012: "一万零一十二",
    10100: "一万零一百",
    11000: "一万一千",
    99999: "九万九千九百九十九",
    100000: "十万",
    100010: "十万零一十",
    110000: "十一万",
    1000000: "一百万",
    99999999: "九千九百九十九万九千九百九十九",
}


@pytest.mark.parametrize(("n", "written"), EDGES.items())
def test_numbers_are_written_as_chapters_count_and_read_back(n: int, written: str) -> None:
    assert chinese(n) == written
    assert number(written) == n


@settings(deadline=None)
@given(st.integers(1, 99_999))
def test_reading_what_was_written_gives_the_number_again(n: int) -> None:
    assert number(chinese(n)) == n


@settings(deadline=None)
@given(st.integers(1, 99_999_999))
def test_no_two_numbers_are_written_alike_and_zeros_never_double(n: int) -> None:
    written = chinese(n)
    assert number(written) == n
    assert "零零" not in written
    assert not written.endswith("零")


@pytest.mark.parametrize("n", [0, -1, 10**8])
def test_numbers_without_a_numeral_are_an_error(n: int) -> None:
    with pytest.raises(ValueError, match="no Chinese numeral is made for"):
        chinese(n)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", Fraction(0)),
        ("48", Fraction(48)),
        ("1,200.5", Fraction(2401, 2)),
        ("1,200,000", Fraction(1_200_000)),
        ("半", Fraction(1, 2)),
        ("零", Fraction(0)),
        ("〇", Fraction(0)),
        ("两", Fraction(2)),
        ("一十二", Fraction(12)),
        ("两百〇五", Fraction(205)),
        ("两万五千", Fraction(25_000)),
    ],
)
def test_other_spellings_are_read_too(written: str, value: Fraction) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    "written",
    [
        *[
            "",
            "二三",
            "十百",
            "万",
            "百",
            "一百五",
            "一万二",
            "一千零十",
            "二百三千",
            "五十三百",
            "一百十",
            "一万万",
            "零零",
        ],
        *["1,5", "1,2000", "1.", ".5", "1.2.3", "4h", "-1", "1e3", "½", "²"],
    ],
)
def test_what_is_no_number_or_may_mean_two_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words the refusal
        number(written)


def test_circled_numbers_run_to_fifty_and_stand_in_brackets_beyond() -> None:
    assert [circled(n) for n in (1, 2, 20, 21, 35, 36, 50, 51, 120)] == [
        "①", "②", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)", "(120)",
    ]  # fmt: skip
    assert len({circled(n) for n in range(1, 100)}) == 99

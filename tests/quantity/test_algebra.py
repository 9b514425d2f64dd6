"""Reckoning with quantities: what can be added, multiplied and compared, and what comes out."""

from __future__ import annotations

import pytest

from gen.quantity import read
from gen.quantity.algebra import Term, UnlikeError, add, divide, multiply, order, shown, subtract, term_of

OPERATIONS = {"+": add, "-": subtract, "*": multiply, "/": divide}


def term(text: str) -> Term:
    """A quantity as people write it; its kind is told by its look, and a count by nothing else fitting."""
    for kind in ("percent", "money", "frequency", "date", "duration"):
        try:
            made = term_of(read(text, kind))
        except ValueError:
            continue
        assert made is not None
        return made
    made = term_of(read(text, "count", text.lstrip("0123456789")))
    assert made is not None
    return made


REACHED = [
    ("30%", "+", "67%", "97%"),
    ("5%", "*", "80万元", "40,000元"),
    ("6台", "*", "5万元", "300,000元"),
    ("每季度1次", "*", "3年", "12次"),
    ("每半年2次", "*", "18个月", "6次"),
    ("每周1次", "*", "28日", "4次"),
    ("4场", "*", "30人", "120人·场"),
    ("4场", "*", "2日", "8日"),
    ("1年", "+", "6个月", "18个月"),
    ("2日", "-", "12小时", "36小时"),
    ("1小时", "+", "30分钟", "90分钟"),
    ("8工作小时", "+", "4工作小时", "12工作小时"),
    ("80万元", "/", "20万元", "4"),
    ("5%", "*", "50%", "2.5%"),
    ("2份", "+", "2份", "4份"),
    ("10万元", "/", "3台", "100000/3元"),
    ("2026-01-31", "+", "1个月", "2026年2月28日"),
    ("2026-12-31", "-", "2026-12-01", "30日"),
    ("2026-03-31", "-", "1个月", "2026年2月28日"),
]


@pytest.mark.parametrize(("first", "operator", "second", "result"), REACHED)
def test_what_comes_out(first: str, operator: str, second: str, result: str) -> None:
    assert shown(OPERATIONS[operator](term(first), term(second))) == (result,)


UNLIKE = [
    ("2份", "+", "3万元", "份 and 元 have no common measure"),
    ("3个月", "+", "30日", "个月 and 分钟 have no common measure"),
    ("8小时", "+", "8工作小时", "分钟 and 工作小时 have no common measure"),
    ("2份", "-", "1次", "份 and 次 have no common measure"),
    ("5%", "+", "5份", "% and 份 have no common measure"),
    ("2026-01-31", "+", "2026-02-01", "two days cannot be added"),
    ("3日", "-", "2026-02-01", "a day cannot be taken from a length of time"),
    ("2026-01-31", "*", "2份", "a day can be neither multiplied nor divided"),
    ("2026-01-31", "+", "8小时", "only whole days, months and years lead from one day to another"),
    ("2026-01-31", "+", "2个工作日", "only whole days, months and years lead from one day to another"),
    ("3份", "/", "0份", "nothing can be divided by zero"),
]


@pytest.mark.parametrize(("first", "operator", "second", "reason"), UNLIKE)
def test_what_has_no_meaning_says_why(first: str, operator: str, second: str, reason: str) -> None:
    with pytest.raises(UnlikeError) as error:
        OPERATIONS[operator](term(first), term(second))
    assert str(error.value.reason) == reason


def test_a_product_of_counts_fits_either_unit_and_no_third() -> None:
    people = multiply(term("4场"), term("30人"))
    assert order(people, term("120人")) == 0
    assert order(term("121场"), people) == 1
    with pytest.raises(UnlikeError):
        order(people, term("120次"))


def test_a_day_is_no_amount() -> None:
    with pytest.raises(UnlikeError):
        order(term("2026-01-31"), term("3日"))


def test_both_sides_are_shown_in_one_unit() -> None:
    assert shown(term("2日"), term("36小时")) == ("48小时", "36小时")
    assert shown(term("2日"), term("72小时")) == ("2日", "3日")
    assert shown(term("1.5小时"), term("1小时")) == ("90分钟", "60分钟")

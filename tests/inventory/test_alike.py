"""Clauses that say nearly the same: exact, in any order, and as quick as a thousand clauses need."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.inventory import Pair, alike
from gen.inventory.alike import _runs

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("one", "other", "similarity"),
    [
        ("甲乙丙丁戊", "甲乙丙丁戊", Fraction(1)),
        ("甲乙丙丁戊", "甲乙丙丁己", Fraction(1, 3)),
        ("甲乙丙丁戊己", "甲乙丙丁戊", Fraction(2, 3)),
        ("甲乙，丙 丁。\n戊", "甲乙丙丁戊", Fraction(1)),
        ("时限为{{ a }}，到场。", "时限为{{ other.S1 }}到场", Fraction(1)),
        ("{% if a %}甲乙丙丁{% endif %}", "甲乙丙丁", Fraction(1)),
        ("ＡＢＣＤ", "ABCD", Fraction(1)),
        ("甲", "甲", Fraction(1)),
        ("甲乙丙丁", "戊己庚辛", None),
        ("", "", None),
        ("。", "，", None),
    ],
)
def test_how_alike_two_texts_are(one: str, other: str, similarity: Fraction | None) -> None:
    pairs = alike({"b": one, "a": other}, Fraction(1, 100))
    assert pairs == (() if similarity is None else (Pair("a", "b", similarity),))


def test_the_most_alike_come_first_and_percent_are_never_rounded_up() -> None:
    texts = {"a": "甲乙丙丁戊己", "b": "甲乙丙丁戊", "c": "甲乙丙丁戊己"}
    assert [(pair.first, pair.second, pair.percent) for pair in alike(texts, HALF)] == [
        ("a", "c", 100),
        ("a", "b", 66),
        ("b", "c", 66),
    ]


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.text("甲乙丙。", max_size=12), max_size=8),
    st.integers(1, 100).map(lambda percent: Fraction(percent, 100)),
)
def test_no_pair_is_missed_and_none_is_too_many(texts: dict[str, str], least: Fraction) -> None:
    expected = set()
    for one, other in combinations(sorted(texts), 2):
        first, second = _runs(texts[one]), _runs(texts[other])
        if first and second and Fraction(len(first & second), len(first | second)) >= least:
            expected.add((one, other))
    assert {(pair.first, pair.second) for pair in alike(texts, least)} == expected


def test_one_copy_among_hundreds_of_clauses_is_found() -> None:
    choose = random.Random(7)
    texts = {f"c{number:04}": "".join(choose.choices("甲乙丙丁戊己庚辛壬癸子丑寅卯", k=400)) for number in range(300)}
    texts["copy"] = texts["c0100"][:350] + "另加的话"
    assert [(pair.first, pair.second, pair.percent) for pair in alike(texts, Fraction(3, 5))] == [("c0100", "copy", 86)]

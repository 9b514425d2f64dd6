"""Which of two quantities is larger, where that can be said; and ranges of them."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.quantity import (
    Choice,
    Count,
    Date,
    Duration,
    Flag,
    Frequency,
    Money,
    Percent,
    Quantity,
    Range,
    Window,
    Words,
    compare,
    read,
    within,
)
from gen.quantity.kinds import PERIODS, UNITS

small = st.fractions(0, 20, max_denominator=4)
windows = st.builds(Window, st.integers(1, 7), st.integers(1, 24))
quantities: st.SearchStrategy[Quantity] = st.one_of(
    st.builds(Duration, small, st.sampled_from(list(UNITS))),
    st.builds(Money, small, st.booleans()),
    st.builds(Percent, small, st.booleans()),
    st.builds(Count, st.integers(0, 5), st.sampled_from(["人", "次"])),
    st.builds(Frequency, st.integers(0, 5), st.sampled_from(list(PERIODS))),
    windows,
    st.builds(Date, st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 1, 9))),
    st.builds(Flag, st.booleans()),
    st.sampled_from([Choice("court", "诉讼"), Choice("arbitration", "仲裁"), Words("甲"), Words("乙")]),
)
alike = st.one_of(
    st.lists(st.builds(Duration, small, st.sampled_from(["second", "minute", "hour", "day"])), min_size=3, max_size=3),
    st.lists(st.builds(Duration, small, st.sampled_from(["month", "year"])), min_size=3, max_size=3),
    st.lists(st.builds(Frequency, st.integers(0, 9), st.sampled_from(list(PERIODS))), min_size=3, max_size=3),
    st.lists(windows, min_size=3, max_size=3),
    st.lists(quantities, min_size=3, max_size=3),
)


@pytest.mark.parametrize(
    ("kind", "smaller", "larger"),
    [
        ("duration", "59秒", "1分钟"),
        ("duration", "20秒", "30秒"),
        ("duration", "4小时", "1日"),
        ("duration", "11个月", "1年"),
        ("duration", "4工作小时", "5工作小时"),
        ("duration", "1个工作日", "2个工作日"),
        ("money", "9999元", "1万元"),
        ("percent", "0.5‰", "5%"),
        ("frequency", "每季度1次", "每月1次"),
        ("frequency", "每月1次", "每周1次"),
        ("frequency", "每半年1次", "每年3次"),
        ("window", "5×8", "7×24"),
        ("window", "5×8", "5×9"),
        ("date", "2026-12-08", "2027-01-01"),
    ],
)
def test_quantities_of_one_measure_compare_across_units(kind: str, smaller: str, larger: str) -> None:
    assert compare(read(smaller, kind), read(larger, kind)) == -1
    assert compare(read(larger, kind), read(smaller, kind)) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("duration", "24小时", "1440分钟"),
        ("duration", "1日", "24小时"),
        ("duration", "1年", "12个月"),
        ("money", "3.5万元", "35,000元"),
        ("percent", "5‰", "0.5%"),
        ("frequency", "每季度1次", "每年4次"),
        ("frequency", "每半年1次", "每年2次"),
    ],
)
def test_equal_amounts_in_other_units_are_equal(kind: str, one: str, other: str) -> None:
    assert compare(read(one, kind), read(other, kind)) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (read("1个月", "duration"), read("30日", "duration")),
        (read("1年", "duration"), read("365日", "duration")),
        (read("1个工作日", "duration"), read("8工作小时", "duration")),
        (read("1个工作日", "duration"), read("1日", "duration")),
        (read("8工作小时", "duration"), read("8小时", "duration")),
        (read("5×9", "window"), read("7×8", "window")),
        (read("4人", "count", "人"), read("4次", "count", "次")),
        (read("800元", "money"), read("5%", "percent")),
        (Choice("court", "诉讼"), Choice("arbitration", "仲裁")),
        (Words("甲"), Words("乙")),
        (Flag(set=True), Flag(set=False)),
    ],
    ids=str,
)
def test_quantities_without_a_common_measure_are_undecided_both_ways(a: Quantity, b: Quantity) -> None:
    assert compare(a, b) is None
    assert compare(b, a) is None


@settings(deadline=None)
@given(quantities, quantities)
def test_comparing_is_antisymmetric(a: Quantity, b: Quantity) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert (forth is None) == (back is None)
    if forth is not None and back is not None:
        assert forth == -back


@settings(deadline=None)
@given(quantities)
def test_every_quantity_equals_itself(a: Quantity) -> None:
    assert compare(a, a) == 0


@settings(deadline=None)
@given(alike)
def test_comparing_is_transitive(three: list[Quantity]) -> None:
    a, b, c = three
    first, second, both = compare(a, b), compare(b, c), compare(a, c)
    if first is not None and second is not None and first <= 0 and second <= 0:
        assert both == (-1 if first < 0 or second < 0 else 0)


@settings(deadline=None)
@given(alike)
def test_equal_quantities_compare_alike_with_every_other(three: list[Quantity]) -> None:
    a, b, c = three
    if compare(a, b) == 0:
        assert compare(a, c) == compare(b, c)


@settings(deadline=None)
@given(
    st.builds(Window, st.integers(1, 7), st.integers(1, 24)), st.builds(Window, st.integers(1, 7), st.integers(1, 24))
)
def test_windows_compare_just_where_one_lies_within_the_other(a: Window, b: Window) -> None:
    a_within_b = a.days <= b.days and a.hours <= b.hours
    b_within_a = b.days <= a.days and b.hours <= a.hours
    expected = {(True, True): 0, (True, False): -1, (False, True): 1, (False, False): None}[a_within_b, b_within_a]
    assert compare(a, b) == expected


@pytest.mark.parametrize(
    ("low", "high", "value", "inside"),
    [
        ("2小时", "8小时", "2小时", True),
        ("2小时", "8小时", "8小时", True),
        ("2小时", "8小时", "480分钟", True),
        ("2小时", "8小时", "119分钟", False),
        ("2小时", "8小时", "481分钟", False),
        ("2小时", "1日", "20小时", True),
        ("2小时", "8小时", "1个工作日", False),
        ("2小时", "8小时", "1个月", False),
        ("6个月", "2年", "1年", True),
    ],
)
def test_a_range_holds_its_ends_and_what_compares_between_them(low: str, high: str, value: str, inside: bool) -> None:
    allowed = Range(read(low, "duration"), read(high, "duration"))
    assert within(read(value, "duration"), allowed) is inside


def test_a_range_of_windows_leaves_out_what_lies_across() -> None:
    allowed = Range(Window(5, 8), Window(7, 12))
    assert [within(Window(*w), allowed) for w in ((5, 8), (7, 12), (7, 8), (7, 24), (4, 8))] == [
        True, True, True, False, False,
    ]  # fmt: skip


@settings(deadline=None)
@given(alike)
def test_a_range_of_one_value_holds_just_its_equals(three: list[Quantity]) -> None:
    a, b, _ = three
    assert within(b, Range(a, a)) is (compare(a, b) == 0)


def test_ranges_print_both_ends_or_the_one_value() -> None:
    assert str(Range(read("2小时", "duration"), read("8小时", "duration"))) == "2小时..8小时"
    assert str(Range(read("2小时", "duration"), read("2小时", "duration"))) == "2小时"


@settings(deadline=None)
@given(st.builds(Frequency, st.integers(0, 99), st.sampled_from(list(PERIODS))))
def test_frequencies_count_by_the_year(frequency: Frequency) -> None:
    assert frequency.per_year == frequency.times * PERIODS[frequency.period]


def test_the_periods_of_a_year_are_exact() -> None:
    exact = {"日": 365, "周": Fraction(365, 7), "月": 12, "季度": 4, "半年": 2, "年": 1}
    assert exact == PERIODS

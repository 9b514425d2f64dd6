"""What people write for a quantity, what is read from it, and what is refused with a reason."""

from __future__ import annotations

import contextlib
import datetime
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.quantity import (
    TYPES,
    Choice,
    Count,
    Date,
    Duration,
    Flag,
    Frequency,
    Money,
    NotReadError,
    Percent,
    Quantity,
    Window,
    Words,
    compare,
    read,
)
from gen.quantity.kinds import PERIODS, UNITS
from tests.conftest import untraced


def duration(amount: str, unit: str) -> Duration:
    return Duration(Fraction(amount), unit)


DURATIONS = [
    ("30秒", duration("30", "second"), "30秒"),
    ("20秒钟", duration("20", "second"), "20秒"),
    ("15分钟", duration("15", "minute"), "15分钟"),
    ("15分", duration("15", "minute"), "15分钟"),
    ("１５ 分钟", duration("15", "minute"), "15分钟"),
    ("15 min", duration("15", "minute"), "15分钟"),
    ("一刻钟", duration("15", "minute"), "15分钟"),
    ("4小时", duration("4", "hour"), "4小时"),
    ("4个小时", duration("4", "hour"), "4小时"),
    ("4h", duration("4", "hour"), "4小时"),
    ("四小时", duration("4", "hour"), "4小时"),
    ("四十八小时", duration("48", "hour"), "48小时"),
    ("七十二个小时", duration("72", "hour"), "72小时"),
    ("半小时", duration("1/2", "hour"), "30分钟"),
    ("半个小时", duration("1/2", "hour"), "30分钟"),
    ("1.5小时", duration("3/2", "hour"), "90分钟"),
    ("两个半小时", duration("5/2", "hour"), "150分钟"),
    ("2小时半", duration("5/2", "hour"), "150分钟"),
    ("1.255小时", duration("1.255", "hour"), "1.255小时"),
    ("1,000小时", duration("1000", "hour"), "1000小时"),
    ("2小时30分钟", duration("150", "minute"), "150分钟"),
    ("24H", duration("24", "hour"), "24小时"),
    ("两周", duration("14", "day"), "14日"),
    ("10日", duration("10", "day"), "10日"),
    ("10天", duration("10", "day"), "10日"),
    ("10个自然日", duration("10", "day"), "10日"),
    ("10日历天", duration("10", "day"), "10日"),
    ("十五日", duration("15", "day"), "15日"),
    ("半天", duration("12", "hour"), "12小时"),
    ("1.5日", duration("36", "hour"), "36小时"),
    ("一天半", duration("36", "hour"), "36小时"),
    ("3个月", duration("3", "month"), "3个月"),
    ("3 个 月", duration("3", "month"), "3个月"),
    ("十二个月", duration("12", "month"), "12个月"),
    ("3年", duration("3", "year"), "3年"),
    ("三周年", duration("3", "year"), "3年"),
    ("半年", duration("1/2", "year"), "6个月"),
    ("一年半", duration("3/2", "year"), "18个月"),
    ("4工作小时", duration("4", "working_hour"), "4工作小时"),
    ("4个工作小时", duration("4", "working_hour"), "4工作小时"),
    ("1.5工作小时", duration("3/2", "working_hour"), "1.5工作小时"),
    ("2个工作日", duration("2", "working_day"), "2个工作日"),
    ("2工作日", duration("2", "working_day"), "2个工作日"),
    ("两个工作日", duration("2", "working_day"), "2个工作日"),
]
OTHERS = [
    ("800元", "money", Money(Fraction(800)), "800元"),
    ("¥800元", "money", Money(Fraction(800)), "800元"),
    ("￥800元", "money", Money(Fraction(800)), "800元"),
    ("人民币800元", "money", Money(Fraction(800)), "800元"),
    ("1200元", "money", Money(Fraction(1200)), "1,200元"),
    ("1,200.50元", "money", Money(Fraction(2401, 2)), "1,200.50元"),
    ("0.05元", "money", Money(Fraction(1, 20)), "0.05元"),
    ("3.5万元", "money", Money(Fraction(35000), in_wan=True), "3.5万元"),
    ("120万元", "money", Money(Fraction(1200000), in_wan=True), "120万元"),
    ("5%", "percent", Percent(Fraction(1, 20)), "5%"),
    ("５％", "percent", Percent(Fraction(1, 20)), "5%"),
    ("99.95%", "percent", Percent(Fraction(9995, 10000)), "99.95%"),
    ("百分之五", "percent", Percent(Fraction(1, 20)), "5%"),
    ("百分之12.5", "percent", Percent(Fraction(1, 8)), "12.5%"),
    ("0.5‰", "percent", Percent(Fraction(1, 2000), per_mille=True), "0.5‰"),
    ("千分之三", "percent", Percent(Fraction(3, 1000), per_mille=True), "3‰"),
    ("每月1次", "frequency", Frequency(1, "月"), "每月1次"),
    ("每个月1次", "frequency", Frequency(1, "月"), "每月1次"),
    ("每月至少1次", "frequency", Frequency(1, "月"), "每月1次"),
    ("每月不少于1次", "frequency", Frequency(1, "月"), "每月1次"),
    ("每季一次", "frequency", Frequency(1, "季度"), "每季度1次"),
    ("每季度1次", "frequency", Frequency(1, "季度"), "每季度1次"),
    ("每半年1次", "frequency", Frequency(1, "半年"), "每半年1次"),
    ("每年两次", "frequency", Frequency(2, "年"), "每年2次"),
    ("每天2次", "frequency", Frequency(2, "日"), "每日2次"),
    ("每星期1次", "frequency", Frequency(1, "周"), "每周1次"),
    ("7×24", "window", Window(7, 24), "7×24"),
    ("7x24", "window", Window(7, 24), "7×24"),
    ("24×7", "window", Window(7, 24), "7×24"),
    ("5X8", "window", Window(5, 8), "5×8"),
    ("7*24小时", "window", Window(7, 24), "7×24"),
    ("2026-12-08", "date", Date(datetime.date(2026, 12, 8)), "2026年12月8日"),
    ("2028-02-29", "date", Date(datetime.date(2028, 2, 29)), "2028年2月29日"),
    ("是", "flag", Flag(set=True), "是"),
    ("true", "flag", Flag(set=True), "是"),
    ("否", "flag", Flag(set=False), "否"),
    ("false", "flag", Flag(set=False), "否"),
    ("  任何文字 7×24  ", "text", Words("  任何文字 7×24  "), "  任何文字 7×24  "),
]

A_DURATION = "a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年"
MONEY = "an amount of money with its unit: 800元, 3.5万元"
SHARE = "a share with its sign: 5%, 0.5‰"
A_FREQUENCY = "a frequency: 每月1次, 每季度1次, 每半年1次, 每年2次"
A_WINDOW = "a weekly window, days × hours a day: 7×24, 5×8"
A_DATE = "a date as year-month-day: 2026-12-08"
REFUSED = [
    ("30", "duration", A_DURATION),
    ("四十八", "duration", A_DURATION),
    ("", "duration", A_DURATION),
    ("-4小时", "duration", A_DURATION),
    ("≤4小时", "duration", A_DURATION),
    ("4小时以内", "duration", A_DURATION),
    ("4至8小时", "duration", A_DURATION),
    ("2.5个工作日", "duration", A_DURATION),
    ("半个工作日", "duration", A_DURATION),
    ("一个半工作日", "duration", A_DURATION),
    ("二三小时", "duration", A_DURATION),
    ("一百五日", "duration", A_DURATION),
    ("一千零十日", "duration", A_DURATION),
    ("十百日", "duration", A_DURATION),
    ("万日", "duration", A_DURATION),
    ("1,0小时", "duration", A_DURATION),
    ("1.小时", "duration", A_DURATION),
    ("及时", "duration", A_DURATION),
    ("7×24", "duration", A_DURATION),
    ("800", "money", MONEY),
    ("800.元", "money", MONEY),
    ("八百元", "money", MONEY),
    (",元", "money", MONEY),
    ("3,5万元", "money", MONEY),
    ("1,2元", "money", MONEY),
    ("800美元", "money", MONEY),
    ("1.234元", "money", "an amount in whole 分: at most two digits behind the point"),
    ("0.0000001万元", "money", "an amount in whole 分: at most two digits behind the point"),
    ("5", "percent", SHARE),
    ("-5%", "percent", SHARE),
    ("百分之", "percent", SHARE),
    ("百分之3,5", "percent", SHARE),
    ("百分之二三", "percent", SHARE),
    ("百分之多少", "percent", SHARE),
    ("每月", "frequency", A_FREQUENCY),
    ("1次", "frequency", A_FREQUENCY),
    ("每2月1次", "frequency", A_FREQUENCY),
    ("每月半次", "frequency", A_FREQUENCY),
    ("每月1.5次", "frequency", A_FREQUENCY),
    ("每月二三次", "frequency", A_FREQUENCY),
    ("不定期", "frequency", A_FREQUENCY),
    ("8×8", "window", A_WINDOW),
    ("0×8", "window", A_WINDOW),
    ("7×25", "window", A_WINDOW),
    ("7×0", "window", A_WINDOW),
    ("全天候", "window", A_WINDOW),
    ("2026-2-3", "date", A_DATE),
    ("2026-02-30", "date", A_DATE),
    ("2026/12/08", "date", A_DATE),
    ("2026年12月8日", "date", A_DATE),
    ("yes", "flag", "是 or 否"),
    ("", "flag", "是 or 否"),
]


@pytest.mark.parametrize(("written", "quantity", "printed"), DURATIONS, ids=[written for written, _, _ in DURATIONS])
def test_durations_are_read_exactly_and_printed_in_one_form(written: str, quantity: Quantity, printed: str) -> None:
    assert read(written, "duration") == quantity
    assert str(quantity) == printed


@pytest.mark.parametrize(("written", "kind", "quantity", "printed"), OTHERS, ids=[f"{k} {w}" for w, k, _, _ in OTHERS])
def test_other_kinds_are_read_exactly_and_printed_in_one_form(
    written: str, kind: str, quantity: Quantity, printed: str
) -> None:
    assert read(written, kind) == quantity
    assert str(quantity) == printed


@pytest.mark.parametrize(("written", "kind", "reason"), REFUSED, ids=[f"{k} {w}" for w, k, _ in REFUSED])
def test_what_is_no_quantity_is_refused_and_the_reason_shows_how_it_should_look(
    written: str, kind: str, reason: str
) -> None:
    with pytest.raises(NotReadError) as refusal:
        read(written, kind)
    assert str(refusal.value.reason) == reason


@pytest.mark.parametrize(
    ("written", "unit", "amount", "printed"),
    [
        ("4人", "人", 4, "4人"),
        ("20 人", "人", 20, "20人"),
        ("四人", "人", 4, "4人"),
        ("两场", "场", 2, "2场"),
        ("1,000次", "次", 1000, "1000次"),
        ("五千米", "千米", 5, "5千米"),
        ("3平方米（含）", "平方米（含）", 3, "3平方米（含）"),
    ],
)
def test_counts_are_whole_numbers_of_their_unit(written: str, unit: str, amount: int, printed: str) -> None:
    count = read(written, "count", unit)
    assert count == Count(amount, unit)
    assert str(count) == printed


@pytest.mark.parametrize("written", ["4", "4次", "4.5人", "半人", "二三人", "-1人", "若干人", "4人5人"])
def test_a_count_of_something_else_or_of_parts_is_refused(written: str) -> None:
    with pytest.raises(NotReadError) as refusal:
        read(written, "count", "人")
    assert str(refusal.value.reason) == "a whole number with its unit: 4人"


def test_an_enumeration_is_read_by_its_key_and_printed_by_its_label() -> None:
    values = {"court": "诉讼", "arbitration": "仲裁"}
    assert read("court", "enum", values=values) == Choice("court", "诉讼")
    assert str(read("court", "enum", values=values)) == "诉讼"
    with pytest.raises(NotReadError) as refusal:
        read("诉讼", "enum", values=values)
    assert str(refusal.value.reason) == "one of court, arbitration"


def test_every_kind_of_quantity_stands_in_the_tables_above() -> None:
    assert {"duration", "count", "enum", *(kind for _, kind, _, _ in OTHERS)} == set(TYPES)


def decimals(places: int) -> st.SearchStrategy[Fraction]:
    return st.integers(0, 10**9).map(lambda n: Fraction(n, 10**places))


durations = st.one_of(
    st.builds(
        Duration,
        st.integers(0, 6).flatmap(decimals),
        st.sampled_from([unit for unit in UNITS if unit not in {"day", "working_day"}]),
    ),
    st.builds(Duration, st.integers(0, 10**6).map(Fraction), st.sampled_from(["day", "working_day"])),
)
quantities = st.one_of(
    durations.map(lambda q: ("duration", q)),
    st.builds(Money, decimals(2), st.booleans()).map(lambda q: ("money", q)),
    st.builds(Percent, st.integers(0, 6).flatmap(decimals), st.booleans()).map(lambda q: ("percent", q)),
    st.builds(Frequency, st.integers(0, 999), st.sampled_from(list(PERIODS))).map(lambda q: ("frequency", q)),
    st.builds(Window, st.integers(1, 7), st.integers(1, 24)).map(lambda q: ("window", q)),
    st.builds(Flag, st.booleans()).map(lambda q: ("flag", q)),
    st.text().map(lambda text: ("text", Words(text))),
)


@untraced
@settings(deadline=None)
@given(quantities)
def test_reading_the_printed_form_gives_the_same_quantity(case: tuple[str, Quantity]) -> None:
    kind, quantity = case
    again = read(str(quantity), kind)
    assert compare(again, quantity) == 0
    assert str(again) == str(quantity)


@settings(deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["人", "次", "份", "千米"]))
def test_reading_a_printed_count_gives_the_same_count(amount: int, unit: str) -> None:
    assert read(str(Count(amount, unit)), "count", unit) == Count(amount, unit)


@settings(deadline=None)
@given(st.text(max_size=12) | st.text("0123456789.,一二三十百千万半零两个年月日天时分秒元%次每×- ", max_size=8))
def test_whatever_is_written_is_read_or_refused_and_never_breaks(written: str) -> None:
    for kind in TYPES:
        with contextlib.suppress(NotReadError):
            assert str(read(written, kind, "人", {"a": "甲"})) != "" or written == ""

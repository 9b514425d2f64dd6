"""When working time ends in real weeks: over public holidays and the days worked in return."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.quantity import Duration, holidays, read
from gen.quantity.clock import ALWAYS, DAY, Deadline, Week, ends
from gen.quantity.holidays import day_of, ends_on, held, latest_excess

OFFICE = Week(5, 9 * 60, 8 * 60)


def deadline(written: str) -> Deadline:
    duration = read(written, "duration")
    assert isinstance(duration, Duration)
    return Deadline(duration, OFFICE if duration.working else ALWAYS)


def minute(day: str, time: str) -> int:
    hour, part = time.split(":")
    return (datetime.date.fromisoformat(day).toordinal() - 1) * DAY + int(hour) * 60 + int(part)


@pytest.mark.parametrize(
    ("written", "begins", "expected"),
    [
        # the Spring Festival of 2026: off from Sunday 15 to Monday 23 February, Saturdays 14 and 28 worked in return
        ("1个工作日", ("2026-02-13", "10:00"), ("2026-02-14", "17:00")),
        ("2个工作日", ("2026-02-13", "10:00"), ("2026-02-24", "17:00")),
        ("4工作小时", ("2026-02-14", "15:00"), ("2026-02-24", "11:00")),
        ("4工作小时", ("2026-02-18", "08:00"), ("2026-02-24", "13:00")),
        ("72小时", ("2026-02-14", "15:00"), ("2026-02-17", "15:00")),  # natural time knows no holidays
        # a week without any
        ("4工作小时", ("2026-03-13", "15:00"), ("2026-03-16", "11:00")),
        ("8工作小时", ("2026-03-16", "09:00"), ("2026-03-16", "17:00")),
        ("9工作小时", ("2026-03-16", "09:00"), ("2026-03-17", "10:00")),
        ("0个工作日", ("2026-03-16", "10:00"), ("2026-03-16", "17:00")),
    ],
)
def test_ends(written: str, begins: tuple[str, str], expected: tuple[str, str]) -> None:
    assert ends_on(deadline(written), minute(*begins)) == minute(*expected)


def test_beyond_the_years_held_nothing_is_said() -> None:
    first, last = held()
    assert first == 2004
    assert last >= 2026
    assert ends_on(deadline("2个工作日"), minute(f"{last}-12-31", "16:00")) is None


def test_two_working_days_outlast_five_calendar_days_over_a_festival() -> None:
    case = latest_excess(deadline("2个工作日"), deadline("5日"))
    assert case is not None
    assert case.dated
    assert (day_of(case.begins).isoformat(), day_of(case.begins + case.first_ends).isoformat()) == (
        "2026-02-13", "2026-02-24",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2个工作日", "20日"),
        ("4小时", "8小时"),
        ("4工作小时", "8工作小时"),
        ("5日", "12日"),
        ("1个工作日", "2个工作日"),
    ],
)
def test_where_no_holiday_changes_the_order_there_is_no_case(first: str, second: str) -> None:
    assert latest_excess(deadline(first), deadline(second)) is None


@given(st.sampled_from(["1个工作日", "3个工作日", "1工作小时", "20工作小时", "90工作小时"]), st.integers(0, 400 * DAY))
def test_who_begins_later_never_ends_earlier(written: str, offset: int) -> None:
    begins = minute("2025-01-01", "00:00") + offset
    one, other = ends_on(deadline(written), begins), ends_on(deadline(written), begins + 61)
    assert one is not None
    assert other is not None
    assert begins <= one <= other


@given(st.sampled_from(["1个工作日", "5个工作日", "3工作小时", "41工作小时"]), st.integers(0, 4 * 7 * DAY))
def test_in_a_month_without_holidays_real_weeks_are_like_any_other(written: str, offset: int) -> None:
    begins = minute("2026-03-02", "00:00") + offset % (21 * DAY)
    assert ends_on(deadline(written), begins) == ends(deadline(written), begins)
    assert holidays.day_of(begins) >= datetime.date(2026, 3, 2)


def test_a_deadline_of_a_million_working_days_is_compared_at_once() -> None:
    assert latest_excess(deadline("1000000个工作日"), deadline("3000000日")) is None
    assert latest_excess(deadline("900000工作小时"), deadline("2000000小时")) is None

"""When a term ends, counted as the Civil Code counts (articles 201 to 203)."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.quantity import Duration, read
from gen.quantity.holidays import day_off
from gen.quantity.terms import last_day

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))
MONTHS = st.integers(0, 240)
DAY = datetime.timedelta(days=1)


def ends(begins: str, term: str) -> str | None:
    length = read(term, "duration")
    assert isinstance(length, Duration)
    day = last_day(datetime.date.fromisoformat(begins), length)
    return day.isoformat() if day else None


def test_a_term_whose_first_day_counts_ends_a_day_earlier() -> None:
    assert last_day(datetime.date(2025, 3, 1), Duration(Fraction(3), "year"), counted=True) == datetime.date(
        2028, 2, 29
    )


CASES = [
    ("2027-06-30", "3年", "2030-06-30"),
    ("2027-06-30", "12个月", "2028-06-30"),
    ("2027-08-31", "6个月", "2028-02-29"),
    ("2027-01-31", "1个月", "2027-02-28"),
    ("2028-02-29", "1年", "2029-02-28"),
    ("2028-02-29", "4年", "2032-02-29"),
    ("2026-12-08", "90日", "2027-03-08"),
    ("2026-12-08", "48小时", "2026-12-10"),
    ("2026-12-08", "半年", "2027-06-08"),
]


@pytest.mark.parametrize(("begins", "term", "last"), CASES)
def test_the_last_day_of_a_term(begins: str, term: str, last: str) -> None:
    assert ends(begins, term) == last


@pytest.mark.parametrize("term", ["2个工作日", "8工作小时", "36小时", "半个月", "9000年", "999999999日"])
def test_what_leads_to_no_day(term: str) -> None:
    assert ends("2026-12-08", term) is None


def months(number: int) -> Duration:
    return Duration(Fraction(number), "month")


@given(DAYS, MONTHS)
def test_a_term_of_months_ends_on_the_day_with_the_same_number_or_on_the_last_one(
    begins: datetime.date, number: int
) -> None:
    last = last_day(begins, months(number))
    assert last is not None
    assert (last.year * 12 + last.month) - (begins.year * 12 + begins.month) == number
    assert last.day == begins.day or (last.day < begins.day and (last + DAY).day == 1)


@given(DAYS, MONTHS)
def test_a_longer_term_ends_later_and_a_later_start_never_earlier(begins: datetime.date, number: int) -> None:
    last, longer, later = (
        last_day(begins, months(number)),
        last_day(begins, months(number + 1)),
        last_day(begins + DAY, months(number)),
    )
    assert last is not None
    assert longer is not None
    assert later is not None
    assert last < longer
    assert last <= later


@given(DAYS, st.integers(0, 20))
def test_years_are_twelve_months(begins: datetime.date, number: int) -> None:
    assert last_day(begins, Duration(Fraction(number), "year")) == last_day(begins, months(12 * number))


@given(DAYS, st.integers(0, 5000))
def test_days_are_counted_one_by_one(begins: datetime.date, number: int) -> None:
    assert last_day(begins, Duration(Fraction(number), "day")) == begins + number * DAY


@pytest.mark.parametrize(
    ("day", "off"),
    [
        ("2026-10-01", True),  # National Day
        ("2026-10-09", False),
        ("2026-10-10", False),  # a Saturday worked for it
        ("2026-09-12", True),  # a Saturday
        ("1999-10-01", None),
        ("2190-01-01", None),
    ],
)
def test_days_off_are_known_only_for_the_years_held(day: str, off: bool | None) -> None:
    assert day_off(datetime.date.fromisoformat(day)) is off

"""Days are reckoned as the Civil Code counts them, over the holidays of the years held."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from gen.obligations.days import Reckoned, ahead, due, last_worked, periods
from gen.quantity import Duration, Frequency
from gen.quantity.clock import ALWAYS, Week

OFFICE = Week(5, 9 * 60, 8 * 60)
WEEKENDS = frozenset({"weekends"})


def within(amount: int, unit: str) -> Duration:
    return Duration(Fraction(amount), unit)


@pytest.mark.parametrize(
    ("begins", "length", "ends"),
    [
        (date(2026, 1, 12), within(5, "day"), Reckoned(date(2026, 1, 19), frozenset({"rolled"}))),  # a Saturday
        (date(2026, 1, 14), within(5, "day"), Reckoned(date(2026, 1, 19))),
        (date(2026, 9, 28), within(3, "day"), Reckoned(date(2026, 10, 8), frozenset({"rolled"}))),  # 1 October
        (date(2026, 1, 31), within(1, "month"), Reckoned(date(2026, 2, 28))),  # a Saturday that is worked
        (date(2026, 3, 2), within(36, "hour"), Reckoned(date(2026, 3, 3))),
        (date(2027, 3, 1), within(5, "day"), Reckoned(date(2027, 3, 8), frozenset({"rolled", "weekends"}))),
        (date(2026, 12, 30), within(2, "working_day"), Reckoned(date(2027, 1, 1), WEEKENDS)),
        (date(2026, 9, 28), within(3, "working_day"), Reckoned(date(2026, 10, 8))),
        (date(2026, 1, 16), within(10, "working_hour"), Reckoned(date(2026, 1, 20))),
    ],
)
def test_a_deadline_ends_on_a_day_worked(begins: date, length: Duration, ends: Reckoned) -> None:
    assert due(begins, length, OFFICE if length.working else ALWAYS, rolls=True) == ends


def test_where_it_is_agreed_otherwise_a_day_off_stands() -> None:
    assert due(date(2026, 1, 12), within(5, "day"), ALWAYS, rolls=False) == Reckoned(date(2026, 1, 17))


def test_half_a_month_leads_to_no_day() -> None:
    assert due(date(2026, 1, 12), Duration(Fraction(1, 3), "month"), ALWAYS, rolls=True) is None


@pytest.mark.parametrize("length", [within(9000, "year"), within(4_000_000, "day"), within(4_000_000, "working_day")])
def test_what_outlasts_the_calendar_leads_to_no_day(length: Duration) -> None:
    assert due(date(2026, 1, 12), length, OFFICE if length.working else ALWAYS, rolls=True) is None


@pytest.mark.parametrize(
    ("of", "by", "latest"),
    [
        (date(2026, 4, 30), within(10, "day"), date(2026, 4, 20)),
        (date(2026, 3, 31), within(1, "month"), date(2026, 2, 28)),
        (date(2026, 10, 9), within(3, "working_day"), date(2026, 9, 29)),
        (date(2026, 4, 30), within(25, "hour"), date(2026, 4, 28)),
    ],
)
def test_a_notice_is_given_by_a_day_before(of: date, by: Duration, latest: date) -> None:
    reckoned = ahead(of, by, OFFICE if by.working else ALWAYS)
    assert reckoned is not None
    assert reckoned.day == latest


def test_the_last_day_worked_of_a_period() -> None:
    assert last_worked(date(2026, 2, 1), date(2026, 2, 28)) == Reckoned(date(2026, 2, 28))  # worked for the holiday
    assert last_worked(date(2026, 5, 1), date(2026, 5, 31)) == Reckoned(date(2026, 5, 29))
    assert last_worked(date(2027, 5, 1), date(2027, 5, 31)) == Reckoned(date(2027, 5, 31), WEEKENDS)
    assert last_worked(date(2026, 10, 1), date(2026, 10, 7)) == Reckoned(date(2026, 10, 7))  # nobody works


@pytest.mark.parametrize(
    ("often", "until", "ends"),
    [
        (Frequency(1, "季度"), date(2027, 1, 31), ["2026-04-30", "2026-07-31", "2026-10-31", "2027-01-31"]),
        (Frequency(2, "年"), date(2027, 1, 31), ["2026-07-31", "2027-01-31"]),
        (Frequency(1, "月"), date(2026, 4, 30), ["2026-02-28", "2026-03-31", "2026-04-30"]),
        (Frequency(1, "周"), date(2026, 2, 14), ["2026-02-07", "2026-02-14"]),
        (Frequency(5, "年"), date(2027, 1, 31), ["2027-01-31"]),  # a year has no fifths
        (Frequency(1, "年"), date(2027, 4, 30), ["2027-01-31", "2027-04-30 short"]),
        (Frequency(1, "年"), date(2026, 1, 31), []),
    ],
)
def test_the_periods_of_a_cadence(often: Frequency, until: date, ends: list[str]) -> None:
    made = list(periods(date(2026, 1, 31), until, often))
    assert [f"{period.ends}{'' if period.whole else ' short'}" for period in made] == ends
    assert [period.begins for period in made[:1]] == [date(2026, 2, 1)][: len(made)]


def test_the_periods_of_a_cadence_whose_first_day_counts() -> None:
    made = list(periods(date(2026, 1, 1), date(2026, 12, 31), Frequency(2, "年"), counted=True))
    assert [(str(period.begins), str(period.ends), period.whole) for period in made] == [
        ("2026-01-01", "2026-06-30", True),
        ("2026-07-01", "2026-12-31", True),
    ]


def test_a_deadline_whose_first_day_counts_ends_a_day_earlier() -> None:
    assert due(date(2026, 1, 13), within(10, "day"), ALWAYS, rolls=True, counted=True) == Reckoned(date(2026, 1, 22))
    assert due(date(2026, 1, 13), within(3, "working_day"), OFFICE, rolls=True, counted=True) == Reckoned(
        date(2026, 1, 15)
    )

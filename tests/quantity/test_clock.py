"""When deadlines end, for every minute of the week at which they may begin."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.quantity import Duration, read
from gen.quantity.clock import (
    ALWAYS,
    DAY,
    FRIDAY_EVENING,
    WEEK,
    Case,
    Deadline,
    Minutes,
    Week,
    ends,
    latest_excess,
    longest,
)
from tests.conftest import untraced

OFFICE = Week(5, 9 * 60, 8 * 60)  # 5×8, 09:00 to 17:00
DAYTIME = Week(7, 8 * 60, 12 * 60)  # 7×12, 08:00 to 20:00
WEEKS = (OFFICE, DAYTIME, ALWAYS, Week(5, 9 * 60, 9 * 60), Week(7, 6 * 60, 18 * 60), Week(6, 0, 60))
DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def same(first: Deadline, second: Deadline) -> bool:
    """Whether two deadlines always end together."""
    return latest_excess(first, second) is None and latest_excess(second, first) is None


def at(when: str) -> int:
    """`周五 17:00` as a minute of the week; `次周一 13:00` of the next."""
    weeks = when.count("次")
    day, time = when.removeprefix("次" * weeks).split()
    hour, minute = time.split(":")
    return weeks * WEEK + DAYS.index(day) * DAY + int(hour) * 60 + int(minute)


def deadline(written: str, week: Week = ALWAYS) -> Deadline:
    duration = read(written, "duration")
    assert isinstance(duration, Duration)
    return Deadline(duration, week)


@pytest.mark.parametrize(
    ("written", "week", "begins", "expected"),
    [
        # natural time runs on
        ("4小时", ALWAYS, "周五 17:00", "周五 21:00"),
        ("30分钟", ALWAYS, "周日 23:50", "次周一 00:20"),
        ("72小时", ALWAYS, "周五 17:00", "次周一 17:00"),
        # working time runs while the window is open
        ("4工作小时", OFFICE, "周五 17:00", "次周一 13:00"),
        ("4工作小时", OFFICE, "周五 16:00", "次周一 12:00"),
        ("4工作小时", OFFICE, "周五 13:00", "周五 17:00"),
        ("4工作小时", OFFICE, "周五 13:01", "次周一 09:01"),
        ("4工作小时", OFFICE, "周六 11:00", "次周一 13:00"),
        ("4工作小时", OFFICE, "周二 03:00", "周二 13:00"),
        ("8工作小时", OFFICE, "周一 09:00", "周一 17:00"),
        ("9工作小时", OFFICE, "周一 09:00", "周二 10:00"),
        ("72工作小时", OFFICE, "周一 09:00", "次周四 17:00"),
        ("1.5工作小时", OFFICE, "周五 16:00", "次周一 09:30"),
        ("4小时", OFFICE, "周五 17:00", "次周一 13:00"),
        ("30分钟", OFFICE, "周三 16:45", "周四 09:15"),
        ("4工作小时", DAYTIME, "周五 18:00", "周六 10:00"),
        ("4工作小时", DAYTIME, "周日 21:00", "次周一 12:00"),
        ("4工作小时", ALWAYS, "周五 22:00", "周六 02:00"),
        # working days: the first does not count, the last counts until closing time
        ("1个工作日", OFFICE, "周一 09:00", "周二 17:00"),
        ("1个工作日", OFFICE, "周五 08:00", "次周一 17:00"),
        ("2个工作日", OFFICE, "周四 16:59", "次周一 17:00"),
        ("2个工作日", OFFICE, "周五 17:00", "次周二 17:00"),
        ("2个工作日", OFFICE, "周六 10:00", "次周二 17:00"),
        ("2个工作日", DAYTIME, "周五 17:00", "周日 20:00"),
        ("5个工作日", OFFICE, "周三 10:00", "次周三 17:00"),
        ("5个工作日", OFFICE, "周日 10:00", "次周五 17:00"),
        ("6个工作日", OFFICE, "周日 10:00", "次次周一 17:00"),
        ("10个工作日", OFFICE, "周五 10:00", "次次周五 17:00"),
        # calendar days (Civil Code 201, 203): the first does not count, the last counts until 24:00
        ("1日", ALWAYS, "周一 00:00", "周三 00:00"),
        ("1日", ALWAYS, "周一 23:59", "周三 00:00"),
        ("3日", ALWAYS, "周五 17:00", "次周二 00:00"),
        ("3日", OFFICE, "周五 17:00", "次周二 00:00"),
        ("10日", ALWAYS, "周一 12:00", "次周五 00:00"),
        # nothing at all
        ("0小时", ALWAYS, "周五 17:00", "周五 17:00"),
        ("0工作小时", OFFICE, "周五 17:00", "次周一 09:00"),
        ("0日", ALWAYS, "周五 17:00", "周六 00:00"),
    ],
)
def test_deadlines_end_as_the_calendar_says(written: str, week: Week, begins: str, expected: str) -> None:
    assert ends(deadline(written, week), at(begins)) == at(expected)


def test_seconds_end_to_the_second() -> None:
    assert ends(deadline("20秒"), at("周一 00:00")) == Fraction(1, 3)
    assert ends(deadline("90秒", OFFICE), at("周五 16:59")) == at("次周一 09:00") + Fraction(1, 2)
    assert latest_excess(deadline("30秒"), deadline("20秒")) == Case(FRIDAY_EVENING, Fraction(1, 2), Fraction(1, 3))
    assert not same(deadline("20秒"), deadline("30秒"))
    assert same(deadline("60秒"), deadline("1分钟"))


@pytest.mark.parametrize(
    ("written", "week", "hours"),
    [
        ("4小时", ALWAYS, 4),
        ("4工作小时", OFFICE, 68),  # Friday 13:01, and any later moment that day, ends on Monday at the same distance
        ("8工作小时", OFFICE, 72),
        ("1日", ALWAYS, 48),
        ("3日", ALWAYS, 96),
        ("4工作小时", DAYTIME, 16),
    ],
)
def test_the_worst_case_is_the_longest_natural_time_that_a_deadline_may_take(
    written: str, week: Week, hours: int
) -> None:
    assert longest(deadline(written, week)) == hours * 60


def test_a_working_day_lasts_longest_when_reported_on_the_first_minute_of_a_friday() -> None:
    assert longest(deadline("1个工作日", OFFICE)) == at("次周一 17:00") - at("周五 00:00")


def test_four_working_hours_may_end_64_hours_after_four_hours() -> None:
    case = latest_excess(deadline("4工作小时", OFFICE), deadline("4小时"))
    assert case == Case(at("周五 13:01"), 68 * 60, 4 * 60)
    assert latest_excess(deadline("4小时"), deadline("4工作小时", OFFICE)) is None


def test_eight_working_hours_against_two_days_end_later_on_some_days_and_earlier_on_others() -> None:
    working, days = deadline("8工作小时", OFFICE), deadline("1日")
    assert latest_excess(working, days) is not None
    assert latest_excess(days, working) is not None
    assert not same(working, days)


def test_sixty_minutes_and_one_hour_in_one_window_always_end_together() -> None:
    assert same(deadline("60分钟", OFFICE), deadline("1工作小时", OFFICE))
    assert same(deadline("24小时"), deadline("1440分钟"))
    assert not same(deadline("24小时"), deadline("1日"))
    assert not same(deadline("8工作小时", OFFICE), deadline("1个工作日", OFFICE))


def test_where_every_moment_is_alike_the_example_is_friday_evening() -> None:
    assert latest_excess(deadline("8小时"), deadline("4小时")) == Case(at("周五 17:00"), 480, 240)


def test_months_have_no_deadline_to_the_minute() -> None:
    with pytest.raises(ValueError, match="months have no fixed length: 3个月"):
        deadline("3个月")


def test_a_deadline_of_a_million_working_days_is_found_at_once() -> None:
    weeks = 1_000_000 // 5
    assert ends(deadline("1000000个工作日", OFFICE), at("周五 10:00")) == weeks * WEEK + at("周五 17:00")
    assert ends(deadline("1000000工作小时", OFFICE), at("周五 17:00")) == 1_000_000 // 40 * WEEK + at("周五 17:00")


amounts = {
    "minute": st.integers(0, 3 * DAY),
    "hour": st.integers(0, 150),
    "day": st.integers(0, 20),
    "working_hour": st.one_of(st.integers(0, 90), st.integers(0, 90 * 60).map(lambda n: Fraction(n, 60))),
    "working_day": st.integers(0, 25),
}
durations = st.sampled_from(sorted(amounts)).flatmap(
    lambda unit: amounts[unit].map(lambda amount: Duration(Fraction(amount), unit))
)
deadlines = st.builds(Deadline, durations, st.sampled_from(WEEKS)).filter(
    lambda d: not (d.within.working and d.week == ALWAYS)
)
moments = st.integers(0, WEEK - 1)


@settings(deadline=None)
@given(deadlines, moments)
def test_a_deadline_never_ends_before_it_begins(limit: Deadline, begins: int) -> None:
    assert ends(limit, begins) >= begins


@settings(deadline=None)
@given(deadlines, moments, moments)
def test_who_begins_later_never_ends_earlier(limit: Deadline, one: int, other: int) -> None:
    early, late = sorted((one, other))
    assert ends(limit, early) <= ends(limit, late)


@settings(deadline=None)
@given(deadlines, moments, st.integers(1, 3))
def test_every_week_is_like_the_last(limit: Deadline, begins: int, weeks: int) -> None:
    assert ends(limit, begins + weeks * WEEK) == ends(limit, begins) + weeks * WEEK


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(amounts)), st.sampled_from(WEEKS), moments, st.integers(0, 60), st.integers(0, 60))
def test_longer_durations_never_end_earlier(unit: str, week: Week, begins: int, amount: int, more: int) -> None:
    short, long = (Deadline(Duration(Fraction(n), unit), week) for n in (amount, amount + more))
    assert ends(short, begins) <= ends(long, begins)
    assert latest_excess(short, long) is None
    assert longest(short) <= longest(long)


@settings(deadline=None)
@given(deadlines, moments)
def test_working_time_ends_while_the_window_is_open_and_just_when_enough_of_it_has_passed(
    limit: Deadline, begins: int
) -> None:
    if limit.within.unit not in {"minute", "hour", "working_hour"} or limit.week == ALWAYS:
        return
    end = ends(limit, begins)
    week, wanted = limit.week, limit.within.amount * (1 if limit.within.unit == "minute" else 60)

    def open_until(moment: Minutes) -> Minutes:
        """The minutes for which the window has been open since Monday 00:00 of the first week."""
        day, minute = divmod(moment, DAY)
        weeks, day = divmod(day, 7)
        days = weeks * week.days + min(day, week.days)
        today = min(max(minute - week.opens, 0), week.minutes) if day < week.days else 0
        return days * week.minutes + today

    assert open_until(end) - open_until(begins) == wanted


def brute_excess(first: Deadline, second: Deadline) -> Minutes:
    return max(ends(first, begins) - ends(second, begins) for begins in range(WEEK))


@untraced
@settings(max_examples=25, deadline=None)
@given(deadlines, deadlines)
def test_the_latest_excess_is_that_of_every_minute_of_the_week(first: Deadline, second: Deadline) -> None:
    brute = brute_excess(first, second)
    case = latest_excess(first, second)
    if case is None:
        assert brute <= 0
        return
    assert case.first_ends - case.second_ends == brute
    assert case.first_ends == ends(first, case.begins) - case.begins
    assert case.second_ends == ends(second, case.begins) - case.begins
    assert 0 <= case.begins < WEEK


@untraced
@settings(max_examples=25, deadline=None)
@given(deadlines)
def test_the_longest_is_that_of_every_minute_of_the_week(limit: Deadline) -> None:
    assert longest(limit) == max(ends(limit, begins) - begins for begins in range(WEEK))


@settings(max_examples=25, deadline=None)
@given(deadlines, deadlines)
def test_ending_together_is_symmetric_and_means_that_neither_ever_ends_later(first: Deadline, second: Deadline) -> None:
    assert same(first, second) == same(second, first)
    assert same(first, second) == (latest_excess(first, second) is None and latest_excess(second, first) is None)
    assert same(first, first)

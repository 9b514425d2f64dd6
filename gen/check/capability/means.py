"""What the company can do, read from its file: ways, people, stock, makers; and how long a deadline leaves at least."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.finding import Fix
from gen.message import M
from gen.model.bid import Maker, Person
from gen.model.fact import Fact, Scope
from gen.quantity import Count, Duration, Quantity, read
from gen.quantity.clock import WEEK, Deadline, Minutes, ends
from gen.quantity.numerals import PATTERN, number

HOURS_A_WEEK = 40
"""Hours that one person works in a week: State Council rules on working time, article 3."""

OVERTIME_A_MONTH = 36
"""Hours of overtime that the labour law allows in a month at most: article 41."""

WORKING_DAYS_A_YEAR = 248
"""365 days less weekends and the thirteen public holidays since 2025."""


@cache
def duration(text: str) -> Duration | None:
    """A length of time of the company's file; none where it states none."""
    quantity = read(text, "duration") if text else None
    return quantity if isinstance(quantity, Duration) else None


@cache
def counted(text: str) -> Count | None:
    """A number with its unit (2件, 十五人); none where a text is no such thing."""
    match = re.fullmatch(rf"({PATTERN})(\D+)", re.sub(r"\s+", "", text))
    try:
        amount = number(match[1]) if match else None
    except ValueError:
        amount = None
    return Count(int(amount), match[2]) if match and amount is not None and amount.denominator == 1 else None


@cache
def shortest(deadline: Deadline) -> Minutes:
    """The natural minutes that a deadline leaves at least, over every minute of the week at which it may begin."""
    return min(ends(deadline, begins) - begins for begins in range(WEEK))


def makes(maker: Maker, scope: Scope) -> bool:
    """Whether a promise is about equipment of this maker; one that names none is about all equipment."""
    classes = scope.get("equipment")
    return not maker.equipment or classes is None or not classes.isdisjoint(maker.equipment)


def serving(people: Iterable[Person], channel: str) -> list[Person]:
    """The people of a list who serve on a channel."""
    return [person for person in people if channel in person.channels]


def after(day: datetime.date, term: Duration) -> datetime.date | None:
    """The last day of a term that begins on a day; none for hours and working days."""
    if term.months is None:
        return day + datetime.timedelta(days=int(term.amount)) if term.unit == "day" else None
    if term.months.denominator != 1:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(term.months), 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    first_of_next = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1) if year < datetime.MAXYEAR else None
    last = (first_of_next - datetime.timedelta(days=1)).day if first_of_next else 28
    return datetime.date(year, month + 1, min(day.day, last))


def set_all(context: Context, wanted: list[tuple[Fact, Quantity]]) -> tuple[Fix, ...]:
    """A fix that gives several promises the values beside them at once; none where a guardrail forbids one of them."""
    single = [settings_to(context, one) for one in wanted]
    if len(single) == 1:
        return single[0]
    if not single or not all(single):
        return ()
    edits = tuple(edit for fixes in single for edit in fixes[0].edits)
    written = tuple(M("`{path}` to {value}", path=edit.path, value=edit.value) for edit in edits)
    return (Fix(M("set {settings} (inside their guardrails)", settings=written), edits),)

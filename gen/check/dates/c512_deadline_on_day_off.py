"""A deadline falls on a day off, and nothing says what follows.

What it finds: a date that a clause prints, or a planned day of the bid, on a weekend or public holiday, where no
clause of the bid says what happens to a deadline whose last day is a day off (a promise of the kind `last_day_roll`).
Holidays are announced a year at a time. A printed date in a year that is not announced yet is reported as undecided;
planned days are looked at in the announced years only.

Why it matters: by article 203 of the Civil Code the day after the holidays is then the last day, so what is printed
is not the day that counts, and the parties reckon differently.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 交付
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      due: {label: 提交日期, type: date, default: 2026-10-01}
    text: |
      {{ provider }}于{{ due }}前提交服务计划。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 交付
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      due: {label: 提交日期, type: date, default: 2026-09-30}
    text: |
      {{ provider }}于{{ due }}前提交服务计划。

What to do: name a day that is worked, or let a clause say that the next day worked counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import OPENING, planned
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.quantity import Choice, Date
from gen.quantity.holidays import day_off
from gen.rule import Severity, rule
from gen.source import Span

RULE = rule(__name__, __doc__, Severity.HINT)

_WEEKDAYS = (
    M("Monday"), M("Tuesday"), M("Wednesday"), M("Thursday"), M("Friday"), M("Saturday"), M("Sunday"),
)  # fmt: skip


def check(context: Context) -> Iterator[Finding]:
    """One finding for each deadline on a day off, or on a day of which that is not known."""
    if any(f.dimension == "last_day_roll" and isinstance(f.quantity, Choice) and f.quantity.key == "next_day"
           for f in context.facts):  # fmt: skip
        return
    for cells in context.package.settings.values():
        for setting in cells.values():
            if isinstance(setting.quantity, Date):
                yield from _day(setting.path, setting.quantity.day, setting.span, context, printed=True)
    for event, day in planned(context).items():
        if event != OPENING or OPENING in context.package.bid.dates:
            yield from _day(event, day.day, day.span, context, printed=False)


def _day(name: str, day: datetime.date, span: Span, context: Context, *, printed: bool) -> Iterator[Finding]:
    off = day_off(day)
    said: Message | None = None
    if off:
        said = M("{day} is a day off ({weekday})", day=day.isoformat(), weekday=_WEEKDAYS[day.weekday()])
    elif off is None and printed:
        said = M("undecided whether {day} ({weekday}) is a day off: the holidays of {year} are not held",
                 day=day.isoformat(), weekday=_WEEKDAYS[day.weekday()], year=day.year)  # fmt: skip
    if said is not None:
        yield found(
            RULE,
            said,
            Label(span, M("`{name}`", name=name)),
            helps=[M("name a day that is worked, or let a clause say that the next day worked counts")],
            key=(name, day.isoformat()),
            bid=context.package.bid.id,
        )

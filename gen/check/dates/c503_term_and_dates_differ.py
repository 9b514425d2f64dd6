"""A term and the days that the bid gives for it do not fit.

What it finds: a promised term whose start has a day under `dates`, and whose end has one too (under `dates`, or as a
promise of the kind `warranty_expiry`), where start and length do not lead to that end; and two different days for one
event, such as one under `dates` and one in a clause. Terms are counted as the Civil Code counts them: the day of the
event is not counted, a term of years ends on the day with the same number, and where its last month has none, on that
month's last day. Where the vocabulary says that the day of an event is counted, the term ends a day earlier. A day that
is promised as the earliest end (`at_least`) contradicts nothing but an earlier planned one.

Why it matters: a term that is stated twice is stated in two ways. The customer relies on the longer one, and the end
of the warranty decides who pays.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      质保期为{{ term }}，自最终验收合格之日起算。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {final_acceptance_passed: 2027-06-30, warranty_ended: 2029-06-30}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      质保期为{{ term }}，自最终验收合格之日起算。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {final_acceptance_passed: 2027-06-30, warranty_ended: 2030-06-30}

What to do: correct the length or one of the days; best, give only start and length, and let the end follow.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import Day, end_of, event_words, planned
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.model.param import PLAIN
from gen.quantity import Date
from gen.rule import rule

RULE = rule(__name__, __doc__)

_NOT_COUNTED = M("the day of the event is not counted, and the term ends with the day of the same number")
_COUNTED = M("the day of the event is counted, so the term ends on the day before the one of the same number")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each term that leads to another day than the one given, and for two days of one end."""
    days = planned(context)
    yield from _planned_again(days, context)
    stated = [(days[event], None) for event in days] + [
        (Day(fact.ends, fact.quantity.day, fact.span), fact)
        for fact in context.facts
        if isinstance(fact.quantity, Date) and fact.ends
    ]
    terms = [(fact, end) for fact in context.facts if (end := end_of(fact, days)) is not None]
    for day, said_by in stated:
        floor = said_by is not None and said_by.comparator == "at_least"
        if floor and (day.event not in days or days[day.event].day >= day.day):
            continue  # the end comes no earlier; whatever a term leads to, the later day holds
        if said_by is not None and day.event in days and days[day.event].day != day.day:
            yield _two_days(days[day.event], day, said_by.path, said_by.key, context)
            continue
        reckoned = [(fact, end) for fact, end in terms if fact.ends == day.event]
        fits = any(end == day.day for _, end in reckoned)
        differing: dict[tuple[str, int, datetime.date], list[Fact]] = {}
        for fact, end in reckoned:
            if _differs(fact, end, day.day, fits=fits):
                differing.setdefault((fact.clause, fact.commitment, end), []).append(fact)
        for (_, _, end), facts in differing.items():
            yield _finding(facts, end, days[facts[0].start], day, context)


def _planned_again(days: dict[str, Day], context: Context) -> Iterator[Finding]:
    """Events that a clause states on one day and the bid plans on another."""
    for clause in context.package.clauses.values():
        for param in clause.loaded.params.values():
            setting = context.package.setting(param.path).get(PLAIN)
            if setting is None or not isinstance(setting.quantity, Date) or param.spec.event not in days:
                continue
            if setting.quantity.day != days[param.spec.event].day:
                day = Day(param.spec.event, setting.quantity.day, setting.span)
                yield _two_days(days[day.event], day, param.path, param.path, context)


def _differs(fact: Fact, end: datetime.date, day: datetime.date, *, fits: bool) -> bool:
    """Whether a day contradicts a term; one that comes later breaks no minimum where another term leads to it."""
    if fact.comparator == "at_most":
        return day > end
    if fact.comparator == "at_least":
        return day < end or (day > end and not fits)
    return day != end


def _finding(facts: list[Fact], end: datetime.date, start: Day, day: Day, context: Context) -> Finding:
    fact = facts[0]  # the others are rows of the same table, of the same length
    event = event_words(day.event, context)
    return found(
        RULE,
        M("{promise} of {term} from {start} ends on {end}, but {event} is dated {day}", promise=fact.named,
          term=str(fact.quantity), start=start.day.isoformat(), end=end.isoformat(), event=event,
          day=day.day.isoformat()),
        *(says(each) for each in facts),
        Label(start.span, M("it runs from here: {event}", event=event_words(start.event, context))),
        Label(day.span, M("{event} on {day}", event=event, day=day.day.isoformat())),
        notes=[_COUNTED if start.counted else _NOT_COUNTED],
        helps=[M("correct the length or one of the days, or leave the end to follow from start and length")],
        key=(*sorted({each.key for each in facts}), start.event, day.event),
        bid=context.package.bid.id,
    )  # fmt: skip


def _two_days(first: Day, second: Day, path: str, key: str, context: Context) -> Finding:
    event = event_words(first.event, context)
    return found(
        RULE,
        M("{event} is dated {first} and {second}", event=event, first=first.day.isoformat(),
          second=second.day.isoformat()),
        Label(first.span, M("{event} on {day}", event=event, day=first.day.isoformat())),
        Label(second.span, M("`{path}` says {value}", path=path, value=str(Date(second.day)))),
        helps=[M("keep one of the two")],
        key=(first.event, key),
        bid=context.package.bid.id,
    )  # fmt: skip

"""A term runs out before the event that it must outlast.

What it finds: a promised term whose start has a day, and an event planned for a day after the term's end that cannot
come after it: a warranty of twelve months from delivery where final acceptance is planned fourteen months after
delivery, a bid that is valid for less time than it takes to award the contract.

Why it matters: the customer would accept goods without warranty, and an award after the bid has lapsed binds nobody.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 12个月}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: delivery}
    text: |
      质保期为{{ term }}，自到货之日起算。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {delivery: 2027-03-01, final_acceptance_passed: 2028-05-08}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 24个月}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: delivery}
    text: |
      质保期为{{ term }}，自到货之日起算。
    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {delivery: 2027-03-01, final_acceptance_passed: 2028-05-08}

What to do: let the term begin with the later event, or make it longer.
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
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each term that ends before the last event that it must outlast."""
    days = planned(context)
    vocabulary = context.package.library.vocabulary
    before = {event: vocabulary.after(event) for event in days}
    early: dict[tuple[str, int, datetime.date], list[Fact]] = {}
    last: dict[tuple[str, int, datetime.date], Day] = {}
    for fact in context.facts:
        end = end_of(fact, days)
        if end is None or fact.ends in days:
            continue  # a dated end is held against its term and its order by the rules for those
        outlasted = [day for event, day in days.items() if fact.ends in before[event] and day.day > end]
        if outlasted:
            key = (fact.clause, fact.commitment, end)
            early.setdefault(key, []).append(fact)
            last[key] = max(outlasted, key=lambda day: day.day)
    for key, facts in early.items():
        yield _finding(facts, key[2], days[facts[0].start], last[key], context)


def _finding(facts: list[Fact], end: datetime.date, start: Day, event: Day, context: Context) -> Finding:
    fact = facts[0]  # the others are rows of the same table, of the same length
    name = event_words(event.event, context)
    return found(
        RULE,
        M("{promise} of {term} ends on {end}, before {event} on {day}", promise=fact.named,
          term=str(fact.quantity), end=end.isoformat(), event=name, day=event.day.isoformat()),
        *(says(each) for each in facts),
        Label(start.span, M("it runs from here: {event}", event=event_words(start.event, context))),
        Label(event.span, M("{event} on {day}", event=name, day=event.day.isoformat())),
        helps=[M("let the term begin with the later event, or make it longer")],
        key=(*sorted({each.key for each in facts}), start.event, event.event),
        bid=context.package.bid.id,
    )  # fmt: skip

"""Two planned days are in the wrong order.

What it finds: two events under `dates` of a bid of which the one that must come first is planned for the later day:
final acceptance before initial acceptance, delivery before the contract is signed. Which event cannot come before
which is said in the vocabulary (`before`). The bid's `submission` counts as the day on which bids close.

Why it matters: terms, payments and penalties hang on these days. A plan that cannot happen is marked down, and the
terms computed from it are wrong.

Fails:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {delivery: 2027-03-01, initial_acceptance_passed: 2027-06-30, final_acceptance_passed: 2027-05-31}

Passes:

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位}
    documents: [letter]
    dates: {delivery: 2027-03-01, initial_acceptance_passed: 2027-04-30, final_acceptance_passed: 2027-05-31}

What to do: correct the day that is wrong. If the order itself does not hold for you, the vocabulary is to be
corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import Day, event_words, planned
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two events in the wrong order, unless one between them already says so."""
    days = planned(context)
    after = {event: context.package.library.vocabulary.after(event) & days.keys() for event in days}
    wrong = {
        (first, second) for first, later in after.items() for second in later if days[first].day > days[second].day
    }
    for first, second in sorted(wrong):
        between = [event for event in after[first] if second in after[event]]
        if not any((first, event) in wrong or (event, second) in wrong for event in between):
            yield _finding(days[first], days[second], context)


def _finding(first: Day, second: Day, context: Context) -> Finding:
    earlier, later = (event_words(day.event, context) for day in (first, second))
    return found(
        RULE,
        M("{earlier} is planned for {first}, after {later} on {second}", earlier=earlier, later=later,
          first=first.day.isoformat(), second=second.day.isoformat()),
        Label(first.span, M("{event} on {day}", event=earlier, day=first.day.isoformat())),
        Label(second.span, M("{event} on {day}, which cannot come before it", event=later, day=second.day.isoformat())),
        helps=[M("correct one of the two days")],
        key=(first.event, second.event),
        bid=context.package.bid.id,
    )  # fmt: skip

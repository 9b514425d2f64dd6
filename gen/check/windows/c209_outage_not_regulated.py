"""An availability does not say whether planned outages count.

What it finds: a promise of availability whose clock does not name the planned outage among the events that stop it.

Why it matters: 99.9 % leaves less than nine hours a year. A single planned maintenance night uses them up if it counts.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 可用率
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      rate: {label: 可用率, type: percent, default: 99.9%}
    commitments:
      - promise: availability
        at_least: $rate
    text: |
      {{ provider }}保证系统可用率不低于{{ rate }}，按月统计。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 可用率
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      rate: {label: 可用率, type: percent, default: 99.9%}
    commitments:
      - promise: availability
        at_least: $rate
        clock: {kind: natural, stops: [planned_outage]}
    text: |
      {{ provider }}保证系统可用率不低于{{ rate }}，计划内停机不计入。

What to do: say that planned outages do not count (`stops: [planned_outage]`), and how long and how often they may be.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.pairs import one_of_each
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each availability that says nothing about planned outages."""
    for fact in one_of_each(context.facts):
        clock = fact.promise.clock
        if fact.dimension != "availability" or (clock is not None and "planned_outage" in clock.stops):
            continue
        yield found(
            RULE,
            M("an availability of {value}, and nothing about planned outages", value=str(fact.quantity)),
            says(fact),
            helps=[M("say that planned outages do not count: `clock: {example}`",
                     example="{kind: natural, stops: [planned_outage]}")],
            key=(fact.dimension, fact.clause, str(fact.commitment)),
            bid=context.package.bid.id,
        )  # fmt: skip

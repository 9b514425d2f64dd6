"""A deadline or a term does not say from when it runs.

What it finds: a deadline of a step that ends with an event (an arrival, a repair, a payment), or a term of warranty or
of free support, whose clock names no event from which it runs; a term only where no promise says when the warranty
begins.

Why it matters: four hours to arrive, from when? From the call, from the ticket, from the moment at which remote work is
given up: the customer takes the first, the bidder meant the last.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
      response: {label: 响应时限, type: duration, default: 2小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: natural}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
      response: {label: 响应时限, type: duration, default: 2小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

What to do: name the event: `clock: {kind: natural, from: report_received}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.pairs import one_of_each
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.quantity import Duration
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each commitment whose deadline or term has no start."""
    begun = any(fact.dimension == "warranty_start" for fact in context.facts)
    for fact in one_of_each(context.facts):
        if not isinstance(fact.quantity, Duration) or fact.start or not fact.ends:
            continue
        deadline = fact.comparator != "at_least" and fact.spec.better == "less"
        term = fact.spec.better == "more" and not begun
        if not deadline and not term:
            continue
        yield found(
            RULE,
            M("{promise} within {value}, but from when?", promise=fact.named,
              value=str(fact.quantity))
            if deadline
            else M("{promise} of {value}, but from when?", promise=fact.named,
                   value=str(fact.quantity)),
            says(fact),
            helps=[M("name the event from which it runs: `clock: {example}`",
                     example="{kind: natural, from: report_received}")],
            key=(fact.dimension, fact.clause, str(fact.commitment)),
            bid=context.package.bid.id,
        )  # fmt: skip

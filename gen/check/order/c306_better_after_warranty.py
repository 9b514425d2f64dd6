"""Service after the warranty is stronger than in it.

What it finds: two promises of one kind, one for the warranty and one for the time after it, where that in the warranty
is the weaker.

Why it matters: the warranty is the service that the price has paid for; a customer who waits longer in it than after it
will ask why.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 质保期内的响应时限, type: duration, default: 4小时}
      second: {label: 质保期外的响应时限, type: duration, default: 2小时}
    commitments:
      - promise: response
        scope: {phase: in_warranty}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {phase: post_warranty}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，质保期内在{{ first }}内响应，质保期外在{{ second }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 质保期内的响应时限, type: duration, default: 2小时}
      second: {label: 质保期外的响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {phase: in_warranty}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {phase: post_warranty}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，质保期内在{{ first }}内响应，质保期外在{{ second }}内响应。

What to do: make the promise in the warranty at least as strong.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.order.inversion import inversions
from gen.finding import Finding
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """Compare the promises in the warranty with those after it."""
    yield from inversions(context, RULE, "phase", {"in_warranty": 0, "post_warranty": 1})

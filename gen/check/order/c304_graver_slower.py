"""A graver fault is served later than a lighter one.

What it finds: two promises of one kind for different fault severities, where the graver one is the weaker. Deadlines in
working time and in natural time are compared at every minute of a week; where now one, now the other ends first, it is
a warning.

Why it matters: an evaluator reads a tier table from the top; a first line that is slower than the second shows that
nobody read it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 一级故障的响应时限, type: duration, default: 6小时}
      second: {label: 二级故障的响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {severity: S1}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {severity: S2}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，一级故障在{{ first }}内响应，二级故障在{{ second }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 一级故障的响应时限, type: duration, default: 2小时}
      second: {label: 二级故障的响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {severity: S1}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {severity: S2}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，一级故障在{{ first }}内响应，二级故障在{{ second }}内响应。

What to do: shorten the promise for the graver fault, or lengthen the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.order.inversion import inversions, ranks_of
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Compare the promises for each two severities."""
    yield from inversions(context, RULE, "severity", ranks_of(context, "severity"))

"""A nearer site is served later than a farther one.

What it finds: two promises of one kind for different regions, where the nearer one is the weaker.

Why it matters: whoever reaches another city in four hours and needs twelve across town has mixed up two lines of a
table.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 同城的到场时限, type: duration, default: 12小时}
      second: {label: 地市的到场时限, type: duration, default: 4小时}
    commitments:
      - promise: onsite_arrival
        scope: {region: same_city}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: onsite_arrival
        scope: {region: prefecture}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，同城在{{ first }}内响应，地市在{{ second }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 同城的到场时限, type: duration, default: 4小时}
      second: {label: 地市的到场时限, type: duration, default: 12小时}
    commitments:
      - promise: onsite_arrival
        scope: {region: same_city}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: onsite_arrival
        scope: {region: prefecture}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，同城在{{ first }}内响应，地市在{{ second }}内响应。

What to do: shorten the promise for the nearer region, or lengthen the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.order.inversion import done, inversions, ranks_of
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Compare the promises for each two regions."""
    yield from inversions(context, RULE, "region", ranks_of(context, "region"), done)

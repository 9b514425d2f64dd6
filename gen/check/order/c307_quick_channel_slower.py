"""A quick channel is slower than one that takes longer by nature.

What it finds: two promises of one kind for different channels, where the telephone is slower than remote work, or
either of them slower than a visit.

Why it matters: whoever stands at the site after four hours but connects from afar after eight would never connect; one
of the two is a slip.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 远程支持的响应时限, type: duration, default: 8小时}
      second: {label: 现场服务的响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {channel: remote}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {channel: onsite}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，远程支持在{{ first }}内响应，现场服务在{{ second }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 远程支持的响应时限, type: duration, default: 1小时}
      second: {label: 现场服务的响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {channel: remote}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {channel: onsite}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，远程支持在{{ first }}内响应，现场服务在{{ second }}内响应。

What to do: shorten the promise for the quick channel, or say what each of the two is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.order.inversion import done, inversions
from gen.finding import Finding
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_QUICK_FIRST = {"hotline": 0, "phone": 0, "im": 0, "remote": 1, "onsite": 2}


def check(context: Context) -> Iterator[Finding]:
    """Compare the promises for each two channels."""
    yield from inversions(context, RULE, "channel", _QUICK_FIRST, done)

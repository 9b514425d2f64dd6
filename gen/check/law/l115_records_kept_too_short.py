"""Logs or records are kept for less time than the law demands.

What it finds: network and operation logs that are kept for less than 6 months, and records of the processing of data
for less than 3 years. Months are compared with days by how long they can last: six months are up to 184 days.

Why it matters: the customer owes the retention to the authorities; a provider that deletes earlier puts it in breach.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 日志
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      kept: {label: 日志保存期, type: duration, default: 90日, allow: 90日..365日}
    commitments:
      - {promise: log_retention, at_least: $kept, clock: {kind: natural}}
    text: |
      操作日志保存不少于{{ kept }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 日志
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      kept: {label: 日志保存期, type: duration, default: 6个月, allow: 6个月..24个月}
    commitments:
      - {promise: log_retention, at_least: $kept, clock: {kind: natural}}
    text: |
      操作日志保存不少于{{ kept }}。

What to do: write 6个月, or at least 184 days.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Records that are deleted too early."""
    return breaches(RULE, context)

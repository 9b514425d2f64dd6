"""The customer is told of a security incident after it had to report it.

What it finds: a notice of a security incident later than the customer's own clock: 1 hour where it runs critical
information infrastructure, else 4 hours. Central state bodies have 2 hours; bidgen does not know whether the customer
is one, and the review list asks.

Why it matters: the clock of the customer's report runs while it has not been told; with such a promise it is late by
contract.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 安全事件
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 安全事件告知时限, type: duration, default: 24小时, allow: 30分钟..24小时}
    commitments:
      - {promise: incident_notice, at_most: $within, clock: {kind: natural, from: incident_found}}
    text: |
      {{ provider }}自发现安全事件起{{ within }}内告知{{ customer }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 安全事件
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 安全事件告知时限, type: duration, default: 1小时, allow: 30分钟..24小时}
    commitments:
      - {promise: incident_notice, at_most: $within, clock: {kind: natural, from: incident_found}}
    text: |
      {{ provider }}自发现安全事件起{{ within }}内告知{{ customer }}。

What to do: promise a notice within the clock, with time left for the report itself. State
`customer.critical_infrastructure`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """Notices later than the legal clock."""
    return breaches(RULE, context)

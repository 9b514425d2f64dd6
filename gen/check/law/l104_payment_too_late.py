"""The payment term is longer than the law allows, or payment hangs on somebody else's.

What it finds: where the bidder is a small or medium enterprise: a payment term of more than 60 days that a public
body has (a large enterprise: as a warning, for a longer one may be reasonable), and payment that runs from money
received or on a condition that a third party pays. Wordings that let the customer pay only when somebody else has
paid are found in any case, as a warning. Days are compared with months by the longest that those can last, working
days by when they really end.

Why it matters: such a term is void or cut to the limit; the bid shows that nobody looked at the law that protects the
bidder itself.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 付款
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 付款期限, type: duration, default: 90日, allow: 10日..90日}
    commitments:
      - {promise: payment, at_most: $within, clock: {kind: natural, from: acceptance_passed}, obligor: customer}
    text: |
      {{ customer }}自验收合格之日起{{ within }}内付款。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位, type: public_body}
    documents: [letter]

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    sme: true

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 付款
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 付款期限, type: duration, default: 60日, allow: 10日..90日}
    commitments:
      - {promise: payment, at_most: $within, clock: {kind: natural, from: acceptance_passed}, obligor: customer}
    text: |
      {{ customer }}自验收合格之日起{{ within }}内付款。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08}
    customer: {name: 示例单位, type: public_body}
    documents: [letter]

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    sme: true

What to do: shorten the term, and let it run from delivery or acceptance. State `customer.type` in the bid and `sme`
in `clauses/company.yaml`: without them the limit is undecided, and is asked about on the review list.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.check.law.phrase import phrased
from gen.finding import Finding
from gen.model.library import Library
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Payment terms beyond the limit that binds this customer."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Wordings that let the customer pay only when paid."""
    return phrased(RULE, library)

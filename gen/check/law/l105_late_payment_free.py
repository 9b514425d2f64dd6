"""Late payment costs nothing.

What it finds: interest or liquidated damages for late payment of 0% where a public body or large enterprise owes a
small or medium enterprise, and wordings that waive them. Whether a rate above 0% reaches the one-year loan prime rate
is not decided here: bidgen holds no rates, and the review list asks.

Why it matters: the law sets a floor, the one-year loan prime rate when the contract is made; a term without interest
falls short of it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 逾期付款
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      rate: {label: 逾期付款利息比例, type: percent, default: 0%, allow: 0%..0.5‰}
    commitments:
      - {promise: late_interest, is: $rate, obligor: customer}
    text: |
      {{ customer }}逾期付款的，按逾期金额每日{{ rate }}支付利息。

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
    title: 逾期付款
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      rate: {label: 逾期付款利息比例, type: percent, default: 0.3‰, allow: 0.2‰..0.5‰}
    commitments:
      - {promise: late_interest, is: $rate, obligor: customer}
    text: |
      {{ customer }}逾期付款的，按逾期金额每日{{ rate }}支付利息。

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

What to do: set a daily rate, or write that the rate is not below the one-year loan prime rate when the contract is
made.
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
    """Rates for late payment at nothing."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Wordings that waive them."""
    return phrased(RULE, library)

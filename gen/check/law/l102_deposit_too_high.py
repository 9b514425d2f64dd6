"""Earnest money is above what the law allows.

What it finds: a promise of the kind `deposit` of more than 20% of the price.

Why it matters: the part above the limit has no effect as earnest money, and a tender's lawyers see it at once.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 定金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 定金比例, type: percent, default: 30%, allow: 10%..30%}
    commitments:
      - {promise: deposit, is: $share, obligor: customer}
    text: |
      {{ customer }}于合同生效后支付合同总价{{ share }}的定金。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 定金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 定金比例, type: percent, default: 20%, allow: 10%..20%}
    commitments:
      - {promise: deposit, is: $share, obligor: customer}
    text: |
      {{ customer }}于合同生效后支付合同总价{{ share }}的定金。

What to do: lower the earnest money to 20%, or make the rest a prepayment (预付款), which is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Earnest money beyond the limit."""
    return breaches(RULE, context)

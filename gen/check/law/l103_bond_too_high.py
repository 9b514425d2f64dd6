"""A bond is above what the law allows.

What it finds: a bid bond of more than 2% of the estimated price or the budget, or a performance bond of more than 10%
of the contract price.

Why it matters: a purchaser may not ask for more, and what is offered beyond it ties up money for nothing.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 履约保证金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 履约保证金比例, type: percent, default: 15%, allow: 5%..15%}
    commitments:
      - {promise: performance_bond, is: $share}
    text: |
      {{ provider }}于合同签订前提交合同总价{{ share }}的履约保证金。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 履约保证金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 履约保证金比例, type: percent, default: 10%, allow: 5%..10%}
    commitments:
      - {promise: performance_bond, is: $share}
    text: |
      {{ provider }}于合同签订前提交合同总价{{ share }}的履约保证金。

What to do: lower the bond to the limit; if the tender asks for more, ask the purchaser before the deadline for
questions.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Bonds beyond their limits."""
    return breaches(RULE, context)

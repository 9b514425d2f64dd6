"""A supplement may exceed what the law allows.

What it finds: in government procurement, supplementary contracts of more than 10% of the original one.

Why it matters: what exceeds the limit must be tendered anew; a contract that allows more cannot be performed.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 追加
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 追加比例, type: percent, default: 15%, allow: 5%..20%}
    commitments:
      - {promise: addon_share, at_most: $share, obligor: both}
    text: |
      补充合同的金额不超过原合同金额的{{ share }}。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, government_procurement: true}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 追加
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      share: {label: 追加比例, type: percent, default: 10%, allow: 5%..20%}
    commitments:
      - {promise: addon_share, at_most: $share, obligor: both}
    text: |
      补充合同的金额不超过原合同金额的{{ share }}。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, government_procurement: true}
    customer: {name: 示例单位}
    documents: [letter]

What to do: lower the share to 10%. State `project.government_procurement`: without it the limit is undecided, and is
asked about on the review list.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Add-ons beyond the limit."""
    return breaches(RULE, context)

"""A warranty is shorter than the law demands.

What it finds: in a contract for works a warranty under 2 years that covers machine rooms and low-voltage facilities;
for a consumer, as a warning, one under 1 year that covers terminals. A promise that names no equipment covers all of
it.

Why it matters: the shorter term has no effect: the statutory one holds, and the price was made without it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 1年, allow: 1年..5年}
    commitments:
      - promise: warranty_term
        scope: {equipment: facility}
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      {{ provider }}对机房与弱电设施提供{{ term }}质保。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, contract: works}
    customer: {name: 示例单位}
    documents: [letter]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保期
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 2年, allow: 1年..5年}
    commitments:
      - promise: warranty_term
        scope: {equipment: facility}
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      {{ provider }}对机房与弱电设施提供{{ term }}质保。

    # projects/demo/project.yaml
    id: demo
    title: 示例
    profile: basic
    project: {name: 示例项目, number: X-1, submission: 2026-12-08, contract: works}
    customer: {name: 示例单位}
    documents: [letter]

What to do: lengthen the warranty for that equipment, or limit the promise to other equipment. State
`project.contract`: without it the floor is undecided, and is asked about on the review list.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """Warranties below their floor."""
    return breaches(RULE, context)

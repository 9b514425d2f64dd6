"""The customer's right to claim ends earlier than the law lets it.

What it finds: a period for claims under 3 years, and wordings by which the customer forfeits its right to sue or
claim. A period for giving notice of defects is something else, and not found.

Why it matters: limitation periods are set by law; a shorter one is void, and a tender's lawyers take the bid for
careless or hostile.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 索赔
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 索赔期限, type: duration, default: 1年, allow: 1年..3年}
    commitments:
      - {promise: claim_period, at_most: $within, clock: {kind: natural, from: fault_resolved}}
    text: |
      {{ customer }}自故障排除之日起{{ within }}内提出索赔。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 索赔
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      within: {label: 索赔期限, type: duration, default: 3年, allow: 1年..3年}
    commitments:
      - {promise: claim_period, at_most: $within, clock: {kind: natural, from: fault_resolved}}
    text: |
      {{ customer }}自故障排除之日起{{ within }}内提出索赔。

What to do: make it a period for notice of defects, without loss of the right to claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.check.law.phrase import phrased
from gen.finding import Finding
from gen.model.library import Library
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """Periods for claims below the limitation period."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Wordings that forfeit claims."""
    return phrased(RULE, library)

"""Liability is excluded that the law does not let go.

What it finds: an exclusion of liability for personal injury, or for loss caused on purpose or by gross negligence: as
a promise of the kind `exclusion_of_liability` or in a wording. A wording that excludes everything and carves nothing
out in the same sentence is a warning.

Why it matters: the term is void, and it is the first thing that a customer's lawyer strikes out.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 责任
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      {{ provider }}对服务过程中造成的损失概不负责。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 责任
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      {{ provider }}不承担间接损失，但人身损害以及因故意、重大过失造成的损失除外。
      因{{ customer }}违反操作说明造成的损坏，{{ provider }}不承担任何修复责任。

What to do: name the loss that is excluded and carve out injury, intent and gross negligence in the same sentence, or
cap the amount.
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
    """Exclusions that are promised as data."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Exclusions in wordings."""
    return phrased(RULE, library)

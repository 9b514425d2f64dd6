"""A standard term is one-sided.

What it finds: the last word on what the text means (最终解释权), a right to change price or terms alone, a ban on
objections; in wordings, and as a promise of the kind `interpretation`.

Why it matters: a clause library is a set of standard terms: what is unreasonably one-sided is void, and what can be
read in two ways is read against who wrote it.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 其他
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      本承诺的最终解释权归{{ provider }}所有。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 其他
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      本承诺有疑义的，由双方依照合同和法律解释。

What to do: delete it, or make it subject to both sides' written consent.
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
    """One-sided terms that are promised as data."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """One-sided wordings."""
    return phrased(RULE, library)

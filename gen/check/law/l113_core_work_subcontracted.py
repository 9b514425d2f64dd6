"""Core work is passed on to others.

What it finds: a promise of the kind `subcontracting` by which all work, core work, or any work without disclosure or
consent may be passed on, and wordings that pass everything on.

Why it matters: passing the project on voids the award; subcontracting is lawful only for other than core work,
disclosed or agreed, and once.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 分包
    status: approved
    owner: legal
    review_by: 2027-10-01
    commitments:
      - {promise: subcontracting, is: core}
    text: |
      分包由双方另行约定。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 分包
    status: approved
    owner: legal
    review_by: 2027-10-01
    commitments:
      - {promise: subcontracting, is: non_core_by_consent}
    text: |
      分包由双方另行约定。

What to do: limit it to named work beside the core, disclosed in the bid or with the customer's consent, without a
further step.
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
    """Subcontracting that is promised as data."""
    return breaches(RULE, context)


def check_library(library: Library) -> Iterator[Finding]:
    """Wordings that pass everything on."""
    return phrased(RULE, library)

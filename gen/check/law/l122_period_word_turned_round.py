"""A word of period is defined against the Civil Code.

What it finds: wordings by which 以上, 以下, 以内 or 届满 do not include the number itself, or 不满, 超过 or 以外 do.

Why it matters: the law counts the other way; other clauses and the tender use the words as the law does, so each
boundary is read in two ways.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 计时
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      本承诺所称“以内”不包括本数。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 计时
    status: approved
    owner: legal
    review_by: 2027-10-01
    text: |
      本承诺所称“以内”包括本数，“超过”不包括本数。

What to do: choose the word that says it: 超过, 不满, 以外 for without the number itself, 以上, 以下, 以内 for with
it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.law.phrase import phrased
from gen.finding import Finding
from gen.model.library import Library
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.HINT)


def check_library(library: Library) -> Iterator[Finding]:
    """Definitions that turn a word round."""
    return phrased(RULE, library)

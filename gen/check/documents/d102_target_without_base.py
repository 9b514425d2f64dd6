"""A target is a share, and nothing says of what.

What it finds: a promise of satisfaction, of a first-time fix rate or of an on-time rate that does not name what it is a
share of (`base`).

Why it matters: 95 % satisfied, measured on a questionnaire of seven grades, may mean those who ticked seven, or five
and more. Whoever evaluates the service chooses.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      target: {label: 满意度, type: percent, default: 95%}
    commitments:
      - promise: satisfaction
        at_least: $target
    text: |
      {{ provider }}保证客户满意度不低于{{ target }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      target: {label: 满意度, type: percent, default: 95%}
    commitments:
      - promise: satisfaction
        at_least: $target
        base: 有效答卷
    text: |
      {{ provider }}保证客户满意度不低于{{ target }}，按评价为满意以上的答卷占有效答卷的比例计算。

What to do: name the base in the commitment and in the text: the valid answers, the closed tickets.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.pairs import one_of_each
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_RATES = {"satisfaction", "first_fix_rate", "ontime_rate"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each target that is a share of nothing."""
    for fact in one_of_each(context.facts):
        if fact.dimension in _RATES and not fact.promise.base:
            yield found(
                RULE,
                M("{promise} of {value}: a share of what?", promise=fact.named,
                  value=str(fact.quantity)),
                says(fact),
                helps=[M("name the base in the commitment and in the text: `base: …`")],
                key=(fact.dimension, fact.clause, str(fact.commitment)),
                bid=context.package.bid.id,
            )  # fmt: skip

"""Liquidated damages are likely excessive, or a cap leaves no liability.

What it finds: a daily rate of liquidated damages without a cap that reaches 30% of its base within a year, or a cap
above 30% of the price, as a hint: what counts is 30% above the loss, which no file knows. A cap on damages or on
liability of 0%, as a warning: it empties the promises that it caps.

Why it matters: a court may cut excessive damages on request, and a term that forbids it to fails; damages that end at
nothing make every deadline of the bid a wish.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 违约金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      daily: {label: 违约金比例, type: percent, default: 1%, allow: 0.1‰..1%}
    commitments:
      - {promise: liquidated_damages, is: $daily}
    text: |
      修复逾期的，{{ provider }}每日按合同总价的{{ daily }}支付违约金。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 违约金
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      daily: {label: 违约金比例, type: percent, default: 1%, allow: 0.1‰..1%}
      cap: {label: 违约金上限, type: percent, default: 10%, allow: 5%..10%}
    commitments:
      - {promise: liquidated_damages, is: $daily}
      - {promise: ld_cap, is: $cap}
    text: |
      修复逾期的，{{ provider }}每日按合同总价的{{ daily }}支付违约金，累计不超过合同总价的{{ cap }}。

What to do: cap the damages at a share of the price, and carve out of the cap what may not be capped.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from gen.check.context import Context
from gen.check.law.breach import breaches
from gen.check.pairs import one_of_each
from gen.check.scope import meet
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Percent
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_EXCESSIVE = Fraction(30, 100)
_YEAR = 365


def check(context: Context) -> Iterator[Finding]:
    """Caps above the limit, caps of nothing, and rates that no cap stops."""
    yield from breaches(RULE, context)
    caps = [fact for fact in context.facts if fact.dimension in {"ld_cap", "liability_cap"}]
    empty = (fact for fact in caps if isinstance(fact.quantity, Percent) and not fact.quantity.share)
    for fact in one_of_each(empty):
        yield _empty(fact, context)
    for fact in context.facts:
        if fact.dimension == "liquidated_damages" and isinstance(fact.quantity, Percent):
            share = fact.quantity.share
            if share * _YEAR >= _EXCESSIVE and not any(_stops(cap, fact) for cap in caps):
                yield _unstopped(fact, ceil(_EXCESSIVE / share), context)


def _stops(cap: Fact, fact: Fact) -> bool:
    same_side = "both" in {cap.obligor, fact.obligor} or cap.obligor == fact.obligor
    return same_side and meet(cap.scope, fact.scope) is not None


def _empty(fact: Fact, context: Context) -> Finding:
    return found(
        RULE,
        M("{promise} is {value}: nothing is owed for any breach", promise=fact.named,
          value=str(fact.quantity)),
        says(fact),
        helps=[M("set a cap that leaves a remedy, or drop the cap")],
        key=("empty", fact.dimension, fact.key),
        bid=context.package.bid.id,
        confidence=Confidence.MEDIUM,
    )  # fmt: skip


def _unstopped(fact: Fact, days: int, context: Context) -> Finding:
    return found(
        RULE,
        M("{value} for each day and no cap: likely excessive", value=str(fact.quantity)),
        says(fact),
        notes=[
            M("example: after {days} days the damages are 30% of their base", days=days),
            M("what is more than 30% above the loss is generally excessive; the loss is not known"),
            M("source: {source}", source="法释〔2023〕13号第六十五条"),
        ],
        helps=[M("state a cap: a promise of the kind `ld_cap`")],
        key=("uncapped", fact.key),
        bid=context.package.bid.id,
        severity=Severity.HINT,
        confidence=Confidence.LOW,
    )  # fmt: skip

"""Liquidated damages reach their cap before the customer may end the contract.

What it finds: a daily rate of liquidated damages, their cap, and the time that a breach must last before the customer
may end the contract, where the cap is reached earlier than that and no clause lets the customer act on the cap itself
(a promise of the kind `cap_remedy`).

Why it matters: from the day of the cap to the day of the remedy a delay costs nothing more. Customers and their
lawyers count those days.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 违约责任
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      daily: {label: 每日违约金比例, type: percent, default: 5‰}
      cap: {label: 违约金上限, type: percent, default: 5%}
      overdue: {label: 解除合同的违约持续期, type: duration, default: 30日}
    commitments:
      - {promise: liquidated_damages, is: $daily}
      - {promise: ld_cap, is: $cap}
      - {promise: termination, at_most: $overdue, clock: {kind: natural, from: breach_notified}}
    text: |
      逾期的，每日按合同总价的{{ daily }}支付违约金，累计不超过{{ cap }}；逾期超过{{ overdue }}的，可以解除合同。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 违约责任
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      daily: {label: 每日违约金比例, type: percent, default: 1‰}
      cap: {label: 违约金上限, type: percent, default: 5%}
      overdue: {label: 解除合同的违约持续期, type: duration, default: 30日}
    commitments:
      - {promise: liquidated_damages, is: $daily}
      - {promise: ld_cap, is: $cap}
      - {promise: termination, at_most: $overdue, clock: {kind: natural, from: breach_notified}}
    text: |
      逾期的，每日按合同总价的{{ daily }}支付违约金，累计不超过{{ cap }}；逾期超过{{ overdue }}的，可以解除合同。

What to do: lower the daily rate, raise the cap, let the remedy begin earlier, or let the customer act when the cap is
reached and say so as data: `promise: cap_remedy`, `is: termination`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import ceil

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.scope import meet
from gen.check.sides import says
from gen.check.strength import deadline
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Choice, Duration, Percent
from gen.quantity.clock import DAY, longest
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each rate and cap that run out before a remedy begins."""
    owed = [fact for fact in context.facts if fact.obligor != "customer"]
    if any(f.dimension == "cap_remedy" and isinstance(f.quantity, Choice) and f.quantity.key != "none" for f in owed):
        return
    rates, caps, remedies = (
        [fact for fact in owed if fact.dimension == name] for name in ("liquidated_damages", "ld_cap", "termination")
    )
    for rate, cap, remedy in product(rates, caps, remedies):
        days = _days(rate, cap)
        limit = deadline(remedy)
        if days is not None and limit is not None and days < _whole_days(remedy):
            yield _finding(rate, cap, remedy, days, context)


def _days(rate: Fact, cap: Fact) -> int | None:
    """The day on which the damages reach the cap; a day that has begun counts whole."""
    if not isinstance(rate.quantity, Percent) or not isinstance(cap.quantity, Percent) or not rate.quantity.share:
        return None
    bases = {rate.promise.base, cap.promise.base} - {""}
    if len(bases) > 1 or meet(rate.scope, cap.scope) is None:
        return None
    return ceil(cap.quantity.share / rate.quantity.share)


def _whole_days(remedy: Fact) -> Fraction:
    """The days that a breach must last; the day of the notice is not counted."""
    assert isinstance(remedy.quantity, Duration)  # noqa: S101 - it has a deadline
    if remedy.quantity.unit == "day":
        return remedy.quantity.amount
    limit = deadline(remedy)
    assert limit is not None  # noqa: S101 - asked before
    return Fraction(longest(limit)) / DAY


def _finding(rate: Fact, cap: Fact, remedy: Fact, days: int, context: Context) -> Finding:
    return found(
        RULE,
        M("damages of {rate} a day reach their cap of {cap} on day {days}, but the contract may end only after {wait}",
          rate=str(rate.quantity), cap=str(cap.quantity), days=days, wait=str(remedy.quantity)),
        says(rate),
        Label(cap.span, M("`{path}`: reached after {days} days", path=cap.path, days=days)),
        says(remedy),
        helps=[M("let the remedy begin when the cap is reached, or bring rate and cap into line with it")],
        fixes=settings_to(context, (remedy, Duration(Fraction(days), "day"))),
        key=(rate.key, cap.key, remedy.key),
        bid=context.package.bid.id,
    )  # fmt: skip

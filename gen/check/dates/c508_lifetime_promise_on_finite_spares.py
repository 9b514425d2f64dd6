"""Service for life is promised, but spare parts only for some years.

What it finds: a promise of lifetime repair or replacement, and a number of years for which spare parts are supplied
to the same equipment, unless those years begin with the event that ends the promise (`until`).

Why it matters: when the parts have run out the equipment cannot be repaired, and the promise for life is broken.
“For life” is then read as the customer likes.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 终身维修
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      years: {label: 备件供应年限, type: duration, default: 5年}
    commitments:
      - promise: lifetime_service
        scope: {service: repair}
        is: promised
        fee: at_cost
        until: production_ended
      - promise: spare_stock_years
        at_least: $years
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      停产之前终身维修，按成本费收费；自最终验收合格之日起{{ years }}内供应备件。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 终身维修
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      years: {label: 备件供应年限, type: duration, default: 5年}
    commitments:
      - promise: lifetime_service
        scope: {service: repair}
        is: promised
        fee: at_cost
        until: production_ended
      - promise: spare_stock_years
        at_least: $years
        clock: {kind: natural, from: production_ended}
    text: |
      停产之前维修，按成本费收费；自停产之日起{{ years }}内供应备件。

What to do: let the supply of parts begin where the promise ends, or promise a number of years instead of a life.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact, Scope
from gen.quantity import Duration
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_NEEDS_PARTS = {"repair", "parts", "loaner"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each lifetime promise that outlives its parts."""
    supplies = [f for f in context.facts if f.dimension == "spare_stock_years" and isinstance(f.quantity, Duration)]
    for promise in context.facts:
        if (
            promise.dimension != "lifetime_service"
            or not promise.scope.get("service", frozenset(_NEEDS_PARTS)) & _NEEDS_PARTS
        ):
            continue
        where: Scope = {axis: values for axis, values in promise.scope.items() if axis not in {"service", "phase"}}
        for supply in supplies:
            joint = meet(where, {axis: values for axis, values in supply.scope.items() if axis != "service"})
            if joint is not None and (not promise.promise.until or supply.start != promise.promise.until):
                yield _finding(promise, supply, joint, context)
                break


def _finding(promise: Fact, supply: Fact, joint: Scope, context: Context) -> Finding:
    return found(
        RULE,
        M("service for life, but {parts} of {years}", parts=supply.named, years=str(supply.quantity)),
        Label(promise.span, M("promised for life")),
        says(supply),
        notes=[M("both hold: {case}", case=in_words(joint, context.package.library.vocabulary))],
        helps=[M("let the supply of parts begin where the promise ends, or promise a number of years")],
        key=(promise.key, supply.key),
        bid=context.package.bid.id,
    )  # fmt: skip

"""A deadline with liquidated damages never stands still.

What it finds: an arrival, a provisional restoration or a repair whose clock names no events that stop it, in a bid that
promises liquidated damages for delay.

Why it matters: who waits for a key to the machine room, for a part or for the flood to go pays for the waiting.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 修复与违约金
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      repair: {label: 修复时限, type: duration, default: 24小时}
      rate: {label: 违约金比例, type: percent, default: 0.5%}
      cap: {label: 违约金上限, type: percent, default: 10%}
    commitments:
      - promise: resolution
        at_most: $repair
        clock: {kind: natural, from: report_received}
      - promise: liquidated_damages
        at_least: $rate
      - promise: ld_cap
        at_most: $cap
    text: |
      {{ provider }}接到报修通知后{{ repair }}内修复；逾期的，按每日{{ rate }}支付违约金，以合同总价的{{ cap }}为限。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 修复与违约金
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      repair: {label: 修复时限, type: duration, default: 24小时}
      rate: {label: 违约金比例, type: percent, default: 0.5%}
      cap: {label: 违约金上限, type: percent, default: 10%}
    commitments:
      - promise: resolution
        at_most: $repair
        clock: {kind: natural, from: report_received, stops: [customer_cause, force_majeure]}
      - promise: liquidated_damages
        at_least: $rate
      - promise: ld_cap
        at_most: $cap
    text: |
      {{ provider }}接到报修通知后{{ repair }}内修复；逾期的，按每日{{ rate }}支付违约金，以合同总价的{{ cap }}为限。

What to do: name what stops the clock: `stops: [customer_cause, force_majeure]`, and say so in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.HINT, Confidence.MEDIUM)

_AT_STAKE = {"onsite_arrival", "workaround", "resolution"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for all deadlines of a bid that never stand still, where delay costs money."""
    damages = [fact for fact in context.facts if fact.dimension == "liquidated_damages" and fact.obligor != "customer"]
    running: dict[tuple[str, int], Fact] = {}
    for fact in context.facts:
        clock = fact.promise.clock
        if damages and fact.dimension in _AT_STAKE and not (clock and clock.stops):
            running.setdefault((fact.clause, fact.commitment), fact)
    if not running:
        return
    yield found(
        RULE,
        M("no event stops the clock of {clauses}, and delay costs liquidated damages",
          clauses=tuple(dict.fromkeys(f"`{fact.clause}`" for fact in running.values()))),
        *(Label(fact.span, M("runs whatever happens")) for fact in running.values()),
        says(damages[0]),
        helps=[M("name what stops the clock: `stops: [customer_cause, force_majeure]`")],
        key=tuple(sorted(f"{clause} {number}" for clause, number in running)),
        bid=context.package.bid.id,
    )  # fmt: skip

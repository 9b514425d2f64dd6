"""Working time is promised where the service has no closing time.

What it finds: a deadline in working hours or working days that names no window, or names round the clock, where the
only service window promised is round the clock.

Why it matters: under 7×24 every hour is an hour of service. The customer counts two working days as forty-eight hours,
the bidder as Monday to Friday, and the stricter reading binds.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
      response: {label: 响应时限, type: duration, default: 2个工作日}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: working, from: report_received}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
      response: {label: 响应时限, type: duration, default: 2个工作日}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: working, from: report_received, window: 5×8}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

What to do: name the window in which the time is counted: `clock: {kind: working, window: 5×8}`; or promise natural
time.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.sides import says
from gen.check.windows.opening import ROUND_THE_CLOCK, holding, intake
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each commitment in working time without a window under a service round the clock."""
    opened = intake(context.facts)
    seen: set[tuple[str, int]] = set()
    for fact in context.facts:
        if not _counts_working_time(fact) or (fact.clause, fact.commitment) in seen:
            continue
        hours = holding(opened, fact)
        if not all(each.quantity == ROUND_THE_CLOCK for each in hours):
            continue  # it closes at some time; a window beyond that is C202's
        if fact.window == ROUND_THE_CLOCK or (fact.window is None and hours):
            seen.add((fact.clause, fact.commitment))
            yield _finding(fact, hours, context)


def _counts_working_time(fact: Fact) -> bool:
    clock = fact.promise.clock
    working = isinstance(fact.quantity, Duration) and fact.quantity.working
    return working or (clock is not None and clock.kind == "working")


def _finding(fact: Fact, hours: list[Fact], context: Context) -> Finding:
    return found(
        RULE,
        M("{promise} within {value} counts working time, but the service runs round the clock",
          promise=fact.named, value=str(fact.quantity)),
        *(says(side)
          for side in (fact, *hours[:1])),
        helps=[
            M("name the window in which the time is counted: `clock: {example}`",
              example="{kind: working, window: 5×8}"),
            M("or promise natural hours or days"),
        ],
        key=(fact.dimension, fact.clause, str(fact.commitment)),
        bid=context.package.bid.id,
    )  # fmt: skip

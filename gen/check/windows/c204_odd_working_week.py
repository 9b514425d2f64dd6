"""Working time is counted in a week without days off.

What it finds: a deadline in working hours or working days whose window has seven days a week and fewer than twenty-four
hours a day.

Why it matters: working days are Monday to Friday to everybody who reads them. A week of seven times eight hours makes
72 working hours nine days here and more than two weeks there.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×8}
      response: {label: 响应时限, type: duration, default: 72工作小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: working, from: report_received, window: $hours}
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
      hours: {label: 受理时段, type: window, default: 5×8}
      response: {label: 响应时限, type: duration, default: 72工作小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: working, from: report_received, window: $hours}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

What to do: use a window from Monday to Friday for working time, or promise natural time.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity import Duration
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each commitment that counts working units in a week of seven days."""
    seen: set[tuple[str, int]] = set()
    for fact in context.facts:
        window, quantity = fact.window, fact.quantity
        if window is None or window.days != 7 or window.hours == 24 or (fact.clause, fact.commitment) in seen:
            continue
        if not isinstance(quantity, Duration) or not quantity.working:
            continue
        seen.add((fact.clause, fact.commitment))
        yield found(
            RULE,
            M("{promise} within {value} counts working time in a week of seven days ({window})",
              promise=fact.named, value=str(quantity), window=str(window)),
            Label(fact.span, M("`{path}` says {value}", path=fact.path, value=str(quantity))),
            helps=[M("count it in a window from Monday to Friday, or promise natural time")],
            key=(fact.dimension, fact.clause, str(fact.commitment)),
            bid=context.package.bid.id,
        )  # fmt: skip

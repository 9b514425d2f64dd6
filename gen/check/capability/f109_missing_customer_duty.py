"""A promise needs the customer's help, and no duty of the customer covers it.

What it finds: in a bid that states duties of the customer: promises of remote service, of service on site or of
training that none of those duties (`customer_duties`) covers. A duty covers the channels and services of its scope; one
that states neither covers all. A bid that states no duty at all is left out.

Why it matters: without access, power, accounts or a room the promise cannot be kept, and the delay is then ours.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        at_most: 4小时
        clock: {kind: natural, from: report_received}
      - promise: customer_duties
        scope: {service: training}
        is: 提供培训场地
        obligor: customer
    text: |
      {{ provider }}的工程师按约定时限到达现场；培训场地由{{ customer }}提供。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: onsite_arrival
        at_most: 4小时
        clock: {kind: natural, from: report_received}
      - promise: customer_duties
        scope: {channel: onsite}
        is: 准许进入机房
        obligor: customer
    text: |
      {{ provider }}的工程师按约定时限到达现场；{{ customer }}准许其进入机房。

What to do: add what the customer has to provide for it, as text and as `customer_duties`.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.library.printing import every_kind_read
from gen.message import M, Named
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_NEEDS = (
    ("channel", "remote", frozenset({"remote_diag"})),
    ("channel", "onsite", frozenset({"onsite_arrival", "inspection_freq"})),
    ("service", "training", frozenset({"training", "training_people", "training_days"})),
)
"""What a duty must be about (axis and value), and the kinds of promise that need it whatever their scope says."""

_WITHOUT = {"customer_duties", "staffing", "staff_cert"}
"""Kinds of promise that need nobody's help, whatever their scope says."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each kind of help that is needed and not asked for."""
    duties = [fact for fact in context.facts if fact.dimension == "customer_duties"]
    if not duties or not every_kind_read(context.package.library, context.package.bid):
        return
    for axis, value, kinds in _NEEDS:
        needing = [fact for fact in context.facts if _needs(fact, axis, value, kinds)]
        if needing and not any(_covers(duty, axis, value) for duty in duties):
            yield _finding(needing, duties, axis, value, context)


def _needs(fact: Fact, axis: str, value: str, kinds: frozenset[str]) -> bool:
    if fact.obligor == "customer" or fact.dimension in _WITHOUT:
        return False
    stated = fact.scope.get(axis)
    return fact.dimension in kinds if stated is None else value in stated


def _covers(duty: Fact, axis: str, value: str) -> bool:
    if "channel" not in duty.scope and "service" not in duty.scope:
        return True
    return value in duty.scope.get(axis, ())


def _finding(needing: list[Fact], duties: list[Fact], axis: str, value: str, context: Context) -> Finding:
    word = context.package.library.vocabulary.axes[axis].values[value]
    first = {(fact.clause, fact.dimension): fact for fact in reversed(needing)}
    return found(
        RULE,
        M("{what} is promised, but no duty of the customer covers it", what=Named(word.label, word.en)),
        *(Label(fact.span, M("`{clause}` promises {promise}", clause=fact.clause,
                             promise=fact.named))
          for fact in reversed(first.values())),
        *(Label(duty.span, M("what the customer does")) for duty in duties),
        helps=[M("state what the customer has to provide for it: `promise: customer_duties`, `scope: {scope}`",
                 scope=f"{{{axis}: {value}}}")],
        key=(axis, value),
        bid=context.package.bid.id,
    )  # fmt: skip

"""A service for life says neither who pays nor when it ends.

What it finds: a promise of service for life that states no fee, or no event with which it ends (`until`). The fee may
also be stated by another promise that says how the same service is paid after the warranty.

Why it matters: a court reads “for life” as the ordinary life of the product, and “service” without a price in favour of
whoever is to be served; neither was calculated.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: lifetime_service
        scope: {service: support}
        is: promised
    text: |
      {{ provider }}终身提供技术支持。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: lifetime_service
        scope: {service: support}
        is: promised
        fee: free
        until: production_ended
    text: |
      {{ provider }}提供终身技术支持，至产品停产时止，不收费。

What to do: state the fee and the event that ends the service, or replace “for life” by a number of years.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import LIFETIME, Statement, services_of, statements
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise for life that lacks its fee or its end."""
    made = statements(context)
    for fact in context.facts:
        if fact.dimension == LIFETIME:
            paid = bool(fact.fee) or any(_pays_afterwards(fact, other) for other in made)
            if not paid or not fact.promise.until:
                yield _finding(fact, paid, context)


def _pays_afterwards(fact: Fact, other: Statement) -> bool:
    """Whether another statement says how the service is paid after the warranty."""
    services = services_of(fact)
    about = not services or not other.subjects or services <= other.subjects
    return about and "post_warranty" in other.scope.get("phase", ())


def _finding(fact: Fact, paid: bool, context: Context) -> Finding:
    if paid:
        message = M("a service for life does not say when it ends")
    elif fact.promise.until:
        message = M("a service for life does not say who pays")
    else:
        message = M("a service for life says neither who pays nor when it ends")
    helps = [] if paid else [M("state its fee: `fee: at_cost`, and in words what is charged")]
    if not fact.promise.until:
        helps.append(M("state the event that ends it: `until: production_ended`"))
    return found(
        RULE,
        message,
        Label(fact.span, M("promised for life by `{clause}`", clause=fact.clause)),
        helps=[*helps, M("or promise a number of years instead")],
        key=(fact.clause, *sorted(services_of(fact))),
        bid=context.package.bid.id,
    )

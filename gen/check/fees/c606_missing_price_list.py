"""A price list is promised, but the bid holds none.

What it finds: a promise that is charged by price list (`fee: price_list`) in a bid in whose clauses about fees no
amount of money is set: no unit price, no table of prices. A clause is about fees where one of its promises is charged
or fixes prices.

Why it matters: “as in the price list” without the list leaves the price to be agreed, and the evaluators find an annex
missing.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: response
        scope: {phase: post_warranty}
        at_most: 4小时
        clock: {kind: natural, from: report_received}
        fee: price_list
    text: |
      质保期届满后，{{ provider }}自接到报修通知起按约定时限响应，费用按收费标准收取。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      visit: {label: 单次上门服务费, type: money, default: 800元}
    commitments:
      - promise: response
        scope: {phase: post_warranty}
        at_most: 4小时
        clock: {kind: natural, from: report_received}
        fee: price_list
    text: |
      质保期届满后，{{ provider }}自接到报修通知起按约定时限响应，单次上门服务费{{ visit }}。

What to do: add the clause with the prices to the bid, or give the prices as parameters where the charge is promised.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.prices import prices
from gen.check.fees.statements import statement
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for all promises that are charged by a list that is not there."""
    listed = [fact for fact in context.facts if _by_list(fact)]
    if not listed or any(True for _ in prices(context)):
        return
    first = {fact.clause: fact for fact in reversed(listed)}
    yield found(
        RULE,
        M("services are charged by price list, but no clause of the bid holds prices"),
        *(Label(fact.span, M("`{path}` is charged by price list", path=fact.path))
          for fact in reversed(first.values())),
        helps=[M("add the clause with the prices to the bid"),
               M("or give the prices as parameters of the type `money` where the charge is promised")],
        key=("price_list",),
        bid=context.package.bid.id,
    )  # fmt: skip


def _by_list(fact: Fact) -> bool:
    """Whether a promise is charged by price list; what is excluded from it may be as well."""
    made = statement(fact)
    return (made.fee if made else fact.fee) == "price_list"

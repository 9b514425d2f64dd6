"""A service is priced at nothing.

What it finds: an amount of 0元 in a table of prices, and an amount of 0元 or an annual fee of 0% in a clause about
fees: one of whose promises is charged or fixes prices. How low a price may be beside those of the other bidders is not
known here.

Why it matters: a line of zero draws the review of prices below cost (财库〔2026〕2号), and what is priced at zero
cannot be charged later. What is included is better written as included.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      visit: {label: 单次上门服务费, type: money, default: 0元}
    commitments:
      - promise: service_fee
        scope: {phase: post_warranty}
        is: price_list
    text: |
      质保期届满后，单次上门服务费{{ visit }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      visit: {label: 单次上门服务费, type: money, default: 600元}
    commitments:
      - promise: service_fee
        scope: {phase: post_warranty}
        is: price_list
    text: |
      质保期届满后，单次上门服务费{{ visit }}。

What to do: set the price at which the service can be given, or write that it is included in the price (`fee:
included`).
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.prices import prices
from gen.check.fees.statements import ANNUAL
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.setting import Setting
from gen.quantity import Money, Percent
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)


def check(context: Context) -> Iterator[Finding]:
    """One finding for all prices of one clause that are zero."""
    zero: dict[str, list[tuple[str, Label]]] = {}
    for clause, setting, money in (*prices(context), *_listed(context)):
        if not money.yuan and setting.path not in (path for path, _ in zero.get(clause, ())):
            label = Label(setting.span, M("`{path}` is {value}", path=setting.path, value=setting.text))
            zero.setdefault(clause, []).append((setting.path, label))
    for fact in context.facts:
        if fact.dimension == ANNUAL and isinstance(fact.quantity, Percent) and not fact.quantity.share:
            label = Label(fact.span, M("`{path}` is {value}", path=fact.path, value=str(fact.quantity)))
            zero.setdefault(fact.clause, []).append((fact.key, label))
    for clause, lines in zero.items():
        yield found(
            RULE,
            M("`{clause}` prices a service at nothing", clause=clause),
            *(label for _, label in lines),
            helps=[M("set a price at which the service can be given"),
                   M("or say that it is included in the price: `fee: included`")],
            key=[path for path, _ in lines],
            bid=context.package.bid.id,
        )  # fmt: skip


def _listed(context: Context) -> Iterator[tuple[str, Setting, Money]]:
    """Each amount that stands in a table, with its clause."""
    for path, cells in context.package.settings.items():
        param = context.package.library.param(path)
        if param is not None and param.spec.type == "table":
            for setting in cells.values():
                if isinstance(setting.quantity, Money):
                    yield param.clause, setting, setting.quantity

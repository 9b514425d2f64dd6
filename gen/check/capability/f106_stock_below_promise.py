"""More spares are promised than the stock list holds.

What it finds: a promise of pieces in stock against the stock list of clauses/company.yaml, for entries counted in the
same unit. Where the label of the parameter says that it counts each kind (每类, 每种, 各), every entry must reach it;
else all entries together. Where the list holds no entry in that unit, the finding says so; a company without a stock
list is left out.

Why it matters: the list stands in the same bid; whoever compares the two finds the promise empty.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      pieces: {label: 每类备件数量, type: count, unit: 件, default: 2件}
    commitments:
      - promise: spare_stock_qty
        at_least: $pieces
    text: |
      关键部件每类储备不少于{{ pieces }}。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    stock:
      - {item: 电源, model: 通用, fits: 服务器, quantity: 2件, place: 示例站}
      - {item: 硬盘, model: 通用, fits: 服务器, quantity: 1件, place: 示例站}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      pieces: {label: 每类备件数量, type: count, unit: 件, default: 2件}
    commitments:
      - promise: spare_stock_qty
        at_least: $pieces
    text: |
      关键部件每类储备不少于{{ pieces }}。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    stock:
      - {item: 电源, model: 通用, fits: 服务器, quantity: 2件, place: 示例站}
      - {item: 整机, model: 通用, fits: 服务器, quantity: 1台, place: 示例站}

What to do: stock up and enter it, or promise what the list holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.capability.means import counted
from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import StockItem
from gen.model.fact import Fact
from gen.quantity import Count
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)

_EACH = ("每", "各")
"""What says in a label that a number counts each kind by itself."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise of pieces in stock."""
    company = context.package.company
    items = [(item, count) for item in (company.stock if company else ()) if (count := counted(item.quantity))]
    for fact in context.facts if items else ():
        quantity = fact.quantity
        if fact.dimension != "spare_stock_qty" or fact.comparator == "at_most" or not isinstance(quantity, Count):
            continue
        same = [(item, count.amount) for item, count in items if count.unit == quantity.unit]
        if _each(fact, context):
            short = [(item, amount) for item, amount in same if amount < quantity.amount]
            kept = min((amount for _, amount in same), default=0)
        else:
            kept = sum(amount for _, amount in same)
            short = same if kept < quantity.amount else []
        if short or not same:
            yield _finding(fact, quantity, short, kept, context)


def _each(fact: Fact, context: Context) -> bool:
    """Whether a promise counts each kind of part by itself."""
    cell = context.package.cell(fact.setting.path) if fact.setting else None
    if cell is None:
        return False
    column = cell[0].spec.columns.get(cell[1][1])
    return any(word in (column.label if column else cell[0].spec.label) for word in _EACH)


def _finding(fact: Fact, quantity: Count, short: list[tuple[StockItem, int]], kept: int, context: Context) -> Finding:
    if short:
        message = M("{value} promised in stock, but the list holds {kept}", value=str(quantity),
                    kept=f"{kept}{quantity.unit}")  # fmt: skip
    else:
        message = M("{value} promised in stock, but the list holds nothing counted so", value=str(quantity))
    return found(
        RULE,
        message,
        Label(fact.span, M("`{path}` says {value}", path=fact.path, value=str(quantity))),
        *(Label(place_of(item.quantity), M("`{item}`: {count}", item=item.item, count=str(item.quantity)))
          for item, _ in short),
        helps=[M("stock up and enter it in the list"), M("or promise what the list holds")],
        key=(fact.key,),
        bid=context.package.bid.id,
        fixes=settings_to(context, (fact, Count(kept, quantity.unit))) if short else (),
    )  # fmt: skip

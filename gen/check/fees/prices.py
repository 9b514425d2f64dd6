"""The prices that a bid holds: amounts of money in clauses about fees."""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import statements
from gen.model.setting import Setting
from gen.quantity import Money

_FIXES_PRICES = {"post_warranty_fee", "price_hold"}


def prices(context: Context) -> Iterator[tuple[str, Setting, Money]]:
    """Each amount with its clause. A clause is about fees where one of its promises is charged or fixes prices."""
    about_fees = {one.fact.clause for one in statements(context) if one.charged}
    about_fees |= {fact.clause for fact in context.facts if fact.dimension in _FIXES_PRICES}
    for path, cells in context.package.settings.items():
        clause = path.rpartition(".")[0]
        if clause in about_fees:
            for setting in cells.values():
                if isinstance(setting.quantity, Money):
                    yield clause, setting, setting.quantity

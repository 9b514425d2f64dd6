"""Repair is free in the warranty, but its parts are charged, or nothing is said of them.

What it finds: repair that is free or included during the warranty beside parts that are charged in the same cases; and
a sentence that says just that repair is free in the warranty, in a bid where no promise says who pays for parts. Parts
that are both free and charged are C601's business. Charges on a condition, and declared exceptions (`overrides`), are
no such case.

Why it matters: who reads “free repair” expects the part to be in it; a bill for the part is the usual quarrel of the
first year.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_fee
        scope: {service: repair, phase: in_warranty}
        is: free
      - promise: service_fee
        scope: {service: parts, phase: in_warranty}
        is: price_list
    params:
      board: {label: 板卡单价, type: money, default: 800元}
    text: |
      质保期内免费维修，更换部件按价目表收费，板卡每块{{ board }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_fee
        scope: {service: [repair, parts], phase: in_warranty}
        is: free
    text: |
      质保期内免费维修，免费更换部件。

What to do: say of repair and of parts who pays, in one sentence; where parts are excluded, say which.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import FREE, SERVICE_FEE, Statement, clash, condition, fee_words, statements
from gen.check.pairs import excepted
from gen.check.scope import in_words, meet, relation
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Scope
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__)

_WARRANTY = {"phase": frozenset({"in_warranty"})}


def check(context: Context) -> Iterator[Finding]:
    """One finding for all parts that are charged beside free repair, or one for the silence."""
    vocabulary = context.package.library.vocabulary
    made = statements(context)
    repairs = [one for one in made if one.fee in FREE and "repair" in one.subjects and "parts" not in one.subjects]
    repairs = [one for one in repairs if meet(_place(one), _WARRANTY) is not None]
    parts = [one for one in made if not one.subjects or "parts" in one.subjects]
    charged = [one for one in parts if one.charged and not condition(one) and "parts" in one.subjects]
    for worse in _once(charged):
        beside = [one for one in repairs if _clash(one, worse) and not excepted(one.fact, worse.fact)]
        if beside and not any(clash((one,), (worse,), vocabulary) for one in parts if not one.charged):
            yield _charged(beside, worse, context)
    said = any(meet(_place(one), _WARRANTY) is not None for one in parts)
    plain = [one for one in repairs if one.fact.dimension == SERVICE_FEE]
    if plain and not said:
        yield _silent(plain[0], context)


def _once(made: list[Statement]) -> list[Statement]:
    """Statements, the first of each commitment."""
    return list({(one.fact.clause, one.fact.commitment): one for one in reversed(made)}.values())[::-1]


def _place(one: Statement) -> Scope:
    """Where a statement holds, whatever the service."""
    return {axis: values for axis, values in one.scope.items() if axis != "service"}


def _clash(repair: Statement, parts: Statement) -> bool:
    joint = meet(_place(repair), _place(parts))
    return joint is not None and meet(joint, _WARRANTY) is not None


def _charged(beside: list[Statement], worse: Statement, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    free = beside[0]
    joint = meet(meet(_place(free), _place(worse)) or {}, _WARRANTY) or {}
    within = relation(_place(worse), _place(free), vocabulary) in {"equal", "second_inside"}
    return found(
        RULE,
        M("repair is {first} in the warranty, but its parts are {second}", first=fee_words(free, vocabulary),
          second=fee_words(worse, vocabulary)),
        Label(worse.fact.span, M("`{path}`: parts are {fee}", path=worse.fact.path, fee=fee_words(worse, vocabulary))),
        *(Label(one.fact.span, M("`{path}`: repair is {fee}", path=one.fact.path, fee=fee_words(one, vocabulary)))
          for one in _once(beside)),
        notes=[M("both hold: {case}", case=in_words(joint, vocabulary))],
        helps=[
            M("let repair and parts cost the same in the warranty"),
            M("where the charge is a deliberate exception, declare it: `overrides: [{clause}]`",
              clause=free.fact.clause),
        ],
        key=(worse.fact.key, worse.fact.dimension),
        bid=context.package.bid.id,
        severity=None if within else Severity.WARNING,
    )  # fmt: skip


def _silent(free: Statement, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    return found(
        RULE,
        M(
            "repair is {first} in the warranty, and nothing says who pays for its parts",
            first=fee_words(free, vocabulary),
        ),
        Label(free.fact.span, M("`{path}`: repair is {fee}", path=free.fact.path, fee=fee_words(free, vocabulary))),
        helps=[M("say it of parts too: `scope: {scope}`", scope="{service: [repair, parts]}")],
        key=("silent", free.fact.key),
        bid=context.package.bid.id,
        severity=Severity.WARNING,
    )

"""Repair is free whatever the cause, but exclusions are charged.

What it finds: a sentence that says that repair is free (`service_fee`, or a service for life), for all causes and on no
condition, beside a promise that charges what is excluded, or that charges repair on a condition, where both hold.

Why it matters: “all faults free of charge” leaves no room for exclusions: the customer who dropped the device has a
point.

Fails:

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
      - promise: exclusions
        scope: {phase: in_warranty}
        is: 人为损坏
        fee: at_cost
    text: |
      质保期内，故障免费维修和更换部件。人为损坏的，按成本费收取。

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
        condition: 故障不属于除外事项
      - promise: exclusions
        scope: {phase: in_warranty}
        is: 人为损坏
        fee: at_cost
    text: |
      质保期内，除外事项以外的故障免费维修和更换部件。人为损坏的，按成本费收取。

What to do: say in the free promise what it does not cover (`condition`), or declare the exclusion as its exception
(`overrides`).
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import EXCLUSIONS, FREE, Statement, fee_words, services_of, statement, statements
from gen.check.pairs import excepted
from gen.check.scope import in_words, meet
from gen.finding import Finding, Label, found
from gen.message import M, Named
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each sentence that frees repair of every fault."""
    charges = [fact for fact in context.facts if _charges(fact)]
    for one in statements(context) if charges else ():
        if one.plain and not one.charged and not one.fact.promise.condition and _repairs(one):
            against = [
                fact for fact in charges
                if meet(_causes(one), _causes(fact)) is not None and not excepted(one.fact, fact)
            ]  # fmt: skip
            if against:
                yield _finding(one, against, context)


def _charges(fact: Fact) -> bool:
    """Whether a promise charges the repair of some faults: those excluded, or those of a condition."""
    if fact.dimension != EXCLUSIONS and not (fact.promise.condition and "repair" in services_of(fact)):
        return False
    return _fee(fact) not in {"", *FREE}


def _fee(fact: Fact) -> str:
    made = statement(fact)
    return made.fee if made else fact.fee


def _repairs(one: Statement) -> bool:
    return not one.subjects or "repair" in one.subjects


def _causes(side: Statement | Fact) -> dict[str, frozenset[str]]:
    """Where a promise holds, whatever the service."""
    return {axis: values for axis, values in side.scope.items() if axis != "service"}


def _finding(one: Statement, against: list[Fact], context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    joint = meet(_causes(one), _causes(against[0])) or {}
    return found(
        RULE,
        M("repair is {fee} whatever the cause, but some causes are charged", fee=fee_words(one, vocabulary)),
        Label(one.fact.span, M("`{clause}` makes no exception", clause=one.fact.clause)),
        *(
            Label(fact.span, M("`{clause}`: {fee}", clause=fact.clause,
                               fee=Named(vocabulary.fees[_fee(fact)].label, vocabulary.fees[_fee(fact)].en)))
            for fact in against
        ),
        notes=[M("both hold: {case}", case=in_words(joint, vocabulary))],
        helps=[
            M("say in the free promise what it does not cover: `condition`"),
            M("where the charge is a deliberate exception, declare it: `overrides: [{clause}]`",
              clause=one.fact.clause),
        ],
        key=(one.fact.key, *sorted(fact.key for fact in against)),
        bid=context.package.bid.id,
    )  # fmt: skip

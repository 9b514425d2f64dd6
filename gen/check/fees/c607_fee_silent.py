"""A promise says nothing of its fee where others of its service do not reach.

What it finds: a promise about a service whose fee the bid states for other cases, but for none of those in which this
promise holds: loaners are free in the warranty, and promised after it without a word on the price.

Why it matters: where a contract does not say who bears the cost of performing it, the party that performs bears it
(Civil Code, article 511, item 6; for services also article 886).

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: spare_unit
        scope: {phase: in_warranty}
        at_most: 24小时
        clock: {kind: natural, from: report_received}
        fee: free
      - promise: spare_unit
        scope: {phase: post_warranty}
        at_most: 48小时
        clock: {kind: natural, from: report_received}
    text: |
      质保期内，{{ provider }}自接到报修通知起在约定时限内免费提供备机；质保期届满后，继续提供备机。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: spare_unit
        scope: {phase: in_warranty}
        at_most: 24小时
        clock: {kind: natural, from: report_received}
        fee: free
      - promise: spare_unit
        scope: {phase: post_warranty}
        at_most: 48小时
        clock: {kind: natural, from: report_received}
        fee: at_cost
    text: |
      质保期内，{{ provider }}自接到报修通知起在约定时限内免费提供备机；质保期届满后，按成本费提供备机。

What to do: state the fee of the promise; free of charge is one too.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.statements import ALL, by_subject, services_of, statements
from gen.check.scope import in_words, meet
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact, Scope
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.HINT)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise whose service is paid for elsewhere, but not here."""
    index = by_subject(statements(context))
    places = {subject: _distinct(one.scope for one in made) for subject, made in index.items()}
    silent: dict[tuple[str, int], list[Fact]] = {}
    for fact in context.facts:
        services = services_of(fact)
        if fact.fee or fact.obligor == "customer" or fact.modality == "shall_not" or not services:
            continue
        known = [scope for service in services for scope in places.get(service, ())]
        if known and not any(meet(_place(fact.scope), scope) is not None for scope in (*known, *places.get(ALL, ()))):
            silent.setdefault((fact.clause, fact.commitment), []).append(fact)
    for facts in silent.values():
        yield _finding(facts, context)


def _place(scope: Scope) -> Scope:
    return {axis: values for axis, values in scope.items() if axis != "service"}


def _distinct(scopes: Iterator[Scope]) -> list[Scope]:
    """Scopes without their services, each once."""
    return [dict(items) for items in dict.fromkeys(frozenset(_place(scope).items()) for scope in scopes)]


def _finding(facts: list[Fact], context: Context) -> Finding:
    fact = facts[0]
    vocabulary = context.package.library.vocabulary
    name = fact.named
    return found(
        RULE,
        M("{promise} says nothing of its fee, though elsewhere the bid says who pays", promise=name),
        Label(fact.span, M("`{path}` states no fee", path=fact.path)),
        notes=[
            M("nothing is said for: {case}", case=in_words(fact.scope, vocabulary)),
            M("where the contract is silent, whoever performs bears the cost (Civil Code, article 511, item 6)"),
        ],
        helps=[M("state its fee: `fee: at_cost`, and in words what is charged")],
        key=(fact.key, fact.dimension),
        bid=context.package.bid.id,
    )

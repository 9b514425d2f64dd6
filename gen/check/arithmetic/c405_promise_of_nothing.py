"""Nothing is promised: none, zero times, for zero days.

What it finds: a promise of which more is better whose value is zero (training 0场, a visit 0次, a term of 0年); and a
count that the bid or its profile sets to zero in a clause that makes promises, such as 0人 for each training.

Why it matters: a heading with a promise of nothing below it is worse than no heading. Evaluators read it as a refusal,
and a zero that was meant as “to be filled in” becomes the contract.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 培训
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      sessions: {label: 培训场次, type: count, unit: 场, default: 0场}
    commitments:
      - {promise: training, at_least: $sessions, fee: free}
    text: |
      {{ provider }}为{{ customer }}举办培训{{ sessions }}，不另行收费。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 培训
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      sessions: {label: 培训场次, type: count, unit: 场, default: 2场}
    commitments:
      - {promise: training, at_least: $sessions, fee: free}
    text: |
      {{ provider }}为{{ customer }}举办培训{{ sessions }}，不另行收费。

What to do: set the number that is offered, or leave the clause out of the bid.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.model.package import Package
from gen.model.setting import Setting
from gen.quantity import Money, Quantity
from gen.quantity.algebra import Amount, term_of
from gen.rule import rule

RULE = rule(__name__, __doc__)


_CAPS = {"ld_cap", "liability_cap"}
"""Of a cap of nothing L101 says what it means."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise of nothing, with every row of it, and for each count that is set to zero."""
    empty: dict[tuple[str, int], list[Fact]] = {}
    for fact in context.facts:
        more = fact.spec.better == "more" and fact.comparator != "at_most" and fact.dimension not in _CAPS
        if more and _nothing(fact.quantity):
            empty.setdefault((fact.clause, fact.commitment), []).append(fact)
    for facts in empty.values():
        by_place = {fact.span: fact for fact in reversed(facts)}
        labels = [Label(fact.span, M("`{path}` is {value}", path=fact.path, value=str(fact.quantity)))
                  for fact in reversed(by_place.values())]  # fmt: skip
        message = M("{promise}: nothing is promised", promise=facts[0].named)
        yield _finding(message, labels, facts[0].key, context.package)
    promising = {fact.clause for fact in context.facts}
    bounds = {fact.setting.path for fact in context.facts if fact.setting}
    for path, cells in context.package.settings.items():
        param = context.package.library.param(path)
        if param is None or param.spec.type != "count" or param.clause not in promising:
            continue
        for setting in cells.values():
            if setting.set_by in {"bid", "profile"} and setting.path not in bounds and _nothing(setting.quantity):
                yield _set_to_nothing(setting, str(param.spec.label), context.package)


def _nothing(quantity: Quantity) -> bool:
    """Whether there is none of it; amounts of money are the business of C609."""
    term = None if isinstance(quantity, Money) else term_of(quantity)
    return isinstance(term, Amount) and not term.value


def _set_to_nothing(setting: Setting, label: str, package: Package) -> Finding:
    message = M("`{path}` ({label}) is {value}: nothing of it", path=setting.path, label=label, value=setting.text)
    return _finding(message, [Label(setting.span)], setting.path, package)


def _finding(message: Message, labels: list[Label], key: str, package: Package) -> Finding:
    return found(
        RULE,
        message,
        *labels,
        helps=[M("set the number that is offered, or leave the clause out of the bid")],
        key=(key,),
        bid=package.bid.id,
    )

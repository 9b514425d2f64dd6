"""An exception is declared that is none.

What it finds: a promise that declares to replace that of another clause (`overrides`), where it is not limited to some
of the other's cases, where both never hold together, or where the other clause makes no promise of this kind.

Why it matters: a declared exception silences the comparison of the two promises. One that excepts nothing, or
everything, silences what should be heard.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      general: {label: 响应时限, type: duration, default: 30分钟}
    commitments:
      - promise: response
        at_most: $general
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ general }}内响应。

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 四级故障响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      query: {label: 四级故障响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        at_most: $query
        clock: {kind: natural, from: report_received}
        overrides: [hotline.window]
    text: |
      四级故障由{{ provider }}在接到报修通知后{{ query }}内响应，不适用一般响应时限。

    # clauses/profiles/basic.yaml
    id: basic
    title: 基本服务
    clauses: [hotline.window, hotline.answer]

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      general: {label: 响应时限, type: duration, default: 30分钟}
    commitments:
      - promise: response
        at_most: $general
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ general }}内响应。

    # clauses/hotline/answer.yaml
    id: hotline.answer
    title: 四级故障响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      query: {label: 四级故障响应时限, type: duration, default: 4小时}
    commitments:
      - promise: response
        scope: {severity: S4}
        at_most: $query
        clock: {kind: natural, from: report_received}
        overrides: [hotline.window]
    text: |
      四级故障由{{ provider }}在接到报修通知后{{ query }}内响应，不适用一般响应时限。

    # clauses/profiles/basic.yaml
    id: basic
    title: 基本服务
    clauses: [hotline.window, hotline.answer]

What to do: limit the exception by a scope inside that of the general promise, or take the `overrides` away.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.scope import meet, relation
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.model.vocabulary import Vocabulary
from gen.quantity import Choice
from gen.rule import rule
from gen.yamltree import Scalar, place_of

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each declaration of an exception that is none; where the other clause is not in the bid, none."""
    vocabulary = context.package.library.vocabulary
    excepting = [fact for fact in context.facts if fact.promise.overrides]
    if not excepting:
        return
    by_clause: dict[str, list[Fact]] = {}
    for fact in context.facts:
        by_clause.setdefault(fact.clause, []).append(fact)
    declared: dict[tuple[str, int, str], list[Fact]] = {}
    for fact in excepting:
        for clause in fact.promise.overrides:
            if clause in context.package.clauses:
                declared.setdefault((fact.clause, fact.commitment, clause), []).append(fact)
    for (_, _, clause), facts in declared.items():
        general = [other for other in by_clause.get(clause, ()) if other.dimension == facts[0].dimension]
        reason = _idle(facts, general, vocabulary)
        if reason is not None and not _charges(facts, by_clause.get(clause, [])):
            yield _finding(facts[0], clause, general, reason, context)


def _idle(facts: list[Fact], general: list[Fact], vocabulary: Vocabulary) -> Message | None:
    """Why an exception is none; nothing where it is one in some case."""
    if not general:
        return M("the clause makes no such promise")
    lies = {relation(fact.scope, other.scope, vocabulary) for fact in facts for other in general}
    if lies & {"first_inside", "overlap"}:
        return None
    if lies == {"apart"}:
        return M("the two never hold together")
    return M("it is not limited to some of the other's cases")


def _charges(facts: list[Fact], others: list[Fact]) -> bool:
    """Whether the exception is one from what costs nothing, of whatever kind and service: a part, an excluded cause."""
    return any(
        "" not in {_fee(fact), _fee(other)}
        and _fee(fact) != _fee(other)
        and meet(_place(fact), _place(other)) is not None
        for fact in facts
        for other in others
    )


def _fee(fact: Fact) -> str:
    return str(fact.quantity.key) if fact.dimension == "service_fee" and isinstance(fact.quantity, Choice) else fact.fee


def _place(fact: Fact) -> dict[str, frozenset[str]]:
    """Where a promise holds, whatever the service."""
    return {axis: values for axis, values in fact.scope.items() if axis != "service"}


def _finding(fact: Fact, clause: str, general: list[Fact], reason: Message, context: Context) -> Finding:
    name = next(each for each in fact.promise.overrides if each == clause)
    return found(
        RULE,
        M("`{inner}` declares an exception to the {promise} of `{outer}`, but {reason}", inner=fact.clause,
          outer=clause, promise=fact.named, reason=reason),
        Label(place_of(name) if isinstance(name, Scalar) else fact.span, M("declared here")),
        *(says(other)
          for other in general[:1]),
        helps=[M("limit it by a scope inside that of the general promise, or take the `overrides` away")],
        key=(fact.dimension, fact.clause, str(fact.commitment), clause),
        bid=context.package.bid.id,
    )  # fmt: skip

"""One promise is made with two values.

What it finds: two promises of the same kind, by the same party and from the same event, that hold in a common case and
have different values, or a lower bound above an upper one. Where both hold in the same cases, that is an error. Where
one is the special case of the other it may be stronger; weaker is a warning, and an error where the special case is
the graver fault. Where they overlap in part, it is a warning. Deadlines on different clocks are compared by when they
really end. Values without a common measure (months against days) are reported as undecided. Deadlines that run from
different events are not compared.

Why it matters: evaluators take points for a contradiction, and where a bid contradicts itself the stricter reading
binds the bidder.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 响应时限, type: duration, default: 2小时}
      second: {label: 答复时限, type: duration, default: 24小时}
    commitments:
      - promise: response
        scope: {phase: in_warranty}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {phase: in_warranty}
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ first }}内响应，并在{{ second }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      general: {label: 响应时限, type: duration, default: 2小时}
      urgent: {label: 一级故障响应时限, type: duration, default: 30分钟}
    commitments:
      - promise: response
        scope: {phase: in_warranty}
        at_most: $general
        clock: {kind: natural, from: report_received}
      - promise: response
        scope: {phase: in_warranty, severity: S1}
        at_most: $urgent
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ general }}内响应，一级故障{{ urgent }}内响应。

What to do: keep one value and print it wherever it is needed, or limit the promises to cases that do not meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gen.check.context import Context
from gen.check.scope import gravest_inside, in_words, meet, relation
from gen.check.strength import deadline, lasting, order, stronger
from gen.finding import Finding, Label, found
from gen.message import M, Message, Named
from gen.model.fact import Fact
from gen.model.vocabulary import Vocabulary
from gen.quantity.clock import longest
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__)

_COMPARED_WITHOUT_ORDER = {"enum", "window", "date", "duration", "percent", "count", "frequency", "money"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two commitments that clash, with every case in which they do."""
    vocabulary = context.package.library.vocabulary
    by_promise: dict[str, list[Fact]] = {}
    for fact in context.facts:
        if fact.spec.type in _COMPARED_WITHOUT_ORDER:
            by_promise.setdefault(fact.dimension, []).append(fact)
    clashes: dict[tuple[str, int, str, int], list[tuple[Severity, Fact, Fact]]] = {}
    for facts in by_promise.values():
        for first, second in combinations(facts, 2):
            severity = _clash(first, second, vocabulary)
            if severity is not None:
                key = (first.clause, first.commitment, second.clause, second.commitment)
                clashes.setdefault(key, []).append((severity, first, second))
    for pairs in clashes.values():
        yield _finding(pairs, context, vocabulary)


def _clash(first: Fact, second: Fact, vocabulary: Vocabulary) -> Severity | None:
    """How badly two promises of one kind clash; none where they can stand together."""
    if {first.obligor, second.obligor} == {"provider", "customer"}:
        return None  # each owes its own
    if first.start and second.start and first.start != second.start:
        return None  # two clocks; comparing them needs the times between their events
    lie = relation(first.scope, second.scope, vocabulary)
    if lie == "apart":
        return None
    if {first.comparator, second.comparator} == {"at_most", "at_least"}:
        lower, upper = (first, second) if first.comparator == "at_least" else (second, first)
        crossed = order(lower, upper)
        if crossed == "undecided":
            return Severity.WARNING
        return Severity.ERROR if crossed in {"crossing", 1} else None
    strength = stronger(first, second)
    if strength == "same":
        return None
    if strength == "undecided":
        return Severity.WARNING
    if lie == "equal":
        return Severity.ERROR
    if lie == "overlap":
        return Severity.WARNING
    inner, outer = (first, second) if lie == "first_inside" else (second, first)
    if strength == ("first" if inner is first else "second"):
        return None
    return Severity.ERROR if gravest_inside(inner.scope, outer.scope, vocabulary) else Severity.WARNING


def _finding(pairs: list[tuple[Severity, Fact, Fact]], context: Context, vocabulary: Vocabulary) -> Finding:
    severity, first, second = max(pairs, key=lambda pair: pair[0])
    name = Named(first.spec.label, first.spec.en)
    joint = meet(first.scope, second.scope) or {}
    notes = [M("both hold: {case}", case=in_words(joint, vocabulary))]
    for side in (first, second):
        if (limit := deadline(side)) is not None:
            notes.append(
                M("{value} of `{path}` lasts up to {natural} of natural time", value=str(side.quantity), path=side.path,
                  natural=lasting(longest(limit)))
            )  # fmt: skip
    if stronger(first, second) == "undecided":
        notes.append(M("undecided: the two values have no common measure, so they may or may not be the same"))
    if len(pairs) > 1:
        cases = tuple(in_words(meet(a.scope, b.scope) or {}, vocabulary) for _, a, b in pairs)
        notes.append(M("{count} cases: {cases}", count=len(pairs), cases=cases))
    return found(
        RULE,
        M("{promise} is promised as {first} and as {second}", promise=name, first=str(first.quantity),
          second=str(second.quantity)),
        Label(first.span, M("`{path}` says {value}", path=first.path, value=str(first.quantity))),
        Label(second.span, M("`{path}` says {value}", path=second.path, value=str(second.quantity))),
        notes=notes,
        helps=_helps(first, second),
        key=(first.dimension, *sorted({first.key, second.key})),
        bid=context.package.bid.id,
        severity=severity,
    )  # fmt: skip


def _helps(first: Fact, second: Fact) -> list[Message]:
    keep = M("make the value a parameter of one clause, and print it wherever it is needed")
    for side in (first, second):
        if side.setting:
            keep = M(
                'let one clause make the promise, and print its value in the other with `param("{path}")`',
                path=side.path,
            )
            break
    return [keep, M("or limit one of the two to cases in which the other does not hold")]

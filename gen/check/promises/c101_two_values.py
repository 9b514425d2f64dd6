"""One promise is made with two values.

What it finds: two promises of the same kind, by the same party and from the same event, that hold in a common case and
have different values, or a lower bound above an upper one. Where both hold in the same cases, that is an error. Where
one is the special case of the other it may be stronger; weaker is a warning, and an error where the special case is
the graver fault. Where they overlap in part, it is a warning; where one of them holds on a condition, at most that;
where each holds on a condition of its own, a hint. Deadlines on different clocks are compared by when they really end.
Months against days are reported as undecided where it hangs on the length of the months. Deadlines that run from
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
from dataclasses import dataclass

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.pairs import Alike, Cause, Pair, causes, excepted, meeting, scope_of
from gen.check.scope import gravest_inside, in_words, meet, relation
from gen.check.sides import says
from gen.check.strength import deadline, lasting, latest_excess, moment, order, stronger, years_held
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.model.vocabulary import Vocabulary
from gen.quantity.clock import Case, longest
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__)

_ELSEWHERE = {"service_fee"}
"""Kinds whose values other rules hold against each other: who pays, C601 and C603."""

_COMPARED_WITHOUT_ORDER = {"enum", "window", "date", "duration", "percent", "count", "frequency", "money"}


@dataclass(frozen=True, slots=True)
class _Clash(Pair):
    severity: Severity


def check(context: Context) -> Iterator[Finding]:
    """One finding for the promises of one kind that clash with each other, with every case in which they do."""
    vocabulary = context.package.library.vocabulary
    for dimension, classes in context.by_dimension.items():
        if dimension in _ELSEWHERE or classes[0][0].spec.type not in _COMPARED_WITHOUT_ORDER:
            continue
        numbered = list(enumerate(classes))
        clashes = [
            clash
            for (number, first), (other, second) in meeting(numbered, numbered, lambda each: scope_of(each[1]))
            if number < other and (clash := _clash(first, second, vocabulary))
        ]
        for cause in causes(clashes):
            yield _finding(cause, context)


def _clash(first: Alike, second: Alike, vocabulary: Vocabulary) -> _Clash | None:
    """The facts of two classes that clash, and how badly; none where they can stand together."""
    severity = gravity(first[0], second[0], vocabulary)
    if severity is None:
        return None
    if first[0].promise.overrides or second[0].promise.overrides:
        first = tuple(fact for fact in first if not all(excepted(fact, other) for other in second))
        second = tuple(fact for fact in second if not all(excepted(fact, other) for other in first))
    return _Clash(first, second, severity) if first and second else None


def gravity(first: Fact, second: Fact, vocabulary: Vocabulary) -> Severity | None:
    """How badly two promises of one kind clash; none where they can stand together."""
    if {first.obligor, second.obligor} == {"provider", "customer"}:
        return None  # each owes its own
    if first.start and second.start and first.start != second.start:
        return None  # two clocks: C207 says so, and C303 adds them up
    if (first.ends or second.ends) and first.ends != second.ends:
        return None  # two parts of one way
    lie = relation(first.scope, second.scope, vocabulary)
    if lie == "apart":
        return None
    if {first.comparator, second.comparator} == {"at_most", "at_least"}:
        lower, upper = (first, second) if first.comparator == "at_least" else (second, first)
        crossed = order(lower, upper)
        if crossed == "undecided":
            return _softened(Severity.WARNING, first, second)
        return _softened(Severity.ERROR, first, second) if crossed in {"crossing", 1} else None
    strength = stronger(first, second)
    if strength == "same":
        return None
    if strength == "undecided":
        return _softened(Severity.WARNING, first, second)
    if lie == "equal":
        return _softened(Severity.ERROR, first, second)
    if lie == "overlap":
        return _softened(Severity.WARNING, first, second)
    inner, outer = (first, second) if lie == "first_inside" else (second, first)
    if strength == ("first" if inner is first else "second"):
        return None
    graver = gravest_inside(inner.scope, outer.scope, vocabulary)
    return _softened(Severity.ERROR if graver else Severity.WARNING, first, second)


def _softened(severity: Severity, first: Fact, second: Fact) -> Severity:
    """Where one of the two holds on a condition only, it may never come to the clash; on two, still less so."""
    conditions = {first.promise.condition, second.promise.condition}
    if len(conditions) == 1:
        return severity
    return min(severity, Severity.WARNING if "" in conditions else Severity.HINT)


def _finding(cause: Cause[_Clash], context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    clash = max(cause.clashes, key=lambda clash: clash.severity)
    first, second = clash.first[0], clash.second[0]
    notes = [M("both hold: {case}", case=in_words(meet(first.scope, second.scope) or {}, vocabulary))]
    for side in (first, second):
        if (limit := deadline(side)) is not None:
            notes.append(
                M("{value} of `{path}` lasts up to {natural} of natural time", value=str(side.quantity), path=side.path,
                  natural=lasting(longest(limit)))
            )  # fmt: skip
    conditions = tuple(dict.fromkeys(side.promise.condition for side in (first, second) if side.promise.condition))
    if conditions and first.promise.condition != second.promise.condition:
        notes.append(M("only where: {conditions}", conditions=conditions))
    holiday = _only_over_a_holiday(first, second, vocabulary)
    if holiday is not None:
        later, sooner, case = holiday
        notes.append(
            M("over a public holiday, begun {moment}: `{path}` ends {end}, `{other}` already {other_end}",
              moment=moment(case), path=later.path, end=moment(case, case.first_ends), other=sooner.path,
              other_end=moment(case, case.second_ends))
        )  # fmt: skip
        notes += years_held(case)
    if stronger(first, second) == "undecided":
        notes.append(M("undecided: the two values have no common measure, so they may or may not be the same"))
    cases = dict.fromkeys(
        in_words(meet(each.first[0].scope, each.second[0].scope) or {}, vocabulary) for each in cause.clashes
    )
    if len(cases) > 1:
        notes.append(M("{count} cases: {cases}", count=len(cases), cases=tuple(cases)))
    sides = (first, second, *(side for side in cause.sides if side.span not in {first.span, second.span}))
    return found(
        RULE,
        _message(sides),
        *(says(side) for side in sides),
        notes=notes,
        helps=_helps(first, second, vocabulary),
        fixes=settings_to(context, (first, second.quantity), (second, first.quantity)) if len(cases) == 1 else (),
        key=(first.dimension, *sorted({side.key for side in sides})),
        bid=context.package.bid.id,
        severity=clash.severity,
        confidence=Confidence.MEDIUM if holiday is not None else None,
    )  # fmt: skip


def _only_over_a_holiday(first: Fact, second: Fact, vocabulary: Vocabulary) -> tuple[Fact, Fact, Case] | None:
    """Which of two promises ends later in which case, where they clash in no ordinary week."""
    limits = {id(fact): deadline(fact) for fact in (first, second)}
    inside = relation(first.scope, second.scope, vocabulary)
    sides = [(first, second)] * (inside != "second_inside") + [(second, first)] * (inside != "first_inside")
    found_cases = []
    for later, sooner in sides:
        one, other = limits[id(later)], limits[id(sooner)]
        if one is None or other is None:
            return None
        if (case := latest_excess(one, other)) is not None:
            found_cases.append((later, sooner, case))
    return found_cases[0] if found_cases and all(case.dated for _, _, case in found_cases) else None


def _message(sides: tuple[Fact, ...]) -> Message:
    name = sides[0].named
    if len({(side.clause, side.commitment) for side in sides}) == 2:
        return M("{promise} is promised as {first} and as {second}", promise=name, first=str(sides[0].quantity),
                 second=str(sides[1].quantity))  # fmt: skip
    values = tuple(dict.fromkeys(str(side.quantity) for side in sides))
    return M("{promise} is promised in {places} places as {values}", promise=name, places=len(sides), values=values)


def _helps(first: Fact, second: Fact, vocabulary: Vocabulary) -> list[Message]:
    keep = M("make the value a parameter of one clause, and print it wherever it is needed")
    for side in (first, second):
        if side.setting:
            keep = M(
                'let one clause make the promise, and print its value in the other with `param("{path}")`',
                path=side.path,
            )
            break
    helps = [keep, M("or limit one of the two to cases in which the other does not hold")]
    lie = relation(first.scope, second.scope, vocabulary)
    if lie in {"first_inside", "second_inside"} and first.clause != second.clause:
        inner, outer = (first, second) if lie == "first_inside" else (second, first)
        helps.append(
            M("or declare in `{inner}` that it is an exception on purpose: `overrides: [{outer}]`", inner=inner.clause,
              outer=outer.clause)
        )  # fmt: skip
    return helps

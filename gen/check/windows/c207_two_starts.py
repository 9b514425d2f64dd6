"""One deadline runs from two different events.

What it finds: two promises of one kind that begin with different events, in cases that both have, where no other
promise says how long it takes from the one event to the other. Where one does, C303 adds up the way.

Why it matters: four hours from the report and four hours from the moment at which remote work is given up are two
promises. The customer holds the bidder to the earlier one.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 到场时限, type: duration, default: 4小时}
      second: {label: 远程不能排除后的到场时限, type: duration, default: 4小时}
    commitments:
      - promise: onsite_arrival
        scope: {severity: S1}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: onsite_arrival
        at_most: $second
        clock: {kind: natural, from: remote_failed}
    text: |
      {{ provider }}在{{ first }}内到场；远程不能排除故障的，在{{ second }}内到场。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 到场时限, type: duration, default: 4小时}
      second: {label: 远程不能排除后的到场时限, type: duration, default: 4小时}
    commitments:
      - promise: onsite_arrival
        scope: {severity: S1}
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: onsite_arrival
        scope: {severity: [S2, S3, S4]}
        at_most: $second
        clock: {kind: natural, from: remote_failed}
    text: |
      {{ provider }}在{{ first }}内到场；远程不能排除故障的，在{{ second }}内到场。

What to do: let both run from one event, limit each to cases of its own, or promise a time between the two events.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from gen.check.context import Context
from gen.check.pairs import Cause, Pair, causes, excepted
from gen.check.scope import in_words, meet, relation
from gen.finding import Finding, Label, found
from gen.message import M, Named
from gen.model.fact import Fact
from gen.model.vocabulary import Vocabulary
from gen.quantity import Duration
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for the commitments of one kind that run from different events."""
    vocabulary = context.package.library.vocabulary
    timed = [fact for fact in context.facts if fact.start and isinstance(fact.quantity, Duration)]
    linked = _linked(timed)
    for same in context.by_dimension.values():
        classes = [each for each in same if each[0].start and isinstance(each[0].quantity, Duration)]
        if len({each[0].start for each in classes}) < 2:
            continue
        clashes = [
            Pair(first, second)
            for first, second in combinations(classes, 2)
            if two_starts(first[0], second[0], linked) and not excepted(first[0], second[0])
        ]
        for cause in causes(clashes):
            yield _finding(cause, context, vocabulary)


def two_starts(first: Fact, second: Fact, linked: Mapping[str, set[str]]) -> bool:
    """Whether two promises of one kind meet and run from events that no other promise links."""
    if first.start == second.start or first.ends != second.ends or first.obligor != second.obligor:
        return False
    if first.promise.condition != second.promise.condition or first.comparator != second.comparator:
        return False
    if second.start in linked.get(first.start, ()) or first.start in linked.get(second.start, ()):
        return False
    return meet(first.scope, second.scope) is not None


def _linked(facts: list[Fact]) -> dict[str, set[str]]:
    """For each event those that promises lead to from there, in one step or more."""
    steps: dict[str, set[str]] = {}
    for fact in facts:
        if fact.ends:
            steps.setdefault(fact.start, set()).add(fact.ends)
    reached: dict[str, set[str]] = {}
    for event in steps:
        waiting, ends = [event], set[str]()
        while waiting:
            further = steps.get(waiting.pop(), set()) - ends
            ends |= further
            waiting += further
        reached[event] = ends
    return reached


def _finding(cause: Cause[Pair], context: Context, vocabulary: Vocabulary) -> Finding:
    first, second = cause.clashes[0].first[0], cause.clashes[0].second[0]
    nested = any(relation(c.first[0].scope, c.second[0].scope, vocabulary) != "overlap" for c in cause.clashes)

    def event(fact: Fact) -> Named:
        word = vocabulary.events[fact.start]
        return Named(word.label, word.en)

    sides = (first, second, *(side for side in cause.sides if side.span not in {first.span, second.span}))
    return found(
        RULE,
        M("{promise} runs from two events: {first}; {second}", promise=first.named,
          first=event(first), second=event(second)),
        *(Label(side.span, M("`{path}`: {value} from: {event}", path=side.path, value=str(side.quantity),
                             event=event(side))) for side in sides),
        notes=[M("both hold: {case}", case=in_words(meet(first.scope, second.scope) or {}, vocabulary))],
        helps=[M("let both run from one event, or limit each to cases of its own")],
        key=(first.dimension, *sorted({side.key for side in sides})),
        bid=context.package.bid.id,
        severity=Severity.ERROR if nested else Severity.WARNING,
    )  # fmt: skip

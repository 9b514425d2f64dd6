"""A deadline may end after one that must follow it.

What it finds: for one fault, a step that may take longer than a later step: acknowledgement, response, remote
diagnosis, arrival on site, workaround, resolution must end in this order; so must dispatch before arrival, and a
solution, a part, a diagnosis, an escalation before the repair. An alternative (`instead_of`) must come in time for what
it stands in for. Deadlines in working time are compared with those in natural time over every minute of a week at which
the fault may be reported, and over the public holidays of the years held. A step in months beside one in days is
reported as undecided where it hangs on the length of the months. Where a promise is made for special cases of another,
or declared as an exception to it, it decides alone in those cases.

Why it matters: whoever arrives within 48 hours cannot have repaired within 24. An evaluator sees it in one glance, and
the bidder breaches one of the two by keeping the other.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场与修复
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 48小时}
      repair: {label: 修复时限, type: duration, default: 24小时}
    commitments:
      - promise: onsite_arrival
        at_most: $arrival
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ arrival }}内到场，{{ repair }}内修复。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场与修复
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 12小时}
      repair: {label: 修复时限, type: duration, default: 24小时}
    commitments:
      - promise: onsite_arrival
        at_most: $arrival
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ arrival }}内到场，{{ repair }}内修复。

What to do: shorten the earlier step or lengthen the later one, inside their guardrails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.order.late import REPORTED, case_words
from gen.check.pairs import Alike, Cause, Pair, causes, meeting, scope_of
from gen.check.prevails import remaining
from gen.check.scope import in_words, meet, relation
from gen.check.sides import says
from gen.check.strength import deadline, lasting, latest_excess, lengths, order
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary
from gen.quantity import Duration
from gen.quantity.clock import DAY, FRIDAY_EVENING, Case, Minutes
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__)

_MONTH = 30 * DAY
"""The month that an example takes where both steps are given in months."""


@dataclass(frozen=True, slots=True)
class Late(Pair):
    """An earlier step (first) that may end after a later one (second)."""

    joint: Scope
    case: Case

    @property
    def excess(self) -> Minutes:
        """By how many minutes, at worst."""
        return self.case.first_ends - self.case.second_ends


def check(context: Context) -> Iterator[Finding]:
    """One finding for the commitments of two kinds in the wrong order, with every case in which they are."""
    vocabulary = context.package.library.vocabulary
    classes = context.by_dimension
    behind = {dimension: vocabulary.behind(dimension) for dimension in classes}
    late = {
        (earlier, later): [
            clash
            for first, second in meeting(classes[earlier], classes[later], scope_of)
            if later in behind[earlier] or later == first[0].promise.instead_of
            if (whole := late_of(first, second)) is not None
            for clash in _standing(whole, context)
        ]
        for earlier, later in _pairs(classes, behind)
    }
    for (earlier, later), clashes in late.items():
        between = [
            clash
            for middle in behind[earlier]
            if later in behind.get(middle, ())
            for clash in (*late.get((earlier, middle), ()), *late.get((middle, later), ()))
        ]
        own = [clash for clash in clashes if not _follows(clash, between, vocabulary)]
        for cause in causes(own):
            yield _finding(cause, context)
    undecided = {
        id(same): same
        for earlier, later in late
        for first, second in meeting(classes[earlier], classes[later], scope_of)
        for same in _open(first, second)
    }
    for same in undecided.values():
        yield from (_undecided(fact, context) for fact in same)


def late_of(first: Alike, second: Alike) -> Late | None:
    """Whether the first of two steps may end after the second: the case in which it is the latest."""
    joint = _joint(first[0], second[0])
    case = _case(first[0], second[0]) if joint is not None else None
    return Late(first, second, joint, case) if joint is not None and case is not None else None


def _joint(one: Fact, other: Fact) -> Scope | None:
    """Where two deadlines that can be compared both hold."""
    if not isinstance(one.quantity, Duration) or not isinstance(other.quantity, Duration):
        return None
    if "at_least" in {one.comparator, other.comparator}:
        return None
    if (one.start or REPORTED) != (other.start or REPORTED):
        return None  # they run from different events: C303 adds up what lies between
    if one.promise.condition != other.promise.condition and one.promise.condition and other.promise.condition:
        return None  # each on a condition of its own
    return meet(one.scope, other.scope)


def _case(one: Fact, other: Fact) -> Case | None:
    """The case in which the first deadline ends the longest after the second; where months decide it, any."""
    limits = deadline(one), deadline(other)
    if limits[0] is not None and limits[1] is not None:
        return latest_excess(limits[0], limits[1])
    if order(one, other) != 1:
        return None
    if isinstance(one.quantity, Duration) and isinstance(other.quantity, Duration):
        months = one.quantity.months, other.quantity.months
        if months[0] is not None and months[1] is not None:
            return Case(FRIDAY_EVENING, months[0] * _MONTH, months[1] * _MONTH)
    return Case(FRIDAY_EVENING, lengths(one)[0], lengths(other)[1])


def _open(first: Alike, second: Alike) -> Iterator[Alike]:
    """Of two kinds in an order those promises in months whose lengths leave it open which of the two ends first."""
    if all(deadline(each[0]) is not None for each in (first, second)):
        return
    months = [isinstance(same[0].quantity, Duration) and same[0].quantity.months for same in (first, second)]
    if not any(months):
        return
    if _joint(first[0], second[0]) is not None and order(first[0], second[0]) == "undecided":
        yield from (same for same in (first, second) if deadline(same[0]) is None)


def _standing(clash: Late, context: Context) -> Iterator[Late]:
    """A clash in the cases in which no special promise and no exception decides instead."""
    for joint in remaining(context, clash.joint, bounds=(clash.second,), special_first=(clash.first,)):
        yield replace(clash, joint=joint)


def _pairs(classes: Mapping[str, list[Alike]], behind: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """The kinds of promise of a bid that must end one before the other; an alternative before what it stands in for."""
    pairs = [(earlier, later) for earlier in classes for later in behind[earlier] if later in classes]
    alternatives = {
        (dimension, str(same[0].promise.instead_of))
        for dimension, all_of_it in classes.items()
        for same in all_of_it
        if same[0].promise.instead_of in classes
    }
    order = {dimension: place for place, dimension in enumerate(classes)}
    return sorted({*pairs, *alternatives}, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _follows(clash: Late, between: list[Late], vocabulary: Vocabulary) -> bool:
    """Whether a clash in all its cases only follows from one with a step between: late repair from late workaround."""
    return any(
        (other.first[0] is clash.first[0] or other.second[0] is clash.second[0])
        and _conditions(other) <= _conditions(clash)
        and relation(clash.joint, other.joint, vocabulary) in {"equal", "first_inside"}
        for other in between
    )


def _conditions(clash: Late) -> set[str]:
    return {"", clash.first[0].promise.condition, clash.second[0].promise.condition}


def _undecided(fact: Fact, context: Context) -> Finding:
    return found(
        RULE,
        M(
            "{promise} within {value}: months have no fixed length, so its order among the deadlines is undecided",
            promise=fact.named, value=str(fact.quantity),
        ),
        says(fact),
        helps=[M("write it in hours or days")],
        key=("undecided", *fact.key),
        bid=context.package.bid.id,
        severity=Severity.WARNING,
    )  # fmt: skip


def _finding(cause: Cause[Late], context: Context) -> Finding:
    worst = max(cause.clashes, key=lambda clash: clash.excess)
    first, second = worst.first[0], worst.second[0]
    vocabulary = context.package.library.vocabulary
    earlier, later = (fact.named for fact in (first, second))
    notes = case_words(worst.case, worst.joint, (first, second), vocabulary)
    cases = tuple(dict.fromkeys(in_words(clash.joint, vocabulary) for clash in cause.clashes))
    if len(cases) > 1:
        notes.append(M("{count} cases: {cases}", count=len(cases), cases=cases))
    labels = [
        Label(first.span, M("`{path}`: may last {value}", path=first.path, value=lasting(worst.case.first_ends))),
        Label(second.span, M("`{path}`: must be done after {value}", path=second.path,
                             value=lasting(worst.case.second_ends))),
    ]  # fmt: skip
    others = [side for side in cause.sides if side.span not in {first.span, second.span}]
    keys = {side.key for side in cause.sides if side.dimension == first.dimension}
    fixes = settings_to(context, (first, second.quantity), (second, first.quantity)) if len(cases) <= 1 else ()
    return found(
        RULE,
        M("{earlier} within {first}, but {later} within {second}", earlier=earlier, first=str(first.quantity),
          later=later, second=str(second.quantity)),
        *labels,
        *(says(side) for side in others),
        notes=notes,
        helps=[] if fixes else [M("shorten the one or lengthen the other in each of these cases")]
        if len(cases) > 1
        else [
            M(
                "no guardrail permits a value that mends it: ask the owners of {clauses}",
                clauses=tuple(f"`{clause}`" for clause in dict.fromkeys((first.clause, second.clause))),
            )
        ],
        fixes=fixes,
        key=(first.dimension, second.dimension, *sorted(keys), "before",
             *sorted({side.key for side in cause.sides} - keys)),
        bid=context.package.bid.id,
        confidence=Confidence.MEDIUM if worst.case.dated else None,
    )  # fmt: skip

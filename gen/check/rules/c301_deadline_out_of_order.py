"""A deadline may end after one that must follow it.

What it finds: for one fault, a step that may take longer than a later step: acknowledgement, response, remote
diagnosis, arrival on site, workaround, resolution must end in this order. Deadlines in working time are compared with
those in natural time over every minute of a week at which the fault may be reported. A step that is given in months
is reported as undecided, since months differ in length.

Why it matters: whoever arrives within 48 hours cannot have repaired within 24. An evaluator sees it in one glance,
and the bidder breaches one of the two by keeping the other.

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

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from gen.check.context import Context
from gen.check.guardrail import allowed
from gen.check.scope import in_words, meet, one_case, relation
from gen.check.strength import deadline, lasting, weekday
from gen.finding import Finding, Label, found
from gen.message import M, Message, Named
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary
from gen.quantity import Duration
from gen.quantity.clock import Case, Deadline, Minutes, latest_excess
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__)

REPORTED = "report_received"
"""The event from which a step runs where its clause names none."""


@dataclass(frozen=True, slots=True)
class _Clash:
    """An earlier step that may end after a later one."""

    earlier: Fact
    later: Fact
    joint: Scope
    case: Case

    @property
    def excess(self) -> Minutes:
        return self.case.first_ends - self.case.second_ends


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two commitments in the wrong order, with every case in which they are."""
    steps = [(fact, limit) for fact in context.facts if fact.spec.step and (limit := deadline(fact)) is not None]
    clashes: dict[tuple[str, int, str, int], list[_Clash]] = {}
    for first, second in combinations(steps, 2):
        if first[0].spec.step == second[0].spec.step:
            continue
        clash = _clash(*((first, second) if first[0].spec.step < second[0].spec.step else (second, first)))
        if clash is not None:
            key = (clash.earlier.clause, clash.earlier.commitment, clash.later.clause, clash.later.commitment)
            clashes.setdefault(key, []).append(clash)
    everything = [clash for group in clashes.values() for clash in group]
    vocabulary = context.package.library.vocabulary
    for group in clashes.values():
        if own := [clash for clash in group if not _follows(clash, everything, vocabulary)]:
            yield _finding(own, context)
    for fact in context.facts:
        if fact.spec.step and isinstance(fact.quantity, Duration) and fact.quantity.months is not None:
            yield _undecided(fact, context)


def _follows(clash: _Clash, clashes: list[_Clash], vocabulary: Vocabulary) -> bool:
    """Whether a clash in all its cases only follows from one with a step between: late repair from late workaround."""
    first, last = clash.earlier.spec.step, clash.later.spec.step
    for other in clashes:
        between = (other.earlier is clash.earlier and first < other.later.spec.step < last) or (
            other.later is clash.later and first < other.earlier.spec.step < last
        )
        if between and relation(clash.joint, other.joint, vocabulary) in {"equal", "first_inside"}:
            return True
    return False


def _undecided(fact: Fact, context: Context) -> Finding:
    return found(
        RULE,
        M(
            "{promise} within {value}: months have no fixed length, so its order among the deadlines is undecided",
            promise=Named(fact.spec.label, fact.spec.en), value=str(fact.quantity),
        ),
        Label(fact.span, M("`{path}` says {value}", path=fact.path, value=str(fact.quantity))),
        helps=[M("write it in hours or days")],
        key=("undecided", *fact.key),
        bid=context.package.bid.id,
        severity=Severity.WARNING,
    )  # fmt: skip


def _clash(earlier: tuple[Fact, Deadline], later: tuple[Fact, Deadline]) -> _Clash | None:
    (first, first_limit), (second, second_limit) = earlier, later
    if first.comparator == "at_least" or second.comparator == "at_least":
        return None
    if (first.start or REPORTED) != (second.start or REPORTED):
        return None  # they run from different events; comparing them needs the times between those
    joint = meet(first.scope, second.scope)
    case = latest_excess(first_limit, second_limit) if joint is not None else None
    return _Clash(first, second, joint, case) if joint is not None and case is not None else None


def _finding(group: list[_Clash], context: Context) -> Finding:
    worst = max(group, key=lambda clash: clash.excess)
    vocabulary = context.package.library.vocabulary
    earlier, later = (Named(fact.spec.label, fact.spec.en) for fact in (worst.earlier, worst.later))
    notes = [
        M(
            "example: {case}, reported {moment}: {later} is due {second}, but {earlier} may last until {first}",
            case=in_words(one_case(worst.joint, vocabulary), vocabulary),
            moment=weekday(worst.case.begins), earlier=earlier,
            first=weekday(worst.case.begins + worst.case.first_ends), later=later,
            second=weekday(worst.case.begins + worst.case.second_ends),
        )
    ]  # fmt: skip
    if len(group) > 1:
        cases = tuple(in_words(clash.joint, vocabulary) for clash in group)
        notes.append(M("{count} cases: {cases}", count=len(group), cases=cases))
    return found(
        RULE,
        M("{earlier} within {first}, but {later} within {second}", earlier=earlier, first=str(worst.earlier.quantity),
          later=later, second=str(worst.later.quantity)),
        Label(worst.earlier.span, M("`{path}`: may last {value}", path=worst.earlier.path,
                                    value=lasting(worst.case.first_ends))),
        Label(worst.later.span, M("`{path}`: must be done after {value}", path=worst.later.path,
                                  value=lasting(worst.case.second_ends))),
        notes=notes,
        helps=_fixes(worst, context),
        key=(worst.earlier.dimension, worst.later.dimension, worst.earlier.key, worst.later.key),
        bid=context.package.bid.id,
    )  # fmt: skip


def _fixes(clash: _Clash, context: Context) -> list[Message]:
    """What pre-sales may do without asking; where the guardrails leave nothing, whom to ask."""
    fixes = []
    if _may_become(clash.earlier, clash.later, context):
        fixes.append(
            M(
                "set `{path}` to {value} or less (inside its guardrail)",
                path=clash.earlier.path,
                value=str(clash.later.quantity),
            )
        )
    if _may_become(clash.later, clash.earlier, context):
        fixes.append(
            M(
                "set `{path}` to {value} or more (inside its guardrail)",
                path=clash.later.path,
                value=str(clash.earlier.quantity),
            )
        )
    return fixes or [
        M(
            "no guardrail permits a value that mends it: ask the owners of {clauses}",
            clauses=tuple(f"`{clause}`" for clause in dict.fromkeys((clash.earlier.clause, clash.later.clause))),
        )
    ]


def _may_become(fact: Fact, like: Fact, context: Context) -> bool:
    """Whether a promise may take the other's value without asking anybody."""
    if fact.setting is None:
        return False
    for path, cells in context.package.settings.items():
        for key, setting in cells.items():
            if setting is fact.setting:
                param = context.package.param(path)
                return param is not None and allowed(param, key, like.quantity)
    return False

"""The engineer may arrive at the very moment at which the repair is due.

What it finds: an arrival on site and a repair (or a provisional restoration) that are due at the same time in every
case.

Why it matters: forty-eight hours to arrive and two days to repair leave no minute for the work; one of the two figures
was not thought through.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限与修复时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 到场时限, type: duration, default: 48小时}
      second: {label: 修复时限, type: duration, default: 48小时}
    commitments:
      - promise: onsite_arrival
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ first }}内到场，{{ second }}内修复。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 到场时限与修复时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 到场时限, type: duration, default: 24小时}
      second: {label: 修复时限, type: duration, default: 48小时}
    commitments:
      - promise: onsite_arrival
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: resolution
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ first }}内到场，{{ second }}内修复。

What to do: shorten the arrival or lengthen the repair.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.order.late import REPORTED
from gen.check.pairs import Pair, causes, meeting, scope_of
from gen.check.prevails import remaining
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.check.strength import deadline, latest_excess
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for the commitments that leave no time between arrival and the end of the work."""
    classes = context.by_dimension
    for later in ("workaround", "resolution"):
        clashes = [
            Pair(first, second)
            for first, second in meeting(classes.get("onsite_arrival", ()), classes.get(later, ()), scope_of)
            if together(first[0], second[0])
            and remaining(context, meet(first[0].scope, second[0].scope) or {}, special_first=(first, second))
        ]
        for cause in causes(clashes):
            yield _finding(cause.clashes, cause.sides, context)


def together(arrival: Fact, work: Fact) -> bool:
    """Whether two deadlines always end at one moment, in cases that both have."""
    limits = deadline(arrival), deadline(work)
    if limits[0] is None or limits[1] is None or "at_least" in {arrival.comparator, work.comparator}:
        return False
    if (arrival.start or REPORTED) != (work.start or REPORTED) or meet(arrival.scope, work.scope) is None:
        return False
    return latest_excess(limits[0], limits[1]) is None and latest_excess(limits[1], limits[0]) is None


def _finding(clashes: tuple[Pair, ...], sides: tuple[Fact, ...], context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    arrival, work = clashes[0].first[0], clashes[0].second[0]
    cases = dict.fromkeys(in_words(meet(c.first[0].scope, c.second[0].scope) or {}, vocabulary) for c in clashes)
    return found(
        RULE,
        M("{arrival} and {work} are due together, after {value}", arrival=arrival.named,
          work=work.named, value=str(work.quantity)),
        *(says(side) for side in sides),
        notes=[
            M("{count} cases: {cases}", count=len(cases), cases=tuple(cases))
            if len(cases) > 1
            else M("both hold: {case}", case=next(iter(cases)))
        ],
        helps=[M("leave time to work between the two")],
        fixes=settings_to(context, (arrival, arrival.quantity), (work, work.quantity)) if len(cases) == 1 else (),
        key=(arrival.dimension, work.dimension, *sorted({side.key for side in sides})),
        bid=context.package.bid.id,
    )  # fmt: skip

"""One repair may last longer than the availability allows in a whole year.

What it finds: a promised availability, and the longest time within which the gravest faults are promised to be
restored or repaired, where one such fault alone may use up more downtime than the availability leaves for a year. The
downtime is that of 365 days, or of the service window that the availability names; a fault counts from its report
until the earlier of temporary restoration and repair.

Why it matters: 99.9% leaves 8.76 hours a year. With 48 hours allowed for a repair, one fault breaks the target
although every deadline was met; readers see that the target was never meant.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 可用率
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      target: {label: 可用率, type: percent, default: 99.9%}
      repair: {label: 一级故障修复时限, type: duration, default: 48小时}
    commitments:
      - promise: availability
        scope: {phase: in_warranty}
        at_least: $target
        clock: {kind: natural, stops: [planned_outage]}
      - promise: resolution
        scope: {phase: in_warranty, severity: S1}
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      系统年可用率不低于{{ target }}，一级故障自接到报修通知起{{ repair }}内修复。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 可用率
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      target: {label: 可用率, type: percent, default: 99.9%}
      repair: {label: 一级故障修复时限, type: duration, default: 8小时}
    commitments:
      - promise: availability
        scope: {phase: in_warranty}
        at_least: $target
        clock: {kind: natural, stops: [planned_outage]}
      - promise: resolution
        scope: {phase: in_warranty, severity: S1}
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      系统年可用率不低于{{ target }}，一级故障自接到报修通知起{{ repair }}内修复。

What to do: shorten the restoration of the gravest faults, or promise an availability that the deadlines can keep.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.scope import in_words, meet
from gen.check.strength import deadline, lasting
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.model.vocabulary import Vocabulary
from gen.quantity import Duration, Percent
from gen.quantity.clock import DAY, Minutes, longest
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_RESTORING = ("workaround", "resolution")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each availability that a single grave fault may break."""
    vocabulary = context.package.library.vocabulary
    restoring = [fact for fact in context.facts if fact.dimension in _RESTORING and fact.comparator != "at_least"]
    for target in context.facts:
        if target.dimension != "availability" or not isinstance(target.quantity, Percent):
            continue
        last = _last(target, restoring, vocabulary)
        if last is not None and last[1] > (budget := _downtime(target)):
            yield _finding(target, *last, budget, context)


def _downtime(target: Fact) -> Minutes:
    """The minutes of a year in which the service may be down."""
    assert isinstance(target.quantity, Percent)  # noqa: S101 - asked before
    window = target.window
    agreed = Fraction(window.days * window.hours, 7 * 24) if window else Fraction(1)
    return (1 - target.quantity.share) * agreed * 365 * DAY


def _last(target: Fact, restoring: list[Fact], vocabulary: Vocabulary) -> tuple[Fact, Minutes] | None:
    """The promise that first ends the outage of a grave fault, and how long that may last."""
    gravest = next(iter(vocabulary.axes["severity"].values))
    where = meet(target.scope, {"severity": frozenset({str(gravest)})})
    if where is None:
        return None
    lengths = [
        (fact, longest(limit))
        for fact in restoring
        if meet(fact.scope, where) is not None and (limit := deadline(fact)) is not None
    ]
    return min(lengths, key=lambda pair: pair[1], default=None)


def _finding(target: Fact, fact: Fact, lasts: Minutes, budget: Minutes, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    gravest = frozenset({str(next(iter(vocabulary.axes["severity"].values)))})
    joint = meet(meet(target.scope, fact.scope) or {}, {"severity": gravest}) or {}
    return found(
        RULE,
        M("{availability} allows {budget} down in a year, but {promise} may take {lasts}", availability=
          str(target.quantity), budget=_hours(budget), promise=fact.named,
          lasts=lasting(lasts)),
        Label(target.span, M("`{path}`: {budget} a year", path=target.path, budget=_hours(budget))),
        Label(fact.span, M("`{path}`: up to {value} of natural time", path=fact.path, value=lasting(lasts))),
        notes=[M("both hold: {case}", case=in_words(joint, vocabulary))],
        helps=[M("shorten the restoration of the gravest faults, or lower the availability")],
        fixes=settings_to(context, (fact, Duration(Fraction(floor(budget / 60)), "hour"))),
        key=(target.key, fact.key),
        bid=context.package.bid.id,
    )  # fmt: skip


def _hours(minutes: Minutes) -> str:
    hours = Fraction(minutes) / 60
    text = f"{float(round(hours, 2)):.2f}".rstrip("0").rstrip(".")
    return f"{text} h"

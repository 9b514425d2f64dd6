"""A report may come later than the next one begins.

What it finds: a report that is due so long after its period, inspection, drill or visit that the next period has
ended before it is handed in. Periods are compared at their shortest (a month of 28 days, a quarter of 90), working
days in natural time at their longest.

Why it matters: a monthly report of which two are outstanding at once informs nobody; evaluators read the deadline as
an oversight, and the customer's reviews stand still.

Fails:

    # clauses/vocabulary.yaml
    dimensions:
      report_due: {label: 服务报告提交时限, en: due day of service reports, type: duration, better: less}
    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务报告
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      frequency: {label: 报告频次, type: frequency, default: 每月1次}
      due: {label: 提交时限, type: duration, default: 40日}
    commitments:
      - {promise: report_cadence, at_least: $frequency}
      - {promise: report_due, at_most: $due, clock: {kind: natural, from: period_ended}}
    text: |
      {{ provider }}{{ frequency }}提交服务报告，于每个报告周期结束之日起{{ due }}内送达。

Passes:

    # clauses/vocabulary.yaml
    dimensions:
      report_due: {label: 服务报告提交时限, en: due day of service reports, type: duration, better: less}
    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务报告
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      frequency: {label: 报告频次, type: frequency, default: 每月1次}
      due: {label: 提交时限, type: duration, default: 10日}
    commitments:
      - {promise: report_cadence, at_least: $frequency}
      - {promise: report_due, at_most: $due, clock: {kind: natural, from: period_ended}}
    text: |
      {{ provider }}{{ frequency }}提交服务报告，于每个报告周期结束之日起{{ due }}内送达。

What to do: shorten the deadline to less than the period, or report less often.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.scope import meet
from gen.check.strength import deadline
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Duration, Frequency
from gen.quantity.clock import DAY, longest
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_SHORTEST = {"日": 1, "周": 7, "月": 28, "季度": 90, "半年": 181, "年": 365}
"""The days of the shortest period of each kind."""
_RECURS = {"inspection_completed": "inspection_freq", "drill_ended": "emergency_drill", "visit_ended": "visit_freq"}
"""The promise that says how often an event comes; how long a period is, its own clause says."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each deadline that the next period overtakes."""
    cadences = [fact for fact in context.facts if isinstance(fact.quantity, Frequency)]
    for due in context.facts:
        if due.comparator == "at_least" or not (due.start == "period_ended" or due.start in _RECURS):
            continue
        periods = [
            fact
            for fact in cadences
            if (fact.clause == due.clause if due.start == "period_ended" else fact.dimension == _RECURS[due.start])
            and meet(fact.scope, due.scope) is not None
        ]
        shortest = min(periods, key=_period, default=None)
        days = _days(due) if shortest is not None else None
        if shortest is not None and days is not None and days > _period(shortest):
            yield _finding(due, shortest, days, context)


def _period(fact: Fact) -> Fraction:
    assert isinstance(fact.quantity, Frequency)  # noqa: S101 - only such are asked
    return Fraction(_SHORTEST[fact.quantity.period], fact.quantity.times)


def _days(due: Fact) -> Fraction | None:
    """The days that a deadline lasts, its first day not counted; months at their shortest."""
    if not isinstance(due.quantity, Duration):
        return None
    if due.quantity.months is not None:
        months = due.quantity.months
        return Fraction(28) * months if months < 3 else Fraction(90, 3) * months
    if due.quantity.unit == "day":
        return due.quantity.amount
    limit = deadline(due)
    return Fraction(longest(limit)) / DAY if limit else None


def _finding(due: Fact, cadence: Fact, days: Fraction, context: Context) -> Finding:
    period = _period(cadence)
    return found(
        RULE,
        M("due within {due}, but the next one follows within {period} days", due=str(due.quantity),
          period=_written(period)),
        Label(due.span, M("`{path}`: up to {days} days after its period", path=due.path, days=_written(days))),
        Label(cadence.span, M("`{path}`: {promise} {value}", path=cadence.path, promise=cadence.named,
                              value=str(cadence.quantity))),
        helps=[M("shorten the deadline to less than the period, or report less often")],
        fixes=settings_to(context, (due, Duration(Fraction(int(period)), "day"))),
        key=(due.key, cadence.key),
        bid=context.package.bid.id,
    )  # fmt: skip


def _written(days: Fraction) -> str:
    return str(days) if days.denominator == 1 else f"{int(days)}–{int(days) + 1}"

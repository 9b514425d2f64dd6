"""Nobody is promised to repair faults before the warranty begins.

What it finds: a warranty that begins only when a trial run or final acceptance has been passed, and fault promises
(response, arrival, restoration, repair) all of which are limited to phases that leave the trial run out.

Why it matters: between delivery and the start of the warranty the equipment runs and fails like any other. Who
repairs it, within what time and at whose cost is then open, and the purchaser finds out when it happens.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      repair: {label: 修复时限, type: duration, default: 8小时}
    commitments:
      - promise: warranty_term
        scope: {phase: in_warranty}
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
      - promise: resolution
        scope: {phase: in_warranty}
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      质保期为{{ term }}，自最终验收合格之日起算；质保期内的故障{{ repair }}内修复。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      repair: {label: 修复时限, type: duration, default: 8小时}
    commitments:
      - promise: warranty_term
        scope: {phase: in_warranty}
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
      - promise: resolution
        scope: {phase: [trial_run, in_warranty]}
        at_most: $repair
        clock: {kind: natural, from: report_received}
    text: |
      质保期为{{ term }}，自最终验收合格之日起算；试运行和质保期内的故障{{ repair }}内修复。

What to do: let the promises hold in the trial run as well, or let the warranty begin with delivery.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import event_words
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_SERVING = {"response", "remote_diag", "onsite_arrival", "workaround", "resolution"}
_LATE_STARTS = {"trial_run_passed", "final_acceptance_passed"}


def check(context: Context) -> Iterator[Finding]:
    """At most one finding: the trial run in which nothing is promised."""
    serving = [fact for fact in context.facts if fact.dimension in _SERVING and fact.obligor != "customer"]
    if not serving or any("trial_run" in fact.scope.get("phase", {"trial_run"}) for fact in serving):
        return
    for term in context.facts:
        if term.dimension == "warranty_term" and term.start in _LATE_STARTS:
            yield _finding(term, serving, context)
            return


def _finding(term: Fact, serving: list[Fact], context: Context) -> Finding:
    first = serving[0]
    return found(
        RULE,
        M("the warranty begins with {event}, and no repair is promised for the trial run before it",
          event=event_words(term.start, context)),
        says(term),
        Label(first.span, M("`{path}`: {promise} does not hold in the trial run", path=first.path,
                            promise=first.named)),
        helps=[M("let the promises hold in the trial run as well, or let the warranty begin with delivery")],
        key=("trial_run", term.key),
        bid=context.package.bid.id,
    )  # fmt: skip

"""A deadline in natural hours runs on while nobody takes reports.

What it finds: a deadline in natural minutes or hours, where reports are taken in a narrower window than round the clock
and the promise names no window in which it runs.

Why it matters: a report at closing time is due at night. Either somebody works at night, which the window denies, or
the hours are meant as working hours, which the customer will not read into them.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 5×8}
      response: {label: 响应时限, type: duration, default: 2小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 5×8}
      response: {label: 响应时限, type: duration, default: 2工作小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: working, from: report_received, window: $hours}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

What to do: say in which window the deadline runs (`clock: {kind: working, window: …}`), or take reports round the
clock.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.scope import in_words
from gen.check.sides import says
from gen.check.strength import deadline, moment
from gen.check.windows.opening import ROUND_THE_CLOCK, holding, intake, last_minute, week
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.quantity.clock import Case, ends
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_BY_REPORT = {"call_received", "report_received", "request_received", "ticket_created"}
"""Events that can happen at any time, but are taken note of only while the window is open."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each narrow window, with every deadline that runs on while it is closed."""
    opened = intake(context.facts)
    if not opened:
        return
    due: dict[int, tuple[Fact, list[Fact]]] = {}
    for fact in context.facts:
        if not _runs_on(fact):
            continue
        narrow = holding(opened, fact)
        if narrow and all(each.quantity != ROUND_THE_CLOCK for each in narrow):
            due.setdefault(id(narrow[0]), (narrow[0], []))[1].append(fact)
    for window, facts in due.values():
        yield _finding(window, facts, context)


def _runs_on(fact: Fact) -> bool:
    quantity = fact.quantity
    return (
        isinstance(quantity, Duration)
        and quantity.unit in {"second", "minute", "hour"}
        and fact.natural
        and fact.window is None
        and fact.comparator != "at_least"
        and (fact.start or "report_received") in _BY_REPORT
        and bool(fact.spec.ends or fact.spec.before)
    )


def _finding(window: Fact, facts: list[Fact], context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    first = facts[0]
    promise = first.named
    notes = []
    if limit := deadline(first):
        begins = last_minute(week(window, vocabulary))
        case = Case(begins, ends(limit, begins) - begins, 0)
        notes.append(
            M("example: {case}, reported {moment}: {promise} is due {due}", case=in_words(first.scope, vocabulary),
              moment=moment(case), promise=promise, due=moment(case, case.first_ends))
        )  # fmt: skip
    if len(facts) > 1:
        message = M("reports are taken {window}, but {count} deadlines run on in natural hours",
                    window=str(window.quantity), count=len(facts))  # fmt: skip
    else:
        message = M("reports are taken {window}, but {promise} within {value} runs on in natural hours",
                    window=str(window.quantity), promise=promise, value=str(first.quantity))  # fmt: skip
    return found(
        RULE,
        message,
        *(says(side)
          for side in (window, *facts)),
        notes=notes,
        helps=[
            M("let the deadlines run in the window: `clock: {example}`", example="{kind: working, window: 5×8}"),
            M("or take reports round the clock"),
        ],
        key=(window.key, *sorted({fact.key for fact in facts})),
        bid=context.package.bid.id,
    )  # fmt: skip

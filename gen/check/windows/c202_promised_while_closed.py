"""A promise holds at hours at which the service is closed.

What it finds: a promise whose clock names a window (round the clock, say), where every service window that holds for it
is narrower: none contains it.

Why it matters: an emergency repair at any hour with a hotline from six to midnight cannot be called for in the night;
one of the two windows is not meant.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线与响应
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×18}
      response: {label: 响应时限, type: duration, default: 2小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: natural, from: report_received, window: 7×24}
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
      hours: {label: 受理时段, type: window, default: 7×24}
      response: {label: 响应时限, type: duration, default: 2小时}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
      - promise: response
        at_most: $response
        clock: {kind: natural, from: report_received, window: 7×24}
    text: |
      {{ provider }}设服务热线，每周{{ hours }}小时受理报修，接到报修通知后{{ response }}内响应。

What to do: widen the service window, or name the narrower one in the promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.pairs import Cause, Pair, alike, causes
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.check.windows.opening import anywhere, contains, holding, intake, week, week_of_clock
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each window with the promises that reach beyond it."""
    vocabulary = context.package.library.vocabulary
    opened = intake(context.facts)
    clashes = []
    for same in alike(fact for fact in context.facts if fact.window is not None and fact.natural) if opened else ():
        narrow = holding(opened, same[0])
        wanted = week_of_clock(same[0], vocabulary)
        if narrow and not any(contains(week(each, vocabulary), wanted) for each in narrow):
            clashes.append(Pair((narrow[0],), same))
    for cause in causes(clashes):
        yield _finding(cause, context)


def _finding(cause: Cause[Pair], context: Context) -> Finding:
    window, fact = cause.clashes[0].first[0], cause.clashes[0].second[0]
    joint = meet(anywhere(window.scope), anywhere(fact.scope)) or {}
    labels = [
        says(side)
        if side.dimension == "service_window"
        else Label(side.span, M("`{path}` holds {window}", path=side.path, window=str(side.window)))
        for side in cause.sides
    ]
    return found(
        RULE,
        M("{promise} is promised {wanted}, but the service window is {window}",
          promise=fact.named, wanted=str(fact.window), window=str(window.quantity)),
        *labels,
        notes=[M("both hold: {case}", case=in_words(joint, context.package.library.vocabulary))],
        helps=[M("widen the service window, or name the narrower one in the promise")],
        key=tuple(sorted({side.key for side in cause.sides})),
        bid=context.package.bid.id,
    )  # fmt: skip

"""A service window holds only on a condition.

What it finds: a promised service window whose commitment has a `condition`, and wordings that extend a window “on
request” (按要求延长至7×24).

Why it matters: a window on request is no value: evaluators score the window that holds without it, and nobody says
from when or at what price the other one runs.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}将根据{{ customer }}的要求延长至全天候。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      window: {label: 服务时段, type: window, default: 7×24}
    commitments:
      - promise: service_window
        at_least: $window
    text: |
      {{ provider }}每周{{ window }}小时值守。

What to do: promise the window that is really offered, from the first day.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.wording.lexicon import Told, word_rule
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import Confidence, Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_HELP = M("promise the window that is really offered, from the first day")

check_library, _check_values = word_rule(
    Told(RULE, "switch", M("`{word}` is a condition, no service window"), (_HELP,))
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each window that is promised on a condition, and for what the bid itself says so."""
    yield from _check_values(context)
    seen: set[tuple[str, int]] = set()
    for fact in context.facts:
        place = (fact.clause, fact.commitment)
        if fact.spec.type == "window" and fact.promise.condition and place not in seen:
            seen.add(place)
            yield found(
                RULE,
                M("{promise} of {value} holds only on a condition", promise=fact.named,
                  value=str(fact.quantity)),
                Label(fact.span, M("promised here")),
                Label(place_of(fact.promise.condition), M("the condition")),
                helps=(_HELP,),
                key=(fact.dimension, *map(str, place)),
                bid=context.package.bid.id,
                confidence=Confidence.HIGH,
            )  # fmt: skip

"""One promise counts public holidays in, and out in another place.

What it finds: two promises of one kind, one of which counts public holidays in (`holidays: included`) and the other
out, in cases that both have.

Why it matters: 365 days a year on one page and an exception for public holidays on another differ by the very days on
which a failure hurts most.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
        clock: {kind: natural, holidays: included}
      - promise: service_window
        scope: {channel: [hotline, phone]}
        is: $hours
        clock: {kind: natural, holidays: excluded}
    text: |
      {{ provider }}的热线每周{{ hours }}小时受理报修。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      hours: {label: 受理时段, type: window, default: 7×24}
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        is: $hours
        clock: {kind: natural, holidays: included}
      - promise: service_window
        scope: {channel: phone}
        is: $hours
        clock: {kind: natural, holidays: excluded}
    text: |
      {{ provider }}的热线每周{{ hours }}小时受理报修。

What to do: decide whether the service runs on public holidays, and say it once.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from gen.check.context import Context
from gen.check.pairs import Cause, Pair, causes, excepted
from gen.check.scope import in_words, meet
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for the promises of one kind that count holidays in and out."""
    told: dict[str, dict[str, list[Fact]]] = {}
    for fact in context.facts:
        clock = fact.promise.clock
        if clock is not None and clock.holidays:
            told.setdefault(fact.dimension, {}).setdefault(clock.holidays, []).append(fact)
    for sides in told.values():
        clashes = [
            Pair((one,), (other,))
            for one, other in product(sides.get("included", ()), sides.get("excluded", ()))
            if meet(one.scope, other.scope) is not None and not excepted(one, other)
        ]
        for cause in causes(clashes):
            yield _finding(cause, context)


def _finding(cause: Cause[Pair], context: Context) -> Finding:
    one, other = cause.clashes[0].first[0], cause.clashes[0].second[0]
    joint = meet(one.scope, other.scope) or {}

    def counted(side: int) -> Iterator[Fact]:
        """The facts of one side, once for each commitment."""
        facts = (clash.facts[side] for clash in cause.clashes)
        yield from {(fact.clause, fact.commitment): fact for fact in facts}.values()

    return found(
        RULE,
        M("{promise} counts public holidays in, and counts them out", promise=one.named),
        *(Label(side.commitment_span, M("`{clause}` counts them in", clause=side.clause)) for side in counted(0)),
        *(Label(side.commitment_span, M("`{clause}` counts them out", clause=side.clause)) for side in counted(1)),
        notes=[M("both hold: {case}", case=in_words(joint, context.package.library.vocabulary))],
        helps=[M("say once whether the service runs on public holidays")],
        key=(one.dimension, *sorted({f"{side.clause} {side.commitment}" for c in cause.clashes for side in c.facts})),
        bid=context.package.bid.id,
    )

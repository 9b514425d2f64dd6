"""An engineer is promised to set out, and never to arrive.

What it finds: a promise to send somebody within a time, where no promise of arrival on site covers the same cases.

Why it matters: setting out is not arriving: a reader takes the figure for the arrival and will hold the bidder to it,
or deducts points for a promise without a result.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 派出工程师
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      leave: {label: 派出时限, type: duration, default: 6小时}
    commitments:
      - promise: dispatch
        at_most: $leave
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ leave }}内派出工程师。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 派出时限与到场时限
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      first: {label: 派出时限, type: duration, default: 2小时}
      second: {label: 到场时限, type: duration, default: 6小时}
    commitments:
      - promise: dispatch
        at_most: $first
        clock: {kind: natural, from: report_received}
      - promise: onsite_arrival
        at_most: $second
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后{{ first }}内派出工程师，{{ second }}内到场。

What to do: promise the arrival, and leave the dispatch to your own process.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.scope import in_words, outside
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each commitment to set out that promises to arrive do not cover, with the cases left out."""
    vocabulary = context.package.library.vocabulary
    arrivals = [fact.scope for fact in context.facts if fact.dimension == "onsite_arrival"]
    never: dict[tuple[str, int], dict[Message, Fact]] = {}
    for fact in context.facts:
        if fact.dimension == "dispatch":
            for left in outside(fact.scope, arrivals, vocabulary):
                never.setdefault((fact.clause, fact.commitment), {})[in_words(left, vocabulary)] = fact
    for facts in never.values():
        sides = tuple(dict.fromkeys((fact.span, fact.path, str(fact.quantity)) for fact in facts.values()))
        yield found(
            RULE,
            M("an engineer sets out within {value}, but no arrival is promised", value=sides[0][2]),
            *(Label(span, M("`{path}` says {value}", path=path, value=value)) for span, path, value in sides),
            notes=[M("no arrival on site is promised for: {case}", case=case) for case in facts],
            helps=[M("promise the arrival on site instead: `promise: onsite_arrival`")],
            key=tuple(sorted({fact.key for fact in facts.values()})),
            bid=context.package.bid.id,
        )

"""Free terms of different length stand side by side, and nothing says what each is for.

What it finds: a warranty, a free support term and an upgrade term of different length that hold in the same cases,
where their scopes do not say which service each of them is about.

Why it matters: one year of warranty beside two years of free support leaves open what a repair costs in the second
year. The customer takes the longer term for everything, the bidder meant the shorter.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保与技术支持
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      warranty: {label: 质保期, type: duration, default: 1年}
      support: {label: 免费技术支持期, type: duration, default: 2年}
    commitments:
      - promise: warranty_term
        at_least: $warranty
        clock: {kind: natural, from: acceptance_passed}
      - promise: free_support_term
        at_least: $support
        clock: {kind: natural, from: acceptance_passed}
    text: |
      质保期为{{ warranty }}；{{ provider }}提供{{ support }}的免费技术支持，均自验收合格之日起算。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保与技术支持
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      warranty: {label: 质保期, type: duration, default: 1年}
      support: {label: 免费技术支持期, type: duration, default: 2年}
    commitments:
      - promise: warranty_term
        scope: {service: repair}
        at_least: $warranty
        clock: {kind: natural, from: acceptance_passed}
      - promise: free_support_term
        scope: {service: support}
        at_least: $support
        clock: {kind: natural, from: acceptance_passed}
    text: |
      质保期为{{ warranty }}；{{ provider }}提供{{ support }}的免费技术支持，均自验收合格之日起算。

What to do: state the service of each (`scope: {service: support}`) and say so in the text, or make the terms equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gen.check.context import Context
from gen.check.pairs import Pair, causes
from gen.check.prevails import remaining
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.check.strength import order
from gen.finding import Finding, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_TERMS = ("warranty_term", "free_support_term", "upgrade_term")


def check(context: Context) -> Iterator[Finding]:
    """One finding for the free terms of a bid that differ without saying what each is for."""
    classes = context.by_dimension
    clashes = [
        Pair(first, second)
        for one, other in combinations(_TERMS, 2)
        for first in classes.get(one, ())
        for second in classes.get(other, ())
        if _unexplained(first[0], second[0])
        and remaining(context, meet(first[0].scope, second[0].scope) or {}, special_first=(first, second))
    ]
    for cause in causes(clashes):
        first, second = cause.clashes[0].first[0], cause.clashes[0].second[0]
        joint = meet(first.scope, second.scope) or {}
        yield found(
            RULE,
            M("{first_term} of {first} beside {second_term} of {second}", first=str(first.quantity),
              first_term=first.named, second=str(second.quantity),
              second_term=second.named),
            *(says(side)
              for side in cause.sides),
            notes=[M("both hold: {case}", case=in_words(joint, context.package.library.vocabulary))],
            helps=[M("state the service that each is about, in its scope and in its text; or make the terms equal")],
            key=tuple(sorted({side.key for side in cause.sides})),
            bid=context.package.bid.id,
        )  # fmt: skip


def _unexplained(first: Fact, second: Fact) -> bool:
    """Whether two terms of different length hold in the same cases, and not each for a service of its own."""
    if meet(first.scope, second.scope) is None or ("service" in first.scope and "service" in second.scope):
        return False
    return order(first, second) in {-1, 1}

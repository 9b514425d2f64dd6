"""Two promises can never both be kept: one may end no sooner than the other must have ended.

What it finds: a promise of at least so long and one or more promises of at most so long, between the same two events,
that no course of events satisfies.

Why it matters: this is no matter of taste or of reading: whatever the bidder does, one of the promises is broken.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 通知与检修
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      notice: {label: 提前通知期, type: duration, default: 72小时}
      work: {label: 修复时限, type: duration, default: 24小时}
    commitments:
      - promise: staff_change
        at_least: $notice
        clock: {kind: natural, from: report_received, to: fault_resolved}
      - promise: resolution
        at_most: $work
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，至少提前{{ notice }}通知方可停机修复，并在{{ work }}内修复。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 通知与检修
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      notice: {label: 提前通知期, type: duration, default: 12小时}
      work: {label: 修复时限, type: duration, default: 24小时}
    commitments:
      - promise: staff_change
        at_least: $notice
        clock: {kind: natural, from: report_received, to: fault_resolved}
      - promise: resolution
        at_most: $work
        clock: {kind: natural, from: report_received}
    text: |
      {{ provider }}接到报修通知后，至少提前{{ notice }}通知方可停机修复，并在{{ work }}内修复。

What to do: shorten the promise of at least so long, or lengthen the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gen.check.context import Context
from gen.check.order.links import Chain, chains, conditions, timed
from gen.check.prevails import remaining
from gen.check.scope import in_words, one_case
from gen.check.strength import deadline, lasting
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity.clock import Minutes, longest, shortest
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise of at least so long that others cut short."""
    lower = [same for same in timed(context) if same[0].comparator == "at_least"]
    upper = [same for same in timed(context) if same[0].comparator != "at_least"]
    for chain in chains(upper, lower, least=1) if lower else ():
        if len(chain.links) == 1 and chain.links[0].dimension == chain.whole.dimension:
            continue  # one promise with two values: C101
        lengths = cut_short(chain)
        if lengths is None or len(conditions(chain)) > 1:
            continue
        rest = remaining(context, chain.joint, ((fact,) for fact in (chain.whole, *chain.links)))
        if rest:
            yield _finding(replace(chain, joint=rest[0]), *lengths, context)


def cut_short(chain: Chain) -> tuple[Minutes, Minutes] | None:
    """The least that the whole lasts and the most that its links last, where that is less; none where all can be kept.

    Working time counts with its shortest case for the one and its longest for the others, so none is accused wrongly.
    """
    least = deadline(chain.whole)
    limits = [deadline(link) for link in chain.links]
    if least is None or None in limits:
        return None
    most = sum((longest(limit) for limit in limits if limit is not None), start=0)
    return (shortest(least), most) if most < shortest(least) else None


def _finding(chain: Chain, least: Minutes, most: Minutes, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    whole, links = chain.whole, chain.links
    return found(
        RULE,
        M("{whole} takes at least {least}, but {links} must be over within {most}",
          whole=whole.named, least=str(whole.quantity),
          links=tuple(link.named for link in links), most=lasting(most)),
        Label(whole.span, M("`{path}`: at least {value}", path=whole.path, value=lasting(least))),
        *(Label(link.span, M("`{path}`: at most {value}", path=link.path, value=str(link.quantity))) for link in links),
        notes=[M("both hold: {case}", case=in_words(one_case(chain.joint, vocabulary), vocabulary))],
        helps=[M("shorten the promise of at least so long, or lengthen the others")],
        key=(whole.key, *(link.key for link in links)),
        bid=context.package.bid.id,
    )  # fmt: skip

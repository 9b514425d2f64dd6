"""Paid service begins inside the free warranty.

What it finds: a yearly fee or a paid extension that is meant for the time after the warranty, but holds in the
warranty itself, or runs from an event that comes before the warranty has ended, while the warranty is free.

Why it matters: the customer would pay for years that the price already contains. Auditors strike the fee out, and the
purchaser reads the offer as misleading.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保与续保
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      extension: {label: 续保期, type: duration, default: 2年}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
        fee: free
      - promise: extended_warranty
        at_least: $extension
        clock: {kind: natural, from: final_acceptance_passed}
        fee: percentage
    text: |
      自最终验收合格之日起免费质保{{ term }}，并自最终验收合格之日起按合同价的百分比收费续保{{ extension }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 质保与续保
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 3年}
      extension: {label: 续保期, type: duration, default: 2年}
    commitments:
      - promise: warranty_term
        at_least: $term
        clock: {kind: natural, from: final_acceptance_passed}
        fee: free
      - promise: extended_warranty
        at_least: $extension
        clock: {kind: natural, from: warranty_ended}
        fee: percentage
    text: |
      自最终验收合格之日起免费质保{{ term }}，质保期届满后按合同价的百分比收费续保{{ extension }}。

What to do: let the paid term begin when the warranty has ended, or limit the fee to the phase after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import event_words
from gen.check.scope import meet
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.fact import Fact
from gen.rule import rule

RULE = rule(__name__, __doc__)

_AFTERWARDS = {"post_warranty_fee", "extended_warranty"}
_FREE = {"free", "included"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each fee that falls into a free warranty."""
    before_end = {
        event
        for event in context.package.library.vocabulary.events
        if "warranty_ended" in context.package.library.vocabulary.after(event)
    }
    free = [fact for fact in context.facts if fact.dimension == "warranty_term" and fact.fee in _FREE]
    for charge in context.facts:
        if charge.dimension not in _AFTERWARDS or charge.fee in {"", *_FREE}:
            continue
        phases = charge.scope.get("phase")
        inside = phases is not None and "in_warranty" in phases
        early = phases is None and charge.start in before_end
        if inside or early:
            for term in free:
                if meet(_elsewhere(charge), _elsewhere(term)) is not None:
                    yield _finding(charge, term, inside, context)
                    break


def _elsewhere(fact: Fact) -> dict[str, frozenset[str]]:
    """The scope of a promise but for what it is about and when."""
    return {axis: values for axis, values in fact.scope.items() if axis not in {"phase", "service"}}


def _finding(charge: Fact, term: Fact, inside: bool, context: Context) -> Finding:
    why: Message = M("it holds in the warranty")
    if not inside:
        why = M("it runs from {event}", event=event_words(charge.start, context))
    return found(
        RULE,
        M("{charge} is paid, but falls into the free warranty: {why}", charge=charge.named, why=why),
        says(charge),
        Label(term.span, M("`{path}`: {value} free of charge", path=term.path, value=str(term.quantity))),
        helps=[M("let the paid term begin when the warranty has ended, or limit the fee to the phase after it")],
        key=(charge.key, term.key),
        bid=context.package.bid.id,
    )  # fmt: skip

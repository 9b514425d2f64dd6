"""One term begins when the customer has paid, another before that.

What it finds: a term of service or warranty of ours that runs from the receipt of a payment, and a term of another kind
that holds in the same cases and runs from the contract, delivery or acceptance. Two starts of one term are found by
C207.

Why it matters: an agreement in force on signature under which service begins with payment leaves open what is owed in
between; and a tender rarely lets the bidder make its service wait for money.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务期限
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 服务期限, type: duration, default: 2年}
    commitments:
      - {promise: service_term, at_least: $term, clock: {kind: natural, from: contract_effective}}
      - {promise: warranty_term, at_least: $term, clock: {kind: natural, from: payment_received}}
    text: |
      服务期限自合同生效之日起{{ term }}，质保期自收到款项之日起{{ term }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务期限
    status: approved
    owner: legal
    review_by: 2027-10-01
    params:
      term: {label: 服务期限, type: duration, default: 2年}
    commitments:
      - {promise: service_term, at_least: $term, clock: {kind: natural, from: contract_effective}}
      - {promise: warranty_term, at_least: $term, clock: {kind: natural, from: final_acceptance_passed}}
    text: |
      服务期限自合同生效之日起{{ term }}，质保期自最终验收合格之日起{{ term }}。

What to do: let both begin with the same event; where payment is to come first, agree a date of payment, not a
condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import event_words
from gen.check.scope import meet
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_TERMS = {"service_term", "warranty_term", "free_support_term"}
_PAID = "payment_received"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each term that waits for a payment beside one that does not."""
    terms = [fact for fact in context.facts if fact.dimension in _TERMS and fact.start and fact.obligor != "customer"]
    for waiting in terms:
        if waiting.start != _PAID:
            continue
        for other in terms:
            if (
                other.start != _PAID
                and other.dimension != waiting.dimension
                and meet(waiting.scope, other.scope) is not None
            ):
                yield _finding(waiting, other, context)
                break


def _finding(waiting: Fact, other: Fact, context: Context) -> Finding:
    return found(
        RULE,
        M("{first} begins with payment, but {second} with {event}", first=waiting.named,
          second=other.named, event=event_words(other.start, context)),
        Label(waiting.span, M("`{path}`: {value} from {event}", path=waiting.path, value=str(waiting.quantity),
                              event=event_words(waiting.start, context))),
        Label(other.span, M("`{path}`: {value} from {event}", path=other.path, value=str(other.quantity),
                            event=event_words(other.start, context))),
        helps=[M("let both begin with the same event")],
        key=(waiting.key, other.key),
        bid=context.package.bid.id,
    )  # fmt: skip

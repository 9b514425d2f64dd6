"""Free service lasts for another time than the warranty or the free support beside it.

What it finds: a term of free service (`service_term`, free or included) that differs in length from the warranty or
the free support term that holds in the same cases. Terms whose scopes name different services, terms on a condition
and declared exceptions (`overrides`) are fine. Warranty, free support and upgrades among themselves are held against
each other by C103.

Why it matters: “free maintenance for one year” beside “our staff maintain it for five years” are two terms for
one system. The customer takes the longer for everything.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 维护
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 1年}
      care: {label: 专人维护期, type: duration, default: 5年}
    commitments:
      - {promise: warranty_term, at_least: $term, fee: free, clock: {kind: natural, from: acceptance_passed}}
      - {promise: service_term, at_least: $care, fee: free, clock: {kind: natural, from: acceptance_passed}}
    text: |
      自验收合格之日起，质保期为{{ term }}，并免费派专人维护{{ care }}。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 维护
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      term: {label: 质保期, type: duration, default: 5年}
    commitments:
      - {promise: warranty_term, at_least: $term, fee: free, clock: {kind: natural, from: acceptance_passed}}
      - {promise: service_term, at_least: $term, fee: free, clock: {kind: natural, from: acceptance_passed}}
    text: |
      自验收合格之日起，质保期为{{ term }}，同期免费派专人维护。

What to do: tie both to one parameter, name the service of each in its scope, or say in `condition` why they differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.dates.days import event_words
from gen.check.fixes import settings_to
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.fact import Fact, Scope
from gen.quantity import Duration, compare
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_BESIDE = ("warranty_term", "free_support_term")
_FREE = {"free", "included"}


def check(context: Context) -> Iterator[Finding]:
    """One finding for each term of free service beside which another term has another length."""
    terms = [fact for fact in context.facts if isinstance(fact.quantity, Duration) and not fact.promise.condition]
    for term in terms:
        if term.dimension != "service_term" or term.fee not in _FREE:
            continue  # paid service has a term of its own
        for other in terms:
            if other.dimension in _BESIDE and not _declared(term, other):
                joint = meet(term.scope, other.scope)
                sign = compare(term.quantity, other.quantity)
                if joint is not None and sign != 0:
                    yield _finding(term, other, joint, sign, context)
                    break


def _declared(term: Fact, other: Fact) -> bool:
    return other.clause in term.promise.overrides or term.clause in other.promise.overrides


def _finding(term: Fact, other: Fact, joint: Scope, sign: int | None, context: Context) -> Finding:
    vocabulary = context.package.library.vocabulary
    notes = [M("both hold: {case}", case=in_words(joint, vocabulary))]
    if sign is None:
        notes.append(M("undecided: the two values have no common measure, so they may or may not be the same"))
    return found(
        RULE,
        M("{first} is {term}, but {second} is {other}", first=term.named, term=_term(term, context),
          second=other.named, other=_term(other, context)),
        says(term),
        says(other),
        notes=notes,
        helps=[M("tie both to one parameter, or name the service of each in its scope")],
        fixes=settings_to(context, (term, other.quantity), (other, term.quantity)) if sign else (),
        key=(term.key, other.key),
        bid=context.package.bid.id,
    )  # fmt: skip


def _term(fact: Fact, context: Context) -> Message | str:
    if not fact.start:
        return str(fact.quantity)
    return M("{term} from {start}", term=str(fact.quantity), start=event_words(fact.start, context))

"""One service is free and charged.

What it finds: two promises about one service of which one says that it is free or included in the price, and the other
that it is charged, where both hold. Equal scopes are an error. What is free inside what is charged is a special case
and fine; what is charged inside what is free is an error where the free promise covers that case in so many words or is
for life, else a warning; so is a partial overlap. Promises on different conditions, and declared exceptions
(`overrides`), are different cases.

Why it matters: the purchaser takes the free reading, and the law backs it; the evaluators take points for the other.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 终身维修
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: lifetime_service
        scope: {service: repair}
        is: promised
        fee: free
        until: production_ended
      - promise: service_fee
        scope: {service: repair, phase: post_warranty}
        is: at_cost
    text: |
      {{ provider }}终身免费维修，至产品停产时止；质保期届满后，维修按成本费收取。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 维修
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_fee
        scope: {service: [repair, parts], phase: in_warranty}
        is: free
      - promise: service_fee
        scope: {service: [repair, parts], phase: post_warranty}
        is: at_cost
    text: |
      质保期内，{{ provider }}免费维修并更换备件；质保期届满后，按成本费收取。

What to do: say for each service and phase once who pays; where the charge is a deliberate exception, declare it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.context import Context
from gen.check.fees.report import clash_finding
from gen.check.fees.statements import ANNUAL, FeeClash, Statement, clash, pairs, statements
from gen.check.pairs import causes
from gen.finding import Finding
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for the promises that clash with each other, with every case in which they do."""
    for cause in causes(free_and_charged(context)):
        yield clash_finding(RULE, cause, context)


def free_and_charged(context: Context) -> list[FeeClash]:
    """Every two statements of which one is free and the other charged where both hold."""
    vocabulary = context.package.library.vocabulary
    made = statements(context)
    charged = [one for one in made if one.charged]
    free = [one for one in made if not one.charged]
    return [
        found
        for worse, better in pairs(charged, free)
        if not _apart(worse[0], better[0]) and (found := clash(better, worse, vocabulary)) is not None
    ]


def _apart(charged: Statement, free: Statement) -> bool:
    """Whether two statements are not to be held against each other.

    That service is charged does not say that answering the telephone is. Two values of who pays for training are C101's
    business, and a charge inside the term of the free warranty is C509's.
    """
    if charged.fact.dimension == free.fact.dimension == "training_terms":
        return True
    if charged.fact.dimension in {ANNUAL, "extended_warranty"} and free.fact.dimension == "warranty_term":
        return True
    return not charged.subjects and "service" not in free.scope and not free.plain

"""One service is charged in two ways.

What it finds: two promises about one service that both charge for it where both hold, but by different fees (at cost,
by price list) or by the same fee of different bases. What is cheaper inside what is dearer is a special case and fine.
The annual fee of a renewal and what a single call costs are two offers, of which the customer takes one.

Why it matters: the dearer basis cannot be collected, since of two readings the bidder is held to the cheaper one.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_fee
        scope: {service: [repair, parts], phase: post_warranty}
        is: at_cost
      - promise: service_fee
        scope: {service: parts, phase: post_warranty}
        is: discounted
    text: |
      质保期届满后，维修和备件按成本费收取；备件按优惠价格收取。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_fee
        scope: {service: repair, phase: post_warranty}
        is: at_cost
      - promise: service_fee
        scope: {service: parts, phase: post_warranty}
        is: discounted
    text: |
      质保期届满后，维修人工按成本费收取，备件按优惠价格收取。

What to do: name one basis for each service, and what it is a share of.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gen.check.context import Context
from gen.check.fees.report import clash_finding
from gen.check.fees.statements import ANNUAL, Alike, FeeClash, clash, pairs, statements
from gen.check.pairs import causes
from gen.finding import Finding
from gen.model.vocabulary import Vocabulary
from gen.rule import rule

RULE = rule(__name__, __doc__)


def check(context: Context) -> Iterator[Finding]:
    """One finding for the promises that charge one service in different ways."""
    vocabulary = context.package.library.vocabulary
    charged = [one for one in statements(context) if one.charged]
    clashes: list[FeeClash] = []
    for annual in (True, False):
        offers = [one for one in charged if (one.fact.dimension == ANNUAL) is annual]
        kinds = {(one.fee, one.fact.promise.base) for one in offers}
        for kind, other in combinations(sorted(kinds), 2):
            firsts = [one for one in offers if (one.fee, one.fact.promise.base) == kind]
            seconds = [one for one in offers if (one.fee, one.fact.promise.base) == other]
            found = (_clash(first, second, vocabulary) for first, second in pairs(firsts, seconds))
            clashes += [one for one in found if one is not None]
    for cause in causes(clashes):
        yield clash_finding(RULE, cause, context)


def _clash(first: Alike, second: Alike, vocabulary: Vocabulary) -> FeeClash | None:
    """The clash of two charges, the one that is better for the customer first."""
    one, other = first[0], second[0]
    if one.fee == other.fee and not (one.fact.promise.base and other.fact.promise.base):
        return None  # one of them leaves the base to the other
    order = list(vocabulary.fees)
    better, worse = (first, second) if order.index(one.fee) >= order.index(other.fee) else (second, first)
    return clash(better, worse, vocabulary)

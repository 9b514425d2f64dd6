"""The warranty is longer than the maker's, and no extension is bought.

What it finds: a warranty term that is longer than the maker's own warranty and the extension bought from it together
(`warranty` and `extension` of a maker in clauses/company.yaml), for equipment of that maker.

Why it matters: the years beyond the maker's cover are at our own cost, and parts of an expensive device can eat up the
whole contract.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: warranty_term
        scope: {equipment: server}
        at_least: 3年
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      服务器质保期自最终验收合格之日起算。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    makers:
      - {maker: 示例服务器, equipment: [server], warranty: 1年}

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: warranty_term
        scope: {equipment: server}
        at_least: 3年
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      服务器质保期自最终验收合格之日起算。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    makers:
      - {maker: 示例服务器, equipment: [server], warranty: 1年, extension: 2年}

What to do: buy the extension and enter it, or promise the maker's term.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.check.capability.means import duration, makes
from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Maker
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise of a warranty, with all makers that cover less."""
    company = context.package.company
    covers = [(maker, term) for maker in (company.makers if company else ()) if (term := _cover(maker)) is not None]
    for fact in context.facts if covers else ():
        months = fact.quantity.months if isinstance(fact.quantity, Duration) else None
        if fact.dimension != "warranty_term" or fact.comparator == "at_most" or months is None:
            continue
        short = [(maker, term) for maker, term in covers if makes(maker, fact.scope) and term.amount < months]
        if short:
            yield _finding(fact, short, context)


def _cover(maker: Maker) -> Duration | None:
    """The maker's own warranty and what was bought beyond it, in months; none where it states none."""
    own, more = duration(maker.warranty), duration(maker.extension)
    if own is None or own.months is None:
        return None
    return Duration(own.months + (more.months or 0 if more else 0), "month")


def _finding(fact: Fact, short: list[tuple[Maker, Duration]], context: Context) -> Finding:
    shortest = min((term for _, term in short), key=lambda term: term.amount)
    return found(
        RULE,
        M("a warranty of {value} is promised, but the cover of {makers} is shorter", value=str(fact.quantity),
          makers=tuple(f"`{maker.maker}`" for maker, _ in short)),
        says(fact),
        *(Label(place_of(maker.warranty), M("`{maker}`: {term} with what was bought beyond it", maker=maker.maker,
                                            term=str(term)))
          for maker, term in short),
        helps=[M("buy the extension from the maker and enter it: `extension`"),
               M("or promise no more than {term}", term=str(shortest))],
        key=(fact.key, *(str(maker.maker) for maker, _ in short)),
        bid=context.package.bid.id,
        fixes=settings_to(context, (fact, shortest)),
    )  # fmt: skip

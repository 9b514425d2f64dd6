"""A promise lasts beyond the day on which the maker ends service.

What it finds: a warranty, a term of upgrades or a free support term that ends after the maker's `end_of_service`, and a
term for spare parts that ends after its `spares_until` (else its `end_of_service`), for equipment of that maker. A term
counts from the planned day of its event (`dates` of the bid); where that is not planned, from the day on which bids are
opened, since it cannot begin sooner.

Why it matters: without the maker there are no parts, no corrections and no fixes of vulnerabilities to be had at any
price.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: warranty_term
        scope: {equipment: storage}
        at_least: 3年
        clock: {kind: natural, from: final_acceptance_passed}
    text: |
      存储设备质保期自最终验收合格之日起算。

    # clauses/company.yaml
    name: 示例信息有限公司
    short: 示例信息
    address: 示例市示例路1号
    postcode: "000000"
    hotline: 400-000-0000
    email: service@example.com
    makers:
      - {maker: 示例存储, equipment: [storage], end_of_service: 2027-12-31}

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
      - {maker: 示例存储, equipment: [storage], end_of_service: 2027-12-31}

What to do: offer a successor of the product, agree on a longer service with the maker, or promise the shorter term.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from gen.check.capability.means import after, makes
from gen.check.context import Context
from gen.check.sides import says
from gen.finding import Finding, Label, found
from gen.message import M, Message, Named
from gen.model.bid import Bid, Maker
from gen.model.fact import Fact
from gen.quantity import Duration
from gen.rule import rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__)

_SERVICE = frozenset({"warranty_term", "upgrade_term", "free_support_term"})
_SPARES = "spare_stock_years"


@dataclass(frozen=True, slots=True)
class _Beyond:
    maker: Maker
    ends: str
    """The day with which the maker ends, as written."""
    lasts: datetime.date
    """The last day of the promise."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each promise, with all makers that end before it."""
    company = context.package.company
    for fact in context.facts if company and company.makers else ():
        if fact.dimension in _SERVICE or fact.dimension == _SPARES:
            lasts = _lasts(fact, context.package.bid)
            beyond = [
                _Beyond(maker, end, lasts)
                for maker in (company.makers if company else ())
                if makes(maker, fact.scope) and (end := _ends(maker, fact)) and lasts
                and datetime.date.fromisoformat(end) < lasts
            ]  # fmt: skip
            if beyond:
                yield _finding(fact, beyond, context)


def _ends(maker: Maker, fact: Fact) -> str:
    return (maker.spares_until or maker.end_of_service) if fact.dimension == _SPARES else maker.end_of_service


def _lasts(fact: Fact, bid: Bid) -> datetime.date | None:
    """The last day of a promised term, at the earliest."""
    if not isinstance(fact.quantity, Duration) or fact.comparator == "at_most":
        return None
    return after(datetime.date.fromisoformat(bid.dates.get(fact.start, bid.project.submission)), fact.quantity)


def _finding(fact: Fact, beyond: list[_Beyond], context: Context) -> Finding:
    bid = context.package.bid
    first = min(beyond, key=lambda one: one.ends)
    return found(
        RULE,
        M("{promise} of {value} lasts until {day} at least, but `{maker}` ends on {end}",
          promise=fact.named, value=str(fact.quantity), day=first.lasts.isoformat(),
          maker=first.maker.maker, end=str(first.ends)),
        says(fact),
        *(Label(place_of(one.ends), M("`{maker}` ends here", maker=one.maker.maker)) for one in beyond),
        notes=[_counted(fact, bid, context)],
        helps=[M("offer a successor of the product, or agree on a longer service with the maker"),
               M("or promise a term that ends with the maker's")],
        key=(fact.key, fact.dimension, *(str(one.maker.maker) for one in beyond)),
        bid=bid.id,
    )  # fmt: skip


def _counted(fact: Fact, bid: Bid, context: Context) -> Message:
    if fact.start in bid.dates:
        event = context.package.library.vocabulary.events[fact.start]
        return M("counted from {event}, planned for {day}", event=Named(event.label, event.en),
                 day=str(bid.dates[fact.start]))  # fmt: skip
    return M("counted from the day on which bids are opened, {day}: it cannot begin sooner",
             day=str(bid.project.submission))  # fmt: skip

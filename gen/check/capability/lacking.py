"""Which data the rules on capability would need and a bid or its company does not state: what a review then asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gen.check.context import Context
from gen.model.bid import Branch, Maker, Person, StockItem


def _branches(context: Context) -> tuple[Branch, ...]:
    company = context.package.company
    return company.branches if company else ()


def _people(context: Context) -> tuple[Person, ...]:
    company = context.package.company
    return company.people if company else ()


def _stock(context: Context) -> tuple[StockItem, ...]:
    company = context.package.company
    return company.stock if company else ()


def _makers(context: Context) -> tuple[Maker, ...]:
    company = context.package.company
    return company.makers if company else ()


def _nobody_seated(context: Context) -> bool:
    """Whether nobody is promised or listed for a window in which somebody sits."""
    seats = {"hotline", "resident"}
    promised = any(
        fact.dimension == "staffing" and seats & fact.scope.get("channel", seats) for fact in context.facts
    )  # fmt: skip
    return not promised and not any(seats & set(person.channels) for person in _people(context))


LACKING: Mapping[str, Callable[[Context], bool]] = {
    "travel": lambda context: not any(branch.travel for branch in _branches(context)),
    "seat_staff": _nobody_seated,
    "staff_channels": lambda context: not any(person.channels for person in _people(context)),
    "stock": lambda context: not _stock(context),
    "maker_terms": lambda context: not any(m.response or m.onsite or m.parts for m in _makers(context)),
    "maker_warranty": lambda context: not any(maker.warranty for maker in _makers(context)),
    "maker_end": lambda context: not any(maker.end_of_service for maker in _makers(context)),
    "sites": lambda context: not context.package.bid.project.sites,
    "remote_access": lambda context: not context.package.bid.project.remote_access,
    "lot": lambda context: not context.package.bid.project.lot,
    "named_people": lambda context: not context.package.bid.people,
    "customer_duties": lambda context: all(fact.dimension != "customer_duties" for fact in context.facts),
}
"""Each says whether the data are missing for a bid."""

"""Make the register of a bid: every promise once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from gen.examine import Examined
from gen.message import Named
from gen.model.fact import Fact
from gen.model.package import Package
from gen.obligations.duties import duties
from gen.obligations.events import calendar, event_words
from gen.obligations.keeping import timing
from gen.obligations.printed import Place, places, printed
from gen.obligations.record import Missing, Obligation, Register
from gen.obligations.timing import Known, Timing, TooManyError
from gen.quantity import Percent
from gen.source import Span
from gen.yamltree import place_of

__all__ = ["TooManyError", "register"]

_BOTH = "双方"


def register(examined: Examined, start: datetime.date, until: datetime.date | None = None) -> Register:
    """The register of a bid whose contract is signed on the day `start`, with what falls due by `until`.

    Raises TooManyError where a promise would have more dates than anybody can want.
    """
    package, facts, data = examined.package, examined.facts, duties()
    vocabulary = package.library.vocabulary
    known = Known(package, facts, calendar(package.bid, facts, start, vocabulary, data), data, until)
    listed = places(examined)
    made = [(_obligation(name, fact, how, known, listed), how) for name, fact, how in _timed(facts, known)]
    return Register(package, start, until, tuple(each for each, _ in made), tuple(_missing(made, known)))


def _timed(facts: Sequence[Fact], known: Known) -> Iterator[tuple[str, Fact, Timing]]:
    """Every promise with its id: clause, kind and row, and a number where a clause promises one kind twice."""
    taken: dict[str, int] = {}
    for fact in facts:
        name = "/".join(part for part in (fact.clause, fact.dimension, fact.row) if part)
        taken[name] = taken.get(name, 0) + 1
        yield name if taken[name] == 1 else f"{name}.{taken[name]}", fact, timing(fact, known)


def _obligation(name: str, fact: Fact, how: Timing, known: Known, listed: Sequence[Sequence[Place]]) -> Obligation:
    package = known.package
    obligor, obligee = _parties(fact, package)
    return Obligation(
        id=name,
        fact=fact,
        form=how.form,
        title=str(package.clauses[fact.clause].loaded.clause.title),
        obligor=obligor,
        obligee=obligee,
        place=_place(fact, package),
        proof=known.duties.proof(fact.dimension, _shape(fact, how)),
        begins=how.begins,
        ends=how.ends,
        occurrences=how.occurrences,
        occasion=how.occasion,
        notice=how.notice,
        printed=printed(fact, listed),
    )


def _shape(fact: Fact, how: Timing) -> str:
    """How a promise is kept, as the records of those that are not listed are told apart."""
    if how.notice:
        return "notice"
    return "target" if isinstance(fact.quantity, Percent) and fact.comparator == "at_least" else how.form


def _parties(fact: Fact, package: Package) -> tuple[str, str]:
    """Who owes a promise, and to whom."""
    company = package.company
    provider, customer = str(company.name) if company else "投标人", str(package.bid.customer.name)
    if fact.obligor == "both":
        return _BOTH, _BOTH
    return (customer, provider) if fact.obligor == "customer" else (provider, customer)


def _place(fact: Fact, package: Package) -> str:
    """The lot and the site of a promise: its own, else those of the bid."""
    project = package.bid.project
    lots = "、".join(sorted(fact.scope.get("lot", ()))) or str(project.lot)
    return "；".join(part for part in (lots, str(project.site)) if part)


def _missing(made: Sequence[tuple[Obligation, Timing]], known: Known) -> Iterator[Missing]:
    """The days that the bid lacks: events in the order of the vocabulary, then clocks that say too little."""
    vocabulary = known.calendar.vocabulary
    lacking = {event for _, how in made for event in how.lacks}
    for event in (*(name for name in vocabulary.events if name in lacking), *sorted(lacking - set(vocabulary.events))):
        needed = tuple(each.id for each, how in made if event in how.lacks)
        yield Missing(event_words(event, vocabulary), f"{event}: YYYY-MM-DD", _dates(known.package), needed)
    unsaid: dict[Span, tuple[Fact, str, list[str]]] = {}
    for each, how in made:
        if how.unsaid:
            fact, key = how.unsaid
            unsaid.setdefault(fact.commitment_span, (fact, key, []))[2].append(each.id)
    for span, (fact, key, ids) in unsaid.items():
        name = Named(f"{fact.named.zh}：{_UNSAID[key].zh}", f"{fact.named.en}: {_UNSAID[key].en}")
        yield Missing(name, f"clock: {{kind: natural, {key}: …}}", span, tuple(ids))


_UNSAID = {
    "from": Named("条款未写自何时起算", "the clause does not say from when"),
    "to": Named("条款未写在何时之前完成", "the clause does not say by when"),
}


def _dates(package: Package) -> Span:
    """Where the days of a bid are written: before the first of them, or else in the bid."""
    bid = package.library.bids[package.bid.id]
    written = sorted((place_of(day) for day in bid.dates.values()), key=lambda span: (span.line, span.column))
    return written[0] if written else place_of(bid.id)

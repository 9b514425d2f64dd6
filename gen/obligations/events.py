"""When things happen: the days that are given, those that follow from them, and between which days a promise holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gen.check.scope import meet
from gen.message import Named
from gen.model.bid import Bid
from gen.model.duty import Between, Duties
from gen.model.fact import Fact, FixedScope
from gen.model.vocabulary import Vocabulary
from gen.quantity import Date, Duration
from gen.quantity.terms import last_day

SIGNED, EFFECTIVE, OPENING, WARRANTY_ENDED = "contract_signed", "contract_effective", "bid_deadline", "warranty_ended"


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which days a promise holds, and the events that lack a day for it."""

    begins: datetime.date | None
    ends: datetime.date | None
    first: str
    """The event with which it begins; the vocabulary says whether that event's day is counted."""
    last: str
    """The event with which it ends."""


@dataclass(frozen=True)
class Calendar:
    """What is known of the events of one bid."""

    vocabulary: Vocabulary
    duties: Duties
    facts: Sequence[Fact]
    given: Mapping[str, datetime.date]
    """The day of signing, those that the bid plans, and the opening of the bids."""
    days: Mapping[str, datetime.date]
    """Those, and the ends of promised terms that begin on one of them."""

    def once(self, event: str) -> bool:
        """Whether an event comes only once: the vocabulary puts it in order, or the bid gives it a day."""
        words = self.vocabulary.events
        word = words.get(event)
        ordered = any(event in other.before for other in words.values()) or bool(word and word.before)
        return event in self.days or event in self.duties.milestones or ordered

    def event_in(self, text: str) -> str:
        """The event whose name a text has, the longest of them; "" where it has none."""
        named = [(len(word.label), str(event)) for event, word in self.vocabulary.events.items() if word.label in text]
        return max(named, default=(0, ""))[1]

    def interval(self, fact: Fact) -> Interval:
        """When a promise holds: as its clock says, else in its phases, else from signing to the end of the service."""
        phases = fact.scope.get("phase", frozenset())
        spans = [
            self._phase(phase, fact) for phase in self.vocabulary.axes["phase"].values if phase in phases
        ] or [self._between(self._contract(fact))]  # fmt: skip
        first, last = spans[0].first, spans[-1].last
        begins, ends = spans[0].begins, spans[-1].ends
        clock = fact.promise.clock
        if fact.start and self.once(fact.start):
            first, begins = fact.start, self.days.get(fact.start)
        until = str(fact.promise.until or (clock.to if clock else ""))
        if until and self.once(until):
            last, ends = until, self.days.get(until)
        return self._of_years(fact, Interval(begins, ends, first, last))

    def first_known(self, events: Iterable[str]) -> str:
        """The first of some events that has a day, else the first."""
        listed = tuple(map(str, events))
        return next((event for event in listed if event in self.days), listed[0] if listed else "")

    def _phase(self, phase: str, fact: Fact) -> Interval:
        between = self.duties.phases.get(phase)
        if between is None:
            return Interval(None, None, "", "")
        held = self._between(between)
        return held if phase != "in_warranty" else self._warranty(fact, held)

    def _warranty(self, fact: Fact, held: Interval) -> Interval:
        """The warranty of what a promise is about: from the start to the last end of the terms promised for it."""
        terms = [
            term
            for term in self.facts
            if term.dimension == "warranty_term" and term.start and meet(_without_phase(term), _without_phase(fact))
            is not None
        ]  # fmt: skip
        if not terms:
            return held
        first = self.first_known(term.start for term in terms)
        ends = held.ends
        if WARRANTY_ENDED not in self.given:
            ended = [day for term in terms if (day := self.end_of(term)) is not None]
            ends = max(ended, default=held.ends)
        return Interval(self.days.get(first), ends, first, held.last)

    def _contract(self, fact: Fact) -> Between:
        """The time of the whole contract: the term of service promised for it, where one is."""
        for term in self.facts:
            if term.dimension == "service_term" and term.start and meet(term.scope, fact.scope) is not None:
                return Between((term.start,), self.duties.contract.to)
        return self.duties.contract

    def _between(self, between: Between) -> Interval:
        first, last = self.first_known(between.start), self.first_known(between.to)
        return Interval(self.days.get(first), self.days.get(last), first, last)

    def _of_years(self, fact: Fact, held: Interval) -> Interval:
        """The contract years that a promise names, of the time in which it holds."""
        years = sorted(int(year) for year in fact.scope.get("contract_year", ()) if year.isdecimal() and int(year) > 0)
        if not years or held.begins is None:
            return held
        begins = last_day(held.begins, Duration(Fraction(years[0] - 1), "year"))
        ends = last_day(held.begins, Duration(Fraction(years[-1]), "year"), counted=self.vocabulary.counts(held.first))
        if ends is not None and held.ends is not None:
            ends = min(ends, held.ends)
        return Interval(begins, ends, held.first, held.last)

    def end_of(self, fact: Fact) -> datetime.date | None:
        """The last day of a promised term; none where it cannot be told."""
        if isinstance(fact.quantity, Date):
            return fact.quantity.day
        begins = self.days.get(fact.start)
        if begins is None or not isinstance(fact.quantity, Duration) or fact.quantity.working:
            return None
        return last_day(begins, fact.quantity, counted=self.vocabulary.counts(fact.start))


def calendar(bid: Bid, facts: Sequence[Fact], start: datetime.date, vocabulary: Vocabulary, duties: Duties) -> Calendar:
    """What is known of the events of a bid whose contract is signed on the day `start`."""
    written = {OPENING: bid.project.submission, **bid.dates}
    given = {str(event): datetime.date.fromisoformat(day) for event, day in written.items()}
    given[SIGNED] = start
    given.setdefault(EFFECTIVE, start)
    known = Calendar(vocabulary, duties, facts, given, given)
    for _ in facts:  # a term may begin where another ends, so once more as long as another end is found
        days = {**_ends(known), **given}
        if days == known.days:
            break
        known = Calendar(vocabulary, duties, facts, given, days)
    return known


def _ends(known: Calendar) -> dict[str, datetime.date]:
    """The events with which promised terms end, each on the last day of the longest of them."""
    ends: dict[str, datetime.date] = {}
    for fact in known.facts:
        term = fact.comparator != "at_most" or isinstance(fact.quantity, Date)
        day = known.end_of(fact) if term and fact.ends else None
        if day is not None:
            ends[fact.ends] = max(day, ends.get(fact.ends, day))
    return ends


def _without_phase(fact: Fact) -> FixedScope:
    return FixedScope({axis: values for axis, values in fact.scope.items() if axis != "phase"})


def event_words(event: str, vocabulary: Vocabulary) -> Named:
    """An event by its name."""
    word = vocabulary.events.get(event)
    return word.named if word else Named(event, event)

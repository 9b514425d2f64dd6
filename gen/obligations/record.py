"""The register: every promise of a bid with the days on which it falls due, and where it is written and printed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gen.message import Named
from gen.model.duty import Proof
from gen.model.fact import Fact
from gen.model.package import Package
from gen.source import Span

Form = Literal["scheduled", "limit", "kept", "waiting"]
"""How a promise is kept: on days of its own; within a time whenever an event comes; all the while; or on days that
cannot be told, because an event has no day."""

Doubt = Literal["weekends", "rolled", "partial", "latest"]
"""What to know of a day: holidays not announced, so that weekends alone are counted; moved behind days off; the last
period is not a whole one; counted from the latest day of what comes before it."""

DOUBTS: tuple[Doubt, ...] = ("latest", "partial", "rolled", "weekends")
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that something is due."""

    number: int
    """Counted from 1."""
    name: Named
    """Which of them it is: 第3次; of an instalment, its event and share."""
    due: datetime.date | None
    """The last day; none where an event that must come first has no day."""
    begins: datetime.date | None = None
    """The first day of its period."""
    ends: datetime.date | None = None
    """The last day of its period, which may be a day off."""
    after: Named | None = None
    """What must come first, where it has no day."""
    doubts: frozenset[Doubt] = frozenset()


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a document says it."""

    kind: str
    title: str
    section: str
    """Number and title of the section, or the number of the paragraph and the title above it."""
    page: int
    """The page as Word will count it, by our estimate; 0 before the body."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """One promise."""

    id: str
    """Clause, kind of promise and row: the same as long as the clause promises it."""
    fact: Fact
    form: Form
    title: str
    """The title of the clause."""
    obligor: str
    """Who owes it: the name of the company, the customer, or both."""
    obligee: str
    """To whom."""
    place: str
    """Lot and site."""
    proof: Proof
    begins: datetime.date | None
    """The day of the event from which it holds; that day itself is not counted."""
    ends: datetime.date | None
    occurrences: tuple[Occurrence, ...]
    occasion: Named | None
    """What starts its time, or must come first."""
    notice: bool
    """Whether its length is one by which it must precede something."""
    printed: tuple[Printed, ...]

    @property
    def dated(self) -> tuple[Occurrence, ...]:
        """The occurrences that have a day."""
        return tuple(occurrence for occurrence in self.occurrences if occurrence.due is not None)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What to know of any of its days."""
        return tuple(doubt for doubt in DOUBTS if any(doubt in each.doubts for each in self.occurrences))


@dataclass(frozen=True, slots=True)
class Missing:
    """A day that nobody has given, and where to write it."""

    name: Named
    key: str
    """What to write there."""
    span: Span
    needed_by: tuple[str, ...]
    """The obligations that wait for it, by id."""


@dataclass(frozen=True)
class Register:
    """What a bid obliges its parties to, from the day on which the contract is signed."""

    package: Package
    start: datetime.date
    until: datetime.date | None
    """No later occurrence is listed; none for all."""
    obligations: tuple[Obligation, ...]
    missing: tuple[Missing, ...]

    @cached_property
    def schedule(self) -> tuple[tuple[Obligation, Occurrence], ...]:
        """Every occurrence that has a day, in the order of the days."""
        dated = [(each, occurrence) for each in self.obligations for occurrence in each.dated]
        return tuple(sorted(dated, key=lambda pair: (pair[1].due, pair[0].id, pair[1].number)))

    @cached_property
    def by_id(self) -> Mapping[str, Obligation]:
        """The obligations by their ids."""
        return {each.id: each for each in self.obligations}

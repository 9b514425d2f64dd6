"""A value and who set it: the thread that leads from a printed number back to a line of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gen.quantity import Quantity
from gen.source import Span

SetBy = Literal["clause", "profile", "bid", "company", "vocabulary", "document", "relation"]
FIRST: tuple[SetBy, ...] = ("bid", "profile", "clause", "relation", "company", "vocabulary", "document")
"""Who sets a value, those first whom a finding shows first."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One settled value: of a parameter, of a table cell, or of a fact about the bid or the company."""

    path: str
    """`response.onsite.limit.S1.within`: clause, parameter, row, column; or `customer.name`."""
    quantity: Quantity
    text: str
    """As it is printed."""
    set_by: SetBy
    by: str
    """Which one: the clause id, the profile, the bid."""
    span: Span
    follows: tuple[Setting, ...] = ()
    """What it is worked out from, where a relation sets it."""

    @property
    def sources(self) -> tuple[Setting, ...]:
        """What somebody has written: itself, or what it follows from in the end; what the bid sets comes first."""
        if not self.follows:
            return (self,)
        written = {source.path: source for each in self.follows for source in each.sources}
        return tuple(sorted(written.values(), key=lambda source: FIRST.index(source.set_by)))

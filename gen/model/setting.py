"""A value and who set it: the thread that leads from a printed number back to a line of a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gen.quantity import Quantity
from gen.source import Span

SetBy = Literal["clause", "profile", "bid", "company", "vocabulary", "document", "relation"]


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

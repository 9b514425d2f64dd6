"""A fact: one promise of a bid with its value settled, as the contradiction rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.model.setting import Setting
from gen.model.vocabulary import Dimension
from gen.quantity import Quantity
from gen.quantity.clock import Week
from gen.source import Span

Scope = Mapping[str, frozenset[str]]
"""Axis to values; an axis that is not stated means all of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One promise: a dimension, a bound, and where it holds."""

    dimension: str
    spec: Dimension
    comparator: Literal["at_most", "at_least", "is"]
    quantity: Quantity
    scope: Scope
    week: Week
    """The hours in which its deadline runs; always, for natural time."""
    start: str
    """The event from which its deadline runs; "" where the clause does not say."""
    fee: str
    obligor: str
    modality: str
    clause: str
    commitment: int
    """Which of the clause's commitments, from 0."""
    setting: Setting | None
    """The parameter that sets its value; none for a literal in the clause."""
    span: Span
    """Where its value is written."""

    @property
    def path(self) -> str:
        """The parameter that sets the value, or the clause where it is a literal."""
        return self.setting.path if self.setting else self.clause

    @property
    def key(self) -> str:
        """What tells it from others in a fingerprint: its parameter, or a literal's clause and value."""
        return self.setting.path if self.setting else f"{self.clause} {self.quantity}"

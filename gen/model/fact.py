"""A fact: one promise of a bid with its value settled, as the contradiction rules see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.message import Named
from gen.model.clause import Commitment
from gen.model.setting import Setting
from gen.model.vocabulary import Dimension
from gen.quantity import Quantity, Window
from gen.quantity.clock import ALWAYS, Week
from gen.source import Span

Scope = Mapping[str, frozenset[str]]
"""Axis to values; an axis that is not stated means all of it."""


class FixedScope(dict[str, frozenset[str]]):
    """A scope that is never changed, and so can be looked up: the same few scopes meet over and over."""

    __slots__ = ("_hash",)

    def __hash__(self) -> int:  # type: ignore[override]
        """The same for the same axes and values, whatever their order."""
        try:
            return self._hash
        except AttributeError:
            self._hash: int = hash(frozenset(self.items()))
            return self._hash


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
    ends: str
    """The event with which its deadline ends; "" where neither clause nor dimension says."""
    window: Window | None
    """The service window that its clock names."""
    fee: str
    obligor: str
    modality: str
    clause: str
    commitment: int
    """Which of the clause's commitments, from 0."""
    row: str
    """The row of the table whose promise it is; "" for a single one."""
    promise: Commitment
    """The commitment as the clause declares it."""
    setting: Setting | None
    """The parameter that sets its value; none for a literal in the clause."""
    span: Span
    """Where its value is written."""

    @property
    def named(self) -> Named:
        """The name of its kind in both languages."""
        return self.spec.named

    @property
    def commitment_span(self) -> Span:
        """Where the clause declares it."""
        return self.promise.span or self.span

    @property
    def natural(self) -> bool:
        """Whether its deadline runs on at night and on holidays."""
        return self.week == ALWAYS

    @property
    def path(self) -> str:
        """The parameter that sets the value, or the clause where it is a literal."""
        return self.setting.path if self.setting else self.clause

    @property
    def key(self) -> str:
        """What tells it from others in a fingerprint: its parameter, or a literal's clause and value."""
        return self.setting.path if self.setting else f"{self.clause} {self.quantity}"

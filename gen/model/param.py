"""Typed parameters: what a parameter's default, guardrail and approvals say, cell by cell.

A plain value is a table with the one cell ("", ""); so one road serves both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.model.clause import Param
from gen.quantity import Quantity, Range
from gen.source import Span

CellKey = tuple[str, str]
"""Row and column."""

PLAIN: CellKey = ("", "")
"""The one cell of a parameter that is no table."""


Place = tuple[str, CellKey]
"""A cell of the library: the parameter's path, row and column."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as read, and where it was written."""

    quantity: Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class Guardrail:
    """Ranges of values for one cell, and where they are written."""

    ranges: tuple[Range, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TypedParam:
    """A parameter of a clause with everything it says about its values."""

    clause: str
    name: str
    spec: Param
    default: Mapping[CellKey, Cell]
    allow: Mapping[CellKey, Guardrail]
    approval: tuple[tuple[str, Mapping[CellKey, Guardrail]], ...]
    """Role, and what it may approve."""

    @property
    def path(self) -> str:
        """The path by which profiles and bids set it: clause.parameter."""
        return f"{self.clause}.{self.name}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a table; the one nameless column of a plain value."""
        return tuple(self.spec.columns) if self.spec.type == "table" else ("",)

    @property
    def own(self) -> bool:
        """Whether it says nothing of its values, not even a default to keep: a price is each bid's own."""
        return not self.default and not self.allow and not self.approval

    @property
    def free(self) -> bool:
        """Whether pre-sales may set it to anything: texts and dates carry no promise that could be compared."""
        return self.spec.type in {"text", "date"}


def cell_path(param: TypedParam, key: CellKey) -> str:
    """clause.parameter, for a table with its row, and its column where it has several."""
    if key == PLAIN:
        return param.path
    row, column = key
    return f"{param.path}.{row}" + (f".{column}" if len(param.columns) > 1 else "")

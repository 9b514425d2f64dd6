"""A relation between numbers of clauses, with every name bound to the cells that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.model.clause import Relation
from gen.template.arithmetic import Comparison, Operand


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a parameter that one name stands for."""

    param: str
    """Its path."""
    row: str | None
    """The row, "" for a plain value; none for all rows."""
    column: str


@dataclass(frozen=True, slots=True)
class BoundRelation:
    """A sound relation of a clause."""

    clause: str
    relation: Relation
    comparison: Comparison
    cells: Mapping[Operand, Cells]

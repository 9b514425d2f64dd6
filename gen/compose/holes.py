"""What the holes of a text give: inlines, and blocks that only stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.model.blocks import Inline, Inlines
from gen.model.param import CellKey, TypedParam
from gen.model.setting import Setting
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Pending:
    """A reference whose number is known only when all documents are numbered; stands among inlines until then."""

    target: str
    span: Span
    strong: bool = False

    @property
    def text(self) -> str:
        """What plain text shows before the number is known."""
        return ""


@dataclass(frozen=True, slots=True)
class ParamTable:
    """A table parameter and its settled cells."""

    param: TypedParam
    cells: Mapping[CellKey, Setting]


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A list of records of the company: head of each column, cells of each row."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class TableHole:
    """`{{ … | table }}`: one table of one or several sources with the same rows."""

    sources: tuple[ParamTable, ...] | RecordTable
    caption: str
    span: Span


@dataclass(frozen=True, slots=True)
class ClauseHole:
    """`{{ clause(…) }}` in an outline."""

    clause: str
    optional: bool
    span: Span


@dataclass(frozen=True, slots=True)
class AnnexHole:
    """`{{ annex(…) }}` in an outline."""

    anchor: str
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class SignatureHole:
    """`{{ signature }}` in an outline."""

    span: Span


BlockHole = TableHole | ClauseHole | AnnexHole | SignatureHole
Hole = Inline | Pending | BlockHole

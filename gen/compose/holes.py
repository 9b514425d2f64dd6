"""What the holes of a text give: inlines, and blocks that only stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.model.blocks import Blank, Group, Inline, Inlines
from gen.model.image import Image
from gen.model.param import CellKey, TypedParam
from gen.model.setting import Setting
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Pending:
    """A reference whose number is known only when all documents are numbered; stands among inlines until then."""

    target: str
    span: Span
    strong: bool = False
    show: Literal["number", "title", "page", "count"] = "number"

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
    span: Span
    caption: str = ""
    total: str = ""
    """Name of the column whose amounts are summed; none if empty."""
    capitals: bool = False
    """Whether the sum is written in capitals too."""
    widths: tuple[int, ...] = ()
    """Shares of the columns' widths; they follow what stands in them if there are none."""
    groups: tuple[Group, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class ClauseHole:
    """`{{ clause(…) }}` in an outline."""

    clause: str
    optional: bool
    empty: str
    """What stands for it where the bid does not have it; nothing if empty."""
    once: bool
    """Whether an annex leaves it out where the document before it has printed it."""
    span: Span


@dataclass(frozen=True, slots=True)
class AnnexHole:
    """`{{ annex(…) }}` in an outline."""

    anchor: str
    """What references call it; the document kind that is printed where there is no title."""
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListHole:
    """`{{ annexes }}`, `{{ annex_list }}` and `{{ changes }}`: what the bid and the document have of each."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class FigureHole:
    """`{{ figure(…) }}`: drawn from the data of the bid."""

    name: str
    caption: str
    span: Span


@dataclass(frozen=True, slots=True)
class ImageHole:
    """`{{ image(…) }}`: a picture file of the workspace; none where it cannot be shown, which is found elsewhere."""

    name: str
    image: Image | None
    caption: str
    span: Span


@dataclass(frozen=True, slots=True)
class SheetHole:
    """`{{ landscape() }}` and `{{ portrait() }}`."""

    landscape: bool
    span: Span


@dataclass(frozen=True, slots=True)
class FormHole:
    """`{{ form(…) }}` in an outline: a blank record form."""

    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class SignatureHole:
    """`{{ signature }}` in an outline."""

    span: Span


BlockHole = (
    TableHole | ClauseHole | AnnexHole | ListHole | FigureHole | FormHole | ImageHole | SheetHole | SignatureHole
)
Hole = Inline | Pending | BlockHole

NOTHING = Blank(4)
"""Stands where a value is missing; that is a finding of its own, so no document is built with it."""

"""The block stream: one document as a row of typed blocks, with every number, reference and value settled.

`compose` makes it; the Word and HTML writers only lay it out, so the formats cannot disagree. A value that came
from a parameter stays a `Value` node, so any printed number can be traced to the file that set it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gen.model.chart import Chart
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.setting import Setting
from gen.model.theme import Level, NumberingScheme
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A value printed from a parameter, a fact of the bid or of the company."""

    text: str
    setting: Setting
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a heading, clause, table or annex; `text` is the settled number."""

    text: str
    anchor: str
    """The anchor of the block referred to; of another document when `document` says so."""
    document: str | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to be filled by hand, `width` full-width characters long."""

    width: int = 8
    strong: bool = False

    @property
    def text(self) -> str:
        """What plain text shows of it: one ideographic space a character (both writers underline them)."""
        return "　" * self.width


@dataclass(frozen=True, slots=True)
class PageReference:
    """The page on which something stands. No text here: only a writer knows it, and prints it in digits."""

    anchor: str
    strong: bool = False

    @property
    def text(self) -> str:
        """Nothing, so that no check takes a page number for a promise."""
        return ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote; its mark stands where it is, its text at the foot of the page. `number` counts through the document.

    It holds no footnotes of its own.
    """

    number: int
    inlines: tuple[Inline, ...]
    strong: bool = False

    @property
    def text(self) -> str:
        """Nothing: the mark is no part of the sentence that it stands in."""
        return ""


Inline = Text | Value | Reference | PageReference | Blank | Footnote
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a block comes from: the clause (or the outline of the document kind) and the place in its file."""

    clause: str | None
    """Clause id; none for what the document's own outline says."""
    span: Span


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: title, what it belongs to, who submits it and when. It carries no page number."""

    title: str
    overline: Inlines
    """Above the title: the name of the project."""
    rows: tuple[tuple[str, Inlines], ...]
    """Label and value: project number, customer, bidder …"""
    date: str
    """At the foot; none where the rows have it."""
    copy: str = ""
    """The mark in the upper right corner: 正本 or 副本; none where nobody asked for it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents on pages of its own; writers fill it from the headings that are `listed`."""

    title: str
    levels: int


@dataclass(frozen=True, slots=True)
class BodyStart:
    """From here on pages are counted from 1 and carry header and footer. Exactly one a document."""

    new_page: bool
    """Whether something (cover, contents) stands before, so that a new page begins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """From here on the sheets of the body stand upright, or lie on their side for a wide table. Begins a new page.

    The body begins upright; header, footer and the count of pages go on.
    """

    landscape: bool


@dataclass(frozen=True, slots=True)
class Title:
    """The title over the first page of a document without a cover."""

    inlines: Inlines
    mark: Mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` is settled ("第三章", "3.2"), empty for an unnumbered one."""

    level: int
    """1 to 6. An annex is on level 1, the headings inside it on level 2 and below."""
    number: str
    inlines: Inlines
    anchor: str
    mark: Mark
    annex: bool = False
    """Whether it opens an annex: numbered apart ("附件一") and always on a new page."""
    listed: bool = True
    """Whether the contents list it (as level 1 for an annex)."""
    inside_annex: bool = False
    """Whether it stands inside an annex, where numbers start anew (`NumberingScheme.annex_levels`)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. With `level` it is numbered in the headings' own scheme (a contract's 4.2)."""

    inlines: Inlines
    mark: Mark
    role: Literal["body", "flush", "closing", "note", "drafting"] = "body"
    """body: indented two characters; flush: not indented (an addressee); closing: to the right; note: small;
    drafting: a hint to whoever fills the document in, which only a draft prints."""
    number: str = ""
    level: int = 0
    anchor: str | None = None
    inside_annex: bool = False
    """Whether `number` counts inside an annex (`NumberingScheme.annex_levels`)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `marker` is settled: "（3）" in an ordered list, "●" in an unordered one."""

    inlines: Inlines
    marker: str
    depth: int
    """1 for an outer list, 2 for a list inside an item, and so on."""
    list: int
    """Which list of the document this item belongs to; every list starts anew at 1."""
    ordered: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width (all shares sum to 1), how its cells are set."""

    head: Inlines
    share: Fraction
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Group:
    """A head over several columns: "恢复时限" over two of them. An empty head leaves its columns without one."""

    head: Inlines
    columns: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells of the rows (not the head) that are one: the upper left one says it all, the others are empty."""

    row: int
    column: int
    down: int = 1
    """How many rows it goes over."""
    across: int = 1
    """How many columns it goes over."""


FormCell = Literal["label", "field", "box", "given", "count", "head", "band"]
"""What a cell of a form is: a label; a field or a box to be filled in; something printed; a running number; a head; a
heading over all columns."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What makes a table a form to be filled in. Its columns have no heads; rows of its own repeat instead of them."""

    cells: tuple[tuple[FormCell, ...], ...]
    """What each cell is, row by row; of merged ones the upper left says it."""
    lines: tuple[int, ...]
    """The least height of each row, in lines of writing."""
    heads: int
    """How many rows at the beginning repeat on every page."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head rows repeat on every page and whose rows do not break.

    `number` and `caption` stand above it ("表1 故障级别与时限"); a table without caption has no number. Merges do not
    overlap and lie inside `rows`; `compose` sees to it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines
    number: str
    anchor: str | None
    mark: Mark
    groups: tuple[Group, ...] = ()
    """A second head row over the columns' heads; its groups span all columns, or there are none."""
    merges: tuple[Merge, ...] = ()
    totals: int = 0
    """How many rows at the end are sums: set apart, and never alone on a page."""
    ruling: Ruling | None = None
    """What makes it a form; such a table has neither caption nor groups nor totals."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in the middle of the line, with its number and caption below it ("图1 服务流程")."""

    picture: Chart | Drawing | Image
    """A chart holds data alone; `gen.figure.illustrated` draws it before the block is laid out."""
    caption: Inlines
    number: str
    anchor: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Signatory:
    """One party of a signature block: "甲方（盖章）" and its lines, each a label and what stands behind it."""

    title: Inlines
    lines: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: one party, set to the right, or two side by side. It never stands alone on a page."""

    parties: tuple[Signatory, ...]
    mark: Mark


Block = Cover | Contents | BodyStart | Sheet | Title | Heading | Paragraph | Item | Table | Figure | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a bid, ready to be laid out."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    scheme: NumberingScheme
    header: str
    """The running header of the body pages."""
    author: str
    """Who submits it (document property)."""
    subject: str
    """The bid it belongs to (document property)."""
    date: str
    """The bid's date as YYYY-MM-DD: the only date that goes into the files, so that builds repeat exactly."""
    source_hash: str
    """SHA-256 over all that it was made from; a custom property of the Word file and in the PDF's metadata."""


def gap(scheme: NumberingScheme, block: Heading | Paragraph | Item) -> str:
    """What stands between a block's number and its text: a space, or nothing (after 一、)."""
    if isinstance(block, Item):
        level = scheme.items[min(block.depth, len(scheme.items)) - 1]
        return " " if level.gap == "space" or not block.ordered else ""
    return " " if block.number and level_of(scheme, block).gap == "space" else ""


def level_of(scheme: NumberingScheme, block: Heading | Paragraph) -> Level:
    """The level of the scheme by which a heading or a numbered paragraph counts."""
    if isinstance(block, Heading) and block.annex:
        return scheme.annex
    levels = (scheme.annex, *scheme.annex_levels) if block.inside_annex else scheme.levels
    return levels[min(block.level, len(levels)) - 1]


def style_name(scheme: NumberingScheme, block: Heading | Title | Paragraph | Item) -> str:
    """The style of the theme that a block of text is set in."""
    match block:
        case Heading(annex=True):
            return "annex"
        case Heading(level=level):
            levels = (scheme.annex, *scheme.annex_levels) if block.inside_annex else scheme.levels
            named = levels[level - 1].style if level <= len(levels) else ""
            return named or f"heading{level}"
        case Paragraph():
            return "numbered" if block.number else block.role
        case Item():
            return "item"
        case Title():
            return "title"

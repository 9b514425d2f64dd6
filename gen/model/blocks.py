"""The block stream: one document as a row of typed blocks, with every number, reference and value settled.

`compose` makes it; the Word and HTML writers only lay it out, so the formats cannot disagree. A value that came
from a parameter stays a `Value` node, so any printed number can be traced to the file that set it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from gen.model.setting import Setting
from gen.model.theme import NumberingScheme
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


Inline = Text | Value | Reference | Blank
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
class Title:
    """The title over the first page of a document without a cover."""

    inlines: Inlines
    mark: Mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` is settled ("第三章", "3.2"), empty for an unnumbered one."""

    level: int
    number: str
    inlines: Inlines
    anchor: str
    mark: Mark
    annex: bool = False
    """Whether it opens an annex: numbered apart ("附件一") and always on a new page."""
    listed: bool = True
    """Whether the contents list it (as level 1 for an annex)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. With `level` it is numbered in the headings' own scheme (a contract's 4.2)."""

    inlines: Inlines
    mark: Mark
    role: Literal["body", "flush", "closing", "note"] = "body"
    """body: indented two characters; flush: not indented (an addressee); closing: to the right; note: small."""
    number: str = ""
    level: int = 0
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `marker` is settled: "（3）" in an ordered list, "●" in an unordered one."""

    inlines: Inlines
    marker: str
    depth: int
    """1 for an outer list, 2 for a list inside an item."""
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
class Table:
    """A table whose head row repeats on every page and whose rows do not break.

    `number` and `caption` stand above it ("表1 故障级别与时限"); a table without caption has no number.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
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


Block = Cover | Contents | BodyStart | Title | Heading | Paragraph | Item | Table | Signature


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


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of a row of inlines."""
    return "".join(inline.text for inline in inlines)


def lines(document: Document) -> Iterator[str]:
    """The document as plain text: a line for each paragraph, heading, list item and table cell, in reading order.

    Both writers must print exactly these, each in one paragraph of its own; tests hold them to it. Contents, page
    headers and footers are not part of it.
    """
    for block in document.blocks:
        match block:
            case Cover():
                yield from (plain(block.overline), block.title)
                yield from (f"{label}：{plain(value)}" for label, value in block.rows)
                if block.date:
                    yield block.date
            case Heading() | Paragraph():
                yield block.number + gap(document.scheme, block) + plain(block.inlines)
            case Title():
                yield plain(block.inlines)
            case Item():
                yield block.marker + gap(document.scheme, block) + plain(block.inlines)
            case Table():
                if block.caption:
                    yield f"{block.number}　{plain(block.caption)}"
                yield from (plain(column.head) for column in block.columns)
                yield from (plain(cell) for row in block.rows for cell in row)
            case Signature():
                for party in block.parties:
                    yield plain(party.title)
                    yield from (f"{label}：{plain(value)}" for label, value in party.lines)
            case Contents() | BodyStart():
                pass


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block, in reading order."""
    match block:
        case Heading() | Paragraph() | Item() | Title():
            yield from block.inlines
        case Table():
            yield from block.caption
            for column in block.columns:
                yield from column.head
            for row in block.rows:
                for cell in row:
                    yield from cell
        case Cover():
            yield from block.overline
            for _, value in block.rows:
                yield from value
        case Signature():
            for party in block.parties:
                yield from party.title
                for _, value in party.lines:
                    yield from value
        case Contents() | BodyStart():
            pass


def gap(scheme: NumberingScheme, block: Heading | Paragraph | Item) -> str:
    """What stands between a block's number and its text: a space, or nothing (after 一、 or a bullet)."""
    if isinstance(block, Item):
        level = scheme.items[min(block.depth, len(scheme.items)) - 1]
        return " " if block.ordered and level.gap == "space" else ""
    if not block.number:
        return ""
    level = scheme.annex if isinstance(block, Heading) and block.annex else scheme.levels[block.level - 1]
    return " " if level.gap == "space" else ""


def style_name(scheme: NumberingScheme, block: Heading | Title | Paragraph | Item) -> str:
    """The style of the theme that a block of text is set in."""
    match block:
        case Heading(annex=True):
            return "annex"
        case Heading(level=level):
            named = scheme.levels[level - 1].style if level <= len(scheme.levels) else ""
            return named or f"heading{min(level, 3)}"
        case Paragraph():
            return "numbered" if block.number else block.role
        case Item():
            return "item"
        case Title():
            return "title"

"""Which page each block begins on: an estimate that fills in the contents before Word has seen the document.

Lines have an exact pitch and characters known widths, so counting goes a long way: lines to a paragraph, paragraphs
to a page, with what may not be torn apart. Word corrects a number when the reader updates the contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen.model.blocks import (
    Block,
    BodyStart,
    Document,
    Figure,
    Footnote,
    Heading,
    Item,
    Paragraph,
    Sheet,
    Signature,
    Table,
    Title,
    gap,
    level_of,
    style_name,
)
from gen.model.text import footnotes_of, plain
from gen.model.theme import Theme
from gen.render.docx.filling import Box, fill
from gen.render.docx.heights import head_height, notes_height, picture_size, row_heights, rows_of
from gen.render.docx.measure import face, line_count
from gen.render.docx.paper import papers
from gen.render.docx.signature import signature_height
from gen.render.docx.styles import BOX, FIGURE_ABOVE
from gen.render.docx.tables import Rows
from gen.render.docx.tablestyle import CELL_MARGIN
from gen.render.keeping import kept_with_next

AFTER_TABLE = 200
"""Twips of white between a table and the paragraph that follows it."""
BEFORE_TABLE = 80
"""Twips of white between a paragraph and a table without caption."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of the pages of a document before it is printed."""

    pages: tuple[int, ...]
    """The body page that each block begins on; 0 before the body."""
    total: int
    """Number of body pages."""
    kept: tuple[bool, ...]
    """Whether each block is kept on the page of the next one."""
    rows: Mapping[int, Rows]
    """How the rows of each table hang together, by its place among the blocks."""
    pictures: Mapping[int, tuple[int, int]]
    """Width and height of the picture of each figure, by its place among the blocks."""


def lay_out(document: Document, theme: Theme) -> Layout:
    """Estimate the pages of a document."""
    making = _Making(document, theme)
    pages, total = fill(list(making.boxes()))
    places = tuple(pages.get(at, 0) for at in range(len(document.blocks)))
    return Layout(places, total, making.kept, making.rows, making.pictures)


def white_below(document: Document, at: int) -> int:
    """Twips of white that a paragraph gets below it because a table without caption follows."""
    following = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    return BEFORE_TABLE if isinstance(following, Table) and not following.caption else 0


class _Making:
    """The boxes of a document while they are made."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self.document = document
        self.theme = theme
        self.sheets = papers(document, theme.page)
        self.lines = [self._lines(at, block) for at, block in enumerate(document.blocks)]
        kept = kept_with_next(document.blocks, self.lines.__getitem__)
        self.kept = tuple(isinstance(block, Heading | Title) or at in kept for at, block in enumerate(document.blocks))
        self.rows: dict[int, Rows] = {}
        self.pictures: dict[int, tuple[int, int]] = {}

    def boxes(self) -> Iterator[Box]:
        """Everything in the body that has a height, in order."""
        white, turned, in_body = 0, False, False
        for at, block in enumerate(self.document.blocks):
            if isinstance(block, BodyStart):
                in_body = True
            elif isinstance(block, Sheet):
                white, turned = 0, in_body
            elif in_body:
                for box in self._block(at, block, white):
                    yield box if not turned else box.on_new_page()
                    turned = False
                white = AFTER_TABLE if isinstance(block, Table) else 0

    def _lines(self, at: int, block: Block) -> int:
        """Lines of a block of text; 0 for the others."""
        if not isinstance(block, Heading | Paragraph | Item | Title):
            return 0
        scheme, styles = self.document.scheme, self.theme.styles
        style, measure = styles[style_name(scheme, block)], self.sheets[at].text_width
        text, first = plain(block.inlines), style.indent
        if isinstance(block, Item):
            text = block.marker + gap(scheme, block) + text
            first = scheme.items[min(block.depth, len(scheme.items)) - 1].indent
        elif not isinstance(block, Title):
            text = block.number + gap(scheme, block) + text
            if isinstance(block, Paragraph) and block.number:
                first = level_of(scheme, block).indent
            elif isinstance(block, Paragraph) and block.role == "drafting":
                measure -= 2 * BOX
        return line_count(text, face(style, self.theme), measure, first * styles["body"].size)

    def _block(self, at: int, block: Block, white: int) -> Iterator[Box]:
        sheet = self.sheets[at]
        match block:
            case Heading() | Paragraph() | Item() | Title():
                style = self.theme.styles[style_name(self.document.scheme, block)]
                fixed = isinstance(block, Heading | Title)
                new_page = isinstance(block, Heading) and block.annex
                notes = [inline for inline in block.inlines if isinstance(inline, Footnote)]
                frame = BOX if isinstance(block, Paragraph) and block.role == "drafting" else 0
                yield Box(
                    at,
                    sheet.text_height,
                    self.lines[at],
                    style.line,
                    style.before + frame + (0 if new_page else white),
                    style.after + frame + white_below(self.document, at),
                    kept=self.kept[at],
                    whole=fixed,
                    new_page=new_page,
                    notes=notes_height(notes, sheet, self.theme) if notes else 0,
                )
            case Table():
                yield from self._table(at, block, white)
            case Figure():
                yield from self._figure(at, block, white)
            case Signature():
                height = signature_height(block, sheet.text_width, self.theme)
                notes_below = notes_height(footnotes_of(block), sheet, self.theme)
                yield Box(at, sheet.text_height, 1, height, whole=True, notes=notes_below)

    def _table(self, at: int, table: Table, white: int) -> Iterator[Box]:
        sheet = self.sheets[at]
        if table.caption:
            style = self.theme.styles["table_caption"]
            text = f"{table.number}　{plain(table.caption)}"
            lines = line_count(text, face(style, self.theme), sheet.text_width)
            room = sheet.text_height
            yield Box(at, room, lines, style.line, style.before + white, style.after, kept=True, whole=True)
            white = 0
        head = head_height(table, sheet.text_width, self.theme)
        yield Box(at, sheet.text_height, 1, head, white, kept=True, whole=True)
        heights = row_heights(table, sheet.text_width, self.theme)
        rows = self.rows[at] = rows_of(table, heights, sheet, self.theme, keep=self.kept[at])
        heads = table.ruling.heads if table.ruling else 0
        for number, (row, height) in enumerate(zip(table.rows, heights, strict=True)):
            if number < heads:
                continue
            notes = [inline for cell in row for inline in cell if isinstance(inline, Footnote)]
            below = notes_height(notes, sheet, self.theme) if notes else 0
            if number in rows.long:
                line = self.theme.styles["table_cell"].line
                around = CELL_MARGIN, CELL_MARGIN + self.theme.table.border
                yield Box(at, sheet.text_height, height // line, line, *around, head=head, notes=below)
            else:
                yield Box(
                    at, sheet.text_height, 1, height, kept=number in rows.kept, whole=True, head=head, notes=below
                )

    def _figure(self, at: int, figure: Figure, white: int) -> Iterator[Box]:
        sheet, style = self.sheets[at], self.theme.styles["figure_caption"]
        self.pictures[at] = size = picture_size(figure, sheet, self.theme)
        yield Box(at, sheet.text_height, 1, size[1], FIGURE_ABOVE + white, kept=True, whole=True)
        lines = line_count(f"{figure.number}　{plain(figure.caption)}", face(style, self.theme), sheet.text_width)
        below = style.after + white_below(self.document, at)
        notes = notes_height(footnotes_of(figure), sheet, self.theme)
        yield Box(
            at, sheet.text_height, lines, style.line, style.before, below, kept=self.kept[at], whole=True, notes=notes
        )

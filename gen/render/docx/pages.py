"""Which page each block begins on: an estimate that fills in the contents before Word has seen the document.

Lines have an exact pitch and characters known widths, so counting goes a long way: lines to a paragraph, paragraphs
to a page, with what may not be torn apart. Word corrects a number when the reader updates the contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen.model.blocks import (
    Block,
    BodyStart,
    Document,
    Heading,
    Item,
    Paragraph,
    Signature,
    Table,
    Title,
    gap,
    plain,
    style_name,
)
from gen.model.theme import Theme
from gen.render.docx.keeping import kept_with_next
from gen.render.docx.measure import face, line_count
from gen.render.docx.signature import signature_height
from gen.render.docx.styles import CELL_MARGIN, text_width
from gen.render.docx.tables import column_widths

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


@dataclass(frozen=True, slots=True)
class _Box:
    """Something of a certain height: the lines of a paragraph, or a row of a table."""

    block: int
    lines: int
    pitch: int
    before: int = 0
    after: int = 0
    kept: bool = False
    whole: bool = False
    new_page: bool = False
    head: int = 0
    """Height of the head row that is repeated if a page begins here."""


def lay_out(document: Document, theme: Theme) -> Layout:
    """Estimate the pages of a document."""
    lines = [_lines(block, document, theme) for block in document.blocks]
    kept = kept_with_next(document, lines)
    boxes = list(_boxes(document, theme, lines, kept))
    page = theme.page
    pages, total = _fill(boxes, page.height - page.margins.top - page.margins.bottom)
    return Layout(tuple(pages.get(at, 0) for at in range(len(document.blocks))), total, kept)


def white_below(document: Document, at: int) -> int:
    """Twips of white that a paragraph gets below it because a table without caption follows."""
    following = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
    return BEFORE_TABLE if isinstance(following, Table) and not following.caption else 0


def _lines(block: Block, document: Document, theme: Theme) -> int:
    """Lines of a block of text; 0 for the others."""
    if not isinstance(block, Heading | Paragraph | Item | Title):
        return 0
    style = theme.styles[style_name(document.scheme, block)]
    text, first = plain(block.inlines), style.indent
    if isinstance(block, Item):
        text = block.marker + gap(document.scheme, block) + text
        first = document.scheme.items[min(block.depth, len(document.scheme.items)) - 1].indent
    elif not isinstance(block, Title):
        text = block.number + gap(document.scheme, block) + text
        if isinstance(block, Paragraph) and block.number:
            first = document.scheme.levels[block.level - 1].indent
    return line_count(text, face(style, theme), text_width(theme), first * theme.styles["body"].size)


def _boxes(document: Document, theme: Theme, lines: Sequence[int], kept: Sequence[bool]) -> Iterator[_Box]:
    white = 0
    in_body = False
    for at, block in enumerate(document.blocks):
        in_body = in_body or isinstance(block, BodyStart)
        if not in_body or isinstance(block, BodyStart):
            continue
        match block:
            case Heading() | Paragraph() | Item() | Title():
                style = theme.styles[style_name(document.scheme, block)]
                fixed = isinstance(block, Heading | Title)
                new_page = isinstance(block, Heading) and block.annex
                yield _Box(
                    at,
                    lines[at],
                    style.line,
                    style.before + (0 if new_page else white),
                    style.after + white_below(document, at),
                    kept=kept[at],
                    whole=fixed,
                    new_page=new_page,
                )
            case Table():
                yield from _table_boxes(at, block, theme, white, kept=kept[at])
            case Signature():
                yield _Box(at, 1, signature_height(block, theme), whole=True)
        white = AFTER_TABLE if isinstance(block, Table) else 0


def _table_boxes(at: int, table: Table, theme: Theme, white: int, *, kept: bool) -> Iterator[_Box]:
    if table.caption:
        style = theme.styles["table_caption"]
        text = f"{table.number}　{plain(table.caption)}"
        lines = line_count(text, face(style, theme), text_width(theme))
        yield _Box(at, lines, style.line, style.before + white, style.after, kept=True, whole=True)
        white = 0
    widths = [width - 2 * theme.table.padding for width in column_widths(table, text_width(theme))]
    head = _row_height([plain(column.head) for column in table.columns], widths, "table_head", theme)
    # Each row brings the line below it; the line on top of the table comes with the head.
    head += theme.table.border
    yield _Box(at, 1, head, white, kept=True, whole=True)
    for number, row in enumerate(table.rows, 1):
        height = _row_height([plain(cell) for cell in row], widths, "table_cell", theme)
        yield _Box(at, 1, height, kept=kept and number == len(table.rows), whole=True, head=head)


def _row_height(texts: Sequence[str], widths: Sequence[int], name: str, theme: Theme) -> int:
    style = theme.styles[name]
    type_ = face(style, theme)
    lines = max(line_count(text, type_, width) for text, width in zip(texts, widths, strict=True))
    return lines * style.line + 2 * CELL_MARGIN + theme.table.border


def _fill(boxes: Sequence[_Box], room: int) -> tuple[dict[int, int], int]:
    """Put boxes on pages of a height; gives the page that each block begins on, and the number of pages."""
    pages: dict[int, int] = {}
    page, used = 1, 0
    for at, box in enumerate(boxes):
        before = box.before
        if used and (box.new_page or not _fits(boxes, at, room - used)):
            page, used = page + 1, box.head
            # Word drops the space above a paragraph that a full page has pushed to the next one.
            before = box.before if box.new_page else 0
        pages.setdefault(box.block, page)
        used += before
        here = min(box.lines, max((room - used) // box.pitch, 1))
        if here == box.lines or box.whole:
            height = box.lines * box.pitch
            if height > room:
                # A row higher than a page runs on over as many as it needs.
                page, used, height = page + height // room, 0, height % room
            used += height + box.after
            continue
        # A single line is left neither at the foot of a page nor at the head of the next.
        here = min(here, box.lines - 2)
        full, rest = divmod(box.lines - here, room // box.pitch)
        page += full + bool(rest)
        used = (rest or room // box.pitch) * box.pitch + box.after
    return pages, page


def _fits(boxes: Sequence[_Box], at: int, room: int) -> bool:
    """Whether a box can begin in `room`, together with the beginning of what it is kept with."""
    while boxes[at].kept and at + 1 < len(boxes) and room >= 0:
        room -= boxes[at].before + boxes[at].lines * boxes[at].pitch + boxes[at].after
        at += 1
    last = boxes[at]
    least = last.lines if last.whole or last.lines <= 3 else 2
    return last.before + least * last.pitch <= room

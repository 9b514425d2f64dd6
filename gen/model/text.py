"""What a document says: its blocks as plain text, and every inline of a block in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Cover,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inlines,
    Item,
    Paragraph,
    Sheet,
    Signature,
    Table,
    Title,
    gap,
)
from gen.model.theme import NumberingScheme


def plain(inlines: Iterable[Inline]) -> str:
    """The characters of a row of inlines."""
    return "".join(inline.text for inline in inlines)


def lines(document: Document) -> Iterator[str]:
    """The document as plain text: a line for each paragraph, heading, list item, table cell, in reading order.

    The text of a footnote is a line of its own behind the block that it belongs to. Both writers must print exactly
    these, each in one paragraph of its own; tests hold them to it. Contents, page headers and footers, page numbers,
    footnote marks and what stands inside pictures are not part of it.
    """
    for block in document.blocks:
        yield from _block_lines(document.scheme, block)
        yield from (plain(note.inlines) for note in footnotes_of(block))


def _block_lines(scheme: NumberingScheme, block: Block) -> Iterator[str]:
    match block:
        case Cover():
            yield from ([block.copy] if block.copy else [])
            yield from (plain(block.overline), block.title)
            yield from (f"{label}：{plain(value)}" for label, value in block.rows)
            if block.date:
                yield block.date
        case Heading() | Paragraph():
            yield block.number + gap(scheme, block) + plain(block.inlines)
        case Title():
            yield plain(block.inlines)
        case Item():
            yield block.marker + gap(scheme, block) + plain(block.inlines)
        case Table():
            yield from _table_lines(block)
        case Figure():
            yield f"{block.number}　{plain(block.caption)}"
        case Signature():
            for party in block.parties:
                yield plain(party.title)
                yield from (f"{label}：{plain(value)}" for label, value in party.lines)
        case Contents() | BodyStart() | Sheet():
            pass


def _table_lines(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"{table.number}　{plain(table.caption)}"
    yield from map(plain, heads(table))
    hidden = covered(table)
    yield from (
        plain(cell)
        for number, row in enumerate(table.rows)
        for at, cell in enumerate(row)
        if (number, at) not in hidden
    )


def heads(table: Table) -> Iterator[Inlines]:
    """The heads of a table, row by row: a column that no group has a head over stands in the upper row.

    A form has none beside its rows.
    """
    if table.ruling:
        return
    lower: list[Inlines] = []
    columns = iter(table.columns)
    for group in table.groups:
        members = [next(columns).head for _ in range(group.columns)]
        if group.head:
            yield group.head
            lower += members
        else:
            yield from members
    yield from lower
    yield from (column.head for column in columns)


def covered(table: Table) -> frozenset[tuple[int, int]]:
    """Row and column of every cell that a merge has taken in; they print nothing."""
    return frozenset(
        (row, column)
        for merge in table.merges
        for row in range(merge.row, merge.row + merge.down)
        for column in range(merge.column, merge.column + merge.across)
        if (row, column) != (merge.row, merge.column)
    )


def footnotes_of(block: Block) -> Iterator[Footnote]:
    """The footnotes of a block, in reading order."""
    return (inline for inline in _inlines(block) if isinstance(inline, Footnote))


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block, in reading order; those of a footnote stand behind it."""
    for inline in _inlines(block):
        yield inline
        if isinstance(inline, Footnote):
            yield from inline.inlines


def _inlines(block: Block) -> Iterator[Inline]:
    match block:
        case Heading() | Paragraph() | Item() | Title():
            yield from block.inlines
        case Table():
            yield from block.caption
            for head in heads(block):
                yield from head
            for row in block.rows:
                for cell in row:
                    yield from cell
        case Figure():
            yield from block.caption
        case Cover():
            yield from block.overline
            for _, value in block.rows:
                yield from value
        case Signature():
            for party in block.parties:
                yield from party.title
                for _, value in party.lines:
                    yield from value
        case Contents() | BodyStart() | Sheet():
            pass

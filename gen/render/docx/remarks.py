"""Remarks for whoever reviews a document, as Word's comments on exactly the words concerned.

The ends of a remark are put among the inlines of a text before the document is laid out, so that every kind of block
carries them in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gen.model.blocks import Block, Cover, Document, Figure, Heading, Inlines, Item, Paragraph, Signature, Table, Title
from gen.model.edition import Remark
from gen.model.text import covered
from gen.render.docx.markup import NAMESPACES, escape, run

REFERENCE, TEXT = "CommentReference", "CommentText"

COMMENT_STYLES = (
    f'<w:style w:type="character" w:styleId="{REFERENCE}"><w:name w:val="annotation reference"/>'
    '<w:uiPriority w:val="99"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="{TEXT}"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>'
    '<w:uiPriority w:val="99"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>'
)
"""The styles of comments, which only a copy with remarks needs."""


@dataclass(frozen=True, slots=True)
class Marker:
    """An end of a remark among the inlines of a text: nothing to read."""

    xml: str
    text: str = ""
    strong: bool = False


def with_remarks(document: Document, remarks: Iterable[Remark]) -> tuple[Document, tuple[Remark, ...]]:
    """The document with the ends of remarks in its texts, and the remarks in the order of their places.

    Raises ValueError for a remark on a place that the document does not have.
    """
    placed = sorted(remarks, key=lambda remark: (remark.block, remark.cell or _ABOVE, remark.first, remark.last))
    blocks = list(document.blocks)
    texts: dict[tuple[int, tuple[int, int] | None], list[tuple[int, Remark]]] = {}
    for number, remark in enumerate(placed):
        texts.setdefault((remark.block, remark.cell), []).append((number, remark))
    for (at, cell), here in texts.items():
        if not 0 <= at < len(blocks):
            raise ValueError(f"the document has no block {at}")
        blocks[at] = _changed(blocks[at], cell, here)
    return replace(document, blocks=tuple(blocks)), tuple(placed)


_ABOVE = (-10, 0)
"""The caption of a table stands above its head."""


def comments_xml(remarks: Sequence[Remark], date: str) -> str:
    """The comments part; the date of the document is the only one that goes into it."""
    comments = "".join(_comment(number, remark, date) for number, remark in enumerate(remarks))
    return f"<w:comments {NAMESPACES}>{comments}</w:comments>"


def _comment(number: int, remark: Remark, date: str) -> str:
    initials = "".join(word[0] for word in remark.author.split())
    mark = f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr><w:annotationRef/></w:r>'
    texts = remark.paragraphs or ("",)
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{TEXT}"/></w:pPr>{"" if at else mark}{run(text)}</w:p>'
        for at, text in enumerate(texts)
    )
    return (
        f'<w:comment w:id="{number}" w:author="{escape(remark.author)}" w:date="{escape(date)}T00:00:00Z" '
        f'w:initials="{escape(initials)}">{paragraphs}</w:comment>'
    )


def _changed(block: Block, cell: tuple[int, int] | None, remarks: Sequence[tuple[int, Remark]]) -> Block:
    """A block with the ends of remarks in one of its texts."""
    match block:
        case Table() if cell is not None:
            return _in_table(block, *cell, remarks)
        case Table() | Figure():
            return replace(block, caption=_marked(block.caption, remarks))
        case Paragraph() | Heading() | Item() | Title():
            return replace(block, inlines=_marked(block.inlines, remarks))
        case Cover():
            return replace(block, overline=_marked(block.overline, remarks))
        case Signature(parties=(party, *others)):
            return replace(block, parties=(replace(party, title=_marked(party.title, remarks)), *others))
    raise ValueError(f"{type(block).__name__} has no text")


def _in_table(table: Table, row: int, column: int, remarks: Sequence[tuple[int, Remark]]) -> Table:
    if not (-2 <= row < len(table.rows) and 0 <= column < len(table.columns)) or (row == -2 and not table.groups):
        raise ValueError(f"the table has no cell in row {row}, column {column}")
    if (row, column) in covered(table):
        raise ValueError(f"the cell in row {row}, column {column} is part of another")
    if row >= 0:
        cells = _put(table.rows[row], column, _marked(table.rows[row][column], remarks))
        return replace(table, rows=_put(table.rows, row, cells))
    if row == -1:
        head = table.columns[column]
        return replace(table, columns=_put(table.columns, column, replace(head, head=_marked(head.head, remarks))))
    ends = [sum(group.columns for group in table.groups[: at + 1]) for at in range(len(table.groups))]
    at = next(at for at, end in enumerate(ends) if column < end)
    group = table.groups[at]
    return replace(table, groups=_put(table.groups, at, replace(group, head=_marked(group.head, remarks))))


def _put(row: Sequence[Any], at: int, changed: Any) -> tuple[Any, ...]:
    return (*row[:at], changed, *row[at + 1 :])


def _marked(inlines: Inlines, remarks: Sequence[tuple[int, Remark]]) -> Inlines:
    """A text with the ends of remarks in it; those on a text that is empty stand there all the same."""
    marked: list[Any] = []
    length = max(len(inlines), 1)
    for _, remark in remarks:
        if not 0 <= remark.first <= remark.last < length:
            raise ValueError(f"the text has no inlines {remark.first} to {remark.last}")
    for at in range(length):
        marked += [Marker(_start(number)) for number, remark in remarks if remark.first == at]
        marked += inlines[at : at + 1]
        marked += [Marker(_end(number)) for number, remark in remarks if remark.last == at]
    return tuple(marked)


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    look = f'<w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr>'
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{look}<w:commentReference w:id="{number}"/></w:r>'

"""Every text of a document and the place that it comes from, whether it is printed or only travels with the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.model.blocks import (
    Block,
    Cover,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
    Value,
)
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.setting import Setting
from gen.model.text import footnotes_of
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Printed:
    """One text: its inlines, and the place in a file that has it printed."""

    inlines: Inlines
    span: Span

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(inline.text for inline in self.inlines)

    def setting_at(self, start: int, end: int) -> Setting | None:
        """The setting of the first value that the characters from `start` to `end` share; none where all is wording."""
        at = 0
        for inline in self.inlines:
            after = at + len(inline.text)
            if isinstance(inline, Value) and at < end and start < after:
                return inline.setting
            at = after
        return None


def printed(document: Document, outline: Span) -> Iterator[Printed]:
    """Every text of a document whose charts are drawn.

    `outline` stands for what has no place of its own: cover, header, properties.
    """
    for text in dict.fromkeys((document.title, document.header, document.subject, document.author)):
        yield Printed((Text(text),), outline)
    for block in document.blocks:
        span = outline if isinstance(block, Cover) or not hasattr(block, "mark") else block.mark.span
        for inlines in _texts(block):
            if inlines:
                yield Printed(inlines, span)
        yield from (Printed(note.inlines, span) for note in footnotes_of(block))


def _texts(block: Block) -> Iterator[Inlines]:
    match block:
        case Cover():
            yield block.overline
            yield from ((Text(label + "："), *value) for label, value in block.rows)
            yield (Text(block.date),)
        case Heading(number=number) | Paragraph(number=number) | Item(marker=number):
            yield (Text(number), *block.inlines)
        case Title():
            yield block.inlines
        case Table():
            yield (Text(block.number), *block.caption)
            yield from (group.head for group in block.groups)
            yield from (column.head for column in block.columns)
            yield from (cell for row in block.rows for cell in row)
        case Figure():
            yield (Text(block.number), *block.caption)
            if isinstance(block.picture, Drawing):
                yield from ((Text(label),) for label in block.picture.labels)
            if isinstance(block.picture, Drawing | Image):
                yield (Text(block.picture.alt),)
        case Signature():
            for party in block.parties:
                yield party.title
                yield from ((Text(label + "："), *value) for label, value in party.lines)
        case _:
            pass

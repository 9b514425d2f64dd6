"""What a bid prints, paragraph by paragraph, with the place in a file that each part of it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gen.model.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    Inlines,
    Item,
    Mark,
    Paragraph,
    Signature,
    Table,
    Title,
    Value,
)
from gen.model.text import footnotes_of, plain
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, list item or table cell of a document."""

    text: str
    inlines: Inlines
    mark: Mark

    def place(self, start: int, end: int) -> Span:
        """Where a part of it comes from: the value that it prints, or the words of its clause."""
        position = 0
        for inline in self.inlines:
            position += len(inline.text)
            if start < position:
                return inline.setting.span if isinstance(inline, Value) else self._words(self.text[start:end])
        return self.mark.span

    def _words(self, text: str) -> Span:
        span = self.mark.span
        for line in range(span.line, span.end_line + 1):
            column = span.source.lines[line - 1].find(text) + 1 if line <= len(span.source.lines) else 0
            if column:
                return Span(span.source, line, column, line, column + len(text))
        return span


def passages(documents: Iterable[Document]) -> Iterator[Passage]:
    """Every passage of the documents, in reading order; one that several documents print comes once."""
    seen: set[tuple[str, str | None]] = set()
    for document in documents:
        for block in document.blocks:
            for inlines, mark in _texts(block):
                text = plain(inlines)
                if text and (text, mark.clause) not in seen:
                    seen.add((text, mark.clause))
                    yield Passage(text, inlines, mark)


def signed_by_both(document: Document) -> Span | None:
    """Where two parties sign; a document that one of them signs is a promise, not a contract."""
    blocks = (block for block in document.blocks if isinstance(block, Signature) and len(block.parties) > 1)
    return next((block.mark.span for block in blocks), None)


def _texts(block: Block) -> Iterator[tuple[Inlines, Mark]]:
    match block:
        case Heading() | Paragraph() | Item() | Title():
            yield block.inlines, block.mark
        case Figure():
            yield block.caption, block.mark
        case Table():
            yield block.caption, block.mark
            for row in block.rows:
                for cell in row:
                    yield cell, block.mark
        case _:
            return
    yield from ((note.inlines, block.mark) for note in footnotes_of(block))

"""Characters that cannot be printed: none of the fonts that travel with bidgen has them."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from gen.model.blocks import Block, BodyStart, Contents, Cover, Document, Figure, Mark, Sheet, Value
from gen.model.drawing import Drawing
from gen.model.text import inlines_of, lines
from gen.model.theme import Theme
from gen.render.pdf.faces import FACES


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character without a glyph, and where it stands."""

    character: str
    mark: Mark | None
    """Of the block; none on the cover, in the contents' title or in the page header, unless a setting put it there."""


def missing_glyphs(document: Document, theme: Theme) -> tuple[MissingGlyph, ...]:
    """Every character of a document that the PDF would show as an empty box, once for each block it stands in."""
    texts = (*lines(document), _rest(document, theme), *(_labels(block) for block in document.blocks))
    lacking = _uncovered({*"".join(texts)})
    if not lacking:
        return ()
    places = (
        MissingGlyph(character, mark)
        for text, mark in _texts(document, theme)
        for character in text
        if character in lacking
    )
    return tuple(dict.fromkeys(places))


def _uncovered(characters: Iterable[str]) -> set[str]:
    """Which of these characters need a glyph and have none; only the fonts that are needed for the answer are read."""
    left = {character for character in characters if not _is_invisible(character)}
    for face in FACES:
        if left:
            left -= {character for character in left if ord(character) in code_points(face.path)}
    return left


def _is_invisible(character: str) -> bool:
    """Whether a character has no look of its own: a join or break hint, or the choice of a variant of the last one."""
    return unicodedata.category(character) == "Cf" or character in _VARIANTS


_VARIANTS = {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}


def _texts(document: Document, theme: Theme) -> Iterator[tuple[str, Mark | None]]:
    """Every text of a document and where it comes from."""
    for block in document.blocks:
        mark = None if isinstance(block, Cover | Contents | BodyStart | Sheet) else block.mark
        if isinstance(block, Cover):
            values = (inline for inline in inlines_of(block) if isinstance(inline, Value))
            yield from ((value.text, Mark(None, value.setting.span)) for value in values)
        yield "".join(_block_lines(document, block)) + _labels(block), mark
    yield _rest(document, theme), None


def _block_lines(document: Document, block: Block) -> Iterator[str]:
    """The lines of one block alone, with its number, marker, labels and cells."""
    return lines(replace(document, blocks=(block,)))


def _labels(block: Block) -> str:
    """What is written inside a drawn figure."""
    return "".join(block.picture.labels) if isinstance(block, Figure) and isinstance(block.picture, Drawing) else ""


def _rest(document: Document, theme: Theme) -> str:
    """What the pages show besides the lines of the blocks."""
    titles = (block.title for block in document.blocks if isinstance(block, Contents))
    running = (
        "".join((said.left, said.center, said.right)) for said in (theme.header, theme.footer, theme.contents_footer)
    )
    return "".join((document.header, *titles, *running))


@cache
def code_points(font: Path) -> frozenset[int]:
    """The code points that a font file has glyphs for.

    Reads the one table of the file that says so (fontTools takes 200 ms for it, this 2 ms): the segments of its
    format 4 subtable, whose codes all have glyphs in the files that fontTools writes.
    """
    with font.open("rb") as file:
        (tables,) = struct.unpack(">4xH6x", file.read(12))
        directory = (struct.unpack(">4s4xII", file.read(16)) for _ in range(tables))
        start, length = next((offset, length) for tag, offset, length in directory if tag == b"cmap")
        file.seek(start)
        table = file.read(length)
    (subtables,) = struct.unpack_from(">2xH", table)
    records = (struct.unpack_from(">HHI", table, 4 + 8 * row) for row in range(subtables))
    at = next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    (segments,) = struct.unpack_from(">6xH", table, at)
    count = segments // 2
    last = struct.unpack_from(f">{count}H", table, at + 14)
    first = struct.unpack_from(f">{count}H", table, at + 16 + segments)
    codes = (code for low, high in zip(first, last, strict=True) for code in range(low, high + 1))
    return frozenset(codes) - {0xFFFF}

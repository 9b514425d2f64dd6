"""Where the documents of a bid say a promise: section and page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen.editions import FINAL, skin_of
from gen.examine import Examined
from gen.figure import illustrated
from gen.model.blocks import Document, Heading, Mark, Paragraph, Value, gap
from gen.model.fact import Fact
from gen.model.text import inlines_of, plain
from gen.obligations.record import Printed


@dataclass(frozen=True, slots=True)
class Place:
    """A block of a document that belongs to a clause or prints a value."""

    printed: Printed
    clause: str | None
    values: frozenset[str]
    """The paths of the values in it."""


def places(examined: Examined) -> tuple[tuple[Place, ...], ...]:
    """The places of each document, in its order."""
    return tuple(tuple(_places(document, examined)) for document in examined.documents)


def printed(fact: Fact, listed: Sequence[Sequence[Place]]) -> tuple[Printed, ...]:
    """Where each document says a promise: its value in its own clause, else its value, else its clause."""
    path = fact.setting.path if fact.setting else ""
    found = []
    for document in listed:
        own = [place for place in document if place.clause == fact.clause]
        ways = (
            (place for place in own if path and path in place.values),
            (place for place in document if path and path in place.values),
            iter(own),
        )
        best = next((place for way in ways for place in way), None)
        if best:
            found.append(best.printed)
    return tuple(found)


def _places(document: Document, examined: Examined) -> Iterator[Place]:
    number = title = ""
    for block, page in zip(document.blocks, _pages(document, examined), strict=True):
        mark = getattr(block, "mark", None)
        if isinstance(block, Heading):
            number, title = block.number + gap(document.scheme, block), plain(block.inlines)
        if not isinstance(mark, Mark):
            continue
        own = block.number if isinstance(block, Paragraph) and block.number else ""
        section = number + title + ("" if own.startswith("（") else " ") + own
        values = frozenset(inline.setting.path for inline in inlines_of(block) if isinstance(inline, Value))
        yield Place(Printed(document.kind, document.title, section.strip(), page), mark.clause, values)


def _pages(document: Document, examined: Examined) -> Sequence[int]:
    """The page that each block begins on, as the Word writer reckons it, in the skin that the documents are made in."""
    from gen.render.docx.dressing import dressed_theme
    from gen.render.docx.pages import lay_out
    from gen.render.docx.skin import read_skin

    package = examined.package
    theme = package.library.themes[package.bid.theme_of(document.kind)]
    file = skin_of(document, examined, FINAL)
    skin = read_skin(file.content, theme, file.path)[0] if file else None
    theme = dressed_theme(theme, skin) if skin else theme
    return lay_out(illustrated(document, theme), theme).pages

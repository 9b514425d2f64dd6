"""The HTML writer: one document as a page of its own that a browser shows and WeasyPrint prints.

It lays out and nothing else: numbers, references and values are settled in the block stream. A value carries the
path of its setting in `data-setting`, a block the id of its clause in `data-clause`, so that a reader or a machine
can trace every printed number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import count

from gen.figure import illustrated
from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Item,
    Mark,
    Paragraph,
    Sheet,
    Signature,
    Table,
    Title,
    gap,
    style_name,
)
from gen.model.edition import FINAL, Edition
from gen.model.paper import Paper, paper
from gen.model.text import footnotes_of, plain
from gen.model.theme import Theme
from gen.render.html.cover import cover_element
from gen.render.html.figure import figure_element
from gen.render.html.inline import inlines_html, link, text_html
from gen.render.html.pages import FURTHER, OPENING
from gen.render.html.running import END
from gen.render.html.signature import signature_element
from gen.render.html.style import style_sheet
from gen.render.html.table import table_element
from gen.render.keeping import kept_with_next

Body = Title | Heading | Paragraph | Item | Table | Figure | Signature
"""The blocks that are laid out in the body."""


def write_html(document: Document, theme: Theme, edition: Edition = FINAL) -> str:
    """The document as one HTML page with its style sheet inside; nothing of it is loaded from elsewhere.

    Every line of `gen.model.text.lines` stands in one element of its own, whose class is the name of its style.
    """
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            *_head(document, theme, edition),
            "<body>",
            *_elements(document, theme),
            "</body>",
            "</html>",
            "",
        )
    )


def _head(document: Document, theme: Theme, edition: Edition) -> Iterator[str]:
    yield '<head>\n<meta charset="utf-8"/>'
    yield f"<title>{text_html(document.title)}</title>"
    properties = {"description": document.subject, "dcterms.created": document.date, "dcterms.modified": document.date}
    if document.author:  # a blind copy has none, and nothing else that could tell one bidder's file from another's
        properties |= {
            "author": document.author,
            "keywords": document.kind,
            "generator": "bidgen",
            "source-hash": document.source_hash,
            "revision": edition.revision,
            "bid": edition.bid,
        }
    yield from (f'<meta name="{name}" content="{escape(value)}"/>' for name, value in properties.items() if value)
    yield f"<style>\n{style_sheet(theme, document, edition)}\n</style>\n</head>"


def _elements(document: Document, theme: Theme) -> Iterator[str]:
    """Every block as one element. The body opens where `BodyStart` says so, with a section for each kind of sheet."""
    document = _named_apart(illustrated(document, theme))
    body = theme.styles["body"]
    measure = paper(theme.page).text_width // (body.size + body.spacing)
    kept = kept_with_next(document.blocks, lambda at: _lines(document.blocks[at], measure))
    here, across, turned = "", False, True
    for at, block in enumerate(document.blocks):
        match block:
            case Cover():
                yield cover_element(block, theme)
            case Contents():
                yield _contents(block, document)
            case BodyStart():
                yield "<main>"
            case Sheet():
                across = block.landscape
                turned = True
            case _:
                # A section only where something stands in it: no change of sheets leaves an empty page.
                if turned:
                    yield "</section>" * bool(here)
                    here = (FURTHER if here else OPENING)[across]
                    yield f'<section class="{here}">'
                    turned = False
                yield _element(block, document, theme, paper(theme.page, landscape=across), kept=at in kept)
    yield f'<div id="{END}"></div>' + "</section>" * bool(here) + "\n</main>"


def _named_apart(document: Document) -> Document:
    """The document with every anchor once: links lead to the first block of a name, the contents to each heading."""
    taken: set[str] = set()
    blocks: list[Block] = []
    for block in document.blocks:
        named = block
        if isinstance(block, Heading | Paragraph | Table | Figure) and block.anchor:
            if block.anchor in taken:
                free = (f"{block.anchor}--{number}" for number in count(2))
                other = next(name for name in free if name not in taken) if isinstance(block, Heading) else ""
                named = replace(block, anchor=other)
            taken.add(named.anchor or "")  # type: ignore[union-attr]
        blocks.append(named)
    return replace(document, blocks=tuple(blocks))


def _element(
    block: Body,
    document: Document,
    theme: Theme,
    sheet: Paper,
    *,
    kept: bool,
) -> str:
    """One block of the body as one element; `kept` holds a paragraph or an item on the page of the next block."""
    match block:
        case Title():
            return _line("p", block, document)
        case Heading():
            number = text_html(block.number + gap(document.scheme, block))
            return _line(f"h{1 if block.annex else block.level}", block, document, number)
        case Paragraph():
            return _line("p", block, document, text_html(block.number + gap(document.scheme, block)), kept=kept)
        case Item():
            marker = text_html(block.marker)
            shown = marker if block.ordered else f'<span class="bullet">{marker}</span>'
            return _line("p", block, document, shown + gap(document.scheme, block), kept=kept)
        case Table():
            return table_element(block, theme, sheet, _id(block.anchor) + _origin(block.mark))
        case Figure():
            return figure_element(block, theme, sheet, _id(block.anchor) + _origin(block.mark))
        case Signature():
            return signature_element(block, theme, sheet, _origin(block.mark))


def _lines(block: Block, measure: int) -> int:
    """About how many lines a block of text takes, `measure` full-width characters each."""
    return 1 + len(plain(block.inlines)) // measure if isinstance(block, Paragraph | Item) else 0


def _line(
    tag: str, block: Heading | Title | Paragraph | Item, document: Document, number: str = "", *, kept: bool = False
) -> str:
    """A block that is one line of the document: its number, which is HTML, and its text."""
    anchor = block.anchor if isinstance(block, Heading | Paragraph) else None
    classes = " ".join(_classes(block, document)) + " kept" * kept
    text = number + inlines_html(block.inlines)
    # Bookmarks and running headers would show the mark of a footnote.
    label = ""
    if isinstance(block, Heading) and any(footnotes_of(block)):
        label = f' data-label="{escape(block.number + gap(document.scheme, block) + plain(block.inlines))}"'
    return f'<{tag} class="{classes}"{_id(anchor)}{_origin(block.mark)}{label}>{text}</{tag}>'


def _classes(block: Heading | Title | Paragraph | Item, document: Document) -> Iterator[str]:
    """The style of a block, and its level where that says how far it is indented."""
    yield style_name(document.scheme, block)
    if isinstance(block, Paragraph) and block.number:
        yield f"{'inside' if block.inside_annex else 'level'}{block.level}"
    elif isinstance(block, Item):
        yield f"depth{min(block.depth, len(document.scheme.items))}"


def _contents(contents: Contents, document: Document) -> str:
    entries = (
        f'<p class="contents{1 if heading.annex else min(heading.level, 3)}"><a href="{link(heading.anchor)}">'
        f"{text_html(heading.number + gap(document.scheme, heading) + plain(heading.inlines))}</a></p>"
        for heading in document.blocks
        if isinstance(heading, Heading) and heading.listed and (heading.annex or heading.level <= contents.levels)
    )
    title = f'<p class="contents_title">{text_html(contents.title)}</p>'
    return "\n".join(('<nav class="contents">', title, *entries, "</nav>"))


def _id(anchor: str | None) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _origin(mark: Mark) -> str:
    return f' data-clause="{escape(mark.clause)}"' if mark.clause else ""

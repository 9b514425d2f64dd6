"""The HTML writer: one document as a page of its own that a browser shows and WeasyPrint prints.

It lays out and nothing else: numbers, references and values are settled in the block stream. A value carries the
path of its setting in `data-setting`, a block the id of its clause in `data-clause`, so that a reader or a machine
can trace every printed number.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Cover,
    Document,
    Heading,
    Item,
    Mark,
    Paragraph,
    Signatory,
    Signature,
    Table,
    Title,
    gap,
    plain,
    style_name,
)
from gen.model.theme import Theme
from gen.render.html.cover import cover_element
from gen.render.html.inline import inlines_html, link, text_html
from gen.render.html.keeping import kept_with_next
from gen.render.html.style import END, characters_a_line, style_sheet
from gen.render.html.table import table_element


def write_html(document: Document, theme: Theme) -> str:
    """The document as one HTML page with its style sheet inside; nothing of it is loaded from elsewhere.

    Every line of `gen.model.blocks.lines` stands in one element of its own, whose class is the name of its style.
    """
    kept = kept_with_next(document.blocks, characters_a_line(theme))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            *_head(document, theme),
            "<body>",
            *(_element(block, document, theme, kept=at in kept) for at, block in enumerate(document.blocks)),
            f'<div id="{END}"></div>',
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _head(document: Document, theme: Theme) -> Iterator[str]:
    yield '<head>\n<meta charset="utf-8">'
    yield f"<title>{text_html(document.title)}</title>"
    properties = {
        "author": document.author,
        "description": document.subject,
        "keywords": document.kind,
        "generator": "bidgen",
        "dcterms.created": document.date,
        "dcterms.modified": document.date,
        "source-hash": document.source_hash,
    }
    # An empty author (a blind copy) leaves no property at all.
    yield from (f'<meta name="{name}" content="{escape(value)}">' for name, value in properties.items() if value)
    yield f"<style>\n{style_sheet(theme, document.scheme, document.header)}\n</style>\n</head>"


def _element(block: Block, document: Document, theme: Theme, *, kept: bool) -> str:
    """One block as one element; the body opens where `BodyStart` says so.

    `kept` holds a paragraph or an item on the page of the next block.
    """
    match block:
        case Cover():
            return cover_element(block, theme)
        case Contents():
            return _contents(block, document)
        case BodyStart():
            return "<main>"
        case Title():
            return _line("p", block, document)
        case Heading():
            number = block.number + gap(document.scheme, block)
            return _line(f"h{1 if block.annex else min(block.level, 3)}", block, document, number)
        case Paragraph():
            return _line("p", block, document, block.number + gap(document.scheme, block), kept=kept)
        case Item():
            return _line("p", block, document, block.marker + gap(document.scheme, block), kept=kept)
        case Table():
            return table_element(block, theme, _id(block.anchor) + _origin(block.mark))
        case Signature():
            name = "parties" if len(block.parties) > 1 else "parties alone"
            parties = "\n".join(_party(party) for party in block.parties)
            return f'<div class="{name}"{_origin(block.mark)}>\n{parties}\n</div>'


def _line(
    tag: str, block: Heading | Title | Paragraph | Item, document: Document, number: str = "", *, kept: bool = False
) -> str:
    """A block that is one line of the document: its number and its text."""
    anchor = block.anchor if isinstance(block, Heading | Paragraph) else None
    classes = " ".join(_classes(block, document)) + " kept" * kept
    text = text_html(number) + inlines_html(block.inlines)
    return f'<{tag} class="{classes}"{_id(anchor)}{_origin(block.mark)}>{text}</{tag}>'


def _classes(block: Heading | Title | Paragraph | Item, document: Document) -> Iterator[str]:
    """The style of a block, and its level where that says how far it is indented."""
    yield style_name(document.scheme, block)
    if isinstance(block, Paragraph) and block.number:
        yield f"level{block.level}"
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


def _party(party: Signatory) -> str:
    lines = (f'<p class="signature">{text_html(label)}：{inlines_html(value)}</p>' for label, value in party.lines)
    return "\n".join(('<div class="party">', f'<p class="signature">{inlines_html(party.title)}</p>', *lines, "</div>"))


def _id(anchor: str | None) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _origin(mark: Mark) -> str:
    return f' data-clause="{escape(mark.clause)}"' if mark.clause else ""

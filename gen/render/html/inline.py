"""Inlines as HTML: characters escaped, values traceable, references as links, footnotes where their mark stands."""

from __future__ import annotations

from html import escape
from math import inf
from urllib.parse import quote

from gen.model.blocks import Blank, Footnote, Inline, Inlines, PageReference, Reference, Text, Value


def inlines_html(inlines: Inlines, widest: float = inf) -> str:
    """A row of inlines; the text of what comes out is `gen.model.text.plain` of it and that of its footnotes.

    No blank is drawn wider than so many characters.
    """
    drawn = ((inline.strong, _inline(inline, widest)) for inline in inlines)
    return "".join(f"<strong>{html}</strong>" if strong else html for strong, html in drawn)


def text_html(text: str) -> str:
    """Characters as they stand between tags."""
    return escape(text, quote=False)


def link(anchor: str) -> str:
    """The address of a place in the same document, as the value of an `href`."""
    return escape("#" + quote(anchor))


def _inline(inline: Inline, widest: float) -> str:
    match inline:
        case Text():
            return text_html(inline.text)
        case Value():
            return f'<span data-setting="{escape(inline.setting.path)}">{text_html(inline.text)}</span>'
        case Reference(document=None):
            return f'<a href="{link(inline.anchor)}">{text_html(inline.text)}</a>'
        case Reference():
            # The other document is another file, and where a reader keeps it nobody knows.
            return text_html(inline.text)
        case PageReference():
            # The number is put in where there are pages.
            return f'<a class="page" href="{link(inline.anchor)}"></a>'
        case Blank():
            return f'<u class="blank" style="width: {min(inline.width, widest):g}em">{inline.text}</u>'
        case Footnote():
            # The mark is the style sheet's, so that it is no part of the sentence.
            return f'<span class="footnote" data-number="{inline.number}">{inlines_html(inline.inlines)}</span>'

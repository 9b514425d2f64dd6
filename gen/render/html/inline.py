"""Inlines as HTML: characters escaped, values traceable, references as links."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from gen.model.blocks import Blank, Inline, Inlines, Reference, Text, Value


def inlines_html(inlines: Inlines) -> str:
    """A row of inlines; the text of what comes out is `gen.model.blocks.plain` of it."""
    return "".join(f"<strong>{_inline(inline)}</strong>" if inline.strong else _inline(inline) for inline in inlines)


def text_html(text: str) -> str:
    """Characters as they stand between tags."""
    return escape(text, quote=False)


def link(anchor: str) -> str:
    """The address of a place in the same document, as the value of an `href`."""
    return escape("#" + quote(anchor))


def _inline(inline: Inline) -> str:
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
        case Blank():
            return f'<u class="blank" style="width: {inline.width}em">{inline.text}</u>'

"""Build the documents of one bid: lay out every document in every format, then put all files in place at once.

Comes in: an examined bid without errors. Goes out: the files' bytes and findings; `publish` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gen.examine import Examined
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.blocks import Document
from gen.model.theme import Theme
from gen.render.docx import write_docx
from gen.render.html import write_html
from gen.stage_rules import b502_missing_glyph

FORMATS = ("docx", "pdf", "html")
"""What documents can be built as."""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a build, by name, and the document that each holds."""

    files: dict[str, bytes]
    documents: dict[str, Document]


def build(
    examined: Examined, formats: Sequence[str], progress: Callable[[str], None] = lambda _name: None
) -> tuple[Built, tuple[Finding, ...]]:
    """Lay out all documents of a bid; `progress` is told the name of each file before it is made."""
    theme = examined.package.library.themes[examined.package.bid.theme]
    built = Built({}, {})
    findings: list[Finding] = []
    for document in examined.documents:
        for form in formats:
            name = f"{document.title}.{form}"
            progress(name)
            content, more = _lay_out(document, theme, form, str(examined.package.bid.id))
            findings += more
            if content is not None:
                built.files[name] = content
                built.documents[name] = document
    return built, tuple(findings)


def _lay_out(document: Document, theme: Theme, form: str, bid: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    if form == "docx":
        return write_docx(document, theme), ()
    html = write_html(document, theme)
    if form == "html":
        return html.encode(), ()
    from gen.render.pdf import write_pdf
    from gen.render.pdf.glyphs import missing_glyphs

    missing = tuple(
        found(
            b502_missing_glyph.RULE,
            M("no font for PDF has the character {character} (U+{code}) in {document}",
              character=glyph.character, code=f"{ord(glyph.character):04X}", document=document.title),
            *([Label(glyph.mark.span, M("in this text"))] if glyph.mark else []),
            helps=[M("write it another way, or build Word only: --to docx")],
            key=(document.kind, glyph.character),
            bid=bid,
        )
        for glyph in missing_glyphs(document)
    )  # fmt: skip
    return (None, missing) if missing else (write_pdf(html, document), ())

"""The Word writer: one document as a .docx file that people go on editing in Word or WPS.

It lays out and nothing else: numbers, references and values are settled in the block stream. The numbers are made
again by Word's own lists and fields, so that they stay right when somebody adds a clause.
"""

from __future__ import annotations

from dataclasses import replace

from gen.model.blocks import Document
from gen.model.edition import FINAL, Edition
from gen.model.theme import Theme
from gen.render.collector import collector_off


def write_docx(document: Document, theme: Theme, edition: Edition = FINAL) -> bytes:
    """The document as a Word file; the same document, theme and edition give the same bytes.

    Raises ValueError if a text has a character that XML does not allow, or if a remark is on a place that the document
    does not have.
    """
    with collector_off():
        return _write(document, theme, edition)


def _write(document: Document, theme: Theme, edition: Edition) -> bytes:
    # Nobody who only wants to check pays for python-docx.
    from gen.figure import illustrated
    from gen.render.docx import dressing, footnotes, package
    from gen.render.docx.anchors import targets
    from gen.render.docx.body import Settled, document_xml
    from gen.render.docx.numbering import number_blocks
    from gen.render.docx.pages import lay_out
    from gen.render.docx.pen import Pen
    from gen.render.docx.pictures import picture_parts
    from gen.render.docx.remarks import with_remarks
    from gen.render.docx.running import mirrored, running_parts

    skin = edition.skin
    theme = dressing.dressed_theme(theme, skin) if skin else theme
    document, remarks = with_remarks(illustrated(document, theme), edition.remarks)
    layout = lay_out(document, theme)
    numbering = number_blocks(document, theme)
    shell = package.begin(document, theme, edition, skin)
    shell.add("numbering", "/word/numbering.xml", numbering.xml)
    footer_given = skin is not None and any(kind == "footer" for kind, _ in skin.running)
    running = running_parts(document, theme, layout.total, shell.add, footer_given=footer_given)
    if skin:
        running = dressing.dressed_references(running, theme, skin)
    if mirrored(theme):
        shell.configure("<w:evenAndOddHeaders/>")
    pen = Pen(theme, targets(document, numbering.numbers, layout.pages))
    settled = Settled(layout, numbering.numbers, running, picture_parts(document, shell.add_picture))
    shell.replace("/word/document.xml", document_xml(document, settled, pen))
    if pen.footnotes:
        shell.add("footnotes", "/word/footnotes.xml", footnotes.footnotes_xml(pen))
        shell.configure(footnotes.SETTINGS)
    return package.finish(shell, document, theme, replace(edition, remarks=remarks), skin)

"""The Word writer: one document as a .docx file that people go on editing in Word or WPS.

It lays out and nothing else: numbers, references and values are settled in the block stream. The numbers are made
again by Word's own lists and fields, so that they stay right when somebody adds a clause.
"""

from __future__ import annotations

from gen.model.blocks import Document
from gen.model.theme import Theme


def write_docx(document: Document, theme: Theme) -> bytes:
    """The document as a Word file; the same document and theme give the same bytes.

    Raises ValueError if a text has a character that XML does not allow.
    """
    # Nobody who only wants to check pays for python-docx.
    from gen.render.docx.anchors import targets
    from gen.render.docx.body import Running, document_xml
    from gen.render.docx.fonts import font_table_xml
    from gen.render.docx.numbering import number_blocks
    from gen.render.docx.pages import lay_out
    from gen.render.docx.pen import Pen
    from gen.render.docx.properties import core_xml, custom_xml
    from gen.render.docx.running import body_footer_xml, contents_footer_xml, header_xml
    from gen.render.docx.shell import Shell, own_base
    from gen.render.docx.styles import styles_xml

    layout = lay_out(document, theme)
    numbering = number_blocks(document, theme.styles["body"].size)
    shell = Shell(own_base())
    shell.replace("/word/styles.xml", styles_xml(theme, document.scheme))
    shell.replace("/word/fontTable.xml", font_table_xml(theme))
    shell.replace("/docProps/core.xml", core_xml(document))
    shell.add("custom", "/docProps/custom.xml", custom_xml(document))
    shell.add("numbering", "/word/numbering.xml", numbering.xml)
    running = Running(
        header=shell.add("header", "/word/header1.xml", header_xml(document.header)) if document.header else "",
        footer=shell.add("footer", "/word/footer1.xml", body_footer_xml(layout.total)),
        contents_footer=shell.add("footer", "/word/footer2.xml", contents_footer_xml()),
    )
    pen = Pen(theme, targets(document, numbering.numbers))
    shell.replace("/word/document.xml", document_xml(document, layout, numbering.numbers, running, pen))
    return shell.save()

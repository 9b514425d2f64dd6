"""What stands around the text of a document: styles and properties before it is written, what a copy needs after."""

from __future__ import annotations

from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.model.skin import Skin
from gen.model.theme import Theme
from gen.render.docx.dressing import dress_pages, dress_styles
from gen.render.docx.fonts import font_table_xml
from gen.render.docx.properties import core_xml, custom_xml
from gen.render.docx.protection import protect
from gen.render.docx.remarks import COMMENT_STYLES, comments_xml
from gen.render.docx.shell import Shell, own_base
from gen.render.docx.styles import styles_xml
from gen.render.docx.watermark import put_watermark


def begin(document: Document, theme: Theme, edition: Edition, skin: Skin | None) -> Shell:
    """The package that a document is written into."""
    shell = Shell(skin.base if skin else own_base())
    styles = styles_xml(theme, document.scheme, COMMENT_STYLES if edition.remarks else "")
    if skin:
        dress_styles(shell, styles, document.scheme)
    else:
        shell.replace("/word/styles.xml", styles)
        shell.replace("/word/fontTable.xml", font_table_xml(theme))
    shell.replace("/docProps/core.xml", core_xml(document))
    if document.author:
        shell.add("custom", "/docProps/custom.xml", custom_xml(document, edition))
    return shell


def finish(shell: Shell, document: Document, theme: Theme, edition: Edition, skin: Skin | None) -> bytes:
    """The package as bytes, its text made the copy that it shall be; the remarks are in the order of their places."""
    if edition.remarks:
        shell.add("comments", "/word/comments.xml", comments_xml(edition.remarks, document.date))
    if skin:
        dress_pages(shell, skin)
    if edition.watermark:
        put_watermark(shell, edition.watermark, theme)
    protect(shell, edition.editing)
    return shell.save()

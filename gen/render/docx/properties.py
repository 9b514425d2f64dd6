"""Document properties: what Word shows under Information, and the hash of all that the document was made from."""

from __future__ import annotations

from gen.model.blocks import Document
from gen.render.docx.markup import escape

SOURCE = "bidgen source"
"""Name of the custom property that holds the hash."""


def core_xml(document: Document) -> str:
    """The core properties; the only time in them is the bid's own date, so that builds repeat exactly."""
    time = f'xsi:type="dcterms:W3CDTF">{escape(document.date)}T00:00:00Z'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:subject>{escape(document.subject)}</dc:subject>"
        f"<dc:creator>{escape(document.author)}</dc:creator><dc:language>zh-CN</dc:language>"
        f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {time}</dcterms:created><dcterms:modified {time}</dcterms:modified></cp:coreProperties>"
    )


def custom_xml(document: Document) -> str:
    """The custom properties: where the document comes from."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{SOURCE}">'
        f"<vt:lpwstr>{escape(document.source_hash)}</vt:lpwstr></property></Properties>"
    )

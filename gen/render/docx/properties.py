"""Document properties: what Word shows under Information, and what the document was made from.

A document without author is a blind copy: it names nobody, and carries nothing by which its maker could be told.
There is no `docProps/app.xml`: Word, WPS and LibreOffice do without, and it would only name a program.
"""

from __future__ import annotations

from gen import __version__
from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.render.docx.markup import escape

SOURCE, BID, REVISION, VERSION = "bidgen source", "bidgen bid", "bidgen clauses", "bidgen version"
"""Names of the custom properties: the hash of all that it was made from, the bid, the revision of the clause library
and the version of this program."""


def core_xml(document: Document) -> str:
    """The core properties; the only time in them is the bid's own date, so that builds repeat exactly."""
    time = f'xsi:type="dcterms:W3CDTF">{escape(document.date)}T00:00:00Z'
    author = escape(document.author)
    creator = f"<dc:creator>{author}</dc:creator>" if author else ""
    editor = f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>" if author else ""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:subject>{escape(document.subject)}</dc:subject>"
        f"{creator}<dc:language>zh-CN</dc:language>{editor}<cp:revision>1</cp:revision>"
        f"<dcterms:created {time}</dcterms:created><dcterms:modified {time}</dcterms:modified></cp:coreProperties>"
    )


def custom_xml(document: Document, edition: Edition) -> str:
    """The custom properties: where the document comes from, as far as it is known. A blind copy has none."""
    known = {SOURCE: document.source_hash, BID: edition.bid, REVISION: edition.revision}
    known = {name: value for name, value in known.items() if value} | {VERSION: __version__}
    properties = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(known.items(), 2)
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
    )

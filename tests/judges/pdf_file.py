"""Our own check of a PDF file beside its text: syntax, fonts, the marks by which it asks to be taken for PDF/A-3a.

That it conforms no judge here can say: no PDF/A validator is to be had without Java.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.judges.pdf_text import tags


def syntax_faults(pdf: bytes) -> list[str]:
    """What qpdf's own check says, which travels with pikepdf."""
    try:
        with pikepdf.open(BytesIO(pdf)) as file:
            return [*file.check_pdf_syntax(), *file.get_warnings()]
    except pikepdf.PdfError as error:
        return [str(error)]


def font_faults(pdf: bytes) -> list[str]:
    """Fonts that are not in the file, are in it as a whole, or whose characters cannot be read back."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as file:
        fonts = {str(font.BaseFont): font for font in _fonts(file)}
        for name, font in sorted(fonts.items()):
            (inner,) = font.get("/DescendantFonts", [font])
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & {*inner.get("/FontDescriptor", {})}:
                found.append(f"the font {name} is not in the file")
            elif name[7:8] != "+" or not name[1:7].isalpha():
                found.append(f"the font {name} is in the file as a whole")
            if "/ToUnicode" not in font:
                found.append(f"the characters of the font {name} cannot be read back")
        if not fonts:
            found.append("there is no font")
    return found


def _fonts(file: pikepdf.Pdf) -> Iterator[Any]:
    """Every font that a page or a drawing on it uses."""
    for element in file.objects:
        is_font = isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/Font"
        # Fonts of type 0 hold another one, which has no name of its own.
        if is_font and not str(element.get("/Subtype", "")).startswith("/CIDFont"):
            yield element


def archive_faults(pdf: bytes) -> list[str]:
    """What keeps a file from asking to be taken for PDF/A-3a, as far as that shows without a validator."""
    with pikepdf.open(BytesIO(pdf)) as file:
        found = list(_mark_faults(file)) + list(_attachment_faults(file))
        scripts = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"}
        actions = {str(e.get("/S", "")) for e in file.objects if isinstance(e, pikepdf.Dictionary) and "/S" in e}
        found += [f"has an action {action}" for action in sorted(scripts & actions)]
        if file.is_encrypted:
            found.append("is encrypted")
    figures = [element for element in tags(pdf).every() if element.role == "/Figure"] if not found else []
    return found + ["a figure without a description"] * any(not figure.alt for figure in figures)


def _mark_faults(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    with file.open_metadata() as metadata:
        asked = (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance"))
        title = metadata.get("dc:title")
    if asked != ("3", "A"):
        yield f"asks to be taken for PDF/A {asked}, not for PDF/A-3a"
    if not title:
        yield "has no title"
    if not any(intent.get("/S") == "/GTS_PDFA1" for intent in root.get("/OutputIntents", [])):
        yield "does not say what its colours mean"
    if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
        yield "has no tags"
    if root.get("/Lang") != "zh-CN":
        yield "does not say that it is in Chinese"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "does not show its title"
    if "/ID" not in file.trailer:
        yield "has no identifier"


def _attachment_faults(file: pikepdf.Pdf) -> Iterator[str]:
    associated = {entry.objgen for entry in file.Root.get("/AF", [])}
    for name in file.attachments:
        specification = file.attachments[name].obj
        if specification.objgen not in associated:
            yield f"the attachment {name} belongs to nothing"
        if specification.get("/AFRelationship") not in {"/Source", "/Data", "/Supplement"}:
            yield f"the attachment {name} does not say what it is to the document"
        stream = specification.EF.get("/F")
        if stream is None or "/Subtype" not in stream:
            yield f"the attachment {name} does not say of what kind it is"

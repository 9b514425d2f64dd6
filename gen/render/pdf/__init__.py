"""The PDF writer: lays the page of the HTML writer out on paper with WeasyPrint.

What the PDF holds depends on the page, the document's properties and the fonts that travel with bidgen, and on
nothing else: no clock, no fonts of the machine, no network, no other file.
"""

from __future__ import annotations

import gc
import os
from functools import partial
from importlib.resources import files
from typing import Any

from gen.model.blocks import Document
from gen.model.edition import FINAL, Edition
from gen.render.collector import collector_off
from gen.render.html.pages import OPENING
from gen.render.html.running import LEFT_PAGES
from gen.render.pdf.faces import FONTS, font_faces


class OutsideAddressError(Exception):
    """The page asked for something that is not one of the bundled fonts; the text is the address."""


def write_pdf(html: str, document: Document, edition: Edition = FINAL) -> bytes:
    """Print the page that `write_html` made of the document.

    The file asks to be taken for PDF/A-3a: tagged, with all fonts, its language, its properties and its sources.

    The same page gives the same bytes in every run, folder and time zone, as long as WeasyPrint and its libraries
    stay the same. A page that refers to anything outside itself raises `OutsideAddressError`.
    """
    from weasyprint.urls import FatalURLFetchingError

    try:
        with collector_off():
            return _print(html, document, edition)
    except FatalURLFetchingError as refused:
        # WeasyPrint's own is a BaseException, which would pass every handler of ours.
        raise OutsideAddressError(str(refused)) from None


def _print(html: str, document: Document, edition: Edition) -> bytes:
    from gen.render.pdf.artifacts import running_as_artifacts
    from gen.render.pdf.attach import attached
    from gen.render.pdf.finish import finish
    from gen.render.pdf.writing import quick_writing

    laid_out = lay_out(html, edition.watermark)
    laid_out.color_profiles["srgb"] = _srgb()
    with quick_writing(), running_as_artifacts(laid_out):
        pdf: bytes = laid_out.write_pdf(
            finisher=partial(finish, document, edition),
            pdf_variant="pdf/a-3a",
            output_intent="",  # The profile is there already.
            # A blind copy is called by what it says, which shows nobody's source.
            pdf_identifier=document.source_hash.encode() if document.author else True,
            attachments=attached(edition.attachments, document.date),
        )
    return pdf


def _srgb() -> Any:
    """What colours mean, on any screen or printer. WeasyPrint would add the same file, and leave it open."""
    from weasyprint.css import ColorProfile

    name = "sRGB2014.icc"
    with files("weasyprint.pdf").joinpath(name).open("rb") as file:
        return ColorProfile(file, name, "relative-colorimetric", (["r"], ["g"], ["b"]))


def lay_out(html: str, watermark: str = "") -> Any:
    """Break a page of HTML into sheets (weasyprint.Document) with every line in its place."""
    import weasyprint

    from gen.render.pdf.fetcher import BundledFonts
    from gen.render.pdf.footnotes import notes_with_their_marks, shorten_rules
    from gen.render.pdf.frames import close_frames
    from gen.render.pdf.hanging import hanging_punctuation
    from gen.render.pdf.justify import justify
    from gen.render.pdf.lettering import chinese_lines
    from gen.render.pdf.page import Page
    from gen.render.pdf.watermark import watermark_css

    bundled = BundledFonts()
    fonts = _no_system_fonts()

    def style_sheet(css: str) -> Any:
        return weasyprint.CSS(string=css, font_config=fonts, url_fetcher=bundled)

    sheets = [style_sheet(font_faces() + watermark_css(watermark))]
    with chinese_lines(), hanging_punctuation(), notes_with_their_marks():
        laid_out = Page(html, bundled).render(font_config=fonts, stylesheets=sheets)
        if LEFT_PAGES in html and _front(laid_out) % 2:
            # Page 1 has come to lie on the back of a sheet. Sides go by the numbers on the pages, as they do in Word.
            sheets.append(style_sheet("html { break-before: left }"))
            laid_out = Page(html, bundled).render(font_config=fonts, stylesheets=sheets)
    if len(laid_out.pages) > MANY_PAGES:
        # Layout leaves its drafts behind; writing, which needs as much again for the tags, takes over their memory.
        gc.collect()
    justify(laid_out)
    shorten_rules(laid_out)
    close_frames(laid_out)
    return laid_out


def _front(laid_out: Any) -> int:
    """How many pages stand before page 1."""
    names = [page._page_box.page_type.name for page in laid_out.pages]
    return next((number for number, name in enumerate(names) if name in OPENING), 0)


def _no_system_fonts() -> Any:
    """A font configuration in which only the bundled faces exist, so that the machine's cannot change a page."""
    from weasyprint.text.fonts import FontConfiguration

    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    try:
        return FontConfiguration()
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


MANY_PAGES = 200
"""From so many pages on, memory is worth the time that it takes to find what is no longer needed."""

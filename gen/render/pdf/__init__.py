"""The PDF writer: lays the page of the HTML writer out on paper with WeasyPrint.

What the PDF holds depends on the page, the document's properties and the fonts that travel with bidgen, and on
nothing else: no clock, no fonts of the machine, no network, no other file.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from gen.model.blocks import Document
from gen.render.pdf.faces import FONTS, font_faces


class OutsideAddressError(Exception):
    """The page asked for something that is not one of the bundled fonts; the text is the address."""


def write_pdf(html: str, document: Document) -> bytes:
    """Print the page that `write_html` made of the document.

    The same page gives the same bytes in every run, folder and time zone, as long as WeasyPrint and its libraries
    stay the same. A page that refers to anything outside itself raises `OutsideAddressError`.
    """
    from weasyprint.urls import FatalURLFetchingError

    try:
        with _collector_off():
            return _print(html, document)
    except FatalURLFetchingError as refused:
        # WeasyPrint's own is a BaseException, which would pass every handler of ours.
        raise OutsideAddressError(str(refused)) from None


def _print(html: str, document: Document) -> bytes:
    from gen.render.pdf.finish import finish

    laid_out = lay_out(html)
    pdf: bytes = laid_out.write_pdf(
        finisher=partial(finish, document), pdf_identifier=document.source_hash.encode()
    )  # fmt: skip
    return pdf


def lay_out(html: str) -> Any:
    """Break a page of HTML into sheets (weasyprint.Document) with every line in its place."""
    import weasyprint

    from gen.render.pdf.fetcher import BundledFonts
    from gen.render.pdf.justify import justify

    bundled = BundledFonts()
    fonts = _no_system_fonts()
    faces = weasyprint.CSS(string=font_faces(), font_config=fonts, url_fetcher=bundled)
    page = weasyprint.HTML(string=html, url_fetcher=bundled)
    laid_out = page.render(font_config=fonts, stylesheets=[faces])
    if len(laid_out.pages) > MANY_PAGES:
        # Layout leaves hundreds of thousands of drafts behind; writing reuses their memory.
        gc.collect()
    justify(laid_out)
    return laid_out


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


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the garbage collector out of the work in between.

    Layout makes millions of boxes and drops few before its end: looking for garbage all the time costs a quarter of
    it. Switched on again, the collector looks through everything that was made meanwhile.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


MANY_PAGES = 40
"""From so many pages on the drafts of the layout are cleared up before the file is written, which takes time."""

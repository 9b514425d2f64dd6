"""What a reader's program needs besides the pages, and WeasyPrint does not write by itself."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pydyf

from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.render.html.pages import BODY_PAGES, CONTENTS
from gen.render.pdf.objects import settle

ROMAN, DECIMAL = {"S": "/R"}, {"S": "/D"}


def finish(document: Document, edition: Edition, laid_out: Any, pdf: Any) -> None:
    """Add to a file (pydyf.PDF) what it was made from, page numbers as printed, and how it is to be opened."""
    properties = {"SourceHash": document.source_hash, "Revision": edition.revision, "Bid": edition.bid}
    if not document.author:  # a blind copy: nothing that could tell one bidder's file from another's
        properties = {}
    pdf.info.update({name: pydyf.String(text) for name, text in properties.items() if text})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": _page_labels(laid_out)})
    # The headings are shown at the side. (With tags, the window is named after the document by WeasyPrint.)
    pdf.catalog["PageMode"] = "/UseOutlines"
    if "AF" in pdf.catalog:
        # WeasyPrint finds each attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for image in pdf.objects:
        # PDF/A does not let a reader's program smooth pictures as it likes.
        if getattr(image, "extra", {}).get("Interpolate"):
            image.extra["Interpolate"] = "false"
    settle(pdf)


def _page_labels(laid_out: Any) -> Any:
    """The number on each page, so that going to page 12 leads to the page that says so."""
    labels = pydyf.Array()
    at = 0
    for numbers, pages in groupby(laid_out.pages, _numbers):
        labels.extend((at, pydyf.Dictionary(numbers)))
        at += len(list(pages))
    return labels


def _numbers(page: Any) -> dict[str, str]:
    """How a page is numbered, by the name that the style sheet gives it."""
    name = page._page_box.page_type.name
    return ROMAN if name == CONTENTS else DECIMAL if name in BODY_PAGES else {}

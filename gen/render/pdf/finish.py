"""What a reader's program needs besides the pages, and WeasyPrint does not write by itself."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pydyf

from gen.model.blocks import Document

NUMBERS = {"contents": "/R", "main": "/D"}
"""How the pages of each kind are numbered, by the name that the style sheet gives them: Roman and decimal."""


def finish(document: Document, laid_out: Any, pdf: Any) -> None:
    """Add to a file (pydyf.PDF) the hash of its source, page numbers as printed, and how it is to be opened."""
    pdf.info["SourceHash"] = pydyf.String(document.source_hash)
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": _page_labels(laid_out)})
    # The window is named after the document, not its file, and shows the headings at the side.
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["PageMode"] = "/UseOutlines"


def _page_labels(laid_out: Any) -> Any:
    """The number on each page, so that going to page 12 leads to the page that says so."""
    kinds = [page._page_box.page_type.name for page in laid_out.pages]
    labels = pydyf.Array()
    at = 0
    for kind, pages in groupby(kinds):
        label = pydyf.Dictionary({"S": NUMBERS[kind]} if kind in NUMBERS else {})
        labels.extend((at, label))
        at += len(list(pages))
    return labels

"""The line over the footnotes of a page: a third of the measure long, as in any book."""

from __future__ import annotations

from typing import Any

PART = 1 / 3


def shorten_rules(laid_out: Any) -> None:
    """Shorten the line over the footnotes of every page of a laid out document (weasyprint.Document).

    It is the upper border of the area in which the notes stand; a style sheet cannot make one longer than the other.
    """
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox

    for page in laid_out.pages:
        for box in page._page_box.children:
            if isinstance(box, FootnoteAreaBox):
                box.width *= PART

"""Footnotes: on the page of their marks, under a line that is a third of the measure long, as in any book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PART = 1 / 3


class _Notes(list[Any]):
    """The footnotes of a page, none as far as WeasyPrint asks whether it could do without them."""

    asked = False

    def __bool__(self) -> bool:
        return not self.asked and len(self) > 0


@contextmanager
def notes_with_their_marks() -> Iterator[None]:
    """Have footnotes stay on the page of their marks in documents that are laid out in between.

    Where a paragraph does not fit on the rest of a page, WeasyPrint puts the notes of that page on the next one, to
    see whether that helps, and leaves them there.
    """
    from weasyprint.layout import LayoutContext

    update = LayoutContext._update_footnote_area

    def updated(context: Any) -> Any:
        notes = context.current_page_footnotes = _Notes(context.current_page_footnotes)
        overflow = update(context)
        context.current_footnote_area.children = list(notes)
        notes.asked = True
        return overflow

    LayoutContext._update_footnote_area = updated
    try:
        yield
    finally:
        LayoutContext._update_footnote_area = update


def shorten_rules(laid_out: Any) -> None:
    """Shorten the line over the footnotes of every page of a laid out document (weasyprint.Document).

    It is the upper border of the area in which the notes stand; a style sheet cannot make one longer than the other.
    """
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox

    for page in laid_out.pages:
        for box in page._page_box.children:
            if isinstance(box, FootnoteAreaBox):
                box.width *= PART

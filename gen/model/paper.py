"""The sheets of paper that a document is printed on: upright, or on their side for a wide table."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.theme import Margins, Page


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies before the reader. All lengths in twips."""

    width: int
    height: int
    margins: Margins
    landscape: bool

    @property
    def text_width(self) -> int:
        """How long a line of text on it is."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> int:
        """How high the text on it is."""
        return self.height - self.margins.top - self.margins.bottom


def paper(page: Page, *, landscape: bool = False) -> Paper:
    """A sheet of a theme.

    One that lies on its side is bound at its upper edge: whoever turns the book to the right has its head before him.
    So each margin goes with its edge.
    """
    upright = page.margins
    if not landscape:
        return Paper(page.width, page.height, upright, landscape=False)
    turned = Margins(top=upright.left, right=upright.top, bottom=upright.right, left=upright.bottom)
    return Paper(page.height, page.width, turned, landscape=True)

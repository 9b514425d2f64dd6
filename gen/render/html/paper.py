"""The sheets of paper that a document is printed on: their size, margins, and the names that the pages go by."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.theme import Theme

COVER, CONTENTS = "cover", "contents"
"""The names of the pages before the body."""
OPENING = ("opening", "opening_across")
FURTHER = ("further", "further_across")
"""The names of the pages of the body, upright and on their side: up to the first change of sheets, and from there on.
The opening has names of its own because its first page is page 1."""
BODY_PAGES = OPENING + FURTHER


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet, upright or lying on its side. All lengths in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def measure(self) -> int:
        """How long a line of text is."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """How high the text is."""
        return self.height - self.top - self.bottom


def paper(theme: Theme, *, landscape: bool) -> Paper:
    """A sheet of a theme.

    One that lies on its side is bound at its upper edge: whoever turns the book to the right has its head before him.
    So each margin goes with its edge.
    """
    page, margins = theme.page, theme.page.margins
    width, height = page.width, page.height
    top, right, bottom, left = margins.top, margins.right, margins.bottom, margins.left
    if landscape:
        width, height = height, width
        top, right, bottom, left = left, top, right, bottom
    return Paper(width, height, top, right, bottom, left)


def advance(theme: Theme) -> int:
    """How far it is from one character of body text to the next."""
    style = theme.styles["body"]
    return style.size + style.spacing


def characters_a_line(theme: Theme) -> int:
    """How many full-width characters a line of body text has on an upright sheet."""
    return paper(theme, landscape=False).measure // advance(theme)


def body_pages(*, across: bool) -> tuple[str, str]:
    """The names of the pages of the body that lie on their side, or of those that stand upright."""
    return OPENING[across], FURTHER[across]

"""The names that the pages of a document go by: its cover, its contents, its body on sheets of either kind."""

from __future__ import annotations

COVER, CONTENTS = "cover", "contents"
"""The names of the pages before the body."""
OPENING = ("opening", "opening_across")
FURTHER = ("further", "further_across")
"""The names of the pages of the body, upright and on their side: up to the first change of sheets, and from there on.
The opening has names of its own because its first page is page 1."""
BODY_PAGES = OPENING + FURTHER


def body_pages(*, across: bool) -> tuple[str, str]:
    """The names of the pages of the body that lie on their side, or of those that stand upright."""
    return OPENING[across], FURTHER[across]

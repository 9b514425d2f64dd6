"""The skin of a company, ready to have documents written into it: what the Word writer takes of a `base.docx`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.model.theme import Page, Style


@dataclass(frozen=True, slots=True)
class Skin:
    """A base package with its looks, as read for one theme."""

    base: bytes
    """A package without text, whose styles have the ids that the writer uses."""
    running: Mapping[tuple[str, str], str]
    """Ids of the relationships to its headers and footers, by `header` or `footer` and default, even or first."""
    title_page: bool
    """Whether its first page has a header and footer of its own."""
    even_pages: bool
    """Whether its pages with even numbers have."""
    page: Page | None
    """Its sheet of paper; none where its text is not as wide as that of the theme."""
    styles: Mapping[str, Style]
    """The styles of the theme as they look in it."""

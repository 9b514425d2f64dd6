"""The sheet of paper of a skin: used where text on it is as wide as the theme wants it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from gen.model.paper import paper
from gen.model.record import Length
from gen.model.theme import Margins, Page

_ROUNDING = 10
"""Twips by which Word's dialogs, which count in millimetres, may miss the width of a theme."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def page_of(section: Any, kinds: Collection[str], own: Page) -> tuple[Page | None, int]:
    """The sheet of a section and the width of its text in twips; no sheet if it is of no use for a theme with `own`.

    `kinds` says whether the skin has headers and footers: where they are those of the theme, they stand where it puts
    them.
    """
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margins is None:
        return own, paper(own).text_width
    try:
        sides = [Length(abs(int(margins.get(_W + side, "")))) for side in ("top", "right", "bottom", "left")]
        wide, high = (Length(int(size.get(_W + side, ""))) for side in "wh")
        header = Length(int(margins.get(f"{_W}header", ""))) if "header" in kinds else own.header
        footer = Length(int(margins.get(f"{_W}footer", ""))) if "footer" in kinds else own.footer
        gutter = int(margins.get(f"{_W}gutter", "0"))
    except ValueError:
        return None, 0
    page = Page(wide, high, Margins(*sides), header, footer, own.grid)
    width = paper(page).text_width - gutter
    fits = abs(width - paper(own).text_width) <= _ROUNDING and not gutter
    return (page if fits and paper(page).text_height * 2 > own.height and min(header, footer) >= 0 else None), width

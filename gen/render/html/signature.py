"""The signature block: one party to the right, or two side by side whose lines are level with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from math import inf

from gen.model.blocks import Blank, Inlines, Signature
from gen.model.paper import Paper
from gen.model.text import plain
from gen.model.theme import Theme
from gen.render.html.css import points
from gen.render.html.inline import inlines_html, text_html
from gen.source import width

BETWEEN = 240
"""Twips between two parties."""
LEAST_BLANK = 2
"""A blank that its line has no room for is drawn narrower, but never less than so many characters wide."""
HIGHEST = 0.75
"""A block that takes more than this part of a page is set line below line: a grid cannot go over two pages."""


def signature_element(signature: Signature, theme: Theme, paper: Paper, attributes: str) -> str:
    """A signature block; `attributes` go into its start tag.

    The text stands party by party, as it is read, whatever its place on the page.
    """
    if _height(signature, theme, paper) > HIGHEST * paper.text_height:
        return "\n".join((f'<div class="parties long"{attributes}>', *_lines(signature, inf, alone=True), "</div>"))
    alone = len(signature.parties) == 1
    start = '<div class="parties alone"' if alone else f'<div class="parties" style="column-gap: {points(BETWEEN)}"'
    measure = inf if alone else (paper.text_width - BETWEEN) / 2 / theme.styles["signature"].size
    return "\n".join((f"{start}{attributes}>", *_lines(signature, measure, alone=alone), "</div>"))


def _lines(signature: Signature, measure: float, *, alone: bool) -> Iterator[str]:
    """The lines of all parties; `measure` is the number of characters that a line has room for."""
    for column, party in enumerate(signature.parties, 1):
        lines: list[tuple[str, Inlines]] = [("", party.title), *((f"{label}：", value) for label, value in party.lines)]
        for row, (label, value) in enumerate(lines, 1):
            place = "" if alone else f' style="grid-area: {row} / {column}"'
            text = text_html(label) + inlines_html(value, _widest(label, value, measure))
            yield f'<p class="signature"{place}>{text}</p>'


def _height(signature: Signature, theme: Theme, paper: Paper) -> float:
    """About how high the block is, in twips, with its parties side by side."""
    style = theme.styles["signature"]
    measure = paper.text_width / len(signature.parties)
    parties = (
        [plain(party.title), *(f"{label}：{plain(value)}" for label, value in party.lines)]
        for party in signature.parties
    )
    rows = zip_longest(*parties, fillvalue="")
    return style.line * sum(max(1 + width(text) / 2 * style.size // measure for text in row) for row in rows)


def _widest(label: str, value: Inlines, measure: float) -> float:
    """How wide the blanks of a line may be for it to stay one line, if that leaves enough of them."""
    blanks = sum(isinstance(inline, Blank) for inline in value)
    said = label + plain(inline for inline in value if not isinstance(inline, Blank))
    # Half a character is held back for what stands wider than estimated.
    room = (measure - 0.5 - width(said) / 2) / blanks if blanks else inf
    return round(room, 1) if room >= LEAST_BLANK else inf

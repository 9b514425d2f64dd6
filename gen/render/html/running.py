"""What stands at the head and the foot of each page, as margin boxes of the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from gen.model.theme import Running, Style
from gen.render.html.css import css_string, points
from gen.render.html.pages import CONTENTS
from gen.source import width

END = "bidgen-end"
"""Anchor behind the last block; the page it stands on is the number of body pages."""
LEFT_PAGES = ":left"
"""The pages with an even number, where the two sides of a sheet differ."""
RULE = 50
"""Twips from the last line of a running header to the lower edge of the rule below it, and so at the foot."""

CHAPTER = 28
"""Half characters that are allowed for a chapter's title, which no one knows before there are pages."""


@dataclass(frozen=True, slots=True)
class Box:
    """A margin box: what stands in it, and its part of the measure."""

    content: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Edge:
    """The head or the foot of some kinds of pages."""

    name: str
    """`top` or `bottom`."""
    look: str
    """The type of the running text, as CSS."""
    style: Style
    room: int
    """How far the first line at the head, the last at the foot, is from the text of the page."""


def running(pages: Sequence[str], edge: Edge, said: Running, header: str) -> Iterator[str]:
    """The rules for what stands at one edge of some kinds of pages; `header` is the document's own text."""
    boxes = _boxes(said, header, "upper-roman" if CONTENTS in pages else "decimal")
    if not boxes:
        return
    yield f"@page {', '.join(pages)} {{ {_declared(edge, boxes, said.rule)} }}"
    if said.mirrored and boxes.keys() != {"center"}:
        swapped = {place: boxes[other] for place, other in _OTHER.items() if other in boxes}
        emptied = "".join(f" @{edge.name}-{place} {{ content: none }}" for place in boxes if place not in swapped)
        left = ", ".join(page + LEFT_PAGES for page in pages)
        yield f"@page {left} {{ {_declared(edge, swapped, said.rule)}{emptied} }}"


def _boxes(said: Running, header: str, digits: str) -> dict[str, Box]:
    """The boxes that have to be there by their place, none if nothing stands in any.

    Together they are as wide as the text, since each draws its part of the rule.
    """
    texts = {"left": said.left, "center": said.center, "right": said.right}
    guesses = {"{page}": "000", "{total}": "000", "{header}": header, "{chapter}": "0" * CHAPTER}
    wide = {place: width(_HOLE.sub(lambda hole: guesses[hole[0]], text)) for place, text in texts.items()}
    if not any(wide.values()):
        return {}
    if not wide["left"] and not wide["right"]:
        shares = {"center": Fraction(1)}
    elif wide["center"]:
        side = max(wide["left"], wide["right"])
        whole = 2 * side + wide["center"]
        shares = {
            "left": Fraction(side, whole),
            "center": Fraction(wide["center"], whole),
            "right": Fraction(side, whole),
        }
    else:
        whole = wide["left"] + wide["right"]
        shares = {place: Fraction(wide[place], whole) for place in ("left", "right") if wide[place]}
    return {place: Box(_content(texts[place], header, digits), share) for place, share in shares.items()}


def _content(text: str, header: str, digits: str) -> str:
    """A text with its holes filled, as the value of the CSS property `content`."""
    holes = {
        "{page}": f"counter(page, {digits})",
        "{total}": f'target-counter("#{END}", page)',
        "{header}": css_string(header),
        "{chapter}": "string(chapter)",
    }
    pieces = (holes.get(piece, css_string(piece)) for piece in _HOLE.split(text) if piece)
    return " ".join(pieces) or '""'


def _declared(edge: Edge, boxes: dict[str, Box], rule: int) -> str:
    return " ".join(
        f"@{edge.name}-{place} {{ content: {box.content}; {edge.look}; width: {float(box.share):.2%}; "
        f"text-align: {edge.style.align if boxes.keys() == {'center'} else place}; {_place(edge, rule)} }}"
        for place, box in boxes.items()
    )


def _place(edge: Edge, rule: int) -> str:
    """Where a box stands. A text of two lines grows away from the text of the page."""
    side = {"top": "bottom", "bottom": "top"}[edge.name]
    line = f"; border-{side}: {points(rule)} solid #000; padding-{side}: {points(max(0, RULE - rule))}" if rule else ""
    beyond = points(max(0, edge.room - edge.style.line - (RULE if rule else 0)))
    return f"vertical-align: {side}; margin-{side}: {beyond}{line}"


_HOLE = re.compile(r"(\{(?:page|total|header|chapter)\})")
_OTHER = {"left": "right", "center": "center", "right": "left"}

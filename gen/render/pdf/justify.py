"""Chinese lines that end flush: spreads the room left in a line over all its characters, after layout.

WeasyPrint justifies by widening spaces, and Chinese has none: a line with one Latin word gets one huge gap, a line
without any stays short. Word spreads the room between all characters, as every Chinese reader is used to. Where
lines break is left as it is, so nothing moves from page to page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import fsum
from typing import Any

MOST = 0.25
"""The widest gap between two characters, in characters; a line that needs more stays as short as it is."""
SPACE = "\u3000"
"""A full-width space; at the end of a line it hangs over the edge."""


def justify(laid_out: Any) -> None:
    """Justify every line of a laid out document (weasyprint.Document) whose style asks for it.

    The last line of a paragraph keeps its natural length. In every line that begins at the left, Chinese and Latin
    stand apart where a link or bold text ends too, as far as there is room.
    """
    for page in laid_out.pages:
        for block, line in _lines(page._page_box):
            align = line.style["text_align_all"]
            if align in {"justify", "left", "start"}:
                full = align == "justify" and line.resume_at is not None
                _spread(line, block.content_box_x() + block.width, full=full)


def _lines(page: Any) -> Iterator[tuple[Any, Any]]:
    """Every line box of a page with the block that it stands in."""
    from weasyprint.formatting_structure.boxes import LineBox, ParentBox

    waiting = [page]
    while waiting:
        box = waiting.pop()
        for child in box.children:
            if isinstance(child, LineBox):
                yield box, child
            elif isinstance(child, ParentBox):
                waiting.append(child)


def _spread(line: Any, right: float, *, full: bool) -> None:
    """Let in the air that is lacking in a line, and if it is to be `full` move its characters apart up to `right`."""
    pieces = list(_pieces(line))
    if pieces:
        pieces[-1].width += _overhang(pieces[-1])
    air = [0.0, *(_air(*pair) for pair in pairwise(pieces))]
    if not pieces or not (full or any(air)):
        return
    # WeasyPrint may have widened the spaces; that is taken back first.
    widened = [_widened(piece) for piece in pieces]
    lengths = [len(getattr(piece, "text", "□")) for piece in pieces]
    last = pieces[-1]
    hanging = _hanging(last)
    room = right - last.position_x - last.margin_width() + fsum(widened) + hanging * last.style["font_size"]
    part = min(1.0, max(room, 0.0) / fsum(air)) if any(air) else 0.0
    gaps = sum(lengths) - hanging - 1
    gap = (room - part * fsum(air)) / gaps if full and gaps > 0 else 0.0
    if not 0 < gap < MOST * line.style["font_size"]:
        gap = 0.0
    moved = 0.0
    for piece, before, extra, length in zip(pieces, air, widened, lengths, strict=True):
        moved += part * before
        piece.translate(moved, 0)
        own = gap * length - extra
        if hasattr(piece, "text"):
            # The text is shaped once more when it is drawn, with the style and the spacing found here.
            piece.style = piece.style.copy()
            usual = piece.style["letter_spacing"]
            piece.style["letter_spacing"] = gap + (0 if usual == "normal" else usual)
            piece.pango_layout.justification_spacing = 0
            piece.width += own
        moved += own


def _air(before: Any, behind: Any) -> float:
    """How far two neighbouring pieces should stand apart and do not."""
    from gen.render.pdf.lettering import AIR, joints

    meeting = getattr(before, "text", "")[-1:] + getattr(behind, "text", "")[:1]
    return AIR * float(behind.style["font_size"]) if joints(meeting) else 0.0


def _pieces(box: Any) -> Iterator[Any]:
    """The texts of a line and what else stands in it as a whole (a blank to fill in), from left to right."""
    from weasyprint.formatting_structure.boxes import InlineBox

    for child in box.children:
        if isinstance(child, InlineBox):
            yield from _pieces(child)
        else:
            yield child


def _widened(piece: Any) -> float:
    """How much wider WeasyPrint has made the spaces of a piece."""
    spacing: float = getattr(piece, "justification_spacing", 0)
    return spacing * sum(piece.text.count(space) for space in " \u00a0") if spacing else 0.0


def _hanging(piece: Any) -> int:
    """How many characters at the end of a piece stand in the margin: full-width spaces, or a punctuation mark."""
    text = getattr(piece, "text", "")
    return len(text) - len(text.rstrip(SPACE)) or int(_overhang(piece) > 0)


def _overhang(piece: Any) -> float:
    """How far the mark at the end of a piece stands out that was let hang over the line."""
    overhang: float = getattr(getattr(piece, "pango_layout", None), "overhang", 0.0)
    return overhang

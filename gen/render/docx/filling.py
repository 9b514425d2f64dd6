"""Putting boxes on pages one after another, as Word does: what goes with what, what may be torn, what stays below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gen.render.docx.styles import NOTE_RULE_LINE


@dataclass(frozen=True, slots=True)
class Box:
    """Something of a certain height: the lines of a paragraph, or a row of a table."""

    block: int
    room: int
    """Height of the text on the sheet that it stands on."""
    lines: int
    pitch: int
    before: int = 0
    after: int = 0
    kept: bool = False
    whole: bool = False
    new_page: bool = False
    head: int = 0
    """Height of the head row that is repeated if a page begins here."""
    notes: int = 0
    """Height of its footnotes at the foot of the page."""

    def on_new_page(self) -> Box:
        """The box, beginning a page."""
        return replace(self, new_page=True)


def fill(boxes: Sequence[Box]) -> tuple[dict[int, int], int]:
    """Put boxes on pages; gives the page that each block begins on, and the number of pages."""
    pages: dict[int, int] = {}
    page, used, foot = 1, 0, 0
    for at, box in enumerate(boxes):
        before = box.before
        if used and (box.new_page or not _fits(boxes, at, box.room - used - foot, foot)):
            page, used, foot = page + 1, box.head, 0
            # Word drops the space above a paragraph that a full page has pushed to the next one.
            before = box.before if box.new_page else 0
        pages.setdefault(box.block, page)
        used += before
        if box.notes:
            foot += box.notes + (0 if foot else NOTE_RULE_LINE)
        here = min(box.lines, max((box.room - used - foot) // box.pitch, 1))
        if here == box.lines or box.whole:
            height = box.lines * box.pitch
            if height > box.room:
                # A row higher than a page runs on over as many as it needs.
                page, used, height = page + height // box.room, 0, height % box.room
            used += height + box.after
            continue
        # A single line is left neither at the foot of a page nor at the head of the next.
        here = min(here, box.lines - 2)
        # Each part of a row has the white of its cells above and below; a paragraph has it but once.
        around = box.before + box.after if box.head else 0
        a_page = max((box.room - box.head - around) // box.pitch, 1)
        full, rest = divmod(box.lines - here, a_page)
        page += full + bool(rest)
        used = box.head + (rest or a_page) * box.pitch + (around or box.after)
        foot = 0
    return pages, page


def _fits(boxes: Sequence[Box], at: int, room: int, foot: int) -> bool:
    """Whether a box can begin in `room`, together with the beginning of what it is kept with."""
    while boxes[at].kept and at + 1 < len(boxes) and room >= 0:
        box = boxes[at]
        room -= box.before + box.lines * box.pitch + box.after
        if box.notes:
            room, foot = room - box.notes - (0 if foot else NOTE_RULE_LINE), 1
        at += 1
    last = boxes[at]
    least = last.lines if last.whole or last.lines <= 3 else 2
    notes = last.notes + (0 if foot else NOTE_RULE_LINE) if last.notes else 0
    return last.before + least * last.pitch + notes <= room

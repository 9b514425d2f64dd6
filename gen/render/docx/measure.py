"""How many lines a text takes: an estimate of Word's line breaking from character widths alone.

It needs no font files, so the same document gives the same page numbers on every machine.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from gen.model.theme import Style, Theme
from gen.render.docx.widths import EM, GAP, CharacterWidths

NO_START = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
"""Characters that cannot begin a line; the same as in the settings part of the base package."""
NO_END = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
"""Characters that cannot end a line."""

HANGING = frozenset("，。、；：！？")
"""Characters that Word lets stand in the margin when the line is full before them."""

_IDEOGRAPH = "[〇々㐀-䶿一-鿿]"
_SEAMS = re.compile(f"(?=[0-9A-Za-z])(?<={_IDEOGRAPH})|(?<=[0-9A-Za-z])(?={_IDEOGRAPH})")
_LATIN = re.compile(r"[!-~]")


@dataclass(frozen=True, slots=True)
class Face:
    """The type that a text is set in."""

    size: int
    """In twips."""
    widths: CharacterWidths


def face(style: Style, theme: Theme) -> Face:
    """The type of a style."""
    return Face(style.size, _widths(theme.fonts[style.font].latin, style.bold, style.spacing * EM // style.size))


def width(text: str, type_: Face) -> int:
    """Width of a text on one line in twips, rounded up."""
    return -(-sum(map(type_.widths.__getitem__, _with_gaps(text))) * type_.size // EM)


def line_count(text: str, type_: Face, measure: int, first: int = 0) -> int:
    """Number of lines that a text takes in lines of `measure` twips, the first of them `first` twips shorter."""
    room, room_first = measure * EM // type_.size, (measure - first) * EM // type_.size
    if not _LATIN.search(text):
        if len(text) * type_.widths.em <= room_first:
            return 1
    elif len(text) * (type_.widths.em + EM // 4) <= room_first:
        return 1
    else:
        text = _with_gaps(text)
    return max(len(_starts(text, type_, room, room_first)), 1)


def last_line(text: str, type_: Face, measure: int) -> int:
    """How far the last line of a text reaches in lines of `measure` twips."""
    room, text = measure * EM // type_.size, _with_gaps(text)
    start = _starts(text, type_, room, room)[-1:]
    return width(text[start[0] :], type_) if start else 0


def _starts(text: str, type_: Face, room: int, room_first: int) -> list[int]:
    """Where each line of a text begins."""
    ends = list(accumulate(map(type_.widths.__getitem__, text), initial=0))
    start, room_here = 0, room_first
    starts: list[int] = []
    while start < len(text):
        starts.append(start)
        fitting = bisect_right(ends, ends[start] + room_here) - 1
        start = len(text) if fitting >= len(text) else _break(text, start, fitting)
        room_here = room
    return starts


def _break(text: str, start: int, fitting: int) -> int:
    """Where the line that begins at `start` ends, if no more than the characters before `fitting` go into it."""
    at = fitting
    while at < len(text) and text[at] in " \x00":
        # Spaces hang over the end of a line.
        at += 1
    if at < len(text) and text[at] in HANGING:
        at += 1
        while at < len(text) and text[at] in " \x00":
            at += 1
    while start < at < len(text) and not _breakable(text[at - 1], text[at]):
        at -= 1
    return at if at > start else max(fitting, start + 1)


def _breakable(before: str, after: str) -> bool:
    if after in NO_START or before in NO_END or after in " \x00":
        return False
    return not ("!" <= before <= "~" and "!" <= after <= "~") or before == "-"


def _with_gaps(text: str) -> str:
    return _SEAMS.sub(GAP, text)


@cache
def _widths(latin: str, bold: bool, added: int) -> CharacterWidths:
    return CharacterWidths(latin, bold=bold, added=added)

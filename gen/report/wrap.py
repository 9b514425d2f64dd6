"""Break text into lines of so many terminal cells: between words, and between Chinese characters."""

from __future__ import annotations

import re

from gen.source import width as cells

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“‘—…"
_OPENING, _CLOSING = "“‘（《〈【「『〔［｛", "，。；：、！？）》〉】」』〕］｝”’％…—"
_PIECE = re.compile(rf"\s+|[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}]+)[{_CLOSING}]*")
"""What stays together: spaces; a word or one Chinese character with the brackets before and the marks behind it."""


def wrapped(text: str, room: int | None, start: int = 0, indent: int = 0) -> list[str]:
    """The lines of a text in `room` cells; the first has `start` cells taken, the others `indent`. None: one line.

    A mark such as `，` never begins a line; a word that is longer than a line is cut.
    """
    if room is None:
        return [text]
    lines, line, taken = [], "", start
    for piece in _pieces(text, max(room - indent, 2)):
        if taken + cells(piece.rstrip()) > room and taken > indent:
            lines.append(line.rstrip())
            line, taken = "", indent
        line += piece
        taken += cells(piece)
    return [*lines, line.rstrip()]


def _pieces(text: str, longest: int) -> list[str]:
    pieces = []
    for match in _PIECE.finditer(text):
        piece = match[0]
        while cells(piece) > longest:
            head = cut(piece, longest)
            pieces.append(head)
            piece = piece[len(head) :]
        pieces.append(piece)
    return pieces


def cut(text: str, room: int) -> str:
    """As much of a text as fits into so many cells, one character at least."""
    taken = 0
    for position, character in enumerate(text):
        taken += cells(character)
        if taken > room:
            return text[: max(position, 1)]
    return text

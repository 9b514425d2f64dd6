"""Plain lists and tables on a terminal: lines that hang under their label, columns that wrap inside themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gen.message import M, Named, say, translate
from gen.report.wrap import wrapped
from gen.source import width

GAP = 2


def labelled(label: str, text: str, indent: int, room: int | None) -> Iterator[str]:
    """A label, and behind it a text whose further lines hang below its first; nothing for an empty text."""
    if not text:
        return
    head = " " * indent + label
    first, *rest = wrapped(text, None if room is None else room - width(head))
    yield head + first
    yield from (" " * width(head) + line for line in rest)


def spoken(thing: Named | tuple[object, ...]) -> str:
    """A name in the language spoken, or several things with commas between them."""
    return say(M("{parts}", parts=thing)) if thing else ""


def heading(text: str) -> str:
    """A text with a colon behind it, in the language spoken."""
    return text + translate(":")


def labels(names: Sequence[str]) -> list[str]:
    """Labels filled up to the width of the longest, with a gap behind them."""
    most = max(map(width, names), default=0) + GAP
    return [name + " " * (most - width(name)) for name in names]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], indent: int, room: int | None) -> Iterator[str]:
    """A table without rules or, where `heads` are empty, without heads.

    Columns in which nothing stands are left out; wide ones wrap where the room is short.
    """
    kept = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    cells = [[each[at] for at in kept] for each in (heads, *rows)]
    widths = _widths([max(width(row[at]) for row in cells) for at in range(len(kept))], indent, room)
    for row in cells if any(cells[0]) else cells[1:]:
        columns = [wrapped(text, None if room is None else size) for text, size in zip(row, widths, strict=True)]
        for line in range(max(map(len, columns), default=0)):
            parts = [column[line] if line < len(column) else "" for column in columns]
            filled = (part + " " * (size - width(part)) for part, size in zip(parts, widths, strict=True))
            yield (" " * indent + (" " * GAP).join(filled)).rstrip()


def _widths(natural: list[int], indent: int, room: int | None) -> list[int]:
    """The widths of columns: as wide as they need, else the widest made narrower until all fit."""
    widths = list(natural)
    if room is None:
        return widths
    over = indent + sum(widths) + GAP * (len(widths) - 1) - room
    while over > 0 and widths and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        over -= 1
    return widths


_NARROWEST = 8

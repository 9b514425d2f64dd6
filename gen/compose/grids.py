"""Cells of a written table that are one: ^^ with the cell above, << with the one before it."""

from __future__ import annotations

from gen.compose.markdown import ABOVE, BEFORE
from gen.model.blocks import Inlines, Merge
from gen.model.text import plain

Rows = tuple[tuple[Inlines, ...], ...]


def merged(rows: Rows) -> tuple[Rows, tuple[Merge, ...], tuple[int, str] | None]:
    """The rows with empty cells where another cell has taken them in, the merges, and a mark that leads nowhere.

    That mark comes with the row that it stands in.
    """
    marks = {
        (row, column): text
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if (text := plain(cell).strip()) in {ABOVE, BEFORE}
    }
    if not marks:
        return rows, (), None
    homes: dict[tuple[int, int], tuple[int, int]] = {}
    stray = None
    for (row, column), mark in marks.items():  # in reading order, so the neighbour has found its home already
        neighbour = (row - 1, column) if mark == ABOVE else (row, column - 1)
        if min(neighbour) < 0:
            stray = row, mark
            continue
        homes[row, column] = homes.get(neighbour, neighbour)
    merges = []
    for home in sorted(set(homes.values())):
        taken = [place for place, of in homes.items() if of == home]
        down = max(row for row, _ in taken) - home[0] + 1
        across = max(column for _, column in taken) - home[1] + 1
        if len(taken) + 1 != down * across:
            stray = taken[0][0], marks[taken[0]]
        else:
            merges.append(Merge(*home, down, across))
    cleared = tuple(
        tuple(() if (row, column) in marks else cell for column, cell in enumerate(cells))
        for row, cells in enumerate(rows)
    )
    return cleared, tuple(merges), stray

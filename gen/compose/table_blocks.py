"""The tables of a document as blocks: those that a hole asks for, and those written in a text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gen.compose.assembly import Target
from gen.compose.grids import merged
from gen.compose.holes import TableHole
from gen.compose.markdown import ABOVE, BEFORE, Grid
from gen.compose.stream import Place, Stream
from gen.compose.tables import Heads, Measure, Rows, as_asked, measure_of, most_columns, rows_of, shares, totals_of
from gen.message import M
from gen.model.blocks import Column, Mark, Table, Text
from gen.model.text import plain
from gen.source import Span
from gen.template import NotPrintableError


def add_table(stream: Stream, hole: TableHole, where: Mark) -> None:
    """Add the table of a hole, on sheets of its own if it asks for wide ones."""
    upright = not stream.landscape
    if hole.landscape:
        stream.turn(landscape=True)
    heads, rows = rows_of(hole, stream.package.library.vocabulary)
    number, anchor = "", None
    if hole.caption:
        number = stream.numbering.table()
        paths = (
            [source.param.path for source in hole.sources] if isinstance(hole.sources, tuple) else [hole.sources.name]
        )
        anchor = stream.anchor(f"table.{paths[0]}")
        for path in paths:
            stream.target(path, Target(number, anchor, hole.caption))
    caption = (Text(hole.caption),) if hole.caption else ()
    columns = _columns(stream, heads, rows, hole.span)
    try:
        columns, totals = as_asked(hole, columns, _measure(stream)), totals_of(hole, len(columns))
    except NotPrintableError as error:
        stream.texts.refuse(error)
        return
    merges = tuple(replace(merge, row=merge.row + len(rows)) for merge in totals.merges)
    stream.add(
        Table(columns, (*rows, *totals.rows), caption, number, anchor, where, hole.groups, merges, len(totals.rows))
    )
    if hole.landscape and upright:
        stream.turn(landscape=False)


def add_grid(stream: Stream, grid: Grid, holes: list[Any], where: Mark, line: Place) -> None:
    """Add a table that is written in a text."""
    heads = tuple(stream.texts.inlines(runs, holes) for runs in grid.head)
    rows = tuple(tuple(stream.texts.inlines(runs, holes) for runs in row) for row in grid.rows)
    below = grid.line + 2  # the head, and the row of ---
    for row, count in grid.uneven:
        message = M("this row has {count} instead of {columns} cells", count=count, columns=len(heads))
        stream.refuse(message, line(below + row), str(row))
    rows, merges, stray = merged(rows)
    if stray is None and (marks := [plain(head) for head in heads if plain(head) in {ABOVE, BEFORE}]):
        stray = -2, marks[0]  # cells of the head stand alone
    if stray is not None:
        row, mark = stray
        message = M("`{mark}` has no cell to be one with, or makes no rectangle with it", mark=mark)
        stream.refuse(message, line(below + row), mark)
    stream.add(Table(_columns(stream, heads, rows, line(grid.line)), rows, (), "", None, where, merges=merges))


def _columns(stream: Stream, heads: Heads, rows: Rows, span: Span) -> tuple[Column, ...]:
    measure = _measure(stream)
    if len(heads) > (most := most_columns(measure)):
        message = M("{count} columns leave no room for words; the page is wide enough for {most}",
                    count=len(heads), most=most)  # fmt: skip
        stream.refuse(message, span, str(len(heads)))
    return shares(heads, rows, measure)


def _measure(stream: Stream) -> Measure:
    """The room that the sheet at hand gives to a table."""
    return measure_of(stream.theme, landscape=stream.landscape)

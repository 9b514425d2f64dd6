"""Tables: joined from table parameters and lists, with widths that follow what stands in the columns."""

from __future__ import annotations

from typing import Literal

from gen.compose.holes import RecordTable, TableHole
from gen.model.blocks import Column, Inlines, Text, Value, plain
from gen.model.vocabulary import Vocabulary
from gen.source import width

EMPTY = "—"
"""What a cell without a value shows: never nothing, so that nobody fills it in."""

Heads = tuple[Inlines, ...]
Rows = tuple[tuple[Inlines, ...], ...]


def rows_of(hole: TableHole, vocabulary: Vocabulary) -> tuple[Heads, Rows]:
    """Head cells and rows of a table hole; the first column of a parameter table names its rows."""
    if isinstance(hole.sources, RecordTable):
        heads = ("序号", *hole.sources.heads)
        rows = tuple(((Text(str(number)),), *row) for number, row in enumerate(hole.sources.rows, 1))
        return tuple((Text(head),) for head in heads), rows
    spec = hole.sources[0].param.spec
    axis = vocabulary.axes.get(spec.rows)
    labels = {row: value.label for row, value in axis.values.items()} if axis else {}
    keys = dict.fromkeys(row for source in hole.sources for row, _ in source.cells)
    ordered = [row for row in labels if row in keys] if labels else list(keys)
    heads = (spec.key_label or (axis.label if axis else "项目"),)
    heads += tuple(column.label for source in hole.sources for column in source.param.spec.columns.values())
    rows = tuple(
        (
            (Text(labels.get(row, row)),),
            *(
                (Value(setting.text, setting),) if (setting := source.cells.get((row, column))) else (Text(EMPTY),)
                for source in hole.sources
                for column in source.param.columns
            ),
        )
        for row in ordered
    )
    return tuple((Text(str(head)),) for head in heads), rows


def shares(heads: Heads, rows: Rows) -> tuple[Column, ...]:
    """Columns whose widths follow their longest cells; short cells are centred, long ones set to the left."""
    widest = [max((width(plain(cell)) for cell in cells), default=0) for cells in zip(heads, *rows, strict=True)]
    head_widths = [width(plain(head)) for head in heads]
    wants = [max(min(cell, _WIDE), head, _NARROW) + 2 for cell, head in zip(widest, head_widths, strict=True)]
    total = sum(wants)
    return tuple(
        Column(head, want / total, _align(widest[index]))
        for index, (head, want) in enumerate(zip(heads, wants, strict=True))
    )


_WIDE, _NARROW, _SHORT = 44, 4, 14
"""Half-width characters: from where a column does not grow with its text, the least it gets, what counts as short."""


def _align(widest: int) -> Literal["left", "center"]:
    return "center" if widest <= _SHORT else "left"

"""Tables: joined from table parameters and lists, with widths that follow what stands in the columns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from gen.compose.holes import RecordTable, TableHole
from gen.model.blocks import Column, Inlines, Text, Value, plain
from gen.model.theme import Theme
from gen.model.vocabulary import Vocabulary
from gen.source import width

EMPTY = "—"
"""What a cell without a value shows: never nothing, so that nobody fills it in."""


_UNIT = 1000
"""Thousandths of a half-width character in one."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The room of a table, in thousandths of a half-width character of its cells' type.

    Whole numbers, because sums of floats differ between versions of Python, and widths must not.
    """

    width: int
    padding: int
    """What the space inside one cell takes, left and right together."""


def measure_of(theme: Theme) -> Measure:
    """The room that a theme's page gives to tables."""
    size, page = theme.styles["table_cell"].size, theme.page
    room = page.width - page.margins.left - page.margins.right
    return Measure(2 * _UNIT * room // size, 4 * _UNIT * theme.table.padding // size + _UNIT // 2)


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


def shares(heads: Heads, rows: Rows, measure: Measure) -> tuple[Column, ...]:
    """Columns whose widths follow what stands in them; short cells are centred, long ones set to the left.

    Where all fits on one line each, the room left over is spread evenly by need. Where it does not, short columns get
    what they need, and the long ones share the rest in proportion to the square root of theirs, so that a column of
    paragraphs does not starve one of sentences.
    """
    widest = [max(width(plain(cell)) for cell in cells) for cells in zip(heads, *rows, strict=True)]
    needs = [_UNIT * need + measure.padding for need in widest]
    room = measure.width
    if sum(needs) > room:
        short = [need * len(needs) <= room for need in needs]
        left = room - sum(need for need, is_short in zip(needs, short, strict=True) if is_short)
        roots = [0 if is_short else isqrt(_UNIT * need) for need, is_short in zip(needs, short, strict=True)]
        needs = [left * root // sum(roots) if root else need for need, root in zip(needs, roots, strict=True)]
    total = sum(needs)
    return tuple(
        Column(
            head, Fraction(need, total), "center" if all(width(plain(row[at])) <= _SHORT for row in rows) else "left"
        )
        for at, (head, need) in enumerate(zip(heads, needs, strict=True))
    )


_SHORT = 14
"""Half-width characters up to which a column's cells count as short."""

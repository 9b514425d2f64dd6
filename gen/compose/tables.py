"""Tables: joined from table parameters and lists, with widths that follow what stands in the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isqrt

from gen.compose.holes import ParamTable, RecordTable, TableHole
from gen.message import M
from gen.model.blocks import Blank, Column, Inlines, Merge, Text, Value
from gen.model.paper import paper
from gen.model.text import plain
from gen.model.theme import Theme
from gen.model.vocabulary import Vocabulary
from gen.quantity import Count, Money
from gen.quantity.capitals import write_capitals
from gen.source import width
from gen.template import NotPrintableError

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


def measure_of(theme: Theme, *, landscape: bool = False) -> Measure:
    """The room that a theme's page gives to tables, upright or on its side."""
    size = theme.styles["table_cell"].size
    room = paper(theme.page, landscape=landscape).text_width
    return Measure(2 * _UNIT * room // size, 4 * _UNIT * theme.table.padding // size + _UNIT // 5)


def most_columns(measure: Measure) -> int:
    """How many columns have room for a Chinese character each."""
    return measure.width // _narrowest(measure)


def _narrowest(measure: Measure) -> int:
    return 2 * _UNIT + measure.padding


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


@dataclass(frozen=True, slots=True)
class Totals:
    """The rows of sums below a table, and which of their cells are one; rows are counted from the first of them."""

    rows: Rows = ()
    merges: tuple[Merge, ...] = ()


def totals_of(hole: TableHole, columns: int) -> Totals:
    """The sum of the column that a table hole names, in figures and, if asked for, in capitals.

    Raises NotPrintableError where the column is not there, or holds what cannot be added.
    """
    if not hole.total:
        if hole.capitals:
            raise NotPrintableError(M("only a sum is written in capitals: `total` names the column"), hole.span)
        return Totals()
    names = [name for source in _params(hole) for name in source.param.columns]
    if hole.total not in names:
        message = M("the table has no column `{name}` that could be summed", name=hole.total)
        raise NotPrintableError(message, hole.span)
    at = names.index(hole.total) + 1
    cells = [s for source in _params(hole) for (_, column), s in source.cells.items() if column == hole.total]
    total = _sum(tuple(cell.quantity for cell in cells))
    if total is None:
        message = M("the column `{name}` holds no amounts that can be added", name=hole.total)
        raise NotPrintableError(message, hole.span)
    below = [(Text(EMPTY),) if column > at else () for column in range(columns)]
    below[0], below[at] = (Text("合计"),), (Text(str(total)),)
    rows, merges = [tuple(below)], [Merge(0, 0, across=at)] if at > 1 else []
    if hole.capitals:
        capitals = write_capitals(total.yuan) if isinstance(total, Money) else None
        if capitals is None:
            message = M("the sum of `{name}` cannot be written in capitals", name=hole.total)
            raise NotPrintableError(message, hole.span)
        rows.append(((Text("合计（大写）"),), (Text(capitals),), *(() for _ in range(columns - 2))))
        merges += [Merge(1, 1, across=columns - 1)] if columns > 2 else []
    return Totals(tuple(rows), tuple(merges))


def _params(hole: TableHole) -> tuple[ParamTable, ...]:
    return hole.sources if isinstance(hole.sources, tuple) else ()


def _sum(quantities: tuple[object, ...]) -> Money | Count | None:
    """The sum of amounts of money, or of counts of one unit."""
    if quantities and all(isinstance(quantity, Money) for quantity in quantities):
        amounts = [quantity for quantity in quantities if isinstance(quantity, Money)]
        return Money(sum((amount.yuan for amount in amounts), Fraction(0)), all(a.in_wan for a in amounts))
    counts = [quantity for quantity in quantities if isinstance(quantity, Count)]
    if counts and len(counts) == len(quantities) and len({count.unit for count in counts}) == 1:
        return Count(sum(count.amount for count in counts), counts[0].unit)
    return None


def as_asked(hole: TableHole, columns: tuple[Column, ...], measure: Measure) -> tuple[Column, ...]:
    """Columns with the widths that a text asks for.

    Raises NotPrintableError where it counts other columns, or leaves one without room.
    """
    spanned = sum(group.columns for group in hole.groups)
    if {len(hole.widths) or len(columns), spanned or len(columns)} != {len(columns)}:
        raise NotPrintableError(M("the table has {count} columns", count=len(columns)), hole.span)
    if not hole.widths:
        return columns
    whole = sum(hole.widths)
    if min(hole.widths) * measure.width < whole * _narrowest(measure):
        raise NotPrintableError(M("the narrowest column has no room for words"), hole.span)
    return tuple(replace(c, share=Fraction(share, whole)) for c, share in zip(columns, hole.widths, strict=True))


def shares(heads: Heads, rows: Rows, measure: Measure) -> tuple[Column, ...]:
    """Columns whose widths follow what stands in them; short cells are centred, long ones set to the left.

    Where all fits on one line each, the room left over is spread evenly by need. Where it does not, short columns get
    what they need, and the long ones share the rest in proportion to the square root of theirs, so that a column of
    paragraphs does not starve one of sentences.
    """
    widest = [max(breadth(plain(cell)) for cell in cells) for cells in zip(heads, *rows, strict=True)]
    needs = [need + measure.padding for need in widest]
    room = measure.width
    if sum(needs) > room:
        long = _long(needs, room, _WORD * _UNIT + measure.padding)
        left = room - sum(need for at, need in enumerate(needs) if at not in long)
        roots = [isqrt(_UNIT * need) if at in long else 0 for at, need in enumerate(needs)]
        needs = [left * root // sum(roots) if root else need for need, root in zip(needs, roots, strict=True)]
    total = sum(needs)
    return tuple(
        Column(head, Fraction(need, total), "center" if all(_short(row[at]) for row in rows) else "left")
        for at, (head, need) in enumerate(zip(heads, needs, strict=True))
    )


def _short(cell: Inlines) -> bool:
    """Whether a cell can be centred; a blank cannot: Word counts no spaces at the end of a line."""
    return width(plain(cell)) <= _SHORT and not any(isinstance(inline, Blank) for inline in cell)


def _long(needs: Sequence[int], room: int, word: int) -> set[int]:
    """The columns that need more than an even part of the room.

    Those no wider than a `word` (a telephone number) must need more than an even part of what short ones leave over.
    """
    long = {at for at, need in enumerate(needs) if need * len(needs) > room}
    room -= sum(need for at, need in enumerate(needs) if at not in long)
    while short := {at for at in long if needs[at] <= word and needs[at] * len(long) <= room}:
        long -= short
        room -= sum(needs[at] for at in short)
    return long


def breadth(text: str) -> int:
    """How wide a text is on one line: a letter or digit a little more than half a Chinese character, air between."""
    return _UNIT * width(text) + _UNIT * 3 // 20 * len(_LATIN.findall(text)) + _UNIT // 2 * len(_JOINT.findall(text))


_LATIN = re.compile("[0-9A-Za-z]")
# A single Chinese character at either end counts twice: Pango takes the air on both its sides for part of the line.
_JOINT = re.compile(
    "(?<=[一-龥])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-龥])|(?<=[0-9A-Za-z][一-龥])$|^(?=[一-龥][0-9A-Za-z])"
)
_WORD = 16
"""Half-width characters up to which a column's widest cell is better not broken."""
_SHORT = 14
"""Half-width characters up to which a column's cells count as short."""

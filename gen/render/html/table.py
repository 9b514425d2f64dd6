"""Tables: the head repeats on every page, rows stay whole, and sums never stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from gen.model.blocks import Column, Inlines, Merge, Table
from gen.model.paper import Paper
from gen.model.text import covered, plain
from gen.model.theme import Theme
from gen.render.html.form import PADDING, form_element
from gen.render.html.inline import inlines_html, text_html
from gen.source import width

LONGEST_ROW = 0.4
"""A row that takes more than this part of a page may break, or it would leave most of a page empty before it."""
WHOLE_TABLE = 0.25
"""A table whose rows take no more than this part of a page stays on one."""
LONGEST_MERGE = 8
"""Rows that a merged cell goes over stay on one page, if they are no more than these."""


def table_element(table: Table, theme: Theme, paper: Paper, attributes: str) -> str:
    """A table with its caption; `attributes` go into its start tag."""
    if table.ruling:
        return form_element(table, table.ruling, theme, paper, attributes)
    return "\n".join(_parts(table, theme, paper, attributes))


def _parts(table: Table, theme: Theme, paper: Paper, attributes: str) -> Iterator[str]:
    whole = " whole" if _depth(table, theme, paper) <= WHOLE_TABLE * paper.text_height else ""
    yield f'<table class="table{whole}"{attributes}>'
    if table.caption:
        yield f'<caption class="table_caption">{text_html(table.number)}　{inlines_html(table.caption)}</caption>'
    yield "<colgroup>"
    yield from (f'<col style="width: {float(column.share):.4%}"/>' for column in table.columns)
    yield "</colgroup>"
    if _head_is_long(table, theme, paper):
        yield "<tbody>"
        yield from (row.replace("<tr>", '<tr class="long">') for row in _head(table))
        yield "</tbody>\n<tbody>"
    else:
        yield "<thead>"
        yield from _head(table)
        yield "</thead>\n<tbody>"
    yield from _rows(table, theme, paper)
    yield "</tbody>\n</table>"


def _head(table: Table) -> Iterator[str]:
    """One row of heads, or two: where a column belongs to no group, its head goes over both."""
    if not table.groups:
        yield "<tr>" + "".join(_column_head(column) for column in table.columns) + "</tr>"
        return
    upper: list[str] = []
    lower: list[str] = []
    columns = iter(table.columns)
    for group in table.groups:
        members = [next(columns) for _ in range(group.columns)]
        if group.head:
            upper.append(
                f'<th class="table_head" scope="colgroup"{_span(1, group.columns)}>{inlines_html(group.head)}</th>'
            )
            lower += [_column_head(column) for column in members]
        else:
            upper += [_column_head(column, 2) for column in members]
    yield f"<tr>{''.join(upper)}</tr>\n<tr>{''.join(lower)}</tr>"


def _column_head(column: Column, down: int = 1) -> str:
    return f'<th class="table_head" scope="col"{_span(down, 1)}>{inlines_html(column.head)}</th>'


def _rows(table: Table, theme: Theme, paper: Paper) -> Iterator[str]:
    hidden = covered(table)
    merges = {(merge.row, merge.column): merge for merge in table.merges}
    joined = {row for merge in table.merges if merge.down <= LONGEST_MERGE for row in _down(merge)[1:]}
    sums = len(table.rows) - table.totals
    # No table leaves its first or its last row alone on a page.
    joined |= {1, len(table.rows) - 1} - {0}
    # A row that merges have taken in as a whole is none.
    gone = {row for row in range(len(table.rows)) if all((row, at) in hidden for at in range(len(table.columns)))}
    for number, row in enumerate(table.rows):
        if number in gone:
            continue
        cells = tuple(zip(table.columns, row, strict=True))
        classes = [
            *(["long"] if any(_is_long(*cell, theme, paper) for cell in cells) else []),
            *(["joined"] if number in joined or number >= max(sums, 1) else []),
        ]
        style = "table_total" if number >= sums else "table_cell"
        yield f'<tr class="{" ".join(classes)}">' if classes else "<tr>"
        for at, (column, text) in enumerate(cells):
            if (number, at) not in hidden:
                merge = merges.get((number, at))
                span = _span(merge.down - len(gone & {*_down(merge)}), merge.across) if merge else ""
                yield f'<td class="{style} {column.align}"{span}>{inlines_html(text)}</td>'
        yield "</tr>"


def _down(merge: Merge) -> range:
    """The rows that a merged cell goes over."""
    return range(merge.row, merge.row + merge.down)


def _span(down: int, across: int) -> str:
    return (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")


def _is_long(column: Column, text: Inlines, theme: Theme, paper: Paper) -> bool:
    """Whether a cell is so high that its row may break."""
    return _lines(column, text, theme, paper) * theme.styles["table_cell"].line > LONGEST_ROW * paper.text_height


def _head_is_long(table: Table, theme: Theme, paper: Paper) -> bool:
    """Whether the heads are so high that they are rows like others: a head that fits no page would be left out."""
    columns = iter(table.columns)
    groups = [
        Column(group.head, sum((next(columns).share for _ in range(group.columns)), Fraction(0)))
        for group in table.groups
    ]
    lines = sum(
        max((_lines(column, column.head, theme, paper) for column in row), default=0) for row in (groups, table.columns)
    )
    return lines * theme.styles["table_head"].line > LONGEST_ROW * paper.text_height


def _lines(column: Column, text: Inlines, theme: Theme, paper: Paper) -> float:
    """About how many lines a cell has."""
    style = theme.styles["table_cell"]
    room = float(column.share) * paper.text_width - 2 * theme.table.padding
    return width(plain(text)) / 2 * style.size / max(room, style.size)


def _depth(table: Table, theme: Theme, paper: Paper) -> float:
    """About how high the rows of a table are together."""
    lines = sum(
        max(map(ceil, (_lines(*cell, theme, paper) for cell in zip(table.columns, row, strict=True))), default=1) or 1
        for row in table.rows
    )
    return lines * theme.styles["table_cell"].line + len(table.rows) * PADDING

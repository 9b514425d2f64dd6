"""Forms: labels shaded, fields empty, rows as high as there is to be written into them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from gen.model.blocks import FormCell, Ruling, Table
from gen.model.paper import Paper
from gen.model.text import covered, plain
from gen.model.theme import Theme
from gen.render.form_looks import beside
from gen.render.html.css import points
from gen.render.html.inline import inlines_html
from gen.source import width

PADDING = 80
"""Twips above and below the text of a cell, as the style sheet has them."""
_CLASSES: dict[FormCell, str] = {
    "label": "table_cell center label", "field": "table_cell left", "box": "table_cell center",
    "given": "table_cell left", "count": "table_cell center", "head": "table_head", "band": "table_head",
}  # fmt: skip


def form_element(table: Table, ruling: Ruling, theme: Theme, paper: Paper, attributes: str) -> str:
    """A form; `attributes` go into its start tag."""
    across = {(merge.row, merge.column): merge.across for merge in table.merges}
    rows = [_row(table, ruling, number, across, theme) for number in range(len(table.rows))]
    whole = " whole" if sum(_heights(table, ruling, across, theme, paper)) <= paper.text_height - beside(theme) else ""
    widths = (f'<col style="width: {float(column.share):.4%}"/>' for column in table.columns)
    return "\n".join(
        (
            f'<table class="table{whole}"{attributes}>',
            f"<colgroup>{''.join(widths)}</colgroup>",
            *(("<thead>", *rows[: ruling.heads], "</thead>") if ruling.heads else ()),
            "<tbody>",
            *rows[ruling.heads :],
            "</tbody>",
            "</table>",
        )
    )


def _row(table: Table, ruling: Ruling, number: int, across: dict[tuple[int, int], int], theme: Theme) -> str:
    hidden, lines = covered(table), ruling.lines[number]
    # Nothing stands alone under its heading, and no row alone at the foot of a form.
    joined = number > ruling.heads and (
        ruling.cells[number - 1][0] in {"head", "band"} or number in {ruling.heads + 1, len(table.rows) - 1}
    )
    height = lines * theme.styles["table_cell"].line
    style = f' style="height: {points(height)}"' if lines > 1 else ""

    def cells() -> Iterator[str]:
        for at, text in enumerate(table.rows[number]):
            if (number, at) in hidden:
                continue
            kind, columns = ruling.cells[number][at], across.get((number, at), 1)
            span = f' colspan="{columns}"' if columns > 1 else ""
            tag = "th" if kind in {"head", "band"} else "td"
            yield f'<{tag} class="{_CLASSES[kind]}"{span}{style}>{inlines_html(text)}</{tag}>'

    start = '<tr class="joined">' if joined else "<tr>"
    return f"{start}{''.join(cells())}</tr>"


def _heights(
    table: Table, ruling: Ruling, across: dict[tuple[int, int], int], theme: Theme, paper: Paper
) -> Iterator[int]:
    """About how high each row is."""
    cell = theme.styles["table_cell"]
    for number, row in enumerate(table.rows):
        lines = ruling.lines[number]
        for at, text in enumerate(row):
            share = float(sum(column.share for column in table.columns[at : at + across.get((number, at), 1)]))
            room = max(share * paper.text_width - 2 * theme.table.padding, cell.size)
            lines = max(lines, ceil(width(plain(text)) / 2 * cell.size / room))
        yield lines * cell.line + PADDING + theme.table.border

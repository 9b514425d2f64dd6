"""Tables: the head repeats on every page, rows stay whole."""

from __future__ import annotations

from collections.abc import Iterator

from gen.model.blocks import Column, Inlines, Table, plain
from gen.model.theme import Theme
from gen.render.html.inline import inlines_html, text_html
from gen.source import width

LONGEST_ROW = 0.4
"""A row that takes more than this part of a page may break, or it would leave most of a page empty before it."""


def table_element(table: Table, theme: Theme, attributes: str) -> str:
    """A table with its caption; `attributes` go into its start tag."""
    return "\n".join(_parts(table, theme, attributes))


def _parts(table: Table, theme: Theme, attributes: str) -> Iterator[str]:
    yield f'<table class="table"{attributes}>'
    if table.caption:
        yield f'<caption class="table_caption">{text_html(table.number)}　{inlines_html(table.caption)}</caption>'
    yield "<colgroup>"
    yield from (f'<col style="width: {float(column.share):.4%}">' for column in table.columns)
    yield "</colgroup>\n<thead>\n<tr>"
    yield from (f'<th class="table_head" scope="col">{inlines_html(column.head)}</th>' for column in table.columns)
    yield "</tr>\n</thead>\n<tbody>"
    for row in table.rows:
        cells = tuple(zip(table.columns, row, strict=True))
        yield '<tr class="long">' if any(_is_long(*cell, theme) for cell in cells) else "<tr>"
        yield from (f'<td class="table_cell {column.align}">{inlines_html(text)}</td>' for column, text in cells)
        yield "</tr>"
    yield "</tbody>\n</table>"


def _is_long(column: Column, text: Inlines, theme: Theme) -> bool:
    """Whether a cell is so high that its row may break."""
    page, style = theme.page, theme.styles["table_cell"]
    room = float(column.share) * (page.width - page.margins.left - page.margins.right) - 2 * theme.table.padding
    lines = width(plain(text)) / 2 * style.size / max(room, style.size)
    return lines * style.line > LONGEST_ROW * (page.height - page.margins.top - page.margins.bottom)

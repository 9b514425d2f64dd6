"""The rows of a form: labels shaded, fields open, rows as high as there is to be written into them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from gen.model.blocks import FormCell, Ruling, Table
from gen.model.text import covered
from gen.model.theme import Theme
from gen.render.docx.markup import paragraph
from gen.render.docx.pen import Pen
from gen.render.docx.styles import cell_style, field_style, style_id
from gen.render.docx.tablestyle import CELL_MARGIN, shading
from gen.render.form_looks import label_fill

_ALIGN: dict[FormCell, Literal["left", "center"]] = {
    "label": "center", "field": "left", "box": "center", "given": "left", "count": "center",
}  # fmt: skip


def form_rows(table: Table, ruling: Ruling, widths: list[int], kept: frozenset[int], pen: Pen) -> str:
    """The rows of a form; those in `kept` stay on the page of the next one."""
    hidden, across = covered(table), {(merge.row, merge.column): merge.across for merge in table.merges}

    def cells(number: int) -> Iterator[str]:
        behind = "<w:keepNext/>" if number in kept else ""
        for at, text in enumerate(table.rows[number]):
            if (number, at) in hidden:
                continue
            columns, kind = across.get((number, at), 1), ruling.cells[number][at]
            name = "table_head" if kind in {"head", "band"} else "table_cell"
            content = paragraph(_style(kind), pen.runs(text, name), behind)
            span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
            width = f'<w:tcW w:w="{sum(widths[at : at + columns])}" w:type="dxa"/>'
            yield f"<w:tc><w:tcPr>{width}{span}{_shade(kind, pen.theme)}</w:tcPr>{content}</w:tc>"

    return "".join(
        f"<w:tr><w:trPr>{_row(number, ruling, pen.theme)}</w:trPr>{''.join(cells(number))}</w:tr>"
        for number in range(len(table.rows))
    )


def least_height(lines: int, theme: Theme) -> int:
    """How high a row is at least that has so many lines of writing, with the line below it, in twips."""
    return lines * theme.styles["table_cell"].line + 2 * CELL_MARGIN + theme.table.border


def _row(number: int, ruling: Ruling, theme: Theme) -> str:
    lines = ruling.lines[number]
    height = f'<w:trHeight w:val="{least_height(lines, theme)}" w:hRule="atLeast"/>' if lines > 1 else ""
    return f"<w:cantSplit/>{height}{'<w:tblHeader/>' if number < ruling.heads else ''}"


def _style(kind: FormCell) -> str:
    if kind in {"head", "band"}:
        return style_id("table_head")
    align = _ALIGN[kind]
    return field_style(align) if kind in {"field", "box"} else cell_style("table_cell", align)


def _shade(kind: FormCell, theme: Theme) -> str:
    if kind in {"head", "band"}:
        return shading(theme.table.head_fill)
    return shading(label_fill(theme.table)) if kind == "label" else ""

"""Tables and their captions."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import accumulate, pairwise

from gen.model.blocks import Table
from gen.model.theme import Level
from gen.render.docx.markup import field, paragraph, run
from gen.render.docx.pen import Pen
from gen.render.docx.styles import CELLS, TABLE, style_id, text_width

SEQUENCE = "表"
"""Name of the series by which Word numbers tables."""


def table_xml(table: Table, pen: Pen, *, keep: bool) -> str:
    """A table as wide as the text, whose head row repeats and whose rows do not break; without its caption.

    `keep` holds its last row on the page of what follows (a signature).
    """
    widths = column_widths(table, text_width(pen.theme))
    head = zip(widths, (column.head for column in table.columns), strict=True)
    head_style = style_id("table_head")
    rows = [_row([_cell(width, head_style, pen.runs(text, "table_head")) for width, text in head], _HEAD)]
    opening = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{CELLS[column.align]}"/>'
        for width, column in zip(widths, table.columns, strict=True)
    ]
    for number, row in enumerate(table.rows, 1):
        kept = "<w:keepNext/></w:pPr>" if keep and number == len(table.rows) else "</w:pPr>"
        cells = zip(opening, row, strict=True)
        rows.append(_row([f"{start}{kept}{pen.runs(text, 'table_cell')}</w:p></w:tc>" for start, text in cells], _BODY))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def caption_xml(table: Table, count: int, level: Level, pen: Pen, properties: str = "") -> str:
    """The caption above a table; `count` is what Word's own count comes to here if nobody interferes."""
    label = pen.anchored(table.anchor, _label(table.number, count, level))
    text = run("　") + pen.runs(table.caption, "table_caption")
    return paragraph(style_id("table_caption"), label + text, properties)


def counted(table: Table, level: Level) -> int | None:
    """The count in a table's number, none if it is not written as the scheme says, in plain digits."""
    match = re.fullmatch(_pattern(level), table.number)
    return int(match["count"]) if match else None


def column_widths(table: Table, whole: int) -> list[int]:
    """Widths of the columns in twips; they sum to exactly `whole`."""
    ends = accumulate((column.share for column in table.columns), initial=Fraction(0))
    total = sum(column.share for column in table.columns)
    return [right - left for left, right in pairwise(round(end / total * whole) for end in ends)]


def _label(number: str, count: int, level: Level) -> str:
    match = re.fullmatch(_pattern(level), number)
    if match is None:
        return run(number)
    # The field counts on by itself; where the settled number leaves the row, it is told where to go on.
    reset = "" if int(match["count"]) == count else rf" \r {match['count']}"
    sequence = field(rf"SEQ {SEQUENCE} \* ARABIC{reset}", run(match["count"]))
    return run(match["before"]) + sequence + run(match["behind"])


def _pattern(level: Level) -> str:
    before, hole, behind = level.format.partition("{1}")
    if not hole:
        return r"(?!)"
    return f"(?P<before>{re.escape(before)})(?P<count>[0-9]+)(?P<behind>{re.escape(behind)})"


def _cell(width: int, style: str, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, content)}</w:tc>'


def _row(cells: list[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


_BODY = "<w:cantSplit/>"
_HEAD = "<w:cantSplit/><w:tblHeader/>"

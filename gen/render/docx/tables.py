"""Tables: head rows, rows, merged cells and sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise

from gen.model.blocks import Inlines, Table
from gen.model.text import covered
from gen.render.docx.forms import form_rows
from gen.render.docx.markup import paragraph
from gen.render.docx.pen import Pen
from gen.render.docx.styles import cell_style, style_id
from gen.render.docx.tablestyle import TABLE, shading


@dataclass(frozen=True, slots=True)
class Rows:
    """Which rows of a table stay on the page of the next one, and which may break."""

    kept: frozenset[int]
    long: frozenset[int]


def table_xml(table: Table, whole: int, rows: Rows, pen: Pen) -> str:
    """A table `whole` twips wide, whose head rows repeat; without its caption."""
    widths = column_widths(table, whole)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    if table.ruling:
        look, body = _NO_HEAD, form_rows(table, table.ruling, widths, rows.kept, pen)
    else:
        look, body = _FIRST_HEAD, _head(table, widths, pen) + "".join(_rows(table, widths, rows, pen))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def column_widths(table: Table, whole: int) -> list[int]:
    """Widths of the columns in twips; they sum to exactly `whole`."""
    return list(_widths(tuple(column.share for column in table.columns), whole))


@lru_cache(maxsize=256)
def _widths(shares: tuple[Fraction, ...], whole: int) -> tuple[int, ...]:
    """The same for the shares of the columns: a table is measured and written, and many share their shape."""
    total = sum(shares)
    ends = (round(end / total * whole) for end in accumulate(shares, initial=Fraction(0)))
    return tuple(right - left for left, right in pairwise(ends))


@dataclass(frozen=True, slots=True)
class Span:
    """A cell that is more than one place of the grid: the columns it goes over, and how it goes down."""

    across: int
    down: str
    """The property that says so; empty for a cell of one row."""
    begins: bool
    """Whether it is the upper one of those that are one."""


def spans(table: Table) -> dict[tuple[int, int], Span]:
    """The merged cells of a table, by row and column of the left end of each row of theirs."""
    found = {}
    for merge in table.merges:
        for row in range(merge.row, merge.row + merge.down):
            begins = row == merge.row
            down = "" if merge.down == 1 else _RESTART if begins else _GOES_ON
            found[row, merge.column] = Span(merge.across, down, begins)
    return found


def _head(table: Table, widths: list[int], pen: Pen) -> str:
    """The head rows: a column that no group stands over has one head as high as both."""
    if not table.groups:
        cells = (
            _head_cell(width, pen.runs(one.head, "table_head"))
            for width, one in zip(widths, table.columns, strict=True)
        )
        return _row(cells, _HEAD)
    upper: list[str] = []
    lower: list[tuple[int, Inlines, str]] = []
    at = 0
    # The style of the table gives its colour to the first row only.
    fill = shading(pen.theme.table.head_fill)
    for group in table.groups:
        over = slice(at, at + group.columns)
        heads = list(zip(widths[over], table.columns[over], strict=True))
        at += group.columns
        if group.head:
            across = f'<w:gridSpan w:val="{group.columns}"/>' if group.columns > 1 else ""
            upper.append(_head_cell(sum(widths[over]), pen.runs(group.head, "table_head"), across))
            lower += [(width, column.head, fill) for width, column in heads]
        else:
            upper += [_head_cell(width, pen.runs(column.head, "table_head"), _RESTART) for width, column in heads]
            lower += [(width, (), _GOES_ON + fill) for width, _ in heads]
    below = (_head_cell(width, pen.runs(head, "table_head"), properties) for width, head, properties in lower)
    return _row(upper, _HEAD) + _row(below, _HEAD)


def _rows(table: Table, widths: list[int], rows: Rows, pen: Pen) -> Iterator[str]:
    merged, hidden = spans(table), covered(table)
    names = ["table_cell"] * (len(table.rows) - table.totals) + ["table_total"] * table.totals
    looks = {name: [cell_style(name, column.align) for column in table.columns] for name in set(names)}
    for number, (row, name) in enumerate(zip(table.rows, names, strict=True)):
        styles = looks[name]
        behind = "<w:keepNext/>" if number in rows.kept else ""
        properties = "" if number in rows.long else _BODY
        if not merged:
            yield _row(
                [
                    f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
                    f"{behind}</w:pPr>{pen.runs(text, name)}</w:p></w:tc>"
                    for width, style, text in zip(widths, styles, row, strict=True)
                ],
                properties,
            )
            continue
        cells = []
        for at, (style, text) in enumerate(zip(styles, row, strict=True)):
            span = merged.get((number, at), _ONE)
            if (number, at) in hidden and not span.down:
                continue
            across = f'<w:gridSpan w:val="{span.across}"/>' if span.across > 1 else ""
            shown: Inlines = text if span.begins else ()
            content = paragraph(style, pen.runs(shown, name), behind)
            cells.append(_cell(sum(widths[at : at + span.across]), content, across + span.down))
        yield _row(cells, properties)


def _head_cell(width: int, content: str, properties: str = "") -> str:
    return _cell(width, paragraph(style_id("table_head"), content), properties)


def _cell(width: int, content: str, properties: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _row(cells: Iterator[str] | list[str], properties: str) -> str:
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"
        if properties
        else f"<w:tr>{''.join(cells)}</w:tr>"
    )


_FIRST_HEAD, _NO_HEAD = 'w:val="0020" w:firstRow="1"', 'w:val="0000" w:firstRow="0"'
_ONE = Span(1, "", begins=True)
_RESTART, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_BODY = "<w:cantSplit/>"
_HEAD = "<w:cantSplit/><w:tblHeader/>"

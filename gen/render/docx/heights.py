"""How high tables, figures and footnotes are: the part of the page estimate that is not lines of running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gen.model.blocks import Figure, Footnote, Inlines, Ruling, Table
from gen.model.paper import Paper
from gen.model.text import covered, plain
from gen.model.theme import Theme
from gen.render.docx.measure import Face, face, line_count
from gen.render.docx.pictures import picture_of
from gen.render.docx.styles import FIGURE_ABOVE
from gen.render.docx.tables import Rows, column_widths
from gen.render.docx.tablestyle import CELL_MARGIN
from gen.render.form_looks import beside

LONGEST_ROW = 40
"""A row that takes more than so many hundredths of a page may break, or it would leave most of a page empty."""

WHOLE_TABLE = 25
"""A table whose rows take no more than so many hundredths of a page stays on one."""


def head_height(table: Table, whole: int, theme: Theme) -> int:
    """Height of the head rows together, with the line on top of the table and those below each row."""
    if table.ruling:
        return sum(row_heights(table, whole, theme)[: table.ruling.heads]) + theme.table.border
    style, look = theme.styles["table_head"], theme.table
    type_ = face(style, theme)
    widths = column_widths(table, whole)
    lines = [
        line_count(plain(column.head), type_, width - 2 * look.padding)
        for column, width in zip(table.columns, widths, strict=True)
    ]
    row = 2 * CELL_MARGIN + look.border
    if not table.groups:
        return max(lines) * style.line + row + look.border
    at = upper = lower = high = 0
    for group in table.groups:
        over = slice(at, at + group.columns)
        at += group.columns
        if group.head:
            upper = max(upper, line_count(plain(group.head), type_, sum(widths[over]) - 2 * look.padding))
            lower = max(lower, *lines[over])
        else:
            high = max(high, *lines[over])
    both = (max(upper, 1) + max(lower, 1)) * style.line + 2 * row
    return max(both, high * style.line + 2 * CELL_MARGIN + look.border) + look.border


def row_heights(table: Table, whole: int, theme: Theme) -> list[int]:
    """Height of each row with the line below it."""
    padding, widths = 2 * theme.table.padding, column_widths(table, whole)
    measures = [width - padding for width in widths]
    styles = {name: theme.styles[name] for name in ("table_cell", "table_total")}
    faces = {name: face(style, theme) for name, style in styles.items()}
    around = 2 * CELL_MARGIN + theme.table.border
    names = ["table_cell"] * (len(table.rows) - table.totals) + ["table_total"] * table.totals
    if not table.merges and not table.ruling:
        return [
            _lines(row, faces[name], measures) * styles[name].line + around
            for row, name in zip(table.rows, names, strict=True)
        ]
    merged = {(merge.row, merge.column): merge for merge in table.merges}
    hidden = covered(table)
    heights, high = [], []
    for number, (row, name) in enumerate(zip(table.rows, names, strict=True)):
        lines = table.ruling.lines[number] if table.ruling else 1
        for at, text in enumerate(row):
            merge = merged.get((number, at))
            if merge:
                room = sum(widths[at : at + merge.across]) - padding
                taken = line_count(plain(text), faces[name], room)
                high.append((merge, taken * styles[name].line + around))
                lines = max(lines, taken if merge.down == 1 else 1)
            elif (number, at) not in hidden:
                lines = max(lines, line_count(plain(text), faces[name], measures[at]))
        heights.append(lines * styles[name].line + around)
    for merge, needed in high:
        # What a merged cell needs beyond its rows makes the last of them higher.
        last = merge.row + merge.down
        heights[last - 1] += max(0, needed - sum(heights[merge.row : last]))
    return heights


def _lines(row: Sequence[Inlines], type_: Face, measures: Sequence[int]) -> int:
    return max(line_count(plain(text), type_, measure) for text, measure in zip(row, measures, strict=True))


def rows_of(table: Table, heights: Sequence[int], sheet: Paper, theme: Theme, *, keep: bool) -> Rows:
    """The rows that stay together and those that may break; `keep` holds the last one on the page of what follows.

    A small table stays whole, and no table leaves its first or its last row alone on a page. Sums stay with the row
    above them, rows with those that they share a cell with: unless they are higher together than a single row may be.
    """
    if table.ruling:
        return _rows_of_form(table.ruling, heights, sheet.text_height - beside(theme), keep=keep)
    most = sheet.text_height * LONGEST_ROW // 100
    together = [(merge.row, merge.row + merge.down) for merge in table.merges]
    together += [(0, 2), (len(heights) - 2, len(heights))] if len(heights) > 1 else []
    if sum(heights) * 100 <= sheet.text_height * WHOLE_TABLE:
        together.append((0, len(heights)))
    if table.totals:
        together.append((max(len(table.rows) - table.totals - 1, 0), len(table.rows)))
    kept = {at for start, end in together if sum(heights[start:end]) <= most for at in range(start, end - 1)}
    long = frozenset(at for at, height in enumerate(heights) if height > most)
    return Rows(frozenset(kept | {len(heights) - 1} if keep else kept), long)


def _rows_of_form(ruling: Ruling, heights: Sequence[int], room: int, *, keep: bool) -> Rows:
    """A form that fits into `room` stays on one page; of a longer one no heading stands last, and no row alone."""
    last = len(heights) - 1
    if sum(heights) <= room:
        kept = set(range(last))
    else:
        kept = {number for number, cells in enumerate(ruling.cells) if cells[0] in {"head", "band"}}
        kept |= {0, ruling.heads, last - 1}
    high = frozenset(at for at, height in enumerate(heights) if height > room)
    return Rows(frozenset({at for at in kept if 0 <= at < last} | ({last} if keep else set())), high)


def picture_size(figure: Figure, sheet: Paper, theme: Theme) -> tuple[int, int]:
    """Width and height of a picture in twips: its own, or smaller where it would not fit between the margins."""
    picture = picture_of(figure)
    wide, high = picture.width, picture.height
    caption = theme.styles["figure_caption"]
    room = sheet.text_height - FIGURE_ABOVE - 3 * caption.line - caption.before - caption.after
    has, may = (wide, sheet.text_width) if wide * room >= high * sheet.text_width else (high, room)
    return (wide, high) if has <= may else (max(1, wide * may // has), max(1, high * may // has))


def notes_height(notes: Iterable[Footnote], sheet: Paper, theme: Theme) -> int:
    """Height of footnotes at the foot of the page, without the rule above them."""
    style = theme.styles["footnote"]
    type_ = face(style, theme)
    height = 0
    for note in notes:
        text = f"{note.number} {plain(note.inlines)}"
        height += line_count(text, type_, sheet.text_width, style.indent * style.size) * style.line
        height += style.before + style.after
    return height

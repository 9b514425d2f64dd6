"""The register as an Excel workbook: what is owed, the schedule, the standing time limits, and the days missing.

Every text is written as a text, so nothing that a bid says becomes a formula. The same register gives the same bytes:
the only date in the properties is the day of signing.
"""

from __future__ import annotations

import datetime
import io
from typing import Any

from gen.obligations.record import Register
from gen.obligations.sheets import STATES, Cell, Column, Sheet, sheets
from gen.report.words import harmless
from gen.source import width

_LINE = 14
"""Points of a line of text."""
_HIGHEST = 28
"""Lines of a row at most: Excel has no row of more than 409 points."""
_LONGEST = 32767
"""Characters that a cell can hold."""


def workbook(register: Register) -> bytes:
    """The workbook, in Chinese like the documents of the bid."""
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    bid = register.package.bid
    book.set_properties(
        {
            "title": harmless(f"{bid.project.name}履约义务清单"),
            "author": harmless(_provider(register)),
            "created": datetime.datetime(register.start.year, register.start.month, register.start.day),
        }
    )
    for sheet in sheets(register):
        _write(book, sheet, register)
    book.close()
    return content.getvalue()


def _provider(register: Register) -> str:
    company = register.package.company
    return str(company.name) if company else ""


def _write(book: Any, sheet: Sheet, register: Register) -> None:
    """Lay out one sheet: two lines about the bid, the heads, the rows; ready to be filtered, filled in and printed."""
    looks = _looks(book)
    page = book.add_worksheet(sheet.name)
    bid = register.package.bid
    page.write_string(0, 0, harmless(f"{bid.project.name}　{sheet.name}"), looks["title"])
    about = [f"项目编号：{bid.project.number}", f"采购人：{bid.customer.name}", f"合同签订：{register.start}"]
    if register.until:
        about.append(f"列至：{register.until}")
    page.write_string(1, 0, harmless("　　".join(about)), looks["about"])
    columns = (Column("序号", 5, lambda _row: None, centred=True), *sheet.columns, *sheet.beside)
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width)
        page.write_string(2, at, column.head, looks["head"])
    for number, row in enumerate(sheet.rows, 1):
        cells = [column.of(row) for column in columns[1:]]
        page.set_row(number + 2, _LINE * min(max(map(_lines, cells, columns[1:])), _HIGHEST) + 4)
        page.write_number(number + 2, 0, number, looks["centre"])
        for at, (cell, column) in enumerate(zip(cells, columns[1:], strict=True), 1):
            _put(page, (number + 2, at), cell, looks, centred=column.centred)
    if not sheet.rows:
        page.write_string(3, 1, sheet.empty, looks["about"])
    last = max(len(sheet.rows), 1) + 2
    page.autofilter(2, 0, last, len(columns) - 1)
    page.freeze_panes(3, 2)
    for at, column in enumerate(columns):
        if column.head == "状态":
            page.data_validation(3, at, last, at, {"validate": "list", "source": list(STATES)})
        elif column.head == "完成日期":
            early = datetime.date(1900, 1, 1)
            page.data_validation(3, at, last, at, {"validate": "date", "criteria": ">=", "value": early})
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.print_area(0, 0, last, len(sheet.columns))
    page.fit_to_pages(1, 0)
    page.repeat_rows(2)
    page.set_footer("&L&A&R第&P页 共&N页")


def _put(page: Any, at: tuple[int, int], value: Cell, looks: dict[str, Any], *, centred: bool) -> None:
    look = looks["centre" if centred else "cell"]
    match value:
        case None:
            page.write_blank(*at, None, looks["date"] if centred else look)
        case datetime.date() if value.year >= 1900:
            page.write_datetime(*at, value, looks["date"])
        case int():
            page.write_number(*at, value, look)
        case _:
            text = _plain(str(value))[:_LONGEST]
            page.write_string(*at, text, looks["quoted"] if text.startswith(("=", "+", "-", "@")) else look)


def _lines(cell: Cell, column: Column) -> int:
    """How many lines a text takes in its column; not every program finds the height of a row by itself."""
    if not isinstance(cell, str):
        return 1
    return sum(max(-(-width(line) // (column.width - 1)), 1) for line in cell.splitlines()) or 1


def _plain(text: str) -> str:
    """A text without the characters that a cell cannot hold, its line ends kept."""
    return "\n".join(harmless(line) for line in text.splitlines())


def _looks(book: Any) -> dict[str, Any]:
    font = {"font_name": "宋体", "font_size": 10}
    box = {**font, "border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
    quoted = book.add_format(box)
    quoted.set_quote_prefix()
    return {
        "title": book.add_format({**font, "font_size": 14, "bold": True}),
        "about": book.add_format({**font, "font_color": "#595959"}),
        "head": book.add_format({**box, "bold": True, "bg_color": "#DDE4EE", "align": "center", "valign": "vcenter"}),
        "cell": book.add_format(box),
        "quoted": quoted,
        "centre": book.add_format({**box, "align": "center"}),
        "date": book.add_format({**box, "align": "center", "num_format": "yyyy-mm-dd"}),
    }

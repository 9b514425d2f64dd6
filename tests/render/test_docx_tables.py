"""Tables: two head rows, merged cells, sums, rows that may and may not break, tables as wide as their sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gen.model.blocks import Block, BodyStart, Merge, Paragraph, Sheet, Table
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from tests.render import complete, word
from tests.render.documents import Numbers, document, inlines, mark, theme

W, NS = word.W, word.NS
ONE = (("级别", 1.0, "left"),)


def limits() -> Table:
    return complete.limits_table(complete.Numbers(theme().numbering["chapters"]))


def long_limits() -> Table:
    """The same with so many rows in between that it does not stay whole."""
    table = limits()
    return replace(table, rows=(*table.rows[:2], *[table.rows[1]] * 20, *table.rows[2:]), merges=table.merges[:1])


def tables(*blocks: Block) -> list[Any]:
    """The tables of a document of these blocks."""
    root = word.part(write_docx(document([BodyStart(new_page=False), *blocks]), theme()))
    return list(root.iter(f"{W}tbl"))


def cells(table: Any) -> list[list[str]]:
    """Each row as the texts of its cells: `2>` goes over two columns, `v` begins a cell that goes down, `^` goes on."""
    return [[_cell(cell) for cell in row.iterfind("w:tc", NS)] for row in table.iterfind("w:tr", NS)]


def _cell(cell: Any) -> str:
    span, merge = cell.find("w:tcPr/w:gridSpan", NS), cell.find("w:tcPr/w:vMerge", NS)
    across = "" if span is None else f"{span.get(f'{W}val')}>"
    down = "" if merge is None else "v" if merge.get(f"{W}val") == "restart" else "^"
    return across + down + word.text(cell.find("w:p", NS))


def flags(table: Any, path: str) -> list[bool]:
    """For each row, whether it has an element."""
    return [row.find(path, NS) is not None for row in table.iterfind("w:tr", NS)]


def styles(table: Any, row: int) -> list[str | None]:
    return [word.style(p) for p in table.findall("w:tr", NS)[row].iterfind("w:tc/w:p", NS)]


def test_groups_merges_and_sums_are_put_as_word_understands_them() -> None:
    (table,) = tables(limits())
    assert cells(table) == [
        ["v级别", "2>时限", "v说明"],
        ["^", "到场", "解决", "^"],
        ["v一级", "2小时", "8小时", "核心业务中断"],
        ["^", "4小时", "12小时", "部分科室中断"],
        ["二级", "2>次日", "有替代手段"],
        ["合计", "12次", "12次", "全年"],
    ]
    assert flags(table, "w:trPr/w:tblHeader") == [True, True, False, False, False, False]
    assert all(flags(table, "w:trPr/w:cantSplit"))
    assert styles(table, 4) == ["TableCellCenter", "TableCellCenter", "TableCell"]
    assert styles(table, 5) == ["TableTotalCenter", "TableTotalCenter", "TableTotalCenter", "TableTotal"]


def test_widths_of_merged_cells_are_those_of_their_columns() -> None:
    (table,) = tables(limits())
    grid = [int(e.get(f"{W}w")) for e in table.iterfind("w:tblGrid/w:gridCol", NS)]
    rows = [[int(e.get(f"{W}w")) for e in r.iterfind("w:tc/w:tcPr/w:tcW", NS)] for r in table.iterfind("w:tr", NS)]
    assert rows[0] == rows[4] == [grid[0], grid[1] + grid[2], grid[3]]
    assert {sum(row) for row in rows} == {sum(grid)}


def test_sums_stay_with_the_row_above_and_rows_that_share_a_cell_with_each_other() -> None:
    (table,) = tables(long_limits())
    # Heads are kept by their style.
    assert flags(table, "w:tc/w:p/w:pPr/w:keepNext") == [False, False, True, *[False] * 21, True, False]


def test_no_table_leaves_its_first_or_its_last_row_alone() -> None:
    n = Numbers(theme().numbering["chapters"])
    rows = [(f"第{number}项", "处理") for number in range(40)]
    (table,) = tables(n.table("", (("级别", 0.25, "left"), ("内容", 0.75, "left")), rows))
    assert flags(table, "w:tc/w:p/w:pPr/w:keepNext") == [False, True, *[False] * 37, True, False]


def test_a_table_of_no_more_than_a_third_of_a_page_stays_whole() -> None:
    (table,) = tables(limits())
    assert flags(table, "w:tc/w:p/w:pPr/w:keepNext") == [False, False, True, True, True, False]


def test_rows_that_share_a_cell_part_where_they_are_too_high_together() -> None:
    """As high as two fifths of a page at most, or LibreOffice leaves a page empty before them."""
    n = Numbers(theme().numbering["chapters"])
    heads = (("级别", 0.25, "left"), ("内容", 0.75, "left"))
    rows = [("一级", "字" * 31 * 7), ((), "字" * 31 * 7), ("二级", "字" * 31 * 8), ((), "字" * 31 * 8)]
    table = replace(n.table("", heads, rows), merges=(Merge(0, 0, down=2), Merge(2, 0, down=2)))
    assert flags(tables(table)[0], "w:tc/w:p/w:pPr/w:keepNext") == [False, True, False, False, False]


def test_the_colour_behind_both_head_rows() -> None:
    (table,) = tables(limits())
    fills = [[e.get(f"{W}fill") for e in row.iterfind("w:tc/w:tcPr/w:shd", NS)] for row in table.iterfind("w:tr", NS)]
    # The first head row has it from the style of the table.
    assert fills == [[], [theme().table.head_fill] * 4, [], [], [], []]


def test_the_outer_lines_may_be_thicker() -> None:
    look = replace(theme().table, frame=30)
    docx = write_docx(document([BodyStart(new_page=False), limits()]), replace(theme(), table=look))
    (borders,) = word.part(docx, "word/styles.xml").iterfind("w:style[@w:styleId='BidTable']/w:tblPr/w:tblBorders", NS)
    assert {e.tag.split("}")[1]: e.get(f"{W}sz") for e in borders} == {
        **dict.fromkeys(("top", "left", "bottom", "right"), "12"),
        **dict.fromkeys(("insideH", "insideV"), "4"),
    }


def test_a_row_may_break_if_it_is_higher_than_two_fifths_of_a_page() -> None:
    # 14,003 twips of text: 5,601 are fifteen lines of 360 and the white around them, but not sixteen.
    n = Numbers(theme().numbering["chapters"])
    (table,) = tables(n.table("", ONE, [("字" * 41 * 15,), ("字" * 41 * 16,), ("字",)]))
    assert flags(table, "w:trPr/w:cantSplit") == [True, True, False, True]


def test_a_row_that_breaks_goes_on_on_the_next_page() -> None:
    n = Numbers(theme().numbering["chapters"])
    long = n.table("", ONE, [("字" * 41 * 60,)])
    model = document([BodyStart(new_page=False), long, Paragraph(inlines("后文"), mark())])
    assert lay_out(model, theme()).pages[1:] == (1, 2)


def test_a_table_is_as_wide_as_its_sheet() -> None:
    n = complete.Numbers(theme().numbering["chapters"])
    upright, turned = tables(n.table("", ONE, [("一级",)]), Sheet(landscape=True), n.table("", ONE, [("一级",)]))
    page = theme().page
    widths = [int(table.find("w:tblPr/w:tblW", NS).get(f"{W}w")) for table in (upright, turned)]
    assert widths == [
        page.width - page.margins.left - page.margins.right,
        page.height - page.margins.top - page.margins.bottom,
    ]


def test_a_small_table_goes_to_the_next_page_as_a_whole() -> None:
    """As LibreOffice 7.4 has it too: with 23 lines above, its six rows do not fit any more."""
    behind = Paragraph(inlines("后文"), mark())
    for above, page in ((22, 1), (23, 2)):
        body = [Paragraph(inlines("正文"), mark()) for _ in range(above)]
        pages = lay_out(document([BodyStart(new_page=False), *body, limits(), behind]), theme()).pages
        assert pages[-2] == page

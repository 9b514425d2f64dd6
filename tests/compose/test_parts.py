"""Parts of documents beside clauses and their tables: footnotes, figures, sums, merged cells, sheets, annexes."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from gen.compose import compose as compose_package
from gen.examine import Examined, examine
from gen.facts import facts
from gen.library import load
from gen.model.blocks import (
    Column,
    Figure,
    Footnote,
    Group,
    Heading,
    Merge,
    PageReference,
    Paragraph,
    Reference,
    Sheet,
    Table,
    Text,
)
from gen.model.text import inlines_of, lines, plain
from gen.resolve import resolve
from tests.compose.test_compose import WINDOW, Compose, LayOut, bid, blocks, clause, compose, outline, said, text_of

__all__ = ["compose"]

PRICES = """\
params:
  price:
    label: 价格
    type: table
    key: item
    key_label: 服务
    columns: {times: {label: 次数, type: count, unit: 次}, amount: {label: 金额, type: money}, note: {label: 说明}}
    default:
      巡检: {times: 4次, amount: 12000元, note: 每季度一次}
      培训: {times: 2次, amount: 8600.5元, note: 含教材}
"""


def png(
    width: int = 192, height: int = 96, chunks: bytes = b"", *, rows: bytes | None = None, woven: bool = False,
    depth: int = 8, colour: int = 0,
) -> bytes:  # fmt: skip
    """A grey picture, or what its parts make it."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress((b"\x00" + b"\x80" * width) * height) if rows is None else rows
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, woven)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunks + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# -- footnotes and drafting notes --------------------------------------------------------------------------------------


def test_footnotes_are_counted_through_the_document_and_stand_behind_their_block(compose: Compose) -> None:
    text = clause('{{ provider }}设热线^[自签订之日起。]，另设**邮箱**^[见{{ ref("table") }}的**说明**。]。')
    body = f'# 服务\n\n{WINDOW}\n\n| 甲^[备注。] |\n| --- |\n| 一 |\n\n{{{{ annex("table", "表") }}}}\n'
    examined = compose(text, outline(body))
    assert text_of(examined) == [
        "承诺书",
        "一、服务",
        "（一）我公司设热线，另设邮箱。",
        "自签订之日起。",
        "见附件一的说明。",
        "甲",
        "一",
        "备注。",
        "附件一 表",
    ]
    notes = [i for b in examined.documents[0].blocks for i in inlines_of(b) if isinstance(i, Footnote)]
    assert [note.number for note in notes] == [1, 2, 3]
    assert notes[1].inlines == (
        Text("见"), Reference("附件一", "table"), Text("的"), Text("说明", strong=True), Text("。")
    )  # fmt: skip


def test_footnotes_of_cover_and_signatures_are_counted_as_they_are_read(compose: Compose) -> None:
    more = (
        "cover: {overline: '一^[甲]', rows: {项目: '二^[乙]', 客户: '二^[乙]'}}\n"
        "signatories: [{title: '四^[丁]', lines: {签: '五^[戊]'}}]\n"
    )
    examined = compose(clause("甲。"), outline(f"# 三^[丙]\n\n{WINDOW}\n\n{{{{ signature }}}}\n", more=more))
    notes = [i for b in examined.documents[0].blocks for i in inlines_of(b) if isinstance(i, Footnote)]
    assert [(note.number, plain(note.inlines)) for note in notes] == [
        (1, "甲"), (2, "乙"), (3, "乙"), (4, "丙"), (5, "丁"), (6, "戊"),
    ]  # fmt: skip


@pytest.mark.parametrize("more", ["header: 甲^[注。]\n", "cover: {overline: 乙, rows: {}, date: '甲^[注。]'}\n"])
def test_a_footnote_that_has_no_page_to_stand_on_is_found(compose: Compose, more: str) -> None:
    examined = compose(clause("甲。"), outline(WINDOW, more=more))
    assert [str(f.message) for f in examined.findings if f.rule.id == "S111"] == [
        "a page header or date has no references and no footnotes"
    ]


@pytest.mark.parametrize("text", ["方括号[甲]和 ^ 号。", "没有结尾^[甲。", "空的^[]。", "两层^[甲^[乙]]。"])
def test_what_is_no_footnote_stays_as_it_was_written(compose: Compose, text: str) -> None:
    examined = compose(clause(text), outline(WINDOW))
    assert text_of(examined)[1].removeprefix("一、") == (text if "两层" not in text else "两层^[甲]。")


DRAFT = "甲方^[!填写全称。]应当付款^[依法。]。\n\n{drafting} 没有预付款的，删除下一款。\n\n乙方应当开票。"


def test_drafting_notes_are_printed_in_drafts_alone(workspace: LayOut) -> None:
    library, _ = load(workspace(clause(DRAFT) + outline(WINDOW, "articles")))
    package, _ = resolve(library, library.bids["demo"])
    final, draft = (compose_package(package, facts(package)[0], drafting=drafting)[0][0] for drafting in (False, True))
    assert list(lines(final)) == ["承诺书", "第一条 甲方应当付款。", "依法。", "第二条 乙方应当开票。"]
    assert list(lines(draft)) == [
        "承诺书", "第一条 甲方应当付款。", "填写全称。", "依法。",
        "没有预付款的，删除下一款。", "第二条 乙方应当开票。",
    ]  # fmt: skip
    assert [b.role for b in draft.blocks if isinstance(b, Paragraph)] == ["body", "drafting", "body"]


# -- annexes -----------------------------------------------------------------------------------------------------------


def test_headings_inside_an_annex_are_counted_apart_and_anew_in_each(compose: Compose) -> None:
    body = (
        '# 服务\n\n{{ annex("a", "甲表") }}\n\n# 说明 {#why}\n\n## 范围\n\n## 期限\n\n# 其他\n\n'
        '{{ annex("b", "乙表") }}\n\n# 说明\n\n见{{ ref("why") }}“{{ ref("why", show="title") }}”。\n'
    )
    examined = compose(clause("甲。"), outline(body, "chapters"))
    assert list(lines(examined.documents[0])) == [
        "承诺书", "第一章 服务", "附件一 甲表", "一、说明", "（一）范围", "（二）期限", "二、其他",
        "附件二 乙表", "一、说明",
        "见附件一之一“说明”。",
    ]  # fmt: skip
    headings = [(h.level, h.annex, h.inside_annex) for h in blocks(examined, Heading) if isinstance(h, Heading)]
    assert headings[1:4] == [(1, True, False), (2, False, True), (3, False, True)]


def test_clauses_in_an_annex_are_numbered_by_it(compose: Compose) -> None:
    body = f'# 一\n\n{{{{ annex("a", "甲表") }}}}\n\n{WINDOW}\n'
    assert text_of(compose(clause("甲。\n\n乙。"), outline(body, "articles")))[2:] == [
        "附件一 甲表",
        "一、甲。",
        "二、乙。",
    ]


# -- tables ------------------------------------------------------------------------------------------------------------


def tables(examined: Examined) -> list[Table]:
    return [block for block in examined.documents[0].blocks if isinstance(block, Table)]


def test_a_column_is_summed_in_figures_and_in_capitals(compose: Compose) -> None:
    text = clause('{{ price | table("报价", total="amount", capitals=true) }}', PRICES)
    table = tables(compose(text, outline(WINDOW)))[0]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["巡检", "4次", "12,000元", "每季度一次"],
        ["培训", "2次", "8,600.50元", "含教材"],
        ["合计", "", "20,600.50元", "—"],
        ["合计（大写）", "人民币贰万零陆佰元伍角", "", ""],
    ]
    assert (table.totals, table.merges) == (2, (Merge(2, 0, across=2), Merge(3, 1, across=3)))


def test_counts_of_one_unit_can_be_summed_too(compose: Compose) -> None:
    table = tables(compose(clause('{{ price | table("报价", total="times") }}', PRICES), outline(WINDOW)))[0]
    assert [plain(cell) for cell in table.rows[-1]] == ["合计", "6次", "—", "—"]
    assert (table.totals, table.merges) == (1, ())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ('total="note"', "S111 the column `note` holds no amounts that can be added"),
        ('total="amont"', "S111 the table has no column `amont` that could be summed"),
        ('total="times", capitals=true', "S111 the sum of `times` cannot be written in capitals"),
        ("capitals=true", "S111 only a sum is written in capitals: `total` names the column"),
        ('widths="1:2"', "S111 the table has 4 columns"),
        ('widths="99:1:1:99"', "S111 the narrowest column has no room for words"),
        ("total=provider", "S111 `total` is words in quotes"),
        ("widths=3", "S111 `widths` is words in quotes"),
        ('"又"', "S111 a table has one caption"),
        ('caption="又"', "S111 a table has one caption"),
        ('widths="1:x"', "S111 widths are shares, one a column: 1:3:2"),
        ('groups="服务=2"', "S111 the table has 4 columns"),
        ('groups="服务"', "S111 groups say head and number of columns: -=1, 远程=2, 现场=3"),
        ("landscape=3", "S111 `landscape` is true or false"),
    ],
)
def test_what_a_table_cannot_do_is_found(compose: Compose, options: str, message: str) -> None:
    hole = f'{{{{ price | table("报价", {options}) }}}}'
    examined = compose(clause(hole, PRICES), outline(WINDOW))
    assert said(tuple(f for f in examined.findings if f.rule.id[0] in "SR")) == [
        (message, f"clauses/hotline/window.yaml:17:3: {hole}")
    ]


@pytest.mark.parametrize("caption", ["provider", "caption=company.name", "3"])
def test_a_caption_is_words_and_not_what_stands_for_a_value(compose: Compose, caption: str) -> None:
    examined = compose(clause(f"{{{{ price | table({caption}) }}}}", PRICES), outline(WINDOW))
    assert [str(f.message) for f in examined.findings if f.rule.id == "S111"] == ["`caption` is words in quotes"]


def test_widths_and_heads_over_several_columns_are_as_asked(compose: Compose) -> None:
    text = clause('{{ price | table("报价", widths="2:1:1:4", groups="-=1, 数量与金额=2, -=1") }}', PRICES)
    table = tables(compose(text, outline(WINDOW)))[0]
    assert [str(column.share) for column in table.columns] == ["1/4", "1/8", "1/8", "1/2"]
    assert table.groups == (Group((), 1), Group((Text("数量与金额"),), 2), Group((), 1))
    assert list(lines(compose(text, outline(WINDOW)).documents[0]))[1:7] == [
        "表1　报价", "服务", "数量与金额", "说明", "次数", "金额",
    ]  # fmt: skip


def test_cells_of_a_written_table_can_be_one(compose: Compose) -> None:
    grid = "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 一 | 二 | << |\n| ^^ | ^^ | ^^ |\n| 三 | 四 | 五 |\n"
    examined = compose(clause("甲。"), outline(grid))
    table = tables(examined)[0]
    assert table.merges == (Merge(0, 0, 2, 1), Merge(0, 1, 2, 2))
    assert list(lines(examined.documents[0]))[1:] == ["甲", "乙", "丙", "一", "二", "三", "四", "五"]


@pytest.mark.parametrize(("cells", "mark"), [("<< | 二", "<<"), ("^^ | 二", "^^")])
def test_a_cell_that_has_nothing_to_be_one_with_is_found(compose: Compose, cells: str, mark: str) -> None:
    examined = compose(clause("甲。"), outline(f"| 甲 | 乙 |\n| --- | --- |\n| {cells} |\n"))
    assert [str(f.message) for f in examined.findings if f.rule.id == "S111"] == [
        f"`{mark}` has no cell to be one with, or makes no rectangle with it"
    ]


def test_cells_that_make_no_rectangle_are_found(compose: Compose) -> None:
    grid = "| 甲 | 乙 |\n| --- | --- |\n| 一 | << |\n| ^^ | 二 |\n"
    examined = compose(clause("甲。"), outline(grid))
    assert [f.rule.id for f in examined.findings if f.rule.id[0] == "S"] == ["S111"]


def test_an_amount_is_written_in_capitals_beside_its_figure(compose: Compose) -> None:
    params = "params:\n  fee: {label: 费用, type: money, default: 107000.53元}\n"
    text = clause("费用为{{ fee }}（大写：{{ fee | capitals }}）。", params)
    assert text_of(compose(text, outline(WINDOW)))[1] == "一、费用为107,000.53元（大写：人民币壹拾万柒仟元伍角叁分）。"


# -- sheets ------------------------------------------------------------------------------------------------------------


def test_a_wide_table_lies_on_a_sheet_of_its_own(compose: Compose) -> None:
    text = clause('甲。\n\n{{ price | table("报价", landscape=true) }}\n\n乙。', PRICES)
    kinds = compose(text, outline(WINDOW)).documents[0].blocks[2:]
    assert [type(block).__name__ for block in kinds] == ["Paragraph", "Sheet", "Table", "Sheet", "Paragraph"]
    assert [block.landscape for block in kinds if isinstance(block, Sheet)] == [True, False]


def test_two_wide_tables_share_their_sheets_and_none_is_left_empty(compose: Compose) -> None:
    wide = '{{ price | table("报价", landscape=true) }}'
    text = clause(f"{wide}\n\n{wide}", PRICES)
    kinds = compose(text, outline(WINDOW)).documents[0].blocks[2:]
    assert [type(block).__name__ for block in kinds] == ["Sheet", "Table", "Table"]


def test_an_outline_can_turn_the_sheets_itself(compose: Compose) -> None:
    body = "甲。\n\n{{ landscape() }}\n\n{{ landscape() }}\n\n乙。\n\n{{ portrait() }}\n\n丙。\n"
    kinds = compose(clause("甲。"), outline(body)).documents[0].blocks[2:]
    assert [type(block).__name__ for block in kinds] == ["Paragraph", "Sheet", "Paragraph", "Sheet", "Paragraph"]


# -- references --------------------------------------------------------------------------------------------------------


def test_a_reference_shows_number_title_or_page(compose: Compose) -> None:
    body = (
        '{{ ref("list") }}{{ ref("list", show="title") }}在第{{ ref("list", show="page") }}页，'
        '{{ ref("hotline.window", show="title") }}见第{{ ref("hotline.window", show="page") }}页。\n\n'
        f'# 服务\n\n{WINDOW}\n\n{{{{ annex("list", "清单") }}}}\n'
    )
    examined = compose(clause("甲。"), outline(body))
    assert text_of(examined)[1] == "附件一清单在第页，热线见第页。"
    pages = [i for b in examined.documents[0].blocks for i in inlines_of(b) if isinstance(i, PageReference)]
    assert pages == [PageReference("list"), PageReference("hotline.window")]


def test_the_page_in_another_document_is_not_known(compose: Compose) -> None:
    plan = outline('# 一 {#one}\n\n{{ clause("hotline.window") }}\n', kind="plan")
    letter = outline('见{{ ref("plan/one", show="page") }}。\n\n{{ clause("hotline.window") }}\n')
    examined = compose(clause("甲。"), plan, letter, bid("plan, letter"))
    assert [str(f.message) for f in examined.findings if f.rule.id == "R204"] == [
        "the page is known only within one document, and 服务方案 is another"
    ]


# -- what cannot stand in a text so ------------------------------------------------------------------------------------

WIDE = f"| {' | '.join('列' * 40)} |\n|{' --- |' * 40}\n|{' 值 |' * 40}"


@pytest.mark.parametrize(
    ("body", "message", "place"),
    [
        ("| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n| 三 | 四 | 五 |", "this row has 3 instead of 2 cells",
         "13:1: | 三 | 四 | 五 |"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 一 |", "this row has 1 instead of 2 cells", "12:1: | 一 |"),
        ("| 甲 | 乙 |\n| --- |\n| 一 | 二 |", "this is no table: below its head stands a row of --- with as many cells",
         "10:1: | 甲 | 乙 |"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 一 | << |\n| ^^ | 二 |",
         "`<<` has no cell to be one with, or makes no rectangle with it", "12:1: | 一 | << |"),
        ("| 甲 | << |\n| --- | --- |\n| 一 | 二 |",
         "`<<` has no cell to be one with, or makes no rectangle with it", "10:1: | 甲 | << |"),
        ('{{ annex("a", "") }}', "a heading has words", '10:1: {{ annex("a", "") }}'),
        (WIDE, "40 columns leave no room for words; the page is wide enough for ", f"10:1: {WIDE.splitlines()[0]}"),
        ("1. 一\n   1. 二\n      1. 三", "lists have 2 levels; this point is on level 3", "12:1:       1. 三"),
        ("- 一\n  - 二\n    - 三", "lists have 2 levels; this point is on level 3", "12:1:     - 三"),
        ("甲\n\n# ", "a heading has words", "12:1: # "),
        ("# 甲 {#a}\n\n# 乙 {#a}", "`a` is the name of something else already", "12:1: # 乙 {#a}"),
        ('# 甲 {#a}\n\n{{ annex("a", "乙") }}', "`a` is the name of something else already",
         '12:1: {{ annex("a", "乙") }}'),
        ("{{ signature }}", "nobody signs: the front matter has no `signatories`", "10:4: signature"),
        ("# {{ landscape() }}", "a table, figure, clause, annex or signature stands alone in a paragraph of its own",
         "10:3: {{ landscape() }}"),
        ("- {{ landscape() }}", "a table, figure, clause, annex or signature stands alone in a paragraph of its own",
         "10:3: {{ landscape() }}"),
    ],
    ids=["too many cells", "too few cells", "no table", "no rectangle", "head", "annex", "too wide", "points too deep",
         "bullets too deep", "empty heading", "two headings of a name", "annex named as a heading",
         "nobody signs", "sheet in a heading", "sheet in a list"],
)  # fmt: skip
def test_what_would_be_lost_or_printed_crooked_is_found_at_its_line(
    compose: Compose, body: str, message: str, place: str
) -> None:
    examined = compose(clause("甲。"), outline(f"{WINDOW}\n\n{body}\n"))
    told = said(tuple(f for f in examined.findings if f.rule.id == "S111"))
    assert [at for says, at in told if says.startswith(f"S111 {message}")] == [f"templates/documents/letter.md:{place}"]


def test_in_a_text_with_conditions_the_place_is_the_whole_text(compose: Compose) -> None:
    text = "{% if remote %}\n远程。\n{% endif %}\n\n| 甲 |\n| --- |\n| 一 | 二 |"
    examined = compose(clause(text), outline(WINDOW))
    (found,) = [finding for finding in examined.findings if finding.rule.id == "S111"]
    assert str(found.message) == "this row has 2 instead of 1 cells"
    assert [label.span.source.path for label in found.labels] == ["clauses/hotline/window.yaml"]


def test_cells_that_are_one_are_no_blanks(compose: Compose) -> None:
    examined = compose(clause("| 甲 | 乙 |\n| --- | --- |\n| 一 | << |\n| ^^ | <<|", ""), outline(WINDOW))
    assert [f.rule.id for f in examined.findings if f.rule.id != "R205"] == []


# -- pictures ----------------------------------------------------------------------------------------------------------


def test_a_picture_of_the_bid_is_shown_in_its_size_with_number_and_caption(workspace: LayOut) -> None:
    body = '{{ image("./net.png", "网络拓扑") }}\n\n{{ image("./net.png", "同上", width="10cm") }}\n'
    shown = workspace(clause("甲。") + outline(f'见{{{{ ref("figure.net") }}}}。\n\n{body}'))
    (shown.root / "projects/demo/net.png").write_bytes(png())
    library, findings = load(shown)
    assert [f.rule.id for f in findings if f.rule.id != "R203"] == []
    examined = examine(library, library.bids["demo"])
    first, second = [block for block in examined.documents[0].blocks if isinstance(block, Figure)]
    assert (first.number, plain(first.caption), first.picture.width, first.picture.height) == (
        "图1",
        "网络拓扑",
        2880,
        1440,
    )
    assert (second.number, second.picture.width, second.picture.height) == ("图2", 5669, 2834)
    assert first.picture.alt == "网络拓扑"
    assert list(lines(examined.documents[0]))[1] == "见图1。"


def test_two_pictures_of_one_name_are_found(workspace: LayOut) -> None:
    """What `figure.net` means would depend on which of them stands first."""
    body = '{{ image("./net.png", "办公区网络") }}\n\n{{ image("templates/net.png", "机房网络") }}\n'
    shown = workspace(clause("甲。") + outline(body))
    (shown.root / "projects/demo/net.png").write_bytes(png())
    (shown.root / "templates/net.png").write_bytes(png(9, 3))
    library, _ = load(shown)
    examined = examine(library, library.bids["demo"])
    assert said(tuple(f for f in examined.findings if f.rule.id == "S111")) == [
        (
            "S111 `figure.net` is the name of something else already",
            'templates/documents/letter.md:10:1: {{ image("templates/net.png", "机房网络") }}',
        )
    ]


def jpeg(notes: bytes = b"", data: bytes = b"five bytes\xff\x00 are few") -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, 40, 60) + b"\x01\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + notes + frame + b"\xff\xda\x00\x02" + data + b"\xff\xd9"


def exif(order: str, upright: int) -> bytes:
    """The notes of a camera: which side is up."""
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    notes = mark + struct.pack(f"{order}IHHHIHHI", 8, 1, 0x0112, 3, 1, upright, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 8) + b"Exif\x00\x00" + notes


LYING = "it is stored lying on its side (Exif), and not every reader sets it upright"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "the file cannot be opened: No such file or directory"),
        (b"", "it is neither PNG nor JPEG"),
        (b"GIF89a\x01\x00\x01\x00", "it is neither PNG nor JPEG"),
        (png()[:-20], "the file is damaged or cut off"),
        (png().replace(b"IDAT", b"IDAX"), "the file is damaged or cut off"),
        (png(chunks=b"\x00\x00\x00\x00acTL" + struct.pack(">I", zlib.crc32(b"acTL"))), "it is animated"),
        (jpeg()[:-2], "the file is damaged or cut off"),
        (jpeg()[:20], "the file is damaged or cut off"),
        (jpeg(data=b"").replace(b"\xff\xda\x00\x02", b""), "the file is damaged or cut off"),
        (jpeg(data=b"four"), "the file is damaged or cut off"),
        (jpeg(data=b"\xff\xd0...\xff\xd2..."), "the file is damaged or cut off"),
        (jpeg(data=b"four\xff\xc4\x00\x01"), "the file is damaged or cut off"),
        (jpeg(exif("<", 6)), LYING),
        (jpeg(exif(">", 3)), LYING),
        (png(rows=b"not packed"), "the file is damaged or cut off"),
        (png(rows=zlib.compress((b"\x00" + b"\x80" * 192) * 95)), "the file is damaged or cut off"),
        (png(rows=zlib.compress((b"\x05" + b"\x80" * 192) * 96)), "the file is damaged or cut off"),
        (png(rows=b""), "the file is damaged or cut off"),
        (png(depth=3), "the file is damaged or cut off"),
        (png(colour=3), "the file is damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * (11 * 2**20), "it has 11 MB; 10 MB is the limit"),
    ],
)  # fmt: skip
def test_a_picture_that_cannot_be_shown_is_found(workspace: LayOut, content: bytes | None, reason: str) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("./net.png", "网络拓扑") }}\n'))
    if content is not None:
        (shown.root / "projects/demo/net.png").write_bytes(content)
    _, findings = load(shown)
    assert said(tuple(f for f in findings if f.rule.id != "R203")) == [
        (
            f"S114 the picture `projects/demo/net.png` cannot be shown: {reason}",
            'templates/documents/letter.md:8:1: {{ image("./net.png", "网络拓扑") }}',
        )
    ]


def test_a_picture_of_too_many_pixels_is_found(workspace: LayOut) -> None:
    header = struct.pack(">IIBBBBB", 20000, 20000, 8, 0, 0, 0, 0)
    huge = png().replace(png()[16:33], header + struct.pack(">I", zlib.crc32(b"IHDR" + header)))
    shown = workspace(clause("甲。") + outline('{{ image("./net.png", "网络拓扑") }}\n'))
    (shown.root / "projects/demo/net.png").write_bytes(huge)
    _, findings = load(shown)
    assert [str(f.message) for f in findings if f.rule.id == "S114"] == [
        "the picture `projects/demo/net.png` cannot be shown: it has 20000 × 20000 pixels; 50 million are the limit"
    ]


def test_a_jpeg_is_measured_by_its_frame(workspace: LayOut) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("templates/logo.jpg", "标志") }}\n'))
    (shown.root / "templates/logo.jpg").write_bytes(jpeg())
    library, _ = load(shown)
    image = library.images["templates/logo.jpg"]
    assert (image.form, image.width, image.height) == ("jpeg", 900, 600)


@pytest.mark.parametrize(
    "content",
    [
        jpeg(exif("<", 1)),
        jpeg(b"\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff"),
        jpeg() + b"\r\nmore of the camera",
        jpeg(data=b"".join(b"..\xff" + bytes([0xD0 + at % 8]) for at in range(10))),
        jpeg(data=b"coarse\xff\xc4\x00\x02\xff\xda\x00\x02fine"),
        png(rows=zlib.compress((b"\x00" + b"\x80" * 192) * 96 + b"more")),
        png(9, 3, colour=6, depth=16, rows=zlib.compress((b"\x04" + bytes(72)) * 3)),
        png(9, 3, colour=3, depth=1, chunks=bytes.fromhex("00000003504c5445000000a77a3dda"),
            rows=zlib.compress(bytes(9))),
        png(9, 3, woven=True, rows=zlib.compress(bytes(3 + 2 + 3 + 6 + 2 * 5 + 10))),
    ],
    ids=["upright", "notes cut off", "more behind it", "restarts", "two scans",
         "too many rows", "colour", "palette", "woven"],
)  # fmt: skip
def test_a_picture_that_every_reader_shows_is_no_finding(workspace: LayOut, content: bytes) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("./net", "网络拓扑") }}\n'))
    (shown.root / "projects/demo/net").write_bytes(content)
    library, findings = load(shown)
    assert ([f for f in findings if f.rule.id == "S114"], list(library.images)) == ([], ["projects/demo/net"])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (os.mkdir, "it is a folder or a device, not a file"),
        (os.mkfifo, "it is a folder or a device, not a file"),
        (lambda path: path.symlink_to(path.name), "the file cannot be opened: Too many levels of symbolic links"),
    ],
    ids=["folder", "pipe", "link to itself"],
)
def test_a_picture_that_is_no_file_is_found(workspace: LayOut, make: Callable[[Path], None], reason: str) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("./net.png", "网络拓扑") }}\n'))
    make(shown.root / "projects/demo/net.png")
    _, findings = load(shown)
    assert [str(f.message) for f in findings if f.rule.id == "S114"] == [
        f"the picture `projects/demo/net.png` cannot be shown: {reason}"
    ]


def test_a_picture_flat_as_a_line_still_has_a_height(workspace: LayOut) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("./net.png", "线", width="1cm") }}\n'))
    (shown.root / "projects/demo/net.png").write_bytes(png(2000, 2))
    library, _ = load(shown)
    (document,) = examine(library, library.bids["demo"]).documents
    assert [(b.picture.width, b.picture.height) for b in document.blocks if isinstance(b, Figure)] == [(567, 1)]


def test_a_picture_outside_the_workspace_is_not_read(workspace: LayOut, tmp_path: Path) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("../secret.png", "标志") }}\n'))
    (shown.root.parent / "secret.png").write_bytes(png())
    _, findings = load(shown)
    assert [f"{f.rule.id} {f.message}" for f in findings if f.rule.id[0] == "S"] == [
        "S113 `../secret.png` lies outside the workspace"
    ]


# -- the cover and the theme of a kind ---------------------------------------------------------------------------------

COVER = 'cover:\n  overline: 甲\n  rows: {"包号?": "{{ project.lot }}", 采购人: "{{ customer_party.name }}"}\n'


@pytest.mark.parametrize(
    ("lot", "rows"), [("", ["采购人：示例单位"]), (", lot: 第二包", ["包号：第二包", "采购人：示例单位"])]
)
def test_a_row_of_the_cover_can_be_left_out_where_its_fact_is_not_known(
    compose: Compose, lot: str, rows: list[str]
) -> None:
    examined = compose(
        clause("甲。"),
        outline(f"{WINDOW}\n", more=COVER),
        bid().replace("submission: 2026-12-08", f"submission: 2026-12-08{lot}"),
    )
    assert text_of(examined)[2:-1] == rows


def test_a_fact_that_one_text_may_do_without_is_still_missed_by_another(compose: Compose) -> None:
    examined = compose(clause("甲。"), outline(f"{WINDOW}\n\n包号{{{{ project.lot }}}}。\n", more=COVER))
    assert [str(f.message) for f in examined.findings if f.rule.id == "R202"] == [
        "承诺书 prints `project.lot`, which has no value"
    ]


def test_a_document_kind_can_have_a_theme_of_its_own(workspace: LayOut) -> None:
    shown = workspace(
        clause("甲。") + outline(f"{WINDOW}\n") + bid(more="themes: {letter: tender-default, plan: nowhere}\n")
    )
    _, findings = load(shown)
    assert said(tuple(f for f in findings if f.rule.id != "R203")) == [
        ("S109 there is no theme `nowhere`", "projects/demo/project.yaml:7:40: nowhere"),
        ("S109 the bid has no document `plan`", "projects/demo/project.yaml:7:34: plan"),
    ]


def test_the_shares_of_columns_always_sum_to_one(compose: Compose) -> None:
    table = tables(compose(clause('{{ price | table("报价") }}', PRICES), outline(WINDOW)))[0]
    assert sum(column.share for column in table.columns if isinstance(column, Column)) == 1


def test_a_picture_lies_where_a_workspace_keeps_its_files(workspace: LayOut) -> None:
    shown = workspace(clause("甲。") + outline('{{ image("assets/logo.png", "标志") }}\n'))
    (shown.root / "assets").mkdir()
    (shown.root / "assets/logo.png").write_bytes(png())
    _, findings = load(shown)
    assert [str(f.message) for f in findings if f.rule.id == "S114"] == [
        "the picture `assets/logo.png` cannot be shown: it lies neither in templates nor in projects"
    ]

"""The HTML writer: every line in an element of its own, every value traceable, nothing that breaks out of its place."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from gen.model.blocks import (
    Blank,
    Block,
    BodyStart,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Merge,
    PageReference,
    Paragraph,
    Reference,
    Sheet,
    Signature,
    Table,
    Text,
)
from gen.model.edition import Edition
from gen.model.paper import paper
from gen.model.text import footnotes_of, lines, plain
from gen.model.theme import STYLES, Running
from gen.render.html import write_html
from gen.render.html.css import css_string
from gen.render.keeping import kept_with_next
from tests.render.documents import (
    COVER,
    FLOW,
    Numbers,
    agreement,
    document,
    every_block,
    every_feature,
    inlines,
    letter,
    long_document,
    mark,
    theme,
    value,
)

LINE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "th", "td"}
"""The elements that hold a line of text each."""


class Page(HTMLParser):
    """What a page holds: tag, attributes and text of each line, and every address and anchor."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[tuple[str, dict[str, str], str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.footnotes: list[str] = []
        self.open: list[str] = []
        self.in_contents = False
        self.note = 0
        self.feed(html)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        attributes = {key: text or "" for key, text in attrs}
        self.elements.append((tag, attributes))
        self.open.append(tag)
        if attributes.get("class") == "footnote":
            self.footnotes.append("")
            self.note = len(self.open)
        self.in_contents |= tag == "nav"
        if tag in LINE and not self.in_contents:
            self.lines.append((tag, attributes, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if len(self.open) < self.note:
            self.note = 0
        self.in_contents &= tag != "nav"

    def handle_data(self, data):
        if self.note:
            self.footnotes[-1] += data
        elif LINE & {*self.open} and not self.in_contents:
            tag, attributes, text = self.lines[-1]
            self.lines[-1] = (tag, attributes, text + data)


def page(*blocks: Block) -> Page:
    """The page of a document with these blocks in its body."""
    return Page(write_html(document([BodyStart(new_page=False), *blocks]), theme()))


def paragraph(*parts) -> Paragraph:
    return Paragraph(inlines(*parts), mark("response.onsite"))


@pytest.mark.parametrize("made", [every_block(), every_feature(), agreement(), letter(), long_document(3)])
def test_elements_hold_the_lines_of_the_document(made: Document) -> None:
    """A footnote stands where its mark is; its text is no part of the line that it stands in."""
    notes = [plain(note.inlines) for block in made.blocks for note in footnotes_of(block)]
    page = Page(write_html(made, theme()))
    assert [text for _, _, text in page.lines] == [line for line in lines(made) if line not in notes]
    assert page.footnotes == notes


def test_classes_are_the_styles_of_the_theme() -> None:
    pages = [Page(write_html(made, theme())) for made in (every_block(), every_feature())]
    classes = {attributes["class"].split()[0] for page in pages for _, attributes, _ in page.lines} | {"footnote"}
    assert classes <= {*STYLES}
    assert {*STYLES} - classes == {"contents_title", "contents1", "contents2", "contents3", "header", "footer"}


def test_one_paragraph_in_full() -> None:
    made = paragraph(
        "须在",
        value("4小时", "response.onsite.limit.S1.within"),
        "内到达，见",
        Reference("表1", "table.severity"),
        "和",
        Reference("第三条", "price", document="agreement"),
        Text("；", strong=True),
        Blank(2),
    )
    assert (
        '<p class="body" data-clause="response.onsite">须在'
        '<span data-setting="response.onsite.limit.S1.within">4小时</span>内到达，见<a href="#table.severity">表1</a>'
        '和第三条<strong>；</strong><u class="blank" style="width: 2em">　　</u></p>\n'
    ) in write_html(document([BodyStart(new_page=False), made]), theme())


def test_characters_are_escaped() -> None:
    made = paragraph("研发 & 运维 <A>", value('"<b>"', 'x"><script>'))
    html = write_html(document([BodyStart(new_page=False), made]), theme())
    assert "研发 &amp; 运维 &lt;A&gt;" in html
    assert '<span data-setting="x&quot;&gt;&lt;script&gt;">"&lt;b&gt;"</span>' in html
    assert "<script>" not in html


def test_header_cannot_leave_the_style_sheet() -> None:
    made = replace(every_block(), header='"}</style><script>alert(1)</script>\\')
    html = write_html(made, theme())
    assert "<script>" not in html
    assert r'content: "\22 }\3c /style\3e \3c script\3e alert(1)\3c /script\3e \5c "' in html


def test_theme_cannot_leave_the_style_sheet() -> None:
    made = replace(theme(), table=replace(theme().table, head_fill="fff}</style>"))
    assert html_style(write_html(every_block(), made)).count(".table th { background: #fffe }") == 1


def html_style(html: str) -> str:
    return re.findall(r"<style>(.*?)</style>", html, re.DOTALL)[0]


def test_css_string() -> None:
    assert css_string('a"b\n') == r'"a\22 b\a "'


@pytest.mark.parametrize("made", [every_block(), every_feature()])
def test_every_link_leads_somewhere(made: Document) -> None:
    elements = Page(write_html(made, theme())).elements
    targets = {attributes["href"].removeprefix("#") for _, attributes in elements if "href" in attributes}
    anchors = {attributes["id"] for _, attributes in elements if "id" in attributes}
    assert targets <= anchors
    assert "unlisted" not in targets


def test_links_lead_to_the_first_of_two_places_with_one_name() -> None:
    n = Numbers(theme().numbering["chapters"])
    elements = page(n.heading(1, "总则", "a"), n.heading(1, "附则", "a")).elements
    assert [attributes.get("id") for tag, attributes in elements if tag == "h1"] == ["a", "a--2"]


def test_contents_list_headings_and_annexes() -> None:
    html = write_html(every_block(), theme())
    assert re.findall(r'<p class="(contents\d)"><a href="(.*?)">(.*?)</a>', html) == [
        ("contents1", "#chapter-1", "第一章 服务承诺"),
        ("contents2", "#response.onsite", "1.1 响应与到场"),
        ("contents3", "#response.hotline", "1.1.1 故障受理"),
        ("contents2", "#unnumbered", "无编号的小节"),
        ("contents1", "#annex.contacts", "附件一 服务联系人"),
    ]


def test_table() -> None:
    html = write_html(every_block(), theme())
    assert (
        '<table class="table whole" id="table.severity" data-clause="response.onsite">\n'
        '<caption class="table_caption">表1　故障级别与时限</caption>\n<colgroup>\n'
        '<col style="width: 12.0000%"/>\n<col style="width: 44.0000%"/>\n'
    ) in html
    assert '<thead>\n<tr><th class="table_head" scope="col">级别</th>' in html
    assert (
        '<td class="table_cell center"><span data-setting="response.onsite.onsite.S1.within">15分钟</span></td>' in html
    )


def test_properties_of_the_document() -> None:
    head = write_html(every_block(), theme()).partition("<style>")[0]
    assert '<html lang="zh-CN">' in head
    assert "<title>售后服务方案</title>" in head
    assert '<meta name="author" content="江城云启信息技术有限公司"/>' in head
    assert '<meta name="dcterms.created" content="2026-11-30"/>' in head


def test_blind_copy_names_no_author() -> None:
    assert '<meta name="author"' not in write_html(replace(every_block(), author=""), theme())


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = write_html(every_feature(), theme()).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r'src="(?!data:image/png;base64,)|url\(|@import|<link|<script|https?:', html)


def test_labels_of_the_cover_have_their_colons_below_each_other() -> None:
    html = write_html(document([COVER, BodyStart(new_page=True)]), theme())
    assert '<span class="label">项目编号：</span>' in html
    assert '<span class="label"><span style="letter-spacing: 0.5em">采购</span>人：</span>' in html
    assert '<span class="label">法定代表人或其授权代表：</span>' in html


def test_white_of_a_crowded_cover_shrinks() -> None:
    crowded = replace(COVER, rows=COVER.rows * 4)
    assert 'class="cover_date">' in write_html(document([COVER, BodyStart(new_page=True)]), theme())
    assert 'class="cover_date" style="margin-top: ' in write_html(
        document([crowded, BodyStart(new_page=True)]), theme()
    )


def test_a_line_is_as_long_as_in_word() -> None:
    page = theme().page
    sheet = paper(page)
    assert (sheet.margins.left, sheet.margins.right) == (page.margins.left, page.margins.right)
    assert sheet.text_width == page.width - page.margins.left - page.margins.right


def kept(blocks: list[Block]) -> frozenset[int]:
    """The blocks after which no page may begin, where a line has 37 characters."""
    return kept_with_next(blocks, lambda at: 1 + len(plain(blocks[at].inlines)) // 37)  # type: ignore[union-attr]


def test_kept_with_the_next_block() -> None:
    table = next(block for block in every_block().blocks if type(block).__name__ == "Table")
    signature = next(block for block in every_block().blocks if isinstance(block, Signature))
    long = paragraph("乙" * 80)
    opening = paragraph("按下表执行：")
    closing = Paragraph(inlines("某公司"), mark(), "closing")
    assert kept([opening, table]) == {0}
    assert kept([long, long]) == set()
    assert kept([long, signature]) == {0}
    assert kept([long, long, closing, closing, signature]) == {1, 2, 3}
    assert kept([long, paragraph("特此承诺。"), signature]) == {0, 1}
    heading = Heading(1, "第一章", inlines("承诺"), "a", mark())
    assert kept([heading, paragraph("特此承诺。"), signature]) == {1}


def test_a_row_higher_than_half_a_page_may_break() -> None:
    made = every_block()
    table = next(block for block in made.blocks if type(block).__name__ == "Table")
    row = (*table.rows[0][:1], inlines("乙" * 2000), *table.rows[0][2:])
    assert '<tr class="long">' not in write_html(made, theme())
    assert [
        attributes.get("class", "")
        for tag, attributes in page(replace(table, rows=(row, *table.rows))).elements
        if tag == "tr"
    ] == ["", "long", "joined", "", "", "joined"]


def test_no_table_leaves_its_first_or_its_last_row_alone() -> None:
    table = next(block for block in every_block().blocks if isinstance(block, Table))
    made = replace(table, rows=table.rows[:1] * 40, merges=())
    classes = [attributes.get("class", "") for tag, attributes in page(made).elements if tag == "tr"]
    assert classes == ["", "", "joined", *[""] * 37, "joined"]


def test_a_page_is_well_formed() -> None:
    """The PDF writer reads it as XML, which is sooner done than guessing as browsers do."""
    ElementTree.fromstring(write_html(every_feature(), theme()))


def test_footnote_and_page_reference_in_full() -> None:
    note = Footnote(1, inlines("见", Reference("表1", "table.severity"), "。"))
    made = paragraph("分级", note, "见第", PageReference("table.severity"), "页")
    assert (
        '分级<span class="footnote" data-number="1">见<a href="#table.severity">表1</a>。</span>见第'
        '<a class="page" href="#table.severity"></a>页</p>'
    ) in write_html(document([BodyStart(new_page=False), made]), theme())


def test_two_head_rows_merged_cells_and_sums() -> None:
    table = write_html(every_feature(), theme()).partition("<thead>\n")[2].partition("</table>")[0]
    assert re.sub(r' (class|scope)="[a-z_ ]*"|</?span[^>]*>', "", table).splitlines() == [
        '<tr><th rowspan="2">级别</th><th rowspan="2">含义</th><th colspan="2">响应时限</th>'
        '<th rowspan="2">恢复</th><th rowspan="2">备注</th></tr>',
        "<tr><th>工作日</th><th>节假日</th></tr>",
        "</thead>",
        "<tbody>",
        *("<tr>", "<td>一级</td>", "<td>核心业务中断</td>", "<td>15分钟</td>", "<td>30分钟</td>", "<td>4小时</td>"),
        *('<td rowspan="2">须派专人驻场</td>', "</tr>"),
        *("<tr>", "<td>二级</td>", "<td>重要功能不可用</td>", "<td>30分钟</td>", "<td>1小时</td>", "<td>8小时</td>"),
        "</tr>",
        *("<tr>", "<td>三级</td>", "<td>一般功能异常不影响主要业务的异常。</td>", '<td colspan="2">1小时</td>'),
        *("<td>24小时</td>", "<td>合并</td>", "</tr>"),
        *("<tr>", "<td>四级</td>", "<td>咨询</td>", "<td>2小时</td>", "<td></td>", "<td>——</td>", "<td></td>", "</tr>"),
        *("<tr>", '<td colspan="2">合计</td>', "<td>4项</td>", "<td>4项</td>", "<td>4项</td>", "<td></td>", "</tr>"),
        "</tbody>",
    ]
    assert table.count('<tr class="joined">') == 2, "the second row of a merged cell, and the sum"
    assert table.count('class="table_total ') == 5


def test_a_row_that_merges_have_taken_in_is_none() -> None:
    table = next(block for block in every_block().blocks if isinstance(block, Table))
    across = len(table.columns)
    made = replace(table, rows=(*table.rows[:1], ((),) * across, *table.rows[1:]), merges=(Merge(0, 0, 2, across),))
    html = write_html(document([BodyStart(new_page=False), made]), theme())
    assert html.count("<tr") == 1 + len(table.rows)
    assert f'<td class="table_cell center" colspan="{across}">一级</td>' in html


def test_a_blank_of_two_parties_gives_way_to_its_label() -> None:
    html = write_html(every_feature(), theme())
    assert (
        '<div class="parties" style="column-gap: 12pt">\n'
        '<p class="signature" style="grid-area: 1 / 1">甲方（盖章）</p>\n'
        '<p class="signature" style="grid-area: 2 / 1">法定代表人或授权代表（签字）：'
        '<u class="blank" style="width: 2.8em">　　　　　　</u></p>\n'
        '<p class="signature" style="grid-area: 3 / 1">日期：　　　年　　月　　日</p>\n'
        '<p class="signature" style="grid-area: 1 / 2">乙方（盖章）</p>'
    ) in html


def test_a_drawing_keeps_its_words_and_says_what_it_shows() -> None:
    html = write_html(every_feature(), theme())
    assert (
        '<figure class="figure" id="figure.flow" data-clause="repair.levels">\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="360pt" height="80pt" viewBox="0 0 7200 1600" role="img" '
        'aria-label="服务流程：故障报修之后恢复运行。" style="width: 360pt; height: 80pt">'
        "<title>服务流程：故障报修之后恢复运行。</title>"
    ) in html
    assert '</svg>\n<figcaption class="figure_caption">图1　服务流程</figcaption>\n</figure>' in html
    assert html.count("故障报修</text>") == 1


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((4000, 3000), "width: 200pt; height: 150pt"),
        ((17760, 3000), "width: 450.75pt; height: 76.1pt"),
        ((4000, 30000), "width: 85.35pt; height: 640.15pt"),
    ],
)
def test_a_picture_is_never_larger_than_the_page(size: tuple[int, int], shown: str) -> None:
    picture = replace(FLOW, width=size[0], height=size[1])
    html = write_html(
        document([BodyStart(new_page=False), Figure(picture, inlines("图"), "图1", None, mark())]), theme()
    )
    assert re.findall(r'style="(width: .*?; height: .*?)"', html) == [shown]


def sections(*blocks: Block) -> list[str]:
    """The kinds of pages of a body, in order."""
    return [attributes["class"] for tag, attributes in page(*blocks).elements if tag == "section"]


def test_each_kind_of_sheet_has_a_section_of_its_own() -> None:
    upright, across, text = Sheet(landscape=False), Sheet(landscape=True), paragraph("甲")
    assert sections(text, across, text, upright, text) == ["opening", "further_across", "further"]
    assert sections(across, text) == ["opening_across"]
    assert sections(text, across, upright, text, across) == ["opening", "further"]
    assert sections() == []


def head_rules(running: Running) -> list[str]:
    """The contents of the boxes at the head of upright pages, by the pages they are for."""
    html = write_html(document([BodyStart(new_page=False)]), replace(theme(), header=running))
    rules = re.findall(r"^@page (opening.*?) \{ (@top.*) \}$", html, re.MULTILINE)
    return [
        f"{pages} {place} {content}"
        for pages, boxes in rules
        if "across" not in pages
        for place, content in re.findall(r"@top-(\w+) \{ content: (.*?)(?:;| \})", boxes)
    ]


def test_head_of_a_page_by_its_parts() -> None:
    assert head_rules(Running(left="{chapter}", right="第{page}页/{total}")) == [
        "opening, further left string(chapter)",
        'opening, further right "第" counter(page, decimal) "页/" target-counter("#bidgen-end", page)',
    ]
    assert head_rules(Running()) == []
    assert head_rules(Running(center="中", right="右")) == [
        'opening, further left ""',
        'opening, further center "中"',
        'opening, further right "右"',
    ]


def test_sides_change_places_on_even_pages() -> None:
    assert head_rules(Running(right="{page}", mirrored=True)) == [
        "opening, further right counter(page, decimal)",
        "opening:left, further:left left counter(page, decimal)",
        "opening:left, further:left right none",
    ]


def test_a_draft_shows_it_on_screen_too() -> None:
    html = write_html(letter(), theme(), Edition(watermark='草稿"'))
    assert r'body::before { content: "草稿\22 "; position: fixed' in html
    assert "body::before" not in write_html(letter(), theme())


def test_properties_of_an_edition() -> None:
    head = write_html(letter(), theme(), Edition(revision="3f9a1c0", bid="campus")).partition("<style>")[0]
    assert '<meta name="revision" content="3f9a1c0"/>' in head
    assert '<meta name="bid" content="campus"/>' in head


def test_a_clause_that_is_printed_twice_has_two_entries_in_the_contents_each_with_its_own_page() -> None:
    n = Numbers(theme().numbering["chapters"])
    twice = [n.heading(1, "到场", "onsite"), n.heading(1, "到场", "onsite"), n.heading(1, "到场", "onsite--2")]
    html = write_html(document([Contents("目　录", 1), BodyStart(new_page=True), *twice]), theme())
    assert re.findall(r'<a href="([^"]*)">', html) == ["#onsite", "#onsite--2", "#onsite--2--2"]
    assert re.findall(r'<h1[^>]* id="([^"]*)"', html) == ["onsite", "onsite--2", "onsite--2--2"]


def test_a_title_of_two_lines_has_no_last_word_alone() -> None:
    cover = replace(COVER, title="系统运行维护和技术支持服务合同书")
    html = write_html(document([cover, BodyStart(new_page=True)]), theme())
    box = '<span style="display: inline-block; width: 297pt">'  # eight characters of 36pt, and a quarter of one
    assert f">{box}系统运行维护和技术支持服务合同书</span></p>" in html
    assert '<p class="cover_title">售后服务方案</p>' in write_html(document([COVER, BodyStart(new_page=True)]), theme())


def test_columns_of_a_cover_with_a_long_value_are_settled() -> None:
    wide = replace(COVER, rows=(("采购人", inlines("江城" * 30)), ("项目编号", inlines("X-1"))))
    html = write_html(document([wide, BodyStart(new_page=True)]), theme())
    assert '<div class="cover_rows wide">' in html
    assert html.count('<span class="label" style="width: 5em">') == 2
    assert "wide" not in write_html(document([COVER, BodyStart(new_page=True)]), theme()).partition("<body>")[2]

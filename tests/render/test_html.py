"""The HTML writer: every line in an element of its own, every value traceable, nothing that breaks out of its place."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from gen.model.blocks import Blank, Block, BodyStart, Document, Heading, Paragraph, Reference, Signature, Text, lines
from gen.model.theme import STYLES
from gen.render.html import write_html
from gen.render.html.keeping import kept_with_next
from gen.render.html.style import css_string, side_margins
from tests.render.documents import (
    COVER,
    agreement,
    document,
    every_block,
    inlines,
    letter,
    long_document,
    mark,
    theme,
    value,
)

LINE = {"p", "h1", "h2", "h3", "caption", "th", "td"}
"""The elements that hold a line of text each."""


class Page(HTMLParser):
    """What a page holds: tag, attributes and text of each line, and every address and anchor."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[tuple[str, dict[str, str], str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.in_contents = False
        self.feed(html)
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        attributes = {key: text or "" for key, text in attrs}
        self.elements.append((tag, attributes))
        if tag not in {"meta", "col"}:
            self.open.append(tag)
        self.in_contents |= tag == "nav"
        if tag in LINE and not self.in_contents:
            self.lines.append((tag, attributes, ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.in_contents &= tag != "nav"

    def handle_data(self, data):
        if LINE & {*self.open} and not self.in_contents:
            tag, attributes, text = self.lines[-1]
            self.lines[-1] = (tag, attributes, text + data)


def page(*blocks: Block) -> Page:
    """The page of a document with these blocks in its body."""
    return Page(write_html(document([BodyStart(new_page=False), *blocks]), theme()))


def paragraph(*parts) -> Paragraph:
    return Paragraph(inlines(*parts), mark("response.onsite"))


@pytest.mark.parametrize("made", [every_block(), agreement(), letter(), long_document(3)], ids=lambda made: made.kind)
def test_elements_hold_the_lines_of_the_document(made: Document) -> None:
    assert [text for _, _, text in Page(write_html(made, theme())).lines] == list(lines(made))


def test_classes_are_the_styles_of_the_theme() -> None:
    classes = {attributes["class"].split()[0] for _, attributes, _ in Page(write_html(every_block(), theme())).lines}
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


def test_every_link_leads_somewhere() -> None:
    elements = Page(write_html(every_block(), theme())).elements
    targets = {attributes["href"].removeprefix("#") for _, attributes in elements if "href" in attributes}
    anchors = {attributes["id"] for _, attributes in elements if "id" in attributes}
    assert targets <= anchors
    assert "unlisted" not in targets


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
        '<table class="table" id="table.severity" data-clause="response.onsite">\n'
        '<caption class="table_caption">表1　故障级别与时限</caption>\n<colgroup>\n'
        '<col style="width: 12.0000%">\n<col style="width: 44.0000%">\n'
    ) in html
    assert '<thead>\n<tr>\n<th class="table_head" scope="col">级别</th>' in html
    assert (
        '<td class="table_cell center"><span data-setting="response.onsite.onsite.S1.within">15分钟</span></td>' in html
    )


def test_properties_of_the_document() -> None:
    head = write_html(every_block(), theme()).partition("<style>")[0]
    assert '<html lang="zh-CN">' in head
    assert "<title>售后服务方案</title>" in head
    assert '<meta name="author" content="江城云启信息技术有限公司">' in head
    assert '<meta name="dcterms.created" content="2026-11-30">' in head


def test_blind_copy_names_no_author() -> None:
    assert '<meta name="author"' not in write_html(replace(every_block(), author=""), theme())


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = write_html(long_document(2), theme())
    assert not re.search(r"src=|url\(|@import|<link|<script|https?:", html)


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


def test_measure_is_a_whole_number_of_characters() -> None:
    page = theme().page
    left, right = side_margins(page, 240)
    assert (page.width - left - right) % 240 == 0
    assert 0 <= left - page.margins.left <= 120
    assert 0 <= right - page.margins.right <= 120


def test_kept_with_the_next_block() -> None:
    table = next(block for block in every_block().blocks if type(block).__name__ == "Table")
    signature = next(block for block in every_block().blocks if isinstance(block, Signature))
    long = paragraph("乙" * 80)
    opening = paragraph("按下表执行：")
    closing = Paragraph(inlines("某公司"), mark(), "closing")
    assert kept_with_next([opening, table], 37) == {0}
    assert kept_with_next([long, long], 37) == set()
    assert kept_with_next([long, signature], 37) == {0}
    assert kept_with_next([long, long, closing, closing, signature], 37) == {1, 2, 3}
    assert kept_with_next([long, paragraph("特此承诺。"), signature], 37) == {0, 1}
    heading = Heading(1, "第一章", inlines("承诺"), "a", mark())
    assert kept_with_next([heading, paragraph("特此承诺。"), signature], 37) == {1}


def test_a_row_higher_than_half_a_page_may_break() -> None:
    made = every_block()
    table = next(block for block in made.blocks if type(block).__name__ == "Table")
    row = (*table.rows[0][:1], inlines("乙" * 2000), *table.rows[0][2:])
    assert '<tr class="long">' not in write_html(made, theme())
    assert [
        attributes.get("class", "")
        for tag, attributes in page(replace(table, rows=(row, *table.rows))).elements
        if tag == "tr"
    ] == ["", "long", "", "", "", ""]

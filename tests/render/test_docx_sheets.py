"""Sheets on their side: sections that turn the paper with its margins, and leave no empty page behind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gen.model.blocks import Block, BodyStart, Paragraph, Sheet
from gen.model.theme import Margins, Running, Theme
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from tests.render import complete, word
from tests.render.documents import Numbers, document, inlines, mark, theme

W, NS = word.W, word.NS
TEXT = Paragraph(inlines("正文"), mark())
WIDE, UPRIGHT = Sheet(landscape=True), Sheet(landscape=False)
TABLE = Numbers(theme().numbering["chapters"]).table("", (("级别", 1.0, "left"),), [("一级",)])


def sections(*blocks: Block, look: Theme | None = None) -> list[Any]:
    """The properties of the sections of a document."""
    docx = write_docx(document([BodyStart(new_page=False), *blocks]), look or theme())
    return list(word.part(docx).iter(f"{W}sectPr"))


def turned(section: Any) -> bool:
    size = section.find("w:pgSz", NS)
    assert (size.get(f"{W}orient") == "landscape") == (int(size.get(f"{W}w")) > int(size.get(f"{W}h")))
    return size.get(f"{W}orient") == "landscape"


@pytest.mark.parametrize(
    ("blocks", "sheets"),
    [
        ((TEXT,), [False]),
        ((TEXT, WIDE, TEXT, UPRIGHT, TEXT), [False, True, False]),
        ((WIDE, TEXT), [True]),
        ((TEXT, WIDE), [False]),
        ((TEXT, WIDE, UPRIGHT, TEXT), [False, False]),
        ((TEXT, WIDE, TEXT, WIDE, TEXT), [False, True, True]),
        ((TEXT, WIDE, TABLE, UPRIGHT), [False, True]),
        ((WIDE, UPRIGHT), [False]),
    ],
    ids=["none", "there and back", "first", "last", "nothing on it", "one more", "to the end", "empty body"],
)
def test_every_sheet_that_something_stands_on_is_a_section(blocks: tuple[Block, ...], sheets: list[bool]) -> None:
    assert [turned(section) for section in sections(*blocks)] == sheets


def test_the_margins_go_with_the_edges_of_the_sheet() -> None:
    look = replace(theme(), page=replace(theme().page, margins=Margins(top=1000, right=2000, bottom=3000, left=4000)))
    (section,) = sections(WIDE, TEXT, look=look)
    margins = section.find("w:pgMar", NS)
    # Bound at the left, the sheet is turned so that its upper edge is the bound one.
    sides = {side: int(margins.get(W + side)) for side in ("top", "right", "bottom", "left")}
    assert sides == {"top": 4000, "right": 1000, "bottom": 2000, "left": 3000}


def test_pages_are_counted_on() -> None:
    found = [section.find("w:pgNumType", NS) for section in sections(TEXT, WIDE, TEXT, UPRIGHT, TEXT)]
    assert [None if e is None else e.get(f"{W}start") for e in found] == ["1", None, None]
    model = document([BodyStart(new_page=False), TEXT, WIDE, TEXT, TABLE, UPRIGHT, TEXT, WIDE])
    assert lay_out(model, theme()).pages == (0, 1, 0, 2, 2, 0, 3, 0)


def test_a_section_ends_in_the_last_paragraph_of_its_text() -> None:
    """A paragraph of its own might be alone on a page; only behind a table there has to be one."""
    docx = write_docx(document([BodyStart(new_page=False), TEXT, WIDE, TABLE, UPRIGHT, TEXT]), theme())
    body = word.part(docx)[0]
    assert [(e.tag.split("}")[1], word.style(e)) for e in body] == [
        ("p", "BodyText"),
        ("tbl", None),
        ("p", "SectionEnd"),
        ("p", "BodyText"),
        ("sectPr", None),
    ]
    assert [e.find("w:pPr/w:sectPr", NS) is not None for e in body][:4] == [True, False, True, False]


def test_a_paragraph_with_a_bookmark_carries_no_section() -> None:
    """LibreOffice 7.4 moves the end of a bookmark there: 见图1 became 见图."""
    figure = Numbers(theme().numbering["chapters"]).figure("机房", complete.photograph(), "figure")
    docx = write_docx(document([BodyStart(new_page=False), figure, WIDE, TEXT]), theme())
    assert [(word.style(e), e.find("w:pPr/w:sectPr", NS) is not None) for e in word.part(docx)[0]][:4] == [
        ("Figure", False),
        ("FigureCaption", False),
        ("SectionEnd", True),
        ("BodyText", False),
    ]


def test_headers_and_footers_are_as_wide_as_the_sheet() -> None:
    look = replace(theme(), footer=Running(left="{header}", right="{page}"))
    docx = write_docx(document([BodyStart(new_page=False), TEXT, WIDE, TEXT, UPRIGHT, TEXT]), look)
    footers = [
        [e.get(f"{{{RELATION}}}id") for e in section.iterfind("w:footerReference", NS)]
        for section in word.part(docx).iter(f"{W}sectPr")
    ]
    assert footers[0] == footers[2] != footers[1]
    # The style has the stops of an upright sheet; they are taken away where the sheet lies on its side.
    page = theme().page
    upright = page.width - page.margins.left - page.margins.right
    wide = page.height - page.margins.top - page.margins.bottom
    tabs = word.part(docx, "word/footer2.xml").find("w:p/w:pPr/w:tabs", NS)
    assert [(tab.get(f"{W}val"), int(tab.get(f"{W}pos"))) for tab in tabs] == [
        ("clear", upright // 2),
        ("clear", upright),
        ("center", wide // 2),
        ("right", wide),
    ]


def test_a_wide_page_holds_fewer_lines() -> None:
    page = theme().page
    lines = (page.width - page.margins.left - page.margins.right) // theme().styles["body"].line
    model = document([BodyStart(new_page=False), WIDE, *[TEXT] * (lines + 1)])
    assert lay_out(model, theme()).pages[-2:] == (1, 2)


def test_the_contents_know_the_pages_of_sheets() -> None:
    model = complete.complete()
    docx = write_docx(model, theme())
    lines = [word.text(p) for p in word.part(docx).iterfind(".//w:sdtContent/w:p", NS)]
    assert lines[1:-1] == [
        "第一章 服务承诺1",
        "1.1 响应1",
        "1.1.1 受理1",
        "1.2 到场2",
        "1.3 年度计划3",
        "第二章 保障措施4",
        "附件一 备品备件清单5",
        "一、常备件5",
        "（一）网络设备5",
        "二、调拨件5",
        "（一）存储设备5",
        "附件二 服务联系人6",
        "一、甲方联系人6",
    ]


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

"""Headers and footers as the theme describes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gen.model.blocks import BodyStart, Contents, Document, Paragraph
from gen.model.theme import Running, Theme
from gen.render.docx import write_docx
from gen.render.docx.running import _without
from tests.render import word
from tests.render.documents import document, inlines, mark, theme

W, NS = word.W, word.NS
TEXT = Paragraph(inlines("正文"), mark())


def look(**running: Running) -> Theme:
    return replace(theme(), **running)  # type: ignore[arg-type]


def short(header: str = "运维服务项目") -> Document:
    return replace(document([Contents("目　录", 3), BodyStart(new_page=True), TEXT]), header=header)


def shown(paragraph: Any) -> str:
    """The text of a paragraph, `→` for a tab."""
    return "".join(
        "→" if e.tag == f"{W}tab" else e.text or "" for e in paragraph.iter(f"{W}t", f"{W}tab") if not e.get(f"{W}pos")
    )


def references(docx: bytes, kind: str) -> list[list[str]]:
    """The pages that each section has a header or footer for."""
    sections = word.part(docx).iter(f"{W}sectPr")
    return [[e.get(f"{W}type") for e in section.iterfind(f"w:{kind}Reference", NS)] for section in sections]


def test_left_middle_and_right_stand_at_tab_stops() -> None:
    docx = write_docx(short(), look(footer=Running("甲", "乙", "丙")))
    footer = word.part(docx, "word/footer1.xml")
    assert shown(footer.find("w:p", NS)) == "甲→乙→丙"
    style = word.part(docx, "word/styles.xml").find("w:style[@w:styleId='Footer']/w:pPr", NS)
    page = theme().page
    width = page.width - page.margins.left - page.margins.right
    assert [(t.get(f"{W}val"), int(t.get(f"{W}pos"))) for t in style.find("w:tabs", NS)] == [
        ("center", width // 2),
        ("right", width),
    ]
    assert style.find("w:jc", NS).get(f"{W}val") == "left"


@pytest.mark.parametrize(
    ("running", "text"),
    [
        (Running(center="乙"), "乙"),
        (Running(left="甲"), "甲"),
        (Running(right="丙"), "→→丙"),
        (Running(left="甲", center="乙"), "甲→乙"),
        (Running(left="{chapter}", center="乙"), "→乙"),
    ],
)
def test_no_more_tabs_than_needed(running: Running, text: str) -> None:
    docx = write_docx(short(), look(footer=running))
    assert shown(word.part(docx, "word/footer1.xml").find("w:p", NS)) == text


def test_holes_are_fields() -> None:
    docx = write_docx(short(), look(footer=Running(center="{header} 第{page}页/共{total}页")))
    assert word.text(word.part(docx, "word/footer1.xml")) == "运维服务项目 第1页/共1页"
    assert list(word.instructions(docx, "word/footer1.xml")) == ["PAGE", "PAGEREF _BodyEnd"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("{chapter}", ""),
        ("{header}　{chapter}", "{header}"),
        ("{chapter} | {header}", "{header}"),
        ("{header} · {chapter} · {page}", "{header} · {page}"),
        ("{header}（{chapter}）", "{header}"),
        ("第 {page} 页", "第 {page} 页"),
    ],
)
def test_a_hole_goes_with_what_set_it_apart(text: str, left: str) -> None:
    assert _without(text, "{chapter}") == left


def test_without_a_header_text_the_rest_remains() -> None:
    docx = write_docx(short(header=""), look(header=Running(left="{header}", right="投标文件")))
    assert shown(word.part(docx, "word/header1.xml").find("w:p", NS)) == "→→投标文件"
    assert references(write_docx(short(header=""), theme()), "header") == [[], []]


def test_the_rule_is_as_thick_as_the_theme_says() -> None:
    docx = write_docx(short(), look(header=Running(center="甲", rule=30), footer=Running(center="乙", rule=10)))
    styles = word.part(docx, "word/styles.xml")
    rules = {
        name: [
            (e.tag.split("}")[1], e.get(f"{W}sz"))
            for e in styles.find(f"w:style[@w:styleId='{name}']/w:pPr/w:pBdr", NS)
        ]
        for name in ("Header", "Footer")
    }
    assert rules == {"Header": [("bottom", "12")], "Footer": [("top", "4")]}
    # The footer of the contents has none, and says so.
    contents = word.part(docx, "word/footer2.xml").find("w:p/w:pPr/w:pBdr/w:top", NS)
    assert contents.get(f"{W}val") == "nil"


def test_mirrored_sides_change_places_on_even_pages() -> None:
    docx = write_docx(short(), look(footer=Running(left="甲", right="{page}", mirrored=True)))
    assert shown(word.part(docx, "word/footer1.xml").find("w:p", NS)) == "甲→→1"
    assert shown(word.part(docx, "word/footer2.xml").find("w:p", NS)) == "1→→甲"
    assert word.part(docx, "word/settings.xml").find("w:evenAndOddHeaders", NS) is not None
    # Word leaves even pages empty where nothing is said of them.
    both = ["default", "even"]
    assert references(docx, "footer") == [both, both]
    assert references(docx, "header") == [[], both]


def test_pages_are_alike_where_nothing_is_mirrored() -> None:
    docx = write_docx(short(), theme())
    assert references(docx, "footer") == [["default"], ["default"]]
    assert word.part(docx, "word/settings.xml").find("w:evenAndOddHeaders", NS) is None


def test_a_body_without_footer_does_not_take_that_of_the_contents() -> None:
    docx = write_docx(short(), look(footer=Running()))
    assert references(docx, "footer") == [["default"], ["default"]]
    assert [word.text(word.part(docx, f"word/footer{n}.xml")) for n in (1, 2)] == ["", "I"]

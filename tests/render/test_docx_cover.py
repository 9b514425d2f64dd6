"""The cover: one page whatever is written on it, with even lines and colons below each other."""

from __future__ import annotations

from typing import Any

from gen.model.blocks import BodyStart, Cover
from gen.render.docx import write_docx
from tests.render import word
from tests.render.documents import document, inlines, theme

W = word.W


def cover(title: str = "售后服务方案", overline: str = "信息化运维服务项目", *rows: tuple[str, str]) -> list[Any]:
    """The paragraphs of a cover."""
    block = Cover(title, inlines(overline), tuple((label, inlines(value)) for label, value in rows), "2026年11月30日")
    return word.paragraphs(write_docx(document([block, BodyStart(new_page=True)]), theme()))


def number(paragraph: Any, element: str, attribute: str) -> int | None:
    found = paragraph.find(f"w:pPr/w:{element}", word.NS)
    return None if found is None else int(found.get(f"{W}{attribute}"))


def test_short_labels_are_drawn_out_and_colons_stand_below_each_other() -> None:
    rows = cover("方案", "项目", ("项目编号", "JC-1"), ("投标人", "江城云启"), ("法定代表人或其授权代表", "（签字）"))[
        2:5
    ]
    spread = [[int(e.get(f"{W}val")) for e in row.iterfind("w:r/w:rPr/w:spacing", word.NS)] for row in rows]
    # 小三 is 300 twips: four characters of 投标人 wide leave 300 for two gaps.
    assert spread == [[], [150], []]
    assert len({number(row, "ind", "left") for row in rows}) == 1
    assert [number(row, "ind", "hanging") for row in rows] == [5 * 300, 5 * 300, 12 * 300]
    assert [word.text(row) for row in rows] == [
        "项目编号：JC-1",
        "投标人：江城云启",
        "法定代表人或其授权代表：（签字）",
    ]


def test_a_long_title_is_broken_into_even_lines() -> None:
    short, long = cover("售后服务方案")[1], cover("售后服务方案及质量保证措施")[1]
    assert number(short, "ind", "left") is None
    # Thirteen characters of 720 twips in a line for twelve: narrowed to seven and six.
    page = theme().page
    width = page.width - page.margins.left - page.margins.right
    side = number(long, "ind", "left")
    assert side is not None
    assert side == number(long, "ind", "right")
    assert 7 * 720 <= width - 2 * side < 8 * 720


def test_white_space_gives_way_before_the_cover_takes_a_second_page() -> None:
    few, many = cover(), cover("方案", "项目", *((f"第{n}项", "内容" * 20) for n in range(1, 8)))
    assert number(few[1], "spacing", "after") is None
    assert 0 < (number(many[1], "spacing", "after") or 0) < theme().styles["cover_title"].after


def test_the_mark_of_a_copy_stands_above_all_else() -> None:
    block = Cover("方案", inlines("项目"), (), "", copy="副本")
    docx = write_docx(document([block, BodyStart(new_page=True)]), theme())
    assert [(word.style(p), word.text(p)) for p in word.paragraphs(docx)] == [
        ("CoverCopy", "副本"),
        ("CoverOverline", "项目"),
        ("CoverTitle", "方案"),
    ]

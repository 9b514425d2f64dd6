"""Numbers of headings, paragraphs, lists, tables and annexes, and how references name them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gen import yamltree
from gen.compose.numbering import BULLET, Numbering, written
from gen.decode import decode
from gen.model.theme import NumberingScheme, Theme
from gen.source import Source
from tests.conftest import ROOT, THEME


@pytest.fixture(scope="module")
def schemes() -> Mapping[str, NumberingScheme]:
    """The numbering schemes of the shipped theme."""
    node, _ = yamltree.parse(Source(THEME, (ROOT / THEME).read_text("utf-8")))
    assert node is not None
    theme, findings = decode(Theme, node)
    assert theme is not None
    assert findings == ()
    return theme.numbering


def count(numbering: Numbering, *levels: int) -> list[tuple[str, str]]:
    return [numbering.level(level) for level in levels]


def test_chapters_count_in_chinese_and_sections_in_digits(schemes: Mapping[str, NumberingScheme]) -> None:
    assert count(Numbering(schemes["chapters"]), 1, 2, 2, 3, 3, 2, 3, 1, 2) == [
        ("第一章", "第一章"),
        ("1.1", "1.1"),
        ("1.2", "1.2"),
        ("1.2.1", "1.2.1"),
        ("1.2.2", "1.2.2"),
        ("1.3", "1.3"),
        ("1.3.1", "1.3.1"),
        ("第二章", "第二章"),
        ("2.1", "2.1"),
    ]


def test_letters_count_in_chinese_and_references_name_the_whole_way(schemes: Mapping[str, NumberingScheme]) -> None:
    assert count(Numbering(schemes["letter"]), 1, 2, 2, 3, 3, 1, 2, 3) == [
        ("一、", "一"),
        ("（一）", "一（一）"),
        ("（二）", "一（二）"),
        ("1.", "一（二）1"),
        ("2.", "一（二）2"),
        ("二、", "二"),
        ("（一）", "二（一）"),
        ("1.", "二（一）1"),
    ]


def test_articles_number_their_paragraphs_like_a_contract(schemes: Mapping[str, NumberingScheme]) -> None:
    assert count(Numbering(schemes["articles"]), 1, 1, 1, 1, 2, 2, 3) == [
        ("第一条", "第一条"),
        ("第二条", "第二条"),
        ("第三条", "第三条"),
        ("第四条", "第四条"),
        ("4.1", "4.1"),
        ("4.2", "4.2"),
        ("4.2.1", "4.2.1"),
    ]


@pytest.mark.parametrize(
    ("scheme", "n", "number", "reference"),
    [
        ("chapters", 10, "第十章", "第十章"),
        ("chapters", 21, "第二十一章", "第二十一章"),
        ("chapters", 99, "第九十九章", "第九十九章"),
        ("chapters", 100, "第一百章", "第一百章"),
        ("chapters", 110, "第一百一十章", "第一百一十章"),
        ("letter", 11, "十一、", "十一"),
        ("letter", 101, "一百零一、", "一百零一"),
        ("articles", 120, "第一百二十条", "第一百二十条"),
    ],
)
def test_chinese_numbers_run_beyond_twenty_one_and_ninety_nine(
    schemes: Mapping[str, NumberingScheme], scheme: str, n: int, number: str, reference: str
) -> None:
    assert count(Numbering(schemes[scheme]), *[1] * n)[-1] == (number, reference)


def test_second_levels_run_beyond_twenty_one(schemes: Mapping[str, NumberingScheme]) -> None:
    assert count(Numbering(schemes["letter"]), 1, *[2] * 22)[-1] == ("（二十二）", "一（二十二）")
    assert count(Numbering(schemes["articles"]), 1, *[2] * 100)[-1] == ("1.100", "1.100")


def test_items_count_within_their_list_and_circled_ones_run_to_fifty(schemes: Mapping[str, NumberingScheme]) -> None:
    numbering = Numbering(schemes["chapters"])
    assert [numbering.item(1, 1) for _ in range(3)] == ["（1）", "（2）", "（3）"]
    assert [numbering.item(2, 2) for _ in range(3)] == ["①", "②", "③"]
    assert numbering.item(1, 1) == "（4）"
    assert numbering.item(3, 1) == "（1）"
    assert [numbering.item(4, 2) for _ in range(51)][19:] == [
        *"⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
        "(51)",
    ]


def test_items_of_letters_are_numbered_the_other_way_round(schemes: Mapping[str, NumberingScheme]) -> None:
    numbering = Numbering(schemes["letter"])
    assert [numbering.item(1, 1), numbering.item(2, 2), numbering.item(2, 2), numbering.item(1, 1)] == [
        "1.", "（1）", "（2）", "2.",
    ]  # fmt: skip


def test_tables_and_annexes_count_through_the_document(schemes: Mapping[str, NumberingScheme]) -> None:
    numbering = Numbering(schemes["chapters"])
    assert [numbering.table(), numbering.table()] == ["表1", "表2"]
    assert [numbering.annex() for _ in range(11)][::5] == ["附件一", "附件六", "附件十一"]


def test_a_heading_does_not_touch_the_count_of_lists_tables_or_annexes(
    schemes: Mapping[str, NumberingScheme],
) -> None:
    numbering = Numbering(schemes["articles"])
    numbering.table()
    numbering.item(1, 1)
    count(numbering, 1, 2, 1)
    assert (numbering.table(), numbering.item(1, 1), numbering.annex()) == ("表2", "（2）", "附件一")


def test_a_format_writes_each_count_in_its_own_style() -> None:
    assert written("第{1:chinese}章第{2:chinese}节", (3, 12)) == "第三章第十二节"
    assert written("{1}-{2}-{3:circled}", (1, 2, 3)) == "1-2-③"
    assert written("无号", (1,)) == "无号"


def test_points_have_one_bullet() -> None:
    assert BULLET == "●"

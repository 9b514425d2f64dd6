"""Numbers of headings, paragraphs, lists, tables and annexes, and how references name them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gen import yamltree
from gen.compose.numbering import BULLET, Numbering, written
from gen.decode import decode
from gen.model.theme import Level, NumberingScheme, Theme
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


STATUTE = NumberingScheme(
    levels=(
        Level("第{1:chinese}章"),
        Level("第{2:chinese}条", continues=True),
        Level("（{3:chinese}）", gap="none"),
        Level("{4}."),
        Level("（{5}）", gap="none"),
    ),
    items=(Level("{1:letter}."),),
    annex=Level("附件{1:chinese}"),
    table=Level("表{1}"),
    figure=Level("图{1}"),
    annex_levels=(Level("{2:chinese}、", gap="none"), Level("{1:chinese}.{3}")),
)
"""第一章 / 第一条 / （一） / 1. / （1）, where 条 runs on through the chapters."""


def test_articles_run_on_through_chapters_and_what_is_below_them_begins_anew() -> None:
    assert count(Numbering(STATUTE), 1, 2, 3, 3, 4, 5, 2, 3, 1, 2, 3) == [
        ("第一章", "第一章"),
        ("第一条", "第一条"),
        ("（一）", "第一条（一）"),
        ("（二）", "第一条（二）"),
        ("1.", "第一条（二）1"),
        ("（1）", "第一条（二）1（1）"),
        ("第二条", "第二条"),
        ("（一）", "第二条（一）"),
        ("第二章", "第二章"),
        ("第三条", "第三条"),
        ("（一）", "第三条（一）"),
    ]


def test_articles_run_on_beyond_ninety_nine() -> None:
    assert count(Numbering(STATUTE), *[1, *[2] * 40] * 3)[-1] == ("第一百二十条", "第一百二十条")


def test_levels_inside_annexes_begin_anew_and_can_name_their_annex() -> None:
    numbering = Numbering(STATUTE)
    numbering.level(1)
    assert [numbering.annex(), numbering.annex_level(2), numbering.annex_level(3), numbering.annex_level(3)] == [
        "附件一", ("一、", "附件一之一"), ("一.1", "一.1"), ("一.2", "一.2"),
    ]  # fmt: skip
    assert [numbering.annex(), numbering.annex_level(2), numbering.annex_level(3)] == [
        "附件二", ("一、", "附件二之一"), ("二.1", "二.1"),
    ]  # fmt: skip
    assert numbering.level(1) == ("第二章", "第二章")


def test_small_letters_are_doubled_behind_z_as_word_does() -> None:
    numbering = Numbering(STATUTE)
    assert [numbering.item(1, 1) for _ in range(53)][24:29] == ["y.", "z.", "aa.", "bb.", "cc."]
    assert numbering.item(1, 1) == "bbb."


def test_figures_are_counted_apart_from_tables() -> None:
    numbering = Numbering(STATUTE)
    assert [numbering.figure(), numbering.table(), numbering.figure()] == ["图1", "表1", "图2"]

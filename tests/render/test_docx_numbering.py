"""Numbers: Word's own lists print what the model has settled, and where they cannot, the number is text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.model.blocks import Block, BodyStart, Document, Heading, Item, Paragraph
from gen.model.theme import Level, NumberingScheme
from gen.render.docx import write_docx
from gen.render.docx.counting import word_levels
from tests.render import documents as made
from tests.render import word
from tests.render.documents import Numbers, document, inlines, mark, theme

BODY = BodyStart(new_page=False)


def settled(model: Document) -> list[str]:
    """The numbers of the model's headings, paragraphs and items, in order."""
    return [
        block.marker if isinstance(block, Item) else block.number
        for block in model.blocks
        if isinstance(block, Item) or (isinstance(block, Heading | Paragraph) and block.number)
    ]


def printed(model: Document) -> list[str]:
    """The numbers that Word prints."""
    return [number for number in word.numbers(write_docx(model, theme())) if number]


@pytest.mark.parametrize(
    "make",
    [made.every_block, made.agreement, made.letter, lambda: made.long_document(4)],
    ids=["every block", "agreement", "letter", "long"],
)
def test_word_prints_the_settled_numbers(make: Callable[[], Document]) -> None:
    assert printed(make()) == settled(make())


@pytest.mark.parametrize("scheme", ["chapters", "letter", "articles"])
def test_word_prints_the_settled_numbers_beyond_a_hundred(scheme: str) -> None:
    n = Numbers(theme().numbering[scheme])
    blocks: list[Block] = [BODY]
    for chapter in range(1, 112):
        blocks.append(n.heading(1, "服务", f"c{chapter}"))
    blocks += [n.clause(2, "承诺") for _ in range(111)]
    blocks += [n.annex("清单", f"a{row}") for row in range(1, 24)]
    model = document(blocks, scheme=scheme)
    assert printed(model) == settled(model)
    first = {"chapters": "第{}章", "letter": "{}、", "articles": "第{}条"}[scheme]
    assert [printed(model)[at] for at in (9, 10, 20, 99, 100, 109, 110)] == [
        first.format(number) for number in ("十", "十一", "二十一", "一百", "一百零一", "一百一十", "一百一十一")
    ]


def test_every_list_begins_anew_and_an_inner_list_does_not_disturb_the_outer_one() -> None:
    n = Numbers(theme().numbering["chapters"])
    outer = n.items("甲；", "乙。")
    model = document(
        [BODY, outer[0], *n.items("子；", "丑。", depth=2), outer[1], *n.items("丙。"), *n.bullets("丁。")]
    )
    assert printed(model) == ["（1）", "①", "②", "（2）", "（1）", "●"]


def test_a_number_that_word_would_not_print_is_text() -> None:
    items = [Item(inlines(f"第{at}项"), chr(0x245F + at), 2, 1, ordered=True, mark=mark()) for at in range(9, 13)]
    docx = write_docx(document([BODY, *items]), theme())
    assert word.numbers(docx) == ["", "", "", ""]
    assert word.lines(docx) == ["⑨第9项", "⑩第10项", "⑪第11项", "⑫第12项"]


def test_circles_end_at_ten_where_words_own_do() -> None:
    n = Numbers(theme().numbering["chapters"])
    docx = write_docx(document([BODY, *n.items(*("项",) * 11, depth=2)]), theme())
    assert word.numbers(docx) == ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", ""]
    assert word.lines(docx)[10] == "⑪项"


def test_headings_without_number_take_none_and_count_for_none() -> None:
    n = Numbers(theme().numbering["chapters"])
    model = document(
        [
            BODY,
            n.heading(1, "概述", "a"),
            Heading(1, "", inlines("前言"), "b", mark()),
            Heading(1, "", inlines("说明"), "c", mark(), listed=False),
            n.heading(1, "承诺", "d"),
        ]
    )
    docx = write_docx(model, theme())
    assert word.numbers(docx) == ["第一章", "", "", "第二章"]
    assert [word.style(p) for p in word.paragraphs(docx)] == [
        "Heading1",
        "Heading1Unnumbered",
        "Heading1Unlisted",
        "Heading1",
    ]


def test_tables_are_numbered_by_a_field_that_is_told_where_the_numbers_leave_the_row() -> None:
    n = Numbers(theme().numbering["chapters"])
    heads = (("级别", 1.0, "left"),)
    blocks: list[Block] = [BODY, n.table("甲", heads, [("一",)]), n.table("乙", heads, [("二",)])]
    n.tables = 6
    blocks += [n.table("丙", heads, [("三",)]), n.table("丁", heads, [("四",)])]
    docx = write_docx(document(blocks), theme())
    assert list(word.instructions(docx)) == [
        r"SEQ 表 \* ARABIC",
        r"SEQ 表 \* ARABIC",
        r"SEQ 表 \* ARABIC \r 7",
        r"SEQ 表 \* ARABIC",
    ]
    assert [line for line in word.lines(docx) if "表" in line] == ["表1　甲", "表2　乙", "表7　丙", "表8　丁"]


def test_levels_are_put_as_word_understands_them() -> None:
    levels = word_levels([Level("第{1:chinese}章"), Level("{1}.{2}"), Level("{1:chinese}、{3:circled}")])
    assert [(level.number_format, level.text, level.legal) for level in levels] == [
        ("chineseCountingThousand", "第%1章", False),
        ("decimal", "%1.%2", True),
        ("decimalEnclosedCircleChinese", "%1、%3", False),
    ]


def test_a_format_that_word_cannot_say_is_written_as_text() -> None:
    """Word has one format for each level's count: 第一章 cannot be followed by 1-（一）."""
    scheme = NumberingScheme(
        levels=(Level("第{1:chinese}章"), Level("{1}-（{2:chinese}）")),
        items=theme().numbering["chapters"].items,
        annex=Level("附件{1:chinese}"),
        table=Level("表{1}"),
    )
    n = Numbers(scheme)
    headings = [n.heading(1, "概述", "a"), n.heading(2, "范围", "b")]
    model = Document("plan", "方案", (BODY, *headings), scheme, "", "", "", "2026-11-30", "")
    docx = write_docx(model, theme())
    assert word.numbers(docx) == ["第一章", ""]
    assert word.lines(docx) == ["第一章 概述", "1-（一） 范围"]

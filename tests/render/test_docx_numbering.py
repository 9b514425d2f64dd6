"""Numbers: Word's own lists print what the model has settled, and where they cannot, the number is text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.model.blocks import Block, BodyStart, Document, Heading, Item, Paragraph
from gen.model.theme import Level, NumberingScheme
from gen.render.docx import write_docx
from gen.render.docx.counting import word_levels
from tests.render import complete, word
from tests.render import documents as made
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
    [
        made.every_block,
        made.every_feature,
        complete.complete,
        made.agreement,
        made.letter,
        lambda: made.long_document(4),
    ],
    ids=["every block", "every feature", "complete", "agreement", "letter", "long"],
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


def of_scheme(blocks: list[Block], scheme: NumberingScheme) -> Document:
    return Document("plan", "方案", (BODY, *blocks), scheme, "", "", "", "2026-11-30", "")


@pytest.mark.parametrize("name", complete.SCHEMES)
def test_every_scheme_is_a_list_of_words_own(name: str) -> None:
    """Headings and paragraphs on all levels, up and down, and annexes; nothing has to be written as text."""
    scheme = complete.SCHEMES[name]
    n = complete.Numbers(scheme)
    blocks: list[Block] = []
    for chapter in range(1, 4):
        blocks.append(n.heading(1, "服务", f"c{chapter}"))
        for section in range(1, 3):
            blocks.append(n.heading(2, "承诺", f"c{chapter}s{section}"))
            for level in range(3, len(scheme.levels) + 1):
                blocks += [n.clause(level, "一项；"), n.clause(level, "又一项。")]
    for annex in range(1, 3):
        blocks += [n.annex("清单", f"a{annex}"), n.annex_heading(2, "甲", f"a{annex}b"), n.annex_clause(3, "一项；")]
        blocks += [n.annex_clause(3, "又一项。"), n.annex_heading(2, "乙", f"a{annex}c"), n.annex_clause(3, "一项。")]
    model = of_scheme(blocks, scheme)
    assert printed(model) == settled(model)


@pytest.mark.parametrize("name", complete.SCHEMES)
def test_every_scheme_goes_beyond_ninety_nine(name: str) -> None:
    n = complete.Numbers(complete.SCHEMES[name])
    blocks: list[Block] = [n.heading(1, "服务", f"c{chapter}") for chapter in range(1, 103)]
    blocks += [n.clause(2, "承诺") for _ in range(103)]
    model = of_scheme(blocks, n.scheme)
    assert printed(model) == settled(model)


def test_articles_run_on_through_chapters() -> None:
    n = complete.Numbers(complete.SCHEMES["statute"])
    blocks: list[Block] = [
        n.heading(1, "总则", "one"),
        n.heading(2, "目的", "a"),
        n.clause(3, "甲；"),
        n.clause(3, "乙。"),
    ]
    blocks += [n.heading(1, "服务", "two"), n.heading(2, "响应", "b"), n.clause(3, "丙；"), n.clause(4, "丁。")]
    n.counts[1] = 99
    blocks += [n.heading(2, "一百", "c"), n.heading(2, "一百零一", "d")]
    docx = write_docx(of_scheme(blocks, n.scheme), theme())
    assert [line.split()[0] for line in word.lines(docx)] == [
        *("第一章", "第一条", "（一）", "（二）", "第二章", "第二条", "（一）", "1."),
        *("第一百条", "第一百零一条"),
    ]
    # The hundredth does not follow the second, so it is text; all before are of two lists, neither told to go on.
    assert word.numbers(docx)[-2:] == ["", ""]
    numbering = word.part(docx, "word/numbering.xml")
    linked = [[e.get(f"{word.W}val") for e in kind.iter(f"{word.W}pStyle")] for kind in numbering]
    assert [styles for styles in linked if styles] == [
        ["Heading1"],
        ["Heading2", "Heading3", "Heading4", "Heading5"],
        ["Annex", "Heading2Annex", "Heading3Annex", "Heading4Annex"],
    ]
    assert not list(numbering.iter(f"{word.W}lvlRestart"))


def test_headings_inside_an_annex_have_styles_of_the_annexes_list() -> None:
    n = complete.Numbers(theme().numbering["chapters"])
    blocks: list[Block] = [n.heading(1, "概述", "a"), n.heading(2, "范围", "b"), n.annex("清单", "c")]
    blocks += [n.annex_heading(2, "整机", "d"), n.annex_heading(3, "交换机", "e"), n.annex_clause(4, "两台。")]
    docx = write_docx(document([BODY, *blocks]), theme())
    assert list(zip(word.numbers(docx), map(word.style, word.paragraphs(docx)), strict=True)) == [
        ("第一章", "Heading1"),
        ("1.1", "Heading2"),
        ("附件一", "Annex"),
        ("一、", "Heading2Annex"),
        ("（一）", "Heading3Annex"),
        ("1.", "Numbered"),
    ]
    styles = {s.get(f"{word.W}styleId"): s for s in word.part(docx, "word/styles.xml").iterfind("w:style", word.NS)}
    inner = styles["Heading2Annex"]
    assert [(e.tag.split("}")[1], e.get(f"{word.W}val")) for e in inner.find("w:pPr/w:numPr", word.NS)] == [
        ("ilvl", "1"),
        ("numId", "2"),
    ]
    assert inner.find("w:basedOn", word.NS).get(f"{word.W}val") == "Heading2"


def test_a_level_counts_in_its_own_list_only() -> None:
    """第二章 is in another list than 第一条: 2.1-条 cannot name it, so its number is text."""
    n = complete.Numbers(complete.scheme("第{1}章", "第{2}条", "{1}.{2}.{3}", continues=2))
    blocks: list[Block] = [n.heading(1, "总则", "a"), n.heading(2, "目的", "b"), n.clause(3, "甲。")]
    docx = write_docx(of_scheme(blocks, n.scheme), theme())
    assert word.numbers(docx) == ["第1章", "第1条", ""]
    assert word.lines(docx)[2] == "1.1.1 甲。"


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
        figure=Level("图{1}"),
    )
    n = Numbers(scheme)
    headings = [n.heading(1, "概述", "a"), n.heading(2, "范围", "b")]
    model = Document("plan", "方案", (BODY, *headings), scheme, "", "", "", "2026-11-30", "")
    docx = write_docx(model, theme())
    assert word.numbers(docx) == ["第一章", ""]
    assert word.lines(docx) == ["第一章 概述", "1-（一） 范围"]

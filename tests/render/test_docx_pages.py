"""Lines and pages: what the contents say before Word has seen the document."""

from __future__ import annotations

import pytest

from gen.model.blocks import Block, BodyStart, Heading, Paragraph
from gen.render.docx import write_docx
from gen.render.docx.measure import NO_END, NO_START, Face, line_count, width
from gen.render.docx.pages import lay_out
from gen.render.docx.widths import CharacterWidths
from tests.render import complete, word
from tests.render import documents as made
from tests.render.documents import Numbers, document, inlines, mark, theme

TEN = Face(200, CharacterWidths("Times New Roman", bold=False))
"""Ten points: a line of 2000 twips has room for ten Chinese characters."""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("一二三四五六七八九十", 1),
        ("一二三四五六七八九十一", 2),
        # A full stop hangs in the margin, and so does nothing after it.
        ("一二三四五六七八九十。", 1),
        ("一二三四五六七八九十。）", 2),
        # No line begins with 》: 十 goes down with it, and 十 alone needs no third line.
        ("一二三四五六七八九十》", 2),
        ("一二三四五六七八九（十", 2),
        # Words are not broken, spaces hang over the end of a line.
        ("一二三四五六七 servers", 2),
        ("一二三四五六七八九十          ", 1),
        ("abcdefghijklmnopqrstuvwxyz", 2),
        # Chinese and digits stand a fifth of an em apart: 9 + 2 * 0.5 + 2 * 0.2.
        ("一二三四12五六七八九", 2),
        ("一二三四１２五六七八", 1),
    ],
)
def test_lines_break_as_in_word(text: str, lines: int) -> None:
    assert line_count(text, TEN, 2000) == lines


def test_a_first_line_is_shorter_by_its_indent() -> None:
    assert [line_count("一" * count, TEN, 2000, first=400) for count in (8, 9, 18, 19)] == [1, 2, 2, 3]


def test_a_width_adds_up_its_characters() -> None:
    assert width("一二", TEN) == 400
    assert width("12", TEN) == 200
    assert width("一1", TEN) == 340


def test_the_lines_break_by_the_rules_that_the_file_gives_to_word() -> None:
    settings = word.part(write_docx(made.letter(), theme()), "word/settings.xml")
    rules = {name: settings.find(f"w:{name}", word.NS) for name in ("noLineBreaksBefore", "noLineBreaksAfter")}
    assert {rule.get(f"{word.W}lang") for rule in rules.values()} == {"zh-CN"}
    assert set(rules["noLineBreaksBefore"].get(f"{word.W}val")) == NO_START
    assert set(rules["noLineBreaksAfter"].get(f"{word.W}val")) == NO_END


def pages(blocks: list[Block]) -> list[int]:
    return list(lay_out(document([BodyStart(new_page=False), *blocks]), theme()).pages[1:])


def body(count: int, lines: int = 1) -> list[Block]:
    """Paragraphs of so many lines each; a page has room for 30 lines."""
    return [Paragraph(inlines("字" * (37 * lines - 10)), mark()) for _ in range(count)]


def test_a_page_has_thirty_lines() -> None:
    assert pages(body(61)) == [1] * 30 + [2] * 30 + [3]


def test_no_single_line_is_left_behind_or_sent_ahead() -> None:
    # 28 lines, then three: neither 2 + 1 nor 1 + 2 will do.
    assert pages([*body(28), *body(1, 3), *body(1)]) == [1] * 28 + [2, 2]
    # 28 lines, then four: two here, two there.
    assert pages([*body(28), *body(1, 4), *body(27), *body(1)]) == [1] * 29 + [2] * 28


def test_a_heading_goes_with_two_lines_of_what_follows() -> None:
    n = Numbers(theme().numbering["chapters"])
    heading = n.heading(2, "响应", "a")
    assert pages([*body(26), heading, *body(1, 4)]) == [1] * 28
    assert pages([*body(28), heading, *body(1, 4)]) == [1] * 28 + [2, 2]


def test_an_annex_begins_a_page() -> None:
    n = Numbers(theme().numbering["chapters"])
    assert pages([*body(1), n.annex("清单", "a"), *body(1)]) == [1, 2, 2]


def test_a_signature_takes_two_lines_of_text_to_the_next_page() -> None:
    *_, signature = made.letter().blocks
    assert pages([*body(27), signature]) == [1] * 25 + [2, 2, 2]


def test_an_opening_line_stays_with_its_list_or_table() -> None:
    n = Numbers(theme().numbering["chapters"])
    opening = Paragraph(inlines("须满足："), mark())
    assert pages([*body(29), opening, *n.items("甲；", "乙。")]) == [1] * 29 + [2, 2, 2]
    heads = (("级别", 1.0, "left"),)
    assert pages([*body(28), opening, n.table("", heads, [("一",)])]) == [1] * 28 + [2, 2]


def test_the_contents_carry_the_pages_and_the_footer_their_number() -> None:
    model = made.long_document(3)
    docx = write_docx(model, theme())
    layout = lay_out(model, theme())
    entries = [
        int(list(p.iter(f"{word.W}t"))[-1].text)
        for p in word.part(docx).iterfind(".//w:sdtContent/w:p", word.NS)
        if word.style(p) in {"TOC1", "TOC2", "TOC3"}
    ]
    assert entries == [layout.pages[at] for at, block in enumerate(model.blocks) if isinstance(block, Heading)]
    assert max(entries) == layout.total > 15
    footer = word.part(docx, "word/footer1.xml")
    assert word.text(footer) == f"第 1 页 共 {layout.total} 页"
    assert list(word.instructions(docx, "word/footer1.xml")) == ["PAGE", "PAGEREF _BodyEnd"]


def test_the_contents_are_a_field_that_word_can_update_but_need_not() -> None:
    docx = write_docx(made.every_block(), theme())
    assert next(iter(word.instructions(docx))) == r'TOC \o "1-3" \h \z \u'
    lines = [word.text(p) for p in word.part(docx).iterfind(".//w:sdtContent/w:p", word.NS)]
    assert lines == [
        "目　录",
        "第一章 服务承诺1",
        "1.1 响应与到场1",
        "1.1.1 故障受理1",
        "无编号的小节2",
        "附件一 服务联系人3",
        "",
    ]
    settings = word.part(docx, "word/settings.xml")
    assert settings.find("w:updateFields", word.NS) is None
    assert not word.part(docx).xpath("//@w:dirty", namespaces=word.NS)


# fmt: off
LIBREOFFICE = [
    1, 1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 11, 11, 12, 12, 13, 15, 16, 17, 18, 18, 20, 21, 23, 23, 24, 24,
    25, 26, 27, 28, 29, 29, 30, 30, 31, 32, 33, 34, 35, 37, 38,
]
# fmt: on
"""The page of each heading of `long_document(6)` as LibreOffice 7.4 sets it; recorded by tools/word_pages.py."""


def test_libreoffice_comes_to_the_same_pages() -> None:
    model = made.long_document(6)
    pages = lay_out(model, theme()).pages
    estimated = [page for page, block in zip(pages, model.blocks, strict=True) if isinstance(block, Heading)]
    assert len(estimated) == len(LIBREOFFICE)
    right = sum(mine == theirs for mine, theirs in zip(estimated, LIBREOFFICE, strict=True))
    assert right / len(estimated) >= 0.95


def test_libreoffice_comes_to_the_same_pages_with_figures_footnotes_and_wide_sheets() -> None:
    model = complete.complete()
    pages = lay_out(model, theme()).pages
    estimated = [page for page, block in zip(pages, model.blocks, strict=True) if isinstance(block, Heading)]
    assert estimated == [1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 5, 5, 6, 6]

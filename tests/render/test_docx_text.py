"""What the Word file says: every line of the model, each in one paragraph, whatever characters it holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.model import blocks
from gen.model.blocks import Blank, Document, Paragraph, Reference, Text
from gen.model.text import lines
from gen.render.docx import write_docx
from tests.render import complete, word
from tests.render import documents as made
from tests.render.documents import document, inlines, mark, theme

BODY = blocks.BodyStart(new_page=False)


def written(*parts: str | blocks.Inline) -> bytes:
    return write_docx(document([BODY, Paragraph(inlines(*parts), mark())]), theme())


def runs(docx: bytes) -> list[tuple[str, str | None, bool]]:
    """Text, character style, and whether it is to be set in the Chinese font, of each run with text."""
    return [
        (
            word.text(run),
            word._value(run.find("w:rPr/w:rStyle", word.NS)),
            run.find("w:rPr/w:rFonts[@w:hint='eastAsia']", word.NS) is not None,
        )
        for run in word.paragraphs(docx)[0].iter(f"{word.W}r")
        if word.text(run)
    ]


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
def test_the_file_has_the_lines_of_the_model_each_in_one_paragraph(make: Callable[[], Document]) -> None:
    model = make()
    assert word.lines(write_docx(model, theme())) == list(lines(model))


def test_characters_of_xml_are_text() -> None:
    assert word.lines(written('研发 & 运维 <A> “引号” "quote" ]]>')) == ['研发 & 运维 <A> “引号” "quote" ]]>']


def test_spaces_at_the_ends_of_a_text_are_kept() -> None:
    assert word.lines(written(" 前", Text(" 中 ", strong=True), "后 ")) == [" 前 中 后 "]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_xml_does_not_allow_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=r"document\.xml has a character that XML does not allow"):
        written(f"响应{character}时限")


def test_neighbours_that_look_alike_are_one_run() -> None:
    docx = written(
        "须在", made.value("4小时"), "内到场，", Text("逾期", strong=True), made.value("1日", strong=True), "扣款。"
    )
    assert runs(docx) == [
        ("须在4小时内到场，", None, False),
        ("逾期1日", "Strong", False),
        ("扣款。", None, False),
    ]


def test_characters_of_both_fonts_are_set_in_the_chinese_one() -> None:
    docx = written(Text("“双活”", strong=True), "plain")
    assert runs(docx) == [("“双活”", "Strong", True), ("plain", None, False)]


def test_a_blank_is_underlined_space() -> None:
    assert runs(written("电话：", Blank(4))) == [("电话：", None, False), ("　　　　", "Blank", False)]


def test_strong_text_stays_bold_in_a_bold_heading() -> None:
    heading = blocks.Heading(1, "第一章", inlines("服务", Text("承诺", strong=True)), "a", mark())
    # Bold within bold would turn plain.
    assert runs(write_docx(document([BODY, heading]), theme())) == [("服务承诺", None, False)]


@pytest.mark.parametrize(
    ("reference", "fields"),
    [
        (Reference("第一章", "a"), [r"REF _Ref_a \n \h"]),
        (Reference("服务承诺", "a"), [r"REF _Ref_a \h"]),
        (Reference("表1", "t"), [r"REF _Ref_t \h"]),
        # Updating would print another text, so it is a link and no field.
        (Reference("第一章第二款", "a"), []),
        (Reference("第一章", "a", document="agreement"), []),
        (Reference("第九章", "nowhere"), []),
    ],
    ids=["number", "title", "table", "other words", "other document", "unknown"],
)
def test_a_reference_is_a_field_if_updating_it_prints_the_same(reference: Reference, fields: list[str]) -> None:
    n = made.Numbers(theme().numbering["chapters"])
    model = document(
        [
            BODY,
            Paragraph(inlines("见", reference), mark()),
            n.heading(1, "服务承诺", "a"),
            n.table("时限", (("级别", 1.0, "left"),), [("一级",)], "t"),
        ]
    )
    docx = write_docx(model, theme())
    assert [field for field in word.instructions(docx) if field.startswith("REF")] == fields
    assert word.lines(docx)[0] == f"见{reference.text}"

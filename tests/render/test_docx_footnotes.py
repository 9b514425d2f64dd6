"""Footnotes: a part of their own, marks that Word counts, room at the foot of the page; and references to pages."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Document,
    Footnote,
    PageReference,
    Paragraph,
    Reference,
    Signatory,
    Signature,
)
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from tests.render import complete, word
from tests.render.documents import document, inlines, mark, theme, value

W, NS = word.W, word.NS
BODY = BodyStart(new_page=False)


def numbers() -> complete.Numbers:
    return complete.Numbers(theme().numbering["chapters"])


def notes(docx: bytes) -> dict[str, str]:
    """The text of every footnote by its id, `*` where Word counts it."""
    return {
        n.get(f"{W}id"): ("*" if list(n.iter(f"{W}footnoteRef")) else "") + "".join(t.text for t in n.iter(f"{W}t"))
        for n in word.part(docx, "word/footnotes.xml").xpath("w:footnote[not(@w:type)]", namespaces=NS)
    }


def marks(docx: bytes) -> list[str | None]:
    """The ids of the marks in the text, in order."""
    return [e.get(f"{W}id") for e in word.part(docx).iter(f"{W}footnoteReference")]


def test_notes_stand_in_a_part_of_their_own_behind_the_two_rules() -> None:
    n = numbers()
    one, two = n.note("以", value("服务台"), "记录为准，见", Reference("第一章", "a"), "。"), n.note("指日历日。")
    blocks: list[Block] = [
        n.heading(1, "承诺", "a"),
        Paragraph(inlines("2小时", one, "到场，3日", two, "修复。"), mark()),
    ]
    docx = write_docx(document([BODY, *blocks]), theme())
    assert marks(docx) == ["1", "2"]
    assert notes(docx) == {"1": "* 以服务台记录为准，见第一章。", "2": "* 指日历日。"}
    assert list(word.instructions(docx, "word/footnotes.xml")) == [r"REF _Ref_a \n \h"]
    part = word.part(docx, "word/footnotes.xml")
    assert [(e.get(f"{W}type"), e.get(f"{W}id")) for e in part][:2] == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
    ]
    assert {word.style(p) for p in part.iterfind("w:footnote/w:p", NS)} == {"FootnoteRule", "FootnoteText"}
    settings = word.part(docx, "word/settings.xml").find("w:footnotePr", NS)
    assert [e.get(f"{W}id") for e in settings] == ["-1", "0"]
    assert word.lines(docx)[1:] == ["2小时到场，3日修复。", "以服务台记录为准，见第一章。", "指日历日。"]


def test_a_document_without_notes_has_no_such_part() -> None:
    docx = write_docx(document([BODY, Paragraph(inlines("正文"), mark())]), theme())
    assert "word/footnotes.xml" not in zipfile.ZipFile(BytesIO(docx)).namelist()
    assert word.part(docx, "word/settings.xml").find("w:footnotePr", NS) is None


def test_a_note_to_a_heading_is_not_in_the_contents_and_never_repeated() -> None:
    n = numbers()
    heading = n.heading(1, "承诺", "a")
    noted = replace(heading, inlines=(*heading.inlines, n.note("见合同。")))
    see = Paragraph(inlines("见", Reference("承诺", "a"), "。"), mark())
    docx = write_docx(document([Contents("目　录", 3), BodyStart(new_page=True), noted, see]), theme())
    contents = word.part(docx).find(".//w:sdt", NS)
    assert not list(contents.iter(f"{W}footnoteReference"))
    assert marks(docx) == ["1"]
    # A field that repeats the heading would repeat its note.
    assert [field for field in word.instructions(docx) if field.startswith("REF")] == []


def test_notes_in_tables_are_marked_where_they_stand() -> None:
    docx = write_docx(document([BODY, complete.limits_table(numbers())]), theme())
    (mark_,) = word.part(docx).iter(f"{W}footnoteReference")
    assert "tc" in {e.tag.split("}")[1] for e in mark_.iterancestors()}
    assert word.lines(docx)[-1] == "指门急诊收费停止。"


def parties() -> Document:
    """Two parties: read one after the other they have the notes 1 to 3, in Word's rows they stand 1, 3, 2."""
    n = numbers()

    def line(label: str) -> tuple[str, tuple[Footnote]]:
        return label, (n.note(f"{label}注"),)

    left = Signatory(inlines("甲方"), (line("名称"), line("日期")))
    right = Signatory(inlines("乙方"), (line("账号"),))
    return document([BODY, Signature((left, right), mark())])


def test_a_mark_that_word_would_count_otherwise_is_written_out() -> None:
    docx = write_docx(parties(), theme())
    assert notes(docx) == {"1": "* 名称注", "2": "3 账号注", "3": "* 日期注"}
    custom = [e.get(f"{W}customMarkFollows") for e in word.part(docx).iter(f"{W}footnoteReference")]
    assert custom == [None, "1", None]
    assert word.lines(docx) == ["甲方", "名称：", "日期：", "乙方", "账号：", "名称注", "日期注", "账号注"]


def test_notes_take_room_at_the_foot_of_their_page() -> None:
    n = numbers()
    plain: list[Block] = [Paragraph(inlines("正文"), mark()) for _ in range(29)]
    noted = Paragraph(inlines("末段", n.note("一行。"), n.note("又一行。")), mark())
    # Thirty lines fill a page; two lines of notes and the rule above them take more than one.
    assert lay_out(document([BODY, *plain, noted]), theme()).pages[-1] == 2
    assert lay_out(document([BODY, *plain[2:], noted]), theme()).pages[-1] == 1
    assert lay_out(document([BODY, noted, *plain[1:]]), theme()).pages[-3:] == (1, 1, 2)


def test_a_reference_to_a_page_is_a_field_with_the_page_in_it() -> None:
    n = numbers()
    lines: list[Block] = [Paragraph(inlines("正文"), mark()) for _ in range(40)]
    see = Paragraph(inlines("见第 ", PageReference("a"), " 页，不见", PageReference("nowhere"), "。"), mark())
    docx = write_docx(document([BODY, see, *lines, n.heading(1, "承诺", "a")]), theme())
    assert list(word.instructions(docx)) == [r"PAGEREF _Ref_a \h"]
    assert word.text(word.paragraphs(docx)[0]) == "见第 2 页，不见。"

"""A Word file that came back: which clause says what now."""

from __future__ import annotations

import pytest

from gen.message import say
from gen.model.blocks import BodyStart, Paragraph
from gen.model.edition import Edition, Remark
from gen.render.docx import write_docx
from gen.render.docx.returned import clause_texts
from tests.render import documents as made
from tests.render.documents import Numbers, document, inlines, mark, theme
from tests.render.test_docx_editions import parts
from tests.test_opc import zipped

LONG = "response.onsite-within-the-limits-of-a-tender.for-hospitals-and-schools"


def sent() -> bytes:
    n = Numbers(theme().numbering["chapters"])
    blocks = [
        BodyStart(new_page=False),
        n.heading(1, "服务承诺", "a"),
        n.heading(2, "到场", "b", "response.onsite"),
        Paragraph(inlines("须在4小时内到场。"), mark("response.onsite")),
        n.table("", (("级别", 0.5, "left"), ("时限", 0.5, "left")), [("一级", "4小时")], clause="response.onsite"),
        Paragraph(inlines("不属于任何条款。"), mark()),
        Paragraph(inlines("另有约定的除外。"), mark(LONG)),
        Paragraph(inlines("逾期的，减收服务费。"), mark("response.onsite")),
    ]
    return write_docx(
        document(blocks),
        theme(),
        Edition(editing="locked", watermark="草稿", remarks=(Remark(3, None, 0, 0, "bidgen", ("注意。",)),)),
    )


SENT = ["到场", "须在4小时内到场。", "级别", "时限", "一级", "4小时", "逾期的，减收服务费。"]


def edited(old: str, new: str) -> dict[str, list[str]]:
    """What a file says after somebody has edited it."""
    whole = {name: content.decode() for name, content in parts(sent()).items()}
    assert old in whole["word/document.xml"]
    whole["word/document.xml"] = whole["word/document.xml"].replace(old, new)
    return clause_texts(zipped(dict(whole)))[0]


def test_each_clause_with_its_text_in_reading_order() -> None:
    assert clause_texts(sent(), [LONG]) == ({"response.onsite": SENT, LONG: ["另有约定的除外。"]}, ())
    assert clause_texts(sent()) == ({"response.onsite": SENT}, ())


def test_what_was_edited_is_read_as_it_is_now() -> None:
    assert edited("须在4小时内到场。", "须在8小时内到场。")["response.onsite"][1] == "须在8小时内到场。"


def test_what_was_typed_behind_the_bookmark_belongs_to_the_clause() -> None:
    end = "<w:r><w:t>。</w:t></w:r>"  # of the last sentence, which the bookmark of the body's end parts
    whole = {name: content.decode() for name, content in parts(sent()).items()}
    before, last, behind = whole["word/document.xml"].partition(end)
    closed, mark_end, after = behind.partition("</w:p>")
    assert "bookmarkEnd" in closed
    whole["word/document.xml"] = before + last + closed + "<w:r><w:t>但书。</w:t></w:r>" + mark_end + after
    assert clause_texts(zipped(dict(whole)))[0]["response.onsite"][-1] == "逾期的，减收服务费。但书。"


def test_a_bookmark_without_end_marks_nothing() -> None:
    start = '<w:bookmarkStart w:id="990" w:name="_c9_response__onsite"/>'
    assert edited("<w:r><w:t>不属于任何条款。</w:t></w:r>", f"{start}<w:r><w:t>不属于任何条款。</w:t></w:r>") == {
        "response.onsite": SENT
    }


def test_a_bookmark_that_begins_twice_begins_with_the_first() -> None:
    """LibreOffice writes some bookmarks so, each time with an id of its own, and ends the second."""
    start, end = '<w:bookmarkStart w:id="{}" w:name="_c9_a"/>', '<w:bookmarkEnd w:id="991"/>'
    run = "<w:r><w:t>不属于任何条款。</w:t></w:r>"
    said = edited(run, f"{start.format(990)}{run}{start.format(991)}<w:r><w:t>真的。</w:t></w:r>{end}")
    assert said["a"] == ["不属于任何条款。真的。"]


@pytest.mark.parametrize(("change", "text"), [("del", "delText"), ("moveFrom", "t")])
def test_tracked_changes_count_as_accepted(change: str, text: str) -> None:
    run = "<w:r><w:t>须在4小时内到场。</w:t></w:r>"
    gone = f'<w:{change} w:id="900" w:author="x"><w:r><w:{text}>须在4小时</w:{text}></w:r></w:{change}>'
    put = '<w:ins w:id="901" w:author="x"><w:r><w:t>须在8小时</w:t></w:r></w:ins>'
    assert edited(run, f"{gone}{put}<w:r><w:t>内到场。</w:t></w:r>")["response.onsite"][1] == "须在8小时内到场。"


def test_a_file_without_bookmarks_says_nothing() -> None:
    assert clause_texts(write_docx(document([BodyStart(new_page=False)]), theme())) == ({}, ())


def test_a_file_that_is_none_is_refused() -> None:
    found, (refusal,) = clause_texts(b"hello")
    assert found == {}
    assert say(refusal.what) == "the file is not a Word file (.docx), or it is damaged"


def test_no_clause_of_a_whole_document_is_lost() -> None:
    model = made.every_block()
    clauses = {block.mark.clause for block in model.blocks if hasattr(block, "mark")} - {None}
    assert set(clause_texts(write_docx(model, theme()))[0]) == clauses

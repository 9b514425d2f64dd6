"""Bookmarks: every clause can be found again in a file that comes back."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from gen.model.blocks import Block, BodyStart, Paragraph
from gen.render.docx import write_docx
from gen.render.docx.anchors import clause_bookmark, clause_of
from tests.render import documents as made
from tests.render import word
from tests.render.documents import Numbers, document, inlines, mark, theme


@pytest.mark.parametrize(
    ("clause", "bookmark"),
    [
        ("response.onsite", "_c7_response__onsite"),
        ("spares.pool_core-switch", "_c7_spares__pool_ucore_hswitch"),
        ("odd._-.id", "_c7_odd___u_h__id"),
    ],
)
def test_a_clause_is_read_back_from_its_bookmark(clause: str, bookmark: str) -> None:
    assert clause_bookmark(7, clause) == bookmark
    assert clause_of(bookmark) == clause


@pytest.mark.parametrize("clause", ["acceptance.documents.handover-of-all-documents", "响应.到场"])
def test_an_id_that_word_would_not_take_is_found_among_the_clauses(clause: str) -> None:
    bookmark = clause_bookmark(7, clause)
    assert len(bookmark) <= 40
    assert bookmark.isascii()
    assert clause_of(bookmark, clauses=["response.onsite", clause]) == clause
    assert clause_of(bookmark, clauses=["response.onsite"]) is None


@pytest.mark.parametrize("name", ["_Toc000000001", "_Ref_a", "_BodyEnd", "_c_x", "书签"])
def test_other_bookmarks_mark_no_clause(name: str) -> None:
    assert clause_of(name) is None


def test_the_blocks_of_a_clause_stand_inside_its_bookmark() -> None:
    n = Numbers(theme().numbering["chapters"])
    heads = (("级别", 1.0, "left"),)
    blocks: list[Block] = [
        BodyStart(new_page=False),
        Paragraph(inlines("外"), mark()),
        Paragraph(inlines("一之一"), mark("one")),
        Paragraph(inlines("一之二"), mark("one")),
        n.table("", heads, [("二之一",)], clause="two"),
        Paragraph(inlines("三"), mark("three")),
        Paragraph(inlines("再次一"), mark("one")),
    ]
    root = word.part(write_docx(document(blocks), theme()))
    inside: dict[str, list[str]] = {}
    opened: dict[str, str] = {}
    for paragraph in root.iter(f"{word.W}p"):
        # A paragraph belongs to a clause if the bookmark begins, ends or is open in it.
        starts = {e.get(f"{word.W}id"): e.get(f"{word.W}name") for e in paragraph.iter(f"{word.W}bookmarkStart")}
        opened |= {at: name for at, name in starts.items() if name.startswith("_c")}
        for name in opened.values():
            inside.setdefault(name, []).append(word.text(paragraph))
        for end in paragraph.iter(f"{word.W}bookmarkEnd"):
            opened.pop(end.get(f"{word.W}id"), None)
    assert inside == {
        "_c1_one": ["一之一", "一之二"],
        "_c2_two": ["级别", "二之一"],
        "_c3_three": ["三"],
        "_c4_one": ["再次一"],
    }


def test_anchors_that_look_alike_in_word_get_names_of_their_own() -> None:
    n = Numbers(theme().numbering["chapters"])
    anchors = ["响应", "到场", "Response.Onsite", "response-onsite", "x" * 50, "x" * 51]
    docx = write_docx(document([BodyStart(new_page=False), *(n.heading(1, "题", a) for a in anchors)]), theme())
    found = re.findall(r'w:name="(_Ref[^"]*)"', word.etree.tostring(word.part(docx), encoding="unicode"))
    assert found == [
        "_Ref___",
        "_Ref____2",
        "_Ref_Response_Onsite",
        "_Ref_response_onsite_2",
        "_Ref_" + "x" * 35,
        "_Ref_" + "x" * 33 + "_2",
    ]


def test_every_clause_of_a_document_is_found_again() -> None:
    model = made.agreement()
    root = word.part(write_docx(model, theme()))
    names = [start.get(f"{word.W}name") for start in root.iter(f"{word.W}bookmarkStart")]
    clauses = {block.mark.clause for block in model.blocks if not isinstance(block, BodyStart)} - {None}  # type: ignore[union-attr]
    assert {clause_of(name) for name in names} - {None} == clauses


@pytest.mark.parametrize(
    ("text", "clause", "runs"),
    [
        ("负责", "one", "<w:t>负</w:t></w:r><{1}><w:r><w:t>责</w:t></w:r></1></0>"),
        ("责", "one", "<{1}><w:r><w:t>责</w:t></w:r></1></0>"),
        # `&` is written as an entity, which nothing may part.
        ("责&", "one", "<w:t>责&amp;</w:t></w:r></0><{1}></1>"),
        ("负责", None, "<w:t>负责</w:t></w:r><{0}></0>"),
    ],
)
def test_the_end_of_the_body_is_no_empty_bookmark_where_a_clause_ends(text: str, clause: str | None, runs: str) -> None:
    """LibreOffice would lose it, and the footer its number of pages: it holds the last character."""
    docx = write_docx(document([BodyStart(new_page=False), Paragraph(inlines(text), mark(clause))]), theme())
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        xml = package.read("word/document.xml").decode()
    xml = re.sub(r'<w:bookmarkStart w:id="(\d)" w:name="_BodyEnd"/>', r"<{\1}>", xml)
    xml = re.sub(r'<w:bookmarkEnd w:id="(\d)"/>', r"</\1>", xml)
    assert xml.partition("</w:p>")[0].endswith(runs)

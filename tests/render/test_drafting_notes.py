"""The drafting notes of the shipped templates: whoever fills a document in reads them, whoever receives it does not."""

from __future__ import annotations

import io
import re
from functools import cache

import pypdf
import pytest

from gen.examine import Examined, examine
from gen.model.blocks import Document, Footnote, Paragraph
from gen.model.text import footnotes_of, lines, plain
from gen.render.docx import write_docx
from gen.render.html import write_html
from gen.render.pdf import write_pdf
from tests.conftest import shipped, shipped_bid
from tests.render import word
from tests.render.test_pdf import needs_pango

FRAMED = {
    "service-plan": ["填写之前", "附件一所", "时限由服", "收费标准"],
    "commitment-letter": ["用途：本", "定稿之前", "本承诺书", "签署：法"],
    "support-agreement": ["用途：本", "封面：协", "付款节点", "违约金约", "诉讼与仲", "签署：核"],
}
"""How the framed notes of each kind begin."""
AT_THE_FOOT = {"service-plan": ["清单中的"], "commitment-letter": ["名称和编"], "support-agreement": ["填写服务"]}
"""And those that are footnotes."""


@cache
def draft() -> Examined:
    return examine(shipped(), shipped().bids["campus-network"], drafting=True)


def document(examined: Examined, kind: str) -> Document:
    return next(document for document in examined.documents if document.kind == kind)


def framed(made: Document) -> list[str]:
    return [plain(block.inlines) for block in made.blocks if isinstance(block, Paragraph) and block.role == "drafting"]


def notes(made: Document) -> list[Footnote]:
    return [note for block in made.blocks for note in footnotes_of(block)]


@pytest.mark.parametrize("kind", FRAMED)
def test_a_draft_says_what_the_final_copy_says_and_the_notes(kind: str) -> None:
    final, drafted = document(shipped_bid("campus-network"), kind), document(draft(), kind)
    assert [text[:4] for text in framed(drafted)] == FRAMED[kind]
    assert [plain(note.inlines)[:4] for note in notes(drafted)] == AT_THE_FOOT[kind]
    assert (framed(final), notes(final)) == ([], [])
    added = {*framed(drafted), *(plain(note.inlines) for note in notes(drafted))}
    assert [line for line in lines(drafted) if line not in added] == list(lines(final))


def test_the_rules_find_nothing_in_the_notes() -> None:
    assert [str(finding.message) for finding in draft().findings] == [
        str(finding.message) for finding in shipped_bid("campus-network").findings
    ]


@pytest.mark.parametrize("kind", FRAMED)
def test_word_prints_them_in_drafts_alone(kind: str) -> None:
    theme = shipped().themes["tender-default"]
    final, drafted = (
        "".join(word.lines(write_docx(document(examined, kind), theme)))
        for examined in (shipped_bid("campus-network"), draft())
    )
    for begins in FRAMED[kind] + AT_THE_FOOT[kind]:
        assert begins in drafted
    for text in framed(document(draft(), kind)):
        assert text in drafted
        assert text not in final


@needs_pango
def test_so_does_pdf() -> None:
    theme = shipped().themes["official"]
    final, drafted = (
        _printed(document(examined, "commitment-letter"), theme)
        for examined in (shipped_bid("campus-network"), draft())
    )
    for text in framed(document(draft(), "commitment-letter")):
        opening = text[:12]  # the rest may stand on the next page
        assert opening in drafted
        assert opening not in final


def _printed(made: Document, theme: object) -> str:
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(write_html(made, theme), made))).pages
    return "".join(re.sub(r"\s", "", page.extract_text()) for page in pages)

"""The documents of the example bid, as they ship: both formats say the same, and a Word file is a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from gen.examine import Examined
from gen.model.blocks import Document
from gen.model.text import lines
from gen.render.docx import write_docx
from gen.render.html import write_html
from tests.conftest import shipped_bid
from tests.render import word
from tests.render.test_docx_numbering import settled
from tests.render.test_html import Page

KINDS = ["service-plan", "commitment-letter", "support-agreement"]


@pytest.fixture(scope="module")
def campus() -> Examined:
    return shipped_bid("campus-network")


def document(campus: Examined, kind: str) -> Document:
    return next(document for document in campus.documents if document.kind == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_word_and_html_hold_the_lines_of_the_model(campus: Examined, kind: str) -> None:
    model = document(campus, kind)
    theme = campus.package.library.themes["tender-default"]
    assert word.lines(write_docx(model, theme)) == list(lines(model))
    assert [text for _, _, text in Page(write_html(model, theme)).lines] == list(lines(model))


@pytest.mark.parametrize("kind", KINDS)
def test_words_own_lists_print_the_numbers_of_the_model(campus: Examined, kind: str) -> None:
    model = document(campus, kind)
    docx = write_docx(model, campus.package.library.themes["tender-default"])
    assert [number for number in word.numbers(docx) if number] == settled(model)


@pytest.mark.parametrize("kind", KINDS)
def test_the_word_file_is_valid_and_the_same_twice(campus: Examined, kind: str, tmp_path: Path) -> None:
    theme = campus.package.library.themes["tender-default"]
    docx = write_docx(document(campus, kind), theme)
    (tmp_path / "made.docx").write_bytes(docx)
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "made.docx").errors] == []
    assert write_docx(document(campus, kind), theme) == docx

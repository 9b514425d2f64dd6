"""What the PDF writer mends of WeasyPrint's layout: commas that hang, frames that close, page headers set apart."""

from __future__ import annotations

import io
import re
from fractions import Fraction

import pikepdf
import pypdf
import pytest

from gen.model.blocks import BodyStart, Column, Document, Footnote, Merge, Paragraph, Table
from gen.render.html import write_html
from gen.render.pdf import lay_out, write_pdf
from gen.render.pdf.frames import _thickness
from tests.render.documents import document, inlines, letter, mark, theme
from tests.render.test_pdf import lines_of, needs_pango

pytestmark = needs_pango


def body(text: str) -> Document:
    return document([BodyStart(new_page=False), Paragraph(inlines(text), mark())])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲" * 35 + "，" + "乙" * 9, ["甲" * 35 + "，", "乙" * 9]),
        ("甲" * 35 + "，" + "乙" * 37 + "。", ["甲" * 35 + "，", "乙" * 37 + "。"]),
        ("甲" * 34 + "）。" + "乙" * 9, ["甲" * 34 + "）。", "乙" * 9]),
        ("甲" * 36 + "，" + "乙" * 9, ["甲" * 35, "甲，" + "乙" * 9]),
        ("甲" * 35 + "，”" + "乙" * 9, ["甲" * 34, "甲，”" + "乙" * 9]),
        ("甲" * 35 + "）" + "乙" * 9, ["甲" * 34, "甲）" + "乙" * 9]),
    ],
    ids=["a comma", "the last full stop", "behind a bracket", "one too many", "a quote behind it", "no such mark"],
)
def test_a_mark_stands_in_the_margin_where_the_line_is_full_before_it(text: str, lines: list[str]) -> None:
    """35 characters and the indent of two fill the first line, 37 any other."""
    assert [line for line, _ in lines_of(body(text))] == lines


def test_only_the_mark_stands_out() -> None:
    hanging, last = lines_of(body("甲" * 35 + "，" + "乙" * 9))
    assert hanging[1] == pytest.approx(-16, abs=0.5)
    assert last[1] > 300


def test_a_merged_cell_has_a_frame_at_the_foot_of_each_page() -> None:
    rows = tuple((inlines("巡检") if not at else (), inlines(f"第{at}项")) for at in range(80))
    columns = (Column(inlines("类别"), Fraction(1, 2)), Column(inlines("内容"), Fraction(1, 2)))
    table = Table(columns, rows, inlines(), "", None, mark(), (), (Merge(0, 0, 80, 1),))
    laid_out = lay_out(write_html(document([BodyStart(new_page=False), table]), theme()))
    tables = [
        box for page in laid_out.pages for box in page._page_box.descendants() if type(box).__name__ == "TableBox"
    ]
    assert len(tables) == 3
    _, lines = tables[0].collapsed_border_grid
    closed = [at for at, line in enumerate(lines) if all(map(_thickness, line))]
    ends = [part.skipped_rows - bool(part.skipped_rows) for part in tables]
    # Above and below the head, at the foot of two pages, at the end.
    assert closed == [0, 1, *(end + 1 for end in ends[1:]), 81]


def test_page_headers_and_footers_are_no_part_of_the_text() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(write_html(letter(), theme()), letter()))) as pdf:
        contents = pdf.pages[0].Contents.read_bytes()
        artifacts = re.findall(rb"/Artifact\s*<<(.*?)>>\s*BDC", contents)
        marked = {int(number) for number in re.findall(rb"/MCID (\d+)", contents)}
        linked = {int(number) for number in _numbers(pdf.Root.StructTreeRoot.K)}
    assert {*artifacts} == {b"/Type /Pagination/Subtype /Header", b"/Type /Pagination/Subtype /Footer"}
    assert marked == linked


def _numbers(element: object) -> list[object]:
    """The pieces of marked text that hang below an element of the structure."""
    if isinstance(element, pikepdf.Array):
        return [number for child in element for number in _numbers(child)]
    if isinstance(element, pikepdf.Dictionary):
        return _numbers(element.K) if "/K" in element else []
    return [element]


@pytest.mark.parametrize("before", range(25, 30))
def test_a_footnote_stands_on_the_page_of_its_mark(before: int) -> None:
    """Whatever of the last paragraph still fits: WeasyPrint by itself moves the note overleaf where one line does."""
    noted = Paragraph(inlines("甲方", Footnote(1, inlines("填写全称。"))), mark())
    filler = [Paragraph(inlines(f"填充{number}行。"), mark()) for number in range(before)]
    last = Paragraph(inlines("乙" * 140), mark())
    made = document([BodyStart(new_page=False), noted, *filler, last])
    pages = pypdf.PdfReader(io.BytesIO(write_pdf(write_html(made, theme()), made))).pages
    assert ["填写全称" in page.extract_text() for page in pages] == [True, False]

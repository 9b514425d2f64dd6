"""The readers see a text that is lost, changed, doubled or moved, and leave out what only the layout knows."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from gen.model.blocks import BodyStart, Document, Footnote, PageReference, Paragraph, Reference, Table
from gen.render.docx import write_docx
from gen.render.html import write_html
from tests.judges.text import Written, differences, of_docx, of_html, of_model, shown_texts
from tests.render.documents import Numbers, agreement, document, every_feature, inlines, mark, theme


def small() -> Document:
    n = Numbers(theme().numbering["chapters"])
    heads = (("级别", 0.5, "center"), ("时限", 0.5, "center"))
    return document(
        [
            BodyStart(new_page=False),
            n.heading(1, "服务承诺", "a"),
            Paragraph(
                inlines("须在", Footnote(1, inlines("自报修起，见", Reference("表1", "t"), "。")), "见第",
                        PageReference("t"), "页。"),
                mark(),
            ),
            *n.items("受理；", "派单。"),
            n.table("时限", heads, [("一级", "4小时")], "t"),
        ]
    )  # fmt: skip


LINES = [
    "第一章 服务承诺",
    "须在⟦1⟧见第页。",
    "（1）受理；",
    "（2）派单。",
    "表1　时限",
    "级别",
    "时限",
    "一级",
    "4小时",
]


def test_all_three_read_the_same() -> None:
    read = Written(LINES, ["自报修起，见表1。"])
    assert of_model(small()) == read
    assert of_docx(write_docx(small(), theme())) == read
    assert of_html(write_html(small(), theme())) == read


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("派单。", "派单"), ["line 4 is '（2）派单', not '（2）派单。'"]),
        (("（%1）", "%1."), ["line 3 is '1.受理；', not '（1）受理；'"]),
        (("自报修起", "自接报起"), ["footnote 1 is '自接报起，见表1。', not '自报修起，见表1。'"]),
        (("<w:t>4小时</w:t>", ""), ["line 9 is '', not '4小时'"]),
        (('<w:footnoteReference w:id="1"/></w:r><w:r><w:t>见第</w:t></w:r>',
          '<w:t>见第</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'),
         ["line 2 is '须在见第⟦1⟧页。', not '须在⟦1⟧见第页。'"]),
        (("</w:tc></w:tr></w:tbl>", '</w:tc></w:tr></w:tbl><w:p><w:r><w:t>多余</w:t></w:r></w:p>'),
         ["10 lines, not 9: the first too many or missing is '多余'"]),
    ],
    ids=["changed", "numbered otherwise", "footnote", "lost", "mark moved", "doubled"],
)  # fmt: skip
def test_a_word_file_that_says_something_else_is_told(change: tuple[str, str], said: list[str]) -> None:
    assert list(differences(of_model(small()), of_docx(edited(write_docx(small(), theme()), *change)))) == said


def edited(docx: bytes, before: str, after: str) -> bytes:
    """A Word file with the first such place written otherwise."""
    target = BytesIO()
    found = False
    with zipfile.ZipFile(BytesIO(docx)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name in {"word/document.xml", "word/numbering.xml", "word/footnotes.xml"} and before.encode() in text:
                found = True
                text = text.replace(before.encode(), after.encode(), 1)
            new.writestr(name, text)
    assert found, f"no part has {before}"
    return target.getvalue()


def test_a_page_that_lost_a_cell_is_told() -> None:
    html = write_html(small(), theme()).replace(">4小时</td>", "></td>")
    assert list(differences(of_model(small()), of_html(html))) == ["line 9 is '', not '4小时'"]


def test_parties_that_stand_side_by_side_are_read_one_after_the_other() -> None:
    model = agreement()
    assert list(differences(of_model(model), of_docx(write_docx(model, theme())))) == []
    assert of_model(model).lines[-4:] == [
        "日期：　　　年　　月　　日",
        "乙方（盖章）",
        "法定代表人或授权代表（签字）：　　　　　　",
        "日期：　　　年　　月　　日",
    ]


def test_pictures_contents_and_merged_cells_are_no_lines() -> None:
    model = every_feature()
    docx = write_docx(model, theme())
    assert list(differences(of_model(model), of_docx(docx))) == []
    (table,) = (block for block in model.blocks if isinstance(block, Table))
    assert len(table.merges) == 3
    assert "目　录" not in of_docx(docx).lines


def test_texts_for_libreoffice_hold_no_number_that_a_list_prints() -> None:
    assert shown_texts(write_docx(small(), theme())) == [
        "服务承诺", "须在⟦1⟧见第页。", "受理；", "派单。", "表1　时限", "级别", "时限", "一级", "4小时",
        " 自报修起，见表1。",
    ]  # fmt: skip
    without = replace(small(), blocks=small().blocks[:-1])
    assert "4小时" not in shown_texts(write_docx(without, theme()))

"""Blanks of a signature block: seen whatever the label in front of them leaves of the line."""

from __future__ import annotations

import pytest

from gen.model.blocks import Blank, BodyStart, Inlines, Signatory, Signature
from gen.render.docx import write_docx
from gen.render.docx.measure import Face, last_line
from gen.render.docx.widths import CharacterWidths
from tests.render import word
from tests.render.documents import document, inlines, mark, theme

W, NS = word.W, word.NS
TEN = Face(200, CharacterWidths("Times New Roman", bold=False))


def drawn(label: str, value: Inlines) -> str:
    """A line of the first of two parties as it is set: `|` for a break, blanks as their width and their scale."""
    parties = tuple(Signatory(inlines(party), ((label, value),)) for party in ("甲方", "乙方"))
    docx = write_docx(document([BodyStart(new_page=False), Signature(parties, mark())]), theme())
    line = word.part(docx).findall(".//w:tbl/w:tr", NS)[1].find("w:tc/w:p", NS)
    shown = ""
    for run in line.iterfind("w:r", NS):
        text = "".join(t.text for t in run.iterfind("w:t", NS))
        scale = run.find("w:rPr/w:w", NS)
        blank = text.strip("　") == "" and text
        shown += "|" * (run.find("w:br", NS) is not None)
        shown += f"[{len(text)}{'' if scale is None else ' at ' + scale.get(f'{W}val') + '%'}]" if blank else text
    return shown


@pytest.mark.parametrize(
    ("label", "value", "shown"),
    [
        ("日期", inlines(Blank(3), "年", Blank(2), "月"), "日期：[3]年[2]月"),
        ("法定代表人或授权代表（签字）", inlines(Blank(8)), "法定代表人或授权代表（签字）：[8 at 40%]"),
        ("法定代表人或其授权代表（签字）", inlines(Blank(8)), "法定代表人或其授权代表（签字）：[8 at 28%]"),
        ("法定代表人或其授权代表人（签字）", inlines(Blank(8)), "法定代表人或其授权代表人（签字）：|[8]"),
        ("法定代表人或其授权委托的代理人（签字）", inlines(Blank(8)), "法定代表人或其授权委托的代理人（签字）：[8]"),
        ("经办人及联系电话（手写）", inlines(Blank(4), "　", Blank(6)), "经办人及联系电话（手写）：[4][1]|[6]"),
        ("经办人", inlines(Blank(40)), "经办人：[40 at 35%]"),
        ("单位", inlines("江城", Blank(30)), "单位：江城[30 at 44%]"),
    ],
)
def test_a_blank_is_narrower_or_on_a_line_of_its_own(label: str, value: Inlines, shown: str) -> None:
    assert drawn(label, value) == shown


@pytest.mark.parametrize(
    ("text", "twips"), [("", 0), ("一" * 4, 800), ("一" * 10, 2000), ("一" * 13, 600), ("一" * 10 + "。", 2200)]
)
def test_how_far_the_last_line_of_a_text_reaches(text: str, twips: int) -> None:
    assert last_line(text, TEN, 2000) == twips

"""The judges of PDF files find what is planted, and nothing in a file of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from gen.model.blocks import BodyStart, Paragraph
from gen.model.edition import Attachment, Edition
from gen.render.html import write_html
from gen.render.pdf import write_pdf
from gen.render.pdf.probe import probes
from tests.judges.pdf_file import archive_faults, font_faults, syntax_faults
from tests.judges.pdf_text import lost, tags
from tests.render.documents import Numbers, document, every_feature, inlines, mark, theme

pytestmark = pytest.mark.skipif(
    not all(probe.present for probe in probes()), reason="no PDF here: see `bidgen doctor`"
)  # fmt: skip
DATA = Attachment("manifest.json", "application/json", "来源", b"{}")


@cache
def made() -> bytes:
    return write_pdf(write_html(every_feature(), theme()), every_feature(), Edition(attachments=(DATA,)))


def edited(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The file with something of it changed."""
    target = BytesIO()
    with pikepdf.open(BytesIO(made())) as file:
        change(file)
        file.save(target)
    return target.getvalue()


def test_a_file_of_ours_has_no_faults() -> None:
    assert syntax_faults(made()) == font_faults(made()) == archive_faults(made()) == lost(made(), every_feature()) == []


def test_a_broken_file_is_told() -> None:
    assert syntax_faults(made()[:-2000])
    assert syntax_faults(b"PK\x03\x04")


def fonts(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for page in file.pages for font in page.Resources.Font.values()]


def not_embedded(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" in descriptor:
            del descriptor.FontFile2


def whole(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        font.BaseFont = pikepdf.Name("/Bidgen-Song")


def unreadable(file: pikepdf.Pdf) -> None:
    for font in fonts(file):
        if "/ToUnicode" in font:
            del font.ToUnicode


@pytest.mark.parametrize(
    ("change", "fault"),
    [(not_embedded, "is not in the file"), (whole, "is in the file as a whole"), (unreadable, "cannot be read back")],
    ids=["not embedded", "whole", "unreadable"],
)
def test_a_font_that_is_not_as_it_should_be_is_told(change: Callable[[pikepdf.Pdf], None], fault: str) -> None:
    found = font_faults(edited(change))
    assert found
    assert all(fault in one for one in found)


def drop(name: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda file: file.Root.__delitem__(name)


def conforming_to(level: str) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        with file.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfaid:conformance"] = level

    return change


def mute(file: pikepdf.Pdf) -> None:
    for element in file.objects:
        if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure" and "/Alt" in element:
            del element.Alt


def launching(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = file.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))


def loose(file: pikepdf.Pdf) -> None:
    file.attachments["notes.txt"] = b"notes"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (conforming_to("B"), "asks to be taken for PDF/A ('3', 'B'), not for PDF/A-3a"),
        (drop("/OutputIntents"), "does not say what its colours mean"),
        (drop("/StructTreeRoot"), "has no tags"),
        (drop("/Lang"), "does not say that it is in Chinese"),
        (drop("/ViewerPreferences"), "does not show its title"),
        (drop("/AF"), "the attachment manifest.json belongs to nothing"),
        (loose, "the attachment notes.txt does not say what it is to the document"),
        (launching, "has an action /JavaScript"),
        (mute, "a figure without a description"),
    ],
)
def test_what_an_archive_would_refuse_is_told(change: Callable[[pikepdf.Pdf], object], fault: str) -> None:
    assert fault in archive_faults(edited(change))


def test_a_text_that_is_not_there_is_told() -> None:
    model = every_feature()
    blocks = list(model.blocks)
    at = next(at for at, block in enumerate(blocks) if block == Paragraph(inlines("全天值守。"), mark()))
    longer = replace(
        model, blocks=(*blocks[:at], Paragraph(inlines("全天值守，含节假日。"), mark()), *blocks[at + 1 :])
    )
    assert lost(made(), longer) == ["'全天值守。' stands where '全天值守，含节假日。' should"]
    shorter = replace(model, blocks=(*blocks[:at], *blocks[at + 1 :]))
    assert lost(made(), shorter) == ["'全天值守。' stands where '（一）升级联系人' should"]
    fewer = replace(model, blocks=tuple(blocks[:-1]))
    assert lost(made(), fewer) == ["'见报价表。' is too much"]


def test_a_table_that_goes_over_pages_repeats_its_head_without_being_read_twice() -> None:
    n = Numbers(theme().numbering["chapters"])
    rows = [(f"{number}", "甲" * 30) for number in range(80)]
    model = document([BodyStart(new_page=False), n.table("时限", (("序号", 0.2, "left"), ("说明", 0.8, "left")), rows)])
    pdf = write_pdf(write_html(model, theme()), model)
    assert sum(element.role == "/THead" for element in tags(pdf).every()) > 1
    assert lost(pdf, model) == []

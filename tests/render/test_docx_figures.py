"""Figures: pictures in the line, their files each once, captions numbered by Word."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from gen.model.blocks import Block, BodyStart, Paragraph, Reference
from gen.render.docx import write_docx
from gen.render.docx.pages import lay_out
from tests.render import complete, word
from tests.render.documents import Numbers, document, inlines, mark, theme

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def numbers() -> Numbers:
    return Numbers(theme().numbering["chapters"])


def written(*blocks: Block) -> bytes:
    return write_docx(document([BodyStart(new_page=False), *blocks]), theme())


def sizes(docx: bytes) -> list[tuple[int, int]]:
    """Width and height of each picture in twips."""
    found = word.part(docx).iter(f"{DRAWING}extent")
    return [(int(e.get("cx")) // 635, int(e.get("cy")) // 635) for e in found]


def parts(docx: bytes, folder: str) -> list[str]:
    return [name for name in zipfile.ZipFile(BytesIO(docx)).namelist() if name.startswith(folder)]


def test_a_picture_stands_in_the_line_with_its_size_and_what_it_shows() -> None:
    docx = written(numbers().figure("备件库", complete.photograph(4000, 3000), "store"))
    assert sizes(docx) == [(4000, 3000)]
    (shown,) = word.part(docx).iter(f"{DRAWING}docPr")
    assert dict(shown.attrib) == {"id": "1", "name": "图1", "descr": "备件库货架的照片"}
    assert zipfile.ZipFile(BytesIO(docx)).read("word/media/picture1.png") == complete.PIXEL


def test_equal_pictures_are_one_file() -> None:
    n = numbers()
    picture = complete.photograph()
    jpeg = replace(picture, content=b"\xff\xd8\xff\xe0 not looked into", form="jpeg")
    docx = written(
        n.figure("一", picture, "a"), n.figure("二", replace(picture, width=2000), "b"), n.figure("三", jpeg, "c")
    )
    assert parts(docx, "word/media/") == ["word/media/picture1.png", "word/media/picture2.jpeg"]
    embedded = [e.get(f"{{{RELATION}}}embed") for e in word.part(docx).iter(f"{PICTURE}blip")]
    assert embedded[0] == embedded[1] != embedded[2]
    assert [e.get("id") for e in word.part(docx).iter(f"{DRAWING}docPr")] == ["1", "2", "3"]
    types = word.part(docx, "[Content_Types].xml")
    kinds = {e.get("Extension"): e.get("ContentType") for e in types if e.get("Extension")}
    assert (kinds["png"], kinds["jpeg"]) == ("image/png", "image/jpeg")
    assert not [e for e in types if "media" in (e.get("PartName") or "")]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((12000, 6000), (9015, 4507)),
        # 14,003 twips less 1,200 for three lines of caption, and 300 for the white around picture and caption.
        ((6000, 26000), (2885, 12503)),
        ((9015, 5000), (9015, 5000)),
    ],
    ids=["too wide", "too high", "fits"],
)
def test_a_picture_is_never_larger_than_the_page(size: tuple[int, int], shown: tuple[int, int]) -> None:
    wide, high = sizes(written(numbers().figure("备件库", complete.photograph(*size), "store")))[0]
    assert abs(wide - shown[0]) <= 1
    assert abs(high - shown[1]) <= 1


def test_the_caption_is_numbered_by_word_and_stays_with_its_picture() -> None:
    n = numbers()
    docx = written(
        Paragraph(inlines("见", Reference("图2", "b"), "。"), mark()),
        n.figure("一", complete.photograph(), "a"),
        n.figure("二", complete.photograph(), "b"),
    )
    assert list(word.instructions(docx)) == [r"REF _Ref_b \h", r"SEQ 图 \* ARABIC", r"SEQ 图 \* ARABIC"]
    assert word.lines(docx) == ["见图2。", "图1　一", "图2　二"]
    styles = [word.style(p) for p in word.part(docx)[0].iterfind("w:p", word.NS)]
    assert styles == ["BodyText", "Figure", "FigureCaption", "Figure", "FigureCaption"]
    style = word.part(docx, "word/styles.xml").find("w:style[@w:styleId='Figure']/w:pPr", word.NS)
    assert style.find("w:keepNext", word.NS) is not None
    # A line of exact height would cut it off.
    assert style.find("w:spacing", word.NS).get(f"{word.W}lineRule") == "auto"


def test_a_drawing_is_drawn_crisply_and_always_the_same() -> None:
    docx = written(numbers().figure("流程", complete.DRAWING, "flow"))
    assert sizes(docx) == [(6000, 1600)]
    content = zipfile.ZipFile(BytesIO(docx)).read("word/media/picture1.png")
    # 300 points at 300 dots an inch.
    assert int.from_bytes(content[16:20], "big") == 1250
    assert written(numbers().figure("流程", complete.DRAWING, "flow")) == docx


def test_a_picture_takes_its_room_on_the_page() -> None:
    body: list[Any] = [Paragraph(inlines("正文"), mark()) for _ in range(23)]
    for high, page in ((2000, 1), (3500, 2)):
        figure = numbers().figure("备件库", complete.photograph(4000, high), "store")
        model = document([BodyStart(new_page=False), *body, figure])
        assert lay_out(model, theme()).pages[-1] == page


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

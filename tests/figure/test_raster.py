"""Pictures of drawings: their size, the same bytes everywhere, and what may stand in the SVG behind them."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from hashlib import sha256
from pathlib import Path

import pytest

from gen.figure import drawn, png
from gen.figure.sheet import Look
from gen.model.chart import Deadline, Lane, Organisation, Post, Timeline
from tests.figure.drawn import SVG, root

ROOT = Path(__file__).parent.parent.parent
POSTS = Organisation((Post("服务经理", ("顾明喆　协调 & 联络",), (Post("工程师", ("林玥宁",)),)),))
MAKE = """
from hashlib import sha256
from gen.figure import drawn, png
from gen.model.chart import Organisation, Post
from gen.figure.sheet import Look
posts = Organisation((Post("服务经理", ("顾明喆　协调 & 联络",), (Post("工程师", ("林玥宁",)),)),))
drawing = drawn(posts, 9071, Look("1F4E79"))
print(sha256(drawing.svg.encode()).hexdigest(), sha256(png(drawing)).hexdigest())
"""


def test_a_picture_has_as_many_dots_as_its_size_asks_for_and_says_so() -> None:
    drawing = drawn(POSTS, 9071, Look("1F4E79"))
    picture = png(drawing)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = struct.unpack(">II", picture[16:24])
    assert wide == round(9071 * 300 / 1440) == 1890
    assert abs(high - drawing.height * 300 / 1440) <= 1
    assert picture[37:41] == b"pHYs"
    assert struct.unpack(">IIB", picture[41:50]) == (11811, 11811, 1)  # 300 dots an inch, in metres
    assert struct.unpack(">I", png(drawing, 96)[16:20]) == (605,)


def test_the_picture_opens_and_is_drawn_in_black_on_white_and_the_accent() -> None:
    image_of = pytest.importorskip("PIL.Image")
    from io import BytesIO

    image = image_of.open(BytesIO(png(drawn(POSTS, 9071, Look("1F4E79")))))
    image.load()
    colours = {colour[:3] for _, colour in image.getcolors(1 << 24)}
    assert {(255, 255, 255), (0x1F, 0x4E, 0x79)} <= colours
    assert (image.width, image.info["dpi"]) == (1890, (299.9994, 299.9994))
    grey = image_of.open(BytesIO(png(drawn(POSTS, 9071, Look()), 96))).convert("RGB").getcolors(1 << 24)
    assert all(max(colour) - min(colour) <= 1 for _, colour in grey)


def test_the_same_drawing_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    drawing = drawn(POSTS, 9071, Look("1F4E79"))
    here = f"{sha256(drawing.svg.encode()).hexdigest()} {sha256(png(drawing)).hexdigest()}"
    elsewhere = os.environ | {
        "TZ": "Pacific/Auckland", "HOME": str(tmp_path), "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    run = subprocess.run([sys.executable, "-c", MAKE], cwd=tmp_path, env=elsewhere, capture_output=True, check=True)
    assert run.stdout.decode().strip() == here


def test_a_drawing_refers_to_nothing_outside_itself_and_uses_only_fonts_that_travel_with_it() -> None:
    for node in root(drawn(POSTS, 9071, Look("1F4E79"))).iter():
        assert node.tag in {f"{SVG}{name}" for name in ("svg", "defs", "rect", "path", "text", "circle")}
        assert not {"href", "style", "id", "class"} & {name.rpartition("}")[2] for name in node.attrib}
        assert node.get("font-family", "Bidgen Hei") in {"Bidgen Hei", "Bidgen Song"}
        assert int(node.get("font-size", "180")) in range(180, 211)  # 9pt to 10.5pt
        assert int(node.get("stroke-width", "10")) >= 10  # half a point


def test_words_are_text_and_keep_their_signs() -> None:
    drawing = drawn(POSTS, 9071, Look("1F4E79"))
    assert [node.text for node in ET.fromstring(drawing.svg).iter(f"{SVG}text")] == list(drawing.labels)
    assert drawing.labels == ("服务经理", "顾明喆　协调 & 联络", "工程师", "林玥宁")
    assert drawing.alt == "组织结构图：服务经理（顾明喆　协调 & 联络），下设工程师；工程师（林玥宁）。"


def test_weasyprint_prints_the_words_with_the_bundled_fonts() -> None:
    pytest.importorskip("weasyprint")
    from io import BytesIO

    from pypdf import PdfReader

    from gen.render.pdf import lay_out

    chart = Timeline(
        "接到报修通知", (Lane("一级故障", (Deadline("响应", "15分钟", 900), Deadline("到场", "2小时", 7200))),)
    )
    for drawing in (drawn(chart, 9071, Look("1F4E79")), drawn(POSTS, 9071, Look("1F4E79"))):
        pdf = lay_out(f"<html lang='zh-CN'><body>{drawing.svg}</body></html>").write_pdf()
        page = PdfReader(BytesIO(pdf)).pages[0]
        printed = "".join(page.extract_text().split())
        assert sorted(printed) == sorted("".join("".join(drawing.labels).split()))
        fonts = page["/Resources"]["/Font"].values()
        assert {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts} <= {
            "Bidgen-Hei", "Bidgen-Hei-Bold", "Bidgen-Song",
        }  # fmt: skip

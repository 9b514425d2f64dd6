"""The PDF writer: what the pages say, that nothing but the document decides it, and how the lines are set."""

from __future__ import annotations

import gc
import io
import logging
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdf
import pytest
from fontTools.ttLib import TTFont

from gen.model.blocks import Block, BodyStart, Contents, Document, Heading, Paragraph, Text, gap, plain
from gen.render.html import write_html
from gen.render.pdf import OutsideAddressError, lay_out, write_pdf
from gen.render.pdf import faces as bundled
from gen.render.pdf import probe as probing
from gen.render.pdf.faces import FACES
from gen.render.pdf.glyphs import MissingGlyph, code_points, missing_glyphs
from gen.render.pdf.justify import _lines, _pieces
from gen.render.pdf.probe import Probe, probes
from tests.render.documents import (
    COVER,
    SEVERITY,
    SPAN,
    Numbers,
    agreement,
    document,
    every_block,
    inlines,
    letter,
    long_document,
    mark,
    severity_rows,
    theme,
    value,
)

ROOT = Path(__file__).parents[2]
HERE = all(probe.present for probe in probes())
needs_pango = pytest.mark.skipif(not HERE, reason="no PDF here: see `bidgen doctor`")
MADE = {made.__name__: made for made in (every_block, agreement, letter)}


@cache
def pdf(made: Document) -> bytes:
    return write_pdf(write_html(made, theme()), made)


@cache
def reader(made: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf(made)))


def texts(made: Document) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in reader(made).pages]


def body(*blocks: Block) -> Document:
    """A document of these blocks alone."""
    return document([BodyStart(new_page=False), *blocks])


def paragraph(*parts: object) -> Paragraph:
    return Paragraph(inlines(*parts), mark("response.onsite"))


def fonts(made: Document) -> dict[str, bool]:
    """The fonts of a file, and whether it carries them."""
    found = {}
    for page in reader(made).pages:
        for font in page["/Resources"]["/Font"].values():
            for descendant in font.get_object()["/DescendantFonts"]:
                descriptor = descendant.get_object()["/FontDescriptor"].get_object()
                found[descriptor["/FontName"]] = "/FontFile2" in descriptor
    return found


# --- the pages


@needs_pango
@pytest.mark.parametrize("name", MADE)
def test_text_of_each_page(name: str, snapshot) -> None:
    """Where lines end differs between versions of Pango, so lines are joined; what stands on which page does not."""
    pages = [re.sub(r"\n", "", text).replace("。", "。\n") for text in texts(MADE[name]())]
    assert pages == snapshot


@needs_pango
def test_body_pages_are_counted_apart() -> None:
    made = long_document(4)
    pages = texts(made)
    footers = [re.findall(r"^第 \d+ 页 共 \d+ 页$", page, re.MULTILINE) for page in pages]
    first = footers.index(["第 1 页 共 26 页"])
    assert footers[:first] == [[]] * first
    assert footers[first:] == [[f"第 {number} 页 共 26 页"] for number in range(1, 27)]
    assert pages[0].endswith(COVER.date), "the cover has neither header nor footer"
    assert [page.splitlines()[-1] for page in pages[1:first]] == ["I", "II"][: first - 1]
    assert all(made.header in page for page in pages[first:])
    assert not any(made.header in page for page in pages[:first])
    assert reader(made).page_labels == ["", *["I", "II"][: first - 1], *(str(number) for number in range(1, 27))]


@needs_pango
def test_contents_say_on_which_page_a_heading_stands() -> None:
    made = long_document(4)
    pages = texts(made)
    contents = "\n".join(page for page in pages if "第 " not in page)
    entries = re.findall(r"^(第.章 \S+|\d\.\d \S+) \.* (\d+)$", contents, re.MULTILINE)
    assert len(entries) == 4 + 16
    for heading, number in entries:
        (page,) = [page for page in pages if f"第 {number} 页" in page]
        assert heading in page.splitlines()


@needs_pango
def test_bookmarks_are_the_headings() -> None:
    def flat(outline, level=1):
        for entry in outline:
            if isinstance(entry, list):
                yield from flat(entry, level + 1)
            else:
                yield level, entry.title

    made = long_document(2)
    assert list(flat(reader(made).outline)) == [
        (block.level, block.number + gap(made.scheme, block) + plain(block.inlines))
        for block in made.blocks
        if isinstance(block, Heading)
    ]


@needs_pango
def test_a_document_without_cover_begins_on_its_first_page() -> None:
    assert len(texts(body(paragraph("特此承诺。")))) == 1
    assert texts(body(paragraph("特此承诺。")))[0].endswith("第 1 页 共 1 页")


@needs_pango
def test_a_crowded_cover_stays_one_page() -> None:
    crowded = replace(
        COVER,
        title="智慧医院信息平台及配套设备售后服务与培训方案",
        overline=inlines("某省人民医院新院区智慧医院信息平台建设及核心业务系统国产化升级改造采购项目（第二包）"),
        rows=(*COVER.rows, *COVER.rows),
    )
    assert len(texts(document([crowded, BodyStart(new_page=True), paragraph("。")]))) == 2


# --- what belongs together


def filler(count: int) -> list[Paragraph]:
    return [paragraph(f"填充{number}行。") for number in range(count)]


def page_of(text: str, made: Document) -> int:
    """The one page that has a text."""
    (found,) = [number for number, page in enumerate(texts(made)) if text in page]
    return found


@needs_pango
@pytest.mark.parametrize("before", range(20, 30, 2))
def test_a_table_keeps_caption_opening_and_note(before: int) -> None:
    table = Numbers(theme().numbering["chapters"]).table("故障级别", SEVERITY, severity_rows(), "t")
    note = Paragraph(inlines("注：不含节假日。"), mark(), "note")
    made = body(*filler(before), paragraph("按下表执行："), table, note)
    assert page_of("按下表执行", made) == page_of("表1　故障级别", made) == page_of("核心业务中断", made)
    assert page_of("咨询、配置", made) == page_of("不含节假日", made)


@needs_pango
@pytest.mark.parametrize("before", range(22, 30, 2))
@pytest.mark.parametrize("signature", [every_block().blocks[-1], letter().blocks[-1]], ids=["two", "one"])
def test_a_signature_stands_with_two_lines_of_text(before: int, signature: Block) -> None:
    made = body(*filler(before), paragraph("特此承诺。"), signature)
    assert page_of(f"填充{before - 1}行", made) == page_of("特此承诺", made) == page_of("盖章", made)
    assert page_of("日期", made) == page_of("盖章", made)


@needs_pango
@pytest.mark.parametrize("before", range(26, 31))
def test_a_heading_stands_with_its_text(before: int) -> None:
    n = Numbers(theme().numbering["chapters"])
    text = paragraph("乙" * 36 + "起" + "方" * 36)
    made = body(*filler(before), n.heading(1, "服务承诺", "a"), n.heading(2, "响应", "b"), text)
    assert page_of("第一章 服务承诺", made) == page_of("1.1 响应", made) == page_of("乙乙乙", made)


@needs_pango
def test_head_of_a_table_repeats_and_rows_stay_whole() -> None:
    row = ("一级", inlines("甲" * 30 + "乙" * 30), "1", "2", "3")
    made = body(Numbers(theme().numbering["chapters"]).table("", SEVERITY, [row] * 40, "t"))
    assert len(texts(made)) > 2
    for page in texts(made):
        assert "级别 含义 响应时限 到场时限 解决时限" in page
        assert page.replace("\n", "").count("甲" * 17) == page.replace("\n", "").count("乙" * 17)


# --- lines


@needs_pango
def test_lines_end_flush() -> None:
    full, last = [], []
    for page in lay_out(write_html(long_document(2), theme())).pages:
        for block, line in _lines(page._page_box):
            if line.style["text_align_all"] == "justify":
                (last if line.resume_at is None else full).append(room_right(block, line))
    assert len(full) > 100
    assert {round(room, 3) for room in full} == {0}
    assert max(last) > 300, "the last line of a paragraph keeps its length"


@needs_pango
def test_a_full_width_space_hangs_over_the_edge() -> None:
    (first, *_) = lines_of(body(paragraph("甲" * 34, "　", "乙" * 30)))
    assert first[0] == "甲" * 34 + "　"
    assert first[1] == pytest.approx(-16, abs=0.5), "the edge is where the last visible character ends"


@needs_pango
def test_a_line_that_would_be_torn_apart_stays_short() -> None:
    (first, *_) = lines_of(body(paragraph("详见 甲乙丙 ", "w" * 60)))
    assert first[0] == "详见 甲乙丙"
    assert first[1] > 300


def lines_of(made: Document) -> list[tuple[str, float]]:
    """Text of the lines of body text and the room that each leaves at the right."""
    return [
        ("".join(piece.text for piece in _pieces(line)), room_right(block, line))
        for page in lay_out(write_html(made, theme())).pages
        for block, line in _lines(page._page_box)
        if line.style["text_align_all"] == "justify"
    ]


def room_right(block, line) -> float:
    """The room between a line and the right edge of its block, in CSS pixels."""
    *_, last = _pieces(line)
    spacing = last.style["letter_spacing"]
    # The space behind the last character is not drawn.
    end = last.position_x + last.margin_width() - (0 if spacing == "normal" else spacing)
    return block.content_box_x() + block.width - end


@needs_pango
def test_no_line_begins_or_ends_with_the_wrong_punctuation() -> None:
    starts = {text[0] for text, _ in lines_of(long_document(3))}
    ends = {text[-1] for text, _ in lines_of(long_document(3))}
    assert not starts & {*"，。、；：？！）》」』】〉”’…‰"}
    assert not ends & {*"（《「『【〈“‘"}


@needs_pango
def test_a_line_holds_as_many_characters_as_the_page_is_wide() -> None:
    assert [text for text, _ in lines_of(body(paragraph("甲" * 80)))] == ["甲" * 35, "甲" * 37, "甲" * 8]


# --- nothing but the document decides


SCRIPT = """
import hashlib
from gen.render.html import write_html
from gen.render.pdf import write_pdf
from tests.render.documents import every_block, theme
made = every_block()
print(hashlib.sha256(write_pdf(write_html(made, theme()), made)).hexdigest())
"""


@needs_pango
def test_same_bytes_in_another_folder_zone_language_and_process(tmp_path: Path) -> None:
    surroundings = (
        {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LANG": "ja_JP.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "0"},
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for environment in surroundings
    }
    assert len(hashes) == 1


@needs_pango
def test_same_bytes_twice_in_one_process() -> None:
    assert write_pdf(write_html(letter(), theme()), letter()) == pdf(letter())


@needs_pango
def test_only_the_bundled_fonts_are_used_and_embedded() -> None:
    found = fonts(every_block())
    assert {name.partition("+")[2] for name in found} == {
        "Bidgen-Song",
        "Bidgen-Song-Bold",
        "Bidgen-Hei",
        "Bidgen-Hei-Bold",
    }
    assert all(found.values())


@needs_pango
def test_a_rare_character_in_bold_is_taken_from_the_right_file() -> None:
    # With the font settings of Debian it was drawn as another character, while its text stayed right.
    made = replace(body(paragraph("联系人：", Text("喆堃", strong=True))), header="")
    assert {name.partition("+")[2] for name in fonts(made)} == {"Bidgen-Song"}
    assert "联系人：喆堃" in texts(made)[0]


@needs_pango
def test_properties() -> None:
    info = reader(every_block()).metadata
    assert {key: info[key] for key in info} == {
        "/Title": "售后服务方案",
        "/Author": "江城云启信息技术有限公司",
        "/Subject": "江城市第一人民医院信息化运维服务项目（JCZB-2026-0418）",
        "/Keywords": "service-plan",
        "/Creator": "bidgen",
        "/Producer": info["/Producer"],
        "/CreationDate": "D:20261130",
        "/ModDate": "D:20261130",
        "/SourceHash": every_block().source_hash,
    }
    assert reader(every_block()).trailer["/Root"]["/Lang"] == "zh-CN"


@needs_pango
@pytest.mark.parametrize(
    "element",
    [
        '<img src="http://example.com/a.png">',
        '<img src="file:///etc/passwd">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<link rel="stylesheet" href="https://example.com/a.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<p style="background: url(http://example.com/a.png)">甲</p>',
        '<style>@import "https://example.com/a.css";</style>',
        f'<img src="{FACES[0].url}x">',
    ],
)
def test_nothing_is_fetched(element: str) -> None:
    html = write_html(letter(), theme()).replace("<main>", f"<main>{element}")
    with pytest.raises(OutsideAddressError, match=r"example\.com|etc/passwd|data:|\.ttfx"):
        write_pdf(html, letter())


@needs_pango
def test_weasyprint_has_nothing_to_complain_of(caplog) -> None:
    with caplog.at_level(logging.WARNING):
        write_pdf(write_html(every_block(), theme()), every_block())
    assert caplog.messages == []


@needs_pango
def test_process_is_left_as_it_was(monkeypatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/somewhere/fonts.conf")
    write_pdf(write_html(letter(), theme()), letter())
    assert os.environ["FONTCONFIG_FILE"] == "/somewhere/fonts.conf"
    assert gc.isenabled()


# --- characters without a glyph


def test_missing_glyphs_are_named_with_their_place() -> None:
    made = document(
        [
            replace(COVER, rows=(("投标人", inlines(value("某☑公司"))),)),
            Contents("目录☐", 3),
            BodyStart(new_page=True),
            paragraph("致电㐀先生；喆堃镕；再致电㐀先生。"),
            paragraph("☐ 是"),
        ]
    )
    clause = mark("response.onsite")
    cover = replace(mark(), span=SPAN)
    assert missing_glyphs(made) == (
        MissingGlyph("☑", cover),
        MissingGlyph("☑", None),
        MissingGlyph("㐀", clause),
        MissingGlyph("☐", clause),
        MissingGlyph("☐", None),
    )


def test_usual_documents_miss_nothing() -> None:
    assert missing_glyphs(every_block()) == missing_glyphs(long_document(3)) == ()


def test_characters_that_look_like_nothing_are_not_missed() -> None:
    assert missing_glyphs(body(paragraph("葛\ufe00城\u200b市\u00ad"))) == ()


def test_numbers_markers_and_labels_are_looked_at_too() -> None:
    made = replace(letter().blocks[-1], parties=(replace(letter().blocks[-1].parties[0], lines=(("☐", ()),)),))
    assert [glyph.character for glyph in missing_glyphs(body(made))] == ["☐"]
    assert [glyph.character for glyph in missing_glyphs(body(replace(paragraph("甲"), number="☑", level=1)))] == ["☑"]


def test_code_points_are_those_that_fonttools_finds() -> None:
    for face in FACES:
        with TTFont(face.path, lazy=True) as font:
            assert code_points(face.path) == {*font["cmap"].getBestCmap()}


# --- what the machine has


def test_probes_have_stable_names() -> None:
    assert [probe.name for probe in probes()] == [
        "weasyprint",
        "gobject",
        "pango",
        "pangoft2",
        "harfbuzz",
        "harfbuzz-subset",
        "fontconfig",
        "fonts",
    ]


def test_probing_does_not_import_weasyprint() -> None:
    script = "import sys; from gen.render.pdf.probe import probes; probes(); print('weasyprint' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True
    )  # fmt: skip
    assert run.stdout == "False\n"


def test_a_missing_library_is_seen(monkeypatch) -> None:
    monkeypatch.setitem(probing.LIBRARIES, "pango", ("libno-such-pango-1.0-0",))
    assert Probe("pango", present=False, needed=True) in probes()


def test_a_damaged_font_is_seen(monkeypatch, tmp_path: Path) -> None:
    for file in bundled.FONTS.iterdir():
        (tmp_path / file.name).symlink_to(file)
    monkeypatch.setattr(bundled, "FONTS", tmp_path)
    monkeypatch.setattr(probing, "FONTS", tmp_path)
    assert Probe("fonts", present=True, needed=True) in probes()
    (tmp_path / "BidgenHei-Bold.ttf").unlink()
    assert Probe("fonts", present=False, needed=True) in probes()
    (tmp_path / "BidgenHei-Bold.ttf").write_bytes(b"\0\1\0\0")
    assert Probe("fonts", present=False, needed=True) in probes()

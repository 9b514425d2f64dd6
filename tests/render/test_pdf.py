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
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest
from fontTools.ttLib import TTFont

from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Paragraph,
    Reference,
    Sheet,
    Signatory,
    Signature,
    Text,
    gap,
)
from gen.model.edition import Attachment, Edition
from gen.model.text import plain
from gen.model.theme import Margins, Running, Theme
from gen.render.html import write_html
from gen.render.pdf import OutsideAddressError, lay_out, write_pdf
from gen.render.pdf import faces as bundled
from gen.render.pdf import probe as probing
from gen.render.pdf.faces import FACES, substitutions
from gen.render.pdf.glyphs import MissingGlyph, code_points, missing_glyphs
from gen.render.pdf.justify import _lines, _pieces
from gen.render.pdf.lettering import HAN, LATIN
from gen.render.pdf.probe import Probe, probes
from gen.render.pdf.watermark import watermark_css
from tests.judges.pdf_text import lost
from tests.render.documents import (
    COVER,
    FLOW,
    SEVERITY,
    SPAN,
    Numbers,
    agreement,
    document,
    every_block,
    every_feature,
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


def closed_up(text: str) -> str:
    """A text without the spaces that a program guesses where Chinese and Latin stand apart; no such space is there."""
    return re.sub(f"(?<=[{HAN}]) (?=[{LATIN}])|(?<=[{LATIN}]) (?=[{HAN}])", "", text)


def texts(made: Document) -> list[str]:
    """The text of each page."""
    return [closed_up(page.extract_text()) for page in reader(made).pages]


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
    footers = [re.findall(r"^第\d+页 共\d+页$", page, re.MULTILINE) for page in pages]
    first = footers.index(["第1页 共26页"])
    assert footers[:first] == [[]] * first
    assert footers[first:] == [[f"第{number}页 共26页"] for number in range(1, 27)]
    assert pages[0].endswith(COVER.date), "the cover has neither header nor footer"
    assert [page.splitlines()[-1] for page in pages[1:first]] == ["I", "II"][: first - 1]
    assert all(made.header in page for page in pages[first:])
    assert not any(made.header in page for page in pages[:first])
    assert reader(made).page_labels == ["", *["I", "II"][: first - 1], *(str(number) for number in range(1, 27))]


@needs_pango
def test_contents_say_on_which_page_a_heading_stands() -> None:
    made = long_document(4)
    pages = texts(made)
    contents = "\n".join(page for page in pages if "页 共" not in page)
    entries = re.findall(r"^(第.章 \S+|\d\.\d[^\d.]\S+) \.* (\d+)$", contents, re.MULTILINE)
    assert len(entries) == 4 + 16
    for heading, number in entries:
        (page,) = [page for page in pages if f"第{number}页 共" in page]
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
    assert texts(body(paragraph("特此承诺。")))[0].endswith("第1页 共1页")


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
    (found,) = [number for number, page in enumerate(texts(made)) if closed_up(text) in page]
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
def test_the_lines_of_two_parties_are_level() -> None:
    long = Signatory(inlines("甲方（盖章）：", "很长的名称" * 8), (("日期", inlines("甲日")),))
    short = Signatory(inlines("乙方（盖章）"), (("日期", inlines("乙日")),))
    (page,) = lay_out(write_html(body(Signature((long, short), mark())), theme())).pages
    heights = {
        "".join(getattr(piece, "text", "") for piece in _pieces(line))[:5]: line.position_y
        for _, line in _lines(page._page_box)
    }
    assert heights["甲方（盖章"] == heights["乙方（盖章"]
    assert heights["日期：甲日"] == heights["日期：乙日"] > heights["甲方（盖章"] + 2 * 28


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
    # A comma may stand in the margin.
    assert {round(room, 3) for room in full if not -18 < room < -14} == {0}
    assert max(last) > 300, "the last line of a paragraph keeps its length"


@needs_pango
def test_a_full_width_space_hangs_over_the_edge() -> None:
    (first, *_) = lines_of(body(paragraph("甲" * 34, "　", "乙" * 30)))
    assert first[0] == "甲" * 34 + "　"
    assert first[1] == pytest.approx(-16, abs=1), "the edge is where the last visible character ends"


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
from tests.render.documents import every_feature, theme
from tests.render.test_pdf import DRAFT
made = every_feature()
print(hashlib.sha256(write_pdf(write_html(made, theme(), DRAFT), made, DRAFT)).hexdigest())
"""


@needs_pango
def test_same_bytes_in_another_folder_zone_language_and_process(tmp_path: Path) -> None:
    surroundings = (
        {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "HOME": str(tmp_path)},
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
    assert missing_glyphs(made, theme()) == (
        MissingGlyph("☑", cover),
        MissingGlyph("☑", None),
        MissingGlyph("㐀", clause),
        MissingGlyph("☐", clause),
        MissingGlyph("☐", None),
    )


def test_usual_documents_miss_nothing() -> None:
    assert missing_glyphs(every_block(), theme()) == missing_glyphs(long_document(3), theme()) == ()


def test_characters_that_look_like_nothing_are_not_missed() -> None:
    assert missing_glyphs(body(paragraph("葛\ufe00城\u200b市\u00ad")), theme()) == ()


def test_numbers_markers_and_labels_are_looked_at_too() -> None:
    made = replace(letter().blocks[-1], parties=(replace(letter().blocks[-1].parties[0], lines=(("☐", ()),)),))
    assert [glyph.character for glyph in missing_glyphs(body(made), theme())] == ["☐"]
    assert [
        glyph.character for glyph in missing_glyphs(body(replace(paragraph("甲"), number="☑", level=1)), theme())
    ] == ["☑"]


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


# --- every kind of block


DRAFT = Edition(
    watermark="草稿",
    attachments=(
        Attachment("manifest.json", "application/json", "用于生成的文件", b"{}"),
        Attachment("commitments.json", "application/json", "承诺一览", '{"到场": "4小时"}'.encode()),
    ),
    revision="3f9a1c0",
    bid="campus-network",
)


@cache
def draft() -> bytes:
    return write_pdf(write_html(every_feature(), theme(), DRAFT), every_feature(), DRAFT)


@needs_pango
def test_every_kind_of_block_is_tagged_with_its_text() -> None:
    """Read by the tags, character by character: nothing is lost, nothing is added, the watermark is no text."""
    assert lost(draft(), every_feature()) == []


@needs_pango
def test_headings_to_the_sixth_level_are_bookmarks() -> None:
    def depth(outline, level=1):
        for entry in outline:
            if isinstance(entry, list):
                yield from depth(entry, level + 1)
            else:
                yield level, entry.title

    assert list(depth(pypdf.PdfReader(io.BytesIO(draft())).outline)) == [
        (1, "第一章 总体方案"),
        (2, "1.1 服务级别"),
        (3, "1.1.1 故障处理"),
        (4, "1.1.1.1 受理"),
        (5, "1.1.1.1.1 登记"),
        (6, "1.1.1.1.1.1 记录内容"),
        (2, "1.2 现场环境"),
        (1, "附件一 服务联系人"),
        (2, "一、服务台"),
        (3, "（一）升级联系人"),
        (2, "二、现场服务"),
        (1, "附件二 备件清单"),
        (2, "一、整机"),
    ]


@needs_pango
def test_wide_sheets_lie_on_their_side_and_the_count_of_pages_goes_on() -> None:
    pages = pypdf.PdfReader(io.BytesIO(draft())).pages
    shapes = ["across" if page.mediabox.width > page.mediabox.height else "upright" for page in pages]
    assert shapes == ["upright", "upright", "upright", "across", "upright", "upright", "upright"]
    assert [closed_up(page.extract_text()).splitlines()[-1] for page in pages[2:]] == [
        f"第{number}页 共5页" for number in range(1, 6)
    ]
    assert all(every_feature().header in page.extract_text() for page in pages[2:])


@needs_pango
@pytest.mark.parametrize("sheets", [[True], [True, True], [True, False], [False, True, False, True]])
def test_changes_of_sheets_leave_no_empty_page(sheets: list[bool]) -> None:
    turns = [Sheet(landscape) for landscape in sheets]
    annex = Numbers(theme().numbering["chapters"]).annex("清单", "a")
    assert len(texts(body(*turns, paragraph("甲")))) == 1
    assert len(texts(body(paragraph("甲"), *turns, annex, paragraph("乙"), *turns))) == 2
    assert texts(body(*turns, paragraph("甲")))[0].endswith("第1页 共1页")


@needs_pango
def test_footnotes_stand_at_the_foot_of_their_page_with_their_own_number() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(draft())).pages]
    assert re.search(r"^1 分级由甲乙双方共同确认，见表 ?1。$", pages[2], re.MULTILINE)
    assert re.search(r"^2 不影响主要业务的异常。$", pages[3], re.MULTILINE), "of a cell of a table"
    far = body(*filler(40), paragraph("乙", Footnote(7, inlines("远。")), "方"))
    assert "乙7方\n7远。" in texts(far)[1]


@needs_pango
def test_page_references_are_page_numbers_of_the_body() -> None:
    assert "（第2页）" in closed_up(pypdf.PdfReader(io.BytesIO(draft())).pages[2].extract_text())


@needs_pango
@pytest.mark.parametrize("before", range(18, 30, 3))
def test_a_figure_keeps_its_caption_and_a_sum_its_row(before: int) -> None:
    n = Numbers(theme().numbering["chapters"])
    rows = [(f"项目{number}", "1") for number in range(9)]
    table = replace(n.table("", (("项目", 0.5, "left"), ("数", 0.5, "right")), [*rows, ("合计", "9")]), totals=1)
    made = body(*filler(before), n.figure("服务流程", FLOW, "f"), table)
    assert page_of("图1　服务流程", made) == page_of("故障报修", made)
    assert page_of("合计 9", made) == page_of("项目8 1", made)


# --- head and foot


BOOK = replace(
    theme(),
    header=Running(left="{header}", right="{chapter}", rule=10),
    footer=Running(right="— {page} —", mirrored=True),
)


def places(made: Document, text: str, look: Theme = BOOK) -> list[float]:
    """How far from the left edge a text at the foot begins on each page of the body, in points."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(write_pdf(write_html(made, look), made))).pages:
        page.extract_text(
            visitor_text=lambda piece, ctm, matrix, *_: (
                found.append(round(matrix[4] * ctm[0] + ctm[4])) if text in piece else None
            )
        )
    return found


@needs_pango
@pytest.mark.parametrize("front", [[], [COVER], [COVER, Contents("目录", 1)]], ids=["none", "one page", "two pages"])
def test_even_pages_have_their_number_at_the_left(front: list[Block]) -> None:
    """By the number that is printed, however many pages stand before page 1."""
    n = Numbers(theme().numbering["chapters"])
    made = document([*front, BodyStart(new_page=bool(front)), *(n.annex("清单", f"a{row}") for row in range(4))])
    first, second, third, fourth = places(made, "—")
    assert first == third > 400
    assert second == fourth < 100


@needs_pango
def test_running_chapter_is_the_first_one_of_the_page() -> None:
    n = Numbers(theme().numbering["chapters"])
    blocks = [
        n.heading(1, "总则", "a"),
        *filler(60),
        n.heading(1, "服务", "b"),
        paragraph("甲"),
        n.heading(1, "附则", "c"),
    ]
    made = body(*blocks)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(write_pdf(write_html(made, BOOK), made))).pages]
    assert [page.count("第一章 总则") for page in pages] == [2, 1, 0]
    assert pages[2].count("第二章 服务") == 2
    assert pages[2].count("第三章 附则") == 1


@needs_pango
def test_the_mark_of_a_footnote_is_no_part_of_a_chapters_name() -> None:
    chapter = Heading(1, "第一章", inlines("总则", Footnote(1, inlines("见附则。"))), "a", mark())
    made = body(chapter, paragraph("甲"))
    file = pypdf.PdfReader(io.BytesIO(write_pdf(write_html(made, BOOK), made)))
    assert [entry.title for entry in file.outline] == ["第一章 总则"]
    assert file.pages[0].extract_text().splitlines().count("第一章 总则1") == 1, "in the heading alone"
    assert "第一章 总则\n" in file.pages[0].extract_text().replace(" 江城", "\n江城") + "\n"


# --- the file itself


@needs_pango
def test_the_file_asks_for_archiving() -> None:
    with pikepdf.open(io.BytesIO(draft())) as file:
        metadata = file.Root.Metadata.read_bytes().decode()
        assert 'pdfaid:part="3" pdfaid:conformance="A"' in metadata
        assert all(text in metadata for text in ("售后服务方案", every_feature().author, "JCZB-2026-0418"))
        assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert file.Root.MarkInfo.Marked
        assert file.Root.Lang == "zh-CN"
        assert "/StructTreeRoot" in file.Root
        assert len(file.trailer.ID) == 2
        assert file.docinfo["/Revision"] == "3f9a1c0"
        assert file.docinfo["/Bid"] == "campus-network"
        streams = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
        assert not any(each.get("/Interpolate") for each in streams)
        assert not any("/SMask" in each for each in streams), "nothing shines through"
        assert [str(note.F) for page in file.pages for note in page.get("/Annots", [])] == ["4"] * 35
        alts = {str(each.Alt) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each}
    assert alts == {"服务流程：故障报修之后恢复运行。", "机房内两排机柜。"}


@needs_pango
def test_sources_travel_inside() -> None:
    with pikepdf.open(io.BytesIO(draft())) as file:
        assert list(file.attachments) == ["commitments.json", "manifest.json"]
        held = file.attachments["commitments.json"]
        assert held.get_file().read_bytes() == '{"到场": "4小时"}'.encode()
        assert held.description == "承诺一览"
        assert held.get_file().mime_type == "application/json"
        assert str(held.get_file().obj.Params.ModDate) == "D:20261130000000Z"
        assert [str(spec.AFRelationship) for spec in file.Root.AF] == ["/Source", "/Source"]


@needs_pango
def test_a_watermark_is_drawn_behind_every_page_and_is_no_text() -> None:
    marked, plain_ = pypdf.PdfReader(io.BytesIO(draft())), reader(every_feature())
    assert [page.extract_text() for page in marked.pages] == [page.extract_text() for page in plain_.pages]
    more = [
        len(a["/Resources"]["/XObject"]) - len(b["/Resources"]["/XObject"])
        for a, b in zip(marked.pages, plain_.pages, strict=True)
    ]
    assert min(more) == len(marked.pages), "one drawing a page"
    svg = watermark_css("草稿")
    assert svg.count("%3Cpath") == 2
    assert watermark_css("") == ""
    assert "%3Cpath" in watermark_css("喆☐"), "a character without outline leaves its place empty"


# --- Chinese lines


def official() -> Theme:
    """The measures of GB/T 9704: 22 lines of 28 characters."""
    page = replace(theme().page, margins=Margins(top=2098, right=1474, bottom=1984, left=1588), grid=579)
    line = replace(theme().styles["body"], size=320, line=579, spacing=-5)
    return replace(theme(), page=page, styles={**theme().styles, "body": line})


@needs_pango
def test_an_official_page_has_22_lines_of_28_characters() -> None:
    made = body(paragraph("甲" * (28 * 50)))
    pages = [
        ["".join(piece.text for piece in _pieces(line)) for block, line in _lines(page._page_box) if is_body(line)]
        for page in lay_out(write_html(made, official())).pages
    ]
    assert [len(page) for page in pages] == [22, 22, 7]
    assert [len(line) for line in pages[0]] == [26] + [28] * 21, "the first line stands in two characters"


def is_body(line) -> bool:
    return line.style["text_align_all"] == "justify"


@needs_pango
def test_a_line_may_break_at_quotes() -> None:
    """Pango takes quotes for marks that no line breaks beside."""
    lines = [text for text, _ in lines_of(body(paragraph("甲" * 34, "“乙”", "丙" * 40)))]
    assert lines == ["甲" * 34, "“乙”" + "丙" * 34, "丙" * 6]
    assert lines_of(body(paragraph("甲" * 33, "”", "丙" * 40)))[0][0] == "甲" * 33 + "”丙"


@needs_pango
def test_chinese_and_latin_stand_a_quarter_apart() -> None:
    def length(text: str) -> float:
        ((_, room),) = lines_of(body(paragraph(text)))
        return 592 - room

    em = 16
    assert length("甲乙4小时") == pytest.approx(length("甲乙小时4") + em / 4, abs=0.01)
    assert length("用RAC集群") == pytest.approx(length("用集群RAC") + em / 4, abs=0.01)
    assert length("第 4 条") == pytest.approx(length("4 第 条"), abs=0.01), (
        "where a space stands already, none is added"
    )
    assert length("（4）") == pytest.approx(length("4（）"), abs=0.01), "punctuation brings its own"


@needs_pango
def test_they_stand_apart_at_the_ends_of_links_too() -> None:
    made = body(
        paragraph("与", Reference("1.1", "a"), "的", Text("4", strong=True), "项"), Heading(1, "", (), "a", mark())
    )
    (page,) = lay_out(write_html(made, theme())).pages
    pieces = next([*_pieces(line)] for _, line in _lines(page._page_box) if is_body(line))
    gaps = [behind.position_x - before.position_x - before.width for before, behind in pairwise(pieces)]
    assert gaps == pytest.approx([4, 4, 4, 4], abs=0.01)


@needs_pango
def test_what_is_measured_is_what_is_drawn() -> None:
    """The last character of every justified line ends at the edge, air and quotes and all."""
    for page in lay_out(write_html(long_document(2), theme())).pages:
        for _, line in _lines(page._page_box):
            for piece in _pieces(line):
                if hasattr(piece, "pango_layout") and piece.text.strip():
                    assert drawn(piece) == pytest.approx(piece.width, abs=0.05 * piece.style["font_size"]), piece.text


def drawn(piece) -> float:
    """How wide the glyphs of a piece of text are, and the space behind the last."""
    from weasyprint.text.ffi import ffi

    piece.pango_layout.reactivate(piece.style)
    line, _ = piece.pango_layout.get_first_line()
    run, units = line.runs[0], 0
    while run != ffi.NULL:
        glyphs = run.data.glyphs
        units += sum(glyphs.glyphs[at].geometry.width for at in range(glyphs.num_glyphs))
        run = run.next
    spacing = piece.style["letter_spacing"]
    return units / 1024 + (0 if spacing == "normal" else spacing)


def test_which_family_stands_for_which_font() -> None:
    assert substitutions(theme()) == (
        ("宋体", "Bidgen Song"),
        ("Times New Roman", "Bidgen Song"),
        ("黑体", "Bidgen Hei"),
        ("Arial", "Bidgen Hei"),
    )


def test_labels_footnotes_and_running_texts_are_looked_at_too() -> None:
    figure = Figure(replace(FLOW, labels=("☑",)), inlines("流程"), "图1", None, mark("a.b"))
    note = paragraph("甲", Footnote(1, inlines("☐")))
    assert missing_glyphs(body(figure, note), theme()) == (
        MissingGlyph("☑", mark("a.b")),
        MissingGlyph("☐", mark("response.onsite")),
    )
    marked = replace(theme(), footer=Running(center="☐ {page}"))
    assert missing_glyphs(body(paragraph("甲")), marked) == (MissingGlyph("☐", None),)


@pytest.mark.parametrize("character", ["𠮷", "😀", "א", "ا"])
def test_rare_characters_emoji_and_right_to_left_are_named(character: str) -> None:
    assert missing_glyphs(body(paragraph(f"甲{character}")), theme()) == (
        MissingGlyph(character, mark("response.onsite")),
    )
    assert missing_glyphs(body(paragraph("龘喆堃")), theme()) == ()

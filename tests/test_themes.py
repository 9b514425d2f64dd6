"""Themes: each that is shipped loads and counts; one builds on another; lengths that leave no room are found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from gen.compose.numbering import Numbering
from gen.finding import Finding
from gen.library import load
from gen.model.blocks import BodyStart, Paragraph, Text
from gen.model.library import Library
from gen.model.record import Length
from gen.model.theme import PDF_FAMILIES, STYLES
from gen.render.pdf.faces import FACES, FONTS, substitutions
from gen.render.pdf.glyphs import code_points
from gen.render.pdf.probe import probes
from gen.workspace import Workspace
from tests.conftest import ROOT, THEME, shipped, shipped_bid

LayOut = Callable[[str], Workspace]
needs_pango = pytest.mark.skipif(not all(probe.present for probe in probes()), reason="no PDF here: see bidgen doctor")
THEMES = ["blind", "contract", "official", "tender-default"]


@pytest.fixture(name="shipped")
def shipped_library() -> Library:
    return shipped()


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Every place, rule and message."""
    return [f"{finding.labels[0].span} {finding.rule.id} {finding.message}" for finding in findings]


# -- what is shipped -------------------------------------------------------------------------------------------------


def test_these_themes_are_shipped(shipped: Library) -> None:
    assert {name: str(theme.title) for name, theme in shipped.themes.items()} == {
        "blind": "暗标版式",
        "contract": "合同协议版式",
        "official": "公文版式（GB/T 9704）",
        "tender-default": "投标文件通用版式",
    }


def test_every_document_kind_finds_its_numbering_in_every_theme(shipped: Library) -> None:
    used = {str(loaded.outline.numbering) for loaded in shipped.outlines.values()}
    assert used == {"articles", "chapters", "decimal", "letter", "outline"}
    for theme in shipped.themes.values():
        assert list(theme.numbering) == [
            "chapters", "letter", "articles", "contract", "statute", "outline", "decimal",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "levels", "numbers"),
    [
        ("chapters", (1, 2, 3, 4, 5, 6), ["第一章", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1"]),
        ("letter", (1, 2, 3, 3, 2), ["一、", "（一）", "1.", "2.", "（二）"]),
        ("articles", (1, 2, 3, 1, 2), ["第一条", "1.1", "1.1.1", "第二条", "2.1"]),
        ("contract", (1, 2, 3, 1, 2), ["第1条", "1.1", "1.1.1", "第2条", "2.1"]),
        ("statute", (1, 2, 2, 3, 4, 5, 1, 2, 3),
         ["第一章", "第一条", "第二条", "（一）", "1.", "（1）", "第二章", "第三条", "（一）"]),
        ("outline", (1, 2, 3, 4, 4, 1, 2), ["一、", "（一）", "1.", "（1）", "（2）", "二、", "（一）"]),
        ("decimal", (1, 2, 3, 4, 5, 6, 1), ["1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1", "2"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("theme", THEMES)
def test_the_first_numbers_of_each_scheme(
    shipped: Library, theme: str, scheme: str, levels: tuple[int, ...], numbers: list[str]
) -> None:
    numbering = Numbering(shipped.themes[theme].numbering[scheme])
    assert [numbering.level(level)[0] for level in levels] == numbers


@pytest.mark.parametrize(
    ("scheme", "numbers"),
    [
        ("chapters", ["第九十九章", "第一百章", "第一百零一章"]),
        ("letter", ["九十九、", "一百、", "一百零一、"]),
        ("articles", ["第九十九条", "第一百条", "第一百零一条"]),
        ("contract", ["第99条", "第100条", "第101条"]),
        ("outline", ["九十九、", "一百、", "一百零一、"]),
        ("decimal", ["99", "100", "101"]),
    ],
)
def test_numbers_go_on_beyond_99(shipped: Library, scheme: str, numbers: list[str]) -> None:
    numbering = Numbering(shipped.themes["official"].numbering[scheme])
    assert [numbering.level(1)[0] for _ in range(101)][98:] == numbers


def test_articles_of_a_statute_run_on_through_its_chapters_beyond_99(shipped: Library) -> None:
    numbering = Numbering(shipped.themes["official"].numbering["statute"])
    articles = []
    for _chapter in range(34):
        numbering.level(1)
        articles += [numbering.level(2) for _ in range(3)]
    assert articles[100:102] == [("第一百零一条", "第一百零一条"), ("第一百零二条", "第一百零二条")]
    assert numbering.level(1)[0] == "第三十五章"


def test_an_official_page_holds_22_lines_of_28_characters(shipped: Library) -> None:
    page, body = shipped.themes["official"].page, shipped.themes["official"].styles["body"]
    assert (page.width - page.margins.left - page.margins.right) // (body.size + body.spacing) == 28
    assert (page.height - page.margins.top - page.margins.bottom) // body.line == 22
    assert page.grid == body.line


@needs_pango
def test_an_official_page_of_a_pdf_holds_22_lines_of_28_characters(shipped: Library) -> None:
    from gen.render.html import write_html
    from gen.render.pdf import write_pdf

    text = "本单位按照合同约定向采购人提供售后服务并接受监督检查确保系统持续稳定运行" * 30
    (letter,) = [d for d in shipped_bid("campus-network").documents if d.kind == "commitment-letter"]
    mark = next(block.mark for block in letter.blocks if isinstance(block, Paragraph))
    full = replace(letter, blocks=(BodyStart(new_page=False), Paragraph((Text(text),), mark, "flush")))
    pdf = PdfReader(BytesIO(write_pdf(write_html(full, shipped.themes["official"]), full)))
    lines = [line for line in pdf.pages[0].extract_text().splitlines() if "—" not in line]
    assert [len(line) for line in lines] == [28] * 22


def test_an_official_page_numbers_its_outer_corner(shipped: Library) -> None:
    theme = shipped.themes["official"]
    assert (theme.footer.right, theme.footer.center, theme.footer.left) == ("　— {page} —　", "", "")
    assert theme.footer.mirrored
    assert (theme.header.left, theme.header.center, theme.header.right) == ("", "", "")


def test_a_contract_keeps_clear_of_the_seal_and_counts_its_pages(shipped: Library) -> None:
    theme = shipped.themes["contract"]
    assert theme.page.margins.right >= 1134  # 20 mm
    assert theme.footer.center == "第 {page} 页　共 {total} 页"
    assert (theme.header.left, theme.header.right) == ("{header}", "{chapter}")


def test_a_blind_copy_has_one_face_and_one_size_and_no_colour(shipped: Library) -> None:
    theme = shipped.themes["blind"]
    text = [style for name, style in theme.styles.items() if name not in {"header", "footer"}]
    assert {(style.font, style.size, style.bold) for style in text} == {("song", 280, False)}
    assert {theme.fonts[style.font].latin for style in text} == {"宋体"}
    assert (theme.styles["footer"].size, theme.styles["footer"].align) == (180, "right")
    assert (theme.table.head_fill, theme.accent) == ("FFFFFF", "000000")
    for running in (theme.header, theme.contents_footer):
        assert (running.left, running.center, running.right) == ("", "", "")
    assert theme.footer.right == "{page}"


# -- fonts for PDF ---------------------------------------------------------------------------------------------------


def test_each_family_of_a_theme_has_a_face() -> None:
    assert dict.fromkeys(face.family for face in FACES) == dict.fromkeys(PDF_FAMILIES)


def test_fonts_are_those_whose_sums_are_on_record() -> None:
    lines = (FONTS / "SHA256SUMS").read_text("ascii").splitlines()
    sums = {name: digest for digest, name in map(str.split, lines)}
    assert sums == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FONTS.glob("*.ttf")}
    assert {face.file for face in FACES} == set(sums)


def test_the_first_face_is_the_widest_and_kai_leaves_narrow_characters_to_it() -> None:
    song, kai = (code_points(FONTS / f"Bidgen{name}-Regular.ttf") for name in ("Song", "Kai"))
    assert kai < song
    assert [character for character in "服务（一），。、A1“”·" if ord(character) not in kai] == [*"A1“”·"]
    assert {0x20, 0xA0} <= kai, "Pango takes a space from the font of the text beside it"


def test_letters_of_kai_are_song_and_the_build_says_so(shipped: Library) -> None:
    assert substitutions(shipped.themes["official"]) == (
        ("仿宋_GB2312", "Bidgen Song"),
        ("Times New Roman", "Bidgen Song"),
        ("楷体_GB2312", "Bidgen Kai"),
        ("黑体", "Bidgen Hei"),
        ("Times New Roman", "Bidgen Hei"),
        ("方正小标宋简体", "Bidgen Biaosong"),
        ("Times New Roman", "Bidgen Biaosong"),
        ("宋体", "Bidgen Song"),
    )


# -- one theme built on another --------------------------------------------------------------------------------------


MINE = """\
# templates/themes/mine/theme.yaml
id: mine
title: 自定
"""


def test_a_theme_says_only_what_differs_from_its_base(workspace: LayOut) -> None:
    space = workspace(MINE + "based_on: tender-default\nstyles:\n  body: {size: 四号, line: 26pt}\n")
    library, findings = load(space)
    assert findings == ()
    base, mine = library.themes["tender-default"], library.themes["mine"]
    assert (mine.id, mine.title, mine.page) == ("mine", "自定", base.page)
    assert mine.styles["body"] == replace(base.styles["body"], size=Length(280), line=Length(520))
    assert {name: mine.styles[name] for name in STYLES if name != "body"} == {
        name: base.styles[name] for name in STYLES if name != "body"
    }


def test_a_theme_may_build_on_one_that_builds_on_another(workspace: LayOut) -> None:
    first = MINE + "based_on: tender-default\naccent: '111111'\n"
    second = MINE.replace("mine", "second") + "based_on: mine\ntitle: 再\n".replace("title: 再\n", "")
    library, findings = load(workspace(second + first))
    assert findings == ()
    assert [library.themes[name].accent for name in ("mine", "second")] == ["111111", "111111"]


def test_a_list_stands_for_the_whole_list_of_the_base(workspace: LayOut) -> None:
    more = 'numbering:\n  letter:\n    levels: [{format: "{1}、", gap: none}]\n'
    library, findings = load(workspace(MINE + "based_on: tender-default\n" + more))
    assert findings == ()
    assert [level.format for level in library.themes["mine"].numbering["letter"].levels] == ["{1}、"]
    assert library.themes["mine"].numbering["letter"].annex.format == "附件{1:chinese}"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("based_on: tender-defalt\n", "templates/themes/mine/theme.yaml:3:11 S109 there is no theme `tender-defalt`"),
        ("based_on: mine\n",
         "templates/themes/mine/theme.yaml:3:11 S109 the themes build on each other in a circle: mine, mine"),
        ("", "templates/themes/mine/theme.yaml:1:1 S107 `page` is missing"),
    ],
    ids=["unknown", "itself", "none"],
)  # fmt: skip
def test_a_theme_without_a_base_to_build_on(workspace: LayOut, more: str, message: str) -> None:
    library, findings = load(workspace(MINE + more))
    assert said(findings)[0] == message
    assert list(library.themes) == ["tender-default"]


def test_a_circle_of_themes_is_found_once_with_all_its_sides(workspace: LayOut) -> None:
    files = (
        MINE
        + "based_on: third\n"
        + "".join(
            MINE.replace("mine", name) + f"based_on: {base}\n"
            for name, base in (("second", "mine"), ("third", "second"))
        )
    )
    (finding,) = load(workspace(files))[1]
    assert str(finding.message) == "the themes build on each other in a circle: mine, third, second, mine"
    assert [str(label.span) for label in finding.labels] == [
        "templates/themes/mine/theme.yaml:3:11",
        "templates/themes/third/theme.yaml:3:11",
        "templates/themes/second/theme.yaml:3:11",
    ]


def test_what_is_wrong_with_a_base_is_found_in_the_base_alone(workspace: LayOut) -> None:
    space = workspace(MINE + "based_on: tender-default\n")
    file = space.root / THEME
    file.write_text(file.read_text("utf-8").replace("accent: 2F5597\n", ""), "utf-8")
    assert said(load(space)[1]) == [f"{THEME}:2:1 S107 `accent` is missing"]


def test_what_is_wrong_with_what_differs_is_found_where_it_is_written(workspace: LayOut) -> None:
    space = workspace(MINE + "based_on: tender-default\nfonts:\n  song: {pdf: SimSun}\n")
    assert said(load(space)[1]) == [
        "templates/themes/mine/theme.yaml:5:15 S109 the font family `SimSun` does not travel with bidgen; "
        "these do: Bidgen Song, Bidgen Hei, Bidgen Kai, Bidgen Biaosong"
    ]


# -- lengths that leave no room --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("page: {width: -210mm}", "4:15 S108 `-210mm` is not a length above 0"),
        ("page: {height: 0mm}", "4:16 S108 `0mm` is not a length above 0"),
        ("page: {height: 600mm}", "4:16 S108 `600mm` is not a side of at most 558mm, the longest that Word knows"),
        ("page: {grid: -1pt}", "4:14 S108 `-1pt` is not a length of 0 or more"),
        ("page: {margins: {left: -1mm}}", "4:24 S108 `-1mm` is not a length of 0 or more"),
        ("page: {margins: {left: 160mm}}",
         "4:24 S108 `160mm` is not one that leaves room for 8 characters a line and 8 lines a page"),
        ("page: {margins: {bottom: 290mm}}",
         "4:26 S108 `290mm` is not one that leaves room for 8 characters a line and 8 lines a page"),
        ("page: {footer: 25mm}",
         "4:16 S108 `25mm` is not a distance at which a line stands inside the margin of 68.05pt"),
        ("styles: {body: {size: 0pt}}", "4:23 S108 `0pt` is not a length above 0"),
        ("styles: {body: {line: 0pt}}",
         "4:23 S108 `0pt` is not a distance from line to line that holds the type, 12pt"),
        ("styles: {title: {size: 初号}}",
         f"{THEME}:<title>:38 S108 `36pt` is not a distance from line to line that holds the type, 42pt"),
        ("styles: {body: {spacing: -12pt}}", "4:26 S108 `-12pt` is not a space smaller than the type, 12pt"),
        ("styles: {title: {before: -1pt}}", "4:26 S108 `-1pt` is not a length of 0 or more"),
        ("table: {padding: -1pt}", "4:18 S108 `-1pt` is not a length of 0 or more"),
        ("footer: {rule: -1pt}", "4:16 S108 `-1pt` is not a length of 0 or more"),
        ('footer: {left: "{pages}"}',
         "4:16 S108 `{pages}` is not a text in whose holes stand {page}, {total}, {header}, {chapter}"),
        ("numbering: {letter: {items: []}}",
         "4:13 S108 the numbering `letter` has 0 `items`; there must be 1 to 9"),
        ("blind: {latin: false}\nheader: {left: '', right: ''}",
         f"{THEME}:<accent>:9 S108 `2F5597` is not 000000, for a blind copy shows no colour"),
        ("blind: {latin: false}\naccent: '000000'\ntable: {head_fill: ffffff}",
         f"{THEME}:<header>:16 S108 `{{header}}` is not a text in whose holes stand {{page}}, {{total}}"),
    ],
)  # fmt: skip
def test_a_length_or_text_that_cannot_be_laid_out_is_one_finding(workspace: LayOut, more: str, message: str) -> None:
    place = "" if message.startswith("templates") else "templates/themes/mine/theme.yaml:"
    message = re.sub(r"<(\w+)>", lambda match: str(line_of(match[1])), message)
    findings = load(workspace(MINE + "based_on: tender-default\n" + more + "\n"))[1]
    assert said(findings)[:1] == [place + message]
    assert all(finding.labels[0].span.source.path.startswith("templates/themes/") for finding in findings)


def line_of(key: str) -> int:
    """The last line of the base theme that sets a key (`header` is a style, too)."""
    lines = (ROOT / THEME).read_text("utf-8").split("\n")
    return max(number for number, line in enumerate(lines, 1) if line.lstrip().startswith(f"{key}: "))

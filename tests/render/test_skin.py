"""A company's own skin: what is taken over, what is put in, and what is refused."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from gen.finding import Finding
from gen.message import say
from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.model.theme import Style
from gen.render.docx import write_docx
from gen.render.docx.skin import read_skin
from gen.render.docx.skin_styles import REQUIRED
from gen.render.docx.skin_template import skin_template
from gen.rule import Severity
from tests.render import documents as made
from tests.render import word
from tests.render.documents import theme
from tests.test_opc import BOMB, OFFICE, ROOT, relation, zipped

W = word.W
Parts = dict[str, str | bytes]
MAKE = pytest.mark.parametrize(
    "make", [made.every_block, made.agreement, made.letter], ids=["every block", "agreement", "letter"]
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63d0080e0000014e00a3"
    "5e2b0bc70000000049454e44ae426082"
)


@cache
def template() -> bytes:
    return skin_template(theme(), theme().numbering["chapters"])


def parts() -> Parts:
    """The parts of the template as text."""
    with zipfile.ZipFile(BytesIO(template())) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def changed(part: str, old: str, new: str) -> Parts:
    """The template with one text of a part changed, wherever it stands."""
    whole = parts()
    text = whole[part]
    assert isinstance(text, str)
    assert old in text
    whole[part] = text.replace(old, new)
    return whole


def written(skin: Parts, document: Document | None = None) -> bytes:
    """A document in a skin."""
    made_of = made.every_block() if document is None else document
    return write_docx(made_of, theme(), worn(zipped(skin)))


def worn(content: bytes, **more: str) -> Edition:
    """An edition in a skin that can be used."""
    skin, _ = read_skin(content, theme())
    assert skin is not None
    return Edition(skin=skin, **more)  # type: ignore[arg-type]


def refused(skin: Parts) -> list[str]:
    skin_made, findings = read_skin(zipped(skin), theme())
    assert skin_made is None
    assert {finding.rule.id for finding in findings} == {"B503"}
    assert {str(finding.labels[0].span) for finding in findings} == {"base.docx:1:1"}
    assert all(finding.notes and finding.helps and finding.severity is Severity.ERROR for finding in findings)
    return [say(finding.message) for finding in findings]


def errors(docx: bytes, folder: Path) -> list[str]:
    file = folder / "made.docx"
    file.write_bytes(docx)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


def style(docx: bytes, identifier: str) -> str:
    """A style of a document, without declarations of namespaces."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        xml = package.read("word/styles.xml").decode()
    match = re.search(f'<w:style [^>]*w:styleId="{identifier}".*?</w:style>', xml)
    assert match, identifier
    return match[0]


# --- the skin to begin with


def test_the_template_is_valid_and_always_the_same(tmp_path: Path) -> None:
    assert errors(template(), tmp_path) == []
    assert skin_template(theme(), theme().numbering["chapters"]) == template()


def test_the_template_shows_every_style_by_its_name() -> None:
    root = word.part(template())
    used = {element.get(f"{W}val") for name in ("pStyle", "rStyle", "tblStyle") for element in root.iter(W + name)}
    assert used == REQUIRED - {"Normal"}


def test_the_template_is_accepted() -> None:
    skin, findings = read_skin(template(), theme())
    assert findings == ()
    assert skin is not None
    assert (skin.running, skin.page, skin.title_page, skin.even_pages) == ({}, theme().page, False, False)


def test_headings_in_it_have_their_own_look_whatever_the_scheme() -> None:
    """It serves letters and plans alike."""
    of_letters = skin_template(theme(), theme().numbering["letter"])
    docxs = [write_docx(made.every_block(), theme(), worn(skin)) for skin in (of_letters, template())]
    assert style(docxs[0], "Heading1") == style(docxs[1], "Heading1")
    assert style(docxs[0], "Heading2") == style(docxs[1], "Heading2")


@MAKE
def test_a_document_in_it_is_the_same_document(make: Callable[[], Document], tmp_path: Path) -> None:
    document = make()
    docx = write_docx(document, theme(), worn(template()))
    plain = write_docx(document, theme())
    assert errors(docx, tmp_path) == []
    assert word.lines(docx) == word.lines(plain)
    with zipfile.ZipFile(BytesIO(docx)) as dressed, zipfile.ZipFile(BytesIO(plain)) as own:
        assert dressed.namelist() == own.namelist()
        assert dressed.read("word/document.xml") == own.read("word/document.xml")


def test_the_same_skin_gives_the_same_bytes() -> None:
    assert written(parts()) == written(parts())


# --- what is taken over


def test_the_looks_of_the_skin_are_kept() -> None:
    ours = style(write_docx(made.every_block(), theme()), "Heading1")
    skin = changed("word/styles.xml", '<w:sz w:val="32"/>', '<w:color w:val="C00000"/><w:sz w:val="44"/>')
    assert '<w:sz w:val="32"/>' in ours
    assert style(written(skin), "Heading1") == ours.replace(
        '<w:sz w:val="32"/>', '<w:color w:val="C00000"/><w:sz w:val="44"/>'
    )


IDS = (("Normal", "a"), ("Heading1", "1"), ("Heading2", "20"), ("BodyText", "a5"), ("TOC1", "TOC10"), ("Header", "a7"))


def with_ids_of_a_chinese_word(skin: Parts) -> Parts:
    """A skin whose styles have ids as a Chinese Word gives them."""
    renamed: Parts = {}
    for name, content in skin.items():
        text = str(content)
        for old, new in IDS:
            text = re.sub(f'(w:(?:styleId|val)=)"{old}"', rf'\1"{new}"', text)
            # The name of a style stays.
            text = text.replace(f'<w:name w:val="{new}"/>', f'<w:name w:val="{old}"/>')
        renamed[name] = text
    return renamed


def test_styles_are_known_by_their_names_whatever_their_ids(tmp_path: Path) -> None:
    skin = with_ids_of_a_chinese_word(parts())
    assert '<w:basedOn w:val="a"/><w:next w:val="a5"/>' in str(skin["word/styles.xml"])
    docx = written(skin)
    assert errors(docx, tmp_path) == []
    assert docx == written(parts())


def test_a_style_that_holds_an_id_of_ours_makes_way(tmp_path: Path) -> None:
    taken = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/></w:style>'
    skin = with_ids_of_a_chinese_word(parts())
    skin["word/styles.xml"] = str(skin["word/styles.xml"]).replace(
        "</w:styles>",
        taken.format("Heading1", "部门标题") + taken.format("x", "y").replace('"Normal"', '"Heading1"') + "</w:styles>",
    )
    docx = written(skin)
    assert errors(docx, tmp_path) == []
    assert '<w:name w:val="部门标题"/>' in style(docx, "Heading1_2")
    assert '<w:basedOn w:val="Heading1_2"/>' in style(docx, "x")
    assert '<w:name w:val="heading 1"/>' in style(docx, "Heading1")


def test_numbers_contents_and_tabs_are_put_in_where_the_skin_lost_them() -> None:
    xml = str(parts()["word/styles.xml"])
    bare = re.sub("<w:numPr>.*?</w:numPr>|<w:outlineLvl [^>]*>|<w:tabs>.*?</w:tabs>|<w:keepNext/>", "", xml)
    skin = {**parts(), "word/styles.xml": bare}
    assert written(skin) == written(parts())


def test_parts_that_are_no_looks_are_left_behind() -> None:
    """Whoever made the skin is not named in the documents, and nothing of its text comes along."""
    skin = parts()
    skin["docProps/core.xml"] = str(skin["docProps/core.xml"]).replace(
        "/>", "><dc:creator>某人</dc:creator></cp:coreProperties>"
    )
    assert "某人" in str(skin["docProps/core.xml"])
    more: Parts = dict.fromkeys(
        ("docProps/app.xml", "customXml/item1.xml", "word/people.xml", "word/glossary/document.xml"), "<a>某人</a>"
    )
    skin["word/document.xml"] = str(skin["word/document.xml"]).replace("<w:t>Title<", "<w:t>某人<")
    skin["word/settings.xml"] = str(skin["word/settings.xml"]).replace(
        "<w:defaultTabStop", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    )
    assert written({**skin, **more, "docProps/thumbnail.jpeg": b"x"}) == written(parts())


def test_lists_of_the_skin_are_left_behind() -> None:
    own = '<w:numPr><w:numId w:val="7"/></w:numPr>'
    skin = changed("word/styles.xml", '<w:name w:val="列项"/>', '<w:name w:val="列项"/><!-- -->')
    skin["word/styles.xml"] = re.sub(
        r'(w:styleId="ListItem".*?<w:pPr>)', rf"\1{own}", str(skin["word/styles.xml"]), count=1
    )
    assert own in str(skin["word/styles.xml"])
    docx = written(skin)
    assert "numPr" not in style(docx, "ListItem")
    assert word.lines(docx) == word.lines(written(parts()))


def test_headings_of_a_letter_look_like_the_styles_that_its_scheme_names() -> None:
    """The scheme gives the headings of a letter less weight; in a skin too."""
    scheme = made.letter().scheme
    lighter = [(level, at.style) for level, at in enumerate(scheme.levels, 1) if at.style]
    assert lighter
    big = {
        **parts(),
        "word/styles.xml": str(parts()["word/styles.xml"]).replace('<w:sz w:val="32"/>', '<w:sz w:val="99"/>'),
    }
    ours, theirs = write_docx(made.letter(), theme()), written(big, made.letter())
    for level, _ in lighter:
        size = re.search("<w:rPr>.*</w:rPr>", style(ours, f"Heading{level}"))
        assert size
        assert size[0].replace('<w:sz w:val="32"/>', '<w:sz w:val="99"/>') in style(theirs, f"Heading{level}")


def with_headers(kinds: tuple[str, ...] = ("default",), section: str = "") -> Parts:
    """A skin with page headers that show a logo, and one footer."""
    namespaces = (
        f'xmlns:w="{W[1:-1]}" xmlns:r="{OFFICE[:-1]}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    shape = '<v:shape id="logo" style="width:40pt;height:20pt"><v:imagedata r:id="rId1"/></v:shape>'
    logo = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    whole = parts()
    references = uses = types = ""
    for kind in kinds:
        text = f'<w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t>{kind}</w:t></w:r><w:bookmarkEnd w:id="0"/>'
        numbered = '<w:pPr><w:pStyle w:val="Header"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
        whole[f"word/h_{kind}.xml"] = f"<w:hdr {namespaces}><w:p>{numbered}{text}{logo}</w:p></w:hdr>"
        whole[f"word/_rels/h_{kind}.xml.rels"] = ROOT(relation("image", "media/logo.png"))
        references += f'<w:headerReference w:type="{kind}" r:id="h_{kind}"/>'
        uses += relation("header", f"h_{kind}.xml", identifier=f"h_{kind}")
        types += f'<Override PartName="/word/h_{kind}.xml" ContentType="{HEADER}"/>'
    whole["word/f.xml"] = f"<w:ftr {namespaces}><w:p><w:r><w:t>脚</w:t></w:r></w:p></w:ftr>"
    uses += relation("footer", "f.xml", identifier="f")
    types += f'<Override PartName="/word/f.xml" ContentType="{HEADER.replace("header", "footer")}"/>'
    whole["word/media/logo.png"] = PNG
    replacing = {
        "word/document.xml": ("<w:sectPr>", f'<w:sectPr>{references}<w:footerReference w:type="default" r:id="f"/>'),
        "word/_rels/document.xml.rels": ("</Relationships>", f"{uses}</Relationships>"),
        "[Content_Types].xml": ("</Types>", f'<Default Extension="png" ContentType="image/png"/>{types}</Types>'),
    }
    for name, (old, new) in replacing.items():
        whole[name] = str(whole[name]).replace(old, new)
    whole["word/document.xml"] = str(whole["word/document.xml"]).replace('w:space="425"/>', f'w:space="425"/>{section}')
    return whole


HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def references(docx: bytes) -> list[list[str]]:
    """What each section says of headers and footers: kind, pages, the part's name; `first` where it has one apart."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        rels = dict(
            re.findall(
                r'Id="([^"]*)" Type="[^"]*" Target="([^"]*)"', package.read("word/_rels/document.xml.rels").decode()
            )
        )
        rels |= {
            identifier: target
            for target, identifier in re.findall(
                r'Target="([^"]*)"[^>]*Id="([^"]*)"', package.read("word/_rels/document.xml.rels").decode()
            )
        }
    found = []
    for section in word.part(docx).iter(f"{W}sectPr"):
        said = [
            f"{child.tag.removeprefix(W).removesuffix('Reference')} {child.get(f'{W}type')} "
            f"{rels[child.get('{' + OFFICE[:-1] + '}id')]}"
            for child in section
            if child.tag.endswith("Reference")
        ]
        found.append(said + (["first"] if section.find(f"{W}titlePg") is not None else []))
    return found


def test_its_headers_and_footers_stand_in_the_body_with_their_logo(tmp_path: Path) -> None:
    docx = written(with_headers())
    assert errors(docx, tmp_path) == []
    assert references(docx) == [
        [],
        ["footer default footer1.xml"],
        ["header default skin_header1.xml", "footer default skin_footer2.xml"],
    ]
    with zipfile.ZipFile(BytesIO(docx)) as package:
        assert package.read("word/media/skin1.png") == PNG
        header = package.read("word/skin_header1.xml").decode()
        assert "media/skin1.png" in package.read("word/_rels/skin_header1.xml.rels").decode()
    assert "<w:t>default</w:t>" in header
    assert '<w:pStyle w:val="Header"/>' in header
    assert "bookmark" not in header
    assert "numPr" not in header
    assert word.lines(docx) == word.lines(written(parts()))


def test_headers_of_the_first_and_of_even_pages(tmp_path: Path) -> None:
    skin = with_headers(("default", "first", "even"), "<w:titlePg/>")
    skin["word/settings.xml"] = str(skin["word/settings.xml"]).replace(
        "<w:drawingGridVertical", "<w:evenAndOddHeaders/><w:drawingGridVertical"
    )
    docx = written(skin)
    assert errors(docx, tmp_path) == []
    assert references(docx)[1:] == [
        ["footer default footer1.xml", "footer even footer1.xml"],
        [
            "header default skin_header1.xml",
            "header first skin_header2.xml",
            "header even skin_header3.xml",
            "footer default skin_footer4.xml",
            "footer even skin_footer4.xml",
            "first",
        ],
    ]
    assert word.part(docx, "word/settings.xml").find("w:evenAndOddHeaders", word.NS) is not None


def test_a_header_without_a_paragraph_is_none() -> None:
    skin = with_headers()
    skin["word/h_default.xml"] = re.sub("<w:p>.*</w:p>", "", str(skin["word/h_default.xml"]))
    docx = write_docx(made.every_block(), theme(), worn(zipped(skin), watermark="草稿"))
    assert references(docx)[-1] == ["footer default skin_footer2.xml", "header default header1.xml"]


def test_where_its_headers_are_missing_those_of_the_theme_stand_where_the_theme_puts_them() -> None:
    docx, findings = sheet('w:header="907" w:footer="794"', 'w:header="0" w:footer="0"')
    assert findings == ()
    assert docx == written(parts())


def test_a_watermark_stands_in_its_headers_too() -> None:
    docx = write_docx(made.every_block(), theme(), worn(zipped(with_headers()), watermark="草稿"))
    for name in ("word/skin_header1.xml", "word/watermark.xml"):
        assert b'string="\xe8\x8d\x89\xe7\xa8\xbf"' in zipfile.ZipFile(BytesIO(docx)).read(name)


# --- how much room its text takes


def heading_of(skin: Parts) -> Style:
    """How the layout takes the style of the headings of chapters."""
    made_of, findings = read_skin(zipped(skin), theme())
    assert made_of is not None, findings
    return made_of.styles["heading1"]


def with_heading(position: str, look: str) -> Parts:
    """The template with other properties in the style of the headings of chapters."""
    xml = re.sub(
        '(w:styleId="Heading1">.*?)<w:pPr>.*?</w:pPr><w:rPr>.*?</w:rPr>',
        rf"\1<w:pPr>{position}</w:pPr><w:rPr>{look}</w:rPr>",
        str(parts()["word/styles.xml"]),
        count=1,
    )
    return {**parts(), "word/styles.xml": xml}


def test_the_layout_goes_by_the_looks_of_the_skin() -> None:
    skin, _ = read_skin(template(), theme())
    assert skin is not None
    assert skin.styles == {name: theme().styles[name] for name in skin.styles}
    assert set(skin.styles) == set(theme().styles)

    own = theme().styles["heading1"]
    spacing = '<w:spacing w:before="240" w:after="{}" w:line="700" w:lineRule="{}"/>'
    big = heading_of(with_heading(spacing.format("60", "exact"), '<w:b w:val="0"/><w:sz w:val="44"/>'))
    assert (big.size, big.line, big.before, big.after, big.bold) == (440, 700, 240, 60, False)
    # 700 twips would be 240ths of a line of 572.
    many = heading_of(with_heading(spacing.format("60", "auto"), '<w:b/><w:sz w:val="44"/>'))
    assert (many.line, many.bold) == (440 * 13 * 700 // 2400, True)
    # What it does not say comes from the styles that it is based on: Normal has no white, and its own line.
    normal = theme().styles["body"]
    bare = heading_of(with_heading("", ""))
    assert (bare.size, bare.line, bare.before, bare.bold) == (normal.size, normal.line, 0, False)
    wild = heading_of(with_heading(spacing.format("-5", "exact"), '<w:sz w:val="999999"/>'))
    assert (wild.size, wild.after) == (own.size, 0)


def test_white_beside_tables_is_added_to_that_of_the_skin() -> None:
    xml = str(parts()["word/styles.xml"])
    own = re.search('w:styleId="Note">.*?<w:spacing w:before="([0-9]+)"', xml)
    assert own
    more = xml.replace(own[0], own[0].replace(f'w:before="{own[1]}"', f'w:before="{int(own[1]) + 77}"'))
    before = [
        [int(at.get(f"{W}before")) for at in word.part(docx).iterfind(".//w:pPr/w:spacing[@w:before]", word.NS)
         if at.getparent().find("w:pStyle", word.NS).get(f"{W}val") == "Note"]
        for docx in (written(parts()), written({**parts(), "word/styles.xml": more}))
    ]  # fmt: skip
    assert before[0]
    assert before[1] == [at + 77 for at in before[0]]


# --- pages


def sheet(old: str, new: str) -> tuple[bytes, tuple[Finding, ...]]:
    skin = changed("word/document.xml", old, new)
    _, findings = read_skin(zipped(skin), theme())
    return written(skin), findings


def test_its_pages_are_used_where_its_text_is_as_wide_as_that_of_the_theme() -> None:
    docx, findings = sheet('w:top="1474"', 'w:top="2000"')
    assert findings == ()
    assert {margins.get(f"{W}top") for margins in word.part(docx).iter(f"{W}pgMar")} == {"2000"}
    docx, findings = sheet('w:left="1474"', 'w:left="1475"')
    assert findings == ()


@pytest.mark.parametrize(
    ("old", "new", "width"),
    [
        ('w:left="1474"', 'w:left="1800"', "153.3"),
        ('w:gutter="0"', 'w:gutter="300"', "153.7"),
        ('w:w="11906"', 'w:w="8392"', "97.0"),
        ('w:bottom="1361"', 'w:bottom="9000"', "159.0"),
    ],
)
def test_else_the_pages_of_the_theme_are_used_and_a_warning_says_so(old: str, new: str, width: str) -> None:
    docx, (finding,) = sheet(old, new)
    assert docx == written(parts())
    assert (finding.rule.id, finding.severity) == ("B503", Severity.WARNING)
    assert say(finding.message) == (
        "the pages of the skin are not used: their text is not as wide as that of the theme `tender-default`"
    )
    assert say(finding.notes[0]) == f"the skin: {width} mm; the theme: 159.0 mm"


def test_a_sheet_that_cannot_be_read_is_not_used() -> None:
    assert sheet('w:left="1474"', 'w:left="2.6cm"')[0] == written(parts())


# --- what is refused


def test_a_skin_without_styles_names_each_of_them() -> None:
    xml = re.sub(
        r'<w:style [^>]*w:styleId="(Heading2|SignatureLine|Blank)".*?</w:style>', "", str(parts()["word/styles.xml"])
    )
    assert refused({**parts(), "word/styles.xml": xml}) == ["the skin lacks styles: 填写处, heading 2, 签署栏"]


def test_a_style_of_another_kind_does_not_count() -> None:
    skin = changed(
        "word/styles.xml",
        'w:type="character" w:customStyle="1" w:styleId="Blank"',
        'w:type="paragraph" w:styleId="Blank"',
    )
    assert refused(skin) == ["the skin lacks styles: 填写处"]


STYLES, EXTERNAL = "word/_rels/styles.xml.rels", ' TargetMode="External"'


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"word/vbaProject.bin": "x"}, "the file has macros: `word/vbaProject.bin`"),
        ({"word/activeX/a.xml": "<a/>"}, "the file has a control: `word/activeX/a.xml`"),
        ({"word/embeddings/a.docx": "x"}, "the file has another file embedded: `word/embeddings/a.docx`"),
        ({STYLES: ROOT(relation("hyperlink", "x:y", EXTERNAL))}, "the file points outside itself: `x:y`"),
        ({STYLES: ROOT(relation("aFChunk", "a.htm"))}, "the file brings in another document: `a.htm`"),
        ({"word/comments.xml": BOMB}, "`word/comments.xml` declares a document type or entities"),
        ({"word/comments.xml": "<a>"}, "`word/comments.xml` is not sound XML"),
        ({"../a.xml": "<a/>"}, "`../a.xml` is not the name of a part"),
        ({"_rels/.rels": ROOT("")}, "the file is not a Word file (.docx), or it is damaged"),
        ({"word/styles.xml": "<a/>"}, "the file is not a Word file (.docx), or it is damaged"),
        ({"word/document.xml": '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'},
         "the file was saved as Strict Open XML"),
    ],
)  # fmt: skip
def test_what_is_refused(more: Parts, message: str) -> None:
    assert refused({**parts(), **more}) == [message]


def test_a_spreadsheet_is_no_skin() -> None:
    skin = changed("[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main")
    assert refused(skin) == ["the file is not a Word file (.docx), or it is damaged"]


def test_several_faults_are_several_findings() -> None:
    skin = {**parts(), "word/vbaProject.bin": "x", "word/embeddings/a.bin": "x"}
    assert refused(skin) == [
        "the file has macros: `word/vbaProject.bin`",
        "the file has another file embedded: `word/embeddings/a.bin`",
    ]


@pytest.mark.parametrize(
    "fetching",
    [
        '<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x.png" </w:instrText></w:r>',
        '<w:fldSimple w:instr=" includepicture x.png "/>',
    ],
)
def test_a_header_that_fetches_something(fetching: str) -> None:
    skin = with_headers()
    skin["word/h_default.xml"] = str(skin["word/h_default.xml"]).replace("<w:r><w:t>", fetching + "<w:r><w:t>")
    assert refused(skin) == ["the page header of the skin brings in other files: INCLUDEPICTURE"]


def test_a_header_with_a_linked_picture() -> None:
    skin = with_headers()
    skin["word/h_default.xml"] = str(skin["word/h_default.xml"]).replace(
        '<v:imagedata r:id="rId1"/>', '<v:imagedata src="http://example.invalid/a.png"/>'
    )
    assert refused(skin) == ["the page header of the skin brings in other files: http://example.invalid/a.png"]


def test_a_header_with_a_chart() -> None:
    skin = with_headers()
    skin["word/_rels/h_default.xml.rels"] = ROOT(relation("chart", "charts/chart1.xml"))
    skin["word/charts/chart1.xml"] = "<a/>"
    assert refused(skin) == ["the page header of the skin uses something that is not a picture"]


def test_the_skin_of_another_theme_is_measured_by_the_theme_at_hand() -> None:
    page = replace(theme().page, margins=replace(theme().page.margins, left=theme().page.margins.left + 400))  # type: ignore[arg-type]
    skin, (finding,) = read_skin(template(), replace(theme(), page=page))
    assert skin is not None
    assert skin.page is None
    assert finding.severity is Severity.WARNING


# --- whatever the bytes


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(parts())), st.integers(0, 10**6), st.integers(0, 400), st.text(max_size=5))
def test_parts_with_holes_never_bring_it_down(name: str, at: int, length: int, more: str) -> None:
    whole = parts()
    text = str(whole[name])
    at %= len(text)
    try:
        whole[name] = (text[:at] + more + text[at + length :]).encode()
    except UnicodeEncodeError:
        return
    skin, findings = read_skin(zipped(whole), theme())
    assert skin or findings
    if skin:
        write_docx(made.letter(), theme(), Edition(skin=skin))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_changed_or_shortened_file_never_brings_it_down(at: int, byte: int) -> None:
    at %= len(template())
    for content in (template()[:at], template()[:at] + bytes([byte]) + template()[at + 1 :]):
        skin, findings = read_skin(content, theme())
        assert skin or findings

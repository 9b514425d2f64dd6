"""The check of Word files finds every fault that is planted, and nothing in a file without one."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.conftest import ROOT
from tests.judges.docx_faults import faults
from tests.judges.sound import SOUND, zipped

DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
RELATIONS, NOTES, TYPES = "word/_rels/document.xml.rels", "word/footnotes.xml", "[Content_Types].xml"
SDK = ROOT / ".venv/judge/node_modules/.bin/ooxml-validator"


def planted(part: str, before: str, after: str) -> bytes:
    """The sound file with the first such place of a part written otherwise."""
    content = SOUND[part]
    assert isinstance(content, str)
    assert before in content, f"{part} has no {before}"
    return zipped({**SOUND, part: content.replace(before, after, 1)})


def test_a_sound_file_has_no_faults() -> None:
    assert faults(zipped(SOUND)) == []


def test_the_validators_take_the_sound_file_for_sound_too(tmp_path: Path) -> None:
    file = tmp_path / "sound.docx"
    file.write_bytes(zipped(SOUND))
    # It wants a theme, which Word does without.
    assert [str(error).rpartition("/")[2] for error in OpenXmlValidator().validate(file).errors] == [
        "theme' is missing."
    ]
    if SDK.exists():  # installed by `./run judge`
        ran = subprocess.run([SDK, file], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert json.loads(ran.stdout)["errors"] == []


BOOKMARK = '<w:bookmarkStart w:id="0" w:name="_Ref_promise"/>'
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
HEAD_ROW = '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>'
LAST_CELL = "<w:p><w:r><w:t>4小时</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("part", "before", "after", "fault"),
    [
        # what both validators miss, by the laboratory's own tries
        (DOCUMENT, LAST_CELL, "", "word/document.xml: a cell does not end with a paragraph"),
        (DOCUMENT, 'pStyle w:val="Heading1"', 'pStyle w:val="Kopf"', "<w:pStyle> names Kopf, which is no paragraph"),
        (DOCUMENT, 'numId w:val="2"', 'numId w:val="777"', "names list 777, which is not defined"),
        (DOCUMENT, 'sz w:val="24"', 'sz w:val="12pt"', 'w:val="12pt" of <w:sz> is no whole number'),
        # styles
        (DOCUMENT, 'rStyle w:val="Strong"', 'rStyle w:val="Normal"', "<w:rStyle> names Normal, which is no character"),
        (DOCUMENT, 'tblStyle w:val="Grid"', 'tblStyle w:val="Net"', "<w:tblStyle> names Net, which is no table style"),
        (STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="Body"', "style Heading1 is based on Body"),
        (STYLES, 'basedOn w:val="Normal"', 'basedOn w:val="Heading1"', "style Heading1 is based on itself"),
        (STYLES, 'next w:val="Normal"', 'next w:val="Strong"', "style Heading1 is followed by Strong"),
        (STYLES, 'link w:val="Heading1Char"', 'link w:val="Strong"', "style Heading1 is linked to Strong"),
        (STYLES, 'styleId="Strong"', 'styleId="Heading1Char"', "style id Heading1Char twice"),
        (STYLES, 'name w:val="Strong"', 'name w:val="Heading 1"', "style name 'heading 1' twice"),
        (STYLES, 'w:styleId="Heading1"', 'w:default="1" w:styleId="Heading1"', "two default styles of type paragraph"),
        # lists
        (NUMBERING, 'abstractNumId w:val="1"', 'abstractNumId w:val="9"', "list 2 is of kind 9, which is not defined"),
        (NUMBERING, 'w:numId="2"', 'w:numId="1"', "numId 1 twice"),
        (NUMBERING, 'w:abstractNumId="1"', 'w:abstractNumId="0"', "abstractNumId 0 twice"),
        (NUMBERING, "4B1D0001", "4B1D0000", "two lists have the nsid 4B1D0000"),
        (NUMBERING, '<w:pStyle w:val="Heading1"/>', "", "style Heading1 names a list of kind 0, no level of which"),
        (STYLES, '<w:numPr><w:numId w:val="1"/></w:numPr>', "", "kind 0 names the style Heading1, which does not name"),
        (NUMBERING, 'lvlText w:val="%1"', 'lvlText w:val="%2"', "level 0 prints the count of a level below it"),
        (NUMBERING, 'w:lvl w:ilvl="1"', 'w:lvl w:ilvl="2"', "kind 0 has the levels 0, 2"),
        (NUMBERING, 'lvlOverride w:ilvl="0"', 'lvlOverride w:ilvl="3"', "list 2 starts a level anew that it does not"),
        (DOCUMENT, 'ilvl w:val="0"', 'ilvl w:val="4"', "names level 4 of list 2, which has no such level"),
        # notes and comments
        (DOCUMENT, 'footnoteReference w:id="1"', 'footnoteReference w:id="8"', "refers to footnote 8, which is not"),
        (DOCUMENT, 'footnoteReference w:id="1"', 'footnoteReference w:id="0"', "refers to footnote 0, which is not"),
        (DOCUMENT, '<w:footnoteReference w:id="1"/>', "", "word/footnotes.xml: nothing refers to footnote 1"),
        (
            DOCUMENT,
            '<w:footnoteReference w:id="1"/>',
            '<w:footnoteReference w:id="1"/><w:footnoteReference w:id="1"/>',
            "footnote 1 is referred to twice",
        ),
        (NOTES, 'w:type="continuationSeparator" w:id="0"', 'w:id="1"', "word/footnotes.xml: id 1 twice"),
        (NOTES, 'w:type="continuationSeparator" ', "", "word/footnotes.xml: lacks the separators"),
        (
            NOTES,
            "</w:p></w:footnote></w:footnotes>",
            "</w:p><w:sdt/></w:footnote></w:footnotes>",
            "footnote 1 does not",
        ),
        (DOCUMENT, '<w:commentReference w:id="0"/>', "", "nothing refers to comment 0"),
        (DOCUMENT, '<w:commentRangeEnd w:id="0"/>', "", "<w:commentRangeStart> 0 has no end"),
        # bookmarks, links, permissions, revisions, content controls, pictures
        (DOCUMENT, '<w:bookmarkEnd w:id="0"/>', "", "<w:bookmarkStart> 0 has no end"),
        (DOCUMENT, BOOKMARK, "", "<w:bookmarkEnd> 0 has no beginning before it"),
        (DOCUMENT, 'w:id="1" w:name="_c1', 'w:id="0" w:name="_c1', "two <w:bookmarkStart> have the id 0"),
        (DOCUMENT, "_c1_response", "_REF_PROMISE", "two bookmarks have the name _ref_promise"),
        (DOCUMENT, "_c1_response", "1.1", "Word does not accept '1.1' as the name of a bookmark"),
        (DOCUMENT, "_c1_response", "_" + "c" * 40, "as the name of a bookmark"),
        (DOCUMENT, 'anchor="_Ref_promise"', 'anchor="_Ref_none"', "a link leads to the bookmark _Ref_none, which is"),
        (DOCUMENT, ' w:anchor="_Ref_promise"', "", "a link leads nowhere"),
        (DOCUMENT, "REF _Ref_promise", "PAGEREF _Ref_none", r"the field PAGEREF _Ref_none \h leads to no bookmark"),
        ("word/header1.xml", "STYLEREF 1", "STYLEREF 2", "the field STYLEREF 2 names no style"),
        ("word/header1.xml", "STYLEREF 1", 'STYLEREF "no such"', "names no style"),
        (DOCUMENT, '<w:permEnd w:id="7"/>', "", "<w:permStart> 7 has no end"),
        (DOCUMENT, "</w:ins>", '</w:ins><w:ins w:id="10" w:author="甲"/>', "two <w:ins> have the id 10"),
        (DOCUMENT, 'id w:val="6"', 'id w:val="5"', "two content controls have the id 5"),
        (DOCUMENT, "response.onsite", "r" * 65, "the tag of a content control has more than 64 characters"),
        (DOCUMENT, 'docPr id="2"', 'docPr id="1"', "two pictures have the id 1"),
        (DOCUMENT, 'name="图1" descr="服务流程"', 'name="" descr=""', "a picture without a name"),
        (DOCUMENT, 'extent cx="914400"', 'extent cx="0"', "a picture without a size"),
        # fields
        (DOCUMENT, BEGIN, "", "a field that ends before it begins"),
        (DOCUMENT, SEPARATE, "", "a field without a result"),
        (DOCUMENT, SEPARATE, SEPARATE * 2, "a field with two results"),
        (DOCUMENT, END, "", "a field without an end"),
        (
            DOCUMENT,
            END + "<w:r><w:t>。</w:t></w:r>",
            "<w:hyperlink w:anchor='_c1_response'>" + END + "</w:hyperlink>",
            "a field that ends in another cell or link than it begins in",
        ),
        (DOCUMENT, 'fldCharType="begin"', 'fldCharType="begin" w:dirty="1"', "a field that asks to be updated"),
        ("word/footer1.xml", " PAGE ", "", "word/footer1.xml: a field without an instruction"),
        # texts
        (DOCUMENT, ' xml:space="preserve">见 ', ">见 ", "the spaces around '见 ' would be lost"),
        (DOCUMENT, "四小时", "四\t小时", "a control character in"),
        (DOCUMENT, "四小时", "四&#x85;小时", "a control character in"),
        (DOCUMENT, "<w:r><w:t>四小时</w:t></w:r>", "<w:t>四小时</w:t>", "'四小时' stands in no run"),
        (DOCUMENT, "<w:delText>旧</w:delText>", "<w:t>旧</w:t>", "'旧' is deleted, but in <w:t>"),
        (DOCUMENT, "<w:t>新</w:t>", "<w:delText>新</w:delText>", "'新' is not deleted, but in <w:delText>"),
        # tables
        (DOCUMENT, 'gridCol w:w="1000"', 'gridCol w:w="1500"', "the columns of a table are 3500 wide, the table 3000"),
        (DOCUMENT, 'gridCol w:w="1000"', 'gridCol w:w="0"', "a column of a table without a width"),
        (DOCUMENT, 'tcW w:w="2000"', 'tcW w:w="1900"', "a cell says that it is 1900 wide, its columns are 2000"),
        (DOCUMENT, '<w:gridSpan w:val="2"/>', "", "a row of 1 columns in a table of 2"),
        (DOCUMENT, '<w:vMerge w:val="restart"/>', "", "a cell goes on with a merge that does not begin above it"),
        (DOCUMENT, "<w:vMerge/></w:tcPr><w:p>", "<w:vMerge/></w:tcPr><w:p><w:r><w:t>级</w:t></w:r>", "never shown"),
        (DOCUMENT, "</w:tblGrid><w:tr>", "</w:tblGrid><w:tr/><w:tr>", "a row of 0 columns in a table of 2"),
        (DOCUMENT, "</w:tr></w:tbl>", f"</w:tr>{HEAD_ROW}</w:tbl>", "stands below one that is not"),
        (DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "two tables touch"),
        (DOCUMENT, "</w:tbl>", "</w:tbl><w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "a table without rows"),
        # sections and settings
        (DOCUMENT, 'r:id="rIdHeader"', 'r:id="rIdFooter"', "<w:headerReference> does not lead to one"),
        (
            DOCUMENT,
            'headerReference w:type="default"',
            'headerReference w:type="even"',
            "for even pages is never shown",
        ),
        (DOCUMENT, 'headerReference w:type="default"', 'headerReference w:type="first"', "first page is never shown"),
        (
            DOCUMENT,
            '<w:footerReference w:type="default" r:id="rIdFooter"/>',
            '<w:footerReference w:type="default" r:id="rIdFooter"/>' * 2,
            "two <w:footerReference> for default pages in one section",
        ),
        (DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"', "a sheet lies on its side and says it stands"),
        (DOCUMENT, '<w:pgSz w:w="11906" w:h="16838"/>', "", "a section without a size of paper"),
        (
            DOCUMENT,
            "<w:p></w:p></w:tc>",
            "<w:p><w:pPr><w:sectPr/></w:pPr></w:p></w:tc>",
            "a section ends inside a cell",
        ),
        (DOCUMENT, "</w:sectPr></w:body>", "</w:sectPr><w:p/></w:body>", "the body does not end with a paragraph and"),
        ("word/settings.xml", "<w:footnotePr>", "<w:updateFields/><w:footnotePr>", "asks to update the fields"),
        # the package
        (TYPES, '<Default Extension="png" ContentType="image/png"/>', "", "word/media/image1.png: has no content type"),
        (
            TYPES,
            'Extension="png" ContentType="image/png"',
            'Extension="png" ContentType="image/jpeg"',
            "is no image/jpeg",
        ),
        (TYPES, "/word/header1.xml", "/word/header2.xml", "names /word/header2.xml, which is not there"),
        (TYPES, "/word/header1.xml", "/word/footer1.xml", "names /word/footer1.xml twice"),
        (TYPES, "styles+xml", "numbering+xml", "word/styles.xml: is a styles, but its content type is"),
        (RELATIONS, 'Id="rIdPicture"', 'Id="rIdOther"', "names the relationship rIdPicture, which is not there"),
        (RELATIONS, 'Id="rIdPicture"', 'Id="rIdOther"', "nothing names the image word/media/image1.png"),
        (RELATIONS, 'Id="rIdPicture"', 'Id="rIdFooter"', "relationship id rIdFooter twice"),
        (RELATIONS, "media/image1.png", "media/image2.png", "leads to word/media/image2.png, which is not there"),
        (
            RELATIONS,
            "media/image1.png",
            "media/image2.png",
            "word/media/image1.png: no relationship leads to this part",
        ),
        (RELATIONS, 'Target="media/image1.png"', 'Target="http://example.com/a.png" TargetMode="External"', "outside"),
        ("_rels/.rels", "word/document.xml", "word/styles.xml", "word/document.xml is not its one main part"),
        (DOCUMENT, "</w:body>", "", "word/document.xml: "),
    ],
)
def test_a_planted_fault_is_found(part: str, before: str, after: str, fault: str) -> None:
    found = faults(planted(part, before, after))
    assert any(fault in one for one in found), found


@pytest.mark.parametrize(
    ("part", "before", "after", "fault"),
    [
        (
            DOCUMENT,
            '<w:jc w:val="left"/></w:pPr>',
            '<w:jc w:val="left"/><w:keepLines/></w:pPr>',
            "behind <w:jc> in <w:pPr>",
        ),
        (DOCUMENT, "<w:keepNext/>", "<w:keepNext/><w:keepNext/>", "<w:keepNext> stands behind another <w:keepNext>"),
        (DOCUMENT, "<w:keepNext/>", "<w:b/>", "<w:b> has no place in <w:pPr>"),
        (
            DOCUMENT,
            '<w:rStyle w:val="Strong"/><w:rFonts w:hint="eastAsia"/>',
            '<w:rFonts w:hint="eastAsia"/><w:rStyle w:val="Strong"/>',
            "<w:rStyle> stands behind <w:rFonts> in <w:rPr>",
        ),
        (
            DOCUMENT,
            '<w:tblStyle w:val="Grid"/><w:tblW w:w="3000" w:type="dxa"/>',
            '<w:tblW w:w="3000" w:type="dxa"/><w:tblStyle w:val="Grid"/>',
            "<w:tblStyle> stands behind <w:tblW> in <w:tblPr>",
        ),
        (
            DOCUMENT,
            '<w:tcW w:w="1000" w:type="dxa"/><w:vMerge/>',
            '<w:vMerge/><w:tcW w:w="1000" w:type="dxa"/>',
            "<w:tcW> stands behind <w:vMerge> in <w:tcPr>",
        ),
        (
            DOCUMENT,
            '<w:alias w:val="条款"/><w:tag w:val="response.onsite"/>',
            '<w:tag w:val="response.onsite"/><w:alias w:val="条款"/>',
            "<w:alias> stands behind <w:tag> in <w:sdtPr>",
        ),
        (DOCUMENT, '<w:cols w:space="425"/>', '<w:cols w:space="425"/><w:type/>', "<w:type> stands behind <w:cols>"),
        (DOCUMENT, "</w:tblGrid><w:tr><w:trPr>", "</w:tblGrid><w:tr><w:tc/><w:trPr>", "<w:tr> must begin with"),
        (DOCUMENT, "<w:t>甲</w:t>", "<w:t>甲</w:t><w:rPr/>", "<w:r> must begin with rPr"),
        (DOCUMENT, "<w:r><w:t>甲</w:t></w:r>", "<w:r><w:t>甲</w:t></w:r><w:pPr/>", "<w:p> must begin with pPr"),
        (
            NUMBERING,
            '<w:lvlJc w:val="left"/></w:lvl>',
            '<w:lvlJc w:val="left"/><w:suff/></w:lvl>',
            "<w:suff> stands behind",
        ),
        (
            NUMBERING,
            "</w:numbering>",
            '<w:abstractNum w:abstractNumId="5"/></w:numbering>',
            "<w:abstractNum> stands behind",
        ),
        (
            STYLES,
            '<w:name w:val="Normal"/><w:qFormat/>',
            '<w:qFormat/><w:name w:val="Normal"/>',
            "<w:name> stands behind",
        ),
        (
            "word/settings.xml",
            '<w:defaultTabStop w:val="420"/>',
            '<w:defaultTabStop w:val="420"/><w:trackRevisions/>',
            "<w:trackRevisions> stands behind <w:defaultTabStop> in <w:settings>",
        ),
    ],
)
def test_a_child_out_of_order_is_found(part: str, before: str, after: str, fault: str) -> None:
    test_a_planted_fault_is_found(part, before, after, fault)


def test_a_part_twice_in_the_archive_or_under_two_spellings_is_found() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped_twice()
    assert faults(twice) == ["word/styles.xml: stands twice in the archive"]
    spelled = zipped({**SOUND, "word/Styles.xml": SOUND[STYLES]})
    assert "word/styles.xml: two parts have this name" in faults(spelled)


def zipped_twice() -> bytes:
    import zipfile
    from io import BytesIO

    target = BytesIO(zipped(SOUND))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(STYLES, SOUND[STYLES])
    return target.getvalue()


def test_what_is_no_word_file_at_all_is_said_to_be_none() -> None:
    assert faults(b"%PDF-1.7") == ["no zip archive: File is not a zip file", "word/document.xml: is not there"]
    assert faults(zipped({"a.txt": "甲"})) == ["[Content_Types].xml: is not there", "word/document.xml: is not there"]

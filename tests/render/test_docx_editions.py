"""Copies of a Word file that are not the final one: drafts, locked and tracked ones, such with remarks."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from gen import __version__
from gen.model.blocks import (
    Blank,
    BodyStart,
    Contents,
    Cover,
    Document,
    Figure,
    Footnote,
    Group,
    Heading,
    Item,
    Merge,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
)
from gen.model.edition import FINAL, Attachment, Edition, Remark
from gen.model.image import Image
from gen.render.docx import write_docx
from tests.render import documents as made
from tests.render import word
from tests.render.documents import COVER, Numbers, document, inlines, mark, theme, value

W = word.W
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63d0080e0000014e00a3"
    "5e2b0bc70000000049454e44ae426082"
)
MAKE = pytest.mark.parametrize(
    "make", [made.every_block, made.agreement, made.letter], ids=["every block", "agreement", "letter"]
)


def errors(docx: bytes, folder: Path) -> list[str]:
    file = folder / "made.docx"
    file.write_bytes(docx)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(element: Any) -> str:
    """An element as text, without declarations of namespaces and without its tail."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, namespace in sorted(element.nsmap.items()):
        text = text.replace(f' xmlns:{prefix}="{namespace}"', "")
    return str(text)


def paragraph_xml(docx: bytes, text: str) -> str:
    """The content of the only paragraph that reads like this, without its properties."""
    (found,) = [p for p in word.paragraphs(docx) if word.text(p) == text]
    return "".join(xml(child) for child in found if child.tag != f"{W}pPr")


def body(*blocks: Any) -> Document:
    return document([BodyStart(new_page=False), *blocks])


def paragraph(*texts: Any) -> Paragraph:
    return Paragraph(inlines(*texts), mark())


# --- the final copy


@MAKE
def test_the_final_copy_is_what_is_written_without_an_edition(make: Callable[[], Document]) -> None:
    assert write_docx(make(), theme(), FINAL) == write_docx(make(), theme())


def test_attachments_are_for_the_pdf() -> None:
    edition = Edition(attachments=(Attachment("a.json", "application/json", "data", b"{}"),))
    assert write_docx(made.letter(), theme(), edition) == write_docx(made.letter(), theme())


ALL = Edition(watermark="草稿", editing="locked", remarks=(Remark(1, None, 0, 0, "bidgen", ("注意。",)),), bid="a")


@MAKE
@pytest.mark.parametrize(
    "edition",
    [Edition(watermark="草稿"), Edition(editing="locked"), Edition(editing="tracked"), ALL],
    ids=["draft", "locked", "tracked", "all"],
)
def test_every_edition_is_valid_and_has_the_same_text(
    make: Callable[[], Document], edition: Edition, tmp_path: Path
) -> None:
    plain = make()
    if edition is ALL:
        at = next(at for at, block in enumerate(plain.blocks) if isinstance(block, Paragraph))
        edition = replace(ALL, remarks=(replace(ALL.remarks[0], block=at),))
    docx = write_docx(plain, theme(), edition)
    assert errors(docx, tmp_path) == []
    assert word.lines(docx) == word.lines(write_docx(plain, theme()))
    assert docx == write_docx(plain, theme(), edition)


# --- properties


def custom(docx: bytes) -> list[tuple[str, str]]:
    return [(element.get("name"), element[0].text) for element in word.part(docx, "docProps/custom.xml")]


def test_the_properties_say_what_it_was_made_from_as_far_as_it_is_known() -> None:
    edition = Edition(bid="hospital-2026", revision="4f1c2d7")
    assert custom(write_docx(made.every_block(), theme(), edition)) == [
        ("bidgen source", made.every_block().source_hash),
        ("bidgen bid", "hospital-2026"),
        ("bidgen clauses", "4f1c2d7"),
        ("bidgen version", __version__),
    ]
    assert custom(write_docx(replace(made.letter(), source_hash=""), theme())) == [("bidgen version", __version__)]


def test_a_blind_copy_names_nobody() -> None:
    blind = replace(made.every_block(), author="", subject="", header="")
    docx = write_docx(blind, theme(), Edition(bid="hospital-2026", revision="4f1c2d7"))
    assert "docProps/custom.xml" not in parts(docx)
    assert "docProps/app.xml" not in parts(docx)
    core = {etree.QName(element).localname: element.text for element in word.part(docx, "docProps/core.xml")}
    assert core == {
        "title": "售后服务方案",
        "subject": None,
        "language": "zh-CN",
        "revision": "1",
        "created": "2026-11-30T00:00:00Z",
        "modified": "2026-11-30T00:00:00Z",
    }
    assert b"bidgen" not in b"".join(content for name, content in parts(docx).items() if "theme" not in name)


# --- locked and tracked


def protection(docx: bytes) -> list[str]:
    settings = word.part(docx, "word/settings.xml")
    return [xml(e) for name in ("trackRevisions", "documentProtection") for e in settings.iter(W + name)]


def test_the_final_copy_is_not_protected() -> None:
    assert protection(write_docx(made.letter(), theme())) == []


def test_a_tracked_copy_makes_every_edit_a_revision() -> None:
    docx = write_docx(made.letter(), theme(), Edition(editing="tracked"))
    assert protection(docx) == [
        "<w:trackRevisions/>",
        '<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>',
    ]
    assert "word/document.xml" in parts(docx)
    assert parts(docx)["word/document.xml"] == parts(write_docx(made.letter(), theme()))["word/document.xml"]


def test_a_locked_copy_is_open_at_its_blanks() -> None:
    docx = write_docx(
        body(paragraph("接口人：", Blank(2), "，电话：", Blank(3), "。"), paragraph("完")),
        theme(),
        Edition(editing="locked"),
    )
    assert protection(docx) == ['<w:documentProtection w:edit="readOnly" w:enforcement="1"/>']
    blank = '<w:r><w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    text = paragraph_xml(docx, "接口人：　　，电话：　　　。")
    assert text == (
        "<w:r><w:t>接口人：</w:t></w:r>"
        f'<w:permStart w:id="1" w:edGrp="everyone"/>{blank.format("　　")}<w:permEnd w:id="1"/>'
        "<w:r><w:t>，电话：</w:t></w:r>"
        f'<w:permStart w:id="2" w:edGrp="everyone"/>{blank.format("　　　")}<w:permEnd w:id="2"/>'
        "<w:r><w:t>。</w:t></w:r>"
    )


def test_blanks_are_open_wherever_they_stand() -> None:
    """On the cover, in the cells of a table, in a signature block (also a narrowed one) and in a footnote."""
    n = Numbers(theme().numbering["chapters"])
    long = ("法定代表人或其授权的委托代理人（签字并加盖人名章）", inlines(Blank(20)))
    (party,) = next(b for b in made.letter().blocks if isinstance(b, Signature)).parties
    model = document([
        COVER,
        BodyStart(new_page=True),
        paragraph("见注", Footnote(1, (Text("由"), Blank(4), Text("填写")))),
        n.table("", (("项目", 0.5, "left"), ("答复", 0.5, "left")), [("工程师", inlines(Blank(4)))]),
        Signature((replace(party, lines=(*party.lines, long)),) * 2, mark()),
    ])  # fmt: skip
    docx = write_docx(model, theme(), Edition(editing="locked"))
    permitted = []
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = word.part(docx, name)
        starts, ends = list(root.iter(f"{W}permStart")), list(root.iter(f"{W}permEnd"))
        assert [start.get(f"{W}id") for start in starts] == [end.get(f"{W}id") for end in ends]
        for start in starts:
            assert start.getnext().find("w:rPr/w:rStyle", word.NS).get(f"{W}val") == "Blank"
            assert start.getnext().getnext().get(f"{W}id") == start.get(f"{W}id")
            permitted.append((start.get(f"{W}id"), len(word.text(start.getnext()))))
    assert permitted == [("1", 8), ("2", 4), ("3", 6), ("4", 6), ("5", 20), ("6", 20), ("7", 4)]


def test_the_end_of_the_body_is_not_an_empty_bookmark_behind_a_blank() -> None:
    """LibreOffice would lose it, and the footer its number of pages."""
    start, end = '<w:bookmarkStart w:id="0" w:name="_BodyEnd"/>', '<w:bookmarkEnd w:id="0"/>'
    day, blank = (paragraph("日期：", Blank(2), "日"), paragraph("日期：", Blank(2)))
    free, locked, at_end = (
        write_docx(body(last), theme(), Edition(editing=editing))
        for last, editing in ((day, "free"), (day, "locked"), (blank, "locked"))
    )
    assert paragraph_xml(free, "日期：　　日").endswith(f"<w:r><w:t>日</w:t></w:r>{start}{end}")
    assert paragraph_xml(locked, "日期：　　日").endswith(f"{start}<w:r><w:t>日</w:t></w:r>{end}")
    assert f'{start}<w:permStart w:id="1" w:edGrp="everyone"/>' in paragraph_xml(at_end, "日期：　　")
    assert paragraph_xml(at_end, "日期：　　").endswith(f'<w:permEnd w:id="1"/>{end}')


def test_cells_that_hold_nothing_are_open_too() -> None:
    n = Numbers(theme().numbering["chapters"])
    heads = (("项目", 0.4, "left"), ("", 0.3, "center"), ("备注", 0.3, "right"))
    table = replace(
        n.table("", heads, [("甲", "", ""), ("乙", (), "已填"), ("丙", "", "")]), merges=(Merge(0, 2, down=2),)
    )
    table = replace(table, rows=(table.rows[0], (*table.rows[1][:2], ()), table.rows[2]))
    docx = write_docx(body(table), theme(), Edition(editing="locked"))
    permission = '<w:permStart w:id="{0}" w:edGrp="everyone"/><w:permEnd w:id="{0}"/>'
    cells = [
        [
            "".join(xml(child) for child in p if child.tag != f"{W}pPr" and "bookmark" not in child.tag)
            for p in row.iterfind("w:tc/w:p", word.NS)
        ]
        for row in word.part(docx).iter(f"{W}tr")
    ]
    assert cells == [
        ["<w:r><w:t>项目</w:t></w:r>", "", "<w:r><w:t>备注</w:t></w:r>"],
        ["<w:r><w:t>甲</w:t></w:r>", permission.format(1), permission.format(2)],
        ["<w:r><w:t>乙</w:t></w:r>", permission.format(3), ""],
        ["<w:r><w:t>丙</w:t></w:r>", permission.format(4), permission.format(5)],
    ]


# --- remarks


def remarked(model: Document, *remarks: Remark) -> bytes:
    return write_docx(model, theme(), Edition(remarks=remarks))


def remark(block: int, first: int, last: int, *texts: str, cell: tuple[int, int] | None = None) -> Remark:
    return Remark(block, cell, first, last, "bidgen", texts or ("注意。",))


def ranges(docx: bytes) -> list[tuple[str, str]]:
    """Id of each comment and the text that it is on, in the order in which the comments end."""
    open_texts: dict[str, str] = {}
    found = []
    for element in word.part(docx).iter():
        identifier = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_texts[identifier] = ""
        elif element.tag == f"{W}t":
            open_texts = {name: text + element.text for name, text in open_texts.items()}
        elif element.tag == f"{W}commentRangeEnd":
            found.append((identifier, open_texts.pop(identifier)))
            (reference,) = element.getnext().iterfind("w:commentReference", word.NS)
            assert reference.get(f"{W}id") == identifier
    assert not open_texts
    return found


def test_a_remark_is_a_comment_on_exactly_its_words() -> None:
    model = body(paragraph("乙方须在", value("4小时"), "内到达现场。"))
    docx = remarked(model, remark(1, 1, 1, "C301 deadline-out-of-order：与 8小时 相左。", "另一处：表1。"))
    assert paragraph_xml(docx, "乙方须在4小时内到达现场。").partition("<w:bookmarkStart")[0] == (
        "<w:r><w:t>乙方须在</w:t></w:r>"
        '<w:commentRangeStart w:id="0"/><w:r><w:t>4小时</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="0"/></w:r>'
        "<w:r><w:t>内到达现场。</w:t></w:r>"
    )
    (comment,) = word.part(docx, "word/comments.xml")
    assert xml(comment) == (
        '<w:comment w:id="0" w:author="bidgen" w:date="2026-11-30T00:00:00Z" w:initials="b">'
        '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        "<w:r><w:t>C301 deadline-out-of-order：与 8小时 相左。</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t>另一处：表1。</w:t></w:r></w:p></w:comment>'
    )


def test_the_styles_of_comments_are_there_only_with_remarks() -> None:
    model = body(paragraph("正文"))
    names = {
        edition: {style.get(f"{W}styleId") for style in word.part(docx, "word/styles.xml").iter(f"{W}style")}
        for edition, docx in (("final", write_docx(model, theme())), ("review", remarked(model, remark(1, 0, 0))))
    }
    assert names["review"] - names["final"] == {"CommentReference", "CommentText"}


def test_remarks_stand_in_every_kind_of_text_and_count_in_its_order(tmp_path: Path) -> None:
    model = made.every_block()
    at = {kind: next(at for at, b in enumerate(model.blocks) if isinstance(b, kind))
          for kind in (Cover, Title, Heading, Item, Table, Signature)}  # fmt: skip
    docx = remarked(
        model,
        remark(at[Signature], 0, 0),
        remark(at[Item], 0, 0),
        remark(at[Table], 0, 0, cell=(1, 2)),
        remark(at[Table], 0, 0, cell=(0, 4)),
        remark(at[Table], 0, 0, cell=(-1, 0)),
        remark(at[Table], 0, 0),
        remark(at[Heading], 0, 0),
        remark(at[Title], 0, 0),
        remark(at[Cover], 0, 0),
    )
    assert errors(docx, tmp_path) == []
    assert ranges(docx) == [
        ("0", "江城市第一人民医院信息化运维服务项目"),
        ("1", "售后服务方案"),
        ("2", "服务承诺"),
        ("3", "故障级别与时限"),
        ("4", "级别"),
        ("5", "8小时"),
        ("6", "30分钟"),
        ("7", "电话受理；"),
        ("8", "投标人（盖章）"),
    ]
    assert [comment.get(f"{W}id") for comment in word.part(docx, "word/comments.xml")] == list("012345678")
    assert word.lines(docx) == word.lines(write_docx(model, theme()))
    contents = word.part(docx).iter(f"{W}sdt")
    assert not any(list(sdt.iter(f"{W}commentRangeStart")) for sdt in contents)


def test_several_remarks_on_one_place_and_across_each_other(tmp_path: Path) -> None:
    model = body(paragraph("一、", value("二、"), "三、", Blank(2), "五。"))
    docx = remarked(model, remark(1, 2, 4), remark(1, 1, 2), remark(1, 1, 2), remark(1, 0, 4))
    assert errors(docx, tmp_path) == []
    assert ranges(docx) == [("1", "二、三、"), ("2", "二、三、"), ("0", "一、二、三、　　五。"), ("3", "三、　　五。")]
    assert max(Counter(comment.get(f"{W}id") for comment in word.part(docx, "word/comments.xml")).values()) == 1


def test_a_remark_on_a_head_over_several_columns_and_on_an_empty_cell() -> None:
    n = Numbers(theme().numbering["chapters"])
    table = n.table("", (("甲", 0.4, "left"), ("乙", 0.3, "left"), ("丙", 0.3, "left")), [("一", "", "三")])
    table = replace(table, groups=(Group((), 1), Group(inlines("两列"), 2)))
    docx = remarked(body(table), remark(1, 0, 0, cell=(-2, 2)), remark(1, 0, 0, cell=(0, 1)))
    assert ranges(docx) == [("0", "两列"), ("1", "")]


def test_a_remark_may_be_on_a_figure(tmp_path: Path) -> None:
    figure = Figure(Image(PNG, "png", 1000, 1000, "一个点"), inlines("服务流程"), "图1", None, mark())
    docx = remarked(body(figure), remark(1, 0, 0))
    assert errors(docx, tmp_path) == []
    assert ranges(docx) == [("0", "服务流程")]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (remark(9, 0, 0), "the document has no block 9"),
        (remark(0, 0, 0), "BodyStart has no text"),
        (remark(1, 0, 1), "the text has no inlines 0 to 1"),
        (remark(2, 0, 0, cell=(2, 0)), "the table has no cell in row 2, column 0"),
        (remark(2, 0, 0, cell=(-2, 0)), "the table has no cell in row -2, column 0"),
        (remark(2, 0, 0, cell=(1, 1)), "the cell in row 1, column 1 is part of another"),
    ],
)
def test_a_remark_on_nothing_is_refused(wrong: Remark, message: str) -> None:
    n = Numbers(theme().numbering["chapters"])
    table = n.table("", (("甲", 0.5, "left"), ("乙", 0.5, "left")), [("一", "二"), ("三", "")])
    model = body(paragraph("正文"), replace(table, merges=(Merge(0, 1, down=2),)))
    with pytest.raises(ValueError, match=message):
        remarked(model, wrong)


def test_remarks_and_locks_go_together(tmp_path: Path) -> None:
    model = body(paragraph("接口人：", Blank(2), "。"))
    docx = write_docx(model, theme(), Edition(remarks=(remark(1, 1, 1),), editing="locked"))
    assert errors(docx, tmp_path) == []
    assert ranges(docx) == [("0", "　　")]
    names = [element.tag.removeprefix(W) for element in word.part(docx).iter()]
    assert [name for name in names if name.startswith(("perm", "comment"))] == [
        "commentRangeStart", "permStart", "permEnd", "commentRangeEnd", "commentReference",
    ]  # fmt: skip


# --- the watermark


def watermarks(docx: bytes) -> dict[str, list[str]]:
    """The words of the watermarks in each header."""
    return {
        name: [
            e.get("string")
            for e in word.part(docx, name).iter("{urn:schemas-microsoft-com:vml}textpath")
            if e.get("string")
        ]
        for name in parts(docx)
        if b"<w:hdr" in parts(docx)[name]
    }


def header_pages(docx: bytes) -> list[list[str]]:
    """For which pages each section has a header of its own."""
    return [
        [reference.get(f"{W}type") for reference in section.iterfind("w:headerReference", word.NS)]
        for section in word.part(docx).iter(f"{W}sectPr")
    ]


def test_the_watermark_stands_in_every_header_and_sections_without_one_take_it_over() -> None:
    docx = write_docx(made.every_block(), theme(), Edition(watermark="草稿"))
    assert watermarks(docx) == {"word/header1.xml": ["草稿"], "word/watermark.xml": ["草稿"]}
    # Cover, contents, body: the contents have the header of the cover.
    assert header_pages(docx) == [["default"], [], ["default"]]
    assert header_pages(write_docx(made.every_block(), theme())) == [[], [], ["default"]]


def test_a_document_of_one_section_needs_no_further_header() -> None:
    docx = write_docx(made.letter(), theme(), Edition(watermark="草稿"))
    assert watermarks(docx) == {"word/header1.xml": ["草稿"]}


def test_a_blind_draft_has_a_header_for_the_watermark_alone() -> None:
    blind = replace(
        made.document([COVER, Contents("目　录", 3), BodyStart(new_page=True), paragraph("正文")]), header=""
    )
    docx = write_docx(
        blind, replace(theme(), header=replace(theme().header, center="", left="", right="")), Edition(watermark="草稿")
    )
    assert watermarks(docx) == {"word/watermark.xml": ["草稿"]}
    assert header_pages(docx) == [["default"], [], []]


def test_pages_with_even_numbers_have_it_too() -> None:
    mirrored = replace(theme(), header=replace(theme().header, mirrored=True, left="{header}", center=""))
    docx = write_docx(made.every_block(), mirrored, Edition(watermark="草稿"))
    assert set(map(tuple, watermarks(docx).values())) == {("草稿",)}
    assert header_pages(docx) == [["default", "even"], [], ["default", "even"]]


def test_the_watermark_is_a_grey_word_slanting_behind_the_text() -> None:
    docx = write_docx(made.letter(), theme(), Edition(watermark='<草稿> & "x"'))
    (shape,) = word.part(docx, "word/header1.xml").iter("{urn:schemas-microsoft-com:vml}shape")
    assert {name: shape.get(name) for name in ("id", "fillcolor", "stroked", "alt")} == {
        "id": "PowerPlusWaterMarkObject1", "fillcolor": "silver", "stroked": "f", "alt": '<草稿> & "x"',
    }  # fmt: skip
    looks = dict(look.split(":") for look in shape.get("style").split(";"))
    assert (looks["rotation"], looks["position"], int(looks["z-index"]) < 0) == ("315", "absolute", True)
    wide, high = (int(looks[side].removesuffix("pt")) for side in ("width", "height"))
    # At 45 degrees both sides together, by the root of two, are as wide as the place that it takes.
    page = theme().page
    assert (wide + high) * 20 * 10 < (page.width - page.margins.left - page.margins.right) * 14

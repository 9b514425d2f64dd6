"""The package: the same bytes each time, nothing of today in it, and nothing that Word would have to mend."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from syrupy.assertion import SnapshotAssertion

from gen import __version__
from gen.model.blocks import Block, BodyStart, Contents, Document, Paragraph, Signature, Table
from gen.render.docx import write_docx
from tests.render import complete, word
from tests.render import documents as made
from tests.render.documents import Numbers, document, inlines, mark, theme

W = word.W
MAKE = pytest.mark.parametrize(
    "make",
    [made.every_block, made.every_feature, complete.complete, made.agreement, made.letter],
    ids=["every block", "every feature", "complete", "agreement", "letter"],
)


def names(docx: bytes) -> list[str]:
    return zipfile.ZipFile(BytesIO(docx)).namelist()


def values(root: Any, path: str, attribute: str = "val") -> list[str]:
    return [element.get(W + attribute) for element in root.iterfind(path, word.NS)]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(made.every_block(), theme()) == write_docx(made.every_block(), theme())


def test_the_bytes_do_not_hang_on_the_order_of_hashes() -> None:
    program = (
        "import hashlib; from tests.render.documents import every_block, theme; from gen.render.docx import write_docx;"
        "print(hashlib.sha256(write_docx(every_block(), theme())).hexdigest())"
    )
    root = Path(__file__).parents[2]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, cwd=root, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_the_parts_stand_in_order_and_carry_no_date() -> None:
    with zipfile.ZipFile(BytesIO(write_docx(made.every_block(), theme()))) as package:
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/header1.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/theme/theme1.xml",
        ]
        entries = package.infolist()
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0)
    }


def test_importing_the_writer_does_not_import_the_word_library() -> None:
    program = "import sys, gen.render.docx; print([name for name in ('docx', 'lxml') if name in sys.modules])"
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert ran.stdout == "[]\n"


def test_the_properties_say_what_it_was_made_from_and_nothing_of_today() -> None:
    docx = write_docx(made.every_block(), theme())
    core = {etree.QName(element).localname: element.text for element in word.part(docx, "docProps/core.xml")}
    assert core == {
        "title": "售后服务方案",
        "subject": "江城市第一人民医院信息化运维服务项目（JCZB-2026-0418）",
        "creator": "江城云启信息技术有限公司",
        "language": "zh-CN",
        "lastModifiedBy": "江城云启信息技术有限公司",
        "revision": "1",
        "created": "2026-11-30T00:00:00Z",
        "modified": "2026-11-30T00:00:00Z",
    }
    custom = {element.get("name"): element[0].text for element in word.part(docx, "docProps/custom.xml")}
    assert custom == {"bidgen source": made.every_block().source_hash, "bidgen version": __version__}


@MAKE
def test_the_validator_finds_nothing(make: Callable[[], Document], tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(write_docx(make(), theme()))
    result = OpenXmlValidator().validate(file)
    assert [str(error) for error in result.errors] == []


@MAKE
def test_what_the_validators_do_not_see_is_right_too(make: Callable[[], Document]) -> None:
    docx = write_docx(make(), theme())
    body, styles, numbering = (word.part(docx, f"word/{name}.xml") for name in ("document", "styles", "numbering"))
    assert {cell[-1].tag for cell in body.iter(f"{W}tc")} <= {f"{W}p"}

    known = {style.get(f"{W}styleId") for style in styles.iterfind("w:style", word.NS)}
    used = {name for tag in ("pStyle", "rStyle", "tblStyle") for name in values(body, f".//w:{tag}")}
    based = {name for tag in ("basedOn", "next", "link") for name in values(styles, f"w:style/w:{tag}")}
    assert used | based | set(values(numbering, ".//w:pStyle")) <= known

    instances = set(values(numbering, "w:num", "numId"))
    assert set(values(body, ".//w:numId")) <= instances
    assert set(values(styles, ".//w:numId")) <= instances | {"0"}
    tags = [etree.QName(element).localname for element in numbering]
    assert tags == sorted(tags)  # every abstractNum before every num

    starts, ends = list(body.iter(f"{W}bookmarkStart")), list(body.iter(f"{W}bookmarkEnd"))
    ids = [start.get(f"{W}id") for start in starts]
    bookmarks = [start.get(f"{W}name") for start in starts]
    assert max(Counter(ids).values()) == max(Counter(map(str.lower, bookmarks)).values()) == 1
    assert sorted(ids) == sorted(end.get(f"{W}id") for end in ends)
    assert all(len(name) <= 40 and name.isascii() and name.replace("_", "a").isalnum() for name in bookmarks)
    targets = {instruction.split()[1] for instruction in word.instructions(docx) if "REF" in instruction.split()[0]}
    assert targets | set(values(body, ".//w:hyperlink", "anchor")) <= set(bookmarks)

    depth = 0
    for field in body.iter(f"{W}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[field.get(f"{W}fldCharType")]
        assert depth in {0, 1, 2}
    assert depth == 0
    for table in body.iter(f"{W}tbl"):
        grid = list(map(int, values(table, "w:tblGrid/w:gridCol", "w")))
        for row in table.iterfind("w:tr", word.NS):
            at = 0
            for cell in row.iterfind("w:tc/w:tcPr", word.NS):
                across = int((values(cell, "w:gridSpan") or ["1"])[0])
                assert values(cell, "w:tcW", "w") == [str(sum(grid[at : at + across]))]
                at += across
            assert at == len(grid)
        assert values(table, "w:tblPr/w:tblW", "w") == [str(sum(grid))]


def test_tables_that_touch_are_kept_apart_and_the_last_is_followed_by_a_paragraph() -> None:
    n = Numbers(theme().numbering["chapters"])
    heads = (("级别", 0.3333, "left"), ("时限", 0.6667, "right"))
    tables = [n.table("", heads, [("一级", "4小时")]) for _ in range(2)]
    parties = made.every_block().blocks[-1]
    assert isinstance(parties, Signature)
    body = word.part(write_docx(document([BodyStart(new_page=False), *tables, parties]), theme()))[0]
    assert [etree.QName(element).localname for element in body] == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_columns_fill_the_width_of_the_text_exactly() -> None:
    n = Numbers(theme().numbering["chapters"])
    table = n.table("", tuple(("列", share, "left") for share in (0.333, 0.333, 0.334)), [("甲", "乙", "丙")])
    docx = write_docx(document([BodyStart(new_page=False), table]), theme())
    page = theme().page
    widths = [int(width) for width in values(word.part(docx), ".//w:gridCol", "w")]
    assert sum(widths) == page.width - page.margins.left - page.margins.right
    assert max(widths) - min(widths) < 20


@pytest.mark.parametrize(
    "front", [(), (made.COVER,), (made.COVER, Contents("目　录", 3))], ids=["none", "cover", "all"]
)
def test_a_document_without_a_body_is_still_a_document(front: tuple[Block, ...], tmp_path: Path) -> None:
    file = tmp_path / "empty.docx"
    docx = write_docx(document([*front, BodyStart(new_page=bool(front))]), theme())
    file.write_bytes(docx)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
    # Each section ends in a paragraph, and the body has one of its own.
    assert [etree.QName(element).localname for element in word.part(docx)[0]][-2:] == ["p", "sectPr"]
    assert len(list(word.part(docx).iter(f"{W}sectPr"))) == len(front) + 1


def test_a_blind_copy_has_no_header() -> None:
    blind = made.document([BodyStart(new_page=False), Paragraph(inlines("正文"), mark())])
    blind = Document(blind.kind, blind.title, blind.blocks, blind.scheme, "", "", "", blind.date, "")
    docx = write_docx(blind, theme())
    assert not [name for name in names(docx) if "header" in name]
    assert values(word.part(docx), ".//w:headerReference", "type") == []


def test_the_document_part(snapshot: SnapshotAssertion) -> None:
    root = word.part(write_docx(made.every_block(), theme()))
    etree.indent(root)
    assert etree.tostring(root, encoding="unicode") == snapshot


def test_the_numbering_part(snapshot: SnapshotAssertion) -> None:
    root = word.part(write_docx(made.every_block(), theme()), "word/numbering.xml")
    etree.indent(root)
    assert etree.tostring(root, encoding="unicode") == snapshot


def test_the_styles_part(snapshot: SnapshotAssertion) -> None:
    root = word.part(write_docx(made.every_block(), theme()), "word/styles.xml")
    etree.indent(root)
    assert etree.tostring(root, encoding="unicode") == snapshot


def test_tables_repeat_their_head_and_keep_their_rows_whole() -> None:
    model = made.every_block()
    tables = [block for block in model.blocks if isinstance(block, Table)]
    root = word.part(write_docx(model, theme()))
    found = [table for table in root.iter(f"{W}tbl") if values(table, "w:tblPr/w:tblStyle") == ["BidTable"]]
    assert len(found) == len(tables)
    for table in found:
        rows = table.findall("w:tr", word.NS)
        assert [row.find("w:trPr/w:tblHeader", word.NS) is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find("w:trPr/w:cantSplit", word.NS) is not None for row in rows)


def test_lines_of_two_parties_stand_level_and_are_never_torn_apart() -> None:
    signature = complete.complete().blocks[-1]
    (table,) = word.part(write_docx(document([BodyStart(new_page=False), signature]), theme())).iter(f"{W}tbl")
    rows = table.findall("w:tr", word.NS)
    assert [[word.text(cell) for cell in row.iterfind("w:tc", word.NS)] for row in rows] == [
        ["甲方（盖章）", "乙方（盖章）"],
        [f"名称：{complete.LONG_NAME}", "名称：江城云启"],
        ["日期：" + "　" * 6, "日期：" + "　" * 6],
        ["", "账号：" + "　" * 6],
    ]
    assert all(row.find("w:trPr/w:cantSplit", word.NS) is not None for row in rows)
    kept = [
        [p.find("w:pPr/w:keepNext", word.NS) is not None for p in row.iterfind("w:tc/w:p", word.NS)] for row in rows
    ]
    assert kept == [[True, True]] * 3 + [[False, False]]

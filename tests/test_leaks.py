"""Leaks of blind copies (暗标): each kind is found where it stands, and what is clean is let be."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.build import build
from gen.examine import examine
from gen.finding import Finding
from gen.leak import file_leaks, leaks
from gen.leak.marks import Names, apart, latin, patterns
from gen.library import load
from gen.message import M
from gen.model.blocks import Cover, Document, Figure, Mark, Signatory, Signature, Text
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.package import Package
from gen.model.theme import BlindRules
from gen.render.pdf.probe import probes
from gen.source import Source
from gen.workspace import Workspace
from tests.conftest import ROOT, shipped_bid

LayOut = Callable[[str], Workspace]

BLIND = "# templates/themes/blind/theme.yaml\n" + (ROOT / "templates/themes/blind/theme.yaml").read_text("utf-8")
PROJECT = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
theme: blind
project: {name: 望川县图书馆网络项目, number: X-1, submission: 2026-12-08}
customer: {name: 望川县图书馆}
documents: [letter]
"""
COMPANY = """\
# clauses/company.yaml
name: 云岭市鹤汀远帆信息技术有限公司
short: 鹤汀远帆
address: 云岭市帆影路8号
postcode: "000456"
hotline: 400-000-9876
email: help@heting.example
representative: 温知遥
bank: 云岭示范银行
account: 0000 1111 2222
tax_number: 91000000HT0000001X
branches:
  - {name: 鹭洲服务站（备件库）, address: 鹭洲路9号, phone: 010-0000 4321, distance: 9公里, people: 3人}
people:
  - {name: 简书禾, role: 工程师, duty: 值守, certificate: 网络工程师, years: 5年}
certificates:
  - {name: 服务能力证书, number: ZS-77-31, expires: 2028-01-01}
makers:
  - {maker: 听涛网络设备厂}
"""


def clause(text: str, more: str = "") -> str:
    head = "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 热线\nstatus: approved\nowner: service\n"
    return f"{head}review_by: 2027-10-01\n{more}text: |\n  {text}\n"


def examined(space: Workspace) -> tuple[Package, tuple[Document, ...]]:
    library, findings = load(space)
    assert [str(finding.message) for finding in findings] == []
    result = examine(library, library.bids["demo"])
    return result.package, result.documents


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Every place and message."""
    return [f"{finding.labels[0].span} {finding.rule.id} {finding.message}" for finding in findings]


PLACE = "clauses/hotline/window.yaml:7:"


# -- over the texts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("由云岭市鹤汀远帆信息技术有限公司承担。", 4, "the company's name: 云岭市鹤汀远帆信息技术有限公司"),
        ("由鹤汀远帆承担。", 4, "the company's name: 鹤汀远帆"),
        ("由鹤 汀 远 帆承担。", 4, "the company's name: 鹤 汀 远 帆"),
        ("鹤汀的工程师承担。", 3, "a part of the company's name: 鹤汀"),
        ("由远帆服务团队承担。", 4, "a part of the company's name: 远帆"),
        ("寄至云岭市帆影路8号。", 5, "an address of the company: 云岭市帆影路8号"),
        ("寄至帆影路8号。", 5, "an address of the company: 帆影路8号"),
        ("邮政编码000456。", 7, "the company's postcode: 000456"),
        ("拨打400-000-9876。", 5, "a telephone number of the company: 400-000-9876"),
        ("拨打４００ ０００ ９８７６。", 5, "a telephone number of the company: ４００ ０００ ９８７６"),
        ("写信到help@heting.example。", 6, "the company's e-mail address: help@heting.example"),
        ("由温知遥签署。", 4, "the name of one of its people: 温知遥"),
        ("由简书禾值守。", 4, "the name of one of its people: 简书禾"),
        ("开户行为云岭示范银行。", 7, "the company's bank: 云岭示范银行"),
        ("账号000011112222。", 5, "the company's bank account: 000011112222"),
        ("税号91000000HT0000001X。", 5, "the company's tax number: 91000000HT0000001X"),
        ("由鹭洲服务站派员。", 4, "the name of a service point: 鹭洲服务站"),
        ("仓库在鹭洲路9号。", 6, "an address of the company: 鹭洲路9号"),
        ("拨打010-00004321。", 5, "a telephone number of the company: 010-00004321"),
        ("由听涛网络设备厂供货。", 4, "the name of a maker: 听涛网络设备厂"),
        ("证书编号ZS-77-31。", 7, "the number of a certificate: ZS-77-31"),
        ("拨打0755-1234 5678。", 5, "a telephone number: 0755-1234 5678"),
        ("拨打13800001111。", 5, "a telephone number: 13800001111"),
        ("拨打400 800 1234。", 5, "a telephone number: 400 800 1234"),
        ("写信到a.b@example.org。", 6, "an e-mail address: a.b@example.org"),
        ("见https://example.org/a。", 4, "an internet address: https://example.org/a"),
        ("见www.example.org。", 4, "an internet address: www.example.org"),
        ("证号3200-1234-5678X。", 5, "a number such as certificates have: 3200-1234-5678X"),
        ("使用NetEye软件。", 5, "Latin letters: NetEye"),
        ("使用ＮｅｔＥｙｅ软件。", 5, "Latin letters: ＮｅｔＥｙｅ"),
    ],
)
def test_a_text_that_shows_somebody_is_found_where_it_stands(
    workspace: LayOut, text: str, column: int, what: str
) -> None:
    package, documents = examined(workspace(BLIND + PROJECT + COMPANY + clause(text)))
    assert said(leaks(package, documents)) == [f"{PLACE}{column} B504 the blind copy of 服务承诺书 shows {what}"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ provider }}自2026年12月8日起3年内响应，7×24小时，每人每日1,200元。",
        "电压220 V，容量16 TB，速率10 Gbps。",
        "依照GB/T 28827.3—2012。",
        "**先恢复业务**，再查明原因。",
        "信息系统和网络技术服务由云岭承担。",
        "望川县图书馆的工程师。",
    ],
)
def test_what_says_nothing_of_anybody_may_stand(workspace: LayOut, text: str) -> None:
    theme = BLIND.replace("words: [V,", "words: [GB, V,")
    package, documents = examined(workspace(theme + PROJECT + COMPANY + clause(text)))
    assert said(leaks(package, documents)) == []


def test_a_value_is_shown_where_it_is_set_and_where_it_is_printed(workspace: LayOut) -> None:
    space = workspace(BLIND + PROJECT + COMPANY + clause("{{ provider }}的热线为{{ company.hotline }}。"))
    (finding,) = leaks(*examined(space))
    assert str(finding.message) == "the blind copy of 服务承诺书 shows a telephone number of the company: 400-000-9876"
    assert [(str(label.span), str(label.text)) for label in finding.labels] == [
        ("clauses/company.yaml:5:10", "`company.hotline` is set here"),
        ("clauses/hotline/window.yaml:6:7", "printed here"),
    ]
    assert [str(help_) for help_ in finding.helps] == [
        "say it by role and number, or leave it out of this document kind"
    ]


def test_tables_are_looked_through_too(workspace: LayOut) -> None:
    more = (
        "params:\n  list:\n    label: 表\n    type: table\n    key: item\n    key_label: 项\n"
        "    columns: {who: {label: 人, type: text}}\n    default: {值守: {who: 简书禾}}\n"
    )
    space = workspace(BLIND + PROJECT + COMPANY + clause('{{ list | table("人员") }}', more))
    assert said(leaks(*examined(space))) == [
        "clauses/hotline/window.yaml:13:25 B504 the blind copy of 服务承诺书 shows "
        "the name of one of its people: 简书禾"
    ]


def test_latin_letters_may_stand_where_the_theme_lets_them(workspace: LayOut) -> None:
    theme = BLIND.replace("latin: false", "latin: true")
    assert leaks(*examined(workspace(theme + PROJECT + COMPANY + clause("使用NetEye软件。")))) == ()


def test_only_documents_of_a_blind_theme_are_looked_at(workspace: LayOut) -> None:
    text = clause("由鹤汀远帆承担。")
    assert leaks(*examined(workspace(BLIND + PROJECT.replace("theme: blind\n", "") + COMPANY + text))) == ()
    themes = "theme: tender-default\nthemes: {letter: blind}\n"
    space = workspace(BLIND + PROJECT.replace("theme: blind\n", themes) + COMPANY + text)
    assert len(leaks(*examined(space))) == 1


def test_a_part_that_the_project_shares_with_the_company_says_nothing(workspace: LayOut) -> None:
    project = PROJECT.replace("望川县图书馆网络项目", "鹤汀图书馆网络项目")
    package, documents = examined(workspace(BLIND + project + COMPANY + clause("服务于鹤汀图书馆。")))
    assert said(leaks(package, documents)) == []


NAMES = Names((("鹤汀远帆", M("a")), ("鹤汀", M("b")), ("12345", M("c"))))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("鹤汀远帆12345 -@.ＡaﬁK㎏①"))))
def test_whatever_a_text_holds_its_leaks_lie_apart_inside_it(text: str) -> None:
    rules = BlindRules(latin=False)
    found = list(apart((*NAMES.leaks(text), *patterns(text), *latin(text, rules))))
    places = sorted((leak.start, leak.end) for leak in found)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert list(latin(text, BlindRules(latin=True))) == []


# -- over blocks that no clause makes --------------------------------------------------------------------------------


MARK = Mark("hotline.window", Source("clauses/a.yaml", "text: 甲").span(1, 7, 1, 8))


def drawing(colour: str, *labels: str) -> Drawing:
    return Drawing(f'<svg><rect fill="{colour}"/></svg>', 100, 100, labels, "流程")


def shared(workspace: LayOut) -> tuple[Package, Document]:
    package, (document,) = examined(workspace(BLIND + PROJECT + COMPANY + clause("{{ provider }}答复。")))
    assert leaks(package, (document,)) == ()
    return package, document


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (Cover("承诺书", (Text("项目"),), (), "", copy="副本"),
         "templates/documents/letter.md:2:7 B504 the blind copy of 服务承诺书 has the mark 副本 on its cover"),
        (Cover("承诺书", (), (("投标人", (Text("鹤汀远帆"),)),), ""),
         "templates/documents/letter.md:2:7 B504 the blind copy of 服务承诺书 shows the company's name: 鹤汀远帆"),
        (Signature((Signatory((Text("盖章"),), (("日期", (Text("年"),)),)),), MARK),
         "clauses/a.yaml:1:7 B504 the blind copy of 服务承诺书 has a signature block"),
        (Figure(Image(b"", "png", 1, 1, "照片"), (Text("机房"),), "图1", None, MARK),
         "clauses/a.yaml:1:7 B504 the blind copy of 服务承诺书 has a picture, which nobody can look into"),
        (Figure(drawing("#2F5597"), (Text("流程"),), "图1", None, MARK),
         "clauses/a.yaml:1:7 B504 the blind copy of 服务承诺书 has a figure in colour"),
        (Figure(drawing("#333", "受理", "简书禾"), (Text("流程"),), "图1", None, MARK),
         "clauses/a.yaml:1:7 B504 the blind copy of 服务承诺书 shows the name of one of its people: 简书禾"),
    ],
    ids=["copy", "cover", "signature", "image", "colour", "label"],
)  # fmt: skip
def test_a_block_that_shows_somebody(workspace: LayOut, block: object, message: str) -> None:
    package, document = shared(workspace)
    blocks: tuple[object, ...] = (*document.blocks, block)
    assert said(leaks(package, (replace(document, blocks=blocks),))) == [message]  # type: ignore[arg-type]


def test_bold_type_is_found(workspace: LayOut) -> None:
    package, document = shared(workspace)
    last = document.blocks[-1]
    strong = replace(last, inlines=(Text("甲"), Text("乙", strong=True)))  # type: ignore[arg-type]
    assert said(leaks(package, (replace(document, blocks=(*document.blocks[:-1], strong)),))) == [
        "clauses/hotline/window.yaml:6:7 B504 the blind copy of 服务承诺书 shows bold type: 乙"
    ]


@pytest.mark.parametrize("name", ["author", "subject", "header"])
def test_properties_of_a_document_are_looked_through(workspace: LayOut, name: str) -> None:
    package, document = shared(workspace)
    named = replace(document, **{name: "鹤汀远帆"})  # type: ignore[arg-type]
    assert said(leaks(package, (named,))) == [
        "templates/documents/letter.md:2:7 B504 the blind copy of 服务承诺书 shows the company's name: 鹤汀远帆"
    ]


# -- over finished files ---------------------------------------------------------------------------------------------


def traces(document: Document, name: str, content: bytes) -> list[str]:
    return [f"{finding.message} ({finding.notes[0]})" for finding in file_leaks(name, content, document, "demo")]


def word(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        ("docProps/core.xml", "<dc:creator>鹤汀 &amp; 远帆</dc:creator>", "the property creator: 鹤汀 & 远帆"),
        ("docProps/core.xml", "<cp:lastModifiedBy>简</cp:lastModifiedBy>", "the property lastModifiedBy: 简"),
        ("docProps/app.xml", "<Company>鹤汀远帆</Company>", "the property Company: 鹤汀远帆"),
        ("docProps/custom.xml", '<property fmtid="{D}" pid="2" name="bid"><vt:lpwstr/></property>',
         "the property bid"),
        ("word/comments.xml", "<w:comments/>", "comments"),
        ("word/people.xml", "<w15:people/>", "comments"),
        ("word/document.xml", '<w:ins w:id="1" w:author="简书禾"/>', "revisions: 简书禾"),
        ("word/document.xml", '<w:color w:val="FF0000"/>', "colour: FF0000"),
        ("word/document.xml", '<w:highlight w:val="yellow"/>', "colour: yellow"),
        ("word/styles.xml", '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/>', "colour: E7ECF2"),
        ("word/styles.xml", '<w:bottom w:val="single" w:sz="4" w:color="2F5597"/>', "colour: 2F5597"),
        ("word/_rels/document.xml.rels", '<Relationship Target="https://a.example/" TargetMode="External"/>',
         "a link to the outside: https://a.example/"),
        ("word/header1.xml", "<w:t>鹤汀远帆</w:t>", "words at the head or foot of its pages: 鹤汀远帆"),
        ("word/header1.xml", "<w:drawing/>", "a picture at the head or foot of its pages"),
        ("word/fonts/font1.odttf", "", "an embedded font"),
    ],
)  # fmt: skip
def test_a_part_of_a_word_file_that_shows_somebody(workspace: LayOut, part: str, text: str, found: str) -> None:
    _, document = shared(workspace)
    assert traces(document, "a.docx", word({part: text})) == [
        f"the blind copy a.docx holds {found} (it stands in {part})"
    ]


def test_a_picture_of_a_word_file_must_be_one_of_its_figures(workspace: LayOut) -> None:
    _, document = shared(workspace)
    file = word({"word/media/image1.png": ""})
    assert traces(document, "a.docx", file) == [
        "the blind copy a.docx holds a picture that is no figure of its text (it stands in word/media)"
    ]
    figure = Figure(drawing("#000000"), (Text("流程"),), "图1", None, MARK)
    assert traces(replace(document, blocks=(*document.blocks, figure)), "a.docx", file) == []


def test_a_plain_word_file_is_let_be(workspace: LayOut) -> None:
    _, document = shared(workspace)
    clean = {
        "docProps/core.xml": "<dc:title>服务承诺书</dc:title><dc:subject>望川县图书馆网络项目</dc:subject>",
        "docProps/app.xml": "<Application>bidgen</Application>",
        "word/document.xml": '<w:color w:val="auto"/><w:color w:val="000000"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
        "word/footer1.xml": "<w:instrText> PAGE </w:instrText><w:t>12</w:t>",
    }
    assert traces(document, "a.docx", word(clean)) == []


def pdf(*objects: bytes, stream: bytes = b"") -> bytes:
    packed = zlib.compress(stream)
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\n9 0 obj\n<<>>\nstream\n" + packed + b"\nendstream\nendobj\n"


@pytest.mark.parametrize(
    ("outside", "stream", "found", "place"),
    [
        (b"<</Author (Heting)>>", b"", "the property Author: Heting", "Info"),
        (b"<</Author <feff9e646c40>>>", b"", "the property Author: 鹤汀", "Info"),
        (b"", b"<</Author <feff9e646c40>>>", "the property Author: 鹤汀", "Info"),
        (b"<</Bid (ab12)>>", b"", "the property Bid: ab12", "Info"),
        (b"", "<x:xmpmeta><dc:creator><rdf:li>鹤汀</rdf:li></dc:creator></x:xmpmeta>".encode(),
         "the property dc:creator: 鹤汀", "XMP"),
        (b"<</Names <</EmbeddedFiles 3 0 R>>>>", b"", "an attached file", "EmbeddedFiles"),
        (b"<</S /URI /URI (https://a.example/)>>", b"", "a link to the outside: https://a.example/", "Annots"),
        (b"<</Type /XObject /Subtype /Image>>", b"", "a picture that is no figure of its text", "XObject"),
        (b"", b"q 0.2 0.3 0.6 rg 0 0 10 10 re f Q", "colour: 0.2 0.3 0.6", "Contents"),
        (b"", b"q 1 0 0 0 k 0 0 10 10 re f Q", "colour: 1 0 0 0", "Contents"),
    ],
)  # fmt: skip
def test_something_in_a_pdf_that_shows_somebody(
    workspace: LayOut, outside: bytes, stream: bytes, found: str, place: str
) -> None:
    _, document = shared(workspace)
    assert traces(document, "a.pdf", pdf(outside, stream=stream)) == [
        f"the blind copy a.pdf holds {found} (it stands in {place})"
    ]


def test_a_plain_pdf_is_let_be(workspace: LayOut) -> None:
    _, document = shared(workspace)
    info = b"<</Title (A) /Subject (" + document.subject.encode("utf-16-be").join([b"\xfe\xff", b""]) + b")>>"
    assert traces(document, "a.pdf", pdf(info, stream=b"q 0 0 0 rg BT /f1 14 Tf (x) Tj ET Q")) == []


def test_the_head_of_a_page_that_shows_somebody(workspace: LayOut) -> None:
    _, document = shared(workspace)
    page = '<meta name="author" content="鹤汀"/><meta name="keywords" content="letter"/>'
    assert traces(document, "a.html", page.encode()) == [
        "the blind copy a.html holds the property author: 鹤汀 (it stands in head)"
    ]
    assert traces(document, "a.html", b"<html>") == []


# -- the example that is shipped -------------------------------------------------------------------------------------


def test_the_shipped_blind_bid_shows_nobody() -> None:
    result = shipped_bid("sealed-archive")
    assert result.findings == ()
    built, problems = build(result, ("docx", "pdf", "html") if all(probe.present for probe in probes()) else ("docx",))
    assert problems == ()
    assert "售后服务技术方案.docx" in built.files
    (document,) = result.documents
    assert (document.kind, document.author) == ("blind-plan", "")
    assert {block.__class__.__name__ for block in document.blocks} <= {
        "BodyStart", "Contents", "Figure", "Heading", "Item", "Paragraph", "Table", "Title",
    }  # fmt: skip

"""Foreign Office files: what is refused before anybody parses it, and that nothing brings the reader down."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.message import say
from gen.opc import Relation, active_contents, open_package, opening, reading

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
).format  # takes the relationships


def relation(kind: str, target: str, more: str = "", identifier: str = "rId1") -> str:
    return f'<Relationship Id="{identifier}" Type="{OFFICE}{kind}" Target="{target}"{more}/>'


SOUND = {
    "[Content_Types].xml": TYPES.format(main=MAIN),
    "_rels/.rels": ROOT(relation("officeDocument", "word/document.xml")),
    "word/document.xml": "<document/>",
}


def zipped(parts: dict[str, str | bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", way) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, way)
    return target.getvalue()


def refused(content: bytes) -> list[str]:
    package, refusals = open_package(content)
    assert package is None
    return [say(refusal.what) for refusal in refusals]


def acts(parts: dict[str, str | bytes]) -> list[str]:
    package, refusals = open_package(zipped({**SOUND, **parts}))
    assert package is not None, refusals
    return [say(refusal.what) for refusal in active_contents(package)]


def test_a_sound_file_gives_its_parts_and_what_they_use() -> None:
    rels = ROOT(relation("header", "header1.xml") + relation("image", "/word/media/a.png", identifier="rId2"))
    package, refusals = open_package(
        zipped({**SOUND, "word/_rels/document.xml.rels": rels, "word/media/": "", "word/media/a.png": b"\x89PNG"})
    )
    assert refusals == ()
    assert package is not None
    assert list(package.parts) == [*SOUND, "word/_rels/document.xml.rels", "word/media/a.png"]
    assert package.content_type("word/document.xml") == MAIN
    assert package.content_type("word/other.xml") == "application/xml"
    assert package.content_type("word/media/a.png") == ""
    assert package.relations() == (Relation("rId1", "officeDocument", "word/document.xml", external=False),)
    assert package.relations("word/document.xml") == (
        Relation("rId1", "header", "word/header1.xml", external=False),
        Relation("rId2", "image", "word/media/a.png", external=False),
    )
    assert package.relations("word/media/a.png") == ()
    assert list(active_contents(package)) == []


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"PK\x03\x04" + bytes(200), zipped({"a.xml": "<a/>"})])
def test_what_is_no_word_file(content: bytes) -> None:
    assert refused(content) == ["the file is not a Word file (.docx), or it is damaged"]


def test_an_encrypted_or_old_file() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)) == [
        "the file is encrypted with a password, or was saved by Word 97–2003 (.doc)"
    ]


def test_an_encrypted_part_and_a_way_of_packing_that_word_does_not_know() -> None:
    content = bytearray(zipped(SOUND))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1  # the flag of encryption in the directory
    assert refused(bytes(content)) == ["`[Content_Types].xml` is encrypted, or packed in a way that Word does not know"]
    assert refused(zipped(SOUND, zipfile.ZIP_LZMA)) == [
        f"`{name}` is encrypted, or packed in a way that Word does not know" for name in SOUND
    ]


def test_archives_that_swell() -> None:
    assert refused(zipped({**SOUND, "word/media/a.bin": bytes(opening.MOST_BYTES)})) == [
        "unpacked, the file has 51 MB; 50 MB is the limit"
    ]
    assert refused(zipped({**SOUND, "word/media/a.bin": bytes(3 * 2**20)})) == [
        "unpacked, the file is more than 200 times as large as packed"
    ]
    many: dict[str, str | bytes] = {f"word/media/{number}.bin": b"" for number in range(opening.MOST_PARTS)}
    assert refused(zipped({**SOUND, **many})) == ["the file has 503 parts; 500 is the limit"]


def test_a_part_of_countless_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ELEMENTS", 1000)
    assert refused(zipped({**SOUND, "word/styles.xml": f"<a>{'<b/>' * 1000}</a>"})) == [
        "`word/styles.xml` has more than 1,000 elements"
    ]
    assert open_package(zipped({**SOUND, "word/styles.xml": f"<a>{'<b/>' * 999}</a>"}))[0] is not None


def test_a_directory_that_lies_about_sizes() -> None:
    content = bytearray(zipped({**SOUND, "word/media/a.bin": bytes(5000)}))
    at = content.rindex(b"PK\x01\x02")
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(content)) == ["the file is not a Word file (.docx), or it is damaged"]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a.xml", "word/../../a.xml", "word//a.xml", "C:\\a.xml", "word/./a.xml", "a\u202eb.xml"]
)
def test_names_that_lead_elsewhere(name: str) -> None:
    assert refused(zipped({**SOUND, name: "<a/>"})) == [f"`{name}` is not the name of a part"]


def test_a_part_twice() -> None:
    assert refused(zipped({**SOUND, "Word/Document.xml": "<a/>"})) == [
        "the file has the part `Word/Document.xml` twice"
    ]


BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml"])
def test_entities_and_document_types(part: str) -> None:
    assert refused(zipped({**SOUND, part: BOMB})) == [f"`{part}` declares a document type or entities"]
    assert refused(zipped({**SOUND, part: BOMB.encode("utf-16")})) == [f"`{part}` declares a document type or entities"]


@pytest.mark.parametrize(
    "xml",
    ["", "<a>", "<a></b>", "<a>&b;</a>", "<a>\x01</a>", "<a>" * 201 + "</a>" * 201,
     '<?xml version="1.0" encoding="gb2312"?><a/>', '<?xml version="1.0" encoding="cp037"?><a/>'],
)  # fmt: skip
def test_unsound_xml(xml: str) -> None:
    assert refused(zipped({**SOUND, "word/styles.xml": xml})) == ["`word/styles.xml` is not sound XML"]


def test_what_can_act_on_its_own() -> None:
    assert acts({"word/vbaProject.bin": b"x"}) == ["the file has macros: `word/vbaProject.bin`"]
    macros = TYPES.format(main="application/vnd.ms-word.document.macroEnabled.main+xml")
    assert acts({"[Content_Types].xml": macros}) == ["the file has macros: `word/document.xml`"]
    assert acts({"word/activeX/activeX1.xml": "<a/>"}) == ["the file has a control: `word/activeX/activeX1.xml`"]
    assert acts({"word/embeddings/oleObject1.bin": b"x"}) == [
        "the file has another file embedded: `word/embeddings/oleObject1.bin`"
    ]


@pytest.mark.parametrize(
    ("kind", "target"),
    [("hyperlink", "https://example.invalid/"), ("attachedTemplate", "file:///C:/x.dotm"), ("image", "//host/a.png")],
)
def test_whatever_points_outside(kind: str, target: str) -> None:
    rels = ROOT(relation(kind, target, ' TargetMode="External"'))
    assert acts({"word/_rels/settings.xml.rels": rels}) == [f"the file points outside itself: `{target}`"]


def test_another_document_inside() -> None:
    rels = ROOT(relation("aFChunk", "chunk.xml"))
    assert acts({"word/_rels/document.xml.rels": rels}) == ["the file brings in another document: `chunk.xml`"]


@given(st.binary(max_size=400))
def test_random_bytes_never_bring_it_down(content: bytes) -> None:
    for data in (content, b"PK\x03\x04" + content):
        assert open_package(data)[0] is None


WHOLE = zipped({**SOUND, "word/_rels/document.xml.rels": ROOT(relation("image", "media/a.png"))})


@given(st.integers(0, len(WHOLE)))
def test_a_file_cut_short_never_brings_it_down(length: int) -> None:
    package, refusals = open_package(WHOLE[:length])
    assert (package is None) == bool(refusals)


@settings(max_examples=300)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_changed_bytes_never_bring_it_down(chance: random.Random, changes: int) -> None:
    content = bytearray(WHOLE)
    for _ in range(changes):
        content[chance.randrange(len(content))] = chance.randrange(256)
    package, refusals = open_package(bytes(content))
    assert (package is None) == bool(refusals)
    if package is not None:
        list(active_contents(package))

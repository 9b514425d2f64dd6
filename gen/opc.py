"""Foreign Office files (.docx and their kin): opened so that none of them can do harm or bring the program down.

Such a file is a zip of XML parts with relationships between them. Everything dangerous is looked for before any
library for XML or Word sees a byte: archives that swell, names that lead elsewhere, entities, and what a file can
carry to act on its own. Only the standard library is used, so that whoever just reads text need not import more.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.parsers import expat

from gen.message import M, Message

MOST_PARTS = 500
MOST_BYTES = 50 * 2**20
"""Of all parts, unpacked."""
_MOST_MB = MOST_BYTES // 2**20
MOST_SWELLING = 200
"""How many times its packed size a large file may have unpacked; text comes to some 20."""
MOST_ELEMENTS = 1_000_000
"""Of one part; a plan of 400 pages has some 100,000."""
DEEPEST = 200
"""How deep elements may be nested; lxml itself gives up at 256."""

TYPES = "[Content_Types].xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError, LookupError),
    OverflowError,
)
"""What the zip module raises for files that are none (RuntimeError: encryption, unknown ways of packing)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not used."""

    key: str
    """The kind of fault, and its place in the file where there is one."""
    what: Message
    why: Message
    mend: Message


@dataclass(frozen=True, slots=True)
class Relation:
    """That one part uses another."""

    id: str
    kind: str
    """The last word of its type: `styles`, `header`, `image`."""
    target: str
    """Name of the other part, or an address outside the file."""
    external: bool


@dataclass(frozen=True, slots=True)
class OpcPackage:
    """The parts of a file by name (`word/document.xml`); all XML in it is well formed and has no entities."""

    parts: Mapping[str, bytes]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def content_type(self, name: str) -> str:
        """What a part holds, as the file says; empty if it says nothing."""
        lower = name.lower()
        return self.overrides.get(lower) or self.defaults.get(lower.rpartition(".")[2], "")

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """What a part uses, or the file as a whole."""
        folder, _, base = name.rpartition("/")
        rels = self.parts.get(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        if rels is None:
            return ()
        return tuple(_relation(folder, element) for element in _tree(rels).iter(f"{_RELATIONS}Relationship"))


def open_package(content: bytes) -> tuple[OpcPackage | None, tuple[Refusal, ...]]:
    """A file's parts, or why it cannot be opened without danger. Never raises, whatever the bytes are."""
    if content.startswith(_OLD_OFFICE):
        what = M("the file is encrypted with a password, or was saved by Word 97–2003 (.doc)")
        return None, (Refusal("old", what, _NEEDED, M("open it in Word, take the password off, save it as .docx")),)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if refusals := tuple(_archive_faults(entries, len(content))):
                return None, refusals
            parts = {entry.filename: _unpacked(archive, entry) for entry in entries}
        types = parts[TYPES]
    except _BROKEN:
        what = M("the file is not a Word file (.docx), or it is damaged")
        return None, (Refusal("broken", what, _NEEDED, M("open it in Word and save it as .docx")),)
    if refusals := tuple(_xml_faults(parts)):
        return None, refusals
    kinds = _tree(types)
    package = OpcPackage(
        parts,
        {_lower(e, "Extension"): e.get("ContentType", "") for e in kinds.iter(f"{_TYPES}Default")},
        {_lower(e, "PartName").lstrip("/"): e.get("ContentType", "") for e in kinds.iter(f"{_TYPES}Override")},
    )
    return package, ()


def is_xml(name: str) -> bool:
    """Whether a part of that name was looked through as XML; no other part may be parsed."""
    return name.lower().endswith((".xml", ".rels", ".vml", ".svg"))


def active_contents(package: OpcPackage) -> Iterator[Refusal]:
    """Everything in a file that can act on its own or fetch something: macros, controls, embedded files, links."""
    for name in package.parts:
        kind, lower = package.content_type(name).lower(), name.lower()
        if "macroenabled" in kind or "vba" in kind or lower.endswith(("vbaproject.bin", "vbadata.xml")):
            yield _active(name, M("the file has macros: `{part}`", part=name), M("save it as .docx, without macros"))
        elif "activex" in kind or "/activex/" in lower:
            yield _active(name, M("the file has a control: `{part}`", part=name), M("delete the control in Word"))
        elif "oleobject" in kind or "/embeddings/" in lower:
            mend = M("delete the embedded object, or put a picture in its place")
            yield _active(name, M("the file has another file embedded: `{part}`", part=name), mend)
        if not lower.endswith(".rels"):
            continue
        for relation in _relations_in(package.parts[name]):
            if relation.external:
                what = M("the file points outside itself: `{target}`", target=relation.target[:200])
                mend = M("in Word, break the link: put pictures into the file, take hyperlinks and the template off")
                yield _active(f"{name} {relation.target}", what, mend)
            elif relation.kind in {"aFChunk", "subDocument"}:
                what = M("the file brings in another document: `{target}`", target=relation.target[:200])
                yield _active(f"{name} {relation.target}", what, M("open it in Word and save it anew"))


_SWELLS = M("unpacked, such a file fills the memory")
_NEEDED = M("the parts of a Word file are needed, and this one does not show them")


def _active(key: str, what: Message, mend: Message) -> Refusal:
    why = M("it would run or be fetched on every machine that opens a document made from this file")
    return Refusal(f"active {key}", what, why, mend)


def _archive_faults(entries: list[zipfile.ZipInfo], size: int) -> Iterator[Refusal]:
    """What the directory of the archive says against it, before anything is unpacked."""
    anew = M("open it in Word and save it anew; make pictures smaller")
    if len(entries) > MOST_PARTS:
        what = M("the file has {count} parts; {limit} is the limit", count=len(entries), limit=MOST_PARTS)
        yield Refusal("parts", what, _SWELLS, anew)
    whole = sum(entry.file_size for entry in entries)
    if whole > MOST_BYTES:
        what = M("unpacked, the file has {size} MB; {limit} MB is the limit", size=-(-whole // 2**20), limit=_MOST_MB)
        yield Refusal("size", what, _SWELLS, anew)
    elif whole > 2**20 and whole > size * MOST_SWELLING:
        what = M("unpacked, the file is more than {limit} times as large as packed", limit=MOST_SWELLING)
        yield Refusal("swelling", what, _SWELLS, anew)
    elsewhere = M("which part is meant, or where it would be put, cannot be told")
    taken: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.lower() in taken:
            yield Refusal(f"twice {name}", M("the file has the part `{part}` twice", part=name), elsewhere, anew)
        elif not _is_plain(name) or not _is_plain(entry.orig_filename):
            yield Refusal(f"name {name}", M("`{part}` is not the name of a part", part=name), elsewhere, anew)
        elif entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            mend = M("open it in Word, take the password off, save it as .docx")
            what = M("`{part}` is encrypted, or packed in a way that Word does not know", part=name)
            yield Refusal("encrypted", what, _NEEDED, mend)
        taken.add(name.lower())


def _is_plain(name: str) -> bool:
    """Whether a name stays inside the file on every system."""
    steps = name.split("/")
    return name.isprintable() and not set(name) & set('\\:*?"<>|') and all(step.strip(". ") for step in steps)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, never more than the directory has announced."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    return data


def _xml_faults(parts: Mapping[str, bytes]) -> Iterator[Refusal]:
    for name, data in parts.items():
        if not is_xml(name):
            continue
        anew = M("open it in Word and save it anew")
        try:
            _read_through(data)
        except _CrowdedError:
            what = M("`{part}` has more than {limit} elements", part=name, limit=f"{MOST_ELEMENTS:,}")
            yield Refusal(f"elements {name}", what, _SWELLS, anew)
        except _DoctypeError:
            what = M("`{part}` declares a document type or entities", part=name)
            why = M("entities can swell without end or bring in other files; no Word file needs them")
            yield Refusal(f"entities {name}", what, why, anew)
        except (expat.ExpatError, ValueError, LookupError):
            what = M("`{part}` is not sound XML", part=name)
            yield Refusal(f"xml {name}", what, _NEEDED, anew)


class _CrowdedError(Exception):
    """A part has too many elements."""


class _DoctypeError(Exception):
    """A part begins with a document type."""


def _read_through(data: bytes) -> None:
    """Parse some XML for nothing but its faults."""
    depth = count = 0

    def opened(_name: str, _attributes: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if count > MOST_ELEMENTS:
            raise _CrowdedError
        if depth > DEEPEST:
            raise ValueError("nested too deep")

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise _DoctypeError

    def encoded(_version: str, encoding: str | None, _standalone: int) -> None:
        # In another encoding, one reader may take for text what the next one takes for markup.
        if (encoding or "utf-8").lower() not in {"utf-8", "utf-16"}:
            raise ValueError(encoding)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler, parser.XmlDeclHandler = declared, encoded
    parser.Parse(data, True)  # noqa: FBT003 - this is the end of it


def _relations_in(rels: bytes) -> Iterator[Relation]:
    return (_relation("", element) for element in _tree(rels).iter(f"{_RELATIONS}Relationship"))


def _tree(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - it was read through before, and has no entities


def _relation(folder: str, element: ElementTree.Element) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode", "").lower() == "external"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def _lower(element: ElementTree.Element, attribute: str) -> str:
    return element.get(attribute, "").lower()

"""A Word file taken apart: its parts, their content types and how they hang together."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
NS = {"w": W[1:-1], "r": R[1:-1], "wp": WP[1:-1]}
TYPES = "[Content_Types].xml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."

KINDS = {
    "officeDocument": f"{_WORD}document.main+xml",
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "fontTable": f"{_WORD}fontTable+xml",
    "footnotes": f"{_WORD}footnotes+xml",
    "comments": f"{_WORD}comments+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""The content type of the part that a relationship of each type leads to."""

PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/svg+xml": b"<"}
"""What the content of a picture begins with, by its content type."""

NAMED = {"header", "footer", "image", "hyperlink"}
"""Types of relationships that mean nothing until something in the part names their id."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship; `kind` is the last word of its type, `target` the name of a part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file."""

    parts: dict[str, bytes]
    trees: dict[str, Any] = field(default_factory=dict)
    """Every part that is XML, parsed, by name."""
    types: dict[str, str] = field(default_factory=dict)
    """Content type of each part that has one."""
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    """Relationships by the part that they start from; those of the whole package under the empty name."""

    def tree(self, name: str) -> Any:
        """A part as XML, an empty element if there is none."""
        return self.trees.get(name, etree.Element("none"))

    def stories(self) -> Iterator[tuple[str, Any]]:
        """The parts that hold text, by name."""
        kinds = {f"{W}{name}" for name in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")}
        return ((name, root) for name, root in self.trees.items() if root.tag in kinds)

    def faults(self) -> Iterator[str]:
        """What is wrong with the package itself, whatever stands in its parts."""
        yield from self._types_faults()
        reached = {""}
        waiting = [""]
        while waiting:
            for relation in self.relations.get(waiting.pop(), ()):
                if not relation.outside and relation.target in self.parts and relation.target not in reached:
                    reached.add(relation.target)
                    waiting.append(relation.target)
        for name in self.parts:
            if name != TYPES and not name.endswith(".rels") and name not in reached:
                yield f"{name}: no relationship leads to this part"
        for source, relations in self.relations.items():
            yield from self._relation_faults(source, relations)

    def _types_faults(self) -> Iterator[str]:
        for name, content in self.parts.items():
            if name != TYPES and name not in self.types:
                yield f"{name}: has no content type"
            start = PICTURES.get(self.types.get(name, ""))
            if start and not content.startswith(start):
                yield f"{name}: is no {self.types[name]}"
        overrides = [node.get("PartName", "") for node in self.tree(TYPES).iter(f"{_CT}Override")]
        for name in overrides:
            if name.removeprefix("/") not in self.parts:
                yield f"{TYPES}: names {name}, which is not there"
        yield from (f"{TYPES}: names {name} twice" for name in repeated(overrides))
        yield from (f"{name}: two parts have this name" for name in repeated(map(str.lower, self.parts)))

    def _relation_faults(self, source: str, relations: list[Relation]) -> Iterator[str]:
        where = source or "the package"
        if source and source not in self.parts:
            yield f"{source}: has relationships, but is not there"
        yield from (f"{where}: relationship id {id_} twice" for id_ in repeated(r.id for r in relations))
        used = Counter(
            value
            for node in self.tree(source).iter(etree.Element)
            for name, value in node.items()
            if name.startswith(R)
        )
        for id_ in used:
            if id_ not in {relation.id for relation in relations}:
                yield f"{where}: names the relationship {id_}, which is not there"
        for relation in relations:
            if relation.outside:
                if relation.kind != "hyperlink":
                    yield f"{where}: takes its {relation.kind} from outside, {relation.target}"
            elif relation.target not in self.parts:
                yield f"{where}: relationship {relation.id} leads to {relation.target}, which is not there"
            elif relation.kind in KINDS and self.types.get(relation.target) not in {KINDS[relation.kind], None}:
                yield f"{relation.target}: is a {relation.kind}, but its content type is {self.types[relation.target]}"
            if relation.kind in NAMED and relation.id not in used:
                yield f"{where}: nothing names the {relation.kind} {relation.target}"


def opened(docx: bytes) -> tuple[Package, list[str]]:
    """Take a file apart; what of it cannot be read is among the faults."""
    faults = []
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(BytesIO(docx)) as zipped:
            for name in zipped.namelist():
                if name in parts:
                    faults.append(f"{name}: stands twice in the archive")
                parts[name] = zipped.read(name)
    except zipfile.BadZipFile as error:
        return Package({}), [f"no zip archive: {error}"]
    package = Package(parts)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                package.trees[name] = etree.fromstring(content, parser)
            except etree.XMLSyntaxError as error:
                faults.append(f"{name}: {error}")
    if TYPES not in package.trees:
        return package, [*faults, f"{TYPES}: is not there"]
    types = package.trees[TYPES]
    defaults = {node.get("Extension", "").lower(): node.get("ContentType", "") for node in types.iter(f"{_CT}Default")}
    own = {node.get("PartName", ""): node.get("ContentType", "") for node in types.iter(f"{_CT}Override")}
    for name in parts:
        kind = own.get(f"/{name}") or defaults.get(name.rpartition(".")[2].lower())
        if kind and name != TYPES:
            package.types[name] = kind
    for name in parts:
        if name.endswith(".rels") and name in package.trees:
            source = _source(name)
            package.relations[source] = list(_relations(source, package.trees[name]))
    main = [relation for relation in package.relations.get("", ()) if relation.kind == "officeDocument"]
    if [relation.target for relation in main] != ["word/document.xml"]:
        faults.append("the package: word/document.xml is not its one main part")
    return package, faults


def _source(name: str) -> str:
    """The part that the relationships of this name start from."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels").removesuffix("/"), file.removesuffix(".rels")).removeprefix("/")


def _relations(source: str, root: Any) -> Iterator[Relation]:
    for node in root.iter(f"{_REL}Relationship"):
        target = node.get("Target", "")
        outside = node.get("TargetMode") == "External"
        if not outside:
            folder = "/" + posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(folder, target)).removeprefix("/").removeprefix("/")
        yield Relation(node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target, outside)


def repeated(names: Any) -> list[str]:
    """The names that are there more than once."""
    return [name for name, count in Counter(names).items() if count > 1]

"""The parts of an Office file that has been opened, and how they use each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from gen.message import M, Message

TYPES = "[Content_Types].xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not used."""

    key: str
    """The kind of fault, and its place in the file where there is one."""
    what: Message
    why: Message
    mend: Message


SWELLS = M("unpacked, such a file fills the memory")
NEEDED = M("the parts of a Word file are needed, and this one does not show them")


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
        return tuple(relations_in(rels, folder))


def package_of(parts: Mapping[str, bytes], types: bytes) -> OpcPackage:
    """The package of parts that were read through; `types` is the one that says what each of them holds."""
    kinds = _tree(types)
    return OpcPackage(
        parts,
        {_lower(e, "Extension"): e.get("ContentType", "") for e in kinds.iter(f"{_TYPES}Default")},
        {_lower(e, "PartName").lstrip("/"): e.get("ContentType", "") for e in kinds.iter(f"{_TYPES}Override")},
    )


def is_xml(name: str) -> bool:
    """Whether a part of that name was looked through as XML; no other part may be parsed."""
    return name.lower().endswith((".xml", ".rels", ".vml", ".svg"))


def relations_in(rels: bytes, folder: str = "") -> Iterator[Relation]:
    """What a part of relationships says, of a part in `folder`."""
    return (_relation(folder, element) for element in _tree(rels).iter(f"{_RELATIONS}Relationship"))


def _tree(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - it was read through before, and has no entities


def _relation(folder: str, element: ElementTree.Element) -> Relation:
    target, external = element.get("Target", ""), element.get("TargetMode", "").lower() == "external"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def _lower(element: ElementTree.Element, attribute: str) -> str:
    return element.get(attribute, "").lower()

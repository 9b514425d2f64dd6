"""The package that documents are written into: our own base, opened by python-docx.

The base is kept as readable XML in `base/`, because python-docx's own template brings Japanese fonts, blue headings
and dates of 2013 with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from gen.render.docx.archive import CONTENT_TYPES, archive
from gen.render.docx.markup import escape
from gen.render.docx.sequence import put

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
KINDS = {
    "numbering": (f"{WORD}numbering+xml", f"{RELATION}numbering"),
    "header": (f"{WORD}header+xml", f"{RELATION}header"),
    "footer": (f"{WORD}footer+xml", f"{RELATION}footer"),
    "footnotes": (f"{WORD}footnotes+xml", f"{RELATION}footnotes"),
    "comments": (f"{WORD}comments+xml", f"{RELATION}comments"),
    "custom": (f"{_OFFICE}custom-properties+xml", f"{RELATION}custom-properties"),
}
"""Content type and relationship type of the parts that a document adds to the base."""

_PICTURES = {"png": "image/png", "jpeg": "image/jpeg"}
"""Content types of picture files by the ending of their names."""


class Shell:
    """A Word package being filled."""

    def __init__(self, base: bytes) -> None:
        import docx

        self._document: Any = docx.Document(BytesIO(base)).part
        self._package: Any = self._document.package
        self._parts: dict[str, Any] = {part.partname: part for part in self._package.iter_parts()}
        # A part that is only written is never parsed: for a long document that is a third of the time.
        self._written: dict[str, bytes] = {}
        self._elements: dict[str, Any] = {}

    def replace(self, name: str, xml: str) -> None:
        """Put XML in the place of a part's, such as `/word/styles.xml`."""
        self._written[name] = _part_bytes(xml, name)
        self._elements.pop(name, None)

    def add(self, kind: str, name: str, xml: str) -> str:
        """Add a part and give the id of the relationship to it; `kind` is one of `KINDS`."""
        content_type, relation = KINDS[kind]
        self.replace(name, xml)
        return self._relate(name, content_type, relation, b"", self._package if kind == "custom" else self._document)

    def add_picture(self, content: bytes, form: str) -> str:
        """Add a picture file (`png`, `jpeg`) and give the id of the relationship to it."""
        number = 1 + sum(name.startswith("/word/media/picture") for name in self._parts)
        name = f"/word/media/picture{number}.{form}"
        return self._relate(name, _PICTURES[form], f"{RELATION}image", content, self._document)

    def _relate(self, name: str, content_type: str, relation: str, content: bytes, owner: Any) -> str:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        part = self._parts[name] = Part(PackURI(name), content_type, content, self._package)
        return str(owner.relate_to(part, relation))

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def element(self, name: str) -> Any:
        """The inside of a part such as `/word/settings.xml`, to be changed in place."""
        if name not in self._elements:
            written = self._written.pop(name, None)
            self._elements[name] = self._parts[name].element if written is None else _parsed(written)
        return self._elements[name]

    def names(self, kind: str) -> list[str]:
        """Names of the parts of one of `KINDS`, in order."""
        return sorted(name for name, part in self._parts.items() if part.content_type == KINDS[kind][0])

    def configure(self, xml: str) -> None:
        """Put a setting (`<w:evenAndOddHeaders/>`) where it belongs among the settings of the document."""
        from docx.oxml.ns import nsdecls

        whole = re.sub(r"^<w:\w+", lambda opening: f"{opening[0]} {nsdecls('w')}", xml)
        put(self.element("/word/settings.xml"), _parsed(whole.encode()))

    def save(self) -> bytes:
        """The package as bytes.

        Written part by part: python-docx would put today's date into the archive.
        """
        parts = {"_rels/.rels": self._package.rels.xml}
        types = []
        for part in self._package.iter_parts():
            parts[part.partname.membername] = self._content(part)
            types.append((str(part.partname), str(part.content_type)))
            if len(part.rels):
                parts[part.partname.rels_uri.membername] = part.rels.xml
        return archive(parts | {CONTENT_TYPES: content_types(sorted(types)).encode()})

    def _content(self, part: Any) -> bytes:
        from docx.opc.oxml import serialize_part_xml

        if part.partname in self._written:
            return self._written[part.partname]
        changed = self._elements.get(part.partname)
        content: bytes = part.blob if changed is None else serialize_part_xml(changed)
        return content


@cache
def own_base() -> bytes:
    """The base package that comes with bidgen."""
    return archive(dict(base_files()))


def base_files() -> Iterator[tuple[str, bytes]]:
    """The parts of the base package by name."""
    return _files(files("gen.render.docx") / "base", "")


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()


def content_types(types: list[tuple[str, str]]) -> str:
    """The part that says what the others hold."""
    endings = {name: name.rpartition(".")[2] for name, _ in types}
    by_ending = {name for name, kind in types if _PICTURES.get(endings[name]) == kind}
    pictures = "".join(
        f'<Default Extension="{ending}" ContentType="{_PICTURES[ending]}"/>'
        for ending in sorted({endings[name] for name in by_ending})
    )
    overrides = "".join(
        f'<Override PartName="{escape(name)}" ContentType="{escape(kind)}"/>'
        for name, kind in types
        if name not in by_ending
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}</Types>'
    )


def _part_bytes(xml: str, name: str) -> bytes:
    """A part as it stands in the package; the XML is our own, so only what texts bring in can be wrong in it."""
    try:
        content = xml.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        content = b"\0"
    # Taking away what is allowed is far quicker than looking for what is not.
    if content.translate(None, _ALLOWED) or "\ufffe" in xml or "\uffff" in xml:
        bad = _FORBIDDEN.findall(xml)[0]
        raise ValueError(f"{name} has a character that XML does not allow: U+{ord(bad):04X}")
    return _DECLARATION + content


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ALLOWED = bytes([*b"\t\n\r", *range(0x20, 0x100)])
"""Bytes of texts in UTF-8 that are no control characters."""
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _parsed(xml: bytes) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(xml)

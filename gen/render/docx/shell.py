"""The package that documents are written into: our own base, opened by python-docx.

The base is kept as readable XML in `base/`, because python-docx's own template brings Japanese fonts, blue headings
and dates of 2013 with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

from gen.render.docx.archive import CONTENT_TYPES, archive
from gen.render.docx.markup import escape

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
KINDS = {
    "numbering": (f"{_WORD}numbering+xml", f"{_RELATION}numbering"),
    "header": (f"{_WORD}header+xml", f"{_RELATION}header"),
    "footer": (f"{_WORD}footer+xml", f"{_RELATION}footer"),
    "custom": (f"{_OFFICE}custom-properties+xml", f"{_RELATION}custom-properties"),
}
"""Content type and relationship type of the parts that a document adds to the base."""


class Shell:
    """A Word package being filled."""

    def __init__(self, base: bytes) -> None:
        import docx

        self._document: Any = docx.Document(BytesIO(base)).part
        self._package: Any = self._document.package
        self._parts: dict[str, Any] = {part.partname: part for part in self._package.iter_parts()}

    def replace(self, name: str, xml: str) -> None:
        """Put XML in the place of a part's, such as `/word/styles.xml`."""
        part, element = self._parts[name], _parsed(xml, name)
        if hasattr(part, "_element"):
            part._element = element
        else:
            # python-docx knows nothing about the inside of some parts and keeps their bytes.
            part._blob = xml.encode()

    def add(self, kind: str, name: str, xml: str) -> str:
        """Add a part and give the id of the relationship to it; `kind` is one of `KINDS`."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        content_type, relation = KINDS[kind]
        part = XmlPart(PackURI(name), content_type, _parsed(xml, name), self._package)
        owner = self._package if kind == "custom" else self._document
        return str(owner.relate_to(part, relation))

    def save(self) -> bytes:
        """The package as bytes.

        Written part by part: python-docx would put today's date into the archive.
        """
        parts = {"_rels/.rels": self._package.rels.xml}
        types = []
        for part in self._package.iter_parts():
            parts[part.partname.membername] = part.blob
            types.append((str(part.partname), str(part.content_type)))
            if len(part.rels):
                parts[part.partname.rels_uri.membername] = part.rels.xml
        return archive(parts | {CONTENT_TYPES: _content_types(sorted(types)).encode()})


@cache
def own_base() -> bytes:
    """The base package that comes with bidgen."""
    return archive(dict(_files(files("gen.render.docx") / "base", "")))


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()


def _content_types(types: list[tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="{escape(name)}" ContentType="{escape(kind)}"/>' for name, kind in types)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _parsed(xml: str, name: str) -> Any:
    from docx.oxml.parser import parse_xml

    try:
        return parse_xml(xml)
    except (SyntaxError, UnicodeEncodeError) as error:
        # lxml's own error is a SyntaxError.
        raise ValueError(f"{name} has a character that XML does not allow: {error}") from error

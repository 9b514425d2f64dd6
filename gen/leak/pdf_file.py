"""What a PDF of a blind bid shows of who made it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from html import unescape

from gen.leak.files import Trace
from gen.message import M
from gen.model.blocks import Document, Figure


def pdf_traces(content: bytes, document: Document) -> Iterator[Trace]:
    """Everything that can be seen in a PDF, its streams unpacked, and that a blind copy must not have."""
    outside, streams = _opened(content)
    pictures = 0
    for data in (outside, *streams):
        pictures += len(_PICTURE.findall(data))
        yield from _properties(data, document)
        if _ATTACHED.search(data):
            yield Trace(M("an attached file"), "EmbeddedFiles")
        for uri in _URI.findall(data):
            yield Trace(M("a link to the outside"), "Annots", _string(uri))
    for data in streams:
        yield from _metadata(data, document)
        yield from _colours(data)
    figures = sum(isinstance(block, Figure) for block in document.blocks)
    if pictures > figures:
        yield Trace(M("a picture that is no figure of its text"), "XObject")


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _opened(content: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """The objects of a file with its streams cut out, and those streams that unpack."""
    streams = []
    for match in _STREAM.finditer(content):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            streams.append(match[1])
    return _STREAM.sub(b"", content), tuple(streams)


_LITERAL = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_PROPERTY = re.compile(rb"/(Author|Subject|Keywords|Revision|Bid|Company)\s*(" + _LITERAL + rb")", re.DOTALL)
_URI = re.compile(rb"/URI\s*(" + _LITERAL + rb")", re.DOTALL)
_ATTACHED = re.compile(rb"/EmbeddedFiles?\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def _properties(data: bytes, document: Document) -> Iterator[Trace]:
    for key, value in _PROPERTY.findall(data):
        if (text := _string(value)) and text not in {document.subject, document.kind}:
            yield Trace(M("the property {name}", name=key.decode()), "Info", text)


def _string(written: bytes) -> str:
    """A string of PDF, which is written in brackets or in hex digits."""
    if written.startswith(b"<"):
        raw = bytes.fromhex(re.sub(rb"\s", b"", written[1:-1]).decode() + "0" * (len(written) % 2))
    else:
        raw = re.sub(rb"\\(.)", rb"\1", written[1:-1], flags=re.DOTALL)
    return raw[2:].decode("utf-16-be", "replace") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


_META = re.compile(r"<(dc:creator|dc:description|pdf:Keywords|dc:subject)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def _metadata(data: bytes, document: Document) -> Iterator[Trace]:
    if b"<x:xmpmeta" not in data and b"<rdf:RDF" not in data:
        return
    for key, value in _META.findall(data.decode("utf-8", "replace")):
        text = unescape(_TAG.sub("", value)).strip()
        if text and text not in {document.subject, document.kind}:
            yield Trace(M("the property {name}", name=key), "XMP", text)


_PAINTED = re.compile(rb"(?<![\w.])(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(?:rg|RG|sc|SC|scn|SCN)\b")
_INKS = re.compile(rb"(?<![\w.])(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+[kK]\b")
_CONTENT = re.compile(rb"\b(?:BT|re|Tf|cm|q)\b")


def _colours(data: bytes) -> Iterator[Trace]:
    """Colours that a page paints with; a font's own bytes are none, though they may look like some."""
    if data.startswith((b"\x00\x01\x00\x00", b"OTTO", b"true", b"%!")) or not _CONTENT.search(data) or b"\0" in data:
        return
    for red, green, blue in _PAINTED.findall(data):
        if not red == green == blue:
            yield Trace(M("colour"), "Contents", b" ".join((red, green, blue)).decode())
    for cyan, magenta, yellow, black in _INKS.findall(data):
        if not cyan == magenta == yellow:
            yield Trace(M("colour"), "Contents", b" ".join((cyan, magenta, yellow, black)).decode())

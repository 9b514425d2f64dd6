"""What a Word file of a blind bid shows of who made it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from gen.leak.files import Trace
from gen.message import M
from gen.model.blocks import Document, Figure


def word_traces(content: bytes, document: Document) -> Iterator[Trace]:
    """Everything in a Word file that a blind copy must not have, part by part."""
    pictures = 0
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.startswith("word/media/"):
                pictures += 1
            if name.startswith("word/fonts/"):
                yield Trace(M("an embedded font"), name)
            if name.endswith((".xml", ".rels")):
                yield from _part(name, package.read(name).decode("utf-8", "replace"), document)
    figures = sum(isinstance(block, Figure) for block in document.blocks)
    if pictures > _FILES * figures:
        yield Trace(M("a picture that is no figure of its text"), "word/media")


_FILES = 2
"""Files that a drawn figure may have: the drawing, and its picture for programs that cannot draw."""

_PROPERTY = re.compile(
    r"<(?:\w+:)?(creator|subject|description|keywords|category|lastModifiedBy|contentStatus|Company|Manager"
    r"|HyperlinkBase)\b[^>]*>([^<]*)<"
)
_CUSTOM = re.compile(r'<(?:\w+:)?property\b[^>]*\bname="([^"]*)"')
_AUTHOR = re.compile(r'\bw:author="([^"]*)"')
_OUTSIDE = re.compile(r'\bTarget="([^"]*)"[^>]*TargetMode="External"|TargetMode="External"[^>]*\bTarget="([^"]*)"')
_PAINTED = re.compile(r"<w:(color|highlight|shd|u|top|bottom|left|right|insideH|insideV)\b([^>]*)>")
_COLOUR = re.compile(r'\bw:(?:color|fill)="([^"]*)"')
_OWN_COLOUR = re.compile(r'\bw:val="([^"]*)"')
_PLAIN = {"auto", "000000", "ffffff", "black", "white", "none"}
_RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")
_TEXT = re.compile(r"<w:t\b[^>]*>([^<]*)</w:t>")
_NUMBER = re.compile(r"[\dIVXLC\s　—-]*")


def _part(name: str, xml: str, document: Document) -> Iterator[Trace]:
    if name.startswith("docProps/"):
        for key, value in _PROPERTY.findall(xml):
            text = unescape(value).strip()
            if text and text not in {document.subject, document.kind}:
                yield Trace(M("the property {name}", name=key), name, text)
        yield from (Trace(M("the property {name}", name=unescape(key)), name) for key in _CUSTOM.findall(xml))
        return
    if re.fullmatch(r"word/(?:comments\w*|people)\.xml", name):
        yield Trace(M("comments"), name)
    for author in _AUTHOR.findall(xml):
        yield Trace(M("revisions"), name, unescape(author))
    for one, other in _OUTSIDE.findall(xml):
        yield Trace(M("a link to the outside"), name, unescape(one or other))
    if name.startswith("word/") and name.endswith(".xml"):
        for tag, attributes in _PAINTED.findall(xml):
            colours = _COLOUR.findall(attributes)
            colours += _OWN_COLOUR.findall(attributes) if tag in {"color", "highlight"} else []
            yield from (Trace(M("colour"), name, colour) for colour in colours if colour.lower() not in _PLAIN)
    if _RUNNING.fullmatch(name):
        said = unescape("".join(_TEXT.findall(xml)))
        if not _NUMBER.fullmatch(said):
            yield Trace(M("words at the head or foot of its pages"), name, said.strip())
        if "<w:drawing" in xml or "<w:pict" in xml:
            yield Trace(M("a picture at the head or foot of its pages"), name)

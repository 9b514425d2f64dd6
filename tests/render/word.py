"""Reading a Word file for tests: its parts, its paragraphs, and the numbers that Word would print.

Written from the format's rules alone; nothing of the writer is used, so that the two can disagree.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from tests.render.documents import chinese

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


def part(docx: bytes, name: str = "word/document.xml") -> Any:
    """One part of a Word file as an XML element."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def paragraphs(docx: bytes) -> list[Any]:
    """The paragraphs of the body in reading order, without the contents and without section breaks."""
    found = part(docx).xpath("//w:p[not(ancestor::w:sdt)]", namespaces=NS)
    return [p for p in found if style(p) != "SectionEnd"]


def lines(docx: bytes) -> list[str]:
    """What a reader reads, paragraph by paragraph, with the numbers that Word prints."""
    return [number + text(p) for number, p in zip(numbers(docx, gaps=True), paragraphs(docx), strict=True)]


def text(element: Any) -> str:
    """The text of a paragraph or any other element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def style(paragraph: Any) -> str | None:
    """Id of a paragraph's style."""
    return _value(paragraph.find("w:pPr/w:pStyle", NS))


def numbers(docx: bytes, *, gaps: bool = False) -> list[str]:
    """The number that Word prints before each paragraph of the body, "" for none; on request with the gap behind."""
    counting = _Counting(docx)
    return [counting.number(p, gaps=gaps) for p in paragraphs(docx)]


class _Counting:
    """Word's lists, from the numbering part and the styles."""

    def __init__(self, docx: bytes) -> None:
        numbering = part(docx, "word/numbering.xml")
        self.kinds = {k.get(f"{W}abstractNumId"): k for k in numbering.iterfind("w:abstractNum", NS)}
        self.instances = {i.get(f"{W}numId"): i for i in numbering.iterfind("w:num", NS)}
        self.styles = {s.get(f"{W}styleId"): s for s in part(docx, "word/styles.xml").iterfind("w:style", NS)}
        self.counts: dict[str, list[int]] = {}
        self.begun: set[str] = set()

    def number(self, paragraph: Any, *, gaps: bool) -> str:
        instance, level = self._membership(paragraph)
        if instance in {None, "0"}:
            return ""
        kind = _value(self.instances[instance].find("w:abstractNumId", NS))
        counts = self.counts.setdefault(kind, [0] * 9)
        if instance not in self.begun:
            self.begun.add(instance)
            for override in self.instances[instance].iterfind("w:lvlOverride", NS):
                at = int(override.get(f"{W}ilvl"))
                counts[at] = int(_value(override.find("w:startOverride", NS))) - 1
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        levels = self.kinds[kind].findall("w:lvl", NS)
        suffix = " " if _value(levels[level].find("w:suff", NS)) == "space" else ""
        return self._printed(levels, level, counts) + (suffix if gaps else "")

    def _membership(self, paragraph: Any) -> tuple[Any, int]:
        """The list instance and level of a paragraph: its own, else those of the nearest style that has any."""
        own = paragraph.find("w:pPr/w:numPr", NS)
        if own is not None:
            return _value(own.find("w:numId", NS)), int(_value(own.find("w:ilvl", NS)) or 0)
        name = style(paragraph)
        while name:
            found = self.styles[name].find("w:pPr/w:numPr", NS)
            if found is not None:
                instance = _value(found.find("w:numId", NS))
                return instance, 0 if instance == "0" else self._level_of(instance, name)
            name = _value(self.styles[name].find("w:basedOn", NS))
        return None, 0

    def _level_of(self, instance: str, name: str) -> int:
        """In a style Word does not read the level, it looks for the level of the list that names the style."""
        kind = self.kinds[_value(self.instances[instance].find("w:abstractNumId", NS))]
        for level in kind.iterfind("w:lvl", NS):
            if _value(level.find("w:pStyle", NS)) == name:
                return int(level.get(f"{W}ilvl"))
        raise AssertionError(f"no level of the list of {name} names that style")

    @staticmethod
    def _printed(levels: list[Any], level: int, counts: list[int]) -> str:
        legal = levels[level].find("w:isLgl", NS) is not None

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = "decimal" if legal else _value(levels[at].find("w:numFmt", NS))
            count = counts[at]
            if form == "chineseCountingThousand":
                return chinese(count)
            if form == "decimalEnclosedCircleChinese":
                return chr(0x245F + count) if count <= 10 else str(count)
            assert form == "decimal", form
            return str(count)

        return re.sub(r"%(\d)", one, _value(levels[level].find("w:lvlText", NS)))


def instructions(docx: bytes, name: str = "word/document.xml") -> Iterator[str]:
    """The instructions of the fields of a part."""
    return (element.text.strip() for element in part(docx, name).iter(f"{W}instrText"))


def _value(element: Any) -> Any:
    return None if element is None else element.get(f"{W}val")

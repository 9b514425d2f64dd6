"""Reading a Word file for tests: its parts, its paragraphs, and the numbers that Word would print.

Written from the format's rules alone; nothing of the writer is used, so that the two can disagree.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
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
    """The paragraphs of the body in reading order, each block's footnotes behind it.

    Without the contents, section breaks, pictures, and what stands in cells that another one has taken in. Parties of
    a signature are read one after the other, as they are columns of a table.
    """
    notes = {n.get(f"{W}id"): n.find("w:p", NS) for n in _footnotes(docx)}
    found: list[Any] = []
    held: list[Any] = []
    before = ""
    for block in part(docx)[0]:
        if not _belongs(before, style(block) or ""):
            found, held = found + held, []
        before = style(block) or ""
        inside = [p for p in _read(block) if style(p) not in {"SectionEnd", "Figure"}]
        found += inside
        held += [notes[mark.get(f"{W}id")] for p in inside for mark in p.iter(f"{W}footnoteReference")]
    return found + held


def _belongs(before: str, here: str) -> bool:
    """Whether a paragraph or table belongs to the same block of the model as the one before, by their styles."""
    if before == "Caption":
        return True
    return any(before.startswith(part) and here.startswith(part) for part in ("Cover", "SignatureLine"))


def _read(block: Any) -> list[Any]:
    if block.tag == f"{W}sdt":
        return []
    if block.tag != f"{W}tbl":
        return [block] if block.tag == f"{W}p" else []
    rows = [list(row.iterfind("w:tc", NS)) for row in block.iterfind("w:tr", NS)]
    if _value(block.find("w:tblPr/w:tblStyle", NS)) == "SignatureTable":
        return [p for column in zip(*rows, strict=True) for cell in column for p in cell.iterfind("w:p", NS) if text(p)]
    cells = [cell for row in rows for cell in row]
    merged = [cell.find("w:tcPr/w:vMerge", NS) for cell in cells]
    shown = [cell for cell, merge in zip(cells, merged, strict=True) if merge is None or _value(merge) == "restart"]
    return [p for cell in shown for p in cell.iterfind("w:p", NS)]


def _footnotes(docx: bytes) -> Iterator[Any]:
    """The footnotes, without the two rules between them and the text."""
    if "word/footnotes.xml" in zipfile.ZipFile(BytesIO(docx)).namelist():
        yield from part(docx, "word/footnotes.xml").xpath("w:footnote[not(@w:type)]", namespaces=NS)


def lines(docx: bytes) -> list[str]:
    """What a reader reads, paragraph by paragraph, with the numbers that Word prints."""
    return [number + _without_pages(p) for number, p in zip(numbers(docx, gaps=True), paragraphs(docx), strict=True)]


def _without_pages(paragraph: Any) -> str:
    """The text of a paragraph without the page numbers that it refers to: no model knows them."""
    whole, fields = deepcopy(paragraph), ""
    for run in list(whole.iter(f"{W}r")):
        fields += "".join(run.xpath("w:instrText/text()", namespaces=NS))
        if run.find("w:fldChar[@w:fldCharType='end']", NS) is not None:
            fields = ""
        elif "PAGEREF" in fields:
            run.getparent().remove(run)
    return text(whole)


def text(element: Any) -> str:
    """The text of a paragraph or any other element, without the marks of footnotes."""
    mark = "w:rPr/w:rStyle[@w:val='FootnoteReference']"
    runs = [r for r in element.iter(f"{W}r") if not r.xpath(mark, namespaces=NS)]
    whole = "".join(t.text or "" for r in runs for t in r.iterfind("w:t", NS))
    # A space parts a note from its mark.
    return whole[1:] if style(element) == "FootnoteText" else whole


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
            if form == "lowerLetter":
                return chr(97 + (count - 1) % 26) * (1 + (count - 1) // 26)
            assert form == "decimal", form
            return str(count)

        return re.sub(r"%(\d)", one, _value(levels[level].find("w:lvlText", NS)))


def instructions(docx: bytes, name: str = "word/document.xml") -> Iterator[str]:
    """The instructions of the fields of a part."""
    return (element.text.strip() for element in part(docx, name).iter(f"{W}instrText"))


def _value(element: Any) -> Any:
    return None if element is None else element.get(f"{W}val")

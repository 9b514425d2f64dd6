"""The text of a document, paragraph by paragraph, as the model has it and as each format shows it.

Footnote marks stand in their places as ⟦1⟧, so that a mark in the wrong place is a difference; page numbers are left
out, because only the layout knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import groupby
from typing import Any

from gen.model import blocks
from gen.model.blocks import Document, Footnote, Text
from gen.model.text import footnotes_of, lines, plain
from tests.judges.docx_package import NS, WP, W, opened
from tests.render import word


@dataclass(frozen=True, slots=True)
class Written:
    """What a document says."""

    lines: list[str]
    """Paragraphs, headings, items, cells, in reading order, with the numbers in front of them."""
    notes: list[str]
    """The texts of the footnotes by their number."""


def of_model(document: Document) -> Written:
    """What the model says."""
    bare = replace(document, blocks=tuple(_marked(block) for block in document.blocks))
    return Written(
        list(lines(bare)), [plain(note.inlines) for block in document.blocks for note in footnotes_of(block)]
    )


def _marked(value: Any) -> Any:
    """The same with the mark of each footnote as text."""
    if isinstance(value, Footnote):
        return Text(f"⟦{value.number}⟧")
    if isinstance(value, tuple):
        return tuple(_marked(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__ == blocks.__name__:
        return replace(value, **{field.name: _marked(getattr(value, field.name)) for field in fields(value)})
    return value


# --- Word


def of_docx(docx: bytes) -> Written:
    """What a Word file says, with the numbers that Word prints."""
    package, faults = opened(docx)
    assert faults == []
    counting = word._Counting(docx)
    marks = _Marks()
    # Word counts footnotes in the order of the file, in which the parties of a signature stand line beside line.
    texts = {
        paragraph: counting.number(paragraph, gaps=True) + marks.text(paragraph)
        for paragraph in package.trees["word/document.xml"].iter(f"{W}p")
        if _is_shown(paragraph)
    }
    notes = {
        note.get(f"{W}id"): "".join(marks.text(paragraph) for paragraph in note.iter(f"{W}p"))
        for note in package.tree("word/footnotes.xml").iterfind("w:footnote", NS)
    }
    # The mark at the beginning of a note is the number or, where Word would print another, written out.
    return Written(
        [texts[paragraph] for paragraph in _as_read(texts)],
        [re.sub(r"^\d* ", "", notes[id_]) for _, id_ in sorted(marks.notes.items())],
    )


def _as_read(paragraphs: Iterable[Any]) -> Iterator[Any]:
    """Paragraphs in the order in which they are read: the parties of a signature one after the other."""
    for block, inside in groupby(paragraphs, lambda paragraph: next(paragraph.iterancestors(f"{W}tbl"), paragraph)):
        kind = block.find("w:tblPr/w:tblStyle", NS)
        if kind is None or kind.get(f"{W}val") != "SignatureTable":
            yield from inside
            continue
        rows = [[cell.find("w:p", NS) for cell in row.iterfind("w:tc", NS)] for row in block.iterfind("w:tr", NS)]
        for party in zip(*rows, strict=True):
            # A party with fewer lines than the other one has empty cells below them.
            filled = [at for at, paragraph in enumerate(party) if word.text(paragraph) or not at]
            yield from party[: filled[-1] + 1]


def _is_shown(paragraph: Any) -> bool:
    """Whether a paragraph is one of the document's: no entry of the contents, no section's end, no picture."""
    if word.style(paragraph) == "SectionEnd":
        return False
    for above in paragraph.iterancestors(f"{W}tc", f"{W}sdt", f"{W}txbxContent"):
        if above.find("w:sdtPr/w:docPartObj", NS) is not None or above.tag == f"{W}txbxContent":
            return False
        merge = above.find("w:tcPr/w:vMerge", NS)
        if merge is not None and merge.get(f"{W}val", "continue") == "continue":
            return False
    picture = next(paragraph.iter(f"{WP}inline", f"{WP}anchor"), None)
    return picture is None or bool(word.text(paragraph))


class _Marks:
    """Reads paragraphs while it counts footnotes as Word does."""

    def __init__(self, left_out: str = r"\s*PAGEREF\b") -> None:
        self.left_out = re.compile(left_out)
        """Fields whose results are left out, by their instruction."""
        self.count = 0
        self.notes: dict[int, str] = {}
        """Ids of the notes by the number that their mark shows."""

    def text(self, paragraph: Any) -> str:
        """The text of a paragraph with marks of footnotes, without the fields left out."""
        parts: list[str] = []
        fields: list[str] = []
        tags = (f"{W}{name}" for name in ("t", "fldChar", "instrText", "footnoteReference"))
        for element in paragraph.iter(*tags):
            if element.tag == f"{W}fldChar":
                kind = element.get(f"{W}fldCharType")
                fields += [""] if kind == "begin" else []
                del fields[len(fields) - (kind == "end") :]
            elif element.tag == f"{W}instrText":
                fields[-1] += element.text or ""
            elif element.tag == f"{W}footnoteReference":
                own = element.get(f"{W}customMarkFollows") in {"1", "true"}
                self.count += not own
                number = int(element.getnext().text) if own else self.count
                assert number not in self.notes, f"two footnotes have the mark {number}"
                self.notes[number] = element.get(f"{W}id")
                parts.append(f"⟦{number}⟧")
            elif not any(self.left_out.match(field) for field in fields) and not _is_mark(element):
                parts.append(element.text or "")
        return "".join(parts)


def _is_mark(text: Any) -> bool:
    before = text.getprevious()
    return before is not None and before.tag == f"{W}footnoteReference"


def shown_texts(docx: bytes) -> list[str]:
    """The texts of a Word file, whoever wrote it, without empty paragraphs, page numbers, and what lists print."""
    package, _ = opened(docx)
    # The number of a paragraph that is referred to is the list's: 1.2 is 一.2 in LibreOffice, which knows no isLgl.
    marks = _Marks(r"\s*(PAGEREF\b|REF .*\\n)")
    texts = [
        marks.text(paragraph)
        for part in ("document", "footnotes", "comments")
        for paragraph in package.tree(f"word/{part}.xml").iter(f"{W}p")
        if _is_shown(paragraph)
    ]
    # A soft hyphen is an element of its own to LibreOffice.
    return [text.replace("\xad", "") for text in texts if text.strip()]


# --- HTML


def of_html(html: str) -> Written:
    """What a page says: a line for each element that holds one."""
    page = _Page(convert_charrefs=True)
    page.feed(html)
    page.close()
    return Written(["".join(line) for line in page.lines], ["".join(note) for note in page.notes])


_LINE = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "th", "td"}
_EMPTY = {"meta", "col", "img", "br", "link", "hr", "input"}


class _Page(HTMLParser):
    """Reads the lines of a page and its footnotes apart from them."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.lines: list[list[str]] = []
        self.notes: list[list[str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        kind = tag
        if tag == "span" and attributes.get("class") == "footnote":
            kind = "footnote"
            self._line().append(f"⟦{attributes['data-number']}⟧")
            self.notes.append([])
        if tag not in _EMPTY:
            self.open.append(kind)
        if tag in _LINE and "nav" not in self.open and "svg" not in self.open:
            self.lines.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            super().handle_startendtag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        kind = self.open.pop()
        assert tag == kind or (tag, kind) == ("span", "footnote"), f"</{tag}> closes <{kind}>"

    def handle_data(self, data: str) -> None:
        if not {"nav", "svg"} & {*self.open} and _LINE & {*self.open}:
            self._line().append(data)

    def _line(self) -> list[str]:
        return self.notes[-1] if "footnote" in self.open else self.lines[-1]


def differences(model: Written, found: Written) -> Iterator[str]:
    """What a format says otherwise than the model, in words that are short enough to read."""
    for what, ours, theirs in (("line", model.lines, found.lines), ("footnote", model.notes, found.notes)):
        for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
            if one != other:
                yield f"{what} {number} is {_short(other)}, not {_short(one)}"
                break
        else:
            if len(ours) != len(theirs):
                more = (ours if len(ours) > len(theirs) else theirs)[min(len(ours), len(theirs))]
                yield f"{len(theirs)} {what}s, not {len(ours)}: the first too many or missing is {_short(more)}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}…")

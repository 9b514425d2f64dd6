"""What a PDF says by its tags: the text of every element in reading order, as a screen reader or a machine takes it.

Headers, footers and watermarks are artifacts, which no tag holds; so nothing has to be guessed from places on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import Any

import pikepdf

from gen.model.blocks import Document
from tests.judges.text import Written, of_model

_LINE = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Caption", "/TH", "/TD"}
"""The roles of elements that hold a line each."""


@dataclass(slots=True)
class Element:
    """One element of the tree of tags."""

    role: str
    alt: str = ""
    text: str = ""
    """Its own text, without that of the elements in it."""
    children: list[Element] = field(default_factory=list)

    def all_text(self) -> str:
        """The text of the element, without page numbers: the text of a link that stands in a link, as its pages do."""
        inside = (child for child in self.children if not (self.role == child.role == "/Link"))
        return self.text + "".join(child.all_text() for child in inside)

    def every(self) -> Iterator[Element]:
        """The element and all in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.every()


def lost(pdf: bytes, document: Document) -> list[str]:
    """What a PDF says otherwise than the model: nothing, if it holds every line in its place and no more.

    White space is left out: where lines end, and how wide a blank is, is the layout's affair.
    """
    ours = of_model(document)
    theirs, continued = written(tags(pdf))
    lines = [_bare(re.sub(r"⟦(\d+)⟧", r"\1", line)) for line in ours.lines]
    # They stand page by page, as their marks do: beside each other in a row, or with the parties of a signature.
    notes = sorted(f"{number}{_bare(note)}" for number, note in enumerate(ours.notes, 1))
    found = list(_misplaced(lines, [_bare(line) for line in theirs.lines]))
    if found and continued and Counter("".join(lines)) == Counter(_bare("".join(theirs.lines))):
        found = []  # a row that went over two pages is read page by page
    if notes != (other := sorted(map(_bare, theirs.notes))) and "".join(notes) != "".join(other):
        one, two = next(pair for pair in zip_longest(notes, other, fillvalue="") if pair[0] != pair[1])
        found.append(f"there is the footnote {two[:60]!r}, not {one[:60]!r}")
    return found


def _misplaced(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """The first line that is not there, or too many; a paragraph that goes over two pages has a tag on each."""
    pieces = iter([piece for piece in theirs if piece])
    for line in filter(None, ours):
        rest = line
        while rest:
            piece = next(pieces, "")
            if not piece or not rest.startswith(piece):
                yield f"{piece[:60]!r} stands where {rest[:60]!r} should"
                return
            rest = rest[len(piece) :]
    if more := next(pieces, ""):
        yield f"{more[:60]!r} is too much"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


# --- the tree


def written(root: Element) -> tuple[Written, bool]:
    """The lines and footnotes of a tree, and whether any table goes over two pages; contents are left out."""
    found = Written([], [])
    last: Element | None = None
    head: list[str] = []
    continued = False
    for section in root.children:
        if section.role == "/NonStruct":
            # The contents are paragraphs in it, a footnote is none.
            if not any(element.role == "/P" for element in section.every()):
                found.notes.extend(note.all_text() for note in section.children)
            continue
        blocks = list(_blocks(section))
        for at, block in enumerate(blocks):
            if block.role != "/Table":
                found.lines.append(block.all_text())
            else:
                own = [line.all_text() for part in block.children if part.role == "/THead" for line in _lines(part)]
                again = at == 0 and last is not None and last.role == "/Table" and own == head
                continued |= again
                head = own
                parts = (part for part in block.children if not (again and part.role == "/THead"))
                found.lines.extend(line.all_text() for part in parts for line in _lines(part))
            last = block
    return found, continued


def _blocks(element: Element) -> Iterator[Element]:
    """The lines of an element and its tables, each as one."""
    if element.role in _LINE or element.role == "/Table":
        yield element
    elif element.role != "/Figure":
        for child in element.children:
            yield from _blocks(child)


def _lines(element: Element) -> Iterator[Element]:
    return (block for block in element.every() if block.role in _LINE)


def tags(pdf: bytes) -> Element:
    """The document element of the tree of tags, with the text of each element."""
    with pikepdf.open(BytesIO(pdf)) as file:
        texts = {page.obj.objgen: _marked_texts(page) for page in file.pages}
        root = _element(file.Root.StructTreeRoot, None, texts)
    (document,) = root.children
    return document


def _element(source: Any, page: Any, texts: dict[Any, dict[int, str]]) -> Element:
    page = source.get("/Pg", page)
    element = Element(str(source.get("/S", "")), str(source.get("/Alt", "")))
    children = source.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if not isinstance(child, pikepdf.Dictionary):
            element.text += texts[page.objgen].get(int(child), "")
        elif child.get("/Type") == "/MCR":
            element.text += texts[child.get("/Pg", page).objgen].get(int(child.MCID), "")
        elif child.get("/Type") != "/OBJR":
            element.children.append(_element(child, page, texts))
    return element


def _marked_texts(page: Any) -> dict[int, str]:
    """The text of each piece of marked content on a page, by its number; artifacts have none."""
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    open_: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                properties = operands[1]
                has = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                open_.append(int(properties.MCID) if has else None)
            case "BMC":
                open_.append(None)
            case "EMC":
                open_.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                pieces = operands[0] if str(operator) == "TJ" else operands
                shown = "".join(_decoded(bytes(piece), font) for piece in pieces if isinstance(piece, pikepdf.String))
                if open_ and open_[-1] is not None:
                    texts[open_[-1]] = texts.get(open_[-1], "") + shown
    return texts


def _decoded(codes: bytes, characters: dict[int, str]) -> str:
    return "".join(characters.get(int.from_bytes(codes[at : at + 2]), "\ufffd") for at in range(0, len(codes), 2))


def _characters(font: Any) -> dict[int, str]:
    """What each glyph of a font stands for."""
    table = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    pairs = re.findall(r"<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>", table)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}

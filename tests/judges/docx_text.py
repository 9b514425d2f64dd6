"""What stands in the stories of a Word file: paragraphs, fields, tables, sections, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from tests.judges.docx_names import value
from tests.judges.docx_package import NS, WP, Package, R, W, repeated

_HOLDERS = {f"{W}{name}" for name in ("body", "tc", "footnote", "endnote", "comment", "hdr", "ftr")}
"""What a field cannot reach out of."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


def text_faults(package: Package) -> Iterator[str]:
    """Texts that Word drops, changes or cannot hold where they stand."""
    for part, tree in package.stories():
        for element in tree.iter(f"{W}t", f"{W}delText", f"{W}instrText"):
            text = element.text or ""
            if text != text.strip(" \t\r\n") and element.get(_SPACE) != "preserve":
                yield f"{part}: the spaces around {text[:20]!r} would be lost"
            if _CONTROLS.search(text):
                yield f"{part}: a control character in {text[:20]!r}"
            if element.getparent().tag != f"{W}r":
                yield f"{part}: {text[:20]!r} stands in no run"
            deleted = next(element.iterancestors(f"{W}del"), None) is not None
            if deleted != (element.tag == f"{W}delText") and element.tag != f"{W}instrText":
                yield f"{part}: {text[:20]!r} is {'' if deleted else 'not '}deleted, but in <{_name(element)}>"
        for picture in tree.iter(f"{WP}inline", f"{WP}anchor"):
            shown = picture.find("wp:docPr", NS)
            if shown is None or not (shown.get("descr") or shown.get("name")):
                yield f"{part}: a picture without a name"
            extent = picture.find("wp:extent", NS)
            if extent is None or not all(re.fullmatch(r"[1-9]\d*", extent.get(side, "")) for side in ("cx", "cy")):
                yield f"{part}: a picture without a size"


def field_faults(package: Package) -> Iterator[str]:
    """Fields whose three marks are not all there, in order, in one cell and inside or outside one link."""
    for part, tree in package.stories():
        open_: list[tuple[Any, Any, list[str]]] = []
        for element in tree.iter(f"{W}fldChar"):
            kind = element.get(f"{W}fldCharType")
            holder = next((a for a in element.iterancestors() if a.tag in _HOLDERS), None)
            link = next(element.iterancestors(f"{W}hyperlink"), None)
            if element.get(f"{W}dirty") in {"1", "true"}:
                yield f"{part}: a field that asks to be updated"
            if kind == "begin":
                open_.append((holder, link, []))
            elif not open_:
                yield f"{part}: a field that ends before it begins"
            elif kind == "separate":
                open_[-1][2].append(kind)
                if len(open_[-1][2]) > 1:
                    yield f"{part}: a field with two results"
            else:
                begun_in, begun_link, results = open_.pop()
                if not results:
                    yield f"{part}: a field without a result"
                if begun_in is not holder or begun_link is not link:
                    yield f"{part}: a field that ends in another cell or link than it begins in"
        yield from (f"{part}: a field without an end" for _ in open_)


def table_faults(package: Package) -> Iterator[str]:
    """Tables whose cells do not fill their grid, whose merges do not meet, or that Word would take for broken."""
    for part, tree in package.stories():
        for table in tree.iter(f"{W}tbl"):
            yield from (f"{part}: {fault}" for fault in _one_table(table))
            following = table.getnext()
            if following is not None and following.tag == f"{W}tbl":
                yield f"{part}: two tables touch, Word would make one of them"
        for cell in tree.iter(f"{W}tc"):
            if not len(cell) or cell[-1].tag != f"{W}p":
                yield f"{part}: a cell does not end with a paragraph"


def _one_table(table: Any) -> Iterator[str]:
    grid = [_whole(column.get(f"{W}w")) for column in table.iterfind("w:tblGrid/w:gridCol", NS)]
    ends = list(accumulate(grid, initial=0))
    width = table.find("w:tblPr/w:tblW", NS)
    if width is not None and width.get(f"{W}type") == "dxa" and _whole(width.get(f"{W}w")) != ends[-1]:
        yield f"the columns of a table are {ends[-1]} wide, the table {width.get(f'{W}w')}"
    if 0 in grid:
        yield "a column of a table without a width"
    rows = table.findall("w:tr", NS)
    if not rows:
        yield "a table without rows"
    heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
    if heads != sorted(heads, reverse=True):
        yield "a row that is to repeat as a head stands below one that is not"
    above: dict[int, tuple[int, bool]] = {}
    for row in rows:
        at = int(value(row, "w:trPr/w:gridBefore") or 0)
        cells: dict[int, tuple[int, bool]] = {}
        for cell in row.iterfind("w:tc", NS):
            span = int(value(cell, "w:tcPr/w:gridSpan") or 1)
            merge = cell.find("w:tcPr/w:vMerge", NS)
            cells[at] = (span, merge is not None)
            if merge is not None and merge.get(f"{W}val", "continue") == "continue":
                if above.get(at) != (span, True):
                    yield "a cell goes on with a merge that does not begin above it"
                if "".join(t.text or "" for t in cell.iter(f"{W}t")):
                    yield "a text in a merged cell that is never shown"
            stated = cell.find("w:tcPr/w:tcW", NS)
            real = ends[min(at + span, len(grid))] - ends[min(at, len(grid))]
            if stated is not None and stated.get(f"{W}type") == "dxa" and _whole(stated.get(f"{W}w")) != real:
                yield f"a cell says that it is {stated.get(f'{W}w')} wide, its columns are {real}"
            at += span
        at += int(value(row, "w:trPr/w:gridAfter") or 0)
        if at != len(grid):
            yield f"a row of {at} columns in a table of {len(grid)}"
        above = cells


def section_faults(package: Package) -> Iterator[str]:
    """Sections whose header is never shown, whose sheet contradicts itself, or that stand where none can."""
    settings = package.tree("word/settings.xml")
    mirrored = settings.find("w:evenAndOddHeaders", NS) is not None
    relations = {relation.id: relation.kind for relation in package.relations.get("word/document.xml", ())}
    root = package.tree("word/document.xml")
    body = root.find("w:body", NS)
    if body is None or len(body) < 2 or body[-1].tag != f"{W}sectPr" or body[-2].tag == f"{W}tbl":
        yield "word/document.xml: the body does not end with a paragraph and its section"
    for section in root.iter(f"{W}sectPr"):
        if next(section.iterancestors(f"{W}tc"), None) is not None:
            yield "word/document.xml: a section ends inside a cell"
        references = [*section.iterfind("w:headerReference", NS), *section.iterfind("w:footerReference", NS)]
        for reference in references:
            tag, kind = _name(reference), reference.get(f"{W}type")
            if relations.get(reference.get(f"{R}id")) != tag.removeprefix("w:").removesuffix("Reference"):
                yield f"word/document.xml: <{tag}> does not lead to one"
            if kind == "even" and not mirrored:
                yield f"word/document.xml: <{tag}> for even pages is never shown"
            if kind == "first" and section.find("w:titlePg", NS) is None:
                yield f"word/document.xml: <{tag}> for the first page is never shown"
        both = repeated((_name(reference), reference.get(f"{W}type")) for reference in references)
        yield from (f"word/document.xml: two <{tag}> for {kind} pages in one section" for tag, kind in both)
        sheet = section.find("w:pgSz", NS)
        if sheet is None:
            yield "word/document.xml: a section without a size of paper"
        else:
            lying = _whole(sheet.get(f"{W}w")) > _whole(sheet.get(f"{W}h"))
            if lying != (sheet.get(f"{W}orient") == "landscape"):
                yield "word/document.xml: a sheet lies on its side and says it stands, or the other way round"
    if settings.find("w:updateFields", NS) is not None:
        yield "word/settings.xml: asks to update the fields when the file is opened"


_MEASURES = {
    "sz": ("val",), "szCs": ("val",), "kern": ("val",), "position": ("val",), "w": ("val",),
    "spacing": ("val", "before", "after", "line", "beforeLines", "afterLines"),
    "ind": ("left", "right", "start", "end", "hanging", "firstLine", "leftChars", "firstLineChars", "hangingChars"),
    "pgSz": ("w", "h"), "pgMar": ("top", "right", "bottom", "left", "header", "footer", "gutter"), "cols": ("space",),
    "docGrid": ("linePitch", "charSpace"), "tab": ("pos",), "gridCol": ("w",), "tblW": ("w",), "tcW": ("w",),
    "tblInd": ("w",), "trHeight": ("val",), "defaultTabStop": ("val",), "gridSpan": ("val",),
    **dict.fromkeys(("top", "left", "bottom", "right", "insideH", "insideV", "between"), ("sz", "space", "w")),
}  # fmt: skip
"""Attributes that are whole numbers of twips, half points or eighths of a point, by element."""


def measure_faults(package: Package) -> Iterator[str]:
    """Measures with a unit: the newer schema allows them, older Word and WPS take the file for broken."""
    for part, tree in package.trees.items():
        for element in tree.iter(*(f"{W}{name}" for name in _MEASURES)):
            for name in _MEASURES[_name(element).removeprefix("w:")]:
                written = element.get(f"{W}{name}")
                if written is not None and not re.fullmatch(r"-?\d+", written):
                    yield f'{part}: w:{name}="{written}" of <{_name(element)}> is no whole number'


def _whole(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d+", text) else 0


def _name(element: Any) -> str:
    return f"w:{element.tag.removeprefix(W)}"

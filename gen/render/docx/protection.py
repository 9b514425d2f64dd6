"""Copies that Word does not let everybody edit: the text locked and the blanks open, or every edit a revision.

None of it is security: whoever wants to takes it off with two clicks, and other programs may not even look. It keeps
people from changing by mistake what has been agreed, and shows what they change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from gen.model.edition import Editing
from gen.render.docx.anchors import BODY_END
from gen.render.docx.builtin import BLANK
from gen.render.docx.shell import Shell
from gen.render.docx.styles import field_style
from gen.render.docx.tablestyle import TABLE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = ("/word/document.xml", "/word/footnotes.xml")


def protect(shell: Shell, editing: Editing) -> None:
    """Protect a document that is written already."""
    if editing == "tracked":
        shell.configure("<w:trackRevisions/>")
        shell.configure('<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>')
    elif editing == "locked":
        shell.configure('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
        numbers = count(1)
        for name in _TEXTS:
            if name in shell:
                _open(shell.element(name), numbers)
        _keep_end(shell.element(_TEXTS[0]))


def _open(root: Any, numbers: Iterator[int]) -> None:
    """Let everybody write into blanks, and into the cells of tables that hold nothing."""
    for element in list(root.iter(f"{_W}r", f"{_W}tc")):
        if element.tag == f"{_W}r":
            style = element.find(f"{_W}rPr/{_W}rStyle")
            if style is not None and style.get(f"{_W}val") == BLANK and not _is_field(element.getparent()):
                start, end = _permission(element, next(numbers))
                element.addprevious(start)
                element.addnext(end)
        elif _is_field(paragraph := element.find(f"{_W}p")) or _is_to_fill(element):
            start, end = _permission(element, next(numbers))
            paragraph.insert(1, start)  # behind its properties
            paragraph.append(end)


def _keep_end(root: Any) -> None:
    """Let the bookmark at the end of the body hold the last run where that paragraph has blanks.

    LibreOffice loses an empty one behind a permission, and with it the number of pages in the footer.
    """
    (start,) = (mark for mark in root.iter(f"{_W}bookmarkStart") if mark.get(f"{_W}name") == BODY_END)
    paragraph = start.getparent()
    runs = paragraph.findall(f"{_W}r")
    if runs and paragraph.find(f"{_W}permStart") is not None:
        before = runs[-1].getprevious()
        (before if before.tag == f"{_W}permStart" else runs[-1]).addprevious(start)


def _is_field(paragraph: Any) -> bool:
    """Whether a paragraph is a field of a form: all of it is open, with the boxes and words that stand in it."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val") in {field_style("left"), field_style("center")}


def _is_to_fill(cell: Any) -> bool:
    """Whether a cell of a table is blank and its own, neither head nor taken in by the cell above it."""
    row, merge = cell.getparent(), cell.find(f"{_W}tcPr/{_W}vMerge")
    style = row.getparent().find(f"{_W}tblPr/{_W}tblStyle")
    return (
        style is not None
        and style.get(f"{_W}val") == TABLE
        and row.find(f"{_W}trPr/{_W}tblHeader") is None
        and (merge is None or merge.get(f"{_W}val") == "restart")
        and cell.find(f".//{_W}r") is None
    )


def _permission(place: Any, number: int) -> tuple[Any, Any]:
    """The ends of a permission for everybody; `number` is unique in the document."""
    start = place.makeelement(f"{_W}permStart", {f"{_W}id": str(number), f"{_W}edGrp": "everyone"})
    return start, place.makeelement(f"{_W}permEnd", {f"{_W}id": str(number)})

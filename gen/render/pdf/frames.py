"""The frame of a table that goes on overleaf, closed below cells that go over several rows."""

from __future__ import annotations

from typing import Any


def close_frames(laid_out: Any) -> None:
    """Draw the line at the foot of a page below every column of a table in a laid out document (weasyprint.Document).

    Between the rows that a merged cell goes over there is no line; where a page ends there, one column would be open.
    """
    from weasyprint.formatting_structure.boxes import ParentBox, TableBox

    for page in laid_out.pages:
        waiting = [page._page_box]
        while waiting:
            box = waiting.pop()
            if isinstance(box, TableBox):
                _close(box)
            waiting += [child for child in box.children if isinstance(child, ParentBox)]


def _close(table: Any) -> None:
    """Close one table, or the part of it that stands on a page; its parts share the lines of the whole."""
    if table.style["border_collapse"] != "collapse":
        return
    _, lines = table.collapsed_border_grid
    groups = [len(group.children) for group in table.children]
    head = groups[0] if groups and table.children[0].is_header else 0
    last = sum(groups) + (table.skipped_rows - head if table.skipped_rows else 0)
    if last >= len(lines) - 1:
        return
    drawn = max(lines[last], key=_thickness, default=None)
    lines[last] = [line if _thickness(line) else drawn for line in lines[last]]


def _thickness(line: Any) -> float:
    """How thick the line below a cell is."""
    _score, (_style, width, _colour) = line
    return float(width)

"""The table styles: the look of tables in a theme, and the invisible table of a signature block."""

from __future__ import annotations

from collections.abc import Mapping

from gen.model.theme import TableLook
from gen.render.docx.markup import escape

TABLE, PARTIES = "BidTable", "SignatureTable"
CELL_MARGIN = 40
"""Twips above and below the text of a table cell."""
BETWEEN = 120
"""Twips of white at the right of each of the parties of a signature block."""


def table_styles(look: TableLook) -> str:
    """Both styles."""
    outer, inner = look.frame or look.border, look.border
    borders = "".join(
        border(side, outer if side in {"top", "left", "bottom", "right"} else inner)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = _margins({"top": CELL_MARGIN, "left": look.padding, "bottom": CELL_MARGIN, "right": look.padding})
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="投标表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shading(look.head_fill)}</w:tcPr></w:tblStylePr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{PARTIES}"><w:name w:val="签署表格"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="90"/>'
        f"<w:tblPr>{_margins({'left': 0, 'right': BETWEEN})}</w:tblPr></w:style>"
    )


def border(side: str, twips: int, space: int = 0) -> str:
    """A line at a side of a table or a paragraph; Word has its thickness in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{max(2, round(twips * 8 / 20))}" w:space="{space}" w:color="auto"/>'


def shading(fill: str) -> str:
    """The colour behind a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{escape(fill)}"/>'


def _margins(widths: Mapping[str, int]) -> str:
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in widths.items())
    return f"<w:tblCellMar>{sides}</w:tblCellMar>"

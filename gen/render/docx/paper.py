"""The sheets that a document stands on, and the section that sets them in Word."""

from __future__ import annotations

from gen.model.blocks import Document, Sheet
from gen.model.paper import Paper, paper
from gen.model.theme import Page


def papers(document: Document, page: Page) -> list[Paper]:
    """The sheet that each block of a document stands on."""
    upright, turned = paper(page), paper(page, landscape=True)
    here, found = upright, []
    for block in document.blocks:
        if isinstance(block, Sheet):
            here = turned if block.landscape else upright
        found.append(here)
    return found


def section_xml(sheet: Paper, page: Page, running: str = "", numbers: str = "") -> str:
    """The properties of a section: `running` refers to its headers and footers, `numbers` says how its pages count."""
    margins = sheet.margins
    orientation = ' w:orient="landscape"' if sheet.landscape else ""
    # Lines stand on a grid where the theme has one; it shows in Word's page setup, the styles keep to its pitch.
    grid = f'<w:docGrid w:type="lines" w:linePitch="{page.grid}"/>' if page.grid else ""
    return (
        f'<w:sectPr>{running}<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{orientation}/>'
        f'<w:pgMar w:top="{margins.top}" w:right="{margins.right}" w:bottom="{margins.bottom}" '
        f'w:left="{margins.left}" w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'{numbers}<w:cols w:space="425"/>{grid}</w:sectPr>'
    )

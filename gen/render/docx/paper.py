"""The sheets of a document: upright, or on their side for a wide table, and the section that sets them in Word."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.blocks import Document, Sheet
from gen.model.theme import Margins, Page


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it lies before the reader."""

    width: int
    height: int
    margins: Margins
    landscape: bool

    @property
    def text_width(self) -> int:
        """Width of the text on it in twips."""
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> int:
        """Height of the text on it in twips."""
        return self.height - self.margins.top - self.margins.bottom


def paper(page: Page, *, landscape: bool = False) -> Paper:
    """A sheet of a theme.

    One that lies on its side is bound at its upper edge: whoever turns the book to the right has its head before him.
    So each margin goes with its edge.
    """
    upright = page.margins
    if not landscape:
        return Paper(page.width, page.height, upright, landscape=False)
    turned = Margins(top=upright.left, right=upright.top, bottom=upright.right, left=upright.bottom)
    return Paper(page.height, page.width, turned, landscape=True)


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

"""A theme: how documents look, as data that feeds both writers. Decoded from templates/themes/<name>/theme.yaml.

All lengths are whole twips (twentieths of a point), the unit of Word; the print style sheet prints the same
number as points, so both formats have one geometry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.model.record import Colour, Length, key
from gen.source import Span

Align = Literal["left", "center", "right", "justify"]

SONG, HEI, KAI, BIAOSONG = "Bidgen Song", "Bidgen Hei", "Bidgen Kai", "Bidgen Biaosong"
PDF_FAMILIES = (SONG, HEI, KAI, BIAOSONG)
"""The families that travel with bidgen; `gen.render.pdf.faces` has their files."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins."""

    top: Length = key("Distance from the top edge to the text")
    right: Length = key("Distance from the right edge to the text")
    bottom: Length = key("Distance from the bottom edge to the text")
    left: Length = key("Distance from the left (binding) edge to the text")


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet of paper."""

    width: Length = key("Width of the sheet")
    height: Length = key("Height of the sheet")
    margins: Margins = key("Margins around the text")
    header: Length = key("Distance from the top edge to the page header")
    footer: Length = key("Distance from the bottom edge to the page footer")
    grid: Length = key("Pitch of the line grid, where lines of text stand on one (GB/T 9704); 0 for none", default=0)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the head or the foot of each page.

    In its texts {page} is the number of the page, {total} the number of body pages, {header} the running header of the
    document kind and {chapter} the title of the chapter at hand.
    """

    left: str = key("At the left", default="")
    center: str = key("In the middle", default="")
    right: str = key("At the right", default="")
    rule: Length = key("Thickness of the line between it and the text; 0 for none", default=0)
    mirrored: bool = key("Whether left and right change places on pages with an even number", default=False)


@dataclass(frozen=True, slots=True)
class Font:
    """One type face: its names in Word and the family that travels with bidgen for PDF."""

    east_asia: str = key("Font for Chinese characters in Word, as Word names it (宋体)")
    latin: str = key("Font for Latin letters and digits in Word")
    pdf: str = key("Family used in PDF; one of those that travel with bidgen")
    substitutes: tuple[str, ...] = key(
        "Fonts that may stand in where a machine lacks the first, best first", default=()
    )


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style."""

    font: str = key("Name of one of the theme's fonts")
    size: Length = key("Type size: a Chinese size name (小四) or points (12pt)")
    line: Length = key("Exact distance from line to line")
    bold: bool = key("Whether set in bold", default=False)
    align: Align = key("How lines are set", default="left")
    indent: int = key("First-line indent in characters", default=0)
    before: Length = key("Space above", default=0)
    after: Length = key("Space below", default=0)
    spacing: Length = key("Added between characters; less than 0 draws them closer", default=0)


@dataclass(frozen=True, slots=True)
class TableLook:
    """How tables look."""

    border: Length = key("Thickness of the lines (0.5pt)")
    head_fill: Colour = key("Colour behind the head row, six hex digits")
    padding: Length = key("Space left and right inside a cell")
    frame: Length = key("Thickness of the outer lines, where they differ from those inside", default=0)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering scheme."""

    format: str = key("Text of the number: {1} is the first level's count, {2:chinese} the second's in Chinese")
    gap: Literal["space", "none"] = key("What stands between number and text", default="space")
    indent: int = key("Indent of numbered paragraphs at this level, in characters", default=0)
    style: str = key("Style of headings at this level, if not heading1, heading2 … by its number", default="")
    continues: bool = key("Whether it counts on when a level above begins anew: 第七条 after 第二章", default=False)


@dataclass(frozen=True, slots=True)
class NumberingScheme:
    """How headings, clauses, lists, tables and annexes of one document kind are numbered."""

    levels: tuple[Level, ...] = key("Headings and numbered paragraphs, outermost first")
    items: tuple[Level, ...] = key("Ordered lists, outer list first; {1} counts within the list at hand")
    annex: Level = key("Annexes")
    table: Level = key("Tables, counted through the document")
    figure: Level = key("Figures, counted through the document")
    annex_levels: tuple[Level, ...] = key(
        "Headings inside an annex, outermost first; {1} is the annex, {2} the first of them", default=()
    )
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class BlindRules:
    """A copy that nobody may recognize its author by (暗标)."""

    latin: bool = key("Whether Latin letters may stand in it")
    words: tuple[str, ...] = key("Latin words that may stand in it all the same, such as units", default=())


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a set of documents."""

    id: str = key("Name of the theme; the same as its folder")
    title: str = key("What people call it")
    page: Page = key("The sheet and its margins")
    fonts: Mapping[str, Font] = key("Type faces by the name that styles use")
    styles: Mapping[str, Style] = key("Paragraph styles by name")
    table: TableLook = key("How tables look")
    header: Running = key("At the head of body pages")
    footer: Running = key("At the foot of body pages")
    contents_footer: Running = key("At the foot of the contents, whose pages count in Roman numerals")
    accent: Colour = key("The one colour of drawn figures, six hex digits")
    numbering: Mapping[str, NumberingScheme] = key("Numbering schemes by name; a document kind chooses one")
    based_on: str = key("A theme that says all that this one does not say", default="")
    blind: BlindRules | None = key("What a blind copy must not show; none where names may be seen", default=None)
    span: Span | None = None


STYLES = (
    "body", "flush", "closing", "note", "drafting", "item", "numbered",
    "heading1", "heading2", "heading3", "heading4", "heading5", "heading6", "annex", "title",
    "cover_copy", "cover_overline", "cover_title", "cover_row", "cover_date",
    "contents_title", "contents1", "contents2", "contents3",
    "table_caption", "table_head", "table_cell", "table_total", "figure_caption", "footnote",
    "signature", "header", "footer",
)  # fmt: skip
"""The styles that every theme defines: each block kind has its own, so that no writer formats directly."""

"""The document part: every block in its place, in sections for cover, contents and body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from gen.model.blocks import (
    Block,
    BodyStart,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Item,
    Paragraph,
    Sheet,
    Signature,
    Table,
    Title,
    style_name,
)
from gen.model.paper import paper
from gen.render.docx.anchors import BODY_END, clause_bookmark
from gen.render.docx.captions import Captions
from gen.render.docx.contents import contents_xml, entries_of
from gen.render.docx.cover import cover_xml
from gen.render.docx.markup import (
    NAMESPACES,
    around_end,
    at_end,
    at_start,
    bookmark_end,
    bookmark_start,
    bookmarked,
    paragraph,
    run,
    with_section,
)
from gen.render.docx.numbering import Number
from gen.render.docx.pages import AFTER_TABLE, Layout, white_below
from gen.render.docx.paper import section_xml
from gen.render.docx.pen import Pen
from gen.render.docx.pictures import picture_xml
from gen.render.docx.running import References
from gen.render.docx.signature import signature_xml
from gen.render.docx.styles import BREAK, FIGURE_ABOVE, KEPT, heading_style, style_id, unlisted, unnumbered
from gen.render.docx.tables import table_xml


@dataclass(frozen=True, slots=True)
class Settled:
    """What is known of a document before its body is written."""

    layout: Layout
    numbers: Sequence[Number]
    running: References
    pictures: Mapping[int, str]
    """Relationship of the picture of each figure, by its place among the blocks."""


def document_xml(document: Document, settled: Settled, pen: Pen) -> str:
    """The document part as XML."""
    body = _Body(document, settled, pen)
    for at in range(len(document.blocks)):
        body.write(at)
    return f"<w:document {NAMESPACES}><w:body>{body.close()}</w:body></w:document>"


class _Body:
    """The body while it grows, block after block."""

    def __init__(self, document: Document, settled: Settled, pen: Pen) -> None:
        self.document = document
        self.layout = settled.layout
        self.numbers = settled.numbers
        self.running = settled.running
        self.pictures = settled.pictures
        self.pen = pen
        self.entries = entries_of(document, self.layout.pages)
        self.captions = Captions(document.scheme)
        self.xml: list[str] = []
        self.section_start = 0
        """How much stands before the section at hand."""
        self.section: Literal["cover", "contents", "body"] = "cover"
        self.sheet = paper(pen.theme.page)
        self.pages_begin = True
        """Whether the pages of the section at hand count from 1."""
        self.turned: Sheet | None = None
        """The sheet that the next block begins; nothing is left of one that no block stands on."""
        self.clause: str | None = None
        self.clause_bookmark = self.clause_places = 0
        self.drawings = 0
        self.below_table = False

    def write(self, at: int) -> None:
        """Write one block, inside the bookmark of its clause."""
        block = self.document.blocks[at]
        if isinstance(block, Sheet):
            self.turned = block
            return
        clause = None if isinstance(block, Cover | Contents | BodyStart) else block.mark.clause
        if clause != self.clause:
            self._end_clause()
        if self.turned and not isinstance(block, BodyStart):
            self._turn()
        first, below_table = len(self.xml), self.below_table
        self._write(at, block)
        if clause is not None and clause != self.clause:
            self._begin_clause(clause, first, below_table=below_table)

    def _write(self, at: int, block: Block) -> None:
        match block:
            case Cover():
                self.xml.append(cover_xml(block, self.pen))
            case Contents():
                self._begin("contents")
                self.xml.append(contents_xml(block, list(self.entries.values())))
            case BodyStart():
                self._begin("body")
            case Heading():
                self._heading(at, block)
            case Title() | Paragraph() | Item():
                name = style_name(self.document.scheme, block)
                content = run(self.numbers[at].text) + self.pen.runs(block.inlines, name)
                anchor = block.anchor if isinstance(block, Paragraph) else None
                self._paragraph(at, name, style_id(name), self.pen.anchored(anchor, content))
            case Table():
                self._table(at, block)
            case Figure():
                self._figure(at, block)
            case Signature():
                is_table = len(block.parties) > 1
                self._part_tables(is_table=is_table)
                self.xml.append(signature_xml(block, self.sheet.text_width, self.pen))
                self.below_table = is_table

    def close(self) -> str:
        """The whole body with the section it ends in."""
        # LibreOffice loses an empty bookmark where that of a clause ends, and the footer its number of pages.
        held = around_end(self.xml[-1], BODY_END, self.pen.number) if self.clause is not None else ""
        if held:
            self.xml[-1] = held
        self._end_clause()
        if len(self.xml) == self.section_start:
            self.xml.append(paragraph(BREAK, ""))
        if not held:
            self.xml[-1] = at_end(self.xml[-1], bookmarked(self.pen.number(), BODY_END, ""))
        if not self.xml[-1].endswith("</w:p>"):
            # Word wants a paragraph behind a table.
            self.xml.append(paragraph(BREAK, ""))
        return "".join((*self.xml, self._section_properties()))

    def _begin(self, section: Literal["contents", "body"]) -> None:
        """End the section at hand, if anything is in it, and begin another."""
        if self.xml:
            self.xml.append(paragraph(BREAK, "", self._section_properties()))
        self.section, self.section_start, self.pages_begin = section, len(self.xml), True

    def _turn(self) -> None:
        """Begin a section of the body with the sheet that was asked for; its pages count on."""
        if len(self.xml) > self.section_start:
            # Where the text ends in a paragraph the section ends in it: one more might not find room on the page.
            # Not if it has a bookmark: LibreOffice moves its end there, and references lose a character.
            if self.xml[-1].endswith("</w:p>") and "<w:bookmarkStart" not in self.xml[-1]:
                self.xml[-1] = with_section(self.xml[-1], self._section_properties())
            else:
                self.xml.append(paragraph(BREAK, "", self._section_properties()))
            self.section_start, self.pages_begin = len(self.xml), False
        self.sheet = paper(self.pen.theme.page, landscape=self.turned is not None and self.turned.landscape)
        self.turned, self.below_table = None, False

    def _section_properties(self) -> str:
        running, numbers = "", ""
        if self.section == "body":
            running = self.running.landscape if self.sheet.landscape else self.running.upright
            numbers = '<w:pgNumType w:start="1"/>' if self.pages_begin else ""
        elif self.section == "contents":
            running = self.running.contents
            numbers = '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'
        return section_xml(self.sheet, self.pen.theme.page, running, numbers)

    def _heading(self, at: int, heading: Heading) -> None:
        name = style_name(self.document.scheme, heading)
        style = heading_style(heading, self.document.scheme)
        # An annex begins a page: a table before it is not above it.
        self.below_table = self.below_table and not heading.annex
        if not heading.listed:
            style = unlisted(style)
        elif not self.numbers[at].by_style:
            style = unnumbered(style)
        content = run(self.numbers[at].text) + self.pen.runs(heading.inlines, name)
        content = self.pen.anchored(heading.anchor, content)
        if at in self.entries:
            content = self.pen.bookmark(self.entries[at].bookmark, content)
        self._paragraph(at, name, style, content)

    def _paragraph(self, at: int, name: str, style: str, content: str) -> None:
        number = self.numbers[at]
        keep = "<w:keepNext/>" if self.layout.kept[at] and name not in KEPT else ""
        white = self._white(name, white_below(self.document, at))
        properties = keep + number.membership + white + number.indent
        self.xml.append(paragraph(style, content, properties))

    def _table(self, at: int, table: Table) -> None:
        if table.caption:
            self.xml.append(self.captions.xml(table, self.pen, self._white("table_caption")))
        self._part_tables(is_table=True)
        self.xml.append(table_xml(table, self.sheet.text_width, self.layout.rows[at], self.pen))
        self.below_table = True

    def _figure(self, at: int, figure: Figure) -> None:
        self.drawings += 1
        white = f'<w:spacing w:before="{FIGURE_ABOVE + AFTER_TABLE}"/>' if self.below_table else ""
        self.below_table = False
        self.xml.append(picture_xml(figure, self.drawings, self.pictures[at], self.layout.pictures[at], white))
        keep = "<w:keepNext/>" if self.layout.kept[at] else ""
        white = self._white("figure_caption", white_below(self.document, at))
        self.xml.append(self.captions.xml(figure, self.pen, keep + white))

    def _white(self, name: str, below: int = 0) -> str:
        """White above and below tables, which Word can only give to the paragraphs beside them."""
        style = self.pen.theme.styles[name]
        above = f' w:before="{style.before + AFTER_TABLE}"' if self.below_table else ""
        beneath = f' w:after="{style.after + below}"' if below else ""
        self.below_table = False
        return f"<w:spacing{above}{beneath}/>" if above or beneath else ""

    def _part_tables(self, *, is_table: bool) -> None:
        """Put a paragraph between two tables, or Word would make one of them."""
        if is_table and self.below_table:
            self.xml.append(paragraph(BREAK, "", f'<w:spacing w:before="{AFTER_TABLE}"/>'))
        self.below_table = False

    def _begin_clause(self, clause: str, first: int, *, below_table: bool) -> None:
        """Let the bookmark of a clause begin in the first paragraph that was written for it."""
        self.clause, self.clause_bookmark = clause, self.pen.number()
        self.clause_places += 1
        start = bookmark_start(self.clause_bookmark, clause_bookmark(self.clause_places, clause))
        self.xml[first] = at_start(self.xml[first], start, below_table=below_table)

    def _end_clause(self) -> None:
        if self.clause is not None:
            self.xml[-1] = at_end(self.xml[-1], bookmark_end(self.clause_bookmark))
        self.clause = None

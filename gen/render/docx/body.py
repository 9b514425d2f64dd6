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
    Heading,
    Item,
    Paragraph,
    Signature,
    Table,
    Title,
    gap,
    style_name,
)
from gen.model.theme import Page
from gen.render.docx.anchors import BODY_END, clause_bookmark, contents_bookmark
from gen.render.docx.contents import Entry, contents_xml, is_listed
from gen.render.docx.cover import cover_xml
from gen.render.docx.markup import (
    NAMESPACES,
    at_end,
    at_start,
    bookmark_end,
    bookmark_start,
    bookmarked,
    paragraph,
    run,
)
from gen.render.docx.numbering import Number
from gen.render.docx.pages import AFTER_TABLE, Layout, white_below
from gen.render.docx.pen import Pen
from gen.render.docx.signature import signature_xml
from gen.render.docx.styles import BREAK, KEPT, heading_style, style_id, unlisted, unnumbered
from gen.render.docx.tables import caption_xml, counted, table_xml


@dataclass(frozen=True, slots=True)
class Running:
    """Relationship ids of the running header and the footers; an empty one leaves it out."""

    header: str
    footer: str
    contents_footer: str


def document_xml(document: Document, layout: Layout, numbers: Sequence[Number], running: Running, pen: Pen) -> str:
    """The document part as XML."""
    body = _Body(document, layout, numbers, running, pen)
    for at in range(len(document.blocks)):
        body.write(at)
    return f"<w:document {NAMESPACES}><w:body>{body.close()}</w:body></w:document>"


class _Body:
    """The body while it grows, block after block."""

    def __init__(
        self, document: Document, layout: Layout, numbers: Sequence[Number], running: Running, pen: Pen
    ) -> None:
        self.document = document
        self.layout = layout
        self.numbers = numbers
        self.running = running
        self.pen = pen
        self.entries = _entries(document, layout)
        self.xml: list[str] = []
        self.section_start = 0
        """How much stands before the section at hand."""
        self.section: Literal["cover", "contents", "body"] = "cover"
        self.clause: str | None = None
        self.clause_bookmark = self.clause_places = 0
        self.tables = 0
        """What Word's own count of tables has come to."""
        self.below_table = False

    def write(self, at: int) -> None:
        """Write one block, inside the bookmark of its clause."""
        block = self.document.blocks[at]
        clause = None if isinstance(block, Cover | Contents | BodyStart) else block.mark.clause
        first, below_table = len(self.xml), self.below_table
        if clause != self.clause:
            self._end_clause()
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
            case Signature():
                is_table = len(block.parties) > 1
                self._part_tables(is_table=is_table)
                self.xml.append(signature_xml(block, self.pen))
                self.below_table = is_table

    def close(self) -> str:
        """The whole body with the section it ends in."""
        self._end_clause()
        if len(self.xml) == self.section_start:
            self.xml.append(paragraph(BREAK, ""))
        self.xml[-1] = at_end(self.xml[-1], bookmarked(self.pen.number(), BODY_END, ""))
        if not self.xml[-1].endswith("</w:p>"):
            # Word wants a paragraph behind a table.
            self.xml.append(paragraph(BREAK, ""))
        return "".join((*self.xml, self._section_properties()))

    def _begin(self, section: Literal["contents", "body"]) -> None:
        """End the section at hand, if anything is in it, and begin another."""
        if self.xml:
            self.xml.append(paragraph(BREAK, "", self._section_properties()))
        self.section, self.section_start = section, len(self.xml)

    def _section_properties(self) -> str:
        refer = '<w:{}Reference w:type="default" r:id="{}"/>'
        parts, numbers = [], ""
        if self.section == "body":
            parts = [refer.format("header", self.running.header)] if self.running.header else []
            parts.append(refer.format("footer", self.running.footer))
            numbers = '<w:pgNumType w:start="1"/>'
        elif self.section == "contents":
            parts = [refer.format("footer", self.running.contents_footer)]
            numbers = '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'
        return f'<w:sectPr>{"".join(parts)}{_sheet(self.pen.theme.page)}{numbers}<w:cols w:space="425"/></w:sectPr>'

    def _heading(self, at: int, heading: Heading) -> None:
        name = style_name(self.document.scheme, heading)
        style = heading_style(heading)
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
            level = self.document.scheme.table
            white = self._white("table_caption")
            self.xml.append(caption_xml(table, self.tables + 1, level, self.pen, white))
            self.tables = counted(table, level) or self.tables
        self._part_tables(is_table=True)
        self.xml.append(table_xml(table, self.pen, keep=self.layout.kept[at]))
        self.below_table = True

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


def _entries(document: Document, layout: Layout) -> Mapping[int, Entry]:
    """The lines of the contents by the place of their heading among the blocks; none without contents."""
    contents = next((block for block in document.blocks if isinstance(block, Contents)), None)
    if contents is None:
        return {}
    headings = [
        (at, block)
        for at, block in enumerate(document.blocks)
        if isinstance(block, Heading) and is_listed(block, contents)
    ]
    return {
        at: Entry(
            heading,
            heading.number + gap(document.scheme, heading),
            contents_bookmark(number),
            layout.pages[at],
        )
        for number, (at, heading) in enumerate(headings, 1)
    }


def _sheet(page: Page) -> str:
    margins = page.margins
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/><w:pgMar w:top="{margins.top}" w:right="{margins.right}" '
        f'w:bottom="{margins.bottom}" w:left="{margins.left}" w:header="{page.header}" w:footer="{page.footer}" '
        'w:gutter="0"/>'
    )

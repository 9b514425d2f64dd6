"""The table of contents, filled in before Word has seen the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.model.blocks import Contents, Document, Heading, gap
from gen.model.text import plain
from gen.render.docx.anchors import contents_bookmark
from gen.render.docx.markup import FIELD_END, field, open_field, paragraph, run
from gen.render.docx.styles import BREAK, style_id


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    heading: Heading
    number: str
    """The heading's number with the gap behind it."""
    bookmark: str
    page: int


def _is_listed(heading: Heading, contents: Contents) -> bool:
    """Whether the contents list a heading."""
    return heading.listed and (heading.annex or heading.level <= contents.levels)


def entries_of(document: Document, pages: Sequence[int]) -> dict[int, Entry]:
    """The lines of the contents by the place of their heading among the blocks; none without contents."""
    contents = next((block for block in document.blocks if isinstance(block, Contents)), None)
    if contents is None:
        return {}
    headings = [
        (at, block)
        for at, block in enumerate(document.blocks)
        if isinstance(block, Heading) and _is_listed(block, contents)
    ]
    return {
        at: Entry(
            heading,
            heading.number + gap(document.scheme, heading),
            contents_bookmark(number),
            pages[at],
        )
        for number, (at, heading) in enumerate(headings, 1)
    }


def contents_xml(contents: Contents, entries: Sequence[Entry]) -> str:
    """The contents as a field with every entry written out, in the frame by which Word and WPS offer to update it."""
    instruction = open_field(rf'TOC \o "1-{contents.levels}" \h \z \u')
    lines = [paragraph(style_id("contents_title"), run(contents.title))]
    for entry in entries:
        name = f"contents{1 if entry.heading.annex else min(entry.heading.level, 3)}"
        page = field(rf"PAGEREF {entry.bookmark} \h", run(str(entry.page)))
        text = run(entry.number + plain(entry.heading.inlines))
        link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{text}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
        lines.append(paragraph(style_id(name), instruction + link))
        instruction = ""
    lines.append(paragraph(BREAK, instruction + FIELD_END))
    return (
        '<w:sdt><w:sdtPr><w:id w:val="1"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )

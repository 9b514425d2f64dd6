"""The pages before the body: cover and contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.model.blocks import Contents, Cover, Heading, Inlines, plain
from gen.model.theme import Theme
from gen.render.docx.markup import FIELD_END, field, open_field, paragraph, run
from gen.render.docx.measure import face, line_count, width
from gen.render.docx.pen import Pen
from gen.render.docx.styles import BREAK, style_id, text_width

WIDEST_SPREAD = 6
"""Labels of the cover up to so many characters are drawn out to the same width; a longer one stays as it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    heading: Heading
    number: str
    """The heading's number with the gap behind it."""
    bookmark: str
    page: int


def cover_xml(cover: Cover, pen: Pen) -> str:
    """The cover: project, title, rows of label and value with their colons below each other, date."""
    theme = pen.theme
    squeeze = _squeeze(cover, theme)

    def line(name: str, content: str) -> str:
        style = theme.styles[name]
        spacing = ""
        if squeeze < 1 and (style.before or style.after):
            before, after = int(style.before * squeeze), int(style.after * squeeze)
            spacing = f'<w:spacing w:before="{before}" w:after="{after}"/>'
        return paragraph(style_id(name), content, spacing)

    return "".join(
        (
            line("cover_overline", pen.runs(cover.overline, "cover_overline")),
            line("cover_title", run(cover.title)),
            *_rows(cover.rows, pen),
            line("cover_date", run(cover.date)),
        )
    )


def is_listed(heading: Heading, contents: Contents) -> bool:
    """Whether the contents list a heading."""
    return heading.listed and (heading.annex or heading.level <= contents.levels)


def contents_xml(contents: Contents, entries: Sequence[Entry]) -> str:
    """The contents as a field with every entry written out, in the frame by which Word and WPS offer to update it."""
    instruction = open_field(rf'TOC \o "1-{contents.levels}" \h \z \u')
    lines = [paragraph(style_id("contents_title"), run(contents.title))]
    for entry in entries:
        name = f"contents{1 if entry.heading.annex else entry.heading.level}"
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


def _rows(rows: Sequence[tuple[str, Inlines]], pen: Pen) -> list[str]:
    """Rows as a block in the middle of the page; a value's second line begins where its first one does."""
    type_ = face(pen.theme.styles["cover_row"], pen.theme)
    spread = max((len(label) for label, _ in rows if len(label) <= WIDEST_SPREAD), default=0)
    labels = [_drawn_out(label, spread, type_.size) for label, _ in rows]
    taken = [
        spread * type_.size if extra else width(label, type_) for (label, _), extra in zip(rows, labels, strict=True)
    ]
    column = max(taken, default=0)
    values = max((width(plain(value), type_) for _, value in rows), default=0)
    left = max(0, text_width(pen.theme) - column - type_.size - values) // 2
    lines = []
    for (label, value), extra, label_width in zip(rows, labels, taken, strict=True):
        start = left + column + type_.size
        hanging = label_width + type_.size
        indent = f'<w:ind w:leftChars="0" w:left="{start}" w:hangingChars="0" w:hanging="{hanging}"/>'
        drawn = (
            run(label[:-1], properties=f'<w:spacing w:val="{extra}"/>') + run(label[-1:] + "：")
            if extra
            else run(label + "：")
        )
        lines.append(paragraph(style_id("cover_row"), drawn + pen.runs(value, "cover_row"), indent))
    return lines


def _drawn_out(label: str, spread: int, size: int) -> int:
    """Twips to put behind each character but the last, so that the label is `spread` characters wide."""
    return (spread - len(label)) * size // (len(label) - 1) if 1 < len(label) < spread else 0


def _squeeze(cover: Cover, theme: Theme) -> float:
    """By how much white space must shrink for the cover to stay on one page: 1 if it need not."""
    measure = text_width(theme)
    fixed = sum(
        line_count(text, face(theme.styles[name], theme), measure) * theme.styles[name].line
        for name, text in (
            ("cover_overline", plain(cover.overline)),
            ("cover_title", cover.title),
            *(("cover_row", f"{label}：{plain(value)}") for label, value in cover.rows),
            ("cover_date", cover.date),
        )
    )
    names = ("cover_overline", "cover_title", "cover_date", *("cover_row" for _ in cover.rows))
    white = sum(theme.styles[name].before + theme.styles[name].after for name in names)
    page = theme.page
    # One line is held back for the section break and for a row that turns out longer than estimated.
    room = page.height - page.margins.top - page.margins.bottom - theme.styles["cover_row"].line - fixed
    return max(0.0, min(1.0, room / white)) if white else 1.0

"""The theme as Word styles: one paragraph style for each name of `STYLES`, so that no text is formatted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from gen.model.blocks import Heading
from gen.model.paper import paper
from gen.model.theme import NumberingScheme, Running, Style, Theme
from gen.render.docx.builtin import BUILT_IN, LATENT, defaults, face_xml, normal, spacing
from gen.render.docx.markup import NAMESPACES, indent
from gen.render.docx.numbering import ANNEX_STYLE, LEVELS, Place, heading_id, heading_places
from gen.render.docx.tablestyle import border, table_styles

NAMES = {
    "body": ("BodyText", "Body Text"),
    "flush": ("Flush", "顶格正文"),
    "closing": ("ClosingLine", "落款"),
    "note": ("Note", "说明"),
    "drafting": ("Drafting", "起草说明"),
    "item": ("ListItem", "列项"),
    "numbered": ("Numbered", "编号条款"),
    **{f"heading{level}": (heading_id(level), f"heading {level}") for level in range(1, LEVELS + 1)},
    "annex": (ANNEX_STYLE, "附件标题"),
    "title": ("Title", "Title"),
    "cover_copy": ("CoverCopy", "封面正副本"),
    "cover_overline": ("CoverOverline", "封面项目名称"),
    "cover_title": ("CoverTitle", "封面标题"),
    "cover_row": ("CoverRow", "封面栏目"),
    "cover_date": ("CoverDate", "封面日期"),
    "contents_title": ("TOCHeading", "TOC Heading"),
    "contents1": ("TOC1", "toc 1"),
    "contents2": ("TOC2", "toc 2"),
    "contents3": ("TOC3", "toc 3"),
    "table_caption": ("Caption", "caption"),
    "table_head": ("TableHead", "表头"),
    "table_cell": ("TableCell", "表格正文"),
    "table_total": ("TableTotal", "表格合计"),
    "figure_caption": ("FigureCaption", "图题"),
    "footnote": ("FootnoteText", "footnote text"),
    "signature": ("SignatureLine", "签署栏"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
}
"""Id and name in Word of every style of a theme; English names are Word's own, which it shows in its language."""

FIELD = "FormField"
"""Style of what is filled in on forms, in the middle of its cell with `Center` behind it."""
SIGNATURE_RIGHT = "SignatureLineRight"
"""Style of the lines of a single party, which stand in the right half of the page."""
BREAK = "SectionEnd"
"""Style of the paragraph that carries a section break or separates two tables: as good as no height."""
FIGURE, FIGURE_ABOVE = "Figure", 120
"""Style of the paragraph that holds a picture, and the white above it in twips."""
NOTE_RULE, NOTE_RULE_LINE = "FootnoteRule", 120
"""Style of the rule between text and footnotes, and its height in twips."""

_JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def style_id(name: str) -> str:
    """Word's id of a style of the theme."""
    return NAMES[name][0]


def heading_style(heading: Heading, scheme: NumberingScheme) -> str:
    """Id of the style of a heading: Word's own by its level, whatever look the scheme gives to that level."""
    level, inside = min(heading.level, LEVELS), heading.inside_annex and heading.level <= len(scheme.annex_levels) + 1
    return ANNEX_STYLE if heading.annex else heading_id(level, inside_annex=inside)


def cell_style(name: str, align: str) -> str:
    """Id of the style of a cell (`table_cell`, `table_total`) by the alignment of its column."""
    return style_id(name) + {"left": "", "center": "Center", "right": "Right"}[align]


def field_style(align: Literal["left", "center"]) -> str:
    """Id of the style of a cell of a form that is to be filled in; by it a locked copy knows what stays open."""
    return FIELD + {"left": "", "center": "Center"}[align]


def unlisted(style: str) -> str:
    """Id of the variant of a heading style that the contents do not list; it is in no list of numbers."""
    return style + "Unlisted"


def unnumbered(style: str) -> str:
    """Id of the variant of a heading style that is in no list of numbers."""
    return style + "Unnumbered"


def styles_xml(theme: Theme, scheme: NumberingScheme, more: str = "") -> str:
    """The styles part for a theme, with the headings of `scheme` linked to its lists, and more styles at its end."""
    return (
        f"<w:styles {NAMESPACES}>"
        f"{defaults(theme)}{LATENT}{normal(theme.styles['body'])}{BUILT_IN}"
        f"{''.join(_theme_styles(theme, scheme))}{''.join(_variants(theme, scheme))}{table_styles(theme.table)}{more}"
        "</w:styles>"
    )


def text_width(theme: Theme) -> int:
    """Width of the text on an upright page in twips."""
    return paper(theme.page).text_width


def running_position(running: Running, edge: str, width: int) -> tuple[str, str]:
    """How a line at the head or the foot of a page is set on sheets of that text width: its rule and tabs, its `w:jc`.

    What stands at the sides does so by tab stops; a line that stands in the middle alone is centred, so that it may
    also break.
    """
    rule = f"<w:pBdr>{border(edge, running.rule, 2)}</w:pBdr>" if running.rule else ""
    if not (running.left or running.right):
        return rule, "center"
    return (
        f'{rule}<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>',
        "left",
    )


def _theme_styles(theme: Theme, scheme: NumberingScheme) -> Iterator[str]:
    places = heading_places(scheme)
    for priority, (name, (identifier, word_name)) in enumerate(NAMES.items(), 1):
        style = theme.styles[_look(name, scheme)]
        custom = "" if word_name.isascii() else ' w:customStyle="1"'
        following = identifier if name in _REPEATING else "BodyText"
        yield (
            f'<w:style w:type="paragraph"{custom} w:styleId="{identifier}"><w:name w:val="{word_name}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:uiPriority w:val="{priority}"/><w:qFormat/>'
            f"<w:pPr>{_position(name, style, theme, places.get(identifier))}</w:pPr>"
            f"<w:rPr>{face_xml(style, theme)}</w:rPr></w:style>"
        )


def _look(name: str, scheme: NumberingScheme) -> str:
    """The style that a style looks like: the scheme can give the headings of a letter less weight."""
    level = int(name[-1]) if name.startswith("heading") else 0
    return (scheme.levels[level - 1].style if 0 < level <= len(scheme.levels) else "") or name


_REPEATING = {
    *("body", "flush", "closing", "note", "drafting", "item", "numbered", "cover_row"),
    *("contents1", "contents2", "contents3", "table_head", "table_cell", "table_total"),
    *("footnote", "signature", "header", "footer"),
}
"""Styles that the next paragraph keeps when Enter is pressed."""
KEPT = {*(f"heading{level}" for level in range(1, LEVELS + 1)), "annex", "title", "table_caption", "table_head"}
"""Styles that stay on the page of what follows them."""
BOX = 95
"""How far the frame round a drafting note is from its text, the line itself included, in twips."""
_BOXED = "".join(
    f'<w:{side} w:val="dashed" w:sz="6" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)


def _position(name: str, style: Style, theme: Theme, place: Place | None) -> str:
    """Paragraph properties in Word's order."""
    level = int(name[-1]) if name[-1].isdigit() else 0
    heading = name.startswith("heading")
    align = _JUSTIFY[style.align]
    parts = ["<w:keepNext/><w:keepLines/>"] if name in KEPT else []
    if name == "annex":
        parts.append("<w:pageBreakBefore/>")
    if place:
        parts.append(_linked(place))
    if name == "drafting":
        # Framed, so that nobody sends one out by mistake.
        parts.append(f"<w:pBdr>{_BOXED}</w:pBdr>")
    elif name in {"header", "footer"}:
        running, edge = (theme.header, "bottom") if name == "header" else (theme.footer, "top")
        line, align = running_position(running, edge, text_width(theme))
        parts.append(line)
    elif level and not heading:
        tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{text_width(theme)}"/>'
        parts.append(f"<w:tabs>{tab}</w:tabs>")
    parts.append(spacing(style, style.before, style.after))
    if level and not heading:
        # The indent of an entry of the contents holds for its second line too.
        parts.append(f'<w:ind w:leftChars="{style.indent * 100}" w:left="{style.indent * style.size}"/>')
    elif name == "drafting":
        # The frame stands outside the text, and yet not in the margin.
        first = f'w:firstLineChars="{style.indent * 100}" w:firstLine="{style.indent * style.size}"'
        parts.append(f'<w:ind w:leftChars="0" w:left="{BOX}" w:rightChars="0" w:right="{BOX}" {first}/>')
    elif style.indent or heading or name == "annex":
        # A heading says so even if it is 0, else the indent of its list would come through.
        parts.append(indent(style.indent, style.size))
    parts.append(f'<w:jc w:val="{align}"/>')
    if heading or name == "annex":
        parts.append(f'<w:outlineLvl w:val="{level - 1 if heading else 0}"/>')
    return "".join(parts)


def _linked(place: Place) -> str:
    level = f'<w:ilvl w:val="{place.level}"/>' if place.level else ""
    return f'<w:numPr>{level}<w:numId w:val="{place.instance}"/></w:numPr>'


def _variants(theme: Theme, scheme: NumberingScheme) -> Iterator[str]:
    for name in ("table_cell", "table_total"):
        for align, called in (("center", "居中"), ("right", "靠右")):
            base, word_name = NAMES[name]
            yield _variant(cell_style(name, align), word_name + called, base, f'<w:jc w:val="{align}"/>')
    yield _variant(field_style("left"), "表单填写", NAMES["table_cell"][0], "")
    yield _variant(field_style("center"), "表单填写居中", FIELD, '<w:jc w:val="center"/>')
    half = text_width(theme) // 2
    yield _variant(SIGNATURE_RIGHT, "签署栏（右）", style_id("signature"), f'<w:ind w:leftChars="0" w:left="{half}"/>')
    yield _variant(BREAK, "分节", "Normal", '<w:spacing w:line="20" w:lineRule="exact"/>', '<w:sz w:val="2"/>')
    # A line of exact height would cut a picture off.
    high = f'<w:spacing w:before="{FIGURE_ABOVE}" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>'
    yield _variant(FIGURE, "图", "Normal", "<w:keepNext/>" + high, '<w:sz w:val="2"/>')
    rule = f'<w:spacing w:line="{NOTE_RULE_LINE}" w:lineRule="exact"/>'
    yield _variant(NOTE_RULE, "脚注分隔线", "Normal", rule, '<w:sz w:val="12"/>')
    inside = [heading_id(level, inside_annex=True) for level in range(2, len(scheme.annex_levels) + 2)]
    yield from _annex_headings(theme, scheme)
    for style in (*(heading_id(level) for level in range(1, LEVELS + 1)), ANNEX_STYLE, *inside):
        outside = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        yield _variant(unnumbered(style), f"{style} 无编号", style, outside)
        yield _variant(unlisted(style), f"{style} 不入目录", style, outside + '<w:outlineLvl w:val="9"/>')


def _annex_headings(theme: Theme, scheme: NumberingScheme) -> Iterator[str]:
    """Headings inside an annex: those of the same level elsewhere, in the annexes' list."""
    places = heading_places(scheme)
    for level, inner in enumerate(scheme.annex_levels, 2):
        name, identifier = f"heading{min(level, LEVELS)}", heading_id(level, inside_annex=True)
        if identifier not in places:
            return
        style = theme.styles[inner.style or name]
        place = places[identifier]
        if style == theme.styles[_look(name, scheme)]:
            position, look = _linked(place) + indent(style.indent, style.size), ""
        else:
            position, look = _position(name, style, theme, place), face_xml(style, theme)
        yield _variant(identifier, f"附件标题 {level}", heading_id(level), position, look)


def _variant(identifier: str, name: str, base: str, position: str, look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:next w:val="BodyText"/><w:uiPriority w:val="90"/>'
        f"<w:pPr>{position}</w:pPr>{look}</w:style>"
    )

"""The theme as Word styles: one paragraph style for each name of `STYLES`, so that no text is formatted by hand."""

from __future__ import annotations

from collections.abc import Iterator

from gen.model.blocks import Heading
from gen.model.theme import NumberingScheme, Style, Theme
from gen.render.docx.markup import NAMESPACES, escape, indent
from gen.render.docx.numbering import ANNEX_STYLE, ANNEXES, HEADING_STYLES, HEADINGS

NAMES = {
    "body": ("BodyText", "Body Text"),
    "flush": ("Flush", "顶格正文"),
    "closing": ("ClosingLine", "落款"),
    "note": ("Note", "说明"),
    "item": ("ListItem", "列项"),
    "numbered": ("Numbered", "编号条款"),
    "heading1": ("Heading1", "heading 1"),
    "heading2": ("Heading2", "heading 2"),
    "heading3": ("Heading3", "heading 3"),
    "annex": ("Annex", "附件标题"),
    "title": ("Title", "Title"),
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
    "signature": ("SignatureLine", "签署栏"),
    "header": ("Header", "header"),
    "footer": ("Footer", "footer"),
}
"""Id and name in Word of every style of a theme; English names are Word's own, which it shows in its language."""

CELLS = {"left": "TableCell", "center": "TableCellCenter", "right": "TableCellRight"}
"""Style of a table cell by the alignment of its column."""
SIGNATURE_RIGHT = "SignatureLineRight"
"""Style of the lines of a single party, which stand in the right half of the page."""
BREAK = "SectionEnd"
"""Style of the paragraph that carries a section break or separates two tables: as good as no height."""
STRONG, BLANK, TABLE = "Strong", "Blank", "BidTable"

_JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def style_id(name: str) -> str:
    """Word's id of a style of the theme."""
    return NAMES[name][0]


def heading_style(heading: Heading) -> str:
    """Id of the style of a heading: Word's own by its level, whatever look the scheme gives to that level."""
    return ANNEX_STYLE if heading.annex else HEADING_STYLES[min(heading.level, len(HEADING_STYLES)) - 1]


def unlisted(style: str) -> str:
    """Id of the variant of a heading style that the contents do not list; it is in no list of numbers."""
    return style + "Unlisted"


def unnumbered(style: str) -> str:
    """Id of the variant of a heading style that is in no list of numbers."""
    return style + "Unnumbered"


def styles_xml(theme: Theme, scheme: NumberingScheme) -> str:
    """The styles part for a theme, with the headings of `scheme` linked to its lists."""
    return (
        f"<w:styles {NAMESPACES}>"
        f"{_defaults(theme)}{_LATENT}{_normal(theme.styles['body'])}{_BUILT_IN}"
        f"{''.join(_theme_styles(theme, scheme))}{''.join(_variants(theme))}{_table(theme)}"
        "</w:styles>"
    )


def text_width(theme: Theme) -> int:
    """Width of the text on the page in twips."""
    return theme.page.width - theme.page.margins.left - theme.page.margins.right


def border_eighths(twips: int) -> int:
    """The thickness of a line in eighths of a point, as Word has it."""
    return max(2, round(twips * 8 / 20))


def _defaults(theme: Theme) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_type(theme.styles['body'], theme)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal(body: Style) -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl/><w:snapToGrid w:val="0"/>'
        f"{_spacing(body, before=0, after=0)}</w:pPr></w:style>"
    )


def _theme_styles(theme: Theme, scheme: NumberingScheme) -> Iterator[str]:
    for priority, (name, (identifier, word_name)) in enumerate(NAMES.items(), 1):
        style = theme.styles[_look(name, scheme)]
        custom = "" if word_name.isascii() else ' w:customStyle="1"'
        following = identifier if name in _REPEATING else "BodyText"
        yield (
            f'<w:style w:type="paragraph"{custom} w:styleId="{identifier}"><w:name w:val="{word_name}"/>'
            f'<w:basedOn w:val="Normal"/><w:next w:val="{following}"/><w:uiPriority w:val="{priority}"/><w:qFormat/>'
            f"<w:pPr>{_position(name, style, theme, scheme)}</w:pPr><w:rPr>{_type(style, theme)}</w:rPr></w:style>"
        )


def _look(name: str, scheme: NumberingScheme) -> str:
    """The style that a style looks like: the scheme can give the headings of a letter less weight."""
    level = int(name[-1]) if name.startswith("heading") else 0
    return (scheme.levels[level - 1].style if 0 < level <= len(scheme.levels) else "") or name


_REPEATING = {
    *(
        "body",
        "flush",
        "closing",
        "note",
        "item",
        "numbered",
        "cover_row",
        "contents1",
        "contents2",
        "contents3",
    ),
    *("table_head", "table_cell", "signature", "header", "footer"),
}
"""Styles that the next paragraph keeps when Enter is pressed."""
KEPT = {"heading1", "heading2", "heading3", "annex", "title", "table_caption", "table_head"}
"""Styles that stay on the page of what follows them."""


def _position(name: str, style: Style, theme: Theme, scheme: NumberingScheme) -> str:
    """Paragraph properties in Word's order."""
    level = int(name[-1]) if name[-1].isdigit() else 0
    heading = name.startswith("heading")
    parts = ["<w:keepNext/><w:keepLines/>"] if name in KEPT else []
    if name == "annex":
        parts.append(f'<w:pageBreakBefore/><w:numPr><w:numId w:val="{ANNEXES}"/></w:numPr>')
    elif heading and level <= len(scheme.levels):
        parts.append(f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADINGS}"/></w:numPr>')
    elif name == "header":
        parts.append('<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="auto"/></w:pBdr>')
    elif level:
        tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{text_width(theme)}"/>'
        parts.append(f"<w:tabs>{tab}</w:tabs>")
    parts.append(_spacing(style, style.before, style.after))
    if level and not heading:
        # The indent of an entry of the contents holds for its second line too.
        parts.append(f'<w:ind w:leftChars="{style.indent * 100}" w:left="{style.indent * style.size}"/>')
    elif style.indent or heading or name == "annex":
        # A heading says so even if it is 0, else the indent of its list would come through.
        parts.append(indent(style.indent, style.size))
    parts.append(f'<w:jc w:val="{_JUSTIFY[style.align]}"/>')
    if heading or name == "annex":
        parts.append(f'<w:outlineLvl w:val="{level - 1 if heading else 0}"/>')
    return "".join(parts)


def _spacing(style: Style, before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{style.line}" w:lineRule="exact"/>'


def _type(style: Style, theme: Theme) -> str:
    font = theme.fonts[style.font]
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    size = style.size // 10  # Word counts in half points
    chinese, latin = escape(font.east_asia), escape(font.latin)
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'
        f'{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _variants(theme: Theme) -> Iterator[str]:
    for align, identifier in CELLS.items():
        if align != "left":
            name = {"center": "表格正文居中", "right": "表格正文靠右"}[align]
            yield _variant(identifier, name, CELLS["left"], f'<w:jc w:val="{align}"/>')
    half = text_width(theme) // 2
    yield _variant(SIGNATURE_RIGHT, "签署栏（右）", style_id("signature"), f'<w:ind w:leftChars="0" w:left="{half}"/>')
    yield _variant(BREAK, "分节", "Normal", '<w:spacing w:line="20" w:lineRule="exact"/>', '<w:sz w:val="2"/>')
    for style in (*HEADING_STYLES, ANNEX_STYLE):
        outside = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        yield _variant(unnumbered(style), f"{style} 无编号", style, outside)
        yield _variant(unlisted(style), f"{style} 不入目录", style, outside + '<w:outlineLvl w:val="9"/>')


def _variant(identifier: str, name: str, base: str, position: str, look: str = "") -> str:
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:next w:val="BodyText"/><w:uiPriority w:val="90"/>'
        f"<w:pPr>{position}</w:pPr>{look}</w:style>"
    )


def _table(theme: Theme) -> str:
    look = theme.table
    thickness = border_eighths(look.border)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{thickness}" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (
            ("top", CELL_MARGIN),
            ("left", look.padding),
            ("bottom", CELL_MARGIN),
            ("right", look.padding),
        )
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="投标表格"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{escape(look.head_fill)}"/></w:tcPr></w:tblStylePr></w:style>'
    )


CELL_MARGIN = 40
"""Twips above and below the text of a table cell."""

_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)

_BUILT_IN = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    f'<w:style w:type="character" w:styleId="{STRONG}"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{BLANK}"><w:name w:val="填写处"/><w:qFormat/>'
    '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
)

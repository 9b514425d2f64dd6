"""What is below the styles of a theme: Word's own defaults, the character styles, the type that styles are set in."""

from __future__ import annotations

from gen.model.theme import Style, Theme
from gen.render.docx.markup import escape

STRONG, BLANK = "Strong", "Blank"
FOOTNOTE_MARK = "FootnoteReference"
"""Style of the mark of a footnote, in the text and before the note."""

LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)

BUILT_IN = (
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
    f'<w:style w:type="character" w:styleId="{FOOTNOTE_MARK}"><w:name w:val="footnote reference"/>'
    '<w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def defaults(theme: Theme) -> str:
    """What holds where no style says otherwise."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{face_xml(theme.styles['body'], theme, spaced=False)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def normal(body: Style) -> str:
    """The style that all others are based on."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl/><w:snapToGrid w:val="0"/>'
        f"{spacing(body, before=0, after=0)}</w:pPr></w:style>"
    )


def spacing(style: Style, before: int, after: int) -> str:
    """The pitch of the lines of a style, and the white around its paragraphs."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{style.line}" w:lineRule="exact"/>'


def face_xml(style: Style, theme: Theme, *, spaced: bool = True) -> str:
    """The type of a style as run properties: all four slots of fonts, weight, space between characters, size."""
    font = theme.fonts[style.font]
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    between = f'<w:spacing w:val="{style.spacing}"/>' if spaced and style.spacing else ""
    size = style.size // 10  # Word counts in half points
    chinese, latin = escape(font.east_asia), escape(font.latin)
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'
        f'{bold}{between}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )

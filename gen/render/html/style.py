"""The style sheet of a document, made from its theme: every length is the theme's twips, printed as points."""

from __future__ import annotations

from collections.abc import Iterator
from string import hexdigits

from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.model.paper import paper
from gen.model.theme import HEI, SONG, STYLES, Font, NumberingScheme, Style, Theme
from gen.render.form_looks import label_fill
from gen.render.html.css import css_string, points
from gen.render.html.pages import BODY_PAGES, CONTENTS, COVER, OPENING, body_pages
from gen.render.html.running import Edge, running


def style_sheet(theme: Theme, document: Document, edition: Edition) -> str:
    """The CSS of one document.

    Its numbering scheme says how far numbered paragraphs and list items stand in, its header what the pages show.
    """
    return "\n".join(
        (
            *_sheets(theme),
            *_running(theme, document.header),
            _FLOW,
            *(_paragraph_style(name, theme.styles[name], theme) for name in STYLES),
            *_indents(document.scheme, theme),
            *_contents(theme),
            *_table(theme),
            _DRAFTING,
            _bullet(theme),
            _KEEP_TOGETHER,
            _SCREEN.replace("WIDTH", points(theme.page.width)).replace("MARGIN", points(theme.page.margins.left)),
            *_watermark(edition),
        )
    )


def _faces(font: Font) -> str:
    # Bidgen Song has the most characters, so every other face falls back to it for the rare ones of names.
    names = dict.fromkeys((font.pdf, SONG, font.east_asia, *font.substitutes))
    return ", ".join((*map(css_string, names), "sans-serif" if font.pdf == HEI else "serif"))


def _type(style: Style, theme: Theme) -> str:
    """What the type of a style looks like, without its place on the page."""
    spacing = f"; letter-spacing: {points(style.spacing)}" if style.spacing else ""
    return (
        f"font: {'bold' if style.bold else 'normal'} {points(style.size)}/{points(style.line)} "
        f"{_faces(theme.fonts[style.font])}{spacing}"
    )


def _paragraph_style(name: str, style: Style, theme: Theme) -> str:
    # Word adds the space after one paragraph to the space before the next, and CSS takes the larger of two margins;
    # a padding is never merged, so space after is one.
    indent = _characters(style.indent, style)
    return (
        f".{name} {{ {_type(style, theme)}; text-align: {style.align}; text-indent: {indent}; "
        f"margin: {points(style.before)} 0 0; padding: 0 0 {points(style.after)} }}"
    )


def _characters(count: int, style: Style) -> str:
    """So many characters of a style, as a length."""
    return points(count * (style.size + style.spacing)) if count and style.spacing else f"{count}em"


def _sheets(theme: Theme) -> Iterator[str]:
    """The sheets of paper, upright and on their side, which pages are which, and where footnotes stand on them."""
    for names, sheet in (
        ("", paper(theme.page)),
        (", ".join(body_pages(across=True)), paper(theme.page, landscape=True)),
    ):
        yield (
            f"@page {names} {{ size: {points(sheet.width)} {points(sheet.height)}; margin: {points(sheet.margins.top)} "
            f"{points(sheet.margins.right)} {points(sheet.margins.bottom)} {points(sheet.margins.left)} }}"
        )
    yield from (f"section.{name} {{ page: {name} }}" for name in BODY_PAGES)
    # Counted anew by the first page of each kind: a counter-reset on an element of the flow would come too late.
    yield from (f"@page :nth(1 of {name}) {{ counter-reset: page 1 }}" for name in (CONTENTS, *OPENING))
    note = theme.styles["footnote"]
    yield (
        f"@page {{ @footnote {{ border-top: 0.5pt solid #000; margin-top: {points(note.line // 2)}; "
        f"padding-top: {points(NOTE_GAP)} }} }}"
    )


def _running(theme: Theme, header: str) -> Iterator[str]:
    """Header and footer: none on the cover, Roman numbers at the foot of the contents, both on pages of the body."""
    styles = theme.styles["header"], theme.styles["footer"]
    head, foot = ((style, _type(style, theme)) for style in styles)
    for across in (False, True):
        sheet, names = paper(theme.page, landscape=across), body_pages(across=across)
        top = Edge("top", head[1], head[0], sheet.margins.top - theme.page.header)
        bottom = Edge("bottom", foot[1], foot[0], sheet.margins.bottom - theme.page.footer)
        yield from running(names, top, theme.header, header)
        yield from running(names, bottom, theme.footer, header)
        if not across:
            yield from running((CONTENTS,), bottom, theme.contents_footer, header)


def _indents(scheme: NumberingScheme, theme: Theme) -> Iterator[str]:
    """How far numbered paragraphs and list items stand in, level by level."""
    rows = (
        ("numbered", "level", scheme.levels),
        ("numbered", "inside", (scheme.annex, *scheme.annex_levels)),
        ("item", "depth", scheme.items),
    )
    for style, name, levels in rows:
        for number, level in enumerate(levels, 1):
            yield f".{style}.{name}{number} {{ text-indent: {_characters(level.indent, theme.styles[style])} }}"


def _bullet(theme: Theme) -> str:
    # As large as those of the Latin font, in which Word sets them; in a blind copy all is of one size.
    return "" if theme.blind else ".bullet { font-size: 60%; line-height: 0; vertical-align: 0.25em }"


def _contents(theme: Theme) -> Iterator[str]:
    # Indented as a whole: with an indented first line WeasyPrint sets the page number outside the margin.
    for level in (1, 2, 3):
        yield f".contents{level} {{ text-indent: 0; padding-left: {theme.styles[f'contents{level}'].indent}em }}"


def _table(theme: Theme) -> Iterator[str]:
    look = theme.table
    line = f"{points(look.border)} solid #000"
    yield f".table th, .table td {{ border: {line}; padding: 2pt {points(look.padding)} }}"
    if look.frame:
        yield f".table {{ border: {points(look.frame)} solid #000 }}"
    # A theme comes from a file that anybody may have written, and this is its one free text.
    fill = "".join(character for character in look.head_fill if character in hexdigits)
    yield f".table th {{ background: #{fill} }}"
    yield f".table .label {{ background: #{label_fill(look) if len(fill) == 6 else fill} }}"
    # The class of a column is stronger than the alignment of the style.
    yield from (f".table .{align} {{ text-align: {align} }}" for align in ("left", "center", "right"))


def _watermark(edition: Edition) -> Iterator[str]:
    # For screens only: on paper a text would be part of the page's text, so the PDF writer draws it.
    if edition.watermark:
        yield (
            f"@media screen {{ body::before {{ content: {css_string(edition.watermark)}; position: fixed; top: 40vh; "
            "left: 0; right: 0; text-align: center; font-size: 120pt; line-height: 1; color: #e4e4e4; "
            "transform: rotate(-35deg); z-index: -1 } body { background: none } }"
        )


NOTE_GAP = 80
"""Twips from the line over the footnotes to the first of them."""

_FLOW = (
    f"""\
html, body, p, h1, h2, h3, h4, h5, h6, div, section, nav, main, figure {{ margin: 0; padding: 0 }}
a {{ color: inherit; text-decoration: none }}
strong {{ font-weight: bold }}
.cover {{ page: {COVER} }}
.contents {{ page: {CONTENTS} }}
body {{ overflow-wrap: anywhere; font-feature-settings: "chws" }}
main {{ orphans: 2; widows: 2 }}
"""
    + """\
section + section { break-before: page }
.cover_rows { display: table; margin: 0 auto }
.cover_rows.wide { table-layout: fixed; width: 100% }
.cover_rows > p { display: table-row }
.cover_rows > p > span { display: table-cell }
.cover_rows .label { white-space: nowrap; text-align: right }
.blank { display: inline-block; max-width: 100%; line-height: 1.2; border-bottom: 0.5pt solid #000;
  text-decoration: none; text-indent: 0; vertical-align: baseline; white-space: nowrap }
.parties { display: grid; grid-template-columns: 1fr 1fr; margin-top: 28pt }
.parties.alone { display: table; min-width: 50%; margin-left: auto }
.parties.long { display: block }
.table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 2pt 0 10pt }
.table th, .table td { vertical-align: middle }
.figure { margin: 6pt 0; text-align: center; text-indent: 0 }"""
)

_DRAFTING = """\
.drafting { border: 0.5pt dashed #7f7f7f; background: #f5f5f5; padding: 3pt 6pt; margin: 4pt 0 }"""

_KEEP_TOGETHER = """\
h1, h2, h3, h4, h5, h6, caption, .title, .kept { break-after: avoid }
h1, h2, h3, h4, h5, h6, tr, .parties, .title, .figure, .whole { break-inside: avoid }
.figure > svg, .figure > img { break-after: avoid }
tr.long, .parties.long { break-inside: auto }
.parties, .table + .note, tr.joined { break-before: avoid }
.annex { break-before: page }
h1 { string-set: chapter content(text) }
h1[data-label] { string-set: chapter attr(data-label) }
[data-label] { bookmark-label: attr(data-label) }
@media print {
  .contents a::after { content: leader("..") target-counter(attr(href), page) }
  .page::after { content: target-counter(attr(href), page) }
  .footnote { float: footnote; text-indent: 0 }
  .footnote::footnote-call, .footnote::footnote-marker { vertical-align: super; font-size: smaller; line-height: 0 }
  .footnote::footnote-call { content: attr(data-number) }
  .footnote::footnote-marker { content: attr(data-number) " " }
}"""

# On a screen there are no sheets: one column as wide as the paper, with its margins.
_SCREEN = """\
@media screen {
  body { width: WIDTH; max-width: 100%; box-sizing: border-box; margin: 2em auto; padding: 0 MARGIN; background: #fff }
  html { background: #eee }
  .cover, .contents, .annex { padding-top: 3em }
  .footnote { color: #555 }
  .footnote::before { content: "〔" attr(data-number) " " }
  .footnote::after { content: "〕" }
  .figure svg, .figure img { max-width: 100%; height: auto }
  [data-setting]:hover { background: #fff3b0 }
}"""

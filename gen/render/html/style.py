"""The style sheet of a document, made from its theme: every length is the theme's twips, printed as points."""

from __future__ import annotations

from collections.abc import Iterator
from string import hexdigits

from gen.model.theme import STYLES, Font, NumberingScheme, Page, Style, Theme

SPARE_FACES = {
    "宋体": ("SimSun", "Songti SC", "Noto Serif CJK SC", "serif"),
    "仿宋": ("FangSong", "STFangsong", "serif"),
    "黑体": ("SimHei", "Heiti SC", "Noto Sans CJK SC", "sans-serif"),
    "楷体": ("KaiTi", "Kaiti SC", "serif"),
}
"""What a browser shows instead where the bundled fonts are not installed, by the name Word knows the face under."""


def style_sheet(theme: Theme, scheme: NumberingScheme, header: str) -> str:
    """The CSS of one document.

    `scheme` says how far numbered paragraphs and list items stand in, `header` is the running header of the body
    pages (none if empty).
    """
    return "\n".join(
        (
            *_sheets(theme, header),
            _FLOW,
            *(_paragraph_style(name, theme.styles[name], theme) for name in STYLES),
            *_indents(scheme),
            *_contents(theme),
            *_table(theme),
            _KEEP_TOGETHER,
            _SCREEN.replace("WIDTH", points(theme.page.width)).replace("MARGIN", points(theme.page.margins.left)),
        )
    )


def points(twips: int) -> str:
    """A length as CSS writes it: 460 twips are `23pt`."""
    return f"{twips / 20:g}pt"


def css_string(text: str) -> str:
    """A text as a CSS string literal that can stand in a `style` element of HTML."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def characters_a_line(theme: Theme) -> int:
    """How many full-width characters a line of body text has."""
    page = theme.page
    return (page.width - page.margins.left - page.margins.right) // theme.styles["body"].size


def side_margins(page: Page, size: int) -> tuple[int, int]:
    """The left and right margin that leave room for a whole number of characters of `size`.

    A line of Chinese then ends flush without any stretching, as in a printed book. Word has the same number of
    characters a line, since it too cannot begin another one.
    """
    room = page.width - page.margins.left - page.margins.right
    spare = room % size
    return page.margins.left + spare // 2, page.margins.right + spare - spare // 2


def _escaped(character: str) -> str:
    # "<" too, or a header could close the style element that it stands in.
    return f"\\{ord(character):x} " if character in '"\\<>&\n\r\f' else character


def _faces(font: Font) -> str:
    # Bidgen Song has the most characters, so every other face falls back to it for the rare ones of names.
    names = dict.fromkeys((font.pdf, "Bidgen Song", font.east_asia, *SPARE_FACES.get(font.east_asia, ())))
    return ", ".join(name if name in {"serif", "sans-serif"} else css_string(name) for name in names)


def _type(style: Style, theme: Theme) -> str:
    """What the type of a style looks like, without its place on the page."""
    return (
        f"font: {'bold' if style.bold else 'normal'} {points(style.size)}/{points(style.line)} "
        f"{_faces(theme.fonts[style.font])}"
    )


def _paragraph_style(name: str, style: Style, theme: Theme) -> str:
    # Word adds the space after one paragraph to the space before the next, and CSS takes the larger of two margins;
    # a padding is never merged, so space after is one.
    return (
        f".{name} {{ {_type(style, theme)}; text-align: {style.align}; text-indent: {style.indent}em; "
        f"margin: {points(style.before)} 0 0; padding: 0 0 {points(style.after)} }}"
    )


def _sheets(theme: Theme, header: str) -> Iterator[str]:
    """The pages: a cover without anything, contents with Roman numbers, the body with header and page X of Y."""
    page, margins = theme.page, theme.page.margins
    left, right = side_margins(page, theme.styles["body"].size)
    yield (
        f"@page {{ size: {points(page.width)} {points(page.height)}; "
        f"margin: {points(margins.top)} {points(right)} {points(margins.bottom)} {points(left)} }}"
    )
    footer = f"vertical-align: bottom; margin-bottom: {points(page.footer)}; {_type(theme.styles['footer'], theme)}"
    # Counted anew by the first page of each kind: a counter-reset on an element of the flow would come too late.
    yield "@page :nth(1 of contents) { counter-reset: page 1 }"
    yield "@page :nth(1 of main) { counter-reset: page 1 }"
    yield f"@page contents {{ @bottom-center {{ content: counter(page, upper-roman); {footer} }} }}"
    total = f'target-counter("#{END}", page)'
    yield f'@page main {{ @bottom-center {{ content: "第 " counter(page) " 页 共 " {total} " 页"; {footer} }} }}'
    if header:
        running = theme.styles["header"]
        # Set from its lower edge, so that a header of two lines grows upwards and keeps off the text.
        below = margins.top - page.header - running.line - HEADER_RULE
        yield (
            f"@page main {{ @top-center {{ content: {css_string(header)}; {_type(running, theme)}; "
            f"text-align: {running.align}; vertical-align: bottom; width: 100%; border-bottom: 0.5pt solid #000; "
            f"margin-bottom: {points(below)}; padding-bottom: {points(HEADER_RULE - 10)} }} }}"
        )


def _indents(scheme: NumberingScheme) -> Iterator[str]:
    for number, level in enumerate(scheme.levels, 1):
        yield f".numbered.level{number} {{ text-indent: {level.indent}em }}"
    for depth, level in enumerate(scheme.items, 1):
        yield f".item.depth{depth} {{ text-indent: {level.indent}em }}"


def _contents(theme: Theme) -> Iterator[str]:
    # Indented as a whole: with an indented first line WeasyPrint sets the page number outside the margin.
    for level in (1, 2, 3):
        yield f".contents{level} {{ text-indent: 0; padding-left: {theme.styles[f'contents{level}'].indent}em }}"


def _table(theme: Theme) -> Iterator[str]:
    look = theme.table
    line = f"{points(look.border)} solid #000"
    yield f".table th, .table td {{ border: {line}; padding: 2pt {points(look.padding)} }}"
    # A theme comes from a file that anybody may have written, and this is its one free text.
    fill = "".join(character for character in look.head_fill if character in hexdigits)
    yield f".table th {{ background: #{fill} }}"
    # The class of a column is stronger than the alignment of the style.
    yield from (f".table .{align} {{ text-align: {align} }}" for align in ("left", "center", "right"))


END = "bidgen-end"
"""Anchor behind the last block; the page it stands on is the number of body pages."""
HEADER_RULE = 50
"""Twips from the running header's line to the lower edge of the rule below it."""

_FLOW = """\
html, body, p, h1, h2, h3, div, section, nav, main { margin: 0; padding: 0 }
a { color: inherit; text-decoration: none }
strong { font-weight: bold }
.cover { page: cover }
.contents { page: contents }
body { overflow-wrap: anywhere; font-feature-settings: "chws" }
main { page: main; orphans: 2; widows: 2 }
.cover_rows { display: table; margin: 0 auto }
.cover_rows > p { display: table-row }
.cover_rows > p > span { display: table-cell }
.cover_rows .label { white-space: nowrap; text-align: right }
.blank { display: inline-block; max-width: 100%; line-height: 1.2; border-bottom: 0.5pt solid #000;
  text-decoration: none; text-indent: 0; vertical-align: baseline }
.parties { display: table; table-layout: fixed; width: 100%; margin-top: 28pt }
.party { display: table-cell; padding-right: 12pt }
.party:last-child { padding-right: 0 }
.parties.alone { table-layout: auto; width: auto; min-width: 50%; margin-left: auto }
.table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 2pt 0 10pt }
.table th, .table td { vertical-align: middle }"""

_KEEP_TOGETHER = """\
h1, h2, h3, caption, .title, .kept { break-after: avoid }
h1, h2, h3, tr, .parties, .title { break-inside: avoid }
tr.long { break-inside: auto }
.parties, .table + .note { break-before: avoid }
.annex { break-before: page }
@media print {
  .contents a::after { content: leader("..") target-counter(attr(href), page) }
}"""

# On a screen there are no sheets: one column as wide as the paper, with its margins.
_SCREEN = """\
@media screen {
  body { width: WIDTH; max-width: 100%; box-sizing: border-box; margin: 2em auto; padding: 0 MARGIN; background: #fff }
  html { background: #eee }
  .cover, .contents, .annex { padding-top: 3em }
  [data-setting]:hover { background: #fff3b0 }
}"""

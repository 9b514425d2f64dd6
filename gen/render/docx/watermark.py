"""The watermark of a draft: a word slanting and grey behind the text of every page, as Word itself makes one.

It is a drawn shape in the page headers, so it is no part of the text, and people take it off in one place.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.model.theme import Theme
from gen.render.docx.markup import NAMESPACES, escape, paragraph
from gen.render.docx.sequence import insert
from gen.render.docx.shell import Shell
from gen.render.docx.styles import BREAK, text_width
from gen.source import width

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def put_watermark(shell: Shell, text: str, theme: Theme) -> None:
    """Put a watermark into all page headers of a document that is written already.

    Pages without a header get one that holds nothing else: a section takes over the headers of the one before, so it
    is enough that the first section has them all.
    """
    from docx.oxml.parser import parse_xml

    first = next(shell.element("/word/document.xml").iter(f"{_W}sectPr"))
    has = {reference.get(f"{_W}type") for reference in first.iterchildren(f"{_W}headerReference")}
    if lacking := [pages for pages in _pages(shell) if pages not in has]:
        relation = shell.add("header", "/word/watermark.xml", f"<w:hdr {NAMESPACES}>{paragraph(BREAK, '')}</w:hdr>")
        for pages in lacking:
            insert(first, first.makeelement(f"{_W}headerReference", {f"{_W}type": pages, f"{_R}id": relation}))
    for number, name in enumerate(shell.names("header"), 1):
        line = next(shell.element(name).iter(f"{_W}p"))
        properties = line.find(f"{_W}pPr")
        line.insert(0 if properties is None else 1, parse_xml(_shape(text, text_width(theme), number)))


def _pages(shell: Shell) -> Iterator[str]:
    """The kinds of pages that a document tells apart."""
    yield "default"
    if shell.element("/word/settings.xml").find(f"{_W}evenAndOddHeaders") is not None:
        yield "even"
    if next(shell.element("/word/document.xml").iter(f"{_W}titlePg"), None) is not None:
        yield "first"


def _shape(text: str, measure: int, number: int) -> str:
    """The word as a shape, sized as in PDF so that its corners stay inside the text area at 45 degrees."""
    # Two half-width characters are as wide as one Chinese character; one of those alone would be a square.
    halves = max(width(text), 2)
    high = measure * 6 // 5 * 2 // (halves + 2) // 20
    wide = high * halves // 2
    return (
        f"<w:r {NAMESPACES} {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        f'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{_FORMULAS}</v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
        'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
        '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" '
        f'alt="{escape(text)}" style="position:absolute;margin-left:0;margin-top:0;width:{wide}pt;height:{high}pt;'
        "rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="silver" '
        f'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;{_FACE}&quot;;font-size:1pt" '
        f'string="{escape(text)}"/></v:shape></w:pict></w:r>'
    )


_FACE = "黑体"
_FORMULAS = "".join(
    f'<v:f eqn="{formula}"/>'
    for formula in (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0"),
        *("if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7"),
        "sum @6 0 @5",
    )
)
"""What Word computes the outline of its straight word art from."""

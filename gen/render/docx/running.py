"""Page headers and footers."""

from __future__ import annotations

from gen.render.docx.anchors import BODY_END
from gen.render.docx.markup import NAMESPACES, field, paragraph, run
from gen.render.docx.styles import style_id


def header_xml(text: str) -> str:
    """The running header of the body; the rule below it belongs to its style."""
    return f"<w:hdr {NAMESPACES}>{paragraph(style_id('header'), run(text))}</w:hdr>"


def body_footer_xml(pages: int) -> str:
    """第 1 页 共 N 页: the total counts the pages of the body alone, so it asks for the page of the body's end."""
    number = field("PAGE", run("1"))
    total = field(f"PAGEREF {BODY_END}", run(str(pages)))
    content = run("第 ") + number + run(" 页 共 ") + total + run(" 页")
    return f"<w:ftr {NAMESPACES}>{paragraph(style_id('footer'), content)}</w:ftr>"


def contents_footer_xml() -> str:
    """The page number of the contents, in Roman numerals as their section counts."""
    return f"<w:ftr {NAMESPACES}>{paragraph(style_id('footer'), field('PAGE', run('I')))}</w:ftr>"

"""A skin to begin with: every style that documents need, each shown by its own name, for people to restyle in Word."""

from __future__ import annotations

from dataclasses import replace

from gen.model.blocks import Document
from gen.model.paper import paper
from gen.model.theme import NumberingScheme, Theme
from gen.render.docx.builtin import BLANK, STRONG
from gen.render.docx.fonts import font_table_xml
from gen.render.docx.markup import NAMESPACES, paragraph, run
from gen.render.docx.numbering import number_blocks
from gen.render.docx.paper import section_xml
from gen.render.docx.shell import Shell, own_base
from gen.render.docx.styles import NAMES, style_id, styles_xml
from gen.render.docx.tablestyle import TABLE


def skin_template(theme: Theme, scheme: NumberingScheme) -> bytes:
    """A `base.docx` with the looks of a theme, which `read_skin` accepts; headings are numbered by `scheme`.

    It has no page headers or footers: documents keep those of the theme until somebody puts others in.
    """
    # A skin serves documents of every scheme: each heading shows its own look, not the lighter one of a letter.
    scheme = replace(
        scheme,
        levels=tuple(replace(level, style="") for level in scheme.levels),
        annex_levels=tuple(replace(level, style="") for level in scheme.annex_levels),
    )
    nothing = Document(
        kind="skin", title="", blocks=(), scheme=scheme, header="", author="", subject="", date="", source_hash=""
    )
    shell = Shell(own_base())
    shell.replace("/word/styles.xml", styles_xml(theme, scheme))
    shell.replace("/word/fontTable.xml", font_table_xml(theme))
    shell.add("numbering", "/word/numbering.xml", number_blocks(nothing, theme).xml)
    shown = "".join(
        paragraph(identifier, run(word_name))
        for name, (identifier, word_name) in NAMES.items()
        # An annex begins a page: it comes last.
        if name not in {"table_head", "table_cell", "table_total", "annex"}
    )
    words = paragraph(style_id("body"), run("Strong", STRONG) + run("　") + run("填写处　　　　", BLANK))
    body = shown + words + _table(theme) + paragraph(style_id("annex"), run(NAMES["annex"][1]))
    section = section_xml(paper(theme.page), theme.page)
    shell.replace("/word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>")
    return shell.save()


def _table(theme: Theme) -> str:
    """The table style with the three styles of its cells."""
    width = paper(theme.page).text_width
    rows = "".join(
        f'<w:tr>{head}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style_id(name), run(NAMES[name][1]))}</w:tc></w:tr>"
        for name, head in (("table_head", "<w:trPr><w:tblHeader/></w:trPr>"), ("table_cell", ""), ("table_total", ""))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
        f"{rows}</w:tbl>"
    )

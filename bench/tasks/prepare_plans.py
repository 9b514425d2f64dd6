"""Make what the writers and their peers are given: `prepare_plans FOLDER`.

The writers get the blocks and the theme, pickled: plans of several lengths, and the one of 120 pages once more
without contents. For that one the Word peers get the same text as plain lists, and what each would have at hand
before it begins: a template with one loop, a shell whose body is to be filled. The PDF peer gets the page that the
HTML writer made.
"""

import json
import pickle
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bench.plan import CHAPTERS, plan
from gen.model.blocks import Contents, Document, Heading, Inlines, Item, Table
from gen.model.text import lines, plain
from gen.render.html import write_html
from tests.render.documents import theme

COLUMNS = 6
"""Of every table in the plan."""


def main(folder: Path) -> None:
    for pages, chapters in CHAPTERS.items():
        _pickle(plan(chapters), folder / f"{pages}.pickle")
    document = plan(CHAPTERS[120])
    without = tuple(block for block in document.blocks if not isinstance(block, Contents))
    _pickle(replace(document, blocks=without), folder / "without-contents.pickle")
    (folder / "plan.html").write_text(write_html(document, theme()), "utf-8")
    (folder / "plan.json").write_text(json.dumps(list(_plain_blocks(document)), ensure_ascii=False), "utf-8")
    _empty().save(str(folder / "shell.docx"))
    _looped().save(str(folder / "template.docx"))


def _pickle(document: Document, file: Path) -> None:
    file.write_bytes(pickle.dumps((document, theme())))


def _plain_blocks(document: Document) -> Iterator[dict[str, Any]]:
    """The text of each block, with the numbers that it prints, and what it must look like."""
    for block in document.blocks:
        text = list(lines(replace(document, blocks=(block,))))
        kind = "p"
        match block:
            case Table():
                text = text[:1] if block.caption else []
            case Heading():
                kind = f"h{min(block.level, 3)}"
            case Item():
                kind = "item"
        for line in text:
            yield {"kind": kind, "text": line}
            # The lines behind the first are those of a cover or a signature, or footnotes.
            kind = "p"
        if isinstance(block, Table):
            yield {"kind": "table", "rows": [[plain(cell) for cell in row] for row in _rows(block)]}


def _rows(table: Table) -> Iterator[tuple[Inlines, ...]]:
    if table.groups:
        yield tuple(cell for group in table.groups for cell in (group.head, *[()] * (group.columns - 1)))
    yield tuple(column.head for column in table.columns)
    yield from table.rows


def _empty() -> Any:
    """python-docx's own document with Chinese fonts, sizes and margins."""
    made = docx.Document()
    for name, font, size in (("Normal", "宋体", 12), ("Heading 1", "黑体", 16), ("Heading 2", "黑体", 14),
                             ("Heading 3", "黑体", 12)):  # fmt: skip
        style = made.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    return made


def _looped() -> Any:
    """The template for docxtpl: one loop over all blocks."""
    made = _empty()
    made.add_paragraph("{%p for b in blocks %}")
    branch = "if"
    for kind in ("h1", "h2", "h3", "item", "p"):
        made.add_paragraph(f'{{%p {branch} b.kind == "{kind}" %}}')
        if kind.startswith("h"):
            made.add_heading("{{ b.text }}", int(kind[1]))
        elif kind == "p":
            made.add_paragraph("{{ b.text }}").paragraph_format.first_line_indent = Pt(24)
        else:
            made.add_paragraph("{{ b.text }}").paragraph_format.left_indent = Pt(24)
        branch = "elif"
    made.add_paragraph("{%p else %}")
    table = made.add_table(3, COLUMNS, style="Table Grid")
    table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for r in b.rows %}", "{%tr endfor %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ r[{column}] }}}}"
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Make what the writers and their peers are given: `prepare_plan CHAPTERS FOLDER`.

The writers get the blocks and the theme, pickled. The Word peers get the same text as plain lists, and what each
would have at hand before it begins: a template with one loop, a shell whose body is to be filled. The PDF peer gets
the page that the HTML writer made.
"""

import json
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from gen.model.blocks import Document, Heading, Item, Paragraph, Table, lines, plain
from gen.render.html import write_html
from tests.render.documents import long_document, theme

COLUMNS = 6
"""Of every table in the plan."""


def main(chapters: int, folder: Path) -> None:
    document = long_document(chapters)
    (folder / "document.pickle").write_bytes(pickle.dumps((document, theme())))
    (folder / "plan.html").write_text(write_html(document, theme()), "utf-8")
    (folder / "plan.json").write_text(json.dumps(list(_plain_blocks(document)), ensure_ascii=False), "utf-8")
    _empty().save(str(folder / "shell.docx"))
    _looped().save(str(folder / "template.docx"))


def _plain_blocks(document: Document) -> Iterator[dict[str, Any]]:
    """The text of each block, with the numbers that it prints, and what it must look like."""
    for block in document.blocks:
        text = list(lines(Document(**{**_fields(document), "blocks": (block,)})))
        match block:
            case Heading():
                yield {"kind": f"h{block.level}", "text": text[0]}
            case Paragraph():
                yield {"kind": "p", "text": text[0]}
            case Item():
                yield {"kind": "item", "text": text[0]}
            case Table():
                yield from ({"kind": "p", "text": text[0]},) if block.caption else ()
                rows = [[plain(column.head) for column in block.columns]]
                yield {"kind": "table", "rows": rows + [[plain(cell) for cell in row] for row in block.rows]}
            case _:
                yield from ({"kind": "p", "text": line} for line in text)


def _fields(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in Document.__dataclass_fields__}


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
    main(int(sys.argv[1]), Path(sys.argv[2]))

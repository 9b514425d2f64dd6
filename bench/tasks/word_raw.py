"""The floor: write the prepared plan as strings into a zip file, no library in between: `word_raw FOLDER`."""

import json
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from bench.tasks.stages import stage, tell

TABLE = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'


def _write(shell: Path, blocks: list[dict[str, Any]]) -> bytes:
    target = BytesIO()
    with ZipFile(shell) as source, ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as result:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                before, section, after = content.decode().partition("<w:sectPr")
                content = "".join((before, *map(_block, blocks), section, after)).encode()
            result.writestr(name, content)
    return target.getvalue()


def _block(block: dict[str, Any]) -> str:
    match block["kind"]:
        case "table":
            grid = '<w:gridCol w:w="1500"/>' * len(block["rows"][0])
            return f"<w:tbl>{TABLE}<w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, block['rows']))}</w:tbl>"
        case "h1" | "h2" | "h3" as kind:
            return _paragraph(block["text"], f'<w:pStyle w:val="Heading{kind[1]}"/>')
        case "item":
            return _paragraph(block["text"], '<w:ind w:left="480"/>')
        case _:
            return _paragraph(block["text"], '<w:ind w:firstLine="480"/>')


def _row(cells: list[str]) -> str:
    return f"<w:tr>{''.join(map(_cell, cells))}</w:tr>"


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>{_paragraph(text)}</w:tc>'


def _paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with stage("import"):
        from xml.sax.saxutils import escape
        from zipfile import ZIP_DEFLATED, ZipFile
    with stage("input"):
        plan = json.loads((folder / "plan.json").read_text("utf-8"))
    with stage("call"):
        docx = _write(folder / "shell.docx", plan)
    (folder / "raw.docx").write_bytes(docx)
    tell()

"""Print the page on which LibreOffice sets each heading of a Word file: the judge of our own page estimate.

    python tools/word_pages.py FILE.docx

Needs LibreOffice (`soffice`) and Chinese fonts under the names that the file asks for. Pages are counted from the first
heading's, as tests/render/test_docx_pages.py records them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pypdf import PdfReader


def heading_pages(docx: Path) -> list[int]:
    """The page of every heading, in order, the first one's being 1."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, str(docx)]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
        reader = PdfReader(Path(folder) / f"{docx.stem}.pdf")
        pages = _outline(reader, reader.outline)
    return [page - pages[0] + 1 for page in pages]


def _outline(reader: PdfReader, entries: list[Any]) -> list[int]:
    found: list[int] = []
    for entry in entries:
        found += (
            _outline(reader, entry) if isinstance(entry, list) else [reader.get_destination_page_number(entry) or 0]
        )
    return found


if __name__ == "__main__":
    print(*heading_pages(Path(sys.argv[1])), sep=", ")

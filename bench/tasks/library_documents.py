"""Lay every document of every bid of a workspace out in Word and PDF; print as JSON what each took.

Milliseconds; composing is that of the whole bid, shared evenly among its documents. `prints` says whether a document
prints the clause that the benchmark edits.
"""

import io
import json
import sys
from pathlib import Path
from time import perf_counter

import pypdf

from bench.tasks.stages import import_whole
from gen.editions import FINAL, edition
from gen.examine import examine
from gen.library import load
from gen.manifest import clauses_of
from gen.workspace import Workspace

CLAUSE = "spares.delivery"

if __name__ == "__main__":
    for package in ("gen.render.docx", "gen.render.pdf", "gen.figure", "weasyprint"):
        import_whole(package)
    from gen.render.docx import write_docx
    from gen.render.html import write_html
    from gen.render.pdf import write_pdf

    library, _ = load(Workspace(Path(sys.argv[1])))
    rows = []
    for bid in library.bids.values():
        begun = perf_counter()
        examined = examine(library, bid)
        composed = (perf_counter() - begun) / max(len(examined.documents), 1)
        for document in examined.documents:
            theme = library.themes[bid.theme_of(document.kind)]
            copy = edition(document, examined, FINAL)
            begun = perf_counter()
            write_docx(document, theme, copy)
            word = perf_counter()
            pdf = write_pdf(write_html(document, theme, copy), document, copy)
            done = perf_counter()
            rows.append(
                {
                    "bid": str(bid.id),
                    "kind": document.kind,
                    "pages": len(pypdf.PdfReader(io.BytesIO(pdf)).pages),
                    "compose": 1000 * composed,
                    "docx": 1000 * (word - begun),
                    "pdf": 1000 * (done - word),
                    "prints": CLAUSE in clauses_of(document),
                }
            )
    print(json.dumps(rows, ensure_ascii=False))

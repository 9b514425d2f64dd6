"""Write a prepared plan with both writers, each for the first time in this process: `both_bidgen FOLDER PLAN`."""

import pickle
import sys
from pathlib import Path

from bench.tasks.stages import import_whole, stage, tell

if __name__ == "__main__":
    folder, plan = Path(sys.argv[1]), sys.argv[2]
    import_whole("gen.render.docx")
    import_whole("gen.figure")
    import_whole("gen.render.pdf")
    import docx  # noqa: F401 - the writers import it and WeasyPrint when they are first called
    import weasyprint  # noqa: F401

    from gen.render.docx import write_docx
    from gen.render.html import write_html
    from gen.render.pdf import write_pdf

    document, theme = pickle.loads((folder / f"{plan}.pickle").read_bytes())
    with stage("docx"):
        word = write_docx(document, theme)
    with stage("pdf"):
        pdf = write_pdf(write_html(document, theme), document)
    (folder / f"{plan}.docx").write_bytes(word)
    (folder / f"{plan}.pdf").write_bytes(pdf)
    tell()

"""Print the prepared plan with the PDF writer: `pdf_bidgen FOLDER`."""

import pickle
import sys
from pathlib import Path

from bench.tasks.stages import import_whole, stage, tell

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with stage("import"):
        import_whole("gen.render.pdf")
        import_whole("gen.figure")
        import weasyprint  # noqa: F401 - the writer imports it when it is first called

        from gen.render.pdf import write_pdf
    with stage("input"):
        document, _ = pickle.loads((folder / "120.pickle").read_bytes())
        html = (folder / "plan.html").read_text("utf-8")
    with stage("call"):
        content = write_pdf(html, document)
    (folder / "bidgen.pdf").write_bytes(content)
    tell()

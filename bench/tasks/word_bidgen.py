"""Write a prepared plan with the Word writer: `word_bidgen FOLDER PLAN`."""

import pickle
import sys
from pathlib import Path

from bench.tasks.stages import import_whole, stage, tell

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with stage("import"):
        import_whole("gen.render.docx")
        import_whole("gen.figure")
        # The writer imports these when it is first called.
        import importlib.resources.readers  # noqa: F401

        import docx  # noqa: F401

        from gen.render.docx import write_docx
    with stage("input"):
        document, theme = pickle.loads((folder / f"{sys.argv[2]}.pickle").read_bytes())
    with stage("call"):
        content = write_docx(document, theme)
    (folder / "bidgen.docx").write_bytes(content)
    tell()

"""Write the prepared plan with docxtpl: `word_docxtpl FOLDER`."""

import json
import sys
from io import BytesIO
from pathlib import Path

from bench.tasks.stages import stage, tell

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with stage("import"):
        import docxtpl
    with stage("input"):
        blocks = json.loads((folder / "plan.json").read_text("utf-8"))
    with stage("call"):
        template = docxtpl.DocxTemplate(folder / "template.docx")
        template.render({"blocks": blocks}, autoescape=True)
        target = BytesIO()
        template.save(target)
    (folder / "docxtpl.docx").write_bytes(target.getvalue())
    tell()

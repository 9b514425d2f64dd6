"""Print the same page with WeasyPrint as its manual shows, with the same font files: `pdf_weasyprint FOLDER`."""

import sys
from pathlib import Path

from bench.tasks.stages import stage, tell

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with stage("import"):
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        from gen.render.pdf.faces import font_faces
    with stage("input"):
        html = (folder / "plan.html").read_text("utf-8")
    with stage("call"):
        fonts = FontConfiguration()
        faces = weasyprint.CSS(string=font_faces(), font_config=fonts)
        content = weasyprint.HTML(string=html).write_pdf(stylesheets=[faces], font_config=fonts)
    (folder / "weasyprint.pdf").write_bytes(content)
    tell()

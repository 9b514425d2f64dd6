"""Run the bidgen command given as arguments; print as JSON which of the heavy modules it imported."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress

from gen.cli.main import main

HEAVY = ("yaml", "jinja2", "markdown_it", "docx", "lxml", "weasyprint", "fontTools")

if __name__ == "__main__":
    with suppress(SystemExit), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        main(sys.argv[1:])
    print(json.dumps([name for name in HEAVY if name in sys.modules]))

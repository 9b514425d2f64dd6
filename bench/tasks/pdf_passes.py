"""Print as JSON the sheets of the prepared plan and how many of them WeasyPrint lays out: `pdf_passes FOLDER`.

More sheets are laid out than there are because some hold page numbers that are only known at the end.
"""

import json
import sys
from pathlib import Path
from typing import Any

from weasyprint.layout import page

from gen.render.pdf import lay_out

if __name__ == "__main__":
    make_page = page.make_page
    made: list[Any] = []

    def counted(*arguments: Any, **named: Any) -> Any:
        made.append(make_page(*arguments, **named))
        return made[-1]

    page.make_page = counted
    sheets = lay_out((Path(sys.argv[1]) / "plan.html").read_text("utf-8")).pages
    print(json.dumps([len(sheets), len(made)]))

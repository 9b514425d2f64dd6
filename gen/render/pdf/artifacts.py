"""Page headers and footers as what they are to a reader's program: no part of the text.

WeasyPrint marks what stands in them like any other text and hangs it nowhere, which programs that read aloud may take
for text that has lost its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import MarginBox, ParentBox
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream


@contextmanager
def running_as_artifacts(laid_out: Any) -> Iterator[None]:
    """Have the headers and footers of a laid out document (weasyprint.Document) written as artifacts in between."""
    marked, build = Stream.marked, tags._build_box_tree
    kinds = dict(_running(laid_out))

    @contextmanager
    def marked_apart(stream: Any, box: Any, tag: str) -> Iterator[None]:
        kind = kinds.get(box)
        if kind is None:
            with marked(stream, box, tag):
                yield
            return
        properties = pydyf.Dictionary({"Type": "/Pagination", "Subtype": f"/{kind}"})
        pydyf.Stream.begin_marked_content(stream, "Artifact", properties)
        yield
        pydyf.Stream.end_marked_content(stream)

    def built(box: Any, *more: Any) -> Iterator[Any]:
        return iter(()) if isinstance(box, MarginBox) else build(box, *more)

    Stream.marked, tags._build_box_tree = marked_apart, built
    try:
        yield
    finally:
        Stream.marked, tags._build_box_tree = marked, build


def _running(laid_out: Any) -> Iterator[tuple[Any, str]]:
    """All that stands in a margin, with where it does: `Header` or `Footer`."""
    for page in laid_out.pages:
        for margin in page._page_box.children:
            if not isinstance(margin, MarginBox):
                continue
            kind = "Header" if margin.at_keyword.startswith("@top") else "Footer"
            waiting = [margin]
            while waiting:
                box = waiting.pop()
                yield box, kind
                waiting += box.children if isinstance(box, ParentBox) else ()

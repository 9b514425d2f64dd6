"""Writing a file without two habits of pydyf that cost time, and change nothing that a reader sees."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pydyf

LEVEL = 6
"""How hard zlib tries; its hardest, which pydyf asks for, takes twice as long for three hundredths of the size."""


@contextmanager
def quick_writing() -> Iterator[None]:
    """Have files written in between compressed as zlib usually does, and their pages' references made once.

    pydyf makes the row of references anew whenever it is asked, and WeasyPrint asks at every tag: the time to write
    a file would grow with the square of its pages.
    """
    made, packed = pydyf.PDF.page_references, pydyf.zlib
    rows: dict[int, tuple[bytes, ...]] = {}

    def references(pdf: Any) -> tuple[bytes, ...]:
        row = rows.get(id(pdf), ())
        if len(row) != pdf.pages["Count"]:
            row = rows[id(pdf)] = made.fget(pdf)
        return row

    pydyf.PDF.page_references = property(references)
    pydyf.zlib = SimpleNamespace(compress=zlib.compress, compressobj=lambda level: zlib.compressobj(min(level, LEVEL)))
    try:
        yield
    finally:
        pydyf.PDF.page_references, pydyf.zlib = made, packed

"""The objects of a PDF file in their final shape."""

from __future__ import annotations

from typing import Any

import pydyf


def settle(pdf: Any) -> None:
    """Fix the bytes of every object of a file (pydyf.PDF) to which nothing more is added.

    pydyf asks every object twice for its bytes, once to write them and once for the file's identifier, and a stream
    packs itself each time.
    """
    pdf.objects[:] = [Settled(each) for each in pdf.objects]


class Settled(pydyf.Object):  # type: ignore[misc]  # pydyf has no type hints
    """An object as it will be written."""

    data = b""
    compressible = True

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = made.number, made.generation, made.free
        self.compressible = made.compressible
        if made.free != "f":
            self.data = made.data

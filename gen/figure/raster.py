"""Drawings as pictures: PNG files from resvg, with the fonts that travel with bidgen and no others."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from pathlib import Path

from gen.model.drawing import Drawing

FONTS = Path(__file__).parent.parent / "render" / "pdf" / "fonts"
"""The faces of the PDF writer."""
_HEADER_ENDS = 33
"""Bytes of a PNG's signature and header, behind which its size on paper is told."""


@lru_cache(maxsize=64)
def png(drawing: Drawing, dots_per_inch: int = 300) -> bytes:
    """The drawing as a picture on white that knows its size on paper; the same drawing gives the same bytes."""
    import resvg_py

    picture = resvg_py.svg_to_bytes(
        svg_string=drawing.svg,
        dpi=float(dots_per_inch),  # the drawing's size is in points
        background="#FFFFFF",
        skip_system_fonts=True,
        font_files=[str(path) for path in sorted(FONTS.glob("*.ttf"))],
    )
    per_metre = dots_per_inch * 10000 // 254
    size = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(size) - 4) + size + struct.pack(">I", zlib.crc32(size))
    return picture[:_HEADER_ENDS] + chunk + picture[_HEADER_ENDS:]

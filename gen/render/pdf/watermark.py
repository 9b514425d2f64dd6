"""The watermark of a draft: its characters as outlines, behind the text of every page.

As text it would be found by every search and read aloud on every page. As outlines in the background it is neither
text nor content, and needs no font in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import quote

from gen.model.theme import HEI
from gen.render.pdf.faces import FACES

GREY = "#e4e4e4"
SLANT = -45
"""Degrees; upwards to the right, as in Word."""
AROUND = 1.2
"""Length and height of the words together, in parts of the width of the text: so they fit in at 45 degrees."""


def watermark_css(text: str) -> str:
    """The style sheet that puts a text behind every page; empty for an empty text."""
    if not text:
        return ""
    return (
        f'@page {{ background: url("data:image/svg+xml,{quote(_svg(text))}") center / contain no-repeat; '
        "background-origin: border-box }"
    )


def _svg(text: str) -> str:
    glyphs = list(_glyphs(text))
    length = sum(advance for _, advance in glyphs)
    size = AROUND / (length + 1)
    paths = []
    at = -length / 2
    for path, advance in glyphs:
        # The middle of a Chinese character is 0.38 em above its baseline; y grows downwards here.
        paths.append(f'<path transform="translate({at:.4f} 0.38) scale(.001 -.001)" d="{path}"/>')
        at += advance
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-.5 -.5 1 1"><g fill="{GREY}" '
        f'transform="rotate({SLANT}) scale({size:.4f})">{"".join(paths)}</g></svg>'
    )


def _glyphs(text: str) -> Iterator[tuple[str, float]]:
    """The outline of each character, 1000 units to the em, and its width in ems."""
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    # Bold and without serifs, and where that face lacks a character the fullest one.
    faces = [face for face in FACES if (face.family, face.weight) == (HEI, "bold")] + [FACES[0]]
    with ExitStack() as stack:
        fonts: list[Any] = [stack.enter_context(TTFont(face.path, lazy=True)) for face in faces]
        for character in text:
            font = next((font for font in fonts if ord(character) in font.getBestCmap()), None)
            if font is None:
                yield "", 1.0
                continue
            shapes, unit = font.getGlyphSet(), font["head"].unitsPerEm
            glyph = shapes[font.getBestCmap()[ord(character)]]
            pen = SVGPathPen(shapes, ntos=lambda number: f"{round(number)}")
            glyph.draw(TransformPen(pen, (1000 / unit, 0, 0, 1000 / unit, 0, 0)))
            yield pen.getCommands(), glyph.width / unit

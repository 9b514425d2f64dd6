"""Figures: a drawing as SVG inside the page, a picture file as data; the caption below, both on one page."""

from __future__ import annotations

from base64 import b64encode
from fractions import Fraction
from html import escape
from typing import cast

from gen.model.blocks import Figure
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.paper import Paper
from gen.model.theme import Theme
from gen.render.html.css import points
from gen.render.html.inline import inlines_html, text_html

CAPTION_LINES = 3
"""So many lines are held back below a high picture, for its caption."""


def figure_element(figure: Figure, theme: Theme, paper: Paper, attributes: str) -> str:
    """A figure with its caption; `attributes` go into its start tag."""
    caption = f"{text_html(figure.number)}　{inlines_html(figure.caption)}"
    picture = cast("Drawing | Image", figure.picture)  # Charts are drawn before they are laid out.
    return (
        f'<figure class="figure"{attributes}>\n{_picture(picture, theme, paper)}\n'
        f'<figcaption class="figure_caption">{caption}</figcaption>\n</figure>'
    )


def _picture(picture: Drawing | Image, theme: Theme, paper: Paper) -> str:
    width, height = _size(picture, theme, paper)
    size = f'style="width: {points(width)}; height: {points(height)}"'
    alt = escape(picture.alt)
    if isinstance(picture, Drawing):
        # The title is what a screen reader says of a drawing in HTML, and what the PDF takes for its description.
        start, _, rest = picture.svg.partition(">")
        return f'{start} role="img" aria-label="{alt}" {size}><title>{text_html(picture.alt)}</title>{rest}'
    data = b64encode(picture.content).decode("ascii")
    return f'<img src="data:image/{picture.form};base64,{data}" alt="{alt}" {size}/>'


def _size(picture: Drawing | Image, theme: Theme, paper: Paper) -> tuple[int, int]:
    """The size that is asked for, or what of it fits on a page."""
    room = paper.text_height - CAPTION_LINES * theme.styles["figure_caption"].line
    scale = min(Fraction(1), Fraction(paper.text_width, picture.width), Fraction(room, picture.height))
    return max(1, int(picture.width * scale)), max(1, int(picture.height * scale))

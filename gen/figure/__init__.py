"""Charts drawn: what a bid promises, who serves it and when, shown instead of told.

`illustrated` draws the charts of a document, `png` makes a picture of a drawing where a format has no vectors. Where
charts come from is the business of `gen.chart`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from gen.figure.calendar import calendar
from gen.figure.flow import flow
from gen.figure.ladder import ladder
from gen.figure.raster import png
from gen.figure.sheet import Look
from gen.figure.timeline import timeline
from gen.figure.tree import tree
from gen.model.blocks import Block, Document, Figure
from gen.model.chart import Chart, Escalation, Organisation, Post, Process, Timeline, Year
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.model.theme import Theme

__all__ = ["drawn", "illustrated", "nameless", "png"]


def illustrated(document: Document, theme: Theme) -> Document:
    """The document with every chart drawn as wide as its text, in the look of the theme."""
    page = theme.page
    width = page.width - page.margins.left - page.margins.right
    look = Look(theme.accent, plain=theme.blind is not None)
    return replace(document, blocks=tuple(_drawn(block, width, look) for block in document.blocks))


def _drawn(block: Block, width: int, look: Look) -> Block:
    if not isinstance(block, Figure) or isinstance(block.picture, Drawing | Image):
        return block
    shown = nameless(block.picture) if look.plain else block.picture
    return replace(block, picture=drawn(shown, width, look))


@lru_cache(maxsize=64)
def drawn(shown: Chart, width: int, look: Look) -> Drawing:
    """The drawing of a chart; bids and documents that show the same share it."""
    match shown:
        case Process():
            return flow(shown, width, look)
        case Organisation():
            return tree(shown, width, look)
        case Escalation():
            return ladder(shown, width, look)
        case Timeline():
            return timeline(shown, width, look)
        case Year():
            return calendar(shown, width, look)


def nameless(shown: Chart) -> Chart:
    """The chart for a document in which nobody's name may stand: posts say how many hold them."""
    if not isinstance(shown, Organisation):
        return shown
    return Organisation(tuple(_counted(post) for post in shown.posts))


def _counted(post: Post) -> Post:
    held = (f"{len(post.people)}人",) if post.people else ()
    return Post(post.title, held, tuple(_counted(below) for below in post.under))

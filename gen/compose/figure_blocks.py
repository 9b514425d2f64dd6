"""The figures of a document as blocks: drawn from the data of the bid, or pictures of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from gen.chart import chart
from gen.compose.assembly import Target
from gen.compose.holes import FigureHole, ImageHole
from gen.compose.lacking import missing_figure
from gen.compose.stream import Stream
from gen.message import M, Message
from gen.model.blocks import Figure, Mark, Text
from gen.model.chart import Chart
from gen.model.drawing import FIGURES, Drawing
from gen.model.image import Image


def add_figure(stream: Stream, hole: FigureHole, where: Mark) -> None:
    """Add a figure drawn from the data of the bid."""
    if hole.name not in FIGURES:
        stream.assembly.whole = False  # a finding of the library
        return
    shown = chart(hole.name, stream.package, stream.facts)
    if isinstance(shown, Message):
        stream.assembly.whole = False
        stream.findings.append(missing_figure(stream.outline, stream.package.bid, hole, shown))
        return
    _captioned(stream, shown, hole.name, hole, where)


def add_image(stream: Stream, hole: ImageHole, where: Mark) -> None:
    """Add a picture of the workspace."""
    if hole.image is None:
        stream.assembly.whole = False  # a finding of the library
        return
    _captioned(stream, hole.image, PurePosixPath(hole.name).stem, hole, where)


def _captioned(stream: Stream, picture: Chart | Image, name: str, hole: FigureHole | ImageHole, where: Mark) -> None:
    """Add a picture; one that is shown twice is referred to where it stands first."""
    named = f"figure.{name}"
    if any(_content(block.picture) != _content(picture) for block in _named(stream, named)):
        # A reference could mean either of them.
        stream.refuse(M("`{name}` is the name of something else already", name=named), hole.span, hole.name)
    number, anchor = stream.numbering.figure(), stream.anchor(named)
    stream.target(named, Target(number, anchor, hole.caption))
    stream.add(Figure(picture, (Text(hole.caption),), number, anchor, where))


def _named(stream: Stream, anchor: str) -> Iterator[Figure]:
    """The figures that have a name already."""
    return (block for block in stream.assembly.blocks if isinstance(block, Figure) and block.anchor == anchor)


def _content(picture: Chart | Drawing | Image) -> object:
    """What a picture shows, whatever its size."""
    return picture.content if isinstance(picture, Image) else picture

"""Pictures: the files that a document shows, each once, and the paragraphs that show them."""

from __future__ import annotations

from collections.abc import Callable

from gen.model.blocks import Document, Figure
from gen.model.drawing import Drawing
from gen.model.image import Image
from gen.render.docx.markup import escape, paragraph
from gen.render.docx.styles import FIGURE

EMU = 635
"""What Word measures drawings in: so many to a twip."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"


def picture_parts(document: Document, add: Callable[[bytes, str], str]) -> dict[int, str]:
    """Put the pictures of a document into its package, equal ones once.

    `add` takes a file and its form (`png`, `jpeg`) and gives the id of its relationship; the answer has that of each
    figure, by its place among the blocks.
    """
    ids: dict[tuple[bytes, str], str] = {}
    found = {}
    for at, block in enumerate(document.blocks):
        if isinstance(block, Figure):
            file = _file(picture_of(block))
            if file not in ids:
                ids[file] = add(*file)
            found[at] = ids[file]
    return found


def picture_of(figure: Figure) -> Drawing | Image:
    """The picture of a figure whose chart, if it is one, has been drawn."""
    if not isinstance(figure.picture, Drawing | Image):
        raise TypeError(f"the chart of {figure.number} is not drawn yet")
    return figure.picture


def picture_xml(figure: Figure, number: int, relation: str, size: tuple[int, int], white: str = "") -> str:
    """A paragraph with a picture, kept with the caption below it.

    `number` is unique in the document; `white` is a paragraph property, where it is not that of the style.
    """
    wide, high = (length * EMU for length in size)
    name, said = escape(figure.number or "图"), escape(picture_of(figure).alt)
    properties = f'id="{number}" name="{name}" descr="{said}"'
    return paragraph(
        FIGURE,
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
        f'xmlns:wp="{_DRAWING}wordprocessingDrawing"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {properties}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}main"><a:graphicData uri="{_DRAWING}picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}picture"><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>",
        white,
    )


def _file(picture: Drawing | Image) -> tuple[bytes, str]:
    if isinstance(picture, Image):
        return picture.content, picture.form
    # Nobody without drawn figures pays for what draws them.
    from gen.figure.raster import png

    return png(picture), "png"

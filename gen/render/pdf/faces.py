"""The type faces that travel with bidgen: which file holds which weight of which family."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""Folder of the font files, their licences and their checksums."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file."""

    family: str
    weight: str
    """`normal` or `bold`, as CSS says it."""
    file: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return FONTS / self.file

    @property
    def url(self) -> str:
        """The only kind of address that the PDF writer opens."""
        return self.path.as_uri()


FACES = (
    Face("Bidgen Song", "normal", "BidgenSong-Regular.ttf"),
    Face("Bidgen Song", "bold", "BidgenSong-Bold.ttf"),
    Face("Bidgen Hei", "normal", "BidgenHei-Regular.ttf"),
    Face("Bidgen Hei", "bold", "BidgenHei-Bold.ttf"),
)
"""The first one has the most characters (all of GBK); whatever the others lack is taken from it."""


def font_faces() -> str:
    """The style sheet that makes the faces known to WeasyPrint.

    The family names are ours alone: with the name of a font that the machine may have, the machine's could win.
    """
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; src: url("{face.url}") }}'
        for face in FACES
    )

"""The type faces that travel with bidgen: which file holds which weight of which family."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gen.model.theme import BIAOSONG, HEI, KAI, SONG, Theme

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
    Face(SONG, "normal", "BidgenSong-Regular.ttf"),
    Face(SONG, "bold", "BidgenSong-Bold.ttf"),
    Face(HEI, "normal", "BidgenHei-Regular.ttf"),
    Face(HEI, "bold", "BidgenHei-Bold.ttf"),
    Face(KAI, "normal", "BidgenKai-Regular.ttf"),
    Face(BIAOSONG, "normal", "BidgenSong-Bold.ttf"),  # no free 小标宋 is at hand, and a bold Song comes near
)
"""The first one has the most characters (all of GBK); whatever the others lack is taken from it."""


def substitutions(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Which family stands in the PDF for which font of the Word file, in the order of the theme's fonts."""
    pairs: dict[tuple[str, str], None] = {}
    for font in theme.fonts.values():
        latin = SONG if font.pdf == KAI else font.pdf  # Bidgen Kai has no letters of its own
        pairs |= {(font.east_asia, font.pdf): None, (font.latin, latin): None}
    return tuple(pairs)


def font_faces() -> str:
    """The style sheet that makes the faces known to WeasyPrint.

    The family names are ours alone: with the name of a font that the machine may have, the machine's could win.
    """
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; src: url("{face.url}") }}'
        for face in FACES
    )

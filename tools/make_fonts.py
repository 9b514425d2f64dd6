"""Rebuild the static font subsets which the PDF writer ships.

Usage, from the root of the checkout, with fontTools 4.68 (it comes with WeasyPrint):

    npm pack --pack-destination /tmp @expo-google-fonts/noto-{serif,sans}-sc@0.4.3 @fontsource/lxgw-wenkai@5.3.0
    python tools/make_fonts.py /tmp

The sources are read from the archives and checked against their SHA-256, so the
same fontTools writes the same bytes. The README.md beside the fonts says more.
"""

import argparse
import hashlib
import io
import tarfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "gen/render/pdf/fonts"
TIMESTAMP = 3786825600  # 2024-01-01 00:00 UTC, in seconds since 1904, as `head` counts
FEATURES = ["ccmp", "chws", "halt", "kern", "liga", "mark", "mkmk", "palt", "pwid"]
UNUSED_TABLES = ["BASE", "FFTM", "STAT", "bsln", "feat", "gasp", "morx", "prep", "prop", "vhea", "vmtx"]
KEPT_NAMES = (0, 7, 8, 9, 10, 11, 12, 13, 14)  # copyright, trademark, makers, licence
SYMBOL_RANGES = (
    (0x0020, 0x045F), (0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0x3000, 0x312F),
    (0x3220, 0x325F), (0x3280, 0x33FF), (0xFE30, 0xFF9F), (0xFFE0, 0xFFE6),
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """An npm package that holds a source font: its archive, and where font and licence lie in it."""

    name: str
    archive: str
    font: str
    """Member of the archive; `{weight}` stands for 400Regular or 700Bold."""
    licence: str


SERIF = Source("NotoSerifSC", "expo-google-fonts-noto-serif-sc-0.4.3.tgz", "{weight}/NotoSerifSC_{weight}.ttf",
               "LICENSE_FONT")  # fmt: skip
SANS = Source("NotoSansSC", "expo-google-fonts-noto-sans-sc-0.4.3.tgz", "{weight}/NotoSansSC_{weight}.ttf",
              "LICENSE_FONT")  # fmt: skip
KAI = Source("LXGWWenKai", "fontsource-lxgw-wenkai-5.3.0.tgz", "files/lxgw-wenkai-latin-500-normal.woff", "LICENSE")


@dataclass(frozen=True)
class Face:
    """One font to build: our family, its source, its repertoire."""

    family: str
    style: str
    source: Source
    codec: str
    sha256: str
    beside_song: bool = False
    """Whether it keeps full-width characters only and stands on Song's lines: Song gives all that is narrower."""

    @property
    def stem(self) -> str:
        """PostScript name, which is also the stem of the file name."""
        return f"{self.family.replace(' ', '')}-{self.style}"


FACES = (
    Face("Bidgen Song", "Regular", SERIF, "gbk",
         "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"),
    Face("Bidgen Song", "Bold", SERIF, "gb2312",
         "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6"),
    Face("Bidgen Hei", "Regular", SANS, "gb2312",
         "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"),
    Face("Bidgen Hei", "Bold", SANS, "gb2312",
         "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"),
    Face("Bidgen Kai", "Regular", KAI, "gb2312",
         "381d6c2166d68d3473e876e2870d17db75fb294adecfa9048d457ece6ed536ed", beside_song=True),
)  # fmt: skip
SONG_LINE = (1151, -286)  # ascent and descent of Bidgen Song
SONG_SPACE = 256  # and how wide its space is
SPACES = (0x20, 0xA0)


def read_member(folder: Path, source: Source, member: str) -> bytes:
    """Return the bytes of one file inside a packed npm archive of `folder`."""
    with tarfile.open(folder / source.archive) as archive:
        stream = archive.extractfile(f"package/{member}")
        return stream.read() if stream else b""


def charset(codec: str) -> set[int]:
    """Return every code point of a double-byte codec."""
    pairs = (bytes((a, b)) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    decoded = (pair.decode(codec, "ignore") for pair in pairs)
    return {ord(text) for text in decoded if len(text) == 1}


def symbols() -> set[int]:
    """Return every code point of SYMBOL_RANGES."""
    return {point for first, last in SYMBOL_RANGES for point in range(first, last + 1)}


def fix_localised_glyphs(font: TTFont) -> None:
    """Make the `locl` choices once and for all: full-width dashes, tabular digits.

    Left alone, the width of digits and dashes would depend on the language of the text
    and on the script of the letters beside them.
    """
    gsub = font["GSUB"].table
    records = gsub.FeatureList.FeatureRecord
    used = [r.Feature.LookupListIndex for r in records if r.FeatureTag == "locl"]
    swaps: dict[str, str] = {}
    for index in sorted({index for indices in used for index in indices}):
        for table in gsub.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for point, glyph in table.cmap.items():
            if point not in (0x2026, 0x22EF):  # the ellipsis stays full width
                table.cmap[point] = swaps.get(glyph, glyph)


def stand_beside_song(font: TTFont, points: set[int]) -> set[int]:
    """Put a font on Song's lines; return those of the code points whose glyphs are as wide as their type.

    Quotes and dots are narrow in a font for Latin and Japanese, and its letters have a look of their own: beside
    Chinese they would disturb, so all of these are left to Song. With other metrics its baseline would be off.
    Only the space stays, as wide as Song's: Pango takes it from the font of the text beside it, and would draw a box.
    """
    ascent, descent = SONG_LINE
    font["hhea"].ascent, font["hhea"].descent = ascent, descent
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = ascent, -descent
    widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
    glyphs = font.getBestCmap()
    for point in SPACES:
        widths[glyphs[point]] = (SONG_SPACE, 0)
    return {point for point in points if widths.get(glyphs.get(point), (0, 0))[0] == em} | {*SPACES}


def rename(font: TTFont, face: Face) -> None:
    """Give the font our own family name; keep its copyright, makers and licence."""
    table = font["name"]
    version = f"{table.getDebugName(5)};bidgen subset"
    names = {i: text for i in KEPT_NAMES if (text := table.getDebugName(i))}
    names |= {1: face.family, 2: face.style, 16: face.family, 17: face.style}
    names |= {3: f"{version};{face.stem}", 4: f"{face.family} {face.style}"}
    names |= {5: version, 6: face.stem}
    table.names = []
    for index, text in sorted(names.items()):
        table.setName(text, index, 3, 1, 0x409)


def build(face: Face, source: bytes, song: set[int]) -> bytes:
    """Return the subset font for `face`, made from the bytes of its source font; `song` is what Song can draw."""
    if hashlib.sha256(source).hexdigest() != face.sha256:
        raise SystemExit(f"unexpected source for {face.stem}: another version?")
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True)
    options.layout_features, options.name_IDs = FEATURES, ["*"]
    options.drop_tables += UNUSED_TABLES
    options.bidi_closure = not face.beside_song  # it adds the mirror images of signs, which Song may lack
    options.harfbuzz_repacker = False  # else the bytes depend on what is installed
    font = TTFont(io.BytesIO(source), recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = None  # a WOFF is a packed font; what comes out is plain
    fix_localised_glyphs(font)
    points = charset(face.codec)
    points = song & stand_beside_song(font, points) if face.beside_song else points | symbols()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    rename(font, face)
    font["head"].created = font["head"].modified = TIMESTAMP
    subset.save_font(font, out := io.BytesIO(), options)
    return out.getvalue()


def main() -> None:
    """Build all fonts and copy their licences."""
    parser = argparse.ArgumentParser(description="Rebuild the PDF writer's fonts.")
    parser.add_argument("folder", type=Path, help="where `npm pack` put the archives")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write")
    args = parser.parse_args()
    song: set[int] = set()
    for face in FACES:
        weight = {"Regular": "400Regular", "Bold": "700Bold"}[face.style]
        data = build(face, read_member(args.folder, face.source, face.source.font.format(weight=weight)), song)
        (args.out / f"{face.stem}.ttf").write_bytes(data)
        font = TTFont(io.BytesIO(data))
        song = song or set(font.getBestCmap())  # the first face
        digest = hashlib.sha256(data).hexdigest()
        print(face.stem, len(data), "bytes", len(font.getBestCmap()), "chars", digest)
        licence = f"{font['name'].getDebugName(0)}\n\n".replace("\r\n", "\n").encode()
        licence += read_member(args.folder, face.source, face.source.licence)
        (args.out / f"OFL-{face.source.name}.txt").write_bytes(licence)


if __name__ == "__main__":
    main()

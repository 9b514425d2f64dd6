"""Rebuild the static font subsets which the PDF writer ships.

Usage, from the root of the checkout, with fontTools 4.68 (it comes with WeasyPrint):

    npm pack --pack-destination /tmp @expo-google-fonts/noto-{serif,sans}-sc@0.4.3
    python tools/make_fonts.py /tmp

The sources are read from the two archives and checked against their SHA-256, so the
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
UNUSED_TABLES = ["BASE", "STAT", "gasp", "prep", "vhea", "vmtx"]
KEPT_NAMES = (0, 7, 8, 9, 10, 11, 12, 13, 14)  # copyright, trademark, makers, licence
SYMBOL_RANGES = (
    (0x0020, 0x045F), (0x2000, 0x2BFF), (0x2E00, 0x2E7F), (0x3000, 0x312F),
    (0x3220, 0x325F), (0x3280, 0x33FF), (0xFE30, 0xFF9F), (0xFFE0, 0xFFE6),
)  # fmt: skip


@dataclass(frozen=True)
class Face:
    """One font to build: our family, its source in an npm package, its repertoire."""

    family: str
    style: str
    source: str
    codec: str
    sha256: str

    @property
    def stem(self) -> str:
        """PostScript name, which is also the stem of the file name."""
        return f"{self.family.replace(' ', '')}-{self.style}"


SERIF, SANS = "NotoSerifSC", "NotoSansSC"
PACKAGES = {SERIF: "noto-serif-sc", SANS: "noto-sans-sc"}
FACES = (
    Face("Bidgen Song", "Regular", SERIF, "gbk",
         "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"),
    Face("Bidgen Song", "Bold", SERIF, "gb2312",
         "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6"),
    Face("Bidgen Hei", "Regular", SANS, "gb2312",
         "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"),
    Face("Bidgen Hei", "Bold", SANS, "gb2312",
         "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"),
)  # fmt: skip


def read_member(folder: Path, source: str, member: str) -> bytes:
    """Return the bytes of one file inside a packed npm archive of `folder`."""
    with tarfile.open(folder / f"expo-google-fonts-{PACKAGES[source]}-0.4.3.tgz") as t:
        stream = t.extractfile(f"package/{member}")
        return stream.read() if stream else b""


def charset(codec: str) -> set[int]:
    """Return every code point of a double-byte codec, and all of SYMBOL_RANGES."""
    pairs = (bytes((a, b)) for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    decoded = (pair.decode(codec, "ignore") for pair in pairs)
    points = {ord(text) for text in decoded if len(text) == 1}
    return points.union(*(range(first, last + 1) for first, last in SYMBOL_RANGES))


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


def build(face: Face, source: bytes) -> bytes:
    """Return the subset font for `face`, made from the bytes of its source font."""
    if hashlib.sha256(source).hexdigest() != face.sha256:
        raise SystemExit(f"unexpected source for {face.stem}: another version?")
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True)
    options.layout_features, options.name_IDs = FEATURES, ["*"]
    options.drop_tables += UNUSED_TABLES
    options.harfbuzz_repacker = False  # else the bytes depend on what is installed
    font = TTFont(io.BytesIO(source), recalcTimestamp=False, recalcBBoxes=False)
    fix_localised_glyphs(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=charset(face.codec))
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
    for face in FACES:
        weight = {"Regular": "400Regular", "Bold": "700Bold"}[face.style]
        member = f"{weight}/{face.source}_{weight}.ttf"
        data = build(face, read_member(args.folder, face.source, member))
        (args.out / f"{face.stem}.ttf").write_bytes(data)
        font = TTFont(io.BytesIO(data))
        digest = hashlib.sha256(data).hexdigest()
        print(face.stem, len(data), "bytes", len(font.getBestCmap()), "chars", digest)
        licence = f"{font['name'].getDebugName(0)}\n\n".encode()
        licence += read_member(args.folder, face.source, "LICENSE_FONT")
        (args.out / f"OFL-{face.source}.txt").write_bytes(licence)


if __name__ == "__main__":
    main()

"""LibreOffice as a judge: does it open a Word file, lose none of it, and set each heading on the page that we say?

It stands in for Word, which is not to be had here. Chinese fonts are those that travel with bidgen, under the names
that the themes use, so that the verdict does not hang on the machine's; Latin ones must have the widths of Word's.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
from lxml import etree

from gen.model.theme import Theme
from gen.render.pdf.faces import FACES, FONTS
from tests.judges.docx_package import NS, W, opened
from tests.judges.text import shown_texts

_AT_ONCE = 40
"""Files that one process of it is given."""
BODY = "judgeBody"
"""A bookmark put into a copy: where the pages of the body begin."""

_TO_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_WIDTHS = {
    "Times New Roman": {"Times New Roman", "Liberation Serif", "Tinos"},
    "Arial": {"Arial", "Liberation Sans", "Arimo"},
}
"""Latin fonts of the themes, and fonts with the same widths."""


def lacking() -> str:
    """What is missing for this judge; nothing if all is there."""
    if not shutil.which("soffice"):
        return "LibreOffice (Debian: libreoffice-writer-nogui)"
    for wanted, same in _WIDTHS.items():
        ran = subprocess.run(
            ["fc-match", "-f", "%{family}", wanted], capture_output=True, encoding="utf-8", check=False
        )
        if not same & {*ran.stdout.split(",")}:
            return f"a font with the widths of {wanted} (Debian: fonts-liberation)"
    return ""


class Office:
    """LibreOffice with a profile and fonts of its own, in a folder that somebody else removes."""

    def __init__(self, folder: Path, themes: Iterable[Theme]) -> None:
        self.folder = folder
        (folder / "fonts").mkdir(parents=True)
        names = {font.east_asia: font.pdf for theme in themes for font in theme.fonts.values()}
        for name in {font.latin for theme in themes for font in theme.fonts.values()} & {*names}:
            names[name] = _half_wide(names[name], folder / "fonts")
        (folder / "fonts.conf").write_text(_fonts_conf(names, folder), "utf-8")

    def resaved(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Word files as it saves them again; what it cannot open is missing."""
        return self._converted(files, "docx:MS Word 2007 XML", "docx")

    def printed(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Word files as PDF with a destination for every bookmark; what it cannot open is missing."""
        return self._converted(files, _TO_PDF, "pdf")

    def _converted(self, files: Mapping[str, bytes], to: str, form: str) -> dict[str, bytes]:
        source, target = self.folder / f"from-{form}", self.folder / f"to-{form}"
        source.mkdir()
        paths = {name: source / f"{number}.docx" for number, name in enumerate(files)}
        for name, path in paths.items():
            path.write_bytes(files[name])
        made = {name: target / f"{path.stem}.{form}" for name, path in paths.items()}
        waiting = list(paths)
        for size in (_AT_ONCE, 1):  # one that it cannot open may take the rest of its batch with it
            for first in range(0, len(waiting), size):
                self._convert(to, target, [paths[name] for name in waiting[first : first + size]])
            # It ends with status 0 whatever happens: only the files tell.
            waiting = [name for name in waiting if not made[name].exists()]
        return {name: path.read_bytes() for name, path in made.items() if path.exists()}

    def _convert(self, to: str, target: Path, paths: Sequence[Path]) -> None:
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", to, "--outdir", target, *paths]
        environment = {"HOME": str(self.folder), "FONTCONFIG_FILE": str(self.folder / "fonts.conf")}
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False, timeout=600)


def _fonts_conf(names: Mapping[str, str], folder: Path) -> str:
    """The machine's fonts and bidgen's own, these under the Chinese names that themes use."""
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{escape(ours)}</string></edit></match>'
        for name, ours in sorted(names.items())
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{escape(str(FONTS))}</dir>'
        f"<dir>{escape(str(folder / 'fonts'))}</dir>{aliases}"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>"
    )


def _half_wide(family: str, folder: Path) -> str:
    """Make a font of that family whose Latin characters are half as wide as Chinese ones, as in 宋体; its family."""
    from fontTools.ttLib import TTFont

    (face,) = (face for face in FACES if face.family == family and face.weight == "normal")
    with TTFont(face.path) as font:
        characters = font["cmap"].getBestCmap()
        half = font["head"].unitsPerEm // 2
        for code in range(0x20, 0x7F):
            font["hmtx"][characters[code]] = (half, font["hmtx"][characters[code]][1])
        for record in font["name"].names:
            if record.nameID in {1, 4, 6, 16}:
                record.string = f"Half {family}".replace(" ", "" if record.nameID == 6 else " ")
        font.save(folder / face.path.name)
    return f"Half {family}"


def broken_references(printed: bytes) -> list[str]:
    """The pages on which LibreOffice says that a field leads nowhere, each with its line."""
    import pypdfium2

    found = []
    document = pypdfium2.PdfDocument(printed)
    for number, page in enumerate(document, 1):
        lines = page.get_textpage().get_text_range().splitlines()
        found += [f"page {number}: {line.strip()}" for line in lines if "Reference source not found" in line]
    document.close()
    return found


def lost_texts(before: bytes, after: bytes) -> list[str]:
    """What LibreOffice has lost, added or changed of the texts of a Word file, paragraph by paragraph."""
    ours, theirs = shown_texts(before), shown_texts(after)
    for one, other in zip(ours, theirs, strict=False):
        if one != other:
            return [f"{one[:60]!r} became {other[:60]!r}"]
    return [] if len(ours) == len(theirs) else [f"{len(ours)} paragraphs became {len(theirs)}"]


# --- pages


def with_body_mark(docx: bytes) -> bytes:
    """A copy of a Word file with a bookmark where the body's pages begin."""
    package, _ = opened(docx)
    root = package.trees["word/document.xml"]
    sections = list(root.iter(f"{W}sectPr"))
    body = next(at for at, section in enumerate(sections) if _is_body(section))
    paragraphs = list(root.iter(f"{W}p"))
    if body:
        before = next(sections[body - 1].iterancestors(f"{W}p"))
        paragraphs = paragraphs[paragraphs.index(before) + 1 :]
    mark = etree.SubElement(paragraphs[0], f"{W}bookmarkStart", {f"{W}id": "99999", f"{W}name": BODY})
    mark.addnext(etree.Element(f"{W}bookmarkEnd", {f"{W}id": "99999"}))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**package.parts, "word/document.xml": etree.tostring(root)}.items():
            archive.writestr(name, content)
    return target.getvalue()


def _is_body(section: etree._Element) -> bool:
    """Whether pages are counted in digits from 1 here."""
    numbers = section.find("w:pgNumType", NS)
    return numbers is not None and numbers.get(f"{W}start") == "1" and numbers.get(f"{W}fmt") in {None, "decimal"}


def stated_pages(docx: bytes) -> dict[str, int]:
    """The page that the contents of a Word file state for each of their bookmarks."""
    package, _ = opened(docx)
    found = {}
    for entry in package.trees["word/document.xml"].iterfind(".//w:sdtContent/w:p", NS):
        field = "".join(element.text or "" for element in entry.iter(f"{W}instrText"))
        if bookmark := re.search(r"PAGEREF (\S+)", field):
            found[bookmark[1]] = int(list(entry.iter(f"{W}t"))[-1].text)
    return found


def set_pages(pdf: bytes) -> dict[str, int]:
    """The body page on which LibreOffice sets each bookmark."""
    with pikepdf.open(BytesIO(pdf)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        destinations = file.Root.get("/Dests", {})
        # It writes an underscore in a name as 5F.
        pages = {key[1:].replace("5F", "_"): numbers[to[0].objgen] for key, to in destinations.items()}
    first = pages.get(BODY, 0)
    return {name: page - first + 1 for name, page in pages.items()}


def agreement(stated: Mapping[str, int], real: Mapping[str, int]) -> tuple[int, Sequence[str]]:
    """How many of the stated pages are those that LibreOffice gives, and in words which are not."""
    wrong = [
        f"the contents say page {page} for {name}, LibreOffice sets it on {real.get(name, 'no page')}"
        for name, page in stated.items()
        if real.get(name) != page
    ]
    return len(stated) - len(wrong), wrong

"""Write docs/gallery.md: pages of the example bids as a reader sees them, Word (through LibreOffice) beside PDF.

Run it as `PYTHONPATH=. python tools/gallery.py`; it needs LibreOffice (`soffice`). The pictures are small and have few
colours: they show the look, not every letter.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

from gen.library import load
from gen.model.library import Library
from gen.workspace import Workspace
from tests.judges.office import Office, lacking

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs/gallery"
DPI = 52
COLOURS = 24


@dataclass(frozen=True, slots=True)
class Shot:
    """Pages of one document to be shown."""

    name: str
    """Of the picture file."""
    title: str
    bid: str
    document: str
    """Title of the document."""
    look_for: tuple[str, ...]
    """The page is the first that has all of these words."""
    options: tuple[str, ...] = ()
    """Of `bidgen build`."""
    folder: str = ""


PLAN, LETTER, AGREEMENT = "售后服务方案", "服务承诺书", "技术支持服务协议"
SHOTS = (
    Shot("plan-cover", "Cover, with the mark of the original", "campus-network", PLAN, ("正本",),
         ("--copy", "original"), "original"),
    Shot("plan-contents", "Contents, filled in with page numbers before Word has seen them", "campus-network", PLAN,
         ("目　录",)),
    Shot("plan-organisation", "Organisation chart from the company's list of people", "campus-network", PLAN,
         ("图1　",)),
    Shot("plan-table", "Deadlines by severity: one table of five clauses, and their time line", "campus-network", PLAN,
         ("表4　故障级别与服务时限",)),
    Shot("plan-process", "The process of service, and who does what by when", "campus-network", PLAN, ("服务流程图",)),
    Shot("plan-calendar", "What falls due in which month", "campus-network", PLAN, ("服务日历",)),
    Shot("plan-annex", "An annex", "campus-network", PLAN, ("附件一 服务人员一览表", "服务总监")),
    Shot("letter", "Commitment letter in the theme `official` (GB/T 9704)", "campus-network", LETTER, ("致：",)),
    Shot("letter-signature", "Its signature, never alone on a page", "campus-network", LETTER, ("投标人（盖章）",)),
    Shot("agreement", "Agreement in the theme `contract`", "campus-network", AGREEMENT, ("4.1",)),
    Shot("agreement-signature", "Two parties sign, line beside line", "campus-network", AGREEMENT, ("甲方（盖章）",)),
    Shot("blind", "A blind copy (theme `blind`)", "sealed-archive", "", ("故障级别与服务时限",)),
    Shot("draft", "A draft: `bidgen build --draft`", "campus-network", LETTER, ("致：",), ("--draft",), "draft"),
)  # fmt: skip


def main() -> int:
    """Build, picture, write; 1 if a page that should be shown is not there."""
    if missing := lacking():
        sys.stderr.write(f"gallery: {missing}\n")
        return 1
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir(parents=True)
    text = [
        "# Gallery\n",
        "Pages of the example bids, each as Word (left, set by LibreOffice, which is not Word) and as PDF (right).",
        "`tools/gallery.py` makes them anew.\n",
    ]
    lost = []
    library, _ = load(Workspace(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            picture = _picture(shot, Path(folder), library)
            if picture is None:
                lost.append(shot.name)
                continue
            (PAGES / f"{shot.name}.png").write_bytes(picture)
            text += [f"## {shot.title}\n", f"![{shot.title}](gallery/{shot.name}.png)\n"]
    (ROOT / "docs/gallery.md").write_text("\n".join(text), "utf-8")
    for name in lost:
        sys.stderr.write(f"gallery: no page for {name}\n")
    return 1 if lost else 0


def _picture(shot: Shot, folder: Path, library: Library) -> bytes | None:
    """The page in both formats side by side."""
    built = folder / "-".join(("out", shot.bid, *shot.options))
    if not built.exists():
        command = [sys.executable, "-m", "gen", "build", shot.bid, "--output", str(built), *shot.options]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    word = next(path for path in sorted(built.glob("*.docx")) if shot.document in path.name)
    converted = built / f"{word.stem}.word.pdf"
    if not converted.exists():
        office = Office(built / f"office of {word.stem}", library.themes.values())
        converted.write_bytes(office.printed({word.name: word.read_bytes()})[word.name])
    pages = [_page(path, shot.look_for) for path in (converted, word.with_suffix(".pdf"))]
    return None if None in pages else _beside(pages)


def _page(file: Path, wanted: tuple[str, ...]) -> Any:
    """The first page that has all the words, as a picture; the contents, which have them too, do not count."""
    bare = ["".join(words.split()) for words in wanted]
    with pypdfium2.PdfDocument(file) as document:
        for number, text in enumerate(_texts(document)):
            in_contents = "....." in text and not any(word.startswith("目") for word in bare)
            if all(word in text for word in bare) and not in_contents:
                return document[number].render(scale=DPI / 72).to_pil().convert("RGB")
    return None


def _texts(document: Any) -> Iterator[str]:
    for page in document:
        yield "".join(page.get_textpage().get_text_bounded().split())


def _beside(pages: list[Any]) -> bytes:
    framed = [ImageOps.expand(page, 1, "#bbbbbb") for page in pages]
    width = sum(page.width for page in framed) + 12 * (len(framed) - 1)
    whole = Image.new("RGB", (width, max(page.height for page in framed)), "white")
    left = 0
    for page in framed:
        whole.paste(page, (left, 0))
        left += page.width + 12
    stream = io.BytesIO()
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main())

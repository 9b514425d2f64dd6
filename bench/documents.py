"""What Word and PDF cost: against their peers, by length, and for a package of documents on two processors."""

from __future__ import annotations

import json
import re
import shutil
import statistics
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.measure import Run, Sample, alternate, capture, task
from bench.plan import CHAPTERS, prepared
from bench.report import Report, Table, Target, compare, peak

WORD = ("Word, bidgen", "Word, docxtpl", "Word, raw")
PDF = ("PDF, bidgen", "PDF, WeasyPrint")
OFFICE = "PDF, LibreOffice"
NO_CONTENTS = "Word, bidgen, without contents"
PACKAGE = ("8 documents, serial", "8 documents, 2 processes")


def run(rounds: int = 5) -> Report:
    """Measure."""
    with prepared() as folder:
        word = {WORD[0]: task("word_bidgen", folder, "120"), WORD[1]: task("word_docxtpl", folder),
                WORD[2]: task("word_raw", folder),
                NO_CONTENTS: task("word_bidgen", folder, "without-contents")}  # fmt: skip
        samples = alternate(word, 4 * rounds)
        by_pages = alternate({f"{pages} pages": task("both_bidgen", folder, str(pages)) for pages in CHAPTERS}, 1)
        samples |= alternate({PDF[0]: task("pdf_bidgen", folder), PDF[1]: task("pdf_weasyprint", folder),
                              **_office(folder)}, rounds)  # fmt: skip
        files = [folder / f"{pages}.pdf" for pages in CHAPTERS]
        sheets = dict(zip(CHAPTERS, json.loads(capture(task("pages", *files))[0]), strict=True))
        kilobytes = (folder / "40.pdf").stat().st_size / 1000
        laid_out = json.loads(capture(task("pdf_passes", folder))[0])
        characters = {name: _characters(folder / f"{name}.docx") for name in ("bidgen", "docxtpl", "raw")}
    samples |= _package(max(rounds // 2, 2))
    costs = _costs(by_pages, sheets)
    ratios = {
        "docx_vs_docxtpl": compare(samples, *WORD[:2], "call"),
        "docx_vs_floor": compare(samples, WORD[0], WORD[2], "call"),
        "pdf_vs_weasyprint": compare(samples, *PDF, "call"),
        "pdf_vs_libreoffice": compare(samples, PDF[0], OFFICE) if OFFICE in samples else None,
        "parallel_vs_serial": compare(samples, *PACKAGE[::-1], "build"),
    }
    return Report(
        "documents",
        f"a plan of {sheets[120]} pages, plans of {min(sheets.values())} to {max(sheets.values())}, 8 documents",
        samples | by_pages,
        [
            Target("Word, bidgen : docxtpl", ratios["docx_vs_docxtpl"], 1.0),
            Target("Word, bidgen : raw", ratios["docx_vs_floor"], 4.0),
            Target("PDF, bidgen : WeasyPrint", ratios["pdf_vs_weasyprint"], 0.8),
            Target("PDF, bidgen : LibreOffice", ratios["pdf_vs_libreoffice"], 0.7),
            Target("8 documents, 2 processes : serial", ratios["parallel_vs_serial"], 0.6),
            Target("cost of a page, 400 : 40 pages", _page_cost(costs, 400) / _page_cost(costs, 40), 1.2),
            Target("Word, contents : without", compare(samples, WORD[0], NO_CONTENTS, "call"), 1.2),
            Target("PDF, sheets laid out : sheets", laid_out[1] / laid_out[0], 1.2),
            Target("PDF of 40 pages", kilobytes, 700, "kB"),
            Target("peak memory, 400 pages, both formats", peak(by_pages["400 pages"]), 600, "MB"),
            Target("whole process, 2 processes : serial", compare(samples, *PACKAGE[::-1])),
        ],
        NOTES if OFFICE in samples else [*NOTES, "pdf_vs_libreoffice is not measured: there is no soffice here."],
        {
            "sheets": sheets,
            "characters that each Word file prints": characters,
            "sheets of the plan, sheets that WeasyPrint laid out": laid_out,
        },
        ratios,
        [Table("cost by pages", ("pages", "docx s", "pdf s", "ms a page", "peak MB"), costs)],
    )


NOTES = (
    "Word and PDF against peers: call, the first in its process, from what each begins with in memory to the bytes of",
    "the file, without imports: all modules are loaded before it, also those that the call itself would load;",
    "bidgen : LibreOffice, which is given the very .docx: whole processes.",
    "The Word peers write the same text as plain headings, paragraphs and tables of one run each: docxtpl fills a",
    "template with one loop (autoescape on), raw joins strings into a given shell. WeasyPrint prints the same HTML",
    "as its manual shows, with the same font files. serial: the same build on one processor; build: laying out alone.",
)


def _office(folder: Path) -> dict[str, Run]:
    """LibreOffice as it turns the Word file into PDF; nothing where it is not installed."""
    office = shutil.which("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--headless", profile, "--convert-to", "pdf", "--outdir", folder / "office", folder / "bidgen.docx")
    return {OFFICE: Run((office, *convert))} if office else {}


def _package(rounds: int) -> Mapping[str, Sequence[Sample]]:
    with tempfile.TemporaryDirectory() as folder:
        capture(task("generate", "PACKAGE", folder))
        runs = {name: task("build_package", folder, str(at)) for at, name in enumerate(PACKAGE, 1)}
        return alternate(runs, rounds)


def _costs(samples: Mapping[str, Sequence[Sample]], sheets: Mapping[int, int]) -> list[tuple[float, ...]]:
    """Rows of the table of costs: pages, seconds of either format, milliseconds a page, peak memory."""
    rows = []
    for pages, runs in zip(sheets.values(), samples.values(), strict=True):
        word, pdf = (statistics.median(run.stages[stage] for run in runs) for stage in ("docx", "pdf"))
        rows.append((pages, word, pdf, (word + pdf) / pages * 1000, peak(runs)))
    return rows


def _page_cost(costs: Sequence[tuple[float, ...]], pages: int) -> float:
    return costs[list(CHAPTERS).index(pages)][3]


def _characters(file: Path) -> int:
    """Characters of the texts in the body of a Word file."""
    with zipfile.ZipFile(file) as content:
        body = content.read("word/document.xml").decode()
    return sum(map(len, re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)))

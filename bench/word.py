"""How long the Word writer takes for a plan of 120 pages, against docxtpl and against strings and zipfile."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from bench.measure import alternate, task
from bench.plan import prepared
from bench.report import Report, Target, compare, peak


def run(rounds: int = 9) -> Report:
    """Measure."""
    names = ("bidgen", "docxtpl", "raw")
    with prepared() as folder:
        samples = alternate({name: task(f"word_{name}", folder) for name in names}, rounds)
        facts = {
            "blocks": len(json.loads((folder / "plan.json").read_text("utf-8"))),
            "characters that each prints": {name: _characters(folder / f"{name}.docx") for name in names},
        }
    return Report(
        "word",
        "a plan of 120 pages as a Word file",
        samples,
        [
            Target("call, bidgen : docxtpl", compare(samples, "bidgen", "docxtpl", "call"), 1.5),
            Target("call, bidgen : raw", compare(samples, "bidgen", "raw", "call"), 6.0),
            Target("process, bidgen : docxtpl", compare(samples, "bidgen", "docxtpl")),
            Target("process, bidgen : raw", compare(samples, "bidgen", "raw")),
            Target("peak memory, bidgen", peak(samples["bidgen"]), unit="MB"),
        ],
        [
            "call: from blocks in memory to the bytes of the file, the first one of a fresh process, imports excluded.",
            "process: interpreter, imports, reading the input (pickled blocks; JSON for the peers), call, writing.",
            "bidgen writes cover, contents with page numbers, styles, lists, fields, bookmarks, headers, properties;",
            "the peers write the same text as plain headings, paragraphs and tables of one run each:",
            "docxtpl opens and fills a template with one loop (autoescape on), raw joins strings into a given shell.",
        ],
        facts,
    )


def _characters(file: Path) -> int:
    """Characters of the texts in the body of a Word file."""
    with zipfile.ZipFile(file) as content:
        body = content.read("word/document.xml").decode()
    return sum(map(len, re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)))

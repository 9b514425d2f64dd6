"""What the whole library takes: every document of every bid, and a build after one clause was edited."""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import BIDGEN, ROOT, Run, Sample, capture, measure, task
from bench.report import Report, Table, Target, compare, peak

ALL, EDITED, SAME = "all documents", "after one clause was edited", "nothing changed"
CLAUSE = "clauses/spares/delivery.yaml"
_BUILD = (*BIDGEN, "build", "--to", "docx", "--to", "pdf")


def run(rounds: int = 3) -> Report:
    """Measure."""
    with _workspace() as folder:
        documents = json.loads(capture(task("library_documents", folder))[0])
        samples: dict[str, list[Sample]] = {ALL: [], EDITED: [], SAME: []}
        touched: list[int] = []
        for _ in range(rounds):
            samples[ALL].append(measure(Run((*_BUILD, "--fresh"), folder)))
            before = _stamps(folder)
            clause = folder / CLAUSE
            clause.write_text(clause.read_text("utf-8").replace("  需要更换部件的", "  部件需要更换的", 1), "utf-8")
            samples[EDITED].append(measure(Run(_BUILD, folder)))
            touched.append(sum(before.get(path) != stamp for path, stamp in _stamps(folder).items()))
            clause.write_text((ROOT / CLAUSE).read_text("utf-8"), "utf-8")
            measure(Run(_BUILD, folder))
            samples[SAME].append(measure(Run(_BUILD, folder)))
        files = len(_stamps(folder))
    printing = sum(row["prints"] for row in documents)
    bids = len({row["bid"] for row in documents})
    seconds = statistics.median(sample.seconds for sample in samples[ALL])
    return Report(
        "library",
        f"{len(documents)} documents of {bids} bids, {sum(row['pages'] for row in documents)} pages, Word and PDF",
        samples,
        [
            Target("a document, both formats, two processes", 1000 * seconds / len(documents), unit="ms"),
            Target("files touched after editing one clause : files that print it", touched[-1] / (2 * printing), 1.0),
            Target(f"{EDITED} : {ALL}", compare(samples, EDITED, ALL)),
            Target(f"{SAME} : {ALL}", compare(samples, SAME, ALL)),
            Target("peak memory", peak(samples[ALL]), unit="MB"),
        ],
        ["Whole commands: load, check, compose, lay out, publish; the table is of single processes, serial."],
        {"files": files, "files that print the clause": 2 * printing, "files touched": touched},
        {"edited_vs_all": compare(samples, EDITED, ALL), "same_vs_all": compare(samples, SAME, ALL)},
        [
            Table(
                "documents",
                ("bid", "document", "pages", "compose ms", "docx ms", "pdf ms"),
                [
                    [row["bid"], row["kind"], *(float(row[n]) for n in ("pages", "compose", "docx", "pdf"))]
                    for row in documents
                ],
            )
        ],
    )


@contextmanager
def _workspace() -> Iterator[Path]:
    """A copy of this workspace without what was built in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("clauses", "templates", "projects"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("out", ".building-*"))
        shutil.copy(ROOT / "bidgen.toml", folder)
        yield folder


def _stamps(folder: Path) -> dict[str, int]:
    """When each finished document was written."""
    files = (path for form in ("docx", "pdf") for path in folder.glob(f"projects/*/out/**/*.{form}"))
    return {str(path): path.stat().st_mtime_ns for path in files}

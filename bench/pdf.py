"""How long the PDF writer takes for a plan of 120 pages, against plain WeasyPrint with the same page and fonts."""

from __future__ import annotations

import json
import statistics

from bench.measure import alternate, capture, task
from bench.plan import prepared
from bench.report import Report, Target, compare, peak


def run(rounds: int = 5) -> Report:
    """Measure."""
    names = ("bidgen", "weasyprint")
    with prepared() as folder:
        samples = alternate({name: task(f"pdf_{name}", folder) for name in names}, rounds)
        files = [folder / f"{name}.pdf" for name in names]
        pages = json.loads(capture(task("pages", *files))[0])
        sizes = [round(file.stat().st_size / 1000) for file in files]
    calls = {name: statistics.median(s.stages["call"] for s in samples[name]) for name in names}
    return Report(
        "pdf",
        f"a plan of {pages[0]} pages as PDF",
        samples,
        [
            Target("call, bidgen : WeasyPrint", compare(samples, *names, "call"), 1.0),
            Target("process, bidgen : WeasyPrint", compare(samples, *names), 1.0),
            Target("peak memory, bidgen", peak(samples["bidgen"]), 300, "MB"),
        ],
        [
            "call: from the same HTML in memory to the bytes of the file, imports excluded.",
            "bidgen also spreads justified lines, keeps the machine's fonts out and makes its bytes repeatable.",
        ],
        {
            "pages": dict(zip(names, pages, strict=True)),
            "pages a second": {name: round(n / calls[name], 1) for name, n in zip(names, pages, strict=True)},
            "file kB": dict(zip(names, sizes, strict=True)),
        },
    )

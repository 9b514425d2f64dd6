"""Show what a benchmark measured: a table for people, JSON for machines."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.measure import ROOT, Sample, ratio
from gen import __version__
from gen.git import revision

OUT = Path(__file__).parent / "out"
PACKAGES = ("click", "docxtpl", "jinja2", "lxml", "markdown-it-py", "pydyf", "python-docx", "pyyaml", "weasyprint")


@dataclass(frozen=True, slots=True)
class Target:
    """A figure, and how large it may be."""

    what: str
    figure: float | None
    """None where it could not be measured; a note says why."""
    at_most: float | None = None
    """None where it is only of interest."""
    unit: str = "×"

    @property
    def met(self) -> bool | None:
        """Whether the figure keeps to its target; none where either is missing."""
        return None if self.at_most is None or self.figure is None else self.figure <= self.at_most


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that only say something side by side."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[float | str]]


@dataclass(slots=True)
class Report:
    """What one benchmark measured."""

    name: str
    title: str
    samples: Mapping[str, Sequence[Sample]]
    targets: Sequence[Target]
    notes: Sequence[str] = ()
    facts: Mapping[str, object] = field(default_factory=dict)
    """Sizes of what was worked on."""
    ratios: Mapping[str, float | None] = field(default_factory=dict)
    """The figures that others ask for, by a name that stays."""
    tables: Sequence[Table] = ()


def compare(samples: Mapping[str, Sequence[Sample]], first: str, second: str, stage: str = "") -> float:
    """The ratio of two runs: of the whole processes, or of one stage in both."""
    return ratio(*(
        [sample.stages[stage] if stage else sample.seconds for sample in samples[name]] for name in (first, second)
    ))  # fmt: skip


def peak(samples: Sequence[Sample]) -> float:
    """The largest peak memory of all rounds, in MB."""
    return max(sample.peak_mb for sample in samples)


def show(report: Report) -> None:
    """Print a report and write it to bench/out."""
    rounds = max(map(len, report.samples.values()))
    print(f"\n{report.name}: {report.title} ({rounds} rounds, medians)")
    stages = list(dict.fromkeys(stage for samples in report.samples.values() for stage in samples[0].stages))
    rows = [
        [
            name,
            _time([s.seconds for s in samples]),
            _time([s.cpu for s in samples]),
            *(_stage(samples, stage) for stage in stages),
            f"{peak(samples):.0f}",
        ]
        for name, samples in report.samples.items()
    ]
    print_table(["", "process ms", "cpu ms", *(f"{stage} ms" for stage in stages), "peak MB"], rows)
    print_table(["", "measured", "target", "met"], [_target(target) for target in report.targets])
    for table in report.tables:
        print(f"  {table.title}:")
        print_table(list(table.head), [list(map(_cell, row)) for row in table.rows])
    for note in report.notes:
        print(f"  {note}")
    for fact, value in report.facts.items():
        print(f"  {fact}: {value}")
    OUT.mkdir(exist_ok=True)
    (OUT / f"{report.name}.json").write_text(json.dumps(_content(report), ensure_ascii=False, indent=1) + "\n", "utf-8")


def _cell(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:,.{0 if value >= 100 else 2}f}"


def _content(report: Report) -> dict[str, object]:
    return {
        "benchmark": report.name,
        "title": report.title,
        "notes": list(report.notes),
        "facts": dict(report.facts),
        "ratios": dict(report.ratios),
        "tables": {
            table.title: [dict(zip(table.head, row, strict=True)) for row in table.rows] for table in report.tables
        },
        "targets": [
            {"what": t.what, "figure": t.figure, "unit": t.unit, "at_most": t.at_most, "met": t.met}
            for t in report.targets
        ],
        "runs": {
            name: [
                {"seconds": s.seconds, "cpu": s.cpu, "peak_mb": s.peak_mb, "stages": dict(s.stages)} for s in samples
            ]
            for name, samples in report.samples.items()
        },
        "versions": _versions(),
        "machine": {
            "system": platform.system(),
            "architecture": platform.machine(),
            "processor": _processor(),
            "cores": os.cpu_count(),
            "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
            "load": os.getloadavg()[0],
        },
    }


def _versions() -> dict[str, str]:
    found = {"bidgen": __version__, "revision": revision(ROOT) or "unknown", "python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "absent"
    return found


def _processor() -> str:
    """The model of the processor, where the system tells it."""
    table = Path("/proc/cpuinfo")
    lines = table.read_text("utf-8").splitlines() if table.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor()


def _time(seconds: Sequence[float]) -> str:
    return f"{statistics.median(seconds) * 1000:,.0f}"


def _stage(samples: Sequence[Sample], stage: str) -> str:
    return _time([sample.stages[stage] for sample in samples]) if stage in samples[0].stages else ""


def _target(target: Target) -> list[str]:
    digits = 2 if target.unit == "×" else 0
    limit = "" if target.at_most is None else f"≤ {target.at_most:.{1 if target.unit == '×' else 0}f} {target.unit}"
    return [
        target.what,
        "" if target.figure is None else f"{target.figure:.{digits}f} {target.unit}",
        limit,
        {True: "yes", False: "NO", None: ""}[target.met],
    ]


def print_table(head: list[str], rows: list[list[str]]) -> None:
    """Print rows under their heads, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        first, *rest = (cell.ljust(width) if not at else cell.rjust(width)
                        for at, (cell, width) in enumerate(zip(row, widths, strict=True)))  # fmt: skip
        print("  " + "  ".join((first, *rest)).rstrip())
    print()

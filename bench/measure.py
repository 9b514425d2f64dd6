"""Measure processes: each thing runs in a fresh one, and what is compared takes turns, so that drift hits all alike.

A process is started by `bench/tasks/launch.py`, which also takes its wall time and its largest resident set.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
TASKS = Path(__file__).parent / "tasks"

BIDGEN = (sys.executable, "-c", "from gen.cli.main import main; main()")
"""What the installed command `bidgen` runs."""


@dataclass(frozen=True, slots=True)
class Run:
    """A process to measure."""

    command: Sequence[str | Path]
    folder: Path = ROOT
    cache: Path | None = None
    """Where bidgen remembers what it found; nowhere, so that every run thinks for itself, unless it is given."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One run of a process."""

    seconds: float
    """Wall time from start to end."""
    cpu: float
    """Seconds of processor time, which other jobs of the machine disturb less."""
    peak_mb: float
    stages: Mapping[str, float] = field(default_factory=dict)
    """Seconds of the stages that the process measured itself (bench.tasks.stages)."""


def task(name: str, *arguments: str | Path) -> Run:
    """A run of one of `bench.tasks`."""
    return Run((sys.executable, "-m", f"bench.tasks.{name}", *arguments))


def alternate(runs: Mapping[str, Run], rounds: int) -> dict[str, list[Sample]]:
    """Samples of each run: one unmeasured first, then in turns, forwards and backwards."""
    samples: dict[str, list[Sample]] = {name: [] for name in runs}
    for run in runs.values():
        measure(run)
    for number in range(rounds):
        names = list(runs) if number % 2 == 0 else list(runs)[::-1]
        for name in names:
            samples[name].append(measure(runs[name]))
    return samples


def measure(run: Run) -> Sample:
    """Run a process to its end."""
    output, sample = capture(run)
    last = output.strip().rpartition("\n")[2]
    return replace(sample, stages=json.loads(last)) if last.startswith("{") else sample


def capture(run: Run) -> tuple[str, Sample]:
    """Run a process to its end; also returns what it printed. A process that fails ends the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result"
        done = subprocess.run(
            (sys.executable, "-I", "-S", TASKS / "launch.py", result, *run.command),
            cwd=run.folder, env=_environment(run), capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        status, *figures = result.read_text().split() if done.returncode == 0 else ["1"]
    if status != "0":
        sys.exit(f"{' '.join(map(str, run.command))}\n{done.stdout}{done.stderr}")
    seconds, cpu, peak = map(float, figures)
    return done.stdout, Sample(seconds, cpu, peak / (2**20 if sys.platform == "darwin" else 2**10))


def ratio(first: Sequence[float], second: Sequence[float]) -> float:
    """How much more the first takes than the second: the median of the rounds' own ratios."""
    return statistics.median(a / b for a, b in zip(first, second, strict=True))


def _environment(run: Run) -> dict[str, str]:
    """The environment without what changes Python: byte code is written, and the checkout is what is imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BIDGEN"))}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "BIDGEN_LANG": "en",
                   "BIDGEN_CACHE": str(run.cache or "off")}  # fmt: skip

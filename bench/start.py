"""How soon the command line answers: `bidgen --help` against an empty click program."""

from __future__ import annotations

import json
import sys

from bench.measure import BIDGEN, TASKS, Run, alternate, capture, task
from bench.report import Report, Target, compare


def run(rounds: int = 21) -> Report:
    """Measure."""
    samples = alternate(
        {
            "bidgen --help": Run((*BIDGEN, "--help")),
            "empty click program --help": Run((sys.executable, TASKS / "empty_click.py", "--help")),
            "python that does nothing": Run((sys.executable, "-c", "pass")),
        },
        rounds,
    )
    names = list(samples)
    needless = _imported("--help")
    return Report(
        "start",
        "bidgen --help",
        samples,
        [
            Target("bidgen --help : empty click program", compare(samples, names[0], names[1]), 2.0),
            Target("bidgen --help : python that does nothing", compare(samples, names[0], names[2])),
            Target("heavy modules that --help imports", len(needless), 0, "modules"),
        ],
        facts={
            "imported by --help": needless,
            "imported by check": _imported("check"),
        },
    )


def _imported(*arguments: str) -> list[str]:
    output, _ = capture(task("imported", *arguments))
    modules: list[str] = json.loads(output)
    return modules

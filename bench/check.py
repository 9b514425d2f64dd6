"""How long `bidgen check` takes: on the example, and on a library of 1,000 clauses with 50 bids."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.measure import BIDGEN, ROOT, TASKS, Run, alternate, capture, task
from bench.report import Report, Target, compare, peak


def run(rounds: int = 7) -> Report:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        capture(task("generate", "LIBRARY", folder))
        check = Run((*BIDGEN, "check"), folder)
        compose = (sys.executable, TASKS / "compose_yaml.py")
        samples = alternate(
            {
                "check, the example": Run((*BIDGEN, "check")),
                "compose only, the example": Run((*compose, ROOT)),
                "check, 1,000 clauses, 50 bids": check,
                "compose only, 1,000 clauses, 50 bids": Run((*compose, folder)),
            },
            rounds,
        )
        _example, _example_yaml, whole, yaml = samples
        files = sorted(folder.rglob("*.yaml"))
        facts = {
            "YAML files": len(files),
            "YAML MB": round(sum(file.stat().st_size for file in files) / 1e6, 2),
            "findings": capture(check)[0].count("\n"),
        }
    return Report(
        "check",
        "bidgen check",
        samples,
        [
            Target("check : compose only, 1,000 clauses, 50 bids", compare(samples, whole, yaml), 6.0),
            Target("check : compose only, the example", compare(samples, _example, _example_yaml)),
            Target("peak memory, 1,000 clauses, 50 bids", peak(samples[whole]), unit="MB"),
        ],
        ["The peer reads every YAML file of the workspace with libyaml into nodes with places, and does no more."],
        facts,
    )

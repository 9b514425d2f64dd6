"""How the time of a check grows: with bids, with promises in one bid; and what a second run over the same files is."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench import workspace
from bench.measure import BIDGEN, Run, Sample, alternate, capture, measure, task
from bench.report import Report, Target, compare
from bench.workspace import Size

BIDS = (10, 100, 200, 1000)
PROMISES = (50, 150, 500, 1500, 5000)

WIDE = Size(lines=17, classes=3, bids=12)
"""1,020 clauses, 204 bids of 150 promises each."""


def run(rounds: int = 3) -> Report:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "wide", Path(name) / "cache"
        workspace.generate(folder, WIDE)
        stages = "stages: 1,020 clauses, 204 bids of 150 promises"
        cold, warm = "bidgen check, nothing remembered", "bidgen check, the same files again"
        capture(Run((*BIDGEN, "check", "--fail-on", "never"), folder, cache))
        samples = alternate(
            {
                stages: task("check_stages", folder),
                cold: Run((*BIDGEN, "check", "--fail-on", "never"), folder),
                warm: Run((*BIDGEN, "check", "--fail-on", "never"), folder, cache),
            },
            rounds,
        )
        per_bid = {count: _per_bid(Path(name), count, rounds) for count in BIDS}
        sizes = [measure(task("check_facts", folder, *map(str, PROMISES))) for _ in range(rounds)]
    per_promise = {count: _median(sizes, str(count)) / count for count in PROMISES}
    return Report(
        "scale",
        "how checking grows",
        samples,
        [
            Target("rules : load, resolve, compose, facts", _rules(samples[stages]), 2.0),
            Target("rules : load and resolve alone", _rules(samples[stages], ("load", "resolve"))),
            Target("second run : first run", compare(samples, warm, cold), 0.2),
            Target("one bid of 1,000 : one bid of 10", per_bid[1000] / per_bid[10], 1.5),
            Target("one promise of 5,000 : one promise of 150", per_promise[5000] / per_promise[150], 2.0),
        ],
        ["The rules of bids and library are one figure; the peer is what must be done before any rule runs."],
        {
            **{f"ms a bid, among {count}": round(seconds * 1000, 1) for count, seconds in per_bid.items()},
            **{f"µs a promise, of {count} in a bid": round(each * 1e6, 1) for count, each in per_promise.items()},
        },
    )


def _rules(samples: list[Sample], before: tuple[str, ...] = ("load", "resolve", "compose", "facts")) -> float:
    """The rules' time over that of the stages before them."""
    return statistics.median(
        (sample.stages["check library"] + sample.stages["check bids"]) / sum(sample.stages[stage] for stage in before)
        for sample in samples
    )


def _per_bid(folder: Path, bids: int, rounds: int) -> float:
    """Seconds that the rules take for one bid among so many, in a library that is the same for all."""
    where = folder / f"bids-{bids}"
    workspace.generate(where, Size(lines=10, classes=3, bids=bids // 10))
    return _median([measure(task("check_stages", where)) for _ in range(rounds)], "check bids") / bids


def _median(samples: list[Sample], stage: str) -> float:
    return statistics.median(sample.stages[stage] for sample in samples)

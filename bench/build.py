"""How long `bidgen build` takes: the three documents of the example, and one plan of some 120 pages."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.measure import BIDGEN, Run, alternate, capture, task
from bench.report import Report, Target, compare, peak


def run(rounds: int = 5) -> Report:
    """Measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        capture(task("generate", "PLAN", folder))
        example = (*BIDGEN, "build", "campus-network", "--fresh", "--output")
        plan = (*BIDGEN, "build", "--fresh")
        samples = alternate(
            {
                "the example, Word and PDF": Run((*example, folder / "both")),
                "the example, Word": Run((*example, folder / "word", "--to", "docx")),
                "the plan, Word and PDF": Run((*plan, "--to", "docx", "--to", "pdf"), folder),
                "the plan, Word": Run((*plan, "--to", "docx", "--output", folder / "plan-word"), folder),
            },
            rounds,
        )
        example_files = sorted((folder / "both").glob("*.pdf"))
        plan_files = sorted(folder.glob("projects/*/out/*.pdf"))
        pages = [json.loads(capture(task("pages", *files))[0]) for files in (example_files, plan_files)]
    both, word, plan_both, plan_word = samples
    return Report(
        "build",
        "bidgen build",
        samples,
        [
            Target("peak memory, the plan, Word and PDF", peak(samples[plan_both]), 300, "MB"),
            Target("peak memory, the plan, Word", peak(samples[plan_word]), unit="MB"),
            Target("peak memory, the example, Word and PDF", peak(samples[both]), unit="MB"),
            Target("the example, Word and PDF : Word", compare(samples, both, word)),
            Target("the plan, Word and PDF : Word", compare(samples, plan_both, plan_word)),
        ],
        ["Whole commands: load, check, compose, lay out, publish."],
        {"pages of the example": pages[0], "pages of the plan": pages[1]},
    )

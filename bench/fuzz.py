"""Generated nonsense through the whole engine: findings are fine, an exception or a hang never is.

Files of sound workspaces, of the rules' examples and of generated packages are cut, twisted and filled with rubbish.
What raises is written to bench/out/fuzz/, reduced to the files that it takes. Ends with status 1 if anything did.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from types import FrameType

from bench.planting.judge import Bench, findings_of
from bench.planting.nonsense import sound_files, twisted
from bench.planting.package import Files
from bench.report import OUT
from gen.message import speak
from gen.report import text_report

_SLOW = 20
"""Seconds after which a case counts as one that hangs."""


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """A whole run."""

    seed: int
    seconds: float
    cases: int
    findings: int
    failures: tuple[tuple[str, str], ...]
    """Name of the case and its traceback; one of each kind."""

    def show(self) -> int:
        """Print what happened and write it to bench/out; the exit status."""
        a_second = self.cases / max(self.seconds, 1)
        print(f"\nfuzz: {self.cases} cases in {self.seconds:.0f} s ({a_second:.0f} a second), seed {self.seed}")
        print(f"  findings: {self.findings}")
        print(f"  raised or hung: {len(self.failures)}")
        for name, trace in self.failures:
            print(f"\n  {name}: files in bench/out/fuzz/{name}\n{trace}")
        OUT.mkdir(exist_ok=True)
        content = {
            "benchmark": "fuzz", "seed": self.seed, "seconds": round(self.seconds, 1), "cases": self.cases,
            "findings": self.findings, "failures": [{"case": name, "trace": trace} for name, trace in self.failures],
        }  # fmt: skip
        (OUT / "fuzz.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return 1 if self.failures else 0


def run(minutes: float = 10, seed: int = 1, short: bool = False) -> Fuzzed:
    """Make nonsense on all cores until the time is over."""
    seconds = 20 if short else minutes * 60
    shutil.rmtree(OUT / "fuzz", ignore_errors=True)
    begun = time.perf_counter()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        parts = list(pool.map(_part, range(cores), [cores] * cores, [seed] * cores, [seconds] * cores))
    failures = {trace.rpartition("\n  File ")[2]: (name, trace) for part in parts for name, trace in part[2]}
    return Fuzzed(
        seed, time.perf_counter() - begun, sum(part[0] for part in parts), sum(part[1] for part in parts),
        tuple(failures.values()),
    )  # fmt: skip


def _part(first: int, step: int, seed: int, seconds: float) -> tuple[int, int, list[tuple[str, str]]]:
    """The share of one process: cases, findings, failures of different kinds."""
    speak("en")
    sources = sound_files()
    ends = time.monotonic() + seconds
    cases = findings = 0
    failures: dict[str, tuple[str, str]] = {}
    with Bench() as bench:
        number = first
        while time.monotonic() < ends:
            name = f"{seed}-{number}"
            chance = random.Random(name)
            source = chance.choices(sources, [weight for weight, _ in sources])[0][1]()
            files, touched = twisted(source, chance)
            found, trace = tried(bench, files)
            cases, findings, number = cases + 1, findings + found, number + step
            kind = trace.rpartition("\n  File ")[2]
            if trace and kind not in failures:
                failures[kind] = (name, trace)
                _keep(name, reduced(bench, source, files, touched))
    return cases, findings, list(failures.values())


def tried(bench: Bench, files: Files) -> tuple[int, str]:
    """How much is found, and the traceback of what was raised."""
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(_SLOW)
    try:
        findings = findings_of(bench.lay(files))
        text_report(findings)
    except Exception:  # noqa: BLE001 - any is what is looked for
        return 0, traceback.format_exc(limit=-8)
    finally:
        signal.alarm(0)
    return len(findings), ""


def _late(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def reduced(bench: Bench, source: Files, files: Files, touched: tuple[str, ...]) -> Files:
    """The files with as few of them twisted as it takes; the others as they were."""
    for path in touched:
        less = {name: text for name, text in files.items() if name != path}
        if path in source:
            less[path] = source[path]
        if tried(bench, less)[1]:
            files = less
    return {path: text for path, text in files.items() if source.get(path) != text}


def _keep(name: str, files: Files) -> None:
    for path, text in files.items():
        file = OUT / "fuzz" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", errors="surrogatepass")

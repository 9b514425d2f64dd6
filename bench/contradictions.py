"""Contradictions planted in consistent packages, and edits that change nothing: what is found, missed, invented.

Ends with status 1 where anything was missed or invented. `docs/benchmark.md` says what is planted, and how.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from bench.planting.cases import Recipe, made, recipes
from bench.planting.judge import Bench, Verdict
from bench.planting.pages import without_page
from bench.report import OUT, print_table
from gen import check
from gen.catalogue import ALL_RULES
from gen.message import speak
from gen.rule import FAMILIES

PACKAGES = 5000
SHORT = 320
SEED = 20261123
_SHOWN = 12
"""Misses and false alarms that are printed in full; the JSON holds all."""


@dataclass(slots=True)
class Row:
    """What became of the cases of one rule, or of one class of rules."""

    planted: int = 0
    found: int = 0
    missed: int = 0
    false_alarms: int = 0
    harmless: int = 0
    """Packages and edits in which nothing is to be found."""
    placements: Counter[str] = field(default_factory=Counter)

    def add(self, verdict: Verdict) -> None:
        """Count one case."""
        case = verdict.case
        if case.kind == "planted":
            self.planted += 1
            self.found += verdict.found
            self.missed += not verdict.found
            self.placements.update(case.tags)
        else:
            self.harmless += 1
        self.false_alarms += len(verdict.false_alarms)


@dataclass(frozen=True, slots=True)
class Judged:
    """A whole run."""

    seed: int
    seconds: float
    rules: Mapping[str, Row]
    classes: Mapping[str, Row]
    total: Row
    failures: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether all was found and nothing invented."""
        return not self.total.missed and not self.total.false_alarms

    def show(self) -> int:
        """Print the table and write it to bench/out; the exit status."""
        print(f"\ncontradictions: {self.total.planted + self.total.harmless} packages, seed {self.seed},"
              f" {self.seconds:.0f} s\n")  # fmt: skip
        head = ["", "planted", "found", "missed", "false alarms", "harmless"]
        names = {rule.id: str(rule) for rule in ALL_RULES}
        print_table(head, [_cells(names.get(key, key), row) for key, row in self.rules.items()])
        print_table(head, [*(_cells(key, row) for key, row in self.classes.items()), _cells("all", self.total)])
        print_table(["placed", "planted"], [[tag, str(count)] for tag, count in self.total.placements.most_common()])
        for rule, reason in without_page().items():
            print(f"  not planted: {names[rule]}: {reason}")
        for failure in self.failures[:_SHOWN]:
            print(f"\n  {failure}")
        if len(self.failures) > _SHOWN:
            print(f"\n  … and {len(self.failures) - _SHOWN} more: bench/out/contradictions.json")
        OUT.mkdir(exist_ok=True)
        (OUT / "contradictions.json").write_text(
            json.dumps(self.content(), ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
        return 0 if self.clean else 1

    def content(self) -> dict[str, object]:
        """As JSON."""
        names = {rule.id: rule.name for rule in ALL_RULES}
        return {
            "benchmark": "contradictions",
            "seed": self.seed,
            "packages": self.total.planted + self.total.harmless,
            "seconds": round(self.seconds, 1),
            "total": _json(self.total),
            "classes": {key: _json(row) for key, row in self.classes.items()},
            "rules": {
                key: {"name": names.get(key, key)} | _json(row) | {"placements": dict(row.placements)}
                for key, row in self.rules.items()
            },
            "placements": dict(self.total.placements.most_common()),
            "not_planted": without_page(),
            "failures": list(self.failures),
        }


def run(packages: int | None = None, seed: int = SEED, short: bool = False) -> Judged:
    """Make the cases, run them on all cores, count."""
    wanted = recipes(packages or (SHORT if short else PACKAGES))
    begun = time.perf_counter()
    return counted(judged(wanted, seed), seed, begun)


def judged(wanted: list[Recipe], seed: int) -> Iterable[Verdict]:
    """The verdicts of all cases, in any order."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(cores, _begin) as pool:
        yield from pool.imap_unordered(partial(_judge, seed=seed), wanted, chunksize=16)


def counted(verdicts: Iterable[Verdict], seed: int, begun: float) -> Judged:
    """Verdicts, rule by rule and class by class."""
    rules = {rule.id: Row() for rule in ALL_RULES if rule.id not in without_page()}
    rules |= {"consistent packages": Row(), "other harmless edits": Row()}
    total = Row()
    failures = []
    for verdict in verdicts:
        case = verdict.case
        key = case.rule or ("consistent packages" if case.kind == "consistent" else "other harmless edits")
        for row in (rules[key], total):
            row.add(verdict)
        if not verdict.found or verdict.false_alarms:
            failures.append(_told(verdict))
    classes: dict[str, Row] = {}
    for key, row in rules.items():
        name = _class_of(key)
        classes[name] = _sum(classes.get(name, Row()), row)
    return Judged(seed, time.perf_counter() - begun, rules, classes, total, tuple(sorted(failures)))


_BENCH: list[Bench] = []


def _begin() -> None:
    speak("en")
    _BENCH.append(Bench())


def _judge(recipe: Recipe, seed: int) -> Verdict:
    case = made(recipe, seed)
    return _BENCH[0].judge(case).light()


def _told(verdict: Verdict) -> str:
    case = verdict.case
    said = f"{case.name} ({case.rule or 'nothing'} expected; {', '.join(case.tags)})"
    if not verdict.found:
        said += "\n    missed: " + "; ".join(map(str, verdict.missed))
    return said + "".join(f"\n    false alarm: {words}" for words in verdict.false_alarms)


def _class_of(key: str) -> str:
    """The class of a rule, with what its family says of itself; other rows are classes of their own."""
    for family in check.FAMILIES:
        if key in {module.RULE.id for module in family.RULES}:
            return f"{key[:2]} {(family.__doc__ or '').partition('.')[0]}"
    return f"{key[:2]} {FAMILIES[key[0]]}" if key[1:].isdigit() else key


def _sum(one: Row, other: Row) -> Row:
    return Row(
        one.planted + other.planted, one.found + other.found, one.missed + other.missed,
        one.false_alarms + other.false_alarms, one.harmless + other.harmless, one.placements + other.placements,
    )  # fmt: skip


def _cells(name: str, row: Row) -> list[str]:
    return [name, *map(str, _json(row).values())]


def _json(row: Row) -> dict[str, int]:
    return {"planted": row.planted, "found": row.found, "missed": row.missed, "false_alarms": row.false_alarms,
            "harmless": row.harmless}  # fmt: skip

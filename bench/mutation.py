"""Whether the planted contradictions notice a rule that is disabled or weakened: each mutant in turn.

Every mutant is run over the cases of the rules that it touches; it is noticed where one of them is missed or a false
alarm appears. Ends with status 1 where a mutant that changes what is found is not noticed.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache

from bench.planting.cases import Recipe, made, of_rule
from bench.planting.judge import Bench, Case
from bench.planting.mutants import CUTS, mutants
from bench.report import OUT, print_table
from gen.message import speak
from gen.report import text_report

SEED = 20261123

GUARDED = "an index by scopes has parted them before"
EQUAL = {
    "order.c301_deadline_out_of_order: meet ignores scopes": GUARDED,
    "order.c302_no_time_to_work: meet ignores scopes": GUARDED,
    "order.inversion: meet ignores scopes": GUARDED,
    "order.c301_deadline_out_of_order: relation misses overlaps": "it asks for equal and first inside, never overlap",
    "promises.c101_two_values: meet ignores scopes": "it only says where both hold, which they do",
    "promises.c101_two_values: latest_excess forgives an hour": "it only looks for an example over a holiday",
    "promises.c101_two_values: latest_excess sees no working time": "it only looks for an example over a holiday",
    "promises.c103_terms_differ: order is turned round": "it asks only whether the two differ",
    "arithmetic.c404_written_twice_differently: compare is turned round": "it asks only whether the two differ",
    "dates.c507_free_service_term_differs: compare is turned round": "it asks only whether the two differ",
    "windows.c207_two_starts: relation ignores scopes": "it asks for the severity of what meets",
    "windows.c207_two_starts: relation misses equal scopes": "it asks for the severity, which overlaps alone lower",
    "windows.c207_two_starts: relation misses special cases": "it asks for the severity, which overlaps alone lower",
    "windows.c202_promised_while_closed: meet ignores scopes": "it only says where both hold, which they do",
    "windows.c201_due_while_closed: deadline takes working time for natural time": "only natural time gets there",
    "capability.f101_arrival_before_travel: deadline takes working time for natural time": "it may run on",
    "fees.report: meet ignores scopes": "it only says where both hold, which they do",
    "fees.statements: meet ignores scopes": "`relation`, asked next, is apart just where `meet` is none: no clash",
    "fees.statements: relation ignores scopes": "`meet`, asked before it, is none just where it is apart: no clash",
    "fees.c605_free_repair_charged_parts: relation ignores scopes": "it asks for the severity of what meets",
    "fees.c605_free_repair_charged_parts: relation misses overlaps": "it asks for the severity, which overlaps lower",
    "fees.c605_free_repair_charged_parts: relation misses special cases": "it asks for the severity",
    "fees.lacking: statements knows no fees": "it feeds the review list, which is no finding: tests/review",
    "fees.lacking: services_of knows no services": "it feeds the review list, which is no finding: tests/review",
    "capability.f104_stronger_than_maker: deadline takes working time for natural time": "it may run on",
    "law.limit: longest is an hour short": "no limit is of at most so many months: tests/check/law/test_breach.py",
    "prevails: relation ignores scopes": "it asks for special cases only",
    "prevails: relation misses equal scopes": "it asks for special cases only",
    "prevails: relation misses overlaps": "it asks for special cases only",
    "promises.c102_idle_exception: relation misses overlaps": "another reason is told: it never holds together",
    "guardrail: compare is turned round": "it compares approved values: tests/check/test_guardrail.py",
    "guardrail: compare takes all for the same": "it compares approved values: tests/check/test_guardrail.py",
    "fixes: compare is turned round": "it only sorts the fixes that are offered",
    "fixes: compare takes all for the same": "it only sorts the fixes that are offered",
}
"""Mutants that change no finding, with the reason why they cannot."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What became of one mutant."""

    name: str
    how: str
    """missed, false alarm, raised: noticed. `words`: what is found stays, but not what is said of it, how grave it is
    or which fixes are offered; that is left to the tests of the rule. `equal`: nothing changes. `nothing to cut`:
    the rule yields no findings of that shape (a rule of one side across files). `unplanted`: no package can
    break the rule."""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Mutated:
    """A whole run."""

    seconds: float
    mutants: tuple[Noticed, ...]

    def show(self) -> int:
        """Print the table and write it to bench/out; the exit status."""
        count = Counter(each.how for each in self.mutants)
        print(f"\nmutation: {len(self.mutants)} mutants, {self.seconds:.0f} s\n")
        print_table(["noticed by", "mutants"], [[how, str(number)] for how, number in count.most_common()])
        for how in ("words", "equal", "unplanted"):
            for each in self.mutants:
                if each.how == how:
                    print(f"  {how}: {each.name}" + (f": {EQUAL[each.name]}" if each.name in EQUAL else ""))
        content = {"benchmark": "mutation", "seconds": round(self.seconds, 1), "counts": dict(count),
                   "mutants": [{"mutant": m.name, "noticed": m.how, "case": m.case} for m in self.mutants]}  # fmt: skip
        OUT.mkdir(exist_ok=True)
        (OUT / "mutation.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return 1 if any(each.how == "equal" and each.name not in EQUAL for each in self.mutants) else 0


def run(short: bool = False) -> Mutated:
    """Try every mutant on all cores; short: those that disable a rule only."""
    speak("en")
    begun = time.perf_counter()
    numbers = [n for n, mutant in enumerate(mutants()) if not short or mutant.name.endswith("disabled")]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(cores, _begin) as pool:
        noticed = tuple(pool.imap(_noticed, numbers, chunksize=4))
    return Mutated(time.perf_counter() - begun, noticed)


_BENCH: list[Bench] = []


def _begin() -> None:
    speak("en")
    _BENCH.append(Bench())


def _noticed(number: int) -> Noticed:
    """Run the cases of a mutant until one notices it."""
    mutant = _mutants()[number]
    wanted = [recipe for rule in mutant.rules for recipe in of_rule(rule, 24 if len(mutant.rules) == 1 else 4)]
    if not any(recipe.way in {"planted", "fails"} for recipe in wanted):
        return Noticed(mutant.name, "unplanted")
    how = "equal"
    for recipe in wanted:
        case = _case(recipe)
        with mutant.applied():
            try:
                verdict = _BENCH[0].judge(case)
            except Exception as error:  # noqa: BLE001 - a mutant may break anything
                return Noticed(mutant.name, "raised", f"{case.name}: {type(error).__name__}")
        if not verdict.found:
            return Noticed(mutant.name, "missed", case.name)
        if verdict.false_alarms:
            return Noticed(mutant.name, "false alarm", case.name)
        if _words(_BENCH[0]) != _words_unchanged(recipe):
            how = "words"
    if how == "equal" and mutant.name.partition(": ")[2] in CUTS:
        how = "nothing to cut"
    return Noticed(mutant.name, how)


def _words(bench: Bench) -> str:
    """All that the findings of the last case say."""
    return text_report(bench.findings) + " ".join(str(fix.edits) for each in bench.findings for fix in each.fixes)


@cache
def _words_unchanged(recipe: Recipe) -> str:
    _BENCH[0].judge(_case(recipe))
    return _words(_BENCH[0])


@cache
def _mutants() -> list:  # type: ignore[type-arg]
    return list(mutants())


@cache
def _case(recipe: Recipe) -> Case:
    return made(recipe, SEED)

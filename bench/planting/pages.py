"""The examples of the rules' own pages, moved into other packages: what fails must fail there just the same.

The small workspace that the examples are written for stays as it is; a consistent package stands beside it as a bid of
its own, or its clauses and documents are added to the example's bid.
"""

from __future__ import annotations

import random
import re
from functools import cache
from textwrap import dedent

from bench.planting.base import consistent
from bench.planting.judge import Bench, Case, findings_of, shown
from bench.planting.package import ROOT, THEME, Files, Package, Place
from bench.planting.promise import VOCABULARY
from gen.catalogue import ALL_RULES
from gen.rule import Rule

BASE = ROOT / "tests" / "workspace"
BID = "projects/demo/project.yaml"

UNPLANTED = {
    "S101": "bytes that are no text: tests/test_bad_input.py",
    "S105": "characters that cannot be seen: tests/test_bad_input.py",
    "S113": "links and paths: tests/test_bad_input.py",
    "B501": "a disk that cannot be written: tests/test_publish.py",
    "B503": "base documents of a company: tests/render/test_skin.py",
    "B502": "glyphs that a font lacks: tests/render",
    "B511": "a day that the command is given: tests/obligations",
    "B512": "a day that the command is given: tests/obligations",
    "B513": "a day that the command is given: tests/obligations",
    "A109": "a baseline is no file of a workspace: tests/accept/test_baseline.py",
}
"""Rules that no package of files can break, and where they are tested instead."""

_FILE = re.compile(r"^# ((?:clauses|projects|templates)/\S+)\n", re.MULTILINE)
_DOCUMENTS = re.compile(r"^documents: \[([^\]]*)\]$", re.MULTILINE)


def example(rule: Rule, section: str) -> Files:
    """The files under "Fails:" or "Passes:" of a page; none where it has none."""
    match = re.search(rf"^{section}:\n\n((?:    .*\n|\n)+)", rule.page + "\n", re.MULTILINE)
    parts = _FILE.split(dedent(match[1]) if match else "")
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@cache
def small() -> Files:
    """The workspace that examples are laid over."""
    paths = [path for path in BASE.rglob("*") if path.is_file()]
    made = {path.relative_to(BASE).as_posix(): path.read_text("utf-8") for path in paths}
    return {**made, THEME: (ROOT / THEME).read_text("utf-8")}


def with_page() -> list[Rule]:
    """The rules whose pages have an example that fails."""
    return [rule for rule in ALL_RULES if example(rule, "Fails")]


def without_page() -> dict[str, str]:
    """The other rules, with the reason why; a rule without a reason has none."""
    return {rule.id: UNPLANTED.get(rule.id, "") for rule in ALL_RULES if not example(rule, "Fails")}


def moved(rule: Rule, section: str, chance: random.Random, name: str) -> Case:
    """An example in or beside another package."""
    files: Files = {**small(), **example(rule, section)}
    text = "".join(example(rule, section).values())
    without = {"ladder", "terms", "fees", "damages", *_TOUCHY} | {d for d in VOCABULARY.dimensions if d in text}
    fits = _DOCUMENTS.search(files[BID]) is not None and "\nclauses:" not in files[BID]
    inside = fits and chance.random() < 0.6
    inside = (inside or (fits and "clauses/company.yaml" in example(rule, section))) and rule.id not in _ALONE
    if inside:
        files = _inside(files, consistent(chance, "more", without))
    else:
        files = {**consistent(chance, "other", without).files(), **files}
    tag = "inside a larger bid" if inside else "beside another bid"
    expected = alone(rule.id) if section == "Fails" else ()
    kind = "planted" if section == "Fails" else "harmless"
    return Case(name, kind, files, rule.id, (tag,), expected)


_ALONE = {"S102", "S103", "S104", "S106", "S107", "S108"}
"""Rules whose examples break the file that a package would be added to."""

_TOUCHY = {
    "precedence", "customer_duties", "data_processing", "subcontracting", "training", "training_people",
    "training_days", "inspection_freq", "service_points", "complaint",
    "performance_bond",
}  # fmt: skip
"""Kinds of promise whose mere presence answers a question that some rules ask."""


def _inside(files: Files, package: Package) -> Files:
    """The clauses and documents of a package, as part of the example's bid."""
    own = package.files()
    kinds = [re.search(r"kind: (\S+)", text) for path, text in own.items() if path.startswith("templates/documents")]
    added = ", ".join(kind[1] for kind in kinds if kind)
    bid = _DOCUMENTS.sub(lambda match: f"documents: [{match[1]}, {added}]", files[BID]).rstrip("\n")
    bid += f"\nclauses: {{add: [{', '.join(part.id for part in package.parts)}]}}\n"
    values = own[f"projects/{package.name}/project.yaml"].partition("\nvalues:\n")[2]
    profile = own[f"clauses/profiles/{package.name}.yaml"].partition("\nvalues:\n")[2]
    if (values or profile) and "\nvalues:" not in bid:
        bid += "values:\n" + values + profile
    elif values or profile:
        bid = re.sub(r"^values:\n", lambda m: m[0] + values + profile, bid, flags=re.MULTILINE)
    kept = {path: text for path, text in own.items() if path.startswith(("clauses/more/", "templates/"))}
    return {**kept, **files, BID: bid}


@cache
def alone(rule_id: str) -> tuple[tuple[Place, ...], ...]:
    """The places of the findings that an example gives by itself."""
    rule = next(rule for rule in ALL_RULES if rule.id == rule_id)
    with Bench() as bench:
        findings = findings_of(bench.lay({**small(), **example(rule, "Fails")}))
    return tuple(tuple(sorted(shown(f), key=str)) for f in findings if f.rule.id == rule_id)

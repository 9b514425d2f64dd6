"""Run one case through the engine: what was found, what was missed, what was invented."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench.planting.package import Files, Place, unmarked
from gen.accept import acceptances, judge, marked, seen
from gen.catalogue import ALL_RULES
from gen.examine import examine, load_checked
from gen.finding import Finding, in_order
from gen.workspace import Workspace

TODAY = date(2026, 11, 22)
"""The day on which acceptances are looked at; nothing else knows of a day but the bid's own."""


@dataclass(frozen=True, slots=True)
class Case:
    """A package, and what must be found in it: one contradiction of one rule at its places, or nothing."""

    name: str
    kind: str
    """consistent, planted, or harmless."""
    files: Files
    """With marks; laid over the files that all packages share."""
    rule: str = ""
    """The rule that must find the planted contradiction; of an edit, the rule that it might tempt."""
    tags: tuple[str, ...] = ()
    """How it is placed."""
    expected: tuple[tuple[Place, ...], ...] = ()
    """The places of each finding that must come; without, of one: those that are marked in the files."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one case."""

    case: Case
    found: bool
    """Whether what was planted was found by its rule, at all its places; of a harmless case always true."""
    false_alarms: tuple[str, ...]
    """Everything else that was found."""
    missed: tuple[Place, ...]
    """The places of what was not found."""

    def light(self) -> Verdict:
        """Without the files, to be sent from one process to another."""
        return replace(self, case=replace(self.case, files={}))


class Bench:
    """A folder in memory in which workspaces are laid out, one after the other."""

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        self.root = Path(tempfile.mkdtemp(prefix="planting-", dir=memory if memory.is_dir() else None))
        self.laid: dict[str, str] = {}
        self.findings: tuple[Finding, ...] = ()
        """What was found in the last case."""

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    def lay(self, files: Mapping[str, str]) -> Workspace:
        """Make the folder hold just these files; only what differs is written."""
        for path in self.laid.keys() - files.keys():
            (self.root / path).unlink()
        for path, text in files.items():
            if self.laid.get(path) != text:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_text(text, "utf-8")
        self.laid = dict(files)
        return Workspace(self.root)

    def judge(self, case: Case) -> Verdict:
        """Run a case."""
        files, places = unmarked(case.files)
        self.findings = findings_of(self.lay(files))
        return verdict(case, self.findings, case.expected or (places,))


def findings_of(workspace: Workspace) -> tuple[Finding, ...]:
    """Everything that is found in a workspace and in its bids, and that nobody accepted."""
    library, findings = load_checked(workspace)
    every = [*findings, *(f for bid in library.bids.values() for f in examine(library, bid).findings)]
    given, problems = acceptances(workspace, ALL_RULES)
    held = marked(every, given, TODAY)
    about = judge(held, given, seen(held, library.bids, library.bids), TODAY)
    return in_order(finding for finding in (*held, *problems, *about) if finding.accepted is None)


def verdict(case: Case, findings: tuple[Finding, ...], expected: tuple[tuple[Place, ...], ...]) -> Verdict:
    """Hold what was found against what was planted."""
    left = list(findings)
    missed: list[Place] = []
    for places in expected if case.kind == "planted" else ():
        right = next((each for each in left if each.rule.id == case.rule and shown(each) >= set(places)), None)
        if right is None:
            missed += places
        else:
            left.remove(right)
    return Verdict(case, not missed, tuple(map(in_words, left)), tuple(missed))


def shown(finding: Finding) -> frozenset[Place]:
    """The places that a finding points at."""
    spans = [label.span for label in finding.labels]
    return frozenset(Place(span.source.path, span.line, span.column, span.text) for span in spans)


def in_words(finding: Finding) -> str:
    """A finding on a line."""
    places = "; ".join(str(place) for place in sorted(shown(finding), key=str))
    return f"{finding.rule}: {finding.message} [{places}]"

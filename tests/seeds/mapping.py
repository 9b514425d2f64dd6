"""Where everything of a seed document has gone: each section, form, table, figure, blank, rule and promise of it.

Each `map/Dxx.yaml` is one document. Its keys:

    seed, title  the document
    copies       documents that are copies of it, mapped with it
    bid          the bid of this workspace that takes its subject, structure and figures
    entries      `what` (section, form, table, figure, blank, rule, promise), its `name` or, of promises, the numbers of
                 the hand-made records (`seed`), and either what carries it `by`, or why it is `left_out`

`by` names things of the workspace: `clause:`, `param:`, `document:`, `form:`, `figure:` (the bid prints them all),
`drafting:` (a drafting rule that one of its documents sets), `command:` (of bidgen), `docs:` (a file of the project).
`map/checklist.yaml` says the same of the capabilities that the seeds together ask for, by their code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from gen.cli.main import COMMANDS
from gen.examine import Examined, examine
from gen.library.printing import outlines_of
from gen.model.library import Library
from gen.model.outline import DraftingRules
from gen.template import calls

MAP = Path(__file__).parent / "map"
ROOT = Path(__file__).parent.parent.parent
KINDS = ("section", "form", "table", "figure", "blank", "rule", "promise")


@dataclass(frozen=True)
class SeedMap:
    """The map of one seed document."""

    path: Path

    @cached_property
    def content(self) -> dict[str, Any]:
        return dict(yaml.safe_load(self.path.read_text("utf-8")))

    @property
    def entries(self) -> list[dict[str, Any]]:
        return list(self.content["entries"])

    def promises(self) -> list[str]:
        """The numbers of all records that it maps, in its order."""
        return [number for entry in self.entries if entry["what"] == "promise" for number in entry["seed"]]


def seed_maps() -> list[SeedMap]:
    """All maps of seed documents."""
    return [SeedMap(path) for path in sorted(MAP.glob("D*.yaml"))]


def checklist() -> list[dict[str, Any]]:
    """What the seeds together ask for: `code`, `name`, `by`."""
    return list(yaml.safe_load((MAP / "checklist.yaml").read_text("utf-8")))


@dataclass(frozen=True)
class Carriers:
    """What a bid prints, and what the workspace has, as maps name it."""

    examined: Examined

    def lacking(self, names: list[str]) -> Iterator[str]:
        """Those of the names that stand for nothing which the bid prints or the project has."""
        return (name for name in names if not self._holds(*name.split(":", 1)))

    def _holds(self, what: str, name: str) -> bool:
        match what:
            case "clause":
                return name in self.examined.package.clauses
            case "param":
                return self.examined.package.cell(name) is not None or self.examined.package.param(name) is not None
            case "document":
                return name in self.outlines
            case "form":
                return name in self.outlines or self._prints("form", name)
            case "figure":
                return self._prints("figure", name)
            case "drafting":
                return name in {f.name for f in fields(DraftingRules)} and any(
                    getattr(outline.outline.drafting, name) for outline in self.outlines.values()
                )
            case _:
                return in_project(what, name)

    def _prints(self, function: str, name: str) -> bool:
        """Whether an outline of the bid prints what the call of a function names."""
        return any(
            call.function == function and call.words()[0] == name
            for outline in self.outlines.values()
            for call in calls(outline.body)
        )

    @cached_property
    def outlines(self) -> Mapping[str, Any]:
        return outlines_of(self.examined.package.library, self.examined.package.bid)


def in_project(what: str, name: str) -> bool:
    """Whether the project itself has what a map names: a command, or a file."""
    if what == "command":
        return name in COMMANDS
    return what == "docs" and (ROOT / name).exists()


def carriers(library: Library, bid: str) -> Carriers:
    """What one bid of the workspace carries."""
    return Carriers(examine(library, library.bids[bid]))

"""A whole check of a workspace, as `check` and `accept` need it: library, bids, and what stands accepted."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from gen import git, remembered
from gen.accept import Acceptances, Seen, acceptances, judge, marked, seen
from gen.cli.workspace import CannotRunError, bid_named, chosen_bids, load_library
from gen.finding import Finding
from gen.message import M
from gen.model.bid import folder_of
from gen.model.library import Library
from gen.remembered import Outcome
from gen.rule import Rule
from gen.workspace import LIMIT, MARKER, Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has found."""

    clauses: int
    bids: int
    documents: int
    findings: tuple[Finding, ...]
    """All of them, those that stand accepted marked, those about acceptances behind them."""
    acceptances: Acceptances
    seen: Seen


def checked(workspace: Workspace, names: Sequence[str], today: date) -> Checked:
    """Check the library and the bids named, or all; hold what is found against what is accepted."""
    from gen.catalogue import ALL_RULES

    outcome = _outcome(workspace, names)
    findings = outcome.findings
    given, problems = acceptances(workspace, ALL_RULES)
    extent = seen(findings, outcome.whole, bids_present(workspace))
    held = marked(findings, given, today)
    about = (*problems, *judge(held, given, extent, today))
    return Checked(outcome.clauses, outcome.bids, outcome.documents, (*held, *about), given, extent)


def _outcome(workspace: Workspace, names: Sequence[str]) -> Outcome:
    """What is found before anything is accepted; remembered from an earlier run over the very same files."""
    key = remembered.key(workspace, names)
    outcome = remembered.recall(key, _rules)
    if outcome is None:
        outcome = _found(workspace, names)
        remembered.remember(key, outcome)
    return outcome


def _rules() -> Mapping[str, Rule]:
    from gen.catalogue import ALL_RULES

    return {rule.id: rule for rule in ALL_RULES}


def _found(workspace: Workspace, names: Sequence[str]) -> Outcome:
    from gen.examine import examine

    library, library_findings = load_library(workspace)
    examined = [examine(library, bid) for bid in chosen_bids(library, names, workspace)]
    whole = {str(each.package.bid.id) for each in examined if each.package.whole}
    return Outcome(
        (*library_findings, *(finding for each in examined for finding in each.findings)),
        clauses=len(library.clauses),
        bids=len(examined),
        whole=whole_folders(library, whole),
        documents=sum(len(each.documents) for each in examined),
    )


def found_at(revision: str, workspace: Workspace, names: Sequence[str], today: date) -> tuple[Finding, ...]:
    """What a check of an earlier revision finds: of its files, in a folder aside. Nothing where it had no workspace."""
    root = workspace.root
    if not git.tracked(root):
        raise CannotRunError(M("--since asks git, which knows no repository at {folder}", folder=str(root)))
    commit = git.commit(root, revision)
    if commit is None:
        unknown = M("git knows no revision `{name}`", name=revision)
        lacking = M("{message}; this clone holds only the last ones: fetch more of them", message=unknown)
        raise CannotRunError(lacking if git.shallow(root) else unknown)
    with tempfile.TemporaryDirectory(prefix="bidgen-", ignore_cleanup_errors=True) as folder:
        former = Workspace(Path(folder))
        git.lay_out(root, commit, former.root, paths=(MARKER, *_FOLDERS), endings=_ENDINGS, limit=LIMIT)
        if not (former.root / MARKER).is_file():
            return ()
        projects = former.root / "projects"
        there = [name for name in names if (projects / folder_of(bid_named(name)) / "project.yaml").exists()]
        return checked(former, there, today).findings if there or not names else _library_findings(former, today)


_FOLDERS = ("clauses", "templates", "projects")
_ENDINGS = (MARKER, ".yaml", ".yml", ".md", ".YAML", ".YML")


def _library_findings(workspace: Workspace, today: date) -> tuple[Finding, ...]:
    """What is found of a workspace none of whose bids is asked for."""
    return tuple(finding for finding in checked(workspace, (), today).findings if finding.bid is None)


def whole_folders(library: Library, whole: Collection[str]) -> tuple[str, ...]:
    """The folders all of whose bids are among the `whole`: of several lots, every one."""
    missed = {bid.folder for id_, bid in library.bids.items() if id_ not in whole}
    return tuple(dict.fromkeys(bid.folder for bid in library.bids.values() if bid.folder not in missed))


def bids_present(workspace: Workspace) -> tuple[str, ...]:
    """The bids that have a file, sound or not."""
    return tuple(Path(path).parent.name for path in workspace.files("projects/*/project.yaml"))


def today() -> date:
    """The day that acceptances are held against: BIDGEN_TODAY, else that of SOURCE_DATE_EPOCH, else the machine's."""
    for name in ("BIDGEN_TODAY", "SOURCE_DATE_EPOCH"):
        if text := os.environ.get(name, ""):
            try:
                epoch = name == "SOURCE_DATE_EPOCH"
                return datetime.fromtimestamp(int(text), UTC).date() if epoch else date.fromisoformat(text)
            except (ValueError, OverflowError, OSError) as error:
                raise CannotRunError(M("{name} names no day: `{text}`", name=name, text=text)) from error
    return date.today()

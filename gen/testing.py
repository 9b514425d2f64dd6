"""The tests that `pytest --bidgen` makes of a workspace.

bidgen.toml gives one test for the library; each projects/BID/project.yaml gives one test for its findings and one for
the text of each document, held against projects/BID/snapshots/KIND.txt. What makes `bidgen check` fail makes them fail:
errors that are not of low confidence and that nobody has accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from gen.accept import Acceptances, acceptances, marked
from gen.catalogue import ALL_RULES
from gen.cli.checked import today
from gen.cli.workspace import fails
from gen.examine import Examined, examine, load_checked
from gen.finding import Finding, in_order
from gen.message import M, say
from gen.model.bid import folder_of
from gen.model.library import Library
from gen.model.text import lines
from gen.report import text_report
from gen.rule import Severity
from gen.workspace import MARKER, Workspace


class FailedBidError(Exception):
    """A test of a bid failed; its text is all that there is to say."""


class BidTests:
    """The hooks and the workspace of one run; the workspace is loaded once, each bid examined once."""

    def __init__(self, root: Path, *, update: bool) -> None:
        self.root = root
        self.update = update
        self.examined = cache(self._examined)

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Take the workspace's own file and those of its bids."""
        if file_path == self.root / MARKER:
            return LibraryFile.from_parent(parent, path=file_path, tests=self)
        if file_path.name == "project.yaml" and file_path.parent.parent == self.root / "projects":
            return BidFile.from_parent(parent, path=file_path, tests=self)
        return None

    @cached_property
    def loaded(self) -> tuple[Library, tuple[Finding, ...], Acceptances]:
        """The library, what was found in the workspace's files, and what is accepted."""
        workspace = Workspace(self.root)
        library, findings = load_checked(workspace)
        accepted, problems = acceptances(workspace, ALL_RULES)
        return library, (*findings, *problems), accepted

    def _examined(self, bid: str) -> Examined | None:
        library, _, _ = self.loaded
        return examine(library, library.bids[bid]) if bid in library.bids else None

    def errors(self, bid: str | None) -> tuple[Finding, ...]:
        """What fails the test of a bid; without one, of the library: all that is about no single bid."""
        _, of_files, accepted = self.loaded
        findings = [finding for finding in of_files if self.bid_of(finding) == bid]
        examined = self.examined(bid) if bid else None
        findings += examined.findings if examined else ()
        held = marked(in_order(findings), accepted, today())
        return tuple(finding for finding in held if fails([finding], Severity.ERROR))

    def bid_of(self, finding: Finding) -> str | None:
        """The bid that a finding of a file is about: its own, or the one in whose folder it points first.

        What lies in a folder that holds no bid is the library's, since no bid's test would show it.
        """
        path = finding.labels[0].span.source.path if finding.labels else ""
        top, _, rest = path.partition("/")
        bid = finding.bid or (rest.partition("/")[0] if top == "projects" else "")
        if not bid or not (self.root / "projects" / folder_of(bid) / "project.yaml").is_file():
            return None
        lots = [id_ for id_, each in self.loaded[0].bids.items() if each.folder == bid]
        return lots[0] if lots else bid  # what is wrong with the file of several lots fails the first


class LibraryFile(pytest.File):
    """bidgen.toml: one test for everything that is no bid."""

    def __init__(self, *, tests: BidTests, **options: Any) -> None:
        super().__init__(**options)
        self.tests = tests

    def collect(self) -> Iterator[pytest.Item]:
        """The one test."""
        yield FindingsItem.from_parent(self, name="findings", tests=self.tests, bid=None)


class BidFile(pytest.File):
    """A bid's project.yaml: a test for its findings, one for each document, one for each snapshot of none."""

    def __init__(self, *, tests: BidTests, **options: Any) -> None:
        super().__init__(**options)
        self.tests = tests

    def collect(self) -> Iterator[pytest.Item]:
        """The tests, in an order that does not change."""
        name = self.path.parent.name
        library, *_ = self.tests.loaded
        lots = {id_: bid for id_, bid in library.bids.items() if bid.folder == name}
        if not lots:
            yield FindingsItem.from_parent(self, name="findings", tests=self.tests, bid=name)
            return
        named: set[str] = set()
        for id_, bid in lots.items():
            within = f"{bid.lot}/" if bid.lot else ""
            yield FindingsItem.from_parent(self, name=f"{within}findings", tests=self.tests, bid=id_)
            for kind in bid.documents:
                document = f"{within}{kind}"
                named.add(document)
                yield DocumentItem.from_parent(self, name=document, tests=self.tests, bid=id_)
        snapshots = self.path.parent / "snapshots"
        stored = {file.relative_to(snapshots).with_suffix("").as_posix() for file in snapshots.rglob("*.txt")}
        for stale in sorted(stored - named):
            yield StaleItem.from_parent(self, name=stale, tests=self.tests, bid=name)


class BidItem(pytest.Item):
    """A test of a bid, or of the library where `bid` is none."""

    def __init__(self, *, tests: BidTests, bid: str | None, **options: Any) -> None:
        super().__init__(**options)
        self.tests = tests
        self.bid = bid
        self.snapshot = self.path.parent / "snapshots" / f"{self.name}.txt"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        """The words of a failed test alone, without a traceback of bidgen's own code."""
        if isinstance(excinfo.value, FailedBidError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, and the name of the test as the head of its failure."""
        return self.path, None, f"{self.bid or 'library'}: {self.name}"

    def shown(self, path: Path) -> str:
        """A path as a reader of the workspace names it."""
        return path.relative_to(self.tests.root).as_posix()


class FindingsItem(BidItem):
    """No finding of severity error that nobody has accepted."""

    def runtest(self) -> None:
        """Fail with the report of all errors."""
        errors = self.tests.errors(self.bid)
        if errors:
            raise FailedBidError(text_report(errors))
        if self.bid and self.tests.examined(self.bid) is None:
            raise FailedBidError(say(M("the bid could not be read; `bidgen check` says why")))


class DocumentItem(BidItem):
    """The text of a document, paragraph by paragraph, as its snapshot has it."""

    def runtest(self) -> None:
        """Compare, or store the text where that was asked for."""
        examined = self.tests.examined(str(self.bid))
        kind = self.name.rpartition("/")[2]
        document = next((d for d in examined.documents if d.kind == kind), None) if examined else None
        if document is None:
            raise FailedBidError(say(M("the document was not composed; the test `findings` says why")))
        text = "".join(f"{line}\n" for line in lines(document))
        stored = self.snapshot.read_text("utf-8") if self.snapshot.exists() else None
        if text == stored:
            return
        if self.tests.update:
            self.snapshot.parent.mkdir(parents=True, exist_ok=True)
            self.snapshot.write_text(text, "utf-8", newline="\n")
            return
        path = self.shown(self.snapshot)
        if stored is None:
            raise FailedBidError(say(M("there is no {path}: `pytest --bidgen-update` writes it", path=path)))
        message = M("the text differs from {path}: if it is right, run `pytest --bidgen-update`", path=path)
        raise FailedBidError("\n".join((say(message), "", *_difference(stored, text))))


class StaleItem(BidItem):
    """A snapshot of a document that the bid has no longer."""

    def runtest(self) -> None:
        """Fail, or remove it where that was asked for."""
        if self.tests.update:
            self.snapshot.unlink()
            return
        path = self.shown(self.snapshot)
        raise FailedBidError(say(M("the bid has no such document: `pytest --bidgen-update` removes {path}", path=path)))


def _difference(stored: str, text: str) -> Sequence[str]:
    """The lines that differ, with two of those around them."""
    return list(unified_diff(stored.splitlines(), text.splitlines(), "stored", "now", n=2, lineterm=""))

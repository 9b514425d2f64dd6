"""Read what a workspace accepts, and mark the findings that it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from gen import yamltree
from gen.accept.comments import Ignore, ignores, says_anything
from gen.decode import decode
from gen.finding import Acceptance, Finding, Label, found
from gen.message import M
from gen.model.acceptance import Accepted
from gen.model.bid import folder_of
from gen.rule import Rule
from gen.stage_rules import a101_accepted_without_reason, a107_accepted_twice, s108_wrong_type
from gen.workspace import LIMIT, Workspace, read
from gen.yamltree import Sequence, place_of

LIBRARY_FILE = "clauses/accepted.yaml"
"""Where findings that are about no single bid are accepted."""
_BID_FILES = "projects/*/accepted.yaml"
_COMMENTED = (
    "clauses/**/*.yaml",
    "templates/themes/*/theme.yaml",
    "templates/documents/*.md",
    "templates/forms/*.yaml",
    "projects/*/*.yaml",
)
_ADDRESS = b"bidgen"
"""What a file must hold for a comment in it to be addressed to bidgen; most do not."""

EntryKey = tuple[str | None, str]
"""The bid, none for the library, and the fingerprint."""


def entry_key(finding: Finding) -> EntryKey:
    """Under which entries a finding is looked up: the lots of a bid have one file."""
    return (None if finding.bid is None else folder_of(finding.bid)), finding.fingerprint


@dataclass(frozen=True, slots=True)
class Acceptances:
    """Everything that a workspace accepts."""

    entries: Mapping[EntryKey, Accepted]
    by_place: Mapping[tuple[str, int], tuple[Ignore, ...]]
    """Comments by the file and each line that they speak of."""
    ignores: tuple[Ignore, ...]

    def entry(self, finding: Finding) -> Accepted | None:
        """The entry for a finding, whether or not it still holds."""
        return self.entries.get(entry_key(finding)) if self.entries else None

    def ignores_of(self, finding: Finding) -> Iterator[Ignore]:
        """The comments that speak of a finding: on any of its sides."""
        for label in finding.labels if self.by_place else ():
            for ignore in self.by_place.get((label.span.source.path, label.span.line), ()):
                if finding.rule.id in ignore.rules:
                    yield ignore


def acceptances(workspace: Workspace, rules: Iterable[Rule]) -> tuple[Acceptances, tuple[Finding, ...]]:
    """Read all of a workspace's acceptances; `rules` are those that a comment may name."""
    findings: list[Finding] = []
    entries: dict[EntryKey, Accepted] = {}
    for path in (*workspace.files(LIBRARY_FILE), *workspace.files(_BID_FILES)):
        bid = None if path == LIBRARY_FILE else PurePosixPath(path).parent.name
        for entry in _entries(workspace, path, bid, findings):
            first = entries.setdefault((bid, str(entry.fingerprint)), entry)
            if first is not entry:
                findings.append(_twice(entry, first, bid))
    comments: list[Ignore] = []
    rules = tuple(rules)
    for path in _addressing(workspace):
        source, _ = read(workspace, path)  # what is wrong with it is found where it is loaded
        if source is not None:
            made, problems = ignores(source, rules)
            comments += made
            findings += (replace(problem, bid=_bid_of(path)) for problem in problems)
    by_place: dict[tuple[str, int], tuple[Ignore, ...]] = {}
    for ignore in comments:
        for line in ignore.lines:
            by_place[ignore.path, line] = (*by_place.get((ignore.path, line), ()), ignore)
    return Acceptances(entries, by_place, tuple(comments)), tuple(findings)


def marked(findings: Iterable[Finding], given: Acceptances, today: date) -> tuple[Finding, ...]:
    """The same findings in the same order, those that stand accepted marked."""
    return tuple(_marked(finding, given, today) for finding in findings)


def holds(entry: Accepted, today: date) -> bool:
    """Whether an entry has not expired; it holds on its last day."""
    return not entry.until or entry.until >= today.isoformat()


def _marked(finding: Finding, given: Acceptances, today: date) -> Finding:
    entry = given.entry(finding)
    if entry is not None and holds(entry, today):
        accepted = Acceptance(
            str(entry.reason), str(entry.by), str(entry.until), entry.span or place_of(entry.fingerprint)
        )
        return replace(finding, accepted=accepted)
    ignore = next(given.ignores_of(finding), None)
    if ignore is not None:
        return replace(finding, accepted=Acceptance(ignore.reason, "", "", ignore.span))
    return finding


def _entries(workspace: Workspace, path: str, bid: str | None, findings: list[Finding]) -> Iterator[Accepted]:
    """The sound entries of one file; an unsound one does not take the others with it."""
    source, read_findings = read(workspace, path)
    node, tree_findings = yamltree.parse(source) if source is not None else (None, ())
    findings += (replace(finding, bid=bid) for finding in (*read_findings, *tree_findings))
    if node is None:
        return
    if not isinstance(node, Sequence):
        message = M("the value does not fit: {expected}", expected=M("a list is expected here"))
        findings.append(found(s108_wrong_type.RULE, message, node.span.source.whole_line(node.span.line), bid=bid))
        return
    for item in node.items:
        entry, problems = decode(Accepted, item)
        findings += (replace(problem, bid=bid) for problem in problems)
        if entry is None:
            continue
        if says_anything(entry.reason):
            yield entry
        else:
            message = M("this acceptance has no reason")
            key = (path, str(entry.fingerprint))
            findings.append(found(a101_accepted_without_reason.RULE, message, place_of(entry.reason), key=key, bid=bid))


def _twice(entry: Accepted, first: Accepted, bid: str | None) -> Finding:
    place = place_of(entry.fingerprint)
    return found(
        a107_accepted_twice.RULE,
        M("`{fingerprint}` is accepted twice", fingerprint=entry.fingerprint),
        Label(place, M("this entry is passed over")),
        Label(place_of(first.fingerprint), M("this one holds")),
        helps=[M("keep one of the two")],
        key=(place.source.path, str(entry.fingerprint)),
        bid=bid,
    )


def _addressing(workspace: Workspace) -> Iterator[str]:
    """The files in which bidgen is spoken of; the others are not read a second time."""
    paths = {path for pattern in _COMMENTED for path in workspace.files(pattern)}
    for path in sorted(paths):
        try:
            with (workspace.root / path).open("rb") as file:
                if _ADDRESS in file.read(LIMIT):
                    yield path
        except OSError:
            continue  # found where it is loaded


def _bid_of(path: str) -> str | None:
    parts = PurePosixPath(path).parts
    return parts[1] if parts[0] == "projects" else None

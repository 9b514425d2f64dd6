"""What a run has seen: of what it has not, nobody can say that an acceptance is no longer needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from gen.finding import Finding
from gen.model.bid import folder_of

MISSING = ("S", "R201", "R202", "R204")
"""Rules that say that something is missing: a promise that could not be read is compared with nothing."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a run went."""

    library: bool
    """Whether all of the library could be read."""
    unseen: frozenset[str]
    """The bids that were not examined as a whole."""

    def whole(self, bid: str | None) -> bool:
        """Whether a bid has shown all its findings; without one, the library."""
        return self.library and bid not in self.unseen

    @property
    def everything(self) -> bool:
        """Whether every bid has."""
        return self.library and not self.unseen


def seen(findings: Iterable[Finding], whole: Iterable[str], present: Iterable[str]) -> Seen:
    """What a run has seen that found `findings`; of the bids `present` it examined those `whole` with their profile."""
    library, broken = True, set[str]()
    for finding in findings:
        if not finding.rule.id.startswith(MISSING):
            continue
        path = finding.labels[0].span.source.path if finding.labels else ""
        top, *rest = PurePosixPath(path).parts or ("",)
        if finding.bid is not None:
            broken.add(folder_of(finding.bid))
        elif top == "projects" and len(rest) > 1:
            broken.add(rest[0])
        else:
            library = False
    return Seen(library, frozenset(map(str, present)) - (frozenset(map(str, whole)) - broken))

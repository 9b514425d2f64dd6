"""Where clauses are used: the document kinds that print them, the profiles that name them, the bids that have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.library.printing import clauses_in
from gen.model.library import Library
from gen.resolve import resolve


@dataclass(frozen=True, slots=True)
class Use:
    """Where one clause is used."""

    documents: tuple[str, ...]
    """Document kinds that print it."""
    profiles: tuple[str, ...]
    """Profiles that name it."""
    bids: tuple[str, ...]
    """Bids that have it."""

    @property
    def nowhere(self) -> bool:
        """Whether no document prints it, or no bid has it."""
        return not self.documents or not self.bids


def uses(library: Library) -> Mapping[str, Use]:
    """The uses of every clause, by its id."""
    documents: dict[str, list[str]] = {}
    for kind, outline in library.outlines.items():
        for clause in clauses_in(outline):
            documents.setdefault(clause, []).append(str(kind))
    profiles: dict[str, list[str]] = {}
    for name, profile in library.profiles.items():
        for clause in profile.clauses:
            profiles.setdefault(str(clause), []).append(str(name))
    bids: dict[str, list[str]] = {}
    for name, bid in library.bids.items():
        for clause in resolve(library, bid)[0].clauses:
            bids.setdefault(clause, []).append(str(name))
    return {
        str(clause): Use(*(tuple(users.get(str(clause), ())) for users in (documents, profiles, bids)))
        for clause in library.clauses
    }


def newest_day(library: Library) -> str:
    """The last day on which a bid of the library is opened; empty where it has none."""
    return max((str(bid.project.submission) for bid in library.bids.values()), default="")

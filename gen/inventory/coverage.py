"""What the document kinds of a library must promise, and whether its clauses can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen.inventory.search import dimensions_of
from gen.inventory.uses import Use
from gen.library.printing import clauses_in
from gen.model.clause import Clause
from gen.model.library import Library
from gen.model.outline import meets


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that a document kind must promise."""

    kind: str
    requires: str
    """A kind of promise, or `topic:` and a topic of clauses."""
    clauses: tuple[str, ...]
    """The clauses of its outline that meet it."""


def demands(library: Library) -> Iterator[Demand]:
    """Everything that document kinds require, each with what meets it."""
    for kind, outline in library.outlines.items():
        named = [library.clauses[name].clause for name in clauses_in(outline) if name in library.clauses]
        for requirement in outline.outline.requires:
            meeting = tuple(str(clause.id) for clause in named if meets(clause, requirement))
            yield Demand(str(kind), str(requirement), meeting)


def uncovered(library: Library) -> tuple[str, ...]:
    """The kinds of promise that no clause makes; a retired clause makes none any more."""
    made = {name for loaded in library.clauses.values() for name in _made(loaded.clause)}
    return tuple(str(name) for name in library.vocabulary.dimensions if name not in made)


def unprinted(library: Library, uses: Mapping[str, Use]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The kinds of promise whose clauses no document kind prints, with those clauses."""
    makers: dict[str, list[str]] = {}
    printed: set[str] = set()
    for id_, loaded in library.clauses.items():
        for name in _made(loaded.clause):
            makers.setdefault(name, []).append(str(id_))
            printed |= {name} if uses[str(id_)].documents else set()
    dimensions = library.vocabulary.dimensions
    return tuple((str(name), tuple(makers[name])) for name in dimensions if name in makers and name not in printed)


def _made(clause: Clause) -> tuple[str, ...]:
    return () if clause.status == "retired" else dimensions_of(clause)

"""The shapes of bids: which documents stand together, and so which clauses a bid has or may have.

A bid may list any documents; `prove` looks at those that the bids of the workspace list, and at each kind by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gen.library.printing import clauses_of, values_of
from gen.model.bid import Bid, Customer, ProjectFacts
from gen.model.library import Library
from gen.model.record import DateText


@dataclass(frozen=True, slots=True)
class Shape:
    """The documents of a bid, and the clauses that they name."""

    documents: tuple[str, ...]
    annexes: Mapping[str, tuple[str, ...]] = field(hash=False)
    required: frozenset[str]
    """Clauses that its documents must print."""
    named: frozenset[str]
    """These, and the optional ones, which profile or bid choose."""


def shapes(library: Library) -> tuple[Shape, ...]:
    """Every shape but those whose bids another allows as well; where there are no documents, one with all clauses."""
    if not library.outlines:
        return (Shape((), {}, frozenset(), frozenset(library.clauses)),)
    made = sorted(_each(library), key=lambda shape: (-len(shape.named), len(shape.required)))
    kept: list[Shape] = []
    for shape in made:
        if not any(shape.named <= other.named and other.required <= shape.required for other in kept):
            kept.append(shape)
    return tuple(kept)


def _each(library: Library) -> Iterator[Shape]:
    instead = {id_: set(map(str, loaded.clause.instead_of)) for id_, loaded in library.clauses.items()}
    alone = (replace(blank_bid(), documents=(kind,)) for kind in library.outlines)
    for bid in (*library.bids.values(), *alone):
        clauses = {clause: must for clause, (_, must) in clauses_of(library, bid).items() if clause in library.clauses}
        alternatives = {id_ for id_, others in instead.items() if others.intersection(clauses)}
        replaceable = {other for id_ in alternatives for other in instead[id_]}
        required = frozenset(clause for clause, must in clauses.items() if must and clause not in replaceable)
        required |= values_of(library, bid, required).keys() - replaceable
        named = frozenset({*clauses, *alternatives, *required})
        yield Shape(tuple(map(str, bid.documents)), bid.annexes, required, named)


def blank_bid() -> Bid:
    """A bid of no particular customer."""
    project = ProjectFacts("", "", DateText("2026-01-01"))
    return Bid(id="", title="", profile="", project=project, customer=Customer(""), documents=())

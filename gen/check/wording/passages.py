"""Every text that somebody wrote: wordings of clauses, outlines, titles, and texts given as values.

What the library holds is checked once, whatever bid uses it; what a bid itself sets is checked with the bid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeVar

from gen.check.wording.reading import Reading, read
from gen.model.library import Library, LoadedClause
from gen.model.package import Package
from gen.model.param import Cell, CellKey
from gen.quantity import Words
from gen.yamltree import Scalar, scalar

Where = Literal["wording", "value", "name"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One text and whose it is."""

    owner: str
    """The clause, document kind, profile or bid that says it."""
    where: Where
    """A wording is prose; a value is text that a parameter prints; a name is a title, or what others call a thing."""
    kind: str
    """The document kind whose wording it is; "" where it serves several."""
    part: str
    """Which of its owner's texts it is: "" for a wording, else the parameter; the cells of a table share it."""
    text: Scalar

    @property
    def reading(self) -> Reading:
        """The text as read."""
        return read(self.text)


def library_passages(library: Library) -> Iterator[Passage]:
    """Every text of the library: clauses, outlines, and what profiles set."""
    for loaded in library.clauses.values():
        yield from clause_passages(loaded)
    for kind, outline in library.outlines.items():
        yield from _one(kind, "wording", kind, outline.outline.body)
        yield from _one(kind, "name", kind, outline.outline.title)
        for number, text in enumerate(outline.texts.values()):
            yield from _one(kind, "name", kind, text.text, f"front {number}")
    for profile, values in library.profile_values.items():
        yield from _values(profile, values)


@lru_cache(maxsize=16384)
def clause_passages(loaded: LoadedClause) -> tuple[Passage, ...]:
    """The texts of one clause: its wordings, its title, and the texts that its parameters print unless set."""
    return tuple(_clause_passages(loaded))


def _clause_passages(loaded: LoadedClause) -> Iterator[Passage]:
    clause = loaded.clause
    yield from _one(clause.id, "wording", "", clause.text)
    for kind, text in clause.variants.items():
        yield from _one(clause.id, "wording", str(kind), text)
    yield from _one(clause.id, "name", "", clause.title)
    for param in loaded.params.values():
        yield from _values(clause.id, {param.name: param.default})
        for label in param.spec.values.values():
            yield from _one(clause.id, "value", "", label, param.name)


def bid_passages(package: Package) -> Iterator[Passage]:
    """The texts that a bid itself gives: values that it sets, and the names of its project and its customer."""
    bid = package.bid
    yield from _values(bid.id, package.library.bid_values.get(bid.id, {}))
    for record in (bid.project, bid.customer):
        for field in ("name", "number", "lot", "site", "scope", "address", "contact", "phone", "postcode"):
            yield from _one(bid.id, "name", "", getattr(record, field, ""), field)


def _beside_clauses(package: Package) -> Iterator[Passage]:
    """The texts of a bid that are no clause's: of its outlines, and its own."""
    for kind in package.bid.documents:
        outline = package.library.outlines.get(kind)
        if outline is not None:
            yield from _one(kind, "wording", kind, outline.outline.body)
    yield from bid_passages(package)


Read = TypeVar("Read")


def read_package(package: Package, reads: Callable[[Passage], Read | None]) -> Iterator[tuple[Passage, Read]]:
    """What `reads` finds in each text of one bid; what it finds in a clause is looked up for every bid that has it."""
    for chosen in package.clauses.values():
        yield from _read_clause(chosen.loaded, reads)
    for passage in _beside_clauses(package):
        if (found := reads(passage)) is not None:
            yield passage, found


@lru_cache(maxsize=65536)
def _read_clause(loaded: LoadedClause, reads: Callable[[Passage], Any]) -> tuple[tuple[Passage, Any], ...]:
    pairs = ((passage, reads(passage)) for passage in clause_passages(loaded))
    return tuple(pair for pair in pairs if pair[1] is not None)


def _values(owner: str, values: Mapping[str, Mapping[CellKey, Cell]]) -> Iterator[Passage]:
    for path, cells in values.items():
        for (_, column), cell in cells.items():
            if isinstance(cell.quantity, Words):
                yield Passage(
                    str(owner), "value", "", f"{path} {column}".rstrip(), scalar(cell.quantity.text, cell.span)
                )


def _one(owner: str, where: Where, kind: str, text: str, part: str = "") -> Iterator[Passage]:
    if isinstance(text, Scalar) and text:
        yield Passage(str(owner), where, kind, part, text)

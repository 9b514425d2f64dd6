"""The report on a library: what it lacks, what it has too much of, and what somebody must look at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gen.inventory.alike import Pair, alike
from gen.inventory.coverage import Demand, demands, uncovered, unprinted
from gen.inventory.uses import Use
from gen.library.unused import unused_params
from gen.model.library import Library


@dataclass(frozen=True, slots=True)
class StrayVariant:
    """A wording for a document kind that never prints it."""

    clause: str
    kind: str
    known: bool
    """Whether there is such a kind; then it does not print the clause."""


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to say about a library."""

    clauses: int
    dimensions: int
    day: str
    """The day against which reviews are held; empty where nobody gave one and no bid has one."""
    uncovered: tuple[str, ...]
    """Kinds of promise that no clause makes."""
    unprinted: tuple[tuple[str, tuple[str, ...]], ...]
    """Kinds of promise whose clauses no document kind prints."""
    demands: tuple[Demand, ...]
    """What document kinds require, and what meets it."""
    in_no_document: tuple[str, ...]
    in_no_bid: tuple[str, ...]
    unused_params: tuple[str, ...]
    alike: tuple[Pair, ...]
    overdue: tuple[tuple[str, str, str], ...]
    """Clause, the day of its review, its owner."""
    retired: tuple[tuple[str, Use], ...]
    """Retired clauses that are still used."""
    variants: tuple[StrayVariant, ...]


def report(library: Library, uses: Mapping[str, Use], day: str, least: Fraction) -> Report:
    """The report on a library; reviews are held against `day`, pairs are alike at least to the share `least`."""
    records = {str(name): loaded.clause for name, loaded in library.clauses.items()}
    living = {name: clause for name, clause in records.items() if clause.status != "retired"}
    return Report(
        clauses=len(records),
        dimensions=len(library.vocabulary.dimensions),
        day=day,
        uncovered=uncovered(library),
        unprinted=unprinted(library, uses),
        demands=tuple(demands(library)),
        in_no_document=tuple(name for name in living if not uses[name].documents),
        in_no_bid=tuple(name for name in living if not uses[name].bids),
        unused_params=tuple(finding.key[0] for finding in unused_params(library)),
        alike=alike({name: str(clause.text) for name, clause in living.items()}, least),
        overdue=tuple(
            (name, str(clause.review_by), str(clause.owner))
            for name, clause in sorted(living.items(), key=lambda entry: (entry[1].review_by, entry[0]))
            if day and clause.review_by < day
        ),
        retired=tuple(
            (name, uses[name])
            for name in records
            if name not in living and any((uses[name].documents, uses[name].bids))
        ),
        variants=tuple(
            StrayVariant(name, str(kind), kind in library.present["document kind"])
            for name, clause in records.items()
            for kind in clause.variants
            if kind not in uses[name].documents
        ),
    )

"""Settle a bid: which clauses it contains, and the value of each of their parameters.

Comes in: the library and one bid. Goes out: a `Package`. A value is taken from the bid, else from its profile, else
from the profile that one extends, else from the clause; a table's cells are settled one by one. What nobody sets and a
relation says is worked out (`gen.derived`).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from gen.derived import derive
from gen.finding import Finding
from gen.library.printing import clauses_of, values_of
from gen.model.bid import Bid
from gen.model.clause import Profile
from gen.model.library import Library
from gen.model.package import Chosen, Package
from gen.model.param import Cell, CellKey, TypedParam, cell_path
from gen.model.record import DateText
from gen.model.setting import SetBy, Setting
from gen.quantity import Date
from gen.source import Span
from gen.unset import unset, writes
from gen.yamltree import Scalar, scalar


def resolve(library: Library, bid: Bid) -> tuple[Package, tuple[Finding, ...]]:
    """Resolve one bid."""
    chain = list(profiles_of(library, bid.profile))
    clauses = _clauses(library, bid, chain)
    layers: list[tuple[SetBy, str, Mapping[str, Mapping[CellKey, Cell]]]] = [
        ("profile", profile.id, library.profile_values.get(profile.id, {})) for profile in reversed(chain)
    ]
    layers.append(("bid", bid.id, library.bid_values.get(bid.id, {})))
    trees = [*(profile.values for profile in chain), bid.values, *(lot.values for lot in bid.lots)]
    params = [param for chosen in clauses.values() for param in chosen.loaded.params.values()]
    settings = {param.path: _settle(param, layers, library) for param in params}
    written = {p.path: [tree for values in trees if (tree := values.get(p.path)) is not None] for p in params}
    package = Package(bid, library, clauses, settings)
    left = derive(package, settings, lambda param, key: any(writes(tree, param, key) for tree in written[param.path]))
    package = replace(package, bid=replace(bid, dates={**_days(params, settings), **bid.dates}))
    return package, tuple(unset(package, written, left))


def _days(params: Iterable[TypedParam], settings: Mapping[str, Mapping[CellKey, Setting]]) -> dict[str, DateText]:
    """The days of events that clauses state; a bid that plans one otherwise is found by the rules on dates (C503)."""
    return {
        param.spec.event: DateText(scalar(setting.quantity.day.isoformat(), setting.sources[0].span))
        for param in params
        if param.spec.event
        for setting in settings[param.path].values()
        if isinstance(setting.quantity, Date)
    }


def profiles_of(library: Library, name: str) -> Iterator[Profile]:
    """A profile and those it extends, nearest first; a circle, reported when loading, is cut."""
    seen: set[str] = set()
    while name in library.profiles and name not in seen:
        seen.add(name)
        profile = library.profiles[name]
        yield profile
        name = profile.extends


def _clauses(library: Library, bid: Bid, chain: list[Profile]) -> dict[str, Chosen]:
    """The clauses of a bid: in the order of its profiles, then its own, then what its documents must print besides.

    A clause that takes the place of others leaves them out, unless the bid adds both. Of what its profiles name, only
    what its documents print, in words or as a value; a bid without documents, as `prove` makes them, has it all.
    """
    printed = clauses_of(library, bid)
    named = [
        clause
        for profile in reversed(chain)
        for clause in profile.clauses
        if (clause in printed or not bid.documents) and isinstance(clause, Scalar)
    ]
    places: dict[str, Span] = {}
    for clause in (*named, *_added(library, bid, printed)):
        if isinstance(clause, Scalar):
            places.setdefault(str(clause), clause.span)
    for name, (call, required) in printed.items():
        if required:
            places.setdefault(name, call.span)
    kept = {c: place for c, place in places.items() if c in library.clauses and c not in bid.clauses.drop}
    replaced = {other for clause in kept for other in library.clauses[clause].clause.instead_of}
    contained = {c: place for c, place in kept.items() if c not in replaced or c in bid.clauses.add}
    for clause, call in values_of(library, bid, contained).items() if bid.documents else ():
        if clause not in bid.clauses.drop and clause not in replaced:
            contained.setdefault(clause, call.span)
    return {clause: Chosen(library.clauses[clause], place) for clause, place in contained.items()}


def _added(library: Library, bid: Bid, printed: Container[str]) -> Iterator[str]:
    """The clauses that a bid adds; what it adds for all lots may be for the documents of some of them."""
    lots = [each for each in library.bids.values() if bid.lot and each.folder == bid.folder]
    own = {clause for lot in bid.lots for clause in lot.clauses.add}
    for clause in bid.clauses.add:
        if clause in printed or clause in own or not any(clause in clauses_of(library, each) for each in lots):
            yield clause


def _settle(
    param: TypedParam, layers: list[tuple[SetBy, str, Mapping[str, Mapping[CellKey, Cell]]]], library: Library
) -> dict[CellKey, Setting]:
    settled = {key: _setting(param, key, cell, "clause", param.clause) for key, cell in param.default.items()}
    for set_by, name, values in layers:
        for key, cell in values.get(param.path, {}).items():
            settled[key] = _setting(param, key, cell, set_by, name)
    axis = library.vocabulary.axes.get(param.spec.rows)
    if axis is None or axis.open or param.spec.type != "table":
        return settled
    rank = {row: number for number, row in enumerate(axis.values)}
    return dict(sorted(settled.items(), key=lambda item: rank[item[0][0]]))


def _setting(param: TypedParam, key: CellKey, cell: Cell, set_by: SetBy, name: str) -> Setting:
    return Setting(cell_path(param, key), cell.quantity, str(cell.quantity), set_by, name, cell.span)

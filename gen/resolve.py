"""Settle a bid: which clauses it contains, and the value of each of their parameters.

Comes in: the library and one bid. Goes out: a `Package`. A value is taken from the bid, else from its profile, else
from the profile that one extends, else from the clause; a table's cells are settled one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.bid import Bid
from gen.model.clause import Profile
from gen.model.library import Library
from gen.model.package import Chosen, Package
from gen.model.param import PLAIN, Cell, CellKey, TypedParam
from gen.model.setting import SetBy, Setting
from gen.stage_rules import r202_missing_parameter
from gen.yamltree import Scalar, place_of


def resolve(library: Library, bid: Bid) -> tuple[Package, tuple[Finding, ...]]:
    """Resolve one bid."""
    chain = list(profiles_of(library, bid.profile))
    clauses = _clauses(library, bid, chain)
    layers: list[tuple[SetBy, str, Mapping[str, Mapping[CellKey, Cell]]]] = [
        ("profile", profile.id, library.profile_values.get(profile.id, {})) for profile in reversed(chain)
    ]
    layers.append(("bid", bid.id, library.bid_values.get(bid.id, {})))
    settings: dict[str, Mapping[CellKey, Setting]] = {}
    findings: list[Finding] = []
    for chosen in clauses.values():
        for param in chosen.loaded.params.values():
            settings[param.path] = settled = _settle(param, layers, library)
            if not settled and not any(param.path in values for _, _, values in layers):
                findings.append(_missing(param, chosen, bid))
    return Package(bid, library, clauses, settings), tuple(findings)


def profiles_of(library: Library, name: str) -> Iterator[Profile]:
    """A profile and those it extends, nearest first; a circle, reported when loading, is cut."""
    seen: set[str] = set()
    while name in library.profiles and name not in seen:
        seen.add(name)
        profile = library.profiles[name]
        yield profile
        name = profile.extends


def _clauses(library: Library, bid: Bid, chain: list[Profile]) -> dict[str, Chosen]:
    dropped = set(bid.clauses.drop)
    named = [clause for profile in reversed(chain) for clause in profile.clauses] + list(bid.clauses.add)
    chosen: dict[str, Chosen] = {}
    for clause in named:
        if clause in library.clauses and clause not in dropped and isinstance(clause, Scalar):
            chosen.setdefault(str(clause), Chosen(library.clauses[clause], clause.span))
    return chosen


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


def cell_path(param: TypedParam, key: CellKey) -> str:
    """clause.parameter, for a table with its row, and its column where it has several."""
    if key == PLAIN:
        return param.path
    row, column = key
    return f"{param.path}.{row}" + (f".{column}" if len(param.columns) > 1 else "")


def _missing(param: TypedParam, chosen: Chosen, bid: Bid) -> Finding:
    return found(
        r202_missing_parameter.RULE,
        M(
            "`{path}` ({label}) has no value in the bid {bid}",
            path=param.path,
            label=param.spec.label,
            bid=bid.id,
        ),
        Label(place_of(next(key for key in chosen.loaded.clause.params if key == param.name)), M("no default here")),
        Label(chosen.span, M("the clause is chosen here")),
        Label(place_of(bid.id), M("nothing sets it here")),
        helps=[M("write under `values` of the bid: `{path}: …`", path=param.path)],
        key=(param.path,),
        bid=bid.id,
    )

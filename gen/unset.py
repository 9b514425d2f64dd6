"""What a bid lacks: values that nobody sets and that follow from no others which are lacking or wrong themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gen import yamltree
from gen.derived import Unsolved
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.package import Chosen, Package
from gen.model.param import PLAIN, CellKey, Place, TypedParam, cell_path
from gen.model.record import Tree
from gen.stage_rules import r202_missing_parameter
from gen.yamltree import place_of

Trees = Mapping[str, Sequence[Tree]]
"""By parameter, what profiles and bid write."""


def unset(package: Package, written: Trees, left: Sequence[Unsolved]) -> Iterator[Finding]:
    """One finding for each value that is lacking; `left` are those that a relation would set and does not."""
    lacking: dict[Place, Finding] = {}
    for chosen in package.clauses.values():
        for param in chosen.loaded.params.values():
            trees = written[param.path]
            if not package.setting(param.path) and not any(map(_says_anything, trees)):
                lacking[param.path, PLAIN] = _missing(param, chosen, package.bid.id)
            lacking |= _unpriced(param, package, trees)
    roots = _roots({*lacking, *(each.place for each in left)}, left, package, written)
    reasons = {each.place: each for each in left if each.reason is not None}
    for place, finding in lacking.items():
        if place in roots:
            yield _explained(finding, reasons[place]) if place in reasons else finding


def writes(tree: Tree, param: TypedParam, key: CellKey) -> bool:
    """Whether a value that is written writes a cell; of a plain parameter there is only one."""
    if param.spec.type != "table":
        return True
    if not isinstance(tree, yamltree.Mapping):
        return False
    row, column = key
    cells = tree.entries.get(yamltree.Scalar(row))
    return isinstance(cells, yamltree.Mapping) and column in cells.entries


def _says_anything(tree: Tree) -> bool:
    """Whether a value that is written says anything; what is unsound in it is a finding of its own."""
    return not isinstance(tree, yamltree.Mapping) or bool(tree.entries)


def _roots(places: set[Place], left: Sequence[Unsolved], package: Package, written: Trees) -> set[Place]:
    """Of cells that are lacking those from which all others follow, once they are set."""

    def unsound(place: Place) -> bool:
        path, key = place
        param = package.param(path)
        return param is not None and any(writes(tree, param, key) for tree in written.get(path, ()))

    roots = set(places)
    for each in left:
        wanted = {need for need in each.needs if not unsound(need)}
        if each.needs and wanted <= roots - {each.place}:
            roots.discard(each.place)
    return roots


def _missing(param: TypedParam, chosen: Chosen, bid: str) -> Finding:
    return found(
        r202_missing_parameter.RULE,
        M("`{path}` ({label}) has no value in the bid {bid}", path=param.path, label=param.spec.label, bid=bid),
        Label(place_of(next(key for key in chosen.loaded.clause.params if key == param.name)), M("no default here")),
        Label(chosen.span, M("the clause is chosen here")),
        Label(place_of(bid), M("nothing sets it here")),
        helps=[M("write under `values` of the bid: `{path}: …`", path=param.path)],
        key=(param.path,),
        bid=bid,
    )


def _unpriced(param: TypedParam, package: Package, written: Sequence[Tree]) -> dict[Place, Finding]:
    """Findings for rows of a table that lack an amount of money; one that is written and unsound is found already."""
    settled, bid = package.setting(param.path), package.bid.id
    prices = [name for name, column in param.spec.columns.items() if column.type == "money"]
    lacking = {}
    for row in dict.fromkeys(row for row, _ in settled):
        for column in prices:
            if (row, column) in settled or any(writes(tree, param, (row, column)) for tree in written):
                continue
            path = cell_path(param, (row, column))
            label = param.spec.columns[column].label
            lacking[param.path, (row, column)] = found(
                r202_missing_parameter.RULE,
                M("`{path}` ({label}) has no value in the bid {bid}", path=path, label=label, bid=bid),
                Label(next(setting.span for key, setting in settled.items() if key[0] == row), M("in this row")),
                helps=[M("write `{column}` in the row `{row}` of `{path}`", column=column, row=row, path=param.path)],
                key=(path,),
                bid=bid,
            )
    return lacking


def _explained(finding: Finding, unsolved: Unsolved) -> Finding:
    """The finding for a value that a relation would set, if what it follows from were another."""
    assert unsolved.reason is not None  # noqa: S101 - asked for only then
    label = Label(unsolved.span, M("it is worked out here, but {reason}", reason=unsolved.reason))
    helps = (M("correct what it is worked out from: {paths}", paths=unsolved.inputs),)
    return replace(finding, labels=(finding.labels[0], label), helps=helps if unsolved.inputs else finding.helps)

"""Cells that nobody need set because a relation says what they are: what they follow from, and when that is known.

`later == sessions - 1` makes the promise of `later` one that hangs on `sessions`. So the solver chooses `sessions`, and
what follows is worked out as for a bid (`gen.derived`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from gen.derived import derive
from gen.model.package import Package
from gen.model.param import CellKey, Place, cell_path
from gen.model.relation import BoundRelation
from gen.model.setting import Setting
from gen.quantity import Quantity
from gen.source import Source
from gen.template.arithmetic import Arithmetic, Operand, OverRows, nodes, operands

if TYPE_CHECKING:
    from gen.prove.rows import Study

NOWHERE = Source("", "").span(1, 1, 1, 1)
_MOST_ENDS = 256
"""Ways in which the ends of what a cell follows from may come together, at most."""


def inputs(study: Study, place: Place, above: frozenset[Place] = frozenset()) -> tuple[Place, ...]:
    """The cells from which one follows; none where no relation says it, or not for all that they may be."""
    for bound, other in _equations(study, place):
        named = list(operands(other))
        if len(named) != len(set(named)) or any(isinstance(node, OverRows) for node in nodes(other)):
            continue  # what goes up and down again, or over rows that a bid may add, has its ends elsewhere
        found: dict[Place, None] = {}
        for operand in named:
            each = _named(operand, bound, place)
            if each in above or each == place:
                break
            own = () if study.can_be_set(each) else inputs(study, each, above | {place})
            if not own and not study.can_be_set(each):
                break
            found |= dict.fromkeys(own or (each,))
        else:
            if _always_known(study, place, tuple(found)):
                return tuple(found)
    return ()


def settled(
    study: Study, values: dict[Place, Quantity], wanted: tuple[Place, ...]
) -> dict[str, dict[CellKey, Setting]]:
    """Some values as settings, and with them those of the cells wanted that follow from them."""
    settings: dict[str, dict[CellKey, Setting]] = {path: {} for path, _ in (*values, *wanted)}
    for (path, key), quantity in values.items():
        param = study.library.param(path)
        if param is not None:
            span = param.default[key].span if key in param.default else param.spec.span or NOWHERE
            settings[path][key] = Setting(cell_path(param, key), quantity, str(quantity), "bid", "", span)
    missing = {place for place in wanted if place[1] not in settings[place[0]]}
    if missing:
        owners = {path.rpartition(".")[0] for path in settings}
        chosen = {owner: study.package.clauses[owner] for owner in owners}
        package = Package(study.package.bid, study.library, chosen, settings)
        reachable = set(missing)
        for each in missing:
            _add_between(study, each, reachable)
        settings |= {path: {} for path, _ in reachable if path not in settings}
        derive(package, settings, lambda param, key: (param.path, key) not in reachable)
    return settings


def _add_between(study: Study, place: Place, reached: set[Place]) -> None:
    """Add the cells that follow from others themselves, on the way to one that follows from them."""
    for bound, other in _equations(study, place):
        for operand in operands(other):
            each = _named(operand, bound, place)
            if not study.can_be_set(each) and each not in reached:
                reached.add(each)
                _add_between(study, each, reached)


def _named(operand: Operand, bound: BoundRelation, place: Place) -> Place:
    """The cell that a name of a relation stands for, in the row of a cell."""
    cells = bound.cells[operand]
    return cells.param, (cells.row if cells.row is not None else place[1][0], cells.column)


def _equations(study: Study, place: Place) -> Iterator[tuple[BoundRelation, Arithmetic]]:
    """The relations of its clause in which a cell stands alone on one side, and the other side."""
    path, (row, column) = place
    for bound in study.library.relations.get(path.rpartition(".")[0], ()):
        if bound.comparison.operator != "==":
            continue
        left, right = bound.comparison.left, bound.comparison.right
        for alone, other in ((left, right), (right, left)):
            cells = bound.cells[alone] if isinstance(alone, Operand) else None
            if cells and (cells.param, cells.column) == (path, column) and cells.row in {None, row}:
                yield bound, other


def _always_known(study: Study, place: Place, found: tuple[Place, ...]) -> bool:
    """Whether a cell can be worked out at all ends of what it follows from."""
    ends = [study.domain(each).points() for each in found]
    count = 1
    for points in ends:
        count *= len(points)
    return count <= _MOST_ENDS and all(
        place[1] in settled(study, dict(zip(found, chosen, strict=True)), (place,))[place[0]]
        for chosen in product(*ends)
    )

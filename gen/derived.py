"""Values that nobody sets and that follow from others: the last day of a term, the total of the copies, a sum.

A relation `end == start + years - "1日"` says what `end` is. Where neither clause, profile nor bid writes it, it is
worked out, so that nobody types a number that can be computed; where somebody does, the relation is checked (C401).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gen.message import M, Message
from gen.model.package import Package
from gen.model.param import PLAIN, CellKey, Place, TypedParam, cell_path
from gen.model.relation import BoundRelation
from gen.model.setting import Setting
from gen.quantity import Date, NotReadError, Quantity, read
from gen.quantity.algebra import Term, shown, term_of
from gen.related import Related
from gen.source import Span
from gen.template.arithmetic import Arithmetic, Operand, operands
from gen.template.reckon import NotSetError, UnfitError, side
from gen.yamltree import place_of

Written = Callable[[TypedParam, CellKey], bool]
"""Whether somebody writes a cell, soundly or not."""


@dataclass(frozen=True, slots=True)
class Unsolved:
    """A cell that a relation would set, and why it does not."""

    place: Place
    span: Span
    """The relation."""
    needs: frozenset[Place]
    """What it would follow from and is not set; empty where everything is, and there is a reason all the same."""
    reason: Message | None
    inputs: tuple[str, ...]
    """The paths of what it would follow from."""


def derive(package: Package, settings: dict[str, dict[CellKey, Setting]], written: Written) -> tuple[Unsolved, ...]:
    """Add to the settings of a package all that follows from them, and from what follows; what does not is left."""
    relations = package.library.relations
    equations = [
        bound
        for clause in package.clauses
        for bound in relations.get(clause, ())
        if bound.comparison.operator == "==" and any(_lacking(bound, package, written))
    ]
    more = True
    while more:
        more = False
        for bound in equations:
            related = Related(bound, package)
            for other, param, key in _lacking(bound, package, written):
                quantity = _worked_out(other, param, key, related)
                if isinstance(quantity, Unsolved):
                    continue
                follows = related.settings(key[0], operands(other))
                place = place_of(bound.relation.that)
                setting = Setting(
                    cell_path(param, key), quantity, str(quantity), "relation", bound.clause, place, follows
                )
                settings[param.path][key] = setting
                more = True
    return tuple(
        left
        for bound in equations
        for other, param, key in _lacking(bound, package, written)
        if isinstance(left := _worked_out(other, param, key, Related(bound, package)), Unsolved)
    )


def _lacking(
    bound: BoundRelation, package: Package, written: Written
) -> Iterator[tuple[Arithmetic, TypedParam, CellKey]]:
    """Each cell without a value that stands alone on one side of a relation, and the other side."""
    left, right = bound.comparison.left, bound.comparison.right
    for alone, other in ((left, right), (right, left)):
        if not isinstance(alone, Operand):
            continue
        cells = bound.cells[alone]
        param = package.param(cells.param)
        if param is None or param.clause != bound.clause:
            continue
        for row in Related(bound, package).rows if cells.row is None else (cells.row,):
            key = (row, cells.column)
            if key not in package.setting(param.path) and not written(param, key):
                yield other, param, key


def _worked_out(other: Arithmetic, param: TypedParam, key: CellKey, related: Related) -> Quantity | Unsolved:
    """The value that the other side gives a cell; where that is another value, as it is written: 1年, not 12个月."""
    needs, reason = frozenset[Place](), None
    try:
        term = side(other, related.values(), key[0])
        quantity = _quantity(term, param, key)
        if quantity is not None:
            same = related.setting(other, key[0]) if isinstance(other, Operand) else None
            return same.quantity if same and type(same.quantity) is type(quantity) else quantity
        reason = M("{value} is no value of it", value=shown(term)[0])
    except UnfitError as unfit:
        reason = unfit.message
    except NotSetError:
        needs = frozenset(_unset(other, key[0], related))
    inputs = tuple(dict.fromkeys(setting.path for setting in related.settings(key[0], operands(other))))
    return Unsolved((param.path, key), place_of(related.bound.relation.that), needs, reason, inputs)


def _unset(other: Arithmetic, row: str, related: Related) -> Iterator[Place]:
    """The cells that a side of a relation speaks of and nobody sets; of a table without rows, all of it."""
    for operand in operands(other):
        path = related.bound.cells[operand].param
        settings = related.package.setting(path)
        yield from ((path, key) for key in related.keys(operand, row) or [PLAIN] if key not in settings)


def _quantity(term: Term, param: TypedParam, key: CellKey) -> Quantity | None:
    """A term as a value of a cell's type; none where people cannot write it so exactly."""
    spec = param.spec.columns[key[1]] if param.spec.type == "table" else param.spec
    if isinstance(term, Date):
        return term if spec.type == "date" else None
    (text,) = shown(term)
    text += "" if term.measure else spec.unit
    try:
        quantity = read(text, spec.type, spec.unit)
    except NotReadError:
        return None
    return quantity if term_of(quantity) == term else None

"""Hold the relations that clauses declare against the parameters that there are.

Comes in: a library. Goes out: the relations that are sound, by clause, with every name bound to the cells it stands
for. A relation is tried out with sample values of the right kinds, so that a sum over unlike units is found whatever
bid uses it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.model.clause import Relation
from gen.model.library import Library, LoadedClause
from gen.model.param import TypedParam
from gen.model.relation import BoundRelation, Cells
from gen.quantity import Date
from gen.quantity.algebra import MINUTE, MONEY, MONTH, SHARE, Amount, Term, count_of
from gen.source import Span
from gen.stage_rules import s108_wrong_type, s112_undefined_name
from gen.template.arithmetic import (
    BANDS,
    Arithmetic,
    Comparison,
    Operand,
    Operation,
    operands,
    parse_relation,
)
from gen.template.reckon import UnfitError, Values, holds, seams
from gen.yamltree import Scalar, place_of


def sound_relations(library: Library, findings: list[Finding]) -> dict[str, tuple[BoundRelation, ...]]:
    """The relations that are sound, by clause; an unsound one is dropped with one finding."""
    sound: dict[str, tuple[BoundRelation, ...]] = {}
    for name, loaded in library.clauses.items():
        if loaded.clause.relations:
            bound = [_bound(relation, loaded, library, findings) for relation in loaded.clause.relations]
            sound[name] = tuple(relation for relation in bound if relation is not None)
    return sound


def _bound(relation: Relation, loaded: LoadedClause, library: Library, findings: list[Finding]) -> BoundRelation | None:
    assert isinstance(relation.that, Scalar)  # noqa: S101 - decoding gives scalars
    comparison, wrong = parse_relation(relation.that)
    findings += wrong
    if comparison is None:
        return None
    binder = _Binder(relation, loaded, library)
    try:
        cells = {operand: binder.cells(operand) for operand in operands(comparison)}
        binder.check_rows(comparison, cells)
        bound = BoundRelation(str(loaded.clause.id), relation, comparison, cells)
        _try_out(bound, library)
    except _UnsoundError as unsound:
        findings += unsound.findings
        return None
    except UnfitError as unfit:
        findings.append(found(s108_wrong_type.RULE, unfit.message, unfit.span, helps=[_KINDS]))
        return None
    return bound


_KINDS = M('a relation adds and compares amounts of one kind: write conversions out, as in `days / "1日" * hours`')


class _UnsoundError(Exception):
    """A relation that cannot be used; without findings where the reason is reported elsewhere."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


class _Binder:
    """Finds the cells that the names of one relation stand for."""

    def __init__(self, relation: Relation, loaded: LoadedClause, library: Library) -> None:
        self.relation = relation
        self.loaded = loaded
        self.library = library

    def cells(self, operand: Operand) -> Cells:
        param, rest = self.param(operand)
        if param.spec.type != "table":
            if rest:
                raise self.undefined(operand, [])
            self.reckonable(operand, param.spec.type)
            return Cells(param.path, "", "")
        columns = param.spec.columns
        only = next(iter(columns)) if len(columns) == 1 else ""
        match rest:
            case []:
                row, column = None, only
            case [name] if name in columns:
                row, column = None, name
            case [name] if only:
                row, column = name, only
            case [name, last] if last in columns:
                row, column = name, last
            case _:
                raise self.undefined(operand, [*columns])
        rows = dict.fromkeys(row for row, _ in param.default)
        if row is not None and rows and row not in rows:
            raise self.undefined(operand, [*rows])
        if column:
            self.reckonable(operand, columns[column].type)
        return Cells(param.path, row, column)

    def param(self, operand: Operand) -> tuple[TypedParam, list[str]]:
        """The parameter that an operand names, and what stands behind it."""
        parts = operand.path.split(".")
        if not operand.foreign:
            if parts[0] in self.loaded.params:
                return self.loaded.params[parts[0]], parts[1:]
            if parts[0] in self.loaded.clause.params:
                raise _UnsoundError
            raise self.undefined(operand, [*self.loaded.params])
        for end in range(len(parts), 1, -1):
            if param := self.library.param(".".join(parts[:end])):
                return param, parts[end:]
        for end in range(1, len(parts)):
            clause = ".".join(parts[:end])
            loaded = self.library.clauses.get(clause)
            if (loaded and parts[end] in loaded.clause.params) or (
                not loaded and clause in self.library.present["clause"]
            ):
                raise _UnsoundError
        known = [param.path for each in self.library.clauses.values() for param in each.params.values()]
        raise self.undefined(operand, known)

    def check_rows(self, comparison: Comparison, cells: dict[Operand, Cells]) -> None:
        """Refuse whole columns where one value is meant, and what reckons with nothing that can be set."""
        if not cells:
            message = M("the relation speaks of no parameter")
            raise _UnsoundError(found(s108_wrong_type.RULE, message, comparison.text.span))
        table = ""
        if self.relation.each:
            param = self.loaded.params.get(self.relation.each)
            if param is None or param.spec.type != "table":
                if param is None and self.relation.each in self.loaded.clause.params:
                    raise _UnsoundError
                message = M("`{name}` is no table parameter of this clause", name=self.relation.each)
                tables = [name for name, each in self.loaded.params.items() if each.spec.type == "table"]
                helps = nearest(self.relation.each, tables)
                span = place_of(self.relation.each)
                raise _UnsoundError(found(s112_undefined_name.RULE, message, span, helps=helps))
            table = param.path
        if comparison.operator == BANDS:
            return
        for operand in (*_single(comparison.left), *_single(comparison.right)):
            if cells[operand].row is None and cells[operand].param != table:
                message = M("`{name}` is a whole column", name=operand.path)
                helps = [M("name one row, sum it up, or say with `each` that the relation holds in every row")]
                raise _UnsoundError(found(s108_wrong_type.RULE, message, operand.span, helps=helps))

    def reckonable(self, operand: Operand, kind: str) -> None:
        if kind in {"window", "flag", "enum", "text"}:
            message = M("`{name}` is of the type {type}; relations reckon with numbers", name=operand.path, type=kind)
            raise _UnsoundError(found(s108_wrong_type.RULE, message, operand.span))

    def undefined(self, operand: Operand, known: list[str]) -> _UnsoundError:
        message = M("`{name}` is not defined", name=operand.path)
        helps = nearest(operand.path if operand.foreign else operand.path.split(".")[-1], known)
        return _UnsoundError(found(s112_undefined_name.RULE, message, operand.span, helps=helps))


_TIMES = (MONTH, "working_hour", "working_day")


def _single(node: Arithmetic) -> Iterator[Operand]:
    """The operands that stand outside sums and counts."""
    match node:
        case Operand():
            yield node
        case Operation():
            yield from _single(node.left)
            yield from _single(node.right)


def _try_out(bound: BoundRelation, library: Library) -> None:
    """Reckon once with sample values; raises UnfitError where the kinds do not go together."""
    samples = {operand: _sample(cells, library, 10007 + 30 * number) for number, (operand, cells) in
               enumerate(bound.cells.items())}  # fmt: skip

    def value(operand: Operand, _row: str) -> Term:
        sample = samples[operand]
        if sample is None:
            message = M("`{name}` is a whole table with several columns", name=operand.path)
            raise UnfitError(message, operand.span)
        return sample

    values = Values(value, lambda operand: ("",) if bound.cells[operand].row is None else (), _coarse)
    if bound.comparison.operator == BANDS:
        for side in (bound.comparison.left, bound.comparison.right):
            if not isinstance(side, Operand) or bound.cells[side].row is not None:
                span: Span = bound.comparison.text.span
                raise UnfitError(M("`bands` takes the two columns of a table: `bands(table.from, table.to)`"), span)
            value(side, "")
        seams(bound.comparison, values)
    else:
        holds(bound.comparison, values)


def _sample(cells: Cells, library: Library, number: int) -> Term | None:
    """A value of the kind that these cells hold; none for a table as a whole."""
    param = library.param(cells.param)
    assert param is not None  # noqa: S101 - it was found when the name was bound
    spec = param.spec.columns.get(cells.column, param.spec) if param.spec.type == "table" else param.spec
    match spec.type:
        case "money":
            return Amount(Fraction(number), ((MONEY, 1),))
        case "percent":
            return Amount(Fraction(number), ((SHARE, 1),))
        case "count":
            return Amount(Fraction(number), count_of(spec.unit))
        case "duration":
            return Amount(Fraction(number * 1440), ((MINUTE, 1),))
        case "frequency":
            return Amount(Fraction(number), (*count_of("次"), (MINUTE, -1)))
        case "date":
            return Date(datetime.date(2026, 1, 1))
        case _:
            return None


def _coarse(term: Term) -> Term:
    """A quantity written in the relation with all units of time as one: months or minutes, each bid chooses."""
    if isinstance(term, Date):
        return term
    measure = tuple(sorted((MINUTE if unit in _TIMES else unit, exponent) for unit, exponent in term.measure))
    return Amount(term.value * 1440, measure) if measure != term.measure else term

"""Can values inside their guardrails break a relation that a clause declares? Reckoned exactly, by the solver.

The two sides of a relation are worked out as `check` works them out, with unknowns in place of the values: so units and
measures are settled in one place only. Comparing is left to the solver, over all values at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, combinations, product
from typing import Any, cast

from gen.check.arithmetic import c401_numbers_disagree
from gen.message import M, Message
from gen.model.param import Place
from gen.model.relation import BoundRelation
from gen.prove.choices import Choices
from gen.prove.rows import Study
from gen.prove.search import OUT_OF_TIME, Outcome
from gen.prove.space import approved, contents
from gen.prove.unknowns import Unknown, grain_of, holds, like, number_of, plain, real, step_of
from gen.quantity import Date, Quantity
from gen.quantity.algebra import Amount, Measure, Term, UnlikeError, common, term_of
from gen.template.arithmetic import BANDS, Operand, OverRows, nodes
from gen.template.reckon import NotSetError, UnfitError, Values, sides

RULE = c401_numbers_disagree.RULE
check = c401_numbers_disagree.check

_MOST_ROWS = 6
"""Rows that a bid may add to a table, at most; beyond them, ways to fill it are too many."""
_MOST_UNITS = 4096
"""Ways in which the units of the values may come together, at most."""


class _NotCoveredError(Exception):
    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


def judged(bound: BoundRelation, study: Study, remaining: Callable[[], float]) -> Outcome:
    """Whether any bid breaks a relation, and the choices nearest to a plain profile that do."""
    if remaining() <= 0:
        return Outcome("undecided", reason=OUT_OF_TIME)
    try:
        cases = [case for case in _cases(bound, study) if case.breakable(remaining())]
        for departures in range(max((case.most for case in cases), default=-1) + 1):
            for case in cases:
                found = case.broken(departures, remaining()) if departures <= case.most else None
                if found is not None:
                    return Outcome("clash", found)
    except _NotCoveredError as error:
        return Outcome("undecided", reason=error.reason)
    return Outcome("sound")


def owners(bound: BoundRelation) -> Iterator[str]:
    """The clauses whose values a relation speaks of, its own first."""
    yield bound.clause
    for each in bound.cells.values():
        yield each.param.rpartition(".")[0]


def given(bound: BoundRelation, study: Study) -> bool:
    """Whether a relation speaks of a value that only the bid knows, such as a price: no guardrail says what it may be.

    Whoever enters it is told by `check` if it does not fit the others.
    """
    params = (study.library.param(each.param) for each in bound.cells.values())
    return any(param.own for param in params if param is not None)


def _cases(bound: BoundRelation, study: Study) -> Iterator[_Case]:
    """One case for each profile, each set of rows that the tables may have, and each way to choose units."""
    if bound.comparison.operator == BANDS:
        raise _NotCoveredError(M("ranges that join are compared row by row"))
    if any(isinstance(node, OverRows) and node.function in {"min", "max"} for node in nodes(bound.comparison)):
        raise _NotCoveredError(M("`min` and `max` are not reckoned with unknown values"))
    for profile in study.library.profiles:
        for rows in _tables(bound, study, profile):
            places = tuple(dict.fromkeys(_places(bound, rows)))
            known = {place: ways for place in places if (ways := list(_measures(study, place, profile)))}
            units = list(known.values())
            count = 1
            for ways in units:
                count *= len(ways)
            if count > _MOST_UNITS:
                raise _NotCoveredError(M("its values can be given in too many units"))
            for measures in product(*units):
                yield _Case(bound, study, profile, rows, dict(zip(known, measures, strict=True)))


class _Case:
    """A relation over values in settled units, under one profile."""

    def __init__(
        self, bound: BoundRelation, study: Study, profile: str, rows: Mapping[str, tuple[str, ...]],
        measures: Mapping[Place, Measure],
    ) -> None:  # fmt: skip
        import z3

        self.z3: Any = z3
        self.bound, self.study, self.profile, self.rows, self.measures = bound, study, profile, rows, measures
        self.solver = z3.Solver()
        self.unknowns = {place: z3.Real(f"{place}") for place in measures}
        self.set = {place: z3.Bool(f"set {place}") for place in measures}
        self.nice: list[Any] = []
        self.written: list[Any] = []
        for place in measures:
            self._cell(place)
        owners = dict.fromkeys(place[0].rpartition(".")[0] for place in measures)
        self.lacking = tuple(c for c in (bound.clause, *owners) if c not in contents(study, profile))
        self.lacking = tuple(dict.fromkeys(self.lacking))
        self.possible = all(
            study.library.clauses[c].clause.status == "approved" and c in study.shape.named for c in self.lacking
        )
        self.most = len(self.lacking) + len(measures)
        self.divisors: list[Any] = []
        broken = [self._breaks(row) for row in self._each()]
        self.solver.add(z3.Or([one for one in broken if one is not None]), *self.divisors)

    def breakable(self, seconds: float) -> bool:
        """Whether any choices under this profile break the relation."""
        return self.possible and self._asked(seconds)

    def broken(self, departures: int, seconds: float) -> Choices | None:
        """Choices with at most so many departures that break the relation."""
        near = self.z3.Bool(f"at most {departures} departures")
        sets = [(one, 1) for one in self.set.values()] or [(self.z3.Or(), 1)]
        self.solver.add(self.z3.Implies(near, self.z3.PbLe(sets, departures - len(self.lacking))))
        if not self._asked(seconds, near):
            return None
        for wish in (self.nice, self.written):
            if self.solver.check(near, *wish) == self.z3.sat:
                return self._first([near, *wish])
        raise _NotCoveredError(M("the values that break it cannot be written as decimals"))

    def _first(self, wanted: list[Any]) -> Choices:
        """Of several answers the first in order: what need not be set is not, and ends are tried from below."""
        for place, is_set in self.set.items():
            stretches = self.study.domain(place).settable
            ends = [number_of(end, self.measures[place]) for each in stretches for end in (each.low, each.high)]
            at = [self.unknowns[place] == real(self.z3, end) for end in dict.fromkeys(ends) if end is not None]
            for option in (self.z3.Not(is_set), *(self.z3.And(is_set, one) for one in at), is_set):
                if self.solver.check(*wanted, option) == self.z3.sat:
                    wanted = [*wanted, option]
                    break
        self.solver.check(*wanted)
        return self._choices(self.solver.model())

    def _asked(self, seconds: float, *assumed: Any) -> bool:
        self.solver.set("timeout", max(1, int(seconds * 1000)))
        answer = self.solver.check(*assumed)
        if answer == self.z3.unknown:
            raise _NotCoveredError(OUT_OF_TIME)
        return bool(answer == self.z3.sat)

    def _cell(self, place: Place) -> None:
        z3, measure, domain = self.z3, self.measures[place], self.study.domain(place)
        unknown, is_set = self.unknowns[place], self.set[place]
        kept = domain.kept.get(self.profile)
        value = number_of(kept, measure) if kept is not None else None
        keeps = z3.And(z3.Not(is_set), unknown == real(z3, value)) if value is not None else z3.Or()
        ways, ends = [keeps], [z3.Not(is_set)]
        for index, stretch in enumerate(domain.settable):
            low, high = number_of(stretch.low, measure), number_of(stretch.high, measure)
            if low is None or high is None:
                continue
            way = [is_set, unknown >= real(z3, low), unknown <= real(z3, high)]
            step = step_of(stretch.low)
            if step is not None:
                way.append(unknown == real(z3, step) * z3.ToReal(z3.Int(f"{place} {index}")))
            ways.append(z3.And(way))
            ends += [unknown == real(z3, low), unknown == real(z3, high)]
        self.solver.add(z3.Or(ways))
        grain = z3.Int(f"{place} grain")
        nice, written = z3.Bool(f"nice {place}"), z3.Bool(f"written {place}")
        self.solver.add(z3.Implies(nice, z3.Or(ends)))
        sample = kept if kept is not None else domain.settable[0].low
        exact = unknown == real(z3, grain_of(sample)) * z3.ToReal(grain)
        self.solver.add(z3.Implies(written, z3.Or(z3.Not(is_set), exact)))
        self.nice.append(nice)
        self.written.append(written)

    def _each(self) -> tuple[str, ...]:
        relation = self.bound.relation
        return self.rows[f"{self.bound.clause}.{relation.each}"] if relation.each else ("",)

    def _breaks(self, row: str) -> Any | None:
        """That the relation does not hold in a row; none where a value of the row is not there."""
        values = Values(self._value, lambda operand: self.rows.get(self.bound.cells[operand].param, ())
                        if self.bound.cells[operand].row is None else ())  # fmt: skip
        try:
            left, right = sides(self.bound.comparison, values, row)
            if isinstance(left, Date) or isinstance(right, Date):
                raise _NotCoveredError(M("days of the calendar are not reckoned with unknown values"))
            common(left, right)
        except NotSetError:
            return None
        except (UnfitError, UnlikeError):
            raise _NotCoveredError(M("its values have no common measure in some units that are allowed")) from None
        first, second = (plain(self.z3, side.value) for side in (left, right))
        return {
            "==": first != second, "<=": first > second, ">=": first < second,
            "<": first >= second, ">": first <= second,
        }[self.bound.comparison.operator]  # fmt: skip

    def _value(self, operand: Operand, row: str) -> Term:
        cells = self.bound.cells[operand]
        place = (cells.param, (cells.row if cells.row is not None else row, cells.column))
        if place not in self.unknowns:
            raise NotSetError
        number = Unknown(self.unknowns[place], self.z3, self.divisors)
        return Amount(cast("Fraction", number), self.measures[place])

    def _choices(self, model: Any) -> Choices:
        sets = []
        for place, is_set in self.set.items():
            if self.z3.is_true(model.eval(is_set, model_completion=True)):
                value = model.eval(self.unknowns[place], model_completion=True)
                number = Fraction(value.numerator_as_long(), value.denominator_as_long())
                sets.append((place, self._quantity(place, number)))
        return Choices(self.profile, self.lacking, tuple(sets), approved(tuple(sets), self.study), (), self.study.shape)

    def _quantity(self, place: Place, number: Fraction) -> Quantity:
        """A value of a cell as it is written: an end of its guardrail as that is, another in the guardrail's unit."""
        measure = self.measures[place]
        fitting = [stretch for stretch in self.study.domain(place).settable if holds(stretch, number, measure)]
        for end in chain.from_iterable((stretch.low, stretch.high) for stretch in fitting):
            if number_of(end, measure) == number:
                return end
        return like(fitting[0].low, number)


def _tables(bound: BoundRelation, study: Study, profile: str) -> Iterator[dict[str, tuple[str, ...]]]:
    """The rows that the tables of a relation may have under a profile."""
    wholes = dict.fromkeys(each.param for each in bound.cells.values() if each.row is None)
    if bound.relation.each:
        wholes[f"{bound.clause}.{bound.relation.each}"] = None
    ways: list[list[tuple[str, ...]]] = []
    for path in wholes:
        param = study.library.param(path)
        assert param is not None  # noqa: S101 - it was found when the name was bound
        sets = [param.default, param.allow, *(cells for _, cells in param.approval if study.approvals)]
        sets += [values.get(path, {}) for values in study.library.profile_values.values()]
        rows = list(dict.fromkeys(row for cells in sets for row, _ in cells))
        every = [(row, [(path, (row, column)) for column in param.columns]) for row in rows]
        fixed = [row for row, cells in every if any(profile in study.domain(cell).kept for cell in cells)]
        more = [row for row, cells in every if row not in fixed and any(study.domain(cell).free for cell in cells)]
        if len(more) > _MOST_ROWS:
            raise _NotCoveredError(M("`{path}` may get too many further rows", path=path))
        subsets = chain.from_iterable(combinations(more, size) for size in range(len(more) + 1))
        ways.append([tuple(row for row in rows if row in fixed or row in some) for some in subsets])
    for chosen in product(*ways):
        yield dict(zip(wholes, chosen, strict=True))


def _places(bound: BoundRelation, rows: Mapping[str, tuple[str, ...]]) -> Iterator[Place]:
    for each in bound.cells.values():
        for row in rows[each.param] if each.row is None else (each.row,):
            yield (each.param, (row, each.column))


def _measures(study: Study, place: Place, profile: str) -> Iterator[Measure]:
    """The measures in which a cell's value may come under a profile."""
    domain = study.domain(place)
    given = [domain.kept[profile]] if profile in domain.kept else []
    for quantity in (*given, *(stretch.low for stretch in domain.settable)):
        if isinstance(quantity, Date):
            raise _NotCoveredError(M("days of the calendar are not reckoned with unknown values"))
    terms = [term_of(quantity) for quantity in (*given, *(stretch.low for stretch in domain.settable))]
    yield from dict.fromkeys(term.measure for term in terms if isinstance(term, Amount))

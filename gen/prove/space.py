"""All choices on which some promises hang, as the solver sees them. It proposes, the rule judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from gen.model.param import Place
from gen.prove.choices import Choices
from gen.prove.judge import Judge, Values
from gen.prove.rows import Study
from gen.prove.values import kind, size
from gen.quantity import Quantity
from gen.resolve import profiles_of


class OutOfTimeError(Exception):
    """The solver gave up."""


class Space:
    """All choices on which some clauses and cells hang, as the solver sees them: one Boolean for each."""

    def __init__(self, judge: Judge) -> None:
        import z3

        self.z3: Any = z3
        self.judge = judge
        self.study = judge.study
        self.clauses = tuple(dict.fromkeys(row.clause for row in judge.rows))
        self.places = tuple(dict.fromkeys(place for row in judge.rows for place in row.cells))
        self.solver = z3.Solver()
        self.model: Any = None
        self.profiles = {name: z3.Bool(f"profile {name}") for name in self.study.library.profiles}
        self.solver.add(z3.PbEq([(one, 1) for one in self.profiles.values()], 1))
        added = [self._added(clause) for clause in self.clauses]
        others = dict.fromkeys(row.clause for row in judge.companions if row.clause not in self.clauses)
        self.others = tuple(others)
        required = self.study.shape.required
        self.dropped = {clause: self._dropped(clause) for clause in others if clause not in required}
        self.sets: dict[Place, dict[Quantity, Any]] = {}
        self.is_: dict[Place, dict[Quantity, Any]] = {}
        for number, place in enumerate(self.places):
            self._cell(number, place)
        sets = [z3.Or(list(of_one.values())) for of_one in self.sets.values() if of_one]
        self.departures = [(one, 1) for one in (*added, *self.dropped.values(), *sets)]
        self.most = len(self.departures)

    def _added(self, clause: str) -> Any:
        """That the bid must add a clause, its profile lacking it; only approved ones may be added."""
        has = self._has(clause)
        if self.study.library.clauses[clause].clause.status != "approved":
            self.solver.add(has)
        return self.z3.Not(has)

    def _dropped(self, clause: str) -> Any:
        """That the bid drops a clause that its profile has."""
        drops = self.z3.Bool(f"drop {clause}")
        self.solver.add(self.z3.Implies(drops, self._has(clause)))
        return drops

    def _has(self, clause: str) -> Any:
        return self.z3.Or([one for name, one in self.profiles.items() if clause in contents(self.study, name)])

    def _cell(self, number: int, place: Place) -> None:
        z3, domain = self.z3, self.study.domain(place)
        ends = dict.fromkeys(end for stretch in domain.settable for end in (stretch.low, stretch.high))
        sets = {end: z3.Bool(f"set {number} {index}") for index, end in enumerate(ends)}
        if sets:
            self.solver.add(z3.PbLe([(one, 1) for one in sets.values()], 1))
        keeps = z3.Not(z3.Or(list(sets.values())))
        self.sets[place] = sets
        self.is_[place] = {
            quantity: z3.Or(
                sets.get(quantity, False),
                z3.And(keeps, z3.Or([self.profiles[name] for name, kept in domain.kept.items() if kept == quantity])),
            )
            for quantity in domain.points()
        }

    def at_most(self, departures: int) -> Any:
        """That a bid is at most so far from its profile."""
        near = self.z3.Bool(f"at most {departures} departures")
        if self.departures:
            self.solver.add(self.z3.Implies(near, self.z3.PbLe(self.departures, departures)))
        return near

    def options(self) -> Iterator[list[Any]]:
        """What can be chosen, one thing after another, as a person would go through it."""
        yield list(self.profiles.values())
        for drops in self.dropped.values():
            yield [self.z3.Not(drops), drops]
        for sets in self.sets.values():
            yield [self.z3.Not(self.z3.Or(list(sets.values()))), *sets.values()]

    def clash(self, wanted: list[Any], remaining: Callable[[], float]) -> dict[Place, Quantity] | None:
        """Values under which the judge says yes, among the choices wanted; none where there are none."""
        while True:
            self.solver.set("timeout", max(1, int(remaining() * 1000)))
            answer = self.solver.check(*wanted)
            if answer == self.z3.unknown:
                raise OutOfTimeError
            if answer == self.z3.unsat:
                return None
            self.model = self.solver.model()
            values = self.values()
            if not self.judge.alone(values):
                self._rule_out(values, self.judge.alone)
                continue
            profile, beside = self._profile(), self._beside()
            if self.judge.among(values, profile, beside):
                return values
            company = [self.profiles[profile], *(self._stays(clause) for clause in beside if clause in self.dropped)]
            self._rule_out(values, lambda each: self.judge.among(each, profile, beside), *company)  # noqa: B023 - now

    def values(self) -> dict[Place, Quantity]:
        """The value of every cell under the choices found; none for a cell that nobody sets."""
        return {
            place: quantity
            for place, each in self.is_.items()
            for quantity, literal in each.items()
            if self._true(literal)
        }

    def _profile(self) -> str:
        return next(name for name, one in self.profiles.items() if self._true(one))

    def _beside(self) -> frozenset[str]:
        """The clauses of the bid that make promises of the same kinds: its own, and those that are not dropped."""
        inside = contents(self.study, self._profile())
        others = {
            clause
            for clause in self.others
            if clause in inside and not (clause in self.dropped and self._true(self.dropped[clause]))
        }
        records = self.study.library.clauses
        replaced = {str(other) for clause in self.clauses for other in records[clause].clause.instead_of}
        return frozenset({*self.clauses, *(others - replaced)})

    def _stays(self, clause: str) -> Any:
        return self.z3.And(self._has(clause), self.z3.Not(self.dropped[clause]))

    def _rule_out(self, values: Values, judge: Callable[[Values], bool], *company: Any) -> None:
        """Rule out a case that is none, and with it as many others as the same corners speak for."""
        wide: dict[Place, list[Quantity]] = {place: [quantity] for place, quantity in values.items()}
        for place, (quantity,) in list(wide.items()):
            alike = [each for each in self.is_[place] if kind(each) == kind(quantity)]
            trial = {**wide, place: alike}
            if len(alike) > 1 and not any(map(judge, _boxed(trial))):
                wide = trial
        z3 = self.z3
        case = [z3.Or([self.is_[place][each] for each in alike]) for place, alike in wide.items()]
        missing = [z3.Not(z3.Or(list(self.is_[place].values()))) for place in self.places if place not in values]
        self.solver.add(z3.Not(z3.And([*case, *missing, *company])))

    def choices(self, values: Values) -> Choices:
        """What has been chosen, for a bid."""
        profile = self._profile()
        added = tuple(clause for clause in self.clauses if clause not in contents(self.study, profile))
        sets = tuple(
            (place, quantity) for place, quantity in values.items() if self._true(self.sets[place].get(quantity, False))
        )
        dropped = tuple(clause for clause, drops in self.dropped.items() if self._true(drops))
        return Choices(profile, added, sets, approved(sets, self.study), dropped, self.study.shape)

    def _true(self, literal: Any) -> bool:
        return bool(self.z3.is_true(self.model.eval(self.z3.And(literal), model_completion=True)))


def _boxed(wide: Mapping[Place, list[Quantity]]) -> Iterator[Values]:
    """The corners of a box."""
    ends = [list(dict.fromkeys((min(alike, key=size), max(alike, key=size)))) for alike in wide.values()]
    for corner in product(*ends):
        yield dict(zip(wide, corner, strict=True))


def contents(study: Study, profile: str) -> frozenset[str]:
    """The clauses that a bid of a profile has before anybody adds or drops any."""
    named = {str(clause) for each in profiles_of(study.library, profile) for clause in each.clauses}
    return study.shape.required | (study.shape.named & named)


def approved(sets: tuple[tuple[Place, Quantity], ...], study: Study) -> tuple[tuple[Place, str], ...]:
    """The cells whose value needs an approval, and the role that may give it."""
    needed = []
    for place, quantity in sets:
        fitting = [
            stretch.role
            for stretch in study.domain(place).settable
            if kind(stretch.low) == kind(quantity) and size(stretch.low) <= size(quantity) <= size(stretch.high)
        ]
        if fitting and "" not in fitting:
            needed.append((place, fitting[0]))
    return tuple(needed)

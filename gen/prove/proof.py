"""The proof that no bid of a library can contradict itself on the declared classes, or the clashes that say otherwise.

Every clash is tried out before it is told: its choices are written as text, read, resolved and checked like any bid.
One that the check does not confirm is a fault of this package; it is told as such, never as a clash.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gen import check
from gen.check.context import Context
from gen.finding import Finding
from gen.message import M, Message
from gen.model.library import Library
from gen.model.param import cell_path
from gen.model.relation import BoundRelation
from gen.prove import relations
from gen.prove.choices import Choices, tried, written
from gen.prove.classes import DECLARED, Declared, Rows
from gen.prove.coverage import Covered, coverage, left_out
from gen.prove.judge import serious
from gen.prove.rows import Study
from gen.prove.search import OUT_OF_TIME, Outcome, judged
from gen.prove.shapes import shapes
from gen.rule import Rule


@dataclass(frozen=True, slots=True)
class Clash:
    """Promises that clash in some bid, and the choices that lead there."""

    finding: Finding
    choices: Choices
    yaml: str
    """The choices as lines of project.yaml."""
    cases: int
    """How many rows and combinations of these commitments clash."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """What could be neither proved nor refuted."""

    rule: Rule
    about: tuple[str, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class Proof:
    """The answer, and how far it reaches."""

    clashes: tuple[Clash, ...]
    undecided: tuple[Undecided, ...]
    covered: Covered
    left_out: tuple[Message, ...]
    other_rules: tuple[Rule, ...]
    """The rules of `check` that are no declared classes."""

    @property
    def proved(self) -> bool:
        """Whether no bid can contradict itself, as far as this reaches."""
        return not self.clashes and not self.undecided


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an outcome speaks of: some promises, or a relation."""

    declared: Declared
    rows: Rows = ()
    relation: BoundRelation | None = None

    @property
    def cause(self) -> object:
        """What makes it one with others: its rule and its commitments."""
        if self.relation is not None:
            return self.declared.rule.id, self.relation.clause, str(self.relation.relation.that)
        return self.declared.rule.id, frozenset((row.clause, row.commitment) for row in self.rows)

    def undecided(self, reason: Message) -> Undecided:
        about = [self.relation.clause] if self.relation is not None else [row.path for row in self.rows]
        return Undecided(self.declared.rule, tuple(dict.fromkeys(about)), reason)


MOST = 50
"""Clashes of one class that are looked for; where there are so many, the first ones will do for a start."""

_AND_MORE = M("so many clashes that what comes after these was not looked at")
_FAULT = M("the check does not confirm the clash that was found; where no other promise decides instead, report it")


def prove(library: Library, *, approvals: bool = False, seconds: float = 600) -> Proof:
    """Look through everything that profiles, clauses and guardrails (with `approvals` also those) leave open."""
    ends = time.monotonic() + seconds
    each_shape = shapes(library)
    first = Study(library, each_shape[0], approvals=approvals)
    studies = (first, *(Study(library, shape, approvals=approvals, like=first) for shape in each_shape[1:]))
    clashes: dict[object, Clash] = {}
    undecided: dict[object, Undecided] = {}
    following: list[_Subject] = []
    tried_on: dict[Rule, set[object]] = {}
    for subject, outcome in _outcomes(studies, lambda: ends - time.monotonic(), tried_on):
        if outcome.choices is None:
            reason = outcome.reason or _FAULT
            once = subject.declared.rule.id if reason in {OUT_OF_TIME, _AND_MORE} else subject.cause
            undecided.setdefault((once, reason), subject.undecided(reason))
            continue
        told = _confirmed(subject, outcome.choices, library)
        if told == "another":
            following.append(subject)
        elif isinstance(told, str):
            undecided.setdefault((subject.cause, _FAULT), subject.undecided(_FAULT))
        else:
            known = clashes.get(subject.cause)
            made = Clash(told, outcome.choices, written(outcome.choices, library), known.cases + 1 if known else 1)
            nearest = known is None or outcome.choices.departures < known.choices.departures
            clashes[subject.cause] = made if known is None or nearest else replace(known, cases=made.cases)
    for subject in following:  # the other clash of that bid was found by itself
        if all(clash.finding.rule != subject.declared.rule for clash in clashes.values()):
            undecided.setdefault((subject.cause, _FAULT), subject.undecided(_FAULT))
    ordered = sorted(clashes.values(), key=lambda one: (one.choices.departures, one.finding.rule.id, one.finding.key))
    return Proof(
        tuple(replace(one, finding=_explained(one, library)) for one in ordered),
        tuple(undecided.values()),
        coverage(studies, tried_on),
        tuple(left_out(studies)),
        tuple(module.RULE for module in check.RULES if module.RULE not in tried_on),
    )


def _outcomes(
    studies: Sequence[Study], remaining: Callable[[], float], tried_on: dict[Rule, set[object]]
) -> Iterator[tuple[_Subject, Outcome]]:
    """Everything that is not sound; what each rule was tried on goes into `tried_on`."""
    for declared in DECLARED:
        known = tried_on.setdefault(declared.rule, set())
        sound: set[Rows] = set()
        for study in studies:
            yield from _of_shape(declared, study, remaining, known, sound)
    reckoned = Declared(relations.RULE, relations.check, lambda _: iter(()))
    known = tried_on.setdefault(relations.RULE, set())
    for study in studies:
        for clause, of_clause in study.library.relations.items():
            for number, bound in enumerate(of_clause):
                if not study.shape.named.issuperset(relations.owners(bound)) or relations.given(bound, study):
                    continue
                known.add((clause, number))
                outcome = relations.judged(bound, study, remaining)
                if outcome.verdict != "sound":
                    yield _Subject(reckoned, relation=bound), outcome


def _of_shape(
    declared: Declared, study: Study, remaining: Callable[[], float], known: set[object], sound: set[Rows]
) -> Iterator[tuple[_Subject, Outcome]]:
    """What is not sound in bids of one shape; what is `sound` in all is not looked at again."""
    unsound: set[object] = set()
    for rows in declared.together(study):
        if rows in sound or _exclude_each_other(rows, study):
            continue
        known.add(rows)
        outcome = judged(declared, rows, study, remaining)
        if outcome.verdict == "sound":
            sound |= {rows} if outcome.everywhere else set()
            continue
        subject = _Subject(declared, rows)
        yield subject, outcome
        unsound.add(subject.cause)
        if len(unsound) == MOST:
            yield subject, Outcome("undecided", reason=_AND_MORE)
            break


def _exclude_each_other(rows: Rows, study: Study) -> bool:
    """Whether one of the clauses, or one that must stand beside them, takes the place of another: no bid has both."""
    records = study.library.clauses
    clauses: set[str] = set()
    waiting = [row.clause for row in rows]
    while waiting:
        if (clause := waiting.pop()) in records and clause not in clauses:
            clauses.add(clause)
            waiting += map(str, records[clause].clause.with_)
    return any(not clauses.isdisjoint(records[each].clause.instead_of) for each in clauses)


def _confirmed(subject: _Subject, choices: Choices, library: Library) -> Finding | Literal["another", "none"]:
    """The finding that the check has for the bid chosen; "another" where that is about other promises of it."""
    package, facts = tried(choices, library)
    findings = [each for each in subject.declared.check(Context(package, facts, ())) if serious(each)]
    if subject.relation is not None:
        key = (subject.relation.clause, str(subject.relation.relation.that))
        return next((each for each in findings if each.key == key), "none")
    wanted = {(row.clause, row.commitment, row.row) for row in subject.rows}
    places = [{fact.span, fact.commitment_span} for fact in facts if (fact.clause, fact.commitment, fact.row) in wanted]
    for all_sides in (True, False):
        for finding in findings:
            shown = [bool(mine & {label.span for label in finding.labels}) for mine in places]
            if all_sides and all(shown) and len(shown) == len(wanted):
                return finding
            if not all_sides and any(shown):
                return "another"
    return "none"


def _explained(clash: Clash, library: Library) -> Finding:
    """The finding as one about the library: with the choices that lead to it, and what its owner can do."""
    choices = clash.choices
    steps = [M("clause `{clause}` added", clause=clause) for clause in choices.added]
    steps += [M("clause `{clause}` dropped", clause=clause) for clause in choices.dropped]
    roles = dict(choices.approved)
    for place, quantity in choices.values:
        param = library.param(place[0])
        assert param is not None  # noqa: S101 - places are made from parameters
        path, value = cell_path(param, place[1]), str(quantity)
        role = library.vocabulary.roles.get(roles[place], roles[place]) if place in roles else ""
        steps.append(
            M("`{path}` = {value}, approved by {role}", path=path, value=value, role=role)
            if role
            else M("`{path}` = {value}", path=path, value=value)
        )
    led = M("the plain profile `{profile}` has it already, before anybody chooses anything", profile=choices.profile)
    helps = [M("mend the values of the profile, or of the clauses")]
    if steps:
        led = M("choices that lead to it: profile `{profile}`, {steps}", profile=choices.profile, steps=tuple(steps))
        helps = [M("narrow the guardrails, so that nobody can choose so")]
    more = [M("{count} cases of these promises clash; this one is nearest to a plain profile", count=clash.cases)]
    notes = (led, *(more if clash.cases > 1 else ()), *clash.finding.notes)
    return replace(clash.finding, bid=None, notes=notes, helps=tuple(helps), fixes=())

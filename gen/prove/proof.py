"""The proof that no bid of a library can contradict itself on the declared classes, or the clashes that say otherwise.

Every clash is tried out before it is told: its choices are written as text, read, resolved and checked like any bid.
One that the check does not confirm is a fault of this package; it is told as such, never as a clash.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from gen import check
from gen.check.context import Context
from gen.finding import Finding
from gen.message import M, Message
from gen.model.library import Library
from gen.model.relation import BoundRelation
from gen.prove import relations
from gen.prove.choices import Choices, tried, written
from gen.prove.classes import DECLARED, Declared, Rows
from gen.prove.judge import serious
from gen.prove.rows import Study
from gen.prove.search import OUT_OF_TIME, Outcome, judged
from gen.prove.space import contents
from gen.quantity import holidays
from gen.resolve import cell_path
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
class Covered:
    """What was looked at."""

    classes: tuple[tuple[Rule, int], ...]
    """Rules, and how many combinations of promises (of C401: relations) each was tried on."""
    profiles: int
    clauses: int
    optional: int
    """Clauses that some profile leaves to the bid to add."""
    values: int
    """Values that a bid may set."""
    approvals: bool


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
    study = Study(library, approvals=approvals)
    clashes: dict[object, Clash] = {}
    undecided: dict[object, Undecided] = {}
    following: list[_Subject] = []
    counts: list[tuple[Rule, int]] = []
    for subject, outcome in _outcomes(study, lambda: ends - time.monotonic(), counts):
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
        _covered(study, counts),
        tuple(_left_out(study)),
        tuple(module.RULE for module in check.RULES if module.RULE not in dict(counts)),
    )


def _outcomes(
    study: Study, remaining: Callable[[], float], counts: list[tuple[Rule, int]]
) -> Iterator[tuple[_Subject, Outcome]]:
    """Everything that is not sound; how much was looked at goes into `counts`."""
    for declared in DECLARED:
        count = 0
        unsound: set[object] = set()
        for rows in declared.together(study):
            count += 1
            outcome = judged(declared, rows, study, remaining)
            if outcome.verdict == "sound":
                continue
            subject = _Subject(declared, rows)
            yield subject, outcome
            unsound.add(subject.cause)
            if len(unsound) == MOST:
                yield subject, Outcome("undecided", reason=_AND_MORE)
                break
        counts.append((declared.rule, count))
    reckoned = Declared(relations.RULE, relations.check, lambda _: iter(()))
    bounds = [bound for of_clause in study.library.relations.values() for bound in of_clause]
    for bound in bounds:
        outcome = relations.judged(bound, study, remaining)
        if outcome.verdict != "sound":
            yield _Subject(reckoned, relation=bound), outcome
    counts.append((relations.RULE, len(bounds)))


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


def _covered(study: Study, counts: list[tuple[Rule, int]]) -> Covered:
    library = study.library
    named = [contents(study, profile) for profile in library.profiles]
    approved = {id_ for id_, loaded in library.clauses.items() if loaded.clause.status == "approved"}
    looked_at = {place for row in study.rows for place in row.cells}
    return Covered(
        tuple(counts),
        len(library.profiles),
        len(approved.union(*named)),
        sum(any(clause not in of_one for of_one in named) for clause in approved),
        sum(study.domain(place).free for place in looked_at),
        study.approvals,
    )


def _left_out(study: Study) -> Iterator[Message]:
    """What the proof does not reach."""
    if not study.approvals:
        yield M("values that somebody must approve; --with-approvals looks at them")
    first, last = holidays.held()
    yield M("public holidays of other years than {first} to {last}", first=first, last=last)
    yield M("warnings and hints: the proof is about what fails `check`")
    yield M("wording, documents, dates, and what hangs on the customer, the project or the company")
    unused = [
        str(id_)
        for id_, loaded in study.library.clauses.items()
        if loaded.clause.status != "approved"
        and not any(id_ in contents(study, name) for name in study.library.profiles)
    ]
    if unused:
        yield M("clauses that are not approved: {clauses}", clauses=tuple(f"`{id_}`" for id_ in unused))
    if study.open_ended:
        paths = tuple(f"`{path}`" for path in sorted(study.open_ended))
        yield M("further rows of tables whose rows bids name themselves: {paths}", paths=paths)

"""Who pays for what: the fee statements of a bid, and where two of them cannot both hold.

A promise says it in one of four ways: by the dimension `service_fee` alone; by its own `fee`; by a service for life
with its fee; by who pays for training. It is about the services of its scope, or else the one that its dimension names.
A promise whose dimension names none is about itself. What is about no single service is about all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from gen.check.context import Context
from gen.check.pairs import Pair, excepted
from gen.check.scope import meet, relation
from gen.message import Message, Named
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary
from gen.quantity import Choice
from gen.rule import Severity

FREE = frozenset({"included", "free"})
"""The fees with which a service costs nothing beyond the price of the contract."""

LIFETIME, SERVICE_FEE, ANNUAL, EXCLUSIONS = "lifetime_service", "service_fee", "post_warranty_fee", "exclusions"

_TRAINING = {"paid": "price_list", "tuition_free": "discounted", "free": "free"}
"""Who pays for training, as a fee: where only the teaching is free, the whole is cheaper but not free."""

_RENEWED = frozenset({"repair", "support", "inspection"})
"""What an annual fee pays for where its promise states no service."""

_PHASES = {
    "warranty_term": "in_warranty",
    "free_support_term": "in_warranty",
    "upgrade_term": "in_warranty",
    "extended_warranty": "post_warranty",
    ANNUAL: "post_warranty",
}
"""The phase that a term or its fee is about where it states none: it says nothing of the time beyond."""

ALL = ""
"""The subject of a statement about every service."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one promise says about who pays."""

    fact: Fact
    """The promise; of the rows of a table, the first."""
    fee: str
    subjects: frozenset[str]
    """Services; the promise's own kind where it is about none; empty where it is about all."""
    scope: Scope
    """Where it holds, with its services as the axis `service`."""

    @property
    def charged(self) -> bool:
        """Whether it costs something beyond the price of the contract."""
        return self.fee not in FREE

    @property
    def plain(self) -> bool:
        """Whether it says just that (维修免费), rather than a deadline or a number that is also free."""
        return self.fact.dimension in {SERVICE_FEE, LIFETIME}


Alike = tuple[Statement, ...]
"""Statements that say the same for the same cases; the first stands for all."""


@dataclass(frozen=True, slots=True)
class FeeClash(Pair):
    """Two statements about one service: what the better says is better for the customer than what the worse does."""

    better: Alike
    worse: Alike
    severity: Severity


def statements(context: Context) -> list[Statement]:
    """The fee statements of a bid, in the order of its promises; what an exclusion costs is none of them.

    The rows of a table are one statement where they differ along one axis only: free for each severity is free.
    """
    rows: dict[tuple[str, int, str], list[Statement]] = {}
    for fact in context.facts:
        if (made := statement(fact)) is not None:
            rows.setdefault((fact.clause, fact.commitment, made.fee), []).append(made)
    return [joined for group in rows.values() for joined in _joined(group)]


def _joined(rows: list[Statement]) -> list[Statement]:
    """Rows of one table as one statement, where only the values of one axis tell them apart."""
    first = rows[0]
    if len(rows) == 1 or any(row.scope.keys() != first.scope.keys() for row in rows):
        return rows
    joint = {axis: frozenset().union(*(row.scope[axis] for row in rows)) for axis in first.scope}
    differing = [axis for axis, values in joint.items() if any(row.scope[axis] != values for row in rows)]
    return rows if len(differing) > 1 else [replace(first, scope=joint)]


def statement(fact: Fact) -> Statement | None:
    """What one promise says about who pays; none where it says nothing."""
    fee = _fee(fact)
    if not fee or fact.dimension == EXCLUSIONS or fact.modality == "shall_not":
        return None
    services = services_of(fact)
    scope = dict(fact.scope)
    if services:
        scope["service"] = services
    if fact.dimension in _PHASES:
        scope.setdefault("phase", frozenset({_PHASES[fact.dimension]}))
    own = frozenset() if services or fact.dimension in {SERVICE_FEE, LIFETIME} else frozenset({fact.dimension})
    return Statement(fact, fee, services or own, scope)


def services_of(fact: Fact) -> frozenset[str]:
    """The services that a promise is about; empty where it names none."""
    if stated := fact.scope.get("service"):
        return stated
    if fact.dimension == ANNUAL:
        return _RENEWED
    return frozenset({str(fact.spec.service)}) if fact.spec.service else frozenset()


def _fee(fact: Fact) -> str:
    key = str(fact.quantity.key) if isinstance(fact.quantity, Choice) else ""
    if fact.dimension == SERVICE_FEE:
        return key if key in fact.spec.values else ""  # a parameter may offer keys of its own
    if fact.dimension == "training_terms":
        return _TRAINING.get(key, "")
    return fact.fee if fact.obligor != "customer" else ""


def by_subject(made: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Statements by each service that they are about; those about all of them under `ALL`."""
    index: dict[str, list[Statement]] = {}
    for one in made:
        for subject in one.subjects or {ALL}:
            index.setdefault(subject, []).append(one)
    return index


def pairs(firsts: Iterable[Statement], seconds: Iterable[Statement]) -> Iterator[tuple[Alike, Alike]]:
    """Every two statements of two lists that are about a service in common, each pair once, those alike together."""
    index: dict[str, list[Alike]] = {}
    for second in _alike(seconds):
        for subject in second[0].subjects or {ALL}:
            index.setdefault(subject, []).append(second)
    for first in _alike(firsts):
        subjects = {*first[0].subjects, ALL} if first[0].subjects else set(index)
        near = (second for subject in sorted(subjects) for second in index.get(subject, ()))
        for second in {id(second): second for second in near}.values():
            yield first, second


def _alike(made: Iterable[Statement]) -> list[Alike]:
    """Statements, those that no comparison can tell apart together; so the work grows with the different ones."""
    classes: dict[object, list[Statement]] = {}
    for one in made:
        fact, promise = one.fact, one.fact.promise
        key = (
            fact.dimension, one.fee, one.subjects, frozenset(one.scope.items()), promise.condition, promise.base,
            promise.overrides, fact.clause if promise.overrides else "",
        )  # fmt: skip
        classes.setdefault(key, []).append(one)
    return [tuple(same) for same in classes.values()]


def clash(better: Alike, worse: Alike, vocabulary: Vocabulary) -> FeeClash | None:
    """How badly two statements clash, the better of which is given first; none where both can hold.

    What is better inside what is worse is a special case in the customer's favour. What is worse inside what is better
    breaks it: an error where the better says that it holds there too, or is for life; else a warning. Statements on
    different conditions are about different cases.
    """
    first, second = better[0], worse[0]
    if meet(first.scope, second.scope) is None or condition(first) != condition(second):
        return None
    severity = _severity(first, second, vocabulary)
    if severity is None:
        return None
    if first.fact.promise.overrides or second.fact.promise.overrides:
        better = tuple(one for one in better if not all(excepted(one.fact, other.fact) for other in worse))
        worse = tuple(one for one in worse if not all(excepted(one.fact, other.fact) for other in better))
        if not better or not worse:
            return None
    return FeeClash(tuple(one.fact for one in better), tuple(one.fact for one in worse), better, worse, severity)


def condition(made: Statement) -> str:
    """The condition on which a statement holds; to renew by the year is open to the customer always."""
    return "" if made.fact.dimension == ANNUAL else str(made.fact.promise.condition)


def _severity(better: Statement, worse: Statement, vocabulary: Vocabulary) -> Severity | None:
    lie: Literal["equal", "first_inside", "second_inside", "overlap", "apart"]
    lie = relation(better.scope, worse.scope, vocabulary)
    if lie == "equal":
        return Severity.ERROR
    if lie in {"first_inside", "apart"}:
        return None
    if better.fact.dimension == LIFETIME and "phase" not in better.scope:
        return Severity.ERROR  # for life leaves no phase out
    said = lie == "second_inside" and all(axis in better.scope for axis in worse.scope)
    return Severity.ERROR if said else Severity.WARNING


def service_words(made: Statement, vocabulary: Vocabulary) -> Message | Named | tuple[Named, ...]:
    """What a statement is about, for people."""
    values = vocabulary.axes["service"].values
    if "service" in made.scope:
        return tuple(Named(values[name].label, values[name].en) for name in values if name in made.scope["service"])
    return made.fact.named


def fee_words(made: Statement, vocabulary: Vocabulary) -> Named:
    """How a statement says that it is paid, for people."""
    word = vocabulary.fees[made.fee]
    return Named(word.label, word.en)

"""Promises of one kind at two places of an ordered axis, the wrong way round: a grave fault served the later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.pairs import Alike, Pair, causes, meeting
from gen.check.prevails import remaining
from gen.check.scope import in_words, meet
from gen.check.sides import says
from gen.check.strength import Strength, deadline, latest_excess, moment, stronger, years_held
from gen.finding import Finding, found
from gen.message import M, Message
from gen.model.fact import Fact, FixedScope, Scope
from gen.quantity import Count, Window
from gen.rule import Confidence, Rule, Severity

Ranks = Mapping[str, int]
"""Values of an axis; the lower one must not be served worse. Values without a rank are not compared."""


@dataclass(frozen=True, slots=True)
class Inverted(Pair):
    """A promise (first) that should be at least as strong as another (second), and is not."""

    strength: Strength


def inversions(
    context: Context, rule: Rule, axis: str, ranks: Ranks, compared: Callable[[Fact], bool] = lambda _: True
) -> Iterator[Finding]:
    """One finding for the commitments of one kind that are the wrong way round on an axis."""
    for same in context.by_dimension.values():
        classes = [each for each in same if axis in each[0].scope and compared(each[0])]
        clashes = [
            clash
            for pair in _meeting(classes, axis)
            if (clash := inverted(*pair, axis, ranks)) and _stands(clash, context, axis, ranks)
        ]
        for cause in causes(clashes):
            yield _finding(cause.clashes, cause.sides, context, rule, axis)


def _meeting(classes: list[Alike], axis: str) -> Iterator[tuple[Alike, Alike]]:
    """Every two classes that meet on all other axes, in both orders; those with the same ones are looked up once."""
    elsewhere: dict[FixedScope, list[Alike]] = {}
    for each in classes:
        elsewhere.setdefault(_without(each[0].scope, axis), []).append(each)
    numbered = list(enumerate(elsewhere))
    for (number, one), (later, other) in meeting(numbered, numbered, lambda each: each[1]):
        if number > later or meet(one, other) is None:
            continue
        if one is other:
            yield from permutations(elsewhere[one], 2)
        else:
            yield from product(elsewhere[one], elsewhere[other])
            yield from product(elsewhere[other], elsewhere[one])


def inverted(first: Alike, second: Alike, axis: str, ranks: Ranks) -> Inverted | None:
    """Whether the first promise holds where it should be as strong as the second, and is weaker."""
    one, other = first[0], second[0]
    highest = min((ranks[value] for value in one.scope[axis] if value in ranks), default=None)
    lowest = max((ranks[value] for value in other.scope[axis] if value in ranks), default=None)
    if highest is None or lowest is None or highest >= lowest or one.scope[axis] & other.scope[axis]:
        return None
    if one.comparator != other.comparator or one.start != other.start or one.ends != other.ends:
        return None
    if one.obligor != other.obligor or meet(_without(one.scope, axis), _without(other.scope, axis)) is None:
        return None
    strength = stronger(one, other)
    if strength == "second":
        return Inverted(first, second, strength)
    limits = deadline(one), deadline(other)
    if strength == "unordered" and limits[0] and limits[1] and latest_excess(limits[0], limits[1]):
        return Inverted(first, second, strength)
    return None


def _stands(clash: Inverted, context: Context, axis: str, ranks: Ranks) -> bool:
    """Whether the two are the wrong way round where no special promise and no exception decides instead."""
    slow, quick = clash.first[0].scope, clash.second[0].scope
    elsewhere = meet(_without(slow, axis), _without(quick, axis)) or {}
    slower = remaining(context, {**elsewhere, axis: slow[axis]}, special_first=(clash.first,))
    quicker = remaining(context, {**elsewhere, axis: quick[axis]}, bounds=(clash.second,))
    return any(
        meet(_without(one, axis), _without(other, axis)) is not None
        and min((ranks[value] for value in one[axis] if value in ranks), default=len(ranks))
        < max((ranks[value] for value in other[axis] if value in ranks), default=-1)
        for one, other in product(slower, quicker)
    )


def _finding(
    clashes: tuple[Inverted, ...], sides: tuple[Fact, ...], context: Context, rule: Rule, axis: str
) -> Finding:
    vocabulary = context.package.library.vocabulary
    worst = max(clashes, key=lambda clash: clash.strength == "second")
    first, second = worst.first[0], worst.second[0]

    def place(fact: Fact) -> Message:
        return in_words({axis: fact.scope[axis]}, vocabulary)

    notes: list[Message] = []
    limits = deadline(first), deadline(second)
    case = latest_excess(limits[0], limits[1]) if limits[0] and limits[1] else None
    if case is not None:
        joint = meet(_without(first.scope, axis), _without(second.scope, axis)) or {}
        notes.append(
            M(
                "example: {case}, begun {moment}: {second_place} is served by {second}, {first_place} only by {first}",
                case=in_words(joint, vocabulary), moment=moment(case), second_place=place(second),
                second=moment(case, case.second_ends), first_place=place(first), first=moment(case, case.first_ends),
            )
        )  # fmt: skip
        notes += years_held(case)
    if len(clashes) > 1:
        cases = tuple(
            M("{first} against {second}", first=place(c.first[0]), second=place(c.second[0])) for c in clashes
        )
        notes.append(M("{count} cases: {cases}", count=len(cases), cases=cases))
    ordered = (first, second, *(side for side in sides if side.span not in {first.span, second.span}))
    return found(
        rule,
        M("{promise}: {first} for {first_place}, but {second} for {second_place}",
          promise=first.named, first=str(first.quantity), first_place=place(first),
          second=str(second.quantity), second_place=place(second)),
        *(says(side) for side in ordered),
        notes=notes,
        helps=[M("make the first at least as strong as the second")],
        fixes=settings_to(context, (first, second.quantity), (second, first.quantity)) if len(clashes) == 1 else (),
        key=(axis, first.dimension, *sorted({side.key for side in sides})),
        bid=context.package.bid.id,
        severity=rule.severity if worst.strength == "second" else Severity.WARNING,
        confidence=Confidence.MEDIUM if case is not None and case.dated else None,
    )  # fmt: skip


def done(fact: Fact) -> bool:
    """Whether a promise says how soon, how often or how well it is done; more people at a place are not slower."""
    return not isinstance(fact.quantity, Count | Window)


def _without(scope: Scope, axis: str) -> FixedScope:
    return FixedScope((name, values) for name, values in scope.items() if name != axis)


def ranks_of(context: Context, axis: str) -> Ranks:
    """The values of an axis in the order in which the vocabulary lists them."""
    return {value: rank for rank, value in enumerate(context.package.library.vocabulary.axes[axis].values)}

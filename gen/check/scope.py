"""Where promises hold, and where two of them meet. An axis that is not stated means all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from gen.message import M, Message, Named
from gen.model.fact import FixedScope, Scope
from gen.model.vocabulary import Vocabulary

Relation = Literal["equal", "first_inside", "second_inside", "overlap", "apart"]


def meet(first: Scope, second: Scope) -> Scope | None:
    """The scope in which both hold; none where they never do."""
    if isinstance(first, FixedScope) and isinstance(second, FixedScope):
        return _meet(first, second)
    return _joint(first, second)


@lru_cache(maxsize=1 << 16)
def _meet(first: FixedScope, second: FixedScope) -> Scope | None:
    return _joint(first, second)


def _joint(first: Scope, second: Scope) -> FixedScope | None:
    joint = FixedScope(first)
    for axis, values in second.items():
        both = joint[axis] & values if axis in joint else values
        if not both:
            return None
        joint[axis] = both
    return joint


def relation(first: Scope, second: Scope, vocabulary: Vocabulary) -> Relation:
    """How two scopes lie to each other."""
    joint = meet(first, second)
    if joint is None:
        return "apart"
    within_first = _covers(second, first, vocabulary)
    within_second = _covers(first, second, vocabulary)
    if within_first and within_second:
        return "equal"
    return "first_inside" if within_first else "second_inside" if within_second else "overlap"


def outside(scope: Scope, taken: Iterable[Scope], vocabulary: Vocabulary) -> tuple[Scope, ...]:
    """What is left of a scope without the others, in parts that share no case; none where they take all of it."""
    parts: list[Scope] = [scope]
    for other in taken:
        parts = [left for part in parts for left in _outside(part, other, vocabulary)]
    return tuple(parts)


def _outside(scope: Scope, taken: Scope, vocabulary: Vocabulary) -> Iterator[Scope]:
    if meet(scope, taken) is None:
        yield scope
        return
    inside = FixedScope(scope)
    for axis, values in taken.items():
        spec = vocabulary.axes[axis]
        here = inside.get(axis) or (frozenset(spec.values) if not spec.open else None)
        if here is None:  # a lot or a year that nobody has named may be any
            yield FixedScope(inside)
        else:
            if here - values:
                yield FixedScope({**inside, axis: here - values})
            inside = FixedScope({**inside, axis: here & values})


def gravest_inside(inner: Scope, outer: Scope, vocabulary: Vocabulary) -> bool:
    """Whether the inner scope takes the gravest faults out of the outer one."""
    ranks = {value: rank for rank, value in enumerate(vocabulary.axes["severity"].values)}
    if "severity" not in inner:
        return False
    everything = frozenset(ranks)
    outside = outer.get("severity", everything) - inner["severity"]
    return bool(outside) and min(ranks[value] for value in inner["severity"]) < min(ranks[value] for value in outside)


def one_case(scope: Scope, vocabulary: Vocabulary) -> Scope:
    """A single case of a scope: one value of each axis, the gravest or best first, and of the phases the warranty."""

    def chosen(axis: str, values: frozenset[str]) -> str:
        if "in_warranty" in values:
            return "in_warranty"
        return min(values, key=list(vocabulary.axes[axis].values).index if vocabulary.axes[axis].values else str)

    return {axis: frozenset({chosen(axis, values)}) for axis, values in scope.items()}


def in_words(scope: Scope, vocabulary: Vocabulary) -> Message:
    """A scope for people: 一级故障，质保期内; “in all cases” where nothing is stated."""
    parts = []
    for axis, values in scope.items():
        spec = vocabulary.axes[axis]
        parts += [Named(spec.values[value].label, spec.values[value].en) if value in spec.values else value
                  for value in sorted(values, key=list(spec.values).index if spec.values else str)]  # fmt: skip
    return M("{parts}", parts=tuple(parts)) if parts else M("in all cases")


def _covers(outer: Scope, inner: Scope, vocabulary: Vocabulary) -> bool:
    """Whether every case of the inner scope is one of the outer's."""
    for axis, values in outer.items():
        spec = vocabulary.axes[axis]
        everything = frozenset(spec.values) if spec.values else None
        if values == everything:
            continue
        if axis not in inner or not inner[axis] <= values:
            return False
    return True

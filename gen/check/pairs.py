"""Promises by twos: which are worth comparing, and which clashes have one cause.

Facts that a comparison cannot tell apart are compared once, so that the work grows with the number of different
promises and not with the number of places that make them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from gen.model.fact import Fact, Scope

Alike = tuple[Fact, ...]
"""Facts that say the same for the same cases; the first stands for all."""


def alike(facts: Iterable[Fact]) -> list[Alike]:
    """Facts in their order, those of one dimension that say the same together."""
    classes: dict[object, list[Fact]] = {}
    for fact in facts:
        promise = fact.promise
        key = (
            fact.dimension, fact.comparator, fact.quantity, frozenset(fact.scope.items()), fact.week, fact.start,
            fact.ends, fact.window, fact.fee, fact.obligor, fact.modality, promise.condition, promise.instead_of,
            promise.until, promise.base, promise.overrides, fact.clause if promise.overrides else "",
        )  # fmt: skip
        classes.setdefault(key, []).append(fact)
    return [tuple(same) for same in classes.values()]


def by_dimension(facts: Iterable[Fact]) -> dict[str, list[Alike]]:
    """The facts of each dimension, those that say the same together."""
    sorted_out: dict[str, list[Fact]] = {}
    for fact in facts:
        sorted_out.setdefault(fact.dimension, []).append(fact)
    return {dimension: alike(same) for dimension, same in sorted_out.items()}


def one_of_each(facts: Iterable[Fact]) -> Iterable[Fact]:
    """The first fact of each commitment: what holds of one row of its table holds of all."""
    firsts: dict[tuple[str, int], Fact] = {}
    for fact in facts:
        firsts.setdefault(_commitment(fact), fact)
    return firsts.values()


def excepted(first: Fact, second: Fact) -> bool:
    """Whether one of the two declares that it replaces the other where both hold (`overrides`)."""
    return second.clause in first.promise.overrides or first.clause in second.promise.overrides


Item = TypeVar("Item")


def meeting(
    firsts: Iterable[Item], seconds: Iterable[Item], scope: Callable[[Item], Scope]
) -> Iterator[tuple[Item, Item]]:
    """Every first with every second that it may meet, in their order.

    Sorted by the values of the axis that tells the most apart: promises for a hundred lots are compared lot by lot.
    """
    others = list(seconds)
    values: dict[str, set[str]] = {}
    for other in others:
        for axis, stated in scope(other).items():
            values.setdefault(axis, set()).update(stated)
    telling = max(values, key=lambda axis: len(values[axis]), default="")
    everywhere = [number for number, other in enumerate(others) if telling not in scope(other)]
    there: dict[str, list[int]] = {}
    for number, other in enumerate(others):
        for value in scope(other).get(telling, ()):
            there.setdefault(value, []).append(number)
    for first in firsts:
        here = scope(first).get(telling)
        if here is None:
            yield from ((first, other) for other in others)
        else:
            numbers = {*everywhere, *(number for value in here for number in there.get(value, ()))}
            yield from ((first, others[number]) for number in sorted(numbers))


def scope_of(same: Alike) -> Scope:
    """Where a class of facts holds."""
    return same[0].scope


Clash = TypeVar("Clash", bound="Pair")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two classes of facts that clash."""

    first: Alike
    second: Alike

    @property
    def facts(self) -> Alike:
        """All facts that take part."""
        return self.first + self.second


@dataclass(frozen=True, slots=True)
class Cause(Generic[Clash]):
    """Clashes that one mistake makes: they share a commitment."""

    clashes: tuple[Clash, ...]

    @property
    def sides(self) -> tuple[Fact, ...]:
        """Every fact that takes part, once for each place where its value is set."""
        sides = {(*fact.span[1:], fact.span.source.path): fact for clash in self.clashes for fact in clash.facts}
        return tuple(sides.values())


def causes(clashes: Iterable[Clash]) -> Iterator[Cause[Clash]]:
    """Clashes grouped by the commitments that they share, in the order of their first ones."""
    parents: dict[object, object] = {}

    def root(node: object) -> object:
        while (parent := parents.setdefault(node, node)) != node:
            parents[node] = parents[parent]
            node = parent
        return node

    found = list(clashes)
    for clash in found:
        home = root(_commitment(clash.first[0]))
        for fact in clash.facts:
            parents[root(_commitment(fact))] = home
    groups: dict[object, list[Clash]] = {}
    for clash in found:
        groups.setdefault(root(_commitment(clash.first[0])), []).append(clash)
    for group in groups.values():
        yield Cause(tuple(group))


def _commitment(fact: Fact) -> tuple[str, int]:
    return (fact.clause, fact.commitment)

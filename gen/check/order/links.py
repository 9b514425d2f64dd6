"""Promises that run on from one another: each begins with the event with which the one before ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gen.check.context import Context
from gen.check.pairs import Alike
from gen.check.scope import meet
from gen.model.fact import Fact, Scope

LONGEST = 6
"""Links of a chain at most; the deadlines of one fault have no more."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Two or more links that lead from the first event of a promise to its last, and that promise."""

    links: tuple[Fact, ...]
    whole: Fact
    joint: Scope
    """Where all of them hold."""


def chains(links: Iterable[Alike], wholes: Iterable[Alike], least: int = 2) -> Iterator[Chain]:
    """Every chain of at least so many links that leads the way of one of the wholes, in cases that all have."""
    ways = _Ways(links)
    for same in wholes:
        whole = same[0]
        for way, joint in ways.of(whole, (), whole.scope, least):
            yield Chain(way, whole, joint)


def conditions(chain: Chain) -> set[str]:
    """What must happen first for all of a chain to hold; where that is more than one thing, it may never."""
    return {fact.promise.condition for fact in (*chain.links, chain.whole)} - {""}


def timed(context: Context) -> Iterator[Alike]:
    """The promises that lead from one event to another."""
    return (same for classes in context.by_dimension.values() for same in classes if same[0].start and same[0].ends)


class _Ways:
    """The links by the events between which they lead; those that lead nowhere further only end a chain."""

    def __init__(self, links: Iterable[Alike]) -> None:
        self.between: dict[tuple[str, str], list[Fact]] = {}
        self.onward: dict[str, list[Fact]] = {}
        made = [same[0] for same in links]
        starts = {link.start for link in made}
        for link in made:
            self.between.setdefault((link.start, link.ends), []).append(link)
            if link.ends in starts:
                self.onward.setdefault(link.start, []).append(link)

    def of(
        self, whole: Fact, links: tuple[Fact, ...], joint: Scope, least: int
    ) -> Iterator[tuple[tuple[Fact, ...], Scope]]:
        """Every way from where the links have led to the end of the whole."""
        event = links[-1].ends if links else whole.start
        if len(links) + 1 >= least:
            for link in self.between.get((event, whole.ends), ()):
                if link is not whole and (scope := meet(joint, link.scope)) is not None:
                    yield (*links, link), scope
        if len(links) + 1 == LONGEST:
            return
        passed = {whole.start, whole.ends, *(link.ends for link in links)}
        for link in self.onward.get(event, ()):
            if link.ends not in passed and (scope := meet(joint, link.scope)) is not None:
                yield from self.of(whole, (*links, link), scope, least)

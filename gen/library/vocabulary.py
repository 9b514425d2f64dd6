"""Hold the words of a vocabulary against each other: orders that name nothing, or lead back to where they began."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.model.vocabulary import Dimension, Event, Vocabulary
from gen.stage_rules import s109_unknown_name
from gen.yamltree import Scalar, place_of


def check_vocabulary(vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for what the words of a vocabulary name and it does not have, and for orders in a circle."""
    yield from _order(vocabulary.dimensions, "dimension")
    yield from _order(vocabulary.events, "event")
    for dimension in vocabulary.dimensions.values():
        if dimension.ends:
            yield from _named(dimension.ends, vocabulary.events)
        if dimension.service:
            yield from _named(dimension.service, vocabulary.axes["service"].values)


def _order(words: Mapping[str, Dimension] | Mapping[str, Event], kind: str) -> Iterator[Finding]:
    for name, word in words.items():
        for other in word.before:
            yield from _named(other, words)
        circle = _circle(name, words)
        if circle and name == min(circle) and isinstance(name, Scalar):
            message = M("the order leads back to where it began: {names}", names=(*circle, name))
            yield found(s109_unknown_name.RULE, message, place_of(name), key=("circle", kind, *circle))


def _circle(name: str, words: Mapping[str, Dimension] | Mapping[str, Event]) -> tuple[str, ...]:
    """The words from one back to itself; none where no way leads back."""
    ways: list[tuple[str, ...]] = [(name,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for other in words[way[-1]].before if way[-1] in words else ():
            if other == name:
                return way
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return ()


def _named(name: str, words: Collection[str]) -> Iterator[Finding]:
    if name not in words and isinstance(name, Scalar):
        message = M("the vocabulary has no word `{name}`", name=name)
        yield found(s109_unknown_name.RULE, message, place_of(name), helps=nearest(name, words))

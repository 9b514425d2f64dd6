"""The vocabulary of a workspace: the built-in words with its own, held against each other.

Words whose order names nothing, or leads back to where it began, are found here.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from gen import yamltree
from gen.decode import decode, nearest
from gen.finding import Finding, found
from gen.library.records import read_record
from gen.message import M
from gen.model.vocabulary import Dimension, Event, Vocabulary, VocabularyAdditions
from gen.source import Source
from gen.stage_rules import s109_unknown_name
from gen.workspace import Workspace
from gen.yamltree import Scalar, place_of


def load_vocabulary(workspace: Workspace, findings: list[Finding]) -> Vocabulary | None:
    """The built-in vocabulary with what the workspace adds; none where that cannot be read."""
    built_in = built_in_vocabulary()
    path = "clauses/vocabulary.yaml"
    if not os.path.lexists(workspace.root / path):
        return built_in
    added = read_record(workspace, path, VocabularyAdditions, findings)
    if added is None:
        return None
    axes = dict(built_in.axes)
    for name, aliases in added.aliases.items():
        if name not in axes:
            message = M("`{name}` is no scope axis", name=name)
            findings.append(found(s109_unknown_name.RULE, message, place_of(name)))
            continue
        values = dict(axes[name].values)
        for value, words in aliases.items():
            if value in values:
                values[value] = replace(values[value], aliases=(*values[value].aliases, *words))
            else:
                message = M("`{name}` is no value of the axis {axis}", name=value, axis=name)
                findings.append(found(s109_unknown_name.RULE, message, place_of(value)))
        axes[name] = replace(axes[name], values=values)
    vocabulary = replace(
        built_in,
        axes=axes,
        dimensions={**built_in.dimensions, **added.dimensions},
        events={**built_in.events, **added.events},
        roles=added.roles,
    )
    findings += check_vocabulary(vocabulary)
    return vocabulary


@cache
def built_in_vocabulary() -> Vocabulary:
    """The vocabulary that comes with bidgen."""
    text = resources.files("gen").joinpath("vocabulary.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source("gen/vocabulary.yaml", text))
    vocabulary, more = decode(Vocabulary, node) if node is not None else (None, ())
    if vocabulary is None or findings or more:
        raise RuntimeError(f"the built-in vocabulary is broken: {[str(f.message) for f in (*findings, *more)]}")
    return vocabulary


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

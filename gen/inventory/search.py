"""Find clauses by words, by what they promise, by who answers for them and by where they are used."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen.inventory.uses import Use
from gen.model.clause import Clause
from gen.model.library import Library
from gen.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; what is empty asks nothing."""

    words: str = ""
    """All of them must stand somewhere in the clause, in any order, case or width."""
    dimensions: frozenset[str] = frozenset()
    """One of these must be promised."""
    topic: str = ""
    status: str = ""
    owner: str = ""
    used_in: str = ""
    """A document kind or a bid."""
    unused: bool = False


def matching(library: Library, uses: Mapping[str, Use], wanted: Wanted) -> Iterator[Clause]:
    """The clauses that are wanted, in the order of their files."""
    words = _folded(wanted.words).split()
    for name, loaded in library.clauses.items():
        clause, use = loaded.clause, uses[str(name)]
        if wanted.topic and topic_of(clause) != wanted.topic:
            continue
        if wanted.dimensions and wanted.dimensions.isdisjoint(dimensions_of(clause)):
            continue
        if (wanted.status and clause.status != wanted.status) or (wanted.owner and clause.owner != wanted.owner):
            continue
        if wanted.used_in and not _used_in(use, wanted.used_in):
            continue
        if wanted.unused and not use.nowhere:
            continue
        said = _said(clause, library.vocabulary) if words else ""
        if all(word in said for word in words):
            yield clause


def topic_of(clause: Clause) -> str:
    """The topic of a clause: the folder that it lies in."""
    return clause.id.partition(".")[0]


def dimensions_of(clause: Clause) -> tuple[str, ...]:
    """The kinds of promise that a clause makes, each once."""
    return tuple(dict.fromkeys(str(commitment.promise) for commitment in clause.commitments))


def _used_in(use: Use, name: str) -> bool:
    """Whether a clause is used in a document kind, in a bid, or in any lot of one."""
    return name in use.documents or any(bid == name or bid.startswith(f"{name}/") for bid in use.bids)


def _said(clause: Clause, vocabulary: Vocabulary) -> str:
    """Everything that can be looked for in a clause."""
    parts = [str(clause.id), str(clause.title), str(clause.text), *map(str, clause.variants.values()), *clause.was]
    parts += [str(param.label) for param in clause.params.values()]
    for name in dimensions_of(clause):
        dimension = vocabulary.dimensions.get(name)
        parts += [name] if dimension is None else [name, str(dimension.label), str(dimension.en)]
    return _folded("\n".join(parts))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()

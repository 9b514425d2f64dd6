"""Look for a clash of a few promises, first at the ends of what their cells may be.

Where one shows there, the solver walks the choices that may lead to it, those nearest to a plain profile first; whether
promises clash is asked of the rule itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from gen.message import M, Message
from gen.model.fact import Fact
from gen.model.param import Place
from gen.prove.choices import Choices
from gen.prove.classes import Declared, Rows
from gen.prove.judge import Judge, serious, unjudged
from gen.prove.rows import Study
from gen.prove.space import OutOfTimeError, Space
from gen.prove.values import kind, size
from gen.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some promises taken together."""

    verdict: Literal["sound", "clash", "undecided"]
    choices: Choices | None = None
    reason: Message | None = None
    """Why it is undecided."""
    everywhere: bool = False
    """Whether it is sound whatever documents a bid has."""


OUT_OF_TIME = M("not decided in the time given, nor what comes after it")
_NO_MEASURE = M("the rule cannot compare such values: they have no common measure")
_SHARED = M("one value counts on several clocks, and only as two values would they clash")


def judged(declared: Declared, rows: Rows, study: Study, remaining: Callable[[], float]) -> Outcome:
    """Whether any bid makes these promises so that they clash."""
    if len({row.promised for row in rows}) < len(rows):
        return Outcome("sound", everywhere=True)  # one promise in two guises
    if remaining() <= 0:
        return Outcome("undecided", reason=OUT_OF_TIME)
    clashes, puzzles = Judge(declared, rows, study, serious), Judge(declared, rows, study, unjudged)
    shared = declared.amounts and _shared(rows, study)
    suspect = doubt = False
    for facts in _corners(declared, rows, study, apart=shared):
        findings = clashes.findings(facts)
        suspect = suspect or any(map(serious, findings))
        doubt = doubt or any(map(unjudged, findings))
        if suspect and doubt:
            break
    if suspect:
        outcome = least(clashes, remaining)
        if outcome.verdict != "sound":
            return outcome
        if shared:
            return Outcome("undecided", reason=_SHARED)
    if doubt and least(puzzles, remaining).verdict != "sound":
        return Outcome("undecided", reason=_NO_MEASURE)
    return Outcome("sound", everywhere=not suspect and not doubt)


def _shared(rows: Rows, study: Study) -> bool:
    """Whether two promises take their amounts from one cell and count them on clocks of their own.

    Then they are looked at as if each had a cell of its own, which leaves nothing out.
    """
    amounts = [place for row in rows for place in row.amounts if study.domain(place).free]
    clocks = {replace(row.promise.clock, span=None) if row.promise.clock else None for row in rows}
    return len(set(amounts)) < len(amounts) and (len(rows) > 2 or len(clocks) > 1)


def _corners(declared: Declared, rows: Rows, study: Study, *, apart: bool) -> Iterator[list[Fact | None]]:
    """The promises at all ends of what their cells may be; with `apart`, each with cells of its own."""
    if apart:
        ends = [[dict(zip(row.cells, values, strict=True)) for values in product(
            *(_ends(study, place, amounts=True) for place in row.cells))] for row in rows]  # fmt: skip
        for chosen in product(*ends):
            yield [study.fact(row, values) for row, values in zip(rows, chosen, strict=True)]
        return
    places = tuple(dict.fromkeys(place for row in rows for place in row.cells))
    for chosen_ends in product(*(_ends(study, place, amounts=declared.amounts) for place in places)):
        values = dict(zip(places, chosen_ends, strict=True))
        yield [study.fact(row, values) for row in rows]


def _ends(study: Study, place: Place, *, amounts: bool) -> list[Quantity]:
    """The least and the largest of each kind of value that a cell may have."""
    kinds: dict[str, list[Quantity]] = {}
    for quantity in study.domain(place).points():
        kinds.setdefault(kind(quantity), []).append(quantity)
    ends: list[Quantity] = []
    for alike in kinds.values():
        low, high = min(alike, key=size), max(alike, key=size)
        ends += [low, high] if size(low) != size(high) and amounts else [low]
    return ends


def least(judge: Judge, remaining: Callable[[], float]) -> Outcome:
    """The choices nearest to a plain profile under which the judge says yes; of several the first in order."""
    space = Space(judge)
    try:
        for departures in range(space.most + 1):
            near = space.at_most(departures)
            if space.clash([near], remaining) is None:
                continue
            wanted = [near]
            for options in space.options():
                wanted += [next(each for each in options if space.clash([*wanted, each], remaining) is not None)]
            values = space.clash(wanted, remaining)
            assert values is not None  # noqa: S101 - the last option agreed
            return Outcome("clash", space.choices(values))
    except OutOfTimeError:
        return Outcome("undecided", reason=OUT_OF_TIME)
    return Outcome("sound")

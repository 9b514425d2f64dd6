"""The shapes of a flow chart from top to bottom, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.model.chart import Exit, Process, Step


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: a step, or a question that follows one."""

    number: int
    """Of the step, from 1."""
    step: Step
    asks: Exit | None = None
    """The way out that the question is about; none for the step itself."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way that does not simply lead down to the next shape: between two shapes, beside all others."""

    start: int
    end: int
    left: bool
    """At which side of the shapes it runs: a way back at the left, a way ahead at the right."""
    word: str = ""
    """The answer that leads this way: 是 or 否, where a question is asked."""

    def passes(self, other: Way) -> bool:
        """Whether both pass the same shape."""
        return max(min(self.start, self.end), min(other.start, other.end)) <= min(
            max(self.start, self.end), max(other.start, other.end)
        )


def shapes(process: Process) -> list[Shape]:
    """Each step, followed by its questions."""
    return [
        shape
        for number, step in enumerate(process.steps, 1)
        for shape in (Shape(number, step), *(Shape(number, step, exit_) for exit_ in step.exits if exit_.when))
    ]


def ways(rows: Sequence[Shape]) -> tuple[list[Way], frozenset[int]]:
    """The ways beside the shapes, and the shapes from which a way leads down to the next."""
    places = {shape.step.name: at for at, shape in reversed(list(enumerate(rows))) if shape.asks is None}
    beside: list[Way] = []
    down: set[int] = set()
    for at, shape in enumerate(rows):
        yes = places.get(shape.asks.to) if shape.asks is not None else None
        if yes is not None:
            beside.append(Way(at, yes, yes < at, "是"))
        last = at + 1 == len(rows) or rows[at + 1].number != shape.number
        only = next((exit_.to for exit_ in shape.step.exits if not exit_.when), "")
        if last and places.get(only, at) != at:
            # Both answers of a question may lead back or ahead; they leave it at different sides all the same.
            end = places[only]
            left = yes > at if yes is not None else end < at
            beside.append(Way(at, end, left, "否" if shape.asks is not None else ""))
        elif at + 1 < len(rows):
            down.add(at)
    return list(dict.fromkeys(beside)), frozenset(down)


def tracks(beside: Sequence[Way]) -> dict[Way, int]:
    """The track of each way, the shortest innermost; ways that pass the same shape have different ones."""
    taken: dict[Way, int] = {}
    for way in sorted(beside, key=lambda way: (abs(way.end - way.start), way.start, way.end)):
        near = {track for other, track in taken.items() if way.passes(other)}
        taken[way] = next(track for track in range(len(near) + 1) if track not in near)
    return taken

"""A drawn figure: lines, boxes and words, made from the data of a bid."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as SVG, with all that a writer must know of it."""

    svg: str
    width: int
    """In twips."""
    height: int
    """In twips."""
    labels: tuple[str, ...]
    """Every text drawn, in reading order."""
    alt: str
    """What it shows, in a sentence for those who cannot see it."""


FIGURES = ("service-process", "organisation", "escalation", "incident-timeline", "service-calendar")
"""The figures that can be drawn from the data of a bid, as texts name them."""

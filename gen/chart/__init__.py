"""Where each figure comes from: the data of a bid as the record that is drawn.

Promises are found by what they promise, tables by their columns, never by the clauses that make them: so a figure
can be drawn from any library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gen.chart.cadence import year
from gen.chart.deadlines import deadlines, escalation
from gen.chart.tables import organisation, process
from gen.message import Message
from gen.model.chart import Chart
from gen.model.fact import Fact
from gen.model.package import Package

_SOURCES: Mapping[str, Callable[[Package, Sequence[Fact]], Chart | Message]] = {
    "service-process": process,
    "organisation": organisation,
    "escalation": escalation,
    "incident-timeline": deadlines,
    "service-calendar": year,
}
"""The figures that can be drawn, by their names (`gen.model.drawing.FIGURES`)."""


def chart(name: str, package: Package, facts: Sequence[Fact]) -> Chart | Message:
    """The record of one of `FIGURES`, or what the bid lacks for it; `facts` are the promises of the bid."""
    return _SOURCES[name](package, facts)

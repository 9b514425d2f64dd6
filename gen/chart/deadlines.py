"""Escalation and time line of a fault, from what the bid promises and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gen.chart.promises import in_warranty, short, value_of
from gen.message import M, Message
from gen.model.chart import Deadline, Escalation, Lane, Rung, Timeline
from gen.model.fact import Fact
from gen.model.package import Package
from gen.quantity import Duration

_INTAKE = "intake_ack"
"""The first deadline of a fault: those of the time line are it and all behind it."""


def escalation(package: Package, facts: Sequence[Fact]) -> Escalation | Message:
    """Who is told after how long: the columns of the table that promises `escalation`, or its one value."""
    vocabulary = package.library.vocabulary
    promised = [fact for fact in in_warranty(facts) if fact.dimension == "escalation" and fact.start]
    if not promised:
        return M("no clause of the bid promises `escalation` within a time that runs from an event")
    first = promised[0]
    start = vocabulary.events[first.start].label
    param = package.param(f"{first.clause}.{first.promise.each}") if first.promise.each else None
    if param is None:
        value = value_of(promised)
        return Escalation(start, (Rung(short(first.spec.label), (("", value[0]),) if value else ()),))
    axis = vocabulary.axes.get(param.spec.rows)
    labels = {key: value.label for key, value in axis.values.items()} if axis else {}
    cells = package.setting(param.path)
    rungs = []
    for column, spec in param.spec.columns.items():
        if spec.type == "duration":
            after = ((labels.get(row, row), cell.text) for (row, of), cell in cells.items() if of == column)
            rungs.append(Rung(str(spec.label), tuple((str(row), text) for row, text in after)))
    return Escalation(start, tuple(rungs))


def deadlines(package: Package, facts: Sequence[Fact]) -> Timeline | Message:
    """The deadlines of a fault in the order of the vocabulary, from intake to resolution, for each severity."""
    vocabulary = package.library.vocabulary
    behind = vocabulary.behind(_INTAKE) | {_INTAKE}
    kinds = [name for name in vocabulary.dimensions if name in behind]
    promised = [
        fact
        for fact in in_warranty(facts)
        if fact.dimension in kinds and fact.start and isinstance(fact.quantity, Duration)
    ]
    if not promised:
        return M("no clause of the bid promises deadlines of a fault that run from an event")
    # Deadlines that run from different events cannot stand on one axis: the event of most of them is taken.
    start = Counter(fact.start for fact in promised).most_common(1)[0][0]
    promised = [fact for fact in promised if fact.start == start]
    named = frozenset[str]().union(*(fact.scope.get("severity", frozenset()) for fact in promised))
    grades = [(key, value.label) for key, value in vocabulary.axes["severity"].values.items() if key in named]
    lanes = []
    for key, label in grades or [("", "各级故障")]:
        marks = []
        for kind in kinds:
            value = value_of([f for f in promised if f.dimension == kind and key in f.scope.get("severity", {key})])
            if value:
                marks.append(Deadline(short(vocabulary.dimensions[kind].label), *value))
        lanes.append(Lane(str(label), tuple(marks)))
    return Timeline(vocabulary.events[start].label, tuple(lanes))

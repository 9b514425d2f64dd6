"""Where each figure comes from: the data of a bid as the record that is drawn.

Promises are found by what they promise, tables by their columns, never by the clauses that make them: so a figure
can be drawn from any library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gen.figure.cadence import year
from gen.figure.deadlines import deadlines, escalation
from gen.figure.tables import organisation, process
from gen.message import Message
from gen.model.chart import Chart, Organisation, Post
from gen.model.package import Package

_SOURCES: Mapping[str, Callable[[Package], Chart | Message]] = {
    "service-process": process,
    "organisation": organisation,
    "escalation": escalation,
    "incident-timeline": deadlines,
    "service-calendar": year,
}
"""The figures that can be drawn, by their names (`gen.model.drawing.FIGURES`)."""


def chart(name: str, package: Package) -> Chart | Message:
    """The record of one of `FIGURES`, or what the bid lacks for it."""
    return _SOURCES[name](package)


def nameless(shown: Chart) -> Chart:
    """The chart for a document in which nobody's name may stand: posts say how many hold them."""
    if not isinstance(shown, Organisation):
        return shown
    return Organisation(tuple(_counted(post) for post in shown.posts))


def _counted(post: Post) -> Post:
    held = (f"{len(post.people)}人",) if post.people else ()
    return Post(post.title, held, tuple(_counted(below) for below in post.under))

"""How `bidgen clauses --report` shows the report on a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gen.cli.layout import labelled, spoken, table
from gen.inventory import Report
from gen.message import M, Message, say
from gen.model.outline import TOPIC

if TYPE_CHECKING:
    from gen.model.library import Library

MOST = 40
"""Pairs of nearly the same clauses that are printed as text; JSON has all."""


def report_json(report: Report) -> dict[str, Any]:
    """The whole report."""
    return {
        "clauses": report.clauses,
        "dimensions": report.dimensions,
        "day": report.day,
        "dimensions_without_clause": list(report.uncovered),
        "dimensions_in_no_document": {name: list(clauses) for name, clauses in report.unprinted},
        "required": [
            {"document": demand.kind, "requires": demand.requires, "clauses": list(demand.clauses)}
            for demand in report.demands
        ],
        "clauses_in_no_document": list(report.in_no_document),
        "clauses_in_no_bid": list(report.in_no_bid),
        "unused_parameters": list(report.unused_params),
        "alike": [
            {"clauses": [pair.first, pair.second], "percent": pair.percent, "similarity": str(pair.similarity)}
            for pair in report.alike
        ],
        "overdue": [{"clause": name, "review_by": day, "owner": owner} for name, day, owner in report.overdue],
        "retired_in_use": [
            {"clause": name, "documents": list(use.documents), "bids": list(use.bids)} for name, use in report.retired
        ],
        "stray_variants": [
            {"clause": variant.clause, "document": variant.kind, "known": variant.known} for variant in report.variants
        ],
    }


def report_text(report: Report, library: Library, room: int | None) -> Iterator[str]:
    """A heading with a number for everything that is looked for, and below it what was found."""
    made = report.dimensions - len(report.uncovered)
    yield say(M("{made} of {all} kinds of promise are made by {clauses} clauses",
                made=made, all=report.dimensions, clauses=report.clauses))  # fmt: skip
    missing = [[name, _named(name, library)] for name in report.uncovered]
    yield from _section(M("kinds of promise that no clause makes"), missing, room)
    lost = [[name, _named(name, library), spoken(clauses)] for name, clauses in report.unprinted]
    yield from _section(M("kinds of promise whose clauses no document prints"), lost, room)
    required = [
        [demand.kind, demand.requires, _named(demand.requires, library), spoken(demand.clauses) or say(M("nothing"))]
        for demand in report.demands
    ]
    unmet = sum(not demand.clauses for demand in report.demands)
    yield from _section(M("what documents require, and what meets it ({count} unmet)", count=unmet), required, room)
    yield from _names(M("clauses that no document prints"), report.in_no_document, room)
    yield from _names(M("clauses that no bid has"), report.in_no_bid, room)
    yield from _names(M("parameters that nothing uses"), report.unused_params, room)
    pairs = [[f"{pair.percent}%", pair.first, pair.second] for pair in report.alike[:MOST]]
    yield from _section(M("clauses that say nearly the same"), pairs, room, total=len(report.alike))
    overdue = [[day, name, owner] for name, day, owner in report.overdue]
    late = (
        M("reviews overdue on {day}", day=report.day)
        if report.day
        else M("reviews overdue: no bid has a day, give --date")
    )
    yield from _section(late, overdue, room)
    retired = [[name, spoken(use.documents), spoken(use.bids)] for name, use in report.retired]
    yield from _section(M("retired clauses that are still used"), retired, room)
    variants = [
        [variant.clause, variant.kind, say(M("does not print it") if variant.known else M("there is no such kind"))]
        for variant in report.variants
    ]
    yield from _section(M("wordings for a document kind that never prints them"), variants, room)


def _section(
    title: Message, rows: Sequence[Sequence[str]], room: int | None, total: int | None = None
) -> Iterator[str]:
    yield ""
    yield say(M("{title}: {count}", title=title, count=len(rows) if total is None else total))
    if rows:
        yield from table([""] * len(rows[0]), rows, 2, room)
    if total is not None and (left := total - len(rows)):
        yield "  " + say(M("… and {count} more; --format json has all", count=left))


def _names(title: Message, names: tuple[str, ...], room: int | None) -> Iterator[str]:
    yield ""
    yield say(M("{title}: {count}", title=title, count=len(names)))
    yield from labelled("", spoken(names), 2, room)


def _named(name: str, library: Library) -> str:
    if name.startswith(TOPIC):
        return say(M("a clause of the topic {name}", name=name.removeprefix(TOPIC)))
    dimension = library.vocabulary.dimensions.get(name)
    return spoken(dimension.named) if dimension else name

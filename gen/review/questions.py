"""The questions of one bid: rows that need a reader, or data that nobody has given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.check.context import Context
from gen.check.law.questions import undecided
from gen.check.strength import deadline
from gen.message import M, Message
from gen.quantity import holidays
from gen.review.missing import MISSING
from gen.review.rows import rows


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person has to answer before the bid goes out."""

    row: str
    """The row of the catalogue, or the rule that could not decide."""
    text: Message
    why: Message
    """Why it is asked."""


def questions(context: Context) -> tuple[Question, ...]:
    """All questions of a bid: the catalogue's first, then what the law would forbid if the bid were so."""
    return (*_catalogue(context), *_calendar(context), *_law(context))


def _catalogue(context: Context) -> Iterator[Question]:
    promised = {fact.dimension for fact in context.facts}
    for name, row in rows().items():
        if row.ask is None or (row.when and not promised & set(row.when)):
            continue
        if row.lacks and not MISSING[row.lacks](context):
            continue
        reason = row.why or row.title
        yield Question(name, M("{text}", text=row.ask.named), M("{text}", text=reason.named))


def _calendar(context: Context) -> Iterator[Question]:
    """Deadlines in working time that run in years whose public holidays nobody has announced."""
    first, last = holidays.held()
    working = next((fact for fact in context.facts if (limit := deadline(fact)) and holidays.observed(limit)), None)
    if working is not None and context.package.bid.project.submission >= str(last):
        yield Question(
            "WD-04",
            M(
                "working time, such as {promise} within {value} (`{path}`), is compared over the holidays of {first} to"
                " {last}: does the calendar of a later year change which deadline ends first?",
                promise=working.named, value=str(working.quantity), path=working.path,
                first=first, last=last,
            ),
            M("holidays are announced a year at a time"),
        )  # fmt: skip


def _law(context: Context) -> Iterator[Question]:
    for verdict in undecided(context):
        fact = verdict.fact
        yield Question(
            verdict.limit.rule,
            M(
                "{promise} of {value} (`{path}`): does the limit of {source} bind? It hangs on: {open}",
                promise=fact.named, value=str(fact.quantity), path=fact.path,
                source=verdict.limit.source, open=verdict.open,
            ),
            M("the bid does not state what decides it"),
        )  # fmt: skip

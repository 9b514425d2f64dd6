"""Whether the day on which the contract is signed fits the days that the bid gives."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from gen.examine import Examined
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.fact import Fact
from gen.obligations.duties import duties
from gen.obligations.events import SIGNED, WARRANTY_ENDED, Calendar, calendar, event_words
from gen.stage_rules import b511_start_before_bids_open, b512_start_after_warranty, b513_planned_day_before_start
from gen.yamltree import place_of


def start_findings(examined: Examined, start: datetime.date) -> tuple[Finding, ...]:
    """What is wrong with a day of signing; with an error there is no register."""
    package = examined.package
    known = calendar(package.bid, examined.facts, start, package.library.vocabulary, duties())
    refused = (*_before_opening(examined, start), *_after_warranty(examined, start, known))
    return refused or tuple(_planned(examined, start))


def _before_opening(examined: Examined, start: datetime.date) -> Iterator[Finding]:
    bid = examined.package.bid
    opened = bid.project.submission
    if start < datetime.date.fromisoformat(opened):
        yield found(
            b511_start_before_bids_open.RULE,
            M("the contract would be signed on {day}, but the bids are opened on {opened}",
              day=start.isoformat(), opened=str(opened)),
            Label(place_of(opened), M("bids are opened")),
            helps=[M("give the day on which the contract is signed, or correct `submission`")],
            key=(str(bid.id), "start"),
            bid=bid.id,
        )  # fmt: skip


def _after_warranty(examined: Examined, start: datetime.date, known: Calendar) -> Iterator[Finding]:
    bid, ended = examined.package.bid, known.days.get(WARRANTY_ENDED)
    if ended is None or start < ended:
        return
    written = bid.dates.get(WARRANTY_ENDED)
    spans = [place_of(written)] if written else [fact.span for fact in _terms(examined.facts)]
    yield found(
        b512_start_after_warranty.RULE,
        M("the contract would be signed on {day}, but the warranty ends on {ended}",
          day=start.isoformat(), ended=ended.isoformat()),
        *(Label(span, M("the warranty ends")) for span in spans),
        helps=[M("give the day on which the contract is signed, or write the days that hold now under `dates`")],
        key=(str(bid.id), "start"),
        bid=bid.id,
    )  # fmt: skip


def _terms(facts: tuple[Fact, ...]) -> list[Fact]:
    return [fact for fact in facts if fact.dimension == "warranty_term"]


def _planned(examined: Examined, start: datetime.date) -> Iterator[Finding]:
    bid, vocabulary = examined.package.bid, examined.package.library.vocabulary
    early = {
        str(event): day
        for event, day in bid.dates.items()
        if event in vocabulary.after(SIGNED) and datetime.date.fromisoformat(day) < start
    }
    if early:
        yield found(
            b513_planned_day_before_start.RULE,
            M("planned before the contract is signed on {day}: {events}", day=start.isoformat(),
              events=tuple(event_words(event, vocabulary) for event in early)),
            *(Label(place_of(day), M("{event} on {day}", event=event_words(event, vocabulary), day=str(day)))
              for event, day in early.items()),
            helps=[M("write under `dates` the days that hold now, or take them out")],
            key=(str(bid.id), *early),
            bid=bid.id,
        )  # fmt: skip

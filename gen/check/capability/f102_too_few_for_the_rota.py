"""A window is staffed by fewer people than its hours need.

What it finds: a service window of the hotline or of resident staff that one seat cannot cover with the people promised
for that channel (`staffing`), or else with those who the company's list says serve on it (`channels`): the hours of the
window in a week, divided by the 40 that one person works, rounded up. Where even the overtime that the law allows would
not do, the note says so. A window, and people, promised for no channel in particular are those of the hotline. A
channel for which nobody is promised or listed is left out.

Why it matters: a rota of two people for every hour of the week breaks the limits of working time, and evaluators reckon
it up.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        at_least: 7×24
      - promise: staffing
        scope: {channel: hotline}
        at_least: 3人
    text: |
      {{ provider }}的热线全天值守，坐席轮班。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 服务
    status: approved
    owner: service
    review_by: 2027-10-01
    commitments:
      - promise: service_window
        scope: {channel: hotline}
        at_least: 7×24
      - promise: staffing
        scope: {channel: hotline}
        at_least: 5人
    text: |
      {{ provider }}的热线全天值守，坐席轮班。

What to do: promise and name the people that the window needs, or promise a shorter window.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from gen.check.capability.means import HOURS_A_WEEK, OVERTIME_A_MONTH, serving
from gen.check.context import Context
from gen.check.fixes import settings_to
from gen.check.scope import meet
from gen.check.sides import says
from gen.finding import Finding, Fix, Label, found
from gen.message import M, Message, Named
from gen.model.fact import Fact
from gen.quantity import Count, Window
from gen.rule import Severity, rule
from gen.yamltree import place_of

RULE = rule(__name__, __doc__, Severity.WARNING)

_SEATS = ("hotline", "resident")
"""Channels on which somebody sits for every hour of the window; on the others people are on call."""


@dataclass(frozen=True, slots=True)
class _Rota:
    """A window that too few people are to cover."""

    channel: str
    window: Fact
    people: int
    needed: int


def check(context: Context) -> Iterator[Finding]:
    """One finding for each channel whose window is longer than its people can cover."""
    for channel in _SEATS:
        window = max(_stating(context.facts, "service_window", channel), key=_hours, default=None)
        if window is None:
            continue
        needed = ceil(_hours(window) / HOURS_A_WEEK)
        promised = [fact for fact in _stating(context.facts, "staffing", channel) if _counts(fact, window)]
        if promised:
            staff = min(promised, key=_people)
            rota = _Rota(channel, window, _people(staff), needed)
            label = says(staff)
            enough = Count(needed, staff.quantity.unit if isinstance(staff.quantity, Count) else "")
            fixes = settings_to(context, (staff, enough))
        else:
            company = context.package.company
            listed = serving(company.people, channel) if company else []
            if not listed:
                continue
            rota = _Rota(channel, window, len(listed), needed)
            label = Label(place_of(listed[0].name), M("the list of staff names {count} for it", count=len(listed)))
            fixes = ()
        if rota.people < needed:
            yield _finding(rota, label, fixes, context)


def _stating(facts: tuple[Fact, ...], dimension: str, channel: str) -> list[Fact]:
    """Promises of one kind for a channel; for the hotline, where none names it, those that name no channel."""
    of_kind = [fact for fact in facts if fact.dimension == dimension and fact.obligor != "customer"]
    named = [fact for fact in of_kind if channel in fact.scope.get("channel", ())]
    return named or [fact for fact in of_kind if channel == "hotline" and "channel" not in fact.scope]


def _counts(staff: Fact, window: Fact) -> bool:
    """Whether a promise of staff says how many there are at least while the window is open."""
    least = isinstance(staff.quantity, Count) and staff.comparator != "at_most"
    return least and meet(staff.scope, window.scope) is not None


def _hours(fact: Fact) -> int:
    return fact.quantity.days * fact.quantity.hours if isinstance(fact.quantity, Window) else 0


def _people(fact: Fact) -> int:
    return fact.quantity.amount if isinstance(fact.quantity, Count) else 0


def _finding(rota: _Rota, label: Label, fixes: tuple[Fix, ...], context: Context) -> Finding:
    word = context.package.library.vocabulary.axes["channel"].values[rota.channel]
    window, needed = rota.window, rota.needed
    return found(
        RULE,
        M("{channel}: {window} needs {needed} people for a seat and has {people}", channel=Named(word.label, word.en),
          window=str(window.quantity), needed=needed, people=rota.people),
        says(window),
        label,
        notes=_notes(_hours(window), rota),
        helps=[M("promise {needed} people at least", needed=needed), M("or promise a shorter window")],
        key=(rota.channel, window.key),
        bid=context.package.bid.id,
        fixes=fixes,
    )  # fmt: skip


def _notes(hours: int, rota: _Rota) -> list[Message]:
    notes = [
        M("{hours} hours a week ÷ {each} hours a person = at least {needed} people", hours=hours, each=HOURS_A_WEEK,
          needed=rota.needed)
    ]  # fmt: skip
    if rota.people * (HOURS_A_WEEK * 52 + OVERTIME_A_MONTH * 12) < hours * 52:
        notes.append(
            M("not even with all the overtime that the law allows: {hours} hours a month", hours=OVERTIME_A_MONTH)
        )
    return notes

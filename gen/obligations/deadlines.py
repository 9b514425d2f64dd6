"""Deadlines and terms: on a day, with every occurrence of what they belong to, or whenever their event comes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from gen.message import Named
from gen.model.fact import Fact
from gen.obligations.cadences import due_by, occurring, series
from gen.obligations.days import Reckoned, ahead, due
from gen.obligations.events import event_words
from gen.obligations.instalments import instalments
from gen.obligations.record import Doubt, Form, Occurrence
from gen.obligations.timing import Known, Timing, each_of, kept, numbered, together, waiting
from gen.quantity import Duration, Frequency

_DUE, _EXPIRES = Named("到期", "due"), Named("届满", "expires")
_SURE: frozenset[Doubt] = frozenset()
_LATEST: frozenset[Doubt] = frozenset({"latest"})
_ROLLED: frozenset[Doubt] = frozenset({"rolled"})


def lasting(fact: Fact, within: Duration, known: Known) -> Timing:
    """How a promise is kept whose value is a length of time."""
    duty = known.duties.of(fact.dimension)
    if duty.instalments and (parts := instalments(fact, within, known)):
        return parts
    if duty.before:
        return _notice(fact, within, known)
    if _is_deadline(fact) and (follows := _follows(fact, within, known)) is not None:
        return follows
    if fact.start and known.calendar.once(fact.start):
        return _from_day(fact, within, fact.start, known)
    held, occasion = known.calendar.interval(fact), known.occasion(fact)
    if not fact.start and (duty.term or fact.spec.ends) and not _is_deadline(fact):
        if "phase" in fact.scope:
            return _from_day(fact, within, held.first, known)
        return Timing("waiting", unsaid=(fact, "from"))
    if occasion is None and not _is_deadline(fact) and not _precedes(fact):
        return kept(fact, known)  # a length that describes, such as the years of a teacher
    return Timing("limit", held.begins, held.ends, occasion=occasion, notice=_precedes(fact))


def _from_day(fact: Fact, within: Duration, event: str, known: Known) -> Timing:
    """A time that runs from an event which comes once."""
    calendar = known.calendar
    day = calendar.days.get(event)
    if day is None:
        return waiting(event, known)
    occasion = event_words(event, calendar.vocabulary)
    if _is_deadline(fact):
        name, rolls, planned = _DUE, known.rolls, None
    else:
        name, rolls, planned = _EXPIRES, False, calendar.given.get(fact.ends)
    counted = calendar.vocabulary.counts(event)
    reckoned = Reckoned(planned) if planned else due(day, within, fact.week, rolls=rolls, counted=counted)
    if reckoned is None:  # a third of a month from a day is no day
        return Timing("limit", occasion=occasion)
    once = Occurrence(1, name, reckoned.day, doubts=reckoned.doubts)
    return Timing("scheduled", day, reckoned.day, (once,), occasion)


def _follows(fact: Fact, within: Duration, known: Known) -> Timing | None:
    """A time that runs from every occurrence of another promise, or from the end of each of its periods."""
    duty = known.duties.of(fact.dimension)
    by_period = fact.start == "period_ended"
    kind = known.duties.events.get(fact.start, "") or ("" if fact.start and not by_period else duty.follows)
    near = [each for each in known.facts if together(each, fact)]
    same = [each for each in near if by_period and each.clause == fact.clause and isinstance(each.quantity, Frequency)]
    if any(due_by(each, known) is fact for each in same):  # its days are those of the promise that it is a part of
        return Timing("limit", occasion=known.occasion(fact))
    leading = same or [each for each in near if kind and each.dimension == kind]
    if leading:
        made, name = _occurring(leading, known), each_of(leading[0].spec)
    elif duty.frequency and (by_period or not fact.start):
        made, name, by_period = [series(fact, duty.frequency, known)], each_of(fact.spec), True
    else:
        return None
    occurrences = []
    for each in (occurrence for timing in made for occurrence in timing.occurrences):
        base = each.ends if by_period else each.due
        reckoned = due(base, within, fact.week, rolls=known.rolls) if base else None
        occurrences.append(_moved(each, reckoned, each.after or name, _SURE if by_period else _LATEST))
    return _joined(made, occurrences, known.occasion(fact) or name)


def _notice(fact: Fact, by: Duration, known: Known) -> Timing:
    """What must precede every occurrence of another promise, or an event, by a length of time."""
    calendar, before = known.calendar, known.duties.of(fact.dimension).before
    leading = [each for each in known.facts if each.dimension in before and together(each, fact)]
    if leading:
        made, name = _occurring(leading, known), each_of(leading[0].spec)
    elif before[0] in calendar.vocabulary.events:
        event = calendar.first_known(before)
        name, day = event_words(event, calendar.vocabulary), calendar.days.get(event)
        if day is None:
            return replace(waiting(event, known), notice=True)
        made = [Timing("scheduled", occurrences=(Occurrence(1, _DUE, day),))]
    else:
        kind = calendar.vocabulary.dimensions.get(before[0])
        return Timing("limit", occasion=each_of(kind) if kind else None, notice=True)
    occurrences = [
        _moved(each, ahead(each.due, by, fact.week) if each.due else None, name, _LATEST if leading else _SURE)
        for timing in made
        for each in timing.occurrences
    ]
    joined = _joined(made, occurrences, name)
    return replace(joined or Timing("limit", occasion=name), notice=True)


def _occurring(leading: Iterable[Fact], known: Known) -> list[Timing]:
    """How those promises are kept that others belong to."""
    return [timing for each in leading if (timing := occurring(each, known)) is not None]


def _moved(each: Occurrence, to: Reckoned | None, after: Named, more: frozenset[Doubt]) -> Occurrence:
    """An occurrence on the day that is reckoned from it; without one, it waits."""
    if to is None:
        return replace(each, due=None, after=after, begins=None, ends=None, doubts=_SURE)
    return replace(each, due=to.day, begins=None, ends=None, doubts=(each.doubts - _ROLLED) | to.doubts | more)


def _joined(made: list[Timing], occurrences: list[Occurrence], occasion: Named) -> Timing | None:
    """One timing of what belongs to several: by their days, counted anew. None where they have no days at all."""
    if all(timing.form == "kept" for timing in made):
        return None
    ordered = sorted(occurrences, key=lambda each: (each.due is None, each.due or datetime.date.min, each.number))
    if len(made) > 1:
        ordered = [replace(each, number=at, name=numbered(at)) for at, each in enumerate(ordered, 1)]
    lacks = tuple(dict.fromkeys(event for timing in made for event in timing.lacks))
    unsaid = next((timing.unsaid for timing in made if timing.unsaid), None)
    form: Form = "waiting" if all(timing.form == "waiting" for timing in made) else "scheduled"
    return Timing(form, made[0].begins, made[0].ends, tuple(ordered), occasion, lacks=lacks, unsaid=unsaid)


def _is_deadline(fact: Fact) -> bool:
    """Whether it is a time within which something must be done, rather than one for which something lasts."""
    return fact.comparator == "at_most" or (fact.comparator == "is" and fact.spec.better == "less")


def _precedes(fact: Fact) -> bool:
    """Whether a length without a starting event is one by which it must precede something, as its name says."""
    return not fact.start and not _is_deadline(fact) and "提前" in fact.spec.label

"""The instalments of a payment: the table of its clause that gives each a share or an amount, and when each is due."""

from __future__ import annotations

from gen.message import Named
from gen.model.fact import Fact
from gen.model.package import Package
from gen.obligations.days import due
from gen.obligations.events import event_words
from gen.obligations.record import Form, Occurrence
from gen.obligations.timing import Known, Timing
from gen.quantity import Duration

_AMOUNTS = {"percent", "money"}


def instalments(fact: Fact, within: Duration, known: Known) -> Timing | None:
    """Each instalment on its day: so long after the event that its row names. None where the clause lists none.

    Where the time runs from what comes again and again (收到发票), each waits for that.
    """
    rows = _rows(fact, known.package)
    if not rows:
        return None
    calendar = known.calendar
    recurring = bool(fact.start) and not calendar.once(fact.start)
    occurrences, lacks, unnamed = [], [], False
    for number, (row, amount) in enumerate(rows, 1):
        event = fact.start if recurring else _event(row, known) or fact.start
        words = event_words(event, calendar.vocabulary) if event else Named(row, row)
        name = Named(f"{row} {amount}", f"{row if recurring else words.en}: {amount}")
        day = calendar.days.get(event)
        reckoned = due(day, within, fact.week, rolls=known.rolls) if day else None
        if reckoned:
            occurrences.append(Occurrence(number, name, reckoned.day, doubts=reckoned.doubts))
            continue
        occurrences.append(Occurrence(number, name, None, after=words))
        lacks += [event] if event and not recurring else []
        unnamed |= not event
    form: Form = "limit" if recurring else "scheduled" if any(each.due for each in occurrences) else "waiting"
    unsaid = (fact, "from") if unnamed else None
    occasion = known.occasion(fact)
    return Timing(form, None, None, tuple(occurrences), occasion, lacks=tuple(dict.fromkeys(lacks)), unsaid=unsaid)


def _event(row: str, known: Known) -> str:
    """The event that the name of an instalment holds, of those that come once."""
    event = known.calendar.event_in(row)
    return event if event and known.calendar.once(event) else ""


def _rows(fact: Fact, package: Package) -> tuple[tuple[str, str], ...]:
    """Each instalment with its share or amount, in the order of the table."""
    clause = package.clauses[fact.clause].loaded
    for name, param in clause.params.items():
        if fact.promise.each and name != fact.promise.each:
            continue
        amounts = [column for column, spec in param.spec.columns.items() if spec.type in _AMOUNTS]
        if param.spec.type != "table" or param.spec.rows != "item" or not amounts:
            continue
        rows: dict[str, list[str]] = {}
        for (row, column), setting in package.setting(param.path).items():
            if column in amounts and (not fact.row or row == fact.row):
                rows.setdefault(str(row), []).append(setting.text)
        return tuple((row, " ".join(texts)) for row, texts in rows.items())
    return ()

"""On which days a promise is kept: each kind of value has a way of its own.

so many times a period    on the last day worked of each period
a deadline or a term      from an event that comes once, on a day; from one that recurs, whenever it comes
a time after or before    with every occurrence of the promise that it belongs to
anything else             all the while
"""

from __future__ import annotations

from dataclasses import replace

from gen.message import Named
from gen.model.fact import Fact
from gen.obligations.cadences import occurring
from gen.obligations.deadlines import lasting
from gen.obligations.record import Occurrence
from gen.obligations.timing import Known, Timing, kept
from gen.quantity import Date, Duration


def timing(fact: Fact, known: Known) -> Timing:
    """How a promise is kept, without what falls due after the last day wanted."""
    made = _whole(fact, known)
    if known.until is None:
        return made
    listed = tuple(each for each in made.occurrences if each.due is None or each.due <= known.until)
    return replace(made, occurrences=listed)


def _whole(fact: Fact, known: Known) -> Timing:
    if isinstance(fact.quantity, Duration):
        return lasting(fact, fact.quantity, known)
    if isinstance(fact.quantity, Date):
        day = Occurrence(1, Named("届满", "expires"), fact.quantity.day)
        return Timing("scheduled", None, fact.quantity.day, (day,))
    return occurring(fact, known) or kept(fact, known)

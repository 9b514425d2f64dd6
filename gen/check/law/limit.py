"""Hold a bid's promises against the limits that bind it: one parameterised check for all rules of the family.

`verdicts` says of each promise whether it breaks a limit. Where the bid does not state what the limit hangs on (what
the buyer is, what the contract is for), a breach is undecided: rules report only what is decided, and the review list
asks about the rest.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor

from gen.check.context import Context
from gen.check.law.data import bound, limits
from gen.message import M, Message, Named
from gen.model.bid import Bid
from gen.model.fact import Fact
from gen.model.law import Limit
from gen.model.vocabulary import Vocabulary
from gen.quantity import Choice, Duration, Quantity, compare
from gen.quantity.clock import ALWAYS, DAY, Deadline, Week, latest_excess, longest


@dataclass(frozen=True, slots=True)
class Verdict:
    """A promise that breaks a limit, or would if what the bid leaves open were so."""

    fact: Fact
    limit: Limit
    decided: bool
    open: tuple[Message, ...]
    """The facts of the bid that decide it and are not stated."""
    because: tuple[Message, ...]
    """The facts of the bid by which the limit binds."""
    case: Message | None
    """Both values in one unit, where they are not."""


def verdicts(context: Context, rule: str) -> Iterator[Verdict]:
    """Every promise beyond a limit that is in force on the day of submission; of several limits the strictest."""
    bid = context.package.bid
    by_dimension: dict[str, list[Limit]] = {}
    for limit in limits().values():
        if limit.rule == rule and limit.in_force(bid.project.submission):
            by_dimension.setdefault(limit.dimension, []).append(limit)
    situation = Situation(context)
    for fact in context.facts:
        if fact.dimension in by_dimension:
            broken = [v for limit in by_dimension[fact.dimension] if (v := _verdict(fact, limit, situation))]
            if broken:  # a breach that is sure says more than a stricter one that is not
                yield next((verdict for verdict in broken if verdict.decided), broken[0])


def _verdict(fact: Fact, limit: Limit, situation: Situation) -> Verdict | None:
    if limit.obligor and fact.obligor not in {limit.obligor, "both"}:
        return None
    broken, case = breaks(fact, limit)
    if broken is False:
        return None
    known, unknown = situation.binds(fact, limit)
    if known is None:
        return None
    if broken is None:
        unknown = (*unknown, M("the value has no common measure with the limit"))
    return Verdict(fact, limit, not unknown, unknown, known, case)


class Situation:
    """What the bid says of itself as far as the law asks."""

    def __init__(self, context: Context) -> None:
        package = context.package
        self.bid: Bid = package.bid
        self.vocabulary: Vocabulary = package.library.vocabulary
        self.customer: str = str(self.bid.customer.type)
        self.cii = self.bid.customer.critical_infrastructure
        if self.cii is None and self.customer == "cii_operator":
            self.cii = True
        self.contract: str = str(self.bid.project.contract)
        self.government = self.bid.project.government_procurement
        company = package.company
        self.sme = company.sme if company else None

    def binds(self, fact: Fact, limit: Limit) -> tuple[tuple[Message, ...] | None, tuple[Message, ...]]:
        """The facts by which a limit binds a promise, and those that are not stated; none where it does not bind."""
        applies = limit.applies
        states = [
            self._customer(fact, applies.customer),
            _equipment(fact, applies.equipment),
            _stated(self.contract, applies.contract, M("what the contract is for (`project.contract`)"),
                    M("the contract is for {kind}", kind=self._kind())),
            _flag(self.sme, applies.sme, M("whether the bidder is a small or medium enterprise (`sme` in `company`)"),
                  M("the bidder is a small or medium enterprise")),
            _flag(self.government, applies.government,
                  M("whether it is government procurement (`project.government_procurement`)"),
                  M("it is government procurement")),
            _flag(self.cii, applies.cii,
                  M("whether the customer runs critical infrastructure (`customer.critical_infrastructure`)"),
                  M("the customer runs critical information infrastructure")),
        ]  # fmt: skip
        if any(state is False for state in states):
            return None, ()
        known = tuple(text for state in states if isinstance(state, tuple) and state[0] for text in state[1:])
        unknown = tuple(text for state in states if isinstance(state, tuple) and not state[0] for text in state[1:])
        return known, unknown

    def _customer(self, fact: Fact, wanted: tuple[str, ...]) -> State:
        types = self.vocabulary.axes["customer_type"].values
        holds = fact.scope.get("customer_type", frozenset(types))
        if self.customer not in {"", "cii_operator"} and self.customer not in holds:
            return False  # the promise is made to other customers
        if not wanted:
            return True
        if self.customer in types and self.customer != "cii_operator":
            if self.customer not in wanted:
                return False
            return True, M("the customer is: {kind}", kind=Named(types[self.customer].label, types[self.customer].en))
        if not holds & set(wanted):
            return False
        return True if holds <= set(wanted) else (False, M("what the customer is (`customer.type`)"))

    def _kind(self) -> Message | str:
        kinds = {"goods": M("goods"), "services": M("services"), "works": M("construction works")}
        return kinds.get(self.contract, self.contract)


State = bool | tuple[bool, Message]
"""Whether a condition is met; with words where it was stated (True) or is not (False)."""


def _equipment(fact: Fact, wanted: tuple[str, ...]) -> State:
    return not wanted or bool(fact.scope.get("equipment", frozenset(wanted)) & set(wanted))


def _stated(value: str, wanted: tuple[str, ...], unknown: Message, known: Message) -> State:
    if not wanted:
        return True
    if not value:
        return False, unknown
    return (True, known) if value in wanted else False


def _flag(value: bool | None, wanted: bool | None, unknown: Message, known: Message) -> State:
    if wanted is None:
        return True
    if value is None:
        return False, unknown
    return (True, known) if value == wanted else False


def breaks(fact: Fact, limit: Limit) -> tuple[bool | None, Message | None]:
    """Whether a promise breaks a limit, none where that cannot be said, and the case in which it does."""
    if limit.none_of:
        return isinstance(fact.quantity, Choice) and fact.quantity.key in limit.none_of, None
    limit_value = bound(limit)
    if limit_value is None:
        conditional = bool(limit.not_if and re.search(limit.not_if, fact.promise.condition))
        return conditional or fact.start in limit.not_from, None
    if limit.at_most:
        return exceeds(fact.quantity, fact.week, limit_value, ALWAYS)
    if limit.more_than:
        sign = compare(fact.quantity, limit_value)
        return (None if sign is None else sign <= 0), None
    return exceeds(limit_value, ALWAYS, fact.quantity, fact.week)


def exceeds(long: Quantity, week: Week, short: Quantity, other: Week) -> tuple[bool | None, Message | None]:
    """Whether a value lies above another, if only in some case; and that case, where they differ in unit.

    Months are compared with days by how long they last at most and at least: six months are 181 to 184 days.
    """
    if not (isinstance(long, Duration) and isinstance(short, Duration)):
        sign = compare(long, short)
        return (None if sign is None else sign > 0), None
    if long.months is not None and short.months is not None:
        return long.months > short.months, None
    if long.months is None and short.months is None:
        case = latest_excess(Deadline(long, week), Deadline(short, other))
        if case is None or long.unit == short.unit:
            return case is not None, None
        return True, _in_days(long, Fraction(case.first_ends) / DAY, short, Fraction(case.second_ends) / DAY)
    most, least = _days(long, week)[1], _days(short, other)[0]
    return most > least, _in_days(long, most, short, least) if most > least else None


def _in_days(long: Duration, most: Fraction, short: Duration, least: Fraction) -> Message:
    if most < 2:
        return M("{long} last up to {hours} h, {short} {others} h", long=str(long), hours=ceil(most * 24),
                 short=str(short), others=_whole(least * 24))  # fmt: skip
    return M("{long} last up to {days} days, {short} {others} days", long=str(long), days=ceil(most),
             short=str(short), others=_whole(least))  # fmt: skip


def _whole(value: Fraction) -> str:
    tenths = floor(value * 10)
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")


def _days(value: Duration, week: Week) -> tuple[Fraction, Fraction]:
    """The natural days that a duration lasts at least and at most."""
    if value.months is not None:
        return _days_of_months(floor(value.months))[0], _days_of_months(ceil(value.months))[1]
    if value.minutes is not None and week == ALWAYS:
        days = value.minutes / DAY
        return days, days
    longest_days = Fraction(longest(Deadline(value, week))) / DAY
    return (value.amount if value.unit == "working_day" else Fraction(0)), longest_days


@cache
def _days_of_months(months: int) -> tuple[Fraction, Fraction]:
    """Days in a run of whole months, at least and at most, over the months in which it may begin."""
    cycles, rest = divmod(months, 400 * 12)  # the calendar repeats every 400 years
    lengths = []
    for first in range(2024 * 12, 2032 * 12):
        begin, end = (datetime.date(month // 12, month % 12 + 1, 1) for month in (first, first + rest))
        lengths.append(cycles * 146097 + (end - begin).days)
    return Fraction(min(lengths)), Fraction(max(lengths))

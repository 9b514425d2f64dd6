"""C301: steps that may end after a later one."""

from __future__ import annotations

import random

from bench.planting import writing
from bench.planting.base import SEVERITIES
from bench.planting.placing import Plant, both
from bench.planting.promise import VOCABULARY, Promise, marked
from bench.planting.seeds.promises import OFFICE, REPORTED

_PAIRS = [
    (earlier, later)
    for earlier in ("intake_ack", "response", "remote_diag", "onsite_arrival", "workaround", "solution_proposal",
                    "part_delivery", "diagnosis_limit", "escalation")
    for later in VOCABULARY.behind(earlier)
    if later != "dispatch"
]  # fmt: skip
_LATE_CLOCKS = (
    ("8工作小时", "20小时"),
    ("3个工作日", "4日"),
    ("1日", "24小时"),
    ("2个工作日", "1日"),
    ("1工作小时", "60小时"),
)


def two(chance: random.Random, low: int = 1, high: int = 60) -> tuple[int, int]:
    """Two lengths in minutes, the longer one first."""
    second, first = sorted(chance.sample(range(low, high), 2))
    return first * 15, second * 15


def out_of_order(chance: random.Random) -> Plant:
    """A step that may take longer than a later one."""
    earlier, later = chance.choice(_PAIRS)
    first, second = two(chance)
    sides = [
        Promise(earlier, writing.minutes(first, chance), clock=REPORTED),
        Promise(later, writing.minutes(second, chance), clock=REPORTED),
    ]
    if chance.random() < 0.4:
        sides[1] = sides[1].within(severity=(chance.choice(SEVERITIES),))
    return Plant("C301", both(*sides), beside=("ladder",), disguise="units")


def out_of_order_by_a_minute(chance: random.Random) -> Plant:
    """A step that is a minute or a second too late, in another unit."""
    earlier, later = chance.choice(_PAIRS)
    first, second = chance.choice((("1441分钟", "24小时"), ("3601秒", "60分钟"), ("91分钟", "1.5小时")))
    sides = both(Promise(earlier, first, clock=REPORTED), Promise(later, second, clock=REPORTED))
    return Plant("C301", sides, beside=("ladder",), disguise="units")


def out_of_order_over_the_weekend(chance: random.Random) -> Plant:
    """Working time that ends after natural time, at the worst moment of the week only."""
    earlier, later = chance.choice(_PAIRS)
    first, second = chance.choice(_LATE_CLOCKS)
    sides = both(
        Promise(earlier, first, clock=OFFICE if "工作" in first else REPORTED),
        Promise(later, second, clock=REPORTED),
    )
    return Plant("C301", sides, topics=("ladder",), disguise="clock")


def out_of_order_in_months(chance: random.Random) -> Plant:
    """Steps in months: two against one, three against sixty days."""
    first, second = chance.choice((("2个月", "1个月"), ("3个月", "60日"), ("40日", "1个月"), ("1年", "11个月")))
    sides = both(Promise("solution_proposal", first, clock=REPORTED), Promise("resolution", second, clock=REPORTED))
    return Plant("C301", sides, topics=("ladder",), disguise="units")


def late_step_with_one_before_it(chance: random.Random) -> Plant:
    """A restoration after the repair, and an arrival that is late for the repair only since the restoration is."""
    first, second = two(chance, 10)
    sides = both(
        Promise("workaround", writing.minutes(first, chance), clock=REPORTED),
        Promise("resolution", writing.minutes(second, chance), clock=REPORTED),
    )
    arrival = Promise("onsite_arrival", writing.minutes((first + second) // 2, chance), clock=REPORTED)
    return Plant("C301", (*sides, arrival), topics=("ladder",), scoped=False)


def alternative_too_late(chance: random.Random) -> Plant:
    """A loaner instead of a repair that comes after the repair was due."""
    first, second = two(chance)
    loaner = Promise("spare_unit", writing.minutes(first, chance), clock=REPORTED, more={"instead_of": "resolution"})
    return Plant(
        "C301", both(loaner, Promise("resolution", writing.minutes(second, chance), clock=REPORTED)), beside=("ladder",)
    )


def late_for_both_in_a_special_case(chance: random.Random) -> Plant:
    """An arrival that is late for the restoration in every case; that it is late for a grave fault's repair follows."""
    soon, middle, late = sorted(chance.sample(range(1, 60), 3))
    sides = both(
        Promise("onsite_arrival", writing.minutes(late * 15, chance), clock=REPORTED),
        Promise("workaround", writing.minutes(soon * 15, chance), clock=REPORTED),
    )
    repair = Promise("resolution", writing.minutes(middle * 15, chance), clock=REPORTED)
    return Plant("C301", (*sides, repair.within(severity=("S1",))), topics=("ladder",), scoped=False)


def late_in_two_cases(chance: random.Random) -> Plant:
    """An arrival that is late for the restoration of some faults and for the repair of others: neither follows."""
    soon, other = (f"{minutes}分钟" for minutes in chance.sample(range(10, 60), 2))
    severity, another = chance.sample(SEVERITIES, 2)
    sides = (
        Promise("onsite_arrival", marked("10小时"), clock=REPORTED),
        Promise("workaround", marked(soon), clock=REPORTED).within(severity=(severity,)),
        Promise("resolution", marked(other), clock=REPORTED).within(severity=(another,)),
    )
    return Plant("C301", sides, topics=("ladder",), scoped=False, findings=(("10小时", soon), ("10小时", other)))


SEEDS = (
    out_of_order, out_of_order, out_of_order_by_a_minute, out_of_order_over_the_weekend, alternative_too_late,
    out_of_order_in_months, late_step_with_one_before_it, late_for_both_in_a_special_case, late_in_two_cases,
)  # fmt: skip

"""C1: two values for one promise, exceptions that are none, terms side by side."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.planting import writing
from bench.planting.base import STOPS
from bench.planting.kinds import BY_NAME, KINDS
from bench.planting.placing import Plant, both
from bench.planting.promise import VOCABULARY, Promise, marked

REPORTED = {"kind": "natural", "from": "report_received", "stops": STOPS}
OFFICE = {"kind": "working", "from": "report_received", "window": "5×8", "stops": STOPS}

_TWO = [
    kind for kind in KINDS
    if len(kind.values) > 1
    and VOCABULARY.dimensions[kind.dimension].type != "text"
    and kind.topic == "other"
]  # fmt: skip
_NEAR = (("1440分钟", "1441分钟"), ("4小时", "14401秒"), ("90分钟", "1小时31分钟"), ("半小时", "1801秒"))
_CLOCKS = (
    ("8工作小时", "8小时"), ("2个工作日", "48小时"), ("1日", "24小时"), ("1个工作日", "1日"), ("16工作小时", "2日"),
)  # fmt: skip


def any_kind(chance: random.Random) -> Plant:
    """Two values of any dimension that has them, in any writing."""
    kind = chance.choice(_TWO)
    values = chance.sample(kind.values, 2)
    disguised = chance.random() < 0.5
    written = [writing.other(value, chance) if disguised else value for value in values]
    sides = both(kind.promise(written[0]), kind.promise(written[1]))
    return Plant("C101", sides, topics=_hanging(kind.dimension), disguise="units" if disguised else "")


def _hanging(dimension: str) -> tuple[str, ...]:
    return ("terms",) if dimension in {"warranty_start", "retention"} else ()


def almost_equal(chance: random.Random) -> Plant:
    """Values that differ by a minute or a second, in different units."""
    first, second = chance.sample(chance.choice(_NEAR), 2)
    sides = both(Promise("response", first, clock=REPORTED), Promise("response", second, clock=REPORTED))
    return Plant("C101", sides, beside=("ladder",), disguise="units")


def shares_and_terms(chance: random.Random) -> Plant:
    """Shares in per cent and per mille, years and months, that almost agree."""
    name, first, second = chance.choice((
        ("ontime_rate", "99.9%", "998‰"), ("satisfaction", "95%", "955‰"), ("confidentiality", "3年", "35个月"),
        ("price_hold", "1.5年", "17个月"), ("visit_freq", "每季度1次", "每年5次"),
        ("inspection_freq", "每月1次", "每年13次"),
    ))  # fmt: skip
    kind = BY_NAME[name]
    return Plant("C101", both(kind.promise(first), kind.promise(second)), disguise="units")


def clocks(chance: random.Random) -> Plant:
    """One number on two clocks: eight working hours are no eight hours."""
    first, second = chance.sample(chance.choice(_CLOCKS), 2)
    sides = both(
        *(Promise("response", value, clock=OFFICE if "工作" in value else REPORTED) for value in (first, second))
    )
    return Plant("C101", sides, topics=("ladder",), disguise="clock")


def weaker_when_graver(chance: random.Random) -> Plant:
    """A general deadline, and a longer one for the gravest faults."""
    low, high = sorted(chance.sample(range(2, 60), 2))
    general = Promise("response", writing.minutes(low * 5, chance), clock=REPORTED)
    grave = Promise("response", writing.minutes(high * 5, chance), clock=REPORTED).within(severity=("S1",))
    return Plant("C101", both(general, grave), beside=("ladder",), disguise="units")


def lower_above_upper(chance: random.Random) -> Plant:
    """At least so much beside at most less."""
    low, high = sorted(chance.sample(range(2, 40), 2))
    floor = Promise("staff_cert", f"{high}人", "at_least", unit="人")
    ceiling = Promise("staff_cert", f"{low}人", "at_most", unit="人")
    return Plant("C101", both(floor, ceiling))


def beside_its_own_exception(chance: random.Random) -> Plant:
    """An exception is declared towards one clause; a third clause says something else for the same cases."""
    kind = BY_NAME["backup"]
    general = kind.promise("12小时").within(equipment=("server", "storage"))
    special = kind.promise("24小时").within(equipment=("server",))
    special = replace(special, more={"overrides": "[@0]"}, value=marked("24小时"))
    third = replace(kind.promise(chance.choice(("6小时", "11小时"))).within(equipment=("server",)))
    third = replace(third, value=marked(str(third.value)))
    return Plant("C101", (general, special, third), scoped=False, apart=True)


def idle_exception(chance: random.Random) -> Plant:
    """An exception that is limited to nothing, never meets what it excepts, or excepts another kind of promise."""
    kind = BY_NAME["backup"]
    value, other = chance.sample(kind.values, 2)
    general, special = kind.promise(marked(value)), kind.promise(other)
    reason = chance.choice(("all", "apart", "kind"))
    if reason == "apart":
        general, special = general.within(equipment=("server",)), special.within(equipment=("storage",))
    if reason == "kind":
        general = BY_NAME["report_cadence"].promise("每月1次")
    special = replace(special, more={"overrides": f"[{marked('@0')}]"})
    return Plant("C102", (general, special), scoped=False, apart=True)


def idle_charge(_: random.Random) -> Plant:
    """A charge as an exception from what is free, but for a phase in which nothing is."""
    free = BY_NAME["service_fee"].promise("free").within(service=("repair", "parts"), phase=("in_warranty",))
    charge = Promise("exclusions", "人为损坏的设备", "is", more={"fee": "at_cost", "overrides": f"[{marked('@0')}]"})
    charge = charge.within(phase=("post_warranty",))
    return Plant("C102", (free, charge), topics=("fees", "terms"), scoped=False, apart=True)


def terms_side_by_side(chance: random.Random) -> Plant:
    """A warranty and a free term of another length, without a word on what each is for."""
    first, second = chance.sample(("warranty_term", "free_support_term", "upgrade_term"), 2)
    length, other = chance.sample((12, 18, 24, 30, 35, 36, 60), 2)
    sides = [
        BY_NAME[first].promise(writing.months(length, chance)),
        BY_NAME[second].promise(writing.months(other, chance)),
    ]
    if chance.random() < 0.3:
        sides[0] = sides[0].within(service=("repair",))
    return Plant("C103", both(*sides), topics=("terms", "fees"), disguise="units")


SEEDS = {
    "C101": (
        any_kind, any_kind, any_kind, almost_equal, shares_and_terms, clocks, weaker_when_graver, lower_above_upper,
        beside_its_own_exception,
    ),
    "C102": (idle_exception, idle_charge),
    "C103": (terms_side_by_side,),
}  # fmt: skip

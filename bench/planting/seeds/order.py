"""C3: deadlines in the wrong order, tiers the wrong way round, chains that are too long."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.planting import writing
from bench.planting.base import SEVERITIES
from bench.planting.placing import Plant, both
from bench.planting.promise import VOCABULARY, Promise, marked
from bench.planting.seeds import late
from bench.planting.seeds.late import two
from bench.planting.seeds.promises import OFFICE, REPORTED


def no_time_to_work(chance: random.Random) -> Plant:
    """Arrival and repair at the same moment, in other words."""
    minutes = chance.randint(1, 40) * 60
    later = chance.choice(("workaround", "resolution"))
    sides = both(
        Promise("onsite_arrival", writing.minutes(minutes, chance), clock=REPORTED),
        Promise(later, writing.minutes(minutes, chance), clock=REPORTED),
    )
    return Plant("C302", sides, beside=("ladder",), disguise="units")


def no_working_time_to_work(chance: random.Random) -> Plant:
    """Arrival and repair after the same working hours, or at the end of the same working day."""
    first, second = chance.choice((("8工作小时", "8个工作小时"), ("2个工作日", "2工作日"), ("3工作小时", "3工作小时")))
    sides = both(Promise("onsite_arrival", first, clock=OFFICE), Promise("resolution", second, clock=OFFICE))
    return Plant("C302", sides, topics=("ladder",), disguise="clock")


def chain_over_the_weekend(chance: random.Random) -> Plant:
    """Working hours behind natural ones, which last over the weekend; the whole is natural time."""
    link, rest, whole = chance.choice((("2小时", "8工作小时", "24小时"), ("4小时", "1个工作日", "30小时")))
    sides = (
        Promise("onsite_arrival", marked(link), clock=REPORTED),
        Promise("resolution", marked(rest), clock={**OFFICE, "from": "arrival"}),
        Promise("resolution", marked(whole), clock=REPORTED),
    )
    return Plant("C303", sides, topics=("ladder",), disguise="clock")


def chain_too_long(chance: random.Random) -> Plant:
    """Two or three links that together outlast the whole."""
    ways = (("report_received", "onsite_arrival", "arrival"), ("report_received", "remote_diag", "remote_begun"),
            ("report_received", "diagnosis_limit", "diagnosis_done"))  # fmt: skip
    start, step, reached = chance.choice(ways)
    link, rest = chance.randint(2, 30), chance.randint(2, 30)
    whole = chance.randint(max(link, rest) + 1, link + rest) * 30 - chance.choice((1, 29))
    sides = (
        Promise(step, marked(writing.minutes(link * 30, chance)), clock={**REPORTED, "from": start}),
        Promise("resolution", marked(writing.minutes(rest * 30, chance)), clock={**REPORTED, "from": reached}),
        Promise("resolution", marked(writing.minutes(whole, chance)), clock=REPORTED),
    )
    return Plant("C303", sides, topics=("ladder",), disguise="units")


def _tiers(rule: str, axis: str, values: tuple[str, str], chance: random.Random) -> Plant:
    """A deadline that is longer where it should be shorter: for the first of two values of an axis."""
    first, second = two(chance)
    step = chance.choice(("response", "onsite_arrival", "resolution", "spare_unit"))
    sides = both(
        Promise(step, writing.minutes(first, chance), clock=REPORTED).within(**{axis: values[:1]}),
        Promise(step, writing.minutes(second, chance), clock=REPORTED).within(**{axis: values[1:]}),
    )
    return Plant(rule, sides, beside=("ladder",), disguise="units")


def graver_slower(chance: random.Random) -> Plant:
    """A graver fault served later."""
    first, second = sorted(chance.sample(range(4), 2))
    return _tiers("C304", "severity", (SEVERITIES[first], SEVERITIES[second]), chance)


def graver_slower_at_times(chance: random.Random) -> Plant:
    """Working hours for the graver fault that end after the natural hours of the lighter one."""
    first, second = chance.choice((("8工作小时", "20小时"), ("2个工作日", "2日"), ("1工作小时", "61小时")))
    sides = both(
        Promise("response", first, clock=OFFICE).within(severity=("S1",)),
        Promise("response", second, clock=REPORTED).within(severity=("S2",)),
    )
    return Plant("C304", sides, topics=("ladder",), disguise="clock")


def graver_slower_by_half_an_hour(chance: random.Random) -> Plant:
    """A working hour for the graver fault, which ends last over a weekend only, and then by less than an hour."""
    sides = both(
        Promise("response", "1工作小时", clock=OFFICE).within(severity=("S1",)),
        Promise("response", chance.choice(("64.5小时", "3899分钟")), clock=REPORTED).within(severity=("S2", "S3")),
    )
    return Plant("C304", sides, topics=("ladder",), disguise="clock")


def graver_slower_by_a_minute(chance: random.Random) -> Plant:
    """A minute more for the graver fault."""
    minutes = chance.randint(1, 20) * 60
    sides = both(
        Promise("resolution", f"{minutes + 1}分钟", clock=REPORTED).within(severity=("S1", "S2")),
        Promise("resolution", writing.minutes(minutes, chance), clock=REPORTED).within(severity=("S3",)),
    )
    return Plant("C304", sides, beside=("ladder",), disguise="units")


def graver_slower_in_a_table(chance: random.Random) -> Plant:
    """Two rows of a table changed over."""
    limits = sorted(chance.sample(range(1, 60), 4))
    at = chance.randrange(3)
    limits[at], limits[at + 1] = limits[at + 1], limits[at]
    rows = {s: writing.minutes(limit * 15, chance) for s, limit in zip(SEVERITIES, limits, strict=True)}
    rows = {s: marked(said) if n in {at, at + 1} else said for n, (s, said) in enumerate(rows.items())}
    table = Promise("response", rows, clock=REPORTED, axis="severity")
    return Plant("C304", (table,), beside=("ladder",), disguise="units", scoped=False)


def nearer_slower(chance: random.Random) -> Plant:
    """A nearer site served later."""
    regions = list(VOCABULARY.axes["region"].values)
    first, second = sorted(chance.sample(range(len(regions)), 2))
    return _tiers("C305", "region", (regions[first], regions[second]), chance)


def better_after_warranty(chance: random.Random) -> Plant:
    """Quicker service once it is paid for."""
    return _tiers("C306", "phase", ("in_warranty", "post_warranty"), chance)


def quick_channel_slower(chance: random.Random) -> Plant:
    """A remote answer that comes after the engineer on site."""
    quick = chance.choice(("hotline", "phone", "im", "remote"))
    plant = _tiers("C307", "channel", (quick, "onsite"), chance)
    return replace(plant, promises=tuple(replace(p, dimension="response") for p in plant.promises))


def dispatched_never_arriving(chance: random.Random) -> Plant:
    """Setting out without arriving; or arriving in some cases only."""
    sides = [Promise("dispatch", marked(writing.minutes(chance.randint(1, 9) * 30, chance)), clock=REPORTED)]
    if chance.random() < 0.5:
        arrival = Promise("onsite_arrival", "12小时", clock=REPORTED)
        sides.append(arrival.within(severity=tuple(chance.sample(SEVERITIES, chance.randint(1, 3)))))
    return Plant("C308", tuple(sides), topics=("ladder",))


def never_both(chance: random.Random) -> Plant:
    """At least so long before a repair that is due sooner."""
    first, second = two(chance)
    notice = Promise(
        "staff_change", writing.minutes(first, chance), "at_least", clock={**REPORTED, "to": "fault_resolved"}
    )
    return Plant("C309", both(notice, Promise("resolution", writing.minutes(second, chance), clock=REPORTED)),
                 topics=("ladder",), disguise="units")  # fmt: skip


def never_both_in_working_time(chance: random.Random) -> Plant:
    """At least so many days before a repair that is due within working hours, even over a weekend; or by an hour."""
    first, second = chance.choice(
        (("5日", "8工作小时"), ("10日", "5个工作日"), ("1441分钟", "24小时"), ("90分钟", "1小时"))
    )
    notice = Promise("staff_change", first, "at_least", clock={**REPORTED, "to": "fault_resolved"})
    repair = Promise("resolution", second, clock=OFFICE if "工作" in second else REPORTED)
    return Plant("C309", both(notice, repair), topics=("ladder",), disguise="clock")


SEEDS = {
    "C301": late.SEEDS,
    "C302": (no_time_to_work, no_working_time_to_work),
    "C303": (chain_too_long, chain_over_the_weekend),
    "C304": (
        graver_slower, graver_slower_in_a_table, graver_slower_at_times, graver_slower_by_a_minute,
        graver_slower_by_half_an_hour,
    ),
    "C305": (nearer_slower,),
    "C306": (better_after_warranty,),
    "C307": (quick_channel_slower,),
    "C308": (dispatched_never_arriving,),
    "C309": (never_both, never_both_in_working_time),
}  # fmt: skip

"""F1 and what else a single promise may lack: the company cannot keep it, or it does not say enough."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise, marked
from bench.planting.seeds.promises import REPORTED

_BRANCH = (
    "{{name: 示例站, address: 示例市示例路2号, phone: 400-000-0000, distance: 60公里, people: 3人, travel: {travel}}}"
)


def arrival_before_travel(chance: random.Random) -> Plant:
    """On site sooner than the way takes, by a minute or by hours."""
    way = chance.randint(30, 300)
    arrival = Promise(
        "onsite_arrival", marked(writing.minutes(way - chance.choice((1, 5, 25)), chance)), clock=REPORTED
    )
    branch = _BRANCH.format(travel=marked(f"{way}分钟"))
    return Plant("F101", (arrival,), topics=("ladder", "service_points"), company=("branches:", f"  - {branch}"),
                 disguise="units")  # fmt: skip


def arrival_before_travel_at_noon(chance: random.Random) -> Plant:
    """Working hours that leave too little at the one moment of the week when they run without a break."""
    arrival = Promise("onsite_arrival", marked(f"{chance.randint(1, 2)}工作小时"),
                      clock={**REPORTED, "kind": "working", "window": "5×8"})  # fmt: skip
    branch = _BRANCH.format(travel=marked(f"{chance.randint(121, 180)}分钟"))
    return Plant("F101", (arrival,), topics=("ladder", "service_points"), company=("branches:", f"  - {branch}"),
                 disguise="clock")  # fmt: skip


def stronger_than_maker(chance: random.Random) -> Plant:
    """On site before the maker's own engineer is, by a minute or only over a weekend."""
    owed, value = chance.choice(
        (("24小时", "1439分钟"), ("4小时", "239分钟"), ("8工作小时", "20小时"), ("1个工作日", "30小时"))
    )
    arrival = Promise("onsite_arrival", marked(value), clock=REPORTED)
    company = ("makers:", f"  - {{maker: 示例制造商, onsite: {marked(owed)}}}")
    return Plant("F104", (arrival,), topics=("ladder",), company=company, disguise="units")


def too_few(chance: random.Random) -> Plant:
    """Fewer people than the hours of a seat need."""
    window, needed = chance.choice((("7×24", 5), ("7×18", 4), ("7×12", 3), ("5×9", 2)))
    sides = both(
        BY_NAME["service_window"].promise(writing.other(window, chance)).within(channel=("hotline",)),
        BY_NAME["staffing"].promise(f"{chance.randint(1, needed - 1)}人").within(channel=("hotline",)),
    )
    return Plant("F102", sides, topics=("ladder",))


def visits(chance: random.Random) -> Plant:
    """More inspections than the field staff has days for."""
    people = chance.randint(1, 3)
    sites = str(people * 248 // 12 + chance.randint(1, 5))
    sides = both(
        BY_NAME["inspection_freq"].promise(writing.frequency(1, "月", chance)),
        BY_NAME["staffing"].promise(f"{people}人").within(channel=("onsite",)),
    )
    return Plant(
        "F103", sides, topics=("ladder", "visit_freq"), project={"sites": sites}, scoped=False, disguise="units"
    )


def remote_on_closed_net(chance: random.Random) -> Plant:
    """Remote work on a net that lets nobody in."""
    promise = Promise("remote_diag", marked(writing.minutes(chance.randint(1, 20) * 15, chance)), clock=REPORTED)
    if chance.random() < 0.5:
        promise = BY_NAME["service_window"].promise(marked("7×24")).within(channel=("remote",))
    return Plant("F108", (promise,), topics=("ladder",), project={"remote_access": marked("forbidden")})


def no_base(chance: random.Random) -> Plant:
    """A share of nothing."""
    kind = BY_NAME[chance.choice(("satisfaction", "first_fix_rate", "ontime_rate"))]
    promise = replace(kind.promise(chance.choice(kind.values)), more={})
    return Plant("D102", both(promise, promise)[:1])


def duty_and_option(chance: random.Random) -> Plant:
    """A duty here, an option there."""
    kind = BY_NAME[chance.choice(("inspection_freq", "report_cadence", "emergency_drill", "staff_cert"))]
    value = chance.choice(kind.values)
    duty, option = replace(kind.promise(value), whole=True), replace(kind.promise(value), whole=True)
    option = replace(option, more={"modality": chance.choice(("may", "should"))})
    return Plant("W122", (duty, option))


def conditional_window(chance: random.Random) -> Plant:
    """A window that holds on a condition."""
    promise = BY_NAME["service_window"].promise(marked(chance.choice(("7×24", "7×12")))).within(channel=("onsite",))
    return Plant("W125", (replace(promise, more={"condition": marked("双方另行书面确认")}),), topics=("ladder",))


SEEDS = {
    "F101": (arrival_before_travel, arrival_before_travel_at_noon),
    "F102": (too_few,),
    "F103": (visits,),
    "F104": (stronger_than_maker,),
    "F108": (remote_on_closed_net,),
    "D102": (no_base,),
    "W122": (duty_and_option,),
    "W125": (conditional_window,),
}

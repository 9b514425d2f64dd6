"""C2: windows against deadlines, and what a clock must say."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.planting import writing
from bench.planting.base import STOPS
from bench.planting.kinds import BY_NAME
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise
from bench.planting.seeds.promises import OFFICE, REPORTED

_NARROW = ("5×8", "5×9", "7×8", "7×12", "7×18")
_STEPS = ("response", "remote_diag", "onsite_arrival", "resolution", "spare_unit")


def _window(value: str, chance: random.Random) -> Promise:
    channel = chance.choice((("hotline",), ("phone",), ("hotline", "email")))
    return BY_NAME["service_window"].promise(writing.other(value, chance)).within(channel=channel)


def due_while_closed(chance: random.Random) -> Plant:
    """Hours that run on while nobody takes reports."""
    deadline = Promise(chance.choice(_STEPS), writing.minutes(chance.randint(1, 40) * 30, chance), clock=REPORTED)
    return Plant("C201", both(_window(chance.choice(_NARROW), chance), deadline), topics=("ladder",))


def promised_while_closed(chance: random.Random) -> Plant:
    """Round the clock, under a narrower window."""
    clock = {**REPORTED, "window": "7×24"}
    deadline = Promise(chance.choice(_STEPS), writing.minutes(chance.randint(1, 40) * 30, chance), clock=clock)
    return Plant("C202", both(_window(chance.choice(_NARROW), chance), deadline), topics=("ladder",))


def which_working_time(chance: random.Random) -> Plant:
    """Working time without a window, where the service is round the clock."""
    step, value = chance.choice(_STEPS), f"{chance.randint(2, 9)}{chance.choice(('工作小时', '个工作日'))}"
    if chance.random() < 0.3:
        deadline = Promise(step, value, clock={**OFFICE, "window": "7×24"})
        return Plant("C203", both(deadline, deadline)[:1], topics=("ladder",))
    kind = chance.choice(("natural", "working"))
    deadline = Promise(step, value, clock={"kind": kind, "from": "report_received", "stops": STOPS})
    return Plant("C203", both(_window("7×24", chance), deadline), topics=("ladder",))


def odd_working_week(chance: random.Random) -> Plant:
    """Working hours in a week without days off."""
    clock = {**OFFICE, "window": chance.choice(("7×8", "7×12", "7×18"))}
    value = f"{chance.randint(2, 90)}{chance.choice(('工作小时', '个工作日'))}"
    deadline = Promise(chance.choice(_STEPS), value, clock=clock)
    return Plant("C204", both(deadline, deadline)[:1], topics=("ladder",))


def holidays_in_and_out(chance: random.Random) -> Plant:
    """Public holidays counted in here and out there."""
    value = f"{chance.randint(2, 9)}个工作日"
    clocks = [{**OFFICE, "from": "complaint_received", "holidays": held} for held in ("included", "excluded")]
    chance.shuffle(clocks)
    sides = tuple(Promise("complaint", value, clock=clock, whole=True) for clock in clocks)
    return Plant("C205", sides)


def no_start(chance: random.Random) -> Plant:
    """A deadline from nowhere."""
    name = chance.choice((*_STEPS, "complaint"))
    clock = chance.choice(({"kind": "natural", "stops": STOPS}, {"kind": "working", "window": "5×8", "stops": STOPS}))
    deadline = Promise(name, writing.minutes(chance.randint(1, 40) * 30, chance), clock=clock)
    return Plant("C206", both(deadline, deadline)[:1], topics=("ladder",))


def two_starts(chance: random.Random) -> Plant:
    """One deadline from two events."""
    events = chance.sample(("report_received", "ticket_created", "diagnosis_done", "remote_failed"), 2)
    value = writing.minutes(chance.randint(1, 40) * 30)
    step = chance.choice(("onsite_arrival", "resolution", "response", "spare_unit"))
    sides = [Promise(step, writing.other(value, chance), clock={**REPORTED, "from": event}) for event in events]
    return Plant("C207", both(*sides), topics=("ladder",), disguise="units")


def no_stops(chance: random.Random) -> Plant:
    """A deadline that never stands still, and damages for each day of delay."""
    deadline = Promise(
        chance.choice(("onsite_arrival", "workaround", "resolution")),
        writing.minutes(chance.randint(1, 40) * 30, chance),
        clock={"kind": "natural", "from": "report_received"},
    )  # fmt: skip
    damages = BY_NAME["liquidated_damages"].promise("0.5‰")
    return Plant("C208", both(deadline, damages), topics=("ladder", "damages"))


def outage_not_regulated(chance: random.Random) -> Plant:
    """An availability that says nothing about planned outages."""
    clock = chance.choice(({}, {"kind": "natural"}, {"kind": "natural", "stops": STOPS}))
    target = replace(BY_NAME["availability"].promise(chance.choice(("98%", "990‰", "99.5%"))), clock=clock)
    return Plant("C209", both(target, target)[:1], topics=("ladder",))


SEEDS = {
    "C201": (due_while_closed,),
    "C202": (promised_while_closed,),
    "C203": (which_working_time,),
    "C204": (odd_working_week,),
    "C205": (holidays_in_and_out,),
    "C206": (no_start,),
    "C207": (two_starts,),
    "C208": (no_stops,),
    "C209": (outage_not_regulated,),
}

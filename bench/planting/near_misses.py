"""Harmless edits that come close: what almost meets, is declared, or fits to the minute."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.placing import Plant
from bench.planting.promise import Promise
from bench.planting.seeds.promises import OFFICE, REPORTED

_FEES = ("fees", "terms")


def _sound(rule: str, *promises: Promise, **more: object) -> Plant:
    given: dict[str, object] = {"topics": ("ladder",), "scoped": False, "sound": True, **more}
    return Plant(rule, promises, **given)  # type: ignore[arg-type]


def special_case_first(chance: random.Random) -> Plant:
    """The general arrival is later than the repair of grave faults, but for those there is an arrival of their own."""
    grave, general = sorted(chance.sample(range(1, 20), 2))
    return _sound(
        "C301",
        Promise("onsite_arrival", writing.minutes(general * 60 + 120, chance), clock=REPORTED),
        Promise("onsite_arrival", writing.minutes(grave * 30, chance), clock=REPORTED).within(severity=("S1",)),
        Promise("resolution", writing.minutes(general * 60 + 60, chance), clock=REPORTED).within(severity=("S1",)),
        Promise("resolution", "48小时", clock=REPORTED),
    )


def late_where_nothing_follows(chance: random.Random) -> Plant:
    """A late arrival for one class of equipment, a quick repair for another."""
    late, soon = chance.randint(20, 40), chance.randint(1, 19)
    return _sound(
        "C301",
        Promise("onsite_arrival", writing.minutes(late * 60, chance), clock=REPORTED).within(equipment=("terminal",)),
        Promise("resolution", writing.minutes(soon * 60, chance), clock=REPORTED).within(equipment=("server",)),
    )


def together_elsewhere(chance: random.Random) -> Plant:
    """Arrival and repair after equal times, for other equipment; or in working time after natural time."""
    hours = chance.randint(1, 9)
    arrival = Promise("onsite_arrival", writing.minutes(hours * 60, chance), clock=REPORTED)
    if chance.random() < 0.5:
        return _sound("C302", arrival, Promise("resolution", f"{hours}工作小时", clock=OFFICE))
    repair = Promise("resolution", writing.minutes(hours * 60, chance), clock=REPORTED)
    return _sound("C302", arrival.within(equipment=("terminal",)), repair.within(equipment=("server",)))


def a_little_time_to_work(chance: random.Random) -> Plant:
    """Arrival and repair a minute or half an hour apart."""
    minutes = chance.randint(1, 20) * 60
    return _sound(
        "C302",
        Promise("onsite_arrival", writing.minutes(minutes, chance), clock=REPORTED),
        Promise("resolution", writing.minutes(minutes + chance.choice((1, 30, 60)), chance), clock=REPORTED),
    )


def chain_of_other_cases(chance: random.Random) -> Plant:
    """Links for one class of equipment, the whole for another."""
    link, rest = chance.randint(5, 20), chance.randint(5, 20)
    return _sound(
        "C303",
        Promise("onsite_arrival", writing.minutes(link * 60, chance), clock=REPORTED).within(equipment=("terminal",)),
        Promise("resolution", writing.minutes(rest * 60, chance), clock={**REPORTED, "from": "arrival"}).within(
            equipment=("terminal",)
        ),
        Promise("resolution", "24小时", clock=REPORTED).within(equipment=("server",)),
    )


def tiers_of_other_cases(chance: random.Random) -> Plant:
    """A longer time for grave faults of one class of equipment than for light ones of another."""
    first, second = sorted(chance.sample(range(1, 40), 2))
    return _sound(
        "C304",
        Promise("response", writing.minutes(second * 30, chance), clock=REPORTED).within(
            severity=("S1",), equipment=("terminal",)
        ),
        Promise("response", writing.minutes(first * 30, chance), clock=REPORTED).within(
            severity=("S3",), equipment=("server",)
        ),
    )


def terms_of_other_cases(chance: random.Random) -> Plant:
    """A warranty for one class of equipment, free support of another length for another."""
    first, second = chance.sample(BY_NAME["warranty_term"].values, 2)
    return _sound(
        "C103",
        BY_NAME["warranty_term"].promise(first).within(equipment=("server",)),
        BY_NAME["free_support_term"].promise(second).within(equipment=("application",)),
        topics=("terms", "fees", "ladder"),
    )


def narrow_window_elsewhere(chance: random.Random) -> Plant:
    """A narrow window for one class of equipment, natural hours or working time for another."""
    window = (
        BY_NAME["service_window"]
        .promise(chance.choice(("5×8", "7×12")))
        .within(channel=("hotline",), equipment=("terminal",))
    )
    clock = {**REPORTED, "window": "7×24"} if chance.random() < 0.5 else REPORTED
    deadline = Promise("response", writing.minutes(chance.randint(1, 20) * 30, chance), clock=clock)
    return _sound("C202" if "window" in clock else "C201", window, deadline.within(equipment=("server",)))


def round_the_clock_elsewhere(chance: random.Random) -> Plant:
    """Working time for one class of equipment, a window round the clock for another."""
    window = BY_NAME["service_window"].promise("7×24").within(channel=("hotline",), equipment=("server",))
    clock = {key: said for key, said in OFFICE.items() if key != "window"}
    deadline = Promise("response", f"{chance.randint(2, 9)}工作小时", clock=clock).within(equipment=("terminal",))
    return _sound("C203", window, deadline)


def holidays_by_exception(_: random.Random) -> Plant:
    """Holidays counted out for one class of equipment, by a declared exception."""
    clock = {**OFFICE, "from": "complaint_received"}
    general = Promise("complaint", "3个工作日", clock={**clock, "holidays": "included"})
    special = Promise("complaint", "3个工作日", clock={**clock, "holidays": "excluded"}, more={"overrides": "[@0]"})
    return _sound("C205", general, special.within(equipment=("terminal",)), apart=True)


def starts_by_exception(chance: random.Random) -> Plant:
    """Another start for one class of equipment, by a declared exception."""
    value = writing.minutes(chance.randint(1, 20) * 60, chance)
    general = Promise("onsite_arrival", value, clock=REPORTED)
    special = Promise("onsite_arrival", value, clock={**REPORTED, "from": "remote_failed"}, more={"overrides": "[@0]"})
    return _sound("C207", general, special.within(equipment=("terminal",)), apart=True)


def damages_of_other_cases(chance: random.Random) -> Plant:
    """A rate for one class of equipment, a cap for another."""
    return _sound(
        "C403",
        BY_NAME["liquidated_damages"].promise("0.05%").within(equipment=("server",)),
        BY_NAME["ld_cap"].promise("1%").within(equipment=("terminal",)),
        BY_NAME["termination"].promise(f"{chance.randint(40, 90)}日"),
        topics=("damages", "ladder"),
    )


def lifetime_of_other_equipment(chance: random.Random) -> Plant:
    """Service for life for one class of equipment, parts for some years for another."""
    life = Promise("lifetime_service", "promised", "is", more={"fee": "at_cost", "until": "production_ended"})
    supply = replace(
        BY_NAME["spare_stock_years"].promise(writing.months(72, chance)),
        clock={"kind": "natural", "from": "last_delivery"},
    )
    return _sound(
        "C508",
        life.within(service=("repair",), phase=("post_warranty",), equipment=("server",)),
        supply.within(equipment=("terminal",)),
        topics=(*_FEES, "ladder"),
    )


def _fee(value: str, *services: str, phase: str) -> Promise:
    return BY_NAME["service_fee"].promise(value).within(service=services, phase=(phase,))


def lifetime_priced_elsewhere(_: random.Random) -> Plant:
    """For life, with the price in another clause."""
    life = Promise("lifetime_service", "promised", "is", more={"until": "production_ended"}).within(
        service=("support",)
    )
    return _sound("C602", life, _fee("at_cost", "support", phase="post_warranty"), topics=_FEES)


def exclusions_after_warranty(chance: random.Random) -> Plant:
    """Free whatever the cause in the warranty; what is excluded is charged after it, or by a declared exception."""
    free = _fee("free", "repair", "parts", phase="in_warranty")
    charge = Promise("exclusions", "人为损坏的设备", "is", more={"fee": "at_cost"})
    if chance.random() < 0.5:
        return _sound("C604", free, charge.within(phase=("post_warranty",)), topics=_FEES)
    charge = replace(charge, more={"fee": "at_cost", "overrides": "[@0]"})
    free = replace(free, scope={"service": ("repair", "parts")})
    return _sound("C604", free, charge, topics=_FEES, apart=True)


def parts_charged_elsewhere(chance: random.Random) -> Plant:
    """Repair free in the warranty; parts charged after it, or for other equipment."""
    free = _fee("free", "repair", phase="in_warranty")
    also = _fee("free", "parts", phase="in_warranty")
    if chance.random() < 0.5:
        return _sound("C605", free, also, _fee("at_cost", "parts", phase="post_warranty"), topics=_FEES)
    return _sound(
        "C605",
        *(each.within(equipment=("server",)) for each in (free, also)),
        _fee("at_cost", "parts", phase="in_warranty").within(equipment=("terminal",)),
        topics=_FEES,
    )


def parts_charged_by_exception(_: random.Random) -> Plant:
    """Repair and parts free in the warranty; parts charged for one class of equipment by a declared exception."""
    free = _fee("free", "repair", phase="in_warranty")
    charged = replace(_fee("at_cost", "parts", phase="in_warranty"), more={"overrides": "[@0]"})
    return _sound("C605", free, charged.within(equipment=("consumables",)), topics=_FEES, apart=True)


def charge_as_exception(chance: random.Random) -> Plant:
    """What is excluded, or another service, charged as a declared exception from what is free."""
    free = _fee("free", "repair", "parts", phase="in_warranty")
    charge = Promise("exclusions", "人为损坏的设备", "is", more={"fee": "at_cost", "overrides": "[@0]"})
    if chance.random() < 0.5:
        charge = charge.within(phase=("in_warranty",))
    return _sound("C102", free, charge, topics=_FEES, apart=True)


def capped_in_all_cases(chance: random.Random) -> Plant:
    """A high rate for one class of equipment, under a cap for all."""
    rate = BY_NAME["liquidated_damages"].promise(chance.choice(("1‰", "0.2%"))).within(equipment=("server",))
    return _sound("L101", rate, BY_NAME["ld_cap"].promise("10%"), topics=("damages", "ladder"))


def fee_said_for_the_case(chance: random.Random) -> Plant:
    """A loaner in a phase for which another clause says what it costs."""
    phase = chance.choice(("in_warranty", "post_warranty"))
    fee = "free" if phase == "in_warranty" else "at_cost"
    loaner = Promise("spare_unit", "24小时", clock=REPORTED).within(phase=(phase,), equipment=("server",))
    return _sound("C607", loaner, _fee(fee, "loaner", phase=phase), topics=(*_FEES, "ladder"))


def two_fees_by_exception(_: random.Random) -> Plant:
    """Free, but for one class of equipment by a declared exception."""
    free = _fee("free", "support", phase="in_warranty")
    charged = replace(_fee("at_cost", "support", phase="in_warranty"), more={"overrides": "[@0]"})
    return _sound("C601", free, charged.within(equipment=("consumables",)), topics=_FEES, apart=True)


def staff_of_other_equipment(_: random.Random) -> Plant:
    """A seat round the clock for one class of equipment, two people for another."""
    window = BY_NAME["service_window"].promise("7×24").within(channel=("hotline",), equipment=("server",))
    staff = BY_NAME["staffing"].promise("2人").within(channel=("hotline",), equipment=("terminal",))
    return _sound("F102", window, staff)


NEAR: tuple[Callable[[random.Random], Plant], ...] = (
    special_case_first, late_where_nothing_follows, together_elsewhere,
    a_little_time_to_work, chain_of_other_cases, tiers_of_other_cases,
    terms_of_other_cases, narrow_window_elsewhere, round_the_clock_elsewhere, holidays_by_exception,
    starts_by_exception, damages_of_other_cases, lifetime_of_other_equipment, lifetime_priced_elsewhere,
    exclusions_after_warranty, parts_charged_elsewhere, parts_charged_by_exception, charge_as_exception,
    capped_in_all_cases, fee_said_for_the_case, two_fees_by_exception,
    staff_of_other_equipment,
)  # fmt: skip

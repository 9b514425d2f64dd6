"""C6: free against paid, and what a service costs."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.package import Part
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise, marked
from bench.planting.seeds.promises import REPORTED

_TOPICS = ("fees", "terms")


def _fee(value: str, *services: str, phase: str = "") -> Promise:
    made = BY_NAME["service_fee"].promise(value).within(service=services)
    return made.within(phase=(phase,)) if phase else made


def free_and_charged(chance: random.Random) -> Plant:
    """Free here, charged there: equal, or charged inside what is free."""
    service = chance.choice(("support", "upgrade", "inspection", "travel"))
    phase = chance.choice(("", "in_warranty", "post_warranty"))
    free = _fee(chance.choice(("free", "included")), service, phase=phase)
    charged = _fee(chance.choice(("at_cost", "discounted")), service, phase=phase or "post_warranty")
    return Plant("C601", both(free, charged), topics=_TOPICS)


def charged_by_exception_from_another(chance: random.Random) -> Plant:
    """A charge that is declared an exception from one clause, but breaks what another one says is free."""
    free = _fee("free", "support", phase="in_warranty")
    other = _fee("free", "travel", phase="in_warranty")
    charged = replace(_fee("at_cost", "support", phase="in_warranty"), more={"overrides": "[@1]"})
    charged = charged.within(equipment=(chance.choice(("server", "storage")),))
    free, charged = both(free, charged)
    return Plant("C601", (free, other, charged), topics=_TOPICS, scoped=False, apart=True)


def free_but_for_a_condition(_: random.Random) -> Plant:
    """Repair free whatever the cause, and repair charged on a condition."""
    free = BY_NAME["service_fee"].promise("free").within(service=("repair", "parts"), phase=("in_warranty",))
    charged = replace(_fee("at_cost", "repair", phase="in_warranty"), more={"condition": "故障由人为损坏引起"})
    return Plant("C604", both(free, charged), topics=_TOPICS)


def free_for_life_and_charged(chance: random.Random) -> Plant:
    """Free for life, and at cost after the warranty."""
    life = Promise("lifetime_service", "promised", "is", more={"fee": "free", "until": "production_ended"})
    charged = _fee(chance.choice(("at_cost", "discounted")), "support", phase="post_warranty")
    return Plant("C601", both(life.within(service=("support",)), charged), topics=_TOPICS)


def deadline_free_and_charged(chance: random.Random) -> Plant:
    """A loaner that is free by its deadline's fee, and charged by another clause."""
    value = writing.minutes(chance.randint(1, 40) * 60, chance)
    loaner = Promise("spare_unit", value, clock=REPORTED, more={"fee": "free"})
    return Plant("C601", both(loaner, _fee("at_cost", "loaner")), topics=(*_TOPICS, "ladder"))


def lifetime_without_basis(chance: random.Random) -> Plant:
    """For life, and neither price nor end, or one of the two only."""
    more = chance.choice(({}, {"fee": "at_cost"}, {"until": "production_ended"}))
    life = Promise("lifetime_service", "promised", "is", more=more).within(service=("support",))
    return Plant("C602", both(life, life)[:1], topics=_TOPICS)


def lifetime_paid_for_something_else(chance: random.Random) -> Plant:
    """For life without a price, where what is priced after the warranty is another service."""
    life = Promise("lifetime_service", marked("promised"), "is", more={"until": "production_ended"})
    priced = _fee("at_cost", chance.choice(("inspection", "travel")), phase="post_warranty")
    return Plant("C602", (life.within(service=("support",)), priced), topics=_TOPICS)


def two_charging_bases(chance: random.Random) -> Plant:
    """At cost and at a preferential price."""
    phase = chance.choice(("", "post_warranty"))
    service = chance.choice(("support", "inspection", "parts"))
    first, second = chance.sample(("at_cost", "discounted", "percentage"), 2)
    return Plant("C603", both(_fee(first, service, phase=phase), _fee(second, service, phase=phase)), topics=_TOPICS)


def free_without_exclusions(chance: random.Random) -> Plant:
    """Repair is free whatever the cause, and what is excluded is charged."""
    free = BY_NAME["service_fee"].promise("free").within(service=("repair", "parts"), phase=("in_warranty",))
    charge = Promise("exclusions", "人为损坏的设备", "is", more={"fee": "at_cost"})
    if chance.random() < 0.5:
        charge = charge.within(phase=("in_warranty",))
    return Plant("C604", both(free, charge), topics=_TOPICS)


def free_repair_charged_parts(chance: random.Random) -> Plant:
    """Repair free, its parts at cost."""
    free = _fee(chance.choice(("free", "included")), "repair", phase="in_warranty")
    return Plant("C605", both(free, _fee("at_cost", "parts", phase="in_warranty")), topics=_TOPICS)


def free_and_charged_beside_free_repair(_: random.Random) -> Plant:
    """Parts free here and charged there; the repair that is free beside them adds nothing to it."""
    repair = _fee("free", "repair", phase="in_warranty")
    parts = both(_fee("free", "parts", phase="in_warranty"), _fee("at_cost", "parts", phase="in_warranty"))
    return Plant("C601", (*parts, repair), topics=_TOPICS)


def missing_price_list(chance: random.Random) -> Plant:
    """By price list, and no list."""
    charge = _fee("price_list", chance.choice(("support", "inspection", "repair")), phase="post_warranty")
    return Plant("C606", both(charge, charge)[:1], topics=_TOPICS)


def fee_silent(chance: random.Random) -> Plant:
    """Free in the warranty, promised after it without a word on the price."""
    phases = chance.sample(("in_warranty", "post_warranty"), 2)
    promises = [Promise("spare_unit", "24小时", clock=REPORTED).within(phase=(phase,)) for phase in phases]
    told = replace(promises[0], more={"fee": "free" if phases[0] == "in_warranty" else "at_cost"})
    silent = replace(promises[1], value=marked("24小时"))
    return Plant("C607", (told, silent), topics=(*_TOPICS, "ladder"))


def free_new_generation(chance: random.Random) -> Plant:
    """New generations for nothing, or new versions for nothing and for ever."""
    value = chance.choice(("next_generation", "major"))
    promise = Promise("upgrade_policy", value, "at_least", more={"fee": "free"})
    return Plant("C608", both(promise, promise)[:1], topics=_TOPICS)


def zero_price(chance: random.Random) -> Plant:
    """A price of nothing."""
    zero = chance.choice(("0元", "0.00元", "0万元"))
    text = (
        "id: planted.price\ntitle: 收费\nstatus: approved\nowner: service\nreview_by: 2027-10-01\n"
        f"params:\n  visit: {{label: 单次费用, type: money, default: {marked(zero)}}}\n"
        "commitments:\n  - {promise: service_fee, scope: {service: support, phase: post_warranty}, is: price_list}\n"
        "text: |\n  质保期届满后，单次费用{{ visit }}。\n"
    )
    return Plant("C609", parts=(Part("planted.price", written=text),), topics=_TOPICS)


SEEDS = {
    "C601": (
        free_and_charged, free_for_life_and_charged, deadline_free_and_charged, charged_by_exception_from_another,
        free_and_charged_beside_free_repair,
    ),
    "C602": (lifetime_without_basis, lifetime_paid_for_something_else),
    "C603": (two_charging_bases,),
    "C604": (free_without_exclusions, free_but_for_a_condition),
    "C605": (free_repair_charged_parts,),
    "C606": (missing_price_list,),
    "C607": (fee_silent,),
    "C608": (free_new_generation,),
    "C609": (zero_price,),
}  # fmt: skip

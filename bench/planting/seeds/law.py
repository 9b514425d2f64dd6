"""L1: promises beyond the limits of the law, in any unit."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from bench.planting import writing
from bench.planting.kinds import BY_NAME
from bench.planting.placing import Plant, both
from bench.planting.promise import Promise, marked


def _one(rule: str, promise: Promise, *topics: str, **more: Mapping[str, str]) -> Plant:
    """One promise that breaks a limit."""
    return Plant(rule, both(promise, promise)[:1], topics=topics, disguise="units", **more)  # type: ignore[arg-type]


def _share(name: str, per_mille: int, chance: random.Random) -> Promise:
    return BY_NAME[name].promise(writing.share(Fraction(per_mille), chance))


def excessive_cap(chance: random.Random) -> Plant:
    """A cap above 30%, or one of nothing."""
    return _one("L101", _share("ld_cap", chance.choice((0, 301, 350, 500)), chance), "damages")


def uncapped(chance: random.Random) -> Plant:
    """A daily rate that reaches 30% within a year, and a cap for other equipment only."""
    rate = (
        BY_NAME["liquidated_damages"]
        .promise(marked(chance.choice(("1‰", "0.1%", "0.2%"))))
        .within(equipment=("server",))
    )
    cap = BY_NAME["ld_cap"].promise("10%").within(equipment=("terminal",))
    return Plant("L101", (rate, cap), topics=("damages", "ladder"), scoped=False, disguise="units")


def deposit(chance: random.Random) -> Plant:
    """Earnest money above 20%."""
    return _one("L102", _share("deposit", chance.randint(201, 300), chance))


def bond(chance: random.Random) -> Plant:
    """Bonds above 2% and 10%."""
    name, least = chance.choice((("bid_bond", 21), ("performance_bond", 101)))
    return _one("L103", _share(name, least + chance.choice((0, 1, 50)), chance), "retention")


def records(chance: random.Random) -> Plant:
    """Logs and records that are deleted too early: six months may be 184 days, three years 1096."""
    name, values = chance.choice((
        ("log_retention", ("5个月", "183日", "90日", "0.25年")), ("processing_records", ("35个月", "2.5年", "1095日")),
    ))  # fmt: skip
    return _one("L115", BY_NAME[name].promise(chance.choice(values)))


def incident(chance: random.Random) -> Plant:
    """A notice after the customer's own clock has run out."""
    operator = chance.random() < 0.5
    customer = {"type": "cii_operator", "critical_infrastructure": "true"} if operator else {"type": "public_body"}
    promise = BY_NAME["incident_notice"].promise(writing.minutes(chance.choice((241, 300, 1440)), chance))
    return _one("L116", promise, customer=customer)


def claims(chance: random.Random) -> Plant:
    """A period for claims under three years."""
    return _one("L120", BY_NAME["claim_period"].promise(writing.months(chance.choice((12, 30, 35)), chance)))


def core_work(chance: random.Random) -> Plant:
    """Core work passed on."""
    return _one("L113", BY_NAME["subcontracting"].promise(chance.choice(("whole", "core", "undisclosed"))))


def void_exclusion(chance: random.Random) -> Plant:
    """Liability excluded that the law does not let go."""
    value = chance.choice(("injury", "intent", "gross_negligence", "everything"))
    return _one("L106", BY_NAME["exclusion_of_liability"].promise(value), "damages")


def one_sided(_: random.Random) -> Plant:
    """The provider's own reading."""
    return _one("L107", BY_NAME["interpretation"].promise("provider"))


def addon(chance: random.Random) -> Plant:
    """A supplement above 10% in government procurement."""
    project = {"government_procurement": "true"}
    return _one("L118", _share("addon_share", chance.choice((101, 150, 200)), chance), project=project)


def retention(chance: random.Random) -> Plant:
    """Retention above 3% in a contract for works."""
    promise = _share("retention", chance.choice((31, 40, 50)), chance)
    return _one("L111", promise, "performance_bond", "terms", project={"contract": "works"})


def retention_beside_bond(chance: random.Random) -> Plant:
    """Retention beside a performance bond, both within their limits, in a contract for works."""
    sides = both(_share("retention", chance.choice((10, 20, 30)), chance), _share("performance_bond", 50, chance))
    return Plant("L111", sides, topics=("terms",), project={"contract": "works"}, disguise="units")


def retention_where_a_bond_is_too(chance: random.Random) -> Plant:
    """Retention for all equipment, a bond for some of it, or each for classes of which one is the same."""
    kept = _share("retention", chance.choice((10, 20, 30)), chance)
    bond_ = _share("performance_bond", 50, chance).within(equipment=("server", "storage"))
    if chance.random() < 0.5:
        kept = kept.within(equipment=("storage", "terminal"))
    return Plant("L111", both(kept, bond_), topics=("terms",), project={"contract": "works"}, scoped=False)


def payment(chance: random.Random) -> Plant:
    """A public body that pays a small enterprise after more than 60 days."""
    value = chance.choice(("61日", "90日", "3个月", "1465小时"))
    plant = _one("L104", BY_NAME["payment"].promise(value), customer={"type": "public_body"})
    return replace(plant, company=("sme: true",))


def late_interest(chance: random.Random) -> Plant:
    """No interest for late payment."""
    plant = _one("L105", _share("late_interest", 0, chance), customer={"type": "public_body"})
    return replace(plant, company=("sme: true",))


def warranty_floor(chance: random.Random) -> Plant:
    """A warranty of works under two years."""
    promise = BY_NAME["warranty_term"].promise(writing.months(chance.choice((12, 18, 23)), chance))
    promise = promise.within(equipment=("facility",))
    plant = _one("L110", promise, "terms", "performance_bond", "retention", project={"contract": "works"})
    return replace(plant, scoped=False)


SEEDS = {
    "L101": (excessive_cap, uncapped),
    "L102": (deposit,),
    "L103": (bond,),
    "L104": (payment,),
    "L105": (late_interest,),
    "L106": (void_exclusion,),
    "L107": (one_sided,),
    "L110": (warranty_floor,),
    "L111": (retention, retention_beside_bond, retention_where_a_bond_is_too),
    "L113": (core_work,),
    "L115": (records,),
    "L116": (incident,),
    "L118": (addon,),
    "L120": (claims,),
}

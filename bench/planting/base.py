"""Consistent packages from a seed: all dimensions, scopes and clocks of the vocabulary. Nothing is wrong in them."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import replace

from bench.planting import writing
from bench.planting.kinds import BY_NAME, KINDS, LADDER, Kind
from bench.planting.package import Package, Part
from bench.planting.promise import VOCABULARY, Promise, Scope

EQUIPMENT = tuple(VOCABULARY.axes["equipment"].values)
SEVERITIES = tuple(VOCABULARY.axes["severity"].values)
REGIONS = tuple(VOCABULARY.axes["region"].values)
DOCUMENTS = ("plan", "letter", "annex")
SETTERS = ("clause", "clause", "literal", "profile", "bid")

STOPS = "[customer_cause, force_majeure]"


def consistent(
    chance: random.Random, name: str = "base", without: Collection[str] = (), equipment: tuple[str, ...] = ()
) -> Package:
    """A package in which nothing contradicts anything.

    `without` names topics and dimensions of which it says nothing; with `equipment`, all that it says is about these
    classes only.
    """
    promises = [
        made
        for topic, make in _TOPICS.items()
        if topic not in without and chance.random() < 0.75
        for made in make(chance)
        if made.dimension not in without
    ]
    pool = equipment or EQUIPMENT
    kinds = [kind for kind in KINDS if kind.topic == "other" and kind.dimension not in without]
    promises += [made for kind in chance.sample(kinds, chance.randint(3, 9)) for made in _several(kind, chance, pool)]
    if equipment:
        promises = [each if "equipment" in each.scope else each.within(equipment=equipment) for each in promises]
    return Package(name, _parts(name, [_set_somewhere(each, chance) for each in promises], chance))


def _parts(name: str, promises: list[Promise], chance: random.Random) -> tuple[Part, ...]:
    """Clauses of one to three promises, in several documents."""
    parts: list[Part] = []
    documents = DOCUMENTS[: chance.randint(1, 3)]
    waiting = list(promises)
    while waiting:
        count = chance.choice((1, 1, 2, 3))
        group, waiting = waiting[:count], waiting[count:]
        parts.append(Part(f"{name}.c{len(parts) + 1}", tuple(group), chance.choice(documents)))
    return tuple(parts)


def _set_somewhere(promise: Promise, chance: random.Random) -> Promise:
    """The same promise, its value set by any of those who may, in any writing."""
    setter = chance.choice(SETTERS)
    if promise.axis or promise.type in {"text", "date"}:
        setter = "clause" if setter == "literal" or promise.type in {"text", "date"} else setter
    value = promise.value
    if isinstance(value, str):
        written = writing.other(value, chance) if chance.random() < 0.5 else value
        return replace(promise, value=written, setter=setter, instead=value)
    rows = {row: writing.other(each, chance) if chance.random() < 0.5 else each for row, each in value.items()}
    return replace(promise, value=rows, setter=setter)


def _several(kind: Kind, chance: random.Random, pool: tuple[str, ...]) -> list[Promise]:
    """One promise of a kind, or several whose scopes do not meet, or a general one and a stronger special one."""
    pick = chance.choice
    shape = chance.choice(("one", "one", "scoped", "apart", "special", "twice"))
    one = kind.promise(pick(kind.values))
    if shape == "scoped":
        return [one.within(equipment=tuple(chance.sample(pool, 2)))]
    if shape == "apart":
        first, second = chance.sample(pool, 2)
        return [one.within(equipment=(first,)), kind.promise(pick(kind.values)).within(equipment=(second,))]
    if shape == "special" and len(kind.values) > 1 and VOCABULARY.dimensions[kind.dimension].better != "none":
        low, high = sorted(chance.sample(range(len(kind.values)), 2))
        return [kind.promise(kind.values[low]), kind.promise(kind.values[high]).within(equipment=(pick(pool),))]
    if shape == "twice":
        return [one, one.within(equipment=(pick(pool),))]
    return [one]


# ---- the deadlines of one fault


def _ladder(chance: random.Random) -> list[Promise]:
    """Some steps of a fault, each later than the one before in every case; the windows that they need."""
    steps = sorted(chance.sample(LADDER, chance.randint(2, 7)), key=LADDER.index)
    if "dispatch" in steps and "onsite_arrival" not in steps:
        steps.remove("dispatch")
    working = chance.random() < 0.3
    clock = {"kind": "working", "from": "report_received", "window": "5×8"} if working else _natural(chance)
    scope: Scope = chance.choice(({}, {}, {"phase": ("trial_run", "in_warranty")}, {"customer_type": ("public_body",)}))
    limits = sorted(chance.sample(range(1, 60), 4 * len(steps)))
    made: list[Promise] = []
    for number, step in enumerate(steps):
        of_step = limits[4 * number : 4 * number + 4]
        values = [f"{limit}工作小时" for limit in of_step] if working else [_time(limit) for limit in of_step]
        promise = Promise(step, values[0], scope=scope, clock={**clock, "stops": STOPS})
        made += chance.choice(_SHAPES)(promise, values)
    return made + _reachable(chance, working=working)


def _natural(chance: random.Random) -> dict[str, str]:
    clock = {"kind": "natural", "from": chance.choice(("report_received", "ticket_created"))}
    return clock | ({"window": "7×24"} if chance.random() < 0.5 else {})


def _time(step: int) -> str:
    """Natural times from five minutes up, the longer the farther they lie apart."""
    return writing.minutes(step * 5 if step < 12 else (step - 10) * 30)


def _plain(promise: Promise, values: list[str]) -> list[Promise]:
    return [replace(promise, value=values[0])]


def _table(promise: Promise, values: list[str]) -> list[Promise]:
    return [replace(promise, axis="severity", value=dict(zip(SEVERITIES, values, strict=True)))]


def _split(promise: Promise, values: list[str]) -> list[Promise]:
    return [
        replace(promise.within(severity=SEVERITIES[:2]), value=values[1]),
        replace(promise.within(severity=SEVERITIES[2:]), value=values[2]),
    ]


def _special(promise: Promise, values: list[str]) -> list[Promise]:
    return [
        replace(promise, value=values[3]),
        replace(promise.within(severity=("S1",)), value=values[0]),
        replace(promise.within(severity=("S1",), channel=("onsite",)), value=values[0]),
    ]


def _by_region(promise: Promise, values: list[str]) -> list[Promise]:
    return [replace(promise, axis="region", value=dict(zip(REGIONS, (*values, values[3]), strict=True)))]


_SHAPES: tuple[Callable[[Promise, list[str]], list[Promise]], ...] = (_plain, _table, _split, _special, _by_region)


def _reachable(chance: random.Random, *, working: bool) -> list[Promise]:
    """The windows in which faults are reported, and what else hangs on the ladder."""
    window = BY_NAME["service_window"]
    made: list[Promise] = []
    if working and chance.random() < 0.7:
        made.append(window.promise(chance.choice(("5×8", "7×12", "7×24"))).within(channel=("hotline",)))
    elif chance.random() < 0.7:
        made.append(window.promise("7×24").within(channel=("hotline",)))
        made.append(window.promise(chance.choice(("5×8", "7×8"))).within(channel=("onsite",)))
        if chance.random() < 0.5:
            made.append(replace(window.promise("7×24"), axis="channel", value={"phone": "7×24", "email": "7×24"}))
        if chance.random() < 0.5:
            made.append(BY_NAME["staffing"].promise("10人").within(channel=("hotline",)))
    if chance.random() < 0.5 and (not working or not made):
        made.append(BY_NAME["hotline_answer"].promise("20秒"))
    if not working and chance.random() < 0.5:
        made.append(BY_NAME["availability"].promise(chance.choice(("98%", "99%"))))
    if not working and chance.random() < 0.5:
        made.append(BY_NAME["spare_unit"].promise("24小时"))
    return made


# ---- terms, fees, damages


def _terms(chance: random.Random) -> list[Promise]:
    """A warranty and what goes with it: of one length, or each for a service of its own."""
    values = BY_NAME["warranty_term"].values
    length = chance.choice(values)
    names = ["warranty_term", *chance.sample(("free_support_term", "upgrade_term"), chance.randint(0, 2))]
    if chance.random() < 0.5:
        made = [BY_NAME[name].promise(length) for name in names]
    else:
        services = {"warranty_term": "repair", "free_support_term": "support", "upgrade_term": "upgrade"}
        made = [BY_NAME[name].promise(chance.choice(values)).within(service=(services[name],)) for name in names]
    others = ("service_term", "extended_warranty", "repaired_part_warranty", "spare_stock_years", "last_day_roll")
    for name in chance.sample(others, chance.randint(0, 3)):
        made += [BY_NAME[name].promise(chance.choice(BY_NAME[name].values))]
    return made


def _fees(chance: random.Random) -> list[Promise]:
    """Who pays: free in the warranty, at cost after it."""
    services = ("repair", "parts", "support")
    made = [BY_NAME["service_fee"].promise("free").within(service=services, phase=("in_warranty",))]
    if chance.random() < 0.7:
        made.append(BY_NAME["service_fee"].promise("at_cost").within(service=services, phase=("post_warranty",)))
        if chance.random() < 0.5:
            lifetime = BY_NAME["lifetime_service"].promise("promised")
            more = {"fee": "at_cost", "until": "production_ended"}
            made.append(replace(lifetime, more=more).within(service=("support",), phase=("post_warranty",)))
        if chance.random() < 0.5:
            made.append(BY_NAME["post_warranty_fee"].promise("6%").within(phase=("post_warranty",)))
    if chance.random() < 0.5:
        made.append(BY_NAME["training_terms"].promise("free"))
    if chance.random() < 0.3:
        made.append(BY_NAME["exclusions"].promise("人为损坏的设备"))
    return made


def _damages(chance: random.Random) -> list[Promise]:
    """Damages that a cap stops, after the customer may end the contract."""
    names = ("liquidated_damages", "ld_cap", "liability_cap", "termination", "exclusion_of_liability")
    made = [BY_NAME[name].promise(chance.choice(BY_NAME[name].values)) for name in names]
    if chance.random() < 0.5:
        made.append(BY_NAME["cap_remedy"].promise("termination"))
    return made


_TOPICS: dict[str, Callable[[random.Random], list[Promise]]] = {
    "ladder": _ladder,
    "terms": _terms,
    "fees": _fees,
    "damages": _damages,
}

"""Edits that change nothing: they look like contradictions, and none is one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from bench.planting import writing
from bench.planting.base import REGIONS, SEVERITIES, STOPS, consistent
from bench.planting.judge import Case
from bench.planting.kinds import BY_NAME, KINDS
from bench.planting.package import Part
from bench.planting.placing import NAME, Plant
from bench.planting.promise import VOCABULARY, Promise
from bench.planting.seeds.promises import REPORTED
from bench.prose import sentence

_OTHERS = [kind for kind in KINDS if kind.topic == "other" and len(kind.values) > 1]
_ORDERED = [kind for kind in _OTHERS if VOCABULARY.dimensions[kind.dimension].better != "none"]


def same_value(chance: random.Random) -> Plant:
    """One value, in two writings, in as many places."""
    kind = chance.choice(_OTHERS)
    value = chance.choice(kind.values)
    sides = tuple(kind.promise(writing.other(value, chance)) for _ in range(chance.randint(2, 4)))
    return Plant("C101", sides, disguise="units", topics=("terms",), beside=("ladder",), sound=True)


def disjoint_scopes(chance: random.Random) -> Plant:
    """Two values for cases that never meet."""
    kind = chance.choice(_OTHERS)
    first, second = (kind.promise(value) for value in chance.sample(kind.values, 2))
    axis, one, other = chance.choice((
        ("equipment", ("server", "storage"), ("terminal",)), ("customer_type", ("sme",), ("public_body",)),
        ("contract_year", ("第一年",), ("第二年", "第三年")),
    ))  # fmt: skip
    return Plant("C101", (first.within(**{axis: one}), second.within(**{axis: other})), topics=("terms",),
                 scoped=False, sound=True)  # fmt: skip


def stronger_inside(chance: random.Random) -> Plant:
    """A special case that is better than the general one."""
    kind = chance.choice(_ORDERED)
    low, high = sorted(chance.sample(range(len(kind.values)), 2))
    special = kind.promise(kind.values[high]).within(equipment=("server",))
    return Plant("C101", (kind.promise(kind.values[low]), special), topics=("terms",), scoped=False, sound=True)


def declared_exception(chance: random.Random) -> Plant:
    """A special case that is worse, and declared."""
    kind = chance.choice(_ORDERED)
    low, high = sorted(chance.sample(range(len(kind.values)), 2))
    special = kind.promise(kind.values[low]).within(equipment=("server",))
    special = replace(special, more={**special.more, "overrides": "[@0]"})
    sides = (kind.promise(kind.values[high]), special)
    return Plant("C101", sides, topics=("terms",), scoped=False, apart=True, sound=True)


def another_obligor(chance: random.Random) -> Plant:
    """Each party owes a value of its own."""
    kind = BY_NAME["confidentiality"]
    first, second = chance.sample(kind.values, 2)
    theirs = replace(kind.promise(second), more={"obligor": "customer"})
    return Plant("C101", (kind.promise(first), theirs), sound=True)


def in_order(chance: random.Random) -> Plant:
    """Steps in their order, a minute apart, in other units."""
    earlier, later = chance.choice(
        (("response", "onsite_arrival"), ("onsite_arrival", "resolution"), ("response", "resolution"))
    )
    first = chance.randint(1, 40) * 60
    sides = (
        Promise(earlier, writing.minutes(first, chance), clock=REPORTED),
        Promise(later, writing.minutes(first + chance.choice((1, 30, 60)), chance), clock=REPORTED),
    )
    return Plant("C301", sides, beside=("ladder",), disguise="units", sound=True)


def chain_that_fits(chance: random.Random) -> Plant:
    """Links that fill the whole to the minute."""
    link, rest = chance.randint(1, 30) * 10, chance.randint(1, 30) * 10
    sides = (
        Promise("onsite_arrival", writing.minutes(link, chance), clock=REPORTED),
        Promise("resolution", writing.minutes(rest, chance), clock={**REPORTED, "from": "arrival"}),
        Promise("resolution", writing.minutes(link + rest, chance), clock=REPORTED),
    )
    return Plant("C303", sides, topics=("ladder",), disguise="units", sound=True)


def tiers_in_order(chance: random.Random) -> Plant:
    """Tiers that rise, some of them equal."""
    axis, values = chance.choice((("severity", SEVERITIES), ("region", REGIONS)))
    limits = sorted(chance.choices(range(1, 30), k=len(values)))
    rows = {value: writing.minutes(limit * 15, chance) for value, limit in zip(values, limits, strict=True)}
    table = Promise("response", rows, clock=REPORTED, axis=axis)
    return Plant("C304", (table,), beside=("ladder",), disguise="units", scoped=False, sound=True)


def open_round_the_clock(chance: random.Random) -> Plant:
    """Hours that run on, where reports are taken round the clock; a narrower window elsewhere."""
    window = BY_NAME["service_window"]
    sides = (
        window.promise(writing.other("7×24", chance)).within(channel=("hotline",)),
        window.promise("5×8").within(channel=("onsite",)),
        Promise("response", writing.minutes(chance.randint(1, 40) * 30, chance), clock=REPORTED),
    )
    return Plant("C201", sides, topics=("ladder",), sound=True)


def availability_that_fits(chance: random.Random) -> Plant:
    """A repair that fills the downtime of a year to the minute."""
    value, minutes = chance.choice((("99%", 5256), ("99.5%", 2628), ("995‰", 2628)))
    repair = Promise("resolution", writing.minutes(minutes, chance), clock=REPORTED)
    return Plant("C402", (BY_NAME["availability"].promise(value), repair), topics=("ladder",), sound=True)


def damages_until_remedy(chance: random.Random) -> Plant:
    """A cap that is reached on the day of the remedy."""
    rate, cap = chance.choice(((5, 5), (10, 10), (5, 10), (2, 10)))
    sides = (
        BY_NAME["liquidated_damages"].promise(writing.share(Fraction(rate), chance)),
        BY_NAME["ld_cap"].promise(writing.share(Fraction(cap * 10), chance)),
        BY_NAME["termination"].promise(f"{cap * 10 // rate}日"),
    )
    return Plant("C403", sides, topics=("damages", "ladder"), disguise="units", scoped=False, sound=True)


def dates_that_fit(chance: random.Random) -> Plant:
    """A term, its first and its last day."""
    months = chance.choice((12, 24, 36))
    day = f"0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    term = BY_NAME["warranty_term"].promise(writing.months(months, chance))
    dates = {"acceptance_passed": f"2027-{day}", "warranty_ended": f"{2027 + months // 12}-{day}"}
    return Plant("C503", (replace(term, bound="is"),), dates=dates, topics=("terms",), disguise="units", sound=True)


def free_then_charged(chance: random.Random) -> Plant:
    """Free in the warranty, charged after it."""
    service = (chance.choice(("support", "inspection", "upgrade")),)
    kind = BY_NAME["service_fee"]
    sides = (
        kind.promise(chance.choice(("free", "included"))).within(service=service, phase=("in_warranty",)),
        kind.promise(chance.choice(("at_cost", "discounted"))).within(service=service, phase=("post_warranty",)),
    )
    return Plant("C601", sides, topics=("fees", "terms"), sound=True)


def working_hours_in_their_window(chance: random.Random) -> Plant:
    """Working time that names its window, under a hotline round the clock."""
    clock = {"kind": "working", "from": "report_received", "window": "5×8", "stops": STOPS}
    window = BY_NAME["service_window"].promise("7×24").within(channel=("hotline",))
    value = f"{chance.randint(1, 9)}{chance.choice(('个工作日', '工作小时'))}"
    return Plant("C203", (window, Promise("resolution", value, clock=clock)), topics=("ladder",), sound=True)


SOUND: tuple[Callable[[random.Random], Plant], ...] = (
    same_value, disjoint_scopes, stronger_inside, declared_exception, another_obligor, in_order, chain_that_fits,
    tiers_in_order, open_round_the_clock, availability_that_fits, damages_until_remedy, dates_that_fit,
    free_then_charged, working_hours_in_their_window,
)  # fmt: skip
"""What looks like a contradiction and is none; each is placed as the contradictions are."""


def rewritten(chance: random.Random, name: str) -> Case:
    """A package with more words, its clauses in another order, and the keys of its files in another order."""
    package = consistent(chance, NAME)
    parts = [replace(part, sentences=(_words(chance),)) for part in package.parts]
    chance.shuffle(parts)
    files = replace(package, parts=tuple(_part(part, chance) for part in parts)).files()
    return Case(name, "harmless", files, tags=("reworded and reordered",))


def _words(chance: random.Random) -> str:
    return " ".join(sentence(chance) for _ in range(3))


def _part(part: Part, chance: random.Random) -> Part:
    blocks = re.split(r"^(?=\w)", part.file(), flags=re.MULTILINE)
    chance.shuffle(blocks)
    return replace(part, written="".join(block if block.endswith("\n") else block + "\n" for block in blocks))


def inside_the_guardrail(chance: random.Random, name: str) -> Case:
    """A bid that moves every tier of a table inside its guardrail, so that all stay in order."""
    limits = sorted(chance.sample(range(1, 90), 12))
    names = ("response", "onsite_arrival", "resolution")
    lines, values = [], []
    for number in range(len(names)):
        of_step = limits[4 * number : 4 * number + 4]
        ranges = [(limit * 20, limit * 20 + 19) for limit in of_step]
        rows = {s: writing.minutes(low) for s, (low, _) in zip(SEVERITIES, ranges, strict=True)}
        guard = {s: f"{low}分钟..{high}分钟" for s, (low, high) in zip(SEVERITIES, ranges, strict=True)}
        chosen = {s: writing.minutes(chance.randint(*each), chance) for s, each in zip(SEVERITIES, ranges, strict=True)}
        lines.append(
            f"  v{number}: {{label: 时限, type: table, key: severity, columns: {{v: {{label: 时限, type: duration}}}},"
            f" default: {_flow(rows)}, allow: {_flow(guard)}}}\n"
        )
        values.append(f"  planted.tiers.v{number}: {_flow(chosen)}\n")
    commitments = "".join(
        f"  - promise: {step}\n    each: v{number}\n    scope: {{severity: $severity}}\n    at_most: $v\n"
        f"    clock: {{kind: natural, from: report_received, stops: {STOPS}}}\n"
        for number, step in enumerate(names)
    )
    text = "".join(f'\n  {{{{ v{number} | table("时限") }}}}\n' for number in range(3))
    written = (
        "id: planted.tiers\ntitle: 时限\nstatus: approved\nowner: service\nreview_by: 2027-10-01\n"
        f"params:\n{''.join(lines)}commitments:\n{commitments}text: |\n  时限如下表所列。\n{text}"
    )
    package = consistent(chance, NAME, {"ladder", "fees"}).adding(Part("planted.tiers", written=written))
    files = package.files()
    bid = f"projects/{NAME}/project.yaml"
    head, _, rest = files[bid].partition("values:\n")
    return Case(name, "harmless", {**files, bid: f"{head}values:\n{''.join(values)}{rest}"}, "C301",
                ("moved inside its guardrail",))  # fmt: skip


def _flow(rows: dict[str, str]) -> str:
    return "{" + ", ".join(f"{row}: {value}" for row, value in rows.items()) + "}"

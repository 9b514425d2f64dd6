"""Where the sides of a contradiction stand: in one clause or many documents, clause, profile or bid, in what scope."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bench.planting.base import DOCUMENTS, EQUIPMENT, consistent
from bench.planting.judge import Case
from bench.planting.kinds import BY_NAME
from bench.planting.package import Part, unmarked
from bench.planting.promise import OPEN, VOCABULARY, Promise, marked, plain

NAME = "demo"


@dataclass(frozen=True, slots=True)
class Plant:
    """A contradiction: promises that cannot stand together; what a finding must point at is marked in their values."""

    rule: str
    promises: tuple[Promise, ...] = ()
    topics: tuple[str, ...] = ()
    """What the package around it must say nothing of, since the rule asks all of it."""
    beside: tuple[str, ...] = ()
    """What the package around it may speak of for other equipment only."""
    disguise: str = ""
    """How its values hide what they say: units, clock."""
    scoped: bool = True
    """Whether it still stands where its sides hold in narrower cases that meet."""
    together: bool = False
    """Whether its sides must stand in one clause."""
    apart: bool = False
    """Whether each side must stand in a clause of its own."""
    setters: tuple[str, ...] = ("clause", "literal", "profile", "bid")
    parts: tuple[Part, ...] = ()
    """Clauses written out."""
    dates: Mapping[str, str] = field(default_factory=dict)
    project: Mapping[str, str] = field(default_factory=dict)
    customer: Mapping[str, str] = field(default_factory=dict)
    company: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    """What the bid sets of the clauses that are written out."""
    findings: tuple[tuple[str, ...], ...] = ()
    """Where it gives several findings: of each, the marked values that it must point at."""
    sound: bool = False
    """Whether nothing is wrong: an edit that only looks like a contradiction."""


def placed(plant: Plant, chance: random.Random, name: str, *, hard: bool) -> Case:
    """The contradiction in a package around it; easy: in one clause, as written."""
    tags: list[str] = [f"{plant.disguise} disguise"] if plant.disguise else []
    shuffled = chance.sample(EQUIPMENT, len(EQUIPMENT))
    ours, rest = tuple(sorted(shuffled[:3], key=EQUIPMENT.index)), tuple(shuffled[3:])
    way = chance.choice(_WAYS) if hard and plant.scoped and plant.promises else "as written"
    if way == "crossing scopes" and (len(plant.promises) < 2 or any("region" in p.scope for p in plant.promises)):
        way = "narrow scope"
    promises = tuple(_narrowed(plant.promises, way, ours, chance))
    tags += [way] if way != "as written" else []
    if hard:
        promises = tuple(_set(promise, promises, chance.choice(plant.setters)) for promise in promises)
        tags += sorted({f"set by the {p.setter}" for p in promises if p.setter in {"profile", "bid"}})
    parts = _clauses(plant, promises, chance, hard=hard)
    if len(parts) > 1:
        tags.append("across documents" if len({part.document for part in parts}) > 1 else "across clauses")
    without = {*plant.topics, *(p.dimension for p in promises), "patch_time"}
    if "onsite_arrival" in without:
        without.add("dispatch")  # which must not stand without it
    elsewhere = way in {"narrow scope", "table row", "overlapping scopes"} and chance.random() < 0.7
    if elsewhere or any("phase" in promise.scope for promise in promises):
        without.add("fees")  # what is said of fees there would leave open what is paid here
    if "fees" in plant.topics:
        without |= SERVED  # and the other way round
    if elsewhere:
        package = consistent(chance, NAME, without, equipment=rest)
        tags.append("beside the like in other cases")
    else:
        package = consistent(chance, NAME, {*without, *plant.beside})
    spoken_of = any(promise.dimension == "patch_time" for promise in promises)
    exception = _exception(chance) if hard and not spoken_of and chance.random() < 0.3 else ()
    tags += ["beside an exception"] if exception else []
    every = [*package.parts, *parts, *plant.parts, *exception]
    chance.shuffle(every)
    package = replace(
        package, parts=tuple(every), dates=plant.dates, project=plant.project, customer=plant.customer,
        company=plant.company, vocabulary=plant.vocabulary, values=plant.values,
    )  # fmt: skip
    kind = "harmless" if plant.sound else "planted"
    files = package.files()
    places = unmarked(files)[1] if plant.findings else ()
    expected = tuple(tuple(place for place in places if place.text in said) for said in plant.findings)
    return Case(name, kind, files, plant.rule, tuple(tags or ["in one clause"]), expected)


SERVED = {name for name, dimension in VOCABULARY.dimensions.items() if dimension.service}
"""Dimensions of which somebody may ask what they cost."""

_WAYS = ("as written", "narrow scope", "table row", "overlapping scopes", "crossing scopes")


def _narrowed(promises: tuple[Promise, ...], way: str, ours: tuple[str, ...], chance: random.Random) -> list[Promise]:
    """The promises in narrower scopes, all of which meet for the first of our classes of equipment."""
    one, two, three = ours
    chosen = chance.randrange(len(promises)) if promises else 0
    if way == "as written":
        return list(promises)
    if way == "crossing scopes":
        return [p.within(region=("same_city", "county")) if n == chosen else p.within(equipment=(one, two))
                for n, p in enumerate(promises)]  # fmt: skip
    if way == "overlapping scopes":
        return [p.within(equipment=(one, two) if n == chosen else (one, three)) for n, p in enumerate(promises)]
    if way == "table row" and not promises[chosen].axis and promises[chosen].type not in {"text", "enum"}:
        return [_row(p, one, two) if n == chosen else p.within(equipment=(one,)) for n, p in enumerate(promises)]
    return [p.within(equipment=(one, two)) for p in promises]


def _row(promise: Promise, row: str, other: str) -> Promise:
    """The promise as a row of a table over classes of equipment; a second row says the same, for other cases."""
    assert isinstance(promise.value, str)
    return replace(promise, axis="equipment", value={row: promise.value, other: plain(promise.value)})


def _set(promise: Promise, promises: tuple[Promise, ...], setter: str) -> Promise:
    """The promise with its value set by somebody; the clause then has the value of another side of its kind."""
    if promise.type in {"text", "date"} or (promise.axis and setter == "literal"):
        return promise
    instead = next((other.value for other in promises if other is not promise and _alike(other, promise)), "")
    return replace(promise, setter=setter, instead=plain(instead) if isinstance(instead, str) else "")


def _alike(one: Promise, other: Promise) -> bool:
    return one.dimension == other.dimension and not one.axis and not other.axis


def _clauses(plant: Plant, promises: tuple[Promise, ...], chance: random.Random, *, hard: bool) -> list[Part]:
    """The clauses that make the promises, with the names of clauses in the place of their numbers."""
    if not promises:
        return []
    alone = plant.apart or (hard and not plant.together and chance.random() < 0.75)
    documents = DOCUMENTS if hard else DOCUMENTS[:1]
    groups = [(promise,) for promise in promises] if alone else [promises]
    ids = [f"planted.p{number}" for number in range(1, len(groups) + 1)]
    made = []
    for id_, group in zip(ids, groups, strict=True):
        named = tuple(replace(p, more={key: _named(said, ids) for key, said in p.more.items()}) for p in group)
        made.append(Part(id_, named, chance.choice(documents)))
    return made


def _named(said: str, ids: list[str]) -> str:
    for number, id_ in enumerate(ids):
        said = said.replace(f"@{number}", id_)
    return said


def _exception(chance: random.Random) -> tuple[Part, ...]:
    """A declared exception of something else, which is as it should be."""
    kind = BY_NAME["patch_time"]
    weaker = kind.promise("72小时").within(equipment=(chance.choice(EQUIPMENT),))
    weaker = replace(weaker, more={"overrides": "[planted.general]"})
    return Part("planted.general", (kind.promise("24小时"),)), Part("planted.special", (weaker,))


def both(first: Promise, second: Promise) -> tuple[Promise, Promise]:
    """Two sides, each of which a finding must point at."""
    return (_sided(first), _sided(second))


def _sided(promise: Promise) -> Promise:
    if isinstance(promise.value, str) and OPEN not in promise.value:
        return replace(promise, value=marked(promise.value))
    return promise

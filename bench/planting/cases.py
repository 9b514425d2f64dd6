"""Every case of a run, from a seed: as recipes, so that each process makes its own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice, zip_longest

from bench.planting import harmless, shipped
from bench.planting.base import consistent
from bench.planting.judge import Case
from bench.planting.near_misses import NEAR
from bench.planting.pages import example, moved, with_page
from bench.planting.placing import NAME, placed
from bench.planting.seeds import SEEDS
from gen.rule import Rule

_EDITS = {edit.__name__: edit for edit in (harmless.rewritten, harmless.inside_the_guardrail)}
_SOUND = {seed.__name__: seed for seed in (*harmless.SOUND, *NEAR)}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make one case: what of, and the how-manieth."""

    way: str
    """consistent, planted, fails, passes, sound, edit, shipped."""
    key: str
    number: int


def made(recipe: Recipe, seed: int) -> Case:
    """The case of a recipe; the same seed makes the same case."""
    name = f"{recipe.way}/{recipe.key}/{recipe.number}"
    chance = random.Random(f"{seed}/{name}")
    match recipe.way:
        case "consistent":
            return Case(name, "consistent", consistent(chance, NAME).files())
        case "planted":
            seeds = SEEDS[recipe.key]
            return placed(seeds[recipe.number % len(seeds)](chance), chance, name, hard=recipe.number % 4 != 3)
        case "fails" | "passes":
            return moved(_page(recipe.key), recipe.way.capitalize(), chance, name)
        case "sound":
            return placed(_SOUND[recipe.key](chance), chance, name, hard=True)
        case "edit":
            return _EDITS[recipe.key](chance, name)
        case _:
            facts = shipped.promises()
            if recipe.number == 0:
                return shipped.untouched()
            fact = facts[(recipe.number * 7) % len(facts)]
            make = shipped.almost if recipe.key == "almost" else shipped.the_same
            return make(fact, chance, name)


def recipes(packages: int) -> list[Recipe]:
    """So many recipes: of every rule and of every edit at least one, the rest shared out.

    Half of them plant contradictions of the core classes, a quarter move the examples of the rules' pages, a quarter
    are consistent packages and harmless edits.
    """
    kinds = (
        (0.50, [("planted", rule) for rule in SEEDS]),
        (0.16, [("fails", rule.id) for rule in with_page()]),
        (0.07, [("passes", rule.id) for rule in with_page() if example(rule, "Passes")]),
        (0.13, [*(("sound", name) for name in _SOUND), *(("edit", name) for name in _EDITS)]),
        (0.04, [("shipped", "almost"), ("shipped", "same")]),
    )
    least = {"passes": 12, "shipped": 3}
    shares = [
        list(islice(_rounds(keys), max(round(packages * share), least.get(keys[0][0], len(keys)))))
        for share, keys in kinds
    ]
    count = sum(map(len, shares))
    shares.append([Recipe("consistent", "all", number) for number in range(max(packages - count, packages // 20))])
    return [each for each in chain.from_iterable(zip_longest(*shares)) if each is not None]


def _rounds(keys: list[tuple[str, str]]) -> Iterator[Recipe]:
    number = 0
    while True:
        yield from (Recipe(way, key, number) for way, key in keys)
        number += 1


def _page(rule_id: str) -> Rule:
    return next(rule for rule in with_page() if rule.id == rule_id)


_LEAVES_TO = {"C605": "C601"}
"""Rules that leave some contradictions to another rule: those of the other must not be found twice."""


def of_rule(rule_id: str, count: int) -> list[Recipe]:
    """Recipes for one rule: so many that plant its contradictions, each at least once, its page, and what tempts it."""
    planted = [each for each in (rule_id, _LEAVES_TO.get(rule_id, "")) if each in SEEDS]
    made = [Recipe("planted", each, number) for each in planted for number in range(max(count, len(SEEDS[each])))]
    page = next((rule for rule in with_page() if rule.id == rule_id), None)
    if page is not None:
        made += [Recipe("fails", rule_id, number) for number in range(3)]
        made += [Recipe("passes", rule_id, number) for number in range(2) if example(page, "Passes")]
    return made + [Recipe("sound", name, n) for name in _tempting().get(rule_id, ()) for n in range(count // 2)]


@cache
def _tempting() -> dict[str, list[str]]:
    """Names of the harmless edits that might tempt a rule."""
    made: dict[str, list[str]] = {}
    for name, seed in _SOUND.items():
        made.setdefault(seed(random.Random(name)).rule, []).append(name)
    return made

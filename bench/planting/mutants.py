"""Rules made worse in memory: disabled, blind to some cases, or resting on a comparison that is wrong."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from types import CodeType, ModuleType
from typing import Any

import gen.check
from bench.planting import judge
from bench.planting.seeds import SEEDS
from gen.catalogue import ALL_RULES
from gen.check.context import Context
from gen.finding import Finding
from gen.quantity import Duration
from gen.quantity.clock import ALWAYS, Deadline, even

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, and the rules that it makes worse."""

    name: str
    rules: tuple[str, ...]
    module: ModuleType
    attribute: str
    change: Callable[[Function], Function]

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The engine with the change."""
        kept = getattr(self.module, self.attribute)
        setattr(self.module, self.attribute, self.change(kept))
        try:
            yield
        finally:
            setattr(self.module, self.attribute, kept)


def mutants() -> Iterator[Mutant]:
    """Every mutant: each rule cut in every way, each comparison that a rule uses turned in every way."""
    modules = {module.RULE.id: module for module in gen.check.RULES}
    for rule in ALL_RULES:
        yield Mutant(f"{rule}: disabled", (rule.id,), judge, "findings_of", _deaf(rule.id))
        module = modules.get(rule.id)
        for name, cut in CUTS.items() if module is not None and rule.id in SEEDS and hasattr(module, "check") else ():
            assert module is not None
            yield Mutant(f"{rule}: {name}", (rule.id,), module, "check", cut)
    for module in _modules():
        rules = _rules_of(module)
        for attribute, changes in CHANGES.items():
            if not _uses(module, attribute):
                continue
            for name, change in changes.items():
                place = module.__name__.removeprefix("gen.check.")
                yield Mutant(f"{place}: {attribute} {name}", rules, module, attribute, change)


def _uses(module: ModuleType, attribute: str) -> bool:
    """Whether a function of a module calls what goes by this name in it."""
    own = (each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__)
    return hasattr(module, attribute) and any(attribute in _names(each) for each in own)


def _names(thing: object) -> set[str]:
    """The names that a function uses, with those of the functions and comprehensions inside it."""
    code = getattr(inspect.unwrap(thing), "__code__", None) if callable(thing) else None
    waiting, names = [code] if isinstance(code, CodeType) else [], set[str]()
    while waiting:
        each = waiting.pop()
        names |= set(each.co_names)
        waiting += [constant for constant in each.co_consts if isinstance(constant, CodeType)]
    return names


def _modules() -> list[ModuleType]:
    names = [info.name for info in pkgutil.walk_packages(gen.check.__path__, "gen.check.")]
    return [module for name in names if not hasattr(module := import_module(name), "__path__")]


def _rules_of(module: ModuleType) -> tuple[str, ...]:
    """The rule of a module; for one that a family shares, those of the family; else those that compare promises."""
    if hasattr(module, "RULE"):
        return (module.RULE.id,)
    family = module.__name__.rpartition(".")[0]
    of_family = tuple(each.RULE.id for each in gen.check.RULES if each.__name__.startswith(family + "."))
    if family == "gen.check":
        return tuple(rule for rule in of_family if rule.startswith("C"))
    return of_family


# ---- what a rule yields, cut


def _deaf(rule: str) -> Callable[[Function], Function]:
    def change(original: Function) -> Function:
        return lambda workspace: tuple(finding for finding in original(workspace) if finding.rule.id != rule)

    return change


def _cut(keeps: Callable[[Finding], bool]) -> Callable[[Function], Function]:
    def change(original: Function) -> Function:
        return lambda context: (finding for finding in original(context) if keeps(finding))

    return change


def _paths(finding: Finding) -> set[str]:
    return {label.span.source.path for label in finding.labels}


def _loses_a_side(original: Function) -> Function:
    def check(context: Context) -> Iterator[Finding]:
        for finding in original(context):
            yield replace(finding, labels=finding.labels[:-1])

    return check


CUTS: dict[str, Callable[[Function], Function]] = {
    "loses a side": _loses_a_side,
    "is blind across files": _cut(lambda finding: len(_paths(finding)) < 2),
    "is blind within a file": _cut(lambda finding: len(_paths(finding)) > 1),
    "is blind to bids": _cut(lambda finding: not any(path.startswith("projects/") for path in _paths(finding))),
    "is blind to profiles": _cut(lambda finding: not any("/profiles/" in path for path in _paths(finding))),
}
"""Ways to cut what a rule yields."""


# ---- what a rule compares by, turned


def _when(condition: Callable[..., bool], instead: Callable[..., Any]) -> Callable[[Function], Function]:
    """The function with another result where the condition holds of its result and arguments."""

    def change(original: Function) -> Function:
        def changed(*arguments: Any, **named: Any) -> Any:
            result = original(*arguments, **named)
            return instead(result, *arguments) if condition(result, *arguments) else result

        return changed

    return change


def _always(*, value: Any) -> Callable[[Function], Function]:
    return _when(lambda *_: True, lambda *_: value)


def _natural(result: Deadline | None, *_: Any) -> Deadline | None:
    """The deadline as if its working time were natural."""
    if result is None:
        return None
    unit = {"working_hour": "hour", "working_day": "day"}.get(result.within.unit, result.within.unit)
    return Deadline(Duration(result.within.amount, unit), ALWAYS)


CHANGES: dict[str, dict[str, Callable[[Function], Function]]] = {
    "meet": {
        "ignores scopes": _when(lambda result, *_: result is None, lambda *_: {}),
        "misses equal scopes": _when(lambda _, a, b: a == b, lambda *_: None),
        "misses scopes that differ": _when(lambda _, a, b: a != b, lambda *_: None),
    },
    "relation": {
        "ignores scopes": _when(lambda result, *_: result == "apart", lambda *_: "equal"),
        "misses equal scopes": _when(lambda result, *_: result == "equal", lambda *_: "apart"),
        "misses overlaps": _when(lambda result, *_: result == "overlap", lambda *_: "apart"),
        "misses special cases": _when(lambda result, *_: result.endswith("inside"), lambda *_: "apart"),
    },
    "deadline": {"takes working time for natural time": _when(lambda *_: True, _natural)},
    "latest_excess": {
        "forgives an hour": _when(
            lambda result, *_: result is not None and result.first_ends - result.second_ends <= 60, lambda *_: None
        ),
        "sees no working time": _when(lambda _, a, b: not (even(a) and even(b)), lambda *_: None),
    },
    "stronger": {
        "is turned round": _when(
            lambda result, *_: result in {"first", "second"},
            lambda result, *_: "second" if result == "first" else "first",
        ),
        "takes all for the same": _always(value="same"),
    },
    "order": {
        "is turned round": _when(lambda result, *_: result in {-1, 1}, lambda result, *_: -result),
        "takes all for the same": _always(value=0),
    },
    "compare": {
        "is turned round": _when(lambda result, *_: result in {-1, 1}, lambda result, *_: -result),
        "takes all for the same": _always(value=0),
    },
    "excepted": {"knows no exceptions": _always(value=False), "takes all for exceptions": _always(value=True)},
    "holding": {
        "finds no window": _always(value=[]),
        "ignores scopes": _when(lambda *_: True, lambda _, opened, __: [*opened]),
    },
    "contains": {
        "takes every window for wide enough": _always(value=True),
        "takes none for wide enough": _always(value=False),
    },
    "intake": {"knows no windows": _always(value=[])},
    "inverted": {"finds nothing": _always(value=None)},
    "late_of": {"finds nothing": _always(value=None)},
    "together": {"finds nothing": _always(value=False)},
    "longer": {"finds nothing": _always(value=None)},
    "cut_short": {"finds nothing": _always(value=None)},
    "gravity": {"finds nothing": _always(value=None)},
    "two_starts": {"finds nothing": _always(value=False)},
    "gravest_inside": {"never": _always(value=False)},
    "end_of": {
        "is a day late": _when(lambda result, *_: result is not None, lambda result, *_: result + timedelta(days=1)),
    },
    "last_day": {
        "is two days late": _when(lambda result, *_: result is not None, lambda result, *_: result + timedelta(days=2)),
    },
    "planned": {"knows no days": _always(value={})},
    "statements": {"knows no fees": _always(value=[])},
    "clash": {"finds nothing": _always(value=None)},
    "holds": {"takes everything for kept": _always(value=True), "takes nothing for kept": _always(value=False)},
    "passages": {"reads nothing": _always(value=())},
    "longest": {"is an hour short": _when(lambda *_: True, lambda result, *_: result - 60)},
    "shortest": {"is an hour long": _when(lambda *_: True, lambda result, *_: result + 60)},
    "makes": {"never": _always(value=False)},
    "services_of": {"knows no services": _always(value=frozenset())},
    "day_off": {"never": _always(value=False)},
    "breaches": {"finds nothing": _always(value=())},
}
"""Functions that rules compare by, and how each may be wrong."""

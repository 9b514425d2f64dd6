"""`prove` against every single bid: small libraries, all of whose bids are made and checked one by one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gen import check
from gen.check.context import Context
from gen.check.permission import p301_outside_guardrail
from gen.facts import facts
from gen.finding import Finding
from gen.model.bid import Bid, ClauseChoice
from gen.model.library import Library
from gen.model.param import Cell, CellKey
from gen.prove import classes, prove, relations
from gen.prove.judge import serious
from gen.prove.proof import Proof
from gen.quantity import Count, Quantity, read
from gen.resolve import resolve
from tests.conftest import untraced
from tests.prove.library import clause, load, profile

DECLARED = {declared.rule for declared in classes.DECLARED} | {relations.RULE}
RULES = [module for module in check.RULES if module.RULE in DECLARED] + [p301_outside_guardrail]
IDS = ("hotline.window", "hotline.answer", "hotline.repair")
LENGTHS = ["1小时", "2小时", "3小时", "24小时", "25小时", "48小时", "1日", "2日", "1工作小时", "2工作小时", "1个工作日"]
"""Everything that a bid tries to set; the guardrails say what stands."""
RANGES = ["", "1小时..3小时", "2小时..25小时", "24小时..48小时", "1日..2日", "[1小时, 25小时]", "1工作小时..2工作小时"]
CLOCKS = [
    "{kind: natural, from: report_received}",
    "{kind: working, from: report_received, window: 5×8}",
    "{kind: working, from: report_received, window: 7×12}",
    "{kind: natural, from: arrival}",
]
SCOPES = ["{}", "{severity: S1}", "{severity: S2}", "{severity: [S1, S2]}", "{severity: S2, phase: in_warranty}"]
PROMISES = ["response", "onsite_arrival", "resolution"]


@dataclass(frozen=True)
class Promise:
    """A commitment with a parameter of its own, or one that it shares with its clause's first."""

    kind: str
    scope: str
    clock: str
    default: str
    allow: str
    bound: str
    shares: bool


@dataclass(frozen=True)
class Sketch:
    """A library: promises of up to three clauses, and two profiles."""

    clauses: tuple[tuple[Promise, ...], ...]
    basic: tuple[bool, ...]
    gold: tuple[str, ...]
    """What the second profile sets the first parameters to; "" for nothing."""
    excepts: bool
    """Whether the last clause declares that it replaces the first."""
    hours: str
    """The guardrail of the window in which the first clause's deadlines run; "" where they have clocks of their own."""
    grade: str
    """What the last clause's first promise may say of where it holds; "" for what is written there."""

    def files(self) -> str:
        used = IDS[: len(self.clauses)]
        texts = [self._clause(number, id_) for number, id_ in enumerate(used)]
        first = [id_ for id_, inside in zip(used, self.basic, strict=False) if inside] or [used[0]]
        values = ", ".join(f"{id_}.p0: {v}" for id_, v in zip(used, self.gold, strict=False) if v)
        return "".join(texts) + profile("basic", first) + profile("gold", [], f"{{{values}}}", extends="basic")

    def _clause(self, number: int, id_: str) -> str:
        promises = self.clauses[number]
        params, commitments = [], []
        for index, each in enumerate(promises):
            own = 0 if each.shares else index
            if own == index:
                allow = f", allow: {each.allow}" if each.allow else ""
                params.append(f"p{index}: {{label: 时限, type: duration, default: {each.default}{allow}}}")
            clock, scope = each.clock, each.scope
            if self.hours and number == 0:
                params += [f"hours: {{label: 时段, type: window, default: 7×24, allow: {self.hours}}}"] * (index == 0)
                clock = "{kind: working, from: report_received, window: $hours}"
            if self.grade and number == len(self.clauses) - 1 and index == 0:
                values = "{S1: 一级, S2: 二级, S3: 三级}"
                params.append(f"grade: {{label: 级别, type: enum, values: {values}, default: S2, allow: {self.grade}}}")
                scope = "{severity: $grade}"
            override = f", overrides: [{IDS[0]}]" if self.excepts and number == len(self.clauses) - 1 > 0 else ""
            commitments.append(f"promise: {each.kind}, scope: {scope}, {each.bound}: $p{own}, clock: {clock}{override}")
        return clause(id_, params, commitments)


promises = st.builds(
    Promise,
    kind=st.sampled_from(PROMISES),
    scope=st.sampled_from(SCOPES),
    clock=st.sampled_from(CLOCKS[:1] * 4 + CLOCKS),
    default=st.sampled_from(["2小时", "24小时", "25小时", "1日", "2工作小时"]),
    allow=st.sampled_from(RANGES),
    bound=st.sampled_from(["at_most"] * 4 + ["at_least"]),
    shares=st.sampled_from([False] * 5 + [True]),
)
sketches = st.builds(
    Sketch,
    clauses=st.lists(st.lists(promises, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple),
    basic=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    gold=st.tuples(*[st.sampled_from(["", "", "1小时", "48小时", "2日"])] * 3),
    excepts=st.sampled_from([False, False, False, True]),
    hours=st.sampled_from(["", "", "", "[7×24, 5×8]", "5×8..7×9"]),
    grade=st.sampled_from(["", "", "", "[S1, S2]", "[S3]"]),
)


def bids(library: Library) -> Iterator[tuple[int, tuple[Finding, ...]]]:
    """Every bid that the guardrails allow: how far it is from its profile, and what the check has against it."""
    demo = library.bids["demo"]
    params = [param for loaded in library.clauses.values() for param in loaded.params.values()]
    for name in library.profiles:
        plain = resolve(library, replace(demo, profile=name))[0].clauses
        for changed in chain.from_iterable(combinations(library.clauses, size) for size in range(len(IDS) + 1)):
            added = tuple(id_ for id_ in changed if id_ not in plain)
            dropped = tuple(id_ for id_ in changed if id_ in plain)
            base = replace(demo, profile=name, clauses=ClauseChoice(added, dropped))
            inside = resolve(replace(library, bid_values={}), base)[0].clauses
            mine = [param for param in params if param.clause in inside]
            options: list[list[Quantity | None]] = [[None, *_standing(library, base, param.path)] for param in mine]
            for values in product(*options):
                set_here = {p.path: {("", ""): _cell(v, base)} for p, v in zip(mine, values, strict=True) if v}
                yield len(changed) + len(set_here), _found(library, base, set_here)


def _standing(library: Library, bid: Bid, path: str) -> list[Quantity]:
    """The values that P301 lets stand."""
    param = library.param(path)
    assert param is not None
    tries = {"duration": LENGTHS, "window": ["7×24", "7×9", "5×8", "5×9"], "enum": list(param.spec.values)}
    return [
        quantity
        for quantity in (read(text, param.spec.type, values=param.spec.values) for text in tries[param.spec.type])
        if not any(
            finding.rule.id == "P301" and finding.key[0] == path
            for finding in _found(library, bid, {path: {("", ""): _cell(quantity, bid)}})
        )
    ]


def _cell(quantity: Quantity, bid: Bid) -> Cell:
    assert bid.span is not None
    return Cell(quantity, bid.span)


def _found(library: Library, bid: Bid, values: Mapping[str, Mapping[CellKey, Cell]]) -> tuple[Finding, ...]:
    package, _ = resolve(replace(library, bid_values={"demo": values}), bid)
    context = Context(package, facts(package)[0], ())
    return tuple(finding for module in RULES for finding in module.check(context) if serious(finding))


def agree(proof: Proof, library: Library) -> None:
    nearest: dict[str, int] = {}
    for departures, findings in bids(library):
        for finding in findings:
            if finding.rule in DECLARED:
                nearest[finding.rule.id] = min(departures, nearest.get(finding.rule.id, departures))
    told = {}
    for clash in proof.clashes:
        rule = clash.finding.rule.id
        told[rule] = min(clash.choices.departures, told.get(rule, clash.choices.departures))
    assert not [one for one in proof.undecided if "report it" in one.reason.text]
    undecided = {one.rule.id for one in proof.undecided}
    assert {rule: told.get(rule) for rule in nearest if rule not in undecided} == {
        rule: far for rule, far in nearest.items() if rule not in undecided
    }
    assert set(told) <= set(nearest)


EXAMPLES = int(os.environ.get("BIDGEN_PROVE_EXAMPLES", "12"))
"""Each is a library with up to some thousand bids; more of them were tried when this was written."""


@untraced
@settings(max_examples=EXAMPLES)
@given(sketches)
def test_prove_says_what_all_bids_say(sketch: Sketch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = load(Path(folder), sketch.files())
        agree(prove(library), library)


RELATIONS = [
    "a == b + c",
    "a <= b + c",
    "a + b >= 3 * c",
    "a * 2 - b > c",
    "(a - 2) * (b - 3) >= 0 * a * b",
    "a / b <= 2",
]
numbers = st.tuples(st.integers(1, 6), st.integers(0, 3), st.integers(0, 3))
"""A default, and how far its guardrail reaches below and above."""


@untraced
@settings(max_examples=40)
@given(st.tuples(numbers, numbers, numbers), st.sampled_from(RELATIONS), st.sampled_from([0, 2, 5]))
def test_relations_too(counts: tuple[tuple[int, int, int], ...], relation: str, gold: int) -> None:
    params = [
        f"{name}: {{label: 数, type: count, unit: 份, default: {at}份, allow: {max(at - down, 1)}份..{at + up}份}}"
        for name, (at, down, up) in zip("abc", counts, strict=True)
    ]
    values = f"{{hotline.window.a: {gold}份}}" if gold else "{}"
    files = clause("hotline.window", params, [], (relation,)) + profile("basic", ["hotline.window"])
    with tempfile.TemporaryDirectory() as folder:
        library = load(Path(folder), files, profile("gold", [], values, extends="basic"))
        proof = prove(library)
        demo, nearest = library.bids["demo"], []
        for name in library.profiles:
            ranges = [(None, *range(max(at - down, 1), at + up + 1)) for at, down, up in counts]
            for chosen in product(*ranges):
                set_here = {
                    f"hotline.window.{letter}": {("", ""): _cell(Count(number, "份"), demo)}
                    for letter, number in zip("abc", chosen, strict=True)
                    if number is not None
                }
                found = _found(library, replace(demo, profile=name), set_here)
                if any(finding.rule == relations.RULE for finding in found):
                    nearest.append(len(set_here))
        assert [clash.choices.departures for clash in proof.clashes] == ([min(nearest)] if nearest else [])
        assert proof.undecided == ()

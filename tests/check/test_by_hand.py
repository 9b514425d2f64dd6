"""The verdicts of C101, C301 and C304 against their definition, spelled out slowly.

Every case is looked at by itself, and every minute of a week at which a deadline may begin; how long the window has
been open is counted minute by minute. The rules do neither, and must say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, combinations, permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.check import Context
from gen.check.order import c301_deadline_out_of_order, c304_graver_slower
from gen.check.promises import c101_two_values
from gen.examine import examine, load_checked
from gen.model.fact import Fact, FixedScope
from gen.quantity import Duration, read
from gen.quantity.clock import ALWAYS, Week
from gen.rule import Confidence, Severity
from tests.check.promises import REPORTED, clause, param
from tests.conftest import lay_out

SEVERITIES = ("S1", "S2", "S3", "S4")
PHASES = ("in_warranty", "post_warranty")
OTHERS = ("supply", "installation", "trial_run")
CELLS = tuple(product(SEVERITIES, (*PHASES, *OTHERS)))
STEPS = ("onsite_arrival", "workaround", "resolution")
OFFICE = Week(5, 9 * 60, 8 * 60)
WEEK = 7 * 24 * 60


@dataclass(frozen=True)
class Promise:
    """What a random promise says."""

    step: str
    hours: int
    working: bool
    severity: tuple[str, ...]
    phase: tuple[str, ...]
    condition: str

    @property
    def cells(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (severity, phase)
            for severity, phase in CELLS
            if (not self.severity or severity in self.severity) and (not self.phase or phase in self.phase)
        )


PROMISES = st.lists(
    st.builds(
        Promise,
        st.sampled_from(STEPS),
        st.sampled_from((1, 4, 7, 8, 9, 16, 24, 40, 72, 96)),
        st.booleans(),
        st.sampled_from(((), ("S1",), ("S2",), ("S1", "S2"), ("S3", "S4"), ("S2", "S3"))),
        st.sampled_from(((), (), ("in_warranty",), ("post_warranty",))),
        st.sampled_from(("", "", "", "可远程接入", "不可远程接入")),
    ),
    min_size=2,
    max_size=5,
    unique=True,
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Context, Fact]:
    """A bid with one promise, of which the tests make others."""
    folder: Path = tmp_path_factory.mktemp("base")
    text = clause([param("a", "4小时")], [f"promise: response, at_most: $a, {REPORTED}"])
    library, _ = load_checked(lay_out(folder, text))
    context = examine(library, library.bids["demo"]).context
    return context, context.facts[0]


def context_of(base: tuple[Context, Fact], promises: list[Promise]) -> Context:
    context, fact = base
    dimensions = context.package.library.vocabulary.dimensions
    return Context(context.package, tuple(_facts(fact, promises, dimensions)), ())  # type: ignore[arg-type]


def _facts(fact: Fact, promises: list[Promise], dimensions: dict[str, object]) -> Iterator[Fact]:
    for number, promise in enumerate(promises):
        quantity = read(f"{promise.hours}{'工作小时' if promise.working else '小时'}", "duration")
        assert isinstance(quantity, Duration)
        spec = dimensions[promise.step]
        stated = {"severity": promise.severity, "phase": promise.phase}
        yield replace(
            fact,
            dimension=promise.step,
            spec=spec,  # type: ignore[arg-type]
            ends=spec.ends,  # type: ignore[attr-defined]
            quantity=quantity,
            week=OFFICE if promise.working else ALWAYS,
            scope=FixedScope((axis, frozenset(values)) for axis, values in stated.items() if values),
            commitment=number,
            promise=replace(fact.promise, condition=promise.condition),
            setting=None,
            span=fact.span._replace(line=number + 1),
        )


@cache
def ends(hours: int, working: bool) -> tuple[int, ...]:
    """For each minute of a week how long the time lasts that begins with it, counted out minute by minute."""
    if not working:
        return (hours * 60,) * WEEK
    runs = [minute % WEEK // 1440 < 5 and 540 <= minute % 1440 < 1020 for minute in range(6 * WEEK)]
    so_far = [0, *accumulate(runs)]
    first: dict[int, int] = {}
    for minute, count in enumerate(so_far):
        first.setdefault(count, minute)
    return tuple(first[so_far[begins] + hours * 60] - begins for begins in range(WEEK))


@cache
def may_outlast(one: tuple[int, bool], other: tuple[int, bool]) -> bool:
    return any(first > second for first, second in zip(ends(*one), ends(*other), strict=True))


def value(promise: Promise) -> tuple[int, bool]:
    return promise.hours, promise.working


def decides(promise: Promise, cell: tuple[str, str], all_of_them: list[Promise], assumed: set[str]) -> bool:
    """Whether no promise for special cases of this one holds there too."""
    return cell in promise.cells and not any(
        other.step == promise.step and cell in other.cells and other.cells < promise.cells
        and other.condition in {"", *assumed}
        for other in all_of_them
    )  # fmt: skip


def out_of_order(promises: list[Promise]) -> set[tuple[str, str]]:
    """The kinds of promise of which an earlier step may end after a later one, in some case."""
    return {
        (early.step, late.step)
        for early, late in permutations(promises, 2)
        if STEPS.index(early.step) < STEPS.index(late.step)
        and not (early.condition and late.condition and early.condition != late.condition)
        and may_outlast(value(early), value(late))
        and any(
            decides(early, cell, promises, {early.condition, late.condition}) and cell in late.cells for cell in CELLS
        )
    }


@settings(max_examples=150)
@given(PROMISES)
def test_a_deadline_is_out_of_order_exactly_where_some_minute_of_some_case_shows_it(
    base: tuple[Context, Fact], promises: list[Promise]
) -> None:
    findings = list(c301_deadline_out_of_order.check(context_of(base, promises)))
    sure = {finding.key[:2] for finding in findings if finding.confidence > Confidence.MEDIUM}
    expected = out_of_order(promises)
    assert sure <= expected  # nothing is invented
    assert bool(sure) is bool(expected)  # what is not told only follows from what is


def clash_of(one: Promise, other: Promise) -> Severity | None:
    """How badly two promises of one kind clash, by DESIGN.md section 4."""
    first, second = one.cells, other.cells
    later, earlier = may_outlast(value(one), value(other)), may_outlast(value(other), value(one))
    if not first & second or not (later or earlier):
        return None
    if first == second:
        severity = Severity.ERROR
    elif first < second or second < first:
        inner, outer = (one, other) if first < second else (other, one)
        if not may_outlast(value(inner), value(outer)):
            return None  # the special case is the stronger one
        graver = min((s for s, _ in outer.cells - inner.cells if s not in (inner.severity or SEVERITIES)), default="")
        severity = Severity.ERROR if inner.severity and graver and min(inner.severity) < graver else Severity.WARNING
    else:
        severity = Severity.WARNING
    if one.condition == other.condition:
        return severity
    return min(severity, Severity.HINT if one.condition and other.condition else Severity.WARNING)


@settings(max_examples=150)
@given(PROMISES)
def test_two_values_are_found_exactly_where_two_promises_differ_in_a_common_case(
    base: tuple[Context, Fact], promises: list[Promise]
) -> None:
    findings = list(c101_two_values.check(context_of(base, promises)))
    expected: dict[str, list[Severity]] = {}
    for one, other in combinations(promises, 2):
        if one.step == other.step and (severity := clash_of(one, other)) is not None:
            expected.setdefault(one.step, []).append(severity)
    told: dict[str, list[Severity]] = {}
    for finding in findings:
        if finding.confidence > Confidence.MEDIUM:  # those below it show over a public holiday only
            told.setdefault(finding.key[0], []).append(finding.severity)
    assert {step: max(all_of_it) for step, all_of_it in told.items()} == {
        step: max(all_of_it) for step, all_of_it in expected.items()
    }


def graver_slower(promises: list[Promise]) -> set[str]:
    """The kinds of promise of which a graver fault may be served later than a lighter one in the same phase."""
    return {
        slow.step
        for slow, quick in permutations(promises, 2)
        if slow.step == quick.step and slow.severity and quick.severity and not {*slow.severity} & {*quick.severity}
        and may_outlast(value(slow), value(quick))
        and any(
            grave < light
            and decides(slow, (grave, phase), promises, {slow.condition, quick.condition})
            and (light, phase) in quick.cells
            for grave, light in product(SEVERITIES, SEVERITIES)
            for phase in (*PHASES, *OTHERS)
        )
    }  # fmt: skip


@settings(max_examples=150)
@given(PROMISES)
def test_a_graver_fault_is_slower_exactly_where_some_minute_of_some_case_shows_it(
    base: tuple[Context, Fact], promises: list[Promise]
) -> None:
    findings = list(c304_graver_slower.check(context_of(base, promises)))
    told = {finding.key[1] for finding in findings if finding.confidence > Confidence.MEDIUM}
    assert told <= graver_slower(promises)
    assert graver_slower(promises) <= {finding.key[1] for finding in findings}

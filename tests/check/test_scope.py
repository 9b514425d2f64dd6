"""Where promises hold: the algebra of scopes."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.check.scope import Relation, gravest_inside, in_words, meet, relation
from gen.library.vocabulary import built_in_vocabulary
from gen.message import speak
from gen.model.fact import Scope

VOCABULARY = built_in_vocabulary()
AXES = {
    "severity": ("S1", "S2", "S3", "S4"),
    "phase": ("supply", "installation", "trial_run", "in_warranty", "post_warranty"),
    "lot": ("第一包", "第二包", "第三包"),
}
CASES = [dict(zip(AXES, values, strict=True)) for values in product(*AXES.values())]

scopes: st.SearchStrategy[Scope] = st.fixed_dictionaries(
    {}, optional={axis: st.frozensets(st.sampled_from(values), min_size=1) for axis, values in AXES.items()}
)


def holds(scope: Scope, case: dict[str, str]) -> bool:
    return all(case[axis] in values for axis, values in scope.items())


def cases(scope: Scope) -> set[int]:
    return {number for number, case in enumerate(CASES) if holds(scope, case)}


def scope(**axes: str) -> Scope:
    return {axis: frozenset(values.split()) for axis, values in axes.items()}


@settings(deadline=None)
@given(scopes, scopes)
def test_scopes_meet_in_just_the_cases_in_which_both_hold(first: Scope, second: Scope) -> None:
    joint = meet(first, second)
    assert (set() if joint is None else cases(joint)) == cases(first) & cases(second)


@settings(deadline=None)
@given(scopes, scopes)
def test_meeting_is_symmetric(first: Scope, second: Scope) -> None:
    assert meet(first, second) == meet(second, first)


@settings(deadline=None)
@given(scopes, scopes, scopes)
def test_meeting_is_associative(first: Scope, second: Scope, third: Scope) -> None:
    left, right = meet(first, second), meet(second, third)
    one = None if left is None else meet(left, third)
    other = None if right is None else meet(first, right)
    assert one == other


@settings(deadline=None)
@given(scopes)
def test_a_scope_meets_itself_and_everything_in_itself(any_scope: Scope) -> None:
    assert meet(any_scope, any_scope) == any_scope
    assert meet(any_scope, {}) == any_scope


@settings(deadline=None)
@given(scopes, scopes)
def test_where_scopes_meet_lies_inside_both(first: Scope, second: Scope) -> None:
    joint = meet(first, second)
    if joint is not None:
        for side in (first, second):
            assert relation(joint, side, VOCABULARY) in {"equal", "first_inside"}


MIRRORED: dict[Relation, Relation] = {
    "equal": "equal",
    "first_inside": "second_inside",
    "second_inside": "first_inside",
    "overlap": "overlap",
    "apart": "apart",
}


@settings(deadline=None)
@given(scopes, scopes)
def test_the_relation_of_scopes_turns_round_with_them(first: Scope, second: Scope) -> None:
    assert relation(second, first, VOCABULARY) == MIRRORED[relation(first, second, VOCABULARY)]


@settings(deadline=None)
@given(scopes, scopes)
def test_the_relation_is_that_of_the_cases(first: Scope, second: Scope) -> None:
    one, other = cases(first), cases(second)
    lots_all_named = any(len(side.get("lot", ())) == len(AXES["lot"]) for side in (first, second))
    if lots_all_named:
        return  # an open axis has no end: naming three lots is not naming all of them
    expected: Relation
    if not one & other:
        expected = "apart"
    elif one == other:
        expected = "equal"
    else:
        expected = "first_inside" if one < other else "second_inside" if other < one else "overlap"
    assert relation(first, second, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, "equal"),
        (scope(severity="S1"), {}, "first_inside"),
        ({}, scope(phase="in_warranty"), "second_inside"),
        (scope(severity="S1 S2 S3 S4"), {}, "equal"),
        (scope(severity="S1"), scope(severity="S2"), "apart"),
        (scope(severity="S1 S2"), scope(severity="S2 S3"), "overlap"),
        (scope(severity="S1"), scope(phase="in_warranty"), "overlap"),
        (scope(severity="S1", phase="in_warranty"), scope(phase="in_warranty"), "first_inside"),
        (scope(severity="S1", phase="in_warranty"), scope(severity="S1", phase="trial_run"), "apart"),
        (scope(lot="第一包 第二包"), scope(lot="第二包"), "second_inside"),
        (scope(lot="第一包"), {}, "first_inside"),
        (scope(lot="第一包 第二包 第三包"), {}, "first_inside"),
    ],
)
def test_scopes_lie_to_each_other_in_five_ways(first: Scope, second: Scope, expected: Relation) -> None:
    assert relation(first, second, VOCABULARY) == expected


@pytest.mark.parametrize(
    ("inner", "outer", "gravest"),
    [
        (scope(severity="S1"), {}, True),
        (scope(severity="S1 S2"), {}, True),
        (scope(severity="S2"), {}, False),
        (scope(severity="S4"), {}, False),
        (scope(severity="S1 S4"), scope(severity="S1 S2 S4"), True),
        (scope(severity="S2"), scope(severity="S2 S3"), True),
        (scope(severity="S1"), scope(severity="S1"), False),
        (scope(phase="in_warranty"), {}, False),
        (scope(severity="S1 S2 S3 S4"), {}, False),
    ],
)
def test_an_inner_scope_may_take_the_gravest_faults_out_of_the_outer(inner: Scope, outer: Scope, gravest: bool) -> None:
    assert gravest_inside(inner, outer, VOCABULARY) is gravest


@pytest.mark.parametrize(
    ("any_scope", "in_english", "in_chinese"),
    [
        (scope(severity="S1"), "severity 1 (critical)", "一级故障"),
        (scope(severity="S2 S1", phase="in_warranty"), "severity 1 (critical), severity 2 (major), in warranty",
         "一级故障、二级故障、质保期内"),
        (scope(lot="第二包 第一包"), "第一包, 第二包", "第一包、第二包"),
    ],
)  # fmt: skip
def test_scopes_are_said_in_the_words_of_the_vocabulary_and_its_order(
    any_scope: Scope, in_english: str, in_chinese: str
) -> None:
    words = in_words(any_scope, VOCABULARY)
    assert str(words) == in_english
    speak("zh_CN")
    assert str(words) == in_chinese


def test_no_scope_is_said_to_be_all_cases() -> None:
    assert str(in_words({}, VOCABULARY)) == "in all cases"

"""What is left of a scope without others, against a count of every case."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from gen.check.scope import meet, outside
from gen.library.vocabulary import built_in_vocabulary
from gen.model.fact import FixedScope, Scope

VOCABULARY = built_in_vocabulary()
AXES = {axis: tuple(VOCABULARY.axes[axis].values) for axis in ("severity", "phase", "region")}


def cases(scope: Scope) -> set[tuple[str, ...]]:
    return set(product(*(scope.get(axis, frozenset(values)) for axis, values in AXES.items())))


def some(axis: str) -> st.SearchStrategy[frozenset[str] | None]:
    return st.none() | st.frozensets(st.sampled_from(AXES[axis]), min_size=1)


SCOPES = st.fixed_dictionaries({axis: some(axis) for axis in AXES}).map(
    lambda chosen: FixedScope((axis, values) for axis, values in chosen.items() if values is not None)
)


@given(SCOPES, st.lists(SCOPES, max_size=4))
def test_the_parts_hold_every_case_that_is_left_once(scope: Scope, taken: list[Scope]) -> None:
    parts = outside(scope, taken, VOCABULARY)
    left = cases(scope).difference(*map(cases, taken)) if taken else cases(scope)
    assert set().union(*map(cases, parts)) == left
    assert sum(len(cases(part)) for part in parts) == len(left)


def test_of_an_axis_that_the_bid_names_there_may_always_be_more() -> None:
    lot = FixedScope(lot=frozenset({"第一包"}))
    assert outside(FixedScope(), [lot], VOCABULARY) == (FixedScope(),)
    assert outside(lot, [lot], VOCABULARY) == ()
    both = FixedScope(lot=frozenset({"第一包", "第二包"}))
    assert outside(both, [lot], VOCABULARY) == (FixedScope(lot=frozenset({"第二包"})),)
    assert meet(outside(both, [lot], VOCABULARY)[0], lot) is None

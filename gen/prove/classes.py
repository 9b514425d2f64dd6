"""The declared classes: rules whose clashes `prove` can rule out for every bid of a library.

A rule may be declared here when it is this: it fails a bid exactly when it fails some few of the bid's promises taken
by themselves (a pair, a chain), and whether these clash turns with every amount one way only, or is a union of such.
Then what holds at the ends of a guardrail holds between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from gen.check.context import Context
from gen.check.fees import c601_free_and_charged, c603_two_charging_bases
from gen.check.order import (
    c301_deadline_out_of_order,
    c303_chain_too_long,
    c304_graver_slower,
    c305_nearer_slower,
    c309_never_both,
)
from gen.check.order.links import LONGEST
from gen.check.promises import c101_two_values
from gen.check.scope import meet
from gen.check.windows import c205_holidays_in_and_out
from gen.finding import Finding
from gen.model.fact import Scope
from gen.prove.rows import Row, Study
from gen.rule import Rule

Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A rule, and which promises of a library it must be tried on together."""

    rule: Rule
    check: Callable[[Context], Iterable[Finding]]
    together: Callable[[Study], Iterator[Rows]]
    amounts: bool = True
    """Whether it looks at amounts at all."""


def _alike(study: Study) -> Iterator[Rows]:
    """Two promises of one kind."""
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in study.rows:
        by_kind[str(row.promise.promise)].append(row)
    for rows in by_kind.values():
        yield from combinations(rows, 2)


def _meeting(study: Study) -> Iterator[Rows]:
    """Two promises of one kind that may hold in one case."""
    return (pair for pair in _alike(study) if _may_meet(study, *pair))


def _apart_on(axis: str) -> Callable[[Study], Iterator[Rows]]:
    """Two promises of one kind for different values of an axis."""
    return lambda study: (
        pair for pair in _alike(study) if all(axis in row.promise.scope for row in pair) and _apart(study, axis, *pair)
    )


def _following(study: Study) -> Iterator[Rows]:
    """Two steps of which one must not end after the other."""
    vocabulary = study.library.vocabulary
    for first in study.rows:
        behind = vocabulary.behind(str(first.promise.promise)) | {str(first.promise.instead_of)}
        for second in study.rows:
            if str(second.promise.promise) in behind and _may_meet(study, first, second):
                yield first, second


def _paid(study: Study) -> Iterator[Rows]:
    """Two promises that may hold in one case and say who pays, not both the same."""
    by_value = {"service_fee", "training_terms"}
    ways: dict[object, list[Row]] = defaultdict(list)
    for row in study.rows:
        kind, fee = str(row.promise.promise), str(row.promise.fee)
        if kind in by_value or fee.startswith("$"):
            ways[row].append(row)
        elif fee:
            ways[fee, str(row.promise.base)].append(row)
    for one, other in combinations(ways.values(), 2):
        yield from (pair for pair in product(one, other) if _may_meet(study, *pair))


def _on_holidays(study: Study) -> Iterator[Rows]:
    return (pair for pair in _meeting(study) if all(row.promise.clock and row.promise.clock.holidays for row in pair))


def _chains(*, at_least: bool) -> Callable[[Study], Iterator[Rows]]:
    """A promise, and others that lead from its first event to its last."""

    def chains(study: Study) -> Iterator[Rows]:
        timed = [(row, *_events(row, study)) for row in study.rows]
        links: dict[str, list[tuple[Row, str]]] = defaultdict(list)
        for row, start, end in timed:
            if start and end and not row.promise.at_least:
                links[start].append((row, end))
        for whole, start, end in timed:
            if start and end and bool(whole.promise.at_least) == at_least:
                yield from _ways(study, links, (whole,), (start,), study.scope(whole) or {})

    return chains


def _ways(
    study: Study, links: dict[str, list[tuple[Row, str]]], way: Rows, passed: tuple[str, ...], joint: Scope
) -> Iterator[Rows]:
    """The chains that go on from the events passed to the end of the way's first promise, the whole."""
    for link, event in links.get(passed[-1], ()):
        scope = meet(joint, study.scope(link) or {})
        if scope is None or link in way or event in passed:
            continue
        if event == _events(way[0], study)[1]:
            yield (*way, link)
        elif len(way) < LONGEST:
            yield from _ways(study, links, (*way, link), (*passed, event), scope)


def _events(row: Row, study: Study) -> tuple[str, str]:
    """The events between which a promise runs."""
    clock = row.promise.clock
    dimension = study.library.vocabulary.dimensions[str(row.promise.promise)]
    return (str(clock.start) if clock else "", str(clock.to) if clock and clock.to else dimension.ends)


def _may_meet(study: Study, first: Row, second: Row) -> bool:
    scopes = study.scope(first), study.scope(second)
    return scopes[0] is None or scopes[1] is None or meet(scopes[0], scopes[1]) is not None


def _apart(study: Study, axis: str, first: Row, second: Row) -> bool:
    scopes = study.scope(first), study.scope(second)
    return scopes[0] is None or scopes[1] is None or not scopes[0][axis] & scopes[1][axis]


DECLARED = (
    Declared(c101_two_values.RULE, c101_two_values.check, _meeting),
    Declared(c205_holidays_in_and_out.RULE, c205_holidays_in_and_out.check, _on_holidays, amounts=False),
    Declared(c301_deadline_out_of_order.RULE, c301_deadline_out_of_order.check, _following),
    Declared(c303_chain_too_long.RULE, c303_chain_too_long.check, _chains(at_least=False)),
    Declared(c304_graver_slower.RULE, c304_graver_slower.check, _apart_on("severity")),
    Declared(c305_nearer_slower.RULE, c305_nearer_slower.check, _apart_on("region")),
    Declared(c309_never_both.RULE, c309_never_both.check, _chains(at_least=True)),
    Declared(c601_free_and_charged.RULE, c601_free_and_charged.check, _paid, amounts=False),
    Declared(c603_two_charging_bases.RULE, c603_two_charging_bases.check, _paid, amounts=False),
)
"""The rules about promises that are proved; C401 is reckoned apart, in `relations`."""

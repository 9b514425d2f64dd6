"""Which promise decides where several of one kind hold: the exception before what it excepts, the special case first.

A promise of 8 hours for every fault and of 2 hours for the gravest ones is one of 2 hours where the fault is grave. So
whoever holds the 8 hours against the repair of grave faults accuses nobody. What is late, or slow, or a link of a chain
gives way to special cases of its kind; what sets the bound gives way to declared exceptions (`overrides`) only, since
the stricter reading binds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gen.check.context import Context
from gen.check.pairs import Alike
from gen.check.scope import outside, relation
from gen.model.fact import Fact, Scope
from gen.model.vocabulary import Vocabulary


def remaining(
    context: Context, joint: Scope, bounds: Iterable[Alike] = (), special_first: Iterable[Alike] = ()
) -> tuple[Scope, ...]:
    """The parts of a scope in which no other promise takes the place of these; none where others decide everywhere."""
    vocabulary = context.package.library.vocabulary
    bounding, giving = tuple(bounds), tuple(special_first)
    assumed = {"", *(same[0].promise.condition for same in (*bounding, *giving))}
    taken = [
        *(scope for same in bounding for scope in _taken(context, same, assumed, None)),
        *(scope for same in giving for scope in _taken(context, same, assumed, vocabulary)),
    ]
    return outside(joint, taken, vocabulary) if taken else (joint,)


def _taken(context: Context, same: Alike, assumed: set[str], vocabulary: Vocabulary | None) -> Iterator[Scope]:
    """Where other promises decide: declared exceptions, with the vocabulary at hand special cases too."""
    classes = context.by_dimension[same[0].dimension]
    same = next((each for each in classes if each[0] is same[0]), same)
    for others in classes:
        other = others[0]
        if others is same or other.promise.condition not in assumed:
            continue
        declared = all(any(fact.clause in each.promise.overrides for each in others) for fact in same)
        if declared or (vocabulary is not None and _special(other, same[0], vocabulary)):
            yield other.scope


def _special(other: Fact, fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether one promise is made for special cases of another, between the same events and just as firmly."""
    return (
        (other.start, other.ends, other.obligor, other.comparator, other.modality)
        == (fact.start, fact.ends, fact.obligor, fact.comparator, fact.modality)
        and relation(other.scope, fact.scope, vocabulary) == "first_inside"
    )  # fmt: skip

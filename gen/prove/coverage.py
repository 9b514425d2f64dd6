"""How far a proof reaches: what was looked at, and what it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gen.message import M, Message
from gen.prove import relations
from gen.prove.rows import Study
from gen.prove.space import contents
from gen.quantity import holidays
from gen.rule import Rule


@dataclass(frozen=True, slots=True)
class Covered:
    """What was looked at."""

    classes: tuple[tuple[Rule, int], ...]
    """Rules, and how many combinations of promises (of C401: relations) each was tried on."""
    shapes: int
    """Sets of documents."""
    profiles: int
    clauses: int
    optional: int
    """Clauses that some profile leaves to the bid to add."""
    values: int
    """Values that a bid may set."""
    approvals: bool


def coverage(studies: Sequence[Study], tried_on: Mapping[Rule, Collection[object]]) -> Covered:
    """How far a proof over these studies reaches; `tried_on` says what each rule was tried on."""
    library = studies[0].library
    approved = {id_ for id_, loaded in library.clauses.items() if loaded.clause.status == "approved"}
    plain = [(study, contents(study, profile)) for study in studies for profile in library.profiles]
    looked_at = {place for study in studies for row in study.rows for place in row.cells}
    return Covered(
        tuple((rule, len(known)) for rule, known in tried_on.items()),
        len(studies),
        len(library.profiles),
        len({clause for study in studies for clause in study.shape.named}),
        len({clause for study, inside in plain for clause in study.shape.named & approved if clause not in inside}),
        sum(studies[0].domain(place).free for place in looked_at),
        studies[0].approvals,
    )


def left_out(studies: Sequence[Study]) -> Iterator[Message]:
    """What the proof does not reach."""
    library = studies[0].library
    if not studies[0].approvals:
        yield M("values that somebody must approve; --with-approvals looks at them")
    first, last = holidays.held()
    yield M("public holidays of other years than {first} to {last}", first=first, last=last)
    yield M("warnings and hints: the proof is about what fails `check`")
    yield M("wording, documents, dates, and what hangs on the customer, the project or the company")
    yield M("bids with other documents than a bid of this workspace has together, or one kind by itself")
    named = {clause for study in studies for clause in study.shape.named}
    if unprinted := [str(id_) for id_ in library.clauses if id_ not in named]:
        yield M("clauses that no document prints: {clauses}", clauses=tuple(f"`{id_}`" for id_ in unprinted))
    plain = {clause for study in studies for profile in library.profiles for clause in contents(study, profile)}
    unapproved = [
        str(id_)
        for id_, loaded in library.clauses.items()
        if loaded.clause.status != "approved" and id_ in named and id_ not in plain
    ]
    if unapproved:
        yield M("clauses that are not approved: {clauses}", clauses=tuple(f"`{id_}`" for id_ in unapproved))
    own = sorted({
        f"`{bound.clause}`"
        for of_clause in library.relations.values()
        for bound in of_clause
        if relations.given(bound, studies[0])
    })  # fmt: skip
    if own:
        yield M("relations between values that only the bid knows: {clauses}", clauses=tuple(own))
    if unknown := sorted({f"`{clause}`" for study in studies for clause in study.unknown}):
        yield M("promises of values that only the bid knows: {clauses}", clauses=tuple(unknown))
    if paths := sorted({f"`{path}`" for study in studies for path in study.open_ended}):
        yield M("further rows of tables whose rows bids name themselves: {paths}", paths=tuple(paths))

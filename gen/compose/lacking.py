"""Findings for what a document must print and its bid does not have."""

from __future__ import annotations

from collections.abc import Container, Iterator

from gen.compose.holes import ClauseHole, FigureHole
from gen.finding import Finding, Label, found
from gen.library.printing import has_annexes
from gen.message import M, Message
from gen.model.bid import Bid
from gen.model.library import LoadedOutline
from gen.model.outline import Outline
from gen.model.package import Package
from gen.source import Span
from gen.stage_rules import r201_missing_clause, r202_missing_parameter, s109_unknown_name
from gen.yamltree import place_of


def missing_fact(outline: Outline, bid: Bid, name: str, span: Span) -> Finding:
    """The finding for a fact of bid or company that is printed at `span` and was never written."""
    record, _, key = name.partition(".")
    where = M("write `{key}` in clauses/company.yaml", key=key)
    if record != "company":
        section = "customer" if record == "customer_party" else record
        path = f"projects/{bid.folder}/project.yaml"
        where = M("write `{key}` under `{section}` in {file}", key=key, section=section, file=path)
    return found(
        r202_missing_parameter.RULE,
        M("{document} prints `{name}`, which has no value", document=outline.title, name=name),
        Label(span, M("printed here")),
        helps=[where],
        key=(str(outline.kind), name),
        bid=bid.id,
    )


def foreign_value(outline: Outline, package: Package, clause: str, path: str, span: Span) -> Finding:
    """The finding for values of a clause that a document prints though the bid leaves the clause out."""
    bid = package.bid
    instead = [id_ for id_, chosen in package.clauses.items() if clause in chosen.loaded.clause.instead_of]
    helps = [M("`{other}` takes its place: print a value of that", other=other) for other in instead]
    if clause in bid.clauses.drop:
        helps = [M("take `{clause}` out of `clauses: drop`", clause=clause)]
    return found(
        r201_missing_clause.RULE,
        M(
            "{document} prints `{path}`, but the bid {bid} does not contain the clause `{clause}`",
            document=outline.title,
            path=path,
            bid=bid.id,
            clause=clause,
        ),
        Label(span, M("printed here")),
        helps=helps,
        key=(str(outline.kind), clause),
        bid=bid.id,
    )


def unprinted_annexes(loaded: LoadedOutline, package: Package, printed: Container[str]) -> Iterator[Finding]:
    """Findings for annexes that the bid lists for a document and no condition of its outline lets through."""
    outline, library = loaded.outline, package.library
    if not has_annexes(loaded):
        return  # found where the bid is read
    for kind in package.bid.annexes.get(outline.kind, ()):
        if kind not in printed and kind in library.outlines and kind != outline.kind:
            message = M("the annex `{name}` is listed, but {document} does not print it in this bid",
                        name=kind, document=outline.title)  # fmt: skip
            helps = [M("write {hole} at the end of its outline, outside conditions", hole="`{{ annexes }}`")]
            key = ("annexes", str(outline.kind), str(kind))
            yield found(s109_unknown_name.RULE, message, place_of(kind), helps=helps, key=key)


def missing_figure(outline: Outline, bid: Bid, hole: FigureHole, reason: Message) -> Finding:
    """The finding for a figure that the data of the bid do not suffice for."""
    return found(
        r202_missing_parameter.RULE,
        M("the figure `{name}` cannot be drawn: {reason}", name=hole.name, reason=reason),
        Label(hole.span, M("printed here")),
        helps=[M("supply what is missing, or take the figure out of the outline")],
        key=(str(outline.kind), hole.name),
        bid=bid.id,
    )


def missing_clause(outline: Outline, bid: Bid, hole: ClauseHole) -> Finding:
    """The finding for a clause that the outline must print and the bid drops."""
    dropped = next(clause for clause in bid.clauses.drop if clause == hole.clause)
    return found(
        r201_missing_clause.RULE,
        M(
            "{document} must print the clause `{clause}`, which the bid {bid} leaves out",
            document=outline.title,
            clause=hole.clause,
            bid=bid.id,
        ),
        Label(hole.span, M("the outline prints it here")),
        Label(place_of(dropped), M("dropped here")),
        helps=[
            M("take it out of the bid's `clauses: drop`"),
            M("or print it only where a bid has it: `optional=true`"),
        ],
        key=(str(outline.kind), hole.clause),
        bid=bid.id,
    )

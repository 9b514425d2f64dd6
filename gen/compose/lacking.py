"""Findings for what a document must print and its bid does not have."""

from __future__ import annotations

from gen.compose.holes import ClauseHole, FigureHole
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.bid import Bid
from gen.model.outline import Outline
from gen.source import Span
from gen.stage_rules import r201_missing_clause, r202_missing_parameter
from gen.yamltree import place_of


def missing_fact(outline: Outline, bid: Bid, name: str, span: Span) -> Finding:
    """The finding for a fact of bid or company that is printed at `span` and was never written."""
    file = "clauses/company.yaml" if name.startswith("company.") else "project.yaml"
    return found(
        r202_missing_parameter.RULE,
        M("{document} prints `{name}`, which has no value", document=outline.title, name=name),
        Label(span, M("printed here")),
        helps=[M("write it in {file}", file=file)],
        key=(str(outline.kind), name),
        bid=bid.id,
    )


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
    """The finding for a clause that the outline must print and the bid does not contain."""
    dropped = [clause for clause in bid.clauses.drop if clause == hole.clause]
    where = (
        Label(place_of(dropped[0]), M("dropped here"))
        if dropped
        else Label(place_of(bid.profile), M("not among its clauses"))
    )
    return found(
        r201_missing_clause.RULE,
        M(
            "{document} must print the clause `{clause}`, which the bid {bid} does not contain",
            document=outline.title,
            clause=hole.clause,
            bid=bid.id,
        ),
        Label(hole.span, M("the outline prints it here")),
        where,
        helps=[
            M("add `{clause}` to the bid's `clauses: add`", clause=hole.clause),
            M("or print it only where a bid has it: `optional=true`"),
        ],
        key=(str(outline.kind), hole.clause),
        bid=bid.id,
    )

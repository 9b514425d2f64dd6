"""The outline of a document kind: front matter and body of templates/documents/<kind>.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gen.model.clause import Clause
from gen.model.record import key
from gen.source import Span
from gen.yamltree import Scalar

TOPIC = "topic:"
"""What begins a requirement that names a topic of clauses instead of a kind of promise."""


def meets(clause: Clause, requirement: str) -> bool:
    """Whether a clause is what a document kind requires."""
    if requirement.startswith(TOPIC):
        return clause.id.partition(".")[0] == requirement.removeprefix(TOPIC)
    return any(commitment.promise == requirement for commitment in clause.commitments)


@dataclass(frozen=True, slots=True)
class CoverSpec:
    """What the cover says."""

    overline: str = key("Above the title")
    rows: Mapping[str, str] = key("Label and value of each line below the title", factory=dict)
    date: str = key("Date at the foot", default="")


@dataclass(frozen=True, slots=True)
class SignatorySpec:
    """One party that signs."""

    title: str = key("Party and seal")
    lines: Mapping[str, str] = key("Label and value of each line", factory=dict)


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """The bids that a document kind may be used in."""

    contract: tuple[Literal["goods", "services", "works"], ...] = key(
        "What the contract must be for (`project.contract`); none named, all", default=()
    )
    customer: tuple[Literal["public_body", "large_enterprise", "sme", "consumer", "cii_operator"], ...] = key(
        "What the customer must be (`customer.type`); none named, all", default=()
    )


@dataclass(frozen=True, slots=True)
class DraftingRules:
    """How a document kind is filled in, as the usage notes of a form contract say it."""

    empty: str = key("What stands for an optional clause that the bid does not have, such as 无", default="")
    locked: bool = key("Whether only the blanks of a Word copy can be filled in", default=False)
    changes: str = key("The only clause in which a bid may change the text; it prints {{ changes }}", default="")
    precedence: str = key("The clause that ranks the documents, which the kind must print", default="")
    applies: AppliesTo = key("The bids that the kind may be used in", factory=AppliesTo)


@dataclass(frozen=True, slots=True)
class Outline:
    """A document kind."""

    kind: str = key("Name of the document kind; the same as its file")
    title: str = key("Title as printed")
    words: Mapping[str, str] = key("What this kind calls the parties: provider, customer")
    numbering: str = key("Numbering scheme of the theme")
    clause_titles: bool = key("Whether clauses print their title as a heading; otherwise their paragraphs are numbered")
    header: str = key("Running page header", default="")
    contents: int = key("Heading levels in the table of contents; 0 for none", default=0)
    cover: CoverSpec | None = key("Cover page", default=None)
    signatories: tuple[SignatorySpec, ...] = key("Parties that sign, printed at {{ signature }}", default=())
    drafting: DraftingRules = key("How the kind is filled in", factory=DraftingRules)
    requires: tuple[str, ...] = key(
        "What its clauses must promise: kinds of promise, or `topic:` and a topic of clauses", default=()
    )
    span: Span | None = None
    body: Scalar = field(default_factory=lambda: Scalar(""))
    """The outline itself: Markdown with holes."""
    hash: str = field(default="", compare=False)
    """SHA-256 of the file's text."""

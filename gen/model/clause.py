"""A clause: approved wording, the parameters it prints, and the promises it makes, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gen.model.record import DateText, Tree, key
from gen.source import Span


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """One column of a table parameter."""

    label: str = key("Head of the column as printed")
    type: str = key("Type of the column's cells", default="text")
    unit: str = key("Unit of a count", default="")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Values beyond the guardrail that one role may approve."""

    within: Tree = key("The values: a range a..b, a list, or for a table the same under its rows")
    by: str = key("The role that approves; one of the vocabulary's roles")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Param:
    """A value that bids may set, with the guardrail inside which they may."""

    label: str = key("What people call it")
    type: Literal[
        "duration",
        "money",
        "percent",
        "count",
        "frequency",
        "window",
        "date",
        "flag",
        "enum",
        "text",
        "table",
    ] = key("Type of the value")
    unit: str = key("Unit of a count (人, 次)", default="")
    event: str = key("The event that takes place on a date; no bid need plan it under `dates` again", default="")
    values: Mapping[str, str] = key("Keys of an enumeration and how each is printed", factory=dict)
    rows: str = key(
        "What a table's rows stand for: a scope axis, or `item` for keys of its own", default="", name="key"
    )
    key_label: str = key("Head of a table's first column; by default the axis's own label", default="")
    columns: Mapping[str, ColumnSpec] = key("Columns of a table", factory=dict)
    default: Tree | None = key("The value where neither profile nor bid sets one", default=None)
    allow: Tree | None = key("Values that pre-sales may set without asking: a range a..b or a list", default=None)
    approval: tuple[Approval, ...] = key("Values beyond those, and who may approve them", default=())
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """How a deadline runs."""

    kind: Literal["natural", "working"] = key("Whether time runs on, or only while the window is open")
    start: str = key("The event from which it runs", default="", name="from")
    window: str = key("The service window: `7×24`, or $parameter", default="")
    to: str = key("The event with which it ends; by default the one that its dimension names", default="")
    stops: tuple[str, ...] = key("Events that stop it", default=())
    holidays: Literal["", "included", "excluded"] = key("Whether the window is open on public holidays", default="")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise: what kind, to what degree, where and when it holds."""

    promise: str = key("The dimension: what kind of promise it is")
    each: str = key("A table parameter: one promise a row", default="")
    scope: Mapping[str, Tree] = key(
        "Where it holds: axis to value or list of values; unstated axes mean all", factory=dict
    )
    at_most: str = key("The value is an upper bound: $parameter, $column or a literal", default="")
    at_least: str = key("The value is a lower bound", default="")
    is_: str = key("The value is exactly this", default="", name="is")
    clock: Clock | None = key("How its deadline runs", default=None)
    fee: str = key("Who pays: one of the vocabulary's fees", default="")
    obligor: Literal["provider", "customer", "both"] = key("Who owes it", default="provider")
    modality: str = key("How binding it is; one of the vocabulary's modalities", default="shall")
    until: str = key("The event with which the promise itself ends", default="")
    base: str = key("Of a share: what it is a share of", default="")
    condition: str = key("What must happen first, in words; a promise without one holds at once", default="")
    instead_of: str = key("The promise whose place it takes: repaired within 8 hours, or else a loaner", default="")
    overrides: tuple[str, ...] = key("Clauses whose promise of this kind it replaces where both hold", default=())
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What the numbers of a clause must satisfy, among themselves and with those of other clauses."""

    that: str = key('What must hold: `total == ours + theirs`, `sum(schedule.share) == "100%"`')
    each: str = key(
        "A table parameter: it must hold in every row, its columns standing for that row's cells", default=""
    )
    why: str = key("Why it must hold, in one phrase; findings print it", default="")
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of the library; its keys in the order in which people read them."""

    id: str = key("topic.name: folder and file name")
    title: str = key("Heading where a document kind prints clause titles")
    status: Literal["draft", "approved", "retired"] = key("Whether it may be used in a bid")
    owner: str = key("Who answers for its wording")
    review_by: DateText = key("The day by which its owner must look at it again")
    was: tuple[str, ...] = key("Former ids; renames are declared, never guessed", default=())
    basis: tuple[str, ...] = key("Laws and standards it rests on", default=())
    params: Mapping[str, Param] = key("Values that the text prints", factory=dict)
    commitments: tuple[Commitment, ...] = key("Every promise that the text makes", default=())
    relations: tuple[Relation, ...] = key("What its numbers must satisfy", default=())
    text: str = key("The wording: Markdown with {{ holes }}")
    variants: Mapping[str, str] = key("Other wording for a document kind", factory=dict)
    instead_of: tuple[str, ...] = key(
        "Clauses whose place it takes: a bid that has it has none of these, and prints it where they would stand",
        default=(),
    )
    with_: tuple[str, ...] = key(
        "Clauses that stand wherever it does, such as what a promise excludes", default=(), name="with"
    )
    span: Span | None = None
    hash: str = field(default="", compare=False)
    """SHA-256 of the file's text."""

    def wording(self, kind: str) -> str:
        """The text for a document kind."""
        return self.variants.get(kind, self.text)


@dataclass(frozen=True, slots=True)
class Profile:
    """A service level: which clauses a bid contains, and their values."""

    id: str = key("Name of the profile; the same as its file")
    title: str = key("What people call it")
    extends: str = key("A profile whose clauses and values this one takes over", default="")
    clauses: tuple[str, ...] = key("Clauses added to those taken over", default=())
    values: Mapping[str, Tree] = key("clause.parameter to value; for a table only the cells that differ", factory=dict)
    span: Span | None = None

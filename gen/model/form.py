"""A blank record form (表单) as data: templates/forms/<id>.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from gen.model.record import key
from gen.source import Span

Purpose = Literal["text", "date", "time", "phone", "number", "choices", "sign"]
"""What a field is filled in with."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label, and the cell beside it that is filled in."""

    label: str = key("What is to be filled in")
    kind: Purpose = key("What it is filled in with: a cell of that purpose has room for it", default="text")
    value: str = key("What stands there already, such as `{{ customer_party.name }}`", default="")
    choices: tuple[str, ...] = key("What is ticked there, one box each", default=())
    unit: str = key("Unit behind a number", default="")
    lines: int = key("Least height, in lines of writing", default=1)
    across: int = key("How many pairs of label and field it takes the place of", default=1, name="span")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """An empty grid with heads: rows for what comes up, one after another."""

    heads: tuple[str, ...] = key("Heads of its columns")
    rows: int = key("How many rows it has; none are needed where `given` names them", default=0)
    first: Literal["", "numbers"] = key("What its first column has printed: the numbers of the rows", default="")
    given: tuple[tuple[str, ...], ...] = key(
        "What stands in its rows already, from the first column that is not numbered", default=()
    )
    widths: tuple[int, ...] = key("Shares of the columns' widths; they follow the heads if there are none", default=())
    lines: int = key("Least height of a row, in lines of writing", default=1)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Statements to be rated, each with a box for every mark; no box is ever filled in beforehand."""

    from_: int = key("The lowest mark", name="from")
    to: int = key("The highest mark")
    items: tuple[str, ...] = key("The statements; they are numbered through the form")
    head: str = key("Head over the statements", default="评价内容")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One part of a form: exactly one of its keys says what it is."""

    fields: tuple[Field, ...] = key("Labels and fields, side by side as far as the columns reach", default=())
    section: str = key("A heading over all columns, for the rows below it", default="")
    text: str = key("A sentence over all columns", default="")
    table: Ruled | None = key("An empty grid with heads", default=None)
    scale: Scale | None = key("Statements to be rated", default=None)
    sign: tuple[str, ...] = key("Who signs and dates, a row each", default=())
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form."""

    id: str = key("Name of the form, and of the document kind that prints it; the same as its file")
    title: str = key("Title as printed")
    code: str = key("Number of the form in the company's own list, such as FW-03", default="")
    case: str = key(
        "What its running number is called, such as 工单编号: linked forms call it the same; none if empty", default=""
    )
    words: Mapping[str, str] = key(
        "What it calls the parties where it is a document of its own; elsewhere the document's words hold", factory=dict
    )
    columns: int = key("Columns of label and field together: 2, 4 or 6")
    rows: tuple[FormRow, ...] = key("What it has, from top to bottom")
    note: str = key("How it is filled in, who keeps it and how long: printed below it", default="")
    span: Span | None = None
    hash: str = field(default="", compare=False)
    """SHA-256 of the file's text."""


MARKS = 10
"""So many marks a scale has at most; more boxes leave a statement no room."""
LINES = 40
"""So many lines a field has at most: a page."""


def texts_of(form: Form) -> Iterator[str]:
    """Every text of a form that can have holes, in the order of printing."""
    for row in form.rows:
        yield from (row.section, row.text, *row.sign)
        for one in row.fields:
            yield from (one.label, one.value, *one.choices, one.unit)
        if row.table:
            yield from row.table.heads
            yield from (cell for given in row.table.given for cell in given)
        if row.scale:
            yield from (row.scale.head, *row.scale.items)
    yield from (form.case, form.note)

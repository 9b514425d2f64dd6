"""The JSON Schema of the register as JSON, for those who read it by a program of their own."""

from __future__ import annotations

from typing import Any, get_args

from gen.message import M, Message, say
from gen.model.law import Surety
from gen.obligations.json import VERSION
from gen.obligations.record import DOUBTS, Form

Schema = dict[str, Any]


def register_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the register, its descriptions in the language spoken."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bidgen obligations",
        **_object(
            version=_said({"const": VERSION}, M("Changes when a field changes its meaning or goes")),
            bid=_text(M("Id of the bid")),
            project=_text(M("Name of the project as the tender writes it")),
            customer=_text(M("Full name of the customer")),
            start=_day(M("The day on which the contract is signed")),
            until=_maybe(_DAY, M("No later occurrence is listed; null for all")),
            obligations=_list("obligation", M("Every promise of the bid once, by id")),
            missing=_list("missing", M("Days that nobody has given, and where to write them")),
        ),
        "$defs": {
            "words": _object(zh=_text(M("In Chinese")), en=_text(M("In English"))),
            "place": _object(**_position()),
            "obligation": _obligation(),
            "proof": _object(
                zh=_text(M("In Chinese")),
                en=_text(M("In English")),
                source=_text(M("Where it is from")),
                confidence=_said({"enum": list(get_args(Surety))}, M("How sure that is")),
            ),
            "printed": _object(
                document=_text(M("Document kind")),
                title=_text(M("Title of the document")),
                section=_text(M("Number and title of the section")),
                page=_number(M("Page as Word will count it, by our estimate; 0 before the body"), 0),
            ),
            "occurrence": _object(
                number=_number(M("Which of them it is, counted from 1"), 1),
                name=_words(M("What it is called")),
                due=_maybe(_DAY, M("The last day; null where what must come first has no day")),
                begins=_maybe(_DAY, M("The first day of its period")),
                ends=_maybe(_DAY, M("The last day of its period, which may be a day off")),
                after=_maybe({"$ref": "#/$defs/words"}, M("What must come first, where it has no day")),
                doubts=_said({"type": "array", "items": {"enum": list(DOUBTS)}}, M("What to know of the day")),
            ),
            "missing": _object(
                name=_words(M("What is missing")),
                write=_text(M("What to write")),
                at=_said({"$ref": "#/$defs/place"}, M("Where to write it")),
                needed_by=_texts(M("The obligations that wait for it, by id")),
            ),
        },
    }


def _obligation() -> Schema:
    return _object(
        id=_text(M("Clause, kind of promise and row; the same as long as the clause promises it")),
        form=_said(
            {"enum": list(get_args(Form))},
            M("How it is kept: on days, within a time limit, throughout, or on days that cannot be told yet"),
        ),
        dimension=_text(M("What kind of promise it is, as the vocabulary names it")),
        label=_words(M("The name of its kind")),
        comparator=_said({"enum": ["at_most", "at_least", "is"]}, M("How the value bounds what is owed")),
        value=_text(M("The value as it is printed")),
        requirement=_words(M("What is owed, in words")),
        scope=_said(
            {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
            M("Where it holds: axis to values; an axis that is not named means all of it"),
        ),
        scope_words=_words(M("Where it holds, in words")),
        obligor=_said({"enum": ["provider", "customer", "both"]}, M("Who owes it")),
        obligor_name=_text(M("The name of who owes it")),
        obligee_name=_text(M("To whom it is owed")),
        place=_text(M("Lot and site; may be empty")),
        fee=_text(M("How it is paid, as the vocabulary names it; may be empty")),
        fee_words=_words(M("How it is paid, in words")),
        event=_text(M("The event from which its time runs, as the vocabulary names it; may be empty")),
        occasion=_maybe({"$ref": "#/$defs/words"}, M("What starts its time, or must come first")),
        window=_text(M("The service window in which one may call on it; may be empty")),
        begins=_maybe(_DAY, M("The day of the event from which it holds; that day itself is not counted")),
        ends=_maybe(_DAY, M("The last day on which it holds")),
        proof=_said({"$ref": "#/$defs/proof"}, M("The record that shows it was kept")),
        clause=_text(M("Id of the clause")),
        clause_title=_text(M("Title of the clause")),
        declared=_said({"$ref": "#/$defs/place"}, M("Where the clause declares it")),
        value_set=_said({"$ref": "#/$defs/place"}, M("Where its value is written")),
        printed=_list("printed", M("Where the documents say it")),
        occurrences=_list("occurrence", M("Each time that it is due")),
    )


_DAY: Schema = {"type": "string", "format": "date"}


def _position() -> dict[str, Schema]:
    return {
        "path": _text(M("Path of the file from the root of the workspace, with forward slashes")),
        "line": _number(M("First line, counted from 1"), 1),
        "column": _number(M("First column, counted from 1 in Unicode characters"), 1),
        "end_line": _number(M("Last line"), 1),
        "end_column": _number(M("The column behind the last one"), 1),
    }


def _object(**properties: Schema) -> Schema:
    """An object with all these fields; a later version may have more."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(name: str, description: Message) -> Schema:
    return _said({"type": "array", "items": {"$ref": f"#/$defs/{name}"}}, description)


def _texts(description: Message) -> Schema:
    return _said({"type": "array", "items": {"type": "string"}}, description)


def _text(description: Message) -> Schema:
    return _said({"type": "string"}, description)


def _words(description: Message) -> Schema:
    return _said({"$ref": "#/$defs/words"}, description)


def _day(description: Message) -> Schema:
    return _said(_DAY, description)


def _number(description: Message, least: int) -> Schema:
    return _said({"type": "integer", "minimum": least}, description)


def _maybe(schema: Schema, description: Message) -> Schema:
    return _said({"oneOf": [schema, {"type": "null"}]}, description)


def _said(schema: Schema, description: Message) -> Schema:
    return {**schema, "description": say(description)}

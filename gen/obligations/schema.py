"""The JSON Schema of the register as JSON, for those who read it by a program of their own."""

from __future__ import annotations

from typing import get_args

from gen.message import M, Message
from gen.model.law import Surety
from gen.obligations.json import VERSION
from gen.obligations.record import DOUBTS, Form
from gen.report.shape import Schema, described, fields, listed, number, position, text, texts


def register_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the register, its descriptions in the language spoken."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bidgen obligations",
        **fields(
            version=described({"const": VERSION}, M("Changes when a field changes its meaning or goes")),
            bid=text(M("Id of the bid")),
            project=text(M("Name of the project as the tender writes it")),
            customer=text(M("Full name of the customer")),
            start=_day(M("The day on which the contract is signed")),
            until=_maybe(_DAY, M("No later occurrence is listed; null for all")),
            obligations=listed("obligation", M("Every promise of the bid once, by id")),
            missing=listed("missing", M("Days that nobody has given, and where to write them")),
        ),
        "$defs": {
            "words": fields(zh=text(M("In Chinese")), en=text(M("In English"))),
            "place": fields(**position()),
            "obligation": _obligation(),
            "proof": fields(
                zh=text(M("In Chinese")),
                en=text(M("In English")),
                source=text(M("Where it is from")),
                confidence=described({"enum": list(get_args(Surety))}, M("How sure that is")),
            ),
            "printed": fields(
                document=text(M("Document kind")),
                title=text(M("Title of the document")),
                section=text(M("Number and title of the section")),
                page=number(M("Page as Word will count it, by our estimate; 0 before the body"), 0),
            ),
            "occurrence": fields(
                number=number(M("Which of them it is, counted from 1")),
                name=_words(M("What it is called")),
                due=_maybe(_DAY, M("The last day; null where what must come first has no day")),
                begins=_maybe(_DAY, M("The first day of its period")),
                ends=_maybe(_DAY, M("The last day of its period, which may be a day off")),
                after=_maybe({"$ref": "#/$defs/words"}, M("What must come first, where it has no day")),
                doubts=described({"type": "array", "items": {"enum": list(DOUBTS)}}, M("What to know of the day")),
            ),
            "missing": fields(
                name=_words(M("What is missing")),
                write=text(M("What to write")),
                at=described({"$ref": "#/$defs/place"}, M("Where to write it")),
                needed_by=texts(M("The obligations that wait for it, by id")),
            ),
        },
    }


def _obligation() -> Schema:
    return fields(
        id=text(M("Clause, kind of promise and row; the same as long as the clause promises it")),
        form=described(
            {"enum": list(get_args(Form))},
            M("How it is kept: on days, within a time limit, throughout, or on days that cannot be told yet"),
        ),
        dimension=text(M("What kind of promise it is, as the vocabulary names it")),
        label=_words(M("The name of its kind")),
        comparator=described({"enum": ["at_most", "at_least", "is"]}, M("How the value bounds what is owed")),
        value=text(M("The value as it is printed")),
        requirement=_words(M("What is owed, in words")),
        scope=described(
            {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
            M("Where it holds: axis to values; an axis that is not named means all of it"),
        ),
        scope_words=_words(M("Where it holds, in words")),
        obligor=described({"enum": ["provider", "customer", "both"]}, M("Who owes it")),
        obligor_name=text(M("The name of who owes it")),
        obligee_name=text(M("To whom it is owed")),
        place=text(M("Lot and site; may be empty")),
        fee=text(M("How it is paid, as the vocabulary names it; may be empty")),
        fee_words=_words(M("How it is paid, in words")),
        event=text(M("The event from which its time runs, as the vocabulary names it; may be empty")),
        occasion=_maybe({"$ref": "#/$defs/words"}, M("What starts its time, or must come first")),
        window=text(M("The service window in which one may call on it; may be empty")),
        begins=_maybe(_DAY, M("The day of the event from which it holds; the vocabulary says whether it counts")),
        ends=_maybe(_DAY, M("The last day on which it holds")),
        proof=described({"$ref": "#/$defs/proof"}, M("The record that shows it was kept")),
        clause=text(M("Id of the clause")),
        clause_title=text(M("Title of the clause")),
        declared=described({"$ref": "#/$defs/place"}, M("Where the clause declares it")),
        value_set=described({"$ref": "#/$defs/place"}, M("Where its value is written")),
        printed=listed("printed", M("Where the documents say it")),
        occurrences=listed("occurrence", M("Each time that it is due")),
    )


_DAY: Schema = {"type": "string", "format": "date"}


def _words(description: Message) -> Schema:
    return described({"$ref": "#/$defs/words"}, description)


def _day(description: Message) -> Schema:
    return described(_DAY, description)


def _maybe(schema: Schema, description: Message) -> Schema:
    return described({"oneOf": [schema, {"type": "null"}]}, description)

"""The JSON Schema of the JSON report, for those who read it by a program of their own."""

from __future__ import annotations

from typing import Any

from gen.message import M, Message, say
from gen.report.json import VERSION
from gen.rule import Confidence, Severity

Schema = dict[str, Any]


def report_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the report, its descriptions in the language spoken."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bidgen findings",
        **_object(
            version=_described({"const": VERSION}, M("Changes when a field changes its meaning or goes")),
            findings=_list("finding", M("All findings, worst first, with those that somebody has accepted")),
        ),
        "$defs": {
            "finding": _finding(),
            "place": _object(**_position(), text=_text(M("What is to be said about this place; may be empty"))),
            "fix": _object(
                message=_text(M("What the fix does")),
                edits=_list("edit", M("Values to be set in the bid, all of them")),
            ),
            "edit": _object(
                path=_text(M("The parameter with its row and column, as `bidgen explain` names it")),
                value=_text(M("The value, as one writes it in project.yaml")),
            ),
            "acceptance": _object(
                reason=_text(M("Why it may stand")),
                by=_text(M("Who says so; may be empty")),
                until=_text(M("The last day on which it may stand, as YYYY-MM-DD; empty for good")),
                **_position(),
            ),
        },
    }


def _finding() -> Schema:
    return _object(
        rule=_described({"type": "string", "pattern": r"^[A-Z]\d{3}$"}, M("Id of the rule")),
        name=_text(M("Name of the rule")),
        severity=_one_of(Severity, M("How much it hinders")),
        confidence=_one_of(Confidence, M("How sure it is, apart from how much it hinders")),
        bid=_described({"type": ["string", "null"]}, M("Id of the bid that it is about; null for the library")),
        message=_text(M("What is wrong, in one sentence")),
        places=_list("place", M("All sides, the primary one first; empty where no file is at fault")),
        notes=_texts(M("Facts: a concrete case, both values in one unit")),
        fixes=_list("fix", M("Edits that were seen to mend it, cheapest first")),
        helps=_texts(M("Advice on how to mend it, cheapest first")),
        fingerprint=_described(
            {"type": "string", "pattern": "^[0-9a-f]{12}$"}, M("Stays the same when lines move or words change")
        ),
        accepted=_described(
            {"oneOf": [{"$ref": "#/$defs/acceptance"}, {"type": "null"}]},
            M("Why somebody lets it stand; null where nobody does"),
        ),
    )


def _position() -> dict[str, Schema]:
    return {
        "path": _text(M("Path of the file from the root of the workspace, with forward slashes")),
        "line": _number(M("First line, counted from 1")),
        "column": _number(M("First column, counted from 1 in Unicode characters")),
        "end_line": _number(M("Last line")),
        "end_column": _number(M("The column behind the last one")),
    }


def _object(**properties: Schema) -> Schema:
    """An object with all these fields; a later version may have more."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(name: str, description: Message) -> Schema:
    return _described({"type": "array", "items": {"$ref": f"#/$defs/{name}"}}, description)


def _one_of(names: type[Severity | Confidence], description: Message) -> Schema:
    return _described({"enum": [str(name) for name in names]}, description)


def _texts(description: Message) -> Schema:
    return _described({"type": "array", "items": {"type": "string"}}, description)


def _text(description: Message) -> Schema:
    return _described({"type": "string"}, description)


def _number(description: Message) -> Schema:
    return _described({"type": "integer", "minimum": 1}, description)


def _described(schema: Schema, description: Message) -> Schema:
    return {**schema, "description": say(description)}

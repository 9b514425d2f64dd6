"""The JSON Schema of the JSON report, for those who read it by a program of their own."""

from __future__ import annotations

from gen.message import M, Message
from gen.report.json import VERSION
from gen.report.shape import Schema, described, fields, listed, position, text, texts
from gen.rule import Confidence, Severity


def report_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of the report, its descriptions in the language spoken."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bidgen findings",
        **fields(
            version=described({"const": VERSION}, M("Changes when a field changes its meaning or goes")),
            findings=listed("finding", M("All findings, worst first, with those that somebody has accepted")),
        ),
        "$defs": {
            "finding": _finding(),
            "place": fields(**position(), text=text(M("What is to be said about this place; may be empty"))),
            "fix": fields(
                message=text(M("What the fix does")),
                edits=listed("edit", M("Values to be set in the bid, all of them")),
            ),
            "edit": fields(
                path=text(M("The parameter with its row and column, as `bidgen explain` names it")),
                value=text(M("The value, as one writes it in project.yaml")),
            ),
            "acceptance": fields(
                reason=text(M("Why it may stand")),
                by=text(M("Who says so; may be empty")),
                until=text(M("The last day on which it may stand, as YYYY-MM-DD; empty for good")),
                **position(),
            ),
        },
    }


def _finding() -> Schema:
    return fields(
        rule=described({"type": "string", "pattern": r"^[A-Z]\d{3}$"}, M("Id of the rule")),
        name=text(M("Name of the rule")),
        severity=_one_of(Severity, M("How much it hinders")),
        confidence=_one_of(Confidence, M("How sure it is, apart from how much it hinders")),
        bid=described({"type": ["string", "null"]}, M("Id of the bid that it is about; null for the library")),
        message=text(M("What is wrong, in one sentence")),
        places=listed("place", M("All sides, the primary one first; empty where no file is at fault")),
        notes=texts(M("Facts: a concrete case, both values in one unit")),
        fixes=listed("fix", M("Edits that were seen to mend it, cheapest first")),
        helps=texts(M("Advice on how to mend it, cheapest first")),
        fingerprint=described(
            {"type": "string", "pattern": "^[0-9a-f]{12}$"}, M("Stays the same when lines move or words change")
        ),
        accepted=described(
            {"oneOf": [{"$ref": "#/$defs/acceptance"}, {"type": "null"}]},
            M("Why somebody lets it stand; null where nobody does"),
        ),
    )


def _one_of(names: type[Severity | Confidence], description: Message) -> Schema:
    return described({"enum": [str(name) for name in names]}, description)

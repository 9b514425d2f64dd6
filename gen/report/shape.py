"""The pieces of the JSON Schemas that say what is printed as JSON, each with its description in the language spoken."""

from __future__ import annotations

from typing import Any

from gen.message import M, Message, say

Schema = dict[str, Any]


def fields(**properties: Schema) -> Schema:
    """An object with all these fields; a later version may have more."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def position() -> dict[str, Schema]:
    """The fields of a place in a file, as `gen.report.json.position` fills them in."""
    return {
        "path": text(M("Path of the file from the root of the workspace, with forward slashes")),
        "line": number(M("First line, counted from 1")),
        "column": number(M("First column, counted from 1 in Unicode characters")),
        "end_line": number(M("Last line")),
        "end_column": number(M("The column behind the last one")),
    }


def listed(name: str, description: Message) -> Schema:
    """A list of what `$defs` has under a name."""
    return described({"type": "array", "items": {"$ref": f"#/$defs/{name}"}}, description)


def texts(description: Message) -> Schema:
    """A list of texts."""
    return described({"type": "array", "items": {"type": "string"}}, description)


def text(description: Message) -> Schema:
    """A text."""
    return described({"type": "string"}, description)


def number(description: Message, least: int = 1) -> Schema:
    """A whole number."""
    return described({"type": "integer", "minimum": least}, description)


def described(schema: Schema, description: Message) -> Schema:
    """Anything, with what it means."""
    return {**schema, "description": say(description)}

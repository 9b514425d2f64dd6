"""JSON Schemas of all file kinds, made from the same declarations that reading uses.

Editors with a YAML language server complete keys and mark mistakes by them.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, Union

from gen.decode.record import keys
from gen.message import translate
from gen.model.acceptance import Accepted, Known
from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.form import Form
from gen.model.law import LawAdditions
from gen.model.outline import Outline
from gen.model.record import Colour, DateText, DurationText, Length, Tree
from gen.model.theme import Theme
from gen.model.vocabulary import VocabularyAdditions

FILE_KINDS: dict[str, Any] = {
    "clause": Clause,
    "profile": Profile,
    "company": Company,
    "vocabulary": VocabularyAdditions,
    "laws": LawAdditions,
    "project": Bid,
    "outline": Outline,
    "form": Form,
    "theme": Theme,
    "accepted": tuple[Accepted, ...],
    "baseline": tuple[Known, ...],
}
"""The kinds of file that there are, and the record, or the list of records, each is decoded to."""


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file kind, its descriptions in the language spoken."""
    definitions: dict[str, Any] = {}
    root = _file(FILE_KINDS[kind], definitions)
    if kind == "theme":  # it may leave to another theme whatever its `based_on` names it for
        for shape in definitions.values():
            shape["required"] = []
        root["required"] = ["id", "title"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"bidgen {kind}",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _file(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    return _record(hint, definitions) if is_dataclass(hint) else _type(hint, definitions)


def _record(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {key.name: {**_type(key.hint, definitions), "description": translate(key.doc)} for key in keys(cls)}
    required = [key.name for key in keys(cls) if key.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required}


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint == Tree:
        return {}
    if hint is str:
        return {"type": ["string", "number", "boolean"]}
    if hint is bool:
        return {"enum": [True, False, "是", "否"]}
    if hint is int:
        return {"type": "integer", "minimum": 0}
    if hint is DateText:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    if hint is Colour:
        return {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"}
    if hint is DurationText or hint is Length:
        return {"type": "string"}
    if is_dataclass(hint):
        cls = typing.cast("type[Any]", hint)
        if cls.__name__ not in definitions:
            definitions[cls.__name__] = {}
            definitions[cls.__name__] = _record(cls, definitions)
        return {"$ref": f"#/$defs/{cls.__name__}"}
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin in {Union, types.UnionType}:
        inner = [argument for argument in arguments if argument is not type(None)]
        return _type(inner[0] if len(inner) == 1 else Union[tuple(inner)], definitions)  # noqa: UP007
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _type(arguments[1], definitions)}
    raise TypeError(f"no schema for {hint}")

"""Turn a tree of nodes into a record, by the record's own declaration.

Comes in: a node and a dataclass whose fields are declared with `model.record.key`. Goes out: the record, and a finding
for everything that does not fit. A record is whole or it is not there: with a part left out it would say something
else, and what follows from that would be found as well. Texts stay `Scalar`s, so every value of a record still knows
where it stands.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, Union

from gen import yamltree
from gen.decode.simple import BAD, SIMPLE, Decoder, literal, nearest, wrong
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.stage_rules import s106_unknown_key, s107_missing_key
from gen.yamltree import Node, Sequence

Record = TypeVar("Record")


def decode(cls: type[Record], node: Node) -> tuple[Record | None, tuple[Finding, ...]]:
    """Decode one record of class `cls` from a node."""
    findings: list[Finding] = []
    value = decoder(typing.cast("Hashable", cls))(node, findings)
    return (None if value is BAD else value), tuple(findings)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: how YAML writes it, the field it fills, and how its value is decoded."""

    name: str
    field: str
    doc: str
    required: bool
    hint: Any


def keys(cls: type[Any]) -> tuple[Key, ...]:
    """The keys that a record class declares."""
    return _keys(typing.cast("Hashable", cls))


@cache
def _keys(cls: Any) -> tuple[Key, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(
        Key(f.metadata["key"] or f.name, f.name, f.metadata["doc"], _required(f), hints[f.name])
        for f in fields(cls)
        if "doc" in f.metadata
    )


@cache
def decoder(hint: Any) -> Decoder:
    """The decoder of a type hint."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if is_dataclass(hint):
        return _record(typing.cast("type[Any]", hint))
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return literal(arguments)
    if origin is tuple:
        return _list(decoder(arguments[0]))
    if origin in {Mapping, dict} or origin is typing.get_origin(Mapping[str, str]):
        return _mapping(decoder(arguments[1]))
    if origin in {Union, types.UnionType} and arguments[-1] is type(None):
        inner = arguments[:-1]
        return decoder(inner[0] if len(inner) == 1 else Union[inner])  # noqa: UP007 - built at run time
    raise TypeError(f"no decoder for {hint}")


def _required(f: Field[Any]) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


def _record(cls: type[Any]) -> Decoder:
    known = {key.name: (key, decoder(key.hint)) for key in keys(cls)}
    required = [key for key in keys(cls) if key.required]
    has_span = any(f.name == "span" for f in fields(cls))

    def decode_record(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, yamltree.Mapping):
            return wrong(node, M("a mapping of keys is expected here"), findings)
        values: dict[str, Any] = {}
        complete = True
        meant: set[str] = set()
        for name, child in node.entries.items():
            if name not in known:
                missing = [n for n in known if n not in node.entries]
                findings.append(
                    found(
                        s106_unknown_key.RULE,
                        M("`{key}` is not known here", key=name),
                        name.span,
                        helps=nearest(name, missing),
                    )
                )
                meant.update(get_close_matches(name, missing, 1, 0.6))
                continue
            key, decode_value = known[name]
            before = len(findings)
            value = decode_value(child, findings)
            if value is BAD and not isinstance(child, yamltree.Scalar):
                helps = (M("`{key}`: {doc}", key=key.name, doc=Message(key.doc)),)
                for at, one in enumerate(findings[before:], before):
                    if one.labels[0].span == child.span and not one.helps:
                        findings[at] = replace(one, helps=helps)  # what is expected, for it has another shape
            if key.required and value == "":
                value = wrong(child, M("a value is missing here"), findings)
            if value is not BAD:
                values[key.field] = value
            else:
                complete = False
        for key in required:
            if key.name not in node.entries and key.name not in meant:
                complete = False
                first = next(iter(node.entries), None)
                findings.append(
                    found(
                        s107_missing_key.RULE,
                        M("`{key}` is missing", key=key.name),
                        Label(first.span if first is not None else node.span, M("this record needs it")),
                        helps=[M("`{key}`: {doc}", key=key.name, doc=Message(key.doc))],
                        key=(node.span.source.path, first or "", key.name),
                    )
                )
        if meant or not complete:
            return BAD
        if has_span:
            values["span"] = node.span
        return cls(**values)

    return decode_record


def _list(decode_item: Decoder) -> Decoder:
    def decode_list(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, Sequence):
            return wrong(node, M("a list is expected here"), findings)
        items = tuple(decode_item(child, findings) for child in node.items)
        return BAD if any(item is BAD for item in items) else items

    return decode_list


def _mapping(decode_value: Decoder) -> Decoder:
    def decode_mapping(node: Node, findings: list[Finding]) -> Any:
        if not isinstance(node, yamltree.Mapping):
            return wrong(node, M("a mapping of keys is expected here"), findings)
        values = {name: decode_value(child, findings) for name, child in node.entries.items()}
        return BAD if any(value is BAD for value in values.values()) else values

    return decode_mapping

"""What a record's declaration says of the nodes that it is decoded from: order of keys, and the shape of each value."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any, NewType, Union

from gen import yamltree
from gen.decode.record import keys
from gen.model.clause import Clause
from gen.yamltree import Node, Scalar

Markdown = NewType("Markdown", str)
"""A wording: Markdown, in which a line end inside a paragraph prints nothing."""

_WORDINGS: dict[str, Any] = {"text": Markdown, "variants": Mapping[str, Markdown]}
"""The fields of a clause that hold wordings."""


def ordered(node: yamltree.Mapping, shape: Any) -> list[tuple[Scalar, Node]]:
    """The entries of a mapping: those of a record in the order declared, all others as they were written."""
    entries = list(node.entries.items())
    if free(shape):
        return entries
    rank = {key.name: number for number, key in enumerate(keys(_bare(shape)))}
    return sorted(entries, key=lambda entry: rank.get(entry[0], len(rank)))


def of_value(shape: Any, name: str) -> Any:
    """The shape of the value of a mapping's key; none where nothing is declared."""
    shape = _bare(shape)
    if is_dataclass(shape):
        declared = next((key.hint for key in keys(typing.cast("type[Any]", shape)) if key.name == name), None)
        return _WORDINGS.get(name, declared) if shape is Clause else declared
    origin, arguments = typing.get_origin(shape), typing.get_args(shape)
    return arguments[1] if origin is Mapping else None


def of_item(shape: Any) -> Any:
    """The shape of the items of a sequence; none where nothing is declared."""
    shape = _bare(shape)
    return typing.get_args(shape)[0] if typing.get_origin(shape) is tuple else None


def free(shape: Any) -> bool:
    """Whether a mapping of this shape is no record, so that the order of its keys may say something."""
    return not is_dataclass(_bare(shape))


def _bare(shape: Any) -> Any:
    """A shape without `| None`."""
    if typing.get_origin(shape) in {Union, types.UnionType}:
        rest = [argument for argument in typing.get_args(shape) if argument is not type(None)]
        return rest[0] if len(rest) == 1 else shape
    return shape

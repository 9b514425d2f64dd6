"""Whether two trees say the same: keys of a record in any order, wordings with their lines broken anywhere."""

from __future__ import annotations

from typing import Any

from gen.fmt.sentences import meaning
from gen.fmt.shape import Markdown, free, of_item, of_value
from gen.yamltree import Mapping, Node, Scalar, Sequence


def same(one: Node, other: Node, shape: Any) -> bool:
    """Whether two nodes of one shape say the same."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return str(one) == str(other) or (shape is Markdown and meaning(one) == meaning(other))
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        item = of_item(shape)
        return len(one.items) == len(other.items) and all(
            same(a, b, item) for a, b in zip(one.items, other.items, strict=True)
        )
    if not isinstance(one, Mapping) or not isinstance(other, Mapping) or set(one.entries) != set(other.entries):
        return False
    if free(shape) and list(one.entries) != list(other.entries):
        return False
    return all(same(value, other.entries[key], of_value(shape, key)) for key, value in one.entries.items())

"""How a record says what its keys are, so that reading, JSON Schema and editor help come from one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, field
from typing import Any, NewType

from gen.yamltree import Mapping, Scalar, Sequence

Tree = Scalar | Mapping | Sequence
"""A value whose type depends on another key, kept as it was read until that is known."""

DateText = NewType("DateText", str)
"""A date as written, checked to be one: `2026-12-08`."""

DurationText = NewType("DurationText", str)
"""A length of time as written, checked to be one: `40分钟`, `1个工作日`, `3年`."""

Colour = NewType("Colour", str)
"""A colour as six hex digits: `E7ECF2`."""

Length = NewType("Length", int)
"""A length in twips, written as `26mm`, `12pt`, `1.5cm` or a Chinese type size such as `小四`."""


def key(doc: str, *, default: Any = MISSING, factory: Callable[[], Any] | Any = MISSING, name: str = "") -> Any:
    """Declare a dataclass field that is a key of a YAML mapping.

    `doc` is the sentence that editors and the JSON Schema show; `name` the key where it is no Python name (`from`).
    """
    metadata = {"doc": doc, "key": name}
    if factory is not MISSING:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)

"""The words that promises are made of: dimensions, scope axes, events, fees. Built in, and added to by a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.model.record import key
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A named thing in both languages."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")


@dataclass(frozen=True, slots=True)
class AxisValue:
    """One value of a scope axis."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    aliases: tuple[str, ...] = key("Other names for it", default=())
    days: int = key("Of a window: days a week, from Monday", default=0)
    hours: int = key("Of a window: hours a day", default=0)
    opens: str = key("Of a window: when it opens, HH:MM", default="")


@dataclass(frozen=True, slots=True)
class Axis:
    """A finite scope axis; a promise that does not state it means all of it."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    order: Literal["gravest_first", "best_first", "nearest_first", "none"] = key("What the order of the values means")
    values: Mapping[str, AxisValue] = key("Values in order")
    open: bool = key("Whether the bid names the values (lots, documents)", default=False)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A kind of promise."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    type: Literal["duration", "count", "percent", "frequency", "money", "date", "enum", "text", "window"] = key(
        "Type of its value"
    )
    better: Literal["less", "more", "later", "earlier", "listed", "none"] = key(
        "Which value is stronger for the customer"
    )
    step: int = key("Place in the order in which the deadlines of one fault must expire; 0 for none", default=0)
    values: Mapping[str, Word] = key("Values of an enumeration, weakest first", factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The built-in vocabulary."""

    axes: Mapping[str, Axis] = key("Scope axes")
    dimensions: Mapping[str, Dimension] = key("Kinds of promise")
    events: Mapping[str, Word] = key("What starts or stops a clock")
    fees: Mapping[str, Word] = key("How a service is paid")
    modalities: Mapping[str, Word] = key("How binding a promise is")
    roles: Mapping[str, str] = key("Who may approve values beyond a guardrail", factory=dict)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class VocabularyAdditions:
    """What a workspace adds: clauses/vocabulary.yaml."""

    roles: Mapping[str, str] = key("Who may approve values beyond a guardrail", factory=dict)
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = key("Axis, value, other names for it", factory=dict)
    dimensions: Mapping[str, Dimension] = key("Further kinds of promise", factory=dict)
    span: Span | None = None

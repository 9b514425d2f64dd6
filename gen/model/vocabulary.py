"""The words that promises are made of: dimensions, scope axes, events, fees. Built in, and added to by a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gen.message import Named
from gen.model.record import key
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A named thing in both languages."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens at a moment."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    before: tuple[str, ...] = key("Events that cannot come before it", default=())
    counted: bool = key("Whether a term that runs from it counts its day: it comes when the day begins", default=False)

    @property
    def named(self) -> Named:
        """Its name in both languages, as a message takes it."""
        return Named(self.label, self.en)


@dataclass(frozen=True, slots=True)
class AxisValue:
    """One value of a scope axis."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    aliases: tuple[str, ...] = key("Other names for it", default=())
    days: int = key("Of a window: days a week, from Monday", default=0)
    hours: int = key("Of a window: hours a day", default=0)
    opens: str = key("Of a window: when it opens, HH:MM", default="")


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """A finite scope axis; a promise that does not state it means all of it."""

    label: str = key("Chinese name, as printed")
    en: str = key("English name")
    order: Literal["gravest_first", "best_first", "nearest_first", "none"] = key("What the order of the values means")
    values: Mapping[str, AxisValue] = key("Values in order")
    open: bool = key("Whether the bid names the values (lots, documents)", default=False)

    def value(self, name: str) -> str | None:
        """The value that a name stands for: its key, its label or one of its aliases; none where it names none.

        An open axis has whatever values are named.
        """
        return name if self.open else _names(self).get(name)


@lru_cache(maxsize=256)
def _names(axis: Axis) -> Mapping[str, str]:
    """Every name of every value of an axis."""
    names: dict[str, str] = {}
    for value, spec in axis.values.items():
        names |= dict.fromkeys((str(value), spec.label, *map(str, spec.aliases)), str(value))
    return names


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
    before: tuple[str, ...] = key("Kinds of promise whose deadline must not end before this one's", default=())
    ends: str = key("The event with which its deadline ends", default="")
    service: str = key("The service it is about: a value of the axis `service`", default="")
    values: Mapping[str, Word] = key("Values of an enumeration, weakest first", factory=dict)

    @property
    def named(self) -> Named:
        """Its name in both languages, as a message takes it."""
        return Named(self.label, self.en)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The built-in vocabulary, with what a workspace adds; itself only, so that its orders can be looked up."""

    axes: Mapping[str, Axis] = key("Scope axes")
    dimensions: Mapping[str, Dimension] = key("Kinds of promise")
    events: Mapping[str, Event] = key("What starts or stops a clock")
    fees: Mapping[str, Word] = key("How a service is paid")
    modalities: Mapping[str, Word] = key("How binding a promise is")
    roles: Mapping[str, str] = key("Who may approve values beyond a guardrail", factory=dict)
    span: Span | None = None

    def behind(self, dimension: str) -> frozenset[str]:
        """The kinds of promise whose deadline must not end before that of this one, however far behind it."""
        return _dimensions_behind(self, dimension)

    def counts(self, event: str) -> bool:
        """Whether a term that runs from an event counts the day of the event."""
        return event in self.events and self.events[event].counted

    def after(self, event: str) -> frozenset[str]:
        """The events that cannot come before this one."""
        return _behind(event, self.events)


@lru_cache(maxsize=4096)
def _dimensions_behind(vocabulary: Vocabulary, dimension: str) -> frozenset[str]:
    return _behind(dimension, vocabulary.dimensions)


def _behind(name: str, nodes: Mapping[str, Dimension] | Mapping[str, Event]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        node = nodes.get(waiting.pop())
        new = set(node.before) - reached if node else set()
        reached |= new
        waiting += new
    return frozenset(map(str, reached))


@dataclass(frozen=True, slots=True)
class VocabularyAdditions:
    """What a workspace adds: clauses/vocabulary.yaml."""

    roles: Mapping[str, str] = key("Who may approve values beyond a guardrail", factory=dict)
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]] = key("Axis, value, other names for it", factory=dict)
    dimensions: Mapping[str, Dimension] = key("Further kinds of promise", factory=dict)
    events: Mapping[str, Event] = key("Further events", factory=dict)
    span: Span | None = None

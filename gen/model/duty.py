"""How promises are kept after the award: what proves it, and how their days are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gen.message import Named
from gen.model.law import Surety, Words
from gen.model.record import key
from gen.quantity import Frequency, read


@dataclass(frozen=True, slots=True)
class Proof:
    """A record by which a promise is shown to have been kept."""

    zh: str = key("In Chinese")
    en: str = key("In English")
    source: str = key("Where it is from")
    confidence: Surety = key("How sure that is: high (read in the law), medium (secondary text), low (unverified)")

    @property
    def named(self) -> Named:
        """In both languages."""
        return Named(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Duty:
    """How promises of one kind are kept."""

    proof: str = key("The record that proves it")
    due_by: str = key("The promise that says how long after each of its periods it is due", default="")
    follows: str = key("The promise each of whose occurrences starts its time", default="")
    every: str = key("The period at whose end it is due each time", default="")
    before: tuple[str, ...] = key("The promise or the events that it must precede", default=())
    ends_with: tuple[str, ...] = key("The event with which it ends", default=())
    term: bool = key("Whether it is a time in which something holds, so that it needs a beginning", default=False)
    instalments: bool = key("Whether its clause lists instalments", default=False)
    sessions: bool = key("Whether it counts things to be held", default=False)
    occasion: Words | None = key("When its time begins, where that is no event", default=None)

    @property
    def frequency(self) -> Frequency | None:
        """The period at whose end it is due."""
        quantity = read(self.every, "frequency") if self.every else None
        return quantity if isinstance(quantity, Frequency) else None


@dataclass(frozen=True, slots=True)
class Between:
    """The events between which something lies: of each the first whose day is known."""

    start: tuple[str, ...] = key("Events with which it begins", name="from")
    to: tuple[str, ...] = key("Events with which it ends")


@dataclass(frozen=True, slots=True)
class Duties:
    """All of them."""

    proofs: Mapping[str, Proof] = key("Records that prove a promise")
    shapes: Mapping[str, str] = key("The record of a kind of promise that is not listed, by how it is kept")
    phases: Mapping[str, Between] = key("The events between which each phase lies")
    contract: Between = key("The events between which a promise holds that names no phase")
    events: Mapping[str, str] = key("The promise whose occurrences end with an event")
    milestones: tuple[str, ...] = key("Events that come once, beside those in order")
    dimensions: Mapping[str, Duty] = key("Kinds of promise")

    def of(self, dimension: str) -> Duty:
        """How promises of a kind are kept; of a kind that is not listed nothing is known."""
        return self.dimensions.get(dimension, _PLAIN)

    def proof(self, dimension: str, shape: str) -> Proof:
        """The record of a kind of promise, or else of how it is kept."""
        name = self.of(dimension).proof or self.shapes.get(shape, self.shapes["scheduled"])
        return self.proofs[name]


_PLAIN = Duty("")

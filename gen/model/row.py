"""A row of the catalogue of contradictions."""

from __future__ import annotations

from dataclasses import dataclass

from gen.message import Named
from gen.model.record import key


@dataclass(frozen=True, slots=True)
class Words:
    """A phrase in both languages."""

    zh: str = key("In Chinese")
    en: str = key("In English")

    @property
    def named(self) -> Named:
        """The phrase as a message takes it."""
        return Named(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    title: Words = key("What is wrong")
    rules: tuple[str, ...] = key("Rules that decide it from data", default=())
    why: Words | None = key("Why no rule decides it, or not all of it", default=None)
    ask: Words | None = key("What to ask a person instead", default=None)
    when: tuple[str, ...] = key("Kinds of promise one of which must be made for the question to arise", default=())
    lacks: str = key("Data of bid or company whose absence raises the question", default="")

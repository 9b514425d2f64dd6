"""Laws and standards: what they are called, when they are in force, what took their place, and what they limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gen.message import Named
from gen.model.record import DateText, key
from gen.source import Span

Surety = Literal["high", "medium", "low"]
"""high: read in the law itself; medium: from a secondary text; low: from general knowledge, unverified."""


@dataclass(frozen=True, slots=True)
class Law:
    """One law or standard, in one edition."""

    source: str = key("Where its dates and successor are from")
    confidence: Surety = key("How sure that is: high (read in the law), medium (secondary text), low (unverified)")
    short: tuple[str, ...] = key("Other names by which texts cite it", default=())
    words: tuple[str, ...] = key("Names that name it without title marks as well, as in 按合同法", default=())
    not_after: tuple[str, ...] = key("Words before such a name that make it another one (劳动合同法)", default=())
    not_before: tuple[str, ...] = key("Words behind such a name that make it another one (合同法律关系)", default=())
    in_force_from: DateText = key("The first day on which it is in force", default=DateText(""))
    in_force_to: DateText = key("The last day on which it was in force", default=DateText(""))
    successor: str = key("The law or standard in its place", default="")
    no_law: bool = key("Whether no law bears this name", default=False)
    articles: int = key("How many articles it has", default=0)
    moved: Mapping[str, str] = key("Articles that have another number since the day `moved_on`", factory=dict)
    moved_on: DateText = key("The first day of a text with other numbers", default=DateText(""))
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class LawAdditions:
    """What a workspace adds: clauses/laws.yaml."""

    laws: Mapping[str, Law] = key("Full name of a law, or code and year of a standard (GB/T 28827.3-2012), to its data")
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages."""

    zh: str = key("In Chinese")
    en: str = key("In English")

    @property
    def named(self) -> Named:
        """To be put into a message."""
        return Named(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Applies:
    """When a limit binds; what is not named binds always."""

    customer: tuple[str, ...] = key("What the buyer is", default=())
    contract: tuple[str, ...] = key("What the contract is for", default=())
    equipment: tuple[str, ...] = key("Which equipment the promise must cover", default=())
    sme: bool | None = key("Whether the bidder is a small or medium enterprise", default=None)
    government: bool | None = key("Whether it is government procurement", default=None)
    cii: bool | None = key("Whether the customer runs critical infrastructure", default=None)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit that a law sets to one kind of promise."""

    rule: str = key("The rule that reports it")
    dimension: str = key("The kind of promise")
    source: str = key("Law and article")
    confidence: Surety = key("How sure it is")
    why: Words = key("What the law says")
    at_most: str = key("Upper limit", default="")
    at_least: str = key("Lower limit", default="")
    more_than: str = key("Lower limit that is not enough itself", default="")
    none_of: tuple[str, ...] = key("Values that the law does not let stand", default=())
    not_from: tuple[str, ...] = key("Events from which the deadline may not run", default=())
    not_if: str = key("Conditions that may not be set, as a pattern", default="")
    obligor: str = key("Whose promise it binds", default="")
    applies: Applies = key("When it binds", factory=Applies)
    in_force_from: DateText = key("First day in force", default=DateText(""))
    in_force_to: DateText = key("Last day in force", default=DateText(""))

    def in_force(self, day: str) -> bool:
        """Whether it binds a bid that is submitted on this day."""
        return self.in_force_from <= day and (not self.in_force_to or day <= self.in_force_to)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that the law does not let stand."""

    rule: str = key("The rule that reports it")
    pattern: str = key("What is looked for, within one sentence")
    severity: Literal["error", "warning", "hint"] = key("How much it hinders")
    source: str = key("Law and article")
    confidence: Surety = key("How sure it is")
    why: Words = key("What the law says")
    help: Words = key("What to write instead")
    unless: str = key("What makes it harmless, in the same sentence", default="")


@dataclass(frozen=True, slots=True)
class Element:
    """Something that a text must speak of."""

    zh: str = key("Its name in Chinese")
    en: str = key("Its name in English")
    pattern: str = key("The words by which a text speaks of it")
    source: str = key("Law and article")
    government: bool = key("Whether only government procurement demands it", default=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that come with bidgen."""

    limits: Mapping[str, Limit] = key("Limits by their name")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases that come with bidgen."""

    phrases: Mapping[str, Phrase] = key("Phrases by their name")


@dataclass(frozen=True, slots=True)
class Elements:
    """What texts must speak of."""

    contract: tuple[Element, ...] = key("What a contract settles")
    personal_data: tuple[Element, ...] = key("What an agreement settles by which personal data are processed")

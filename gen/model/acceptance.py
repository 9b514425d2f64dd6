"""Findings that somebody lets stand, as accepted.yaml and a baseline record them."""

from __future__ import annotations

from dataclasses import dataclass

from gen.model.record import DateText, key
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding that somebody decided on: an entry of accepted.yaml."""

    fingerprint: str = key("Fingerprint of the finding: twelve hex digits, as reports show them")
    rule: str = key("Id of the rule that finds it")
    reason: str = key("Why it may stand")
    by: str = key("Who says so")
    what: str = key("What was found, in the words of the day; for the reader", default="")
    on: DateText = key("The day of the decision", default=DateText(""))
    until: DateText = key("The last day on which it may stand; without one, for good", default=DateText(""))
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """One finding that an old library had when its baseline was written: an entry of that file."""

    fingerprint: str = key("Fingerprint of the finding: twelve hex digits, as reports show them")
    rule: str = key("Id of the rule that finds it")
    on: DateText = key("The day on which it was recorded")
    bid: str = key("The bid that it is about; none where it is about the library", default="")
    what: str = key("What was found, in the words of the day; for the reader", default="")
    count: int = key("How many findings have this fingerprint", default=1)
    span: Span | None = None

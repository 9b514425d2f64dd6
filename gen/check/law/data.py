"""The law as data: limits, phrases, laws and lists that travel with bidgen, each with its source and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TypeVar

from gen import yamltree
from gen.decode import decode
from gen.library.vocabulary import built_in_vocabulary
from gen.model.law import Element, Elements, Law, LawAdditions, Limit, Limits, Phrase, Phrases, Surety
from gen.quantity import Quantity, read
from gen.rule import Confidence, Rule, Severity
from gen.source import Source

Record = TypeVar("Record")


CONFIDENCE = {"high": Confidence.HIGH, "medium": Confidence.MEDIUM, "low": Confidence.LOW}


def severity_of(rule: Rule, surety: Surety) -> Severity:
    """How severe a breach is: what rests on a secondary text is no error, what nobody verified only a hint."""
    return {"high": rule.severity, "medium": min(rule.severity, Severity.WARNING), "low": Severity.HINT}[surety]


@cache
def limits() -> Mapping[str, Limit]:
    """All limits by name, the strictest of a dimension first."""
    return _built_in("limits", Limits).limits


def bound(limit: Limit) -> Quantity | None:
    """The bound that a limit sets; none where it is of another kind."""
    written = limit.at_most or limit.at_least or limit.more_than
    return _read(written, built_in_vocabulary().dimensions[limit.dimension].type) if written else None


@cache
def phrases(rule: str) -> tuple[tuple[str, Phrase, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The phrases that a rule looks for, with their patterns."""
    return tuple(
        (str(name), phrase, re.compile(phrase.pattern), re.compile(phrase.unless) if phrase.unless else None)
        for name, phrase in _built_in("phrases", Phrases).phrases.items()
        if phrase.rule == rule
    )


@cache
def laws() -> Mapping[str, Law]:
    """The laws and standards that come with bidgen, by full name."""
    return _built_in("laws", LawAdditions).laws


def contract_elements() -> tuple[Element, ...]:
    """What a contract settles."""
    return _elements().contract


def personal_data_items() -> tuple[Element, ...]:
    """What an agreement settles by which personal data are processed for another."""
    return _elements().personal_data


@cache
def _elements() -> Elements:
    return _built_in("elements", Elements)


@cache
def _read(written: str, kind: str) -> Quantity:
    return read(written, kind)


def _built_in(name: str, cls: type[Record]) -> Record:
    text = resources.files("gen.check.law").joinpath(f"{name}.yaml").read_text("utf-8")
    node, findings = yamltree.parse(Source(f"gen/check/law/{name}.yaml", text))
    record, more = decode(cls, node) if node is not None else (None, ())
    if record is None or findings or more:
        raise RuntimeError(f"the built-in {name} are broken: {[str(f.message) for f in (*findings, *more)]}")
    return record

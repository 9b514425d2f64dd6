"""What a check has found, as JSON and back. Spans come back with the texts that they point into."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gen.finding import Edit, Finding, Fix, Label
from gen.message import Message, Named
from gen.rule import Confidence, Rule, Severity
from gen.source import Source, Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings of a check before anything is accepted, and how much was looked at."""

    findings: tuple[Finding, ...]
    clauses: int
    bids: int
    whole: tuple[str, ...]
    """The bids that were examined whole."""
    documents: int


def to_json(outcome: Outcome) -> str:
    """One JSON text."""
    sources: dict[int, tuple[int, Source]] = {}

    def label(each: Label) -> list[Any]:
        number, _ = sources.setdefault(id(each.span.source), (len(sources), each.span.source))
        return [number, *each.span[1:], _written(each.text)]

    findings = [
        [
            finding.rule.id,
            _written(finding.message),
            int(finding.severity),
            [label(each) for each in finding.labels],
            [_written(note) for note in finding.notes],
            [_written(text) for text in finding.helps],
            list(map(str, finding.key)),
            None if finding.bid is None else str(finding.bid),
            int(finding.confidence),
            [[_written(fix.message), [[edit.path, edit.value] for edit in fix.edits]] for fix in finding.fixes],
        ]
        for finding in outcome.findings
    ]
    content = {
        "sources": [[source.path, source.text] for _, source in sources.values()],
        "findings": findings,
        "clauses": outcome.clauses,
        "bids": outcome.bids,
        "whole": list(map(str, outcome.whole)),
        "documents": outcome.documents,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, rules: Callable[[], Mapping[str, Rule]]) -> Outcome:
    """The outcome that a text holds; ValueError, KeyError, TypeError or IndexError where it holds none.

    `rules` gives the rules by id; it is asked only where something was found.
    """
    content = json.loads(text)
    sources = [Source(path, whole) for path, whole in content["sources"]]
    known = rules() if content["findings"] else {}

    def label(each: list[Any]) -> Label:
        number, line, column, end_line, end_column, words = each
        return Label(Span(sources[number], line, column, end_line, end_column), _optional(words))

    findings = tuple(
        Finding(
            known[rule],
            _message(message),
            Severity(severity),
            tuple(label(each) for each in labels),
            tuple(map(_message, notes)),
            tuple(map(_message, helps)),
            tuple(key),
            bid,
            Confidence(confidence),
            tuple(Fix(_message(words), tuple(Edit(*edit) for edit in edits)) for words, edits in fixes),
        )
        for rule, message, severity, labels, notes, helps, key, bid, confidence, fixes in content["findings"]
    )
    whole = tuple(map(str, content["whole"]))
    return Outcome(findings, int(content["clauses"]), int(content["bids"]), whole, int(content["documents"]))


def _written(value: Any) -> Any:
    """A value of a message as JSON. What is neither text nor message is only printed, so its text stands for it."""
    if isinstance(value, Message):
        return {"text": value.text, "values": {name: _written(part) for name, part in value.values}}
    if isinstance(value, Named):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, (tuple, list)):
        return [_written(part) for part in value]
    if isinstance(value, Fraction) or value is None:
        return None if value is None else {"fraction": str(value)}
    return int(value) if type(value) is int else str(value)


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(part) for part in value)
    if not isinstance(value, dict):
        return value
    if "fraction" in value:
        return Fraction(value["fraction"])
    return Named(value["zh"], value["en"]) if "zh" in value else _message(value)


def _message(value: Any) -> Message:
    return Message(value["text"], tuple((name, _read(part)) for name, part in value["values"].items()))


def _optional(value: Any) -> Message | None:
    return None if value is None else _message(value)

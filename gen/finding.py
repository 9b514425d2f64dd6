"""The one record for everything that is found: a misspelt key, a contradiction, a file that cannot be written.

`found` makes one. Labels carry spans, spans carry sources; words are messages, so they have no language yet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from gen.message import Message
from gen.rule import Confidence, Rule, Severity
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Label:
    """A place that a finding speaks of, and what is to be said about it there."""

    span: Span
    text: Message | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A value set in a bid: the parameter's path with row and column, and the value as one writes it."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits of one bid that mend a finding, inside the guardrails; `examine` keeps only those that it saw mend it."""

    message: Message
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a finding may stand: who said so, and until when (a day as YYYY-MM-DD, "" for good)."""

    reason: str
    by: str
    until: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, with every place that takes part in it."""

    rule: Rule
    message: Message
    severity: Severity
    labels: tuple[Label, ...]
    """All sides, the primary one first; none where no file is at fault (a full disk)."""
    notes: tuple[Message, ...]
    """Facts: a concrete case, both values in one unit."""
    helps: tuple[Message, ...]
    """Actions that mend it, cheapest first."""
    key: tuple[str, ...]
    """What makes this finding this one, whatever its line or wording: ids, never positions."""
    bid: str | None
    confidence: Confidence = Confidence.HIGH
    fixes: tuple[Fix, ...] = ()
    """Edits that mend it, cheapest first."""
    accepted: Acceptance | None = None
    """Why it is let stand; an accepted finding fails no check, but stays in every machine's report."""

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits from the rule, the bid and the key; stable when lines move or words change."""
        parts = "\0".join((self.rule.id, self.bid or "", *self.key))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def found(
    rule: Rule,
    message: Message,
    *labels: Label | Span,
    notes: Iterable[Message] = (),
    helps: Iterable[Message] = (),
    key: Iterable[str] | None = None,
    bid: str | None = None,
    severity: Severity | None = None,
    confidence: Confidence | None = None,
    fixes: Iterable[Fix] = (),
) -> Finding:
    """Make a finding; a bare span stands for a label without words.

    Without a `key`, the file and the text at the first label stand for it.
    """
    made = tuple(Label(label) if isinstance(label, Span) else label for label in labels)
    if key is None:
        key = (made[0].span.source.path, made[0].span.text) if made else (message.text,)
    return Finding(
        rule,
        message,
        severity or rule.severity,
        made,
        tuple(notes),
        tuple(helps),
        tuple(key),
        bid,
        confidence or rule.confidence,
        tuple(fixes),
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings worst first, then by file, line, column and rule; equal ones once."""

    def place(finding: Finding) -> tuple[object, ...]:
        span = finding.labels[0].span if finding.labels else None
        where = (span.source.path, span.line, span.column) if span else ("", 0, 0)
        return (-finding.severity, *where, finding.rule.id, finding.bid or "", finding.key)

    unique = {(finding.rule.id, finding.message, finding.labels, finding.bid): finding for finding in findings}
    return tuple(sorted(unique.values(), key=place))

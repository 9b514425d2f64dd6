"""Findings as a Code Quality report of GitLab: one entry a finding, at its primary place.

GitLab knows no accepted entries: such a finding is an entry of the lowest severity that says so.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Any

from gen.finding import Finding
from gen.message import M, Message
from gen.report.json import dumped
from gen.report.words import WORKSPACE_FILE, harmless, lot_of, sentence, why
from gen.rule import Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def gitlab_report(findings: Sequence[Finding]) -> str:
    """All findings as one JSON list."""
    met: Counter[str] = Counter()
    entries = []
    for finding in findings:
        met[finding.fingerprint] += 1
        entries.append(_entry(finding, met[finding.fingerprint]))
    return dumped(entries)


def _entry(finding: Finding, occurrence: int) -> dict[str, Any]:
    span = finding.labels[0].span if finding.labels else None
    return {
        "description": sentence(_description(finding)),
        "check_name": str(finding.rule),
        "fingerprint": _fingerprint(finding, occurrence),
        "severity": "info" if finding.accepted else _SEVERITIES[finding.severity],
        "location": {
            "path": harmless(span.source.path) if span else WORKSPACE_FILE,
            "lines": {"begin": span.line if span else 1},
        },
    }


def _description(finding: Finding) -> Message:
    others = tuple(dict.fromkeys(f"{other.span.source.path}:{other.span.line}" for other in finding.labels[1:4]))
    message = M("{message} (see also {places})", message=finding.message, places=others) if others else finding.message
    if lot := lot_of(finding):
        message = M("{lot}: {message}", lot=lot, message=message)
    if finding.accepted is None:
        return message
    return M("accepted: {message}: {reason}", message=message, reason=why(finding.accepted))


def _fingerprint(finding: Finding, occurrence: int) -> str:
    """GitLab shows only one of several entries with one fingerprint, so further ones are told apart by number."""
    if occurrence == 1:
        return finding.fingerprint
    return hashlib.sha256(f"{finding.fingerprint} {occurrence}".encode()).hexdigest()[:12]

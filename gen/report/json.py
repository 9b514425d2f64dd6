"""Findings as JSON: one object with a list, for scripts; its shape only grows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from gen.finding import Finding, Label
from gen.message import say

VERSION = 1


def json_report(findings: Sequence[Finding]) -> str:
    """All findings as one JSON document."""
    return json.dumps({"version": VERSION, "findings": [_finding(f) for f in findings]}, ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": str(finding.severity),
        "bid": finding.bid,
        "message": say(finding.message),
        "places": [_place(label) for label in finding.labels],
        "notes": [say(note) for note in finding.notes],
        "fixes": [say(text) for text in finding.helps],
        "fingerprint": finding.fingerprint,
    }


def _place(label: Label) -> dict[str, Any]:
    span = label.span
    return {
        "path": span.source.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "text": say(label.text) if label.text else "",
    }

"""Findings as JSON: one object with a list, for scripts; its shape only grows, and `gen.report.schema` states it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from gen.finding import Acceptance, Finding, Fix, Label
from gen.message import say
from gen.source import Span

VERSION = 1


def json_report(findings: Sequence[Finding]) -> str:
    """All findings as one JSON document."""
    return dumped({"version": VERSION, "findings": [_finding(finding) for finding in findings]})


def dumped(value: object) -> str:
    """A value as JSON that any encoding of Unicode can hold: file names may have half surrogates, those are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "name": finding.rule.name,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "bid": finding.bid,
        "message": say(finding.message),
        "places": [_place(label) for label in finding.labels],
        "notes": [say(note) for note in finding.notes],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "helps": [say(text) for text in finding.helps],
        "fingerprint": finding.fingerprint,
        "accepted": _acceptance(finding.accepted) if finding.accepted else None,
    }


def _place(label: Label) -> dict[str, Any]:
    return {**position(label.span), "text": say(label.text) if label.text else ""}


def position(span: Span) -> dict[str, Any]:
    """A place in a file, for reports as JSON."""
    return {
        "path": span.source.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"path": edit.path, "value": edit.value} for edit in fix.edits]
    return {"message": say(fix.message), "edits": edits}


def _acceptance(accepted: Acceptance) -> dict[str, Any]:
    return {
        "reason": accepted.reason,
        "by": accepted.by,
        "until": accepted.until,
        **position(accepted.span),
    }

"""Findings as annotations of a GitHub workflow: commands on standard output, worst first.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest in silence, so no more are printed,
and a last notice says how many are missing. `job_summary` has them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gen.finding import Finding, Label
from gen.message import M, say
from gen.report.words import counts, harmless, notes, parted, remedies, sentence, worst_first
from gen.rule import Severity

MOST = 10
"""Annotations of a kind that GitHub shows of one step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def github_report(findings: Sequence[Finding]) -> str:
    """One command a line; what somebody has accepted is left to the summary."""
    standing, _ = parted(findings)
    shown: list[Finding] = []
    left: list[Finding] = []
    for severity, group in groupby(worst_first(standing), key=lambda finding: finding.severity):
        of_severity = list(group)
        cut = left or len(of_severity) > MOST
        most = MOST - 1 if severity == Severity.HINT and cut else MOST  # the last notice has to fit
        shown += of_severity[:most]
        left += of_severity[most:]
    lines = [_annotation(finding) for finding in shown]
    if left:
        message = M("not shown here: {found}; the summary of the job lists all", found=counts(left))
        lines.append(f"::notice title=bidgen::{_data(say(message))}")
    return "\n".join(lines)


def _annotation(finding: Finding) -> str:
    properties = {}
    if finding.labels:
        span = finding.labels[0].span
        properties = {"file": harmless(span.source.path), "line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:  # GitHub takes columns of one line only
            properties |= {"col": str(span.column), "endColumn": str(max(span.end_column, span.column))}
    properties["title"] = str(finding.rule)
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    """The message, then the sides, the facts and the remedies on lines of their own."""
    lines = [sentence(finding.message)]
    if len(finding.labels) > 1 or any(label.text for label in finding.labels):
        lines += [_side(label) for label in finding.labels[:_MOST_PLACES]]
    lines += [sentence(M("note: {text}", text=note)) for note in notes(finding)]
    lines += [sentence(M("fix: {text}", text=text)) for text in remedies(finding)]
    return "\n".join(lines)


_MOST_PLACES = 8


def _side(label: Label) -> str:
    return harmless(str(label.span)) + (f": {sentence(label.text)}" if label.text else "")


def _data(text: str) -> str:
    """A message as a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value as a workflow command takes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")

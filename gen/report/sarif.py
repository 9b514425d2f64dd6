"""Findings as SARIF 2.1.0, for code scanning and editors.

Each place of a finding is a result of its own, with the other sides as related locations: a page that shows only the
lines of a change then shows a contradiction whichever of its sides was changed. All results of one finding share the
fingerprint `bidgen/v1`. Accepted findings stay, as suppressed results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from gen import __version__
from gen.finding import Acceptance, Finding, Label
from gen.message import M, Message, say, translate
from gen.report.json import dumped
from gen.report.markdown import prose
from gen.report.words import WORKSPACE_FILE, harmless, notes, remedies, sentence, why
from gen.rule import FAMILIES, Rule, Severity, paragraphs
from gen.source import Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "recommendation"}
_MOST_RELATED = 8
"""Other sides that a result names; a thousand places would name each other a million times."""


_NOWHERE = {
    "physicalLocation": {
        "artifactLocation": {"uri": WORKSPACE_FILE, "uriBaseId": "SRCROOT"},
        "region": {"startLine": 1},
    }
}


def sarif_report(findings: Sequence[Finding]) -> str:
    """All findings as one SARIF log with one run."""
    rules = sorted({finding.rule.id: finding.rule for finding in findings}.values(), key=lambda rule: rule.id)
    index = {rule.id: position for position, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "bidgen",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": say(M("the root of the workspace"))}}},
        "results": [result for finding in findings for result in _results(finding, index[finding.rule.id])],
    }
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return dumped({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    page = [(text if code else translate(text), code) for text, code in paragraphs(rule.page)]
    prose_of_page = [text for text, code in page if not code]
    plain = "\n\n".join(text for text, _ in page)
    marked = "\n\n".join(_example(text) if code else prose(text) for text, code in page)
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": prose_of_page[0]},
        "fullDescription": {"text": prose_of_page[min(1, len(prose_of_page) - 1)]},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [FAMILIES[rule.id[0]]],
            "precision": str(rule.confidence),
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _example(text: str) -> str:
    lines = (line.removeprefix("    ") for line in text.splitlines())
    return "\n".join(("```yaml", *lines, "```"))


def _results(finding: Finding, rule_index: int) -> Iterator[dict[str, Any]]:
    """One result a place; where there is none, one at the workspace's file: GitHub refuses a log without it."""
    places: dict[Span, Label] = {}
    for label in finding.labels:
        places.setdefault(label.span, label)
    sides = tuple(places.values())
    for position, side in enumerate(sides or (None,)):
        others = [other for other in sides[: _MOST_RELATED + 1] if other is not side][:_MOST_RELATED]
        yield {
            "ruleId": finding.rule.id,
            "ruleIndex": rule_index,
            "level": _LEVELS[finding.severity],
            "message": {"text": _text(finding, side, others)},
            "locations": [_location(side) if side else _NOWHERE],
            "relatedLocations": [_location(other, number) for number, other in enumerate(others, 1)],
            "partialFingerprints": _fingerprints(finding, position),
            "suppressions": [_suppression(finding, finding.accepted)] if finding.accepted else [],
            "properties": {
                "bid": finding.bid,
                "confidence": str(finding.confidence),
                "fixes": [
                    {"message": say(fix.message), "edits": {edit.path: edit.value for edit in fix.edits}}
                    for fix in finding.fixes
                ],
            },
        }


def _text(finding: Finding, side: Label | None, others: Sequence[Label]) -> str:
    """What a result says: the message, this side, links to the others, facts and remedies."""
    lines = [_plain(finding.message)]
    if side and side.text:
        lines.append(_plain(side.text))
    for number, other in enumerate(others, 1):
        place = re.sub(r"[][\\]", r"\\\g<0>", f"{harmless(other.span.source.path)}:{other.span.line}")
        lines.append(f"[{place}]({number})" + (f": {_plain(other.text)}" if other.text else ""))
    lines += [_plain(M("note: {text}", text=note)) for note in notes(finding)]
    lines += [_plain(M("fix: {text}", text=text)) for text in remedies(finding)]
    return "\n".join(lines)


def _plain(message: Message) -> str:
    """A message in which nothing is a link: `[words](1)` would be one."""
    return re.sub(r"\[(?=[^]]*\]\()", r"\\[", sentence(message))


def _location(label: Label, number: int | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": _physical(label.span)}
    if number is not None:
        place["id"] = number
    if label.text:
        place["message"] = {"text": _plain(label.text)}
    return place


def _physical(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return {"artifactLocation": {"uri": _uri(span.source.path), "uriBaseId": "SRCROOT"}, "region": region}


def _uri(path: str) -> str:
    """A path as a URI; a byte of a file name that is no text stays that byte."""
    decodable = re.sub("[\ud800-\udc7f\udd00-\udfff]", "\N{REPLACEMENT CHARACTER}", path)
    return quote(decodable, safe="/", errors="surrogateescape")


def _fingerprints(finding: Finding, position: int) -> dict[str, str]:
    """The finding's own, and one that tells its places apart."""
    return {"bidgen/v1": finding.fingerprint, "bidgenPlace/v1": f"{finding.fingerprint}/{position}"}


def _suppression(finding: Finding, accepted: Acceptance) -> dict[str, Any]:
    """A comment in a file that the finding points at is `inSource`; a list of accepted findings is `external`."""
    inside = any(label.span.source.path == accepted.span.source.path for label in finding.labels)
    return {
        "kind": "inSource" if inside else "external",
        "status": "accepted",
        "justification": why(accepted),
        "location": {"physicalLocation": _physical(accepted.span)},
    }

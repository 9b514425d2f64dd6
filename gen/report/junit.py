"""Findings as JUnit XML, for the test pages of GitLab, Jenkins and their like.

A test case is one finding: these pages list failed cases one by one and compare them by name with the last run, so a
case a finding tells what is new and what is mended; a case a rule would hide the second behind the first. The class
name is the bid (or `library`), so that findings are grouped by it. Errors fail, accepted findings are skipped; warnings
and hints pass and tell their text as output. Where nothing is found one case says so, as a report without cases counts
as broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from gen.finding import Finding
from gen.message import M, say
from gen.report.text import text_report
from gen.report.words import harmless, sentence, why
from gen.rule import Severity


def junit_report(findings: Sequence[Finding]) -> str:
    """All findings as one XML document: a suite for the library, and one for each bid."""
    by_bid = sorted(findings, key=lambda finding: finding.bid or "")
    suites = [_suite(bid, list(group)) for bid, group in groupby(by_bid, key=lambda finding: finding.bid or "library")]
    if not suites:
        name = say(M("nothing found"))
        suites = [_element("testsuite", {"name": "library", **_numbers([])}, _case("library", name, ""))]
    total = _numbers(findings)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _element("testsuites", {"name": "bidgen", **total}, *suites)


def _suite(bid: str, findings: list[Finding]) -> str:
    return _element("testsuite", {"name": bid, **_numbers(findings)}, *(_finding(bid, finding) for finding in findings))


def _finding(bid: str, finding: Finding) -> str:
    message = sentence(finding.message)
    name = f"{finding.rule}: {message} [{finding.fingerprint}]"
    if finding.accepted:
        return _case(bid, name, _element("skipped", {"message": why(finding.accepted)}))
    text = f"\n{escape(harmless(text_report([finding])))}\n"
    if finding.severity >= Severity.ERROR:
        return _case(bid, name, _element("failure", {"type": str(finding.rule), "message": message}, text))
    return _case(bid, name, _element("system-out", {}, text))


def _case(bid: str, name: str, inside: str) -> str:
    return _element("testcase", {"classname": bid, "name": name}, *([inside] if inside else []))


def _numbers(findings: Sequence[Finding]) -> dict[str, str]:
    failures = sum(finding.severity >= Severity.ERROR and not finding.accepted for finding in findings)
    skipped = sum(finding.accepted is not None for finding in findings)
    return {"tests": str(max(len(findings), 1)), "failures": str(failures), "errors": "0", "skipped": str(skipped)}


def _element(name: str, attributes: dict[str, str], *inside: str) -> str:
    opening = " ".join([name, *(f"{key}={quoteattr(harmless(value))}" for key, value in attributes.items())])
    if not inside:
        return f"<{opening}/>"
    if inside[0].startswith("<"):
        body = "\n".join(inside)
        return f"<{opening}>\n{body}\n</{name}>"
    return f"<{opening}>{inside[0]}</{name}>"

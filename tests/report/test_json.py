"""Findings as JSON: one object, every field always there."""

from __future__ import annotations

import json
from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from gen.finding import Acceptance, Edit, Finding, Fix, Label, found
from gen.message import M, Named, speak
from gen.report import FORMATS, json_report
from gen.rule import Confidence, Rule, Severity
from gen.source import Source
from tests.conftest import ROOT
from tests.report.samples import contradiction, four, many, odd

SCHEMA = ROOT / "docs/schema/findings.json"

ERROR = Rule("C301", "deadline-out-of-order", Severity.ERROR, "A deadline may end too late.")
WARNING = Rule("R205", "unprinted-clause", Severity.WARNING, "A clause is not printed.")
HINT = Rule("L101", "old-basis", Severity.HINT, "A standard has a successor.", Confidence.LOW)

ONSITE = Source("clauses/response/onsite.yaml", "id: response.onsite\n\n  default: {S1: 48小时, S2: 72小时} # 到场\n")
REPAIR = Source("clauses/repair/resolution.yaml", "    default: {一级故障: 24小时}\n")


def test_three_findings_of_three_kinds() -> None:
    findings = [
        found(
            ERROR,
            M("{first} may end after {second}", first=Named("到场", "arrival"), second=Named("修复", "resolution")),
            Label(ONSITE.span(3, 17, 3, 21), M("arrival may take until hour {hour}", hour=48)),
            Label(REPAIR.span(1, 21, 1, 25)),
            notes=[M("reported {moment}", moment=M("Friday {time}", time="17:00"))],
            fixes=[
                Fix(M("set `{path}`", path="response.onsite.limit.S1"), (Edit("response.onsite.limit.S1", "8小时"),))
            ],
            helps=[M("or record an approval")],
            confidence=Confidence.MEDIUM,
            key=("response.onsite", "repair.resolution"),
            bid="campus",
        ),
        found(WARNING, M('`{id}` says "热线"', id="hotline.window"), REPAIR.whole_line(1)),
        found(HINT, M("nothing is at fault but the machine")),
    ]
    assert json_report(findings) == dedent(
        """\
        {
          "version": 1,
          "findings": [
            {
              "rule": "C301",
              "name": "deadline-out-of-order",
              "severity": "error",
              "confidence": "medium",
              "bid": "campus",
              "message": "arrival may end after resolution",
              "places": [
                {
                  "path": "clauses/response/onsite.yaml",
                  "line": 3,
                  "column": 17,
                  "end_line": 3,
                  "end_column": 21,
                  "text": "arrival may take until hour 48"
                },
                {
                  "path": "clauses/repair/resolution.yaml",
                  "line": 1,
                  "column": 21,
                  "end_line": 1,
                  "end_column": 25,
                  "text": ""
                }
              ],
              "notes": [
                "reported Friday 17:00"
              ],
              "fixes": [
                {
                  "message": "set `response.onsite.limit.S1`",
                  "edits": [
                    {
                      "path": "response.onsite.limit.S1",
                      "value": "8小时"
                    }
                  ]
                }
              ],
              "helps": [
                "or record an approval"
              ],
              "fingerprint": "%s",
              "accepted": null
            },
            {
              "rule": "R205",
              "name": "unprinted-clause",
              "severity": "warning",
              "confidence": "high",
              "bid": null,
              "message": "`hotline.window` says \\"热线\\"",
              "places": [
                {
                  "path": "clauses/repair/resolution.yaml",
                  "line": 1,
                  "column": 5,
                  "end_line": 1,
                  "end_column": 26,
                  "text": ""
                }
              ],
              "notes": [],
              "fixes": [],
              "helps": [],
              "fingerprint": "%s",
              "accepted": null
            },
            {
              "rule": "L101",
              "name": "old-basis",
              "severity": "hint",
              "confidence": "low",
              "bid": null,
              "message": "nothing is at fault but the machine",
              "places": [],
              "notes": [],
              "fixes": [],
              "helps": [],
              "fingerprint": "%s",
              "accepted": null
            }
          ]
        }"""
    ) % tuple(finding.fingerprint for finding in findings)


def test_fingerprints_are_the_same_wherever_and_in_whatever_language_a_finding_is_made() -> None:
    def fingerprint(line: int, bid: str | None) -> str:
        source = Source("a.yaml", "\n" * (line - 1) + "x\n")
        finding = found(ERROR, M("at {line}", line=line), source.span(line, 1, line, 2), bid=bid)
        printed: str = json.loads(json_report([finding]))["findings"][0]["fingerprint"]
        return printed

    first = fingerprint(1, "campus")
    speak("zh_CN")
    assert fingerprint(7, "campus") == first == "3b3460d78797"
    assert fingerprint(1, None) != first
    assert fingerprint(1, "other") != first


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(json_report([])) == {"version": 1, "findings": []}


def test_whatever_a_message_quotes_the_report_is_json() -> None:
    text = '\x00\x1b\u2028"\\\n</script>😀' + "x" * 5000
    finding = found(ERROR, M("{text}", text=text), Source(text, text).span(1, 1, 1, 2))
    read = json.loads(json_report([finding]))["findings"][0]
    assert (read["message"], read["places"][0]["path"]) == (text, text)


def test_an_accepted_finding_says_why_and_where() -> None:
    place = Source("projects/campus/accepted.yaml", "- fingerprint: 0\n").whole_line(1)
    finding = replace(found(ERROR, M("x")), accepted=Acceptance("as agreed", "legal", "2027-03-01", place))
    assert json.loads(json_report([finding]))["findings"][0]["accepted"] == {
        "reason": "as agreed",
        "by": "legal",
        "until": "2027-03-01",
        "path": "projects/campus/accepted.yaml",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 17,
    }


def test_a_file_name_that_is_no_text_is_kept_by_an_escape() -> None:
    made = json_report([found(ERROR, M("x"), Source("\udcff", "x").span(1, 1, 1, 2))])
    assert made.encode("utf-8")
    assert json.loads(made)["findings"][0]["places"][0]["path"] == "\udcff"


def strict(schema: Any) -> Any:
    """The published schema, but without room for fields that it does not name."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if schema.get("type") == "object" else {}
    return {key: strict(part) for key, part in schema.items()} | closed


@pytest.mark.parametrize("findings", [four(), [], [odd()], many(3)], ids=["four", "none", "odd", "many"])
def test_the_report_is_as_the_published_schema_says(findings: list[Finding]) -> None:
    validator = Draft202012Validator(strict(json.loads(SCHEMA.read_text("utf-8"))))
    assert [error.message for error in validator.iter_errors(json.loads(json_report(findings)))] == []


def test_the_schema_refuses_what_the_report_is_not() -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for key, wrong in (("severity", "fatal"), ("rule", "c1"), ("places", [{}]), ("accepted", {}), ("fixes", ["x"])):
        report = json.loads(json_report([contradiction()]))
        report["findings"][0][key] = wrong
        assert not validator.is_valid(report), key
        del report["findings"][0][key]
        assert not validator.is_valid(report), key


def test_the_formats_have_their_names() -> None:
    assert list(FORMATS) == ["text", "json", "sarif", "junit", "github", "gitlab", "markdown"]

"""Findings as JSON: one object, every field always there."""

from __future__ import annotations

import json
from textwrap import dedent

from gen.finding import Label, found
from gen.message import M, Named, speak
from gen.report import FORMATS, json_report
from gen.rule import Rule, Severity
from gen.source import Source

ERROR = Rule("C301", "deadline-out-of-order", Severity.ERROR, "A deadline may end too late.")
WARNING = Rule("R205", "unprinted-clause", Severity.WARNING, "A clause is not printed.")
HINT = Rule("P304", "old-basis", Severity.HINT, "A standard has a successor.")

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
            helps=[M("set `{path}`", path="response.onsite.limit.S1"), M("or record an approval")],
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
                "set `response.onsite.limit.S1`",
                "or record an approval"
              ],
              "fingerprint": "%s"
            },
            {
              "rule": "R205",
              "name": "unprinted-clause",
              "severity": "warning",
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
              "fingerprint": "%s"
            },
            {
              "rule": "P304",
              "name": "old-basis",
              "severity": "hint",
              "bid": null,
              "message": "nothing is at fault but the machine",
              "places": [],
              "notes": [],
              "fixes": [],
              "fingerprint": "%s"
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


def test_the_formats_have_their_names() -> None:
    assert list(FORMATS) == ["text", "json"]

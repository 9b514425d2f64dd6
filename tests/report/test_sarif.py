"""Findings as SARIF: valid by the schema of the standard, each place a result, the other sides related."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from gen.catalogue import ALL_RULES
from gen.finding import Finding, Label, found
from gen.message import M, speak
from gen.report import FORMATS
from gen.source import Source
from tests.conftest import untraced
from tests.report.samples import ONSITE, ORDER, REPAIR, accepted, contradiction, four, many, odd

REGION = ("startLine", "startColumn", "endLine", "endColumn")
SCHEMA = Path(__file__).parent / "sarif-2.1.0.schema.json"


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def log(findings: list[Finding]) -> dict[str, Any]:
    """The report, read again and held against the schema, and what the standard demands beyond it."""
    text = FORMATS["sarif"](findings)
    text.encode("utf-8")
    made: dict[str, Any] = json.loads(text)
    assert [f"{error.json_path}: {error.message}" for error in validator().iter_errors(made)] == []
    (run,) = made["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        ids = [place["id"] for place in result["relatedLocations"]]
        assert ids == list(range(1, len(ids) + 1))
        links = re.findall(r"(?<!\\)\[(?:[^][\\]|\\.)*\]\((\d+)\)", result["message"]["text"])
        assert links == [str(number) for number in ids]
        for place in (*result["locations"], *result["relatedLocations"]):
            physical = place["physicalLocation"]
            assert re.fullmatch(
                r"[A-Za-z0-9._~/-]+(%[0-9A-F]{2}|[A-Za-z0-9._~/-])*", physical["artifactLocation"]["uri"]
            )
            line, column, end_line, end_column = map(physical["region"].get, REGION)
            assert column is None or (line, column) <= (end_line, end_column)
    return made


def results(findings: list[Finding]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = log(findings)["runs"][0]["results"]
    return made


def places(result: dict[str, Any], key: str) -> list[str]:
    """The places of a result as URI:line:column."""
    found = [place["physicalLocation"] for place in result[key]]
    return [
        f"{place['artifactLocation']['uri']}:{place['region']['startLine']}:{place['region']['startColumn']}"
        for place in found
    ]


def test_four_findings_in_english(snapshot: SnapshotAssertion) -> None:
    log(four())
    assert FORMATS["sarif"](four()) == snapshot


def test_four_findings_in_chinese(snapshot: SnapshotAssertion) -> None:
    speak("zh_CN")
    log(four())
    assert FORMATS["sarif"](four()) == snapshot


def test_each_place_is_a_result_with_the_others_related() -> None:
    first, second = results([contradiction()])
    onsite, repair = "clauses/response/onsite.yaml:3:17", "clauses/repair/resolution.yaml:1:21"
    assert (places(first, "locations"), places(first, "relatedLocations")) == ([onsite], [repair])
    assert (places(second, "locations"), places(second, "relatedLocations")) == ([repair], [onsite])
    assert first["message"]["text"] == (
        "arrival may end after resolution\n"
        "arrival may take until hour 48\n"
        "[clauses/repair/resolution.yaml:1](1): resolution is due by hour 24\n"
        "note: reported Friday 17:00: there on Sunday\n"
        "fix: set `response.onsite.limit.S1` to 8小时\n"
        "fix: or record an approval"
    )
    assert second["message"]["text"].splitlines()[1:3] == [
        "resolution is due by hour 24",
        "[clauses/response/onsite.yaml:3](1): arrival may take until hour 48",
    ]


def test_results_of_one_finding_share_a_fingerprint_and_have_one_of_their_own() -> None:
    fingerprint = contradiction().fingerprint
    assert [result["partialFingerprints"] for result in results([contradiction()])] == [
        {"bidgen/v1": fingerprint, "bidgenPlace/v1": f"{fingerprint}/0"},
        {"bidgen/v1": fingerprint, "bidgenPlace/v1": f"{fingerprint}/1"},
    ]


def test_two_labels_at_one_place_are_one_result() -> None:
    place = ONSITE.span(3, 17, 3, 21)
    assert len(results([found(ORDER, M("x"), Label(place, M("a")), Label(place, M("b")))])) == 1


def test_a_finding_without_a_place_stands_at_the_workspace_s_file() -> None:
    """Code scanning of GitHub refuses a whole log when one of its results has no location."""
    (result,) = results([found(ORDER, M("the disk is full"))])
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "bidgen.toml", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 1},
            }
        }
    ]
    assert result["relatedLocations"] == []
    assert result["message"] == {"text": "the disk is full"}


def test_no_findings_are_a_run_without_results() -> None:
    assert results([]) == []


def test_accepted_findings_are_suppressed_and_all_others_say_that_they_are_not() -> None:
    outside, other = results([accepted(contradiction())])[0], results([contradiction()])[0]
    assert other["suppressions"] == []
    assert outside["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "the customer wants it so (by legal, until 2027-03-01)",
            "location": {
                "physicalLocation": {
                    "artifactLocation": {"uri": "projects/campus/accepted.yaml", "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 17},
                }
            },
        }
    ]
    (inside, *_) = results([accepted(contradiction(), REPAIR)])
    assert inside["suppressions"][0]["kind"] == "inSource"


@untraced
def test_a_thousand_places_are_a_thousand_results_that_name_eight_others_each() -> None:
    source = Source("a.yaml", "x\n" * 1000)
    made = results([found(ORDER, M("x"), *(source.whole_line(n) for n in range(1, 1001)))])
    assert len(made) == 1000
    assert {len(result["relatedLocations"]) for result in made} == {8}
    assert places(made[0], "relatedLocations") == [f"a.yaml:{n}:1" for n in range(2, 10)]
    assert places(made[999], "relatedLocations") == [f"a.yaml:{n}:1" for n in range(1, 9)]


def test_levels_follow_the_finding_and_rules_are_listed_once() -> None:
    made = log([replace(finding, severity=severity) for finding, severity in zip(many(3), (3, 2, 1), strict=True)])
    assert [result["level"] for result in made["runs"][0]["results"]] == ["error", "warning", "note"]
    assert [rule["id"] for rule in made["runs"][0]["tool"]["driver"]["rules"]] == ["C301"]


def test_odd_names_are_percent_encoded_and_odd_words_no_links() -> None:
    other = Label(REPAIR.whole_line(1), M("[{a}](1)", a="x"))
    made = log([replace(odd(), labels=(*odd().labels, other))])
    first, second = made["runs"][0]["results"]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == ("clauses/%E7%83%AD%E7%BA%BF%20100%25/a%3Ab%2Cc%23d%3F%60%7C%5Bx%5D%28y%29%3Ci%3E.yaml")
    assert unquote(uri) == odd().labels[0].span.source.path
    assert (
        second["message"]["text"]
        .splitlines()[2]
        .startswith(r"[clauses/热线 100%/a:b,c#d?`|\[x\](y)<i>.yaml:1](1): %0A 50%")
    )


def test_a_file_name_that_is_no_text_is_encoded_by_its_bytes() -> None:
    made = results(
        [found(ORDER, M("x"), Source(f"a/{name}.yaml", "x\n").whole_line(1)) for name in "\udcff\ud800\udfff"]
    )
    assert [places(result, "locations") for result in made] == [
        ["a/%FF.yaml:1:1"],
        ["a/%EF%BF%BD.yaml:1:1"],
        ["a/%EF%BF%BD.yaml:1:1"],
    ]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_rule_that_there_is_makes_a_valid_descriptor(language: str) -> None:
    speak(language)
    rules = log([found(rule, M("x"), REPAIR.whole_line(1)) for rule in ALL_RULES])["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.id for rule in ALL_RULES)
    for rule in rules:
        assert "helpUri" not in rule
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert rule["help"]["markdown"].count("```") % 2 == 0


@given(st.lists(st.builds(str, st.text()), min_size=1, max_size=3))
def test_whatever_is_said_the_log_is_valid(texts: list[str]) -> None:
    log([found(ORDER, M("{text}", text=text), Label(REPAIR.span(1, 21, 1, 25), M("{t}", t=text))) for text in texts])

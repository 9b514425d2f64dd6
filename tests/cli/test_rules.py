"""`bidgen rules`: the list of rules, for people and for machines."""

from __future__ import annotations

import json

import pytest

from gen.catalogue import ALL_RULES
from gen.rule import FAMILIES
from tests.cli.conftest import Run


def test_every_rule_is_listed_under_its_family_with_what_it_is_about(run: Run) -> None:
    ran = run("rules")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "reading files",
        "  S101  error    unreadable-file          A file cannot be read.",
    ]
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.id for rule in ALL_RULES]
    families = [line for line in lines if not line.startswith("  ")]
    assert families == list(dict.fromkeys(FAMILIES[rule.id[0]] for rule in ALL_RULES))
    assert families[:4] == [
        "reading files",
        "references and completeness",
        "approval and permission",
        "contradictions between promises",
    ]


def test_the_list_is_json_where_that_is_asked_for(run: Run) -> None:
    ran = run("rules", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    listed = json.loads(ran.out)
    assert [each["id"] for each in listed] == [rule.id for rule in ALL_RULES]
    assert next(each for each in listed if each["id"] == "C304") == {
        "id": "C304",
        "name": "graver-slower",
        "family": "contradictions between promises",
        "severity": "error",
        "confidence": "high",
        "title": "A graver fault is served later than a lighter one.",
        "decides": ["OR-03"],
    }


def test_the_list_is_in_the_language_spoken(run: Run) -> None:
    lines = run("rules", "--lang=zh_CN").out.splitlines()
    assert lines[0] == "读取文件"
    assert lines[1].split() == ["S101", "错误", "unreadable-file", "文件无法读取。"]
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.id for rule in ALL_RULES]


@pytest.mark.parametrize("arguments", [["rules", "--format", "xml"], ["rules", "S101"]])
def test_wrong_usage_has_status_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")

"""What a document kind requires: met by a clause, by a value that it prints, by a topic; or found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding

Findings = Callable[..., tuple[Finding, ...]]

LETTER = """\
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {{provider: 我公司, customer: 贵单位}}
numbering: letter
clause_titles: false
requires: [{requires}]
---
# 服务

{{{{ clause("hotline.window") }}}}

{body}
"""
ANSWER = """\
# clauses/hotline/answer.yaml
id: hotline.answer
title: 接听
status: approved
owner: service
review_by: 2027-10-01
params:
  within: {label: 接听时限, type: duration, default: 20秒}
commitments:
  - promise: hotline_answer
    at_most: $within
    clock: {kind: natural, from: call_received, window: 7×24}
text: |
  {{ provider }}自电话接入起{{ within }}内接听来电。
"""


def found_in(findings: Findings, requires: str, body: str = "", more: str = "") -> list[tuple[str, str]]:
    return [(f.rule.id, str(f.message)) for f in findings(LETTER.format(requires=requires, body=body) + more)]


@pytest.mark.parametrize(
    ("requires", "body"),
    [
        ("hotline_answer", '{{ clause("hotline.answer") }}'),
        ("hotline_answer", '{{ clause("hotline.answer", optional=true) }}\n\n{{ clause("hotline.answer") }}'),
        ("topic:hotline", '{{ clause("hotline.answer") }}'),
        ("hotline_answer", '接听时限为{{ param("hotline.answer.within") }}。\n\n{{ clause("hotline.answer") }}'),
    ],
)
def test_a_printed_clause_meets_it(findings: Findings, requires: str, body: str) -> None:
    assert found_in(findings, requires, body, ANSWER) == []


def test_a_value_that_is_printed_meets_it_without_its_clause(findings: Findings) -> None:
    bid = (
        "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本服务\nclauses: [hotline.window, hotline.answer]\n"
        "# templates/documents/list.md\n---\nkind: list\ntitle: 时限表\nwords: {provider: 我公司, customer: 贵单位}\n"
        "numbering: letter\nclause_titles: false\nrequires: [hotline_answer]\n---\n# 接听\n\n"
        '自电话接入起{{ param("hotline.answer.within") }}。\n'
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter, list]\n"
    )
    assert found_in(findings, "topic:hotline", '{{ clause("hotline.answer") }}', ANSWER + bid) == []


def test_each_one_that_nothing_meets_is_found_with_the_clauses_that_would(findings: Findings) -> None:
    text = LETTER.format(requires='hotline_answer, "topic:disputes", retention', body="")
    dispute = ANSWER.replace("hotline.answer", "disputes.court").replace("hotline/answer", "disputes/court")
    every = [f for f in findings(text + ANSWER + dispute) if f.rule.id == "R206"]
    assert [(str(f.message), str(f.labels[0].span), [str(h) for h in f.helps]) for f in every] == [
        (
            "服务承诺书 promises nothing of what it must: hotline answer",
            "templates/documents/letter.md:7:12",
            ["print one of these in its outline: disputes.court, hotline.answer"],
        ),
        (
            "服务承诺书 promises nothing of what it must: a clause of the topic disputes",
            "templates/documents/letter.md:7:28",
            ["print one of these in its outline: disputes.court"],
        ),
        (
            "服务承诺书 promises nothing of what it must: retention",
            "templates/documents/letter.md:7:46",
            ["no clause of the library meets it: `bidgen new clause … --promise retention`"],
        ),
    ]


@pytest.mark.parametrize(
    ("requires", "message"),
    [
        ("hotline_anser", "`hotline_anser` is no kind of promise"),
        ('"topic:hotlin"', "there is no topic `hotlin`"),
        ('"topic:"', "there is no topic ``"),
    ],
)
def test_a_name_that_leads_nowhere_is_found_once(findings: Findings, requires: str, message: str) -> None:
    assert found_in(findings, requires) == [("S109", message)]


def test_a_clause_that_is_dropped_is_not_found_again(findings: Findings) -> None:
    bid = (
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nclauses: {drop: [hotline.answer]}\n"
    )
    rules = [rule for rule, _ in found_in(findings, "hotline_answer", '{{ clause("hotline.answer") }}', ANSWER + bid)]
    assert rules == ["R201"]

"""C102: an exception is declared that is none; and what C101 leaves alone because of one."""

from __future__ import annotations

import pytest

from tests.check.promises import REPORTED, Findings, clause, labels, param, tiers, told

BOTH = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"


def two(general: str, special: str, promise: str = "response") -> str:
    return (
        clause([param("a", "2小时")], [f"promise: response, at_most: $a, scope: {{{general}}}, {REPORTED}"])
        + clause(
            [param("b", "8小时")],
            [f"promise: {promise}, at_most: $b, scope: {{{special}}}, {REPORTED}, overrides: [hotline.window]"],
            "hotline.answer",
        )
        + BOTH
    )


@pytest.mark.parametrize(
    ("general", "special", "reason"),
    [
        ("", "severity: S4", ""),
        ("phase: in_warranty", "severity: S4", ""),  # S4 in the warranty is excepted; beyond, it stands by itself
        ("severity: [S3, S4]", "severity: S4", ""),
        ("", "", "it is not limited to some of the other's cases"),
        ("severity: S4", "", "it is not limited to some of the other's cases"),
        ("severity: S4", "severity: S4", "it is not limited to some of the other's cases"),
        ("severity: S1", "severity: S4", "the two never hold together"),
    ],
)
def test_an_exception_takes_some_of_the_cases(findings: Findings, general: str, special: str, reason: str) -> None:
    text = f"`hotline.answer` declares an exception to the response of `hotline.window`, but {reason}"
    assert [told(each) for each in findings(two(general, special))] == ([("C102 error", text)] if reason else [])


def test_an_exception_to_what_the_clause_does_not_promise(findings: Findings) -> None:
    (finding,) = [each for each in findings(two("", "severity: S4", "workaround")) if each.rule.id == "C102"]
    assert told(finding)[1].endswith("but the clause makes no such promise")
    assert labels(finding)[0][1:] == ("hotline.window", "declared here")


def test_a_table_of_exceptions_is_idle_once(findings: Findings) -> None:
    text = (
        clause([tiers("a", "1小时", "2小时", "3小时", "4小时")],
               [f"promise: response, each: a, scope: {{severity: $severity}}, at_most: $within, {REPORTED}"])
        + clause([tiers("b", "2小时", "3小时", "4小时", "5小时")],
                 [f"promise: response, each: b, scope: {{severity: $severity}}, at_most: $within, {REPORTED},"
                  " overrides: [hotline.window]"], "hotline.answer")
        + BOTH
    )  # fmt: skip
    assert [each.rule.id for each in findings(text)] == ["C102"]


@pytest.mark.parametrize("declares", [0, 1])
def test_the_exception_silences_two_values_whichever_of_the_two_declares_it(findings: Findings, declares: int) -> None:
    more = ["", ""]
    more[declares] = f", overrides: [{('hotline.answer', 'hotline.window')[declares]}]"
    scopes = ("severity: S1", "") if declares == 0 else ("", "severity: S1")
    text = (
        clause([param("a", "8小时")], [f"promise: response, at_most: $a, scope: {{{scopes[0]}}}, {REPORTED}{more[0]}"])
        + clause([param("b", "8小时" if declares else "2小时")],
                 [f"promise: response, at_most: $b, scope: {{{scopes[1]}}}, {REPORTED}{more[1]}"], "hotline.answer")
        + BOTH
    )  # fmt: skip
    assert findings(text) == ()


def test_an_exception_for_one_of_two_clauses_leaves_the_other_standing(findings: Findings) -> None:
    """Two clauses say 2 hours; the exception is to one of them only, so the other still clashes."""
    text = (
        two("", "severity: S4")
        + clause([param("c", "2小时")], [f"promise: response, at_most: $c, {REPORTED}"], "hotline.third")
        + BOTH
        + "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        + "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        + "documents: [letter]\nclauses: {add: [hotline.third]}\n"
    )
    (finding,) = [each for each in findings(text) if each.rule.id == "C101"]
    assert [text for _, _, text in labels(finding)] == [
        "`hotline.third.c` says 2小时", "`hotline.answer.b` says 8小时",
    ]  # fmt: skip

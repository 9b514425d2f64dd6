"""C301: the deadlines of one fault end in their order."""

from __future__ import annotations

from itertools import combinations

import pytest

from gen.library.vocabulary import built_in_vocabulary
from gen.message import speak
from tests.check.promises import OFFICE, REPORTED, Findings, clause, helps, labels, notes, param, tiers, told

STEPS = ("intake_ack", "response", "remote_diag", "onsite_arrival", "workaround", "resolution")


def two(  # noqa: PLR0917
    arrival: str, repair: str, clock: str = REPORTED, other: str = REPORTED, scope: str = "", other_scope: str = ""
) -> str:
    """A clause that promises an arrival and a repair."""
    return clause(
        [param("arrival", arrival), param("repair", repair)],
        [
            f"promise: onsite_arrival, at_most: $arrival, scope: {{{scope}}}, {clock}",
            f"promise: resolution, at_most: $repair, scope: {{{other_scope}}}, {other}",
        ],
    )


def test_an_arrival_after_the_repair_is_an_error_with_both_sides_and_a_case(findings: Findings) -> None:
    (finding,) = findings(two("48小时", "24小时", scope="severity: S1", other_scope="severity: S1, phase: in_warranty"))
    assert told(finding) == ("C301 error", "on-site arrival within 48小时, but resolution within 24小时")
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:7:54", "48小时", "`hotline.window.arrival`: may last 48 h"),
        ("clauses/hotline/window.yaml:8:52", "24小时", "`hotline.window.repair`: must be done after 24 h"),
    ]
    assert notes(finding) == [
        "example: severity 1 (critical), in warranty, reported Friday 17:00: resolution is due Saturday 17:00,"
        " but on-site arrival may last until Sunday 17:00"
    ]
    assert helps(finding) == ["no guardrail permits a value that mends it: ask the owners of `hotline.window`"]
    assert finding.bid == "demo"


def test_the_finding_speaks_chinese(findings: Findings) -> None:
    (finding,) = findings(two("48小时", "24小时"))
    speak("zh_CN")
    assert "到场时限" in str(finding.message)
    assert "周五 17:00" in str(finding.notes[0])


@pytest.mark.parametrize(
    ("arrival", "repair"),
    [
        ("24小时", "48小时"),
        ("24小时", "24小时"),
        ("1440分钟", "24小时"),
        ("4小时", "1日"),
        ("1日", "48小时"),
        ("59秒", "1分钟"),
    ],
)
def test_deadlines_in_their_order_or_together_are_no_finding(findings: Findings, arrival: str, repair: str) -> None:
    assert [found for found in findings(two(arrival, repair)) if found.rule.id == "C301"] == []


@pytest.mark.parametrize(
    ("arrival", "repair", "case"),
    [
        # four working hours reported on Friday end on Monday, 24 hours on Saturday
        (
            "4工作小时",
            "24小时",
            "reported Friday 13:01: resolution is due Saturday 13:01,"
            " but on-site arrival may last until Monday 09:01 of week 2",
        ),
        (
            "4工作小时",
            "67小时",
            "reported Friday 13:01: resolution is due Monday 08:01 of week 2,"
            " but on-site arrival may last until Monday 09:01 of week 2",
        ),
        # a working day that begins on Friday ends on Monday at closing time
        (
            "1个工作日",
            "24小时",
            "reported Friday 00:00: resolution is due Saturday 00:00,"
            " but on-site arrival may last until Monday 17:00 of week 2",
        ),
    ],
)
def test_working_time_is_compared_with_natural_time_by_a_concrete_case(
    findings: Findings, arrival: str, repair: str, case: str
) -> None:
    (finding,) = findings(two(arrival, repair, OFFICE))
    assert notes(finding) == [f"example: in all cases, {case}"]


@pytest.mark.parametrize(
    ("arrival", "repair", "fine"),
    [
        ("4工作小时", "236小时", True),  # from 2026-02-14, a Saturday worked, over the Spring Festival
        ("4工作小时", "235小时", False),
        ("1个工作日", "10日", True),
        ("1个工作日", "9日", False),
    ],
)
def test_no_case_is_missed_and_none_invented_at_the_edge(
    findings: Findings, arrival: str, repair: str, fine: bool
) -> None:
    assert (findings(two(arrival, repair, OFFICE)) == ()) is fine


def test_both_in_working_time_are_compared_in_it(findings: Findings) -> None:
    assert findings(two("4工作小时", "8工作小时", OFFICE, OFFICE)) == ()
    (finding,) = findings(two("9工作小时", "8工作小时", OFFICE, OFFICE))
    assert told(finding) == ("C301 error", "on-site arrival within 9工作小时, but resolution within 8工作小时")


def test_working_days_run_in_working_time_even_where_the_clause_says_natural(findings: Findings) -> None:
    (finding,) = findings(two("2个工作日", "24小时"))
    assert told(finding) == ("C301 error", "on-site arrival within 2个工作日, but resolution within 24小时")


@pytest.mark.parametrize(("earlier", "later"), list(combinations(STEPS, 2)))
def test_every_step_may_not_outlast_any_later_one(findings: Findings, earlier: str, later: str) -> None:
    wrong, right = (
        clause(
            [param("a", first), param("b", second)],
            [f"promise: {later}, at_most: $b, {REPORTED}", f"promise: {earlier}, at_most: $a, {REPORTED}"],
        )
        for first, second in (("5小时", "4小时"), ("4小时", "5小时"))
    )
    (finding,) = findings(wrong)
    words = built_in_vocabulary().dimensions
    assert told(finding) == ("C301 error", f"{words[earlier].en} within 5小时, but {words[later].en} within 4小时")
    assert findings(right) == ()


def test_the_steps_of_a_fault_are_these() -> None:
    vocabulary = built_in_vocabulary()
    for place, step in enumerate(STEPS):
        assert vocabulary.behind(step) == set(STEPS[place + 1 :])
    others = {name: vocabulary.behind(name) for name in vocabulary.dimensions if name not in STEPS}
    assert {name: set(behind) for name, behind in others.items() if behind} == {
        "dispatch": {"onsite_arrival", "workaround", "resolution"},
        "solution_proposal": {"resolution"},
        "diagnosis_limit": {"resolution"},
        "escalation": {"resolution"},
        "part_delivery": {"resolution"},
    }


@pytest.mark.parametrize(
    ("scope", "other", "clash"),
    [
        ("severity: S1", "severity: S1", True),
        ("severity: [S1, S2]", "severity: [S2, S3]", True),
        ("severity: S1", "", True),
        ("severity: S1", "phase: in_warranty", True),
        ("severity: S1", "severity: S2", False),
        ("phase: trial_run", "phase: in_warranty", False),
    ],
)
def test_only_promises_that_meet_are_compared(findings: Findings, scope: str, other: str, clash: bool) -> None:
    assert bool(findings(two("48小时", "24小时", scope=scope, other_scope=other))) is clash


@pytest.mark.parametrize(
    ("clock", "other", "clash"),
    [
        (REPORTED, "", True),
        ("", "", True),
        (REPORTED, "clock: {kind: natural, from: arrival}", False),
        ("", "clock: {kind: natural, from: arrival}", False),
        ("clock: {kind: natural, from: arrival}", "clock: {kind: natural, from: arrival}", True),
    ],
)
def test_promises_from_two_events_are_not_compared(findings: Findings, clock: str, other: str, clash: bool) -> None:
    assert any(found.rule.id == "C301" for found in findings(two("48小时", "24小时", clock, other))) is clash


@pytest.mark.parametrize(("bound", "clash"), [("at_most", True), ("is", True), ("at_least", False)])
def test_a_lower_bound_is_no_deadline(findings: Findings, bound: str, clash: bool) -> None:
    assert bool(findings(two("48小时", "24小时").replace("at_most: $repair", f"{bound}: $repair"))) is clash


def test_twelve_tiers_out_of_order_are_one_finding_with_every_case(findings: Findings) -> None:
    rows = ", ".join(f"L{number}: {{arrival: {number + 12}小时, repair: {number}小时}}" for number in range(1, 13))
    text = clause(
        [
            "t: {label: 时限, type: table, key: lot, columns: {arrival: {label: 到场, type: duration},"
            f" repair: {{label: 修复, type: duration}}}}, default: {{{rows}}}}}"
        ],
        [
            f"promise: {promise}, each: t, scope: {{lot: $lot}}, at_most: ${column}, {REPORTED}"
            for promise, column in (("onsite_arrival", "arrival"), ("resolution", "repair"))
        ],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C301 error", "on-site arrival within 13小时, but resolution within 1小时")
    assert notes(finding)[1] == "12 cases: " + ", ".join(f"L{number}" for number in range(1, 13))


def test_the_worst_case_of_a_table_is_the_one_shown(findings: Findings) -> None:
    text = clause(
        [tiers("a", "5小时", "12小时", "30小时", "47小时"), tiers("b", "4小时", "8小时", "24小时", "48小时")],
        [
            f"promise: {promise}, each: {name}, scope: {{severity: $severity}}, at_most: $within, {REPORTED}"
            for promise, name in (("onsite_arrival", "a"), ("resolution", "b"))
        ],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C301 error", "on-site arrival within 30小时, but resolution within 24小时")
    assert labels(finding)[0][2] == "`hotline.window.a.S3`: may last 30 h"
    assert notes(finding)[1] == "3 cases: severity 1 (critical), severity 2 (major), severity 3 (minor)"


def three(arrival: str, workaround: str, repair: str, scope: str = "") -> str:
    return clause(
        [param("a", arrival), param("w", workaround), param("r", repair)],
        [
            f"promise: onsite_arrival, at_most: $a, {REPORTED}",
            f"promise: workaround, at_most: $w, scope: {{{scope}}}, {REPORTED}",
            f"promise: resolution, at_most: $r, {REPORTED}",
        ],
    )


def test_what_only_follows_from_a_step_in_between_is_not_told_again(findings: Findings) -> None:
    assert [told(finding)[1] for finding in findings(three("48小时", "24小时", "36小时"))] == [
        "on-site arrival within 48小时, but temporary restoration within 24小时"
    ]


def test_what_follows_from_a_step_in_between_in_some_cases_only_is_told(findings: Findings) -> None:
    assert [told(finding)[1] for finding in findings(three("48小时", "24小时", "36小时", "severity: S1"))] == [
        "on-site arrival within 48小时, but resolution within 36小时",
        "on-site arrival within 48小时, but temporary restoration within 24小时",
    ]


def test_two_clashes_of_their_own_are_both_told(findings: Findings) -> None:
    assert [told(finding)[1] for finding in findings(three("48小时", "24小时", "12小时"))] == [
        "on-site arrival within 48小时, but temporary restoration within 24小时",
        "temporary restoration within 24小时, but resolution within 12小时",
    ]


@pytest.mark.parametrize(
    ("arrival", "repair", "fixes"),
    [
        ("48小时, allow: 2小时..48小时", "24小时",
         ["set `hotline.window.arrival` to 12小时 (inside its guardrail)"]),
        ("48小时", "24小时, allow: 12小时..72小时",
         ["set `hotline.window.repair` to 72小时 (inside its guardrail)"]),
        ("48小时, allow: 2小时..48小时", "24小时, allow: 12小时..72小时",
         ["set `hotline.window.arrival` to 12小时 (inside its guardrail)",
          "set `hotline.window.repair` to 72小时 (inside its guardrail)"]),
        ("48小时, allow: 36小时..48小时", "24小时, allow: 12小时..24小时",
         ["no value that the guardrails permit mends it by itself: ask the owners of the clauses"]),
    ],
)  # fmt: skip
def test_only_fixes_that_the_guardrails_permit_are_offered(
    findings: Findings, arrival: str, repair: str, fixes: list[str]
) -> None:
    (finding,) = findings(two(arrival, repair))
    assert helps(finding) == fixes


def test_promises_of_two_clauses_show_both_files_and_both_owners(findings: Findings) -> None:
    text = (
        clause([param("a", "48小时")], [f"promise: onsite_arrival, at_most: $a, {REPORTED}"])
        + clause([param("b", "24小时")], [f"promise: resolution, at_most: $b, {REPORTED}"], "hotline.answer")
        + "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"
    )
    (finding,) = findings(text)
    assert [place for place, _, _ in labels(finding)] == [
        "clauses/hotline/window.yaml:7:42", "clauses/hotline/answer.yaml:7:42",
    ]  # fmt: skip
    assert helps(finding) == [
        "no guardrail permits a value that mends it: ask the owners of `hotline.window`, `hotline.answer`"
    ]


def test_seconds_count(findings: Findings) -> None:
    text = clause(
        [param("a", "50秒"), param("b", "30秒")],
        [f"promise: intake_ack, at_most: $a, {REPORTED}", f"promise: response, at_most: $b, {REPORTED}"],
    )
    (finding,) = findings(text)
    assert labels(finding)[0][2] == "`hotline.window.a`: may last 50 s"
    assert notes(finding) == [
        "example: in all cases, reported Friday 17:00: response is due Friday 17:00:30,"
        " but ticket acknowledgement may last until Friday 17:00:50"
    ]


def fingerprint(findings: Findings, text: str) -> str:
    (finding,) = findings(text)
    return finding.fingerprint


def test_a_fingerprint_is_stable_when_lines_move_and_words_and_values_change(findings: Findings) -> None:
    text = two("48小时", "24小时")
    plain = fingerprint(findings, text)
    assert fingerprint(findings, text.replace("title: 题", "title: 新题\nbasis: [国标]")) == plain
    assert fingerprint(findings, text.replace("label: repair", "label: 修复时限")) == plain
    assert fingerprint(findings, text.replace("24小时", "36小时")) == plain
    assert fingerprint(findings, two("48小时", "24小时", OFFICE)) == plain


def test_one_repair_that_is_too_early_for_two_arrivals_is_one_finding(findings: Findings) -> None:
    text = clause(
        [param("near", "9小时"), param("far", "12小时"), param("repair", "4小时")],
        [
            f"promise: onsite_arrival, at_most: $near, scope: {{region: same_city}}, {REPORTED}",
            f"promise: onsite_arrival, at_most: $far, scope: {{region: remote}}, {REPORTED}",
            f"promise: resolution, at_most: $repair, {REPORTED}",
        ],
    )
    prints = [finding.fingerprint for finding in findings(text)]
    assert len(prints) == 1  # one cause: the repair is too early for both

"""C201 to C209: service windows and clocks against deadlines; harmless neighbours beside each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.check.promises import REPORTED, Findings, clause, labels, notes, param, tiers, told

Rules = Callable[..., list[str]]


@pytest.fixture
def rules(findings: Findings) -> Rules:
    """The rules of this family that find something in a clause with these commitments."""

    def found(*commitments: str, params: tuple[str, ...] = ("a", "b")) -> list[str]:
        text = clause([param(name, "2小时") for name in params], list(commitments))
        return [told(each)[0] for each in findings(text) if each.rule.id.startswith("C2")]

    return found


WINDOW = "promise: service_window, is: "
RESPONSE = f"promise: response, at_most: $a, {REPORTED}"
OTHER = f"promise: remote_diag, at_most: $b, {REPORTED}"


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (f"{WINDOW}5×8, scope: {{channel: hotline}}", ["C201 warning"]),
        (f"{WINDOW}7×18, scope: {{channel: phone}}", ["C201 warning"]),
        (f"{WINDOW}5×8", ["C201 warning"]),
        (f"{WINDOW}7×24, scope: {{channel: hotline}}", []),
        (f"{WINDOW}5×8, scope: {{channel: onsite}}", []),  # nobody reports on that way
        (f"{WINDOW}5×8, scope: {{channel: hotline, phase: post_warranty}}", ["C201 warning"]),
    ],
)
def test_c201_reports_are_taken_in_a_narrower_window(rules: Rules, window: str, expected: list[str]) -> None:
    assert rules(window, RESPONSE, OTHER) == expected


def test_c201_one_way_round_the_clock_is_enough(rules: Rules) -> None:
    night = f"{WINDOW}7×24, scope: {{channel: hotline}}"
    office = f"{WINDOW}5×8, scope: {{channel: email}}"
    assert rules(night, office, RESPONSE, OTHER) == []
    assert rules(office, night, RESPONSE, OTHER) == []


@pytest.mark.parametrize(
    "response",
    [
        "promise: response, at_most: $a, clock: {kind: working, from: report_received, window: 5×8}",
        "promise: response, at_most: $a, clock: {kind: natural, from: arrival}",  # somebody is there already
        "promise: response, at_most: 2日, clock: {kind: natural, from: report_received}",
        "promise: response, at_least: $a, clock: {kind: natural, from: report_received}",
    ],
)
def test_c201_is_about_natural_hours_from_a_report(rules: Rules, response: str) -> None:
    assert rules(f"{WINDOW}5×8, scope: {{channel: hotline}}", response, f"promise: patch_time, at_most: $b, {REPORTED}",
                 "promise: complaint, at_most: $a, clock: {kind: natural, from: contract_signed}") == []  # fmt: skip


def test_c201_names_every_deadline_of_the_window_and_one_case(findings: Findings) -> None:
    text = clause([param("a", "2小时"), param("b", "3小时")], [f"{WINDOW}5×8", RESPONSE, OTHER])
    (finding,) = findings(text)
    assert told(finding)[1] == "reports are taken 5×8, but 2 deadlines run on in natural hours"
    assert len(labels(finding)) == 3
    assert notes(finding) == ["example: in all cases, reported Friday 16:59: response is due Friday 18:59"]


@pytest.mark.parametrize(
    ("wanted", "service", "clash"),
    [
        ("7×24", "7×18", True),
        ("7×24", "5×9", True),
        ("5×9", "5×8", True),
        ("5×8", "5×8", False),
        ("5×8", "5×9", False),
        ("5×8", "7×24", False),
        ("7×18", "7×24", False),
        ("5×9", "7×8", True),  # until 18:00, and the service closes at 17:00
    ],
)
def test_c202_no_service_window_contains_the_promise(rules: Rules, wanted: str, service: str, clash: bool) -> None:
    response = f"promise: response, at_most: $a, clock: {{kind: natural, from: report_received, window: {wanted}}}"
    late = response.replace("response, at", "remote_diag, at").replace("$a", "$b")
    assert rules(f"{WINDOW}{service}, scope: {{channel: hotline}}", response, late) == ["C202 error"] * clash


def test_c202_one_of_several_windows_that_contains_it_is_enough(rules: Rules) -> None:
    response = "promise: response, at_most: $a, clock: {kind: natural, from: report_received, window: 7×24}"
    late = response.replace("response, at", "remote_diag, at").replace("$a", "$b")
    narrow, wide = f"{WINDOW}5×8, scope: {{channel: email}}", f"{WINDOW}7×24, scope: {{channel: hotline}}"
    assert rules(narrow, wide, response, late) == []
    assert rules(narrow, response, late) == ["C202 error"]  # one window, one finding


@pytest.mark.parametrize(
    ("value", "window", "service", "expected"),
    [
        ("2个工作日", "", "7×24", ["C203 warning"]),
        ("2个工作日", ", window: 7×24", "7×24", ["C203 warning"]),
        ("2个工作日", ", window: 7×24", "5×8", ["C202 error"]),
        ("2个工作日", ", window: 5×8", "7×24", []),
        ("2个工作日", "", "5×8", []),
        ("2工作小时", ", window: 7×8", "7×8", ["C204 warning"]),
        ("2工作小时", ", window: 5×8", "7×8", []),
    ],
)
def test_c203_and_c204_which_working_time(
    rules: Rules, value: str, window: str, service: str, expected: list[str]
) -> None:
    response = f"promise: response, at_most: {value}, clock: {{kind: working, from: report_received{window}}}"
    signed = "clock: {kind: natural, from: contract_signed}"
    others = (f"promise: patch_time, at_most: $a, {signed}", f"promise: complaint, at_most: $b, {signed}")
    assert rules(f"{WINDOW}{service}, scope: {{channel: hotline}}", response, *others) == expected


def holidays(*told_: tuple[str, str]) -> list[str]:
    return [
        f"promise: service_window, is: 7×24, scope: {{{scope}}}, clock: {{kind: natural, holidays: {counted}}}"
        for counted, scope in told_
    ]


@pytest.mark.parametrize(
    ("commitments", "expected"),
    [
        (holidays(("included", ""), ("excluded", "")), 1),
        (holidays(("included", ""), ("excluded", ""), ("excluded", "phase: in_warranty")), 1),
        (holidays(("included", ""), ("included", "")), 0),
        (holidays(("included", "channel: hotline"), ("excluded", "channel: onsite")), 0),
    ],
)
def test_c205_holidays_in_and_out(findings: Findings, commitments: list[str], expected: int) -> None:
    text = clause([param("a", "2日")], [*commitments, "promise: complaint, at_most: $a, " + REPORTED])
    found = [each for each in findings(text) if each.rule.id == "C205"]
    assert len(found) == expected
    assert [len(each.labels) for each in found] == [len(commitments)] * expected  # every side is shown, once


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        ("response, at_most: $a", ["C206 warning"]),
        ("response, at_most: $a, clock: {kind: natural}", ["C206 warning"]),
        ("response, at_least: $a", []),
        ("warranty_term, at_least: 3年", ["C206 warning"]),
        ("price_hold, at_least: 3年", []),  # nothing is known to end with it
        (f"response, at_most: $a, {REPORTED}", []),
    ],
)
def test_c206_no_start(rules: Rules, promise: str, expected: list[str]) -> None:
    assert rules(f"promise: {promise}", "promise: complaint, at_most: $a, " + REPORTED, params=("a",)) == expected


def test_c206_a_table_without_a_start_is_one_finding(findings: Findings) -> None:
    text = clause([tiers("x", "1小时", "2小时", "3小时", "4小时")],
                  ["promise: response, each: x, scope: {severity: $severity}, at_most: $within"])  # fmt: skip
    assert [told(each)[0] for each in findings(text)] == ["C206 warning"]


FROM_REMOTE = "promise: onsite_arrival, at_most: $b, clock: {kind: natural, from: remote_begun}"
FROM_REPORT = f"promise: onsite_arrival, at_most: $a, {REPORTED}"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], ["C207 error"]),
        # somebody says how long it takes to begin remote work: C303 adds up the way
        (["promise: remote_diag, at_most: 1小时, clock: {kind: natural, from: report_received}"], []),
        # in two steps
        (["promise: response, at_most: 10分钟, clock: {kind: natural, from: report_received}",
          "promise: remote_diag, at_most: 1小时, clock: {kind: natural, from: responded}"], []),
        # a step that leads elsewhere links nothing
        (["promise: response, at_most: 10分钟, clock: {kind: natural, from: report_received}"], ["C207 error"]),
    ],
)  # fmt: skip
def test_c207_two_starts_without_a_link(rules: Rules, more: list[str], expected: list[str]) -> None:
    assert rules(FROM_REPORT, FROM_REMOTE, *more) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("severity: S1", "severity: S2", []),
        ("severity: S1", "", ["C207 error"]),
        ("severity: S1", "phase: in_warranty", ["C207 warning"]),
    ],
)
def test_c207_is_about_common_cases(rules: Rules, one: str, other: str, expected: list[str]) -> None:
    assert rules(f"{FROM_REPORT}, scope: {{{one}}}", f"{FROM_REMOTE}, scope: {{{other}}}") == expected


@pytest.mark.parametrize(
    ("stops", "expected"), [("", ["C209 warning"]), ("[planned_outage]", []), ("[force_majeure]", ["C209 warning"])]
)
def test_c209_a_table_of_availabilities_is_one_finding(findings: Findings, stops: str, expected: list[str]) -> None:
    clock = f", clock: {{kind: natural, stops: {stops}}}" if stops else ""
    text = clause(
        [tiers("x", "99.9%", "99%", "98%", "97%", columns="within: {label: 率, type: percent}")],
        [f"promise: availability, each: x, scope: {{severity: $severity}}, at_least: $within{clock}"],
    )
    assert [told(each)[0] for each in findings(text)] == expected


def test_d102_a_table_of_targets_is_one_finding(findings: Findings) -> None:
    text = clause(
        [tiers("x", "99%", "98%", "97%", "96%", columns="within: {label: 率, type: percent}")],
        ["promise: ontime_rate, each: x, scope: {severity: $severity}, at_least: $within"],
    )
    assert [told(each) for each in findings(text)] == [("D102 warning", "on-time rate of 99%: a share of what?")]

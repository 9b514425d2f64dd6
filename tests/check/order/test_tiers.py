"""C304 to C307: promises of one kind at two places of an ordered axis; C302 and C308 beside them."""

from __future__ import annotations

import pytest

from tests.check.promises import OFFICE, REPORTED, Findings, clause, helps, notes, param, tiers, told


def each(dimension: str, axis: str, first: tuple[str, str], second: tuple[str, str], more: str = "") -> str:
    """Two promises of one kind: (scope value, deadline) each."""
    return clause(
        [param("a", first[1]), param("b", second[1])],
        [
            f"promise: {dimension}, at_most: $a, scope: {{{axis}: {first[0]}}}, {REPORTED}",
            f"promise: {dimension}, at_most: $b, scope: {{{axis}: {second[0]}{more}}}, {REPORTED}",
        ],
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            each("onsite_arrival", "severity", ("S1", "6小时"), ("S2", "4小时")),
            ("C304 error", "on-site arrival: 6小时 for severity 1 (critical), but 4小时 for severity 2 (major)"),
        ),
        (
            each("response", "severity", ("[S1, S2]", "2小时"), ("[S3, S4]", "90分钟")),
            (
                "C304 error",
                "response: 2小时 for severity 1 (critical), severity 2 (major),"
                " but 90分钟 for severity 3 (minor), severity 4 (query)",
            ),
        ),
        (
            each("onsite_arrival", "region", ("same_city", "12小时"), ("county", "4小时")),
            ("C305 error", "on-site arrival: 12小时 for same city, but 4小时 for county or district"),
        ),
        (
            each("response", "phase", ("in_warranty", "4小时"), ("post_warranty", "2小时")),
            ("C306 warning", "response: 4小时 for in warranty, but 2小时 for after warranty"),
        ),
        (
            each("response", "channel", ("phone", "2小时"), ("onsite", "1小时")),
            ("C307 warning", "response: 2小时 for phone support, but 1小时 for on-site service"),
        ),
    ],
)
def test_the_wrong_way_round(findings: Findings, text: str, message: tuple[str, str]) -> None:
    (finding,) = findings(text)
    assert told(finding) == message


@pytest.mark.parametrize(
    "text",
    [
        each("onsite_arrival", "severity", ("S1", "4小时"), ("S2", "6小时")),
        each("onsite_arrival", "severity", ("S1", "4小时"), ("S2", "240分钟")),
        each("onsite_arrival", "region", ("same_city", "4小时"), ("county", "12小时")),
        each("response", "phase", ("in_warranty", "2小时"), ("post_warranty", "4小时")),
        each("response", "phase", ("trial_run", "4小时"), ("in_warranty", "2小时")),  # no order is known between these
        each("response", "channel", ("phone", "30分钟"), ("onsite", "1小时")),
        each("response", "channel", ("email", "1日"), ("onsite", "1小时")),  # e-mail is slow by nature
        # the graver promise holds where the other does not
        each("response", "severity", ("S1", "2小时"), ("S2", "1小时"))
        .replace("scope: {severity: S1}", "scope: {severity: S1, phase: post_warranty}")
        .replace("scope: {severity: S2}", "scope: {severity: S2, phase: in_warranty}"),
    ],
)
def test_the_right_way_round_and_promises_that_never_meet(findings: Findings, text: str) -> None:
    assert findings(text) == ()


def test_more_is_better_where_more_is_promised(findings: Findings) -> None:
    promises = [f"promise: inspection_freq, at_least: ${name}, scope: {{region: {region}}}"
                for name, region in (("a", "same_city"), ("b", "remote"))]  # fmt: skip
    seldom = clause([param("a", "每季度1次", type_="frequency"), param("b", "每月1次", type_="frequency")], promises)
    often = clause([param("a", "每月1次", type_="frequency"), param("b", "每季度1次", type_="frequency")], promises)
    (finding,) = findings(seldom)
    assert told(finding) == (
        "C305 error", "preventive inspection: 每季度1次 for same city, but 每月1次 for remote area",
    )  # fmt: skip
    assert findings(often) == ()


def test_a_table_that_falls_instead_of_rising_is_one_finding_with_all_its_cases(findings: Findings) -> None:
    text = clause(
        [tiers("a", "8小时", "6小时", "4小时", "2小时")],
        [f"promise: response, each: a, scope: {{severity: $severity}}, at_most: $within, {REPORTED}"],
    )
    (finding,) = findings(text)
    assert told(finding) == (
        "C304 error",
        "response: 8小时 for severity 1 (critical), but 6小时 for severity 2 (major)",
    )
    assert len(finding.labels) == 4
    assert notes(finding)[0] == (
        "example: in all cases, begun Friday 17:00: severity 2 (major) is served by Friday 23:00,"
        " severity 1 (critical) only by Saturday 01:00"
    )
    assert notes(finding)[1].startswith("6 cases: severity 1 (critical) against severity 2 (major), ")


def test_one_that_is_slower_only_at_some_hours_is_a_warning(findings: Findings) -> None:
    text = clause(
        [param("a", "4小时"), param("b", "2工作小时")],
        [
            f"promise: response, at_most: $a, scope: {{severity: S1}}, {REPORTED}",
            f"promise: response, at_most: $b, scope: {{severity: S2}}, {OFFICE}",
        ],
    )
    (finding,) = findings(text)
    assert told(finding) == (
        "C304 warning",
        "response: 4小时 for severity 1 (critical), but 2工作小时 for severity 2 (major)",
    )


def test_a_fix_inside_the_guardrail_is_offered_where_it_mends(findings: Findings) -> None:
    text = clause(
        [param("a", "6小时", ", allow: 2小时..6小时"), param("b", "4小时")],
        [
            f"promise: response, at_most: $a, scope: {{severity: S1}}, {REPORTED}",
            f"promise: response, at_most: $b, scope: {{severity: S2}}, {REPORTED}",
        ],
    )
    (finding,) = findings(text)
    assert helps(finding)[0] == "set `hotline.window.a` to 4小时 (inside its guardrail)"


@pytest.mark.parametrize(
    ("arrival", "repair", "expected"),
    [
        ("48小时", "48小时", ["C302 warning"]),
        ("2880分钟", "48小时", ["C302 warning"]),
        ("2日", "2日", ["C302 warning"]),
        ("48小时", "2日", []),  # two days end at midnight, up to a day later
        ("47小时", "48小时", []),
        ("48小时", "47小时", ["C301 error"]),
    ],
)
def test_arrival_and_repair_at_one_moment(findings: Findings, arrival: str, repair: str, expected: list[str]) -> None:
    text = clause(
        [param("a", arrival), param("b", repair)],
        [f"promise: onsite_arrival, at_most: $a, {REPORTED}", f"promise: resolution, at_most: $b, {REPORTED}"],
    )
    assert [told(finding)[0] for finding in findings(text)] == expected


def test_setting_out_is_not_arriving(findings: Findings) -> None:
    leave = f"promise: dispatch, at_most: $a, {REPORTED}"
    arrive = f"promise: onsite_arrival, at_most: $b, scope: {{severity: [S1, S2]}}, {REPORTED}"
    text = clause([param("a", "2小时"), param("b", "6小时")], [leave, arrive])
    (finding,) = findings(text)
    assert told(finding) == ("C308 warning", "an engineer sets out within 2小时, but no arrival is promised")
    limited = text.replace("at_most: $a,", "at_most: $a, scope: {severity: S1},")
    assert findings(limited) == ()

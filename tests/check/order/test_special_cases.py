"""Where a promise is made for special cases, or as a declared exception, it alone decides there."""

from __future__ import annotations

import pytest

from tests.check.promises import REPORTED, Findings, clause, notes, param, tiers, told

BOTH = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"


def made(*promised: tuple[str, str, str, str]) -> str:
    """Promises from the report: (dimension, value, scope, more)."""
    return clause(
        [param(f"p{number}", value) for number, (_, value, _, _) in enumerate(promised, 1)],
        [
            f"promise: {dimension}, at_most: $p{number}, scope: {{{scope}}}, {more or REPORTED}"
            for number, (dimension, _, scope, more) in enumerate(promised, 1)
        ],
    )


def test_a_general_arrival_is_not_held_against_the_repair_of_faults_that_have_their_own(findings: Findings) -> None:
    assert (
        findings(
            made(
                ("onsite_arrival", "8小时", "", ""),
                ("onsite_arrival", "2小时", "severity: S1", ""),
                ("resolution", "4小时", "severity: S1", ""),
                ("resolution", "24小时", "", ""),
            )
        )
        == ()
    )


def test_it_is_where_the_special_arrival_leaves_cases_out(findings: Findings) -> None:
    (finding,) = findings(
        made(
            ("onsite_arrival", "8小时", "", ""),
            ("onsite_arrival", "2小时", "severity: S1, phase: in_warranty", ""),
            ("resolution", "4小时", "severity: S1", ""),
            ("resolution", "24小时", "", ""),
        )
    )
    assert told(finding) == ("C301 error", "on-site arrival within 8小时, but resolution within 4小时")
    assert notes(finding)[0].startswith("example: severity 1 (critical), supply, reported Friday 17:00")


def test_special_arrivals_that_share_the_cases_out_leave_none_to_the_general_one(findings: Findings) -> None:
    four = [("onsite_arrival", f"{n}小时", f"severity: S{n}", "") for n in range(1, 5)]
    assert findings(made(("onsite_arrival", "8小时", "", ""), *four, ("resolution", "6小时", "", ""))) == ()
    three = [each.rule.id for each in findings(made(("onsite_arrival", "8小时", "", ""), *four[:3],
                                                   ("resolution", "6小时", "", "")))]  # fmt: skip
    assert three == ["C301"]


@pytest.mark.parametrize(
    "more",
    [
        "condition: 备件在库, " + REPORTED,  # may never hold
        "modality: may, " + REPORTED,  # binds nobody
        "clock: {kind: natural, from: arrival}",  # another promise
    ],
)
def test_a_special_promise_that_may_not_hold_decides_nothing(findings: Findings, more: str) -> None:
    found = findings(
        made(
            ("workaround", "8小时", "", ""),
            ("workaround", "2小时", "severity: S1", more),
            ("resolution", "4小时", "severity: S1", ""),
            ("resolution", "24小时", "", ""),
        )
    )
    assert "workaround" in {each.key[0] for each in found if each.rule.id == "C301"}


def excepting(arrival: str, repair: str, overrides: str) -> str:
    general = [f"promise: onsite_arrival, at_most: $a, {REPORTED}", f"promise: resolution, at_most: $c, {REPORTED}"]
    remote = [
        f"promise: onsite_arrival, scope: {{region: remote}}, at_most: $b, {REPORTED}, {overrides}",
        f"promise: resolution, scope: {{region: remote}}, at_most: $d, {REPORTED}, {overrides}",
    ]
    return (
        clause([param("a", "4小时"), param("c", "24小时")], general)
        + clause([param("b", arrival), param("d", repair)], remote, "hotline.answer")
        + BOTH
    )


def test_a_declared_exception_takes_the_place_of_both_steps(findings: Findings) -> None:
    assert findings(excepting("48小时", "72小时", "overrides: [hotline.window]")) == ()


def test_an_exception_is_still_held_against_itself(findings: Findings) -> None:
    (finding,) = findings(excepting("72小时", "48小时", "overrides: [hotline.window]"))
    assert told(finding) == ("C301 error", "on-site arrival within 72小时, but resolution within 48小时")


def test_a_weaker_repair_that_is_not_declared_does_not_replace_the_general_one(findings: Findings) -> None:
    """The stricter reading binds: C101 asks for the declaration, and C301 holds the arrival against 24 hours."""
    assert sorted({each.rule.id for each in findings(excepting("48小时", "72小时", "modality: shall"))}) == [
        "C101",
        "C301",
    ]


def test_due_together_is_not_said_of_what_a_special_arrival_precedes(findings: Findings) -> None:
    text = made(
        ("onsite_arrival", "8小时", "", ""),
        ("onsite_arrival", "2小时", "severity: S1", ""),
        ("resolution", "8小时", "severity: S1", ""),
        ("resolution", "24小时", "", ""),
    )
    assert findings(text) == ()
    (finding,) = findings(text.replace("scope: {severity: S1}, clock", "scope: {severity: S2}, clock", 1))
    assert told(finding)[0] == "C302 warning"
    assert notes(finding) == ["both hold: severity 1 (critical)"]


def test_tiers_are_not_inverted_where_a_special_promise_decides(findings: Findings) -> None:
    def text(fast: str) -> str:
        return clause(
            [tiers("x", "8小时", "10小时", "12小时", "24小时"), param("b", "2小时"), param("d", "4小时")],
            [
                f"promise: onsite_arrival, each: x, scope: {{severity: $severity}}, at_most: $within, {REPORTED}",
                f"promise: onsite_arrival, scope: {{severity: S1, region: {fast}}}, at_most: $b, {REPORTED}",
                f"promise: onsite_arrival, scope: {{severity: S2, region: same_city}}, at_most: $d, {REPORTED}",
            ],
        )

    assert findings(text("same_city")) == ()
    (finding,) = findings(text("county"))  # in the same city a critical fault waits 8 hours, a major one 4
    assert told(finding) == (
        "C304 error", "on-site arrival: 8小时 for severity 1 (critical), but 4小时 for severity 2 (major)",
    )  # fmt: skip


def test_a_chain_is_added_up_from_the_links_that_decide(findings: Findings) -> None:
    def text(whole: str) -> str:
        return made(
            ("onsite_arrival", "12小时", "", ""),
            ("onsite_arrival", "2小时", "severity: S1", ""),
            ("resolution", "24小时", "", "clock: {kind: natural, from: arrival}"),
            ("resolution", whole, "severity: S1", ""),
        )

    assert findings(text("26小时")) == ()
    (finding,) = findings(text("25小时"))
    assert told(finding)[0] == "C303 error"
    assert notes(finding)[0] == "2小时 + 24小时 makes 26 h, and 25小时 is 25 h"


# -- months


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        ("2小时", "1个月", ""),  # whatever the month
        ("28日", "1个月", "C301 warning"),
        ("31日", "1个月", "C301 warning"),
        ("32日", "1个月", "C301 error"),
        ("1个月", "24小时", "C301 error"),
        ("2个月", "1个月", "C301 error"),
        ("1个月", "2个月", ""),
        ("1个月", "1个月", ""),
        ("12个月", "1年", ""),
        ("13个月", "1年", "C301 error"),
        ("1年", "367日", ""),
        ("10个工作日", "1个月", ""),  # 24 days at most, over the longest festival
        ("20个工作日", "1个月", "C301 warning"),
    ],
)
def test_months_are_compared_where_their_length_does_not_matter(
    findings: Findings, early: str, late: str, expected: str
) -> None:
    text = made(("workaround", early, "", ""), ("resolution", late, "", ""))
    assert [told(each)[0] for each in findings(text)] == ([expected] if expected else [])


# -- what must happen first


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("", "", "C101 error"),
        ("可远程接入", "", "C101 warning"),
        ("可远程接入", "可远程接入", "C101 error"),
        ("可远程接入", "不可远程接入", "C101 hint"),
    ],
)
def test_two_values_on_conditions(findings: Findings, first: str, second: str, expected: str) -> None:
    text = made(
        ("response", "2小时", "", f"condition: {first or chr(34) * 2}, {REPORTED}"),
        ("response", "4小时", "", f"condition: {second or chr(34) * 2}, {REPORTED}"),
    )
    (finding,) = findings(text)
    assert told(finding)[0] == expected
    conditions = ", ".join(each for each in dict.fromkeys((first, second)) if each)
    assert (f"only where: {conditions}" in notes(finding)) is (first != second)


def test_a_clash_on_a_condition_does_not_hide_one_without(findings: Findings) -> None:
    found = findings(
        made(
            ("onsite_arrival", "48小时", "", ""),
            ("workaround", "24小时", "", f"condition: 备件在库, {REPORTED}"),
            ("resolution", "36小时", "", ""),
        )
    )
    assert {each.key[:2] for each in found} == {("onsite_arrival", "workaround"), ("onsite_arrival", "resolution")}


def test_two_values_that_differ_over_a_holiday_only_are_less_sure_and_say_so(findings: Findings) -> None:
    office = "clock: {kind: working, from: report_received, window: 5×8}"
    found = findings(made(("response", "1工作小时", "severity: S1", office), ("response", "72小时", "", "")))
    (finding,) = [each for each in found if each.rule.id == "C101"]
    assert (str(finding.severity), str(finding.confidence)) == ("error", "medium")
    assert any(note.startswith("over a public holiday, begun 2026-02-1") for note in notes(finding))
    assert any(note.startswith("the public holidays held are those of 2004 to ") for note in notes(finding))

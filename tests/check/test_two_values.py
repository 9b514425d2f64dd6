"""C101: one promise, two values."""

from __future__ import annotations

import pytest

from gen.message import speak
from tests.check.promises import OFFICE, REPORTED, Findings, clause, helps, labels, notes, param, tiers, told

RESPONSE = "promise: response, "


@pytest.fixture
def findings(findings: Findings) -> Findings:
    """What this rule finds; that a promise names no start of its clock is another's business."""
    return lambda text: tuple(finding for finding in findings(text) if finding.rule.id == "C101")


def two(first: str, second: str, scope: str = "", other: str = "", clocks: tuple[str, str] = ("", "")) -> str:
    """A clause that promises a response within two times, each with its scope and clock."""
    return clause(
        [param("a", first), param("b", second)],
        [
            f"{RESPONSE}at_most: $a, scope: {{{scope}}}, {clocks[0]}",
            f"{RESPONSE}at_most: $b, scope: {{{other}}}, {clocks[1]}",
        ],
    )


def test_two_values_in_the_same_cases_are_an_error_with_both_sides(findings: Findings) -> None:
    (finding,) = findings(two("2小时", "24小时", clocks=(REPORTED, REPORTED)))
    assert told(finding) == ("C101 error", "response is promised as 2小时 and as 24小时")
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:7:42", "2小时", "`hotline.window.a` says 2小时"),
        ("clauses/hotline/window.yaml:8:42", "24小时", "`hotline.window.b` says 24小时"),
    ]
    assert notes(finding) == [
        "both hold: in all cases",
        "2小时 of `hotline.window.a` lasts up to 2 h of natural time",
        "24小时 of `hotline.window.b` lasts up to 24 h of natural time",
    ]
    assert helps(finding) == [
        'let one clause make the promise, and print its value in the other with `param("hotline.window.a")`',
        "or limit one of the two to cases in which the other does not hold",
    ]
    assert finding.bid == "demo"


def test_the_finding_speaks_chinese(findings: Findings) -> None:
    (finding,) = findings(two("2小时", "24小时", "severity: S1", "severity: S1"))
    speak("zh_CN")
    assert "响应时限" in str(finding.message)
    assert "2小时" in str(finding.message)
    assert "一级故障" in str(finding.notes[0])


SAME = [
    ("2小时", "120分钟"),
    ("1日", "1日"),
    ("1.5小时", "90分钟"),
    ("60秒", "1分钟"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_value_in_two_forms_is_no_finding(findings: Findings, first: str, second: str) -> None:
    assert findings(two(first, second)) == ()


DIFFERENT = [
    ("20秒", "30秒", "20 s", "30 s"),
    ("59分钟", "1小时", "59 min", "1 h"),
    ("24小时", "1日", "24 h", "48 h"),
    ("90分钟", "2小时", "1 h 30 min", "2 h"),
    ("8工作小时", "1个工作日", "72 h", "89 h"),
]


@pytest.mark.parametrize(("first", "second", "lasts", "other_lasts"), DIFFERENT)
def test_values_are_compared_without_tolerance_by_when_they_end(
    findings: Findings, first: str, second: str, lasts: str, other_lasts: str
) -> None:
    (finding,) = findings(two(first, second))
    assert told(finding) == ("C101 error", f"response is promised as {first} and as {second}")
    assert notes(finding)[1:] == [
        f"{first} of `hotline.window.a` lasts up to {lasts} of natural time",
        f"{second} of `hotline.window.b` lasts up to {other_lasts} of natural time",
    ]


def test_working_time_is_compared_with_natural_time_at_its_worst(findings: Findings) -> None:
    (finding,) = findings(two("4工作小时", "8小时", clocks=(OFFICE, REPORTED)))
    assert told(finding) == ("C101 error", "response is promised as 4工作小时 and as 8小时")
    assert notes(finding)[1] == "4工作小时 of `hotline.window.a` lasts up to 68 h of natural time"


def test_working_time_around_the_clock_is_natural_time(findings: Findings) -> None:
    always = OFFICE.replace("5×8", "7×24")
    assert findings(two("4工作小时", "4小时", clocks=(always, REPORTED))) == ()
    (finding,) = findings(two("4工作小时", "5小时", clocks=(always, REPORTED)))
    assert told(finding)[0] == "C101 error"


def test_deadlines_of_which_now_one_now_the_other_ends_first_are_two_values(findings: Findings) -> None:
    (finding,) = findings(two("8工作小时", "1日", clocks=(OFFICE, REPORTED)))
    assert told(finding) == ("C101 error", "response is promised as 8工作小时 and as 1日")


@pytest.mark.parametrize(
    ("first", "scope", "second", "other", "severity"),
    [
        # the special case is stronger: fine
        ("2小时", "severity: S1", "24小时", "", ""),
        ("24小时", "", "2小时", "severity: S1", ""),
        ("2小时", "severity: S4", "24小时", "", ""),
        ("2小时", "severity: S1, phase: in_warranty", "24小时", "phase: in_warranty", ""),
        ("2小时", "region: same_city", "24小时", "", ""),
        # the special case is weaker: a warning, and an error where it is the graver fault
        ("48小时", "severity: S4", "24小时", "", "warning"),
        ("48小时", "severity: S2", "24小时", "", "warning"),
        ("48小时", "phase: in_warranty", "24小时", "", "warning"),
        ("48小时", "severity: S1", "24小时", "", "error"),
        ("24小时", "", "48小时", "severity: S1", "error"),
        ("48小时", "severity: [S1, S2]", "24小时", "severity: [S1, S2, S3]", "error"),
        # they overlap in part
        ("48小时", "severity: [S1, S2]", "24小时", "severity: [S2, S3]", "warning"),
        ("48小时", "severity: S1", "24小时", "phase: in_warranty", "warning"),
        # the same cases, said in two ways
        ("48小时", "severity: [S1, S2, S3, S4]", "24小时", "", "error"),
        ("48小时", "severity: [S2, S1]", "24小时", "severity: [S1, S2]", "error"),
        # never in one case
        ("48小时", "severity: S1", "24小时", "severity: S2", ""),
        ("48小时", "phase: in_warranty", "24小时", "phase: [post_warranty, trial_run]", ""),
        ("48小时", "lot: 第一包", "24小时", "lot: 第二包", ""),
        # open axes
        ("48小时", "lot: 第一包", "24小时", "lot: 第一包", "error"),
        ("48小时", "lot: 第一包", "24小时", "lot: [第一包, 第二包]", "warning"),
    ],
)
def test_how_badly_two_values_clash_depends_on_where_they_hold(  # noqa: PLR0917
    findings: Findings, first: str, scope: str, second: str, other: str, severity: str
) -> None:
    found = [told(finding) for finding in findings(two(first, second, scope, other))]
    assert found == ([(f"C101 {severity}", f"response is promised as {first} and as {second}")] if severity else [])


def test_where_they_meet_is_said(findings: Findings) -> None:
    (finding,) = findings(two("48小时", "24小时", "severity: [S1, S2]", "severity: [S2, S3], phase: in_warranty"))
    assert notes(finding)[0] == "both hold: severity 2 (major), in warranty"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("report_received", "arrival", False),
        ("report_received", "report_received", True),
        ("report_received", "", True),
        ("", "", True),
    ],
)
def test_promises_from_two_events_are_not_compared(findings: Findings, first: str, second: str, clash: bool) -> None:
    clocks = [f"clock: {{kind: natural, from: {event}}}" if event else "" for event in (first, second)]
    assert bool(findings(two("2小时", "24小时", clocks=(clocks[0], clocks[1])))) is clash


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("provider", "customer", False),
        ("provider", "both", True),
        ("both", "customer", True),
        ("customer", "customer", True),
    ],
)
def test_promises_of_two_parties_are_not_compared_and_those_of_both_are(
    findings: Findings, first: str, second: str, clash: bool
) -> None:
    text = clause(
        [param("a", "5年"), param("b", "3年")],
        [f"promise: confidentiality, at_least: $a, obligor: {first}",
         f"promise: confidentiality, at_least: $b, obligor: {second}"],
    )  # fmt: skip
    assert bool(findings(text)) is clash


@pytest.mark.parametrize(
    ("lower", "upper", "clash"),
    [
        ("3年", "5年", False),
        ("3年", "3年", False),
        ("36个月", "3年", False),
        ("5年", "3年", True),
        ("37个月", "3年", True),
    ],
)
def test_a_lower_bound_may_not_lie_above_an_upper_one(findings: Findings, lower: str, upper: str, clash: bool) -> None:
    text = clause(
        [param("a", lower), param("b", upper)],
        ["promise: confidentiality, at_least: $a", "promise: confidentiality, at_most: $b, scope: {lot: 第一包}"],
    )
    found = [told(finding) for finding in findings(text)]
    expected = ("C101 error", f"confidentiality term is promised as {lower} and as {upper}")
    assert found == ([expected] if clash else [])


@pytest.mark.parametrize(
    ("promise", "first", "second", "severity"),
    [
        ("dispute, is", "court", "arbitration", "error"),
        ("dispute, is", "court", "court", ""),
        ("service_window, is", "5×8", "7×24", "error"),
        ("service_window, is", "5×9", "7×8", "warning"),
        ("inspection_freq, at_least", "每季度1次", "每年4次", ""),
        ("inspection_freq, at_least", "每季度1次", "每月1次", "error"),
        ("availability, at_least", "99.9%", "99.95%", "error"),
        ("availability, at_least", "99.9%", "999‰", ""),
        ("warranty_expiry, is", "2029-12-31", "2030-01-01", "error"),
        ("upgrade_policy, is", "patch", "major", "error"),
        ("training, at_least", "4场", "4场", ""),
        ("training, at_least", "4场", "3场", "error"),
        ("training, at_least", "4场", "4次", "warning"),
        ("doc_support, is", "甲", "乙", ""),
    ],
)
def test_every_kind_of_value_is_compared_in_its_own_measure(
    findings: Findings, promise: str, first: str, second: str, severity: str
) -> None:
    text = clause(
        [param("x", "1小时")],
        ["promise: patch_time, at_most: $x"] + [f"promise: {promise}: {v}" for v in (first, second)],
    )
    assert [told(finding)[0] for finding in findings(text)] == ([f"C101 {severity}"] if severity else [])


@pytest.mark.parametrize(("first", "second"), [("1个月", "30日"), ("1年", "365日"), ("3个月", "60个工作日")])
def test_values_without_a_common_measure_are_reported_as_undecided(findings: Findings, first: str, second: str) -> None:
    text = clause(
        [param("a", first), param("b", second)],
        ["promise: data_return, at_most: $a", "promise: data_return, at_most: $b"],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C101 warning", f"return and deletion of data is promised as {first} and as {second}")
    assert notes(finding)[-1] == "undecided: the two values have no common measure, so they may or may not be the same"


def test_twelve_months_are_one_year(findings: Findings) -> None:
    text = clause(
        [param("a", "12个月"), param("b", "1年")],
        ["promise: warranty_term, at_least: $a", "promise: warranty_term, at_least: $b"],
    )
    assert findings(text) == ()


def test_a_whole_table_out_of_step_is_one_finding_with_every_case(findings: Findings) -> None:
    text = clause(
        [tiers("a", "1小时", "2小时", "3小时", "4小时"), tiers("b", "2小时", "3小时", "4小时", "5小时")],
        [f"{RESPONSE}each: {name}, scope: {{severity: $severity}}, at_most: $within" for name in "ab"],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C101 error", "response is promised as 1小时 and as 2小时")
    assert notes(finding)[-1] == (
        "4 cases: severity 1 (critical), severity 2 (major), severity 3 (minor), severity 4 (query)"
    )
    assert labels(finding)[1] == (
        "clauses/hotline/window.yaml:8:107", "2小时", "`hotline.window.b.S1` says 2小时",
    )  # fmt: skip


def test_the_gravest_of_several_clashes_is_shown_first(findings: Findings) -> None:
    text = clause(
        [tiers("a", "48小时", "36小时", "12小时", "6小时"), param("b", "24小时")],
        [f"{RESPONSE}each: a, scope: {{severity: $severity}}, at_most: $within", f"{RESPONSE}at_most: $b"],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C101 error", "response is promised as 48小时 and as 24小时")
    assert notes(finding)[-1] == "2 cases: severity 1 (critical), severity 2 (major)"


def test_promises_of_two_clauses_are_compared_and_each_file_is_shown(findings: Findings) -> None:
    other = clause([param("b", "24小时")], [f"{RESPONSE}at_most: $b"], "hotline.answer")
    both = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"
    (finding,) = findings(clause([param("a", "2小时")], [f"{RESPONSE}at_most: $a"]) + other + both)
    assert [place for place, _, _ in labels(finding)] == [
        "clauses/hotline/window.yaml:7:42", "clauses/hotline/answer.yaml:7:42",
    ]  # fmt: skip


def test_a_value_of_the_bid_is_shown_where_the_bid_sets_it(findings: Findings) -> None:
    text = two("24小时, allow: 1小时..48小时", "24小时", clocks=(REPORTED, REPORTED))
    bid = (
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nvalues: {hotline.window.a: 12小时}\n"
    )
    (finding,) = findings(text + bid)
    assert labels(finding)[0] == ("projects/demo/project.yaml:7:28", "12小时", "`hotline.window.a` says 12小时")


def test_literals_are_compared_too_and_the_advice_names_a_parameter_only_where_there_is_one(
    findings: Findings,
) -> None:
    literal = clause([param("x", "1小时")], [f"{RESPONSE}at_most: 2小时", f"{RESPONSE}at_most: 4小时",
                                           "promise: patch_time, at_most: $x"])  # fmt: skip
    (finding,) = findings(literal)
    assert labels(finding)[0] == ("clauses/hotline/window.yaml:9:34", "2小时", "`hotline.window` says 2小时")
    assert helps(finding)[0] == "make the value a parameter of one clause, and print it wherever it is needed"
    mixed = clause([param("a", "1小时")], [f"{RESPONSE}at_most: 2小时", f"{RESPONSE}at_most: $a"])
    (finding,) = findings(mixed)
    assert helps(finding)[0].endswith('`param("hotline.window.a")`')


def test_one_promise_with_three_values_is_one_finding(findings: Findings) -> None:
    literals = [f"{RESPONSE}at_most: {hours}小时" for hours in (2, 4, 8)]
    text = clause([param("x", "1小时")], [*literals, "promise: patch_time, at_most: $x"])
    prints = [finding.fingerprint for finding in findings(text)]
    assert len(prints) == 1  # one promise in three places


def fingerprint(findings: Findings, text: str) -> str:
    (finding,) = findings(text)
    return finding.fingerprint


def test_a_fingerprint_is_stable_when_lines_move_and_words_change(findings: Findings) -> None:
    text = two("2小时", "24小时")
    plain = fingerprint(findings, text)
    assert fingerprint(findings, text.replace("title: 题", "title: 新题\nbasis: [国标]")) == plain
    assert fingerprint(findings, text.replace("text: 甲。", "text: |\n  另一段文字。\n")) == plain
    assert fingerprint(findings, text.replace("label: a", "label: 响应时限")) == plain
    assert fingerprint(findings, text.replace("id: hotline.window", "# 注\n\nid: hotline.window")) == plain
    assert fingerprint(findings, text.replace("24小时", "36小时")) == plain
    speak("zh_CN")
    assert fingerprint(findings, text) == plain


def test_fingerprints_differ_where_other_values_or_promises_clash(findings: Findings) -> None:
    text = two("2小时", "24小时")
    prints = {
        fingerprint(findings, text),
        fingerprint(findings, text.replace("b:", "c:").replace("$b", "$c")),
        fingerprint(findings, text.replace("response", "workaround")),
        fingerprint(findings, clause([tiers("a", "2小时"), param("b", "1小时")],
                                     [f"{RESPONSE}each: a, scope: {{severity: $severity}}, at_most: $within",
                                      f"{RESPONSE}at_most: $b"])),
    }  # fmt: skip
    assert len(prints) == 4
    assert all(len(print_) == 12 and int(print_, 16) >= 0 for print_ in prints)

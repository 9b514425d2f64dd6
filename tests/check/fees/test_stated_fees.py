"""C602 and C604 to C609: fees that are missing, too generous, or nowhere to be looked up."""

from __future__ import annotations

import pytest

from gen.finding import Finding
from tests.check.promises import Findings, clause, helps, labels, notes, param, told

X = [param("x", "1小时")]
USED = "promise: patch_time, at_most: $x"


def only(findings: Findings, rule: str, *commitments: str, params: list[str] | None = None) -> list[Finding]:
    """What one rule finds in a clause with these promises."""
    found = findings(clause([*X, *(params or [])], [*commitments, USED]))
    return [finding for finding in found if finding.rule.id == rule]


def life(scope: str = "service: support", more: str = "") -> str:
    return f"promise: lifetime_service, is: promised, scope: {{{scope}}}{more}"


def fee(is_: str, scope: str = "", more: str = "") -> str:
    return f"promise: service_fee, is: {is_}, scope: {{{scope}}}{more}"


AFTER = fee("at_cost", "service: support, phase: post_warranty")


@pytest.mark.parametrize(
    ("commitments", "message"),
    [
        ([life()], "a service for life says neither who pays nor when it ends"),
        ([life(more=", until: production_ended")], "a service for life does not say who pays"),
        ([life(more=", fee: at_cost")], "a service for life does not say when it ends"),
        ([life(more=", fee: at_cost, until: production_ended")], ""),
        # what it costs is said elsewhere, for the time after the warranty and for this service
        ([life(), AFTER], "a service for life does not say when it ends"),
        ([life(more=", until: production_ended"), AFTER], ""),
        ([life("service: repair", ", until: production_ended"), AFTER], "a service for life does not say who pays"),
        ([life(more=", until: production_ended"), AFTER.replace("post", "in")],
         "a service for life does not say who pays"),
    ],
)  # fmt: skip
def test_a_service_for_life_has_a_fee_and_an_end(findings: Findings, commitments: list[str], message: str) -> None:
    found = only(findings, "C602", *commitments)
    assert [told(finding) for finding in found] == ([("C602 warning", message)] if message else [])


def test_what_a_service_for_life_lacks_is_said_where_it_is_promised(findings: Findings) -> None:
    (finding,) = only(findings, "C602", life())
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:9:37", "promised", "promised for life by `hotline.window`")
    ]  # fmt: skip
    assert helps(finding) == [
        "state its fee: `fee: at_cost`, and in words what is charged",
        "state the event that ends it: `until: production_ended`",
        "or promise a number of years instead",
    ]


FREE = fee("free", "service: [repair, parts], phase: in_warranty")
EXCLUDED = "promise: exclusions, is: 人为损坏, fee: at_cost, scope: {phase: in_warranty}"


@pytest.mark.parametrize(
    ("commitments", "count"),
    [
        ([FREE, EXCLUDED], 1),
        ([fee("included", "phase: in_warranty"), EXCLUDED], 1),  # every service
        ([FREE, fee("at_cost", "service: repair, phase: in_warranty", ", condition: 人为损坏")], 1),
        # the exception is declared, on one side or the other
        ([FREE + ", condition: 非人为损坏", EXCLUDED], 0),
        ([FREE, EXCLUDED + ", overrides: [hotline.window]"], 0),
        # what is excluded is done for nothing, or lies in another phase
        ([FREE, EXCLUDED.replace("at_cost", "free")], 0),
        ([FREE, EXCLUDED.replace(", fee: at_cost", "")], 0),
        ([FREE, EXCLUDED.replace("in_warranty", "post_warranty")], 0),
        # a deadline that is free is no sentence about all faults
        (["promise: resolution, at_most: 8小时, fee: free, scope: {phase: in_warranty}", EXCLUDED], 0),
        ([fee("free", "service: training"), EXCLUDED], 0),
    ],
)
def test_free_for_all_faults_beside_exclusions(findings: Findings, commitments: list[str], count: int) -> None:
    found = only(findings, "C604", *commitments)
    assert [told(finding)[0] for finding in found] == ["C604 warning"] * count


def test_where_all_faults_meet_the_exclusions_is_said(findings: Findings) -> None:
    (finding,) = only(findings, "C604", fee("free", "service: repair, phase: [trial_run, in_warranty]"), EXCLUDED)
    assert told(finding)[1] == "repair is free of charge whatever the cause, but some causes are charged"
    assert notes(finding) == ["both hold: in warranty"]
    assert [words for _, _, words in labels(finding)] == [
        "`hotline.window` makes no exception", "`hotline.window`: at cost",
    ]  # fmt: skip


REPAIR = fee("free", "service: repair, phase: in_warranty")


@pytest.mark.parametrize(
    ("commitments", "severity"),
    [
        ([REPAIR, fee("price_list", "service: parts, phase: in_warranty")], "error"),
        ([REPAIR, fee("price_list", "service: parts")], "error"),
        ([REPAIR, fee("price_list", "service: parts, phase: in_warranty, equipment: consumables")], "warning"),
        ([fee("free", "service: repair, severity: S1"), fee("at_cost", "service: parts, equipment: server")],
         "warning"),
        # parts are free and charged: that is C601's
        ([REPAIR, fee("free", "service: parts"), fee("price_list", "service: parts, phase: in_warranty")], ""),
        # nothing is said of parts in the warranty
        ([REPAIR], "warning"),
        ([REPAIR, fee("at_cost", "service: parts, phase: post_warranty")], "warning"),
        # parts are said to be free, by whichever promise
        ([REPAIR, fee("free", "service: parts, phase: in_warranty")], ""),
        ([REPAIR, "promise: part_delivery, at_most: 4小时, fee: free, scope: {phase: in_warranty}"], ""),
        ([fee("free", "service: [repair, parts], phase: in_warranty")], ""),
        ([fee("free", "phase: in_warranty")], ""),
        # declared, on a condition, or in another phase
        ([REPAIR, fee("at_cost", "service: parts", ", overrides: [hotline.window]")], ""),
        ([REPAIR, fee("at_cost", "service: parts, phase: in_warranty", ", condition: 人为损坏")], ""),
        ([fee("free", "service: repair, phase: trial_run")], ""),
        # a deadline that is free says nothing of parts, and need not
        (["promise: resolution, at_most: 8小时, fee: free, scope: {phase: in_warranty}"], ""),
    ],
)  # fmt: skip
def test_free_repair_and_its_parts(findings: Findings, commitments: list[str], severity: str) -> None:
    found = only(findings, "C605", *commitments)
    assert [told(finding)[0] for finding in found] == ([f"C605 {severity}"] if severity else [])


LISTED = "promise: resolution, at_most: 8小时, fee: price_list, scope: {phase: post_warranty}"
VISIT = "visit: {label: 单次服务费, type: money, default: 600元}"
TABLE = (
    "parts: {label: 备件, type: table, key: item, columns: {price: {label: 单价, type: money}}, "
    "default: {电源: 800元, 硬盘: 1200元}}"
)


def test_a_price_list_that_is_charged_by_is_in_the_bid(findings: Findings) -> None:
    (finding,) = only(findings, "C606", LISTED, LISTED.replace("resolution", "onsite_arrival"))
    assert told(finding) == ("C606 error", "services are charged by price list, but no clause of the bid holds prices")
    assert len(labels(finding)) == 1  # one for each clause
    assert only(findings, "C606", LISTED, params=[VISIT]) == []
    assert only(findings, "C606", LISTED, params=[TABLE]) == []
    assert only(findings, "C606", LISTED.replace("price_list", "at_cost")) == []
    assert len(only(findings, "C606", EXCLUDED.replace("at_cost", "price_list"))) == 1


def test_money_in_a_clause_about_something_else_is_no_price_list(findings: Findings) -> None:
    other = clause([VISIT], ["promise: liquidated_damages, is: 1%"], "hotline.answer")
    both = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"
    found = findings(clause(X, [LISTED, USED]) + other + both)
    assert "C606" in [finding.rule.id for finding in found]
    priced = clause([VISIT], ["promise: price_hold, at_least: 3年"], "hotline.answer")
    assert "C606" not in [finding.rule.id for finding in findings(clause(X, [LISTED, USED]) + priced + both)]


LOANER = "promise: spare_unit, at_most: 24小时, fee: free, scope: {phase: in_warranty}"


@pytest.mark.parametrize(
    ("silent", "count"),
    [
        ("promise: spare_unit, at_most: 48小时, scope: {phase: post_warranty}", 1),
        ("promise: spare_unit, at_most: 48小时, scope: {phase: post_warranty}, fee: at_cost", 0),
        ("promise: spare_unit, at_most: 48小时, scope: {phase: in_warranty, severity: S4}", 0),  # said already
        ("promise: spare_unit, at_most: 48小时", 0),  # said for part of its cases
        ("promise: training, at_least: 4场, scope: {phase: post_warranty}", 0),  # no fee of training anywhere
        ("promise: spare_unit, at_most: 48小时, scope: {phase: post_warranty}, modality: shall_not", 0),
        ("promise: spare_unit, at_most: 48小时, scope: {phase: post_warranty}, obligor: customer", 0),
    ],
)
def test_a_fee_that_is_stated_for_other_cases_only(findings: Findings, silent: str, count: int) -> None:
    found = only(findings, "C607", LOANER, silent)
    assert [told(finding) for finding in found] == [
        ("C607 hint", "loaner unit says nothing of its fee, though elsewhere the bid says who pays")
    ] * count


def test_a_general_fee_breaks_the_silence(findings: Findings) -> None:
    silent = "promise: spare_unit, at_most: 48小时, scope: {phase: post_warranty}"
    assert only(findings, "C607", LOANER, silent, fee("at_cost", "phase: post_warranty")) == []


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        ("at_least: next_generation, fee: free, scope: {phase: in_warranty}",
         "upgrades up to 产品换代 are free, and nobody priced them"),
        ("at_least: major, fee: included", "upgrades up to 大版本升级 are free without an end"),
        ("at_least: major, fee: free, scope: {phase: [in_warranty, post_warranty]}",
         "upgrades up to 大版本升级 are free without an end"),
        ("at_least: major, fee: free, scope: {phase: in_warranty}", ""),
        ("at_least: major, fee: free, until: warranty_ended", ""),
        ("at_least: minor, fee: free", ""),
        ("at_least: next_generation, fee: discounted", ""),
        ("at_most: next_generation, fee: free", ""),
        ("at_least: next_generation", ""),
    ],
)  # fmt: skip
def test_upgrades_that_are_too_generous_to_be_meant(findings: Findings, policy: str, message: str) -> None:
    found = only(findings, "C608", f"promise: upgrade_policy, {policy}")
    assert [told(finding) for finding in found] == ([("C608 warning", message)] if message else [])


def test_a_term_of_upgrades_ends_major_versions(findings: Findings) -> None:
    major = "promise: upgrade_policy, at_least: major, fee: free"
    assert only(findings, "C608", major, "promise: upgrade_term, at_least: 3年") == []


def test_a_smaller_step_is_offered_inside_its_guardrail(findings: Findings) -> None:
    kind = (
        "kind: {label: 升级范围, type: enum, values: {major: 大版本, next_generation: 换代}, default: next_generation, "
        "allow: [major]}"
    )
    promise = "promise: upgrade_policy, at_least: $kind, fee: free, scope: {phase: in_warranty}"
    (finding,) = only(findings, "C608", promise, params=[kind])
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.kind", "major")]
    ]


@pytest.mark.parametrize(("amount", "count"), [("0元", 1), ("0.00元", 1), ("0万元", 1), ("1元", 0), ("600元", 0)])
def test_a_service_at_zero(findings: Findings, amount: str, count: int) -> None:
    found = only(findings, "C609", LISTED, params=[VISIT.replace("600元", amount)])
    assert [told(finding) for finding in found] == [
        ("C609 warning", "`hotline.window` prices a service at nothing")
    ] * count


def test_all_zeros_of_a_clause_are_one_finding_and_an_annual_fee_is_one_of_them(findings: Findings) -> None:
    year = "promise: post_warranty_fee, at_most: 0%, fee: percentage, scope: {phase: post_warranty}"
    (finding,) = only(findings, "C609", year, params=[TABLE.replace("800元", "0元")])
    assert [words for _, _, words in labels(finding)] == [
        "`hotline.window.parts.电源` is 0元", "`hotline.window` is 0%",
    ]  # fmt: skip


def test_money_that_is_no_price_may_be_zero(findings: Findings) -> None:
    assert only(findings, "C609", "promise: liquidated_damages, is: 1%", params=[VISIT.replace("600元", "0元")]) == []

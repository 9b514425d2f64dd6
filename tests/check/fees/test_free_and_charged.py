"""C601 and C603: one service free and charged, or charged in two ways."""

from __future__ import annotations

import pytest

from gen.finding import Finding
from tests.check.promises import Findings, clause, helps, labels, notes, told

PRICE = "visit: {label: 单次上门服务费, type: money, default: 600元}"
PRICED = "promise: price_hold, at_least: 1年, scope: {phase: post_warranty}"


def fee(is_: str, scope: str = "", more: str = "") -> str:
    """A sentence that says just how a service is paid."""
    return f"promise: service_fee, is: {is_}, scope: {{{scope}}}{more}"


def promised(*commitments: str, params: str = PRICE, id_: str = "hotline.window") -> str:
    """A clause with prices, so that a price list is there."""
    return clause([params], [*commitments, PRICED], id_, "价格{{ visit }}。")


def mine(found: tuple[Finding, ...]) -> list[Finding]:
    """What these two rules find."""
    return [finding for finding in found if finding.rule.id in {"C601", "C603"}]


def of(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [told(finding) for finding in mine(found)]


def test_for_life_free_and_charged_after_the_warranty_is_an_error_with_both_sides(findings: Findings) -> None:
    text = promised(
        "promise: lifetime_service, is: promised, fee: free, until: production_ended, scope: {service: support}",
        fee("at_cost", "service: support, phase: post_warranty"),
    )
    (finding,) = mine(findings(text))
    assert told(finding) == (
        "C601 error", "technical support: free of charge by `hotline.window`, but at cost by `hotline.window`",
    )  # fmt: skip
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:9:37", "promised", "`hotline.window`: free of charge"),
        ("clauses/hotline/window.yaml:10:32", "at_cost", "`hotline.window`: at cost"),
    ]
    assert notes(finding) == [
        "both hold: technical support, after warranty",
        "a promise for life holds after the warranty too, since it names no phase",
    ]
    assert helps(finding) == [
        "say once who pays for technical support, and let the other clause refer to it",
        "or limit the two to services, phases or equipment that do not meet",
        "where the charge is a deliberate exception, declare it: `overrides: [hotline.window]`",
    ]


REPAIR_IN = "service: repair, phase: in_warranty"
CASES = [
    # the same cases
    ("free", "service: training", "discounted", "service: training", "error"),  # FE-03
    ("included", REPAIR_IN, "percentage", REPAIR_IN, "error"),  # FE-09
    ("free", "service: travel", "at_cost", "service: travel", "error"),  # FE-08
    # the charge inside what is free in so many words
    ("free", "service: [repair, travel], phase: in_warranty", "at_cost", "service: travel, phase: in_warranty",
     "error"),
    ("free", "phase: [trial_run, in_warranty], service: training", "at_cost", "phase: trial_run, service: training",
     "error"),
    # the charge inside what is free because nothing is said of it
    ("free", "service: training", "at_cost", "service: training, phase: post_warranty", "warning"),
    ("free", "", "at_cost", REPAIR_IN, "warning"),
    # what is free inside what is charged is a special case
    ("free", "service: training, phase: in_warranty", "at_cost", "service: training", ""),
    ("free", "service: [training], equipment: storage", "at_cost", "service: [training, travel]", ""),
    # they overlap in part
    ("free", "service: [training, travel], phase: in_warranty", "at_cost", "service: [travel, upgrade]", "warning"),
    # never in one case
    ("free", "service: training", "at_cost", "service: travel", ""),
    ("free", "service: travel, phase: in_warranty", "at_cost", "service: travel, phase: post_warranty", ""),
    ("free", "service: travel, region: same_city", "at_cost", "service: travel, region: [county, remote]", ""),
    # both are free to the customer, or both charged
    ("free", "service: training", "included", "service: training", ""),
]  # fmt: skip


@pytest.mark.parametrize(("free", "scope", "charged", "other", "severity"), CASES)
def test_how_badly_free_and_charged_clash_depends_on_where_they_hold(  # noqa: PLR0917
    findings: Findings, free: str, scope: str, charged: str, other: str, severity: str
) -> None:
    found = of(findings(promised(fee(free, scope), fee(charged, other))))
    assert [rule for rule, _ in found] == ([f"C601 {severity}"] if severity else [])


def test_a_deadline_that_is_free_clashes_with_a_charge_for_its_service(findings: Findings) -> None:
    free = "promise: resolution, at_most: 8小时, fee: free, scope: {phase: in_warranty}"
    found = of(findings(promised(free, fee("at_cost", REPAIR_IN))))
    assert found == [("C601 error", "repair: free of charge by `hotline.window`, but at cost by `hotline.window`")]


def test_answering_the_telephone_may_be_free_where_service_is_charged(findings: Findings) -> None:
    free = "promise: hotline_answer, at_most: 30秒, fee: free"
    assert of(findings(promised(free, fee("at_cost", "phase: post_warranty")))) == []


def test_but_everything_free_leaves_no_charge_of_any_kind(findings: Findings) -> None:
    charged = "promise: patch_time, at_most: 3日, fee: at_cost, scope: {phase: in_warranty}"
    found = of(findings(promised(fee("free", "phase: in_warranty"), charged)))
    assert found == [
        ("C601 error", "vulnerability fix: free of charge by `hotline.window`, but at cost by `hotline.window`")
    ]


ROWS = (
    "limit: {label: 修复, type: table, key: severity, columns: {within: {label: 时限, type: duration}}, "
    "default: {S1: 4小时, S2: 8小时, S3: 12小时, S4: 24小时}}"
)
EACH = "promise: resolution, each: limit, at_most: $within, fee: free, scope: {severity: $severity, phase: in_warranty}"


def test_rows_that_are_free_each_are_free_together(findings: Findings) -> None:
    (finding,) = mine(findings(clause([ROWS], [EACH, fee("at_cost", REPAIR_IN)])))
    assert told(finding)[0] == "C601 error"
    assert len(labels(finding)) == 2
    without = ROWS.replace(", S4: 24小时", "")  # the gravest three are free, as a special case
    assert of(findings(clause([without], [EACH, fee("at_cost", REPAIR_IN)]))) == []


def test_a_declared_exception_and_another_condition_are_no_clash(findings: Findings) -> None:
    free, charged = fee("free", REPAIR_IN), fee("at_cost", REPAIR_IN)
    assert of(findings(promised(free, charged + ", overrides: [hotline.window]"))) == []
    assert of(findings(promised(fee("free", REPAIR_IN, ", condition: 非人为损坏"), charged))) == []
    assert of(findings(promised(free, fee("at_cost", REPAIR_IN, ", condition: 人为损坏")))) == []
    same = ", condition: 人为损坏"
    found = of(findings(promised(fee("free", REPAIR_IN, same), fee("at_cost", REPAIR_IN, same))))
    assert [rule for rule, _ in found] == ["C601 error"]


def test_a_term_speaks_of_its_own_phase_only(findings: Findings) -> None:
    term = "promise: warranty_term, at_least: 3年, fee: free"
    assert of(findings(promised(term, fee("at_cost", "service: repair, phase: post_warranty")))) == []
    found = of(findings(promised(term, fee("at_cost", REPAIR_IN))))
    assert [rule for rule, _ in found] == ["C601 error"]
    extension = "promise: extended_warranty, at_least: 6个月, fee: free"
    found = of(findings(promised(extension, fee("at_cost", "service: repair, phase: post_warranty"))))
    assert [rule for rule, _ in found] == ["C601 error"]


def test_a_year_of_paid_service_clashes_with_free_service_for_life(findings: Findings) -> None:
    life = "promise: lifetime_service, is: promised, fee: free, until: production_ended, scope: {service: support}"
    year = "promise: post_warranty_fee, at_most: 6%, fee: percentage, base: 合同价, scope: {phase: post_warranty}"
    assert [rule for rule, _ in of(findings(promised(life, year)))] == ["C601 error"]
    free_training = fee("free", "service: training")
    assert of(findings(promised(free_training, year))) == []


@pytest.mark.parametrize(("value", "clash"), [("free", False), ("tuition_free", True), ("paid", True)])
def test_who_pays_for_training_is_a_fee_too(findings: Findings, value: str, clash: bool) -> None:
    text = promised(f"promise: training_terms, is: {value}", "promise: training, at_least: 4场, fee: free")
    assert [rule for rule, _ in of(findings(text))] == (["C601 error"] if clash else [])


def test_a_fee_that_the_bid_may_set_is_offered_as_a_fix(findings: Findings) -> None:
    values = "values: {free: 免费, at_cost: 按成本}, default: at_cost, allow: [free, at_cost]"
    pays = f"pays: {{label: 差旅, type: enum, {values}}}"
    text = clause([pays], [fee("$pays", "service: travel"), fee("free", "service: travel")], text="差旅{{ pays }}。")
    (finding,) = mine(findings(text))
    assert told(finding)[0] == "C601 error"
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.pays", "free")]
    ]


def test_a_key_that_is_no_fee_says_nothing(findings: Findings) -> None:
    pays = "pays: {label: 差旅, type: enum, values: {gratis: 送, at_cost: 按成本}, default: gratis}"
    text = clause([pays], [fee("$pays", "service: travel"), fee("at_cost", "service: travel")], text="差旅{{ pays }}。")
    assert of(findings(text)) == []


def test_a_fee_may_be_named_by_a_parameter(findings: Findings) -> None:
    pays = "pays: {label: 差旅, type: enum, values: {free: 免费, at_cost: 按成本}, default: at_cost}"
    free = "promise: onsite_arrival, at_most: 4小时, fee: free"
    text = clause([pays], [free, "promise: onsite_arrival, at_most: 4小时, fee: $pays"], text="差旅{{ pays }}。")
    assert [rule for rule, _ in of(findings(text))] == ["C601 error"]
    assert of(findings(text.replace("default: at_cost", "default: free"))) == []
    unknown = findings(text.replace("at_cost: 按成本", "gratis: 送").replace("at_cost", "gratis"))
    assert [told(finding) for finding in unknown if finding.rule.id == "S109"] == [
        ("S109 error", "`gratis` is no kind of fee")
    ]


PARTS_AFTER = "service: parts, phase: post_warranty"
CHARGES = [
    # FE-04: at cost, and by the maker's price list
    ("at_cost", PARTS_AFTER, "", "price_list", PARTS_AFTER, "", "error"),
    ("at_cost", f"{PARTS_AFTER}", "", "price_list", "service: [repair, parts], phase: post_warranty", "", ""),
    ("at_cost", "service: [repair, parts], phase: post_warranty", "", "price_list", PARTS_AFTER, "", "error"),
    ("at_cost", "service: [repair, parts]", "", "price_list", PARTS_AFTER, "", "warning"),
    # one fee of two bases
    ("percentage", PARTS_AFTER, "合同价", "percentage", PARTS_AFTER, "软件价", "error"),
    ("percentage", PARTS_AFTER, "合同价", "percentage", PARTS_AFTER, "", ""),
    ("percentage", PARTS_AFTER, "合同价", "percentage", PARTS_AFTER, "合同价", ""),
    # other services, other equipment
    ("at_cost", PARTS_AFTER, "", "price_list", "service: repair, phase: post_warranty", "", ""),
    ("at_cost", f"{PARTS_AFTER}, equipment: server", "", "price_list", f"{PARTS_AFTER}, equipment: storage", "", ""),
]


@pytest.mark.parametrize(("first", "scope", "base", "second", "other", "other_base", "severity"), CHARGES)
def test_two_charges_for_one_service(  # noqa: PLR0917
    findings: Findings, first: str, scope: str, base: str, second: str, other: str, other_base: str, severity: str
) -> None:
    of_base = [f", base: {name}" if name else "" for name in (base, other_base)]
    found = of(findings(promised(fee(first, scope, of_base[0]), fee(second, other, of_base[1]))))
    assert [rule for rule, _ in found] == ([f"C603 {severity}"] if severity else [])


def test_two_bases_are_told_with_what_each_is_a_share_of(findings: Findings) -> None:
    year = "promise: post_warranty_fee, at_most: 6%, fee: percentage, condition: 续保, base: "
    (finding,) = mine(findings(promised(year + "合同价", year + "软件价")))
    assert told(finding)[0] == "C603 error"
    assert [words for _, _, words in labels(finding)] == [
        "`hotline.window`: percentage of a named base, of 合同价",
        "`hotline.window`: percentage of a named base, of 软件价",
    ]


def test_renewing_by_the_year_and_paying_by_the_call_are_two_offers(findings: Findings) -> None:
    year = "promise: post_warranty_fee, at_most: 6%, fee: percentage, base: 合同价, scope: {phase: post_warranty}"
    assert of(findings(promised(year, fee("price_list", "service: repair, phase: post_warranty")))) == []


def test_many_charges_against_one_free_promise_are_one_finding(findings: Findings) -> None:
    charges = [fee("at_cost", f"{REPAIR_IN}, lot: 第{number}批") for number in range(300)]
    (finding,) = mine(findings(promised(fee("free", REPAIR_IN), *charges)))
    assert told(finding)[0] == "C601 warning"
    assert len(finding.labels) == 301

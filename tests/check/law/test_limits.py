"""Each limit of the law: a promise beyond it is found, one at it is not, and neither where it does not bind."""

from __future__ import annotations

import pytest

from gen.check.law import RULES
from gen.check.law.data import bound, limits
from gen.library.vocabulary import built_in_vocabulary
from tests.check.law.cases import bid, company, promise
from tests.check.promises import Findings, told

PAYMENT = "promise: payment, at_most: $value, clock: {kind: natural, from: acceptance_passed}, obligor: customer"
WHEN_PAID = "promise: payment, at_most: 30日, clock: {kind: natural, from: $value}, obligor: customer"
WARRANTY = "promise: warranty_term, at_least: $value, clock: {kind: natural, from: final_acceptance_passed}"
NOTICE = "promise: incident_notice, at_most: $value, clock: {kind: natural, from: incident_found}"
CLAIMS = "promise: claim_period, at_most: $value, clock: {kind: natural, from: fault_resolved}"
PUBLIC = bid(customer="type: public_body") + company()
LARGE = bid(customer="type: large_enterprise") + company()
WORKS = bid("contract: works")
GOVERNMENT = bid("government_procurement: true")
CII = bid(customer="critical_infrastructure: true")
CONSUMER = bid(customer="type: consumer")
OLD = bid(day="2025-11-30")

CASES = {
    "ld_cap_30": ("promise: ld_cap, is: $value", "percent", "31%", "30%", "", "L101 hint"),
    "deposit_20": ("promise: deposit, is: $value, obligor: customer", "percent", "20.1%", "20%", "", "L102 error"),
    "bid_bond_2": ("promise: bid_bond, is: $value", "percent", "2.5%", "2%", "", "L103 error"),
    "performance_bond_10": ("promise: performance_bond, is: $value", "percent", "101‰", "10%", "", "L103 error"),
    "payment_when_paid": (WHEN_PAID, "", "payment_received", "acceptance_passed", PUBLIC, "L104 error"),
    "payment_public_60": (PAYMENT, "duration", "61日", "60日", PUBLIC, "L104 error"),
    "payment_large_60": (PAYMENT, "duration", "90日", "60日", LARGE, "L104 warning"),
    "late_interest_some": (
        "promise: late_interest, is: $value, obligor: customer", "percent", "0%", "0.1‰", PUBLIC, "L105 error",
    ),
    "late_payment_some": (
        "promise: liquidated_damages, is: $value, obligor: customer", "percent", "0%", "0.1‰", PUBLIC, "L105 error",
    ),
    "no_exclusion_506": ("promise: exclusion_of_liability, is: $value", "", "injury", "none", "", "L106 error"),
    "no_own_interpretation": ("promise: interpretation, is: $value", "", "provider", "agreed", "", "L107 warning"),
    "warranty_works_2": (WARRANTY, "duration", "23个月", "2年", WORKS, "L110 error"),
    "warranty_consumer_computer": (WARRANTY, "duration", "6个月", "12个月", CONSUMER, "L110 warning"),
    "retention_works_3": ("promise: retention, is: $value", "percent", "5%", "3%", WORKS, "L111 warning"),
    "subcontract_core": ("promise: subcontracting, is: $value", "", "undisclosed", "none", "", "L113 error"),
    "log_6_before_2026": ("promise: log_retention, at_least: $value", "duration", "5个月", "6个月", OLD, "L115 error"),
    "log_6": ("promise: log_retention, at_least: $value", "duration", "5个月", "6个月", "", "L115 warning"),
    "processing_records_3": (
        "promise: processing_records, at_least: $value", "duration", "2年", "36个月", "", "L115 error",
    ),
    "incident_cii_1h": (NOTICE, "duration", "61分钟", "60分钟", CII, "L116 warning"),
    "incident_others_4h": (NOTICE, "duration", "5小时", "1小时", "", "L116 warning"),
    "addon_10": ("promise: addon_share, at_most: $value", "percent", "15%", "10%", GOVERNMENT, "L118 error"),
    "claims_3_years": (CLAIMS, "duration", "35个月", "3年", "", "L120 warning"),
}  # fmt: skip


def test_every_limit_has_a_case() -> None:
    assert sorted(CASES) == sorted(limits())


@pytest.mark.parametrize("name", CASES)
def test_a_promise_beyond_a_limit_is_found_with_its_law(findings: Findings, name: str) -> None:
    line, type_, beyond, _, facts, expected = CASES[name]
    [found] = findings(promise(line, beyond, type_) + facts)
    assert f"{found.rule.id} {found.severity}" == expected
    assert limits()[name].source in str(found.message)


@pytest.mark.parametrize("name", CASES)
def test_a_promise_at_the_limit_is_not(findings: Findings, name: str) -> None:
    line, type_, _, kept, facts, _ = CASES[name]
    assert findings(promise(line, kept, type_) + facts) == ()


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[4] not in {"", OLD}])
def test_nothing_is_found_where_the_bid_says_that_a_limit_does_not_bind(findings: Findings, name: str) -> None:
    line, type_, beyond, _, _, _ = CASES[name]
    other = bid("contract: goods, government_procurement: false", "type: sme, critical_infrastructure: false")
    assert findings(promise(line, beyond, type_) + other + company("false")) == ()


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[4] not in {"", OLD}])
def test_nothing_is_found_where_the_bid_does_not_say_whether_it_binds(findings: Findings, name: str) -> None:
    line, type_, beyond, _, _, _ = CASES[name]
    assert findings(promise(line, beyond, type_)) == ()


@pytest.mark.parametrize(
    ("line", "value", "day"),
    [
        (PAYMENT, "90日", "2025-05-31"),
        (NOTICE, "5小时", "2025-10-31"),
        ("promise: deposit, is: $value, obligor: customer", "30%", "2020-12-31"),
    ],
)
def test_a_limit_that_is_not_yet_in_force_on_the_day_of_submission_binds_nothing(
    findings: Findings, line: str, value: str, day: str
) -> None:
    type_ = "percent" if "%" in value else "duration"
    assert findings(promise(line, value, type_) + bid(customer="type: public_body", day=day) + company()) == ()
    assert len(findings(promise(line, value, type_) + PUBLIC)) == 1


def test_the_law_named_is_the_one_in_force_on_the_day_of_submission(findings: Findings) -> None:
    line = "promise: log_retention, at_least: $value"
    assert [told(f) for f in findings(promise(line, "90日", "duration") + OLD)] == [
        (
            "L115 error",
            "keeping of logs is 90日, but 《中华人民共和国网络安全法》（2016年）第二十一条 demands at least 6个月",
        )
    ]
    assert [told(f) for f in findings(promise(line, "90日", "duration") + bid(day="2026-01-01"))] == [
        (
            "L115 warning",
            "keeping of logs is 90日, but 《中华人民共和国网络安全法》（2025年修正）第二十三条 demands at least 6个月",
        )
    ]


def test_limits_are_of_the_type_of_their_dimension_and_reported_by_rules_that_are_listed() -> None:
    dimensions = built_in_vocabulary().dimensions
    listed = {module.RULE.id for module in RULES}
    for name, limit in limits().items():
        assert limit.rule in listed, name
        assert limit.dimension in dimensions, name
        assert (bound(limit) is None) == bool(limit.none_of or limit.not_from or limit.not_if), name
        assert set(limit.none_of) <= set(dimensions[limit.dimension].values), name

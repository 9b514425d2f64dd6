"""What a finding about a broken limit says: why the limit binds, both values in one unit, and what mends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.check import Context
from gen.check.law.limit import exceeds
from gen.check.law.questions import undecided
from gen.examine import examine, load_checked
from gen.finding import Edit
from gen.message import say
from gen.quantity import read
from gen.quantity.clock import ALWAYS, Week
from tests.check.law.cases import bid, company, promise
from tests.check.promises import OFFICE, Findings, clause, helps, labels, notes, param, told
from tests.conftest import lay_out

PAYMENT = "promise: payment, at_most: $value, clock: {kind: natural, from: acceptance_passed}, obligor: customer"
PUBLIC = bid(customer="type: public_body") + company()


def test_a_finding_says_why_the_limit_binds_and_sets_the_value_back(findings: Findings) -> None:
    [found] = findings(promise(PAYMENT, "90日", "duration", allow="10日..90日") + PUBLIC)
    assert told(found) == (
        "L104 error",
        "payment term is 90日, but 《保障中小企业款项支付条例》（国令第802号）第九条 allows at most 60日",
    )
    assert labels(found) == [("clauses/hotline/window.yaml:7:46", "90日", "`hotline.window.value` says 90日")]
    assert notes(found) == [
        "《保障中小企业款项支付条例》（国令第802号）第九条: a public body pays within 30 days of delivery; "
        "an agreed term may not exceed 60 days",
        "it binds because the customer is: public body, the bidder is a small or medium enterprise",
        "in force since 2025-06-01, the bid is submitted on 2026-12-08",
    ]
    [fix] = found.fixes
    assert (say(fix.message), fix.edits) == (
        "set `hotline.window.value` to 60日 (inside its guardrail)",
        (Edit("hotline.window.value", "60日"),),
    )
    assert found.helps == ()


def test_where_no_guardrail_permits_it_the_owners_are_to_be_asked(findings: Findings) -> None:
    [found] = findings(promise(PAYMENT, "90日", "duration") + PUBLIC)
    assert helps(found) == ["no guardrail permits a value that mends it: ask the owners of `hotline.window`"]
    assert found.fixes == ()


def test_a_literal_is_changed_in_its_clause(findings: Findings) -> None:
    [found] = findings(promise("promise: deposit, is: $value, obligor: customer", "30%"))
    assert helps(found) == ["change it in the clause `hotline.window`"]


def test_the_default_mends_it_where_the_limit_itself_lies_outside_the_guardrail(findings: Findings) -> None:
    text = promise(PAYMENT, "30日", "duration", allow="90日..120日")
    [found] = findings(
        text + bid(customer="type: public_body", values="values: {hotline.window.value: 90日}\n") + company()
    )
    assert [fix.edits for fix in found.fixes] == [(Edit("hotline.window.value", "30日"),)]


def test_twelve_rows_beyond_one_limit_are_one_finding(findings: Findings) -> None:
    table = (
        "kept: {label: 保存期, type: table, key: equipment, columns: {for: {label: 保存期, type: duration}}, "
        "default: {server: 90日, storage: 30日, security: 6个月}}"
    )
    line = "promise: log_retention, each: kept, scope: {equipment: $equipment}, at_least: $for"
    [found] = findings(clause([table], [line]))
    assert [label[1] for label in labels(found)] == ["90日", "30日"]
    assert notes(found)[-2:] == ["6个月 last up to 184 days, 90日 90 days", "2 cases: servers, storage"]


@pytest.mark.parametrize(
    ("value", "limit", "beyond"),
    [
        ("6个月", "183日", True),  # March to September: 184 days
        ("6个月", "184日", False),
        ("181日", "6个月", False),  # February to August: 181 days
        ("182日", "6个月", True),
        ("2个月", "60日", True),  # July and August last 62 days
        ("1个月", "31日", False),
        ("1年", "366日", False),
        ("1年", "365日", True),
        ("90分钟", "1小时", True),
        ("60分钟", "1小时", False),
        ("2日", "48小时", True),  # a day is counted to its end
        ("48小时", "2日", False),
        ("9999年", "100000日", True),
    ],
)
def test_durations_of_unlike_units_are_compared_by_the_worst_case(value: str, limit: str, beyond: bool) -> None:
    assert exceeds(read(value, "duration"), ALWAYS, read(limit, "duration"), ALWAYS)[0] is beyond


@pytest.mark.parametrize(("kept", "count"), [("183日", 1), ("184日", 0), ("6个月", 0), ("1年", 0), ("5个月", 1)])
def test_six_months_of_logs_are_184_days(findings: Findings, kept: str, count: int) -> None:
    assert len(findings(promise("promise: log_retention, at_least: $value", kept, "duration"))) == count


def test_working_days_end_when_they_really_end() -> None:
    office = Week(5, 9 * 60, 8 * 60)
    assert exceeds(read("20个工作日", "duration"), office, read("30日", "duration"), ALWAYS) == (False, None)
    beyond, case = exceeds(read("25个工作日", "duration"), office, read("30日", "duration"), ALWAYS)
    assert beyond is True
    assert case is not None
    assert say(case) == "25个工作日 last up to 36 days, 30日 31 days"


def test_working_time_is_held_against_months_to_the_hour() -> None:
    """Open but for half an hour at midnight: 658 hours fill 28 days, the shortest month; then comes a gap."""
    nearly_always = Week(7, 0, 23 * 60 + 30)
    assert exceeds(read("658工作小时", "duration"), nearly_always, read("1个月", "duration"), ALWAYS) == (False, None)
    beyond, case = exceeds(read("658.25工作小时", "duration"), nearly_always, read("1个月", "duration"), ALWAYS)
    assert beyond is True
    assert case is not None
    assert say(case) == "658.25工作小时 last up to 29 days, 1个月 28 days"


def test_a_value_without_a_common_measure_is_undecided() -> None:
    assert exceeds(read("3万元", "money"), ALWAYS, read("10%", "percent"), ALWAYS) == (None, None)


def test_a_promise_to_other_customers_is_not_judged(findings: Findings) -> None:
    line = PAYMENT + ", scope: {customer_type: large_enterprise}"
    assert findings(promise(line, "90日", "duration") + PUBLIC) == ()


def test_the_customer_named_in_the_scope_decides_where_the_bid_names_none(findings: Findings) -> None:
    line = PAYMENT + ", scope: {customer_type: public_body}"
    assert [told(f)[0] for f in findings(promise(line, "90日", "duration") + company())] == ["L104 error"]


def test_a_warranty_for_other_equipment_is_not_judged(findings: Findings) -> None:
    line = "promise: warranty_term, scope: {equipment: server}, at_least: $value"
    assert findings(promise(line, "1年", "duration") + bid("contract: works")) == ()


def test_an_operator_of_critical_infrastructure_by_type_is_one(findings: Findings) -> None:
    line = "promise: incident_notice, at_most: $value, clock: {kind: natural, from: incident_found}"
    found = findings(promise(line, "2小时", "duration") + bid(customer="type: cii_operator"))
    assert [told(f)[0] for f in found] == ["L116 warning"]


def test_a_working_clock_is_later_than_a_legal_one(findings: Findings) -> None:
    line = f"promise: incident_notice, at_most: $value, {OFFICE}"
    [found] = findings(promise(line, "1工作小时", "duration"))
    assert notes(found)[-1].startswith("1工作小时 last up to ")


def test_payment_on_the_condition_that_a_third_party_pays_is_found(findings: Findings) -> None:
    [found] = findings(promise(PAYMENT + ", condition: 财政资金拨付到位", "30日", "duration") + PUBLIC)
    assert told(found) == (
        "L104 error",
        "payment term hangs on something that 《保障中小企业款项支付条例》（国令第802号）第九条 "
        "does not admit as a condition",
    )
    assert helps(found) == ["let it run from delivery or acceptance, without a condition"]


def test_our_own_payment_is_not_judged(findings: Findings) -> None:
    ours = PAYMENT.replace("obligor: customer", "obligor: provider")
    assert findings(promise(ours, "90日", "duration") + PUBLIC) == ()


def test_what_the_bid_leaves_open_is_told_with_the_facts_that_decide_it(tmp_path: Path) -> None:
    notice = "promise: incident_notice, at_most: $late, clock: {kind: natural, from: incident_found}"
    text = clause([param("value", "90日"), param("late", "2小时")], [PAYMENT, notice])
    library, _ = load_checked(lay_out(tmp_path, text))
    examined = examine(library, library.bids["demo"])
    open_ = {
        verdict.limit.source: [say(one) for one in verdict.open]
        for verdict in undecided(Context(examined.package, examined.facts, examined.documents))
    }
    assert open_ == {
        "《保障中小企业款项支付条例》（国令第802号）第九条": [
            "what the customer is (`customer.type`)",
            "whether the bidder is a small or medium enterprise (`sme` in `company`)",
        ],
        "《国家网络安全事件报告管理办法》第四条": [
            "whether the customer runs critical infrastructure (`customer.critical_infrastructure`)"
        ],
    }
    assert not [f for f in examined.findings if f.rule.id.startswith("L")]

"""C402 to C404: availability against repair, damages against their cap, values written twice."""

from __future__ import annotations

import pytest

from gen.finding import Finding
from tests.check.promises import REPORTED, Findings, clause, labels, notes, param, tiers, told

STOPS = "clock: {kind: natural, stops: [planned_outage]}"


def served(target: str, *promises: str, params: list[str] | None = None, clock: str = STOPS) -> str:
    """A clause that promises an availability beside deadlines."""
    return clause(
        [param("target", target, type_="percent"), *(params or [])],
        [f"promise: availability, at_least: $target, {clock}", *promises],
    )


def test_one_grave_fault_may_use_up_the_downtime_of_a_year(findings: Findings) -> None:
    text = served(
        "99.9%",
        f"promise: resolution, each: limit, scope: {{severity: $severity}}, at_most: $within, {REPORTED}",
        params=[tiers("limit", "12小时", "24小时", more=", allow: {S1: 4小时..12小时}")],
    )
    (finding,) = findings(text)
    assert told(finding) == ("C402 warning", "99.9% allows 8.76 h down in a year, but resolution may take 12 h")
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:7:51", "99.9%", "`hotline.window.target`: 8.76 h a year"),
        ("clauses/hotline/window.yaml:8:115", "12小时", "`hotline.window.limit.S1`: up to 12 h of natural time"),
    ]
    assert notes(finding) == ["both hold: severity 1 (critical)"]
    (fix,) = finding.fixes
    assert str(fix.message) == "set `hotline.window.limit.S1` to 8小时 (inside its guardrail)"


KEPT = [
    ("99.9%", f"promise: resolution, at_most: 8小时, {REPORTED}"),
    ("99.9%", f"promise: resolution, scope: {{severity: S2}}, at_most: 48小时, {REPORTED}"),
    ("99%", f"promise: resolution, at_most: 87小时, {REPORTED}"),
]


@pytest.mark.parametrize(("target", "promise"), KEPT)
def test_an_availability_that_the_deadlines_keep(findings: Findings, target: str, promise: str) -> None:
    assert findings(served(target, promise)) == ()


def test_the_outage_ends_with_the_workaround(findings: Findings) -> None:
    both = [
        f"promise: workaround, at_most: 8小时, {REPORTED}",
        f"promise: resolution, at_most: 72小时, {REPORTED}",
    ]
    assert findings(served("99.9%", *both)) == ()


def test_days_are_taken_at_their_longest(findings: Findings) -> None:
    (finding,) = findings(served("99.5%", f"promise: resolution, at_most: 1日, {REPORTED}"))
    assert told(finding)[1] == "99.5% allows 43.8 h down in a year, but resolution may take 48 h"


def test_only_the_agreed_hours_count_where_the_availability_names_a_window(findings: Findings) -> None:
    promise = f"promise: resolution, at_most: 4小时, {REPORTED}"
    window = "clock: {kind: natural, window: 5×8, stops: [planned_outage]}"
    (finding,) = findings(served("99.9%", promise, clock=window))
    assert told(finding)[1] == "99.9% allows 2.09 h down in a year, but resolution may take 4 h"


def damages(daily: str, cap: str, overdue: str, *more: str, base: str = "") -> str:
    return clause(
        [param("daily", daily, type_="percent"), param("cap", cap, type_="percent"), param("overdue", overdue)],
        [
            "promise: liquidated_damages, is: $daily" + base,
            "promise: ld_cap, is: $cap",
            "promise: termination, at_most: $overdue, clock: {kind: natural, from: breach_notified}",
            *more,
        ],
    )


def test_damages_that_stop_before_the_remedy_begins(findings: Findings) -> None:
    (finding,) = findings(damages("5‰", "5%", "30日"))
    assert told(finding) == (
        "C403 warning",
        "damages of 5‰ a day reach their cap of 5% on day 10, but the contract may end only after 30日",
    )
    assert [text for _, text, _ in labels(finding)] == ["5‰", "5%", "30日"]


HANG_TOGETHER = [
    ("1‰", "3%", "30日"),  # reached on day 30
    ("0.3‰", "5%", "60日"),
    ("5‰", "5%", "10日"),
    ("5‰", "5%", "3个月"),  # months: no common measure with days
]


@pytest.mark.parametrize(("daily", "cap", "overdue"), HANG_TOGETHER)
def test_damages_that_last_until_the_remedy(findings: Findings, daily: str, cap: str, overdue: str) -> None:
    assert findings(damages(daily, cap, overdue)) == ()


def test_the_customer_may_act_on_the_cap_itself(findings: Findings) -> None:
    assert findings(damages("5‰", "5%", "30日", "promise: cap_remedy, is: termination")) == ()
    (finding,) = findings(damages("5‰", "5%", "30日", "promise: cap_remedy, is: none"))
    assert told(finding)[0] == "C403 warning"


def printed(text: str, *params: str) -> str:
    """A clause that only prints."""
    made = clause(list(params), [], text=f'"{text}"').replace("commitments:\n", "")
    return made if params else made.replace("params:\n", "")


def twice(found: tuple[Finding, ...]) -> list[Finding]:
    """The findings of C404; that values are typed into the prose is found as well."""
    return [finding for finding in found if finding.rule.id == "C404"]


DIFFER = [
    ("质保期为3年（24个月）。", "3年", "24个月"),
    ("在48小时（3日）内修复。", "48小时", "3日"),
    ("在四小时（即5小时）内到场。", "四小时", "5小时"),
    ("违约金为5%（50‰以外另计）不变，上限10%（50‰）。", "10%", "50‰"),
    ("服务费12万元（125,000元）。", "12万元", "125,000元"),
    ("服务费为人民币壹拾贰万元整（¥125,000.00）。", "壹拾贰万元整", "¥125,000.00"),
    ("服务费¥120,000（大写：壹拾贰万伍仟元整）。", "¥120,000", "壹拾贰万伍仟元整"),
    ("服务费（大写）壹拾贰万元整（小写）13万元。", "壹拾贰万元整", "13万元"),
]


@pytest.mark.parametrize(("text", "first", "second"), DIFFER)
def test_two_writings_that_differ(findings: Findings, text: str, first: str, second: str) -> None:
    (finding,) = twice(findings(printed(text)))
    assert sorted(span for _, span, _ in labels(finding)) == sorted([first, second])


AGREE = [
    "质保期为3年（36个月）。",
    "在48小时（2日）内修复。",
    "在三个月（90日）内完成。",
    "在5个工作日（7日）内完成。",
    "响应4小时（含路途2小时）。",
    "服务费12万元（120,000元）。",
    "服务费为人民币壹拾贰万元整（¥120,000.00）。",
    "服务费¥120,000.50（大写：壹拾贰万元伍角）。",
    "培训2场（每场30人）。",
    "质保期3年（自验收之日起）。",
    "甲方付壹拾万元整，乙方另付13万元。",
]


@pytest.mark.parametrize("text", AGREE)
def test_two_writings_that_agree_or_are_two_things(findings: Findings, text: str) -> None:
    assert twice(findings(printed(text))) == []


def test_a_printed_value_is_shown_where_it_is_set(findings: Findings) -> None:
    text = printed("质保期为{{ term }}（24个月）。", param("term", "3年"))
    (finding,) = twice(findings(text))
    assert told(finding) == ("C404 error", "`3年` and `24个月` stand for one value, but differ")
    assert labels(finding) == [
        ("clauses/hotline/window.yaml:7:48", "3年", "printed as 3年"),
        ("clauses/hotline/window.yaml:8:23", "24个月", "printed as 24个月"),
    ]

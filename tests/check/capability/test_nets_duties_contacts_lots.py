"""F108, F109, F112 and F113: closed nets, the customer's part, and what belongs to another project."""

from __future__ import annotations

import pytest

from tests.check.capability.company import bid, branch, company, only
from tests.check.promises import REPORTED, Findings, clause, labels, param, told

REMOTE = f"promise: remote_diag, at_most: 30分钟, {REPORTED}"


@pytest.mark.parametrize(
    ("access", "promise", "count"),
    [
        ("forbidden", REMOTE, 1),
        ("forbidden", f"promise: response, at_most: 30分钟, scope: {{channel: [phone, remote]}}, {REPORTED}", 1),
        ("forbidden", f"promise: response, at_most: 30分钟, {REPORTED}", 0),  # by whatever channel
        ("forbidden", REMOTE + ", scope: {channel: phone}", 0),  # diagnosis by telephone
        ("forbidden", "promise: customer_duties, is: 不开放远程接入, scope: {channel: remote}", 0),
        ("forbidden", REMOTE + ", modality: shall_not", 0),
        ("with_consent", REMOTE, 0),
        ("allowed", REMOTE, 0),
    ],
)
def test_remote_service_on_a_net_that_forbids_it(findings: Findings, access: str, promise: str, count: int) -> None:
    found = only(findings, "F108", promise, files=bid(f", remote_access: {access}"))
    assert [told(finding)[0] for finding in found] == ["F108 error"] * count


def test_a_bid_that_does_not_say_is_not_judged_and_all_promises_are_one_finding(findings: Findings) -> None:
    window = "promise: service_window, at_least: 7×24, scope: {channel: remote}"
    assert only(findings, "F108", REMOTE, window) == []
    (finding,) = only(findings, "F108", REMOTE, window, files=bid(", remote_access: forbidden"))
    assert [words for _, _, words in labels(finding)] == [
        "`hotline.window` promises start of remote diagnosis",
        "`hotline.window` promises service window",
        "forbidden here",
    ]


ARRIVAL = f"promise: onsite_arrival, at_most: 4小时, {REPORTED}"
TRAINING = "promise: training, at_least: 4场"


def duty(scope: str = "") -> str:
    return f"promise: customer_duties, is: 提供条件, obligor: customer, scope: {{{scope}}}"


@pytest.mark.parametrize(
    ("promise", "duties", "message"),
    [
        (ARRIVAL, [duty("service: training")], "on-site service is promised, but no duty of the customer covers it"),
        (REMOTE, [duty("channel: onsite")], "remote support is promised, but no duty of the customer covers it"),
        (TRAINING, [duty("channel: [onsite, remote]")],
         "training is promised, but no duty of the customer covers it"),
        (TRAINING, [duty("channel: onsite"), duty("service: training")], ""),
        (ARRIVAL, [duty("channel: [onsite, remote]")], ""),
        (ARRIVAL, [duty()], ""),  # a duty of no scope covers all
        (ARRIVAL, [], ""),  # a bid without duties is asked about in the review
        (ARRIVAL + ", scope: {channel: resident}", [duty("channel: remote")], ""),
        ("promise: copies, is: 6份", [duty("channel: remote")], ""),
    ],
)  # fmt: skip
def test_what_we_promise_and_what_the_customer_does_for_it(
    findings: Findings, promise: str, duties: list[str], message: str
) -> None:
    found = only(findings, "F109", promise, *duties)
    assert [told(finding) for finding in found] == ([("F109 warning", message)] if message else [])


def text(wording: str) -> str:
    """A clause with a wording."""
    return clause([param("x", "1小时")], ["promise: patch_time, at_most: $x"], text=wording)


@pytest.mark.parametrize(
    ("wording", "foreign"),
    [
        ("服务热线为400-000-9999。", "400-000-9999"),
        ("服务热线为4000000000。", ""),  # ours without its dashes
        ("服务站电话010-0000 0001。", ""),
        ("请拨打0371-6666 5555。", "0371-6666 5555"),
        ("经理手机13900001111。", "13900001111"),
        ("邮箱为service@example.com。", ""),
        ("邮箱为Service@Example.com。", ""),
        ("邮箱为help@other.example。", "help@other.example"),
        ("编号为2026-12-08-0001，数量为13900件。", ""),
        ("执行《示例规范》GB/T 28827.3-2012。", ""),
    ],
)
def test_only_our_own_contacts_are_printed(findings: Findings, wording: str, foreign: str) -> None:
    files = text(wording) + company(branches=[branch("甲站", "")])
    found = [finding for finding in findings(files) if finding.rule.id == "F112"]
    message = f"`hotline.window` prints `{foreign}`, which is none of ours"
    assert [told(finding) for finding in found] == ([("F112 error", message)] if foreign else [])
    assert [label.span.text for finding in found for label in finding.labels] == ([foreign] if foreign else [])


@pytest.mark.parametrize(
    ("lot", "wording", "others"),
    [
        ("第一包", "为第二包设备提供服务。", "第二包"),
        ("第一包", "为第1包设备提供服务。", ""),
        ("第1包", "为第一包、第三包和第三包设备提供服务。", "第三包"),
        ("第二标段", "为第一标段设备提供服务。", "第一标段"),
        ("第一包", "为第二标段设备提供服务。", ""),  # another way of dividing; not decidable
        ("第一包", "为第三方产品提供服务，第二次培训在现场。", ""),
        ("网络设备包", "为第二包设备提供服务。", ""),  # no number to compare
        ("", "为第二包设备提供服务。", ""),
    ],
)
def test_another_lot_in_the_wording(findings: Findings, lot: str, wording: str, others: str) -> None:
    files = text(wording) + bid(f", lot: {lot}" if lot else "")
    found = [finding for finding in findings(files) if finding.rule.id == "F113"]
    message = f"the bid is for {lot}, but `hotline.window` names {others}"
    assert [told(finding) for finding in found] == ([("F113 error", message)] if others else [])


def test_another_lot_in_the_bids_own_texts(findings: Findings) -> None:
    place = "place: {label: 地点, type: text, default: 机房}"
    files = clause([place], ["promise: copies, is: 6份"], text="地点为{{ place }}。")
    files += bid(", lot: 第一包, scope: 第二包设备", "values: {hotline.window.place: 第2包机房}\n")
    found = [finding for finding in findings(files) if finding.rule.id == "F113"]
    assert [told(finding)[1] for finding in found] == [
        "the bid is for 第一包, but `project.scope` names 第二包",
        "the bid is for 第一包, but `hotline.window.place` names 第2包",
    ]
    assert [label.span.text for finding in found for label in finding.labels] == ["第二包", "第2包"]


def test_a_promise_for_other_lots_only(findings: Findings) -> None:
    other = f"promise: response, at_most: 30分钟, scope: {{lot: 第二包}}, {REPORTED}"
    own = f"promise: response, at_most: 1小时, scope: {{lot: 第1包}}, {REPORTED}"
    lot = bid(", lot: 第一包")
    (finding,) = only(findings, "F113", other, files=lot)
    assert told(finding)[1] == "the bid is for 第一包, but `hotline.window` promises for 第二包"
    assert only(findings, "F113", other, own, files=lot) == []
    assert only(findings, "F113", other.replace("第二包", "[第一包, 第二包]"), files=lot) == []

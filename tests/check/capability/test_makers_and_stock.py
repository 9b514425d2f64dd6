"""F104 to F106 and F110: what the makers owe us, until when, and what lies in stock."""

from __future__ import annotations

import pytest

from tests.check.capability.company import bid, company, item, only
from tests.check.promises import REPORTED, Findings, labels, notes, param, tiers, told


def arrival(value: str, scope: str = "") -> str:
    return f"promise: onsite_arrival, at_most: {value}, scope: {{{scope}}}, {REPORTED}"


@pytest.mark.parametrize(
    ("within", "scope", "onsite", "count"),
    [
        ("4小时", "", "8小时", 1),
        ("4小时", "", "240分钟", 0),
        ("4小时", "", "1个工作日", 1),
        ("8小时", "", "4工作小时", 1),  # over the weekend
        ("400小时", "", "4工作小时", 0),  # longer than any holiday
        ("4小时", "equipment: storage", "8小时", 1),
        ("4小时", "equipment: [server, storage]", "8小时", 1),
        ("4小时", "equipment: server", "8小时", 0),  # another maker's
        ("4小时", "", "1个月", 0),  # no common measure
    ],
)
def test_the_maker_comes_as_soon_as_we_promise(
    findings: Findings, within: str, scope: str, onsite: str, count: int
) -> None:
    files = company(makers=[f"maker: 甲厂, equipment: [storage], onsite: {onsite}"])
    found = only(findings, "F104", arrival(within, scope), files=files)
    assert [told(finding)[0] for finding in found] == ["F104 warning"] * count


def test_each_kind_of_promise_has_its_term_and_what_is_not_stated_binds_nobody(findings: Findings) -> None:
    files = company(makers=["maker: 甲厂, response: 1小时, parts: 2个工作日"])
    response = f"promise: response, at_most: 30分钟, {REPORTED}"
    parts = f"promise: part_delivery, at_most: 24小时, {REPORTED}"
    found = only(findings, "F104", response, parts, arrival("1小时"), files=files)
    assert [told(finding)[1] for finding in found] == [
        "response within 30分钟, but `甲厂` owes it to us within 1小时",
        "part delivery within 24小时, but `甲厂` owes it to us within 2个工作日",
    ]


def test_the_rows_of_a_table_are_one_finding_that_is_mended_at_once(findings: Findings) -> None:
    table = tiers("limit", "1小时", "2小时", "8小时", more=", allow: {S1: 1小时..4小时, S2: 2小时..8小时}")
    each = f"promise: onsite_arrival, each: limit, at_most: $within, scope: {{severity: $severity}}, {REPORTED}"
    files = company(makers=["maker: 甲厂, onsite: 4小时"])
    (finding,) = only(findings, "F104", each, params=(table,), files=files)
    assert notes(finding) == [
        "at worst, 1 h are promised and the maker takes 4 h",
        "2 cases: severity 1 (critical), severity 2 (major)",
    ]
    assert [text for _, text, _ in labels(finding)] == ["1小时", "2小时", "4小时"]
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.limit.S1", "4小时"), ("hotline.window.limit.S2", "4小时")]
    ]


def test_all_promises_that_wait_for_one_maker_are_one_finding(findings: Findings) -> None:
    during, after = arrival("2小时", "phase: in_warranty"), arrival("4小时", "phase: post_warranty")
    (finding,) = only(findings, "F104", during, after, files=company(makers=["maker: 甲厂, onsite: 8小时"]))
    assert notes(finding)[1] == "2 cases: in warranty, after warranty"


def warranty(value: str, scope: str = "", start: str = "final_acceptance_passed") -> str:
    return f"promise: warranty_term, at_least: {value}, scope: {{{scope}}}, clock: {{kind: natural, from: {start}}}"


@pytest.mark.parametrize(
    ("term", "scope", "maker", "count"),
    [
        ("3年", "", "warranty: 1年", 1),
        ("3年", "", "warranty: 36个月", 0),
        ("37个月", "", "warranty: 3年", 1),
        ("3年", "", "warranty: 1年, extension: 2年", 0),
        ("3年", "", "warranty: 1年, extension: 23个月", 1),
        ("3年", "equipment: server", "warranty: 1年, equipment: [storage]", 0),
        ("3年", "equipment: [server, storage]", "warranty: 1年, equipment: [storage]", 1),
        ("3年", "", "onsite: 4小时", 0),  # says nothing of its warranty
    ],
)
def test_the_maker_covers_the_warranty(findings: Findings, term: str, scope: str, maker: str, count: int) -> None:
    found = only(findings, "F105", warranty(term, scope), files=company(makers=[f"maker: 甲厂, {maker}"]))
    assert [told(finding)[0] for finding in found] == ["F105 warning"] * count


def test_all_makers_that_cover_less_stand_in_one_finding_and_the_least_is_offered(findings: Findings) -> None:
    files = company(makers=["maker: 甲厂, warranty: 2年", "maker: 乙厂, warranty: 1年", "maker: 丙厂, warranty: 5年"])
    term = param("term", "3年", ", allow: 1年..5年")
    (finding,) = only(findings, "F105", warranty("$term"), params=(term,), files=files)
    assert told(finding)[1] == "a warranty of 3年 is promised, but the cover of `甲厂`, `乙厂` is shorter"
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.term", "12个月")]
    ]


EACH = "每类备件数量"


@pytest.mark.parametrize(
    ("label", "pieces", "stock", "message"),
    [
        (EACH, "2件", ["2件", "3件"], ""),
        (EACH, "2件", ["2件", "1件"], "2件 promised in stock, but the list holds 1件"),
        (EACH, "2件", ["2件", "1台"], ""),  # counted in another unit
        (EACH, "2件", ["两件", "十二件"], ""),
        (EACH, "2件", ["1台"], "2件 promised in stock, but the list holds nothing counted so"),
        (EACH, "2件", ["若干"], ""),  # no number at all
        ("备件总数", "5件", ["2件", "3件"], ""),
        ("备件总数", "6件", ["2件", "3件"], "6件 promised in stock, but the list holds 5件"),
        ("备件总数", "6件", [], ""),  # no list
    ],
)
def test_the_stock_list_holds_what_is_promised(
    findings: Findings, label: str, pieces: str, stock: list[str], message: str
) -> None:
    pieces_param = f"pieces: {{label: {label}, type: count, unit: 件, default: {pieces}}}"
    files = company(stock=[item(f"备件{number}", amount) for number, amount in enumerate(stock)]) if stock else ""
    found = only(findings, "F106", "promise: spare_stock_qty, at_least: $pieces", params=(pieces_param,), files=files)
    assert [told(finding) for finding in found] == ([("F106 warning", message)] if message else [])


def test_a_literal_in_the_clause_counts_all_entries_together(findings: Findings) -> None:
    files = company(stock=[item("电源", "1件"), item("硬盘", "1件")])
    assert only(findings, "F106", "promise: spare_stock_qty, at_least: 2件", files=files) == []
    (finding,) = only(findings, "F106", "promise: spare_stock_qty, at_least: 3件", files=files)
    assert [text for _, text, _ in labels(finding)] == ["3件", "1件", "1件"]


@pytest.mark.parametrize(
    ("promise", "maker", "message"),
    [
        # counted from the day of opening, 2026-12-08, at the earliest
        (warranty("3年"), "end_of_service: 2029-12-07",
         "warranty term of 3年 lasts until 2029-12-08 at least, but `甲厂` ends on 2029-12-07"),
        (warranty("3年"), "end_of_service: 2029-12-08", ""),
        (warranty("36个月", "equipment: server"), "end_of_service: 2027-01-01, equipment: [storage]", ""),
        (warranty("5年"), "spares_until: 2027-01-01", ""),
        ("promise: spare_stock_years, at_least: 10年", "spares_until: 2030-01-01",
         "spare parts availability of 10年 lasts until 2036-12-08 at least, but `甲厂` ends on 2030-01-01"),
        ("promise: spare_stock_years, at_least: 10年", "end_of_service: 2030-01-01, spares_until: 2037-01-01", ""),
        ("promise: spare_stock_years, at_least: 10年", "end_of_service: 2030-01-01",
         "spare parts availability of 10年 lasts until 2036-12-08 at least, but `甲厂` ends on 2030-01-01"),
        ("promise: upgrade_term, at_least: 2年", "end_of_service: 2028-01-01",
         "upgrade term of 2年 lasts until 2028-12-08 at least, but `甲厂` ends on 2028-01-01"),
        (warranty("4工作小时"), "end_of_service: 2026-12-31", ""),  # no term of days or months
    ],
)  # fmt: skip
def test_a_term_does_not_outlast_the_maker(findings: Findings, promise: str, maker: str, message: str) -> None:
    found = only(findings, "F110", promise, files=company(makers=[f"maker: 甲厂, {maker}"]))
    assert [told(finding) for finding in found] == ([("F110 error", message)] if message else [])


@pytest.mark.parametrize(
    ("planned", "lasts"), [("2028-02-29", "2029-02-28"), ("2027-12-31", "2028-12-31"), ("2027-03-31", "2028-03-31")]
)
def test_a_term_counts_from_the_planned_day(findings: Findings, planned: str, lasts: str) -> None:
    files = bid(more=f"dates: {{final_acceptance_passed: {planned}}}\n")
    files += company(makers=["maker: 甲厂, end_of_service: 2026-12-31"])
    (finding,) = only(findings, "F110", warranty("1年"), files=files)
    assert lasts in told(finding)[1]
    assert notes(finding) == [f"counted from final acceptance passed, planned for {planned}"]


def test_without_a_plan_the_day_of_opening_is_the_earliest(findings: Findings) -> None:
    (finding,) = only(
        findings, "F110", warranty("1年"), files=company(makers=["maker: 甲厂, end_of_service: 2026-12-31"])
    )
    assert notes(finding) == [
        "counted from the day on which bids are opened, 2026-12-08: it cannot begin sooner"
    ]  # fmt: skip

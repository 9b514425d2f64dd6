"""F101 to F103, F107 and F111: ways, rotas, visits, and the list of staff."""

from __future__ import annotations

import pytest

from tests.check.capability.company import bid, branch, company, only, person
from tests.check.promises import OFFICE, REPORTED, Findings, labels, notes, param, tiers, told


def arrival(value: str, scope: str = "", clock: str = REPORTED) -> str:
    return f"promise: onsite_arrival, at_most: {value}, scope: {{{scope}}}, {clock}"


WAYS = [
    # F101: to the minute, in whatever unit
    ("2小时", "", [("近站", "3小时", "")], 1),
    ("2小时", "", [("近站", "121分钟", "")], 1),
    ("2小时", "", [("近站", "120分钟", "")], 0),
    ("2小时", "", [("近站", "2小时", ""), ("远站", "9小时", "")], 0),
    ("1日", "", [("近站", "25小时", "")], 1),  # one minute before midnight leaves 24 hours and a minute
    ("1日", "", [("近站", "24小时", "")], 0),
    # by region: each counts by its own nearest point
    ("2小时", "region: county", [("市站", "1小时", "same_city"), ("县站", "3小时", "county")], 1),
    ("2小时", "region: same_city", [("市站", "1小时", "same_city"), ("县站", "3小时", "county")], 0),
    ("2小时", "", [("市站", "1小时", "same_city"), ("县站", "3小时", "county")], 1),  # any place is every place
    ("2小时", "region: [same_city, county]", [("市站", "1小时", "same_city"), ("县站", "3小时", "county")], 1),
    ("2小时", "region: county", [("站", "1小时", ""), ("县站", "3小时", "county")], 0),  # one that serves all is nearer
    ("2小时", "region: remote", [("市站", "3小时", "same_city")], 0),  # nobody says how far that is
    # nobody travels, or nobody says how long
    ("2小时", "channel: resident", [("近站", "3小时", "")], 0),
    ("2小时", "channel: onsite", [("近站", "3小时", "")], 1),
    ("2小时", "", [("近站", "", "")], 0),
    ("2小时", "", [("近站", "1个工作日", "")], 0),
]


@pytest.mark.parametrize(("within", "scope", "ways", "count"), WAYS)
def test_nobody_arrives_sooner_than_the_way_takes(
    findings: Findings, within: str, scope: str, ways: list[tuple[str, str, str]], count: int
) -> None:
    files = company(branches=[branch(*way) for way in ways])
    found = only(findings, "F101", arrival(within, scope), files=files)
    assert [told(finding)[0] for finding in found] == ["F101 error"] * count


SITE = [
    ("{近站: {distance: 9公里, travel: 3小时}}", ["projects/demo/project.yaml"]),  # from this site it takes longer
    ("{近站: {distance: 9公里, travel: 90分钟}}", []),
    ("{远站: {distance: 9公里, travel: 3小时}}", ["projects/demo/project.yaml"]),  # 近站 does not serve it
    ("{近站: {distance: 9公里}}", []),  # nobody says how long
    ("{近站: {distance: 9公里, travel: 3小时}, 远站: {distance: 5公里, travel: 1小时}}", []),
]


@pytest.mark.parametrize(("branches", "at"), SITE)
def test_a_bid_names_its_service_points_and_the_way_to_its_site(
    findings: Findings, branches: str, at: list[str]
) -> None:
    files = bid(more=f"branches: {branches}\n") + company(branches=[branch("近站", "1小时"), branch("远站", "9小时")])
    found = only(findings, "F101", arrival("2小时", ""), files=files)
    assert [label.span.source.path for finding in found for label in finding.labels[1:]] == at


def test_a_service_point_that_the_company_does_not_have(findings: Findings) -> None:
    files = bid(more="branches: {近战: {distance: 9公里}}\n") + company(branches=[branch("近站", "1小时")])
    (finding,) = only(findings, "S109", files=files)
    assert told(finding) == ("S109 error", "the company has no service point `近战`")
    assert [str(help_) for help_ in finding.helps] == ["known here: 近站"]


@pytest.mark.parametrize(
    ("within", "travel", "count"),
    [("4工作小时", "4小时", 0), ("4工作小时", "5小时", 1), ("1个工作日", "18小时", 1), ("1个工作日", "17小时", 0)],
)
def test_working_time_counts_by_the_moment_that_leaves_the_least(
    findings: Findings, within: str, travel: str, count: int
) -> None:
    files = company(branches=[branch("站", travel)])
    assert len(only(findings, "F101", arrival(within, clock=OFFICE), files=files)) == count


def test_both_sides_and_every_case_of_a_table_are_shown_and_one_fix_mends_all(findings: Findings) -> None:
    table = tiers("limit", "1小时", "2小时", "4小时", more=", allow: {S1: 1小时..4小时, S2: 2小时..8小时}")
    each = f"promise: onsite_arrival, each: limit, at_most: $within, scope: {{severity: $severity}}, {REPORTED}"
    files = company(branches=[branch("近站", "3小时")])
    (finding,) = only(findings, "F101", each, params=(table,), files=files)
    assert told(finding) == (
        "F101 error", "arrival within 1小时, but the way from the nearest service point takes 3小时",
    )  # fmt: skip
    assert [(text, words) for _, text, words in labels(finding)] == [
        ("1小时", "`hotline.window.limit.S1` says 1小时"),
        ("2小时", "`hotline.window.limit.S2` says 2小时"),
        ("3小时", "the way from `近站`"),
    ]
    assert notes(finding) == [
        "severity 1 (critical): due after 1 h, the way from `近站` takes 3 h",
        "severity 2 (major): due after 2 h, the way from `近站` takes 3 h",
    ]
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.limit.S1", "3小时"), ("hotline.window.limit.S2", "3小时")]
    ]


def test_a_way_that_is_no_time_is_told_where_it_is_written(findings: Findings) -> None:
    (finding,) = only(findings, "S108", arrival("2小时"), files=company(branches=[branch("近站", "很近")]))
    assert str(finding.labels[0].span) == "clauses/company.yaml:8:88"
    (finding,) = only(findings, "S109", arrival("2小时"), files=company(branches=[branch("近站", "1小时", "nearby")]))
    assert told(finding) == ("S109 error", "`nearby` is no value of the axis region")


def window(value: str, channel: str = "hotline") -> str:
    return f"promise: service_window, at_least: {value}, scope: {{channel: {channel}}}"


def staff(value: str, channel: str = "hotline") -> str:
    return f"promise: staffing, at_least: {value}, scope: {{channel: {channel}}}"


@pytest.mark.parametrize(
    ("hours", "people", "needed"),
    [
        ("7×24", "4人", 5), ("7×24", "5人", 0), ("7×18", "3人", 4), ("7×12", "2人", 3), ("7×12", "3人", 0),
        ("7×8", "1人", 2), ("5×9", "1人", 2), ("5×8", "1人", 0),
    ],
)  # fmt: skip
def test_a_seat_needs_a_person_for_every_forty_hours(findings: Findings, hours: str, people: str, needed: int) -> None:
    found = only(findings, "F102", window(hours), staff(people))
    there = people.removesuffix("人")
    message = f"hotline: {hours} needs {needed} people for a seat and has {there}"
    assert [told(finding) for finding in found] == ([("F102 warning", message)] if needed else [])


def test_the_sum_is_shown_and_what_even_overtime_cannot_do(findings: Findings) -> None:
    (four,) = only(findings, "F102", window("7×24"), staff("4人"))
    assert notes(four) == ["168 hours a week ÷ 40 hours a person = at least 5 people"]
    (three,) = only(findings, "F102", window("7×24"), staff("3人"))
    assert notes(three)[1:] == ["not even with all the overtime that the law allows: 36 hours a month"]


def test_only_seats_are_reckoned_and_only_with_their_own_people(findings: Findings) -> None:
    assert only(findings, "F102", window("7×24", "onsite"), staff("3人", "onsite")) == []  # on call
    assert only(findings, "F102", window("7×24"), staff("3人", "onsite")) == []  # nobody says who answers
    assert len(only(findings, "F102", window("7×24", "resident"), staff("1人", "resident"))) == 1
    assert (
        len(only(findings, "F102", "promise: service_window, at_least: 7×24", "promise: staffing, at_least: 3人")) == 1
    )
    after, during = window("7×24")[:-1] + ", phase: post_warranty}", staff("3人")[:-1] + ", phase: in_warranty}"
    assert only(findings, "F102", after, during) == []


def test_without_a_promise_the_list_of_staff_counts(findings: Findings) -> None:
    three = company(people=[person(name, "hotline") for name in ("甲某", "乙某", "丙某")])
    (finding,) = only(findings, "F102", window("7×24"), files=three)
    assert labels(finding)[1][2] == "the list of staff names 3 for it"
    assert only(findings, "F102", window("7×24"), files=company(people=[person("甲某", "onsite")])) == []


def test_the_people_that_a_window_needs_are_offered_inside_the_guardrail(findings: Findings) -> None:
    desk = param("desk", "3人, unit: 人", ", allow: 3人..8人", "count")
    (finding,) = only(findings, "F102", window("7×24"), staff("$desk"), params=(desk,))
    assert [[(edit.path, edit.value) for edit in fix.edits] for fix in finding.fixes] == [
        [("hotline.window.desk", "5人")]
    ]


MONTHLY = "promise: inspection_freq, at_least: 每月1次, scope: {phase: in_warranty}"


@pytest.mark.parametrize(
    ("sites", "often", "people", "count"),
    [
        (60, "每月1次", "2人", 1),  # 720 visits, 496 days
        (41, "每月1次", "2人", 0),  # 492
        (42, "每月1次", "2人", 1),  # 504
        (60, "每季度1次", "2人", 0),
        (0, "每月1次", "1人", 0),  # nobody says how many sites there are
    ],
)
def test_visits_fit_into_the_working_days_of_the_staff(
    findings: Findings, sites: int, often: str, people: str, count: int
) -> None:
    promises = (MONTHLY.replace("每月1次", often), staff(people, "onsite"))
    found = only(findings, "F103", *promises, files=bid(f", sites: {sites}" if sites else ""))
    assert [told(finding)[0] for finding in found] == ["F103 warning"] * count


def test_inspections_and_calls_on_site_add_up(findings: Findings) -> None:
    calls = "promise: visit_freq, at_least: 每季度1次, scope: {channel: onsite}"
    promises = (MONTHLY, calls, staff("2人", "onsite"))
    (finding,) = only(findings, "F103", *promises, files=bid(", sites: 40"))
    assert notes(finding) == ["16 times a year × 40 sites = 640 visits; 2 people × 248 days = 496 days"]
    by_phone = calls.replace("onsite", "phone")
    assert only(findings, "F103", MONTHLY, by_phone, staff("2人", "onsite"), files=bid(", sites: 40")) == []


def test_one_person_in_two_bids(findings: Findings) -> None:
    listed = company(people=[person("甲某"), person("乙某")])
    both = bid(more="people: [甲某, 乙某]\n") + bid(more="people: [甲某]\n", id_="other") + listed
    (finding,) = only(findings, "F107", files=both)
    assert told(finding) == ("F107 warning", "named for `demo` and for `other` alike: 甲某")
    assert [place for place, _, _ in labels(finding)] == [
        "projects/demo/project.yaml:7:10", "projects/other/project.yaml:7:10",
    ]  # fmt: skip
    assert only(findings, "F107", files=both.replace("people: [甲某]\n", "people: [乙某]\n", 1)) != []
    assert only(findings, "F107", files=both.replace("people: [甲某]\n", "")) == []


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("{contract_signed: 2026-12-10, term_ended: 2027-03-31}", "{contract_signed: 2027-04-01}", 1),  # opened before
        ("{warranty_ended: 2026-12-07}", "{contract_signed: 2027-04-01}", 0),
        ("{warranty_ended: 2026-12-08}", "{contract_signed: 2027-04-01}", 1),
    ],
)
def test_bids_whose_dates_keep_them_apart_may_share_people(
    findings: Findings, first: str, second: str, count: int
) -> None:
    one = bid(more=f"people: [甲某]\ndates: {first}\n", submission="2026-06-01")
    other = bid(more=f"people: [甲某]\ndates: {second}\n", id_="other")
    assert len(only(findings, "F107", files=one + other)) == count


@pytest.mark.parametrize(
    ("promise", "files", "message"),
    [
        (staff("2人", "resident"), company(people=[person("甲某", "resident"), person("乙某", "onsite")]),
         "service staff: 2人 promised, 1 listed"),
        (staff("1人", "resident"), company(people=[person("甲某", "[onsite, resident]"[1:-1])]), ""),
        (staff("2人", "resident"), company(people=[person("乙某", "onsite")]), ""),  # the list does not say who
        (staff("2人", "resident"), "", ""),  # no list
        ("promise: staffing, at_least: 9人", company(people=[person("甲某", "onsite")]), ""),  # of no channel
        (staff("2人", "onsite").replace("staffing", "staff_cert"),
         company(people=[person("甲某", "onsite"), person("乙某", "onsite", "无")]),
         "certified staff: 2人 promised, 1 listed"),
        ("promise: service_points, at_least: 3个", company(branches=[branch("甲站", ""), branch("乙站", "")]),
         "service points: 3个 promised, 2 listed"),
        ("promise: service_points, at_least: 2个", company(branches=[branch("甲站", ""), branch("乙站", "")]), ""),
    ],
)  # fmt: skip
def test_the_list_carries_the_promise(findings: Findings, promise: str, files: str, message: str) -> None:
    found = only(findings, "F111", promise, files=files)
    assert [told(finding) for finding in found] == ([("F111 error", message)] if message else [])


@pytest.mark.parametrize(("people", "listed"), [("[甲某]", 1), ("[甲某, 乙某]", 2), ("[丙某]", 2)])
def test_a_bid_promises_no_more_people_than_it_names(findings: Findings, people: str, listed: int) -> None:
    """Of the posts of those whom it names; 丙某 holds another post."""
    staff_list = [person("甲某", "onsite"), person("乙某", "onsite"), person("丙某", role="经理")]
    files = bid(more=f"people: {people}\n") + company(people=staff_list)
    found = only(findings, "F111", staff("2人", "onsite"), files=files)
    assert [told(finding)[1] for finding in found] == (["service staff: 2人 promised, 1 listed"] if listed < 2 else [])


def test_who_is_named_for_a_bid_stands_on_the_list(findings: Findings) -> None:
    files = bid(more="people: [甲某, 丁某]\n") + company(people=[person("甲某")])
    (finding,) = only(findings, "F111", files=files)
    assert told(finding) == ("F111 error", "named for this bid, but on no list of staff: 丁某")

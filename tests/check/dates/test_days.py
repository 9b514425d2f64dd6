"""C501, C503, C504, C506, C512: the days that a bid plans, and the terms that run from them."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, clause, labels, notes, param, told

BID = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""


def planned(dates: str) -> str:
    """The bid with planned days."""
    return f"{BID}dates: {{{dates}}}\n"


def warranty(term: str = "3年", start: str = "final_acceptance_passed", more: str = "") -> str:
    return clause(
        [param("term", term)],
        [f"promise: warranty_term, at_least: $term, clock: {{kind: natural, from: {start}}}{more}"],
    )


def test_milestones_in_the_wrong_order(findings: Findings) -> None:
    (finding,) = findings(planned("initial_acceptance_passed: 2027-06-30, final_acceptance_passed: 2027-05-31"))
    assert told(finding) == (
        "C501 error",
        "initial acceptance passed is planned for 2027-06-30, after final acceptance passed on 2027-05-31",
    )
    assert labels(finding) == [
        ("projects/demo/project.yaml:7:36", "2027-06-30", "initial acceptance passed on 2027-06-30"),
        (
            "projects/demo/project.yaml:7:73",
            "2027-05-31",
            "final acceptance passed on 2027-05-31, which cannot come before it",
        ),
    ]
    assert finding.key == ("initial_acceptance_passed", "final_acceptance_passed")


IN_ORDER = [
    "delivery: 2027-03-01, installed: 2027-03-01",  # on one day
    "installed: 2027-03-01, payment_received: 2027-02-01",  # no order between them
    "award_notified: 2026-12-08, contract_signed: 2026-12-21",
]


@pytest.mark.parametrize("dates", IN_ORDER)
def test_days_in_order(findings: Findings, dates: str) -> None:
    assert findings(planned(dates)) == ()


def test_what_follows_from_an_event_between_is_not_found_again(findings: Findings) -> None:
    (finding,) = findings(planned("delivery: 2027-05-10, installed: 2027-04-01, final_acceptance_passed: 2027-05-06"))
    assert told(finding)[1] == "delivery is planned for 2027-05-10, after installation completed on 2027-04-01"


def test_bids_close_on_the_day_of_submission(findings: Findings) -> None:
    (finding,) = findings(planned("contract_signed: 2026-12-01"))
    assert told(finding)[1] == "bid deadline is planned for 2026-12-08, after contract signed on 2026-12-01"


def test_a_term_and_its_end(findings: Findings) -> None:
    (finding,) = findings(warranty() + planned("final_acceptance_passed: 2027-06-30, warranty_ended: 2029-06-30"))
    assert told(finding) == (
        "C503 error",
        "warranty term of 3年 from 2027-06-30 ends on 2030-06-30, but warranty ended is dated 2029-06-30",
    )
    assert [(text, said) for _, text, said in labels(finding)] == [
        ("3年", "`hotline.window.term` says 3年"),
        ("2027-06-30", "it runs from here: final acceptance passed"),
        ("2029-06-30", "warranty ended on 2029-06-30"),
    ]


DAYS = [
    ("3年", "2027-06-30", "2030-06-30", True),
    ("3年", "2027-06-30", "2030-06-29", False),  # the day of the event is not counted
    ("3年", "2027-06-30", "2030-07-01", False),
    ("36个月", "2027-08-31", "2030-08-31", True),
    ("6个月", "2027-08-31", "2028-02-29", True),
    ("1095日", "2027-06-30", "2030-06-29", True),  # a leap day lies between
    ("156周", "2027-06-30", "2030-06-26", True),
    ("2个工作日", "2027-06-30", "2030-06-30", True),  # no day can be told: not judged
]


@pytest.mark.parametrize(("term", "begins", "ends", "fits"), DAYS)
def test_terms_are_counted_as_the_civil_code_counts(
    findings: Findings, term: str, begins: str, ends: str, fits: bool
) -> None:
    found = findings(warranty(term) + planned(f"final_acceptance_passed: {begins}, warranty_ended: {ends}"))
    assert [finding.rule.id for finding in found] == ([] if fits else ["C503"])


def test_a_term_without_the_day_of_its_start_is_not_judged(findings: Findings) -> None:
    assert findings(warranty() + planned("delivery: 2027-03-01, warranty_ended: 2029-06-30")) == ()


def test_a_longer_term_of_some_equipment_may_lead_to_the_end(findings: Findings) -> None:
    two = clause(
        [param("term", "3年"), param("core", "5年")],
        [
            "promise: warranty_term, at_least: $term, clock: {kind: natural, from: final_acceptance_passed}",
            "promise: warranty_term, scope: {equipment: core_network}, at_least: $core, "
            "clock: {kind: natural, from: final_acceptance_passed}",
        ],
    )
    assert findings(two + planned("final_acceptance_passed: 2027-06-30, warranty_ended: 2032-06-30")) == ()
    (finding,) = findings(two + planned("final_acceptance_passed: 2027-06-30, warranty_ended: 2030-06-30"))
    assert told(finding)[1].startswith("warranty term of 5年 from 2027-06-30 ends on 2032-06-30")


EXPIRY = "promise: warranty_expiry, is: $last"
ROLL = "promise: last_day_roll, is: next_day, obligor: both"


def expiry(last: str) -> str:
    return clause(
        [param("term", "3年"), param("last", last, type_="date")],
        [
            "promise: warranty_term, at_least: $term, clock: {kind: natural, from: final_acceptance_passed}",
            EXPIRY,
            ROLL,
        ],
    )


def test_a_printed_last_day_is_held_against_the_term(findings: Findings) -> None:
    dates = planned("final_acceptance_passed: 2027-06-30")
    assert findings(expiry("2030-06-30") + dates) == ()
    (finding,) = findings(expiry("2030-12-31") + dates)
    assert told(finding) == (
        "C503 error",
        "warranty term of 3年 from 2027-06-30 ends on 2030-06-30, but warranty ended is dated 2030-12-31",
    )


def test_a_printed_last_day_is_held_against_the_planned_one(findings: Findings) -> None:
    found = findings(expiry("2030-12-31") + planned("warranty_ended: 2030-06-30"))
    assert [told(finding) for finding in found] == [
        ("C503 error", "warranty ended is dated 2030-06-30 and 2030-12-31"),
    ]


def test_the_earliest_end_contradicts_nothing_but_an_earlier_planned_one(findings: Findings) -> None:
    floor = expiry("2030-12-31").replace("warranty_expiry, is: $last", "warranty_expiry, at_least: $last")
    assert findings(floor + planned("final_acceptance_passed: 2027-06-30")) == ()
    assert findings(floor + planned("final_acceptance_passed: 2029-06-30")) == ()
    assert findings(floor + planned("warranty_ended: 2031-01-31")) == ()
    (finding,) = findings(floor + planned("warranty_ended: 2030-12-30"))
    assert told(finding) == ("C503 error", "warranty ended is dated 2030-12-30 and 2030-12-31")


COUNTED = """\
# clauses/vocabulary.yaml
events:
  service_started: {label: 服务期限起始, en: service term begun, before: [term_ended], counted: true}
"""


def service(start: str, end: str = "") -> str:
    """A clause that states the days of its term; the last of them follows where it is not written."""
    return COUNTED + clause(
        [
            f"start: {{label: 起始日, type: date, event: service_started, default: {start}}}",
            f"end: {{label: 届满日, type: date, event: term_ended{end and f', default: {end}'}}}",
            "years: {label: 期限, type: duration, default: 3年}",
        ],
        ["promise: service_term, at_least: $years, clock: {kind: natural, from: service_started}", ROLL],
        text='"{{ start }}至{{ end }}"\nrelations:\n  - that: end == start + years - "1日"',
    )


def test_a_term_whose_first_day_counts(findings: Findings) -> None:
    assert findings(service("2027-01-01") + BID) == ()
    assert findings(service("2029-03-01", "2032-02-29") + BID) == ()
    assert findings(service("2027-01-01") + planned("term_ended: 2029-12-31")) == ()
    disagreeing, wrong = sorted(findings(service("2027-01-01", "2030-01-01") + BID), key=told)
    assert told(disagreeing)[0] == "C401 error"
    assert told(wrong) == (
        "C503 error",
        "service term of 3年 from 2027-01-01 ends on 2029-12-31, but service term ended is dated 2030-01-01",
    )
    assert notes(wrong) == [
        "the day of the event is counted, so the term ends on the day before the one of the same number"
    ]


def test_a_day_that_a_clause_states_is_held_against_the_planned_one(findings: Findings) -> None:
    found = findings(service("2027-01-01") + planned("service_started: 2027-02-01, term_ended: 2029-12-31"))
    assert [told(finding) for finding in found] == [
        (
            "C503 error",
            "service term of 3年 from 2027-02-01 ends on 2030-01-31, but service term ended is dated 2029-12-31",
        ),
        ("C503 error", "service term begun is dated 2027-02-01 and 2027-01-01"),
    ]
    assert labels(found[1]) == [
        ("projects/demo/project.yaml:7:26", "2027-02-01", "service term begun on 2027-02-01"),
        ("clauses/hotline/window.yaml:7:68", "2027-01-01", "`hotline.window.start` says 2027年1月1日"),
    ]


def test_a_warranty_that_ends_before_final_acceptance(findings: Findings) -> None:
    found = findings(
        warranty("12个月", "delivery") + planned("delivery: 2027-03-01, final_acceptance_passed: 2028-05-08")
    )
    assert [told(finding) for finding in found] == [
        (
            "C504 error",
            "warranty term of 12个月 ends on 2028-03-01, before final acceptance passed on 2028-05-08",
        )
    ]


def test_a_warranty_may_end_on_the_very_day(findings: Findings) -> None:
    dates = planned("delivery: 2027-03-01, final_acceptance_passed: 2028-03-01")
    assert findings(warranty("12个月", "delivery") + dates) == ()


def test_a_bid_must_be_valid_until_the_award(findings: Findings) -> None:
    def validity(days: str) -> str:
        return clause(
            [param("valid", days)],
            ["promise: bid_validity, at_least: $valid, clock: {kind: natural, from: bid_deadline}"],
        ) + planned("award_notified: 2027-02-22")

    assert findings(validity("90日")) == ()
    (finding,) = findings(validity("60日"))
    assert told(finding) == (
        "C504 error",
        "validity of the bid of 60日 ends on 2027-02-06, before notice of award received on 2027-02-22",
    )
    assert labels(finding)[1][1] == "2026-12-08"


COMPANY = """\
# clauses/company.yaml
name: 示例信息有限公司
short: 示例信息
address: 示例市示例路1号
postcode: "000000"
hotline: 400-000-0000
email: service@example.com
certificates:
"""


def certificate(expires: str) -> str:
    return f"{COMPANY}  - {{name: 能力证书, number: X-001, expires: {expires}}}\n"


LASTING = planned("final_acceptance_passed: 2027-06-30")


EXPIRING = [
    ("2026-12-07", "error", "before bids are opened"),
    ("2026-12-08", "warning", "before the warranty ends"),
    ("2030-06-29", "warning", "before the warranty ends"),
]


@pytest.mark.parametrize(("expires", "severity", "said"), EXPIRING)
def test_a_certificate_that_expires_too_early(findings: Findings, expires: str, severity: str, said: str) -> None:
    (finding,) = findings(certificate(expires) + warranty() + LASTING)
    assert told(finding) == (
        f"C506 {severity}",
        f"the certificate 能力证书 (X-001) expires on {expires}, {said}",
    )


def test_a_certificate_that_lasts(findings: Findings) -> None:
    assert findings(certificate("2030-06-30") + warranty() + LASTING) == ()
    assert findings(certificate("2026-12-08") + warranty()) == ()  # no day of acceptance is planned


def due(day: str, *promises: str) -> str:
    return clause([param("due", day, type_="date")], list(promises) or ["promise: doc_support, is: 手册"],
                  text='"{{ due }}前提交。"')  # fmt: skip


OFF = [
    ("2026-10-01", "2026-10-01 is a day off (Thursday)"),
    ("2026-09-12", "2026-09-12 is a day off (Saturday)"),
    ("2190-10-08", "undecided whether 2190-10-08 (Friday) is a day off: the holidays of 2190 are not held"),
]


@pytest.mark.parametrize(("day", "said"), OFF)
def test_a_deadline_on_a_day_off_or_on_a_day_nobody_knows(findings: Findings, day: str, said: str) -> None:
    (finding,) = findings(due(day))
    assert told(finding) == ("C512 hint", said)
    assert labels(finding)[0][1:] == (day, "`hotline.window.due`")


@pytest.mark.parametrize("day", ["2026-10-09", "2026-10-10"])  # the second is a Saturday worked for the holidays
def test_a_deadline_on_a_day_worked(findings: Findings, day: str) -> None:
    assert findings(due(day)) == ()


def test_a_rule_for_the_last_day_settles_it(findings: Findings) -> None:
    assert findings(due("2026-10-01", ROLL)) == ()
    (finding,) = findings(due("2026-10-01", "promise: last_day_roll, is: none, obligor: both"))
    assert finding.rule.id == "C512"


def test_planned_days_are_looked_at_in_announced_years_only(findings: Findings) -> None:
    assert findings(planned("delivery: 2190-10-01")) == ()
    (finding,) = findings(planned("award_notified: 2026-12-12"))
    assert told(finding) == ("C512 hint", "2026-12-12 is a day off (Saturday)")
    assert notes(finding) == []

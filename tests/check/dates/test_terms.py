"""C502, C505, C507 to C511, C513: terms held against each other, against fees and against phases."""

from __future__ import annotations

import pytest

from gen.finding import Finding
from tests.check.promises import REPORTED, Findings, clause, labels, notes, param, told

VOCABULARY = (
    "# clauses/vocabulary.yaml\ndimensions:\n"
    "  report_due: {label: 报告提交时限, en: due day of reports, type: duration, better: less}\n"
)


def reports(cadence: str, due: str, start: str = "period_ended", kind: str = "report_cadence") -> str:
    allow = ", allow: 5日..40日" if due == "40日" else ""
    return VOCABULARY + clause(
        [param("cadence", cadence, type_="frequency"), param("due", due, allow)],
        [
            f"promise: {kind}, at_least: $cadence",
            f"promise: report_due, at_most: $due, clock: {{kind: natural, from: {start}}}",
        ],
    )  # fmt: skip


def test_a_report_due_after_the_next_one(findings: Findings) -> None:
    (finding,) = findings(reports("每月1次", "40日"))
    assert told(finding) == ("C502 warning", "due within 40日, but the next one follows within 28 days")
    assert [text for _, text, _ in labels(finding)] == ["40日", "每月1次"]
    assert [str(fix.message) for fix in finding.fixes] == ["set `hotline.window.due` to 28日 (inside its guardrail)"]


OVERTAKEN = [
    ("每周1次", "8日"),
    ("每月2次", "15日"),
    ("每季度1次", "91日"),
    ("每月1次", "2个月"),
    ("每月1次", "25个工作日"),
]


@pytest.mark.parametrize(("cadence", "due"), OVERTAKEN)
def test_periods_at_their_shortest(findings: Findings, cadence: str, due: str) -> None:
    (finding,) = findings(reports(cadence, due))
    assert finding.rule.id == "C502"


IN_TIME = [
    ("每月1次", "28日"),
    ("每月1次", "1个月"),
    ("每季度1次", "3个月"),
    ("每年1次", "30日"),
    ("每日1次", "12小时"),
]


@pytest.mark.parametrize(("cadence", "due"), IN_TIME)
def test_reports_in_time(findings: Findings, cadence: str, due: str) -> None:
    assert findings(reports(cadence, due)) == ()


def test_an_event_knows_how_often_it_comes(findings: Findings) -> None:
    (finding,) = findings(reports("每月1次", "40日", "inspection_completed", "inspection_freq"))
    assert finding.rule.id == "C502"
    assert findings(reports("每月1次", "40日", "inspection_completed", "report_cadence")) == ()
    assert findings(reports("每月1次", "40日", "contract_signed", "inspection_freq")) == ()


def served(*phases: str, start: str = "final_acceptance_passed") -> str:
    return clause(
        [param("term", "3年")],
        [
            f"promise: warranty_term, at_least: $term, clock: {{kind: natural, from: {start}}}",
            *(f"promise: resolution, scope: {{{phase}}}, at_most: 8小时, {REPORTED}" for phase in phases),
        ],
    )


def test_nobody_serves_the_trial_run(findings: Findings) -> None:
    (finding,) = findings(served("phase: in_warranty"))
    assert told(finding) == (
        "C505 warning",
        "the warranty begins with final acceptance passed, and no repair is promised for the trial run before it",
    )
    assert [text for _, text, _ in labels(finding)] == ["3年", "8小时"]


@pytest.mark.parametrize("phase", ["phase: [trial_run, in_warranty]", "", "severity: S1"])
def test_somebody_serves_the_trial_run(findings: Findings, phase: str) -> None:
    assert findings(served(phase)) == ()


def test_a_warranty_from_delivery_leaves_no_gap(findings: Findings) -> None:
    assert findings(served("phase: in_warranty", start="delivery")) == ()
    assert findings(served()) == ()


def terms(first: str, second: str, *, more: str = "", other: str = "") -> str:
    start = "clock: {kind: natural, from: acceptance_passed}"
    return clause(
        [param("a", first), param("b", second)],
        [
            f"promise: service_term, at_least: $a, fee: free, {start}{more}",
            f"promise: warranty_term, at_least: $b, fee: free, {start}{other}",
        ],
    )


def of(found: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [finding for finding in found if finding.rule.id == rule]


def test_free_service_for_another_time_than_the_warranty(findings: Findings) -> None:
    (finding,) = findings(terms("5年", "1年"))
    assert told(finding) == (
        "C507 warning",
        "service term is 5年 from acceptance passed, but warranty term is 1年 from acceptance passed",
    )
    assert notes(finding) == ["both hold: in all cases"]


SAME = [
    terms("1年", "12个月"),
    terms("5年", "1年", more=", scope: {equipment: server}", other=", scope: {equipment: storage}"),
    terms("5年", "1年", more=", condition: 客户续签服务"),
    terms("5年", "1年").replace("at_least: $a, fee: free", "at_least: $a, fee: at_cost"),
]  # fmt: skip


@pytest.mark.parametrize("text", SAME)
def test_terms_that_agree_or_are_told_apart(findings: Findings, text: str) -> None:
    assert of(findings(text), "C507") == []


def test_months_against_days_are_undecided(findings: Findings) -> None:
    (finding,) = of(findings(terms("365日", "1年")), "C507")
    assert notes(finding)[-1].startswith("undecided: ")


def lifetime(scope: str, until: str, supply: str) -> str:
    return clause(
        [param("years", "5年")],
        [
            f"promise: lifetime_service, scope: {{{scope}}}, is: promised, fee: at_cost{until}",
            f"promise: spare_stock_years, at_least: $years, clock: {{kind: natural, from: {supply}}}",
        ],
    )


OUTLIVE = [
    lifetime("service: repair", "", "final_acceptance_passed"),
    lifetime("service: parts", ", until: production_ended", "final_acceptance_passed"),
    lifetime("equipment: server", "", "final_acceptance_passed"),
]
LAST = [
    lifetime("service: repair", ", until: production_ended", "production_ended"),
    lifetime("service: support", "", "final_acceptance_passed"),
]


@pytest.mark.parametrize("text", OUTLIVE)
def test_a_lifetime_that_outlives_its_parts(findings: Findings, text: str) -> None:
    (finding,) = of(findings(text), "C508")
    assert told(finding) == ("C508 warning", "service for life, but spare parts availability of 5年")


@pytest.mark.parametrize("text", LAST)
def test_a_lifetime_that_its_parts_last(findings: Findings, text: str) -> None:
    assert of(findings(text), "C508") == []


def charged(promise: str) -> str:
    return clause(
        [param("term", "3年"), param("more", "2年"), param("rate", "6%", type_="percent")],
        [
            "promise: warranty_term, at_least: $term, fee: free, "
            "clock: {kind: natural, from: final_acceptance_passed}",
            promise,
            "promise: price_hold, at_least: $more, clock: {kind: natural, from: warranty_ended}",
            "promise: ld_cap, is: $rate",
        ],
    )  # fmt: skip


INSIDE = [
    ("promise: extended_warranty, at_least: $more, fee: at_cost, clock: {kind: natural, from: final_acceptance_passed}",
     "extended warranty is paid, but falls into the free warranty: it runs from final acceptance passed"),
    ("promise: post_warranty_fee, at_most: $rate, fee: percentage, scope: {phase: [in_warranty, post_warranty]}",
     "annual fee after warranty is paid, but falls into the free warranty: it holds in the warranty"),
]  # fmt: skip
AFTER = [
    "promise: extended_warranty, at_least: $more, fee: percentage, clock: {kind: natural, from: warranty_ended}",
    "promise: extended_warranty, at_least: $more, fee: free, clock: {kind: natural, from: final_acceptance_passed}",
    "promise: post_warranty_fee, at_most: $rate, fee: percentage, scope: {phase: post_warranty}",
    "promise: post_warranty_fee, at_most: $rate, fee: percentage",
]


@pytest.mark.parametrize(("promise", "said"), INSIDE)
def test_a_charge_inside_the_free_warranty(findings: Findings, promise: str, said: str) -> None:
    (finding,) = of(findings(charged(promise)), "C509")
    assert told(finding) == ("C509 error", said)


@pytest.mark.parametrize("promise", AFTER)
def test_a_charge_after_the_free_warranty(findings: Findings, promise: str) -> None:
    assert of(findings(charged(promise)), "C509") == []


def two_starts(first: str, second: str) -> str:
    return clause(
        [param("a", "2年")],
        [
            f"promise: service_term, at_least: $a, clock: {{kind: natural, from: {first}}}",
            f"promise: warranty_term, at_least: $a, clock: {{kind: natural, from: {second}}}",
        ],
    )


def test_service_that_waits_for_payment(findings: Findings) -> None:
    (finding,) = findings(two_starts("payment_received", "contract_effective"))
    assert told(finding) == (
        "C510 warning",
        "service term begins with payment, but warranty term with contract in force",
    )
    assert [said for _, _, said in labels(finding)] == [
        "`hotline.window.a`: 2年 from payment received",
        "`hotline.window.a`: 2年 from contract in force",
    ]


@pytest.mark.parametrize("starts", [("contract_effective", "delivery"), ("payment_received", "payment_received")])
def test_terms_that_begin_together_or_without_payment(findings: Findings, starts: tuple[str, str]) -> None:
    assert of(findings(two_starts(*starts)), "C510") == []


def worded(text: str, variant: str) -> str:
    made = clause([param("a", "12个月")], ["promise: price_hold, at_least: $a"], text=text)
    return f"{made}variants:\n  letter: {variant}\n"


FIRST = "自验收合格之日起{{ a }}或者自到货之日起十八个月，以先届满者为准。"


def test_only_one_wording_names_the_earlier_start(findings: Findings) -> None:
    (finding,) = of(findings(worded("质保期" + FIRST, "质保期自验收合格之日起{{ a }}。")), "C511")
    assert told(finding) == ("C511 error", "one wording of `hotline.window` says `以先届满者为准`, another does not")
    assert [text for _, text, _ in labels(finding)] == ["自验收合格之日起", "以先届满者为准"]


def test_wordings_that_say_the_same_or_nothing_of_a_start(findings: Findings) -> None:
    assert of(findings(worded("质保期" + FIRST, "质保期" + FIRST)), "C511") == []
    assert of(findings(worded("质保期" + FIRST, "质保期为{{ a }}。")), "C511") == []


def printed(text: str) -> str:
    return clause([param("a", "12个月")], ["promise: price_hold, at_least: $a"], text=f'"{text}"')


WRONG = [
    ("服务期限自2027年1月4日起至2029年1月3日止，为期3年。", ["2027年1月4日", "2029年1月3日", "3年"]),
    ("有效期自2027-01-01至2028-12-31，有效期3年。", ["2027-01-01", "2028-12-31", "3年"]),
    ("自2027年3月1日至2027年3月31日（共60日）。", ["2027年3月1日", "2027年3月31日", "60日"]),
]
RIGHT = [
    "服务期限自2027年1月4日起至2030年1月3日止，为期3年。",
    "服务期限自2027年1月4日起至2030年1月4日止，为期三年。",
    "自2027年3月1日至2027年3月31日（共30日）。",
    "自2027年1月1日至2028年12月31日，每月2日提交报告。",
    "自2027年2月30日至2028年12月31日，为期3年。",
]


@pytest.mark.parametrize(("text", "places"), WRONG)
def test_days_and_length_that_differ(findings: Findings, text: str, places: list[str]) -> None:
    (finding,) = of(findings(printed(text)), "C513")
    assert [place for _, place, _ in labels(finding)] == places


@pytest.mark.parametrize("text", RIGHT)
def test_days_and_length_that_agree(findings: Findings, text: str) -> None:
    assert of(findings(printed(text)), "C513") == []

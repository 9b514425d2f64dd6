"""C303 and C309: promises that run on from one another, and the whole that spans them."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, clause, labels, notes, param, told


def links(*promised: tuple[str, str, str, str]) -> str:
    """Promises from one event to another: (dimension, from, to, bound and value)."""
    bounds = [bound.split() for *_, bound in promised]
    return clause(
        [param(f"p{number}", value) for number, (_, value) in enumerate(bounds, 1)],
        [
            f"promise: {dimension}, {bounds[number - 1][0]}: $p{number},"
            f" clock: {{kind: natural, from: {start}, to: {end}}}"
            for number, (dimension, start, end, _) in enumerate(promised, 1)
        ],
    )


FORTY_TWO = links(
    ("complaint", "contract_signed", "report_received", "at_most 14日"),
    ("patch_time", "report_received", "fault_resolved", "at_most 28日"),
    ("payment", "fault_resolved", "payment_received", "at_most 14日"),
    ("handover", "contract_signed", "payment_received", "at_most 42日"),
)


def test_fourteen_and_twenty_eight_and_fourteen_days_against_forty_two(findings: Findings) -> None:
    (finding,) = findings(FORTY_TWO)
    assert told(finding) == (
        "C303 error",
        "complaint handling, vulnerability fix, payment term may take 1368 h together,"
        " but handover period is promised within 42日",
    )
    assert [text for _, _, text in labels(finding)] == [
        "`hotline.window.p4`: from contract signed to payment received within 42日",
        "link 1, `hotline.window.p1`: from contract signed to fault report received within 14日",
        "link 2, `hotline.window.p2`: from fault report received to fault resolved within 28日",
        "link 3, `hotline.window.p3`: from fault resolved to payment received within 14日",
    ]
    assert notes(finding)[0] == "14日 + 28日 + 14日 makes 1368 h, and 42日 is 1032 h"


def test_days_add_up_to_days(findings: Findings) -> None:
    """What ends with a day has happened on it, so the days of the next link are counted from there."""
    assert [told(finding)[0] for finding in findings(FORTY_TWO.replace("42日", "55日"))] == ["C303 error"]
    assert findings(FORTY_TWO.replace("42日", "56日")) == ()


@pytest.mark.parametrize(
    ("arrival", "after", "whole", "expected"),
    [
        ("48小时", "24小时", "60小时", ["C303"]),
        ("48小时", "24小时", "72小时", []),
        ("48小时", "1440分钟", "72小时", []),
        ("48小时", "24小时", "4319分钟", ["C303"]),
    ],
)
def test_arrival_and_the_repair_from_there_against_the_repair_from_the_report(
    findings: Findings, arrival: str, after: str, whole: str, expected: list[str]
) -> None:
    text = links(
        ("onsite_arrival", "report_received", "arrival", f"at_most {arrival}"),
        ("resolution", "arrival", "fault_resolved", f"at_most {after}"),
        ("resolution", "report_received", "fault_resolved", f"at_most {whole}"),
    )
    assert [finding.rule.id for finding in findings(text)] == expected


def test_links_that_never_hold_together_make_no_chain(findings: Findings) -> None:
    text = links(
        ("onsite_arrival", "report_received", "arrival", "at_most 48小时"),
        ("resolution", "arrival", "fault_resolved", "at_most 24小时"),
        ("resolution", "report_received", "fault_resolved", "at_most 60小时"),
    )
    apart = text.replace("at_most: $p1,", "at_most: $p1, scope: {severity: S1},").replace(
        "at_most: $p2,", "at_most: $p2, scope: {severity: S2},"
    )
    assert findings(apart) == ()


def test_a_chain_that_leads_back_to_itself_ends(findings: Findings) -> None:
    text = links(
        ("complaint", "contract_signed", "report_received", "at_most 14日"),
        ("patch_time", "report_received", "contract_signed", "at_most 28日"),
        ("handover", "contract_signed", "payment_received", "at_most 42日"),
    )
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [("72小时", "24小时", ["C309"]), ("24小时", "24小时", []), ("1日", "24小时", ["C309"]), ("1日", "48小时", [])],
)
def test_at_least_so_long_and_at_most_so_long(findings: Findings, least: str, most: str, expected: list[str]) -> None:
    """One whole day after the one on which it begins takes more than 24 hours from any minute."""
    text = links(
        ("staff_change", "report_received", "fault_resolved", f"at_least {least}"),
        ("resolution", "report_received", "fault_resolved", f"at_most {most}"),
    )
    assert [finding.rule.id for finding in findings(text)] == expected


def test_at_least_so_long_against_two_links(findings: Findings) -> None:
    text = links(
        ("staff_change", "report_received", "fault_resolved", "at_least 73小时"),
        ("onsite_arrival", "report_received", "arrival", "at_most 48小时"),
        ("resolution", "arrival", "fault_resolved", "at_most 24小时"),
    )
    (finding,) = findings(text)
    assert told(finding) == (
        "C309 error",
        "notice of staff change takes at least 73小时, but on-site arrival, resolution must be over within 72 h",
    )

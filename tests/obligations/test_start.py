"""The day of signing, held against the days that the bid gives: rules B511, B512, B513."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from gen.obligations.start import start_findings
from tests.obligations.conftest import BID, WARRANTY, examined, workspace_text

PLANNED = BID + "  delivery: 2026-01-10\n  contract_signed: 2026-01-05\n"


@pytest.mark.parametrize(
    ("bid", "start", "found"),
    [
        (BID, "2026-01-12", []),
        (BID, "2025-12-08", []),
        (BID, "2025-12-07",
         [("B511", "the contract would be signed on 2025-12-07, but the bids are opened on 2025-12-08",
           ["2025-12-08"])]),
        (BID, "2027-01-31",
         [("B512", "the contract would be signed on 2027-01-31, but the warranty ends on 2027-01-31", ["$term"])]),
        (BID + "  warranty_ended: 2027-03-01\n", "2027-03-02",
         [("B512", "the contract would be signed on 2027-03-02, but the warranty ends on 2027-03-01",
           ["2027-03-01"])]),
        (PLANNED, "2026-01-20",
         [("B513", "planned before the contract is signed on 2026-01-20: delivery", ["2026-01-10"])]),
    ],
)  # fmt: skip
def test_what_is_found(tmp_path: Path, bid: str, start: str, found: list[tuple[str, str, list[str]]]) -> None:
    findings = start_findings(examined(tmp_path, workspace_text(WARRANTY, bid=bid)), datetime.date.fromisoformat(start))
    assert [
        (finding.rule.id, str(finding.message), [label.span.text for label in finding.labels]) for finding in findings
    ] == [(rule, message, [text.replace("$term", "1年") for text in texts]) for rule, message, texts in found]

"""What tests of accepted findings share: run a check, and say in a line each what stands and what is accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from gen.cli.checked import Checked, checked
from gen.finding import Finding, in_order
from gen.message import say
from tests.conftest import TODAY, lay_out

CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
params:
  open: {label: 热线时段, type: window, default: 7×24}
text: |
  {{ provider }}设服务热线。
"""
"""A clause with a parameter that nothing uses: R203, about the library."""

OVERDUE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2026-10-01
text: |
  {{ provider }}设服务热线。
"""
"""A clause that was to be reviewed before the bid opens: P303, about the bid."""

UNUSED, UNREVIEWED = "8fa6e5630b72", "f97669d3f4cf"
"""Their fingerprints."""


@dataclass(frozen=True)
class Held:
    """What stands, and what is accepted and why; a line each."""

    standing: list[str]
    accepted: list[str]


Hold = Callable[..., Held]
Check = Callable[..., Checked]


def standing(finding: Finding) -> str:
    place = f"{finding.labels[0].span} " if finding.labels else ""
    return f"{place}{finding.rule.id} {say(finding.message)}"


def accepted(finding: Finding) -> str:
    assert finding.accepted
    by = f" ({finding.accepted.by})" if finding.accepted.by else ""
    until = f" until {finding.accepted.until}" if finding.accepted.until else ""
    return f"{finding.rule.id} at {finding.accepted.span}: {finding.accepted.reason}{by}{until}"


def lines(findings: Sequence[Finding]) -> Held:
    ordered = in_order(findings)
    return Held(
        [standing(finding) for finding in ordered if finding.accepted is None],
        [accepted(finding) for finding in ordered if finding.accepted is not None],
    )


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check the small workspace with some files changed."""

    def check(text: str = "", *bids: str, today: date = TODAY) -> Checked:
        return checked(lay_out(tmp_path, text), bids, today)

    return check


@pytest.fixture
def held(check: Check) -> Hold:
    """What is found in the small workspace with some files changed."""
    return lambda text="", *bids, today=TODAY: lines(check(text, *bids, today=today).findings)

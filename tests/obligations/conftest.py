"""What tests of the register share: one clause with promises of every way of being kept, and its register."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from gen.examine import Examined, examine
from gen.library import load
from gen.obligations import Obligation, Register, register
from tests.conftest import lay_out

START = datetime.date(2026, 1, 12)
"""A Monday of a year whose holidays are held."""

BID = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2025-12-08, lot: 第一包, site: 示例市机房}
customer: {name: 示例单位}
documents: [letter]
dates:
  final_acceptance_passed: 2026-01-31
"""
CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 服务
status: approved
owner: service
review_by: 2027-10-01
params:
  term: {label: 质保期, type: duration, default: 1年}
  often: {label: 巡检频次, type: frequency, default: 每季度1次}
  notice: {label: 巡检通知提前期, type: duration, default: 3个工作日}
  parts:
    label: 付款节点
    type: table
    key: item
    columns: {share: {label: 比例, type: percent}}
    default: {合同生效: 30%, 最终验收合格: 65%, 质保期届满: 5%}
text: |
  质保期{{ term }}，自最终验收合格之日起算。{{ provider }}{{ often }}巡检，提前{{ notice }}告知。

  {{ parts | table }}
commitments:
"""
WARRANTY = "{promise: warranty_term, at_least: $term, clock: {kind: natural, from: final_acceptance_passed}}"
INSPECTION = "{promise: inspection_freq, scope: {phase: in_warranty}, at_least: $often, fee: free}"

Make = Callable[..., Register]


def workspace_text(*commitments: str, bid: str = BID, more: str = "") -> str:
    """The files of a workspace whose one clause makes these promises."""
    promises = "".join(f"  - {commitment}\n" for commitment in commitments)
    return (CLAUSE + promises if promises else CLAUSE.removesuffix("commitments:\n")) + bid + more


def examined(folder: Path, text: str) -> Examined:
    """The bid of the small workspace with files laid over it."""
    library, findings = load(lay_out(folder, text))
    assert [str(finding.message) for finding in findings] == []
    return examine(library, library.bids["demo"])


@pytest.fixture
def made(tmp_path: Path) -> Make:
    """The register of a bid whose one clause makes these promises."""

    def make(
        *commitments: str,
        start: datetime.date = START,
        until: datetime.date | None = None,
        bid: str = BID,
        more: str = "",
    ) -> Register:
        return register(examined(tmp_path, workspace_text(*commitments, bid=bid, more=more)), start, until)

    return make


def days(each: Obligation) -> list[str]:
    """The days on which an obligation is due."""
    return [str(occurrence.due) for occurrence in each.dated]

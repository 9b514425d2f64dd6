"""A bid for several lots of one tender: one bid each, which share all that is not said apart."""

from __future__ import annotations

import pytest

from gen.examine import examine
from gen.finding import Finding
from gen.library import load
from gen.model.library import Library
from gen.model.text import lines
from tests.compose.test_compose import LayOut

CLAUSE = """
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
params:
  years: {label: 质保期, type: duration, default: 3年, allow: 3年..5年}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 时限, type: duration}}
    default: {S1: 2小时, S2: 4小时}
    allow: {S1: 1小时..2小时, S2: 2小时..4小时}
commitments:
  - {promise: warranty_term, is: $years, clock: {kind: natural, from: final_acceptance_passed}}
text: |
  {{ project.lot }}质保{{ years }}，一级{{ limit.S1 }}，二级{{ limit.S2 }}。
"""
BID = """
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
values: {hotline.window.limit: {S1: 1小时}}
lots:
  - {id: lot-1, name: 第一包, values: {hotline.window.years: 5年}}
  - {id: lot-2, name: 第二包, values: {hotline.window.limit: {S2: 2小时}}}
"""


def loaded(workspace: LayOut, text: str = BID) -> tuple[Library, list[Finding]]:
    library, findings = load(workspace(CLAUSE + text))
    return library, [finding for finding in findings if finding.rule.id != "R203"]


def test_each_lot_is_a_bid_with_its_own_values_over_those_of_all(workspace: LayOut) -> None:
    library, findings = loaded(workspace)
    assert findings == []
    printed = {id_: list(lines(examine(library, bid).documents[0]))[-1] for id_, bid in library.bids.items()}
    assert printed == {
        "demo/lot-1": "（一）第一包质保5年，一级1小时，二级4小时。",
        "demo/lot-2": "（一）第二包质保3年，一级1小时，二级2小时。",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("lot-2, name", "lot-1, name", [("S110", "two lots of this bid are called `lot-1`", "10:10")]),
        ("第二包", "第一包", [("S110", "two lots of this bid are called `第一包`", "10:23")]),
        ("documents: [letter]", "documents: []",
         [("S107", "no document covers the lot 第一包", "9:10"),
          ("S107", "no document covers the lot 第二包", "10:10")]),
        ("id: lot-2", "id: 第2包",
         [("S108", "the value does not fit: small letters, digits and hyphens, as in lot-1", "10:10")]),
        ("{name: 示例项目,", "{name: 示例项目, lot: 第一包,",
         [("S108", "the bid has `lots`, so that `project.lot` says nothing", "4:28")]),
        ("documents: [letter]", "documents: [lettre]",
         [("S109", "there is no document kind `lettre`", "6:13")]),  # once, though both lots have it
    ],
)  # fmt: skip
def test_lots_that_cannot_stand_are_found_once(
    workspace: LayOut, old: str, new: str, told: list[tuple[str, str, str]]
) -> None:
    _, findings = loaded(workspace, BID.replace(old, new))
    assert [(f.rule.id, str(f.message), f"{f.labels[0].span.line}:{f.labels[0].span.column}") for f in findings] == told


def test_what_is_said_for_all_lots_may_be_about_the_documents_of_one(workspace: LayOut) -> None:
    """A theme, annexes and clauses for a document that only the second lot has."""
    plan = """
# templates/documents/plan.md
---
kind: plan
title: 服务方案
words: {provider: 我公司, customer: 采购人}
numbering: letter
clause_titles: false
---
# 服务

{{ clause("hotline.window") }}

{{ clause("hotline.visit", optional=true) }}

{{ annexes }}
# clauses/hotline/visit.yaml
id: hotline.visit
title: 走访
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}走访用户。
# templates/forms/card.yaml
id: card
title: 登记卡
columns: 2
rows:
  - fields: [{label: 日期, kind: date}, {label: 事项}]
"""
    more = "themes: {plan: tender-default}\nannexes: {plan: [card]}\nclauses: {add: [hotline.visit]}\n"
    text = BID.replace("profile: basic\n", f"profile: basic\n{more}").replace(
        "name: 第二包,", "name: 第二包, documents: [plan],"
    )
    library, findings = load(workspace(CLAUSE + plan + text))
    assert [str(f.message) for f in findings if f.rule.id != "R203"] == []
    second = examine(library, library.bids["demo/lot-2"])
    assert list(second.package.clauses) == ["hotline.window", "hotline.visit"]
    assert "附件一登记卡" in [line.replace(" ", "").replace("　", "") for line in lines(second.documents[0])]
    first = examine(library, library.bids["demo/lot-1"])
    assert [f.rule.id for f in first.findings if f.rule.id == "R205"] == []
    assert list(first.package.clauses) == ["hotline.window"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("profile: basic\n", "profile: basic\nthemes: {plan: tender-default}\n", "the bid has no document `plan`"),
        ("profile: basic\n", "profile: basic\nannexes: {plan: [letter]}\n", "the bid has no document `plan`"),
        ("id: lot-1,", "id: lot-1, annexes: {plan: [letter]},", "the bid has no document `plan`"),
    ],
)
def test_a_document_that_no_lot_has_is_found_once(workspace: LayOut, old: str, new: str, told: str) -> None:
    _, findings = loaded(workspace, BID.replace(old, new))
    assert [(f.rule.id, str(f.message)) for f in findings] == [("S109", told)]


def test_a_lot_is_told_by_its_name_where_the_document_prints_it(workspace: LayOut) -> None:
    """A text may ask whether a fact is written: one outline serves bids with lots and without."""
    text = "{{ provider }}投标{% if project.lot %}（{{ project.lot }}）{% endif %}，{{ years }}，{{ limit.S1 }}。"
    clause = CLAUSE.replace("{{ project.lot }}质保{{ years }}，一级{{ limit.S1 }}，二级{{ limit.S2 }}。", text)
    library, findings = load(workspace(clause + BID))
    assert [f.rule.id for f in findings if f.rule.id != "R203"] == []
    printed = {id_: list(lines(examine(library, bid).documents[0]))[-1] for id_, bid in library.bids.items()}
    assert printed == {
        "demo/lot-1": "（一）我公司投标（第一包），5年，1小时。",
        "demo/lot-2": "（一）我公司投标（第二包），3年，1小时。",
    }
    whole = BID[: BID.index("lots:")].replace("values:", "dates: {}\nvalues:")
    library, findings = load(workspace(clause + whole))
    examined = examine(library, library.bids["demo"])
    assert [f.rule.id for f in examined.findings if f.rule.id == "R202"] == []
    assert list(lines(examined.documents[0]))[-1] == "（一）我公司投标，3年，1小时。"

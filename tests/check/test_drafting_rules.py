"""D103: documents that break the drafting rules of their kind."""

from __future__ import annotations

import pytest

from gen.examine import examine, load_checked
from tests.compose.test_compose import LayOut

WINDOW = """
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}设服务热线。
"""
LETTER = """
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false
drafting: %s
---
# 服务

{{ clause("hotline.window") }}
"""
BID = """
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08%s}
customer: {name: 示例单位}
documents: [letter]
%s"""


@pytest.mark.parametrize(
    ("drafting", "facts", "more", "told"),
    [
        ("{applies: {contract: [services]}}", ", contract: services", "", []),
        ("{applies: {contract: [services]}}", ", contract: goods", "",
         ["服务承诺书 is not meant for this bid: `project.contract` is `goods`"]),
        ("{applies: {customer: [large_enterprise, sme]}}", "", "",
         ["whether 服务承诺书 is meant for this bid is not known: `customer.type` is not stated"]),
        ("{precedence: hotline.answer}", "", "",
         ["服务承诺书 does not print `hotline.answer`, which its drafting rules name"]),
        ("{changes: hotline.window}", "", "",
         ["the clause `hotline.window` is to list the changes to 服务承诺书, but lists none"]),
        ("{}", "", "changes: [{document: letter, clause: hotline.window, text: 甲。}]\n",
         ["服务承诺书 has no place for changes"]),
        ("{}", "", "changes: [{document: plan, clause: hotline.window, text: 甲。}]\n",
         ["the bid has no document `plan`"]),
    ],
)  # fmt: skip
def test_a_kind_is_filled_in_by_its_rules(
    workspace: LayOut, drafting: str, facts: str, more: str, told: list[str]
) -> None:
    library, findings = load_checked(workspace(WINDOW + LETTER % drafting + BID % (facts, more)))
    examined = examine(library, library.bids["demo"])
    assert [str(f.message) for f in (*findings, *examined.findings) if f.rule.id == "D103"] == told


def test_only_what_a_document_prints_can_be_changed_in_it(workspace: LayOut) -> None:
    text = WINDOW.replace("设服务热线。", "设服务热线。\n\n  {{ changes }}")
    change = "changes: [{document: letter, clause: hotline.answer, text: 甲。}]\n"
    library, _ = load_checked(workspace(text + LETTER % "{changes: hotline.window}" + BID % ("", change)))
    assert [str(f.message) for f in examine(library, library.bids["demo"]).findings if f.rule.id == "D103"] == [
        "服务承诺书 does not print `hotline.answer`, which is to be changed"
    ]

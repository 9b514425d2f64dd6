"""Tracing a sentence of a document back to its clause, its line, and its values."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.examine import Examined, examine
from gen.library import load
from gen.trace import Trace, trace
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]

FILES = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线服务
status: approved
owner: service
review_by: 2027-10-01
params:
  term: {label: 期限, type: duration, default: 3年, allow: 1年..3年}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 到场时限, type: duration}}
    default: {S1: 4小时, S2: 8小时}
    allow: {S1: [2小时..4小时, 6小时]}
text: |
  {{ provider }}设服务热线，号码{{ company.hotline }}，服务{{ term }}。

  {{ provider }}夜间值守；来电于{{ limit.S1 }}内回复，
  另有邮箱。

  1. 登记ＡＢＣ 工单；
  2. 派单。

  {{ limit | table("到场时限") }}
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false
signatories: [{title: "投标人：{{ company.name }}", lines: {日期: "{{ project.submission }}"}}]
---
开头的话。

# 服务

{{ clause("hotline.window") }}

# 效力

本承诺书长期有效。

{{ signature }}
"""


@pytest.fixture
def examined(workspace: LayOut) -> Examined:
    library, findings = load(workspace(FILES))
    assert findings == ()
    made = examine(library, library.bids["demo"])
    assert made.findings == ()
    return made


def one(examined: Examined, wanted: str) -> Trace:
    (found,) = trace(examined, wanted)
    return found


def values(found: Trace) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(s.path, s.text, f"{s.set_by} {s.by}", guard) for s, guard in found.values]


def test_a_sentence_leads_to_its_clause_its_line_and_its_values(examined: Examined) -> None:
    found = one(examined, "设服务热线")
    assert (found.bid, found.document, found.heading, found.clause, found.title) == (
        "demo", "《服务承诺书》", "一、服务", "hotline.window", "热线服务",
    )  # fmt: skip
    assert found.text == "（一）我公司设服务热线，号码400-000-0000，服务3年。"
    assert (str(found.place), found.place.text) == (
        "clauses/hotline/window.yaml:16:3",
        "{{ provider }}设服务热线，号码{{ company.hotline }}，服务{{ term }}。",
    )
    assert values(found) == [
        ("company.hotline", "400-000-0000", "company company", ()),
        ("hotline.window.term", "3年", "clause hotline.window", ("1年..3年",)),
    ]


def test_only_the_sentence_is_shown_and_all_values_of_its_paragraph(examined: Examined) -> None:
    found = one(examined, "4小时内回复")
    assert found.text == "来电于4小时内回复，另有邮箱。"
    assert str(found.place) == "clauses/hotline/window.yaml:18:3"
    assert values(found) == [
        ("hotline.window.limit.S1", "4小时", "clause hotline.window", ("2小时..4小时", "6小时")),
    ]


@pytest.mark.parametrize("wanted", ["登记ABC工单", "登记 A B C 工单", "登记ＡＢＣ　工单"])
def test_spaces_and_width_do_not_matter(examined: Examined, wanted: str) -> None:
    found = one(examined, wanted)
    assert found.text == "1. 登记ＡＢＣ 工单；"
    assert str(found.place) == "clauses/hotline/window.yaml:21:3"


def test_what_spans_several_sentences_is_shown_whole(examined: Examined) -> None:
    assert one(examined, "值守；来电").text == "（二）我公司夜间值守；来电于4小时内回复，另有邮箱。"


def test_a_number_is_found_wherever_it_is_printed(examined: Examined) -> None:
    assert [(found.heading, values(found)[0][0]) for found in trace(examined, "4小时")] == [
        ("一、服务", "hotline.window.limit.S1"),
        ("一、服务", "hotline.window.limit.S1"),
    ]


def test_a_cell_leads_to_its_table(examined: Examined) -> None:
    found = one(examined, "8小时")
    assert found.clause == "hotline.window"
    assert [path for path, *_ in values(found)] == ["hotline.window.limit.S1", "hotline.window.limit.S2"]


def test_what_the_outline_says_has_no_clause(examined: Examined) -> None:
    found = one(examined, "长期有效")
    assert (found.clause, found.title, found.heading) == (None, "", "二、效力")
    assert (str(found.place), found.place.text) == ("templates/documents/letter.md:17:1", "本承诺书长期有效。")


def test_what_stands_above_the_first_heading_has_none(examined: Examined) -> None:
    assert one(examined, "开头的话").heading == ""


def test_titles_headings_and_signatures_are_found_too(examined: Examined) -> None:
    assert one(examined, "服务承诺书").clause is None
    assert one(examined, "二、效力").heading == "二、效力"
    assert values(one(examined, "示例信息有限公司")) == [
        ("company.name", "示例信息有限公司", "company company", ()),
        ("project.submission", "2026年12月8日", "bid demo", ()),
    ]


@pytest.mark.parametrize("wanted", ["", "   ", "　", "没有这句话", "{{ term }}"])
def test_what_no_document_says_leads_nowhere(examined: Examined, wanted: str) -> None:
    assert list(trace(examined, wanted)) == []


def test_a_value_of_the_bid_leads_to_the_bid(workspace: LayOut) -> None:
    bid = (
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nvalues: {hotline.window.term: 2年}\n"
    )
    library, _ = load(workspace(FILES + bid))
    found = one(examine(library, library.bids["demo"]), "服务2年")
    ((_, _), (setting, guard)) = found.values
    assert (setting.set_by, setting.by, str(setting.span), guard) == (
        "bid", "demo", "projects/demo/project.yaml:7:31", ("1年..3年",),
    )  # fmt: skip

"""`bidgen clauses`: lists, searches, one clause as it prints, and the report on the library."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gen.source import width
from tests.cli.conftest import Ran, Run
from tests.conftest import lay_out

LIBRARY = """\
# clauses/hotline/answer.yaml
id: hotline.answer
title: 接听
status: approved
owner: service
review_by: 2026-12-01
params:
  within:
    label: 接听时限
    type: duration
    default: 20秒
    allow: 10秒..30秒
    approval: [{within: 5秒..10秒, by: service-director}]
  spare: {label: 备用, type: count, unit: 条, default: 2条}
  note: {label: 说明, type: text, default: 人工}
commitments:
  - promise: hotline_answer
    at_most: $within
    scope: {severity: [S1, S2]}
    clock: {kind: natural, from: call_received, window: 7×24}
    fee: free
text: |
  {{ provider }}自电话接入起{{ within }}内由{{ note }}接听来电。

  1. 一级；
  2. 二级。
variants:
  plan: |
    接听时限{{ within }}。
# clauses/hotline/copy.yaml
id: hotline.copy
title: 接听副本
status: draft
owner: legal
review_by: 2027-10-01
was: [hotline.old]
params:
  within: {label: 时限, type: duration}
  rows:
    label: 频次
    type: table
    key: item
    columns: {what: {label: 内容, type: text}, often: {label: 次数, type: frequency}}
    default: {巡检: {what: 全面检查, often: 每季度1次}}
commitments:
  - promise: hotline_answer
    at_most: $within
    clock: {kind: working}
text: |
  {{ provider }}自电话接入起{{ within }}内由专人接听来电。

  {{ rows | table("频次表") }}
# clauses/retired/gone.yaml
id: retired.gone
title: 旧条款
status: retired
owner: legal
review_by: 2020-01-01
text: |
  见{{ ref("letter/hotline.window") }}，{{ project.name }}。
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false
requires: [hotline_answer, retention]
---
# 服务

{{ clause("hotline.window") }}

{{ clause("hotline.answer") }}
# templates/documents/note.md
---
kind: note
title: 说明
words: {provider: 投标人, customer: 采购人}
numbering: chapters
clause_titles: true
---
# 说明

{{ clause("hotline.answer", optional=true) }}

{{ clause("retired.gone", optional=true) }}
"""


@pytest.fixture
def stock(here: Path) -> Path:
    """The small workspace with clauses in all states."""
    lay_out(here, LIBRARY)
    return here


def ids(ran: Ran) -> list[str]:
    assert ran.status == 0
    return [line.split()[0] for line in ran.out.splitlines() if not line.startswith(" ")]


def test_the_list_says_what_each_clause_promises_and_where_it_is_used(stock: Path, run: Run) -> None:
    assert run("clauses") == Ran(
        0,
        "hotline.answer  接听  approved\n"
        "  promises   hotline answer\n"
        "  documents  letter, note\n"
        "  bids       demo\n"
        "hotline.copy  接听副本  draft\n"
        "  promises   hotline answer\n"
        "hotline.window  热线  approved\n"
        "  documents  letter\n"
        "  bids       demo\n"
        "retired.gone  旧条款  retired\n"
        "  documents  note\n",
        "4 of 4 clauses\n",
    )


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("接听",), ["hotline.answer", "hotline.copy"]),
        (("接听", "专人"), ["hotline.copy"]),
        (("接听 专人",), ["hotline.copy"]),
        (("HOTLINE ANSWER",), ["hotline.answer", "hotline.copy"]),
        (("热线接听时限",), ["hotline.answer", "hotline.copy"]),
        (("hotline.old",), ["hotline.copy"]),
        (("备用",), ["hotline.answer"]),
        (("ｈｏｔｌｉｎｅ．ｗｉｎｄｏｗ",), ["hotline.window", "retired.gone"]),
        (("没有",), []),
        (("--dimension", "hotline_answer"), ["hotline.answer", "hotline.copy"]),
        (("--dimension", "热线接听时限", "--status", "draft"), ["hotline.copy"]),
        (("--dimension", "hotline answer", "--dimension", "retention", "--owner", "service"), ["hotline.answer"]),
        (("--topic", "retired"), ["retired.gone"]),
        (("--status", "approved"), ["hotline.answer", "hotline.window"]),
        (("--used-in", "note"), ["hotline.answer", "retired.gone"]),
        (("--used-in", "demo"), ["hotline.answer", "hotline.window"]),
        (("--unused",), ["hotline.copy", "retired.gone"]),
    ],
)
def test_a_search(stock: Path, run: Run, arguments: tuple[str, ...], found: list[str]) -> None:
    ran = run("clauses", *arguments)
    assert ids(ran) == found
    assert ran.err == f"{len(found)} of 4 clauses\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--dimension", "hotline_anser"), "`hotline_anser` is no kind of promise; did you mean `hotline_answer`?"),
        (("--topic", "hotlin"), "there is no topic `hotlin`; did you mean `hotline`?"),
        (("--owner", "x"), "nobody called `x` answers for a clause; known here: legal, service"),
        (("--used-in", "lettr"), "there is no document kind and no bid `lettr`; did you mean `letter`?"),
        (("--show", "hotline.anser"), "there is no clause `hotline.anser`; did you mean `hotline.answer`?"),
        (("--report", "--date", "soon"), "`soon` is not a date as year-month-day: 2026-12-08"),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_the_nearest(
    stock: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    assert run("clauses", *arguments) == Ran(2, "", f"bidgen: {said}\n")


def test_the_list_as_json(stock: Path, run: Run) -> None:
    assert json.loads(run("clauses", "--topic", "retired", "--format", "json").out) == [
        {
            "id": "retired.gone",
            "title": "旧条款",
            "status": "retired",
            "owner": "legal",
            "review_by": "2020-01-01",
            "promises": [],
            "documents": ["note"],
            "profiles": [],
            "bids": [],
        }
    ]
    listed = json.loads(run("clauses", "--format", "json").out)
    assert listed[0]["promises"] == [{"dimension": "hotline_answer", "label": "hotline answer"}]
    assert [each["profiles"] for each in listed] == [[], [], ["basic"], []]


def test_one_clause_is_shown_as_it_prints_with_its_promises_and_guardrails(stock: Path, run: Run) -> None:
    assert run("clauses", "--show", "hotline.answer") == Ran(
        0,
        "hotline.answer  接听  approved\n"
        "  owner      service, to be reviewed by 2026-12-01\n"
        "  promises   hotline answer\n"
        "  documents  letter, note\n"
        "  bids       demo\n"
        "\n"
        "letter, note:\n"
        "  （二）我公司自电话接入起20秒内由人工接听来电。\n"
        "  1. 一级；\n"
        "  2. 二级。\n"
        "\n"
        "promises:\n"
        "  promise         value         where                                      "
        "clock                             fee\n"
        "  hotline answer  at most 20秒  severity 1 (critical), severity 2 (major)  "
        "from call received, natural time  free of charge\n"
        "\n"
        "parameters:\n"
        "  parameter  label     default  may be set to  with approval\n"
        "  within     接听时限  20秒     10秒..30秒     service-director: 5秒..10秒\n"
        "  spare      备用      2条\n",
        "",
    )


def test_a_clause_that_no_document_prints_and_that_lacks_a_default(stock: Path, run: Run) -> None:
    assert run("clauses", "--show", "hotline.copy").out == (
        "hotline.copy  接听副本  draft\n"
        "  owner      legal, to be reviewed by 2027-10-01\n"
        "  promises   hotline answer\n"
        "\n"
        "as it would print:\n"
        "  我公司自电话接入起　　　　内由专人接听来电。\n"
        "  表1　频次表\n"
        "    项目  内容      次数\n"
        "    巡检  全面检查  每季度1次\n"
        "\n"
        "parameters:\n"
        "  parameter        label  default\n"
        "  within           时限\n"
        "  rows.巡检.often  频次   每季度1次\n"
        "\n"
        "no default: hotline.copy.within\n"
    )


def test_facts_of_the_bid_stand_as_their_names_and_references_lead_to_other_documents(stock: Path, run: Run) -> None:
    shown = json.loads(run("clauses", "--show", "retired.gone", "--format", "json").out)
    assert shown["prints"] == [{"documents": ["note"], "lines": ["见《服务承诺书》一（一），［project.name］。"]}]
    assert (shown["makes"], shown["values"], shown["without_default"]) == ([], [], [])


def test_one_clause_as_json(stock: Path, run: Run) -> None:
    shown = json.loads(run("clauses", "--show", "hotline.answer", "--format", "json").out)
    assert shown["makes"] == [
        {
            "dimension": "hotline_answer",
            "bound": "at_most",
            "value": "20秒",
            "path": "hotline.answer.within",
            "scope": {"severity": ["S1", "S2"]},
            "from": "call_received",
            "clock": "natural",
            "fee": "free",
        }
    ]
    assert shown["values"][0] == {
        "path": "within",
        "label": "接听时限",
        "default": "20秒",
        "allow": "10秒..30秒",
        "approval": "service-director: 5秒..10秒",
    }


def test_the_report(stock: Path, run: Run) -> None:
    ran = run("clauses", "--report", "--alike", "30")
    assert (ran.status, ran.err) == (0, "")
    head, _, rest = ran.out.partition("\nkinds of promise whose")
    assert re.match(
        r"1 of \d+ kinds of promise are made by 4 clauses\n\nkinds of promise that no clause makes: \d+\n", head
    )
    assert re.search(r"\n  retention +retention\n", head)
    assert rest == (
        " clauses no document prints: 0\n"
        "\n"
        "what documents require, and what meets it (1 unmet): 2\n"
        "  letter  hotline_answer  hotline answer  hotline.answer\n"
        "  letter  retention       retention       nothing\n"
        "\n"
        "clauses that no document prints: 1\n"
        "  hotline.copy\n"
        "\n"
        "clauses that no bid has: 1\n"
        "  hotline.copy\n"
        "\n"
        "parameters that nothing uses: 1\n"
        "  hotline.answer.spare\n"
        "\n"
        "clauses that say nearly the same: 1\n"
        "  33%  hotline.answer  hotline.copy\n"
        "\n"
        "reviews overdue on 2026-12-08: 1\n"
        "  2026-12-01  hotline.answer  service\n"
        "\n"
        "retired clauses that are still used: 1\n"
        "  retired.gone  note\n"
        "\n"
        "wordings for a document kind that never prints them: 1\n"
        "  hotline.answer  plan  there is no such kind\n"
    )


def test_a_library_without_bids_has_no_day_to_hold_reviews_against(stock: Path, run: Run) -> None:
    (stock / "projects/demo/project.yaml").unlink()
    assert "\nreviews overdue: no bid has a day, give --date: 0\n" in run("clauses", "--report").out
    assert "\nreviews overdue on 2027-01-01: 1\n" in run("clauses", "--report", "--date", "2027-01-01").out


def test_the_report_as_json(stock: Path, run: Run) -> None:
    report = json.loads(run("clauses", "--report", "--format", "json", "--date", "2020-01-01").out)
    assert {key: value for key, value in report.items() if "dimensions" not in key} == {
        "clauses": 4,
        "day": "2020-01-01",
        "required": [
            {"document": "letter", "requires": "hotline_answer", "clauses": ["hotline.answer"]},
            {"document": "letter", "requires": "retention", "clauses": []},
        ],
        "clauses_in_no_document": ["hotline.copy"],
        "clauses_in_no_bid": ["hotline.copy"],
        "unused_parameters": ["hotline.answer.spare"],
        "alike": [],
        "overdue": [],
        "retired_in_use": [{"clause": "retired.gone", "documents": ["note"], "bids": []}],
        "stray_variants": [{"clause": "hotline.answer", "document": "plan", "known": False}],
    }
    assert report["dimensions_in_no_document"] == {}
    assert "retention" in report["dimensions_without_clause"]
    assert len(report["dimensions_without_clause"]) == report["dimensions"] - 1


def test_a_file_that_cannot_be_read_is_left_out_and_said(stock: Path, run: Run) -> None:
    (stock / "clauses/hotline/window.yaml").write_text("id: [", "utf-8")
    ran = run("clauses", "--topic", "hotline")
    assert ids(ran) == ["hotline.answer", "hotline.copy"]
    assert ran.err == ("1 file cannot be read and is left out; `bidgen check` says why\n2 of 3 clauses\n")


def test_lines_are_no_longer_than_the_terminal(stock: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.cli.clauses.room", lambda: 60)
    for arguments in ((), ("--show", "hotline.answer"), ("--show", "hotline.copy"), ("--report",)):
        lines = run("clauses", *arguments).out.splitlines()
        assert max(map(width, lines)) <= 60, arguments

"""`bidgen new document`: an outline that can be composed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.examine import examine
from gen.library import load
from gen.model.text import lines
from gen.workspace import Workspace
from tests.cli.conftest import Ran, Run
from tests.conftest import lay_out

NEXT = "next: complete its sections, name it among a bid's documents, then bidgen check\n"
ANSWER = """\
# clauses/hotline/answer.yaml
id: hotline.answer
title: 接听
status: approved
owner: service
review_by: 2027-10-01
params:
  within: {label: 接听时限, type: duration, default: 20秒}
commitments:
  - promise: hotline_answer
    at_most: $within
    clock: {kind: natural, from: call_received, window: 7×24}
text: |
  {{ provider }}自电话接入起{{ within }}内接听来电。
# clauses/disputes/court.yaml
id: disputes.court
title: 争议解决
status: approved
owner: legal
review_by: 2027-10-01
text: |
  争议由{{ customer }}所在地的人民法院管辖。
"""


@pytest.fixture
def stock(here: Path) -> Path:
    """The small workspace with a promise and a topic that documents can require."""
    lay_out(here, ANSWER)
    return here


def begun(folder: Path, kind: str = "plan") -> str:
    return (folder / f"templates/documents/{kind}.md").read_text("utf-8")


def test_sections_print_a_clause_for_everything_that_is_required(stock: Path, run: Run) -> None:
    ran = run(
        "new", "document", "plan", "--title", "服务方案", "--requires", "热线接听时限", "--requires", "topic:disputes",
        "--requires", "retention", "--requires", "hotline_answer",
    )  # fmt: skip
    assert ran == Ran(0, "templates/documents/plan.md\n", NEXT)
    assert begun(stock) == (
        "---\n"
        "kind: plan\n"
        "title: 服务方案\n"
        "words: {provider: 我公司, customer: 贵单位}\n"
        "numbering: letter\n"
        "clause_titles: false\n"
        "contents: 2\n"
        'header: "{{ project.name }}　服务方案"\n'
        "cover:\n"
        '  overline: "{{ project.name }}"\n'
        "  rows:\n"
        '    项目编号: "{{ project.number }}"\n'
        '    包号?: "{{ project.lot }}"\n'
        '    投标人: "{{ company.name }}"\n'
        '  date: "{{ project.submission }}"\n'
        "requires:\n"
        "  - hotline_answer\n"
        "  - topic:disputes\n"
        "  - retention\n"
        "---\n"
        "# 服务\n"
        "\n"
        '{{ clause("hotline.answer") }}\n'
        "\n"
        "# 争议解决\n"
        "\n"
        '{{ clause("disputes.court") }}\n'
        "\n"
        "# 质量保证金比例\n"
        "\n"
        "{drafting} 条款库中尚无符合 retention 的条款。\n"
    )


def test_it_is_composed_and_only_what_is_missing_is_found(stock: Path, run: Run) -> None:
    run("new", "document", "plan", "--title", "服务方案", "--requires", "hotline_answer", "--requires", "retention")
    bid = stock / "projects/demo/project.yaml"
    bid.write_text(bid.read_text("utf-8").replace("[letter]", "[letter, plan]"), "utf-8")
    library, findings = load(Workspace(stock))
    assert findings == ()
    examined = examine(library, library.bids["demo"])
    assert [f.rule.id for f in examined.findings] == ["R206"]
    assert list(lines(examined.documents[1]))[-4:] == [
        "2026年12月8日",
        "一、服务",
        "（一）我公司自电话接入起20秒内接听来电。",
        "二、质量保证金比例",
    ]


def test_without_requirements_it_has_one_section_to_fill_in(here: Path, run: Run) -> None:
    assert run("new", "document", "plan", "--title", "服务方案").status == 0
    assert begun(here).endswith("---\n# 总则\n\n{drafting} 各章依次列出所印条款，本注不印入正式文本。\n")
    assert run("check").err == "nothing found in 2 clauses, 1 bid, 1 document\n"


CONTRACT = """\
# templates/documents/contract.md
---
# of the contract
kind: contract
title: 服务合同
words: {provider: 乙方, customer: 甲方}
numbering: letter
clause_titles: false
header: "{{ project.name }}　服务合同"
requires:
  - topic:hotline
signatories:
  - title: 甲方
    lines: {地址: ""}
---
# 热线

{{ clause("hotline.window") }}

{{ signature }}
"""


def test_one_that_begins_from_another_is_a_copy_with_what_it_requires_besides(stock: Path, run: Run) -> None:
    lay_out(stock, ANSWER + CONTRACT)
    ran = run(
        "new", "document", "short-contract", "--after", "contract", "--title", "简式合同（一）", "--requires",
        "hotline_answer", "--requires", "topic:hotline",
    )  # fmt: skip
    assert ran.status == 0
    assert begun(stock, "short-contract") == (
        "---\n"
        "kind: short-contract\n"
        "title: 简式合同（一）\n"
        "# of the contract\n"
        "words: {provider: 乙方, customer: 甲方}\n"
        "numbering: letter\n"
        "clause_titles: false\n"
        'header: "{{ project.name }}　简式合同（一）"\n'
        "signatories:\n"
        "  - title: 甲方\n"
        '    lines: {地址: ""}\n'
        "requires:\n"
        "  - topic:hotline\n"
        "  - hotline_answer\n"
        "---\n"
        "# 热线\n"
        "\n"
        '{{ clause("hotline.window") }}\n'
        "\n"
        "# 服务\n"
        "\n"
        '{{ clause("hotline.answer") }}\n'
        "\n"
        "{{ signature }}\n"
    )
    assert load(Workspace(stock))[1] == ()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("letter", "--title", "甲"), "the document kind `letter` is there already"),
        (("Service Plan", "--title", "甲"), "`Service Plan` is no document kind: small letters, digits and hyphens; "
         "did you mean `service-plan`?"),
        (("方案", "--title", "甲"), "`方案` is no document kind: small letters, digits and hyphens"),
        (("../plan", "--title", "甲"), "`../plan` is no document kind: small letters, digits and hyphens; "
         "did you mean `plan`?"),
        (("plan",), "not answered: --title"),
        (("plan", "--title", "甲/乙"), "this title does not fit: it names the file, so it cannot hold `/` there"),
        (("plan", "--title", "甲{{ 乙 }}"), "this title does not fit: a brace begins a hole in its header"),
        (("plan", "--title", "甲", "--after", "leter"), "there is no document kind `leter`; did you mean `letter`?"),
        (("plan", "--title", "甲", "--requires", "retenton"), "`retenton` is no kind of promise; "
         "did you mean `retention`?"),
        (("plan", "--title", "甲", "--requires", "topic:hotlin"), "there is no topic `hotlin`; "
         "did you mean `hotline`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(here: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(here.rglob("*"))
    assert run("new", "document", *arguments) == Ran(2, "", f"bidgen: {said}\n")
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize("title", ["#1", "甲 #乙", "'甲'", "甲，乙", "true", "甲- 乙", "[甲]"])
def test_any_title_is_read_back(here: Path, run: Run, title: str) -> None:
    assert run("new", "document", "plan", "--title", title).status == 0
    library, findings = load(Workspace(here))
    assert findings == ()
    assert library.outlines["plan"].outline.title == title

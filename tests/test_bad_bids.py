"""Bad input of bids: what they ask for and cannot have is found where it is written, with what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.workspace import Workspace
from tests.conftest import all_findings, lay_out

BID = """
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""
HEAD = """
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
"""
PRICES = (
    HEAD
    + """\
params:
  lines:
    label: 备件价格
    type: table
    key: item
    columns:
      pieces: {label: 数量, type: count, unit: 件}
      price: {label: 单价, type: money}
commitments:
  - {promise: spare_stock_qty, at_least: 1件}
text: |
  备件价格如下：

  {{ lines | table("备件价格") }}
"""
)
COURSES = (
    HEAD
    + """\
params:
  sessions: {label: 场次, type: count, unit: 场, default: 2场, allow: 0场..4场}
  trainees: {label: 每场人数, type: count, unit: 人, default: 20人, allow: 0人..40人}
commitments:
  - {promise: training, at_least: $sessions, fee: free}
text: |
  培训{{ sessions }}，每场{{ trainees }}，不另行收费。
"""
)


def read(folder: Path, *texts: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """What is found: rule, message, first place, helps."""
    lay_out(folder, "".join(text.lstrip("\n") for text in texts))
    return [
        (f.rule.id, str(f.message), str(f.labels[0].span), tuple(map(str, f.helps)))
        for f in all_findings(Workspace(folder))
    ]


# -- two profiles ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "help_"),
    [
        (BID.replace("profile: basic", "profile: [basic, gold]"), "projects/demo/project.yaml:3:10",
         "`profile`: The service level it starts from: one; to mix two, write a profile that extends the one and sets "
         "what it takes from the other"),
        ("# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nclauses: [hotline.window]\nextends: [a, b]\n",
         "clauses/profiles/basic.yaml:4:10", "`extends`: A profile whose clauses and values this one takes over"),
    ],
)  # fmt: skip
def test_a_bid_starts_from_one_profile_and_a_profile_extends_one(
    tmp_path: Path, text: str, place: str, help_: str
) -> None:
    """So no value has two sources of one rank: what two profiles set, one of them extends the other for."""
    assert read(tmp_path, text) == [
        ("S108", "the value does not fit: one text is expected here, not a list or a mapping", place, (help_,))
    ]


def test_what_two_profiles_of_one_line_set_comes_from_the_nearer(tmp_path: Path) -> None:
    texts = (
        "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nextends: base\n"
        "values: {hotline.window.trainees: 30人}\n",
        "# clauses/profiles/base.yaml\nid: base\ntitle: 底\nclauses: [hotline.window]\n"
        "values: {hotline.window.trainees: 10人}\n",
    )
    assert read(tmp_path, COURSES, *texts) == []


# -- a price list without a price ------------------------------------------------------------------------------------


def test_a_row_without_its_price_is_found_in_that_row(tmp_path: Path) -> None:
    rows = "{电源: {pieces: 1件, price: 5元}, 风扇: {pieces: 2件}}"
    assert read(tmp_path, PRICES, f"{BID}values: {{hotline.window.lines: {rows}}}\n") == [
        ("R202", "`hotline.window.lines.风扇.price` (单价) has no value in the bid demo",
         "projects/demo/project.yaml:7:75", ("write `price` in the row `风扇` of `hotline.window.lines`",))
    ]  # fmt: skip


def test_a_price_that_cannot_be_read_is_found_once(tmp_path: Path) -> None:
    rows = "{电源: {pieces: 1件, price: 面议}}"
    assert [(rule, place) for rule, _, place, _ in read(
        tmp_path, PRICES, f"{BID}values: {{hotline.window.lines: {rows}}}\n"
    )] == [("S108", "projects/demo/project.yaml:7:57")]  # fmt: skip


@pytest.mark.parametrize("values", ["", "values: {hotline.window.lines: {}}\n"])
def test_a_price_list_without_a_row_is_found(tmp_path: Path, values: str) -> None:
    assert read(tmp_path, PRICES, BID + values) == [
        ("R202", "`hotline.window.lines` (备件价格) has no value in the bid demo", "clauses/hotline/window.yaml:7:3",
         ("write under `values` of the bid: `hotline.window.lines: …`",))
    ]  # fmt: skip


def test_a_price_of_nothing_is_found(tmp_path: Path) -> None:
    rows = "{电源: {pieces: 1件, price: 0元}, 风扇: {pieces: 2件, price: 8元}}"
    assert read(tmp_path, PRICES, f"{BID}values: {{hotline.window.lines: {rows}}}\n") == [
        ("C609", "`hotline.window` prices a service at nothing", "projects/demo/project.yaml:7:57",
         ("set a price at which the service can be given", "or say that it is included in the price: `fee: included`"))
    ]  # fmt: skip


# -- a training plan of 0 people -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("trainees: 0人", "`hotline.window.trainees` (每场人数) is 0人: nothing of it"),
        ("sessions: 0场", "training sessions: nothing is promised"),
    ],
)
def test_a_training_plan_for_nobody_is_found(tmp_path: Path, value: str, told: str) -> None:
    assert read(tmp_path, COURSES, f"{BID}values: {{hotline.window.{value}}}\n") == [
        ("C405", told, "projects/demo/project.yaml:7:35",
         ("set the number that is offered, or leave the clause out of the bid",))
    ]  # fmt: skip


def test_a_number_that_may_be_none_is_no_finding(tmp_path: Path) -> None:
    """A bound from above: no fault at all is the best that can be promised."""
    text = COURSES.replace("{promise: training, at_least: $sessions, fee: free}",
                           "{promise: training, at_most: $sessions, fee: free}")  # fmt: skip
    assert read(tmp_path, text, f"{BID}values: {{hotline.window.sessions: 0场}}\n") == []


# -- days before the bid ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["award_notified", "contract_signed", "delivery", "warranty_ended", "term_ended"])
def test_a_planned_day_before_bids_are_opened_is_found(tmp_path: Path, event: str) -> None:
    found = read(tmp_path, f"{BID}dates: {{{event}: 2026-12-07}}\n")
    assert [(rule, place, helps) for rule, _, place, helps in found] == [
        ("C501", "projects/demo/project.yaml:4:48", ("correct one of the two days",))
    ]
    assert found[0][1].startswith("bid deadline is planned for 2026-12-08, after ")


# -- a document kind whose facts are not there -----------------------------------------------------------------------

OUTLINE = """
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false
---
# 服务

{{ project.scope }}、{{ customer_party.phone }}、{{ company.bank }}。

{{ clause("hotline.window") }}
"""


def test_each_fact_that_is_not_written_is_named_with_where_to_write_it(tmp_path: Path) -> None:
    assert [(rule, message, helps) for rule, message, _, helps in read(tmp_path, OUTLINE)] == [
        ("R202", "服务承诺书 prints `project.scope`, which has no value",
         ("write `scope` under `project` in projects/demo/project.yaml",)),
        ("R202", "服务承诺书 prints `customer_party.phone`, which has no value",
         ("write `phone` under `customer` in projects/demo/project.yaml",)),
        ("R202", "服务承诺书 prints `company.bank`, which has no value",
         ("write `bank` in clauses/company.yaml",)),
    ]  # fmt: skip


VISIT = """
# clauses/hotline/visit.yaml
id: hotline.visit
title: 走访
status: approved
owner: service
review_by: 2027-10-01
params:
  often: {label: 走访频次, type: frequency, default: 每季度1次}
  reply: {label: 答复期限, type: duration, default: 5日}
commitments:
  - {promise: visit_freq, at_least: $often}
text: |
  {{ provider }}{{ often }}走访，{{ reply }}内答复。
"""
CARD = """
# templates/forms/card.yaml
id: card
title: 走访记录
columns: 2
rows:
  - fields: [{label: 日期, kind: date}, {label: 答复, value: '{{ param("hotline.visit.reply") }}'}]
note: |
  走访{{ param("hotline.visit.often") }}，{{ param("hotline.visit.reply") }}内答复。
"""
PLAN = """
# templates/documents/plan.md
---
kind: plan
title: 服务方案
words: {provider: 我公司, customer: 采购人}
numbering: letter
clause_titles: false
---
# 服务

{{ clause("hotline.visit") }}
"""


def test_a_value_that_is_printed_needs_no_document_with_the_text_of_its_clause(tmp_path: Path) -> None:
    bid = BID.replace("[letter]", "[letter, card]")
    assert read(tmp_path, VISIT, CARD, PLAN, bid) == []


def test_a_value_of_a_clause_that_the_bid_leaves_out_is_one_finding(tmp_path: Path) -> None:
    bid = BID.replace("[letter]", "[letter, card]") + "clauses: {drop: [hotline.visit]}\n"
    assert read(tmp_path, VISIT, CARD, PLAN, bid) == [
        ("R201", "走访记录 prints `hotline.visit.reply`, but the bid demo does not contain the clause `hotline.visit`",
         "templates/forms/card.yaml:5:59",
         ("take `hotline.visit` out of `clauses: drop`",))
    ]  # fmt: skip


def test_a_value_of_a_clause_whose_place_another_takes_is_found(tmp_path: Path) -> None:
    other = VISIT.replace("hotline/visit", "hotline/call").replace("hotline.visit", "hotline.call")
    call = other.replace("status: approved", "instead_of: [hotline.visit]\nstatus: approved")
    bid = BID.replace("[letter]", "[plan, card]") + "clauses: {add: [hotline.call]}\n"
    (finding,) = [each for each in read(tmp_path, VISIT, call, CARD, PLAN, bid) if each[0] == "R201"]
    assert finding[3] == ("`hotline.call` takes its place: print a value of that",)


def test_a_document_that_is_named_and_not_there_is_found_once(tmp_path: Path) -> None:
    text = HEAD + 'text: |\n  见{{ ref("plan/one") }}、{{ ref("plan/two") }}。\n'
    assert read(tmp_path, text) == [
        ("R204", "the bid demo has no document `plan`", "clauses/hotline/window.yaml:7:4",
         ("add it to the bid as a document or an annex, or take the reference out",))
    ]  # fmt: skip


def test_clauses_that_take_each_others_place_are_found(tmp_path: Path) -> None:
    visit = VISIT.replace("status: approved", "instead_of: [hotline.call]\nstatus: approved")
    other = VISIT.replace("hotline/visit", "hotline/call").replace("hotline.visit", "hotline.call")
    call = other.replace("status: approved", "instead_of: [hotline.visit]\nstatus: approved")
    bid = BID.replace("[letter]", "[plan]")
    helps = ("let one of the two stand in the outlines, and the other take its place",)
    assert [each for each in read(tmp_path, visit, call, PLAN, bid) if each[0] == "S109"] == [
        ("S109", "`hotline.visit` and this clause take each other's place", "clauses/hotline/call.yaml:3:14", helps),
        ("S109", "`hotline.call` and this clause take each other's place", "clauses/hotline/visit.yaml:3:14", helps),
    ]


def test_a_clause_that_takes_its_own_place_is_found(tmp_path: Path) -> None:
    visit = VISIT.replace("status: approved", "instead_of: [hotline.visit]\nstatus: approved")
    assert ("S109", "a clause cannot take its own place", "clauses/hotline/visit.yaml:3:14", ()) in read(
        tmp_path, visit, PLAN, BID.replace("[letter]", "[plan]")
    )


def test_a_chain_of_places_is_found_where_it_is_not_written_out(tmp_path: Path) -> None:
    def instead(name: str, of: str) -> str:
        other = VISIT.replace("hotline/visit", f"hotline/{name}").replace("hotline.visit", f"hotline.{name}")
        return other.replace("status: approved", f"instead_of: [{of}]\nstatus: approved")

    bid = BID.replace("[letter]", "[plan]") + "clauses: {add: [hotline.mail]}\n"
    first = instead("call", "hotline.visit")
    read_first = read(tmp_path / "a", VISIT, first, instead("mail", "hotline.call"), PLAN, bid)
    assert ("S109", "`hotline.call` takes the place of `hotline.visit`, which is not named here",
            "clauses/hotline/mail.yaml:3:14", ("name `hotline.visit` as well",)) in read_first  # fmt: skip
    both = instead("mail", "hotline.call, hotline.visit")
    assert [each for each in read(tmp_path / "b", VISIT, first, both, PLAN, bid) if each[0] in {"S109", "R201"}] == []

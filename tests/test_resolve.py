"""Settling a bid: which clauses it contains, and which value each parameter has and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.library import load
from gen.model.package import Package
from gen.resolve import resolve
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]

CLAUSES = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
params:
  term: {label: 期限, type: duration, default: 1年}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 时限, type: duration}}
    default: {S3: 24小时, S1: 4小时, S2: 8小时}
  tiers:
    label: 表
    type: table
    key: item
    columns: {answer: {label: 答复, type: duration}, people: {label: 人数, type: count, unit: 人}}
    default: {夜间: {answer: 2小时, people: 1人}, 日间: {answer: 1小时, people: 2人}}
text: |
  {{ provider }}在{{ term }}内，{{ limit.S1 }}、{{ tiers.夜间.answer }}。
# clauses/profiles/basic.yaml
id: basic
title: 铜
clauses: [hotline.window]
# clauses/profiles/silver.yaml
id: silver
title: 银
extends: basic
clauses: [hotline.answer]
values:
  hotline.window.term: 2年
  hotline.window.limit: {S2: 6小时, S4: 2个工作日}
# clauses/profiles/gold.yaml
id: gold
title: 金
extends: silver
values:
  hotline.window.limit: {S2: 5小时}
  hotline.window.tiers: {日间: {people: 4人}}
"""
PROJECT = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: gold
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""


def package(workspace: LayOut, text: str) -> Package:
    library, findings = load(workspace(text))
    assert findings == ()
    settled, more = resolve(library, library.bids["demo"])
    assert more == ()
    return settled


def values(settled: Package, path: str) -> list[tuple[str, str, str, str]]:
    """Path, value, and who set it, of each cell of a parameter."""
    return [
        (setting.path.removeprefix(f"{path}."), setting.text, setting.set_by, str(setting.by))
        for setting in settled.setting(path).values()
    ]


IN_BID = "values: {hotline.window.term: 30个月}\n"


@pytest.mark.parametrize(
    ("profile", "more", "value", "set_by", "by", "place"),
    [
        ("basic", "", "1年", "clause", "hotline.window", "clauses/hotline/window.yaml:7:46"),
        ("silver", "", "2年", "profile", "silver", "clauses/profiles/silver.yaml:6:24"),
        ("gold", "", "2年", "profile", "silver", "clauses/profiles/silver.yaml:6:24"),
        ("gold", IN_BID, "30个月", "bid", "demo", "projects/demo/project.yaml:7:31"),
        ("basic", IN_BID, "30个月", "bid", "demo", "projects/demo/project.yaml:7:31"),
        (
            "basic",
            "values: {hotline.window.term: 30个月}\n",
            "30个月",
            "bid",
            "demo",
            "projects/demo/project.yaml:7:31",
        ),
    ],
)
def test_a_value_comes_from_the_bid_else_its_profile_else_the_one_extended_else_the_clause(  # noqa: PLR0917
    workspace: LayOut, profile: str, more: str, value: str, set_by: str, by: str, place: str
) -> None:
    settled = package(workspace, CLAUSES + PROJECT.replace("gold", profile) + more)
    (setting,) = settled.setting("hotline.window.term").values()
    assert (setting.path, setting.text, setting.set_by, setting.by) == ("hotline.window.term", value, set_by, by)
    assert str(setting.span) == place


def test_the_cells_of_a_table_are_settled_one_by_one_in_the_order_of_its_axis(workspace: LayOut) -> None:
    settled = package(workspace, CLAUSES + PROJECT + "values: {hotline.window.limit: {S3: 12小时}}\n")
    assert values(settled, "hotline.window.limit") == [
        ("S1", "4小时", "clause", "hotline.window"),
        ("S2", "5小时", "profile", "gold"),
        ("S3", "12小时", "bid", "demo"),
        ("S4", "2个工作日", "profile", "silver"),
    ]


def test_rows_of_a_table_without_an_axis_keep_the_order_written(workspace: LayOut) -> None:
    more = "values: {hotline.window.tiers: {节日: {answer: 4小时}, 夜间: {people: 3人}}}\n"
    settled = package(workspace, CLAUSES + PROJECT + more)
    assert values(settled, "hotline.window.tiers") == [
        ("夜间.answer", "2小时", "clause", "hotline.window"),
        ("夜间.people", "3人", "bid", "demo"),
        ("日间.answer", "1小时", "clause", "hotline.window"),
        ("日间.people", "4人", "profile", "gold"),
        ("节日.answer", "4小时", "bid", "demo"),
    ]


def test_clauses_come_from_the_extended_profile_first_then_the_profile_then_the_bid(workspace: LayOut) -> None:
    extra = CLAUSES.replace("[hotline.answer]", "[hotline.answer, hotline.window]")
    extra += "# clauses/a/b.yaml\nid: a.b\ntitle: 题\nstatus: approved\nowner: o\nreview_by: 2027-10-01\ntext: 甲。\n"
    settled = package(workspace, extra + PROJECT + "clauses: {add: [a.b]}\n")
    assert {clause: str(chosen.span) for clause, chosen in settled.clauses.items()} == {
        "hotline.window": "clauses/profiles/basic.yaml:3:11",
        "hotline.answer": "clauses/profiles/silver.yaml:4:11",
        "a.b": "projects/demo/project.yaml:7:17",
    }


def test_a_bid_may_drop_what_its_profile_contains(workspace: LayOut) -> None:
    settled = package(workspace, CLAUSES + PROJECT + "clauses: {drop: [hotline.answer]}\n")
    assert list(settled.clauses) == ["hotline.window"]
    assert settled.param("hotline.window.term") is not None


def test_parameters_of_clauses_that_the_bid_lacks_have_no_setting(workspace: LayOut) -> None:
    settled = package(workspace, CLAUSES + PROJECT + "clauses: {drop: [hotline.window]}\n")
    assert list(settled.clauses) == ["hotline.answer"]
    assert settled.settings == {}
    assert settled.setting("hotline.window.term") == {}
    assert settled.param("hotline.window.term") is None
    assert settled.library.param("hotline.window.term") is not None


def test_a_parameter_that_nobody_sets_is_found_with_the_places_that_could(workspace: LayOut) -> None:
    text = CLAUSES.replace(", default: 1年", "").replace("  hotline.window.term: 2年\n", "") + PROJECT
    library, findings = load(workspace(text))
    assert findings == ()
    settled, (finding,) = resolve(library, library.bids["demo"])
    assert (finding.rule.id, str(finding.message)) == (
        "R202", "`hotline.window.term` (期限) has no value in the bid demo",
    )  # fmt: skip
    assert [(str(label.span), str(label.text)) for label in finding.labels] == [
        ("clauses/hotline/window.yaml:7:3", "no default here"),
        ("clauses/profiles/basic.yaml:3:11", "the clause is chosen here"),
        ("projects/demo/project.yaml:1:5", "nothing sets it here"),
    ]
    assert [str(help_) for help_ in finding.helps] == ["write under `values` of the bid: `hotline.window.term: …`"]
    assert settled.setting("hotline.window.term") == {}


def test_a_circle_of_profiles_is_cut(workspace: LayOut) -> None:
    text = CLAUSES.replace("title: 铜\n", "title: 铜\nextends: gold\n") + PROJECT
    library, findings = load(workspace(text))
    assert findings != ()
    settled, _ = resolve(library, library.bids["demo"])
    assert list(settled.clauses) == ["hotline.window", "hotline.answer"]
    assert values(settled, "hotline.window.term")[0][1] == "2年"


def test_the_same_bid_settles_the_same_way_every_time(workspace: LayOut) -> None:
    library, _ = load(workspace(CLAUSES + PROJECT))
    first, second = (resolve(library, library.bids["demo"])[0] for _ in range(2))
    assert first == second
    assert list(first.settings) == ["hotline.window.term", "hotline.window.limit", "hotline.window.tiers"]

"""The data behind figures: taken from any library by what it promises, and what is said where it is not there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gen.chart import chart as chart_of
from gen.facts import facts
from gen.figure import drawn, nameless
from gen.figure.sheet import Look
from gen.library import load
from gen.message import Message, say
from gen.model.chart import (
    Activity,
    Chart,
    Deadline,
    Escalation,
    Exit,
    Lane,
    Organisation,
    Post,
    Process,
    Rung,
    Step,
    Timeline,
    Year,
)
from gen.model.drawing import FIGURES, Drawing
from gen.model.package import Package
from gen.resolve import resolve
from gen.workspace import Workspace
from tests.conftest import ROOT
from tests.figure.drawn import SVG, assert_sound, root, texts

LayOut = Callable[[str], Workspace]


def chart(name: str, package: Package) -> Chart | Message:
    """One chart of a bid."""
    return chart_of(name, package, facts(package)[0])


def draw(name: str, package: Package, width: int, accent: str = "000000", *, blind: bool = False) -> Drawing | None:
    """One figure of a bid; none where the bid lacks what it shows."""
    shown = chart(name, package)
    return (
        None if isinstance(shown, Message) else drawn(nameless(shown) if blind else shown, width, Look(accent, blind))
    )


def lacking(name: str, package: Package) -> Message | None:
    shown = chart(name, package)
    return shown if isinstance(shown, Message) else None


CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 时限
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}设服务热线。
"""
STEPS = (
    CLAUSE
    + """\
params:
  ack: {label: 受理时限, type: duration, default: 5分钟}
  onsite:
    label: 到场时限
    type: table
    key: severity
    columns: {within: {label: 到场时限, type: duration}}
    default: {S1: 2小时, S2: 24小时, S3: 2日}
  steps:
    label: 步骤
    type: table
    key: item
    columns:
      who: {label: 负责, type: text}
      within: {label: 时限, type: text}
      branch: {label: 转入, type: text}
    default:
      受理: {who: 服务台, within: 受理确认时限}
      处理: {who: 工程师, within: 到场时限、修复时限、当日, branch: 已恢复→关闭}
      上报: {who: 服务台, branch: →处理}
      关闭: {who: 服务台}
commitments:
  - {promise: intake_ack, at_most: $ack, clock: {kind: natural, from: report_received}}
  - promise: onsite_arrival
    each: onsite
    scope: {severity: $severity, phase: in_warranty}
    at_most: $within
    clock: {kind: natural, from: report_received}
  - promise: onsite_arrival
    scope: {phase: post_warranty}
    at_most: 48小时
    clock: {kind: natural, from: report_received}
  - {promise: workaround, at_most: 3小时, clock: {kind: natural, from: arrival}}
"""
)
PEOPLE = """\
# clauses/company.yaml
name: 示例信息有限公司
short: 示例信息
address: 示例市示例路1号
postcode: "000000"
hotline: 400-000-0000
email: service@example.com
people:
  - {name: 示例甲, role: 经理, duty: 负责, certificate: 无, years: 3年}
  - {name: 示例乙, role: 工程师, duty: 现场, certificate: 无, years: 3年}
  - {name: 示例丙, role: 工程师, duty: 远程, certificate: 无, years: 3年}
"""
POSTS = (
    CLAUSE
    + """\
params:
  posts:
    label: 岗位
    type: table
    key: item
    columns: {duty: {label: 职责, type: text}, reports_to: {label: 上级, type: text}}
    default:
      经理: {duty: 负责}
      工程师: {duty: 处理, reports_to: 经理}
"""
)
LADDER = (
    CLAUSE
    + """\
params:
  ladder:
    label: 上报
    type: table
    key: severity
    columns: {manager: {label: 上报经理, type: duration}, head: {label: 上报总监, type: duration}}
    default: {S1: {manager: 1小时, head: 2小时}, S2: {manager: 2小时, head: 1日}}
commitments:
  - promise: escalation
    each: ladder
    scope: {severity: $severity}
    at_most: $manager
    clock: {kind: natural, from: report_received}
"""
)
YEARLY = (
    CLAUSE
    + """\
params:
  twice: {label: 频次, type: frequency, default: 每半年1次}
commitments:
  - {promise: inspection_freq, scope: {equipment: server}, at_least: $twice}
  - {promise: inspection_freq, scope: {equipment: storage}, at_least: 每周1次}
  - {promise: report_cadence, at_least: 每季度1次}
  - {promise: visit_freq, obligor: customer, at_least: 每年1次}
  - {promise: emergency_drill, scope: {phase: post_warranty}, at_least: 每年1次}
  - {promise: training, at_least: 4场}
  - {promise: warranty_term, at_least: 3年, clock: {kind: natural, from: final_acceptance_passed}}
"""
)
BID = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""


def package(workspace: Workspace, bid: str = "demo") -> Package:
    library, _ = load(workspace)
    return resolve(library, library.bids[bid])[0]


def test_a_process_takes_its_steps_from_a_table_and_their_times_from_what_is_promised(workspace: LayOut) -> None:
    assert chart("service-process", package(workspace(STEPS))) == Process(
        (
            Step("受理", "服务台", ("受理确认 5分钟",)),
            # 修复时限 is not promised, and 当日 is no kind of promise
            Step("处理", "工程师", ("到场 2小时～2日", "当日"), (Exit("已恢复", "关闭"),)),
            Step("上报", "服务台", (), (Exit("", "处理"),)),
            Step("关闭", "服务台"),
        ),
        "“～”前后为各级故障中最短和最长的时限。",
    )


def test_a_time_line_has_a_lane_for_each_severity_and_only_deadlines_that_run_from_one_event(workspace: LayOut) -> None:
    assert chart("incident-timeline", package(workspace(STEPS))) == Timeline(
        "接到报修通知",
        tuple(
            Lane(title, (Deadline("受理确认", "5分钟", 300), Deadline("到场", time, seconds)))
            for title, time, seconds in (
                ("一级故障", "2小时", 7200), ("二级故障", "24小时", 86400), ("三级故障", "2日", 172800),
            )
        ),
    )  # fmt: skip


def test_an_organisation_is_the_table_of_posts_with_the_people_who_hold_them(workspace: LayOut) -> None:
    engineers = Post("工程师", ("示例乙　现场", "示例丙　远程"))
    assert chart("organisation", package(workspace(POSTS + PEOPLE))) == Organisation(
        (Post("经理", ("示例甲　负责",), (engineers,)),)
    )
    for people in ("示例甲, 示例丙", "示例丙"):  # of a post whose people the bid does not name, all serve
        named = package(workspace(POSTS + PEOPLE + BID + f"people: [{people}]\n"))
        assert chart("organisation", named) == Organisation(
            (Post("经理", ("示例甲　负责",), (Post("工程师", ("示例丙　远程",)),)),)
        )


def test_a_blind_organisation_says_how_many_hold_a_post_and_names_nobody(workspace: LayOut) -> None:
    drawing = draw("organisation", package(workspace(POSTS + PEOPLE)), 9071, blind=True)
    assert drawing is not None
    assert drawing.labels == ("经理", "1人", "工程师", "2人")
    assert drawing.alt == "组织结构图：经理（1人），下设工程师；工程师（2人）。"


def test_an_escalation_has_a_rung_for_each_column_of_the_table_that_promises_it(workspace: LayOut) -> None:
    assert chart("escalation", package(workspace(LADDER))) == Escalation(
        "接到报修通知",
        (
            Rung("上报经理", (("一级故障", "1小时"), ("二级故障", "2小时"))),
            Rung("上报总监", (("一级故障", "2小时"), ("二级故障", "1日"))),
        ),
    )
    single = CLAUSE + (
        "commitments:\n  - {promise: escalation, at_most: 4小时, clock: {kind: natural, from: ticket_created}}\n"
    )
    assert chart("escalation", package(workspace(single))) == Escalation(
        "工单生成", (Rung("升级上报", (("", "4小时"),)),)
    )


def test_a_year_marks_the_months_by_whose_end_something_has_happened(workspace: LayOut) -> None:
    activities = (
        Activity("巡检（服务器）", "每半年1次", (6, 12)),
        Activity("巡检（存储设备）", "每周1次", ()),
        Activity("服务报告", "每季度1次", (3, 6, 9, 12)),
        Activity("培训", "质保期内共4场", ()),
    )
    counted = tuple(("质保期每年第几个月", str(month)) for month in range(1, 13))
    assert chart("service-calendar", package(workspace(YEARLY))) == Year(
        counted, "质保期3年，有频次的各项各年度相同", activities
    )
    planned = package(workspace(YEARLY + BID + "dates: {final_acceptance_passed: 2027-10-31}\n"))
    months = (("2027年", "11月"), ("2027年", "12月"), *(("2028年", f"{month}月") for month in range(1, 11)))
    later = package(workspace(YEARLY + BID + "dates: {final_acceptance_passed: 2027-10-25}\n"))
    assert chart("service-calendar", later) == chart("service-calendar", planned)  # its first month ends in November
    assert chart("service-calendar", planned) == Year(months, "质保期3年，有频次的各项各年度相同", activities)


LACKING = {
    "service-process": "no clause of the bid has a table of steps, with the columns `who`, `within` and `branch`",
    "organisation": "no clause of the bid has a table of posts, with the column `reports_to`",
    "escalation": "no clause of the bid promises `escalation` within a time that runs from an event",
    "incident-timeline": "no clause of the bid promises deadlines of a fault that run from an event",
    "service-calendar": "no clause of the bid promises a service so many times in a period",
}


@pytest.mark.parametrize("name", FIGURES)
def test_what_a_bid_lacks_for_a_figure_is_said(workspace: LayOut, name: str) -> None:
    bare = package(workspace(""))
    assert draw(name, bare, 9071) is None
    missing = lacking(name, bare)
    assert missing is not None
    assert say(missing) == LACKING[name]


@pytest.mark.parametrize(
    ("name", "text", "missing"),
    [
        ("service-process", STEPS.replace("→关闭", "→结束"),
         "the step 处理 of `hotline.window.steps` leads to 结束, which is no step"),
        ("organisation", POSTS + PEOPLE.replace("role: 经理", "role: 总监"),
         "示例甲 has the post 总监, which `hotline.window.posts` does not list"),
        ("organisation", POSTS.replace("{duty: 负责}", "{duty: 负责, reports_to: 工程师}"),
         "the posts of `hotline.window.posts` report to each other in a circle"),
    ],
)  # fmt: skip
def test_data_that_contradict_themselves_are_not_drawn(workspace: LayOut, name: str, text: str, missing: str) -> None:
    assert draw(name, package(workspace(text)), 9071) is None
    message = lacking(name, package(workspace(text)))
    assert message is not None
    assert say(message) == missing


@pytest.fixture(scope="module")
def shipped() -> Package:
    return package(Workspace(Path(ROOT)), "campus-network")


@pytest.mark.parametrize("name", FIGURES)
def test_a_blind_figure_has_one_face_and_is_black_on_white(shipped: Package, name: str) -> None:
    drawing = draw(name, shipped, 9071, blind=True)
    assert drawing is not None
    assert_sound(drawing)
    seen = {(node.get("font-family"), node.get("font-weight")) for node in root(drawing).iter(f"{SVG}text")}
    assert seen == {("Bidgen Song", None)}
    assert set(re.findall("#[0-9A-F]{6}", drawing.svg)) <= {"#000000", "#FFFFFF"}


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("width", [8400, 8844, 9071, 13000])
def test_the_example_has_all_figures_at_the_widths_of_all_pages(shipped: Package, name: str, width: int) -> None:
    drawing = draw(name, shipped, width, "1F4E79")
    assert drawing is not None
    assert drawing.width == width
    assert drawing.height < 12000  # on one page
    assert_sound(drawing)
    assert lacking(name, shipped) is None


def test_what_the_example_shows_is_told_to_those_who_cannot_see_it(shipped: Package) -> None:
    timeline, escalation = (draw(name, shipped, 9071) for name in ("incident-timeline", "escalation"))
    assert timeline is not None
    assert timeline.alt.startswith(
        "故障处理时间轴，自接到报修通知起：一级故障：受理确认5分钟、响应15分钟、远程诊断30分钟、到场2小时、临时恢复4小时、修复8小时；二级故障："
    )
    assert escalation is not None
    assert escalation.labels[:5] == ("接到报修通知", "上报服务经理", "一级故障", "1小时", "二级故障")


def test_marks_stand_in_the_order_of_their_times(shipped: Package) -> None:
    drawing = draw("incident-timeline", shipped, 9071)
    assert drawing is not None
    places = {text.text: text.left + text.right for text in texts(drawing)}
    times = ["5分钟", "15分钟", "30分钟", "1小时", "2小时", "4小时", "8小时", "12小时", "24小时", "48小时"]
    assert sorted(times, key=lambda time: places[time]) == times


def test_two_bids_that_show_the_same_share_a_drawing(shipped: Package) -> None:
    assert draw("escalation", shipped, 9071) is draw("escalation", package(Workspace(ROOT), "campus-network"), 9071)

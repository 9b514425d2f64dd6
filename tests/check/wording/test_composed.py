"""W116 to W118 and W121 to W126: what shows only where several texts, values or promises are held together."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gen.finding import Finding
from tests.check.promises import Findings, notes
from tests.check.wording.clause import clause, param, places, project, told

WINDOW = "clauses/hotline/window.yaml"


def rules(found: Iterable[Finding]) -> list[str]:
    return [finding.rule.id for finding in found]


# ---- W116: 四小时 beside 4小时


def test_a_value_in_both_numerals(findings: Findings) -> None:
    params = ["params:", param("limit", "4小时"), param("next", "四小时未到场的转服务经理", "text")]
    (found,) = findings(clause("{{ limit }}{{ next }}", *params))
    assert told((found,)) == [("W116 hint", "4小时 is written both as 四小时 and as 4小时")]
    assert places(found) == [(f"{WINDOW}:8:44", "四小时"), (f"{WINDOW}:7:50", "4小时")]
    assert found.bid == "demo"


@pytest.mark.parametrize("words", ["五小时未到场的", "逾期未到场的", "4小时未到场的", "四级故障"])
def test_other_values_and_one_kind_of_numerals_pass(words: str, findings: Findings) -> None:
    assert (
        findings(clause("{{ limit }}{{ next }}", "params:", param("limit", "4小时"), param("next", words, "text")))
        == ()
    )


# ---- W117: 以内 and 以上 with one number


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1. {{ a }}以内的，免费；\n2. {{ a }}以上的，收费。", "a belongs to two tiers: a以内, a以上"),
        ("{{ a }}以内的免费，{{ a }}以上的收费。", "a belongs to two tiers: a以内, a以上"),
        ("1. 不满{{ a }}的，免费；\n2. 超过{{ a }}的，收费。", "a belongs to no tier: 不满a, 超过a"),
        ("| 时长 | 费用 |\n| --- | --- |\n| ≤{{ a }} | 免费 |\n| ≥{{ a }} | 收费 |", "a belongs to two tiers: ≤a, ≥a"),
    ],
)
def test_a_boundary_in_two_tiers_or_in_none(text: str, message: str, findings: Findings) -> None:
    (found,) = findings(clause(text, "params:", param("a", "4小时")))
    assert told((found,)) == [("W117 error", message)]
    assert notes(found) == ["以上, 以下, 以内 include the number; 不满, 超过, 以外 do not (民法典第一千二百五十九条)"]


@pytest.mark.parametrize(
    "text",
    [
        "1. {{ a }}以内的，免费；\n2. 超过{{ a }}的，收费。",
        "1. {{ a }}以内的，免费；\n2. {{ b }}以上的，收费。",
        "驻场不少于{{ a }}，每次作业不超过{{ a }}。",  # two things, not two tiers
        "{{ a }}以内到场。\n\n{{ a }}以上的设备另议。",  # two paragraphs
        "不低于{{ a }}的为合格，低于{{ a }}的为不合格。",
    ],
)
def test_boundaries_that_part_cleanly(text: str, findings: Findings) -> None:
    used = [param(name, value) for name, value in (("a", "4小时"), ("b", "8小时")) if f"{{{{ {name} }}}}" in text]
    assert findings(clause(text, "params:", *used)) == ()


def test_tiers_in_the_cells_of_a_table_parameter(findings: Findings) -> None:
    table = (
        "  t: {label: 档, type: table, key: item, key_label: 项, columns: {when: {label: 时长, type: text}},"
        " default: {甲: {when: 4小时以内}, 乙: {when: 4小时以上}}}"
    )
    (found,) = findings(clause('{{ t | table("档") }}', "params:", table))
    assert told((found,)) == [("W117 error", "4小时 belongs to two tiers: 4小时以内, 4小时以上")]


# ---- W118: 分别 with one value


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("甲类、乙类设备分别于{{ a }}内到场。", 1),
        ("甲类、乙类设备分别在{{ a }}、{{ b }}内到场。", 0),
        ("甲类{{ a }}、乙类{{ b }}，分别到场。", 0),
        ("双方分别于{{ a }}内指定联系人。", 0),
        ("{{ provider }}与制造商分别承担费用，期限{{ a }}。", 0),
    ],
)
def test_respectively_needs_several_values(text: str, count: int, findings: Findings) -> None:
    found = findings(clause(text, "params:", param("a", "4小时"), param("b", "6小时")))
    assert rules(f for f in found if f.rule.id == "W118") == ["W118"] * count


# ---- W121: terms without a definition


def test_a_term_that_is_used_and_not_defined_where_others_are(findings: Findings) -> None:
    (found,) = findings(clause("响应：工程师与报修人取得联系。\n\n{{ provider }}响应后修复。"))
    assert told((found,)) == [("W121 warning", "`修复` is used and never defined")]
    assert places(found) == [(f"{WINDOW}:9:20", "修复")]


@pytest.mark.parametrize(
    "text",
    [
        "{{ provider }}响应后修复。",  # no term at all is defined: the reviewer is asked
        "响应：取得联系。\n\n修复：恢复功能。\n\n{{ provider }}响应后修复。",
        "“响应”是指取得联系，“修复”是指恢复功能。\n\n{{ provider }}响应后修复。",
        "- **响应**：取得联系。\n- **修复**：恢复功能。",
        "质量保证期（以下简称“质保期”）自验收起算，质保期内免费。",
        "响应：取得联系。\n\n响应速度、响应性和修复补丁不是承诺。",
    ],
)
def test_defined_terms_pass(text: str, findings: Findings) -> None:
    assert findings(clause(text)) == ()


def test_working_days_that_only_a_value_brings_in(findings: Findings) -> None:
    (found,) = findings(clause("响应：取得联系。\n\n{{ a }}内响应。", "params:", param("a", "2个工作日")))
    assert told((found,)) == [("W121 warning", "`工作日` is used and never defined")]


# ---- W122: 应 and 可


def promises(first: str, second: str) -> str:
    more = [
        "params:",
        param("a", "1人", "count", ", unit: 人"),
        "commitments:",
        f"  - {{promise: staffing, at_least: $a, {first}}}",
        f"  - {{promise: staffing, at_least: $a, {second}}}",
    ]
    return clause("{{ a }}", *more)


def test_a_duty_that_is_an_option_elsewhere(findings: Findings) -> None:
    (found,) = (f for f in findings(promises("scope: {channel: onsite}", "modality: may")) if f.rule.id == "W122")
    assert str(found.message) == "service staff is a duty in one place and left open in another"
    assert [str(label.text) for label in found.labels] == ["here: right", "here it is owed"]
    assert notes(found) == ["both hold: on-site service"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("scope: {channel: onsite}", "scope: {channel: hotline}, modality: may"),
        ("modality: may", "modality: may"),
        ("modality: shall", "modality: shall"),
        ("obligor: provider", "obligor: customer, modality: may"),
    ],
)
def test_one_modality_or_apart(first: str, second: str, findings: Findings) -> None:
    assert "W122" not in rules(findings(promises(first, second)))


# ---- W123: announced counts


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("服务包括以下三项：\n\n1. 甲；\n2. 乙。", "3 are announced, and 2 are listed"),
        ("分为5个阶段：\n\n- 甲\n- 乙\n- 丙\n- 丁", "5 are announced, and 4 are listed"),
        ("下列两种方式：\n\n| 方式 |\n| --- |\n| 甲 |\n| 乙 |\n| 丙 |", "2 are announced, and 3 are listed"),
    ],
)
def test_a_count_that_is_not_kept(text: str, message: str, findings: Findings) -> None:
    assert told(findings(clause(text))) == [("W123 error", message)]


@pytest.mark.parametrize(
    "text",
    [
        "服务包括以下两项：\n\n1. 甲；\n2. 乙。",
        "服务包括以下各项：\n\n1. 甲；\n2. 乙。",
        "服务包括以下三项。\n\n1. 甲；\n2. 乙。",  # the list is not what it announces
        "一级故障按下列规则处理：\n\n1. 甲；\n2. 乙。",
    ],
)
def test_counts_that_are_kept_or_none(text: str, findings: Findings) -> None:
    assert findings(clause(text)) == ()


def test_rows_that_a_bid_adds_are_counted(findings: Findings) -> None:
    table = (
        "  t: {label: 项, type: table, key: item, key_label: 项, columns: {w: {label: 内容, type: text}},"
        " default: {甲: {w: 子}, 乙: {w: 丑}, 丙: {w: 寅}}}"
    )
    (found,) = findings(clause('以下两项：\n\n{{ t | table("项") }}', "params:", table))
    assert (told((found,)), found.bid) == ([("W123 error", "2 are announced, and 3 are listed")], "demo")


# ---- W124: two schemes of levels


def test_two_schemes_that_nothing_connects(findings: Findings) -> None:
    (found,) = findings(clause("一级故障派员到场。\n\nC - 2远程处理。"))
    assert told((found,)) == [
        ("W124 warning", "fault levels are named as `一级` and as `C - 2`, and nothing says which is which")
    ]
    assert places(found) == [(f"{WINDOW}:7:3", "一级"), (f"{WINDOW}:9:3", "C - 2")]


@pytest.mark.parametrize(
    "text",
    [
        "一级故障派员到场，二级故障远程处理。",
        "一级（紧急）故障派员到场。\n\n紧急故障优先。",
        "C-1对应一级故障。\n\nC-2远程处理。",
        "| 级别 | 别名 |\n| --- | --- |\n| 一级故障 | P1 |\n\nP2远程处理。",
        "三级等保系统由一级资质单位测评，P1.5版本。",
    ],
)
def test_one_scheme_or_a_map(text: str, findings: Findings) -> None:
    assert findings(clause(text)) == ()


# ---- W125: windows on a condition


def test_a_window_that_is_promised_on_a_condition(findings: Findings) -> None:
    more = [
        "params:",
        param("w", "7×24", "window"),
        "commitments:",
        "  - {promise: service_window, at_least: $w, condition: 采购人提出要求}",
    ]
    (found,) = findings(clause("{{ w }}", *more))
    assert told((found,)) == [("W125 warning", "service window of 7×24 holds only on a condition")]
    assert places(found) == [(f"{WINDOW}:7:40", "7×24"), (f"{WINDOW}:9:56", "采购人提出要求")]


# ---- W126: names of others


def test_a_name_of_another_bid_in_what_a_bid_sets(findings: Findings) -> None:
    text = clause("{{ place }}", "params:", param("place", "会议室", "text"))
    other = project(id_="other", name="邻县医院网络项目", customer="邻县第一医院")
    (found,) = findings(text + other + project("{hotline.window.place: 邻县第一医院机房}"))
    assert told((found,)) == [("W126 error", "`邻县第一医院` is a name that does not belong here")]
    assert (found.bid, places(found)) == ("demo", [("projects/demo/project.yaml:7:32", "邻县第一医院")])


def test_two_bids_of_one_customer_may_name_it(findings: Findings) -> None:
    text = clause("{{ place }}", "params:", param("place", "会议室", "text"))
    other = project(id_="other", name="邻县医院网络项目", customer="邻县第一医院")
    own = project("{hotline.window.place: 邻县第一医院机房}", customer="邻县第一医院")
    assert "W126" not in rules(findings(text + other + own))


def test_a_project_name_as_short_as_a_word_is_one(findings: Findings) -> None:
    """A first trial is often called 测试项目, which texts of other bids may well say."""
    text = clause("{{ place }}", "params:", param("place", "会议室", "text"))
    other = project(id_="other", name="测试项目", customer="邻县第一医院")
    assert "W126" not in rules(findings(text + other + project("{hotline.window.place: 测试项目部}")))


def test_names_in_the_library(findings: Findings) -> None:
    (found,) = findings(clause("{{ provider }}为示例单位服务。"))
    assert told((found,)) == [("W126 error", "`示例单位` is a name that does not belong here")]
    (found,) = findings(clause("报修电话由远山科技有限公司接听。"))
    assert [rule for rule, _ in told((found,))] == ["W126 warning"]
    assert findings(clause("报修电话由示例信息有限公司接听。")) == ()

"""W113 to W115: values, references and numbers that are typed where the document would print them."""

from __future__ import annotations

import pytest

from gen.check.wording.reading import read
from gen.check.wording.w113_typed_value import typed_values
from tests.check.promises import Findings, notes
from tests.check.wording.clause import clause, param, places, told

WINDOW = "clauses/hotline/window.yaml"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("在4小时内", ["4小时"]),
        ("在４小时内", ["4小时"]),
        ("在四十八小时内", ["四十八小时"]),
        ("在两天内恢复", ["两天"]),
        ("半小时内", ["半小时"]),
        ("2个工作日内", ["2个工作日"]),
        ("72工作小时", ["72工作小时"]),
        ("三年质保", ["三年"]),
        ("3 年质保", ["3年"]),
        ("7×24小时", ["7×24小时"]),
        ("7X 24值守", ["7X 24"]),
        ("每季度一次", ["每季度一次"]),
        ("不低于99.9%", ["99.9%"]),
        ("百分之五", ["百分之五"]),
        ("支付5,000元", ["5,000元"]),
        ("¥500万元", ["¥500万元"]),
        ("配备5人", ["5人"]),
        ("配备5 名", ["5名"]),
        # none of these is a value of its own
        ("第五百一十一条", []),
        ("依照《三年行动计划》", []),
        ("2026年12月8日", []),
        ("12月8日", []),
        ("一年期贷款市场报价利率", []),
        ("一次解决率", []),
        ("第3年", []),
        ("同日送达，次日生效", []),
        ("前一日通知", []),
        ("GB/T 28827.3-2012", []),
        ("一级故障、二级故障", []),
        ("3分公司的2人员", []),
        ("甲乙双方各执一份", []),
        ("每半年评审", []),
        ("{{ limit }}个工作日", []),
        ("百分制", []),
    ],
)
def test_what_a_typed_value_looks_like(text: str, values: list[str]) -> None:
    assert [match[0] for match in typed_values(read(text))] == values


def test_a_typed_value_is_one_finding_with_all_its_places(findings: Findings) -> None:
    (found,) = findings(clause("{{ provider }}4小时响应，4 小时到场。"))
    assert told((found,)) == [("W113 warning", "4小时 is typed into the prose, where no rule compares it")]
    assert places(found) == [(f"{WINDOW}:7:17", "4小时"), (f"{WINDOW}:7:23", "4 小时")]


def test_a_value_that_the_clause_promises_literally_may_be_typed(findings: Findings) -> None:
    more = ["commitments:", "  - {promise: hotline_answer, at_most: 30秒, clock: {kind: natural, from: call_received}}"]
    assert findings(clause("{{ provider }}在30秒内接听。", *more)) == ()
    assert [rule for rule, _ in told(findings(clause("{{ provider }}在20秒内接听。", *more)))] == ["W113 warning"]


def test_a_value_within_other_bad_words_is_told_once(findings: Findings) -> None:
    assert [rule for rule, _ in told(findings(clause("{{ provider }}100%修复故障。")))] == ["W104 warning"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("网点见附件三。", ["附件三"]),
        ("格式见附表1、2。", ["附表1"]),
        ("按本协议第五条处理。", ["第五条"]),
        ("时限见表2。", ["见表2"]),
        ("按4.2条处理。", ["按4.2条"]),
        ("详见附件。", ["详见附件"]),
        ("时限如下表。", ["如下表"]),
        ("流程如图所示。", ["如图"]),
        ("故障级别定义如下：", ["如下："]),
        ("依照《中华人民共和国民法典》第二百条至第二百零四条。", []),
        ("按招标文件第三章的要求。", []),
        ("按采购合同第五条付款。", []),
        ('时限见{{ ref("hotline.window") }}。', []),
        ("| 级别 | 时限 |\n| --- | --- |\n| 甲 | 乙 |\n\n上表适用于各级故障。", []),
        ("服务包括下列事项：\n\n1. 热线。", []),
        ("按前款处理，附件一并提交。", []),
    ],
)
def test_references_that_are_typed(text: str, words: list[str], findings: Findings) -> None:
    found = [finding for finding in findings(clause(text)) if finding.rule.id == "W114"]
    assert [finding.key[1] for finding in found] == words


def test_what_is_announced_and_not_there_says_so(findings: Findings) -> None:
    assert told(findings(clause("{{ provider }}按下表到场。"))) == [
        ("W114 warning", "`下表` announces a table that this text does not print")
    ]
    assert told(findings(clause("{{ provider }}的服务内容如下："))) == [
        ("W114 warning", "the text ends with what it announces: `如下：`")
    ]


def test_typed_numbers_that_jump_or_repeat(findings: Findings) -> None:
    (found,) = findings(clause("（一）甲\n\n（三）乙\n\n（三）丙"))
    assert told((found,)) == [("W115 warning", "numbers are typed by hand: （一）, （三）, （三）")]
    assert notes(found) == ["`（三）` comes next after `（一）`", "`（三）` stands twice"]
    assert places(found)[0] == (f"{WINDOW}:7:3", "（一）")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第二章 服务\n\n甲", 1),
        ("1.3 服务\n\n甲", 1),
        ("一、服务", 1),
        ("①服务", 1),
        ("- （1）服务", 1),
        ("1. 服务\n2. 热线", 0),
        ("下列两项：（1）服务；（2）热线。", 0),
        ("1.5倍计算", 0),
        ("一致认为", 0),
        ("第三方产品由制造商负责", 0),
    ],
)
def test_what_a_typed_number_looks_like(text: str, numbers: int, findings: Findings) -> None:
    assert len([finding for finding in findings(clause(text)) if finding.rule.id == "W115"]) == numbers


def test_a_title_has_no_number_either(findings: Findings) -> None:
    (found,) = findings(clause("甲").replace("title: 热线", "title: 一、热线"))
    assert (told((found,)), places(found)) == (
        [("W115 warning", "numbers are typed by hand: 一、")],
        [(f"{WINDOW}:2:8", "一、")],
    )


def test_typed_values_in_values_are_no_prose(findings: Findings) -> None:
    assert findings(clause("{{ next }}。", "params:", param("next", "4小时未到场的转服务经理", "text"))) == ()

"""P301: values inside their guardrail stand without asking; beyond it somebody who may has to have approved them."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, helps, labels, told


@pytest.fixture
def findings(findings: Findings) -> Findings:
    """What is found about permission; whether a day is one of rest is another's business."""
    return lambda text: tuple(finding for finding in findings(text) if finding.rule.id.startswith("P"))


CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 题
status: approved
owner: service
review_by: 2027-10-01
params:
  plain:
    label: 时限
    type: duration
    default: 4小时
    allow: [2小时..8小时, 12小时]
    approval:
      - {within: 1小时..2小时, by: service-director}
      - {within: 8小时..24小时, by: legal}
      - {within: 30分钟..2小时, by: legal}
  fixed: {label: 定值, type: duration, default: 4小时}
  free: {label: 文字, type: text, default: 甲}
  day: {label: 日期, type: date, default: 2027-01-04}
  forum:
    label: 方式
    type: enum
    values: {court: 诉讼, arbitration: 仲裁, mediation: 调解}
    default: court
    allow: [court, mediation]
    approval: [{within: [arbitration], by: legal}]
  flag: {label: 标志, type: flag, default: 是, allow: [是, 否]}
  tiers:
    label: 表
    type: table
    key: severity
    columns: {within: {label: 时限, type: duration}}
    default: {S1: 4小时, S2: 8小时, S3: 24小时}
    allow: {S1: 2小时..4小时, S2: 6小时..8小时}
    approval: [{within: {S1: 1小时..2小时}, by: service-director}]
  pairs:
    label: 表
    type: table
    key: item
    columns: {within: {label: 时限, type: duration}, note: {label: 说明}}
    default: {夜间: {within: 4小时, note: 甲}}
    allow: {夜间: {within: 2小时..4小时}}
text: |
  {{ plain }}{{ fixed }}{{ free }}{{ day }}{{ forum }}{{ flag }}{{ tiers.S1 }}{{ pairs.夜间.within }}
"""
PROJECT = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""


def bid(values: str, *approvals: str) -> str:
    text = CLAUSE + PROJECT + f"values: {{hotline.window.{values}}}\n"
    if approvals:
        text += "approvals:\n" + "".join(
            f"  - {{{approval}, on: 2026-11-20, reason: 已增员}}\n" for approval in approvals
        )
    return text


def approval(value: str, as_: str, by: str) -> str:
    return f"value: hotline.window.{value}, as: {as_}, by: {by}"


@pytest.mark.parametrize(
    "values",
    [
        "plain: 4小时", "plain: 2小时", "plain: 8小时", "plain: 480分钟", "plain: 半天", "plain: 12小时",
        "fixed: 4小时", "fixed: 240分钟",
        "free: 随意", "day: 2030-12-31",
        "forum: court", "forum: mediation", "flag: 否",
        "tiers: {S1: 2小时, S2: 6小时}", "tiers: {S3: 24小时}",
        "pairs: {夜间: {within: 2小时, note: 随意}}",
    ],
)  # fmt: skip
def test_values_inside_the_guardrail_texts_dates_and_defaults_stand(findings: Findings, values: str) -> None:
    assert findings(bid(values)) == ()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ("plain: 1小时", "hotline.window.plain = 1小时 lies outside its guardrail"),
        ("plain: 119分钟", "hotline.window.plain = 119分钟 lies outside its guardrail"),
        ("plain: 481分钟", "hotline.window.plain = 481分钟 lies outside its guardrail"),
        ("plain: 1日", "hotline.window.plain = 1日 lies outside its guardrail"),
        ("plain: 4工作小时", "hotline.window.plain = 4工作小时 lies outside its guardrail"),
        ("plain: 1个月", "hotline.window.plain = 1个月 lies outside its guardrail"),
        ("fixed: 5小时", "hotline.window.fixed = 5小时 lies outside its guardrail"),
        ("tiers: {S3: 1日}", "hotline.window.tiers.S3 = 1日 lies outside its guardrail"),  # longer than 24小时
        ("forum: arbitration", "hotline.window.forum = 仲裁 lies outside its guardrail"),
        ("tiers: {S1: 1小时}", "hotline.window.tiers.S1 = 1小时 lies outside its guardrail"),
        ("tiers: {S2: 9小时}", "hotline.window.tiers.S2 = 9小时 lies outside its guardrail"),
        ("tiers: {S3: 23小时}", "hotline.window.tiers.S3 = 23小时 lies outside its guardrail"),
        ("tiers: {S4: 24小时}", "hotline.window.tiers.S4 = 24小时 lies outside its guardrail"),
        ("pairs: {夜间: {within: 1小时}}", "hotline.window.pairs.夜间.within = 1小时 lies outside its guardrail"),
        ("pairs: {日间: {within: 4小时}}", "hotline.window.pairs.日间.within = 4小时 lies outside its guardrail"),
    ],
)
def test_values_beyond_it_are_errors(findings: Findings, values: str, message: str) -> None:
    (finding,) = findings(bid(values))
    assert told(finding) == ("P301 error", message)


def test_the_finding_shows_the_value_the_guardrail_and_who_may_approve(findings: Findings) -> None:
    (finding,) = findings(bid("plain: 1小时"))
    assert labels(finding) == [
        ("projects/demo/project.yaml:7:32", "1小时", "set to 1小时 here"),
        ("clauses/hotline/window.yaml:11:12", "[2小时..8小时, 12小时]", "2小时..8小时, 12小时 is allowed"),
    ]
    assert helps(finding) == [
        "choose a value inside the guardrail",
        "or record the approval of 服务总监, 法务 under `approvals` of the bid",
    ]


def test_a_value_that_nobody_may_approve_has_the_guardrail_as_its_only_way_out(findings: Findings) -> None:
    (finding,) = findings(bid("plain: 3日"))
    assert helps(finding) == ["choose a value inside the guardrail"]


def test_a_parameter_without_a_guardrail_is_fixed(findings: Findings) -> None:
    (finding,) = findings(bid("fixed: 5小时"))
    assert labels(finding)[1] == (
        "clauses/hotline/window.yaml:16:47", "4小时", "fixed: no `allow` lets it differ from the default",
    )  # fmt: skip
    assert helps(finding) == ["leave the default"]


def test_a_value_of_a_profile_is_held_to_the_guardrail_too(findings: Findings) -> None:
    profile = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window]\n"
    (finding,) = findings(CLAUSE + PROJECT + profile + "values: {hotline.window.plain: 1小时}\n")
    assert labels(finding)[0] == ("clauses/profiles/basic.yaml:4:32", "1小时", "set to 1小时 here")


@pytest.mark.parametrize(
    ("values", "record"),
    [
        ("plain: 1小时", approval("plain", "1小时", "service-director")),
        ("plain: 1小时", approval("plain", "60分钟", "service-director")),
        ("plain: 1小时", approval("plain", "1小时", "legal")),
        ("plain: 24小时", approval("plain", "24小时", "legal")),
        ("forum: arbitration", approval("forum", "arbitration", "legal")),
        ("tiers: {S1: 1小时}", approval("tiers.S1", "1小时", "service-director")),
    ],
)
def test_an_approval_of_this_value_by_a_role_that_may_grants_it(findings: Findings, values: str, record: str) -> None:
    assert findings(bid(values, record)) == ()


@pytest.mark.parametrize(
    ("values", "record"),
    [
        ("plain: 1小时", approval("plain", "90分钟", "service-director")),
        ("plain: 1小时", approval("fixed", "1小时", "service-director")),
        ("plain: 1小时", approval("tiers.S1", "1小时", "service-director")),
        ("plain: 1小时", approval("plain", "很快", "service-director")),
        ("plain: 24小时", approval("plain", "24小时", "service-director")),
        ("plain: 3日", approval("plain", "3日", "legal")),
        ("fixed: 5小时", approval("fixed", "5小时", "legal")),
        ("forum: arbitration", approval("forum", "仲裁", "legal")),
        ("forum: arbitration", approval("forum", "arbitration", "service-director")),
        ("tiers: {S1: 1小时}", approval("tiers", "1小时", "service-director")),
        ("tiers: {S1: 1小时}", approval("tiers.S2", "1小时", "service-director")),
        ("tiers: {S2: 1小时}", approval("tiers.S2", "1小时", "service-director")),
    ],
)
def test_an_approval_of_another_value_or_by_another_role_grants_nothing(
    findings: Findings, values: str, record: str
) -> None:
    assert {told(finding)[0] for finding in findings(bid(values, record))} == {"P301 error"}


def test_every_value_beyond_its_guardrail_is_found(findings: Findings) -> None:
    text = bid("plain: 1小时") + ""
    text = text.replace(
        "plain: 1小时}", "plain: 1小时, hotline.window.fixed: 5小时, hotline.window.tiers: {S1: 1小时, S2: 9小时}}"
    )
    assert [told(finding)[1].split(" = ")[0] for finding in findings(text)] == [
        "hotline.window.plain", "hotline.window.fixed", "hotline.window.tiers.S1", "hotline.window.tiers.S2",
    ]  # fmt: skip


def test_a_fingerprint_is_that_of_the_path_and_the_value(findings: Findings) -> None:
    def one(text: str) -> str:
        (finding,) = findings(text)
        return finding.fingerprint

    plain = one(bid("plain: 1小时"))
    assert one(bid("plain: 1小时").replace("title: 示例", "title: 别的名称\n# 注")) == plain
    assert one(bid("plain: 1小时").replace("allow: [2小时..8小时, 12小时]", "allow: 3小时..8小时")) == plain
    assert len({plain, one(bid("plain: 90分钟")), one(bid("fixed: 1小时")), one(bid("tiers: {S1: 1小时}"))}) == 4


PRICED = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 题
status: approved
owner: service
review_by: 2027-10-01
params:
  price: {label: 服务费用, type: money}
  lines:
    label: 明细
    type: table
    key: item
    columns: {sum: {label: 合价, type: money}}
text: |
  {{ price }}{{ lines | table }}
"""


def test_a_price_that_has_no_default_is_the_bids_own(findings: Findings) -> None:
    """Nothing says what it ought to be, so nothing can be outside of it; what it must satisfy is said by relations."""
    values = "values: {hotline.window.price: 9999元, hotline.window.lines: {驻场: {sum: 9999元}}}\n"
    assert findings(PRICED + PROJECT + values) == ()


def test_a_guardrail_binds_without_a_default(findings: Findings) -> None:
    priced = PRICED.replace("type: money}\n  lines", "type: money, allow: 1元..10元}\n  lines")
    values = "values: {hotline.window.price: 9999元, hotline.window.lines: {驻场: {sum: 9999元}}}\n"
    assert [told(finding) for finding in findings(priced + PROJECT + values)] == [
        ("P301 error", "hotline.window.price = 9,999元 lies outside its guardrail")
    ]

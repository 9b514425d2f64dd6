"""Relations between numbers: how they are written, what is wrong with one, and C401 where one does not hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen.source import Source
from gen.template.arithmetic import parse_relation
from gen.yamltree import scalar
from tests.check.promises import Findings, helps, labels, notes, told

PARAMS = """\
  ours: {label: 我方份数, type: count, unit: 份, default: 2份, allow: 1份..4份}
  theirs: {label: 对方份数, type: count, unit: 份, default: 2份}
  total: {label: 总份数, type: count, unit: 份, default: 4份, allow: 2份..12份}
  price: {label: 合同额, type: money, default: 80万元}
  rate: {label: 年费率, type: percent, default: 10%}
  fee: {label: 年服务费, type: money, default: 9万元}
  term: {label: 质保期, type: duration, default: 3年}
  cadence: {label: 巡检频次, type: frequency, default: 每季度1次, allow: 每季度1次..每月1次}
  visits: {label: 巡检次数, type: count, unit: 次, default: 12次}
  remark: {label: 备注, type: text, default: 无}
  begins: {label: 起始日, type: date, default: 2026-09-01}
  ends: {label: 届满日, type: date, default: 2029-09-01}
  lines:
    label: 明细
    type: table
    key: item
    columns:
      pieces: {label: 数量, type: count, unit: 台}
      each: {label: 单价, type: money}
      sum: {label: 小计, type: money}
    default: {交换机: {pieces: 6台, each: 5万元, sum: 30万元}, 路由器: {pieces: 2台, each: 8万元, sum: 16万元}}
  bands:
    label: 评分档
    type: table
    key: item
    columns: {low: {label: 下限, type: percent}, high: {label: 上限, type: percent}}
    default: {优: {low: 95%, high: 100%}, 良: {low: 85%, high: 95%}, 差: {low: 0%, high: 85%}}
"""


def file(*relations: str, params: str = PARAMS, more: str = "") -> str:
    """A clause with the parameters above, every one of which is tied to a text, and with relations."""
    names = [line.split(":")[0].strip() for line in params.splitlines() if line.startswith("  ") and line[2] != " "]
    tables = {"lines", "bands"}
    holes = "".join(f"\n\n  {{{{ {n} | table }}}}\n\n  " if n in tables else f"{{{{ {n} }}}}、" for n in names)
    return (
        "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: service\n"
        f"review_by: 2027-10-01\nparams:\n{params}relations:\n"
        + "".join(f"  - {each}\n" if each.startswith("{") else f"  - that: {each}\n" for each in relations)
        + f"commitments: [{{promise: last_day_roll, is: next_day, obligor: both}}]\ntext: |\n  {holes}\n{more}"
    )


HOLD = [
    "total == ours + theirs",
    "total == ours * 2",
    "sum(lines.sum) == \"46万元\"",
    "sum(lines.pieces * lines.each) == sum(lines.sum)",
    "{that: lines.pieces * lines.each == lines.sum, each: lines}",
    "visits == cadence * term",
    "ends == begins + term",
    "ends - begins > \"1000日\"",
    "count(lines) == 2",
    "max(lines.pieces) <= sum(lines.pieces)",
    "min(lines.each) >= price * \"5%\"",
    "lines.交换机.pieces == 6",
    "fee < price * (rate + \"5%\")",
    "param(\"hotline.window.total\") >= ours",
    "bands(bands.low, bands.high)",
    "rate * price / \"1万元\" == 8",
]  # fmt: skip


@pytest.mark.parametrize("relation", HOLD)
def test_what_holds_is_no_finding(findings: Findings, relation: str) -> None:
    assert findings(file(relation)) == ()


FAIL = [
    ("total == ours + ours + theirs", "`total` is 4份, not `ours + ours + theirs`, 6份"),
    ("fee == rate * price", "`fee` is 90,000元, not `rate * price`, 80,000元"),
    ("sum(lines.sum) == price", "`sum(lines.sum)` is 460,000元, not `price`, 800,000元"),
    ("visits == cadence * \"2年\"", "`visits` is 12次, not `cadence * \"2年\"`, 8次"),
    ("total > ours * 2", "`total` is 4份, not more than `ours * 2`, 4份"),
    ("total < 4", "`total` is 4份, not less than 4"),
    ("count(lines) == 3", "`count(lines)` is 2, not 3"),
    ("total >= 5", "`total` is 4份, less than 5"),
    ("rate <= \"8%\"", "`rate` is 10%, more than 8%"),
    ("begins + \"1年\" == ends", "`begins + \"1年\"` is 2027年9月1日, not `ends`, 2029年9月1日"),
]  # fmt: skip


@pytest.mark.parametrize(("relation", "said"), FAIL)
def test_what_does_not_hold_names_both_sides_in_one_unit(findings: Findings, relation: str, said: str) -> None:
    (finding,) = findings(file(relation))
    assert told(finding) == ("C401 error", said)


BID = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""
OURS = "values: {hotline.window.ours: 3份}\n"


def test_every_value_says_who_set_it_what_the_bid_sets_comes_first(findings: Findings) -> None:
    (finding,) = findings(file("{that: total == ours + theirs, why: 总份数等于各方份数之和}", more=BID + OURS))
    assert labels(finding) == [
        ("projects/demo/project.yaml:7:31", "3份", "`hotline.window.ours` is 3份, set by this bid"),
        ("clauses/hotline/window.yaml:9:54", "4份", "`hotline.window.total` is 4份, set by its clause"),
        ("clauses/hotline/window.yaml:8:56", "2份", "`hotline.window.theirs` is 2份, set by its clause"),
        ("clauses/hotline/window.yaml:35:12", "total == ours + theirs", "must hold: 总份数等于各方份数之和"),
    ]  # fmt: skip
    assert [(str(fix.message), fix.edits[0].value) for fix in finding.fixes] == [
        ("set `hotline.window.ours` to 2份 (inside its guardrail)", "2份"),
        ("set `hotline.window.total` to 5份 (inside its guardrail)", "5份"),
    ]
    assert finding.helps == ()
    assert finding.bid == "demo"


def test_a_profile_is_named(findings: Findings) -> None:
    profile = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nclauses: [hotline.window]\n"
    (finding,) = findings(file("total == ours + theirs", more=profile + OURS))
    assert labels(finding)[0][2] == "`hotline.window.ours` is 3份, set by the profile basic"


def test_a_frequency_is_offered_in_other_periods(findings: Findings) -> None:
    (finding,) = findings(file("visits * 2 == cadence * term"))
    assert [str(fix.message) for fix in finding.fixes] == [
        "set `hotline.window.cadence` to 每季度2次 (inside its guardrail)"
    ]


def test_without_a_guardrail_the_owners_are_asked(findings: Findings) -> None:
    (finding,) = findings(file("fee == rate * price"))
    assert finding.fixes == ()
    assert helps(finding) == [
        "no single value that the guardrails permit makes it hold: correct several, or ask the owners of the clauses"
    ]


def test_rows_that_break_one_relation_are_one_finding(findings: Findings) -> None:
    (finding,) = findings(file("{that: lines.pieces * lines.each == lines.sum + \"1万元\", each: lines}"))  # fmt: skip
    assert told(finding)[1] == (
        '交换机: `lines.pieces * lines.each` is 300,000元, not `lines.sum + "1万元"`, 310,000元'
    )  # fmt: skip
    assert notes(finding) == ["2 rows: 交换机, 路由器"]
    assert [text for _, text, _ in labels(finding)][:3] == ["6台", "5万元", "30万元"]


def test_a_value_of_another_clause_is_judged_only_where_the_bid_has_that_clause(findings: Findings) -> None:
    other = (
        "# clauses/hotline/answer.yaml\nid: hotline.answer\ntitle: 题\nstatus: approved\nowner: service\n"
        "review_by: 2027-10-01\nparams:\n  n: {label: 份数, type: count, unit: 份, default: 9份}\ntext: 共{{ n }}。\n"
    )
    profile = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nclauses: [hotline.window, hotline.answer]\n"
    relation = 'total == param("hotline.answer.n")'
    assert findings(file(relation, more=other)) == ()
    (finding,) = findings(file(relation, more=other + profile))
    assert told(finding)[1] == '`total` is 4份, not `param("hotline.answer.n")`, 9份'


def test_a_value_that_is_not_set_leaves_the_relation_unjudged(findings: Findings) -> None:
    params = PARAMS.replace("default: 2份, allow: 1份..4份", "allow: 1份..4份")
    (finding,) = findings(file("total == ours + theirs + theirs", params=params))
    assert told(finding)[0] == "R202 error"


def test_months_against_days_are_undecided(findings: Findings) -> None:
    (finding,) = findings(file("term >= \"30日\""))  # fmt: skip
    assert told(finding) == (
        "C401 warning",
        'undecided whether `term >= "30日"` holds: 个月 and 分钟 have no common measure',
    )
    assert labels(finding)[0][2] == "`hotline.window.term` is 3年, set by its clause"


BANDS = [
    ("良: {low: 86%, high: 95%}", "`差` ends at 85%, but `良` begins at 86%: a gap"),
    ("良: {low: 84%, high: 95%}", "`差` ends at 85%, but `良` begins at 84%: both hold there"),
    ("良: {low: 85%, high: 96%}", "`良` ends at 96%, but `优` begins at 95%: both hold there"),
]


@pytest.mark.parametrize(("row", "said"), BANDS)
def test_bands_leave_no_gap_and_share_nothing(findings: Findings, row: str, said: str) -> None:
    (finding,) = findings(file("bands(bands.low, bands.high)", params=PARAMS.replace("良: {low: 85%, high: 95%}", row)))
    assert told(finding) == ("C401 error", said)
    assert [text for _, text, _ in labels(finding)][-1] == "bands(bands.low, bands.high)"


def scores(*rows: str) -> str:
    table = ", ".join(f"第{number}档: {{{row}}}" for number, row in enumerate(rows, 1))
    return (
        "  bands: {label: 评分档, type: table, key: item, columns: {low: {label: 下限, type: count, unit: 分}, "
        f"high: {{label: 上限, type: count, unit: 分}}}}, default: {{{table}}}}}\n"
    )


def test_bands_of_whole_numbers_hold_both_their_ends(findings: Findings) -> None:
    relation = "bands(bands.low, bands.high)"
    assert findings(file(relation, params=scores("low: 90分, high: 100分", "low: 0分, high: 89分"))) == ()
    (finding,) = findings(file(relation, params=scores("low: 90分, high: 100分", "low: 0分, high: 90分")))
    assert told(finding)[1] == "`第2档` ends at 90分, but `第1档` begins at 90分: both hold there"


def test_the_outermost_bands_may_be_open(findings: Findings) -> None:
    relation = "bands(bands.low, bands.high)"
    assert findings(file(relation, params=scores("low: 90分", "low: 60分, high: 89分", "high: 59分"))) == ()
    (finding,) = findings(file(relation, params=scores("low: 91分", "low: 60分, high: 89分", "high: 59分")))
    assert told(finding)[1] == "`第2档` ends at 89分, but `第1档` begins at 91分: a gap"


UNREAD = "the relation cannot be read: "
UNSOUND = [
    ("total == nothing", "S112", "`nothing` is not defined", "35:20"),
    ("total == totl", "S112", "`totl` is not defined", "35:20"),
    ("total == param(\"hotline.window.totl\")", "S112", "`hotline.window.totl` is not defined", "35:27"),
    ("total == ours.first", "S112", "`ours.first` is not defined", "35:20"),
    ("lines.网关.pieces == 1", "S112", "`lines.网关.pieces` is not defined", "35:11"),
    ("ours + price == theirs", "S108", "份 and 元 have no common measure", "35:16"),
    ("total * \"1次\" == visits * price", "S108", "份·次 and 元 have no common measure", "35:11"),
    ("sum(lines.pieces) + sum(lines.sum) == price", "S108", "台 and 元 have no common measure", "35:29"),
    ("remark == 1", "S108", "`remark` is of the type text; relations reckon with numbers", "35:11"),
    ("1 + 1 == 2", "S108", "the relation speaks of no parameter", "35:11"),
    ("total / 0 == 1", "S108", "nothing can be divided by zero", "35:17"),
    ("lines.sum == price", "S108", "`lines.sum` is a whole column", "35:11"),
    ("sum(total) == 4", "S108", "`sum` needs a column of a table", "35:11"),
    ("sum(lines) == 4", "S108", "`lines` is a whole table with several columns", "35:15"),
    ("bands(ours, theirs)", "S108", "`bands` takes the two columns of a table: `bands(table.from, table.to)`", "35:11"),
    ("{that: ours == theirs, each: total}", "S112", "`total` is no table parameter of this clause", "35:34"),
    ("avg(lines.sum) == price", "S109", "there is no function `avg`", "35:11"),
    ("total = ours", "S108", UNREAD + "`=` has no meaning here", "35:17"),
    ("total", "S108", UNREAD + "it compares two sides with == <= >= < >", "35:16"),
    ("total == ours theirs", "S108", UNREAD + "it ends before `theirs`", "35:25"),
    ("total == (ours", "S108", UNREAD + "`)` is missing here", "35:25"),
    ("total == + ours", "S108", UNREAD + "a number, a name or a quantity in quotes is missing here", "35:20"),
    ("total == \"many\"", "S108", UNREAD + "`many` is no quantity", "35:20"),
    ("total == param(ours)", "S108", UNREAD + "`param` takes a path in quotes", "35:26"),
    ("total == 1 + bands(lines.pieces, lines.pieces)", "S108", UNREAD + "`bands` stands alone", "35:24"),
    ("total == " + "(" * 13 + "ours" + ")" * 13, "S108", UNREAD + "it nests too deep", "35:32"),
    ("total == " + " + ".join(["ours"] * 100), "S108", UNREAD + "it is longer than 500 characters", "35:11"),
    ("total == ours.__class__", "S112", "`ours.__class__` is not defined", "35:20"),
]  # fmt: skip


@pytest.mark.parametrize(("relation", "rule", "said", "place"), UNSOUND)
def test_an_unsound_relation_is_dropped_with_one_finding_at_its_place(
    findings: Findings, relation: str, rule: str, said: str, place: str
) -> None:
    (finding,) = findings(file(relation, "total == ours + theirs"))
    assert (finding.rule.id, str(finding.message)) == (rule, said)
    assert str(finding.labels[0].span) == f"clauses/hotline/window.yaml:{place}"


def test_a_parameter_that_is_unsound_itself_is_reported_once(findings: Findings) -> None:
    params = PARAMS.replace("theirs: {label: 对方份数, type: count, unit: 份, default: 2份}",
                            "theirs: {label: 对方份数, type: count, unit: 份, default: 许多}")  # fmt: skip
    (finding,) = findings(file("total == ours + theirs", 'total >= param("hotline.window.theirs")', params=params))
    assert told(finding)[0] == "S108 error"


def test_a_relation_over_several_lines_knows_its_places(findings: Findings) -> None:
    text = file("|-\n      total ==\n      ours + price")
    (finding,) = findings(text)
    assert str(finding.labels[0].span) == "clauses/hotline/window.yaml:37:12"


@given(st.text(alphabet="ab.09'\" ()+-*/<>=,param总份%", max_size=60))
def test_whatever_is_written_is_a_relation_or_one_finding(text: str) -> None:
    source = Source("clauses/x.yaml", text)
    comparison, wrong = parse_relation(scalar(text, source.span(1, 1, 1, len(text) + 1)))
    assert (comparison is None) == (len(wrong) == 1)

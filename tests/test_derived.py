"""Values that nobody sets and that a relation says: worked out, and checked where somebody sets them all the same."""

from __future__ import annotations

import pytest

from gen.examine import examine
from gen.finding import Finding
from gen.library import load
from gen.model.package import Package
from gen.resolve import resolve
from tests.compose.test_compose import LayOut

BID = """
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
values: %s
"""


def clause(params: list[str], relations: list[str]) -> str:
    head = "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 约定\nstatus: approved\nowner: legal\n"
    rows = "".join(f"  {each}\n" for each in params)
    said = "".join(f"  - {each}\n" for each in relations)
    return f"{head}review_by: 2027-10-01\nparams:\n{rows}relations:\n{said}text: |\n  约定。\n"


def settled(workspace: LayOut, text: str, values: str = "{}") -> tuple[Package, tuple[Finding, ...]]:
    library, _ = load(workspace(text + BID % values))
    return resolve(library, library.bids["demo"])


def values_of(package: Package) -> dict[str, str]:
    return {each.path.removeprefix("hotline.window."): each.text
            for cells in package.settings.values() for each in cells.values()}  # fmt: skip


COPIES = clause(
    ["total: {label: 总份数, type: count, unit: 份}",
     "ours: {label: 我方所执份数, type: count, unit: 份, default: 2份}",
     "theirs: {label: 对方所执份数, type: count, unit: 份, default: 1份}"],
    ["that: total == ours + theirs"],
)  # fmt: skip
TERM = clause(
    ["start: {label: 起始日, type: date}", "end: {label: 届满日, type: date}",
     "years: {label: 期限, type: duration, default: 3年}"],
    ['that: end == start + years - "1日"'],
)  # fmt: skip
SAME = clause(
    ["support: {label: 支持期, type: duration}", "years: {label: 期限, type: duration, default: 2年}"],
    ["that: support == years"],
)
FEES = clause(
    ["total: {label: 总额, type: money}", "net: {label: 不含税金额, type: money}", "tax: {label: 税额, type: money}",
     "rate: {label: 税率, type: percent, default: 6%}"],
    ["that: total == net + tax", "that: net * rate == tax"],
)  # fmt: skip
LINES = clause(
    ["lines: {label: 清单, type: table, key: item, columns: {pieces: {label: 数量, type: count, unit: 件},"
     " price: {label: 单价, type: money}, sum: {label: 合价, type: money}},"
     " default: {电源: {pieces: 2件, price: 1800元}, 风扇: {pieces: 3件, price: 600元, sum: 1700元}}}"],
    ["{that: lines.pieces * lines.price == lines.sum, each: lines}"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "values", "worked_out"),
    [
        (COPIES, "{}", {"total": "3份"}),
        (COPIES, "{hotline.window.theirs: 4份}", {"total": "6份"}),
        (TERM, "{hotline.window.start: 2027-01-01}", {"end": "2029年12月31日"}),
        (SAME, "{}", {"support": "2年"}),  # in the words of the other
        (FEES, "{hotline.window.net: 2700000元}", {"tax": "162,000元", "total": "2,862,000元"}),  # one from the other
        (
            LINES,
            "{}",
            {"lines.电源.sum": "3,600元", "lines.风扇.sum": "1,700元"},
        ),  # what is written stands, and is checked
    ],
    ids=["copies", "copies of this bid", "term", "the same", "fees", "rows"],
)
def test_what_nobody_sets_is_worked_out(workspace: LayOut, text: str, values: str, worked_out: dict[str, str]) -> None:
    package, findings = settled(workspace, text, values)
    assert findings == ()
    assert worked_out.items() <= values_of(package).items()


def test_a_value_that_is_worked_out_is_traced_to_its_relation(workspace: LayOut) -> None:
    package, _ = settled(workspace, COPIES)
    (total,) = package.setting("hotline.window.total").values()
    assert (total.set_by, total.by, str(total.span)) == (
        "relation",
        "hotline.window",
        "clauses/hotline/window.yaml:11:11",
    )


@pytest.mark.parametrize(
    ("text", "values", "missing"),
    [
        (TERM, "{}", ["hotline.window.start"]),  # from which the end follows
        (FEES, "{}", ["hotline.window.net"]),  # from which tax follows, and from both the total
        (COPIES.replace("ours + theirs", "ours * 3 / 4"), "{}", ["hotline.window.total"]),  # one and a half copies
        (COPIES.replace("total ==", "total >="), "{}", ["hotline.window.total"]),
    ],
    ids=["unknown", "a chain", "no whole number", "no equation"],
)
def test_what_cannot_be_worked_out_is_found_to_be_missing(
    workspace: LayOut, text: str, values: str, missing: list[str]
) -> None:
    _, findings = settled(workspace, text, values)
    assert [(f.rule.id, f.key[0]) for f in findings] == [("R202", path) for path in missing]


@pytest.mark.parametrize(
    ("right", "reason"),
    [
        ("ours - theirs * 3", "it is worked out here, but -1份 is no value of it"),
        ("ours / theirs * 3 / 4", "it is worked out here, but 1.5 is no value of it"),
        ("ours / (theirs - theirs)", "it is worked out here, but nothing can be divided by zero"),
    ],
)
def test_why_a_value_cannot_be_worked_out_is_said(workspace: LayOut, right: str, reason: str) -> None:
    _, (finding,) = settled(workspace, COPIES.replace("ours + theirs", right))
    assert [str(label.text) for label in finding.labels] == ["no default here", reason]
    assert [str(help_) for help_ in finding.helps] == [
        "correct what it is worked out from: hotline.window.ours, hotline.window.theirs"
    ]


def test_a_value_that_is_worked_out_is_held_against_its_guardrail(workspace: LayOut) -> None:
    text = COPIES.replace("type: count, unit: 份}", "type: count, unit: 份, allow: 2份..4份}", 1)
    library, _ = load(workspace(text + BID % "{hotline.window.ours: 8份}"))
    (finding,) = [each for each in examine(library, library.bids["demo"]).findings if each.rule.id == "P301"
                  and each.key[0] == "hotline.window.total"]  # fmt: skip
    assert str(finding.message) == "hotline.window.total = 9份 lies outside its guardrail"
    assert [str(label.span) for label in finding.labels][:1] == ["projects/demo/project.yaml:7:31"]


def test_a_value_that_is_written_wrongly_is_not_worked_out(workspace: LayOut) -> None:
    """It is a finding already; a document with another value would hide it."""
    package, findings = settled(workspace, COPIES, "{hotline.window.total: 三十}")
    assert ("total" in values_of(package), findings) == (False, ())

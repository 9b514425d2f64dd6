"""Facts: every promise of a bid with its value, its scope, its clock and its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.facts import facts, week_of
from gen.library import load
from gen.library.vocabulary import built_in_vocabulary
from gen.model.fact import Fact
from gen.quantity import Window
from gen.quantity.clock import ALWAYS, Week
from gen.resolve import resolve
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]

OFFICE = Week(5, 9 * 60, 8 * 60)
CLAUSE = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 时限
status: approved
owner: service
review_by: 2027-10-01
params:
  term: {label: 期限, type: duration, default: 4小时}
  days: {label: 期限, type: duration, default: 2个工作日}
  open: {label: 时段, type: window, default: 7×12}
  level: {label: 级别, type: enum, values: {S1: 最高级, S2: 次级}, default: S1}
  word: {label: 包, type: text, default: 第一包}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 时限, type: duration}, window: {label: 时段, type: window}}
    default:
      S1: {within: 2小时, window: 7×24}
      S2: {within: 4小时, window: 5×8}
      S3: {window: 5×8}
text: |
  {{ provider }}{{ term }}{{ days }}{{ open }}{{ level }}{{ word }}{{ limit | table }}
commitments:
"""


def text(*commitments: str) -> str:
    shown = CLAUSE.replace("{{ limit | table }}", "\n\n  {{ limit | table }}")
    return shown + "".join(f"  - {commitment}\n" for commitment in commitments)


def made(workspace: LayOut, *commitments: str, more: str = "") -> tuple[tuple[Fact, ...], list[tuple[str, str]]]:
    library, loading = load(workspace(text(*commitments) + more))
    assert loading == ()
    package, resolving = resolve(library, library.bids["demo"])
    assert resolving == ()
    promises, findings = facts(package)
    return promises, [(str(f.message), f.labels[0].span.text) for f in findings]


def one(workspace: LayOut, commitment: str) -> Fact:
    (fact,), findings = made(workspace, commitment)
    assert findings == []
    return fact


def test_a_promise_with_a_parameter_has_its_value_and_who_set_it(workspace: LayOut) -> None:
    fact = one(workspace, "{promise: response, at_most: $term, fee: free, obligor: both, modality: should}")
    assert (fact.dimension, fact.spec.label, fact.comparator, str(fact.quantity)) == (
        "response", "响应时限", "at_most", "4小时",
    )  # fmt: skip
    assert (fact.fee, fact.obligor, fact.modality) == ("free", "both", "should")
    assert fact.setting is not None
    assert (fact.path, fact.setting.set_by, fact.setting.by) == ("hotline.window.term", "clause", "hotline.window")
    assert (str(fact.span), fact.span.text) == ("clauses/hotline/window.yaml:7:46", "4小时")
    assert (fact.clause, fact.commitment) == ("hotline.window", 0)


def test_a_promise_with_a_literal_has_its_place_in_the_clause(workspace: LayOut) -> None:
    fact = one(workspace, "{promise: response, at_least: 30分钟}")
    assert (fact.comparator, str(fact.quantity), fact.setting, fact.path) == (
        "at_least", "30分钟", None, "hotline.window",
    )  # fmt: skip
    assert fact.span.text == "30分钟"


def test_what_is_not_said_has_its_default(workspace: LayOut) -> None:
    fact = one(workspace, "{promise: response, is: $term}")
    assert (fact.comparator, fact.scope, fact.week, fact.start, fact.fee, fact.obligor, fact.modality) == (
        "is", {}, ALWAYS, "", "", "provider", "shall",
    )  # fmt: skip


def test_each_row_of_a_table_is_a_promise_of_its_own(workspace: LayOut) -> None:
    promises, findings = made(
        workspace,
        "{promise: response, each: limit, scope: {severity: $severity, phase: in_warranty}, at_most: $within,"
        " clock: {kind: working, from: report_received, window: $window}}",
    )
    assert findings == []
    assert [(str(fact.quantity), dict(fact.scope), fact.week, fact.path) for fact in promises] == [
        ("2小时", {"severity": {"S1"}, "phase": {"in_warranty"}}, ALWAYS, "hotline.window.limit.S1.within"),
        ("4小时", {"severity": {"S2"}, "phase": {"in_warranty"}}, OFFICE, "hotline.window.limit.S2.within"),
    ]
    assert [str(fact.span) for fact in promises] == [
        "clauses/hotline/window.yaml:18:20", "clauses/hotline/window.yaml:19:20",
    ]  # fmt: skip


def test_rows_carry_the_value_that_profile_or_bid_sets(workspace: LayOut) -> None:
    promises, _ = made(
        workspace,
        "{promise: response, each: limit, scope: {severity: $severity}, at_most: $within}",
        more="# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nvalues: {hotline.window.limit: {S2: {within: 3小时}, S4: {within: 1日}}}\n",
    )
    assert [(str(fact.quantity), fact.setting.set_by if fact.setting else "") for fact in promises] == [
        ("2小时", "clause"), ("3小时", "bid"), ("1日", "bid"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("{}", {}),
        ("{severity: S1}", {"severity": {"S1"}}),
        ("{severity: [S1, S2], phase: [in_warranty]}", {"severity": {"S1", "S2"}, "phase": {"in_warranty"}}),
        ("{severity: $level}", {"severity": {"S1"}}),
        (
            "{severity: [一级, 紧急, P2, 三级故障], phase: 质保内}",
            {"severity": {"S1", "S2", "S3"}, "phase": {"in_warranty"}},
        ),
        ("{window: $open}", {"window": {"7×12"}}),
        ("{window: [$open, 5×8]}", {"window": {"7×12", "5×8"}}),
        ("{lot: $word, document: [承诺书, 方案]}", {"lot": {"第一包"}, "document": {"承诺书", "方案"}}),
    ],
)
def test_a_scope_is_axes_and_their_values(workspace: LayOut, scope: str, expected: dict[str, set[str]]) -> None:
    assert one(workspace, f"{{promise: response, at_most: $term, scope: {scope}}}").scope == expected


def test_a_parameter_that_names_no_value_of_its_axis_is_found_where_it_is_set(workspace: LayOut) -> None:
    _, findings = made(workspace, "{promise: response, at_most: $term, scope: {severity: $word}}")
    assert findings == [("`第一包` is no value of the axis severity", "第一包")]


@pytest.mark.parametrize(
    ("value", "clock", "week"),
    [
        ("$term", "", ALWAYS),
        ("$term", "clock: {kind: natural, from: report_received}", ALWAYS),
        ("$term", "clock: {kind: natural, window: 5×8}", ALWAYS),
        ("$term", "clock: {kind: working, window: 5×8}", OFFICE),
        ("$term", "clock: {kind: working}", OFFICE),
        ("$term", "clock: {kind: working, window: 7×24}", ALWAYS),
        ("$term", "clock: {kind: working, window: $open}", Week(7, 8 * 60, 12 * 60)),
        ("$days", "clock: {kind: working, window: 5×9}", Week(5, 9 * 60, 9 * 60)),
        ("$days", "clock: {kind: natural, window: 7×24}", OFFICE),
        ("$days", "", OFFICE),
        ("4工作小时", "", OFFICE),
    ],
)
def test_a_deadline_runs_in_the_hours_of_its_clock_and_working_units_always_in_working_time(
    workspace: LayOut, value: str, clock: str, week: Week
) -> None:
    assert one(workspace, f"{{promise: response, at_most: {value}, {clock}}}").week == week


@pytest.mark.parametrize(
    ("window", "week"),
    [
        (Window(7, 24), Week(7, 0, 1440)),
        (Window(7, 18), Week(7, 6 * 60, 18 * 60)),
        (Window(7, 12), Week(7, 8 * 60, 12 * 60)),
        (Window(7, 8), Week(7, 9 * 60, 8 * 60)),
        (Window(5, 9), Week(5, 9 * 60, 9 * 60)),
        (Window(5, 8), OFFICE),
        (Window(6, 10), Week(6, 9 * 60, 10 * 60)),
        (Window(6, 20), Week(6, 4 * 60, 20 * 60)),
        (Window(1, 24), Week(1, 0, 1440)),
    ],
)
def test_a_window_opens_when_the_vocabulary_says_or_at_nine_and_closes_by_midnight(window: Window, week: Week) -> None:
    assert week_of(window, built_in_vocabulary()) == week
    assert week.opens + week.minutes <= 1440


def test_the_event_of_a_clock_is_kept(workspace: LayOut) -> None:
    fact = one(workspace, "{promise: response, at_most: $term, clock: {kind: natural, from: arrival}}")
    assert fact.start == "arrival"


def test_choices_counts_and_other_values_are_read_by_their_dimension(workspace: LayOut) -> None:
    promises, findings = made(
        workspace,
        "{promise: dispute, is: court}",
        "{promise: availability, at_least: 99.9%}",
        "{promise: inspection_freq, at_least: 每月1次}",
        "{promise: service_window, is: $open}",
        "{promise: warranty_expiry, is: 2029-12-31}",
        "{promise: doc_support, is: 竣工图}",
    )
    assert findings == []
    assert [f"{type(fact.quantity).__name__} {fact.quantity}" for fact in promises] == [
        "Choice 向人民法院起诉", "Percent 99.9%", "Frequency 每月1次", "Window 7×12", "Date 2029年12月31日",
        "Words 竣工图",
    ]  # fmt: skip
    assert [fact.commitment for fact in promises] == [0, 1, 2, 3, 4, 5]


def test_promises_come_in_the_order_of_the_bids_clauses(workspace: LayOut) -> None:
    answer = (
        "# clauses/hotline/answer.yaml\nid: hotline.answer\ntitle: 接听\nstatus: approved\nowner: service\n"
        "review_by: 2027-10-01\ntext: 甲。\ncommitments: [{promise: hotline_answer, at_most: 30秒}]\n"
        "# clauses/profiles/basic.yaml\nid: basic\ntitle: 铜\nclauses: [hotline.answer, hotline.window]\n"
    )
    promises, _ = made(workspace, "{promise: response, at_most: $term}", more=answer)
    assert [(fact.clause, fact.dimension) for fact in promises] == [
        ("hotline.answer", "hotline_answer"), ("hotline.window", "response"),
    ]  # fmt: skip


def test_promises_of_clauses_that_the_bid_lacks_are_no_facts(workspace: LayOut) -> None:
    more = (
        "# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nclauses: {drop: [hotline.window]}\n"
    )
    assert made(workspace, "{promise: response, at_most: $term}", more=more) == ((), [])


def test_a_row_may_be_named_as_people_name_it_but_only_once(workspace: LayOut) -> None:
    commitment = "{promise: response, each: limit, scope: {severity: $severity}, at_most: $within}"
    project = (
        "# projects/demo/project.yaml\nid: demo\ntitle: 例\nprofile: basic\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        "documents: [letter]\nvalues: {hotline.window.limit: {一级: {within: 1小时}}}\n"
    )
    promises, findings = made(workspace, commitment, more=project)
    assert findings == []
    assert next((fact.row, str(fact.quantity)) for fact in promises) == ("S1", "1小时")
    twice = project.replace("一级: {within: 1小时}", "一级: {within: 1小时}, 紧急: {within: 2小时}")
    _, findings = load(workspace(text(commitment) + twice))
    assert [(str(f.rule.id), str(f.message)) for f in findings if f.rule.id == "S103"] == [
        ("S103", "the row `S1` is given twice, here as `紧急`")
    ]

"""`prove`: over all that profiles, clauses and guardrails allow, a proof or the nearest clash."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.examine import examine
from gen.finding import Finding
from gen.library import load as load_workspace
from gen.message import speak
from gen.prove import prove
from gen.prove.choices import Choices, tried
from gen.workspace import Workspace
from tests.conftest import shipped
from tests.prove.library import CLOCK, chosen, clause, letter, load, profile, proved, told

ARRIVAL = f"promise: onsite_arrival, at_most: $arrival, {CLOCK}"
REPAIR = f"promise: resolution, at_most: $repair, {CLOCK}"
BASIC = profile("basic", ["hotline.window"])


def two(arrival: str, repair: str) -> str:
    """One clause with an arrival and a repair, each with a default and a guardrail."""
    params = [
        f"arrival: {{label: 到场时限, type: duration, {arrival}}}",
        f"repair: {{label: 修复时限, type: duration, {repair}}}",
    ]
    return clause("hotline.window", params, [ARRIVAL, REPAIR])


def test_guardrails_that_keep_their_distance_are_proved(tmp_path: Path) -> None:
    proof = proved(tmp_path, two("default: 4小时, allow: 2小时..8小时", "default: 12小时, allow: 8小时..24小时"), BASIC)
    assert proof.proved
    assert {rule.id: count for rule, count in proof.covered.classes}["C301"] == 1
    assert (proof.covered.profiles, proof.covered.values, proof.covered.optional) == (1, 2, 0)


def test_guardrails_that_overlap_give_the_nearest_clash(tmp_path: Path) -> None:
    proof = proved(tmp_path, two("default: 4小时, allow: 2小时..8小时", "default: 12小时, allow: 6小时..24小时"), BASIC)
    assert told(proof) == [
        (
            "C301",
            "on-site arrival within 8小时, but resolution within 6小时",
            "profile: basic\nvalues:\n  hotline.window.arrival: 8小时\n  hotline.window.repair: 6小时\n",
        )
    ]
    (clash,) = proof.clashes
    assert str(clash.finding.notes[0]) == (
        "choices that lead to it: profile `basic`, `hotline.window.arrival` = 8小时, `hotline.window.repair` = 6小时"
    )
    assert [str(help_) for help_ in clash.finding.helps] == ["narrow the guardrails, so that nobody can choose so"]
    assert [(str(label.span), label.span.text) for label in clash.finding.labels] == [
        ("projects/<bid>/project.yaml:4:27", "8小时"),
        ("projects/<bid>/project.yaml:5:26", "6小时"),
    ]


def test_of_two_ways_the_one_with_fewer_departures_is_told(tmp_path: Path) -> None:
    strict = profile("strict", ["hotline.window"], "{hotline.window.repair: 6小时}")
    text = two("default: 4小时, allow: 2小时..8小时", "default: 12小时, allow: 6小时..24小时")
    (clash,) = proved(tmp_path, text, BASIC, strict).clashes
    assert chosen(clash) == "profile: strict\nvalues:\n  hotline.window.arrival: 8小时\n"
    assert clash.choices.departures == 1


def test_a_profile_that_clashes_by_itself_comes_first(tmp_path: Path) -> None:
    other = clause(
        "hotline.answer",
        ["first: {label: 响应, type: duration, default: 1小时, allow: 1小时..3小时}",
         "second: {label: 答复, type: duration, default: 3小时}"],
        [f"promise: response, at_most: $first, {CLOCK}", f"promise: remote_diag, at_most: $second, {CLOCK}"],
    )  # fmt: skip
    wrong = profile("wrong", ["hotline.window"], "{hotline.window.arrival: 16小时}", extends="basic")
    text = two("default: 4小时", "default: 12小时")
    proof = proved(tmp_path, other, text, profile("basic", ["hotline.window", "hotline.answer"]), wrong)
    assert told(proof) == [("C301", "on-site arrival within 16小时, but resolution within 12小时", "profile: wrong\n")]
    assert str(proof.clashes[0].finding.notes[0]) == (
        "the plain profile `wrong` has it already, before anybody chooses anything"
    )


def test_a_clause_outside_the_profile_may_be_added_if_it_is_approved(tmp_path: Path) -> None:
    first = clause("hotline.window", ["arrival: {label: 到场, type: duration, default: 24小时}"], [ARRIVAL])
    params = ["repair: {label: 修复, type: duration, default: 8小时}"]
    proof = proved(tmp_path, first, clause("hotline.answer", params, [REPAIR]), BASIC)
    assert [yaml for _, _, yaml in told(proof)] == ["profile: basic\nclauses: {add: [hotline.answer]}\n"]
    draft = proved(tmp_path, first, clause("hotline.answer", params, [REPAIR], status="draft"), BASIC)
    assert draft.proved
    assert "clauses that are not approved: `hotline.answer`" in [str(message) for message in draft.left_out]


def test_values_that_need_approval_count_only_where_that_is_asked_for(tmp_path: Path) -> None:
    roles = "# clauses/vocabulary.yaml\nroles: {service-director: 服务总监}\n"
    text = two(
        "default: 4小时, allow: 2小时..8小时, approval: [{within: 8小时..12小时, by: service-director}]",
        "default: 12小时, allow: 10小时..24小时",
    )
    assert proved(tmp_path, roles, text, BASIC).proved
    (clash,) = proved(tmp_path, roles, text, BASIC, approvals=True).clashes
    assert chosen(clash) == (
        "profile: basic\nvalues:\n  hotline.window.arrival: 12小时\n  hotline.window.repair: 10小时\napprovals:\n"
        "  - {value: hotline.window.arrival, as: 12小时, by: service-director, on: 2026-01-01, reason: bidgen prove}\n"
    )
    assert "approved by 服务总监" in str(clash.finding.notes[0])


def test_days_are_counted_until_midnight(tmp_path: Path) -> None:
    proof = proved(tmp_path, two("default: 1日", "default: 30小时, allow: 24小时..30小时"), BASIC)
    assert [message for _, message, _ in told(proof)] == ["on-site arrival within 1日, but resolution within 30小时"]
    assert proved(tmp_path, two("default: 1日", "default: 48小时"), BASIC).proved
    assert proved(
        tmp_path, two("default: 12小时, allow: 12小时..24小时", "default: 24小时"), BASIC
    ).proved  # 1日 is none


def test_a_guardrail_from_hours_to_days_may_be_taken_either_way(tmp_path: Path) -> None:
    proof = proved(tmp_path, two("default: 12小时, allow: 12小时..2日", "default: 60小时"), BASIC)
    assert [yaml for _, _, yaml in told(proof)] == ["profile: basic\nvalues:\n  hotline.window.arrival: 2日\n"]
    assert proved(tmp_path, two("default: 12小时, allow: 12小时..48小时", "default: 60小时"), BASIC).proved


def test_working_time_is_compared_over_nights_weekends_and_holidays(tmp_path: Path) -> None:
    params = ["arrival: {label: 到场, type: duration, default: 2小时, allow: 1小时..4小时}",
              "repair: {label: 修复, type: duration, default: 240小时, allow: 72小时..240小时}",
              "hours: {label: 时段, type: window, default: 7×24, allow: [7×24, 5×8]}"]  # fmt: skip
    arrival = (
        "promise: onsite_arrival, at_most: $arrival, clock: {kind: working, from: report_received, window: $hours}"
    )
    proof = proved(tmp_path, clause("hotline.window", params, [arrival, REPAIR]), BASIC)
    (clash,) = proof.clashes
    assert clash.choices.departures == 2
    assert "hotline.window.hours: 5×8" in clash.yaml


def test_one_value_in_two_promises_cannot_clash_with_itself(tmp_path: Path) -> None:
    params = ["arrival: {label: 时限, type: duration, default: 4小时, allow: 2小时..8小时}"]
    same = [ARRIVAL, f"promise: resolution, at_most: $arrival, {CLOCK}"]
    assert proved(tmp_path, clause("hotline.window", params, same), BASIC).proved


def test_one_value_on_two_clocks_is_tried_out(tmp_path: Path) -> None:
    params = ["arrival: {label: 时限, type: duration, default: 4小时, allow: 2小时..8小时}"]
    working = "clock: {kind: working, from: report_received, window: 5×8}"
    later = clause("hotline.window", params, [f"promise: onsite_arrival, at_most: $arrival, {working}",
                                              f"promise: resolution, at_most: $arrival, {CLOCK}"])  # fmt: skip
    assert [yaml for _, _, yaml in told(proved(tmp_path, later, BASIC))] == ["profile: basic\n"]
    sooner = clause("hotline.window", params, [ARRIVAL, f"promise: resolution, at_most: $arrival, {working}"])
    proof = proved(tmp_path, sooner, BASIC)
    assert not proof.clashes
    assert [str(one.reason) for one in proof.undecided] == [
        "one value counts on several clocks, and only as two values would they clash"
    ]


def test_the_rows_of_a_table_are_one_clash(tmp_path: Path) -> None:
    params = [
        "arrival: {label: 到场, type: table, key: severity, columns: {within: {label: 时限, type: duration}},"
        " default: {S1: 4小时, S2: 8小时}, allow: {S1: 2小时..6小时, S2: 8小时..12小时}}",
        "repair: {label: 修复, type: table, key: severity, columns: {within: {label: 时限, type: duration}},"
        " default: {S1: 5小时, S2: 10小时}}",
    ]
    scope = "scope: {severity: $severity}"
    rows = [f"promise: onsite_arrival, each: arrival, {scope}, at_most: $within, {CLOCK}",
            f"promise: resolution, each: repair, {scope}, at_most: $within, {CLOCK}"]  # fmt: skip
    text = clause("hotline.window", params, rows).replace(
        "承诺。", '承诺{{ arrival | table("一") }}{{ repair | table("二") }}。'
    )
    (clash,) = proved(tmp_path, text, BASIC).clashes
    assert (clash.cases, chosen(clash)) == (2, "profile: basic\nvalues:\n  hotline.window.arrival: {S1: 6小时}\n")
    assert "2 cases of these promises clash; this one is nearest to a plain profile" in map(str, clash.finding.notes)


def test_a_choice_that_says_where_a_promise_holds_is_walked_through(tmp_path: Path) -> None:
    params = [
        "arrival: {label: 到场, type: duration, default: 24小时}",
        "repair: {label: 修复, type: duration, default: 8小时}",
        "grade: {label: 级别, type: enum, values: {S1: 一级, S2: 二级}, default: S2, allow: [S1, S2]}",
    ]
    rows = [f"{ARRIVAL}, scope: {{severity: S1}}", f"{REPAIR}, scope: {{severity: $grade}}"]
    assert [yaml for _, _, yaml in told(proved(tmp_path, clause("hotline.window", params, rows), BASIC))] == [
        "profile: basic\nvalues:\n  hotline.window.grade: S1\n"
    ]


def test_two_values_and_a_declared_exception(tmp_path: Path) -> None:
    one = clause("hotline.window", ["first: {label: 一, type: duration, default: 2小时, allow: 1小时..2小时}"],
                 [f"promise: response, at_most: $first, {CLOCK}"])  # fmt: skip
    params = ["second: {label: 二, type: duration, default: 2小时}"]
    other = clause("hotline.answer", params, [f"promise: response, at_most: $second, {CLOCK}"])
    both = profile("basic", ["hotline.window", "hotline.answer"])
    assert told(proved(tmp_path, one, other, both)) == [
        (
            "C101",
            "response is promised as 1小时 and as 2小时",
            "profile: basic\nvalues:\n  hotline.window.first: 1小时\n",
        )
    ]
    excepted = [f"promise: response, at_most: $second, overrides: [hotline.window], {CLOCK}"]
    assert proved(tmp_path, one, clause("hotline.answer", params, excepted), both).proved


GENERAL = [
    "arrival: {label: 到场, type: duration, default: 8小时}",
    "repair: {label: 修复, type: duration, default: 4小时}",
]
GRAVE = "scope: {severity: S1}"
SPECIAL = "special: {label: 一级到场, type: duration, default: 2小时}"
SPECIAL_ARRIVAL = f"promise: onsite_arrival, at_most: $special, {GRAVE}, {CLOCK}"


def test_a_special_promise_of_the_same_clause_decides_whatever_is_chosen(tmp_path: Path) -> None:
    rows = [ARRIVAL, f"{REPAIR}, {GRAVE}"]
    (clash,) = proved(tmp_path, clause("hotline.window", GENERAL, rows), BASIC).clashes
    assert chosen(clash) == "profile: basic\n"
    assert proved(tmp_path, clause("hotline.window", [*GENERAL, SPECIAL], [*rows, SPECIAL_ARRIVAL]), BASIC).proved


def test_a_special_promise_of_another_clause_may_be_dropped(tmp_path: Path) -> None:
    text = clause("hotline.window", GENERAL, [ARRIVAL, f"{REPAIR}, {GRAVE}"])
    text += clause("hotline.answer", [SPECIAL], [SPECIAL_ARRIVAL])
    (clash,) = proved(tmp_path, text, profile("basic", ["hotline.window", "hotline.answer"])).clashes
    assert chosen(clash) == "profile: basic\nclauses: {drop: [hotline.answer]}\n"
    assert str(clash.finding.notes[0]) == ("choices that lead to it: profile `basic`, clause `hotline.answer` dropped")


def test_a_document_that_prints_less_is_looked_at_by_itself(tmp_path: Path) -> None:
    """What both documents must print is sound; the plan alone lacks the special promise that makes it so."""
    text = clause("hotline.window", GENERAL, [ARRIVAL, f"{REPAIR}, {GRAVE}"])
    text += clause("hotline.answer", [SPECIAL], [SPECIAL_ARRIVAL])
    both = letter(text).replace(", optional=true", "")
    plan = letter(clause("hotline.window", GENERAL, [])).replace(", optional=true", "").replace("letter.md", "plan.md")
    plan = plan.replace("kind: letter\ntitle: 服务承诺书", "kind: plan\ntitle: 服务方案")
    basic = profile("basic", ["hotline.window"])
    assert proved(tmp_path / "one", text, both, basic).proved
    (clash,) = proved(tmp_path / "two", text, both, plan, basic).clashes
    assert clash.yaml == "profile: basic\ndocuments: [plan]\n"


def test_months_and_days_are_undecided_never_proved(tmp_path: Path) -> None:
    params = [
        "first: {label: 一, type: duration, default: 30日}",
        "second: {label: 二, type: duration, default: 1个月}",
    ]
    rows = ["promise: data_return, at_most: $first", "promise: data_return, at_most: $second"]
    proof = proved(tmp_path, clause("hotline.window", params, rows), BASIC)
    assert not proof.proved
    assert [(one.rule.id, one.about, str(one.reason)) for one in proof.undecided] == [
        ("C101", ("hotline.window.first", "hotline.window.second"),
         "the rule cannot compare such values: they have no common measure")
    ]  # fmt: skip


def test_a_chain_is_added_up_at_its_longest(tmp_path: Path) -> None:
    params = ["travel: {label: 到场, type: duration, default: 24小时, allow: 12小时..36小时}",
              "work: {label: 修复, type: duration, default: 12小时, allow: 12小时..24小时}",
              "whole: {label: 修复总时限, type: duration, default: 48小时}"]  # fmt: skip
    rows = [f"promise: onsite_arrival, at_most: $travel, {CLOCK}",
            "promise: resolution, at_most: $work, clock: {kind: natural, from: arrival}",
            f"promise: resolution, at_most: $whole, {CLOCK}"]  # fmt: skip
    (clash,) = proved(tmp_path, clause("hotline.window", params, rows), BASIC).clashes
    assert (clash.finding.rule.id, clash.choices.departures) == ("C303", 2)
    assert "hotline.window.travel: 36小时" in clash.yaml
    assert "hotline.window.work: 24小时" in clash.yaml


# -- relations -------------------------------------------------------------------------------------------------------

COPIES = ["total: {{label: 总, type: count, unit: 份, default: 4份{total}}}",
          "ours: {{label: 我, type: count, unit: 份, default: 2份{ours}}}",
          "theirs: {{label: 你, type: count, unit: 份, default: 2份}}"]  # fmt: skip


def copies(relation: str, total: str = "", ours: str = "") -> str:
    params = [line.format(total=total, ours=ours) for line in COPIES]
    return clause("hotline.window", params, [], (relation,))


def test_a_sum_of_fixed_values_is_proved_and_one_of_free_values_is_not(tmp_path: Path) -> None:
    assert proved(tmp_path, copies("total == ours + theirs"), BASIC).proved
    assert told(proved(tmp_path, copies("total == ours + theirs", ours=", allow: 1份..3份"), BASIC))[0][::2] == (
        "C401", "profile: basic\nvalues:\n  hotline.window.ours: 1份\n",
    )  # fmt: skip


def test_whole_numbers_and_products_are_reckoned_exactly(tmp_path: Path) -> None:
    between = ", allow: 1份..2份"  # a number between 1 and 2 would break it, but there is no such count
    assert proved(tmp_path, copies("(ours - 1) * (ours - 2) >= 0 * ours * ours", ours=between), BASIC).proved
    params = ["pieces: {label: 件数, type: count, unit: 件, default: 3件, allow: 1件..7件}",
              "price: {label: 单价, type: money, default: 100元, allow: 100元..333.33元}",
              ]  # fmt: skip
    sums = [f"sum: {{label: 上限, type: money, default: {limit}}}" for limit in ("2333.31元", "2333.30元")]
    proofs = [
        proved(tmp_path, clause("hotline.window", [*params, sum_], [], ("pieces * price <= sum",)), BASIC)
        for sum_ in sums
    ]
    assert [told(proof) for proof in proofs] == [
        [],
        [("C401", "`pieces * price` is 2,333.31元, more than `sum`, 2,333.30元",
          "profile: basic\nvalues:\n  hotline.window.pieces: 7件\n  hotline.window.price: 333.33元\n")],
    ]  # fmt: skip


def test_a_relation_with_another_clause_holds_where_both_are_in_the_bid(tmp_path: Path) -> None:
    first = clause("hotline.window", ["term: {label: 质保期, type: duration, default: 1年, allow: 1年..3年}"], [])
    params = ["stay: {label: 驻场, type: duration, default: 6个月, allow: 6个月..24个月}"]
    second = clause("hotline.answer", params, [], ('stay <= param("hotline.window.term")',))
    assert told(proved(tmp_path, first, second, BASIC)) == [
        (
            "C401",
            '`stay` is 24个月, more than `param("hotline.window.term")`, 12个月',
            "profile: basic\nclauses: {add: [hotline.answer]}\nvalues:\n  hotline.answer.stay: 24个月\n",
        )
    ]


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ("max(levels.from) <= 100", "`min` and `max` are not reckoned with unknown values"),
        ("bands(levels.from, levels.to)", "ranges that join are compared row by row"),
    ],
)
def test_what_the_solver_is_not_asked_is_undecided(tmp_path: Path, relation: str, reason: str) -> None:
    params = [
        "levels: {label: 档, type: table, key: item,"
        " columns: {from: {label: 起, type: count, unit: 分}, to: {label: 止, type: count, unit: 分}},"
        " default: {甲: {from: 80分, to: 89分}, 乙: {from: 90分, to: 100分}}}"
    ]
    text = clause("hotline.window", params, [], (relation,)).replace("承诺。", '承诺{{ levels | table("档") }}。')
    proof = proved(tmp_path, text, BASIC)
    assert [str(one.reason) for one in proof.undecided] == [reason]


# -- the whole -------------------------------------------------------------------------------------------------------


def test_pasted_into_a_project_every_clash_fails_the_check(tmp_path: Path) -> None:
    """With the rule that it names, in the whole check of a workspace read from files."""
    text = two("default: 4小时, allow: 2小时..8小时", "default: 12小时, allow: 6小时..24小时")
    text += (
        copies("total == ours + theirs", ours=", allow: 1份..3份")
        .replace("hotline.window", "hotline.answer")
        .replace("hotline/window", "hotline/answer")
    )
    proof = proved(tmp_path, text, BASIC)
    assert [clash.finding.rule.id for clash in proof.clashes] == ["C301", "C401"]
    for clash in proof.clashes:
        assert clash.finding.rule.id in {finding.rule.id for finding in check_with(tmp_path, chosen(clash))}


def check_with(folder: Path, yaml: str) -> tuple[Finding, ...]:
    """What is found in the small workspace's bid with these lines in it."""
    project = folder / "projects/demo/project.yaml"
    kept = [line for line in project.read_text("utf-8").splitlines() if line.split(":")[0] in
            {"id", "title", "project", "customer", "documents"}]  # fmt: skip
    project.write_text("\n".join(kept) + "\n" + yaml, "utf-8")
    library, findings = load_workspace(Workspace(folder))
    assert not [finding for finding in findings if finding.rule.id[0] == "S"]
    return examine(library, library.bids["demo"]).findings


def test_no_time_proves_nothing(tmp_path: Path) -> None:
    library = load(tmp_path, two("default: 4小时, allow: 2小时..8小时", "default: 12小时, allow: 6小时..24小时"), BASIC)
    proof = prove(library, seconds=0)
    assert not proof.proved


def test_choices_are_read_like_a_file(tmp_path: Path) -> None:
    library = load(tmp_path, two("default: 4小时, allow: 2小时..8小时", "default: 12小时"), BASIC)
    quantity = library.clauses["hotline.window"].params["arrival"].allow["", ""].ranges[0].high
    package, facts = tried(Choices("basic", (), ((("hotline.window.arrival", ("", "")), quantity),)), library)
    assert [(fact.dimension, str(fact.quantity)) for fact in facts] == [
        ("onsite_arrival", "8小时"),
        ("resolution", "12小时"),
    ]
    assert package.bid.profile == "basic"


def test_the_shipped_library_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    proof = prove(shipped())
    assert [(clash.finding.rule.id, clash.yaml) for clash in proof.clashes] == []
    assert proof.undecided == ()
    assert proof.covered.profiles == 3


def test_a_clash_speaks_chinese(tmp_path: Path) -> None:
    (clash,) = proved(tmp_path, two("default: 16小时", "default: 12小时"), BASIC).clashes
    speak("zh_CN")
    assert "到场时限" in str(clash.finding.message)

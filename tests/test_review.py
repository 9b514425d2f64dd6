"""The review list: what no rule decides is asked, and every row of the catalogue is one or the other."""

from __future__ import annotations

from collections.abc import Callable

from gen.catalogue import ALL_RULES
from gen.examine import examine, load_checked
from gen.library.vocabulary import built_in_vocabulary
from gen.quantity.holidays import held
from gen.review import questions, rows
from gen.review.missing import MISSING
from gen.review.rows import KINDS
from gen.workspace import Workspace


def test_every_row_is_decided_by_a_rule_that_runs_or_asked_with_a_reason() -> None:
    known = {rule.id for rule in ALL_RULES}
    for name, row in rows().items():
        assert name.split("-")[0] in KINDS, name
        assert row.rules or row.ask, name
        assert set(row.rules) <= known, name
        assert row.rules or row.why, name


def test_what_a_question_hangs_on_is_there() -> None:
    dimensions = built_in_vocabulary().dimensions
    for name, row in rows().items():
        assert set(row.when) <= set(dimensions), name
        assert not row.lacks or row.lacks in MISSING, name
        assert row.ask or not (row.when or row.lacks), name


def asked(workspace: Workspace) -> dict[str, str]:
    library, _ = load_checked(workspace)
    return {each.row: str(each.text) for each in questions(examine(library, library.bids["demo"]).context)}


def test_a_question_about_a_kind_of_promise_is_asked_only_of_bids_that_make_it(
    workspace: Callable[[str], Workspace],
) -> None:
    without = set(asked(workspace("")))
    made = workspace(
        "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: service\n"
        "review_by: 2027-10-01\nparams:\n  a: {label: 甲, type: percent, default: 0.5%}\n"
        "commitments:\n  - {promise: liquidated_damages, at_least: $a}\ntext: 甲。\n"
    )
    more = set(asked(made)) - without
    assert {"LE-01", "LE-05"} <= more
    assert without <= set(asked(made))
    assert "DD-11" in without  # asked of every bid


def test_working_time_in_years_without_a_calendar_is_asked_about(workspace: Callable[[str], Workspace]) -> None:
    def clause(value: str) -> str:
        return (
            "# clauses/hotline/window.yaml\nid: hotline.window\ntitle: 题\nstatus: approved\nowner: service\n"
            f"review_by: 2027-10-01\nparams:\n  a: {{label: 甲, type: duration, default: {value}}}\n"
            "commitments:\n  - {promise: response, at_most: $a, clock: {kind: natural, from: report_received}}\n"
            "text: 甲。\n"
        )

    first, last = held()
    assert asked(workspace(clause("2个工作日")))["WD-04"] == (
        "working time, such as response within 2个工作日 (`hotline.window.a`), is compared over the holidays of"
        f" {first} to {last}: does the calendar of a later year change which deadline ends first?"
    )
    assert "WD-04" not in asked(workspace(clause("48小时")))

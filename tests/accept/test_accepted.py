"""accepted.yaml: findings that stand by their fingerprint, with who says so, why, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from tests.accept.conftest import CLAUSE, OVERDUE, UNREVIEWED, UNUSED, Check, Held, Hold

ENTRY = f"""\
# projects/demo/accepted.yaml
- fingerprint: {UNREVIEWED}
  rule: P303
  what: 条款逾期未复审
  reason: 本次沿用，复审排在下月
  by: 法务
  on: 2026-11-20
"""
LIBRARY_ENTRY = f"""\
# clauses/accepted.yaml
- fingerprint: {UNUSED}
  rule: unused-parameter
  reason: 正文待补
  by: 产品部
"""
P303 = (
    "clauses/profiles/basic.yaml:3:11 P303 the clause `hotline.window` (热线) was to be reviewed by 2026-10-01, "
    "before the bid opens on 2026-12-08"
)
R203 = "clauses/hotline/window.yaml:7:3 R203 the parameter `hotline.window.open` is used nowhere"
FILE = "projects/demo/accepted.yaml"
ACCEPTED = f"P303 at {FILE}:1:3: 本次沿用，复审排在下月 (法务)"
OTHER = """\
# projects/other/project.yaml
id: other
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""


def test_an_entry_accepts_the_finding_of_its_bid(held: Hold) -> None:
    assert held(OVERDUE) == Held([P303], [])
    assert held(OVERDUE + ENTRY) == Held([], [ACCEPTED])


def test_an_entry_of_one_bid_accepts_nothing_in_another(held: Hold) -> None:
    assert held(OVERDUE + ENTRY + OTHER) == Held([P303], [ACCEPTED])


def test_what_is_about_no_single_bid_is_accepted_with_the_library(held: Hold) -> None:
    assert held(CLAUSE + LIBRARY_ENTRY) == Held([], ["R203 at clauses/accepted.yaml:1:3: 正文待补 (产品部)"])


def test_the_file_is_no_clause_and_may_be_empty(held: Hold) -> None:
    for content in ("", "# nothing accepted\n", "[]\n"):
        assert held(f"# clauses/accepted.yaml\n{content}") == Held([], [])


# -- until -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("today", "stands"), [("2026-11-21", False), ("2026-11-22", False), ("2026-11-23", True)])
def test_an_acceptance_holds_until_the_end_of_its_last_day(held: Hold, today: str, stands: bool) -> None:
    result = held(OVERDUE + ENTRY + "  until: 2026-11-22\n", today=date.fromisoformat(today))
    if stands:
        expired = f"{FILE}:7:10 A105 the acceptance of `{UNREVIEWED}` ended on 2026-11-22"
        assert result == Held([P303, expired], [])
    else:
        assert result == Held([], [f"{ACCEPTED} until 2026-11-22"])


def test_one_that_has_ended_and_accepts_nothing_any_more_is_one_finding(held: Hold) -> None:
    assert [line.split()[1] for line in held(ENTRY + "  until: 2026-11-21\n").standing] == ["A105"]


# -- stale -----------------------------------------------------------------------------------------------------------

STALE = f"{FILE}:1:16 A106 nothing is found any more that has the fingerprint `{UNREVIEWED}`"


def test_an_entry_that_no_finding_has_any_more_is_stale(held: Hold) -> None:
    assert held(ENTRY) == Held([STALE], [])


def test_entries_of_bids_that_were_not_checked_are_not_judged(held: Hold) -> None:
    assert held(ENTRY + OTHER, "other") == Held([], [])
    assert held(ENTRY + OTHER, "demo") == Held([STALE], [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("# clauses/hotline/answer.yaml\nid: [\n", "S102"),
        ("# clauses/profiles/basic.yaml\nid: basic\n", "S107"),
        ("# projects/demo/project.yaml\nid: demo\n", "S107"),
        ("# templates/documents/letter.md\n# 服务\n", "S107"),
    ],
    ids=["clause", "profile", "bid", "outline"],
)
def test_nothing_is_stale_where_something_could_not_be_read(held: Hold, text: str, rule: str) -> None:
    assert {line.split()[1] for line in held(ENTRY + text).standing} == {rule}


def test_a_bid_that_cannot_be_read_leaves_the_entries_of_others_judged(held: Hold) -> None:
    standing = held(ENTRY + OTHER.replace("title: 示例", "title: [")).standing
    assert [line.split()[1] for line in standing] == ["S102", "A106"]


def test_the_entries_of_a_bid_that_is_gone_are_stale(held: Hold) -> None:
    assert held(ENTRY.replace("demo", "gone")).standing == [STALE.replace("demo", "gone")]


def test_a_fingerprint_that_is_misspelt_finds_its_finding(check: Check) -> None:
    found = check(OVERDUE + ENTRY.replace(UNREVIEWED, UNREVIEWED[:-1] + "0")).findings
    stale = next(finding for finding in found if finding.rule.id == "A106")
    assert [str(text) for text in stale.helps] == [f"did you mean `{UNREVIEWED}`?", "delete the entry"]
    assert [str(text) for text in stale.notes] == ["accepted by 法务: 本次沿用，复审排在下月"]


def test_an_entry_in_the_wrong_file_is_sent_to_the_right_one(check: Check) -> None:
    found = check(OVERDUE + ENTRY.replace("projects/demo", "clauses")).findings
    stale = next(finding for finding in found if finding.rule.id == "A106")
    assert str(stale.helps[0]) == "move the entry to `projects/demo/accepted.yaml`: there such a finding is accepted"


# -- entries that are unsound ----------------------------------------------------------------------------------------


def test_the_first_of_two_entries_for_one_finding_holds(held: Hold) -> None:
    second = "".join(ENTRY.splitlines(keepends=True)[1:]).replace("法务", "产品部")
    assert held(OVERDUE + ENTRY + second) == Held([f"{FILE}:7:16 A107 `{UNREVIEWED}` is accepted twice"], [ACCEPTED])


def test_an_entry_for_another_rule_holds_and_is_found(held: Hold) -> None:
    assert held(OVERDUE + ENTRY.replace("P303", "C301")) == Held(
        [f"{FILE}:2:9 A108 `{UNREVIEWED}` is a finding of P303 unreviewed-clause, not of C301"], [ACCEPTED]
    )


@pytest.mark.parametrize(
    ("lacking", "found"),
    [
        ("reason: 本次沿用，复审排在下月", "1:3 S107 `reason` is missing"),
        ("by: 法务", "1:3 S107 `by` is missing"),
        ("rule: P303", "1:3 S107 `rule` is missing"),
    ],
)
def test_an_entry_without_reason_or_name_accepts_nothing(held: Hold, lacking: str, found: str) -> None:
    assert sorted(held(OVERDUE + ENTRY.replace(f"  {lacking}\n", "")).standing) == sorted([P303, f"{FILE}:{found}"])


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ('reason: "  "', "4:11 A101 this acceptance has no reason"),
        ("reason: ……", "4:11 A101 this acceptance has no reason"),
        ("reason:", "4:10 S108 the value does not fit: a value is missing here"),
        ("reason: [a]", "4:11 S108 the value does not fit: one text is expected here, not a list or a mapping"),
    ],
)
def test_a_reason_that_says_nothing_is_none(held: Hold, written: str, found: str) -> None:
    text = OVERDUE + ENTRY.replace("reason: 本次沿用，复审排在下月", written)
    assert sorted(held(text).standing) == sorted([P303, f"{FILE}:{found}"])


@pytest.mark.parametrize("day", ["2026-02-30", "soon", "2026/11/22", "20261122"])
def test_a_day_that_is_none_is_found_at_its_place(held: Hold, day: str) -> None:
    standing = held(OVERDUE + ENTRY + f"  until: {day}\n").standing
    assert [line.split()[:2] for line in standing if FILE in line] == [[f"{FILE}:7:10", "S108"]]
    assert P303 in standing


def test_an_unknown_key_is_found_and_the_other_entries_hold(held: Hold) -> None:
    unsound = "- fingerprint: 0123456789ab\n  rule: C301\n  reason: 已商定\n  bye: 法务\n"
    assert held(OVERDUE + ENTRY + unsound) == Held([f"{FILE}:10:3 S106 `bye` is not known here"], [ACCEPTED])


def test_a_file_that_is_no_list_is_found(held: Hold) -> None:
    text = OVERDUE + ENTRY.replace("- fingerprint", "  fingerprint")
    expected = f"{FILE}:1:3 S108 the value does not fit: a list is expected here"
    assert sorted(held(text).standing) == sorted([P303, expected])


def test_broken_yaml_accepts_nothing_and_is_one_finding(held: Hold) -> None:
    assert {line.split()[1] for line in held(OVERDUE + ENTRY + "x: [\n").standing} == {"S102", "P303"}


def test_findings_about_an_entry_are_about_its_bid(check: Check) -> None:
    found = check(ENTRY + "- {}\n").findings
    assert {(finding.rule.id, finding.bid) for finding in found} == {("A106", "demo"), ("S107", "demo")}

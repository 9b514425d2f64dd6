"""The findings that an old library has, let stand so that only new ones count."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.accept import Seen, known_among, read_baseline, recorded
from gen.finding import Finding, found
from gen.message import M
from gen.rule import Rule, Severity
from gen.source import Source
from tests.accept.conftest import CLAUSE, OVERDUE, UNREVIEWED, UNUSED, Check, lines
from tests.conftest import TODAY

RULE = Rule("C101", "two-values", Severity.ERROR, "Two values.")
ALL = Seen(library=True, unseen=frozenset())
SOURCE = Source("clauses/a.yaml", "a: 1\nb: 2\n")


def finding(name: str, bid: str | None = None, line: int = 1) -> Finding:
    return found(RULE, M("`{name}` has two values", name=name), SOURCE.whole_line(line), key=(name,), bid=bid)


def baseline(folder: Path, text: str) -> Path:
    (folder / "known.yaml").write_text(text, "utf-8")
    return folder / "known.yaml"


def read(folder: Path, text: str) -> tuple:  # type: ignore[type-arg]
    known, problems = read_baseline(baseline(folder, text), "known.yaml")
    assert problems == ()
    return known or ()


def test_a_baseline_is_sorted_with_a_block_of_lines_an_entry_and_no_line_numbers() -> None:
    text = recorded([finding("b", "demo"), finding("a"), finding("c", "campus")], (), ALL, TODAY)
    assert text == (
        f"- fingerprint: {finding('a').fingerprint}\n"
        "  rule: C101\n"
        "  on: 2026-11-22\n"
        '  what: "`a` has two values"\n'
        f"- fingerprint: {finding('c', 'campus').fingerprint}\n"
        "  rule: C101\n"
        "  bid: campus\n"
        "  on: 2026-11-22\n"
        '  what: "`c` has two values"\n'
        f"- fingerprint: {finding('b', 'demo').fingerprint}\n"
        "  rule: C101\n"
        "  bid: demo\n"
        "  on: 2026-11-22\n"
        '  what: "`b` has two values"\n'
    )


def test_a_baseline_of_nothing_is_an_empty_list() -> None:
    assert recorded([], (), ALL, TODAY) == "[]\n"


def test_whatever_was_found_is_read_back(check: Check, tmp_path: Path) -> None:
    now = check(CLAUSE + OVERDUE.replace("window", "answer"))
    known = read(tmp_path, recorded(now.findings, (), now.seen, TODAY))
    held, stale = known_among(now.findings, known, now.seen)
    assert (lines(held).standing, stale) == ([], ())


def test_what_a_message_quotes_cannot_break_the_file(tmp_path: Path) -> None:
    nasty = 'a: "b"\n- c \x1b[2J # 甲\u2028乙 \\ {[&*!|>'
    known = read(tmp_path, recorded([finding(nasty)], (), ALL, TODAY))
    assert [entry.what for entry in known] == ['`a: "b" - c [2J # 甲乙 \\ {[&*!|>` has two values']


def test_findings_of_a_baseline_are_accepted_and_new_ones_stand(tmp_path: Path) -> None:
    known = read(tmp_path, recorded([finding("a")], (), ALL, TODAY))
    held, stale = known_among([finding("a"), finding("b")], known, ALL)
    assert lines(held).accepted == ["C101 at known.yaml:1:3: baseline of 2026-11-22"]
    assert lines(held).standing == ["clauses/a.yaml:1:1 C101 `b` has two values"]
    assert stale == ()


def test_an_entry_holds_for_its_own_bid_only(tmp_path: Path) -> None:
    entry = f"- fingerprint: {finding('a', 'demo').fingerprint}\n  rule: C101\n  bid: demo\n  on: 2026-11-22\n"
    held, _ = known_among([finding("a", "demo"), finding("a", "other")], read(tmp_path, entry), ALL)
    assert [finding.accepted is not None for finding in held] == [True, False]


def test_findings_with_one_fingerprint_are_counted(tmp_path: Path) -> None:
    twice = [finding("a", line=1), finding("a", line=2)]
    text = recorded(twice, (), ALL, TODAY)
    assert "  count: 2\n" in text
    held, stale = known_among(twice, read(tmp_path, text), ALL)
    assert (len(lines(held).accepted), stale) == (2, ())
    held, _ = known_among(twice, read(tmp_path, text.replace("  count: 2\n", "")), ALL)
    assert lines(held).standing == ["clauses/a.yaml:2:1 C101 `a` has two values"]
    _, stale = known_among(twice[:1], read(tmp_path, text), ALL)
    assert lines(stale).standing == [
        f"known.yaml:1:16 A109 1 of the 2 findings `{finding('a').fingerprint}` of the baseline are gone"
    ]


def test_an_entry_that_is_needed_no_more_is_a_hint(tmp_path: Path) -> None:
    known = read(tmp_path, recorded([finding("a", "demo")], (), ALL, TODAY))
    _, (stale,) = known_among([], known, ALL)
    assert lines([stale]).standing == [
        f"known.yaml:1:16 A109 the finding `{finding('a', 'demo').fingerprint}` of the baseline is gone"
    ]
    assert (stale.severity, stale.bid) == (Severity.HINT, "demo")
    assert [str(text) for text in stale.helps] == [
        "write the baseline anew: `bidgen check --write-baseline known.yaml`"
    ]


def test_entries_of_bids_that_were_not_examined_are_not_judged_and_stay(tmp_path: Path) -> None:
    known = read(tmp_path, recorded([finding("a", "demo"), finding("b")], (), ALL, TODAY))
    part = Seen(library=True, unseen=frozenset({"demo"}))
    _, stale = known_among([finding("b")], known, part)
    assert stale == ()
    assert recorded([finding("b")], known, part, TODAY) == recorded(
        [finding("b"), finding("a", "demo")], (), ALL, TODAY
    )
    assert recorded([finding("b")], known, ALL, TODAY) == recorded([finding("b")], (), ALL, TODAY)


def test_entries_keep_their_day_and_words_when_the_baseline_is_renewed(tmp_path: Path) -> None:
    former = recorded([finding("a")], (), ALL, TODAY).replace("2026-11-22", "2025-01-01").replace("two", "2")
    renewed = recorded([finding("a"), finding("b")], read(tmp_path, former), ALL, TODAY)
    assert former in renewed
    assert renewed.count("2026-11-22") == 1


def test_what_somebody_has_accepted_is_not_recorded(check: Check) -> None:
    accepted = f"# clauses/accepted.yaml\n- fingerprint: {UNUSED}\n  rule: R203\n  reason: 正文待补\n  by: 产品部\n"
    now = check(CLAUSE + accepted)
    assert recorded(now.findings, (), now.seen, TODAY) == "[]\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {}\n", "known.yaml:1:3 S107 `fingerprint` is missing"),
        (f"- fingerprint: {UNREVIEWED}\n  rule: P303\n", "known.yaml:1:3 S107 `on` is missing"),
        ("a: 1\n", "known.yaml:1:1 S108 the value does not fit: a list is expected here"),
        ("[\n", "known.yaml:2:1 S102 this is not YAML: did not find expected node content"),
        (
            f"- {{fingerprint: {UNREVIEWED}, rule: P303, on: 2026-11-22, count: x}}\n",
            "known.yaml:1:66 S108 the value does not fit: a whole number of at most 6 digits is expected here",
        ),
    ],
)
def test_what_is_wrong_with_a_baseline_is_found_at_its_place(tmp_path: Path, text: str, problem: str) -> None:
    known, problems = read_baseline(baseline(tmp_path, text), "known.yaml")
    assert known == ()
    assert problem in lines(problems).standing


def test_a_baseline_that_is_no_text_is_found(tmp_path: Path) -> None:
    file = baseline(tmp_path, "")
    file.write_bytes(b"\xff\xfe")
    _, problems = read_baseline(file, "../known.yaml")
    assert lines(problems).standing == ["../known.yaml:1:1 S101 the file is not UTF-8 text: line 1 holds the byte 0xff"]


def test_a_baseline_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "nix.yaml", "nix.yaml") == (None, ())
    assert read_baseline(tmp_path, ".") == (None, ())

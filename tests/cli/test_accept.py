"""`bidgen accept`, and how `check` and `build` live with what is accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accept.conftest import UNREVIEWED, UNUSED
from tests.accept.repository import alone, commit
from tests.accept.repository import run as in_git
from tests.cli.conftest import Ran, Run

CLAUSE = "clauses/hotline/window.yaml"
PROJECT = "projects/demo/accepted.yaml"
HEAD = "# yaml-language-server: $schema=../../docs/schema/accepted.json\n"
WHAT = "the clause `hotline.window` (热线) was to be reviewed by 2026-10-01, before the bid opens on 2026-12-08"
ENTRY = f"""\
- fingerprint: {UNREVIEWED}
  rule: P303
  what: "{WHAT}"
  reason: "沿用，复审排在下月"
  by: 法务
  on: 2026-11-22
"""
WHY = ("--reason", "沿用，复审排在下月", "--by", "法务")
SUM = "in 2 clauses, 1 bid, 1 document\n"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    alone(monkeypatch, tmp_path)
    monkeypatch.setenv("BIDGEN_TODAY", "2026-11-22")


def change(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def overdue(here: Path) -> Path:
    """The small workspace with one finding about its bid: P303."""
    change(here, CLAUSE, "2027-10-01", "2026-10-01")
    return here


@pytest.fixture
def unused(here: Path) -> Path:
    """The small workspace with one finding about the library: R203."""
    change(here, CLAUSE, "text:", "params:\n  open: {label: 时段, type: window, default: 7×24}\ntext:")
    return here


# -- recording -------------------------------------------------------------------------------------------------------


def test_a_finding_is_recorded_with_its_bid_and_stands_from_then_on(overdue: Path, run: Run) -> None:
    assert run("check").status == 1
    assert run("accept", UNREVIEWED, *WHY) == Ran(0, f"{PROJECT}\n", "")
    assert (overdue / PROJECT).read_text("utf-8") == HEAD + ENTRY
    assert run("check") == Ran(0, "", f"1 accepted {SUM}")


def test_a_finding_about_no_single_bid_is_recorded_with_the_library(unused: Path, run: Run) -> None:
    ran = run("accept", UNUSED, *WHY, "--until", "2026-12-31", "--on", "2026-11-20")
    assert ran == Ran(0, "clauses/accepted.yaml\n", "")
    assert (unused / "clauses/accepted.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../docs/schema/accepted.json\n"
        f"- fingerprint: {UNUSED}\n"
        "  rule: R203\n"
        '  what: "the parameter `hotline.window.open` is used nowhere"\n'
        '  reason: "沿用，复审排在下月"\n'
        "  by: 法务\n"
        "  on: 2026-11-20\n"
        "  until: 2026-12-31\n"
    )
    assert run("check") == Ran(0, "", f"1 accepted {SUM}")


def test_several_are_recorded_at_once_each_in_its_file(overdue: Path, unused: Path, run: Run) -> None:
    ran = run("accept", UNUSED, UNREVIEWED, UNUSED.upper(), *WHY)
    assert ran == Ran(0, f"clauses/accepted.yaml\n{PROJECT}\n", "")
    assert run("check") == Ran(0, "", f"2 accepted {SUM}")


FORMER = """\
# what we let stand
  - fingerprint: 0123456789ab   # old
    rule: C301
    reason: 已与采购人商定
    by: 产品部
  # the end"""


def test_what_stands_in_the_file_stays_as_it_is(overdue: Path, run: Run) -> None:
    (overdue / PROJECT).write_text(FORMER, "utf-8")
    assert run("accept", UNREVIEWED, *WHY).status == 0
    indented = "".join(f"  {line}\n" for line in ENTRY.splitlines())
    assert (overdue / PROJECT).read_text("utf-8") == f"{FORMER}\n{indented}"


def test_line_ends_and_byte_order_marks_of_windows_stay(overdue: Path, run: Run) -> None:
    former = ("\ufeff" + FORMER + "\n").replace("\n", "\r\n").encode()
    (overdue / PROJECT).write_bytes(former)
    assert run("accept", UNREVIEWED, *WHY).status == 0
    written = (overdue / PROJECT).read_bytes()
    assert written.startswith(former)
    assert written.count(b"\n") == written.count(b"\r\n") == 12
    assert run("check", "--show", "error") == Ran(0, "", f"1 warning, 1 accepted {SUM}")


@pytest.mark.parametrize(
    "former", ["a: 1\n", "[\n", "- {}\n", "- {fingerprint: a, rule: b, reason: c, by: d}\n...\n", "[{}]\n"]
)
def test_a_file_that_cannot_be_added_to_is_left_alone(overdue: Path, run: Run, former: str) -> None:
    (overdue / PROJECT).write_text(former, "utf-8")
    assert run("accept", UNREVIEWED, *WHY) == Ran(
        2, "", f"bidgen: nothing can be added to {PROJECT}: mend it first, as a list with a block of lines an entry\n"
    )
    assert (overdue / PROJECT).read_text("utf-8") == former


def test_a_file_that_is_a_link_out_of_the_workspace_is_left_alone(
    overdue: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "accepted.yaml"
    outside.write_text("", "utf-8")
    (overdue / PROJECT).symlink_to(outside)
    assert run("accept", UNREVIEWED, *WHY) == Ran(2, "", f"bidgen: `{PROJECT}` lies outside the workspace\n")
    assert outside.read_text("utf-8") == ""


@pytest.mark.parametrize("reason", ['a: "b" # c', "- x", "{甲}", "true", "\\", "甲\n乙", "é 😀", "'", "1e3", "@`"])
def test_any_reason_reads_back_as_it_was_given(overdue: Path, run: Run, reason: str) -> None:
    ran = run("accept", UNREVIEWED, "--reason", reason + " 已商定", "--by", "王: 法务")
    assert ran.status == 0
    accepted = json.loads(run("check", "--format", "json").out)["findings"][0]["accepted"]
    assert (accepted["reason"], accepted["by"]) == (" ".join(f"{reason} 已商定".split()), "王: 法务")


# -- refusing --------------------------------------------------------------------------------------------------------


def refused(run: Run, folder: Path, *arguments: str) -> str:
    """What a refusal says; nothing is written."""
    before = sorted(folder.rglob("*"))
    ran = run("accept", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert sorted(folder.rglob("*")) == before
    assert ran.err.startswith("bidgen: ")
    return ran.err.removeprefix("bidgen: ").rstrip("\n")


def test_a_fingerprint_that_no_finding_has_is_refused_and_the_nearest_offered(overdue: Path, run: Run) -> None:
    unknown = "nothing is found that has the fingerprint `{}`; {}"
    for name in (UNREVIEWED[:-1] + "0", UNREVIEWED[:6]):
        assert refused(run, overdue, name, *WHY) == unknown.format(name, f"did you mean `{UNREVIEWED}`?")
    assert refused(run, overdue, "zz", *WHY) == unknown.format("zz", f"known here: {UNREVIEWED}")


def test_where_nothing_is_found_nothing_is_offered(here: Path, run: Run) -> None:
    assert refused(run, here, "0123456789ab", *WHY) == "nothing is found that has the fingerprint `0123456789ab`"


def test_one_of_several_that_is_unknown_stops_them_all(overdue: Path, run: Run) -> None:
    assert refused(run, overdue, UNREVIEWED, "zz", *WHY).startswith("nothing is found that has the fingerprint `zz`")


def test_what_is_accepted_already_is_refused(overdue: Path, run: Run) -> None:
    run("accept", UNREVIEWED, *WHY)
    there = f"`{UNREVIEWED}` (P303 unreviewed-clause) has an entry already at {PROJECT}:2:3: change it there"
    assert refused(run, overdue, UNREVIEWED, *WHY) == there
    change(overdue, PROJECT, "on: 2026-11-22", "until: 2026-11-21")
    assert refused(run, overdue, UNREVIEWED, *WHY) == there


def test_what_a_comment_accepts_is_refused(overdue: Path, run: Run) -> None:
    change(overdue, CLAUSE, "2026-10-01", "2026-10-01 # bidgen: ignore P303 -- 复审排在下月")
    assert refused(run, overdue, UNREVIEWED, *WHY) == (
        f"`{UNREVIEWED}` (P303 unreviewed-clause) is accepted already at {CLAUSE}:5:23"
    )


def test_a_finding_about_an_acceptance_is_refused(overdue: Path, run: Run) -> None:
    change(overdue, CLAUSE, "热线\n", "热线  # bidgen: ignore P303\n")
    print_ = json.loads(run("check", "--format", "json").out)["findings"]
    fingerprint = next(finding["fingerprint"] for finding in print_ if finding["rule"] == "A101")
    assert refused(run, overdue, fingerprint, *WHY) == (
        f"`{fingerprint}` (A101 accepted-without-reason) is about an acceptance itself: mend it there"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--reason", "", "--by", "法务"),
            "--reason says nothing: whoever reads it next year must know why this may stand",
        ),
        (
            ("--reason", " … ", "--by", "法务"),
            "--reason says nothing: whoever reads it next year must know why this may stand",
        ),
        (("--reason", "甲\x07", "--by", "法务"), "--reason holds a character that no document may hold: U+0007"),
        (("--reason", "甲", "--by", "\u202e乙"), "--by holds a character that no document may hold: U+202E"),
        (("--reason", "甲", "--by", " "), "who says so? give --by NAME"),
        ((*WHY, "--until", "2026-11-21"), "--until 2026-11-21 has passed already"),
        ((*WHY, "--until", "soon"), "`soon` is not a date as year-month-day: 2026-12-08"),
        ((*WHY, "--on", "2026-02-30"), "`2026-02-30` is not a date as year-month-day: 2026-12-08"),
    ],
)
def test_an_answer_that_will_not_do_is_refused(overdue: Path, run: Run, options: tuple[str, ...], message: str) -> None:
    assert refused(run, overdue, UNREVIEWED, *options) == message


def test_the_name_that_git_has_is_taken_where_none_is_given(overdue: Path, run: Run) -> None:
    assert refused(run, overdue, UNREVIEWED, "--reason", "复审排在下月") == "who says so? give --by NAME"
    in_git(overdue, "init", "-q")
    in_git(overdue, "config", "user.name", "王法务")
    assert run("accept", UNREVIEWED, "--reason", "复审排在下月").status == 0
    assert "  by: 王法务\n" in (overdue / PROJECT).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"), [("BIDGEN_TODAY", "soon"), ("BIDGEN_TODAY", "2026-02-30"), ("SOURCE_DATE_EPOCH", "x")]
)
def test_a_day_of_the_environment_that_is_none_is_refused(
    overdue: Path, run: Run, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    monkeypatch.delenv("BIDGEN_TODAY")
    monkeypatch.setenv(name, text)
    assert refused(run, overdue, UNREVIEWED, *WHY) == f"{name} names no day: `{text}`"


def test_the_day_is_that_of_source_date_epoch_where_no_other_is_named(
    overdue: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BIDGEN_TODAY")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert run("accept", UNREVIEWED, *WHY).status == 0
    assert "  on: 2026-01-01\n" in (overdue / PROJECT).read_text("utf-8")


# -- living with it --------------------------------------------------------------------------------------------------


def test_accepted_findings_stay_in_what_machines_read(overdue: Path, run: Run) -> None:
    run("accept", UNREVIEWED, *WHY)
    [finding] = json.loads(run("check", "--format", "json").out)["findings"]
    assert finding["rule"] == "P303"
    assert finding["accepted"]["reason"] == "沿用，复审排在下月"


def test_the_text_shows_them_where_it_is_asked_to(overdue: Path, run: Run) -> None:
    run("accept", UNREVIEWED, *WHY)
    assert run("check").out == ""
    ran = run("check", "--show-accepted", "--fail-on", "hint")
    assert (ran.status, "P303" in ran.out, "沿用，复审排在下月" in ran.out) == (0, True, True)


def test_what_has_expired_fails_again(overdue: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("accept", UNREVIEWED, *WHY, "--until", "2026-12-31")
    assert run("check").status == 0
    monkeypatch.setenv("BIDGEN_TODAY", "2027-01-01")
    ran = run("check")
    assert (ran.status, ran.err) == (1, f"1 error, 1 warning {SUM}")


def test_an_accepted_finding_does_not_hinder_building_and_is_in_the_manifest(overdue: Path, run: Run) -> None:
    assert run("build", "--to", "docx").status == 1
    run("accept", UNREVIEWED, *WHY)
    ran = run("build", "--to", "docx")
    assert (ran.status, ran.err) == (0, "1 accepted in 2 files of 1 bid\n")
    manifest = json.loads((overdue / "projects/demo/out/manifest.json").read_text("utf-8"))
    assert manifest["accepted"] == [
        {
            "fingerprint": UNREVIEWED,
            "rule": "P303",
            "reason": "沿用，复审排在下月",
            "by": "法务",
            "until": "",
            "place": f"{PROJECT}:2:3",
        }
    ]


def test_what_could_not_be_read_may_stand_in_a_check_but_nothing_is_built_of_it(here: Path, run: Run) -> None:
    change(here, CLAUSE, "title: 热线", "title: 热线\n# bidgen: ignore S106 -- 下月改\nfoo: 1")
    assert run("check") == Ran(0, "", f"1 accepted {SUM}")
    ran = run("build", "--to", "docx")
    assert (ran.status, ran.err) == (1, "1 error in 0 files of 1 bid\n")
    assert "  = note: accepted for `bidgen check`; for documents it must be mended\n" in ran.out


# -- baseline --------------------------------------------------------------------------------------------------------


def test_a_baseline_lets_an_old_library_stand_and_new_findings_fail(overdue: Path, run: Run) -> None:
    assert run("check", "--write-baseline", "bidgen-baseline.yaml") == Ran(0, "", f"1 accepted {SUM}")
    assert (overdue / "bidgen-baseline.yaml").read_text("utf-8") == (
        f'- fingerprint: {UNREVIEWED}\n  rule: P303\n  bid: demo\n  on: 2026-11-22\n  what: "{WHAT}"\n'
    )
    assert run("check", "--baseline", "bidgen-baseline.yaml") == Ran(0, "", f"1 accepted {SUM}")
    assert run("check").status == 1
    change(overdue, "projects/demo/project.yaml", "title: 示例", "title: 示例\nnix: 1")
    ran = run("check", "--baseline", "bidgen-baseline.yaml")
    assert (ran.status, ran.err) == (1, f"1 error, 1 accepted {SUM}")


def test_what_is_mended_shrinks_the_baseline(overdue: Path, run: Run) -> None:
    run("check", "--write-baseline", "bidgen-baseline.yaml")
    change(overdue, CLAUSE, "2026-10-01", "2027-10-01")
    assert run("check", "--baseline", "bidgen-baseline.yaml") == Ran(
        0,
        f"""\
hint[A109 stale-baseline] the finding `{UNREVIEWED}` of the baseline is gone
  --> bidgen-baseline.yaml:1:16
   1 | - fingerprint: {UNREVIEWED}
     |                ------------
  = fix: write the baseline anew: `bidgen check --write-baseline bidgen-baseline.yaml`
  = bidgen explain A109

""",
        f"1 hint {SUM}",
    )
    assert run("check", "--write-baseline", "bidgen-baseline.yaml") == Ran(0, "", f"nothing found {SUM}")
    assert (overdue / "bidgen-baseline.yaml").read_text("utf-8") == "[]\n"


def test_a_baseline_that_is_not_there_is_one_line_and_status_2(overdue: Path, run: Run) -> None:
    ran = run("check", "--baseline", "nix.yaml")
    assert ran == Ran(2, "", "bidgen: there is no baseline nix.yaml; --write-baseline makes one\n")


def test_a_baseline_takes_the_place_of_no_other_file(overdue: Path, run: Run) -> None:
    for path in (CLAUSE, "projects/../clauses/company.yaml", "templates/documents/letter.md"):
        before = (overdue / path).read_bytes()
        assert run("check", "--write-baseline", path) == Ran(
            2, "", f"bidgen: {path} is there already and is no sound baseline; it stays as it is\n"
        )
        assert (overdue / path).read_bytes() == before


# -- since -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def committed(overdue: Path) -> Path:
    """The workspace with its one finding, committed."""
    in_git(overdue, "init", "-q", "-b", "main")
    commit(overdue, {})
    return overdue


def test_older_findings_are_counted_and_do_not_fail(committed: Path, run: Run) -> None:
    assert run("check", "--since", "HEAD") == Ran(
        0, "", "nothing found in 2 clauses, 1 bid, 1 document; 1 older finding not shown\n"
    )
    change(committed, CLAUSE, "title: 热线", "# 说明\n\ntitle: 服务热线")
    assert run("check", "--since", "main").status == 0


def test_a_new_finding_fails_and_is_the_only_one_shown(committed: Path, run: Run) -> None:
    change(committed, "clauses/hotline/answer.yaml", "2027-10-01", "2026-10-01")
    change(committed, "projects/demo/project.yaml", "documents:", "clauses: {add: [hotline.answer]}\ndocuments:")
    ran = run("check", "--since", "HEAD")
    assert (ran.status, ran.err) == (1, "1 error in 2 clauses, 1 bid, 1 document; 1 older finding not shown\n")
    assert "hotline.answer" in ran.out
    assert "hotline.window" not in ran.out


def test_what_was_mended_is_nothing_new(committed: Path, run: Run) -> None:
    change(committed, CLAUSE, "2026-10-01", "2027-10-01")
    assert run("check", "--since", "HEAD") == Ran(0, "", f"nothing found {SUM}")


def test_an_acceptance_that_is_taken_back_makes_its_finding_new(committed: Path, run: Run) -> None:
    run("accept", UNREVIEWED, *WHY)
    commit(committed, {})
    (committed / PROJECT).unlink()
    ran = run("check", "--since", "HEAD")
    assert (ran.status, ran.err) == (1, f"1 error {SUM}")


def test_a_workspace_that_was_not_there_yet_has_only_new_findings(overdue: Path, run: Run) -> None:
    in_git(overdue, "init", "-q")
    for file in ("README", "other/a.yaml"):
        (overdue / file).parent.mkdir(exist_ok=True)
        (overdue / file).write_text("x\n")
    in_git(overdue, "add", "README", "other")
    in_git(overdue, "commit", "-q", "-m", "x")
    ran = run("check", "--since", "HEAD")
    assert (ran.status, ran.err) == (1, f"1 error {SUM}")


def test_a_workspace_deeper_in_a_repository_is_compared_with_itself(
    overdue: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_git(overdue, "init", "-q")
    deeper = overdue / "bids/2026"
    deeper.mkdir(parents=True)
    for folder in ("clauses", "templates", "projects", "bidgen.toml"):
        (overdue / folder).rename(deeper / folder)
    commit(overdue, {"clauses/x.yaml": "id: [\n"})
    monkeypatch.chdir(deeper / "clauses")
    ran = run("check", "--since", "HEAD")
    assert (ran.status, ran.err) == (
        0, "nothing found in 2 clauses, 1 bid, 1 document; 1 older finding not shown\n"
    )  # fmt: skip


def test_only_the_bids_named_are_compared(committed: Path, run: Run) -> None:
    other = (committed / "projects/demo/project.yaml").read_text("utf-8").replace("id: demo", "id: other")
    (committed / "projects/other").mkdir()
    (committed / "projects/other/project.yaml").write_text(other, "utf-8")
    assert run("check", "--since", "HEAD", "other").status == 1
    assert run("check", "--since", "HEAD", "demo").status == 0
    commit(committed, {})
    assert run("check", "--since", "HEAD", "other").status == 0


def test_an_unknown_revision_is_one_line_and_status_2(committed: Path, run: Run) -> None:
    for name in ("nix", "HEAD~9", "--all"):
        assert run("check", f"--since={name}") == Ran(2, "", f"bidgen: git knows no revision `{name}`\n")


def test_without_a_repository_since_is_one_line_and_status_2(overdue: Path, run: Run) -> None:
    assert run("check", "--since", "HEAD") == Ran(
        2, "", f"bidgen: --since asks git, which knows no repository at {overdue}\n"
    )


def test_a_baseline_of_what_is_new_is_refused(overdue: Path, run: Run) -> None:
    assert run("check", "--since", "HEAD", "--write-baseline", "x.yaml") == Ran(
        2, "", "bidgen: a baseline records all that is found: leave --since out\n"
    )
    assert not (overdue / "x.yaml").exists()

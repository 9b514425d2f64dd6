"""`bidgen new`: a bid's file from options, or from answers on a terminal."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gen.library import load
from gen.workspace import Workspace
from tests.cli.conftest import Ran, Run, process
from tests.conftest import ROOT

ENOUGH = ("--project", "新校区网络", "--number", "N-1", "--submission", "2026-12-08", "--customer", "青石滩学院")
NEXT = "next: set values in it, then bidgen check {name} and bidgen build {name}\n"


def file(folder: Path, name: str = "campus") -> Path:
    return folder / "projects" / name / "project.yaml"


def test_all_answers_can_be_options(here: Path, run: Run) -> None:
    ran = run(
        "new", "campus", *ENOUGH, "--title", "校园网", "--profile", "basic", "--theme", "tender-default",
        "--document", "letter", "--lot", "第一包", "--site", "新校区", "--scope", "网络设备", "--address", "砚湖路1号",
        "--contact", "信息中心", "--phone", "010-0000 5678", "--postcode", "000102",
    )  # fmt: skip
    assert ran == Ran(0, "projects/campus/project.yaml\n", NEXT.format(name="campus"))
    assert file(here).read_text("utf-8") == (
        "# yaml-language-server: $schema=../../docs/schema/project.json\n"
        "id: campus\n"
        "title: 校园网\n"
        "profile: basic\n"
        "theme: tender-default\n"
        "project:\n"
        "  name: 新校区网络\n"
        "  number: N-1\n"
        "  submission: 2026-12-08\n"
        "  lot: 第一包\n"
        "  site: 新校区\n"
        "  scope: 网络设备\n"
        "customer:\n"
        "  name: 青石滩学院\n"
        "  address: 砚湖路1号\n"
        "  contact: 信息中心\n"
        "  phone: 010-0000 5678\n"
        "  postcode: 000102\n"
        "documents:\n"
        "  - letter\n"
        "values: {}\n"
    )
    assert run("check").err == "nothing found in 2 clauses, 2 bids, 2 documents\n"


def test_what_there_is_only_one_of_need_not_be_answered(here: Path, run: Run) -> None:
    assert run("new", "campus", *ENOUGH).status == 0
    assert "S110" not in run("check", "campus").out  # no two of one title


def test_answers_that_are_missing_are_listed_as_options_all_at_once(here: Path, run: Run) -> None:
    (here / "clauses/profiles/better.yaml").write_text("id: better\ntitle: 更好\nextends: basic\n", "utf-8")
    assert run("new") == Ran(
        2, "", "bidgen: not answered: NAME, --project, --number, --submission, --customer, --profile\n"
    )
    assert run("new", "campus", *ENOUGH[:4], "--customer", "  ") == Ran(
        2, "", "bidgen: not answered: --submission, --customer, --profile\n"
    )
    assert not file(here).parent.exists()


@pytest.mark.parametrize(
    "text",
    [
        "a: b", "- x", "#1", "x #1", '"甲"', "'甲'", "a\\b", "true", "no", "~", "null", "123", "1e3", "2026-12-08",
        "@x", "&x", "*x", "!x", "%x", "`x`", "{a: b}", "[a]", "a, b", "? x", "| x", "> x", "：", "（甲）", "甲　乙",
        "……", "...", "---", "é", "😀", "<b>", "{{ provider }}", "a" * 2000, "x:", ":x", "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_any_name_is_read_back_as_it_was_given(here: Path, run: Run, text: str) -> None:
    options = [text if option == "新校区网络" else option for option in ENOUGH]
    assert run("new", "campus", *options).status == 0
    library, findings = load(Workspace(here))
    assert findings == ()
    assert library.bids["campus"].project.name == text
    assert library.bids["campus"].title == text


def test_names_of_profiles_and_documents_are_quoted_as_well(here: Path, run: Run) -> None:
    (here / "clauses/profiles/a, b.yaml").write_text('id: "a, b"\ntitle: 甲\nextends: basic\n', "utf-8")
    assert run("new", "campus", *ENOUGH, "--profile", "a, b").status == 0
    assert run("check").status == 0


def test_spaces_around_an_answer_are_dropped(here: Path, run: Run) -> None:
    assert run("new", "campus", *ENOUGH, "--lot", "  第一包 ").status == 0
    assert "  lot: 第一包\n" in file(here).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [("a\x07b", "0007"), ("a\nb", "000A"), ("a\tb", "0009"), ("a\u2028b", "2028"), ("a\ue000b", "E000")],
)
@pytest.mark.parametrize("option", ["project", "title", "lot", "contact"])
def test_a_character_that_no_document_may_hold_is_refused(
    here: Path, run: Run, option: str, text: str, code: str
) -> None:
    ran = run("new", "campus", *ENOUGH, f"--{option}", text)
    assert ran == Ran(2, "", f"bidgen: --{option} holds a character that no document may hold: U+{code}\n")
    assert not file(here).exists()


def test_an_answer_that_is_no_text_is_refused(here: Path) -> None:
    ran = process("new", "campus", *ENOUGH, "--lot", b"\xff\xfe")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "bidgen: --lot holds a character that no document may hold: U+DCFF\n"


@pytest.mark.parametrize("date", ["2026-02-30", "8.12.2026", "soon", "2026-12-08 10:00"])
def test_a_day_that_is_none_is_refused(here: Path, run: Run, date: str) -> None:
    ran = run("new", "campus", *ENOUGH, "--submission", date)
    assert ran == Ran(2, "", f"bidgen: `{date}` is not a date as year-month-day: 2026-12-08\n")
    assert not file(here).exists()


def test_a_day_in_wide_digits_is_written_in_plain_ones(here: Path, run: Run) -> None:
    assert run("new", "campus", *ENOUGH, "--submission", "２０２６-１２-０８").status == 0
    assert "  submission: 2026-12-08\n" in file(here).read_text("utf-8")


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", "A", "校园", "x y", "-x", "x\n", "x.y", "a\\b"])
def test_a_short_name_that_could_be_anything_else_is_refused(here: Path, run: Run, name: str) -> None:
    before = sorted(here.rglob("*"))
    ran = run("new", *ENOUGH, "--", name)
    assert ran == Ran(2, "", f"bidgen: `{name}` is no short name: small letters, digits and hyphens\n")
    assert sorted(here.rglob("*")) == before


def test_a_bid_that_is_there_already_is_left_alone(here: Path, run: Run) -> None:
    before = file(here, "demo").read_bytes()
    assert run("new", "demo", *ENOUGH) == Ran(2, "", "bidgen: the bid `demo` is there already\n")
    assert file(here, "demo").read_bytes() == before


@pytest.mark.parametrize(
    ("option", "known"), [("--profile", "basic"), ("--theme", "tender-default"), ("--document", "letter")]
)
def test_a_choice_that_is_not_there_is_refused_with_those_that_are(
    here: Path, run: Run, option: str, known: str
) -> None:
    assert run("new", "campus", *ENOUGH, option, "nix") == Ran(2, "", f"bidgen: `nix` is none of {known}\n")
    assert not file(here).exists()


def test_a_file_is_written_whole_or_not_at_all(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    ran = run("new", "campus", *ENOUGH)
    assert ran == Ran(2, "", f"bidgen: {file(here)} cannot be written: No space left on device\n")
    assert list(file(here).parent.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_one_line_and_status_2(here: Path, run: Run) -> None:
    (here / "projects/campus").write_text("", "utf-8")
    assert run("new", "campus", *ENOUGH) == Ran(2, "", f"bidgen: {file(here)} cannot be written: File exists\n")


def answered(folder: Path, typed: str, *arguments: str) -> Ran:
    """Run `bidgen new` on a terminal at which all answers are typed beforehand."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    ran = subprocess.run(
        [sys.executable, "-m", "gen", "new", *arguments], cwd=folder, stdin=theirs, capture_output=True,
        encoding="utf-8", check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_on_a_terminal_it_asks_for_what_no_option_answers(here: Path) -> None:
    (here / "clauses/profiles/better.yaml").write_text("id: better\ntitle: 更好\nextends: basic\n", "utf-8")
    lines = [
        "campus",
        "新校区: 网络",
        "N-1",
        "2026-12-08",
        "青石滩学院",
        "better",
        "第一包",
        "",
        "",
        "",
        "信息中心",
        "",
        "",
    ]
    ran = answered(here, "\n".join(lines) + "\n")
    assert (ran.status, ran.out) == (0, "projects/campus/project.yaml\n")
    assert ran.err == (
        "short name of the bid (a-z, 0-9, -): "
        "name of the project, as the tender writes it: "
        "number of the tender: "
        "day on which bids are opened (2026-12-08): "
        "full name of the customer: "
        "service level (basic, better) [basic]: "
        "lot (empty for none): "
        "where the work is done: "
        "what is delivered, in one phrase: "
        "address of the customer: "
        "contact person or office: "
        "telephone: "
        "postcode: " + NEXT.format(name="campus")
    )
    assert file(here).read_text("utf-8").splitlines()[1:] == [
        "id: campus",
        'title: "新校区: 网络"',
        "profile: better",
        "theme: tender-default",
        "project:",
        '  name: "新校区: 网络"',
        "  number: N-1",
        "  submission: 2026-12-08",
        "  lot: 第一包",
        "customer:",
        "  name: 青石滩学院",
        "  contact: 信息中心",
        "documents:",
        "  - letter",
        "values: {}",
    ]


def test_on_a_terminal_options_are_not_asked_for_again(here: Path) -> None:
    rest = ("--lot=", "--site=", "--scope=", "--address=", "--contact=", "--phone=", "--postcode=")
    ran = answered(here, "", "campus", *ENOUGH, *rest)
    assert ran == Ran(0, "projects/campus/project.yaml\n", NEXT.format(name="campus"))


def test_an_answer_that_is_no_choice_is_asked_for_again(here: Path) -> None:
    (here / "clauses/profiles/better.yaml").write_text("id: better\ntitle: 更好\nextends: basic\n", "utf-8")
    ran = answered(here, "best\nbetter\n" + "\n" * 7, "campus", *ENOUGH)
    assert ran.status == 0
    assert "Error: 'best' is not one of 'basic', 'better'." in ran.err
    assert "profile: better\n" in file(here).read_text("utf-8")


def test_a_day_that_is_none_is_asked_for_again(here: Path) -> None:
    given = [answer for answer in ENOUGH if answer not in {"--submission", "2026-12-08"}]
    ran = answered(here, "2026-13-01\n2026-12-08\n" + "\n" * 7, "campus", *given)
    assert ran.status == 0
    assert "Error: `2026-13-01` is not a date as year-month-day: 2026-12-08" in ran.err
    assert "  submission: 2026-12-08\n" in file(here).read_text("utf-8")


def test_leaving_the_dialogue_writes_nothing(here: Path) -> None:
    ran = answered(here, "campus\n新校区\n\x04")
    assert (ran.status, ran.out) == (130, "")
    assert ran.err.endswith("interrupted; the last good documents are still in place\n")
    assert not file(here).parent.exists()


def test_unasked_a_bid_has_the_documents_that_every_fourth_bid_builds(here: Path, run: Run) -> None:
    for kind in ("plan", "list", "note"):
        outline = (here / "templates/documents/letter.md").read_text("utf-8")
        outline = outline.replace("kind: letter", f"kind: {kind}").replace("服务承诺书", kind)
        (here / f"templates/documents/{kind}.md").write_text(outline, "utf-8")
    demo = file(here, "demo").read_text("utf-8")
    for name, kinds in {"a": "plan, letter", "b": "letter", "c": "plan", "d": "list, plan"}.items():
        file(here, name).parent.mkdir()
        file(here, name).write_text(demo.replace("id: demo", f"id: {name}").replace("[letter]", f"[{kinds}]"), "utf-8")
    assert run("new", "campus", *ENOUGH).status == 0
    assert file(here).read_text("utf-8").endswith("documents:\n  - plan\n  - letter\nvalues: {}\n")


@pytest.mark.parametrize(
    ("theme", "kinds"),
    [("tender-default", ["commitment-letter", "service-plan", "support-agreement"]), ("blind", ["blind-plan"])],
)
def test_a_bid_of_the_shipped_library_has_documents_that_fit_its_theme(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, theme: str, kinds: list[str]
) -> None:
    run("init", str(tmp_path / "ours"))
    monkeypatch.chdir(tmp_path / "ours")
    option = () if theme == "tender-default" else ("--theme", theme)
    assert run("new", "campus", *ENOUGH, "--profile", "gold", *option).status == 0
    text = file(tmp_path / "ours").read_text("utf-8")
    assert f"\ntheme: {theme}\n" in text
    assert sorted(re.findall(r"^  - (.*)$", text.partition("documents:")[2], re.MULTILINE)) == sorted(kinds)
    assert "S110" not in run("check", "campus").out  # no two of one title

"""`bidgen check`, and what holds for every command: exit status, languages, streams."""

from __future__ import annotations

import json
import os
import pty
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from gen.check.permission import p303_unreviewed_clause
from gen.report import FORMATS
from gen.rule import Confidence
from tests.cli.conftest import Run, process
from tests.conftest import ROOT

CLAUSE = "clauses/hotline/window.yaml"
ONE_ERROR = """\
error[S106 unknown-key] `foo` is not known here
  --> clauses/hotline/window.yaml:8:1
   8 | foo: 1
     | ---
  = fix: known here: was, basis, params, commitments, relations, variants, instead_of, with
  = bidgen explain S106

"""


def append(folder: Path, file: str, text: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


@pytest.fixture
def unsound(here: Path) -> Path:
    """The small workspace with one error."""
    append(here, CLAUSE, "foo: 1\n")
    return here


@pytest.fixture
def doubtful(here: Path) -> Path:
    """The small workspace with one warning: a clause that no document prints."""
    (here / "clauses/hotline/extra.yaml").write_text(
        (here / CLAUSE).read_text("utf-8").replace("window", "extra"), "utf-8"
    )
    append(here, "projects/demo/project.yaml", "clauses: {add: [hotline.extra]}\n")
    return here


# -- check -----------------------------------------------------------------------------------------------------------


def test_a_sound_workspace_exits_with_0_and_prints_nothing_but_a_summary(here: Path, run: Run) -> None:
    ran = run("check")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "nothing found in 2 clauses, 1 bid, 1 document\n"


def test_findings_exit_with_1_and_go_to_standard_output(unsound: Path, run: Run) -> None:
    ran = run("check")
    assert (ran.status, ran.out) == (1, ONE_ERROR)
    assert ran.err == "1 error in 2 clauses, 1 bid, 1 document\n"


def test_where_nothing_can_be_read_the_status_is_2(here: Path, run: Run) -> None:
    for clause in here.glob("clauses/hotline/*.yaml"):
        clause.write_text("id: [\n", "utf-8")
    ran = run("check")
    assert ran.status == 2
    assert ran.out.count("error[S102 broken-yaml]") == 2
    assert ran.err == "2 errors in 0 clauses, 1 bid, 1 document\n"


@pytest.mark.parametrize("name", ["demo", "projects/demo", "projects/demo/"])
def test_a_bid_is_named_by_its_id_or_its_folder(here: Path, run: Run, name: str) -> None:
    assert run("check", name).status == 0


def test_a_workspace_is_found_from_any_folder_inside(unsound: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(unsound / "clauses/hotline")
    assert run("check").out == ONE_ERROR


@pytest.mark.parametrize("command", [["check"], ["build"], ["new", "x"], ["explain", "x"]])
def test_outside_a_workspace_there_is_one_line_and_status_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*command)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == ("bidgen: no bidgen.toml here or in a folder above; `bidgen init DIR` lays down a workspace\n")


@pytest.mark.parametrize("command", [["check", "nix"], ["build", "nix"], ["explain", "--bid", "nix", "x"]])
def test_an_unknown_bid_is_one_line_and_status_2(here: Path, run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert (ran.status, ran.out, ran.err) == (2, "", "bidgen: there is no bid `nix`; there are: demo\n")


@pytest.mark.parametrize("name", ["..", "../..", "", ".", "demo/../../x"])
def test_a_name_that_is_no_bid_is_refused(here: Path, run: Run, name: str) -> None:
    assert run("check", name).status == 2


def test_a_bid_that_is_there_but_cannot_be_read_is_a_finding_and_not_unknown(here: Path, run: Run) -> None:
    (here / "projects/demo/project.yaml").write_text("id: [\n", "utf-8")
    ran = run("check", "demo")
    assert ran.status == 1
    assert ran.out.startswith("error[S102 broken-yaml] ")


def test_only_the_bids_named_are_examined(here: Path, run: Run) -> None:
    demo = (here / "projects/demo/project.yaml").read_text("utf-8")
    (here / "projects/other").mkdir()
    (here / "projects/other/project.yaml").write_text(
        demo.replace("id: demo", "id: other") + "clauses: {drop: [hotline.window]}\n", "utf-8"
    )
    assert run("check", "demo").err == "nothing found in 2 clauses, 1 bid, 1 document\n"
    assert run("check", "other").err == "1 error in 2 clauses, 1 bid, 1 document\n"
    assert run("check").err == "1 error in 2 clauses, 2 bids, 2 documents\n"


def test_a_warning_fails_only_where_it_is_asked_to(doubtful: Path, run: Run) -> None:
    assert run("check").status == 0
    assert run("check", "--fail-on", "error").status == 0
    assert run("check", "--fail-on", "warning").status == 1
    assert run("check", "--fail-on", "hint").status == 1


def test_nothing_fails_where_nothing_is_to_fail(unsound: Path, run: Run) -> None:
    ran = run("check", "--fail-on", "never")
    assert (ran.status, ran.out) == (0, ONE_ERROR)
    assert ran.err == "1 error in 2 clauses, 1 bid, 1 document\n"


@pytest.mark.parametrize(
    ("confidence", "failing"),
    [
        (Confidence.LOW, ["low"]),
        (Confidence.MEDIUM, ["low", "medium"]),
        (Confidence.HIGH, ["low", "medium", "high"]),
    ],
)
def test_what_is_not_sure_enough_is_shown_and_counted_but_fails_only_where_it_is_asked_to(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, confidence: Confidence, failing: list[str]
) -> None:
    monkeypatch.setattr(p303_unreviewed_clause, "RULE", replace(p303_unreviewed_clause.RULE, confidence=confidence))
    clause = here / CLAUSE
    clause.write_text(clause.read_text("utf-8").replace("2027", "2026"), "utf-8")
    assert run("check").status == (0 if confidence is Confidence.LOW else 1)
    for least in ("low", "medium", "high"):
        ran = run("check", "--min-confidence", least)
        assert ran.out.startswith("error[P303 unreviewed-clause] ")
        assert ran.err == "1 error in 2 clauses, 1 bid, 1 document\n"
        assert ran.status == (1 if least in failing else 0)


def test_findings_below_what_is_shown_are_counted_all_the_same(doubtful: Path, run: Run) -> None:
    assert run("check").out.startswith("warning[R205 unprinted-clause] ")
    ran = run("check", "--show", "error", "--fail-on", "warning")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "1 warning in 3 clauses, 1 bid, 1 document\n"


def test_json_goes_to_a_file_and_text_to_standard_output_in_one_run(unsound: Path, run: Run) -> None:
    ran = run("check", "--format", "json=reports/findings.json", "--format", "text")
    assert (ran.status, ran.out) == (1, ONE_ERROR)
    assert [
        found["rule"] for found in json.loads((unsound / "reports/findings.json").read_text("utf-8"))["findings"]
    ] == ["S106"]
    assert [path.name for path in (unsound / "reports").iterdir()] == ["findings.json"]


def test_json_on_standard_output_is_json_and_nothing_else(unsound: Path, run: Run) -> None:
    ran = run("check", "--format=json")
    assert [found["rule"] for found in json.loads(ran.out)["findings"]] == ["S106"]
    assert ran.err == "1 error in 2 clauses, 1 bid, 1 document\n"


def test_json_of_a_sound_workspace_is_an_empty_list(here: Path, run: Run) -> None:
    assert json.loads(run("check", "--format", "json").out) == {"version": 1, "findings": []}


@pytest.mark.parametrize("form", ["xml", "", "=x", "JSON", "xml=report.xml"])
def test_an_unknown_format_is_one_line_and_status_2(here: Path, run: Run, form: str) -> None:
    ran = run("check", "--format", form)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"bidgen: there is no format `{form}`; there are: {', '.join(FORMATS)}\n"


def test_a_report_that_cannot_be_written_is_one_line_and_status_2(here: Path, run: Run) -> None:
    (here / "file").write_text("", "utf-8")
    ran = run("check", "--format", "json=file/report.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"bidgen: {here / 'file/report.json'} cannot be written: File exists\n"
    ran = run("check", "--format", "json=clauses")
    assert (ran.status, ran.err) == (2, f"bidgen: {here / 'clauses'} cannot be written: Is a directory\n")


def test_a_report_is_written_whole_or_the_former_one_stays(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "report.json").write_text("former", "utf-8")
    write = Path.write_bytes

    def half(path: Path, content: bytes) -> int:
        write(path, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    ran = run("check", "--format", "json=report.json")
    assert (ran.status, ran.err) == (2, f"bidgen: {here / 'report.json'} cannot be written: No space left on device\n")
    assert (here / "report.json").read_text("utf-8") == "former"
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_a_device_is_written_to_and_not_replaced(here: Path, run: Run) -> None:
    before = Path(os.devnull).stat()
    assert run("check", "--format", f"json={os.devnull}").status == 0
    assert Path(os.devnull).stat().st_rdev == before.st_rdev


def test_a_github_job_gets_annotations_and_all_findings_in_its_summary(
    unsound: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(unsound / "summary.md"))
    (unsound / "summary.md").write_text("another step\n", "utf-8")
    ran = run("check", "--format", "github")
    assert ran.out.startswith("::error file=clauses/hotline/window.yaml,line=8,")
    summary = (unsound / "summary.md").read_text("utf-8")
    assert summary.startswith("another step\n")
    assert "unknown-key" in summary


def test_two_runs_say_the_same(unsound: Path) -> None:
    append(unsound, "projects/demo/project.yaml", "bar: 1\nclauses: {add: [a.b, a.c], drop: [a.d]}\n")
    first = process("check", env={"PYTHONHASHSEED": "1"})
    second = process("check", env={"PYTHONHASHSEED": "2"})
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
    assert first.stdout.count("error[") == 5


# -- languages -------------------------------------------------------------------------------------------------------

ENGLISH = "nothing found in 2 clauses, 1 bid, 1 document\n"
CHINESE = "2个条款、1个投标项目、1份文档：没有发现问题\n"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "environment", "spoken"),
    [
        (["check"], {"BIDGEN_LANG": "en"}, ENGLISH),
        (["check"], {"BIDGEN_LANG": "zh_CN"}, CHINESE),
        (["check"], {"BIDGEN_LANG": "", "LANG": "zh_CN.UTF-8"}, CHINESE),
        (["check"], {"BIDGEN_LANG": "", "LANG": "de_DE.UTF-8"}, ENGLISH),
        (["check"], {"BIDGEN_LANG": "", "LC_ALL": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}, CHINESE),
        (["--lang", "zh_CN", "check"], {"BIDGEN_LANG": "en"}, CHINESE),
        (["check", "--lang", "zh_CN"], {"BIDGEN_LANG": "en"}, CHINESE),
        (["check", "--lang=en", "demo"], {"BIDGEN_LANG": "zh_CN"}, ENGLISH),
    ],
)
def test_the_language_is_taken_from_anywhere_on_the_line_or_else_from_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], spoken: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run(*arguments).err == spoken


@pytest.mark.parametrize("arguments", [["check", "--lang", "fr"], ["--lang=klingon", "check"], ["check", "--lang"]])
def test_an_unknown_language_is_refused(here: Path, run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].startswith("Error: Invalid value for '--lang': ")


def test_help_is_in_the_language_spoken_and_begins_with_what_the_command_is_for() -> None:
    english = process("check", "--help", "--lang=en").stdout
    assert english.startswith("Usage: bidgen check [OPTIONS] [BID]...\n\n  Check the library and the bids named")
    chinese = process("--lang=zh_CN", "check", "--help").stdout
    assert chinese.startswith("用法： bidgen check [OPTIONS] [BID]...\n\n  检查条款库")


# -- streams ---------------------------------------------------------------------------------------------------------


def test_there_are_no_colours_where_nobody_sees_them(unsound: Path) -> None:
    assert process("check").stdout == ONE_ERROR


def on_terminal(folder: Path, **environment: str) -> str:
    """What `bidgen check` prints on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "gen", "check"], cwd=folder, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment},
    ):  # fmt: skip
        os.close(theirs)
        printed = b""
        try:
            while piece := os.read(ours, 65536):
                printed += piece
        except OSError:  # Linux says so where the other end is closed
            pass
        os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def test_there_are_colours_on_a_terminal_unless_they_are_unwanted(unsound: Path) -> None:
    assert on_terminal(unsound).startswith("\x1b[31m\x1b[1merror[S106 unknown-key]\x1b[0m `foo` is not known here\n")
    wrapped = ONE_ERROR.replace(" instead_of, with\n", "\n    instead_of, with\n")  # 80 columns
    assert on_terminal(unsound, NO_COLOR="1") == wrapped


@pytest.mark.parametrize("arguments", [["rules"], ["check"], ["explain", "S106"], ["--help"]])
def test_a_reader_that_has_gone_is_no_traceback(unsound: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ran = process(*arguments, stdout=writer)
    os.close(writer)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "Exception" not in ran.stderr


def test_the_first_line_alone_can_be_asked_for(unsound: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m gen rules | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", env=environment, check=True)
    assert (ran.stdout, ran.stderr) == ("reading files\n", "")


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_traceback(unsound: Path, stream: str) -> None:
    command = f"exec {shlex.quote(sys.executable)} -m gen check {stream}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr


def test_standard_output_on_a_full_disk_is_one_line_and_status_2(unsound: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = process("check", stdout=full)
    assert (ran.returncode, ran.stderr) == (2, "bidgen: [Errno 28] No space left on device\n")


def test_a_current_folder_that_has_gone_is_one_line_and_status_2(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "cwd", gone)
    ran = run("check")
    assert (ran.status, ran.out, ran.err) == (2, "", "bidgen: [Errno 2] No such file or directory\n")


def test_what_a_terminal_would_obey_is_not_printed(here: Path, run: Run) -> None:
    append(here, CLAUSE, 'foo\x1b[2J: 1\n"bar\\x1b[31m": 1\n')
    out = run("check").out
    assert "\x1b" not in out
    assert "   8 | foo\N{REPLACEMENT CHARACTER}[2J: 1\n     |    -" in out


# -- the command line as a whole -------------------------------------------------------------------------------------


def test_the_commands_are_listed_with_what_each_is_for(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    commands = [line.split()[0] for line in ran.out.partition("Commands:\n")[2].splitlines() if line[2:3] > " "]
    assert commands == [
        "init", "new", "clauses", "fmt", "check", "prove", "accept", "review", "build", "obligations", "skin",
        "explain", "rules", "schema", "doctor",
    ]  # fmt: skip


def test_without_a_command_there_is_help_and_status_2(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: bidgen [OPTIONS] COMMAND [ARGS]...\n")


def test_the_version_is_told(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("bidgen, version ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chekc"], "Error: No such command 'chekc'."),
        (["check", "--nix"], "Error: No such option '--nix'."),
        (["check", "--fail-on", "nix"],
         "Error: Invalid value for '--fail-on': 'nix' is not one of 'hint', 'warning', 'error', 'never'."),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_and_has_status_2(here: Path, run: Run, arguments: list[str], words: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err

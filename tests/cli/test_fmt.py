"""`bidgen fmt`: files brought into order, or only looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

ANSWER = "clauses/hotline/answer.yaml"
CROOKED = """\
# about the file
title: '接听'   # what people call it
id: hotline.answer
owner: service
status: approved
review_by: 2027-10-01
text: "{{ provider }}接听来电。不转语音信箱。"
"""
STRAIGHT = """\
# about the file
id: hotline.answer
title: 接听  # what people call it
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}接听来电。
  不转语音信箱。
"""
DIFFERENCE = """\
--- clauses/hotline/answer.yaml
+++ clauses/hotline/answer.yaml
@@ -1,7 +1,9 @@
 # about the file
-title: '接听'   # what people call it
 id: hotline.answer
+title: 接听  # what people call it
+status: approved
 owner: service
-status: approved
 review_by: 2027-10-01
-text: "{{ provider }}接听来电。不转语音信箱。"
+text: |
+  {{ provider }}接听来电。
+  不转语音信箱。
"""


@pytest.fixture
def crooked(here: Path) -> Path:
    """The small workspace with one clause that is not in order."""
    (here / ANSWER).write_text(CROOKED, "utf-8")
    return here


def test_files_are_brought_into_order_and_named(crooked: Path, run: Run) -> None:
    assert run("fmt") == Ran(0, f"{ANSWER}\n", "1 file brought into order, 5 were in order\n")
    assert (crooked / ANSWER).read_text("utf-8") == STRAIGHT
    assert run("fmt") == Ran(0, "", "0 files brought into order, 6 were in order\n")


def test_check_writes_nothing_and_fails(crooked: Path, run: Run) -> None:
    assert run("fmt", "--check") == Ran(1, f"{ANSWER}\n", "1 file is not in order, 5 were in order\n")
    assert (crooked / ANSWER).read_text("utf-8") == CROOKED
    (crooked / ANSWER).write_text(STRAIGHT, "utf-8")
    assert run("fmt", "--check") == Ran(0, "", "0 files are not in order, 6 were in order\n")


def test_diff_prints_what_would_change(crooked: Path, run: Run) -> None:
    assert run("fmt", "--diff") == Ran(1, DIFFERENCE, "1 file is not in order, 5 were in order\n")
    assert (crooked / ANSWER).read_text("utf-8") == CROOKED


def test_it_speaks_chinese(crooked: Path, run: Run) -> None:
    assert run("--lang", "zh_CN", "fmt").err == "整理了 1 个文件、5 个无须整理\n"


@pytest.mark.parametrize("path", ["clauses/hotline", "clauses", ".", ANSWER, "clauses/../clauses/hotline/"])
def test_a_file_or_folder_can_be_named(crooked: Path, run: Run, path: str) -> None:
    assert run("fmt", path).out == f"{ANSWER}\n"


def test_paths_are_those_from_the_folder_one_stands_in(
    crooked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(crooked / "clauses/hotline")
    assert run("fmt", "answer.yaml") == Ran(0, f"{ANSWER}\n", "1 file brought into order, 0 were in order\n")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("clauses/nix.yaml", "there is no file `clauses/nix.yaml`"),
        ("..", "`..` lies outside the workspace"),
        ("bidgen.toml", "`bidgen.toml` holds no clause, profile, vocabulary, company, form or bid"),
        ("templates", "`templates` holds no clause, profile, vocabulary, company, form or bid"),
    ],
)
def test_what_cannot_be_brought_into_order_is_refused(crooked: Path, run: Run, path: str, said: str) -> None:
    assert run("fmt", path) == Ran(2, "", f"bidgen: {said}\n")
    assert (crooked / ANSWER).read_text("utf-8") == CROOKED


def test_a_file_with_an_error_is_found_and_left_alone_while_others_are_done(crooked: Path, run: Run) -> None:
    broken = crooked / "clauses/hotline/window.yaml"
    broken.write_text(broken.read_text("utf-8") + "texts: 甲\n", "utf-8")
    before = broken.read_bytes()
    ran = run("fmt")
    assert ran.status == 1
    assert "error[S106 unknown-key] `texts` is not known here\n  --> clauses/hotline/window.yaml:8:1\n" in ran.out
    assert ran.out.startswith(f"{ANSWER}\n")
    assert ran.err == "1 file brought into order, 4 were in order, 1 cannot be read and is left alone\n"
    assert broken.read_bytes() == before


def test_line_ends_of_windows_alone_are_no_disorder(crooked: Path, run: Run) -> None:
    (crooked / ANSWER).write_bytes(STRAIGHT.replace("\n", "\r\n").encode())
    assert run("fmt", "--check").status == 0
    (crooked / ANSWER).write_bytes(CROOKED.replace("\n", "\r\n").encode())
    assert run("fmt").status == 0
    assert (crooked / ANSWER).read_bytes() == STRAIGHT.encode()


@pytest.mark.skipif(os.name == "nt", reason="no permissions of this kind")
def test_a_file_keeps_its_permissions_and_a_link_stays_one(crooked: Path, run: Run) -> None:
    (crooked / ANSWER).chmod(0o640)
    (crooked / ANSWER).rename(crooked / "elsewhere.yaml")
    (crooked / ANSWER).symlink_to(crooked / "elsewhere.yaml")
    assert run("fmt").out == f"{ANSWER}\n"
    assert (crooked / ANSWER).is_symlink()
    assert (crooked / "elsewhere.yaml").read_text("utf-8") == STRAIGHT
    assert (crooked / "elsewhere.yaml").stat().st_mode & 0o777 == 0o640


def test_what_would_change_its_meaning_is_left_alone_and_said(
    crooked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gen.fmt.printed", lambda *_: STRAIGHT.replace("来电", "电话"))
    ran = run("fmt", ANSWER)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"bidgen: {ANSWER} is left as it is: brought into order it would say something else\n")
    assert (crooked / ANSWER).read_text("utf-8") == CROOKED

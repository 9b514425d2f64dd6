"""`bidgen skin`: a base document for Word, which documents are then written into."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

BASE = "templates/themes/tender-default/base.docx"


def test_a_skin_lies_beside_its_theme_and_documents_are_written_into_it(here: Path, run: Run) -> None:
    ran = run("skin")
    assert ran == Ran(0, f"{here / BASE}\n", "")
    assert run("build", "--to", "docx").status == 0
    built = here / "projects/demo/out/服务承诺书.docx"
    assert "服务承诺书" in zipfile.ZipFile(built).read("word/document.xml").decode()


def test_a_skin_that_somebody_has_worked_on_is_never_overwritten(here: Path, run: Run) -> None:
    (here / BASE).write_bytes(b"ours")
    ran = run("skin")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"bidgen: `{here / BASE}` is there already, and stays as it is\n"
    assert (here / BASE).read_bytes() == b"ours"


def test_a_theme_that_is_not_there_is_named_with_those_that_are(here: Path, run: Run) -> None:
    assert run("skin", "fancy").err == "bidgen: there is no theme `fancy`; there are: tender-default\n"


def test_a_file_that_is_no_word_document_is_refused_when_it_is_built_with(here: Path, run: Run) -> None:
    (here / BASE).write_bytes(b"ours")
    ran = run("build", "--to", "docx")
    assert ran.status == 1
    assert "error[B503 unusable-skin]" in ran.out
    assert not (here / "projects/demo/out").exists()


def test_an_empty_file_is_not_taken_for_none(here: Path, run: Run) -> None:
    (here / BASE).touch()
    ran = run("build", "--to", "docx")
    assert (ran.status, "error[B503 unusable-skin]" in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (os.mkdir, "it is a folder or a device, not a file"),
        (os.mkfifo, "it is a folder or a device, not a file"),
        (lambda file: file.symlink_to(file.name), "the file cannot be opened: Too many levels of symbolic links"),
    ],
    ids=["folder", "pipe", "link to itself"],
)
def test_what_lies_beside_a_theme_and_is_no_file_is_found(
    here: Path, run: Run, make: Callable[[Path], None], reason: str
) -> None:
    make(here / BASE)
    ran = run("build", "--to", "docx")
    assert (ran.status, f"error[S101 unreadable-file] {reason}\n  --> {BASE}:1:1" in ran.out) == (1, True)


def test_the_file_can_be_chosen(here: Path, run: Run, tmp_path: Path) -> None:
    assert run("skin", "--output", str(tmp_path / "ours.docx")).status == 0
    ran = run("build", "--to", "docx", "--skin", str(tmp_path / "ours.docx"))
    assert ran.status == 0
    assert run("skin", "--output", str(here / "nowhere/ours.docx")).status == 2

"""`bidgen init`: a workspace from which everything works, and no file of anybody's overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.starter import starter_files
from tests.cli.conftest import Ran, Run

FILES = sorted([name for name, _ in starter_files()] + [".gitignore"])
NEXT = "next: bidgen check, bidgen build first-bid, bidgen new\n"


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_workspace_is_sound_and_its_word_documents_can_be_built(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "新工作区"
    assert run("init", str(folder)) == Ran(0, "", f"{len(FILES)} files laid down in {folder}\n{NEXT}")
    assert below(folder) == FILES
    monkeypatch.chdir(folder)
    checked = run("check")
    assert (checked.status, checked.out) == (0, "")
    built = run("build", "--to", "docx")
    assert built.status == 0
    assert built.out == (
        "projects/campus-network/out/售后服务方案.docx\n"
        "projects/campus-network/out/服务承诺书.docx\n"
        "projects/campus-network/out/技术支持服务协议.docx\n"
        "projects/campus-network/out/manifest.json\n"
        "projects/first-bid/out/售后服务方案.docx\n"
        "projects/first-bid/out/服务承诺书.docx\n"
        "projects/first-bid/out/manifest.json\n"
        "projects/sealed-archive/out/售后服务技术方案.docx\n"
        "projects/sealed-archive/out/manifest.json\n"
    )


def test_what_is_laid_down_is_what_ships(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "new"))
    assert {
        "bidgen.toml",
        "clauses/company.yaml",
        "docs/schema/clause.json",
        "templates/documents/service-plan.md",
    } < set(FILES)
    for name, content in starter_files():
        assert (tmp_path / "new" / name).read_bytes() == content
    assert (tmp_path / "new/.gitignore").read_text("utf-8") == "projects/*/out/\n"


def test_built_documents_do_not_ship() -> None:
    assert [name for name in FILES if "/out/" in name] == []


def test_without_a_folder_it_is_laid_down_here(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init").err == f"{len(FILES)} files laid down in .\n{NEXT}"
    assert below(tmp_path) == FILES


def test_files_that_are_in_nobodys_way_stay(tmp_path: Path, run: Run) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / ".gitignore").write_text("*.bak\n", "utf-8")
    assert run("init", str(tmp_path)).status == 0
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"
    assert (tmp_path / ".gitignore").read_text("utf-8") == "*.bak\n"


def test_a_workspace_is_not_laid_down_over_another(tmp_path: Path, run: Run) -> None:
    (tmp_path / "bidgen.toml").write_text("", "utf-8")
    assert run("init", str(tmp_path)) == Ran(2, "", f"bidgen: {tmp_path} is a workspace already\n")
    assert below(tmp_path) == ["bidgen.toml"]


def test_a_file_that_stands_in_the_way_is_named_and_nothing_is_laid_down(tmp_path: Path, run: Run) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses/company.yaml").write_text("mine", "utf-8")
    ran = run("init", str(tmp_path))
    assert ran == Ran(
        2, "", f"bidgen: {tmp_path / 'clauses/company.yaml'} stands there already; choose an empty folder\n"
    )
    assert below(tmp_path) == ["clauses/company.yaml"]
    assert (tmp_path / "clauses/company.yaml").read_text("utf-8") == "mine"


def test_a_file_in_place_of_the_folder_is_one_line_and_status_2(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for folder, reason in ((tmp_path / "file", "File exists"), (tmp_path / "file/deep", "Not a directory")):
        assert run("init", str(folder)) == Ran(2, "", f"bidgen: {folder} cannot be written: {reason}\n")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "Ctrl-C"])
def test_where_it_cannot_be_finished_nothing_is_left(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    write, written = Path.write_bytes, 0

    def fails_in_the_end(path: Path, content: bytes) -> int:
        nonlocal written
        written += 1
        if written == len(FILES):
            write(path, content[:1])
            raise error
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", fails_in_the_end)
    ran = run("init", str(tmp_path))
    assert ran.status == (2 if isinstance(error, OSError) else 130)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]

"""Publishing: all files of a build stand in their folder, or the former ones do; nothing else is touched."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gen.finding import Finding
from gen.manifest import former_files
from gen.publish import publish

OLD = {"plan.docx": b"old plan", "letter.docx": b"old letter", "manifest.json": b"old manifest"}
NEW = {"plan.docx": b"new plan", "annex.docx": b"new annex", "manifest.json": b"new manifest"}
"""One file is replaced, one is made, one is no longer made."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with the documents of the last build and a file of somebody's own."""
    folder = tmp_path / "out"
    folder.mkdir()
    for name, content in OLD.items():
        (folder / name).write_bytes(content)
    (folder / "notes.txt").write_bytes(b"mine")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; a temporary folder left behind would be among them."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def words(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.rule.id} {finding.message}" for finding in findings]


def fails_at(number: int, operation: Callable[..., Any], error: BaseException) -> Callable[..., Any]:
    """The operation, but its n-th call raises."""
    calls = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return operation(*arguments, **named)

    return counted


FULL = OSError(28, "No space left on device")
OPEN_IN_WORD = PermissionError(13, "Permission denied")


def test_all_files_are_put_in_place_and_former_ones_removed(out: Path) -> None:
    assert publish(out, NEW, former=OLD) == (True, ())
    assert contents(out) == {**NEW, "notes.txt": b"mine"}


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert publish(tmp_path / "a/b", NEW) == (True, ())
    assert contents(tmp_path / "a/b") == NEW


def test_without_former_names_nothing_is_removed(out: Path) -> None:
    assert publish(out, NEW) == (True, ())
    assert contents(out) == {**OLD, **NEW, "notes.txt": b"mine"}


def test_publishing_the_same_files_twice_changes_nothing(out: Path) -> None:
    assert publish(out, NEW, former=OLD) == publish(out, NEW, former=NEW) == (True, ())
    assert contents(out) == {**NEW, "notes.txt": b"mine"}


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full disk", "Ctrl-C"])
def test_a_write_that_fails_leaves_the_former_files(
    out: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    monkeypatch.setattr(os, "fsync", fails_at(number, os.fsync, error))
    if isinstance(error, OSError):
        done, findings = publish(out, NEW, former=OLD)
        assert not done
        assert words(findings) == [f"B501 the documents could not be written to {out}: No space left on device"]
        assert [str(text) for text in findings[0].helps] == [
            "make room or permission there, close documents that are open in Word, or choose a folder with --output",
            "the documents of the last build are still in place",
        ]
    else:
        with pytest.raises(KeyboardInterrupt):
            publish(out, NEW, former=OLD)
    assert contents(out) == {**OLD, "notes.txt": b"mine"}
    assert sorted(path.name for path in out.iterdir()) == ["letter.docx", "manifest.json", "notes.txt", "plan.docx"]


# Six moves: plan away, plan in, annex in, manifest away, manifest in, letter away.
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("error", [OPEN_IN_WORD, KeyboardInterrupt()], ids=["open in Word", "Ctrl-C"])
def test_a_move_that_fails_is_undone_together_with_those_before_it(
    out: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException
) -> None:
    monkeypatch.setattr(Path, "replace", fails_at(number, Path.replace, error))
    if isinstance(error, OSError):
        done, findings = publish(out, NEW, former=OLD)
        assert not done
        assert words(findings) == [f"B501 the documents could not be written to {out}: Permission denied"]
    else:
        with pytest.raises(KeyboardInterrupt):
            publish(out, NEW, former=OLD)
    assert contents(out) == {**OLD, "notes.txt": b"mine"}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_an_interruption_right_behind_a_move_is_undone_too(
    out: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    calls = 0
    move = Path.replace

    def moves_and_then_raises(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        moved = move(path, target)
        if calls == number:
            raise KeyboardInterrupt
        return moved

    monkeypatch.setattr(Path, "replace", moves_and_then_raises)
    with pytest.raises(KeyboardInterrupt):
        publish(out, NEW, former=OLD)
    assert contents(out) == {**OLD, "notes.txt": b"mine"}


def test_a_former_file_that_cannot_be_put_back_is_kept_aside_and_named(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    move = Path.replace

    def fails_from_the_second_on(path: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise OPEN_IN_WORD
        return move(path, target)

    monkeypatch.setattr(Path, "replace", fails_from_the_second_on)
    done, findings = publish(out, NEW, former=OLD)
    (aside,) = out.glob(".building-*")
    assert not done
    assert str(findings[0].helps[1]) == (
        f"some documents of the last build could not be put back; they lie in {aside / '.former'}"
    )
    assert (aside / ".former/plan.docx").read_bytes() == b"old plan"


@pytest.mark.parametrize(
    "error",
    [PermissionError(30, "Read-only file system"), PermissionError(13, "Permission denied"), FULL],
    ids=["read-only file system", "read-only folder", "full disk"],
)
def test_a_folder_that_takes_no_files_is_a_finding(out: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    monkeypatch.setattr(tempfile, "mkdtemp", fails_at(1, tempfile.mkdtemp, error))
    done, findings = publish(out, NEW, former=OLD)
    assert not done
    assert words(findings) == [f"B501 the documents could not be written to {out}: {error.strerror}"]
    assert contents(out) == {**OLD, "notes.txt": b"mine"}


def test_a_file_in_place_of_the_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    done, findings = publish(tmp_path / "out", NEW)
    assert not done
    assert words(findings) == [f"B501 the documents could not be written to {tmp_path / 'out'}: File exists"]
    assert contents(tmp_path) == {"out": b"a file"}


def test_a_folder_in_place_of_a_document_is_a_finding_and_keeps_what_it_holds(out: Path) -> None:
    (out / "annex.docx").mkdir()
    (out / "annex.docx/mine.txt").write_bytes(b"mine")
    done, findings = publish(out, NEW, former=OLD)
    assert not done
    assert words(findings) == [f"B501 the documents could not be written to {out}: Is a directory"]
    assert contents(out) == {**OLD, "notes.txt": b"mine", "annex.docx/mine.txt": b"mine"}


def test_a_name_too_long_for_the_disk_is_a_finding(out: Path) -> None:
    done, findings = publish(out, {"x" * 300: b""}, former=OLD)
    assert not done
    assert words(findings) == [f"B501 the documents could not be written to {out}: File name too long"]
    assert contents(out) == {**OLD, "notes.txt": b"mine"}


def test_a_link_in_place_of_a_document_is_replaced_and_what_it_leads_to_stays(out: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.docx").write_bytes(b"elsewhere")
    (out / "plan.docx").unlink()
    (out / "plan.docx").symlink_to(tmp_path / "elsewhere.docx")
    assert publish(out, NEW, former=OLD) == (True, ())
    assert (out / "plan.docx").read_bytes() == b"new plan"
    assert not (out / "plan.docx").is_symlink()
    assert (tmp_path / "elsewhere.docx").read_bytes() == b"elsewhere"


HOSTILE = ["../x", "..", ".", "", "/etc/x", "a/../../x", "..\\x", "C:x", "C:\\x", "folder", "x\0y", "\ud800", "x" * 300]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_leads_out_of_the_folder_is_never_touched(out: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "x").write_bytes(b"outside")
    (out / "folder").mkdir()
    (out / "folder/mine.txt").write_bytes(b"mine")
    assert publish(out, NEW, former=[name]) == (True, ())
    assert contents(tmp_path)["x"] == b"outside"
    assert contents(out)["folder/mine.txt"] == b"mine"
    assert contents(out)["notes.txt"] == b"mine"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"files": [{"name": "plan.docx"}, {"name": "../x"}]}', ("plan.docx", "../x")),
        ("", ()),
        ("{", ()),
        ("[]", ()),
        ("{}", ()),
        ('{"files": 3}', ()),
        ('{"files": {"a": 1}}', ()),
        ('{"files": ["plan.docx"]}', ()),
        ('{"files": [{"title": "plan.docx"}]}', ()),
        ("[" * 100_000, ()),
    ],
)
def test_a_manifest_that_cannot_be_read_names_no_files(text: str, names: tuple[str, ...]) -> None:
    assert former_files(text) == names


def test_two_builds_that_lose_their_folder_meanwhile_do_not_crash(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synchronise = os.fsync

    def loses_the_folder(handle: int) -> None:
        synchronise(handle)
        shutil.rmtree(out, ignore_errors=True)

    monkeypatch.setattr(os, "fsync", loses_the_folder)
    done, findings = publish(out, NEW, former=OLD)
    assert not done
    assert words(findings) == [f"B501 the documents could not be written to {out}: No such file or directory"]

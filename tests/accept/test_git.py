"""Reading an earlier revision from git: its files in a folder aside, the working tree untouched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from gen import git
from tests.accept.repository import alone, commit, run

PATHS, ENDINGS, LIMIT = ("bidgen.toml", "clauses"), (".toml", ".yaml"), 1000


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, beside a folder `out`."""
    alone(monkeypatch, tmp_path)
    folder = tmp_path / "repository"
    folder.mkdir()
    (tmp_path / "out").mkdir()
    run(folder, "init", "-q", "-b", "main")
    return folder


def laid_out(folder: Path, revision: str) -> dict[str, str]:
    """What a revision holds; a link with where it leads, a file of another size than 1 to 99 with that."""
    out = folder.parent / "out" if folder.name == "repository" else folder.parent.parent / "out"
    git.lay_out(folder, revision, out, paths=PATHS, endings=ENDINGS, limit=LIMIT)
    shown = {}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_symlink():
            shown[name] = f"-> {path.readlink()}"
        elif path.is_file():
            size = path.stat().st_size
            shown[name] = path.read_bytes().decode() if 0 < size < 100 else f"{size} bytes"
    return shown


def test_the_files_of_a_revision_are_laid_out_as_they_were(repository: Path) -> None:
    first = commit(
        repository, {"bidgen.toml": "", "clauses/甲 b/ü.yaml": "甲\r\n", "clauses/a.docx": "x", "x.yaml": "x"}
    )
    commit(repository, {"clauses/甲 b/ü.yaml": "乙\n"})
    (repository / "clauses/甲 b/ü.yaml").write_text("丙\n", "utf-8")
    before = run(repository, "status", "--porcelain")
    assert laid_out(repository, first) == {"bidgen.toml": "0 bytes", "clauses/甲 b/ü.yaml": "甲\r\n"}
    assert run(repository, "status", "--porcelain") == before
    assert (repository / "clauses/甲 b/ü.yaml").read_text("utf-8") == "丙\n"


def test_a_workspace_may_lie_deeper_in_a_repository(repository: Path) -> None:
    first = commit(repository, {"bids/bidgen.toml": "", "bids/clauses/a.yaml": "a", "clauses/b.yaml": "b"})
    assert laid_out(repository / "bids", first) == {"bidgen.toml": "0 bytes", "clauses/a.yaml": "a"}


def test_attributes_for_exports_change_nothing(repository: Path) -> None:
    files = {".gitattributes": "*.yaml export-ignore export-subst eol=crlf\n", "clauses/a.yaml": "$Format:%H$\n"}
    assert laid_out(repository, commit(repository, files)) == {"clauses/a.yaml": "$Format:%H$\n"}


def test_a_file_beyond_the_limit_has_its_size_but_not_its_content(repository: Path) -> None:
    assert laid_out(repository, commit(repository, {"clauses/a.yaml": "x" * 5000})) == {"clauses/a.yaml": "5000 bytes"}


def test_links_stay_links_and_submodules_are_left_out(repository: Path) -> None:
    (repository / "clauses").mkdir()
    (repository / "clauses/link.yaml").symlink_to("../../secret.yaml")
    (repository / "clauses/folder").symlink_to("/etc")
    head = commit(repository, {"clauses/a.yaml": "a"})
    run(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},clauses/sub.yaml")
    run(repository, "commit", "-q", "-m", "sub")
    assert laid_out(repository, "HEAD") == {
        "clauses/a.yaml": "a", "clauses/folder": "-> /etc", "clauses/link.yaml": "-> ../../secret.yaml",
    }  # fmt: skip


def tree(repository: Path, *entries: tuple[str, str, str]) -> str:
    """A tree with any names, as no `git add` makes it."""
    raw = b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries)
    made = subprocess.run(
        ["git", "-C", str(repository), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        input=raw, capture_output=True, check=True,
    )  # fmt: skip
    return made.stdout.decode().strip()


def test_a_tree_made_by_hand_cannot_write_outside(repository: Path) -> None:
    blob = run(repository, "hash-object", "-w", "--stdin", asked="x")
    outside = str(repository.parent / "outside")
    (repository.parent / "outside").mkdir()
    link = run(repository, "hash-object", "-w", "--stdin", asked=outside)
    up = tree(repository, ("40000", "..", tree(repository, ("100644", "evil.yaml", blob))))
    inside = tree(repository, ("120000", "evil", blob))
    clauses = tree(repository, ("40000", "..", up), ("120000", "a", link), ("40000", "a", inside))
    made = run(repository, "commit-tree", "-m", "x", tree(repository, ("40000", "clauses", clauses)))
    laid_out(repository, made)
    assert list((repository.parent / "outside").iterdir()) == []
    assert not list(repository.parent.rglob("evil.yaml"))


def test_names_of_commits_are_resolved_and_nothing_else(repository: Path) -> None:
    first = commit(repository, {"bidgen.toml": ""})
    second = commit(repository, {})
    run(repository, "tag", "-a", "v1", first, "-m", "x")
    assert [git.commit(repository, name) for name in ("HEAD", "main", "HEAD~1", "v1", first[:8])] == [
        second, second, first, first, first,
    ]  # fmt: skip
    for name in ("nix", "", "HEAD~9", "HEAD..main", "--all", "-h", "HEAD:bidgen.toml", "a\0b", "a\nb"):
        assert git.commit(repository, name) is None


def test_outside_a_repository_git_knows_nothing(tmp_path: Path, repository: Path) -> None:
    assert git.tracked(repository)
    assert not git.tracked(tmp_path / "out")
    assert git.commit(tmp_path / "out", "HEAD") is None
    assert git.revision(tmp_path / "out") is None


def test_where_there_is_no_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert (git.tracked(repository), git.user(repository), git.revision(repository)) == (False, "", None)


def test_the_user_is_the_one_that_commits_are_signed_with(repository: Path) -> None:
    assert git.user(repository) == ""
    run(repository, "config", "user.name", "王 法务")
    assert git.user(repository) == "王 法务"


def test_a_clone_of_the_last_commit_only_is_shallow(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"bidgen.toml": ""})
    commit(repository, {"clauses/a.yaml": "a"})
    run(tmp_path, "clone", "-q", "--depth=1", f"file://{repository}", "clone")
    assert (git.shallow(repository), git.shallow(tmp_path / "clone")) == (False, True)
    assert git.commit(tmp_path / "clone", "HEAD~1") is None


def test_a_missing_object_is_an_error_and_fetched_from_nowhere(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"bidgen.toml": "", "clauses/a.yaml": "first"})
    commit(repository, {"clauses/a.yaml": "second"})
    run(repository, "config", "uploadpack.allowFilter", "true")
    run(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{repository}", "part")
    with pytest.raises(OSError, match="git cannot read"):
        git.lay_out(tmp_path / "part", "HEAD~1", tmp_path / "out", paths=PATHS, endings=ENDINGS, limit=LIMIT)

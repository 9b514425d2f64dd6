"""Git for tests: repositories of their own, whatever this machine and the repository around it have set."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest


def alone(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let git see no settings of the machine, and no repository around a folder."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))


def run(folder: Path, *arguments: str, asked: str = "") -> str:
    """Git in a folder, whatever the machine's own settings are."""
    settings = ["user.name=甲", "user.email=a@example.com", "core.hooksPath=/dev/null", "commit.gpgSign=false"]
    options = [part for setting in settings for part in ("-c", setting)]
    done = subprocess.run(
        ["git", "-C", str(folder), *options, *arguments], check=True, capture_output=True, text=True, input=asked
    )
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str | bytes]) -> str:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
    run(folder, "add", "-A", "--force")
    run(folder, "commit", "-q", "--allow-empty", "-m", "x")
    return run(folder, "rev-parse", "HEAD")

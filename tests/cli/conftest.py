"""What tests of the command line share: a runner, and a small workspace to run in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gen.cli.main import main
from tests.conftest import ROOT, lay_out


@dataclass(frozen=True)
class Ran:
    """What a run left: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """English whatever the machine speaks, and no colours forced."""
    monkeypatch.setenv("BIDGEN_LANG", "en")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def ran(*arguments: str) -> Ran:
        status = 0
        try:
            main(arguments)
        except SystemExit as leave:
            status = leave.code if isinstance(leave.code, int) else 0
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran


def process(*arguments: str | bytes, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `python -m gen` as a process of its own, in the current folder."""
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "gen", *arguments], env=environment, encoding="utf-8", check=False, **options
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small workspace, with one sound bid, as the current folder."""
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path

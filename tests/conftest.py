"""What tests share: a small workspace that a test overlays with the files it is about."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from gen.accept import acceptances, judge, marked, seen
from gen.catalogue import ALL_RULES
from gen.examine import Examined, examine, load_checked
from gen.finding import Finding, in_order
from gen.library import load
from gen.message import speak
from gen.model.library import Library
from gen.workspace import Workspace

ROOT = Path(__file__).parent.parent
settings.register_profile("bidgen", deadline=None, derandomize=True)
settings.load_profile("bidgen")

BASE = Path(__file__).parent / "workspace"
TODAY = date(2026, 11, 22)
"""The day of all tests."""
THEME = "templates/themes/tender-default/theme.yaml"

untraced = pytest.mark.no_cover
"""For tests that run the same lines a great many times: coverage would take longer than they, and learn nothing."""

_FILE = re.compile(r"^# ((?:clauses|projects|templates)/\S+)\n", re.MULTILINE)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Messages are English unless a test says otherwise, and every check thinks for itself."""
    monkeypatch.setenv("BIDGEN_CACHE", "off")  # a test may change what is remembered: the program itself
    speak("en")
    yield
    speak("en")


def files_of(text: str) -> dict[str, str]:
    """Split a text into files: each begins with a comment that names its path."""
    parts = _FILE.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def lay_out(folder: Path, text: str = "") -> Workspace:
    """A copy of the small workspace with the files in `text` laid over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    (folder / THEME).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / THEME, folder / THEME)
    for path, content in files_of(text).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, "utf-8")
    return Workspace(folder)


@cache
def shipped() -> Library:
    """The library that ships, loaded once for all tests; whoever wants to change it takes a copy."""
    return load(Workspace(ROOT))[0]


@cache
def shipped_bid(name: str) -> Examined:
    """A bid that ships, with its documents."""
    return examine(shipped(), shipped().bids[name])


def all_findings(workspace: Workspace) -> tuple[Finding, ...]:
    """Everything that is found in a workspace and in all its bids and that nobody has accepted, in order."""
    library, findings = load_checked(workspace)
    every = [*findings, *(f for bid in library.bids.values() for f in examine(library, bid).findings)]
    given, problems = acceptances(workspace, ALL_RULES)
    held = marked(every, given, TODAY)
    about = judge(held, given, seen(held, library.bids, library.bids), TODAY)
    return in_order(finding for finding in (*held, *problems, *about) if finding.accepted is None)


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[[str], Workspace]:
    """Lay out the small workspace with some files changed."""
    return lambda text="": lay_out(tmp_path, text)


@pytest.fixture
def findings(tmp_path: Path) -> Callable[[str], tuple[Finding, ...]]:
    """What is found in the small workspace with some files changed."""
    return lambda text="": all_findings(lay_out(tmp_path, text))

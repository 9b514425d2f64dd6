"""The folder in which outcomes are kept: one file for each key, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from gen.remembered.outcome import Outcome, from_json, to_json
from gen.rule import Rule

VARIABLE = "BIDGEN_CACHE"
"""The variable that names the folder, or says `off`."""

KEPT = 32
"""Outcomes that are kept; the oldest make room."""


def folder() -> Path | None:
    """Where outcomes are kept: BIDGEN_CACHE, else the user's folder for caches; none where it is switched off."""
    named = os.environ.get(VARIABLE, "")
    if named.lower() in {"off", "no", "0"}:
        return None
    if named:
        return Path(named)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if base := os.environ.get(variable, ""):
            return Path(base) / "bidgen"
    try:
        return Path.home() / ".cache" / "bidgen"
    except RuntimeError:  # a user without a home
        return None


def recall(key: str | None, rules: Callable[[], Mapping[str, Rule]]) -> Outcome | None:
    """What is remembered under a key; nothing where the file is missing or not as it was written."""
    home = folder()
    if home is None or key is None:
        return None
    try:
        text = (home / f"{key}.json").read_text("utf-8")
        seal, _, content = text.partition("\n")
        return from_json(content, rules) if seal == _seal(key, content) else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError, RecursionError):
        return None


def remember(key: str | None, outcome: Outcome) -> None:
    """Keep an outcome; where there is no room or no permission, nothing is kept and nothing said."""
    home = folder()
    if home is None or key is None:
        return
    with contextlib.suppress(OSError, UnicodeError):
        home.mkdir(parents=True, exist_ok=True)
        content = to_json(outcome)
        handle, name = tempfile.mkstemp(prefix=".", dir=home)
        aside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(f"{_seal(key, content)}\n{content}")
            aside.replace(home / f"{key}.json")
        finally:
            aside.unlink(missing_ok=True)
        _make_room(home)


def _seal(key: str, content: str) -> str:
    """What the first line of a file says: what it is kept under, and that it is as it was written."""
    return f"{key} {hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _make_room(home: Path) -> None:
    files = sorted(home.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)

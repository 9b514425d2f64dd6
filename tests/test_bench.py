"""The benchmarks' generated workspaces are sound, and every benchmark can be run. Nothing here looks at a clock."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

from bench.__main__ import BENCHMARKS
from bench.workspace import Size, generate
from gen.library import load
from gen.workspace import Workspace
from tests.conftest import all_findings

SMALL = Size(lines=2, classes=2, bids=1)
ONE_PLAN = Size(lines=1, classes=1, bids=1, documents={"plan": slice(20)})


@pytest.mark.parametrize("size", [SMALL, ONE_PLAN], ids=["library", "plan"])
def test_generated_workspaces_are_sound(size: Size, tmp_path: Path) -> None:
    generate(tmp_path, size)
    assert [str(finding.message) for finding in all_findings(Workspace(tmp_path))] == []


def test_generated_workspaces_are_as_large_as_wanted(tmp_path: Path) -> None:
    generate(tmp_path, SMALL)
    library, _ = load(Workspace(tmp_path))
    assert (len(library.clauses), len(library.bids), len(library.outlines)) == (80, 2, 6)


def test_generated_workspaces_repeat(tmp_path: Path) -> None:
    for name in ("first", "second"):
        generate(tmp_path / name, SMALL)
    first, second = ({p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.*")
                      if p.is_file()} for name in ("first", "second"))  # fmt: skip
    assert first == second


@pytest.mark.parametrize("name", BENCHMARKS)
def test_every_benchmark_can_be_run(name: str) -> None:
    run = importlib.import_module(f"bench.{name}").run
    assert inspect.signature(run).parameters["rounds"].default > 1

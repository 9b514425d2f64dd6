"""Tests of the law look at what the law finds, and at what cannot be read; wording is other rules' business."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gen.finding import Finding
from tests.conftest import all_findings, lay_out


@pytest.fixture
def findings(tmp_path: Path) -> Callable[[str], tuple[Finding, ...]]:
    """What the law family and the reading of files find in the small workspace with some files changed."""
    return lambda text="": tuple(f for f in all_findings(lay_out(tmp_path, text)) if f.rule.id[0] in "LS")

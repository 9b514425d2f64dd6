"""What the benchmarks of the writers share: a prepared plan of some 120 pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import capture, task

CHAPTERS = 20
"""Chapters of `tests.render.documents.long_document` that come to some 120 pages."""


@contextmanager
def prepared(chapters: int = CHAPTERS) -> Iterator[Path]:
    """A folder with the plan in every form that a writer or its peer begins with; gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        capture(task("prepare_plan", str(chapters), folder))
        yield folder

"""The register of the example bid: what is due in its first two years, and what waits for a date."""

from __future__ import annotations

import datetime

from syrupy.assertion import SnapshotAssertion

from gen.examine import examine, load_checked
from gen.obligations import register
from gen.obligations.text import text_register
from gen.workspace import Workspace
from tests.conftest import ROOT


def test_the_register_of_the_example(snapshot: SnapshotAssertion) -> None:
    library, _ = load_checked(Workspace(ROOT))
    example = examine(library, library.bids["campus-network"])
    until = datetime.date(2028, 12, 31)
    assert text_register(register(example, datetime.date(2026, 12, 28), until)) == snapshot

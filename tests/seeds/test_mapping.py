"""Everything of the seed documents is carried by this workspace, or left out for a reason: docs/seeds.md."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gen.library import load
from gen.model.library import Library
from gen.workspace import Workspace
from tests.seeds.mapping import KINDS, ROOT, SeedMap, carriers, checklist, in_project, seed_maps
from tests.seeds.seed import Seed, seeds

MAPS = seed_maps()
CODES = [
    *(f"M{number}" for number in range(1, 23)),
    *(f"L{number}" for number in range(1, 7)),
    *(f"G{number}" for number in range(1, 12)),
    *(f"F{number}" for number in range(1, 13)),
    *(f"R{number}" for number in range(1, 9)),
]
"""What the seeds together ask of data, library, document kinds, forms and drafting rules."""


@pytest.fixture(scope="module")
def library() -> Library:
    return load(Workspace(ROOT))[0]


def test_every_seed_document_has_a_map() -> None:
    mapped = {name for each in MAPS for name in (each.content["seed"], *each.content.get("copies", ()))}
    assert mapped >= {seed.id for seed in seeds()} | {"D02", "D10", "D13", "D14"}


@pytest.mark.parametrize("each", MAPS, ids=lambda each: each.path.stem)
def test_every_promise_of_a_seed_is_mapped_once(each: SeedMap) -> None:
    known = {seed.id: records(seed) for seed in seeds()}.get(each.content["seed"], set())
    assert sorted(each.promises()) == sorted(known)


def records(seed: Seed) -> set[str]:
    """The numbers of all hand-made records of a seed document."""
    held = {entry["seed"] for entry in seed.commitments if entry["seed"].startswith("K")}
    return held | {number for numbers in seed.content.get("left_out", {}).values() for number in numbers}


@pytest.mark.parametrize("each", MAPS, ids=lambda each: each.path.stem)
def test_what_a_map_names_is_printed_by_its_bid(each: SeedMap, library: Library) -> None:
    held = carriers(library, each.content["bid"])
    wrong = [
        (entry.get("name") or entry["seed"], lacking)
        for entry in each.entries
        if (lacking := list(held.lacking(entry.get("by", []))))
    ]
    assert wrong == []


@pytest.mark.parametrize("each", MAPS, ids=lambda each: each.path.stem)
def test_an_entry_is_carried_or_left_out_for_a_reason(each: SeedMap) -> None:
    for entry in each.entries:
        assert entry["what"] in KINDS
        assert ("name" in entry) != ("seed" in entry), entry
        assert bool(entry.get("by")) != bool(entry.get("left_out")), entry
        assert set(entry) <= {"what", "name", "seed", "by", "left_out"}, entry


def test_every_capability_is_carried_by_something_of_the_workspace(library: Library) -> None:
    entries = checklist()
    assert [entry["code"] for entry in entries] == CODES
    held = [carriers(library, bid) for bid in library.bids]
    lacking = {
        (entry["code"], name)
        for entry in entries
        for name in entry["by"]
        if not in_project(*name.split(":", 1)) and not any(not list(each.lacking([name])) for each in held)
    }
    assert lacking == set()


def test_the_page_is_made_from_the_maps() -> None:
    made = subprocess.run(
        [sys.executable, "tools/seeds_page.py", "--check"], cwd=ROOT, capture_output=True, check=False
    )
    assert (made.returncode, made.stdout) == (0, b"")

"""The seeds as they stand: every contradiction that data can decide is found, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import all_findings, lay_out
from tests.seeds.seed import LEFT_OUT, REASONS, Seed, seeds, sides

SEEDS = seeds()


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.id for seed in SEEDS])
def test_finds_what_a_reader_found_and_nothing_else(seed: Seed, tmp_path: Path) -> None:
    expected = seed.findings("rule")
    found = sides(all_findings(lay_out(tmp_path, seed.files())))
    assert sorted(found - expected) == [], "found, but not expected"
    assert sorted(expected - found) == [], "expected, but not found"


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if seed.findings("filled")])
def test_finds_the_rest_once_the_blanks_are_filled(seed: Seed, tmp_path: Path) -> None:
    """A document with a blank in it is not whole, and what it lacks besides is told once it is."""
    found = sides(all_findings(lay_out(tmp_path, seed.files(filled=True))))
    assert seed.findings("filled") - found == set()
    assert [rule for rule, _ in found if rule == "R202"] == []


@pytest.mark.parametrize("seed", [seed for seed in SEEDS if seed.findings("alone")])
def test_finds_what_another_finding_hides(seed: Seed, tmp_path: Path) -> None:
    for entry in seed.expected:
        if "alone" in entry:
            found = sides(all_findings(lay_out(tmp_path, seed.files(only=entry["between"]))))
            assert (entry["alone"], tuple(sorted(map(seed.clause, entry["between"])))) in found


@pytest.mark.parametrize(
    ("seed", "together"),
    [(seed, together) for seed in SEEDS for together in seed.content.get("silent", [])],
    ids=[f"{seed.id}-{'-'.join(together)}" for seed in SEEDS for together in seed.content.get("silent", [])],
)
def test_stays_silent_where_promises_stand_together(seed: Seed, together: list[str], tmp_path: Path) -> None:
    """A bid of these clauses alone; what is wrong with one of two by itself is not the question."""
    clauses = tuple(sorted(map(seed.clause, together)))
    found = {side for side in sides(all_findings(lay_out(tmp_path, seed.files(only=together)))) if side[1] == clauses}
    assert found - seed.findings("rule") == set()


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.id for seed in SEEDS])
def test_every_contradiction_of_the_list_is_accounted_for_once(seed: Seed) -> None:
    reasons = seed.content.get("undecided", {})
    assert set(reasons) <= set(REASONS)
    undecided = [number for numbers in reasons.values() for number in numbers]
    numbers = sorted([*{number for entry in seed.expected for number in seed.shown(entry)}, *undecided])
    assert numbers == [f"X{number:02}" for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.id for seed in SEEDS])
def test_every_record_is_a_clause_or_left_out_for_a_reason(seed: Seed) -> None:
    left_out = seed.content.get("left_out", {})
    assert set(left_out) <= set(LEFT_OUT)
    records = sorted(
        [entry["seed"] for entry in seed.commitments if entry["seed"].startswith("K")]
        + [n for numbers in left_out.values() for n in numbers]
    )
    if seed.id == "D18":  # a copy of D11, of which only the rows that D11 has lost are here
        assert records == ["K11", "K12", "K13", "K17"]
    else:
        assert records == [f"K{number:02}" for number in range(1, len(records) + 1)]

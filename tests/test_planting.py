"""A slice of `./run bench contradictions`: planted contradictions are found, and nothing else is."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest

from bench import fuzz
from bench.contradictions import SEED, counted
from bench.planting import mutants as mutating
from bench.planting.cases import made, recipes
from bench.planting.judge import Bench, Case
from bench.planting.kinds import KINDS, LADDER
from bench.planting.package import Part, Place, unmarked
from bench.planting.pages import UNPLANTED, with_page, without_page
from bench.planting.placing import placed
from bench.planting.promise import VOCABULARY, Promise, clause_file, marked
from bench.planting.seeds import SEEDS
from gen.catalogue import ALL_RULES
from gen.finding import Finding
from gen.workspace import Workspace
from tests.conftest import untraced


@pytest.fixture
def bench() -> Iterator[Bench]:
    with Bench() as made_:
        yield made_


def test_a_value_between_marks_is_a_place() -> None:
    promise = Promise("response", marked("2小时"), clock={"kind": "natural", "from": "report_received"})
    part = Part("planted.p1", (promise,))
    files, places = unmarked({part.path: part.file()})
    assert clause_file("planted.p1", "服务约定", (promise,)).count("⟦2小时⟧") == 1
    assert "⟦" not in files["clauses/planted/p1.yaml"]
    assert places == (Place("clauses/planted/p1.yaml", 7, 46, "2小时"),)


def test_the_same_seed_makes_the_same_packages() -> None:
    first, second = ([made(recipe, 1).files for recipe in recipes(40)[:40]] for _ in range(2))
    assert first == second
    assert first != [made(recipe, 2).files for recipe in recipes(40)[:40]]


def test_every_dimension_of_the_vocabulary_is_promised_by_some_package() -> None:
    assert {kind.dimension for kind in KINDS} | set(LADDER) == set(VOCABULARY.dimensions)


def test_every_rule_is_planted_or_says_why_not() -> None:
    assert set(without_page()) == set(UNPLANTED)
    assert {rule.id for rule in with_page()} | set(UNPLANTED) == {rule.id for rule in ALL_RULES}
    assert {rule.id for rule in ALL_RULES if rule.id.startswith("C")} <= set(SEEDS)


@untraced
def test_a_run_covers_every_rule_and_every_placement(bench: Bench) -> None:
    wanted = [recipe for recipe in recipes(120) if recipe.way != "shipped"][::3]
    judged = counted((bench.judge(made(recipe, SEED)) for recipe in wanted), SEED, 0)
    assert judged.failures == ()
    total = json.loads(json.dumps(judged.content()))["total"]
    assert total["planted"] == total["found"] > 60
    assert total["missed"] == total["false_alarms"] == 0


@pytest.mark.parametrize("rule", SEEDS)
def test_each_contradiction_is_found_at_both_its_places_and_is_missed_where_its_rule_is_disabled(
    rule: str, bench: Bench
) -> None:
    chance = random.Random(rule)
    case = placed(SEEDS[rule][0](chance), chance, rule, hard=True)
    assert (verdict := bench.judge(case)).found
    assert verdict.false_alarms == ()
    disabled = next(mutant for mutant in mutating.mutants() if mutant.rules == (rule,))
    with disabled.applied():
        assert not bench.judge(case).found


def test_fuzzing_tells_what_raised_and_reduces_it_to_the_files_it_takes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(workspace: Workspace) -> tuple[Finding, ...]:
        if "twisted" in (workspace.root / "clauses/a.yaml").read_text("utf-8"):
            raise KeyError("boom")
        return ()

    monkeypatch.setattr(fuzz, "findings_of", broken)
    sound = {"clauses/a.yaml": "id: a\n", "clauses/b.yaml": "id: b\n"}
    files = {"clauses/a.yaml": "twisted\n", "clauses/b.yaml": "twisted too\n"}
    assert fuzz.tried(bench, sound) == (0, "")
    assert fuzz.tried(bench, files)[1].endswith("KeyError: 'boom'\n")
    assert fuzz.reduced(bench, sound, files, tuple(files)) == {"clauses/a.yaml": "twisted\n"}


def test_what_is_found_where_nothing_was_planted_is_a_false_alarm(bench: Bench) -> None:
    chance = random.Random(1)
    case = placed(SEEDS["C101"][0](chance), chance, "planted", hard=False)
    (said,) = bench.judge(Case("harmless", "harmless", case.files)).false_alarms
    assert said.startswith("C101 two-values: ")

"""Every rule's page is run: what it says fails gives exactly that rule, what it says passes gives nothing."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from gen.catalogue import ALL_RULES, rule_called
from gen.rule import Rule
from tests.conftest import all_findings, lay_out

SECTIONS = ("What it finds", "Why it matters", "What to do")
WITHOUT_EXAMPLES = {
    "S101", "S105", "S113",  # bytes, invisible characters and links: tests/test_bad_input.py
    "A109",  # a baseline is no file of a workspace: tests/accept/test_baseline.py
    "B501", "B502",  # the machine is at fault: tests/test_publish.py, tests/cli
    "B511", "B512", "B513",  # what the command line says: tests/obligations/test_start.py
    "B503",  # a Word file: tests/render/test_skin.py
}  # fmt: skip


def example(rule: Rule, section: str) -> str:
    """The example that stands under "Fails:" or "Passes:" of a page, without its indentation."""
    match = re.search(rf"^{section}:\n\n((?:    .*\n|\n)+)", rule.page + "\n", re.MULTILINE)
    return dedent(match[1]) if match else ""


WITH_EXAMPLES = [rule for rule in ALL_RULES if rule.id not in WITHOUT_EXAMPLES]


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=str)
def test_what_fails_gives_exactly_this_rule(rule: Rule, tmp_path: Path) -> None:
    text = example(rule, "Fails")
    assert text, "the page has no example that fails"
    assert {finding.rule.id for finding in all_findings(lay_out(tmp_path, text))} == {rule.id}


@pytest.mark.parametrize("rule", [r for r in WITH_EXAMPLES if example(r, "Passes")], ids=str)
def test_what_passes_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    assert all_findings(lay_out(tmp_path, example(rule, "Passes"))) == ()


@pytest.mark.parametrize("rule", ALL_RULES, ids=str)
def test_pages_have_their_sections(rule: Rule) -> None:
    assert rule.title.endswith(".")
    for section in SECTIONS:
        assert f"\n{section}: " in rule.page


def test_ids_and_names_are_unique() -> None:
    assert len({rule.id for rule in ALL_RULES}) == len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


def test_a_rule_is_found_by_id_and_by_name() -> None:
    assert str(rule_called("c301")) == str(rule_called("deadline-out-of-order")) == "C301 deadline-out-of-order"

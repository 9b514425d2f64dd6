"""The catalogue row by row: every row is decided by rules that run, or asks a person and says why."""

from __future__ import annotations

import re
from collections import Counter

from gen.catalogue import ALL_RULES
from gen.library.vocabulary import built_in_vocabulary
from gen.message import speak
from gen.review import rows
from gen.review.missing import MISSING
from gen.review.rows import KINDS
from tools.rule_pages import pages, stale

RULES = {rule.id: rule for rule in ALL_RULES}


def test_there_are_146_rows_in_ten_kinds() -> None:
    assert Counter(name.partition("-")[0] for name in rows()) == {
        "SD": 18, "OR": 13, "WD": 12, "AR": 15, "DT": 14, "FE": 12, "LE": 21, "CP": 12, "WO": 18, "DD": 11,
    }  # fmt: skip
    assert set(KINDS) == {name.partition("-")[0] for name in rows()}


def test_every_row_is_decided_or_asked_and_no_row_is_silent() -> None:
    assert [name for name, row in rows().items() if not row.rules and not row.ask] == []
    assert [name for name, row in rows().items() if row.ask and not row.why] == []


def test_rows_name_rules_promises_and_data_that_there_are() -> None:
    dimensions = built_in_vocabulary().dimensions
    assert {rule for row in rows().values() for rule in row.rules} - set(RULES) == set()
    assert {name for row in rows().values() for name in row.when} - set(dimensions) == set()
    assert {row.lacks for row in rows().values() if row.lacks} == set(MISSING)


def test_every_rule_on_promises_wording_law_and_capability_decides_a_row() -> None:
    decided = {rule for row in rows().values() for rule in row.rules}
    assert sorted(rule for rule in RULES if rule[0] in "CLFWD" and rule not in decided) == []


def test_the_written_pages_are_fresh() -> None:
    assert stale() == [], "run ./run pages"


def test_a_page_shows_what_the_rule_says_and_which_rows_it_decides() -> None:
    page = next(text for path, text in pages().items() if path.as_posix() == "docs/rules/C304.md")
    speak("en")
    assert page.startswith(
        "<!-- Made by `./run pages` from the rule itself; edit that. -->\n\n# C304 graver-slower\n\n"
        "**A graver fault is served later than a lighter one.**\n\n"
        "error · confidence: high · [OR-03](../catalogue.md)\n\nWhat it finds: "
    )
    assert re.search(r"```yaml\n# clauses/hotline/window.yaml\nid: hotline.window\n", page)

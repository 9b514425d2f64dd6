"""The law as data: sentences in both languages, nothing surer than its source, facts of a bid in words of the law."""

from __future__ import annotations

import re

from gen.check.law import RULES
from gen.check.law.data import contract_elements, laws, limits, personal_data_items, phrases
from tests.check.law.cases import bid
from tests.check.promises import Findings, told

HALF_WIDTH = re.compile("[\u4e00-\u9fff][,;:!?.()]|[,;:!?()][\u4e00-\u9fff]")


def test_every_sentence_is_there_in_both_languages_and_written_as_each_is() -> None:
    found = [phrase for module in RULES for _, phrase, *_ in phrases(module.RULE.id)]
    words = [limit.why for limit in limits().values()] + [
        each for phrase in found for each in (phrase.why, phrase.help)
    ]
    named = [(words.zh, words.en) for words in words]
    named += [(element.zh, element.en) for element in (*contract_elements(), *personal_data_items())]
    for zh, en in named:
        assert re.search("[\u4e00-\u9fff]", zh), zh
        assert not HALF_WIDTH.search(zh), zh
        assert not en.endswith("."), en


def test_what_nobody_verified_is_a_hint_and_a_secondary_text_no_error() -> None:
    for module in RULES:
        for name, phrase, *_ in phrases(module.RULE.id):
            assert phrase.confidence == "high" or phrase.severity != "error", name
            assert phrase.confidence != "low" or phrase.severity == "hint", name
    assert {law.confidence for law in laws().values()} == {"high", "medium", "low"}


def test_what_the_bid_says_of_its_customer_and_contract_is_one_of_the_words_of_the_law(findings: Findings) -> None:
    assert [told(f) for f in findings(bid("contract: work", "type: public"))] == [
        ("S109 error", "`work` is not one of the words allowed here"),
        ("S109 error", "`public` is not one of the words allowed here"),
    ]
    assert [told(f) for f in findings(bid("government_procurement: maybe"))] == [
        ("S108 error", "the value does not fit: `true` or `false` is expected here")
    ]

"""W101 to W112, W119, W120: words that have no place in a bid, wherever they stand."""

from __future__ import annotations

import pytest

from tests.check.promises import Findings, helps, notes
from tests.check.wording.clause import clause, param, places, project, told

WINDOW = "clauses/hotline/window.yaml"


def test_one_word_is_one_finding_with_all_its_places(findings: Findings) -> None:
    (found,) = findings(
        clause("{{ provider }}尽快响应，尽快修复。") + "variants:\n  letter: |\n    {{ provider }}尽\n    快到场。\n"
    )
    assert told((found,)) == [("W101 warning", "`尽快` promises nothing that could be measured")]
    assert places(found) == [(f"{WINDOW}:7:17", "尽快"), (f"{WINDOW}:7:22", "尽快"), (f"{WINDOW}:10:19", "尽")]
    assert notes(found) == ["rests on: 评标以可核对的数值为准；民法典第五百一十一条（履行期限不明确）"]
    assert helps(found) == [
        "instead: 在…小时内",
        "print a parameter in its place, and declare it under `commitments`",
    ]
    assert (found.key, found.bid, found.confidence.name) == (("hotline.window", "尽快"), None, "MEDIUM")


def test_two_words_are_two_findings(findings: Findings) -> None:
    assert told(findings(clause("{{ provider }}尽快响应，第一时间到场。"))) == [
        ("W101 warning", "`尽快` promises nothing that could be measured"),
        ("W101 warning", "`第一时间` promises nothing that could be measured"),
    ]


def test_a_doubtful_word_is_a_hint_of_low_confidence(findings: Findings) -> None:
    (found,) = findings(clause("{{ provider }}必要时提供备机。"))
    assert told((found,)) == [("W103 hint", "`必要时` takes the promise back")]
    assert found.confidence.name == "LOW"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ provider }}原则上当日修复。", "W103 warning"),
        ("{{ provider }}保持零故障。", "W104 warning"),
        ("{{ provider }}保证系统正常运行。", "W105 warning"),
        ("{{ provider }}是首屈一指的服务商。", "W106 warning"),
        ("{{ provider }}通过MSN受理。", "W107 warning"),
        ("{{ provider }}报银监会备案。", "W108 warning"),
        ("{{ provider }}通过OHSAS 18001认证。", "W109 warning"),
        ("{{ provider }}派____到场。", "W110 error"),
        ("{{ provider }}即使处理故障。", "W111 error"),
        ("{{ provider }}设热线。\n\n精品文档", "W112 error"),
        ("{{ provider }}修复故障或者提供备机。", "W119 warning"),
        ("乙方接听来电。", "W120 warning"),
    ],
)
def test_each_rule_has_its_lexicon(text: str, expected: str, findings: Findings) -> None:
    assert [rule for rule, _ in told(findings(clause(text)))] == [expected]


def test_texts_that_parameters_print_are_read(findings: Findings) -> None:
    (found,) = findings(clause("{{ next }}。", "params:", param("next", "尽快转服务经理", "text")))
    assert places(found) == [(f"{WINDOW}:7:44", "尽快")]


def test_what_a_bid_sets_is_told_of_the_bid(findings: Findings) -> None:
    text = clause("{{ next }}。", "params:", param("next", "转服务经理", "text"))
    (found,) = findings(text + project("{hotline.window.next: '尽快转服务经理'}"))
    assert (found.bid, places(found)) == ("demo", [("projects/demo/project.yaml:7:32", "尽快")])


def test_a_name_may_sound_as_it_likes_but_has_no_blank(findings: Findings) -> None:
    assert findings(project(name="最先进教学平台建设项目")) == ()
    (found,) = findings(project(name="XX学院网络项目"))
    assert (told((found,)), found.bid) == ([("W110 error", "`XX` was to be filled in")], "demo")


def test_cadences_that_clash_are_one_finding(findings: Findings) -> None:
    (found,) = findings(clause("{{ provider }}定期巡检，并不定期抽查。"))
    assert told((found,)) == [("W102 warning", "定期, 不定期 clash, and none says how often")]
    assert places(found) == [(f"{WINDOW}:7:17", "定期"), (f"{WINDOW}:7:23", "不定期")]


def test_a_cadence_with_its_number_passes(findings: Findings) -> None:
    text = clause("{{ provider }}定期（{{ often }}）巡检。", "params:", param("often", "每季度1次", "frequency"))
    assert findings(text) == ()


def test_a_document_kind_may_type_the_words_of_its_own_front_matter(findings: Findings) -> None:
    letter = "# templates/documents/letter.md\n---\nkind: letter\ntitle: 服务承诺书\nwords: {provider: 我公司, customer: 贵单位}\nnumbering: letter\nclause_titles: false\n---\n"  # noqa: E501
    clauses = '\n\n{{ clause("hotline.window") }}\n\n{{ clause("hotline.answer", optional=true) }}\n'
    assert findings(letter + "我公司向贵单位承诺。" + clauses) == ()
    (found,) = findings(letter + "我公司向甲方承诺。" + clauses)
    assert told((found,)) == [("W120 warning", "`甲方` is not what the documents call this party")]
    assert helps(found) == ["instead: {{ customer }}"]


def test_a_variant_may_type_the_words_of_its_kind(findings: Findings) -> None:
    text = clause("{{ provider }}设热线。")
    assert findings(text + "variants:\n  letter: |\n    我公司设热线。\n") == ()
    assert len(findings(text + "variants:\n  letter: |\n    乙方设热线。\n")) == 1

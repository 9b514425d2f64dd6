"""L108: laws and standards that are cited and not in force, by the data that bidgen holds and a workspace adds."""

from __future__ import annotations

import pytest

from gen.check.law.data import laws
from tests.check.law.cases import bid, wording
from tests.check.promises import Findings, helps, labels, notes, told

ADDED = """\
# clauses/laws.yaml
laws:
  示例市信息化服务管理办法:
    short: [信息化服务办法]
    in_force_from: 2020-05-01
    in_force_to: 2024-12-31
    successor: 《示例市数字服务条例》
    articles: 30
    source: 示例市政府公报
    confidence: high
"""


def test_a_repealed_law_is_found_wherever_a_clause_cites_it_with_its_successor(findings: Findings) -> None:
    [found] = findings(wording("依照《合同法》第六十条办理。", "basis: [中华人民共和国合同法]\n"))
    assert told(found) == (
        "L108 error",
        "中华人民共和国合同法 was in force until 2020-12-31 only, the bid is submitted on 2026-12-08",
    )
    assert labels(found) == [
        ("clauses/hotline/window.yaml:6:9", "中华人民共和国合同法", "cited here"),
        ("clauses/hotline/window.yaml:8:5", "《合同法》第六十条", "cited here"),
    ]
    assert notes(found) == ["source: 《中华人民共和国民法典》第一千二百六十条"]
    assert helps(found) == ["cite 《中华人民共和国民法典》合同编 instead"]


def test_on_a_day_on_which_it_was_in_force_it_may_be_cited(findings: Findings) -> None:
    assert findings(wording("依照《合同法》办理。") + bid(day="2020-12-31")) == ()
    assert len(findings(wording("依照《合同法》办理。") + bid(day="2021-01-01"))) == 1


def test_a_law_may_not_be_cited_before_it_is_in_force(findings: Findings) -> None:
    [found] = findings(wording("依照《中华人民共和国民法典》办理。") + bid(day="2020-12-31"))
    assert told(found)[1] == "中华人民共和国民法典 is in force from 2021-01-01 only, the bid is submitted on 2020-12-31"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("按照合同法的规定承担责任。", "中华人民共和国合同法 was in force until 2020-12-31 only"),
        ("依据中华人民共和国合同法签订。", "中华人民共和国合同法 was in force until 2020-12-31 only"),
        ("双方按经济法处理。", "no law is called 经济法"),
        ("依照《中华人民共和国担保法》提供担保。", "中华人民共和国担保法 was in force until 2020-12-31 only"),
        ("符合 GB/T 16784—2008 的要求。", "GB/T 16784-2008 was in force until 2025-08-31 only"),
        ("符合GB/T28827.1-2012。", "GB/T28827.1-2012 is cited, and GB/T 28827.1-2022 is the edition that is held"),
        (
            "见《民法典》第一千二百六十一条。",
            "中华人民共和国民法典 has no 第一千二百六十一条: its last is 第一千二百六十条",
        ),
        ("见《民法典》第1300条。", "中华人民共和国民法典 has no 第1300条: its last is 第一千二百六十条"),
        (
            "见《网络安全法》第二十一条。",
            "中华人民共和国网络安全法: what 第二十一条 said has had the number 第二十三条",
        ),
    ],
)
def test_what_is_wrong_with_a_citation_is_said(findings: Findings, text: str, message: str) -> None:
    [found] = findings(wording(text))
    assert (found.rule.id, told(found)[1].startswith(message)) == ("L108", True), told(found)


@pytest.mark.parametrize(
    "text",
    [
        "依照《中华人民共和国劳动合同法》订立劳动合同。",
        "劳动合同法另有规定的，从其规定。",
        "双方的合同法律关系不受影响。",
        "由合同法定代表人签字。",
        "遵守国家经济法规和经济法律。",
        "见《中华人民共和国民法典》第二百条至第二百零四条、第一千二百六十条。",
        "符合GB/T 28827.3-2012和ISO/IEC 20000-1:2018的要求。",
        "符合 GB/T 28827.1-2030 的要求。",
        "见《中华人民共和国网络安全法》第二十三条。",
        "见《示例市信息化服务管理办法》。",
    ],
)
def test_what_may_be_cited_or_is_not_held_is_not_found(findings: Findings, text: str) -> None:
    assert findings(wording(text)) == ()


def test_a_changed_number_of_an_article_and_an_old_edition_are_hints(findings: Findings) -> None:
    [found] = findings(wording("见《网络安全法》第二十一条。"))
    assert (str(found.severity), str(found.confidence), helps(found)) == ("hint", "low", ["cite 第二十三条 instead"])
    assert findings(wording("见《网络安全法》第二十一条。") + bid(day="2025-12-31")) == ()


def test_what_rests_on_a_secondary_text_is_no_error(findings: Findings) -> None:
    [found] = findings(wording("符合GB/T 16784-2008。"))
    assert (str(found.severity), str(found.confidence)) == ("warning", "medium")


def test_texts_that_a_bid_sets_are_judged_by_its_own_day(findings: Findings) -> None:
    clause = wording("{{ terms }}", "params: {terms: {label: 约定, type: text, default: 无}}\n")
    values = "values: {hotline.window.terms: 依照《合同法》办理}\n"
    [found] = findings(clause + bid(values=values))
    assert (found.rule.id, found.bid) == ("L108", "demo")
    assert labels(found) == [("projects/demo/project.yaml:7:32", "依照《合同法》办理", "cited here")]
    assert findings(clause + bid(day="2020-01-01", values=values)) == ()


def test_defaults_of_clauses_and_values_of_profiles_are_read(findings: Findings) -> None:
    clause = wording("{{ terms }}", "params: {terms: {label: 约定, type: text, default: 依照《合同法》办理}}\n")
    profile = (
        "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nclauses: [hotline.window]\n"
        "values: {hotline.window.terms: 按《民法总则》办理}\n"
    )
    assert [(f.key[0], f.key[1]) for f in findings(clause + profile)] == [
        ("hotline.window", "中华人民共和国合同法"),
        ("basic", "中华人民共和国民法总则"),
    ]


def test_a_workspace_adds_laws_of_its_own(findings: Findings) -> None:
    [found] = findings(wording("依照《信息化服务办法》第三条执行。") + ADDED)
    assert told(found)[1] == (
        "示例市信息化服务管理办法 was in force until 2024-12-31 only, the bid is submitted on 2026-12-08"
    )
    [beyond] = findings(
        wording("依照《信息化服务办法》第三十一条执行。") + ADDED.replace("    in_force_to: 2024-12-31\n", "")
    )
    assert told(beyond)[1] == "示例市信息化服务管理办法 has no 第三十一条: its last is 第三十条"


def test_a_workspace_knows_better_than_what_is_built_in(findings: Findings) -> None:
    own = "# clauses/laws.yaml\nlaws:\n  中华人民共和国合同法: {source: 自定, confidence: low}\n"
    assert findings(wording("依照《中华人民共和国合同法》办理。") + own) == ()


def test_the_list_of_laws_is_read_as_a_record_and_not_as_a_clause(findings: Findings) -> None:
    broken = ADDED.replace("in_force_from: 2020-05-01", "in_force_since: 2020-05-01")
    assert [(str(f.labels[0].span), told(f)) for f in findings(broken)] == [
        ("clauses/laws.yaml:4:5", ("S106 error", "`in_force_since` is not known here"))
    ]
    wrong = ADDED.replace("2024-12-31", "2024年底").replace("confidence: high", "confidence: sure")
    assert [(str(f.labels[0].span), f.rule.id) for f in findings(wrong)] == [
        ("clauses/laws.yaml:5:18", "S108"),
        ("clauses/laws.yaml:9:17", "S109"),
    ]


def test_successors_are_not_dead_themselves() -> None:
    held = laws()
    for name, law in held.items():
        follower = held.get(law.successor)
        assert follower is None or not follower.in_force_to, name
        assert law.source, name

"""Documents within documents: annexes that outline or bid name, references to them, lists and counts of them."""

from __future__ import annotations

from gen.finding import Finding
from gen.library import load
from tests.compose.test_compose import WINDOW, Compose, LayOut, clause, compose, outline, text_of

__all__ = ["compose"]

PLAN = """
# templates/documents/training-plan.md
---
kind: training-plan
title: 培训方案
words: {provider: 服务方, customer: 客户}
numbering: letter
clause_titles: true
---
# 目标

{{ provider }}为{{ customer }}办培训，见{{ ref("hotline.window") }}。
"""
BID = """
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
"""


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(f.rule.id, str(f.message), str(f.labels[0].span)) for f in findings]


def test_a_document_kind_is_printed_as_an_annex_in_the_words_of_its_host(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n培训见{{{{ ref("training-plan") }}}}。\n\n{{{{ annex("training-plan") }}}}\n'
    assert text_of(compose(clause("甲。"), outline(body), PLAN))[1:] == [
        "一、服务",
        "（一）甲。",
        "培训见附件一。",
        "附件一 培训方案",
        "一、目标",
        "我公司为贵单位办培训，见正文一（一）。",
    ]


def test_the_bid_says_which_annexes_a_document_has(compose: Compose) -> None:
    text = '共{{ count("annexes") }}个附件：\n\n{{ annex_list }}\n\n{{ annexes }}\n'
    body = f"# 服务\n\n{WINDOW}\n\n{text}"
    bid = BID + "documents: [letter]\nannexes: {letter: [training-plan]}\n"
    assert text_of(compose(clause("甲。"), outline(body), PLAN, bid))[3:] == [
        "共1个附件：",
        "1. 附件一《培训方案》。",
        "附件一 培训方案",
        "一、目标",
        "我公司为贵单位办培训，见正文一（一）。",
    ]
    without = BID + "documents: [letter]\n"
    assert text_of(compose(clause("甲。"), outline(body), PLAN, without))[3:] == ["共0个附件：", "无。"]


def test_a_reference_to_a_document_of_its_own_prints_its_title(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n培训见{{{{ ref("training-plan") }}}}。\n'
    plan = PLAN.replace('{{ ref("hotline.window") }}', '{{ ref("letter/hotline.window") }}')
    bid = BID + "documents: [letter, training-plan]\n"
    assert text_of(compose(clause("甲。"), outline(body), plan, bid))[3] == "培训见《培训方案》。"


def test_a_reference_to_a_document_that_the_bid_lacks_is_found(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n培训见{{{{ ref("training-plan") }}}}。\n'
    assert told(compose(clause("甲。"), outline(body), PLAN).findings) == [
        ("R204", "the bid demo has no document `training-plan`", "templates/documents/letter.md:12:4"),
    ]


def test_annexes_have_a_document_and_a_place_in_it(workspace: LayOut) -> None:
    bid = BID + "documents: [letter]\nannexes: {letter: [training-plan, trainig-plan], lettre: [training-plan]}\n"
    _, findings = load(workspace(clause("甲。") + outline(f"# 服务\n\n{WINDOW}\n") + PLAN + bid))
    assert told(tuple(f for f in findings if f.rule.id != "R203")) == [
        ("S109", "there is no document kind `trainig-plan`", "projects/demo/project.yaml:7:35"),
        ("S109", "承诺书 has no place for annexes", "projects/demo/project.yaml:7:11"),
        ("S109", "the bid has no document `lettre`", "projects/demo/project.yaml:7:50"),
    ]


def test_a_document_is_no_annex_of_itself(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ annex("letter") }}}}\n'
    assert told(compose(clause("甲。"), outline(body)).findings) == [
        ("S111", "the document `letter` would print itself as an annex", "templates/documents/letter.md:12:1"),
    ]


def test_what_stands_in_body_and_annex_is_referred_to_in_the_body(compose: Compose) -> None:
    plan = PLAN + f"\n{WINDOW}\n"
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ annex("training-plan") }}}}\n'
    examined = compose(clause("甲。"), outline(body), plan)
    assert text_of(examined)[3:] == [
        "附件一 培训方案",
        "一、目标",
        "我公司为贵单位办培训，见正文一（一）。",
        "（一）热线",
        "甲。",
    ]
    anchors = [block.anchor for block in examined.documents[0].blocks if getattr(block, "anchor", None)]
    assert len(anchors) == len(set(anchors))


def test_an_annex_leaves_out_what_its_document_has_already(compose: Compose) -> None:
    once = '{{ clause("hotline.window", once=true) }}'
    plan = PLAN + f"\n{once}\n\n{once}\n"
    within = f'# 服务\n\n{WINDOW}\n\n{{{{ annex("training-plan") }}}}\n'
    assert text_of(compose(clause("甲。"), outline(within), plan))[4:] == [
        "一、目标",
        "我公司为贵单位办培训，见正文一（一）。",
    ]
    alone = BID + "documents: [training-plan]\n"
    assert text_of(compose(clause("甲。"), plan, alone))[3:] == ["（一）热线", "甲。", "（二）热线", "甲。"]


def test_an_annex_that_an_annex_brings_is_printed_once(compose: Compose) -> None:
    people = '{{ annex("annex.people", "%s") }}\n\n%s\n\n'
    plan = (
        PLAN
        + "\n"
        + people % ("人员", "| 甲 |\n| --- |\n| 乙 |\n\n丙。")
        + '{{ annex("annex.places", "网点") }}\n\n丁。\n'
    )
    own = people % ("名单", '名单与{{ ref("annex.places") }}一致。')
    body = f'# 服务\n\n{WINDOW}\n\n{own}{{{{ annex("training-plan") }}}}\n'
    examined = compose(clause("甲。"), outline(body), plan)
    assert text_of(examined)[3:] == [
        "附件一 名单",
        "名单与附件三一致。",
        "附件二 培训方案",
        "一、目标",
        "我公司为贵单位办培训，见正文一（一）。",
        "附件三 网点",
        "丁。",
    ]
    assert told(examined.findings) == []


def test_a_reference_into_a_kind_leads_to_the_annex_that_prints_it(compose: Compose) -> None:
    plan = PLAN + '\n{{ clause("hotline.answer") }}\n'
    body = (
        f'# 服务\n\n{WINDOW}\n\n{{{{ ref("training-plan/hotline.answer") }}}}。\n\n{{{{ annex("training-plan") }}}}\n'
    )
    assert text_of(compose(clause("甲。"), outline(body), plan))[3] == "附件一之一（一）。"


EMPTY = '{{ clause("hotline.answer", empty="无") }}'


def test_an_optional_clause_that_the_bid_lacks_prints_that_there_is_none(compose: Compose) -> None:
    body = f"# 服务\n\n{WINDOW}\n\n{EMPTY}\n"
    assert text_of(compose(clause("甲。"), outline(body)))[2:] == ["（一）甲。", "（二）接听：无。"]


def test_the_changes_of_a_bid_are_listed_where_its_document_says(compose: Compose) -> None:
    rules = "drafting: {changes: hotline.window, empty: 无}\nclause_titles: false"
    letter = outline(f"# 服务\n\n{WINDOW}\n").replace("clause_titles: false", rules)
    text = clause("对本文件的变更：\n\n{{ changes }}")
    changed = BID + "documents: [letter]\nchanges: [{document: letter, clause: hotline.window, text: 改为乙。}]\n"
    assert text_of(compose(text, letter, changed))[2:] == ["（一）对本文件的变更：", "1. 一（一）（热线）：改为乙。"]
    assert text_of(compose(text, letter))[2:] == ["（一）对本文件的变更：", "无。"]


def test_an_annex_that_is_listed_and_not_printed_is_found(compose: Compose) -> None:
    body = f"# 服务\n\n{WINDOW}\n\n{{% if project.lot %}}\n\n{{{{ annexes }}}}\n\n{{% endif %}}\n"
    bid = BID + "documents: [letter]\nannexes: {letter: [training-plan]}\n"
    assert told(compose(clause("甲。"), outline(body), PLAN, bid).findings) == [
        ("S109", "the annex `training-plan` is listed, but 承诺书 does not print it in this bid",
         "projects/demo/project.yaml:7:20"),
    ]  # fmt: skip


def test_an_annex_that_is_listed_twice_is_found(compose: Compose) -> None:
    body = f"# 服务\n\n{WINDOW}\n\n{{{{ annexes }}}}\n"
    bid = BID + "documents: [letter]\nannexes: {letter: [training-plan, training-plan]}\n"
    assert told(compose(clause("甲。"), outline(body), PLAN, bid).findings) == [
        ("S111", "`training-plan` is an annex of this document already", "projects/demo/project.yaml:7:35"),
    ]

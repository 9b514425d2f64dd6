"""Each phrase that the law does not let stand: sentences that have it, and sentences that only look like it."""

from __future__ import annotations

import pytest

from gen.check.law import RULES
from gen.check.law.data import phrases
from tests.check.law.cases import wording
from tests.check.promises import Findings, helps, labels, notes, told

FOUND = {
    "late_payment_without_interest": ("L105 warning", ["甲方逾期付款的，乙方免收利息。", "逾期支付的款项不计利息。"]),
    "pay_when_paid": (
        "L104 warning",
        ["待上级资金到位后，甲方向乙方支付价款。", "业主付款后十五日内，甲方付清余款。"],
    ),
    "injury_excluded": ("L106 error", ["因服务造成人身伤害的，乙方不承担赔偿责任。", "现场人身安全事故概不负责。"]),
    "everything_excluded": (
        "L106 warning",
        ["数据丢失的，我公司概不负责。", "对停机造成的后果，乙方不承担任何法律责任。", "免除乙方因此产生的一切责任。"],
    ),
    "last_word": ("L107 warning", ["最终解释权归我公司。", "本条款的解释权归乙方所有。"]),
    "one_sided_change": ("L107 warning", ["乙方有权单方调整服务价格。", "我公司有权随时自行终止协议。"]),
    "no_objection": ("L107 warning", ["对验收结论，甲方不得提出任何异议。", "{{ customer }}不得异议。"]),
    "court_or_arbitration": (
        "L109 error",
        ["可以申请仲裁或者提起诉讼。", "可向人民法院起诉，也可以提交仲裁机构仲裁。", "仲裁或起诉均可。"],
    ),
    "all_passed_on": ("L113 warning", ["乙方可将全部维保委托第三方实施。", "所有现场工作外包给他人。"]),
    "claims_forfeited": ("L120 warning", ["逾期一年未主张的，视为放弃诉权。", "逾期即丧失索赔的权利。"]),
    "period_word_without_its_number": ("L122 hint", ["“以内”不包括本数。", "以上、以下均不含本数。"]),
    "period_word_with_its_number": ("L122 hint", ["“超过”包括本数。"]),
}

SILENT = [
    "甲方逾期付款的，按日支付利息。",
    "履约保证金不计利息。",
    "甲方不得以第三方付款未到位为由，在其付款后才支付。",
    "甲方自验收合格之日起三十日内付款。",
    "责任限额不适用于人身损害的赔偿责任。",
    "人身损害的赔偿责任不免除。",
    "因甲方违反操作说明造成的损坏，乙方不承担任何责任。",
    "因不可抗力不能履行的，乙方不承担任何责任。",
    "除故意或者重大过失外，乙方不承担任何间接损失责任。",
    "本协议由双方依法解释。",
    "一方提出变更的，经双方书面同意后变更协议。",
    "甲方应在五日内提出异议。",
    "所列地址同时作为诉讼或者仲裁文书的送达地址。",
    "裁决是终局的，任何一方不得再向人民法院起诉或者申请仲裁。",
    "仲裁或者诉讼期间，双方继续履行。",
    "乙方不得将全部工作转包给他人。",
    "乙方的全部培训由讲师承担。",
    "逾期未提出的，视为验收合格。",
    "“以内”“届满”包括本数，“超过”“不满”不包括本数。",
    "超过约定时限的，按日支付违约金。",
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in FOUND.items() for text in texts])
def test_a_phrase_is_found_once_with_its_law(findings: Findings, name: str, text: str) -> None:
    [found] = findings(wording(text))
    assert (told(found)[0], found.key) == (FOUND[name][0], ("hotline.window", name))


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_one_is_not_found(findings: Findings, text: str) -> None:
    assert findings(wording(text)) == ()


def test_every_phrase_has_sentences() -> None:
    known = {name for module in RULES for name, *_ in phrases(module.RULE.id)}
    assert sorted(FOUND) == sorted(known)


def test_a_finding_points_at_the_words_and_says_what_to_write(findings: Findings) -> None:
    [found] = findings(wording("本服务的最终解释权归{{ provider }}所有。"))
    assert told(found)[1] == (
        "“最终解释权”: such a term cannot displace the rules of interpretation; a standard term is read against who "
        "supplied it"
    )
    assert labels(found) == [("clauses/hotline/window.yaml:7:7", "最终解释权", "it stands here")]
    assert notes(found) == ["source: 《中华人民共和国民法典》第四百九十七条、第四百九十八条"]
    assert helps(found) == ["delete it, and make clear what could be in doubt"]


def test_a_phrase_that_stands_twice_in_a_text_is_one_finding(findings: Findings) -> None:
    [found] = findings(wording("最终解释权归乙方。最终解释权不受限制。"))
    assert len(found.labels) == 2


def test_variants_and_outlines_are_read_too(findings: Findings) -> None:
    variant = wording("甲。").replace("text:", "variants: {letter: 最终解释权归我公司。}\ntext:")
    outline = (
        "# templates/documents/letter.md\n---\nkind: letter\ntitle: 函\nwords: {provider: 我公司, customer: 贵单位}\n"
        'numbering: letter\nclause_titles: false\n---\n{{ clause("hotline.window") }}\n\n'
        '{{ clause("hotline.answer", optional=true) }}\n\n最终解释权归我公司。\n'
    )
    assert [str(f.labels[0].span) for f in findings(variant + outline)] == [
        "clauses/hotline/window.yaml:6:20",
        "templates/documents/letter.md:12:1",
    ]


def test_a_retired_clause_is_not_read(findings: Findings) -> None:
    text = wording("最终解释权归我公司。").replace("approved", "retired")
    assert "L107" not in {f.rule.id for f in findings(text)}

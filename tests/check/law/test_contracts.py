"""Rules of the law that look at a contract as a whole, and those that no table of limits can say."""

from __future__ import annotations

from tests.check.law.cases import CONTRACT, bid, wording
from tests.check.promises import Findings, clause, labels, notes, param, told

SCHEDULE = (
    "schedule: {label: 付款, type: table, key: item, columns: {share: {label: 比例, type: percent}}, "
    "default: {验收合格: 95%, 质保期届满: 5%}}"
)
PAYMENT = "promise: payment, at_most: 30日, clock: {kind: natural, from: acceptance_passed}, obligor: customer"
WORKS = bid("contract: works")


def damages(rate: str, cap: str = "", more: str = "") -> str:
    params = [param("rate", rate, type_="percent")] + ([param("cap", cap, type_="percent")] if cap else [])
    return clause(
        params, ["promise: liquidated_damages, is: $rate"] + ([f"promise: ld_cap, is: $cap{more}"] if cap else [])
    )


def test_a_rate_without_a_cap_is_likely_excessive_once_it_reaches_a_third_in_a_year(findings: Findings) -> None:
    [found] = findings(damages("1%"))
    assert told(found) == ("L101 hint", "1% for each day and no cap: likely excessive")
    assert notes(found)[0] == "example: after 30 days the damages are 30% of their base"
    assert findings(damages("0.8‰")) == ()


def test_a_cap_for_other_cases_or_of_the_other_party_stops_nothing(findings: Findings) -> None:
    assert findings(damages("1%", "10%")) == ()
    apart = damages("1%", "10%", ", scope: {phase: post_warranty}").replace(
        "is: $rate", "is: $rate, scope: {phase: in_warranty}"
    )
    assert [told(f)[0] for f in findings(apart)] == ["L101 hint"]
    assert [told(f)[0] for f in findings(damages("1%", "10%", ", obligor: customer"))] == ["L101 hint"]


def test_a_cap_of_nothing_empties_all_promises(findings: Findings) -> None:
    [found] = findings(damages("0.1‰", "0%"))
    assert told(found) == ("L101 warning", "cap on liquidated damages is 0%: nothing is owed for any breach")


def test_a_share_due_when_the_warranty_has_ended_is_retention(findings: Findings) -> None:
    [found] = findings(clause([SCHEDULE], [PAYMENT]) + WORKS)
    assert told(found) == (
        "L111 warning",
        "retention is 5%, but 《建设工程质量保证金管理办法》（建质〔2017〕138号）第七条 allows at most 3%",
    )
    assert [label[1] for label in labels(found)] == ["5%"]
    assert findings(clause([SCHEDULE], [PAYMENT]) + bid("contract: goods")) == ()
    assert findings(clause([SCHEDULE.replace("质保期届满", "终验合格")], [PAYMENT]) + WORKS) == ()


def test_works_do_not_bear_a_bond_and_a_retention(findings: Findings) -> None:
    both = clause(
        [param("kept", "3%", type_="percent"), param("bond", "10%", type_="percent")],
        ["promise: retention, is: $kept, obligor: customer", "promise: performance_bond, is: $bond"],
    )
    [found] = findings(both + WORKS)
    assert told(found) == ("L111 warning", "retention beside a performance bond")
    assert [label[1] for label in labels(found)] == ["3%", "10%"]
    assert findings(both + bid("contract: services")) == ()
    assert findings(both.replace("default: 10%", "default: 0%") + WORKS) == ()


def test_arbitration_needs_the_name_of_an_institution(findings: Findings) -> None:
    more = "commitments:\n  - {promise: dispute, is: arbitration, obligor: both}\n"
    for unnamed in (
        "提交仲裁机构仲裁。",
        "提交甲方所在地的仲裁委员会仲裁。",
        "提交当地仲裁委员会仲裁。",
        "以仲裁解决。",
    ):
        assert [told(f) for f in findings(wording(unnamed, more))] == [
            ("L109 warning", "arbitration is promised, but no institution is named")
        ], unnamed
    for named in ("提交砚屏仲裁委员会仲裁。", "由松坪国际仲裁院裁决。"):
        assert findings(wording(named, more)) == (), named
    assert findings(wording("以仲裁解决。", more.replace("arbitration", "court"))) == ()


def test_the_institution_may_be_a_value_of_the_clause(findings: Findings) -> None:
    text = wording(
        "提交{{ body }}仲裁。",
        "params: {body: {label: 机构, type: text, default: 砚屏仲裁委员会}}\n"
        "commitments:\n  - {promise: dispute, is: arbitration, obligor: both}\n",
    )
    assert findings(text) == ()
    assert [f.rule.id for f in findings(text + bid(values="values: {hotline.window.body: 双方约定的仲裁机构}\n"))] == [
        "L109"
    ]


def test_a_contract_without_terms_on_breach_lacks_an_element(findings: Findings) -> None:
    [found] = findings(CONTRACT)
    assert told(found) == ("L117 error", "the contract 服务协议 does not speak of: liability for breach")
    assert findings(CONTRACT.replace("见采购合同", "违约责任见采购合同")) == ()


def test_government_procurement_adds_acceptance(findings: Findings) -> None:
    whole = CONTRACT.replace("见采购合同", "违约责任见采购合同")
    [found] = findings(whole + bid("government_procurement: true"))
    assert told(found)[1] == "the contract 服务协议 does not speak of: acceptance"
    assert findings(whole.replace("采购合同", "采购合同和验收单") + bid("government_procurement: true")) == ()


def test_what_one_party_signs_is_no_contract(findings: Findings) -> None:
    one = CONTRACT.replace('  - {title: 甲方（盖章）, lines: {地址: ""}}\n', "")
    assert findings(one) == ()


def test_all_items_on_personal_data_that_are_missing_are_named(findings: Findings) -> None:
    more = "commitments:\n  - {promise: data_processing, is: entrusted}\n"
    [found] = findings(wording("{{ provider }}对个人信息保密，处理目的为排除故障，应加密。", more))
    assert told(found) == (
        "L114 warning",
        "personal data are processed on the customer's behalf, but nothing is said of: term, manner, "
        "kinds of personal data, return or deletion, passing on to others",
    )
    assert findings(wording("{{ provider }}对个人信息保密。", more.replace("entrusted", "none"))) == ()


def test_other_clauses_on_data_may_say_the_rest(findings: Findings) -> None:
    more = "commitments:\n  - {promise: data_processing, is: entrusted}\n"
    text = "处理目的、期限、方式和信息种类见工单，应加密，不得转委托。"
    assert [told(f)[1][-18:] for f in findings(wording(text, more))] == ["return or deletion"]
    other = (
        "# clauses/hotline/answer.yaml\nid: hotline.answer\ntitle: 返还\nstatus: approved\nowner: legal\n"
        "review_by: 2027-10-01\ncommitments:\n"
        "  - {promise: data_return, at_most: 15日, clock: {kind: natural, from: term_ended}}\ntext: 作业结束后删除。\n"
        "# clauses/profiles/basic.yaml\nid: basic\ntitle: 基本\nclauses: [hotline.window, hotline.answer]\n"
    )
    assert findings(wording(text, more) + other) == ()


def test_a_heavy_term_is_marked_in_a_contract_and_need_not_be_in_a_letter(findings: Findings) -> None:
    heavy = wording("累计不超过合同总价。", "commitments:\n  - {promise: liability_cap, is: 100%}\n")
    whole = CONTRACT.replace("见采购合同", "违约责任见采购合同")
    [found] = findings(heavy + whole)
    assert told(found) == ("L124 hint", "`hotline.window` limits what the provider owes, and nothing in it is marked")
    assert findings(heavy) == ()
    assert findings(heavy.replace("累计不超过合同总价。", "**累计不超过合同总价。**") + whole) == ()
    assert findings(heavy.replace("is: 100%", "is: 100%, obligor: customer") + whole) == ()

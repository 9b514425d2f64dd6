"""The workspace that ships: no findings, enough clauses, and wording that keeps the rules of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gen.examine import examine
from gen.library.printing import outlines_of
from gen.library.vocabulary import built_in_vocabulary
from gen.model.library import LoadedForm
from gen.quantity import Words
from gen.template import Template, calls
from gen.template.nodes import Data, If, Part
from gen.workspace import Workspace, find
from tests.conftest import ROOT, all_findings, shipped
from tests.seeds.mapping import seed_maps

LIBRARY = shipped()

KINDS = {
    "服务方案": ("service-plan-short", "five-chapter-plan", "full-plan"),
    "服务承诺书": ("commitment-letter",),
    "技术支持服务协议": ("support-agreement-short", "support-agreement"),
    "运行维护和技术支持服务合同": ("operation-contract",),
    "流程规范": ("process-specification",),
    "应急预案": ("emergency-plan",),
    "培训方案": ("training-plan",),
    "巡检计划": ("inspection-plan",),
    "备品备件清单及价格": ("spares-price-list",),
    "质保期外收费标准": ("post-warranty-prices",),
    "人员表": ("staff-list",),
    "网点表": ("branch-list",),
    "服务组织说明": ("service-organisation",),
    "故障等级与响应时限表": ("severity-table",),
    "升级上报表": ("escalation-table",),
    "处理方式分级表": ("handling-levels",),
    "阶段服务表": ("phase-services",),
    "费用与期限矩阵": ("fee-and-term-matrix",),
    "SLA 与考核表": ("sla-assessment",),
    "验收单": ("service-acceptance",),
    "联系人表": ("contact-sheet",),
    "原厂承诺函": ("maker-letter",),
    "满意度问卷": ("satisfaction-survey", "survey-expectation", "survey-perception", "survey-overall"),
    "服务申请单": ("service-request",),
    "服务跟踪卡": ("tracking-card",),
    "客户投诉/售后服务信息表": ("complaint-record",),
    "客户访问信息表": ("visit-record",),
    "咨询/反馈登记表": ("inquiry-record",),
    "问题反馈及实施表": ("problem-record",),
    "客户回单": ("customer-receipt",),
    "维护任务单": ("maintenance-order",),
    "意见反馈表": ("feedback-form",),
    "维护验收表": ("maintenance-acceptance",),
    "用户档案": ("customer-file",),
    "系统维护记录": ("maintenance-log",),
    "巡检报告": ("inspection-report",),
    "故障报告": ("fault-report",),
}
"""The documents that the after-sales part of a bid and its contracts are made of, and the kinds that they are here."""

VAGUE = (
    "立即", "立刻", "即刻", "马上", "第一时间", "尽快", "尽早", "及时", "最短时间", "即时响应", "实时响应",
    "实时支持", "随时", "迅速", "快速响应", "不定期", "近期", "适时", "视情况", "必要时", "通常", "原则上",
    "一般情况", "目前", "基本上", "大致", "左右", "若干", "绝大多数", "大多数情况", "尽力", "尽量", "尽可能",
    "力争", "争取", "力求", "努力", "酌情", "适当", "足够", "充分", "积极", "相关部门", "有关部门", "等等", "优质",
    "一流", "先进", "完善的", "全方位", "贴心", "良好",
)  # fmt: skip
"""Words that nobody can hold a promise to (domain.md WO-01, WO-02)."""
ABSOLUTE = (
    "绝不", "决不", "绝对", "100%", "百分之百", "永久", "永远", "终身", "终生", "零故障", "零中断", "零投诉",
    "万无一失", "一切", "任何", "全部责任", "一律", "无条件", "完全满足", "彻底",
)  # fmt: skip
"""Words that no supplier can keep (domain.md WO-03)."""
PARTIES = (
    "甲方", "乙方", "丙方", "我公司", "我方", "我司", "本公司", "贵单位", "贵方", "贵公司", "采购人", "采购方",
    "招标人", "投标人", "中标人", "供应商", "买方", "卖方", "用户", "客户", "业主", "服务商",
)  # fmt: skip
"""What documents call the parties: a clause prints {{ provider }} or {{ customer }}."""
NOT_A_PARTY = ("设备老化、供应商迟延交货", *(str(loaded.form.title) for loaded in LIBRARY.forms.values()))
"""The supplier's own supplier is meant; and the name of a form (客户回单) is its name, whoever the customer is."""

CHINESE = "[\u4e00-\u9fff“”‘’（）《》，。；：？！、]"
HALF_WIDTH = re.compile(rf"{CHINESE}\s*[,;:!?()]|[,;:!?()]\s*{CHINESE}|{CHINESE}\.(?!\w)|{CHINESE}[\"']|[\"']{CHINESE}")
SPACED = re.compile(rf"{CHINESE} +{CHINESE}")
STANDARD = re.compile(r"(?:GB|GB/T|GA|YD|ISO|IEC|ITSS)[/ A-Z-]*\d[\d.:—-]*|〔\d{4}〕\d+号")
DIGITS = re.compile(r"\d+")
CHINESE_AMOUNT = re.compile(
    r"[〇一二三四五六七八九十百千两半]+个?(?:秒|分钟|小时|工作日|日|天|周|月|年|次|人|份|倍|元|件|套|台)"
)
NOT_AN_AMOUNT = ("一年期贷款市场报价利率", "每一周年")
"""The name of a rate; and “each”."""
MARK = re.compile(r"^\s*(?:\d+\.|-) |^#+ |^\{\w+\} |\^\[!?", re.MULTILINE)
"""Of a list, a heading, a paragraph that is set apart, a footnote: signs of the notation, which nothing prints."""


def words(parts: tuple[Part, ...]) -> Iterator[str]:
    """What a text says itself; a hole stands as ◇."""
    for part in parts:
        if isinstance(part, Data):
            yield part.text
        elif isinstance(part, If):
            yield from words(part.then)
            yield from words(part.otherwise)
        else:
            yield "◇"


def prose(template: Template) -> str:
    return MARK.sub("", "".join(words(template.parts)))


def printed_by(loaded: LoadedForm) -> Iterator[Template]:
    """The texts of a form but for its choices: what one may tick is no promise (使用年限 不满1年, 部分用户)."""
    choices = {str(choice) for row in loaded.form.rows for field in row.fields for choice in field.choices}
    return (template for text, template in loaded.texts.items() if text not in choices)


CLAUSES = {
    f"{id_}{f' ({kind})' if kind else ''}": f"{loaded.clause.title}\n{prose(template)}"
    for id_, loaded in LIBRARY.clauses.items()
    for kind, template in loaded.wordings.items()
}
DEFAULTS = {
    param.path: "\n".join(str(cell.quantity) for cell in param.default.values() if isinstance(cell.quantity, Words))
    for loaded in LIBRARY.clauses.values()
    for param in loaded.params.values()
}
OUTLINES = {
    kind: "\n".join(prose(template) for template in (loaded.body, *loaded.texts.values()))
    for kind, loaded in LIBRARY.outlines.items()
}
FORMS = {f"form {id_}": "\n".join(map(prose, printed_by(loaded))) for id_, loaded in LIBRARY.forms.items()}
TEXTS = {**CLAUSES, **{path: text for path, text in DEFAULTS.items() if text}, **OUTLINES, **FORMS}


def around(text: str, at: int) -> str:
    return text[max(at - 12, 0) : at + 12].replace("\n", " ")


def hits(pattern: re.Pattern[str], text: str, *excepted: str) -> list[str]:
    for exception in excepted:
        text = text.replace(exception, "")
    return [around(text, match.start()) for match in pattern.finditer(text)]


def test_the_shipped_workspace_has_no_findings() -> None:
    assert [f"{f.rule} {f.message}" for f in all_findings(Workspace(ROOT))] == []


def test_every_command_finds_its_root() -> None:
    found = find(ROOT / "clauses" / "response")
    assert found is not None
    assert found.root == ROOT


def test_the_library_is_as_large_as_its_readme_says() -> None:
    approved = sum(loaded.clause.status == "approved" for loaded in LIBRARY.clauses.values())
    bids = {path.parent.name for path in ROOT.glob("projects/*/project.yaml")}
    print(f"{approved} approved clauses, {len(LIBRARY.outlines)} document kinds, {len(bids)} bids")
    assert approved >= 160
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"{approved} approved clauses" in readme
    assert f"{len(LIBRARY.outlines)} document kinds" in readme
    assert {id_.partition("/")[0] for id_ in LIBRARY.bids} == bids
    assert (len(bids), "Sixteen invented bids use all of them" in readme) == (16, True)


@pytest.mark.parametrize("name", KINDS)
def test_the_library_has_every_kind_of_document(name: str) -> None:
    assert set(KINDS[name]) - set(LIBRARY.outlines) == set()


def test_every_kind_of_document_is_printed_by_a_bid() -> None:
    outlines = [outlines_of(LIBRARY, bid) for bid in LIBRARY.bids.values()]
    within = {
        call.words()[0]
        for printed in outlines
        for outline in printed.values()
        for call in calls(outline.body)
        if call.function == "form"
    }
    assert set(LIBRARY.outlines) - {kind for printed in outlines for kind in printed} - within == set()


def test_there_is_a_bid_for_every_seed_document_one_in_lots_and_one_to_begin_with() -> None:
    bids = {name: each.content["bid"] for each in seed_maps() for name in seeds_of(each.content)}
    assert bids == {
        "D01": "campus-network", "D10": "campus-network", "D13": "campus-network",
        "D02": "course-software", "D08": "course-software",
        "D03": "warehouse-digital",
        "D04": "office-integration",
        "D05": "school-teaching",
        "D06": "regional-network",
        "D07": "lake-hall",
        "D09": "library-support",
        "D11": "telecom-maintenance", "D18": "telecom-maintenance",
        "D12": "service-platform",
        "D14": "harbour-network", "D17": "harbour-network",
        "D15": "group-operation",
        "D19": "dispatch-system",
    }  # fmt: skip
    assert set(bids.values()) - set(LIBRARY.bids) == set()
    assert all(LIBRARY.bids[bid].notes for bid in bids.values())
    assert [id_ for id_ in LIBRARY.bids if id_.startswith("hospital-lots/")] == [
        "hospital-lots/lot-1", "hospital-lots/lot-2", "hospital-lots/lot-3",
    ]  # fmt: skip
    assert list(LIBRARY.bids["first-bid"].documents) == ["service-plan-short", "commitment-letter"]
    assert set(LIBRARY.profiles) == {"gold", "silver", "bronze"}


def seeds_of(content: dict[str, Any]) -> tuple[str, ...]:
    """The seed documents of a map: its own and the copies of it."""
    return (content["seed"], *content.get("copies", ()))


def test_every_clause_is_named_by_an_outline_or_takes_the_place_of_one_that_is() -> None:
    named = clauses_named()
    alternative = {
        id_ for id_, loaded in LIBRARY.clauses.items() if {str(other) for other in loaded.clause.instead_of} & named
    }
    assert set(LIBRARY.clauses) - named - alternative == set()


def test_every_clause_is_in_a_bid_or_optional_in_an_outline() -> None:
    in_bids = {clause for bid in LIBRARY.bids.values() for clause in examine(LIBRARY, bid).package.clauses}
    assert set(LIBRARY.clauses) - in_bids - clauses_named(optional=True) == set()


def clauses_named(*, optional: bool = False) -> set[str]:
    """The clauses that outlines print, or those of them only that a bid may do without."""
    return {
        call.words()[0]
        for outline in LIBRARY.outlines.values()
        for call in calls(outline.body)
        if call.function == "clause" and (call.option("optional") or not optional)
    }


def test_every_clause_is_approved_and_has_an_owner() -> None:
    assert {loaded.clause.status for loaded in LIBRARY.clauses.values()} == {"approved"}
    assert {loaded.clause.owner for loaded in LIBRARY.clauses.values()} == {"legal", "presales", "service"}


def test_every_dimension_that_the_workspace_adds_is_promised_somewhere() -> None:
    added = set(LIBRARY.vocabulary.dimensions) - set(built_in_vocabulary().dimensions)
    promised = {c.promise for loaded in LIBRARY.clauses.values() for c in loaded.clause.commitments}
    assert added - promised == set()


@pytest.mark.parametrize("profile", LIBRARY.profiles)
def test_every_profile_makes_a_bid_without_findings(profile: str) -> None:
    example = LIBRARY.bids["campus-network"]
    bid = replace(example, profile=LIBRARY.profiles[profile].id, values={})
    library = replace(LIBRARY, bid_values={bid.id: {}})
    assert [str(finding.message) for finding in examine(library, bid).findings] == []


def test_there_is_something_to_read() -> None:
    assert len(TEXTS) > 100
    assert sum(map(len, TEXTS.values())) > 20_000


@pytest.mark.parametrize("name", TEXTS)
def test_no_half_width_punctuation_or_space_stands_between_chinese_characters(name: str) -> None:
    assert hits(HALF_WIDTH, TEXTS[name]) == []
    assert hits(SPACED, TEXTS[name].replace("|", "\n")) == []


@pytest.mark.parametrize("name", TEXTS)
def test_no_word_is_vague_or_absolute(name: str) -> None:
    assert [around(TEXTS[name], TEXTS[name].index(word)) for word in (*VAGUE, *ABSOLUTE) if word in TEXTS[name]] == []


@pytest.mark.parametrize("name", [*CLAUSES, *OUTLINES, *FORMS])
def test_no_amount_is_typed_into_the_prose(name: str) -> None:
    text = STANDARD.sub("", TEXTS[name])
    assert hits(DIGITS, text) == []
    assert hits(CHINESE_AMOUNT, text, *NOT_AN_AMOUNT) == []


@pytest.mark.parametrize("name", [*CLAUSES, *(path for path, text in DEFAULTS.items() if text), *FORMS])
def test_no_party_word_is_typed_into_a_clause_or_a_form(name: str) -> None:
    assert hits(re.compile("|".join(PARTIES)), TEXTS[name], *NOT_A_PARTY) == []


@pytest.mark.parametrize("kind", OUTLINES)
def test_an_outline_calls_the_parties_by_its_own_words_only(kind: str) -> None:
    own = set(LIBRARY.outlines[kind].outline.words.values()) | {"投标人", "中标（成交）人"}
    foreign = [word for word in PARTIES if word not in own]
    assert hits(re.compile("|".join(foreign)), OUTLINES[kind], *own, *NOT_A_PARTY) == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("甲方,应当", True),
        ("应当.", True),
        ("（1)项", True),
        ('称"服务"', True),
        ("◇，应当。", False),
        ("www.example.com", False),
        ("9:00至17:00", False),
    ],
)
def test_the_check_of_punctuation_catches_what_it_should(text: str, caught: bool) -> None:
    assert bool(hits(HALF_WIDTH, text)) is caught

"""The workspace that ships: no findings, enough clauses, and wording that keeps the rules of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from gen.examine import examine
from gen.library import load
from gen.library.load import built_in_vocabulary
from gen.model.library import Library
from gen.quantity import Words
from gen.template import Template, calls
from gen.template.nodes import Data, If, Part
from gen.workspace import Workspace, find
from tests.conftest import ROOT, all_findings

LIBRARY: Library = load(Workspace(ROOT))[0]

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
NOT_A_PARTY = ("设备老化、供应商迟延交货",)
"""The supplier's own supplier is meant."""

CHINESE = "[\u4e00-\u9fff“”‘’（）《》，。；：？！、]"
HALF_WIDTH = re.compile(rf"{CHINESE}\s*[,;:!?()]|[,;:!?()]\s*{CHINESE}|{CHINESE}\.(?!\w)|{CHINESE}[\"']|[\"']{CHINESE}")
SPACED = re.compile(rf"{CHINESE} +{CHINESE}")
STANDARD = re.compile(r"(?:GB|GB/T|GA|YD|ISO|IEC|ITSS)[/ A-Z-]*\d[\d.:—-]*|〔\d{4}〕\d+号")
DIGITS = re.compile(r"\d+")
CHINESE_AMOUNT = re.compile(
    r"[〇一二三四五六七八九十百千两半]+个?(?:秒|分钟|小时|工作日|日|天|周|月|年|次|人|份|倍|元|件|套|台)"
)
NOT_AN_AMOUNT = ("一年期贷款市场报价利率",)
LIST_MARK = re.compile(r"^\s*(?:\d+\.|-) |^#+ |^\{\w+\} ", re.MULTILINE)


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
    return LIST_MARK.sub("", "".join(words(template.parts)))


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
TEXTS = {**CLAUSES, **{path: text for path, text in DEFAULTS.items() if text}, **OUTLINES}


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


def test_the_library_has_at_least_thirty_five_clauses_and_the_bid_its_three_documents() -> None:
    assert len(LIBRARY.clauses) >= 35
    assert set(LIBRARY.outlines) == {"service-plan", "commitment-letter", "support-agreement", "blind-plan"}
    assert set(LIBRARY.profiles) == {"gold", "silver", "bronze"}
    assert list(LIBRARY.bids["campus-network"].documents) == ["service-plan", "commitment-letter", "support-agreement"]


def test_every_clause_is_used_by_a_profile_or_is_optional_in_an_outline() -> None:
    in_profiles = {clause for profile in LIBRARY.profiles.values() for clause in profile.clauses}
    optional = {
        call.words()[0]
        for outline in LIBRARY.outlines.values()
        for call in calls(outline.body)
        if call.function == "clause" and call.option("optional")
    }
    assert set(LIBRARY.clauses) - in_profiles - optional == set()


def test_every_clause_is_approved_has_an_owner_and_is_printed_by_an_outline() -> None:
    printed = {
        call.words()[0]
        for outline in LIBRARY.outlines.values()
        for call in calls(outline.body)
        if call.function == "clause"
    }
    assert set(LIBRARY.clauses) == printed
    assert {loaded.clause.status for loaded in LIBRARY.clauses.values()} == {"approved"}
    assert {loaded.clause.owner for loaded in LIBRARY.clauses.values()} == {"legal", "presales", "service"}


def test_every_dimension_that_the_workspace_adds_is_promised_somewhere() -> None:
    added = set(LIBRARY.vocabulary.dimensions) - set(built_in_vocabulary().dimensions)
    promised = {c.promise for loaded in LIBRARY.clauses.values() for c in loaded.clause.commitments}
    assert added - promised == set()


@pytest.mark.parametrize("profile", LIBRARY.profiles)
def test_every_profile_makes_a_bid_without_findings(profile: str) -> None:
    example = LIBRARY.bids["campus-network"]
    dates = {event: day for event, day in example.dates.items() if event != "warranty_ended"}  # its term differs
    bid = replace(example, profile=LIBRARY.profiles[profile].id, values={}, dates=dates)
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


@pytest.mark.parametrize("name", [*CLAUSES, *OUTLINES])
def test_no_amount_is_typed_into_the_prose(name: str) -> None:
    text = STANDARD.sub("", TEXTS[name])
    assert hits(DIGITS, text) == []
    assert hits(CHINESE_AMOUNT, text, *NOT_AN_AMOUNT) == []


@pytest.mark.parametrize("name", [*CLAUSES, *(path for path, text in DEFAULTS.items() if text)])
def test_no_party_word_is_typed_into_a_clause(name: str) -> None:
    assert hits(re.compile("|".join(PARTIES)), TEXTS[name], *NOT_A_PARTY) == []


@pytest.mark.parametrize("kind", OUTLINES)
def test_an_outline_calls_the_parties_by_its_own_words_only(kind: str) -> None:
    own = set(LIBRARY.outlines[kind].outline.words.values()) | {"投标人", "中标（成交）人"}
    foreign = [word for word in PARTIES if word not in own]
    assert hits(re.compile("|".join(foreign)), OUTLINES[kind], *own) == []


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

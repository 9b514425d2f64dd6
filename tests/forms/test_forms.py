"""Forms: what is printed of them, where, and what is found in those that cannot be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from gen.examine import Examined, examine, load_checked
from gen.finding import Finding
from gen.model.blocks import Document, Heading, Merge, Paragraph, Table, Title
from gen.model.text import lines, plain
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]
FindAll = Callable[[str], tuple[Finding, ...]]

CARD = """\
# templates/forms/card.yaml
id: card
title: 服务跟踪卡
code: FW-02
case: 工单编号
columns: 4
rows:
  - fields:
      - {label: 客户, value: "{{ customer_party.name }}", span: 2}
      - {label: 联系电话, kind: phone}
      - {label: 时间, kind: time}
      - {label: 方式, kind: choices, choices: [电话, 现场]}
      - {label: 工时, kind: number, unit: 小时}
  - section: 处理记录
  - table: {heads: [序号, 内容, 处理人], first: numbers, rows: 2}
  - sign: [客户]
note: |
  由{{ provider }}填写，{{ customer }}确认。
"""
BID = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
"""
LETTER = """\
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false
---
# 服务

{{ clause("hotline.window") }}

"""


@pytest.fixture
def made(workspace: LayOut) -> Callable[[str], Examined]:
    """The bid of the small workspace, with some files changed; nothing may be found in it."""

    def make(text: str) -> Examined:
        library, findings = load_checked(workspace(text))
        assert [str(finding.message) for finding in findings] == []
        return examine(library, library.bids["demo"])

    return make


def document(examined: Examined, kind: str) -> Document:
    """A document of a bid."""
    return next(document for document in examined.documents if document.kind == kind)


def table(made: Document) -> Table:
    """The one table of a document."""
    (found,) = [block for block in made.blocks if isinstance(block, Table)]
    return found


def test_a_form_is_a_document_kind(made: Callable[[str], Examined]) -> None:
    examined = made(CARD + BID + "documents: [letter, card]\n")
    assert [str(finding.message) for finding in examined.findings] == []
    card = document(examined, "card")
    assert (card.title, card.header) == ("服务跟踪卡", "示例项目　服务跟踪卡")
    assert list(lines(card)) == [
        "服务跟踪卡",
        *("表单编号", "FW-02", "工单编号", ""),
        *("客户", "示例单位"),
        *("联系电话", "", "时间", "　　月　　日　　时　　分"),
        *("方式", "□电话　□现场", "工时", "　　　　小时"),
        "处理记录",
        *("序号", "内容", "处理人"),
        *("1", "", "", "2", "", ""),
        *("客户签字", "", "日期", "　　　年　　月　　日"),
        "由服务方填写，客户确认。",
    ]


def test_its_rows_share_a_grid_that_is_as_fine_as_all_of_them_need(made: Callable[[str], Examined]) -> None:
    card = table(document(made(CARD + BID + "documents: [card]\n"), "card"))
    assert card.ruling is not None
    assert sum(column.share for column in card.columns) == 1
    assert all((column.share * 120).denominator == 1 for column in card.columns)
    shares = [column.share for column in card.columns]
    half = next(at for at in range(len(shares)) if sum(shares[:at]) == Fraction(1, 2))
    assert Merge(1, 1, across=len(shares) - 1) in card.merges  # the customer's name goes over the rest of the row
    assert [plain(card.rows[2][at]) for at in (0, half)] == ["联系电话", "时间"]
    assert [cells[0] for cells in card.ruling.cells] == [
        *("label", "label", "label", "label", "band", "head", "count", "count", "label"),
    ]
    assert card.ruling.lines == (1, 1, 1, 1, 1, 1, 1, 1, 2)  # a signature has two
    assert card.ruling.heads == 1


def test_heads_with_which_a_form_begins_stand_on_every_page(made: Callable[[str], Examined]) -> None:
    form = """\
# templates/forms/log.yaml
id: log
title: 维护记录
code: FW-12
columns: 2
rows:
  - table: {heads: [日期, 内容], rows: 3}
"""
    log = table(document(made(form + BID + "documents: [log]\n"), "log"))
    assert log.ruling is not None
    assert log.ruling.heads == 2
    assert [[plain(cell) for cell in row if cell] for row in log.rows[:2]] == [["表单编号", "FW-12"], ["日期", "内容"]]


def test_statements_are_numbered_through_and_their_boxes_are_empty(made: Callable[[str], Examined]) -> None:
    form = """\
# templates/forms/survey.yaml
id: survey
title: 问卷
columns: 2
rows:
  - section: 可靠
  - scale: {from: 1, to: 3, items: [按约定时间到达, 一次修好]}
  - section: 响应
  - scale: {from: 1, to: 3, items: ["{{ provider }}接听电话"]}
"""
    survey = document(made(form + BID + "documents: [survey]\n"), "survey")
    assert list(lines(survey)) == [
        "问卷",
        *("序号", "评价内容", "1", "2", "3"),
        "可靠",
        *("1", "按约定时间到达", "□", "□", "□", "2", "一次修好", "□", "□", "□"),
        "响应",
        *("3", "服务方接听电话", "□", "□", "□"),
    ]
    ruling = table(survey).ruling
    assert ruling is not None
    assert ruling.heads == 1
    assert [cells[-1] for cells in ruling.cells] == ["head", "band", "box", "box", "band", "box"]


def test_three_pairs_a_row_and_a_sentence_over_all_of_them(made: Callable[[str], Examined]) -> None:
    form = """\
# templates/forms/exit.yaml
id: exit
title: 离场单
columns: 6
rows:
  - text: "{{ customer }}与{{ provider }}共同清点下列物品。"
  - fields: [{label: 人数, kind: number, unit: 人}, {label: 地点}, {label: 签收, kind: sign}]
"""
    exit_ = document(made(form + BID + "documents: [exit]\n"), "exit")
    assert list(lines(exit_)) == [
        "离场单",
        "客户与服务方共同清点下列物品。",
        *("人数", "　　　　人", "地点", "", "签收", ""),
    ]
    ruling = table(exit_).ruling
    assert ruling is not None
    assert ruling.lines == (1, 2)  # whoever signs has two lines
    assert [cells[0] for cells in ruling.cells] == ["given", "label"]


def test_inside_a_document_a_form_uses_its_words(made: Callable[[str], Examined]) -> None:
    letter = document(made(CARD + LETTER + '{{ form("card") }}\n' + BID + "documents: [letter]\n"), "letter")
    assert list(lines(letter))[-1] == "由我公司填写，贵单位确认。"
    assert isinstance(letter.blocks[-1], Paragraph)
    assert letter.blocks[-1].role == "note"


def test_a_form_can_be_an_annex(made: Callable[[str], Examined]) -> None:
    text = CARD + LETTER + "{{ annexes }}\n" + BID + "documents: [letter]\nannexes: {letter: [card]}\n"
    letter = document(made(text), "letter")
    annex = next(block for block in letter.blocks if isinstance(block, Heading) and block.annex)
    assert (annex.number, plain(annex.inlines)) == ("附件一", "服务跟踪卡")
    assert [block for block in letter.blocks if isinstance(block, Title)] == [letter.blocks[1]]
    assert table(letter).ruling is not None


def test_what_a_form_prints_is_part_of_what_its_document_is_made_from(made: Callable[[str], Examined]) -> None:
    text = LETTER + '{{ form("card") }}\n' + BID + "documents: [letter]\n"
    first, second = (document(made(card + text), "letter") for card in (CARD, CARD.replace("rows: 2", "rows: 3")))
    assert first.source_hash != second.source_hash


# -- what cannot be filled in --------------------------------------------------------------------------------------

FORM = """\
# templates/forms/card.yaml
id: card
title: 服务跟踪卡
columns: 4
rows:
"""
FIELD = "  - fields: [{label: 备注, span: 2}]\n"


@pytest.mark.parametrize(
    ("rows", "message", "helps"),
    [
        ("  - fields: [{label: 方式, kind: choices, choices: [电话], span: 2}]\n",
         "a choice is one of two at least; here are 1", []),
        ("  - fields: [{label: 方式, choices: [电话, 现场], span: 2}]\n",
         "`choices` belong to a field of the kind `choices`", []),
        ("  - fields: [{label: 工时, unit: 小时, span: 2}]\n", "a unit belongs to a field of the kind `number`", []),
        ("  - fields: [{label: 日期, kind: date, value: 今日, span: 2}]\n",
         "only a field of the kind `text` can be filled in beforehand", []),
        ("  - fields: [{label: 备注, lines: 0, span: 2}]\n", "a field is 1 to 40 lines high", []),
        ("  - fields: [{label: 备注, span: 3}]\n", "a field goes over 1 to 2 pairs here", []),
        ("  - fields: [{label: 备注}]\n", "the last row has 1 of 2 pairs",
         ["let its last field go over the rest: `span: 2`"]),
        ("  - fields: [{label: 姓名}, {label: 备注, span: 2}]\n",
         "the pairs before leave no room for `span: 2` in a row of 2", []),
        ("  - scale: {from: 7, to: 1, items: [准时]}\n", "the scale runs backwards, from 7 to 1", []),
        ("  - scale: {from: 1, to: 11, items: [准时]}\n", "a scale has at most 10 marks; this one has 11", []),
        ("  - scale: {from: 1, to: 5, items: []}\n", "a scale has statements to be rated", []),
        ("  - table: {heads: [序号], first: numbers, rows: 2}\n",
         "a table of a form has a head over every column, and one to be filled in", []),
        ("  - table: {heads: [姓名, 电话]}\n", "a table of a form has rows: `rows` says how many", []),
        ("  - table: {heads: [姓名, 电话], rows: 1, widths: [1]}\n", "the table has 2 columns", []),
        ("  - table: {heads: [序号, 姓名], first: numbers, given: [[甲, 乙]]}\n",
         "this row has 2 instead of 1 cells", []),
        ("  - {section: 记录, sign: [客户]}\n",
         "a row of a form is one of fields, section, text, table, scale and sign; this one is 2", []),
        ("  - {}\n", "a row of a form is one of fields, section, text, table, scale and sign; this one is 0", []),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_filled_in(rows: str, message: str, helps: list[str], findings: FindAll) -> None:
    (found,) = findings(FORM + rows)
    assert (found.rule.id, str(found.message), [str(one) for one in found.helps]) == ("S115", message, helps)
    assert found.labels[0].span.source.path == "templates/forms/card.yaml"


def test_three_columns_are_none(findings: FindAll) -> None:
    (found,) = findings(FORM.replace("columns: 4", "columns: 3") + FIELD)
    assert str(found.message) == "a form has 2, 4 or 6 columns: a label and a field, once, twice or three times"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("[{label: 客户, value: '{{ customer_party.name }}'}, {label: 备注}]",
         "`示例省示例市示例区人民政府示例办公室` needs 2 lines in its cell, which has 1"),
        ("[{label: 请写明在本次服务过程中所更换的全部部件的名称和型号, span: 2}]",
         "`请写明在本次服务过程中所更换的全部部件的名称和型号` needs 4 lines in its cell, which has 2"),
        ("[{label: 级别, kind: choices, choices: [紧急, 严重, 一般, 轻微, 咨询]}, {label: 备注}]",
         "`□紧急　□严重　□一般　□轻微　□咨询` needs 2 lines in its cell, which has 1"),
    ],
)  # fmt: skip
def test_a_text_longer_than_its_cell_is_found(fields: str, message: str, workspace: LayOut) -> None:
    text = FORM + f"  - fields: {fields}\n" + BID.replace("示例单位", "示例省示例市示例区人民政府示例办公室")
    library, _ = load_checked(workspace(text + "documents: [card]\n"))
    found = [finding for finding in examine(library, library.bids["demo"]).findings if finding.rule.id == "S115"]
    assert [str(finding.message) for finding in found] == [message]
    assert found[0].bid == "demo"


def test_a_cell_has_room_for_what_it_is_for(workspace: LayOut) -> None:
    text = FORM.replace("columns: 4", "columns: 6") + (
        "  - fields: [{label: 修复完成时间, kind: time}, {label: 备注, span: 2}]\n"
    )
    library, _ = load_checked(workspace(text + BID + "documents: [card]\n"))
    (found,) = [finding for finding in examine(library, library.bids["demo"]).findings if finding.rule.id == "S115"]
    assert re.fullmatch(r"the cell of `修复完成时间` has room for \d characters, and needs 12", str(found.message))
    assert [str(one) for one in found.helps] == ["give it a greater `span`, or the form fewer `columns`"]


def test_names_that_lead_nowhere(findings: FindAll) -> None:
    card = CARD.replace("customer_party.name", "customer_party.nam")
    found = findings(card + LETTER + '{{ form("cart") }}\n' + BID + "documents: [letter]\n")
    assert sorted((one.rule.id, str(one.message), str(one.helps[0])) for one in found) == [
        ("S109", "there is no form `cart`", "did you mean `card`?"),
        ("S112", "`customer_party.nam` is not defined", "did you mean `name`?"),
    ]


def test_a_form_and_an_outline_of_one_name(findings: FindAll) -> None:
    (found,) = findings(CARD.replace("card", "letter"))
    assert (found.rule.id, str(found.message)) == ("S110", "the id `letter` is there twice")
    assert [label.span.source.path for label in found.labels] == [
        "templates/forms/letter.yaml",
        "templates/documents/letter.md",
    ]


def test_no_text_of_a_form_prints_clauses(findings: FindAll) -> None:
    (found,) = findings(CARD.replace("由{{ provider }}填写", '{{ clause("hotline.window") }}'))
    assert str(found.message) == "only an outline prints clauses, annexes and forms, no text of a form"


def test_a_fact_that_nobody_wrote_is_found(workspace: LayOut) -> None:
    text = CARD.replace("customer_party.name", "customer_party.phone") + BID + "documents: [card]\n"
    library, _ = load_checked(workspace(text))
    (found,) = examine(library, library.bids["demo"]).findings
    assert str(found.message) == "服务跟踪卡 prints `customer_party.phone`, which has no value"


def test_every_shipped_form_is_linked_by_its_number() -> None:
    library, _ = load_checked(Workspace(Path(__file__).parents[2]))
    codes = sorted(str(loaded.form.code) for loaded in library.forms.values() if loaded.form.code)
    assert codes == [f"FW-{number:02}" for number in range(1, len(codes) + 1)]


def test_both_parts_of_the_questionnaire_ask_the_same_twenty_two_things() -> None:
    library, _ = load_checked(Workspace(Path(__file__).parents[2]))
    parts = []
    for name in ("survey-expectation", "survey-perception"):
        rows = library.forms[name].form.rows
        assert [str(row.section) for row in rows if row.section] == ["有形性", "可靠性", "响应性", "保证性", "移情性"]
        assert {(row.scale.from_, row.scale.to) for row in rows if row.scale} == {(1, 7)}
        parts.append([re.sub("（.*）", "", item) for row in rows if row.scale for item in row.scale.items])
    expected, perceived = parts
    assert expected == perceived
    assert len(expected) == 22

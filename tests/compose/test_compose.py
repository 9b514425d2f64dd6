"""Composing: outlines and clauses become documents in which every number, reference and value is settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from gen.examine import Examined, examine
from gen.finding import Finding
from gen.library import load
from gen.model.blocks import (
    Blank,
    Block,
    BodyStart,
    Contents,
    Cover,
    Document,
    Heading,
    Item,
    Paragraph,
    Reference,
    Signature,
    Table,
    Text,
    Title,
    Value,
)
from gen.model.text import inlines_of, lines
from gen.workspace import Workspace
from tests.conftest import shipped_bid

LayOut = Callable[[str], Workspace]

VALUES = """\
params:
  term: {label: 期限, type: duration, default: 3年}
  remote: {label: 远程, type: flag, default: 是}
  forum: {label: 方式, type: enum, values: {court: 诉讼, arbitration: 仲裁}, default: court}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 到场时限, type: duration}}
    default: {S2: 8小时, S1: 4小时}
  people:
    label: 人数
    type: table
    key: severity
    columns: {count: {label: 人数, type: count, unit: 人}, note: {label: 说明}}
    default: {S1: {count: 2人, note: 现场}, S3: {count: 1人}}
"""


def clause(text: str, more: str = VALUES, id_: str = "hotline.window", title: str = "热线") -> str:
    body = "".join(f"  {line}\n" for line in text.split("\n"))
    return (
        f"# clauses/{id_.replace('.', '/')}.yaml\nid: {id_}\ntitle: {title}\nstatus: approved\nowner: service\n"
        f"review_by: 2027-10-01\n{more}text: |\n{body}"
    )


def outline(body: str, numbering: str = "letter", titles: str = "false", more: str = "", kind: str = "letter") -> str:
    title = {"letter": "承诺书", "plan": "服务方案"}[kind]
    return (
        f"# templates/documents/{kind}.md\n---\nkind: {kind}\ntitle: {title}\n"
        "words: {provider: 我公司, customer: 贵单位}\n"
        f"numbering: {numbering}\nclause_titles: {titles}\n{more}---\n{body}"
    )


def bid(documents: str = "letter", more: str = "", profile: str = "basic") -> str:
    return (
        f"# projects/demo/project.yaml\nid: demo\ntitle: 示例\nprofile: {profile}\n"
        "project: {name: 示例项目, number: X-1, submission: 2026-12-08}\ncustomer: {name: 示例单位}\n"
        f"documents: [{documents}]\n{more}"
    )


WINDOW = '{{ clause("hotline.window") }}'
BOTH = "# clauses/profiles/basic.yaml\nid: basic\ntitle: 档\nclauses: [hotline.window, hotline.answer]\n"


@pytest.fixture
def compose(workspace: LayOut) -> Callable[..., Examined]:
    """Examine the demo bid of the small workspace with some files laid over it."""

    def composed(*files: str) -> Examined:
        library, findings = load(workspace("".join(files)))
        assert [str(f.message) for f in findings if f.rule.id != "R203"] == []
        return examine(library, library.bids["demo"])

    return composed


Compose = Callable[..., Examined]


def text_of(examined: Examined, number: int = 0) -> list[str]:
    """The lines of one document of a bid; what its promises may lack is not the matter of these tests."""
    assert [str(finding.message) for finding in examined.findings if finding.rule.id[0] in "SRP"] == []
    return list(lines(examined.documents[number]))


def blocks(examined: Examined, kind: type[Block]) -> list[Block]:
    return [block for block in examined.documents[0].blocks if isinstance(block, kind)]


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(f"{f.rule.id} {f.message}", f"{f.labels[0].span}: {f.labels[0].span.text}") for f in findings]


# -- clauses under headings ------------------------------------------------------------------------------------------


def test_without_titles_the_paragraphs_of_clauses_are_numbered_below_the_heading(compose: Compose) -> None:
    text = clause("{{ provider }}设热线。\n\n另设邮箱。\n\n{note} 小字。\n\n1. 甲；\n2. 乙。")
    assert text_of(compose(text, outline(f"# 服务\n\n开头。\n\n{WINDOW}\n\n# 其他\n\n结尾。\n", "articles"))) == [
        "承诺书",
        "第一条 服务",
        "开头。",
        "1.1 我公司设热线。",
        "1.2 另设邮箱。",
        "小字。",
        "（1）甲；",
        "（2）乙。",
        "第二条 其他",
        "结尾。",
    ]


def test_with_titles_a_clause_is_a_heading_one_level_down(compose: Compose) -> None:
    text = clause("{{ provider }}设热线。\n\n另设邮箱。")
    assert text_of(compose(text, outline(f"# 服务\n\n{WINDOW}\n\n## 其他\n\n结尾。\n", "chapters", "true"))) == [
        "承诺书",
        "第一章 服务",
        "1.1 热线",
        "我公司设热线。",
        "另设邮箱。",
        "1.2 其他",
        "结尾。",
    ]


def test_below_the_last_level_of_the_numbering_nothing_is_numbered(compose: Compose) -> None:
    body = f"# 一\n\n## 二\n\n### 三\n\n{WINDOW}\n"
    assert text_of(compose(clause("甲。"), outline(body, "articles"))) == [
        "承诺书", "第一条 一", "1.1 二", "1.1.1 三", "甲。",
    ]  # fmt: skip
    assert text_of(compose(clause("甲。"), outline(body, "articles", "true"))) == [
        "承诺书", "第一条 一", "1.1 二", "1.1.1 三", "1.1.2 热线", "甲。",
    ]  # fmt: skip


def test_every_list_starts_anew_and_lists_within_lists_too(compose: Compose) -> None:
    text = clause("1. 甲\n   1. 子\n   2. 丑\n2. 乙\n   1. 寅\n\n又：\n\n1. 丙\n   - 点")
    assert text_of(compose(text, outline(f"# 服务\n\n1. 前\n2. 后\n\n{WINDOW}\n", "chapters")))[2:] == [
        "（1）前", "（2）后", "（1）甲", "①子", "②丑", "（2）乙", "①寅", "1.1 又：", "（1）丙", "● 点",
    ]  # fmt: skip


def test_items_of_letters_have_a_space_behind_their_number(compose: Compose) -> None:
    text = clause("1. 甲\n   1. 子\n2. 乙")
    assert text_of(compose(text, outline(f"# 服务\n\n{WINDOW}\n")))[2:] == ["1. 甲", "（1）子", "2. 乙"]


def test_a_role_sets_a_paragraph_apart_and_takes_no_number(compose: Compose) -> None:
    text = clause("{flush} 致：{{ customer }}\n\n正文。\n\n{closing} 此致")
    examined = compose(text, outline(f"# 服务\n\n{WINDOW}\n"))
    assert text_of(examined)[2:] == ["致：贵单位", "（一）正文。", "此致"]
    assert [block.role for block in blocks(examined, Paragraph) if isinstance(block, Paragraph)] == [
        "flush", "body", "closing",
    ]  # fmt: skip


# -- variants, conditions, optional clauses --------------------------------------------------------------------------


def test_a_document_kind_prints_its_own_wording_of_a_clause(compose: Compose) -> None:
    text = clause("一般。") + "variants:\n  letter: |\n    {{ provider }}承诺{{ term }}。\n"
    other = outline(f"# 服务\n\n{WINDOW}\n", kind="plan")
    examined = compose(text, outline(f"# 服务\n\n{WINDOW}\n"), other, bid("letter, plan"))
    assert text_of(examined, 0)[2:] == ["（一）我公司承诺3年。"]
    assert text_of(examined, 1)[2:] == ["（一）一般。"]


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ("", "甲，诉讼。"),
        ("values: {hotline.window.remote: 否}\n", "乙，诉讼。"),
        ("values: {hotline.window.forum: arbitration}\n", "甲，提交仲裁。"),
    ],
)
def test_conditions_choose_between_wordings(compose: Compose, values: str, printed: str) -> None:
    text = (
        '{% if remote %}甲{% else %}乙{% endif %}，{% if forum == "court" %}诉讼{% else %}提交{{ forum }}{% endif %}。'
    )
    guarded = VALUES.replace("default: 是", "default: 是, allow: 否").replace("court}", "court, allow: arbitration}")
    assert text_of(compose(clause(text, guarded), bid(more=values)))[2:] == [f"（一）{printed}"]


def test_whole_paragraphs_and_items_may_be_conditional(compose: Compose) -> None:
    text = (
        "{% if remote %}\n1. 远程；\n{% endif %}\n2. 现场。\n\n{% if not remote %}\n没有远程。\n\n{% endif %}\n末段。"
    )
    assert text_of(compose(clause(text)))[2:] == ["1. 远程；", "2. 现场。", "（一）末段。"]


def test_an_optional_clause_is_printed_where_the_bid_has_it(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ clause("hotline.answer", optional=true) }}}}\n'
    assert text_of(compose(clause("甲。"), outline(body)))[2:] == ["（一）甲。"]
    assert text_of(compose(clause("甲。"), outline(body), BOTH))[2:] == ["（一）甲。", "（二）我公司接听来电。"]


def test_a_clause_that_a_document_must_print_needs_no_profile_to_name_it(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ clause("hotline.answer") }}}}\n'
    assert text_of(compose(clause("甲。"), outline(body)))[2:] == ["（一）甲。", "（二）我公司接听来电。"]


def test_a_clause_that_the_bid_dropped_is_shown_where_it_did(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ clause("hotline.answer") }}}}\n'
    (finding,) = compose(clause("甲。"), outline(body), BOTH, bid(more="clauses: {drop: [hotline.answer]}\n")).findings
    assert (str(finding.labels[1].span), str(finding.labels[1].text)) == (
        "projects/demo/project.yaml:7:18", "dropped here",
    )  # fmt: skip


def test_a_clause_that_no_document_prints_is_found(compose: Compose) -> None:
    body, added = outline(f"# 服务\n\n{WINDOW}\n"), bid(more="clauses: {add: [hotline.answer]}\n")
    (finding,) = compose(clause("甲。"), body, added).findings
    assert said((finding,)) == [
        ("R205 the clause `hotline.answer` (接听) is printed in no document of the bid demo",
         "projects/demo/project.yaml:7:17: hotline.answer")
    ]  # fmt: skip


def test_a_clause_of_the_profile_that_no_document_prints_is_no_part_of_the_bid(compose: Compose) -> None:
    examined = compose(clause("甲。"), outline(f"# 服务\n\n{WINDOW}\n"), BOTH)
    assert (list(examined.package.clauses), examined.findings) == (["hotline.window"], ())


# -- tables ----------------------------------------------------------------------------------------------------------


def test_a_table_parameter_prints_its_rows_in_the_order_of_its_axis(compose: Compose) -> None:
    examined = compose(clause("时限如下：\n\n{{ limit | table }}"))
    assert text_of(examined)[3:] == ["故障级别", "到场时限", "一级故障", "4小时", "二级故障", "8小时"]
    (table,) = blocks(examined, Table)
    assert isinstance(table, Table)
    assert (table.number, table.caption, table.anchor) == ("", (), None)
    assert round(sum(column.share for column in table.columns), 9) == 1


def test_tables_with_a_caption_are_numbered_through_the_document(compose: Compose) -> None:
    text = clause('{{ limit | table("时限") }}\n\n{{ people | table }}\n\n{{ people | table("人员") }}')
    found = [line for line in text_of(compose(text)) if line.startswith("表")]
    assert found == ["表1　时限", "表2　人员"]


def test_tables_of_one_axis_are_joined_and_empty_cells_show_a_dash(compose: Compose) -> None:
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ table("hotline.window.limit", "hotline.window.people", caption="总表") }}}}\n'
    assert text_of(compose(clause("甲。"), outline(body)))[3:] == [
        "表1　总表",
        "故障级别", "到场时限", "人数", "说明",
        "一级故障", "4小时", "2人", "现场",
        "二级故障", "8小时", "—", "—",
        "三级故障", "—", "1人", "—",
    ]  # fmt: skip


def test_a_list_of_the_company_is_a_table_with_a_counting_column(compose: Compose) -> None:
    company = (
        "# clauses/company.yaml\nname: 示例\nshort: 示例\naddress: 路1号\npostcode: 0\nhotline: 1\nemail: e\n"
        "branches:\n  - {name: 一站, address: 东路, phone: 1, distance: 3公里, people: 5人}\n"
        "  - {name: 二站, address: 西路, phone: 2, distance: 9公里, people: 2人}\n"
    )
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ company.branches | table("网点") }}}}\n'
    assert text_of(compose(clause("甲。"), outline(body), company))[3:] == [
        "表1　网点",
        "序号", "服务网点", "地址", "电话", "距项目地", "服务人数",
        "1", "一站", "东路", "1", "3公里", "5人",
        "2", "二站", "西路", "2", "9公里", "2人",
    ]  # fmt: skip


def test_a_table_written_in_the_text_has_values_and_references_in_its_cells(compose: Compose) -> None:
    text = clause('| 事项 | 见{{ ref("hotline.window") }} |\n| --- | --- |\n| **期限** | {{ term }} |')
    examined = compose(text, outline(f"# 服务\n\n开头。\n\n{WINDOW}\n", "chapters", "true"))
    assert text_of(examined)[4:] == ["事项", "见1.1", "期限", "3年"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲{{ limit | table }}", "a table, figure, clause, annex or signature stands alone in a paragraph of its own"),
        ("- {{ term | table }}", "`table` prints a table parameter or a list"),
        ('{{ table("hotline.window.term") }}', "`table` prints a table parameter or a list"),
        ("{% if term %}甲{% endif %}", 'a condition asks a flag (是 or 否), or compares: `forum == "court"`'),
        ("{{ blank(99) }}", "a blank is 1 to 40 characters wide"),
        ("# 标题", "a clause's text has no headings; its title is its heading"),
    ],
)
def test_what_cannot_be_printed_is_found(compose: Compose, text: str, message: str) -> None:
    (finding,) = compose(clause(text)).findings
    assert (finding.rule.id, str(finding.message)) == ("S111", message)
    assert finding.labels[0].span.source.path == "clauses/hotline/window.yaml"


# -- references ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbering", "titles", "printed"),
    [
        ("letter", "false", "见一（二）、一（一）、表1、附件一、二。"),
        ("articles", "false", "见1.2、1.1、表1、附件一、第二条。"),
        ("chapters", "true", "见1.2、1.1、表1、附件一、第二章。"),
    ],
)
def test_references_name_clauses_tables_annexes_and_headings(
    compose: Compose, numbering: str, titles: str, printed: str
) -> None:
    references = "、".join(
        f'{{{{ ref("{target}") }}}}'
        for target in ("hotline.answer", "hotline.window", "hotline.window.limit", "annex.x", "rest")
    )
    body = (
        f'# 服务\n\n{WINDOW}\n\n{{{{ clause("hotline.answer") }}}}\n\n见{references}。\n\n# 其他 {{#rest}}\n\n甲。\n\n'
        '{{ annex("annex.x", "附表") }}\n\n乙。\n'
    )
    window = clause('甲。\n\n{{ limit | table("时限") }}')
    printed_lines = text_of(compose(window, outline(body, numbering, titles), BOTH))
    assert printed in printed_lines


def test_a_reference_to_another_document_names_it(compose: Compose) -> None:
    plan = outline(f"# 前\n\n{WINDOW}\n", "chapters", "true", kind="plan")
    body = f'# 服务\n\n{WINDOW}\n\n详见{{{{ ref("plan/hotline.window") }}}}。\n'
    examined = compose(clause("甲。"), outline(body), plan, bid("letter, plan"))
    assert text_of(examined)[-1] == "详见《服务方案》1.1。"
    assert [i for b in examined.documents[0].blocks for i in inlines_of(b) if isinstance(i, Reference)] == [
        Reference("《服务方案》1.1", "hotline.window", "plan")
    ]


def test_references_in_headings_items_cells_signatures_and_covers_are_settled(compose: Compose) -> None:
    here = '{{ ref("here") }}'
    more = (
        f"cover: {{overline: '{here}', rows: {{见: '{here}'}}}}\n"
        f"signatories: [{{title: '{here}', lines: {{签: '{here}'}}}}]\n"
    )
    body = f"# 甲{here} {{#here}}\n\n- 项{here}\n\n| {here} |\n| --- |\n| {here} |\n\n**{here}**\n\n{WINDOW}\n\n"
    body += "{{ signature }}\n"
    examined = compose(clause("乙。"), outline(body, more=more))
    assert text_of(examined) == [
        "一", "承诺书", "见：一", "一、甲一", "● 项一", "一", "一", "一", "（一）乙。", "一", "签：一",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "message", "help_"),
    [
        ("hotline.windw", "承诺书 prints nothing that is called `hotline.windw`", "did you mean `hotline.window`?"),
        ("annex.x", "承诺书 prints nothing that is called `annex.x`", "known here: heading.1, hotline.window"),
        ("plan/hotline.window", "the bid demo has no document `plan`",
         "add it to the bid as a document or an annex, or take the reference out"),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere_is_found(compose: Compose, target: str, message: str, help_: str) -> None:
    (finding,) = compose(clause(f'见{{{{ ref("{target}") }}}}。'), outline(f"# 服务\n\n{WINDOW}\n")).findings
    assert (finding.rule.id, str(finding.message)) == ("R204", message)
    assert finding.labels[0].span.text == f'{{{{ ref("{target}") }}}}'
    assert [str(advice) for advice in finding.helps] == [help_]


def test_a_page_header_has_no_references(compose: Compose) -> None:
    text = outline(f"# 甲 {{#here}}\n\n{WINDOW}\n", more="header: '{{ ref(\"here\") }}'\n")
    assert [str(f.message) for f in compose(clause("乙。"), text).findings] == [
        "a page header or date has no references and no footnotes"
    ]


# -- headings, annexes, front matter, signatures ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "message", "place"),
    [
        ("## 二\n\n", "a heading on level 2 stands below none on level 1", "templates/documents/letter.md:8:1: ## 二"),
        ("# 一\n\n### 三\n\n", "a heading on level 3 stands below none on level 2",
         "templates/documents/letter.md:10:1: ### 三"),
        ("# 一\n\n#### 四\n\n", "the numbering has 3 levels; this heading is on level 4",
         "templates/documents/letter.md:10:1: #### 四"),
    ],
)  # fmt: skip
def test_headings_leave_out_no_level_and_none_lies_below_the_last(
    compose: Compose, body: str, message: str, place: str
) -> None:
    findings = compose(clause("甲。"), outline(body + f"# 末\n\n{WINDOW}\n")).findings
    assert said(findings) == [(f"S111 {message}", place)]


def test_annexes_are_numbered_apart_and_begin_a_new_count_of_nothing_else(compose: Compose) -> None:
    body = (
        f'# 服务\n\n{WINDOW}\n\n{{{{ annex("annex.a", "人员表") }}}}\n\n甲。\n\n'
        '{{ annex("annex.b", "网点表") }}\n\n'
        '| 头 |\n| --- |\n| 见{{ ref("annex.a") }} |\n'
    )
    examined = compose(clause("甲。"), outline(body))
    assert text_of(examined)[3:] == ["附件一 人员表", "甲。", "附件二 网点表", "头", "见附件一"]
    assert [(b.annex, b.level, b.listed) for b in blocks(examined, Heading) if isinstance(b, Heading)] == [
        (False, 1, True), (True, 1, True), (True, 1, True),
    ]  # fmt: skip


def test_a_document_with_a_cover_has_no_title_over_its_first_page(compose: Compose) -> None:
    more = (
        'header: "{{ project.name }}　承诺书"\ncontents: 1\n'
        'cover:\n  overline: "{{ project.name }}"\n  rows:\n    编号: "{{ project.number }}"\n'
        '    采购人: "{{ customer_party.name }}"\n    协议: "{{ blank(3) }}"\n  date: "{{ project.submission }}"\n'
    )
    examined = compose(clause("甲。"), outline(f"# 服务\n\n{WINDOW}\n\n## 二级\n", more=more))
    assert text_of(examined) == [
        "示例项目", "承诺书", "编号：X-1", "采购人：示例单位", "协议：　　　", "2026年12月8日",
        "一、服务", "（一）甲。", "（二）二级",
    ]  # fmt: skip
    document = examined.documents[0]
    assert document.header == "示例项目　承诺书"
    assert [type(block) for block in document.blocks[:3]] == [Cover, Contents, BodyStart]
    assert document.blocks[1:3] == (Contents("目　录", 1), BodyStart(new_page=True))
    assert [block.listed for block in document.blocks if isinstance(block, Heading)] == [True, False]


def test_a_document_without_a_cover_begins_with_its_title(compose: Compose) -> None:
    document = compose(clause("甲。")).documents[0]
    assert document.blocks[0] == BodyStart(new_page=False)
    assert isinstance(document.blocks[1], Title)


def test_a_signature_block_has_its_parties_and_blanks(compose: Compose) -> None:
    more = (
        'signatories:\n  - title: "甲方：{{ customer_party.name }}"\n    lines: {签字: "{{ blank(4) }}"}\n'
        '  - title: "乙方：{{ company.name }}"\n    lines: {日期: "{{ blank(2) }}年{{ blank(1) }}月"}\n'
    )
    examined = compose(clause("甲。"), outline(f"# 服务\n\n{WINDOW}\n\n{{{{ signature }}}}\n", more=more))
    assert text_of(examined)[3:] == ["甲方：示例单位", "签字：　　　　", "乙方：示例信息有限公司", "日期：　　年　月"]
    (signature,) = blocks(examined, Signature)
    assert isinstance(signature, Signature)
    assert signature.parties[0].lines == (("签字", (Blank(4),)),)


def test_a_fact_that_nobody_wrote_is_found_where_it_is_printed(compose: Compose) -> None:
    examined = compose(clause("{{ customer_party.phone }}、{{ company.bank }}、{{ customer_party.phone }}。"))
    assert said(examined.findings) == [
        ("R202 服务承诺书 prints `customer_party.phone`, which has no value",
         "clauses/hotline/window.yaml:23:6: customer_party.phone"),
        ("R202 服务承诺书 prints `company.bank`, which has no value",
         "clauses/hotline/window.yaml:23:33: company.bank"),
    ]  # fmt: skip


# -- values ----------------------------------------------------------------------------------------------------------


def values_of(document: Document) -> Iterator[tuple[str, str, str, str]]:
    """Text, path, setter and place of each value printed, in reading order."""
    for block in document.blocks:
        for inline in inlines_of(block):
            if isinstance(inline, Value):
                setting = inline.setting
                yield inline.text, setting.path, f"{setting.set_by} {setting.by}", str(setting.span)


def test_every_printed_value_is_a_node_that_knows_who_set_it(compose: Compose) -> None:
    text = clause(
        "{{ customer_party.name }}、{{ company.hotline }}，**{{ term }}**，{{ limit.S1 }}。\n\n{{ limit | table }}"
    )
    answer = clause('{{ param("hotline.window.term") }}。', "", "hotline.answer")
    body = f'# 服务\n\n{WINDOW}\n\n{{{{ clause("hotline.answer") }}}}\n'
    guarded = text.replace("{S2: 8小时, S1: 4小时}", "{S2: 8小时, S1: 4小时}\n    allow: {S2: 6小时..8小时}")
    values = bid(more="values: {hotline.window.limit: {S2: 6小时}}\n")
    document = compose(guarded, answer, outline(body), BOTH, values).documents[0]
    assert list(values_of(document)) == [
        ("示例单位", "customer_party.name", "bid demo", "projects/demo/project.yaml:5:18"),
        ("400-000-0000", "company.hotline", "company company", "clauses/company.yaml:5:10"),
        ("3年", "hotline.window.term", "clause hotline.window", "clauses/hotline/window.yaml:7:46"),
        ("4小时", "hotline.window.limit.S1", "clause hotline.window", "clauses/hotline/window.yaml:15:28"),
        ("4小时", "hotline.window.limit.S1", "clause hotline.window", "clauses/hotline/window.yaml:15:28"),
        ("6小时", "hotline.window.limit.S2", "bid demo", "projects/demo/project.yaml:7:37"),
        ("3年", "hotline.window.term", "clause hotline.window", "clauses/hotline/window.yaml:7:46"),
    ]


def test_strong_words_stay_strong_also_where_they_are_values_or_references(compose: Compose) -> None:
    document = compose(
        clause('**{{ term }}、{{ ref("hotline.window") }}、{{ provider }}、{{ blank(2) }}**。')
    ).documents[0]
    (paragraph,) = (block for block in document.blocks if isinstance(block, Paragraph))
    assert [(type(inline), inline.text, inline.strong) for inline in paragraph.inlines] == [
        (Value, "3年", True), (Text, "、", True), (Reference, "一（一）", True), (Text, "、", True),
        (Text, "我公司", True), (Text, "、", True), (Blank, "　　", True), (Text, "。", False),
    ]  # fmt: skip


def test_blocks_know_the_clause_and_file_that_they_come_from(compose: Compose) -> None:
    document = compose(clause("甲。\n\n1. 乙")).documents[0]
    marked = [(type(b).__name__, b.mark.clause, b.mark.span.source.path) for b in document.blocks if hasattr(b, "mark")]
    assert marked == [
        ("Title", None, "templates/documents/letter.md"),
        ("Heading", None, "templates/documents/letter.md"),
        ("Paragraph", "hotline.window", "clauses/hotline/window.yaml"),
        ("Item", "hotline.window", "clauses/hotline/window.yaml"),
    ]


def test_a_value_is_printed_as_it_is_and_never_read_as_markdown(compose: Compose) -> None:
    params = "params:\n  x: {label: 值, type: text, default: '**甲** | {{ y }} # 1. <b>'}\n"
    assert text_of(compose(clause("{{ x }}", params)))[2:] == ["（一）**甲** | {{ y }} # 1. <b>"]


def test_a_document_says_what_it_is_and_when_it_was_made_is_the_bids_date(compose: Compose) -> None:
    document = compose(clause("甲。")).documents[0]
    assert (document.kind, document.title, document.author, document.subject, document.date) == (
        "letter", "服务承诺书", "示例信息有限公司", "示例项目", "2026-12-08",
    )  # fmt: skip


def test_the_source_hash_changes_with_what_the_document_is_made_from_and_with_nothing_else(compose: Compose) -> None:
    def hash_of(*files: str) -> str:
        return compose(*files).documents[0].source_hash

    plain = hash_of(clause("甲。"))
    assert hash_of(clause("甲。")) == plain
    assert hash_of(clause("甲。"), clause("丙。", "", "hotline.answer")) == plain
    changed = [
        (clause("乙。"),),
        (clause("甲。", VALUES.replace("3年", "4年")),),
        (clause("甲。"), outline(f"# 甲\n\n{WINDOW}\n")),
        (clause("甲。"), bid().replace("示例单位", "别的单位")),
    ]
    hashes = {plain, *(hash_of(*files) for files in changed)}
    assert len(hashes) == 5
    assert all(len(value) == 64 for value in hashes)


def test_composing_twice_gives_the_same_blocks(compose: Compose) -> None:
    examined = compose(clause("甲{{ term }}。\n\n{{ limit | table }}"))
    again = examine(examined.package.library, examined.package.bid)
    assert again.documents == examined.documents


# -- the example bid -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def campus() -> Examined:
    """The shipped example bid."""
    return shipped_bid("campus-network")


@pytest.mark.parametrize("kind", ["service-plan", "commitment-letter", "support-agreement"])
def test_the_text_of_the_example_bid(campus: Examined, kind: str, snapshot: SnapshotAssertion) -> None:
    document = next(document for document in campus.documents if document.kind == kind)
    assert "\n".join(lines(document)) == snapshot


def test_the_example_bid_prints_no_blank_values_and_no_braces(campus: Examined) -> None:
    for document in campus.documents:
        for line in lines(document):
            assert not {"{", "}", "*", "|"} & set(line), line
            assert not line.startswith((" ", "#")), line


def test_every_item_of_the_example_bid_counts_from_one(campus: Examined) -> None:
    for document in campus.documents:
        seen: dict[int, int] = {}
        for block in document.blocks:
            if isinstance(block, Item) and block.ordered:
                seen[block.list] = seen.get(block.list, 0) + 1
                digits = "".join(c for c in block.marker if c.isdigit())
                assert not digits.isascii() or not digits or int(digits) == seen[block.list]


def test_the_snapshot_stands_beside_this_file() -> None:
    assert (Path(__file__).parent / "__snapshots__" / "test_compose.ambr").is_file()

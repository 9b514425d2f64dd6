"""The Markdown of texts: what is markup, and what stays as it is written."""

from __future__ import annotations

import pytest

from gen.compose.markdown import Content, Grid, Run, Runs, contents
from gen.template import mark


def runs(*pieces: str | int) -> Runs:
    """Runs as a test writes them: `*甲方：` is strong, a number is a hole."""
    made = []
    for piece in pieces:
        strong = isinstance(piece, str) and piece.startswith("*")
        made.append(Run(piece[1:] if strong and isinstance(piece, str) else piece, strong))
    return tuple(made)


def text_of(content: Content | Grid) -> str:
    assert isinstance(content, Content)
    return "".join(str(run.content) for run in content.runs)


def paragraph(*pieces: str | int, role: str = "body") -> Content:
    return Content("paragraph", runs(*pieces), role=role)


def item(text: str, depth: int, number: int, *, ordered: bool = True) -> Content:
    return Content("item", runs(text), level=depth, list=number, ordered=ordered)


def test_paragraphs_are_parted_by_blank_lines() -> None:
    assert contents("第一段。\n\n第二段。\n") == (paragraph("第一段。"), paragraph("第二段。"))


def test_no_text_has_no_contents() -> None:
    assert contents("") == contents("\n\n") == ()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("甲方应当\n按期支付。", "甲方应当按期支付。"),
        ("，\n乙方", "，乙方"),
        ("甲方\nLinux", "甲方Linux"),
        ("Linux\n服务器", "Linux服务器"),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one two"),
        ("99.9%\nof", "99.9% of"),
        ("**one**\ntwo", "one two"),
        ("one\n**two**", "one two"),
        ("**one\ntwo** three", "one two three"),
        ("**甲\n乙**丙", "甲乙丙"),
        ("甲\n乙\n丙", "甲乙丙"),
    ],
)
def test_a_line_end_vanishes_beside_chinese_and_stays_between_latin_words(written: str, printed: str) -> None:
    (content,) = contents(written)
    assert text_of(content) == printed
    assert "\n" not in printed


def test_a_line_end_beside_a_hole_vanishes() -> None:
    assert contents(f"自{mark(0)}\n起{mark(1)}\n内") == (paragraph("自", 0, "起", 1, "内"),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**甲方：**应当", ("*甲方：", "应当")),
        ("乙方**（服务方）**应当", ("乙方", "*（服务方）", "应当")),
        ("应当**。**", ("应当", "*。")),
        ("中**，**文**。**", ("中", "*，", "文", "*。")),
        ("a**b**c", ("a", "*b", "c")),
        ("**甲****乙**", ("*甲", "*乙")),
        ("**甲", ("**甲",)),
        ("甲** 和 **乙", ("甲", "* 和 ", "乙")),
        ("****", ("****",)),
    ],
)
def test_strong_words_also_stand_beside_chinese_punctuation(written: str, expected: tuple[str, ...]) -> None:
    unmarked = written in {"**甲", "****"}
    wanted = (Run(expected[0], strong=False),) if unmarked else runs(*expected)
    assert contents(written) == (Content("paragraph", wanted),)


def test_holes_keep_their_numbers_inside_and_outside_strong_words() -> None:
    assert contents(f"于{mark(0)}内，**{mark(12)}内**。") == (
        Content(
            "paragraph",
            (*runs("于", 0, "内，"), Run(12, strong=True), *runs("*内", "。")),
        ),
    )


def test_ordered_lists_nest_and_every_list_has_its_own_number() -> None:
    text = "1. 甲\n   1. 子\n   2. 丑\n2. 乙\n   1. 寅\n\n正文\n\n1. 丙\n"
    assert contents(text) == (
        item("甲", 1, 1),
        item("子", 2, 2),
        item("丑", 2, 2),
        item("乙", 1, 1),
        item("寅", 2, 3),
        paragraph("正文"),
        item("丙", 1, 4),
    )


def test_lists_of_points_nest_and_mix_with_ordered_ones() -> None:
    assert contents("- 甲\n  1. 子\n- 乙\n\n1. 丙\n") == (
        item("甲", 1, 1, ordered=False),
        item("子", 2, 2),
        item("乙", 1, 1, ordered=False),
        item("丙", 1, 3),
    )


def test_what_follows_within_an_item_is_a_paragraph_of_its_own() -> None:
    assert contents("1. 甲\n\n   补充。\n2. 乙\n") == (item("甲", 1, 1), paragraph("补充。"), item("乙", 1, 1))


def test_a_list_is_counted_by_its_place_whatever_numbers_are_written() -> None:
    assert contents("3. 甲\n3. 乙\n") == (item("甲", 1, 1), item("乙", 1, 1))


def test_tables_have_a_head_and_rows_of_equal_length() -> None:
    text = f"| 步骤 | 时间 |\n| --- | --- |\n| **首场** | {mark(0)}前 |\n| 后续 |\n"
    assert contents(text) == (
        Grid(
            (runs("步骤"), runs("时间")),
            ((runs("*首场"), runs(0, "前")), (runs("后续"), ())),
            uneven=((1, 1),),
        ),
    )


@pytest.mark.parametrize(
    ("rows", "uneven"),
    [
        ("| 一 | 二 |", ()),
        ("一 | 二", ()),
        ("| 一 |  |", ()),
        ("| | |", ()),
        ("| 一 \\| 二 | 三 |", ()),
        ("| 一 | 二 | 三 |", ((0, 3),)),
        ("| 一 | 二 |\n| 三 |\n| 四 | 五 | 六 | |", ((1, 1), (2, 4))),
    ],
)
def test_rows_that_are_no_match_for_their_head_are_known(rows: str, uneven: tuple[tuple[int, int], ...]) -> None:
    (grid,) = contents(f"| 甲 | 乙 |\n| --- | --- |\n{rows}\n")
    assert isinstance(grid, Grid)
    assert grid.uneven == uneven


def test_contents_know_the_line_that_they_begin_on() -> None:
    text = "# 甲\n\n1. 一\n\n   二\n\n   | 丙 |\n   | --- |\n   | 三 |\n\n四\n五\n\n## 六\n"
    assert [content.line for content in contents(text)] == [0, 2, 4, 6, 10, 13]


@pytest.mark.parametrize("role", ["flush", "closing", "note"])
def test_a_paragraph_says_its_role_at_its_beginning(role: str) -> None:
    assert contents(f"{{{role}}} 致：{mark(0)}") == (paragraph("致：", 0, role=role),)
    assert contents(f"{{{role}}}{mark(0)}") == (paragraph(0, role=role),)


def test_braces_that_are_no_role_or_stand_elsewhere_are_text() -> None:
    assert contents("{right} 甲") == (paragraph("{right} 甲"),)
    assert contents("甲 {flush} 乙") == (paragraph("甲 {flush} 乙"),)


def test_headings_have_a_level_and_may_have_an_anchor() -> None:
    assert contents(f"# 总则\n\n## 期限 {{#term.start}}\n\n### {mark(0)}的配合{{#duties}}\n") == (
        Content("heading", runs("总则"), level=1),
        Content("heading", runs("期限"), level=2, anchor="term.start"),
        Content("heading", runs(0, "的配合"), level=3, anchor="duties"),
    )


@pytest.mark.parametrize(
    "written",
    [
        "#没有空格不是标题",
        "`代码`、*斜体*、_下划线_、~~删除~~",
        "[链接](http://example.com) ![图](a.png) <http://example.com>",
        "&amp; &nbsp; &lt;",
        r"反斜线 \* 与 \_",
        "> 引用",
        "---",
        "1、顿号不是列表",
        "（1）括号不是列表",
        "http://example.com/a_b_c",
    ],
)
def test_all_other_markup_is_plain_text(written: str) -> None:
    (content,) = contents(written)
    assert content == paragraph(written)


def test_underlines_make_no_heading_and_indentation_no_code() -> None:
    assert contents("标题\n===\n") == (paragraph("标题", "==="),)
    assert contents("    缩进\n") == (paragraph("缩进"),)


def test_a_row_of_a_table_without_a_rule_is_text() -> None:
    assert contents("| 甲 | 乙 |\n") == (paragraph("| 甲 | 乙 |"),)


def test_the_same_text_always_gives_the_same_contents() -> None:
    assert contents("甲**乙**") is contents("甲**乙**")

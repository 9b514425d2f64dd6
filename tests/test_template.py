"""The language of texts: what is read, what it gives, and where what is refused stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.message import M
from gen.source import Source, Span
from gen.template import FUNCTIONS, Call, Environment, Name, NotPrintableError, Template, calls, evaluate, names, parse
from gen.template.nodes import Constant, Data, If, Logic, Print
from gen.yamltree import Mapping as Tree
from gen.yamltree import Scalar
from gen.yamltree import parse as parse_yaml

Place = tuple[int, int, int, int]


def block(text: str) -> Scalar:
    """The text as a literal block of a file: its first line is line 2, its first character stands in column 3."""
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    node, findings = parse_yaml(Source("c.yaml", "text: |-\n" + lines))
    assert findings == ()
    assert isinstance(node, Tree)
    value = next(iter(node.entries.values()))
    assert isinstance(value, Scalar)
    return value


def template(text: str) -> Template:
    made, findings = parse(block(text))
    assert findings == ()
    assert made is not None
    return made


def place(span: Span) -> Place:
    return span.line, span.column, span.end_line, span.end_column


def refusals(text: str) -> list[tuple[str, Place, str, list[str]]]:
    """Message, place, text there and helps of all that is refused."""
    made, findings = parse(block(text))
    assert (made is None) == bool(findings)
    assert {finding.rule.id for finding in findings} <= {"S111"}
    return [
        (str(f.message), place(f.labels[0].span), f.labels[0].span.text, [str(help_) for help_ in f.helps])
        for f in findings
    ]


VALUES: Mapping[str, Any] = {
    "provider": "乙方",
    "term": 3,
    "limit.S1": "4小时",
    "limit.S1.within": "2小时",
    "yes": True,
    "no": False,
    "forum": "court",
}


def printed(text: str) -> tuple[Any, ...]:
    """The pieces of a text over VALUES; functions give their call back as a tuple."""

    def lookup(name: Name) -> Any:
        if str(name) not in VALUES:
            raise NotPrintableError(M("`{name}` is missing", name=str(name)), name.span)
        return VALUES[str(name)]

    def function(call: Call, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        return (call.function, *arguments, *named.items())

    def truth(value: Any, span: Span) -> bool:
        raise NotPrintableError(M("{value} is no flag", value=str(value)), span)

    environment = Environment(lookup, dict.fromkeys(FUNCTIONS, function), truth, key=lambda value: value, asked=lookup)
    return evaluate(template(text), environment)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("没有空处。", ("没有空处。",)),
        ("单个 { 和 } 是文字", ("单个 { 和 } 是文字",)),
        ("{flush} 致：", ("{flush} 致：",)),
        ("# 期限 {#term.start}", ("# 期限 {#term.start}",)),
        ("{{ provider }}", ("乙方",)),
        ("{{provider}}应当", ("乙方", "应当")),
        ("{{ limit.S1 }}内，{{ limit.S1.within }}内", ("4小时", "内，", "2小时", "内")),
        ('{{ limit["S1"].within }}', ("2小时",)),
        ("{{ 'X' }}", ("X",)),
        ("第一行\n\n第{{ term }}行\n", ("第一行\n\n第", 3, "行")),
        ("左 {{- provider -}} 右", ("左", "乙方", "右")),
        ("{{ limit.S1 | table }}", (("table", "4小时"),)),
        ('{{ limit.S1 | table("标题") }}', (("table", "4小时", "标题"),)),
        ('{{ table("a.b.c", "d.e.f", caption="标题") }}', (("table", "a.b.c", "d.e.f", ("caption", "标题")),)),
        ('{{ clause("a.b", optional=true) }}', (("clause", "a.b", ("optional", True)),)),
        ('见{{ ref("annex.people") }}。', ("见", ("ref", "annex.people"), "。")),
        ("{{ blank(8) }}", (("blank", 8),)),
        ("{{ blank() }}", (("blank",),)),
        ('{{ annex("annex.x", "人员") }}', (("annex", "annex.x", "人员"),)),
        ('{{ param("warranty.term.term") }}', (("param", "warranty.term.term"),)),
        ("{% if yes %}甲{% endif %}", ("甲",)),
        ("{% if no %}甲{% endif %}", ()),
        ("{% if no %}甲{% else %}乙{{ term }}{% endif %}丙", ("乙", 3, "丙")),
        ("{% if not no %}甲{% endif %}", ("甲",)),
        ("{% if yes and not no %}甲{% endif %}", ("甲",)),
        ("{% if no or yes %}甲{% endif %}", ("甲",)),
        ("{% if no and limit %}甲{% endif %}", ()),
        ("{% if yes or limit %}甲{% endif %}", ("甲",)),
        ('{% if forum == "court" %}诉讼{% else %}仲裁{% endif %}', ("诉讼",)),
        ('{% if forum != "court" %}诉讼{% else %}仲裁{% endif %}', ("仲裁",)),
        ('{% if forum == "arbitration" or term == 3 %}甲{% endif %}', ("甲",)),
        ("{% if yes %}{% if no %}甲{% else %}乙{% endif %}{% endif %}", ("乙",)),
        ("{%- if yes -%} 甲 {%- endif -%}", ("甲",)),
    ],
)
def test_texts_give_their_words_and_the_values_of_their_holes(text: str, pieces: tuple[Any, ...]) -> None:
    assert tuple(piece for piece in printed(text) if piece != "") == pieces


def test_only_the_branch_that_holds_is_evaluated() -> None:
    assert printed("{% if no %}{{ missing }}{% else %}好{% endif %}") == ("好",)


def test_what_has_no_value_is_raised_with_its_place() -> None:
    with pytest.raises(NotPrintableError) as raised:
        printed("好。\n自{{ missing.row }}起")
    assert str(raised.value.message) == "`missing.row` is missing"
    assert place(raised.value.span) == (3, 7, 3, 18)


def test_a_condition_that_is_no_flag_is_raised_with_its_place() -> None:
    with pytest.raises(NotPrintableError) as raised:
        printed("{% if yes and forum %}甲{% endif %}")
    assert str(raised.value.message) == "court is no flag"
    assert place(raised.value.span) == (2, 17, 2, 22)


LONG = """\
{{ provider }}自接到通知起：

1. 于{{ limit.S1 }}内、于{{limit.S1.within}}内；
   {% if forum == "court" %}甲{{ term }}{% else %}乙{{ provider }}{% endif %}

| 头 |
| --- |
| {{ ab.a | table(a) }}{{ a }} |"""


def test_every_name_in_a_text_of_many_lines_knows_its_place() -> None:
    assert [(str(name), place(name.span), name.span.text) for name in names(template(LONG))] == [
        ("provider", (2, 6, 2, 14), "provider"),
        ("limit.S1", (4, 10, 4, 18), "limit.S1"),
        ("limit.S1.within", (4, 26, 4, 41), "limit.S1.within"),
        ("forum", (5, 12, 5, 17), "forum"),
        ("term", (5, 35, 5, 39), "term"),
        ("provider", (5, 56, 5, 64), "provider"),
        ("ab.a", (9, 8, 9, 12), "ab.a"),
        ("a", (9, 21, 9, 22), "a"),
        ("a", (9, 29, 9, 30), "a"),
    ]


def test_every_hole_knows_its_place_from_brace_to_brace() -> None:
    parts = template(LONG).parts
    holes = [part.span for part in parts if isinstance(part, Print)]
    assert [(place(span), span.text) for span in holes] == [
        ((2, 3, 2, 17), "{{ provider }}"),
        ((4, 7, 4, 21), "{{ limit.S1 }}"),
        ((4, 24, 4, 43), "{{limit.S1.within}}"),
        ((9, 5, 9, 26), "{{ ab.a | table(a) }}"),
        ((9, 26, 9, 33), "{{ a }}"),
    ]


def test_every_call_knows_its_place_and_its_words() -> None:
    text = template('见{{ ref("a.b") }}。\n\n{{ table("a.b.c", "d.e.f", caption="标题") }}')
    assert [(call.function, call.words(), call.option("caption"), place(call.span)) for call in calls(text)] == [
        ("ref", ("a.b",), None, (2, 4, 2, 20)),
        ("table", ("a.b.c", "d.e.f"), "标题", (4, 3, 4, 46)),
    ]


def test_names_and_calls_of_both_branches_are_listed() -> None:
    text = template('{% if a and not b == c %}{{ d | table }}{% else %}{{ table("x", e) }}{{ f.g }}{% endif %}')
    assert [str(name) for name in names(text)] == ["a", "b", "c", "d", "e", "f.g"]
    assert [call.function for call in calls(text)] == ["table", "table"]


def test_a_text_is_a_row_of_few_kinds_of_part() -> None:
    (before, condition) = template('甲{% if not a == "b" %}乙{% endif %}').parts
    assert before == Data("甲")
    assert isinstance(condition, If)
    assert isinstance(condition.condition, Logic)
    assert condition.condition.operator == "not"
    (inner,) = condition.condition.operands
    assert isinstance(inner, Logic)
    assert (inner.operator, inner.operands[1]) == ("==", Constant("b"))
    assert condition.then == (Data("乙"),)
    assert condition.otherwise == ()


VALUES_ONLY = "texts print values and call functions, no `{}`"
BLOCKS = "texts have values and `if`, no `{}`"
NO_COMMENTS = "texts have no comments and no raw parts"
A_FLAG = 'a condition asks a flag (是 or 否), or compares: `forum == "court"`'
REF_USAGE = (
    'write it so: ref(target): the number of a clause, table, figure or annex; show="title" or "page" gives that'
)
IMAGE_USAGE = "write it so: image(path, caption): a picture of the workspace; `./` in front means the folder of the bid"
ANNEX_USAGE = (
    'write it so: annex(id, title): from here on the text is an annex; annex("training-plan") prints that document kind'
)
KNOWN = [
    "known here: annex, blank, capitals, clause, count, figure, form, image, landscape, param, portrait, ref, table"
]


@pytest.mark.parametrize(
    ("hole", "message"),
    [
        ("{{ x + 1 }}", VALUES_ONLY.format("add")),
        ("{{ -x }}", VALUES_ONLY.format("neg")),
        ("{{ x ~ y }}", VALUES_ONLY.format("concat")),
        ("{{ x < y }}", VALUES_ONLY.format("compare")),
        ("{{ x == y }}", VALUES_ONLY.format("compare")),
        ("{{ x == y == z }}", VALUES_ONLY.format("compare")),
        ("{{ not x }}", VALUES_ONLY.format("not")),
        ("{{ x and y }}", VALUES_ONLY.format("and")),
        ("{{ x if y else z }}", VALUES_ONLY.format("condexpr")),
        ("{{ x is defined }}", VALUES_ONLY.format("test")),
        ("{{ [x] }}", VALUES_ONLY.format("list")),
        ("{{ (x, y) }}", VALUES_ONLY.format("tuple")),
        ("{{ {'a': x} }}", VALUES_ONLY.format("dict")),
        ("{{ 3 }}", VALUES_ONLY.format("const")),
        ("{{ 1.5 }}", VALUES_ONLY.format("const")),
        ("{{ true }}", VALUES_ONLY.format("const")),
        ("{{ none }}", VALUES_ONLY.format("const")),
        ("{{ blank(*x) }}", VALUES_ONLY.format("call")),
        ("{{ blank(**x) }}", VALUES_ONLY.format("call")),
        ("{{ x.y() }}", VALUES_ONLY.format("call")),
        ("{{ x[0] }}", "only parts of a value can be named: `limit.S1`"),
        ("{{ x[1:2] }}", "only parts of a value can be named: `limit.S1`"),
        ("{{ x[y] }}", "only parts of a value can be named: `limit.S1`"),
        ('{{ param("a.b").c }}', "only parts of a value can be named: `limit.S1`"),
        ("{{ x.__class__ }}", "`__class__` is no part of a value"),
        ("{{ x._y }}", "`_y` is no part of a value"),
        ('{{ x["__init__"] }}', "`__init__` is no part of a value"),
    ],
)
def test_expressions_beyond_values_and_calls_are_refused_at_their_hole(hole: str, message: str) -> None:
    text = f"第一行{{{{ provider }}}}。\n\n第三行：{hole}{{{{ provider }}}}"
    assert refusals(text) == [(message, (4, 7, 4, 7 + len(hole)), hole, [])]


@pytest.mark.parametrize(
    ("hole", "message", "helps"),
    [
        ("{{ x | upper }}", "there is no function `upper`", KNOWN),
        ("{{ x | tabel }}", "there is no function `tabel`", ["did you mean `table`?"]),
        ("{{ x() }}", "there is no function `x`", KNOWN),
        ("{{ lipsum(9) }}", "there is no function `lipsum`", KNOWN),
        (
            "{{ ref() }}",
            REF_USAGE,
            [],
        ),
        (
            "{{ ref(x) }}",
            REF_USAGE,
            [],
        ),
        (
            "{{ ref(5) }}",
            REF_USAGE,
            [],
        ),
        ('{{ param("a", "b") }}', "write it so: param(path): a value of another clause", []),
        ("{{ clause(true) }}", "write it so: clause(id): print a clause", []),
        ("{{ annex() }}", ANNEX_USAGE, []),
        ("{{ blank(1, 2) }}", "write it so: blank(n): a line of n characters to be filled by hand", []),
        ('{{ blank("x") }}', "write it so: blank(n): a line of n characters to be filled by hand", []),
        ('{{ ref("a", show="date") }}', "`show` is one of number, title, page", []),
        ("{{ landscape(1) }}", "write it so: landscape(): from here on sheets lie on their side", []),
        ('{{ image("a.png") }}', IMAGE_USAGE, []),
        ("{{ blank(width=3) }}", "`blank` knows no `width`", []),
        ('{{ table("a", captoin="b") }}', "`table` knows no `captoin`", ["did you mean `caption`?"]),
        ('{{ clause("a", optinal=true) }}', "`clause` knows no `optinal`", ["did you mean `optional`?"]),
    ],
)
def test_unknown_functions_and_arguments_are_refused_with_help(hole: str, message: str, helps: list[str]) -> None:
    assert refusals(f"甲{hole}") == [(message, (2, 4, 2, 4 + len(hole)), hole, helps)]


@pytest.mark.parametrize(
    ("text", "tag", "what"),
    [
        ("甲{% for x in y %}乙{% endfor %}", "{% for x in y %}", "for"),
        ("甲{% set x = 1 %}", "{% set x = 1 %}", "set"),
        ('甲{% include "x" %}', '{% include "x" %}', "include"),
        ('甲{% import "x" as y %}', '{% import "x" as y %}', "import"),
        ('甲{% extends "x" %}', '{% extends "x" %}', "extends"),
        ("甲{% macro x() %}乙{% endmacro %}", "{% macro x() %}", "macro"),
        ("甲{% block x %}乙{% endblock %}", "{% block x %}", "block"),
        ("甲{% filter table %}乙{% endfilter %}", "{% filter table %}", "filter"),
        ("甲{% call x() %}乙{% endcall %}", "{% call x() %}", "call"),
        ("甲{% with x = 1 %}乙{% endwith %}", "{% with x = 1 %}", "with"),
        ("甲{% autoescape true %}乙{% endautoescape %}", "{% autoescape true %}", "autoescape"),
        ("甲{% if x %}乙{% elif y %}丙{% endif %}", "{% if x %}", "elif"),
    ],
)
def test_blocks_other_than_if_are_refused_at_their_tag(text: str, tag: str, what: str) -> None:
    assert refusals(text) == [(BLOCKS.format(what), (2, 4, 2, 4 + len(tag)), tag, [])]


@pytest.mark.parametrize("condition", ["3", "true", '"x"', "not false", "x and 1", "x or not (y and true)"])
def test_a_condition_that_cannot_be_otherwise_is_refused(condition: str) -> None:
    tag = f"{{% if {condition} %}}"
    assert refusals(f"{tag}甲{{% endif %}}") == [(A_FLAG, (2, 3, 2, 3 + len(tag)), tag, [])]


@pytest.mark.parametrize(
    ("text", "where", "marked"),
    [
        ("甲\n乙{# 注 #}丙{{ x }}", (3, 4, 3, 6), "{#"),
        ("甲{{ x }}{# 注 #}", (2, 11, 2, 13), "{#"),
        ("甲{# 未完", (2, 4, 2, 6), "{#"),
        ("{% raw %}{{ x }}{% endraw %}", (2, 3, 2, 5), "{%"),
        ("{{ x }}\n{% raw %}y{% endraw %}", (3, 3, 3, 5), "{%"),
        ("{% print x %}", (2, 3, 2, 5), "{%"),
        ('{{ "{{" }}', (2, 7, 2, 9), "{{"),
    ],
)
def test_comments_and_raw_parts_are_refused_where_they_begin(text: str, where: Place, marked: str) -> None:
    assert refusals(text) == [(NO_COMMENTS, where, marked, [])]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("甲\n{{ x", "unexpected end of template, expected 'end of print statement'.", 3),
        ("甲\n\n{{ }}", "Expected an expression, got 'end of print statement'", 4),
        ("{{ x y }}", "expected token 'end of print statement', got 'y'", 2),
        ("甲\n{% endif %}", "Encountered unknown tag 'endif'.", 3),
        ("甲\n{% frob %}", "Encountered unknown tag 'frob'.", 3),
    ],
)
def test_broken_holes_are_refused_on_their_line(text: str, reason: str, line: int) -> None:
    ((message, where, marked, _),) = refusals(text)
    assert message == f"the hole cannot be read: {reason}"
    assert where[0] == where[2] == line
    assert marked == text.split("\n")[line - 2]


@pytest.mark.parametrize(
    ("text", "tag", "where"),
    [
        ("甲<b>乙</b>", "<b>", (2, 4, 2, 7)),
        ("甲\n<img src=x>{{ x }}", "<img src=x>", (3, 3, 3, 14)),
        ("甲<!-- 注 -->", "<!--", (2, 4, 2, 8)),
        ("甲<br/>", "<br/>", (2, 4, 2, 9)),
    ],
)
def test_html_is_refused_where_it_begins(text: str, tag: str, where: Place) -> None:
    helps = ["write **strong** words so, and < or > with a space behind it"]
    assert refusals(text) == [(f"a text is no HTML: `{tag}` would print as it stands", where, tag, helps)]


@pytest.mark.parametrize("text", ["甲 < 乙 > 丙", "温度<30", "a<3>b", "<<甲>>"])
def test_signs_of_comparison_are_no_html(text: str) -> None:
    assert printed(text) == (text,)


def test_a_hole_of_thousands_of_brackets_is_refused() -> None:
    ((message, where, _, _),) = refusals("甲" + "{{ " + "(" * 5000 + "x" + ")" * 5000 + " }}")
    assert message == "the hole cannot be read: it is too long or nests too deep"
    assert where == (2, 4, 2, 6)


TOKENS = ["{{", "}}", "{%", "%}", "{#", "#}", "if", "else", "endif", "raw", "endraw", "for", "x", "a.b", "table", "not"]
SIGNS = [*" \n|()[],.-='\"甲3<>", "==", "<b>"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(TOKENS + SIGNS), max_size=14).map("".join))
def test_whatever_is_written_is_a_template_or_a_refusal_in_the_file(text: str) -> None:
    source = Source("c.yaml", text)
    written = Scalar(text)
    written.block_indent = 0
    written.span = Span(source, 0, 1, len(source.lines), 1)
    made, findings = parse(written)
    assert (made is None) == bool(findings)
    for finding in findings:
        assert 1 <= finding.labels[0].span.line <= len(source.lines)


@settings(deadline=None)
@given(st.text("甲乙。{} \n", max_size=20).filter(lambda text: "{{" not in text))
def test_a_text_without_holes_is_printed_as_it_stands(text: str) -> None:
    made, _ = parse(Scalar(text))
    assert made is not None
    assert "".join(part.text for part in made.parts if isinstance(part, Data)) == text

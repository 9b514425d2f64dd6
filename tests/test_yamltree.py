"""YAML with places: every key and value knows the line and column at which it stands."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.finding import Finding
from gen.source import Source, Span
from gen.yamltree import DEPTH, Mapping, Node, Scalar, Sequence, parse, scalar

Place = tuple[int, int, int, int]


def place(span: Span) -> Place:
    return span.line, span.column, span.end_line, span.end_column


def tree(text: str) -> Node:
    node, findings = parse(Source("a.yaml", text))
    assert findings == ()
    assert node is not None
    return node


def found_in(text: str, lines: slice = slice(None)) -> list[tuple[str, str, Place, str]]:
    """Rule, message, place and text of each finding."""
    _, findings = parse(Source("a.yaml", text), lines)
    return [(f.rule.id, str(f.message), place(f.labels[0].span), f.labels[0].span.text) for f in findings]


def at(node: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(node, Mapping):
            node = node.entries[Scalar(step)]
        else:
            assert isinstance(node, Sequence)
            assert isinstance(step, int)
            node = node.items[step]
    return node


def text_at(node: Node, *path: str | int) -> Scalar:
    value = at(node, *path)
    assert isinstance(value, Scalar)
    return value


TEXT = dedent(
    """\
    # 注释
    id: response.onsite
    title: '现场 响应'
    english: "on site"
    标签: 到场时限   # 说明
    params:
      limit: {label: 时限, default: {S1: 4小时, S2: 8小时}}
      flags: [是, "否",
              no]
    commitments:
      - promise: onsite_arrival
        at_most: $within

      - promise: response
    text: |
      乙方到达现场：

        {{ limit | table }}

    after: 1
    """
)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("id",), "response.onsite", (2, 5, 2, 20)),
        (("title",), "现场 响应", (3, 8, 3, 15)),
        (("english",), "on site", (4, 10, 4, 19)),
        (("标签",), "到场时限", (5, 5, 5, 9)),
        (("params", "limit", "label"), "时限", (7, 18, 7, 20)),
        (("params", "limit", "default", "S2"), "8小时", (7, 45, 7, 48)),
        (("params", "flags", 0), "是", (8, 11, 8, 12)),
        (("params", "flags", 1), "否", (8, 14, 8, 17)),
        (("params", "flags", 2), "no", (9, 11, 9, 13)),
        (("commitments", 0, "at_most"), "$within", (12, 14, 12, 21)),
        (("commitments", 1, "promise"), "response", (14, 14, 14, 22)),
        (("text",), "乙方到达现场：\n\n  {{ limit | table }}\n", (15, 7, 18, 24)),
        (("after",), "1", (20, 8, 20, 9)),
    ],
)
def test_scalars_stay_as_written_and_know_their_place(path: tuple[str | int, ...], value: str, where: Place) -> None:
    found = text_at(tree(TEXT), *path)
    assert found == value
    assert place(found.span) == where


@pytest.mark.parametrize(
    ("path", "key", "where"),
    [
        ((), "id", (2, 1, 2, 3)),
        ((), "标签", (5, 1, 5, 3)),
        (("params",), "limit", (7, 3, 7, 8)),
        (("params", "limit"), "default", (7, 22, 7, 29)),
        (("commitments", 0), "at_most", (12, 5, 12, 12)),
    ],
)
def test_keys_know_their_place(path: tuple[str | int, ...], key: str, where: Place) -> None:
    mapping = at(tree(TEXT), *path)
    assert isinstance(mapping, Mapping)
    assert place(mapping.key(key).span) == where


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ((), (2, 1, 20, 9)),
        (("params",), (7, 3, 9, 14)),
        (("params", "limit"), (7, 10, 7, 50)),
        (("params", "limit", "default"), (7, 31, 7, 49)),
        (("params", "flags"), (8, 10, 9, 14)),
        (("commitments",), (11, 3, 14, 22)),
        (("commitments", 0), (11, 5, 12, 21)),
        (("commitments", 1), (14, 5, 14, 22)),
    ],
)
def test_collections_reach_from_their_first_to_their_last_character(path: tuple[str | int, ...], where: Place) -> None:
    assert place(at(tree(TEXT), *path).span) == where


def test_comments_behind_a_collection_are_no_part_of_it_and_those_in_a_text_are() -> None:
    node = tree("a:\n  - 1\n  # 说明\n\n  # 说明\nb: |\n  文\n  # 文\n\n# 说明\nc: {x: 1} # 说明\n")
    assert [place(at(node, key).span) for key in "abc"] == [(2, 3, 2, 6), (6, 4, 8, 6), (11, 4, 11, 10)]


def test_entries_come_in_the_order_written() -> None:
    assert [str(key) for key, _ in tree("b: 1\na: 2\nc: 3\n")] == ["b", "a", "c"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "null", "~", "12:30", "0o17", "1e3", "1_000", "2026-12-08", ".inf", "007", "7×24"]
)
def test_no_scalar_is_anything_but_the_text_that_was_written(written: str) -> None:
    assert text_at(tree(f"a: {written}\n"), "a") == written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"a\\nb"', "a\nb"),
        ("'it''s'", "it's"),
        ("''", ""),
        ("一 二", "一 二"),
        ("'# 不是注释'", "# 不是注释"),
        ("甲：乙", "甲：乙"),
    ],
)
def test_quotes_and_escapes_are_resolved(written: str, value: str) -> None:
    assert text_at(tree(f"a: {written}\n"), "a") == value


BLOCK = "text: |\n  第一行{{ provider }}。\n\n    缩进{{ limit }}\n  末行\n"


@pytest.mark.parametrize(
    ("needle", "where"),
    [
        ("第一行", (2, 3, 2, 6)),
        ("{{ provider }}", (2, 6, 2, 20)),
        ("。", (2, 20, 2, 21)),
        ("缩进", (4, 5, 4, 7)),
        ("{{ limit }}", (4, 7, 4, 18)),
        ("末行", (5, 3, 5, 5)),
    ],
)
def test_a_piece_of_a_literal_block_is_found_in_the_file(needle: str, where: Place) -> None:
    text = text_at(tree(BLOCK), "text")
    span = text.at(text.index(needle), len(needle))
    assert place(span) == where
    assert span.text == needle


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n\n\n   空行之后{{ x }}\n",
        "a: |2\n      更深的首行{{ x }}\n",
        "a: |-\n  去尾{{ x }}\n\n",
        "a: |+\n  留尾{{ x }}\n\n\n",
        "- - k: |\n      深层{{ x }}\n",
        "a: '引号内{{ x }}'\n",
        'a:   "双引号内{{ x }}"\n',
        "a: 平文{{ x }}\n",
    ],
)
def test_a_piece_of_any_kind_of_scalar_is_found_in_the_file(text: str) -> None:
    node = tree(text)
    while not isinstance(node, Scalar):
        node = next(iter(node.entries.values())) if isinstance(node, Mapping) else node.items[0]
    assert node.at(node.index("{{ x }}"), 7).text == "{{ x }}"


@pytest.mark.parametrize(
    "text", ["a: 'it''s {{ x }}'\n", 'a: "甲\\n{{ x }}"\n', "a: 甲\n  {{ x }}\n", 'a: "甲\n  {{ x }}"\n']
)
def test_where_escapes_or_folding_shift_the_text_the_whole_scalar_is_the_place(text: str) -> None:
    value = text_at(tree(text), "a")
    assert value.at(value.index("{{"), 7) == value.span


@settings(deadline=None)
@given(st.lists(st.text("甲乙{}x ：。", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=5))
def test_every_character_of_a_literal_block_stands_where_it_says(lines: list[str]) -> None:
    text = text_at(tree("k: |\n" + "".join(f"    {line}\n" for line in lines)), "k")
    for offset, character in enumerate(text):
        if character != "\n":
            assert text.at(offset).text == character


def test_front_matter_is_cut_out_and_keeps_the_lines_of_its_file() -> None:
    source = Source("a.md", "---\nkind: letter\nwords: {provider: 我公司}\n---\n# 标题\n\nbody: x\n")
    node, findings = parse(source, slice(1, 3))
    assert findings == ()
    assert node is not None
    assert place(node.span) == (2, 1, 3, 23)
    assert place(text_at(node, "words", "provider").span) == (3, 19, 3, 22)
    assert [str(key) for key, _ in node] == ["kind", "words"]  # type: ignore[union-attr]


def test_a_fault_in_front_matter_stands_on_its_line_of_the_file() -> None:
    assert found_in("---\nkind: [letter\n---\nbody\n", slice(1, 2)) == [
        ("S102", "this is not YAML: did not find expected ',' or ']'", (3, 1, 3, 2), "-")
    ]


@pytest.mark.parametrize("text", ["", "\n", "# nur\n", "---\n", "---\n...\n"])
def test_an_empty_document_is_nothing_and_no_finding(text: str) -> None:
    assert parse(Source("a.yaml", text)) == (None, ())


BROKEN = "S102 this is not YAML: {}"
WRITE_OUT = "write the value out where it is used"


@pytest.mark.parametrize(
    ("text", "message", "where", "marked"),
    [
        ("a: [1, 2\n", BROKEN.format("did not find expected ',' or ']'"), (2, 1, 2, 2), ""),
        ("a: 1\n b: 2\n", BROKEN.format("mapping values are not allowed in this context"), (2, 3, 2, 4), ":"),
        ("a:\n\t- 1\n", "S102 a tab indents this line; YAML allows spaces only", (2, 1, 2, 2), "\t"),
        ("a：1\nb: 2\n", BROKEN.format("a Chinese colon `：` stands where YAML needs `: `"), (1, 2, 1, 3), "："),
        ("x: 1\na: 2\na: 3\n", "S103 `a` stands twice in one mapping", (3, 1, 3, 2), "a"),
        ("a: &x 1\n", f"S104 anchors (`&x`) are not read; {WRITE_OUT}", (1, 4, 1, 8), "&x 1"),
        ("a: *x\n", f"S104 aliases (`*x`) are not read; {WRITE_OUT}", (1, 4, 1, 6), "*x"),
        ("a: !t 1\n", "S104 tags (`!t`) are not read; the schema knows the type", (1, 4, 1, 8), "!t 1"),
        ("<<: 1\n", "S104 merge keys (`<<`) are not read; write the keys out", (1, 1, 1, 3), "<<"),
        ("a: >\n  b\n", "S104 a folded text (`>`) loses its lines; write a literal one (`|`)", (1, 4, 2, 4), ">"),
        ("a: 1\n---\nb: 2\n", "S104 a second YAML document begins here; a file holds one", (2, 1, 2, 4), "---"),
        ("? [a]\n: b\n", "S104 a key must be one word, not a list or a mapping", (1, 3, 1, 6), "[a]"),
    ],
)
def test_what_is_not_read_is_found_at_its_place(text: str, message: str, where: Place, marked: str) -> None:
    assert [(f"{rule} {said}", *rest) for rule, said, *rest in found_in(text)] == [(message, where, marked)]


def test_a_duplicate_key_shows_both_places_and_keeps_the_first_value() -> None:
    node, (finding,) = parse(Source("a.yaml", "a: 1\nb: 2\na: 3\n"))
    assert [place(label.span) for label in finding.labels] == [(3, 1, 3, 2), (1, 1, 1, 2)]
    assert node is not None
    assert text_at(node, "a") == "1"


def test_every_fault_is_found_and_not_the_first_only() -> None:
    assert [rule for rule, *_ in found_in("a: &x 1\nb: !t 2\nb: 3\nc: >\n  d\n")] == ["S104", "S104", "S104", "S103"]


@pytest.mark.parametrize("text", ["a: *x\n", "<<: {a: 1}\n", "a: 1\n---\nb: 2\n", "? [a]\n: b\n"])
def test_where_a_feature_hides_what_is_written_there_is_no_tree(text: str) -> None:
    node, findings = parse(Source("a.yaml", text))
    assert node is None
    assert len(findings) == 1


def test_nodes_nest_to_a_limit() -> None:
    assert parse(Source("a.yaml", "[" * DEPTH + "]" * DEPTH))[1] == ()
    deeper = "[" * (DEPTH + 1) + "]" * (DEPTH + 1)
    assert found_in(deeper) == [("S104", f"nodes nest more than {DEPTH} deep", (1, DEPTH + 1, 1, DEPTH + 2), "[")]
    assert parse(Source("a.yaml", "[" * 100_000))[0] is None


@pytest.mark.parametrize("separator", ["\r", "\x85", "\u2028", "\u2029"])
def test_characters_at_which_only_yaml_ends_a_line_move_no_place(separator: str) -> None:
    node, findings = parse(Source("a.yaml", f"a: 甲{separator}乙\nb: 丙{separator}\n"))
    assert findings == ()
    assert node is not None
    assert text_at(node, "a") == "甲 乙"
    assert place(text_at(node, "b").span) == (2, 4, 2, 5)


@settings(deadline=None)
@given(st.text("ab:-|>&*!?{}[],'\"#%@`\n\t \r\x85\u2028甲：。0", max_size=30))
def test_whatever_is_written_is_a_tree_or_findings_and_every_place_lies_in_the_file(text: str) -> None:
    source = Source("a.yaml", text)
    node, findings = parse(source)

    def check(span: Span) -> None:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(source.lines)

    def walk(node: Node) -> None:
        check(node.span)
        if isinstance(node, Mapping):
            for key, value in node:
                check(key.span)
                walk(value)
        elif isinstance(node, Sequence):
            for item in node.items:
                walk(item)

    if node is not None:
        walk(node)
    for finding in findings:
        assert isinstance(finding, Finding)
        check(finding.labels[0].span)


def test_a_scalar_compares_and_hashes_as_its_text() -> None:
    source = Source("a.yaml", "甲")
    made = scalar("甲", Span(source, 1, 1, 1, 2))
    assert made == "甲"
    assert {made: 1}["甲"] == 1  # type: ignore[index]
    assert str(made.span) == "a.yaml:1:1"

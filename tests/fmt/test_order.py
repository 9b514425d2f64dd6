"""Files brought into order: keys, quotes, flows, comments; and never another meaning."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gen import yamltree
from gen.fmt import in_order, record_of
from gen.fmt.comments import comments_of
from gen.fmt.files import PATTERNS
from gen.fmt.printing import WIDTH, printed
from gen.fmt.same import same
from gen.model.bid import Bid, Company
from gen.model.clause import Clause, Profile
from gen.model.form import Form
from gen.model.law import LawAdditions
from gen.model.vocabulary import VocabularyAdditions
from gen.source import Source
from tests.conftest import ROOT

CLAUSE = """\
id: response.onsite
title: 到场
status: approved
owner: service
review_by: 2027-10-01
"""
TEXT = "text: |\n  {{ provider }}到场。\n"


def ordered(text: str, record: Any = Clause) -> str:
    """A file brought into order; a second time changes nothing."""
    once, findings = in_order(Source("a.yaml", text), record)
    assert findings == ()
    assert once is not None
    assert in_order(Source("a.yaml", once), record) == (once, ())
    return once


def reprinted(text: str) -> str:
    """Any YAML printed anew, whatever it holds."""
    source = Source("a.yaml", text)
    node, findings = yamltree.parse(source)
    assert (findings, node is None) == ((), False)
    assert node is not None
    return printed(node, None, comments_of(source, node))


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("clauses/response/onsite.yaml", Clause),
        ("clauses/a/b/c.yaml", Clause),
        ("clauses/company.yaml", Company),
        ("clauses/vocabulary.yaml", VocabularyAdditions),
        ("clauses/laws.yaml", LawAdditions),
        ("clauses/profiles/gold.yaml", Profile),
        ("projects/campus/project.yaml", Bid),
        ("templates/forms/fault-report.yaml", Form),
        ("templates/forms/old/fault-report.yaml", None),
        ("clauses/accepted.yaml", None),
        ("clauses/profiles/old/gold.yaml", None),
        ("clauses/response/onsite.yml", None),
        ("projects/campus/out/project.yaml", None),
        ("templates/documents/letter.md", None),
        ("templates/themes/blind/theme.yaml", None),
    ],
)
def test_a_file_is_known_by_its_place(path: str, record: Any) -> None:
    assert record_of(path) is record


def test_keys_stand_in_the_order_of_the_record_and_those_of_people_in_their_own() -> None:
    before = (
        "# schema\n"
        "text: |\n  {{ provider }}到场{{ b }}{{ a }}。\n"
        "params:\n"
        "  b: {default: 4小时, type: duration, label: 时限}\n"
        "  a: {label: 时限, type: duration, default: 8小时}\n"
        "status: approved\n"
        "commitments:\n"
        "- at_most: $b\n"
        "  clock: {from: report_received, kind: natural}\n"
        "  promise: onsite_arrival\n"
        "review_by: 2027-10-01\n"
        "owner: service\n"
        "title: 到场\n"
        "id: response.onsite\n"
    )
    assert ordered(before) == (
        "# schema\n"
        "id: response.onsite\n"
        "title: 到场\n"
        "status: approved\n"
        "owner: service\n"
        "review_by: 2027-10-01\n"
        "params:\n"
        "  b: {label: 时限, type: duration, default: 4小时}\n"
        "  a: {label: 时限, type: duration, default: 8小时}\n"
        "commitments:\n"
        "  - promise: onsite_arrival\n"
        "    at_most: $b\n"
        "    clock: {kind: natural, from: report_received}\n"
        "text: |\n"
        "  {{ provider }}到场{{ b }}{{ a }}。\n"
    )


def test_texts_are_literal_blocks() -> None:
    before = f'{CLAUSE}text: 甲方到场。 乙方签字。\nvariants: {{letter: "第一句。第二句。\\n\\n第二段。"}}\n'
    assert ordered(before) == (
        f"{CLAUSE}"
        "text: |\n"
        "  甲方到场。 乙方签字。\n"
        "variants:\n"
        "  letter: |\n"
        "    第一句。\n"
        "    第二句。\n"
        "\n"
        "    第二段。\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 'x'", "a: x"),
        ('a: "x"', "a: x"),
        ("a: 'it''s'", "a: it's"),
        ("a: '\"'", 'a: "\\""'),
        ("a: '#1'", 'a: "#1"'),
        ("a: 'x: y'", 'a: "x: y"'),
        ("a: 'x #y'", 'a: "x #y"'),
        ("a: 'x:'", 'a: "x:"'),
        ("a: ' x'", 'a: " x"'),
        ("a: ''", 'a: ""'),
        ("a:", "a:"),
        ("a: '000100'", 'a: "000100"'),
        ("a: 000100", "a: 000100"),
        ("a: '2026-12-08'", 'a: "2026-12-08"'),
        ("a: 'true'", 'a: "true"'),
        ("a: '3年'", "a: 3年"),
        ("a: '{{ x }}'", 'a: "{{ x }}"'),
        ("a: {b: 'x, y'}", 'a: {b: "x, y"}'),
        ("a: 'x, y'", "a: x, y"),
        ("'a b': {'c': 'd'}", "a b: {c: d}"),
        ("a: x\n  y\n  z", "a: x y z"),
        ("a: x\n\n  y", "a: |-\n  x\n  y"),
        ('a: "x\\ny\\n"', "a: |\n  x\n  y"),
        ('a: {b: "x\\ny"}', "a:\n  b: |-\n    x\n    y"),
        ('a: "\\n"', 'a: "\\n"'),
        ('a: "x\\n\\n"', 'a: "x\\n\\n"'),
        ('a: "  x\\ny"', "a: |2-\n    x\n  y"),
        ('a: "x\\n\\ty"', 'a: "x\\n\\ty"'),
        ("a: |\n      x\n        y", "a: |\n  x\n    y"),
        ("a: |-\n  x\n", "a: |-\n  x"),
        ("a:\n- 1\n-   2\n- - 3\n  - 4", "a:\n  - 1\n  - 2\n  - - 3\n    - 4"),
        ("a:\n    b:\n        c: 1", "a:\n  b:\n    c: 1"),
        ("a:   1\nb :  2", "a: 1\nb: 2"),
        ("a: {b: 1,\n    c: [x,\n  y] }", "a: {b: 1, c: [x, y]}"),
        ("a: { }\nb: [ ]", "a: {}\nb: []"),
        ("- a: 1\n  b: 2\n-\n  c: 3", "- a: 1\n  b: 2\n- c: 3"),
        ("---\na: 1\n...", "a: 1"),
        ("a: 1\n\n\n\nb: 2\n\n", "a: 1\n\nb: 2"),
    ],
)
def test_one_style(before: str, after: str) -> None:
    assert reprinted(f"{before}\n") == f"{after}\n"
    assert reprinted(f"{after}\n") == f"{after}\n"


def test_a_flow_that_is_too_long_is_wrapped_between_its_entries() -> None:
    entries = ", ".join(f"key{number}: {'值' * 20}" for number in range(5))
    lines = reprinted(f"long: {{{entries}}}").splitlines()
    assert lines == [
        f"long: {{key0: {'值' * 20}, key1: {'值' * 20}, key2: {'值' * 20}, key3: {'值' * 20},",
        f"       key4: {'值' * 20}}}",
    ]
    assert max(map(len, lines)) <= WIDTH


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# top\n\n# of a\na: 1  # behind\n# of b\nb: 2\n# end\n", None),
        ("a:\n  # of x\n  - x\n  # of y\n  - y  # behind y\n  # end of a\nb: 1\n", None),
        ("a:  # of a\n  b: 1\n", None),
        ("a: |  # of a\n  # no comment\n  b\n# of c\nc: 1\n", None),
        ("a: x#y\nb: 'x # y'\n", 'a: x#y\nb: "x # y"\n'),
        ("a: {b: 1,  # of b\n    c: 2}  # of a\n", "a:  # of a\n  b: 1  # of b\n  c: 2\n"),
        ("a: [x,\n    # of y\n    y,\n    # end\n   ]\n", "a:\n  - x\n  # of y\n  - y\n  # end\n"),
        ("a: [{b: [1, # one\n 2]}]\n", "a:\n  - b:\n      - 1  # one\n      - 2\n"),
        ("a:\n- b: 1 # of b\n  # of c\n  c: 2\n", "a:\n  - b: 1  # of b\n    # of c\n    c: 2\n"),
        ("a:\n  b:\n    c: 1\n    # end of b\n  # end of a\nd: 1\n", None),
        ("- # of item\n  a: 1\n", "# of item\n- a: 1\n"),
        ("a: 1\n     # deep\nb: 2\n", "a: 1\n# deep\nb: 2\n"),
    ],
)
def test_comments_stay_where_they_belong(before: str, after: str | None) -> None:
    after = before if after is None else after
    assert reprinted(before) == after
    assert reprinted(after) == after


def test_comments_go_with_the_key_that_they_are_about() -> None:
    before = f"# file\n{TEXT}# what it is called\n{CLAUSE}# last\n"
    assert ordered(before) == f"# file\n# what it is called\n{CLAUSE}{TEXT}# last\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{CLAUSE}{TEXT}a: [", "S102"),
        (f"{CLAUSE}{TEXT}texts: 甲\n", "S106"),
        (CLAUSE, "S107"),
        ("", "S107"),
        ("# nothing but a comment\n", "S107"),
        (f"{CLAUSE}{TEXT}params: 甲\n", "S108"),
        (f"{CLAUSE}{TEXT}was: &a [x]\n", "S104"),
    ],
)
def test_a_file_with_errors_is_left_alone(text: str, rule: str) -> None:
    after, findings = in_order(Source("a.yaml", text), Clause)
    assert (after, [finding.rule.id for finding in findings]) == (None, [rule])


def shipped() -> list[str]:
    files = [path for pattern in PATTERNS for path in ROOT.glob(pattern)]
    return sorted(path.relative_to(ROOT).as_posix() for path in files)


def test_every_shipped_file_keeps_its_meaning_and_its_comments() -> None:
    for path in shipped():
        source = Source(path, (ROOT / path).read_text("utf-8"))
        record = record_of(path)
        if record is None:
            continue
        after = ordered(source.text, record)
        old, new = yamltree.parse(source)[0], yamltree.parse(Source(path, after))[0]
        assert old is not None
        assert new is not None
        assert same(old, new, record), path
        assert comments_of(source, old).texts == comments_of(new.span.source, new).texts, path


def test_whatever_the_order_of_its_keys_a_clause_comes_out_the_same() -> None:
    for path in shipped()[::4]:
        if record_of(path) is not Clause:
            continue
        text = "".join(f"{line}\n" for line in (ROOT / path).read_text("utf-8").splitlines() if line[:1] != "#")
        after = ordered(text)
        entries = re.split(r"^(?=\w+:)", after, flags=re.MULTILINE)[1:]
        assert ordered("".join(reversed(entries))) == after, path


WORDS = st.text(st.sampled_from("甲乙。，a1 #:-'\"{}[]|>&*!%@`~?="), max_size=6)
TREES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=3),
    max_leaves=12,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """YAML of any style with comments in any place."""
    import json

    number = iter(range(1000))

    def remark() -> str:
        return f"# {next(number)}" if draw(st.booleans()) else ""

    def scalar(text: str) -> str:
        return draw(st.sampled_from([json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"]))

    def lines(tree: Any, indent: int) -> list[str]:
        pad = " " * indent
        above = [pad + said] if (said := remark()) else []
        if not tree:
            return [*above, pad + ("{}" if isinstance(tree, dict) else "[]" if isinstance(tree, list) else '""')]
        if isinstance(tree, str):
            return [*above, f"{pad}{scalar(tree)} {remark()}"]
        if draw(st.booleans()) and indent:
            return [*above, pad + flow(tree, indent) + " " + remark()]
        made = above
        for key, value in tree.items() if isinstance(tree, dict) else ((None, value) for value in tree):
            head = "-" if key is None else f"{key}:"
            made += [pad + said] if (said := remark()) else []
            if isinstance(value, str):
                made.append(f"{pad}{head} {scalar(value)} {remark()}")
            else:
                made += [f"{pad}{head} {remark()}", *lines(value, indent + draw(st.integers(1, 3)))]
        if said := remark():
            made.append(pad + said)
        return made

    def flow(tree: Any, indent: int) -> str:
        if isinstance(tree, str):
            return scalar(tree)
        between = f" {said}\n{' ' * (indent + 2)}" if draw(st.booleans()) and (said := remark()) else " "
        if isinstance(tree, dict):
            return "{" + f",{between}".join(f"{key}: {flow(value, indent)}" for key, value in tree.items()) + "}"
        return "[" + f",{between}".join(flow(value, indent) for value in tree) + "]"

    return "\n".join(lines({"z": draw(TREES), "y": draw(TREES)}, 0)) + "\n"


@given(documents())
def test_any_tree_is_printed_so_that_it_reads_back(text: str) -> None:
    source = Source("a.yaml", text)
    node, findings = yamltree.parse(source)
    if node is None or findings:
        return  # what YAML refuses is refused before anything is printed
    comments = comments_of(source, node)
    after = printed(node, None, comments)
    again = Source("a.yaml", after)
    back, findings = yamltree.parse(again)
    assert (findings, back is None) == ((), False)
    assert back is not None
    assert same(node, back, None)
    said = comments_of(again, back)
    assert said.texts == comments.texts
    assert printed(back, None, said) == after

"""Fingerprints stay when a file is edited around what they are about."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen.catalogue import ALL_RULES
from gen.rule import Rule
from tests.conftest import all_findings, files_of, lay_out
from tests.test_rule_pages import WITHOUT_EXAMPLES, example

RULES = [rule for rule in ALL_RULES if rule.id not in WITHOUT_EXAMPLES]
TWO_FINDINGS = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2026-10-01
params:
  open: {label: 热线时段, type: window, default: 7×24}
  lines: {label: 线路数, type: count, unit: 条, default: 2条}
text: |
  {{ provider }}设服务热线。
# clauses/hotline/answer.yaml
id: hotline.answer
title: 接听
status: draft
owner: service
review_by: 2027-10-01
foo: 1
text: |
  {{ provider }}接听来电。
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
clauses: {add: [hotline.nix]}
"""


def fingerprints(text: str) -> list[str]:
    with TemporaryDirectory() as folder:
        return sorted(f.fingerprint for f in all_findings(lay_out(Path(folder), text)) if f.rule.id[0] != "A")


def with_comments(text: str, above: int) -> str:
    """Comments above and below what stands in each file, and behind each of its top keys that has room for one."""
    files = []
    for path, content in files_of(text).items():
        head = "# 说明\n\n" * above
        if path.endswith(".md"):
            fence, _, rest = content.partition("\n")
            files.append(f"# {path}\n{fence}\n{head}{rest}")
        else:
            files.append(f"# {path}\n{head}{content}# 完\n")
    return "".join(files)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_lines_and_comments_around_what_a_rule_finds_change_no_fingerprint(rule: Rule) -> None:
    text = example(rule, "Fails")
    assert fingerprints(with_comments(text, 3)) == fingerprints(text)


@settings(max_examples=30)
@given(st.permutations(list(files_of(TWO_FINDINGS).items())), st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_neither_order_of_files_nor_lines_nor_keys_change_a_fingerprint(
    files: list[tuple[str, str]], blanks: list[int]
) -> None:
    """Single lines of a file are moved as well: what is below the id and above the text, but for nested ones."""
    expected = fingerprints(TWO_FINDINGS)
    assert len(expected) == 5
    moved = []
    for (path, content), count in zip(files, blanks, strict=True):
        written = content.splitlines(keepends=True)
        simple = [line for line in written if line[0] != " " and not line.endswith(("|\n", "params:\n"))]
        other = [line for line in written if line not in simple]
        moved.append(f"# {path}\n" + "\n# 注\n" * count + "".join([*simple[count:], *simple[:count], *other]))
    assert fingerprints("".join(moved)) == expected


def test_another_value_or_another_bid_is_another_finding() -> None:
    other = TWO_FINDINGS.replace("foo: 1", "bar: 1")
    assert len(set(fingerprints(other)) ^ set(fingerprints(TWO_FINDINGS))) == 2

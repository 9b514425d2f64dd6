"""Comments that accept a finding where it stands."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gen.accept.comments import ignores
from gen.catalogue import ALL_RULES
from gen.source import Source
from tests.accept.conftest import CLAUSE, OVERDUE, Held, Hold

R203 = "clauses/hotline/window.yaml:7:3 R203 the parameter `hotline.window.open` is used nowhere"
PLACE = "clauses/hotline/window.yaml"


def behind(comment: str, clause: str = CLAUSE, line: str = "default: 7×24}") -> str:
    """A clause with a comment behind one of its lines."""
    assert line in clause
    return clause.replace(line, f"{line}  {comment}")


def above(comment: str) -> str:
    """A clause with a comment above the parameter that nothing uses."""
    return CLAUSE.replace("  open:", f"  {comment}\n  open:")


def test_without_a_comment_it_is_found(held: Hold) -> None:
    assert held(CLAUSE) == Held([R203], [])


def test_a_comment_behind_the_line_accepts_what_is_found_on_it(held: Hold) -> None:
    assert held(behind("# bidgen: ignore R203 -- 采购人要求列出，正文待补")) == Held(
        [], [f"R203 at {PLACE}:7:53: 采购人要求列出，正文待补"]
    )


def test_a_comment_above_the_line_does_so_too(held: Hold) -> None:
    assert held(above("# bidgen: ignore R203 -- 正文待补")) == Held([], [f"R203 at {PLACE}:7:3: 正文待补"])


def test_other_comments_and_blank_lines_may_stand_between(held: Hold) -> None:
    text = above("# bidgen: ignore R203 -- 正文待补\n\n  # 时段由服务台定")
    assert held(text) == Held([], [f"R203 at {PLACE}:7:3: 正文待补"])


@pytest.mark.parametrize(
    "comment",
    [
        "# bidgen: ignore R203 -- 正文待补",
        "#bidgen:ignore R203--正文待补",
        "# bidgen: ignore r203 --- 正文待补",
        "# bidgen: ignore unused-parameter -- 正文待补",
        "# bidgen： ignore R203 —— 正文待补",
        "# bidgen: ignore: R203 -- 正文待补",
        "# 时段 # bidgen: ignore R203 -- 正文待补",
    ],
)
def test_what_people_write_is_understood(held: Hold, comment: str) -> None:
    accepted = held(behind(comment)).accepted
    assert [line.partition(": ")[2] for line in accepted] == ["正文待补"]


def test_a_comment_accepts_on_any_side_of_a_finding(held: Hold) -> None:
    """P303 points at the profile that chooses the clause, and at the day in the clause."""
    reason = "# bidgen: ignore P303 -- 复审排在下月"
    assert held(behind(reason, OVERDUE, "review_by: 2026-10-01")) == Held(
        [], ["P303 at clauses/hotline/window.yaml:5:24: 复审排在下月"]
    )
    profile = f"# clauses/profiles/basic.yaml\n{reason}\nid: basic\ntitle: 档\nclauses:\n- hotline.window  {reason}\n"
    assert held(OVERDUE + profile) == Held(
        ["clauses/profiles/basic.yaml:1:1 A103 P303 finds nothing here that this comment could accept"],
        ["P303 at clauses/profiles/basic.yaml:5:19: 复审排在下月"],
    )


@pytest.mark.parametrize("separator", [", ", ",", " ", "，", "、"])
def test_several_rules_are_parted_by_commas_and_each_of_them_must_find_something(held: Hold, separator: str) -> None:
    assert held(behind(f"# bidgen: ignore R203{separator}C301 -- 正文待补")) == Held(
        [f"{PLACE}:7:53 A103 C301 finds nothing here that this comment could accept"],
        [f"R203 at {PLACE}:7:53: 正文待补"],
    )


# -- what accepts nothing --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["", " --", " -- ", " -- …", " 正文待补", " - 正文待补"])
def test_without_a_reason_nothing_is_accepted(held: Hold, reason: str) -> None:
    assert held(behind(f"# bidgen: ignore R203{reason}")) == Held(
        [R203, f"{PLACE}:7:53 A101 this ignore has no reason"], []
    )


def test_a_rule_that_does_not_exist_is_found_at_its_name_and_the_others_hold(held: Hold) -> None:
    assert held(behind("# bidgen: ignore R203, unused-paramter -- 正文待补")) == Held(
        [f"{PLACE}:7:76 A102 there is no rule `unused-paramter`"], [f"R203 at {PLACE}:7:53: 正文待补"]
    )


def test_an_ignore_of_no_rule_at_all_is_found(held: Hold) -> None:
    assert held(behind("# bidgen: ignore -- 正文待补")) == Held(
        [R203, f"{PLACE}:7:53 A102 this ignore names no rule"], []
    )


@pytest.mark.parametrize("order", ["ingore R203 -- 正文待补", "", "ignored R203 -- 正文待补", "disable"])
def test_a_comment_that_says_something_else_to_bidgen_is_found(held: Hold, order: str) -> None:
    assert held(behind(f"# bidgen: {order}")) == Held(
        [R203, f"{PLACE}:7:53 A104 `{order}` is nothing that a comment can say to bidgen"], []
    )


def test_a_comment_that_is_needed_no_more_is_found(held: Hold) -> None:
    used = CLAUSE.replace("设服务热线", "每周{{ open }}设服务热线")
    assert held(behind("# bidgen: ignore R203 -- 正文待补", used)) == Held(
        [f"{PLACE}:7:53 A103 R203 finds nothing here that this comment could accept"], []
    )


def test_a_comment_at_the_end_of_a_file_speaks_of_nothing(held: Hold) -> None:
    assert held(CLAUSE + "# bidgen: ignore R203 -- 正文待补\n") == Held(
        [R203, f"{PLACE}:10:1 A103 R203 finds nothing here that this comment could accept"], []
    )


@pytest.mark.parametrize("comment", ["# bidgen is what reads this", "# see https://bidgen: x", "# notbidgen: ignore"])
def test_comments_for_people_are_left_alone(held: Hold, comment: str) -> None:
    assert held(behind(comment)) == Held([R203], [])


# -- text is text ----------------------------------------------------------------------------------------------------

TEXT = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}设服务热线。

  {{ nix }}受理报修。
"""
UNDEFINED = "clauses/hotline/window.yaml:9:6 S112 `nix` is not defined"


def test_a_comment_where_a_text_begins_speaks_of_all_its_lines(held: Hold) -> None:
    assert held(TEXT) == Held([UNDEFINED], [])
    assert held(TEXT.replace("text: |", "text: |  # bidgen: ignore S112 -- 下月改")) == Held(
        [], [f"S112 at {PLACE}:6:10: 下月改"]
    )
    assert held(TEXT.replace("text: |", "# bidgen: ignore S112 -- 下月改\ntext: |")) == Held(
        [], [f"S112 at {PLACE}:6:1: 下月改"]
    )


@pytest.mark.parametrize(
    "title",
    [
        '"热线 # bidgen: ignore S112 -- 下月改"',
        "'热线 # bidgen: ignore S112 -- 下月改'",
        "热线#bidgen:ignore S112 -- 下月改",
    ],
)
def test_what_stands_inside_a_value_is_no_comment(held: Hold, title: str) -> None:
    assert held(TEXT.replace("title: 热线", f"title: {title}")) == Held([UNDEFINED], [])


def test_what_stands_inside_a_text_is_no_comment(held: Hold) -> None:
    text = TEXT.replace("  {{ nix }}", "  甲 # bidgen: ignore S112 -- 下月改\n  # bidgen: ingore\n  {{ nix }}")
    assert [line for line in held(text).standing if " A1" in line] == []
    assert held(text).accepted == []


def test_a_comment_behind_a_text_is_one(held: Hold) -> None:
    assert held(TEXT + "# bidgen: ingore\n").standing == [
        UNDEFINED,
        f"{PLACE}:10:1 A104 `ingore` is nothing that a comment can say to bidgen",
    ]


def test_a_file_that_cannot_be_read_is_found_once_whatever_its_comments_say(held: Hold) -> None:
    assert [line.split()[1] for line in held(behind("# bidgen: ingore") + "nix: [\n").standing] == ["S102"]


# -- which files -----------------------------------------------------------------------------------------------------

PROJECT = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
nix: 1  # bidgen: ignore S106 -- 留给别的程序
"""

OUTLINE = """\
# templates/documents/letter.md
---
kind: letter
title: 服务承诺书
words: {provider: 我公司, customer: 贵单位}
numbering: letter
clause_titles: false  # bidgen: ignore C301 -- 不需要
---
# 服务

# bidgen: ignore C301 -- 这是标题

{{ clause("hotline.window") }}

{{ clause("hotline.answer", optional=true) }}
"""


def test_a_bids_own_file_may_have_comments(held: Hold) -> None:
    assert held(PROJECT) == Held([], ["S106 at projects/demo/project.yaml:7:9: 留给别的程序"])


def test_of_an_outline_only_the_front_matter_has_comments(held: Hold) -> None:
    assert held(OUTLINE) == Held(
        ["templates/documents/letter.md:6:23 A103 C301 finds nothing here that this comment could accept"], []
    )


# -- what was not seen is not judged ---------------------------------------------------------------------------------

OTHER = PROJECT.replace("demo", "other").replace("nix: 1  # bidgen: ignore S106 -- 留给别的程序\n", "")
IGNORED = behind("# bidgen: ignore P303 -- 复审排在下月", CLAUSE.replace("设服务热线", "每周{{ open }}设服务热线"))
LEFT_OVER = f"{PLACE}:7:53 A103 P303 finds nothing here that this comment could accept"


def test_a_comment_in_the_library_is_judged_only_when_all_bids_were_examined(held: Hold) -> None:
    assert held(IGNORED + OTHER).standing == [LEFT_OVER]
    assert held(IGNORED + OTHER, "demo").standing == []


def test_a_comment_is_not_judged_where_something_could_not_be_read(held: Hold) -> None:
    broken = "# clauses/hotline/answer.yaml\nid: [\n"
    assert [line.split()[1] for line in held(IGNORED + broken).standing] == ["S102"]
    broken_bid = OTHER.replace("title: 示例", "title: [")
    assert [line.split()[1] for line in held(IGNORED + broken_bid).standing] == ["S102"]


def test_a_comment_in_a_bid_is_judged_when_that_bid_was_examined(held: Hold) -> None:
    left_over = PROJECT.replace("nix: 1  # bidgen: ignore S106", "values: {}  # bidgen: ignore P303")
    found = "projects/demo/project.yaml:7:13 A103 P303 finds nothing here that this comment could accept"
    assert held(left_over + OTHER).standing == [found]
    assert held(left_over + OTHER, "demo").standing == [found]
    assert held(left_over + OTHER, "other").standing == []


# -- any file --------------------------------------------------------------------------------------------------------

PIECES = [
    "a: 1  # bidgen: x\n",
    "b: '甲 # bidgen: x'\n",
    'c: "甲 # bidgen: x"\n',
    "d: 甲#bidgen:x\n",
    "e: |\n  甲 # bidgen: x\n  # bidgen: x\n\n  乙\n",
    "f: [1, 2]  # bidgen: x\n",
    "# bidgen: x\n",
    "g: |  # bidgen: x\n  甲\n",
    "h: 甲 # 乙 # bidgen: x\n",
    "i:\n  - 甲 # bidgen: x\n  # bidgen: x\n  - 乙\n",
    "j: '甲\n  乙 # bidgen: x\n  丙'\n",
    "k: 甲\n  乙 # bidgen: x\n",
    "l: {x: 1, # bidgen: x\n  y: 2}\n",
    "m: |2\n    # bidgen: x\n   甲\n",
    "'n # bidgen: x': 1\n",
    "o: |-\n  甲\n\n\n  # bidgen: x\n",
    "p:  # bidgen: x\n",
    "q: |\n  甲\n # bidgen: x\n",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, unique=True))
def test_a_comment_is_what_can_be_deleted_without_changing_what_the_file_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    content = yaml.load(text, yaml.BaseLoader)
    assume(content is not None)
    _, findings = ignores(Source("clauses/a.yaml", text), ())
    found = {(finding.labels[0].span.line, finding.labels[0].span.column) for finding in findings}
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for match in re.finditer("# bidgen: x", line):
            deleted = "\n".join([*lines[:number], line[: match.start()], *lines[number + 1 :]])
            try:
                is_comment = yaml.load(deleted, yaml.BaseLoader) == content
            except yaml.YAMLError:
                is_comment = False
            assert ((number + 1, match.start() + 1) in found) is is_comment, deleted


@settings(max_examples=300)
@given(st.text(st.sampled_from("#bidgen:ignore C301-|'\"[]{}&*!\n 　：，甲"), max_size=80))
def test_nothing_that_somebody_writes_breaks_reading(text: str) -> None:
    for path in ("clauses/a.yaml", "templates/documents/a.md"):
        ignores(Source(path, "---\n" + text + "\n# bidgen:" + text), ALL_RULES)

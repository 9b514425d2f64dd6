"""Bad input ends in findings that name file, line and column: one for each cause, and never in a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gen.finding import Finding
from gen.workspace import LIMIT, Workspace
from tests.conftest import ROOT, THEME, all_findings, lay_out, untraced
from tests.test_template import REF_USAGE

CLAUSE = "clauses/hotline/window.yaml"
PROFILE = "clauses/profiles/basic.yaml"
OUTLINE = "templates/documents/letter.md"
BID = "projects/demo/project.yaml"

HEAD = """\
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
"""
"""Five lines of a clause: what a test is about begins on line 6."""

LETTER = """\
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

DEMO = """\
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
"""

Content = str | bytes | None
Found = Callable[[Mapping[str, Content]], list[str]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """What is found in the small workspace with some files changed, none meaning deleted: `RULE place message`."""

    def changed(files: Mapping[str, Content]) -> list[str]:
        lay_out(tmp_path)
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return [line(finding) for finding in all_findings(Workspace(tmp_path))]

    return changed


def line(finding: Finding) -> str:
    places = " + ".join(str(label.span) for label in finding.labels)
    return f"{finding.rule.id} {places} {finding.message}"


def text(*lines: str) -> dict[str, Content]:
    """The clause with a text: its first line is line 7, its first character column 3."""
    return {CLAUSE: HEAD + "text: |\n" + "".join(f"  {line}\n" for line in lines)}


# -- bytes ---------------------------------------------------------------------------------------------------------


def test_a_file_of_50_megabytes_is_not_opened(found: Found) -> None:
    assert found({CLAUSE: b"#" * (50 * 2**20)}) == [
        "S101 clauses/hotline/window.yaml:1:1 the file has 50 MB; 2 MB is the limit"
    ]


@untraced
def test_a_file_just_within_the_limit_is_read(found: Found) -> None:
    assert found({CLAUSE: (HEAD + "text: x\n").ljust(LIMIT, "\n")[: LIMIT - 4]}) == []


@pytest.mark.parametrize(
    ("content", "place", "byte"),
    [
        (HEAD.encode() + b"text: \xff\n", "6:7", "0xff"),
        ((HEAD + "text: 热线").encode() + b"\xc8\xc8\n", "6:9", "0xc8"),
        ((HEAD + "text: ").encode() + b"\xed\xa0\x80\n", "6:7", "0xed"),
        (b"\xef\xbb\xbf" + HEAD.encode() + b"text: \xff\n", "6:7", "0xff"),
        ((HEAD + "text: 热线\n").encode("gb18030"), "2:8", "0xc8"),
        (HEAD.encode("utf-16"), "1:1", "0xff"),
    ],
    ids=[
        "a stray byte",
        "GB 18030 in the middle",
        "half a surrogate",
        "behind a byte order mark",
        "GB 18030",
        "UTF-16",
    ],
)
def test_a_file_that_is_not_utf_8_is_found_at_its_first_wrong_byte(
    found: Found, content: bytes, place: str, byte: str
) -> None:
    number = place.partition(":")[0]
    assert found({CLAUSE: content}) == [
        f"S101 clauses/hotline/window.yaml:{place} the file is not UTF-8 text: line {number} holds the byte {byte}"
    ]


@pytest.mark.parametrize(
    "code", ["0000", "0007", "001B", "0085", "200B", "2028", "202E", "FEFF", "E000", "FFFF", "10FFFD"]
)
def test_a_character_that_no_document_may_hold_is_one_finding_and_the_rest_of_the_file_is_read(
    found: Found, code: str
) -> None:
    assert found({CLAUSE: HEAD + f"text: 一{chr(int(code, 16))}二\nfoo: 1\n"}) == [
        f"S105 clauses/hotline/window.yaml:6:8 a character that no document may hold: U+{code}",
        "S106 clauses/hotline/window.yaml:7:1 `foo` is not known here",
    ]


def test_a_forbidden_character_in_a_key_or_an_id_is_one_finding_too(found: Found) -> None:
    assert found({CLAUSE: HEAD.replace("title", "ti\x00tle").replace("window", "win\x07dow") + "text: x\n"}) == [
        "S105 clauses/hotline/window.yaml:1:16 a character that no document may hold: U+0007",
        "S105 clauses/hotline/window.yaml:2:3 a character that no document may hold: U+0000",
    ]


@pytest.mark.parametrize(
    ("escape", "code"),
    [("\\x07", "0007"), ("\\0", "0000"), ("\\uE0000\\uE001", "E000"), ("\\r", "000D"), ("\\P", "2029")],
)
def test_a_forbidden_character_cannot_be_smuggled_in_by_an_escape(found: Found, escape: str, code: str) -> None:
    assert found({CLAUSE: HEAD + f'text: "一{escape}二"\n'}) == [
        f"S105 clauses/hotline/window.yaml:6:7 a character that no document may hold: U+{code}"
    ]


def test_a_byte_order_mark_at_the_beginning_moves_no_column(found: Found) -> None:
    assert found({CLAUSE: "\ufefffoo: 1\n" + HEAD + "text: x\n"}) == [
        "S106 clauses/hotline/window.yaml:1:1 `foo` is not known here"
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Macintosh"])
def test_line_ends_of_other_systems_move_no_place(found: Found, end: str) -> None:
    content = HEAD + "foo: 1\ntext: |\n  一\n\n  二{{ withn }}\n"
    assert found({CLAUSE: content.replace("\n", end)}) == [
        "S106 clauses/hotline/window.yaml:6:1 `foo` is not known here",
        "S112 clauses/hotline/window.yaml:10:7 `withn` is not defined",
    ]


# -- YAML ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "places", "reason"),
    [
        ('text: "一\n', ["7:1", "6:1"], "found unexpected end of stream"),
        ("params: {a: {b: c}\ntext: x\n", ["7:1", "6:1"], "did not find expected ',' or '}'"),
        ("basis: [a, b\n", ["7:1", "6:1"], "did not find expected ',' or ']'"),
        ("  text: x\n", ["6:7"], "mapping values are not allowed in this context"),
        ("text: a: b\n", ["6:8"], "mapping values are not allowed in this context"),
        ("text: |\n  a\n b\n", ["8:2", "1:1"], "did not find expected key"),
        ("text: @a\n", ["6:7"], "found character that cannot start any token"),
        ("text: %a\n", ["6:7"], "found character that cannot start any token"),
        ("%YAML 3.0\n", ["6:1"], "found incompatible YAML document"),
    ],
    ids=["quote", "brace", "bracket", "indentation", "two colons", "dedent", "at sign", "per cent", "directive"],
)
def test_broken_yaml_is_one_finding_where_reading_stopped(
    found: Found, body: str, places: list[str], reason: str
) -> None:
    where = " + ".join(f"clauses/hotline/window.yaml:{place}" for place in places)
    assert found({CLAUSE: HEAD + body}) == [f"S102 {where} this is not YAML: {reason}"]


@pytest.mark.parametrize(
    ("body", "place"),
    [("params:\n\topen: 1\n", "7:1"), ("params:\n  \topen: 1\n", "7:3"), ("text: |\n  a\n\tb\n", "8:1")],
)
def test_a_tab_that_indents_is_found(found: Found, body: str, place: str) -> None:
    assert found({CLAUSE: HEAD + body}) == [
        f"S102 clauses/hotline/window.yaml:{place} a tab indents this line; YAML allows spaces only"
    ]


def test_a_tab_within_a_line_is_a_space_like_another(found: Found) -> None:
    assert found({CLAUSE: HEAD.replace("title: ", "title:\t") + "text: |\n  一\t二\n"}) == []


@pytest.mark.parametrize(
    ("content", "place", "sign"),
    [
        (HEAD.replace("title: ", "title：") + "text: x\n", "2:6", "a Chinese colon `：` stands where YAML needs `: `"),
        (HEAD + "text： x\n", "6:5", "a Chinese colon `：` stands where YAML needs `: `"),
        (HEAD + "text: x\nvariants: {letter：x}\n", "7:18", "a Chinese colon `：` stands where YAML needs `: `"),
        (
            HEAD + "text: x\nvariants: {letter: x， plan: y}\n",
            "7:21",
            "a Chinese comma `，` stands where YAML needs `, `",
        ),
        (HEAD.replace("title: ", "title:　") + "text: x\n", "2:7", "a wide space stands where YAML needs a plain one"),
        (HEAD + "text: |\n　　首行缩进\n", "7:1", "a wide space stands where YAML needs a plain one"),
    ],
    ids=["colon", "last colon", "colon in braces", "comma", "space", "indentation"],
)
def test_punctuation_of_a_chinese_input_method_is_found_at_its_place(
    found: Found, content: str, place: str, sign: str
) -> None:
    assert found({CLAUSE: content}) == [f"S102 clauses/hotline/window.yaml:{place} this is not YAML: {sign}"]


def test_duplicate_keys_show_both_places(found: Found) -> None:
    assert found({CLAUSE: HEAD + "text: a\nvariants: {letter: a, letter: b}\ntext: b\n"}) == [
        "S103 clauses/hotline/window.yaml:7:23 + clauses/hotline/window.yaml:7:12 `letter` stands twice in one mapping",
        "S103 clauses/hotline/window.yaml:8:1 + clauses/hotline/window.yaml:6:1 `text` stands twice in one mapping",
    ]


def test_a_yaml_bomb_is_found_at_its_anchors_and_never_unfolded(found: Found) -> None:
    bomb = "text: x\nbasis:\n  - &a [x, x]\n  - &b [*a, *a]\n"
    refused = "are not read; write the value out where it is used"
    assert found({CLAUSE: HEAD + bomb}) == [
        f"S104 clauses/hotline/window.yaml:8:5 anchors (`&a`) {refused}",
        f"S104 clauses/hotline/window.yaml:9:5 anchors (`&b`) {refused}",
        f"S104 clauses/hotline/window.yaml:9:9 aliases (`*a`) {refused}",
        f"S104 clauses/hotline/window.yaml:9:13 aliases (`*a`) {refused}",
    ]


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("text: x\n<<: {owner: y}\n", "7:1", "merge keys (`<<`) are not read; write the keys out"),
        ("text: !!str x\n", "6:7", "tags (`tag:yaml.org,2002:str`) are not read; the schema knows the type"),
        ("text: !!python/name:os.system x\n", "6:7",
         "tags (`tag:yaml.org,2002:python/name:os.system`) are not read; the schema knows the type"),
        ("text: x\n---\nid: other\n", "7:1", "a second YAML document begins here; a file holds one"),
        ("? [a, b]\n: c\ntext: x\n", "6:3", "a key must be one word, not a list or a mapping"),
        ("text: >\n  a\n  b\n", "6:7", "a folded text (`>`) loses its lines; write a literal one (`|`)"),
    ],
    ids=["merge key", "tag", "tag of Python", "second document", "complex key", "folded text"],
)  # fmt: skip
def test_a_feature_of_yaml_that_hides_something_is_one_finding(
    found: Found, body: str, place: str, message: str
) -> None:
    assert found({CLAUSE: HEAD + body}) == [f"S104 clauses/hotline/window.yaml:{place} {message}"]


DEEP = {
    "flow sequences": (HEAD + "basis: " + "[" * 100_000, "6:39"),
    "flow mappings": (HEAD + "params: " + "{a: " * 100_000, "6:133"),
    "dashes": ("- " * 5_000 + "x\n", "1:65"),
    "question marks": ("? " * 5_000 + "x\n", "1:65"),
    "block mappings": ("".join(" " * depth + "a:\n" for depth in range(500)), "33:33"),
}


@pytest.mark.parametrize("kind", DEEP)
def test_nesting_without_end_is_refused_where_it_gets_too_deep(found: Found, kind: str) -> None:
    content, place = DEEP[kind]
    assert found({CLAUSE: content}) == [f"S104 clauses/hotline/window.yaml:{place} nodes nest more than 32 deep"]


@pytest.mark.parametrize("kind", DEEP)
def test_nesting_without_end_does_not_crash_the_process(tmp_path: Path, kind: str) -> None:
    lay_out(tmp_path)
    content, place = DEEP[kind]
    (tmp_path / CLAUSE).write_text(content, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "gen", "--lang=en", "check"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert f"--> {CLAUSE}:{place}\n" in done.stdout
    assert done.stderr == "1 error in 1 clause, 1 bid, 1 document\n"


@pytest.mark.parametrize(
    ("content", "place"), [("", "1:1"), ("# nothing\n# but words\n", "1:1"), ("\n  \n\n", "1:1"), ("---\n", "1:1")]
)
def test_a_file_without_content_is_one_finding(found: Found, content: str, place: str) -> None:
    assert found({CLAUSE: content}) == [f"S107 clauses/hotline/window.yaml:{place} the file is empty"]


# -- keys and values -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "place", "expected"),
    [
        ("- id: hotline.window\n", "1:1", "a mapping of keys is expected here"),
        ("热线\n", "1:1", "a mapping of keys is expected here"),
        (HEAD + "text: [a, b]\n", "6:7", "one text is expected here, not a list or a mapping"),
        (HEAD + "text:\n  a: b\n", "7:3", "one text is expected here, not a list or a mapping"),
        (HEAD + "text: x\nparams: [a]\n", "7:9", "a mapping of keys is expected here"),
        (HEAD + "text: x\nbasis: a\n", "7:8", "a list is expected here"),
        (HEAD + "text: x\nbasis: [a, [b]]\n", "7:12", "one text is expected here, not a list or a mapping"),
        (HEAD + "text:\n", "6:6", "a value is missing here"),
        (HEAD + 'text: ""\n', "6:7", "a value is missing here"),
        (HEAD + "text: |\n", "6:7", "a value is missing here"),
        (HEAD.replace("2027-10-01", "2027-02-29") + "text: x\n", "5:12", "a date as year-month-day: 2026-12-08"),
        (HEAD.replace("2027-10-01", "２０２７-１０-０１") + "text: x\n", "5:12", "a date as year-month-day: 2026-12-08"),  # noqa: E501
        (HEAD.replace("2027-10-01", "0000-00-00") + "text: x\n", "5:12", "a date as year-month-day: 2026-12-08"),
        (HEAD.replace("2027-10-01", "tomorrow") + "text: x\n", "5:12", "a date as year-month-day: 2026-12-08"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_one_finding(found: Found, content: str, place: str, expected: str) -> None:
    assert found({CLAUSE: content}) == [f"S108 clauses/hotline/window.yaml:{place} the value does not fit: {expected}"]


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "1.5", "１", "zwei"], ids=["huge", "-1", "1.5", "wide", "word"])
def test_a_number_is_a_whole_number_of_a_few_digits(found: Found, number: str) -> None:
    assert found({OUTLINE: LETTER.replace("clause_titles", f"contents: {number}\nclause_titles")}) == [
        "S108 templates/documents/letter.md:6:11 the value does not fit: "
        "a whole number of at most 6 digits is expected here"
    ]


DURATION = "a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年"


@pytest.mark.parametrize(
    "written", ["30", "30 minuten", "半", "-3小时", "二三小时", "9" * 5000 + "小时", "1.5个工作日"]
)
def test_a_duration_without_a_unit_is_one_finding(found: Found, written: str) -> None:
    body = f"params:\n  within: {{label: 时限, type: duration, default: {written}}}\ntext: |\n  {{{{ within }}}}内。\n"
    assert found({CLAUSE: HEAD + body}) == [f"S108 clauses/hotline/window.yaml:7:48 `{written}` is not {DURATION}"]


def test_a_bids_value_that_cannot_be_read_is_one_finding(found: Found) -> None:
    clause = HEAD + "params:\n  within: {label: 时限, type: duration}\ntext: |\n  {{ within }}内。\n"
    assert found({CLAUSE: clause, BID: DEMO + "values: {hotline.window.within: 30}\n"}) == [
        f"S108 projects/demo/project.yaml:7:33 `30` is not {DURATION}"
    ]


@pytest.mark.parametrize(
    ("body", "place", "key"),
    [
        ("statsu: approved\ntext: x\n", "6:1", "statsu"),
        ("txet: x\n", "6:1", "txet"),
        ("parms:\n  a: {label: a, type: duration, default: 3小时}\ntext: |\n  {{ a }}\n", "6:1", "parms"),
        ("params:\n  a: {label: a, type: duration, defualt: 3小时}\ntext: |\n  {{ a }}\n", "7:33", "defualt"),
    ],
    ids=["beside the right one", "a required one", "one that others need", "inside"],
)
def test_a_misspelt_key_is_one_finding(found: Found, body: str, place: str, key: str) -> None:
    assert found({CLAUSE: HEAD + body}) == [f"S106 clauses/hotline/window.yaml:{place} `{key}` is not known here"]


def test_the_nearest_known_key_is_offered(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / CLAUSE).write_text(HEAD + "varaints: {}\ntext: x\n", "utf-8")
    (finding,) = all_findings(Workspace(tmp_path))
    assert [str(text) for text in finding.helps] == ["did you mean `variants`?"]


def test_two_hundred_errors_in_one_file_are_all_found_in_order(found: Found) -> None:
    assert found({CLAUSE: HEAD + "text: x\n" + "".join(f"{number}: 1\n" for number in range(200))}) == [
        f"S106 clauses/hotline/window.yaml:{number + 7}:1 `{number}` is not known here" for number in range(200)
    ]


def test_an_unknown_dimension_is_one_finding(found: Found) -> None:
    body = "commitments:\n  - promise: hotline_anser\n    at_most: 30秒\ntext: x\n"
    assert found({CLAUSE: HEAD + body}) == [
        "S109 clauses/hotline/window.yaml:7:14 `hotline_anser` is no kind of promise"
    ]


@pytest.mark.parametrize(
    ("commitment", "rule", "column", "message"),
    [
        ("promise: hotline_answer", "S107", 15, "a commitment has one of `at_most`, `at_least`, `is`"),
        ("promise: hotline_answer, at_most: 30秒, at_least: 9秒", "S107", 15,
         "a commitment has one of `at_most`, `at_least`, `is`"),
        ("promise: hotline_answer, at_most: 30", "S108", 40, f"`30` is not {DURATION}"),
        ("promise: hotline_answer, at_most: $within", "S112", 40,
         "`$within` is no parameter of this clause and no column of its table"),
        ("promise: hotline_answer, at_most: 30秒, scope: {planet: mars}", "S109", 53, "`planet` is no scope axis"),
        ("promise: hotline_answer, at_most: 30秒, scope: {severity: S9}", "S109", 63,
         "`S9` is no value of the axis severity"),
        ("promise: hotline_answer, at_most: 30秒, scope: {severity: {S1: x}}", "S108", 63,
         "the value does not fit: a value or a list of values of the axis"),
        ("promise: hotline_answer, at_most: 30秒, clock: {kind: natural, from: noon}", "S109", 74, "`noon` is no event"),  # noqa: E501
        ("promise: hotline_answer, at_most: 30秒, clock: {kind: solar}", "S109", 59,
         "`solar` is not one of the words allowed here"),
        ("promise: hotline_answer, at_most: 30秒, fee: much", "S109", 50, "`much` is no kind of fee"),
        ("promise: hotline_answer, each: rows, at_most: $within", "S112", 37,
         "`rows` is no table parameter of this clause"),
    ],
)  # fmt: skip
def test_a_commitment_that_is_unsound_is_one_finding_and_is_compared_with_nothing(
    found: Found, commitment: str, rule: str, column: int, message: str
) -> None:
    body = f"commitments:\n  - {{{commitment}}}\n  - {{promise: hotline_answer, at_most: 40秒}}\ntext: x\n"
    assert found({CLAUSE: HEAD + body}) == [f"{rule} clauses/hotline/window.yaml:7:{column} {message}"]


# -- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hole", "message"),
    [
        ("{{ ''.__class__.__mro__ }}", "only parts of a value can be named: `limit.S1`"),
        ("{{ provider.__class__ }}", "`__class__` is no part of a value"),
        ("{{ provider['__class__'] }}", "`__class__` is no part of a value"),
        ("{{ project['__cl' ~ 'ass__'] }}", "only parts of a value can be named: `limit.S1`"),
        ("{{ provider|attr('__class__') }}", "there is no function `attr`"),
        ("{{ project.name.format(1) }}", "texts print values and call functions, no `call`"),
        ("{{ ref('a')('b') }}", "texts print values and call functions, no `call`"),
        ("{{ ref(*project) }}", "texts print values and call functions, no `call`"),
        ("{{ ref(**project) }}", "texts print values and call functions, no `call`"),
        ("{{ open('/etc/passwd') }}", "there is no function `open`"),
        ("{{ 10**10**10 }}", "texts print values and call functions, no `pow`"),
        ('{{ "a" * 10**9 }}', "texts print values and call functions, no `mul`"),
        ("{{ [provider] }}", "texts print values and call functions, no `list`"),
        ("{{ 1e400 }}", "texts print values and call functions, no `const`"),
        ("{{ 'a' if provider else 'b' }}", "texts print values and call functions, no `condexpr`"),
        ("{{ blank(100000) }}", "a blank is 1 to 40 characters wide"),
        ("{{ blank(true) }}", "write it so: blank(n): a line of n characters to be filled by hand"),
        ("{{ ref() }}", REF_USAGE),
        ("{{ param(provider) }}", "write it so: param(path): a value of another clause"),
        ("{{ clause('hotline.window') }}", "only an outline prints clauses and annexes, no text of a clause"),
    ],
)  # fmt: skip
def test_a_text_that_reaches_for_the_program_is_one_finding_at_its_hole(found: Found, hole: str, message: str) -> None:
    assert found(text("一二", "一二三" + hole)) == [f"S111 clauses/hotline/window.yaml:8:6 {message}"]


@pytest.mark.parametrize(
    ("block", "what"),
    [
        ("{% for a in project %}{{ a }}{% endfor %}", "for"),
        ("{% include '/etc/passwd' %}", "include"),
        ("{% import 'os' as os %}", "import"),
        ("{% extends 'a' %}", "extends"),
        ("{% set a = 1 %}", "set"),
        ("{% macro a() %}{% endmacro %}", "macro"),
        ("{% filter upper %}a{% endfilter %}", "filter"),
    ],
)
def test_a_block_that_runs_something_is_one_finding(found: Found, block: str, what: str) -> None:
    assert found(text("一二", block)) == [
        f"S111 clauses/hotline/window.yaml:8:3 texts have values and `if`, no `{what}`"
    ]


@pytest.mark.parametrize("hidden", ["{# 甲 #}", "{% raw %}{{ a }}{% endraw %}"])
def test_comments_and_raw_parts_are_found(found: Found, hidden: str) -> None:
    assert found(text("一二", "一" + hidden)) == [
        "S111 clauses/hotline/window.yaml:8:4 texts have no comments and no raw parts"
    ]


@pytest.mark.parametrize(
    "hole",
    [
        "{{ " + "9" * 5000 + " }}",
        "{{ " + "(" * 20_000 + "provider" + ")" * 20_000 + " }}",
        "{{ provider" + ".a" * 20_000 + " }}",
        "{% if " + "not " * 20_000 + "provider %}a{% endif %}",
    ],
    ids=["digits", "brackets", "dots", "negations"],
)
def test_a_hole_without_end_is_one_finding(found: Found, hole: str) -> None:
    assert found(text("一二", "{{ provider }}" + hole)) == [
        "S111 clauses/hotline/window.yaml:8:17 the hole cannot be read: it is too long or nests too deep"
    ]


@pytest.mark.parametrize(
    ("hole", "reason"),
    [
        ("{{ provider", "unexpected end of template, expected 'end of print statement'."),
        ("{{ }}", "Expected an expression, got 'end of print statement'"),
        ("{{ provider | }}", "expected token 'name', got 'end of print statement'"),
        ("{% if provider %}", "Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' "
         "or 'endif'. The innermost block that needs to be closed is 'if'."),
    ],
)  # fmt: skip
def test_a_broken_hole_is_one_finding_on_its_line(found: Found, hole: str, reason: str) -> None:
    assert found(text("一二", hole)) == [f"S111 clauses/hotline/window.yaml:8:3 the hole cannot be read: {reason}"]


@pytest.mark.parametrize("tag", ["<b>", "</p>", "<script>", '<img src="http://example.com/a.png">', "<!--"])
def test_html_in_a_text_is_found(found: Found, tag: str) -> None:
    assert found(text("一二", f"一{tag}二")) == [
        f"S111 clauses/hotline/window.yaml:8:4 a text is no HTML: `{tag}` would print as it stands"
    ]


@pytest.mark.parametrize(
    ("name", "column"), [("withn", 8), ("provider.name", 8), ("project", 8), ("project.nme", 8), ("company.span", 8)]
)
def test_an_undefined_name_is_one_finding(found: Found, name: str, column: int) -> None:
    assert found(text("一二", f"一二{{{{ {name} }}}}")) == [
        f"S112 clauses/hotline/window.yaml:8:{column} `{name}` is not defined"
    ]


def test_a_misspelt_parameter_is_one_finding_and_not_also_an_unused_one(found: Found) -> None:
    body = "params:\n  within: {label: 时限, type: duration, default: 3小时}\ntext: |\n  {{ withn }}内。\n"
    assert found({CLAUSE: HEAD + body}) == ["S112 clauses/hotline/window.yaml:9:6 `withn` is not defined"]


def test_a_parameter_in_a_text_that_cannot_be_read_is_not_also_unused(found: Found) -> None:
    body = "params:\n  within: {label: 时限, type: duration, default: 3小时}\ntext: |\n  {{ within | upper }}内。\n"
    assert found({CLAUSE: HEAD + body}) == ["S111 clauses/hotline/window.yaml:9:3 there is no function `upper`"]


def test_a_table_that_is_printed_as_a_value_is_one_finding(found: Found) -> None:
    columns = "columns: {within: {label: 时限, type: duration}}"
    body = f"params:\n  limit: {{label: 时限, type: table, key: severity, {columns}, default: {{S1: 3小时}}}}\n"
    assert found({CLAUSE: HEAD + body + "text: |\n  一{{ limit }}二\n"}) == [
        "S111 clauses/hotline/window.yaml:9:7 `limit` is a table: print it with `| table`"
    ]


def test_a_fact_that_nobody_wrote_is_one_finding_wherever_it_is_printed(found: Found) -> None:
    assert found(text("{{ project.lot }}，{{ project.lot }}")) == [
        "R202 clauses/hotline/window.yaml:7:6 服务承诺书 prints `project.lot`, which has no value"
    ]


def test_a_heading_in_a_clause_is_found_at_its_line(found: Found) -> None:
    assert found(text("一二", "", "## 三")) == [
        "S111 clauses/hotline/window.yaml:9:3 a clause's text has no headings; its title is its heading"
    ]


def test_texts_that_are_slow_to_parse_elsewhere_are_read(found: Found) -> None:
    lines = ("**" * 5_000, "[" * 20_000, "<a" * 20_000, "- " * 2_000 + "x", ">" * 5_000, "|a" * 5_000, "`" * 5_001)
    # what is looked for in wordings may well be found in such a text
    assert [each for each in found(text(*lines)) if not each.startswith("W")] == []


# -- paths -----------------------------------------------------------------------------------------------------------


def test_a_link_that_leads_out_of_the_workspace_is_not_followed(found: Found, tmp_path: Path) -> None:
    outside = tmp_path.with_name("outside.yaml")
    outside.write_text(HEAD + "text: secret\n", "utf-8")
    (tmp_path / "clauses/hotline").mkdir(parents=True)
    (tmp_path / "clauses/hotline/secret.yaml").symlink_to(outside)
    assert found({}) == [
        "S113 clauses/hotline/secret.yaml:1:1 `clauses/hotline/secret.yaml` lies outside the workspace"
    ]


def test_a_bid_that_is_a_link_out_of_the_workspace_is_not_followed(found: Found, tmp_path: Path) -> None:
    outside = tmp_path.with_name("elsewhere")
    outside.mkdir()
    (outside / "project.yaml").write_text(DEMO.replace("demo", "other"), "utf-8")
    (tmp_path / "projects").mkdir()
    (tmp_path / "projects/other").symlink_to(outside)
    assert found({}) == [
        "S113 projects/other/project.yaml:1:1 `projects/other/project.yaml` lies outside the workspace"
    ]


def test_a_linked_folder_of_clauses_is_not_passed_over_in_silence(found: Found, tmp_path: Path) -> None:
    (tmp_path / "clauses").mkdir()
    (tmp_path / "clauses/shared").symlink_to(tmp_path / "clauses/hotline")
    assert found({}) == ["S113 clauses/shared:1:1 `clauses/shared` is a link to a folder; what it holds is not read"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [("nowhere.yaml", "No such file or directory"), ("extra.yaml", "Too many levels of symbolic links")],
    ids=["nowhere", "in a circle"],
)
def test_a_link_that_cannot_be_followed_is_one_finding(found: Found, tmp_path: Path, target: str, reason: str) -> None:
    (tmp_path / "clauses/hotline").mkdir(parents=True)
    (tmp_path / "clauses/hotline/extra.yaml").symlink_to(target)
    assert found({}) == [f"S101 clauses/hotline/extra.yaml:1:1 the file cannot be opened: {reason}"]


def test_a_file_that_may_not_be_opened_is_one_finding(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "window.yaml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert found({}) == ["S101 clauses/hotline/window.yaml:1:1 the file cannot be opened: Permission denied"]


def test_a_file_that_should_be_there_and_is_not_is_one_finding(found: Found) -> None:
    assert found({"clauses/company.yaml": None}) == [
        "S101 clauses/company.yaml:1:1 the file cannot be opened: No such file or directory"
    ]


@pytest.mark.parametrize("name", ["extra.yml", "extra.YAML"])
def test_a_file_with_another_ending_is_not_passed_over_in_silence(found: Found, name: str) -> None:
    assert found({f"clauses/hotline/{name}": HEAD}) == [
        f"S101 clauses/hotline/{name}:1:1 only files that end in `.yaml` are read"
    ]


def test_file_names_may_be_chinese(found: Found) -> None:
    clause = HEAD.replace("hotline.window", "热线.窗口") + "text: x\n"
    letter = LETTER + '\n{{ clause("热线.窗口") }}\n'
    bid = DEMO + "clauses: {add: [热线.窗口]}\n"
    assert found({"clauses/热线/窗口.yaml": clause, OUTLINE: letter, BID: bid}) == []
    assert found({"clauses/热线/窗口.yaml": HEAD + "text: x\n", OUTLINE: letter, BID: bid}) == [
        "S110 clauses/热线/窗口.yaml:1:5 the id `hotline.window` does not match its place"
    ]


def test_an_id_with_windows_separators_does_not_match_its_place(found: Found) -> None:
    assert found({CLAUSE: HEAD.replace("hotline.window", "hotline\\window") + "text: x\n"}) == [
        "S110 clauses/hotline/window.yaml:1:5 the id `hotline\\window` does not match its place"
    ]


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("../../../服务承诺书", "."), ("服务/承诺书", "/"), ("服务\\承诺书", "\\"), ("C:承诺书", ":"), ("承诺书?", "?"),
        ('"承诺书\\n"', "↵"), ("'承诺书 '", " "), ("承诺书.", "."), ("nul", "nul"), ("Com1", "Com1"),
    ],
)  # fmt: skip
def test_a_title_that_cannot_name_a_file_is_one_finding(found: Found, title: str, held: str) -> None:
    assert found({OUTLINE: LETTER.replace("服务承诺书", title)}) == [
        "S108 templates/documents/letter.md:3:8 this title does not fit: "
        f"it names the file, so it cannot hold `{held}` there"
    ]


def test_a_title_too_long_for_a_file_is_one_finding(found: Found) -> None:
    assert found({OUTLINE: LETTER.replace("服务承诺书", "长" * 81)}) == [
        "S108 templates/documents/letter.md:3:8 this title does not fit: "
        "it names the file, so it has at most 80 Chinese characters"
    ]


# -- names between files ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bid", "place", "message"),
    [
        (DEMO.replace("basic", "basik"), "3:10", "S109 there is no profile `basik`"),
        (DEMO.replace("[letter]", "[leter]"), "6:13", "S109 there is no document kind `leter`"),
        (DEMO + "theme: ../../etc\n", "7:8", "S109 there is no theme `../../etc`"),
        (DEMO + "clauses: {add: [hotline.windw]}\n", "7:17", "R201 there is no clause `hotline.windw`"),
        (DEMO + "values: {hotline.window.open: 7×24}\n", "7:10", "S109 there is no parameter `hotline.window.open`"),
    ],
)
def test_a_bid_that_names_something_that_is_not_there_is_one_finding(
    found: Found, bid: str, place: str, message: str
) -> None:
    rule, _, words = message.partition(" ")
    assert found({BID: bid}) == [f"{rule} projects/demo/project.yaml:{place} {words}"]


def test_a_circle_of_profiles_is_one_finding_with_all_its_sides(found: Found) -> None:
    circle = {
        PROFILE: "id: basic\ntitle: 基本\nextends: other\nclauses: [hotline.window]\n",
        "clauses/profiles/other.yaml": "id: other\ntitle: 其他\nextends: third\n",
        "clauses/profiles/third.yaml": "id: third\ntitle: 第三\nextends: basic\n",
        "clauses/profiles/outer.yaml": "id: outer\ntitle: 外\nextends: basic\n",
    }
    assert found(circle) == [
        "S109 clauses/profiles/basic.yaml:3:10 + clauses/profiles/other.yaml:3:10 + clauses/profiles/third.yaml:3:10 "
        "the profiles extend each other in a circle: basic, other, third, basic"
    ]


def test_a_profile_that_extends_itself_is_one_finding(found: Found) -> None:
    assert found({PROFILE: "id: basic\ntitle: 基本\nextends: basic\nclauses: [hotline.window]\n"}) == [
        "S109 clauses/profiles/basic.yaml:3:10 the profiles extend each other in a circle: basic, basic"
    ]


def test_a_bid_that_drops_a_clause_which_an_outline_needs_is_one_finding_with_both_places(found: Found) -> None:
    assert found({BID: DEMO + "clauses: {drop: [hotline.window]}\n"}) == [
        "R201 templates/documents/letter.md:10:1 + projects/demo/project.yaml:7:18 "
        "服务承诺书 must print the clause `hotline.window`, which the bid demo leaves out"
    ]


def test_an_outline_that_misspells_a_clause_is_one_finding(found: Found) -> None:
    assert found({OUTLINE: LETTER.replace("hotline.window", "hotline.windw")}) == [
        "R201 templates/documents/letter.md:10:12 there is no clause `hotline.windw`"
    ]


def test_two_documents_that_would_be_one_file_are_found(found: Found) -> None:
    other = {"templates/documents/other.md": LETTER.replace("kind: letter", "kind: other")}
    same = "a second document of this bid is called 服务承诺书; their files would carry one name"
    assert found({**other, BID: DEMO.replace("[letter]", "[letter, other]")}) == [
        f"S110 projects/demo/project.yaml:6:21 + projects/demo/project.yaml:6:13 {same}"
    ]
    assert found({BID: DEMO.replace("[letter]", "[letter, letter]")}) == [
        f"S110 projects/demo/project.yaml:6:21 + projects/demo/project.yaml:6:13 {same}"
    ]


# -- outlines and themes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outline", ["# 服务\n", "---\nkind: letter\n# 服务\n", "", "\n---\nkind: letter\n---\n"])
def test_an_outline_without_front_matter_is_one_finding(found: Found, outline: str) -> None:
    assert found({OUTLINE: outline}) == [
        "S107 templates/documents/letter.md:1:1 an outline begins with its front matter between two lines `---`"
    ]


@pytest.mark.parametrize(
    ("outline", "message"),
    [
        (LETTER.replace("kind: letter", "kind: [letter"),
         "S102 templates/documents/letter.md:3:6 + templates/documents/letter.md:2:1 "
         "this is not YAML: did not find expected ',' or ']'"),
        (LETTER.replace("kind:", "\tkind:"),
         "S102 templates/documents/letter.md:2:1 a tab indents this line; YAML allows spaces only"),
        (LETTER.replace("provider: 我公司, ", ""),
         "S107 templates/documents/letter.md:3:8 `words.provider` is missing"),
        (LETTER.replace("numbering: letter", "numbering: chapter"),
         "S109 templates/documents/letter.md:5:12 the theme tender-default has no numbering `chapter`"),
        (LETTER + "\n#### 四级\n",
         "S111 templates/documents/letter.md:12:1 the numbering has 3 levels; this heading is on level 4"),
        (LETTER + "\n前{{ signature }}后\n",
         "S111 templates/documents/letter.md:12:5 "
         "a table, figure, clause, annex or signature stands alone in a paragraph of its own"),
        (LETTER + "\n{{ blank(99) }}\n", "S111 templates/documents/letter.md:12:1 a blank is 1 to 40 characters wide"),
        (LETTER.replace('window")', 'window", optinal=true)'),
         "S111 templates/documents/letter.md:10:1 `clause` knows no `optinal`"),
    ],
    ids=["bracket", "tab", "words", "numbering", "heading", "signature", "blank", "option"],
)  # fmt: skip
def test_an_unsound_outline_is_one_finding_at_its_line(found: Found, outline: str, message: str) -> None:
    assert found({OUTLINE: outline}) == [message]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('format: "{1:chinese}、"', 'format: "{1.__class__}"',
         "S108 templates/themes/tender-default/theme.yaml:{line}:{column} "
         "`{{1.__class__}}` is not a format with {{1}}, each also as {{1:chinese}}, {{1:circled}}, {{1:letter}}"),
        ("width: 210mm", "width: 210", "S108 templates/themes/tender-default/theme.yaml:{line}:{column} "
         "the value does not fit: a length is expected here: 26mm, 1.5cm, 12pt or a type size such as 小四"),
    ],
    ids=["number", "length"],
)  # fmt: skip
def test_an_unsound_theme_is_one_finding(found: Found, old: str, new: str, message: str) -> None:
    before, found_old, after = (ROOT / THEME).read_text("utf-8").partition(old)
    assert found_old, "the shipped theme has changed"
    key = new.partition(": ")[0]
    place = {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n") + len(key) + 2}
    assert found({THEME: before + new + after}) == [message.format(**place)]


def test_a_font_that_the_theme_does_not_have_is_one_finding_for_each_style_that_names_it(found: Found) -> None:
    theme = (ROOT / THEME).read_text("utf-8")
    before = theme[: theme.index("  body: {font: song,")]
    row = before.count("\n") + 1
    assert found({THEME: theme.replace("  body: {font: song,", "  body: {font: sonng,")}) == [
        f"S109 {THEME}:{row}:16 the theme has no font `sonng`"
    ]


# -- one cause, one finding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (CLAUSE, "S102 clauses/hotline/window.yaml:2:1 this is not YAML: did not find expected node content"),
        (PROFILE, "S102 clauses/profiles/basic.yaml:2:1 this is not YAML: did not find expected node content"),
        (BID, "S102 projects/demo/project.yaml:2:1 this is not YAML: did not find expected node content"),
        (THEME, f"S102 {THEME}:2:1 this is not YAML: did not find expected node content"),
        ("clauses/company.yaml", "S102 clauses/company.yaml:2:1 this is not YAML: did not find expected node content"),
        ("clauses/vocabulary.yaml",
         "S102 clauses/vocabulary.yaml:2:1 this is not YAML: did not find expected node content"),
        (OUTLINE, "S107 templates/documents/letter.md:1:1 "
         "an outline begins with its front matter between two lines `---`"),
    ],
)  # fmt: skip
def test_a_broken_file_of_any_kind_is_one_finding(found: Found, file: str, message: str) -> None:
    assert found({file: "id: [\n"}) == [message]


KINDS = (
    "clauses/**/*.yaml",
    "templates/documents/*.md",
    "templates/forms/*.yaml",
    "templates/themes/*/theme.yaml",
    "projects/*/*.yaml",
)
SHIPPED = sorted(path.relative_to(ROOT).as_posix() for kind in KINDS for path in ROOT.glob(kind))


def test_no_broken_file_of_the_shipped_workspace_brings_a_second_finding(tmp_path: Path) -> None:
    """Clauses refer to each other, print each other's values and stand in three documents: none of that is reported."""
    for path in ("bidgen.toml", *SHIPPED):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    rain = {}
    for path in SHIPPED[:: max(1, len(SHIPPED) // 12)]:
        (tmp_path / path).write_text("id: [\n", "utf-8")
        findings = all_findings(Workspace(tmp_path))
        if [str(finding.labels[0].span.source.path) for finding in findings] != [path]:
            rain[path] = [line(finding) for finding in findings]
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    assert rain == {}

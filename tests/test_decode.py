"""From nodes to records: what a record declares is what YAML may say, and every misfit is found at its place."""

# ruff: noqa: RUF009 - key(…) is a field declaration

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from fractions import Fraction
from pathlib import PurePosixPath
from textwrap import dedent
from typing import Any, Literal

import jsonschema
import pytest
import yaml

from gen.decode import decode, nearest
from gen.decode.length import TYPE_SIZES, read_length
from gen.decode.record import decoder, keys
from gen.decode.schema import FILE_KINDS, schema
from gen.decode.values import typed_params
from gen.finding import Finding
from gen.library.vocabulary import built_in_vocabulary
from gen.model.clause import Clause
from gen.model.param import PLAIN
from gen.model.record import Colour, DateText, Length, Tree, key
from gen.quantity import Count, Duration, Range
from gen.source import Source, Span
from gen.workspace import Workspace
from gen.yamltree import Scalar, parse
from tests.conftest import ROOT


@dataclass(frozen=True, slots=True)
class Inner:
    """A record inside another."""

    label: str = key("Label")
    days: int = key("Days", default=0)


@dataclass(frozen=True, slots=True)
class Outer:
    """A record with a key of every type."""

    name: str = key("Name")
    start: str = key("Start", default="", name="from")
    kind: Literal["natural", "working"] = key("Kind", default="natural")
    on: DateText | None = key("Day", default=None)
    flag: bool = key("Flag", default=False)
    size: Length = key("Size", default=Length(0))
    fill: Colour = key("Fill", default=Colour(""))
    count: int = key("Count", default=0)
    tree: Tree | None = key("Tree", default=None)
    words: tuple[str, ...] = key("Words", default=())
    inner: Inner | None = key("Inner", default=None)
    rows: Mapping[str, Inner] = key("Rows", factory=dict)
    span: Span | None = None


def decoded(cls: type[Any], text: str) -> tuple[Any, tuple[Finding, ...]]:
    node, findings = parse(Source("a.yaml", dedent(text)))
    assert findings == ()
    assert node is not None
    return decode(cls, node)


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str, list[str]]]:
    """Rule, message, place, text there and helps of each finding."""
    return [
        (f.rule.id, str(f.message), str(f.labels[0].span), f.labels[0].span.text, [str(help_) for help_ in f.helps])
        for f in findings
    ]


WHOLE = """\
name: 到场
from: report_received
kind: working
on: 2026-12-08
flag: 是
size: 小四
fill: E7ECF2
count: 12
tree: {S1: [4小时]}
words: [甲, 乙]
inner: {label: 内, days: 3}
rows:
  a: {label: 一}
  b: {label: 二}
"""


def test_a_record_is_decoded_by_its_own_declaration() -> None:
    record, findings = decoded(Outer, WHOLE)
    assert findings == ()
    assert (record.name, record.start, record.kind, record.on) == ("到场", "report_received", "working", "2026-12-08")
    assert (record.flag, record.size, record.fill, record.count) == (True, 240, "E7ECF2", 12)
    assert record.words == ("甲", "乙")
    assert record.inner == Inner("内", 3)
    assert record.rows == {"a": Inner("一"), "b": Inner("二")}
    assert list(record.tree.entries) == ["S1"]


def test_texts_of_a_record_know_their_place_and_so_does_the_record() -> None:
    record, _ = decoded(Outer, WHOLE)
    assert str(record.name.span) == "a.yaml:1:7"
    assert str(record.words[1].span) == "a.yaml:10:12"
    assert str(record.inner.label.span) == "a.yaml:11:16"
    assert (record.span.line, record.span.end_line) == (1, 14)


def test_keys_that_are_not_written_have_their_defaults() -> None:
    record, findings = decoded(Outer, "name: 到场\n")
    assert findings == ()
    assert (record.start, record.kind, record.on, record.flag, record.words, record.rows) == (
        "", "natural", None, False, (), {},
    )  # fmt: skip


def test_every_misfit_is_found_and_not_the_first_only() -> None:
    text = """\
        nam: 到场
        kind: natral
        on: 2026-13-01
        flag: 也许
        size: 大
        fill: red
        count: 一
        words: 甲
        inner: {days: -1, lable: 内}
        rows: {a: {label: [一]}, b: 二}
        extra: 1
    """
    record, findings = decoded(Outer, text)
    assert record is None
    assert said(findings) == [
        ("S106", "`nam` is not known here", "a.yaml:1:1", "nam", ["did you mean `name`?"]),
        ("S109", "`natral` is not one of the words allowed here", "a.yaml:2:7", "natral", ["did you mean `natural`?"]),
        ("S108", f"{MISFIT} a date as year-month-day: 2026-12-08", "a.yaml:3:5", "2026-13-01", []),
        ("S108", f"{MISFIT} `true` or `false` is expected here", "a.yaml:4:7", "也许", []),
        ("S108", f"{MISFIT} a length is expected here: 26mm, 1.5cm, 12pt or a type size such as 小四",
         "a.yaml:5:7", "大", []),
        ("S108", f"{MISFIT} a colour is expected here: six hex digits such as E7ECF2", "a.yaml:6:7", "red", []),
        ("S108", f"{MISFIT} a whole number of at most 6 digits is expected here", "a.yaml:7:8", "一", []),
        ("S108", f"{MISFIT} a list is expected here", "a.yaml:8:8", "甲", []),
        ("S108", f"{MISFIT} a whole number of at most 6 digits is expected here", "a.yaml:9:15", "-1", []),
        ("S106", "`lable` is not known here", "a.yaml:9:19", "lable", ["did you mean `label`?"]),
        ("S108", f"{MISFIT} one text is expected here, not a list or a mapping", "a.yaml:10:19", "[一]",
         ["`label`: Label"]),
        ("S108", f"{MISFIT} a mapping of keys is expected here", "a.yaml:10:28", "二", []),
        ("S106", "`extra` is not known here", "a.yaml:11:1", "extra", ["known here: name, from, tree"]),
    ]  # fmt: skip


MISFIT = "the value does not fit:"


def test_a_missing_key_is_found_with_what_it_is_for() -> None:
    record, findings = decoded(Outer, "inner: {days: 3}\ncount: 1\n")
    assert record is None
    assert said(findings) == [
        ("S107", "`label` is missing", "a.yaml:1:9", "days", ["`label`: Label"]),
        ("S107", "`name` is missing", "a.yaml:1:1", "inner", ["`name`: Name"]),
    ]


@pytest.mark.parametrize("value", ["", "''", "~  # 空"])
def test_a_required_text_is_not_empty(value: str) -> None:
    record, findings = decoded(Outer, f"name: {value}\ncount: 1\n")
    if value.startswith("~"):
        assert record.name == "~"
    else:
        assert [(f.rule.id, str(f.message)) for f in findings] == [("S108", f"{MISFIT} a value is missing here")]


def test_a_list_or_a_text_is_no_record() -> None:
    assert said(decoded(Outer, "- a\n- b\n")[1]) == [
        ("S108", f"{MISFIT} a mapping of keys is expected here", "a.yaml:1:1", "- a", [])
    ]


def test_a_type_without_a_decoder_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="no decoder for <class 'float'>"):
        decoder(float)


@pytest.mark.parametrize(
    ("name", "known", "help_"),
    [
        ("respnse", ("response", "resolution"), ["did you mean `response`?"]),
        ("xyz", ("response", "resolution"), ["known here: response, resolution"]),
        ("xyz", tuple(map(str, range(17))), []),
        ("xyz", (), []),
    ],
)
def test_help_offers_the_nearest_name_or_lists_a_few(name: str, known: tuple[str, ...], help_: list[str]) -> None:
    assert list(map(str, nearest(name, known))) == help_


@pytest.mark.parametrize(
    ("written", "twips"),
    [
        ("12pt", 240),
        ("10.5pt", 210),
        ("26mm", 1474),
        ("2.54cm", 1440),
        ("25.4mm", 1440),
        ("小四", 240),
        ("五号", 210),
        ("-0.25pt", -5),
    ],
)
def test_lengths_are_whole_twips(written: str, twips: int) -> None:
    assert read_length(written) == twips


@pytest.mark.parametrize("written", ["12", "pt", "--1pt", "12 pt", "12px", "1,5cm", "小", ""])
def test_what_is_no_length_is_none(written: str) -> None:
    assert read_length(written) is None


def test_type_sizes_are_whole_twips() -> None:
    assert all(Fraction(points) * 20 == read_length(name) for name, points in TYPE_SIZES.items())


# -- parameters ------------------------------------------------------------------------------------------------------

CLAUSE = "id: a.b\ntitle: 题\nstatus: approved\nowner: legal\nreview_by: 2027-10-01\ntext: 文\nparams:\n"


def params(text: str) -> tuple[dict[str, Any], list[tuple[str, str, str, str, list[str]]]]:
    clause, findings = decoded(Clause, CLAUSE + text)
    assert findings == ()
    typed, more = typed_params(clause, built_in_vocabulary())
    return typed, said(tuple(more))


def test_a_plain_parameter_has_one_cell_with_its_guardrail_and_approvals() -> None:
    typed, findings = params(
        "  p: {label: 时限, type: duration, default: 4小时, allow: [2小时..8小时, 1日],"
        " approval: [{within: 1小时..2小时, by: boss}]}\n"
    )
    assert findings == []
    cell = typed["p"].default[PLAIN]
    assert cell.quantity == Duration(Fraction(4), "hour")
    assert cell.span.text == "4小时"
    assert [str(span) for span in typed["p"].allow[PLAIN].ranges] == ["2小时..8小时", "1日"]
    ((role, guardrails),) = typed["p"].approval
    assert role == "boss"
    assert guardrails[PLAIN].ranges == (Range(Duration(Fraction(1), "hour"), Duration(Fraction(2), "hour")),)
    assert typed["p"].path == "a.b.p"


def test_a_table_is_typed_cell_by_cell() -> None:
    typed, findings = params(
        "  t:\n    label: 表\n    type: table\n    key: severity\n"
        "    columns: {within: {label: 时限, type: duration}, people: {label: 人数, type: count, unit: 人}}\n"
        "    default: {S1: {within: 4小时, people: 2人}, S2: {within: 8小时}}\n"
    )
    assert findings == []
    assert {cell: str(value.quantity) for cell, value in typed["t"].default.items()} == {
        ("S1", "within"): "4小时",
        ("S1", "people"): "2人",
        ("S2", "within"): "8小时",
    }
    assert typed["t"].default["S1", "people"].quantity == Count(2, "人")
    assert typed["t"].columns == ("within", "people")


TABLE = "  t: {label: 表, type: table, key: severity, columns: {within: {label: 时限, type: duration}}, "
TWO = "  t: {label: 表, type: table, key: severity, columns: {a: {label: 甲}, b: {label: 乙}}, "
A_DURATION = "a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年"


@pytest.mark.parametrize(
    ("text", "rule", "message", "marked", "helps"),
    [
        ("  p: {label: 时限, type: duration, default: 4}\n",
         "S108", f"`4` is not {A_DURATION}", "4", []),
        ("  p: {label: 时限, type: duration, default: [4小时]}\n",
         "S108", f"{MISFIT} one value is expected here, not a list or a mapping", "[4小时]", []),
        ("  p: {label: 时限, type: duration, allow: 2小时..八}\n",
         "S108", f"`八` is not {A_DURATION}", "八", []),
        ("  p: {label: 时限, type: duration, allow: 8小时..2小时}\n",
         "S108", f"{MISFIT} the range must run from the smaller to the larger value of one unit kind",
         "8小时..2小时", []),
        ("  p: {label: 时限, type: duration, allow: 30日..2个月}\n",
         "S108", f"{MISFIT} the range must run from the smaller to the larger value of one unit kind",
         "30日..2个月", []),
        ("  p: {label: 方式, type: enum, values: {court: 诉讼, arbitration: 仲裁}, default: curt}\n",
         "S108", "`curt` is not one of court, arbitration", "curt", ["did you mean `court`?"]),
        ("  p: {label: 方式, type: enum}\n", "S107", "`values` is missing", "p", ["an enumeration lists its values"]),
        ("  p: {label: 人数, type: count}\n", "S107", "`unit` is missing", "p", ["a count has a unit"]),
        ("  p: {label: 人数, type: count, unit: 人, default: 4次}\n",
         "S108", "`4次` is not a whole number with its unit: 4人", "4次", []),
        ("  p: {label: 届满日, type: date, event: term_endet}\n",
         "S109", "`term_endet` is no event", "term_endet", ["did you mean `term_ended`?"]),
        ("  p: {label: 期限, type: duration, event: term_ended}\n",
         "S108", "only a date is the day of an event; `p` is of the type duration", "term_ended", []),
        ("  p: {label: 表, type: table, key: severity}\n",
         "S107", "`columns` is missing", "p", ["a table has columns"]),
        ("  p: {label: 表, type: table, columns: {a: {label: 甲}}}\n",
         "S107", "`key` is missing", "p", ["a table says what its rows stand for"]),
        ("  p: {label: 表, type: table, key: severty, columns: {a: {label: 甲}}}\n",
         "S109", "`severty` is no scope axis", "severty", ["did you mean `severity`?"]),
        ("  p: {label: 表, type: table, key: item, columns: {a: {label: 甲, type: tabel}}}\n",
         "S109", "`tabel` is no type of a column", "tabel",
         ["known here: duration, money, percent, count, frequency, window, date, flag, text"]),
        (TABLE + "default: {S5: 4小时}}\n", "S109", "`S5` is no value of the axis severity", "S5",
         ["known here: S1, S2, S3, S4"]),
        (TABLE + "default: {S1: {wihtin: 4小时}}}\n", "S109", "the table has no column `wihtin`", "wihtin",
         ["did you mean `within`?"]),
        (TABLE + "default: 4小时}\n", "S108", f"{MISFIT} rows are expected here: row to value", "4小时", []),
        (TWO + "default: {S1: 甲}}\n", "S108", f"{MISFIT} a row needs its columns: a, b", "甲", []),
    ],
)  # fmt: skip
def test_values_that_do_not_fit_their_parameter_are_found(
    text: str, rule: str, message: str, marked: str, helps: list[str]
) -> None:
    _, findings = params(text)
    assert [(id_, said_, at, help_) for id_, said_, _, at, help_ in findings] == [(rule, message, marked, helps)]


def test_every_cell_that_does_not_fit_is_found() -> None:
    _, findings = params(TABLE + "default: {S1: 四, S2: 8小时, S3: 一会儿}}\n")
    assert [marked for *_, marked, _ in findings] == ["四", "一会儿"]


# -- JSON Schema -----------------------------------------------------------------------------------------------------


def records(hint: Any, seen: set[Any]) -> Iterator[type[Any]]:
    """Every record class that can stand in a file of one kind."""
    if is_dataclass(hint) and hint not in seen and keys(typing.cast("type[Any]", hint)):
        seen.add(hint)
        assert isinstance(hint, type)
        yield hint
        for part in keys(hint):
            yield from records(part.hint, seen)
    for argument in getattr(hint, "__args__", ()):
        yield from records(argument, seen)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_a_schema_is_sound_and_knows_every_key_that_decoding_accepts(kind: str) -> None:
    made = schema(kind)
    jsonschema.Draft202012Validator.check_schema(made)
    for record in records(FILE_KINDS[kind], set()):
        shape = made if record is FILE_KINDS[kind] else made["$defs"][record.__name__]
        assert list(shape["properties"]) == [part.name for part in keys(record)]
        required = [part.name for part in keys(record) if part.required]
        if kind == "theme":  # the rest may be said by the theme that one is based on
            required = ["id", "title"] if shape is made else []
        assert shape["required"] == required
        assert shape["additionalProperties"] is False
        assert all(properties["description"] for properties in shape["properties"].values())


class Editor(yaml.SafeLoader):
    """YAML as an editor reads it (1.2): true and false, numbers, and everything else text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in {"int", "float", "null"}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for letter in "tf":
    pattern = yaml.SafeLoader.yaml_implicit_resolvers[letter][0][1]
    Editor.yaml_implicit_resolvers.setdefault(letter, []).append(("tag:yaml.org,2002:bool", pattern))

SHIPPED = [
    (kind, path)
    for kind, pattern in {
        "clause": "clauses/*/*.yaml", "profile": "clauses/profiles/*.yaml", "company": "clauses/company.yaml",
        "vocabulary": "clauses/vocabulary.yaml", "project": "projects/*/project.yaml",
        "outline": "templates/documents/*.md", "theme": "templates/themes/*/theme.yaml",
    }.items()
    for path in Workspace(ROOT).files(pattern)
    if kind == "profile" or PurePosixPath(path).parent.name != "profiles"
]  # fmt: skip


@pytest.mark.parametrize(("kind", "path"), SHIPPED, ids=[path for _, path in SHIPPED])
def test_every_shipped_file_satisfies_its_schema_as_an_editor_reads_it(kind: str, path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    if kind == "outline":
        text = text.split("---\n")[1]
    jsonschema.validate(yaml.load(text, Loader=Editor), schema(kind))


def test_a_schema_refuses_what_decoding_refuses() -> None:
    validator = jsonschema.Draft202012Validator(schema("profile"))
    for wrong in ({}, {"id": "a"}, {"id": "a", "title": "b", "extra": 1}, {"id": "a", "title": "b", "clauses": "c"}):
        node, _ = parse(Source("a.yaml", yaml.safe_dump(wrong, allow_unicode=True)))
        assert node is not None
        assert decode(FILE_KINDS["profile"], node)[1] != ()
        assert not validator.is_valid(wrong)


def test_scalars_that_editors_read_as_numbers_stay_texts() -> None:
    record, _ = decoded(Outer, "name: 000102\n")
    assert record.name == "000102"
    assert isinstance(record.name, Scalar)

"""Loading a workspace: everything is decoded, typed, and held against everything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gen.finding import Finding
from gen.library import load
from gen.library.vocabulary import built_in_vocabulary, check_vocabulary
from gen.model.library import Library
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]
Said = tuple[str, str, list[str]]

CLAUSE = """\
# clauses/{place}.yaml
id: {id}
title: 题
status: approved
owner: service
review_by: 2027-10-01
"""


def clause(id_: str, text: str = "{{ provider }}答复。", *more: str) -> str:
    """A clause as a file of a test's workspace; `more` are further lines."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    head = CLAUSE.format(place=id_.replace(".", "/"), id=id_)
    return head + "".join(line + "\n" for line in more) + "text: |\n" + lines


def profile(*clauses: str, id_: str = "basic", more: str = "") -> str:
    return f"# clauses/profiles/{id_}.yaml\nid: {id_}\ntitle: 档\nclauses: [{', '.join(clauses)}]\n{more}"


PROJECT = """\
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter]
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
"""


def said(findings: tuple[Finding, ...]) -> list[Said]:
    """Rule and message, text at the place and helps of each finding."""
    return [(f"{f.rule.id} {f.message}", f.labels[0].span.text, [str(help_) for help_ in f.helps]) for f in findings]


def loaded(workspace: LayOut, *files: str) -> Library:
    library, findings = load(workspace("".join(files)))
    assert said(findings) == []
    return library


def found_in(workspace: LayOut, *files: str) -> list[Said]:
    return said(load(workspace("".join(files)))[1])


def test_everything_in_its_folder_is_loaded_under_its_id(workspace: LayOut) -> None:
    library = loaded(workspace)
    assert list(library.clauses) == ["hotline.answer", "hotline.window"]
    assert (list(library.profiles), list(library.outlines), list(library.themes), list(library.bids)) == (
        ["basic"], ["letter"], ["tender-default"], ["demo"],
    )  # fmt: skip
    assert library.company is not None
    assert library.company.name == "示例信息有限公司"
    assert library.vocabulary.roles == {"service-director": "服务总监", "legal": "法务"}


def test_clauses_may_stand_in_folders_within_folders(workspace: LayOut) -> None:
    assert "service.hotline.night" in loaded(workspace, clause("service.hotline.night")).clauses


def test_an_empty_folder_is_a_library_without_anything(tmp_path_factory: pytest.TempPathFactory) -> None:
    library, findings = load(Workspace(tmp_path_factory.mktemp("empty")))
    assert library.clauses == library.bids == {}
    assert {finding.rule.id for finding in findings} <= {"S101"}


@pytest.mark.parametrize(
    ("file", "message", "help_"),
    [
        (clause("a.b").replace("id: a.b", "id: a.c"), "S110 the id `a.c` does not match its place", "write `id: a.b`"),
        (
            profile(id_="gold").replace("id: gold", "id: gld"),
            "S110 the id `gld` does not match its place",
            "write `id: gold`",
        ),
    ],
)
def test_an_id_is_what_its_place_says(workspace: LayOut, file: str, message: str, help_: str) -> None:
    ((said_, _, (help_said,)),) = found_in(workspace, file)
    assert said_ == message
    assert help_said.startswith(help_)


# -- names in texts --------------------------------------------------------------------------------------------------

PARAMS = (
    "params:",
    "  term: {label: 期限, type: duration, default: 3年}",
    "  limit: {label: 时限, type: table, key: severity, columns: {within: {label: 时限, type: duration}},"
    " default: {S1: 4小时, S2: 8小时}}",
    "  pair: {label: 表, type: table, key: item, columns: {a: {label: 甲}, b: {label: 乙}},"
    " default: {x: {a: 1, b: 2}}}",
)
ALL_USED = "{{ term }}{{ limit.S1 }}{{ pair.x.a }}"


@pytest.mark.parametrize(
    "hole",
    [
        "{{ term }}", "{{ limit.S2 }}", "{{ limit.S2.within }}", "{{ pair.x.b }}", "{{ pair.new.a }}",
        "{{ provider }}{{ customer }}", "{{ project.name }}", "{{ customer_party.name }}", "{{ company.hotline }}",
        '{{ param("a.b.limit.S1") }}', '{{ param("a.b.term") }}', '{{ ref("whatever") }}', "{{ blank(3) }}",
    ],
)  # fmt: skip
def test_names_that_are_defined_are_no_findings(workspace: LayOut, hole: str) -> None:
    assert found_in(workspace, clause("a.b", ALL_USED + hole, *PARAMS)) == []


@pytest.mark.parametrize(
    ("hole", "message", "marked", "help_"),
    [
        ("{{ trem }}", "S112 `trem` is not defined", "trem", "did you mean `term`?"),
        ("{{ term.S1 }}", "S112 `term.S1` is not defined", "term.S1", ""),
        ("{{ limit.S5 }}", "S112 `limit.S5` is not defined", "limit.S5", "known here: S1, S2"),
        ("{{ limit.S1.wthin }}", "S112 `limit.S1.wthin` is not defined", "limit.S1.wthin", "did you mean `within`?"),
        ("{{ limit.S1.within.x }}", "S112 `limit.S1.within.x` is not defined", "limit.S1.within.x", ""),
        ("{{ pair.x }}", "S112 `pair.x` is not defined", "pair.x", "known here: x.a, x.b"),
        ("{{ pair.x.c }}", "S112 `pair.x.c` is not defined", "pair.x.c", "known here: a, b"),
        ("{{ provder }}", "S112 `provder` is not defined", "provder", "did you mean `provider`?"),
        ("{{ provider.name }}", "S112 `provider.name` is not defined", "provider.name", "did you mean `provider`?"),
        ("{{ project }}", "S112 `project` is not defined", "project",
         "name one of its parts: name, number, submission, lot, site, scope"),
        ("{{ project.nmae }}", "S112 `project.nmae` is not defined", "project.nmae", "did you mean `name`?"),
        ("{{ company.name.x }}", "S112 `company.name.x` is not defined", "company.name.x", "name one of its parts"),
        ("{{ signature }}", "S112 `signature` is not defined", "signature", ""),
        ('{{ param("a.b.trem") }}', "S112 there is no parameter `a.b.trem`", "a.b.trem", "did you mean `a.b.term`?"),
        ('{{ param("a.b.limit.S9") }}', "S112 `a.b.limit.S9` is not defined", "a.b.limit.S9", "known here: S1, S2"),
        ('{{ param("a.b.term.x") }}', "S112 `a.b.term.x` is not defined", "a.b.term.x", ""),
        ('{{ param("a.b.pair.x") }}', "S112 `a.b.pair.x` is not defined", "a.b.pair.x", "known here: x.a, x.b"),
        ('{{ table("a.b.limit", "c.d.e") }}', "S112 there is no parameter `c.d.e`", "c.d.e", "known here: a.b.term"),
        ('{{ clause("hotline.window") }}',
         "S111 only an outline prints clauses and annexes, no text of a clause", '{{ clause("hotline.window") }}', ""),
        ('{{ annex("x", "y") }}',
         "S111 only an outline prints clauses and annexes, no text of a clause", '{{ annex("x", "y") }}', ""),
        ("{{ limit }}", "S111 `limit` is a table: print it with `| table`", "limit", ""),
        ('{{ param("a.b.limit") }}', "S111 `a.b.limit` is a table: print it with `| table`",
         '{{ param("a.b.limit") }}', ""),
        ("{{ company.people }}", "S111 `company.people` is a table: print it with `| table`", "company.people", ""),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_is_found_with_the_nearest_one(
    workspace: LayOut, hole: str, message: str, marked: str, help_: str
) -> None:
    ((said_, at, helps),) = found_in(workspace, clause("a.b", ALL_USED + hole, *PARAMS))
    assert (said_, at) == (message, marked)
    assert help_ in (helps[0] if helps else "")


def test_every_name_that_leads_nowhere_is_found(workspace: LayOut) -> None:
    text = "{{ one }}\n\n{% if two %}{{ three }}{% else %}{{ four }}{% endif %}"
    assert [at for _, at, _ in found_in(workspace, clause("a.b", text))] == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    ("body", "message", "marked", "help_"),
    [
        ('{{ clause("hotline.windw") }}', "R201 there is no clause `hotline.windw`", "hotline.windw",
         "did you mean `hotline.window`?"),
        ("{{ term }}", "S112 `term` is not defined", "term", ""),
        ('{{ param("a.b.c") }}', "S112 there is no parameter `a.b.c`", "a.b.c", ""),
    ],
)  # fmt: skip
def test_names_in_outlines_are_checked_too(workspace: LayOut, body: str, message: str, marked: str, help_: str) -> None:
    text = LETTER + '# 服务\n\n{{ clause("hotline.window") }}\n\n' + body + "\n"
    ((said_, at, helps),) = found_in(workspace, text)
    assert (said_, at) == (message, marked)
    assert help_ in (helps[0] if helps else "")


def test_names_in_the_front_matter_of_outlines_are_checked_too(workspace: LayOut) -> None:
    text = LETTER.replace("clause_titles", 'header: "{{ project.nmae }}"\nclause_titles') + "# 服务\n"
    assert [message for message, _, _ in found_in(workspace, text)] == ["S112 `project.nmae` is not defined"]


def test_a_variant_is_for_a_document_kind_that_there_is(workspace: LayOut) -> None:
    text = clause("a.b", "甲。", "variants:", "  lettre: 乙。")
    assert found_in(workspace, text) == [
        ("S109 there is no document kind `lettre`", "lettre", ["did you mean `letter`?"])
    ]


# -- parameters that nothing uses ------------------------------------------------------------------------------------

UNUSED = "params:\n  p: {label: 值, type: window, default: 7×24}"


def test_a_parameter_that_nothing_uses_is_found(workspace: LayOut) -> None:
    assert found_in(workspace, clause("a.b", "甲。", UNUSED)) == [
        ("R203 the parameter `a.b.p` is used nowhere", "p",
         ["print it in the text, tie it to a commitment, or delete it"])
    ]  # fmt: skip


A_TABLE = (
    "params:\n  p: {label: 值, type: table, key: severity, columns: {w: {label: 时限, type: duration}},"
    " default: {S1: 4小时}}"
)


@pytest.mark.parametrize(
    "files",
    [
        clause("a.b", "{{ p }}", UNUSED),
        clause("a.b", '{% if p == "x" %}甲{% endif %}', UNUSED),
        clause("a.b", "甲。", UNUSED, "variants:", '  letter: "{{ p }}"'),
        clause("a.b", "甲。", UNUSED, "commitments:", "  - {promise: service_window, is: $p}"),
        clause("a.b", "甲。", UNUSED, "commitments:", "  - {promise: response, at_most: 4小时, scope: {window: $p}}"),
        clause("a.b", "甲。", UNUSED, "commitments:", "  - {promise: response, at_most: 4小时, scope: {window: [$p]}}"),
        clause("a.b", "甲。", UNUSED, "commitments:",
               "  - {promise: response, at_most: 4小时, clock: {kind: working, window: $p}}"),
        clause("a.b", "甲。", UNUSED) + clause("c.d", '{{ param("a.b.p") }}'),
        clause("a.b", "甲。", A_TABLE) + clause("c.d", '{{ param("a.b.p.S1") }}'),
        clause("a.b", "甲。", A_TABLE) + clause("c.d", '{{ table("a.b.p") }}'),
        clause("a.b", "甲。", A_TABLE, "commitments:", "  - {promise: response, each: p, at_most: $w}"),
        clause("a.b", "甲。", A_TABLE) + LETTER + '# 服务\n\n{{ clause("hotline.window") }}\n\n{{ table("a.b.p") }}\n',
    ],
    ids=[
        "printed", "asked", "printed in a variant", "promised", "scope", "list in a scope", "window of a clock",
        "param() of another clause", "cell by param()", "table() of another clause", "each row promised",
        "table() of an outline",
    ],
)  # fmt: skip
def test_a_parameter_that_anything_uses_is_no_finding(workspace: LayOut, files: str) -> None:
    assert found_in(workspace, files) == []


def test_the_clause_whose_name_another_begins_with_is_not_used_by_it(workspace: LayOut) -> None:
    files = clause("a.b", "甲。", UNUSED.replace("p:", "p1:")) + clause("a.c", '{{ param("a.c.p") }}', UNUSED)
    assert [message for message, _, _ in found_in(workspace, files)] == ["R203 the parameter `a.b.p1` is used nowhere"]


# -- commitments -----------------------------------------------------------------------------------------------------

DURATION = "params:\n  p: {label: 时限, type: duration, default: 4小时}\n  q: {label: 值, type: window, default: 7×24}"


@pytest.mark.parametrize(
    ("commitment", "message", "marked"),
    [
        ("{promise: respons, at_most: $p}", "S109 `respons` is no kind of promise", "respons"),
        ("{promise: response}", "S107 a commitment has one of `at_most`, `at_least`, `is`", "response"),
        ("{promise: response, at_most: $p, is: $p}", "S107 a commitment has one of `at_most`, `at_least`, `is`",
         "response"),
        ("{promise: response, at_most: $x}",
         "S112 `$x` is no parameter of this clause and no column of its table", "$x"),
        ("{promise: response, at_most: $q}", "S108 `$q` is of the type window, but this promise needs duration", "$q"),
        ("{promise: response, at_most: 很快}",
         "S108 `很快` is not a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年", "很快"),
        ("{promise: dispute, is: cort}", "S108 `cort` is not one of court, arbitration", "cort"),
        ("{promise: response, each: p, at_most: $p}", "S112 `p` is no table parameter of this clause", "p"),
        ("{promise: response, at_most: $p, scope: {severty: S1}}", "S109 `severty` is no scope axis", "severty"),
        ("{promise: response, at_most: $p, scope: {severity: S9}}", "S109 `S9` is no value of the axis severity", "S9"),
        ("{promise: response, at_most: $p, scope: {severity: [S1, {a: b}]}}",
         "S108 the value does not fit: a value or a list of values of the axis", "{a: b}"),
        ("{promise: response, at_most: $p, clock: {kind: natural, from: reprt}}", "S109 `reprt` is no event", "reprt"),
        ("{promise: response, at_most: $p, clock: {kind: natural, from: arrival, to: arrival}}",
         "S108 a deadline cannot end with the event with which it begins: `arrival`", "arrival"),
        ("{promise: response, at_most: $p, clock: {kind: natural, stops: [pause]}}",
         "S109 `pause` is no event", "pause"),
        ("{promise: response, at_most: $p, clock: {kind: working, window: 全天}}",
         "S108 `全天` is not a weekly window, days × hours a day: 7×24, 5×8", "全天"),
        ("{promise: response, at_most: $p, fee: gratis}", "S109 `gratis` is no kind of fee", "gratis"),
        ("{promise: response, at_most: $p, modality: must}", "S109 `must` is no modality", "must"),
    ],
)  # fmt: skip
def test_a_commitment_in_unknown_words_is_found(workspace: LayOut, commitment: str, message: str, marked: str) -> None:
    files = clause("a.b", "{{ p }}{{ q }}", DURATION, "commitments:", f"  - {commitment}")
    assert [(said_, at) for said_, at, _ in found_in(workspace, files)] == [(message, marked)]


def test_open_axes_take_any_value(workspace: LayOut) -> None:
    commitment = "  - {promise: response, at_most: $p, scope: {lot: [第一包, 第二包], document: 承诺书}}"
    assert found_in(workspace, clause("a.b", "{{ p }}{{ q }}", DURATION, "commitments:", commitment)) == []


# -- profiles and bids -----------------------------------------------------------------------------------------------


def test_a_renamed_clause_is_found_under_its_new_name(workspace: LayOut) -> None:
    files = clause("hotline.desk", "甲。", "was: [hotline.operator, hotline.phone]")
    assert found_in(workspace, files, profile("hotline.window", "hotline.phone")) == [
        ("R201 there is no clause `hotline.phone`", "hotline.phone", ["it is now called `hotline.desk`"])
    ]


@pytest.mark.parametrize(
    ("file", "message", "marked", "help_"),
    [
        (profile("hotline.windw"), "R201 there is no clause `hotline.windw`", "hotline.windw",
         "did you mean `hotline.window`?"),
        (profile("hotline.window", "hotline.window"), "S109 `hotline.window` is listed twice", "hotline.window", ""),
        (profile("hotline.window", more="values: {hotline.window.x: 1}\n"),
         "S109 there is no parameter `hotline.window.x`", "hotline.window.x", ""),
        (profile("hotline.window", more="extends: gold\n"), "S109 there is no profile `gold`", "gold",
         "known here: basic"),
        (PROJECT.replace("profile: basic", "profile: basc"), "S109 there is no profile `basc`", "basc",
         "did you mean `basic`?"),
        (PROJECT.replace("[letter]", "[lettre]"), "S109 there is no document kind `lettre`", "lettre",
         "did you mean `letter`?"),
        (PROJECT + "theme: tender\n", "S109 there is no theme `tender`", "tender", "did you mean `tender-default`?"),
        (PROJECT + "clauses: {add: [a.b]}\n", "R201 there is no clause `a.b`", "a.b", ""),
        (PROJECT + "clauses: {drop: [hotline.windw]}\n", "R201 there is no clause `hotline.windw`", "hotline.windw",
         "did you mean `hotline.window`?"),
        (PROJECT + "values: {hotline.window.x: 1}\n", "S109 there is no parameter `hotline.window.x`",
         "hotline.window.x", ""),
        (PROJECT + "approvals: [{value: a.b.c, as: 1, by: boss, on: 2026-11-20, reason: r}]\n",
         "S109 there is no role `boss`", "boss", "known here: legal, service-director"),
    ],
)  # fmt: skip
def test_what_a_profile_or_bid_names_is_there(
    workspace: LayOut, file: str, message: str, marked: str, help_: str
) -> None:
    ((said_, at, helps),) = found_in(workspace, file)
    assert (said_, at) == (message, marked)
    assert help_ in (helps[0] if helps else "")


def test_profiles_that_extend_each_other_in_a_circle_are_found_once(workspace: LayOut) -> None:
    files = profile("hotline.window", more="extends: gold\n") + profile(id_="gold", more="extends: basic\n")
    assert [message for message, _, _ in found_in(workspace, files)] == [
        "S109 the profiles extend each other in a circle: basic, gold, basic",
    ]


def test_values_are_typed_by_the_parameter_that_they_set(workspace: LayOut) -> None:
    files = clause("a.b", "{{ p }}{{ q }}", DURATION)
    assert found_in(workspace, files, PROJECT, "values: {a.b.p: 4, a.b.q: 24-7}\n") == [
        ("S108 `4` is not a duration with its unit: 30分钟, 4小时, 4工作小时, 2个工作日, 10日, 3个月, 3年", "4", []),
        ("S108 `24-7` is not a weekly window, days × hours a day: 7×24, 5×8", "24-7", []),
    ]


# -- vocabulary and themes -------------------------------------------------------------------------------------------


def test_a_workspace_adds_dimensions_roles_and_aliases_to_the_built_in_words(workspace: LayOut) -> None:
    library = loaded(
        workspace,
        "# clauses/vocabulary.yaml\n"
        "roles: {boss: 总经理}\n"
        "aliases: {severity: {S1: [特急]}}\n"
        "dimensions: {call_back: {label: 回拨时限, en: call-back, type: duration, better: less}}\n",
    )
    built_in = built_in_vocabulary()
    assert library.vocabulary.roles == {"boss": "总经理"}
    assert set(library.vocabulary.dimensions) == {*built_in.dimensions, "call_back"}
    added = library.vocabulary.axes["severity"].values["S1"].aliases
    assert added == (*built_in.axes["severity"].values["S1"].aliases, "特急")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("aliases: {severty: {S1: [特急]}}\n", "`severty` is no scope axis"),
        ("aliases: {severity: {S5: [特急]}}\n", "`S5` is no value of the axis severity"),
    ],
)
def test_aliases_name_values_that_there_are(workspace: LayOut, text: str, message: str) -> None:
    files = f"# clauses/vocabulary.yaml\nroles: {{legal: 法务}}\n{text}"
    assert [said_ for said_, _, _ in found_in(workspace, files)] == [f"S109 {message}"]


def test_the_built_in_vocabulary_is_sound_and_every_alias_names_one_value_of_its_axis() -> None:
    vocabulary = built_in_vocabulary()
    for axis in vocabulary.axes.values():
        names = [name for value in axis.values.values() for name in (value.label, *value.aliases)]
        assert len(names) == len(set(names))
        assert bool(axis.values) is not axis.open
    for dimension in vocabulary.dimensions.values():
        assert bool(dimension.values) is (dimension.type == "enum")
    assert list(check_vocabulary(vocabulary)) == []


def test_a_theme_has_every_style_and_every_font_that_its_styles_name(workspace: LayOut) -> None:
    space = workspace("")
    theme = space.root / "templates/themes/tender-default/theme.yaml"
    text = theme.read_text("utf-8")
    theme.write_text(text.replace("  note: {font: song", "  nota: {font: sung"), "utf-8")
    assert [message for message, _, _ in said(load(space)[1])] == [
        "S107 the theme lacks styles: note",
        "S109 the theme has no font `sung`",
    ]


def test_all_faults_of_all_files_are_found_at_once(workspace: LayOut) -> None:
    files = (
        clause("a.b", "{{ x }}"),
        clause("c.d", "甲。").replace("status: approved", "status: aproved"),
        profile("hotline.window", "e.f"),
        PROJECT.replace("[letter]", "[lettre]"),
    )
    assert [message.split()[0] for message, *_ in found_in(workspace, *files)] == ["S109", "S112", "R201", "S109"]

"""`bidgen explain`: a rule by its id or name, a sentence by its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.catalogue import ALL_RULES
from tests.cli.conftest import Ran, Run

CLAUSE = """\
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
params:
  within:
    label: 接听时限
    type: duration
    default: 30秒
    allow: 10秒..1分钟
  seats: {label: 席位, type: count, unit: 个, default: 3个}
text: |
  {{ provider }}设服务热线，席位{{ seats }}。来电在 {{ within }} 内接听；逾期的于{{ within }}内回拨。

  夜间照常。
"""


@pytest.fixture
def hotline(here: Path) -> Path:
    """The small workspace with a clause that prints values, one set by the bid."""
    (here / "clauses/hotline/window.yaml").write_text(CLAUSE, "utf-8")
    with (here / "projects/demo/project.yaml").open("a", encoding="utf-8") as file:
        file.write("values:\n  hotline.window.within: 20秒\n")
    return here


@pytest.mark.parametrize("name", ["S105", "s105", "forbidden-character", "Forbidden-Character"])
def test_a_rule_is_explained_by_its_id_or_name_in_any_case_and_without_a_workspace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("explain", name)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "S105 forbidden-character  (error)\n\n"
        "A text holds a character that no document may hold.\n\n"
        "What it finds: control characters (except line ends), characters that are invisible or turn the direction of "
        "text, private-use characters, non-characters and half "
        "surrogates.\n\n"
        "Why it matters: Word refuses a file that holds one, and readers print boxes for others; they come in by "
        "copying from web pages and PDF files.\n\n"
        "What to do: delete the character at the place the finding names; it is often invisible, so retype the word.\n"
    )


@pytest.mark.parametrize("rule", ALL_RULES, ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_rule_is_explained_in_both_languages(run: Run, rule: object, language: str) -> None:
    ran = run("explain", getattr(rule, "id", ""), "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{rule}  (")
    assert ("What to do: " in ran.out) == (language == "en")


def test_a_sentence_is_explained_with_its_clause_its_line_its_values_and_who_set_them(hotline: Path, run: Run) -> None:
    assert run("explain", "来电在20秒内接听") == Ran(
        0,
        "demo  《服务承诺书》 一、服务\n"
        "  来电在 20秒 内接听；\n"
        "  clause hotline.window (热线)\n"
        "  text at clauses/hotline/window.yaml:14:3\n"
        "  hotline.window.seats = 3个, set by the clause's default at clauses/hotline/window.yaml:12:53\n"
        "  hotline.window.within = 20秒, set by the bid demo at projects/demo/project.yaml:8:26\n"
        "    pre-sales may set 10秒..1分钟\n",
        "",
    )


@pytest.mark.parametrize("words", ["夜间照常", " 夜 间 照常 ", "夜间照常。"])
def test_spaces_do_not_matter_and_the_line_is_the_one_that_says_it(hotline: Path, run: Run, words: str) -> None:
    assert run("explain", words).out == (
        "demo  《服务承诺书》 一、服务\n"
        "  （二）夜间照常。\n"
        "  clause hotline.window (热线)\n"
        "  text at clauses/hotline/window.yaml:16:3\n"
    )


def test_wide_characters_are_found_by_plain_ones(hotline: Path, run: Run) -> None:
    assert run("explain", "来电在２０秒内接听").status == 0


def test_a_sentence_in_the_documents_of_several_bids_is_explained_for_each_of_them(hotline: Path, run: Run) -> None:
    (hotline / "projects/other").mkdir()
    bid = (hotline / "projects/demo/project.yaml").read_text("utf-8")
    (hotline / "projects/other/project.yaml").write_text(bid.replace("id: demo", "id: other"), "utf-8")
    heads = [line for line in run("explain", "夜间照常").out.splitlines() if line and not line.startswith(" ")]
    assert heads == ["demo  《服务承诺书》 一、服务", "other  《服务承诺书》 一、服务"]
    assert run("explain", "夜间照常", "--bid", "other").out.startswith("other  《服务承诺书》 一、服务\n")
    assert "demo  " not in run("explain", "夜间照常", "--bid", "other").out


@pytest.mark.parametrize("words", ["没有这一句", "S999", " ", "。。。"])
def test_what_nothing_says_is_one_line_and_status_2(hotline: Path, run: Run, words: str) -> None:
    assert run("explain", words) == Ran(
        2, "", f"bidgen: no rule is called `{words}`, and no document of these bids says it\n"
    )


def test_a_broken_clause_does_not_keep_the_others_from_being_explained(hotline: Path, run: Run) -> None:
    (hotline / "clauses/hotline/answer.yaml").write_text("id: [\n", "utf-8")
    assert run("explain", "夜间照常").status == 0

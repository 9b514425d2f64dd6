"""`bidgen new clause`: a draft that can be read and checked as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from gen.fmt import in_order
from gen.library import load
from gen.library.load import built_in_vocabulary
from gen.model.clause import Clause
from gen.source import Source
from gen.workspace import Workspace
from tests.cli.conftest import Ran, Run

NEXT = "next: write its text and values, name it in an outline or a profile, then bidgen check\n"
ANSWER = "clauses/hotline/answer.yaml"


def begun(folder: Path, name: str = "response.onsite") -> str:
    return (folder / f"clauses/{name.replace('.', '/')}.yaml").read_text("utf-8")


def test_a_promise_gives_a_parameter_a_commitment_and_a_sentence(here: Path, run: Run) -> None:
    assert run("new", "clause", "response.onsite", "--promise", "onsite_arrival") == Ran(
        0, "clauses/response/onsite.yaml\n", NEXT
    )
    assert begun(here) == (
        "# yaml-language-server: $schema=../../docs/schema/clause.json\n"
        "id: response.onsite\n"
        "title: 到场时限\n"
        "status: draft\n"
        "owner: service\n"
        "review_by: 2027-12-08\n"
        "params:\n"
        "  onsite_arrival:\n"
        "    label: 到场时限\n"
        "    type: duration\n"
        "    # default: 4小时\n"
        "    # allow: 2小时..8小时\n"
        "commitments:\n"
        "  - promise: onsite_arrival\n"
        "    at_most: $onsite_arrival\n"
        "    clock: {kind: natural}\n"
        "text: |\n"
        "  {drafting} 写明由谁、从何时起、在多长时间内、做什么、达到什么标准、逾期如何处理；数值一律取自参数。\n"
        "\n"
        "  {{ provider }}承诺：到场时限不超过{{ onsite_arrival }}。\n"
    )
    assert run("check").err == "nothing found in 3 clauses, 1 bid, 1 document\n"


def test_units_and_clocks_are_those_that_the_library_has_for_the_promise(here: Path, run: Run) -> None:
    text = (here / ANSWER).read_text("utf-8")
    (here / ANSWER).write_text(
        text.partition("text:")[0] + "params:\n"
        "  seats: {label: 坐席, type: count, unit: 人, default: 2人}\n"
        "  reply: {label: 答复, type: duration, default: 2工作小时}\n"
        "commitments:\n"
        "  - {promise: staffing, at_least: $seats}\n"
        "  - promise: response\n"
        "    at_most: $reply\n"
        "    clock: {kind: working, from: ticket_created, window: 5×8}\n"
        "text: |\n  {{ provider }}以{{ seats }}在{{ reply }}内答复。\n",
        "utf-8",
    )
    assert (
        run("new", "clause", "a.b", "--promise", "staffing", "--promise", "response", "--promise", "staffing").status
        == 0
    )
    assert begun(here, "a.b").partition("params:\n")[2].partition("text:")[0] == (
        "  staffing:\n"
        "    label: 服务人员数量\n"
        "    type: count\n"
        "    unit: 人\n"
        "    # default: 2人\n"
        "    # allow: 1人..4人\n"
        "  response:\n"
        "    label: 响应时限\n"
        "    type: duration\n"
        "    # default: 4小时\n"
        "    # allow: 2小时..8小时\n"
        "commitments:\n"
        "  - promise: staffing\n"
        "    at_least: $staffing\n"
        "  - promise: response\n"
        "    at_most: $response\n"
        "    clock: {kind: working, from: ticket_created}\n"
    )
    assert begun(here, "a.b").endswith("  {{ provider }}承诺：响应时限不超过{{ response }}，自工单生成起计算。\n")


@pytest.mark.parametrize("dimension", sorted(map(str, built_in_vocabulary().dimensions)))
def test_the_beginning_of_any_promise_is_sound_and_in_order_also_with_its_examples(
    here: Path, run: Run, dimension: str
) -> None:
    assert run("new", "clause", "a.b", "--promise", dimension).status == 0
    text = begun(here, "a.b")
    assert in_order(Source("clauses/a/b.yaml", text), Clause) == (text, ())
    assert load(Workspace(here))[1] == ()
    (here / "clauses/a/b.yaml").write_text(text.replace("    # ", "    "), "utf-8")
    library, findings = load(Workspace(here))
    assert findings == ()
    assert set(library.clauses["a.b"].params[dimension].default) == {("", "")}
    assert library.clauses["a.b"].sound == {0}


def test_a_clause_without_a_promise_has_a_blank_that_check_finds(here: Path, run: Run) -> None:
    assert (
        run("new", "clause", "misc.other", "--title", "其他: 杂项", "--owner", "legal", "--date", "2024-02-29").status
        == 0
    )
    text = begun(here, "misc.other")
    assert 'title: "其他: 杂项"\nstatus: draft\nowner: legal\nreview_by: 2025-02-28\ntext: |\n' in text
    assert [line for line in run("check").out.splitlines() if "[" in line] == [
        "error[W110 blank-left] `____` was to be filled in"
    ]


def test_what_nothing_answers_is_listed_all_at_once(here: Path, run: Run) -> None:
    for path in here.glob("clauses/hotline/*.yaml"):
        path.unlink()
    (here / "projects/demo/project.yaml").unlink()
    assert run("new", "clause", "a.b") == Ran(2, "", "bidgen: not answered: --title, --owner, --date\n")
    assert not (here / "clauses/a").exists()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Response.OnSite", "response.onsite"),
        ("response/onsite", "response.onsite"),
        ("response.on_site", "response.on-site"),
        ("response.on site.yaml", "response.on-site"),
        ("response..onsite", "response.onsite"),
        ("résponse.a-", "response.a"),
        ("../response.a", "response.a"),
        ("response", ""),
        ("response.", ""),
        ("响应.到场", ""),
        ("profiles.gold", ""),
        ("", ""),
    ],
)
def test_a_name_that_is_none_is_refused_with_the_nearest(here: Path, run: Run, name: str, near: str) -> None:
    before = sorted(here.rglob("*"))
    offered = f"; did you mean `{near}`?" if near else ""
    said = f"`{name}` is no clause id: topic and name in small letters, digits and hyphens, with a dot between{offered}"
    assert run("new", "clause", name, "--title", "甲") == Ran(2, "", f"bidgen: {said}\n")
    assert sorted(here.rglob("*")) == before


def test_an_id_that_is_taken_or_was_is_refused(here: Path, run: Run) -> None:
    assert run("new", "clause", "hotline.answer") == Ran(
        2, "", "bidgen: the clause `hotline.answer` is there already\n"
    )
    with (here / ANSWER).open("a", encoding="utf-8") as file:
        file.write("was: [hotline.pickup]\n")
    assert run("new", "clause", "hotline.pickup") == Ran(
        2, "", "bidgen: `hotline.pickup` is a former id of `hotline.answer`; take another\n"
    )


def test_nothing_is_written_behind_a_link(here: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (here / "clauses/far").symlink_to(outside)
    assert run("new", "clause", "far.away", "--title", "甲") == Ran(
        2, "", "bidgen: `clauses/far` is a link; nothing is begun behind it\n"
    )
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--promise", "onsite_arival"), "`onsite_arival` is no kind of promise; did you mean `onsite_arrival`?"),
        (("--title", "甲\n乙"), "--title holds a character that no document may hold: U+000A"),
        (("--title", "甲", "--date", "2026-02-30"), "`2026-02-30` is not a date as year-month-day: 2026-12-08"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused(here: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run("new", "clause", "a.b", *arguments) == Ran(2, "", f"bidgen: {said}\n")
    assert not (here / "clauses/a").exists()


def test_a_bid_may_be_called_clause_where_one_says_that_it_is_a_bid(here: Path, run: Run) -> None:
    answers = ("--project", "甲", "--number", "N", "--submission", "2026-12-08", "--customer", "乙")
    assert run("new", "bid", "clause", *answers).out == "projects/clause/project.yaml\n"


def test_help_says_what_can_be_begun(run: Run) -> None:
    out = run("new", "--help").out
    assert out.startswith("Usage: bidgen new [OPTIONS] [bid|clause|document] [NAME] [OPTIONS]\n")
    begun = [line[:30] for line in out.splitlines() if "  Begin a" in line][1:]
    assert begun == [
        "  bid       Begin a bid: asks ",
        "  clause    Begin a clause: pa",
        "  document  Begin a document k",
    ]
    assert "TOPIC.NAME" in run("new", "clause", "--help").out

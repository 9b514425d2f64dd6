"""Commands over a bid for several lots: the bid means all of them, BID/LOT one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import lay_out
from tests.test_lots import BID, CLAUSE

BEYOND = CLAUSE + BID.replace("{S1: 1小时}", "{S1: 30分钟}")
"""A value for all lots, beyond its guardrail: an error in each."""


@pytest.mark.parametrize(
    ("named", "made"),
    [
        ("demo", ["projects/demo/out/lot-1/服务承诺书.html", "projects/demo/out/lot-2/服务承诺书.html"]),
        ("demo/lot-2", ["projects/demo/out/lot-2/服务承诺书.html"]),
        ("projects/demo/lot-1", ["projects/demo/out/lot-1/服务承诺书.html"]),
        ("projects/demo", ["projects/demo/out/lot-1/服务承诺书.html", "projects/demo/out/lot-2/服务承诺书.html"]),
    ],
)
def test_commands_take_a_lot_or_the_bid(run: Run, here: Path, named: str, made: list[str]) -> None:
    lay_out(here, CLAUSE + BID)
    documents = [path for path in run("build", named, "--to", "html").out.split() if path.endswith(".html")]
    assert documents == made


@pytest.mark.parametrize(
    ("named", "made"),
    [
        ("demo", ["o/lot-1/服务承诺书.html", "o/lot-2/服务承诺书.html"]),
        ("demo/lot-2", ["o/服务承诺书.html"]),
    ],
)
def test_another_folder_holds_one_for_each_lot(run: Run, here: Path, named: str, made: list[str]) -> None:
    lay_out(here, CLAUSE + BID)
    ran = run("build", named, "--to", "html", "--output", "o")
    assert [path for path in ran.out.split() if path.endswith(".html")] == made


def test_the_manifest_names_the_lot(run: Run, here: Path) -> None:
    lay_out(here, CLAUSE + BID)
    run("build", "demo", "--to", "html")
    manifest = json.loads((here / "projects/demo/out/lot-2/manifest.json").read_text("utf-8"))
    values = {value["path"]: (value["value"], value["place"]) for value in manifest["values"]}
    assert manifest["bid"] == "demo/lot-2"
    assert values["hotline.window.limit.S2"] == ("2小时", "projects/demo/project.yaml:10:64")


def test_a_lot_that_is_not_there_is_said_with_those_that_are(run: Run, here: Path) -> None:
    lay_out(here, CLAUSE + BID)
    ran = run("check", "demo/lot-3")
    assert (ran.status, ran.err) == (2, "bidgen: there is no bid `demo/lot-3`; there are: demo/lot-1, demo/lot-2\n")


@pytest.mark.parametrize("form", ["text", "markdown", "github", "sarif"])
def test_a_report_says_for_which_lot_something_was_found(run: Run, here: Path, form: str) -> None:
    lay_out(here, BEYOND)
    report = run("check", "--format", form).out
    assert [report.count(f"found for the lot demo/lot-{number}") for number in (1, 2)] == (
        [2, 2] if form == "sarif" else [1, 1]  # SARIF has a result for each side
    )


def test_codequality_and_junit_tell_lots_apart(run: Run, here: Path) -> None:
    lay_out(here, BEYOND)
    said = [entry["description"].partition(" ")[0] for entry in json.loads(run("check", "--format", "gitlab").out)]
    assert said == ["demo/lot-1:", "demo/lot-2:"]
    report = run("check", "--format", "junit").out
    assert '<testsuite name="demo/lot-1" tests="1"' in report
    assert '<testsuite name="demo/lot-2" tests="1"' in report


def test_the_documents_of_a_lot_that_is_gone_are_named(run: Run, here: Path) -> None:
    lay_out(here, CLAUSE + BID)
    run("build", "--to", "html")
    lay_out(here, CLAUSE + BID.replace("  - {id: lot-1, name: 第一包, values: {hotline.window.years: 5年}}\n", ""))
    gone = "`projects/demo/out/lot-1` holds documents of a lot that the bid has no longer; delete it"
    assert gone in run("build", "--to", "html").err.splitlines()


def test_what_is_accepted_for_one_lot_is_not_for_another(run: Run, here: Path) -> None:
    lay_out(here, BEYOND)
    report = json.loads(run("check", "--format", "json").out)
    errors = {f["bid"]: f["fingerprint"] for f in report["findings"] if f["severity"] == "error"}
    assert list(errors) == ["demo/lot-1", "demo/lot-2"]
    ran = run("accept", errors["demo/lot-1"], "--reason", "已批准", "--by", "服务总监")
    assert (ran.status, ran.out) == (0, "projects/demo/accepted.yaml\n")
    assert [run("check", bid).status for bid in ("demo/lot-1", "demo/lot-2", "demo")] == [0, 1, 1]


def test_a_baseline_of_one_lot_leaves_the_other_alone(run: Run, here: Path) -> None:
    lay_out(here, BEYOND)
    assert run("check", "demo/lot-1", "--write-baseline", "known.yaml").status == 0
    assert [run("check", bid, "--baseline", "known.yaml").status for bid in ("demo/lot-1", "demo/lot-2")] == [0, 1]
    lay_out(here, CLAUSE + BID)
    assert "A109" not in run("check", "demo/lot-2", "--baseline", "known.yaml").out
    assert "A109" in run("check", "demo", "--baseline", "known.yaml").out


def test_a_register_is_for_one_lot(run: Run, here: Path) -> None:
    lay_out(here, CLAUSE + BID)
    ran = run("obligations", "demo", "--start", "2027-01-11")
    assert (ran.status, ran.err) == (
        2,
        "bidgen: `demo` has several lots, each with a register of its own: demo/lot-1, demo/lot-2\n",
    )
    assert run("obligations", "demo/lot-1", "--start", "2027-01-11").out.startswith("demo/lot-1: ")


def test_explain_review_and_clauses_name_lots(run: Run, here: Path) -> None:
    lay_out(here, CLAUSE + BID)
    assert [line for line in run("explain", "一级1小时").out.splitlines() if line.startswith("demo")] == [
        "demo/lot-1  《服务承诺书》 一、服务",
        "demo/lot-2  《服务承诺书》 一、服务",
    ]
    assert run("explain", "质保5年", "--bid", "demo").out.startswith("demo/lot-1  ")
    assert run("explain", "质保5年", "--bid", "demo/lot-2").status == 2
    assert list(json.loads(run("review", "demo", "--format", "json").out)) == ["demo/lot-1", "demo/lot-2"]
    assert "bids       demo/lot-1, demo/lot-2\n" in run("clauses", "--used-in", "demo").out


def test_people_that_two_lots_name_are_found_but_not_those_of_all_lots(run: Run, here: Path) -> None:
    company = "# clauses/company.yaml\n" + (here / "clauses/company.yaml").read_text("utf-8")
    company += "people:\n  - {name: 林示例, role: 项目经理, duty: 负责, certificate: 示例证书, years: 8年}\n"
    text = BID.replace("lots:", "people: [林示例]\nlots:")
    lay_out(here, CLAUSE + company + text)
    assert "F107" not in run("check").out
    named = BID
    for lot in ("id: lot-1,", "id: lot-2,"):
        named = named.replace(lot, f"{lot} people: [林示例],")
    lay_out(here, CLAUSE + company + named)
    assert "named for `demo/lot-1` and for `demo/lot-2` alike: 林示例" in run("check").out

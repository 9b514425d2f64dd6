"""`bidgen obligations`: the register after the award, in every format, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.conftest import files_of
from tests.obligations.conftest import BID, INSPECTION, WARRANTY, workspace_text

BID_FILE = "projects/demo/project.yaml"
START = ("--start", "2026-01-12")


@pytest.fixture
def award(here: Path) -> Path:
    """The small workspace, its bid with a warranty and inspections."""
    for path, content in files_of(workspace_text(WARRANTY, INSPECTION)).items():
        (here / path).write_text(content, "utf-8")
    return here


@pytest.mark.usefixtures("award")
def test_the_register_is_printed(run: Run) -> None:
    ran = run("obligations", "demo", *START)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("demo: 2 obligations, 5 dates; contract signed 2026-01-12\n\n2026-04\n  04-30  we ")


@pytest.mark.usefixtures("award")
def test_no_later_date_is_listed_than_is_asked_for(run: Run) -> None:
    ran = run("obligations", "demo", *START, "--until", "2026-04-30", "--format", "json")
    listed = json.loads(ran.out)
    assert listed["until"] == "2026-04-30"
    assert [each["due"] for it in listed["obligations"] for each in it["occurrences"]] == ["2026-04-30"]


def test_every_format_goes_into_a_file(award: Path, run: Run) -> None:
    names = ("text", "xlsx", "ics", "json")
    asked = [argument for name in names for argument in ("--format", f"{name}=out/register.{name}")]
    ran = run("obligations", "demo", *START, *asked)
    assert ran == Ran(0, "", "".join(f"out/register.{name}\n" for name in names))
    begins = {"text": b"demo: 2", "xlsx": b"PK\x03\x04", "ics": b"BEGIN:VCALENDAR\r\n", "json": b'{\n  "version": 1'}
    for name in names:
        assert (award / f"out/register.{name}").read_bytes().startswith(begins[name])


@pytest.mark.usefixtures("award")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nix", *START), "there is no bid `nix`; there are: demo"),
        (("demo", "--start", "20260112"), "--start 20260112: a date as year-month-day: 2026-12-08"),
        (("demo", "--start", "2026-02-30"), "--start 2026-02-30: a date as year-month-day: 2026-12-08"),
        (("demo", *START, "--until", "soon"), "--until soon: a date as year-month-day: 2026-12-08"),
        (("demo", *START, "--until", "2026-01-11"), "--until 2026-01-11 lies before --start 2026-01-12"),
        (("demo", *START, "--format", "csv"), "there is no format `csv`; there are: text, xlsx, ics, json"),
    ],
)
def test_what_cannot_be_asked_is_one_line(run: Run, arguments: tuple[str, ...], said: str) -> None:
    assert run("obligations", *arguments) == Ran(2, "", f"bidgen: {said}\n")


@pytest.mark.usefixtures("award")
def test_without_its_library_there_is_no_workbook(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.cli.obligations.find_spec", lambda _name: None)
    said = "bidgen: for workbooks XlsxWriter is missing: `pip install 'bidgen[xlsx]'`\n"
    assert run("obligations", "demo", *START, "--format", "xlsx=a.xlsx") == Ran(2, "", said)


@pytest.mark.usefixtures("award")
@pytest.mark.parametrize(("start", "rule"), [("2025-12-01", "B511"), ("2027-01-31", "B512")])
def test_a_start_that_cannot_be_is_refused(run: Run, start: str, rule: str) -> None:
    ran = run("obligations", "demo", "--start", start)
    assert (ran.status, ran.out) == (1, "")
    assert f"error[{rule} " in ran.err
    assert ran.err.endswith("1 error in 1 bid\n")


def test_days_planned_before_the_start_are_told_beside_the_register(award: Path, run: Run) -> None:
    (award / BID_FILE).write_text(files_of(BID)[BID_FILE] + "  delivery: 2026-01-05\n", "utf-8")
    ran = run("obligations", "demo", *START)
    assert ran.status == 0
    assert ran.err.startswith("warning[B513 planned-day-before-start] planned before the contract is signed")
    assert ran.out.startswith("demo: 2 obligations")


def test_a_bid_with_contradictions_has_no_register(award: Path, run: Run) -> None:
    twice = workspace_text(WARRANTY, WARRANTY.replace("$term", "2年"))
    (award / "clauses/hotline/window.yaml").write_text(files_of(twice)["clauses/hotline/window.yaml"], "utf-8")
    ran = run("obligations", "demo", *START)
    assert (ran.status, ran.out) == (1, "")
    assert "error[C101 two-values]" in ran.err


def test_a_bid_that_cannot_be_read_has_no_register(award: Path, run: Run) -> None:
    (award / BID_FILE).write_text("id: [", "utf-8")
    ran = run("obligations", "demo", *START)
    assert (ran.status, ran.out) == (1, "")
    assert "error[S102 " in ran.err


@pytest.mark.usefixtures("award")
def test_more_dates_than_anybody_wants_are_refused(run: Run, here: Path) -> None:
    text = workspace_text(WARRANTY, INSPECTION.replace("$often", "每周1次")).replace("default: 1年", "default: 90年")
    for path, content in files_of(text).items():
        (here / path).write_text(content, "utf-8")
    ran = run("obligations", "demo", *START)
    said = "bidgen: `hotline.window` gives more dates than a register can hold; narrow it with --until\n"
    assert ran == Ran(2, "", said)
    assert run("obligations", "demo", *START, "--until", "2026-12-31").status == 0

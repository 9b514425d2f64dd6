"""`bidgen prove`: what it prints, its exit status, and that what it prints can be pasted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT, files_of

REPORTED = "clock: {kind: natural, from: report_received}"
LIBRARY = f"""\
# clauses/hotline/window.yaml
id: hotline.window
title: 到场与修复
status: approved
owner: service
review_by: 2027-10-01
params:
  arrival: {{label: 到场时限, type: duration, default: 4小时, allow: 2小时..8小时}}
  repair: {{label: 修复时限, type: duration, default: 12小时, allow: 6小时..24小时}}
commitments:
  - {{promise: onsite_arrival, at_most: $arrival, {REPORTED}}}
  - {{promise: resolution, at_most: $repair, {REPORTED}}}
text: |
  {{{{ provider }}}}在{{{{ arrival }}}}内到场，{{{{ repair }}}}内修复。
"""
YAML = "profile: basic\ndocuments: [letter]\nvalues:\n  hotline.window.arrival: 8小时\n  hotline.window.repair: 6小时\n"
TOLD = """\
error[C301 deadline-out-of-order] on-site arrival within 8小时, but resolution within 6小时
  --> projects/<bid>/project.yaml:4:27
   4 |   hotline.window.arrival: 8小时
     |                           ----- `hotline.window.arrival`: may last 8 h
  --> projects/<bid>/project.yaml:5:26
   5 |   hotline.window.repair: 6小时
     |                          ----- `hotline.window.repair`: must be done after 6 h
  = note: choices that lead to it: profile `basic`, `hotline.window.arrival` = 8小时, `hotline.window.repair` = 6小时
  = note: example: in all cases, reported Friday 17:00: resolution is due Friday 23:00,\
 but on-site arrival may last until Saturday 01:00
  = fix: narrow the guardrails, so that nobody can choose so
  = bidgen explain C301
  = try it out in projects/<bid>/project.yaml:
      profile: basic
      documents: [letter]
      values:
        hotline.window.arrival: 8小时
        hotline.window.repair: 6小时

not proved: 1 clash
covered: 1 set of documents, 1 profile, 2 clauses of which a bid may add 1, 2 values that a bid may set\
 inside its guardrail
  C101 two-values: 0 combinations
"""


@pytest.fixture
def clashing(here: Path) -> Path:
    """The small workspace with two guardrails that overlap the wrong way."""
    for path, content in files_of(LIBRARY).items():
        (here / path).write_text(content, "utf-8")
    return here


def test_a_library_without_promises_is_proved_and_says_what_is_not_covered(here: Path, run: Run) -> None:
    ran = run("prove")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == [
        "proved: no bid that this library allows contradicts itself, as far as is told below",
        "covered: 1 set of documents, 1 profile, 2 clauses of which a bid may add 1, 0 values that a bid may set "
        "inside its guardrail",
    ]
    assert "not covered:" in lines
    assert "  - values that somebody must approve; --with-approvals looks at them" in lines
    assert lines[-1].startswith("  - what other rules find: P301, ")
    assert "C301" not in lines[-1]


def test_a_clash_is_told_with_the_choices_that_lead_to_it(clashing: Path, run: Run) -> None:
    ran = run("prove")
    assert (ran.status, ran.out[: len(TOLD)], ran.err) == (1, TOLD, "")


def test_pasted_into_a_bid_it_fails_the_check(clashing: Path, run: Run) -> None:
    run("prove", "--format", "json=proof.json")
    (clash,) = json.loads((clashing / "proof.json").read_text("utf-8"))["clashes"]
    project = clashing / "projects/demo/project.yaml"
    project.write_text(
        project.read_text("utf-8").replace("profile: basic\n", "").replace("documents: [letter]\n", "") + clash["yaml"],
        "utf-8",
    )
    ran = run("check", "--format", "json")
    assert ran.status == 1
    assert clash["rule"] in {finding["rule"] for finding in json.loads(ran.out)["findings"]}


def test_json_holds_the_answer_for_machines(clashing: Path, run: Run) -> None:
    ran = run("prove", "--format", "json")
    answer = json.loads(ran.out)
    assert (ran.status, answer["version"], answer["proved"], answer["undecided"]) == (1, 1, False, [])
    (clash,) = answer["clashes"]
    assert (clash["rule"], clash["profile"], clash["added"], clash["yaml"]) == ("C301", "basic", [], YAML)
    assert (clash["departures"], clash["cases"], clash["bid"]) == (2, 1, None)
    assert answer["covered"]["classes"][2] == {"rule": "C301", "name": "deadline-out-of-order", "combinations": 1}
    assert answer["covered"]["approvals"] is False
    assert "P301" in answer["not_covered"]["rules"]


def test_the_clashes_alone_come_in_the_formats_of_check(clashing: Path, run: Run) -> None:
    ran = run("prove", "--format", "sarif=clashes.sarif", "--format", "json")
    assert ran.status == 1
    (sarif,) = json.loads((clashing / "clashes.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in sarif["results"]][:1] == ["C301"]
    assert json.loads(ran.out)["proved"] is False


def test_with_approvals_says_so(here: Path, run: Run) -> None:
    ran = run("prove", "--with-approvals")
    assert "that a bid may set inside its guardrail or by approval" in ran.out
    assert "values that somebody must approve" not in ran.out


def test_an_unsound_library_is_not_proved(here: Path, run: Run) -> None:
    (here / "clauses/hotline/window.yaml").write_text("id: hotline.window\n", "utf-8")
    ran = run("prove")
    assert ran.status == 2
    assert "S107 missing-key" in ran.out
    assert ran.err == "bidgen: the library has errors of its own; `prove` takes it as it stands only without them\n"


def test_without_the_solver_it_says_how_to_get_it(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.prove.find_spec", lambda _: None)
    ran = run("prove")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "bidgen: `prove` needs the solver z3; get it with: pip install 'bidgen[prove]'\n"


def test_no_other_command_loads_the_solver(here: Path) -> None:
    code = (
        "import sys\nfrom gen.cli.main import main\n"
        "try:\n    main(['check'])\nexcept SystemExit:\n    pass\nsys.exit('z3' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=here, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert ran.returncode == 0


def test_in_chinese(clashing: Path, run: Run) -> None:
    ran = run("--lang", "zh_CN", "prove")
    assert ran.status == 1
    assert "到场时限" in ran.out

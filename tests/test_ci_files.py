"""What other repositories use of this one: the action, the pre-commit hook, the snippets of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from gen.report import FORMATS
from tests.conftest import ROOT, lay_out

DOCS = (ROOT / "docs/ci.md").read_text("utf-8")
FOO = "foo: 1\n"


def action() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return made


def run_step(name: str, folder: Path, **values: str) -> tuple[int, str, dict[str, str]]:
    """Run a step of the action as GitHub does; gives its status, its output, and what it hands on."""
    step = next(step for step in action()["runs"]["steps"] if step.get("name") == name)
    temp = folder / "temp"
    (temp / "bidgen/bin").mkdir(parents=True, exist_ok=True)
    launcher = temp / "bidgen/bin/bidgen"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gen "$@"\n', "utf-8")
    launcher.chmod(0o755)
    handed = temp / "output"
    handed.write_text("", "utf-8")
    environment = {**os.environ, "RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(handed), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env={**environment, **values}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr, ran.stderr
    lines = handed.read_text("utf-8").splitlines()
    return ran.returncode, ran.stdout, dict(line.split("=", 1) for line in lines)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small workspace with an error, in a folder whose name has a space."""
    root = tmp_path / "my bids"
    lay_out(root)
    with (root / "clauses/hotline/window.yaml").open("a", encoding="utf-8") as file:
        file.write(FOO)
    return root


INPUTS = {"BIDS": "", "FAIL_ON": "error", "BIDGEN_LANG": "en", "PYTHONUTF8": "1"}


def test_the_action_annotates_and_leaves_both_reports(folder: Path) -> None:
    status, out, handed = run_step("Check", folder, **INPUTS)
    assert status == 1
    assert out.splitlines()[0].startswith(
        "::error file=clauses/hotline/window.yaml,line=8,endLine=8,col=1,endColumn=4,"
    )
    assert handed == {"sarif": f"{folder}/temp/bidgen.sarif", "markdown": f"{folder}/temp/bidgen.md"}
    sarif = json.loads(Path(handed["sarif"]).read_text("utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["S106"]
    assert Path(handed["markdown"]).read_text("utf-8").startswith("**bidgen: 1 error**\n")


def test_the_action_takes_bids_and_passes_where_nothing_is_wrong(folder: Path) -> None:
    clause = folder / "clauses/hotline/window.yaml"
    clause.write_text(clause.read_text("utf-8").removesuffix(FOO), "utf-8")
    assert run_step("Check", folder, **{**INPUTS, "BIDS": "demo demo"})[0] == 0
    assert run_step("Check", folder, **{**INPUTS, "BIDS": "nix"})[0] == 2
    assert run_step("Check", folder, **{**INPUTS, "BIDS": "$(touch hacked) --help"})[0] == 2
    assert not (folder / "hacked").exists()


def test_inputs_reach_scripts_only_as_variables() -> None:
    made = action()
    scripts = [step["run"] for step in made["runs"]["steps"] if "run" in step]
    assert [script for script in scripts if "${{" in script] == []
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(made["inputs"])
    assert made["runs"]["using"] == "composite"


def test_the_hook_runs_once_over_the_whole_workspace() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "bidgen check"
    assert (hook["language"], hook["pass_filenames"], hook["require_serial"]) == ("python", False, True)
    staged = [
        "clauses/a/b.yaml",
        "projects/x/project.yaml",
        "templates/documents/plan.md",
        "docs/clauses/a.md",
        "README.md",
    ]
    assert [path for path in staged if re.search(hook["files"], path)] == staged[:3]


def test_every_snippet_is_yaml_and_names_what_there_is() -> None:
    github, gitlab, commit = (yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL))
    step = next(step for step in github["jobs"]["check"]["steps"] if step.get("id") == "bidgen")
    assert set(step["with"]) <= set(action()["inputs"])
    outputs = set(re.findall(r"steps\.bidgen\.outputs\.(\w+)", DOCS))
    assert outputs <= set(action()["outputs"])
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [used["id"] for used in commit["repos"][0]["hooks"]] == [hook["id"]]
    formats = re.findall(r"--format (\w+)(?:=(\S+))?", gitlab["bids"]["script"][1])
    reports = gitlab["bids"]["artifacts"]["reports"]
    assert formats == [("text", ""), ("gitlab", reports["codequality"]), ("junit", reports["junit"])]


def test_the_table_lists_every_format() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE)) == set(FORMATS)

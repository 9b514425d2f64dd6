"""bidgen review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import lay_out


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)


def test_the_list_is_printed_for_people_and_for_machines(run: Run) -> None:
    text = run("review")
    assert (text.status, text.err) == (0, "")
    assert text.out.startswith("demo\n")
    data = json.loads(run("review", "demo", "--format", "json").out)
    assert list(data) == ["demo"]
    assert all(set(each) == {"row", "question", "why"} and all(each.values()) for each in data["demo"])
    for each in data["demo"]:
        assert each["question"] in text.out
    markdown = run("review", "--format", "markdown").out
    assert markdown.startswith("# demo\n")
    assert markdown.count("- [ ] **") == len(data["demo"])


def test_it_speaks_chinese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIDGEN_LANG", "zh_CN")
    assert "？" in run("review").out


def test_a_bid_that_is_not_there(run: Run) -> None:
    ran = run("review", "nowhere")
    assert ran.status == 2
    assert "there is no bid `nowhere`" in ran.err

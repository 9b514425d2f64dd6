"""Files that nothing has changed for are kept; whatever changes a byte of a file makes it again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from gen.examine import Examined, examine
from gen.kept import inputs
from gen.library import load
from gen.model.edition import Edition
from tests.cli.conftest import Run, here, run
from tests.compose.test_compose import LayOut
from tests.conftest import lay_out

__all__ = ["here", "run"]

TWO = """
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
text: |
  {{ provider }}设服务热线。
# templates/documents/plan.md
---
kind: plan
title: 服务方案
words: {provider: 我公司, customer: 采购人}
numbering: letter
clause_titles: false
---
# 接听

{{ clause("hotline.answer") }}
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter, plan]
"""
LETTER = """
# templates/documents/letter.md
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


def stamps(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder / "projects/demo/out").iterdir()}


def test_editing_a_clause_touches_only_the_documents_that_print_it(run: Run, here: Path) -> None:
    lay_out(here, TWO + LETTER)
    assert run("build", "--to", "docx", "--to", "pdf").status == 0
    before = stamps(here)
    lay_out(here, TWO.replace("设服务热线", "设二十四小时热线") + LETTER)
    again = run("build", "--to", "docx", "--to", "pdf")
    assert "demo: 2 files kept, which nothing has changed for (--fresh makes them again)\n" in again.err
    after = stamps(here)
    touched = {name for name in after if after[name] != before.get(name)}
    assert touched == {"服务承诺书.docx", "服务承诺书.pdf", "manifest.json"}


def test_what_is_kept_is_what_would_be_made(run: Run, here: Path) -> None:
    lay_out(here, TWO + LETTER)
    run("build", "--to", "docx")
    kept = {path.name: path.read_bytes() for path in (here / "projects/demo/out").iterdir()}
    assert "kept" in run("build", "--to", "docx").err
    assert "kept" not in run("build", "--to", "docx", "--fresh").err
    assert {path.name: path.read_bytes() for path in (here / "projects/demo/out").iterdir()} == kept


@pytest.mark.parametrize("spoilt", ["file", "manifest", "gone"])
def test_a_file_that_is_not_as_it_was_made_is_made_again(run: Run, here: Path, spoilt: str) -> None:
    lay_out(here, TWO + LETTER)
    run("build", "--to", "docx")
    out = here / "projects/demo/out"
    letter = (out / "服务承诺书.docx").read_bytes()
    if spoilt == "file":
        (out / "服务承诺书.docx").write_bytes(b"edited by hand")
    elif spoilt == "manifest":
        (out / "manifest.json").write_text("{", "utf-8")
    else:
        (out / "服务承诺书.docx").unlink()
    assert run("build", "--to", "docx").status == 0
    assert (out / "服务承诺书.docx").read_bytes() == letter


def test_a_manifest_says_what_each_file_was_made_from(run: Run, here: Path) -> None:
    lay_out(here, TWO + LETTER)
    run("build", "--to", "docx")
    files = json.loads((here / "projects/demo/out/manifest.json").read_text("utf-8"))["files"]
    assert [set(file) for file in files] == [
        {"name", "sha256", "bytes", "document", "source", "inputs", "revision"}
    ] * 2
    assert len({file["inputs"] for file in files}) == 2


@pytest.fixture
def examined(workspace: LayOut) -> Examined:
    library, _ = load(workspace(TWO + LETTER))
    return examine(library, library.bids["demo"])


def test_the_inputs_hash_tells_every_difference_that_a_file_may_show(examined: Examined) -> None:
    letter, plan = examined.documents
    theme = examined.package.library.themes["tender-default"]
    copy = Edition(revision="a", bid="demo")
    same = inputs(letter, theme, copy, "docx")
    others = [
        inputs(plan, theme, copy, "docx"),
        inputs(letter, theme, copy, "pdf"),
        inputs(letter, replace(theme, title="另一版式"), copy, "docx"),
        inputs(letter, theme, replace(copy, watermark="草稿"), "docx"),
        inputs(letter, theme, replace(copy, editing="locked"), "docx"),
        inputs(replace(letter, header="页眉"), theme, copy, "docx"),
    ]
    assert len({same, *others}) == 7
    assert inputs(letter, theme, replace(copy, revision="b"), "docx") == same


def test_where_things_are_written_changes_no_document(workspace: LayOut) -> None:
    made = []
    for above in ("", "# a remark\n# another\n"):
        text = TWO.replace("id: hotline.window\n", above + "id: hotline.window\n") + LETTER
        library, _ = load(workspace(text))
        document = examine(library, library.bids["demo"]).documents[1]
        made.append(inputs(document, library.themes["tender-default"], Edition(), "docx"))
    assert made[0] == made[1]

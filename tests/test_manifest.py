"""The manifest of a build: what was made, from what, and who chose each value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from gen import __version__
from gen.examine import Examined, examine
from gen.kept import Made
from gen.library import load
from gen.manifest import NAME, former_files, manifest
from gen.workspace import Workspace

LayOut = Callable[[str], Workspace]

FILES = """\
# clauses/hotline/window.yaml
id: hotline.window
title: 热线
status: approved
owner: service
review_by: 2027-10-01
params:
  term: {label: 期限, type: duration, default: 1年}
  limit:
    label: 时限
    type: table
    key: severity
    columns: {within: {label: 时限, type: duration}}
    default: {S1: 4小时, S2: 8小时}
    allow: {S2: 6小时..8小时}
text: |
  {{ provider }}为{{ customer_party.name }}服务{{ term }}，热线{{ company.hotline }}：

  {{ limit | table }}
# clauses/profiles/basic.yaml
id: basic
title: 档
clauses: [hotline.window, hotline.answer]
# projects/demo/project.yaml
id: demo
title: 示例
profile: basic
project: {name: 示例项目, number: X-1, submission: 2026-12-08}
customer: {name: 示例单位}
documents: [letter, plan]
values: {hotline.window.limit: {S2: 6小时}}
# templates/documents/plan.md
---
kind: plan
title: 方案
words: {provider: 我公司, customer: 采购人}
numbering: chapters
clause_titles: true
header: "{{ project.name }}"
---
# 概述

{{ project.number }}：{{ clause("hotline.window", optional=true) }}
""".replace("{{ project.number }}：{{ clause", "项目{{ project.number }}。\n\n{{ clause")


@pytest.fixture
def examined(workspace: LayOut) -> Examined:
    library, findings = load(workspace(FILES))
    assert findings == ()
    made = examine(library, library.bids["demo"])
    assert made.findings == ()
    return made


def read(examined: Examined, files: dict[str, Made], revision: str | None = "abc123") -> dict[str, Any]:
    letter, plan = examined.documents
    documents = {name: letter if "承诺书" in name else plan for name in files}
    return json.loads(manifest(examined.package, documents, files, revision))  # type: ignore[no-any-return]


FILES_MADE = {"方案.docx": Made("1f", b"plan", "abc123"), "服务承诺书.pdf": Made("2e", b"letter", "0f3a")}


def test_a_manifest_says_what_made_it_and_from_which_revision(examined: Examined) -> None:
    content = read(examined, FILES_MADE, "abc123+changes")
    assert list(content) == ["version", "bidgen", "bid", "revision", "clauses", "values", "facts", "accepted", "files"]
    assert (content["version"], content["bidgen"], content["bid"], content["revision"]) == (
        1, __version__, "demo", "abc123+changes",
    )  # fmt: skip
    assert read(examined, FILES_MADE, None)["revision"] is None


def test_every_file_has_its_hash_its_size_and_its_document(examined: Examined) -> None:
    letter, plan = examined.documents
    assert read(examined, FILES_MADE)["files"] == [
        {
            "name": "方案.docx",
            "sha256": hashlib.sha256(b"plan").hexdigest(),
            "bytes": 4,
            "document": "plan",
            "source": plan.source_hash,
            "inputs": "1f",
            "revision": "abc123",
        },
        {
            "name": "服务承诺书.pdf",
            "sha256": hashlib.sha256(b"letter").hexdigest(),
            "bytes": 6,
            "document": "letter",
            "source": letter.source_hash,
            "inputs": "2e",
            "revision": "0f3a",
        },
    ]


def test_every_clause_has_the_hash_of_its_file_and_the_documents_that_print_it(
    examined: Examined, workspace: LayOut
) -> None:
    root = workspace(FILES).root

    def hash_of(path: str) -> str:
        return hashlib.sha256((root / path).read_bytes()).hexdigest()

    assert read(examined, FILES_MADE)["clauses"] == [
        {"id": "hotline.answer", "sha256": hash_of("clauses/hotline/answer.yaml"), "documents": ["letter"]},
        {"id": "hotline.window", "sha256": hash_of("clauses/hotline/window.yaml"), "documents": ["letter", "plan"]},
    ]


def test_every_value_has_its_place_and_who_set_it(examined: Examined) -> None:
    assert read(examined, FILES_MADE)["values"] == [
        {"path": "hotline.window.term", "value": "1年", "set_by": "clause", "by": "hotline.window",
         "place": "clauses/hotline/window.yaml:7:46"},
        {"path": "hotline.window.limit.S1", "value": "4小时", "set_by": "clause", "by": "hotline.window",
         "place": "clauses/hotline/window.yaml:13:19"},
        {"path": "hotline.window.limit.S2", "value": "6小时", "set_by": "bid", "by": "demo",
         "place": "projects/demo/project.yaml:7:37"},
    ]  # fmt: skip


def test_facts_of_bid_and_company_that_are_printed_are_listed_in_order(examined: Examined) -> None:
    assert read(examined, FILES_MADE)["facts"] == [
        {"path": "company.hotline", "value": "400-000-0000", "place": "clauses/company.yaml:5:10"},
        {"path": "customer_party.name", "value": "示例单位", "place": "projects/demo/project.yaml:5:18"},
        {"path": "project.number", "value": "X-1", "place": "projects/demo/project.yaml:4:31"},
    ]


def test_the_same_build_gives_the_same_bytes_in_readable_chinese(examined: Examined) -> None:
    letter, plan = examined.documents
    one, other = (
        manifest(examined.package, dict(zip(names, documents, strict=True)), files, None)
        for names, documents, files in (
            (("方案.docx", "服务承诺书.pdf"), (plan, letter), FILES_MADE),
            (("服务承诺书.pdf", "方案.docx"), (letter, plan), dict(reversed(FILES_MADE.items()))),
        )
    )
    assert one == other
    assert one.endswith(b"}\n")
    assert "服务承诺书" in one.decode()


def test_the_files_of_an_earlier_manifest_are_those_it_lists(examined: Examined) -> None:
    letter, plan = examined.documents
    text = manifest(examined.package, {"方案.docx": plan, "服务承诺书.pdf": letter}, FILES_MADE, None).decode()
    assert former_files(text) == ("方案.docx", "服务承诺书.pdf")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"files": 3}', '{"files": [3]}', '{"files": [{}]}', "null", "[" * 100_000]
)
def test_a_manifest_that_cannot_be_read_lists_nothing(text: str) -> None:
    assert former_files(text) == ()


def test_the_manifest_has_a_fixed_name() -> None:
    assert NAME == "manifest.json"

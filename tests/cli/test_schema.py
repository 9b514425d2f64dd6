"""`bidgen schema`, and the schemas that editors find by the first line of every file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from gen.decode.schema import FILE_KINDS
from tests.cli.conftest import Ran, Run
from tests.conftest import ROOT

SCHEMAS = ROOT / "docs/schema"
KINDS = [*FILE_KINDS, "findings", "obligations"]
SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for kind in ("clauses/**/*.yaml", "templates/**/*.yaml", "projects/*/*.yaml")
    for path in ROOT.glob(kind)
)
OUTLINES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("templates/documents/*.md"))


class Loader(yaml.SafeLoader):
    """YAML as an editor reads it, dates as strings."""


Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp"
        and (tag != "tag:yaml.org,2002:bool" or first in "tTfF")  # `on` is a key
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def problems(text: str, path: Path) -> list[str]:
    """What a schema finds in a YAML text."""
    content = yaml.load(text, Loader)
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema(path)).iter_errors(content)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_printed_and_is_the_one_that_ships(run: Run, kind: str) -> None:
    ran = run("schema", kind)
    assert (ran.status, ran.err) == (0, "")
    assert (SCHEMAS / f"{kind}.json").read_text("utf-8") == ran.out, "bidgen --lang=en schema --write docs/schema"


def test_all_schemas_are_written_into_a_folder_and_no_others_ship(run: Run, tmp_path: Path) -> None:
    assert run("schema", "--write", str(tmp_path / "a/b")) == Ran(0, "", "")
    names = sorted(f"{kind}.json" for kind in KINDS)
    assert sorted(path.name for path in (tmp_path / "a/b").iterdir()) == names
    assert sorted(path.name for path in SCHEMAS.iterdir()) == names


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid(kind: str) -> None:
    Draft202012Validator.check_schema(schema(SCHEMAS / f"{kind}.json"))


def test_descriptions_are_in_the_language_spoken(run: Run) -> None:
    english, chinese = (json.loads(run("schema", "clause", f"--lang={name}").out) for name in ("en", "zh_CN"))
    assert english["properties"]["text"]["description"] == "The wording: Markdown with {{ holes }}"
    assert chinese["properties"]["text"]["description"] != english["properties"]["text"]["description"]
    assert "{{ " in chinese["properties"]["text"]["description"]


@pytest.mark.parametrize(("arguments", "named"), [(["nix"], "nix"), ([], "")])
def test_an_unknown_kind_is_one_line_with_those_that_there_are(run: Run, arguments: list[str], named: str) -> None:
    kinds = ", ".join(KINDS)
    assert run("schema", *arguments) == Ran(2, "", f"bidgen: there is no file kind `{named}`; there are: {kinds}\n")


def test_a_folder_that_cannot_be_written_is_one_line_and_status_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    ran = run("schema", "--write", str(tmp_path / "file"))
    assert ran == Ran(2, "", f"bidgen: {tmp_path / 'file/clause.json'} cannot be written: File exists\n")


@pytest.mark.parametrize("path", SHIPPED)
def test_every_file_that_ships_names_its_schema_and_is_valid_by_it(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named is not None
    target = ((ROOT / path).parent / named[1]).resolve()
    assert target.parent == SCHEMAS
    assert problems(text, target) == []


@pytest.mark.parametrize("path", OUTLINES)
def test_the_front_matter_of_every_outline_that_ships_is_valid(path: str) -> None:
    front = (ROOT / path).read_text("utf-8").split("---\n")[1]
    assert problems(front, SCHEMAS / "outline.json") == []


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        ("clause", "id: a.b\n", "$: 'title' is a required property"),
        ("profile", "id: a\ntitle: a\nclausse: []\n",
         "$: Additional properties are not allowed ('clausse' was unexpected)"),
        ("profile", "id: a\ntitle: a\nclauses: a\n", "$.clauses: 'a' is not of type 'array'"),
        ("vocabulary", "roles: {legal: [a]}\n", "$.roles.legal: ['a'] is not of type 'string', 'number', 'boolean'"),
    ],
)  # fmt: skip
def test_an_editor_marks_what_reading_would_find(kind: str, text: str, problem: str) -> None:
    assert problem in problems(text, SCHEMAS / f"{kind}.json")

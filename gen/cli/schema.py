"""The command `bidgen schema`."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from gen.cli.workspace import CannotRunError, write
from gen.message import M, say


@click.command(
    "schema",
    help=say(
        M(
            "Print the JSON Schema of a file kind (clause, profile, company, vocabulary, laws, project, outline, form, "
            "theme, accepted, baseline) or of a JSON report (findings, obligations)."
        )
    ),
)
@click.argument("kind", required=False)
@click.option("--write", "folder", metavar="DIR", help=say(M("Write the schemas of all kinds into a folder.")))
def command(kind: str | None, folder: str | None) -> None:
    """Print or write schemas."""
    from gen.decode.schema import FILE_KINDS, schema
    from gen.obligations.schema import register_schema
    from gen.report import report_schema

    schemas: dict[str, Callable[[], object]] = {name: partial(schema, name) for name in FILE_KINDS}
    schemas["findings"] = report_schema
    schemas["obligations"] = register_schema
    if folder is not None:
        for name, made in schemas.items():
            write(Path(folder) / f"{name}.json", _text(made()))
        return
    if kind not in schemas:
        raise CannotRunError(
            M("there is no file kind `{name}`; there are: {names}", name=kind or "", names=tuple(schemas))
        )
    click.echo(_text(schemas[kind]()), nl=False)


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

"""The command `bidgen schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gen.cli.workspace import CannotRunError, write
from gen.message import M, say


@click.command(
    "schema",
    help=say(
        M("Print the JSON Schema of a file kind (clause, profile, company, vocabulary, project, outline, theme).")
    ),
)
@click.argument("kind", required=False)
@click.option("--write", "folder", metavar="DIR", help=say(M("Write the schemas of all kinds into a folder.")))
def command(kind: str | None, folder: str | None) -> None:
    """Print or write schemas."""
    from gen.decode.schema import FILE_KINDS, schema

    if folder is not None:
        for name in FILE_KINDS:
            write(Path(folder) / f"{name}.json", _text(schema(name)))
        return
    if kind not in FILE_KINDS:
        raise CannotRunError(
            M("there is no file kind `{name}`; there are: {names}", name=kind or "", names=tuple(FILE_KINDS))
        )
    click.echo(_text(schema(kind)), nl=False)


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

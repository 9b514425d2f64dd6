"""The command `bidgen init`."""

from __future__ import annotations

from pathlib import Path

import click

from gen.cli.workspace import CannotRunError
from gen.message import M, say
from gen.workspace import MARKER


@click.command(
    "init",
    help=say(
        M("Lay down a workspace in DIR (here, without it): clause library, document kinds, theme and an example bid.")
    ),
)
@click.argument("folder", metavar="[DIR]", default=".")
def command(folder: str) -> None:
    """Copy the starter; an existing file is never overwritten."""
    from gen.starter import starter_files

    root = Path(folder)
    if (root / MARKER).exists():
        raise CannotRunError(M("{folder} is a workspace already", folder=str(root)))
    files = [*starter_files(), (".gitignore", b"projects/*/out/\n")]
    standing = [name for name, _ in files if (root / name).exists() and name != ".gitignore"]
    if standing:
        raise CannotRunError(M("{file} stands there already; choose an empty folder", file=str(root / standing[0])))
    try:
        for name, content in files:
            target = root / name
            if target.exists():
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as error:
        raise CannotRunError(M("{path} cannot be written: {reason}", path=str(root), reason=str(error))) from error
    click.echo(say(M("{count} files laid down in {folder}", count=len(files), folder=str(root))), err=True)
    click.echo(say(M("next: bidgen check, bidgen build campus-network, bidgen new")), err=True)

"""The command `bidgen init`."""

from __future__ import annotations

import contextlib
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
        _lay_down(root, [(name, content) for name, content in files if not (root / name).exists()])
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(M("{path} cannot be written: {reason}", path=str(root), reason=reason)) from error
    click.echo(say(M("{count} files laid down in {folder}", count=len(files), folder=str(root))), err=True)
    click.echo(say(M("next: bidgen check, bidgen build first-bid, bidgen new")), err=True)


def _lay_down(root: Path, files: list[tuple[str, bytes]]) -> None:
    """Write all files, or take away those that were written."""
    begun: list[Path] = []
    try:
        for name, content in files:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            begun.append(target)
            target.write_bytes(content)
    except BaseException:
        for target in begun:
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
        parents = {parent for target in begun for parent in target.relative_to(root).parents} - {Path()}
        for folder in sorted(parents, reverse=True):
            with contextlib.suppress(OSError):  # it is not empty, so it was there before
                (root / folder).rmdir()
        raise

"""The command `bidgen fmt`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gen.cli.workspace import CannotRunError, open_workspace, show, write
from gen.message import M, Message, counted, say
from gen.rule import Severity

if TYPE_CHECKING:
    from gen.finding import Finding
    from gen.workspace import Workspace


@click.command(
    "fmt",
    help=say(
        M(
            "Bring YAML files into one order: keys, quotes, indentation, one sentence a line; comments stay, and what "
            "a file says never changes. PATH is a file or folder; without it, every clause, profile, form and bid."
        )
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", is_flag=True, help=say(M("Write nothing; exit 1 if a file is not in order.")))
@click.option("--diff", is_flag=True, help=say(M("Write nothing; print what would change, and exit 1 if anything.")))
def command(paths: tuple[str, ...], *, check: bool, diff: bool) -> None:
    """Bring files into order, and say which were not."""
    from gen.fmt import MeaningChangedError, in_order, record_of
    from gen.workspace import read

    workspace = open_workspace()
    findings: list[Finding] = []
    changed, refused, files = 0, [], _files(workspace, paths)
    for path in files:
        source, read_findings = read(workspace, path)
        findings += read_findings
        if source is None or read_findings:
            continue
        try:
            text, file_findings = in_order(source, record_of(path))
        except MeaningChangedError:
            refused.append(path)
            continue
        findings += file_findings
        if text is None or text == source.text:
            continue
        changed += 1
        if diff:
            click.echo("\n".join(_difference(path, source.text, text)))
        else:
            if not check:
                write(workspace.root / path, text)
            click.echo(path)
    show(findings, Severity.HINT)
    for path in refused:
        message = M("{path} is left as it is: brought into order it would say something else", path=path)
        click.echo(f"bidgen: {say(message)}", err=True)
    left = len({finding.labels[0].span.source.path for finding in findings if finding.labels}) + len(refused)
    click.echo(say(_summary(changed, len(files) - changed - left, left, written=not (check or diff))), err=True)
    sys.exit(2 if refused else 1 if findings or (changed and (check or diff)) else 0)


def _summary(changed: int, good: int, left: int, *, written: bool) -> Message:
    """How many files there are of each sort."""
    if written:
        parts = [counted(changed, M("{count} file brought into order"), M("{count} files brought into order"))]
    else:
        parts = [counted(changed, M("{count} file is not in order"), M("{count} files are not in order"))]
    parts.append(counted(good, M("{count} was in order"), M("{count} were in order")))
    if left:
        parts.append(counted(left, M("{count} cannot be read and is left alone"),
                             M("{count} cannot be read and are left alone")))  # fmt: skip
    return M("{parts}", parts=tuple(parts))


def _difference(path: str, before: str, after: str) -> Iterator[str]:
    return unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="")


def _files(workspace: Workspace, paths: Sequence[str]) -> list[str]:
    """The files that were named, or lie in folders that were named; all of the workspace where none was."""
    from gen.fmt import record_of
    from gen.fmt.files import PATTERNS

    every = [path for pattern in PATTERNS for path in workspace.files(pattern) if record_of(path) is not None]
    if not paths:
        return every
    chosen: dict[str, None] = {}
    root = workspace.root.resolve()
    for given in paths:
        place = Path(given).resolve()
        if not place.exists():
            raise CannotRunError(M("there is no file `{path}`", path=given))
        if not place.is_relative_to(root):
            raise CannotRunError(M("`{path}` lies outside the workspace", path=given))
        name = place.relative_to(root).as_posix()
        inside = [path for path in every if name in {path, "."} or path.startswith(f"{name}/")]
        if not inside:
            raise CannotRunError(M("`{path}` holds no clause, profile, vocabulary, company, form or bid", path=given))
        chosen |= dict.fromkeys(inside)
    return list(chosen)

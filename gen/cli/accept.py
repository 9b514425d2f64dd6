"""The command `bidgen accept`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from gen import git
from gen.cli.workspace import CannotRunError, day_option, open_workspace, write
from gen.decode import nearest
from gen.message import M, say
from gen.source import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gen.cli.checked import Checked
    from gen.finding import Finding
    from gen.workspace import Workspace


@click.command(
    "accept",
    help=say(
        M(
            "Let the findings with these fingerprints stand: writes who says so, why and until when into "
            "projects/BID/accepted.yaml, or clauses/accepted.yaml for what is about no single bid."
        )
    ),
)
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--reason", required=True, help=say(M("Why they may stand.")))
@click.option("--by", help=say(M("Who says so; without it the name that git has.")))
@click.option(
    "--until", metavar="YYYY-MM-DD", help=say(M("The last day on which they may stand; without it, for good."))
)
@click.option("--on", metavar="YYYY-MM-DD", help=say(M("The day of the decision; without it today.")))
def command(fingerprints: tuple[str, ...], reason: str, by: str | None, until: str | None, on: str | None) -> None:
    """Look the findings up, record them and exit."""
    from gen.accept import file_of, words_of
    from gen.cli.checked import checked, today

    workspace = open_workspace()
    day = today()
    said = {
        "reason": _reason(reason),
        "by": _line("by", by if by is not None else git.user(workspace.root)),
        "on": day_option(on) or day.isoformat(),
        "until": day_option(until),
    }
    if not said["by"]:
        raise CannotRunError(M("who says so? give --by NAME"))
    if said["until"] and said["until"] < day.isoformat():
        raise CannotRunError(M("--until {day} has passed already", day=said["until"]))
    now = checked(workspace, (), day)
    files: dict[str, list[Mapping[str, str]]] = {}
    for name in dict.fromkeys(map(str.lower, fingerprints)):
        finding = _found(name, now)
        entry = {"fingerprint": finding.fingerprint, "rule": finding.rule.id, "what": words_of(finding), **said}
        files.setdefault(file_of(finding), []).append(entry)
    for path, text in [(path, _with(workspace, path, entries)) for path, entries in files.items()]:
        write(workspace.root / path, text)
        click.echo(path)


def _found(name: str, now: Checked) -> Finding:
    """The finding with a fingerprint, if it can be accepted."""
    finding = next((finding for finding in now.findings if finding.fingerprint == name), None)
    if finding is None:
        present = sorted({f.fingerprint for f in now.findings if f.accepted is None})
        near = [p for p in present if len(name) > 3 and p.startswith(name)][:1]
        helps = [M("did you mean `{name}`?", name=near[0])] if near else nearest(name, present)
        unknown = M("nothing is found that has the fingerprint `{name}`", name=name)
        raise CannotRunError(unknown, *helps[:1])
    rule = str(finding.rule)
    if finding.rule.id.startswith("A"):
        message = M("`{name}` ({rule}) is about an acceptance itself: mend it there", name=name, rule=rule)
        raise CannotRunError(message)
    entry = now.acceptances.entry(finding)
    if entry is not None and entry.span is not None:
        message = M("`{name}` ({rule}) has an entry already at {place}: change it there", name=name, rule=rule,
                    place=str(entry.span))  # fmt: skip
        raise CannotRunError(message)
    if finding.accepted is not None:
        message = M("`{name}` ({rule}) is accepted already at {place}", name=name, rule=rule,
                    place=str(finding.accepted.span))  # fmt: skip
        raise CannotRunError(message)
    return finding


def _with(workspace: Workspace, path: str, entries: Sequence[Mapping[str, str]]) -> str:
    """The text of a file of acceptances with more entries."""
    from gen.accept import added

    file = workspace.root / path
    if not file.resolve().is_relative_to(workspace.root.resolve()):
        raise CannotRunError(M("`{path}` lies outside the workspace", path=path))
    try:
        former = file.read_bytes().decode("utf-8") if file.exists() else ""
        text = added(path, former, tuple(entries))
    except UnicodeDecodeError:
        text = None
    if text is None:
        message = M(
            "nothing can be added to {path}: mend it first, as a list with a block of lines an entry", path=path
        )
        raise CannotRunError(message)
    return text


def _reason(reason: str) -> str:
    from gen.accept import says_anything

    if not says_anything(reason):
        raise CannotRunError(M("--reason says nothing: whoever reads it next year must know why this may stand"))
    return _line("reason", reason)


def _line(option: str, text: str) -> str:
    """An answer on one line, if a file can hold it."""
    if bad := FORBIDDEN.search(text):
        message = M("--{option} holds a character that no document may hold: U+{code}",
                    option=option, code=f"{ord(bad[0]):04X}")  # fmt: skip
        raise CannotRunError(message)
    return " ".join(text.split())

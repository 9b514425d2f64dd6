"""The command `bidgen new document`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gen.cli.answers import Answers, place_for
from gen.cli.workspace import CannotRunError, open_workspace, write
from gen.message import M, say

if TYPE_CHECKING:
    from gen.model.library import Library


@click.command(
    "document",
    help=say(
        M(
            "Begin the document kind KIND: writes templates/documents/KIND.md with front matter and a section for "
            "everything that it must promise."
        )
    ),
)
@click.argument("kind", metavar="KIND")
@click.option("--title", help=say(M("Title as printed.")))
@click.option("--after", metavar="KIND", help=say(M("Document kind to begin from as a copy.")))
@click.option(
    "--requires",
    multiple=True,
    metavar="PROMISE",
    help=say(M("A kind of promise that it must make, or `topic:` and a topic; may be given several times.")),
)
def command(kind: str, after: str | None, requires: tuple[str, ...], **given: str | None) -> None:
    """Write the outline of a new document kind."""
    from gen.cli.clauses import known
    from gen.library import load
    from gen.skeleton import document_kind, outline_after, outline_text

    workspace = open_workspace()
    library, _ = load(workspace)
    near = document_kind(kind)
    if near != kind or not kind:
        message = M("`{name}` is no document kind: small letters, digits and hyphens", name=kind)
        raise CannotRunError(message, M("did you mean `{name}`?", name=near) if near else None)
    if kind in library.present["document kind"]:
        raise CannotRunError(M("the document kind `{name}` is there already", name=kind))
    path = f"templates/documents/{kind}.md"
    file = place_for(workspace, path)
    names = tuple(dict.fromkeys(_requirement(library, name) for name in requires))
    answers = Answers(given)
    title = answers.required("title", M("title as printed"))
    answers.complete()
    if "{" in title:
        raise CannotRunError(M("this title does not fit: {reason}", reason=M("a brace begins a hole in its header")))
    if after is None:
        text = outline_text(library, kind, title, names)
    else:
        model = known(after, library.outlines, M("there is no document kind `{name}`", name=after))
        text = outline_after(library, model, kind, title, names)
    _sound(path, text)
    write(file, text)
    click.echo(path)
    click.echo(say(M("next: complete its sections, name it among a bid's documents, then bidgen check")), err=True)


def _requirement(library: Library, name: str) -> str:
    """A requirement as outlines write it."""
    from gen.cli.clauses import dimension_named, topic_named
    from gen.model.outline import TOPIC

    if name.startswith(TOPIC):
        return TOPIC + topic_named(library, name.removeprefix(TOPIC))
    return dimension_named(library, name)


def _sound(path: str, text: str) -> None:
    """Refuse an outline that could not be read, for what somebody calls it."""
    from gen.finding import Finding
    from gen.library.outlines import load_outline
    from gen.source import Source

    findings: list[Finding] = []
    if load_outline(Source(path, text), (), findings) is None or findings:
        raise CannotRunError(findings[0].message)

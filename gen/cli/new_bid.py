"""The command `bidgen new bid`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import click

from gen.cli.answers import Answers, fit, quoted
from gen.cli.workspace import CannotRunError, day_option, load_library, open_workspace, write
from gen.message import M, say

if TYPE_CHECKING:
    from gen.model.library import Library

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@click.command(
    "bid",
    help=say(
        M("Begin the bid NAME: writes projects/NAME/project.yaml. Asks on a terminal for what no option answers.")
    ),
)
@click.argument("name", required=False)
@click.option("--title", help=say(M("What people call the bid.")))
@click.option("--project", help=say(M("Name of the project as the tender writes it.")))
@click.option("--number", help=say(M("Number of the tender.")))
@click.option("--submission", metavar="YYYY-MM-DD", help=say(M("Day on which bids are opened.")))
@click.option("--customer", help=say(M("Full name of the customer.")))
@click.option("--profile", help=say(M("Service level to start from.")))
@click.option(
    "--document",
    "documents",
    multiple=True,
    help=say(M("Document kind to build; may be given several times. Without it, those built most often.")),
)
@click.option("--theme", help=say(M("How the documents look.")))
@click.option("--lot", help=say(M("Lot.")))
@click.option("--site", help=say(M("Where the work is done.")))
@click.option("--scope", help=say(M("What is delivered, in one phrase.")))
@click.option("--address", help=say(M("Address of the customer.")))
@click.option("--contact", help=say(M("Contact person or office of the customer.")))
@click.option("--phone", help=say(M("Telephone of the customer.")))
@click.option("--postcode", help=say(M("Postcode of the customer.")))
def command(name: str | None, documents: tuple[str, ...], **given: str | None) -> None:
    """Ask, write, check."""
    workspace = open_workspace()
    library, _ = load_library(workspace)
    answers = Answers(given)
    if name is None:
        name = answers.ask(M("short name of the bid (a-z, 0-9, -)"), None)
    if name is None:
        answers.missing.append("NAME")
        name = ""
    elif not _ID.fullmatch(name):
        raise CannotRunError(M("`{name}` is no short name: small letters, digits and hyphens", name=name))
    file = workspace.root / "projects" / name / "project.yaml"
    if file.exists():
        raise CannotRunError(M("the bid `{name}` is there already", name=name))
    write(file, _content(name, answers, documents, library))
    click.echo(f"projects/{name}/project.yaml")
    click.echo(
        say(M("next: set values in it, then bidgen check {name} and bidgen build {name}", name=name)),
        err=True,
    )


def _content(name: str, answers: Answers, documents: tuple[str, ...], library: Library) -> str:
    """The file of a new bid."""
    profiles = sorted(library.profiles, key=lambda p: (bool(library.profiles[p].extends), p))
    project = answers.required("project", M("name of the project, as the tender writes it"))
    title = fit("title", answers.given.get("title") or project)
    number = answers.required("number", M("number of the tender"))
    submission = answers.required("submission", M("day on which bids are opened (2026-12-08)"), day_option)
    customer = answers.required("customer", M("full name of the customer"))
    profile = answers.choice("profile", M("service level"), [str(p) for p in profiles])
    themes = _themes(library)
    theme = answers.choice("theme", M("look of the documents"), themes, unasked=themes[0] if themes else None)
    details = {
        "lot": answers.optional("lot", M("lot (empty for none)")),
        "site": answers.optional("site", M("where the work is done")),
        "scope": answers.optional("scope", M("what is delivered, in one phrase")),
    }
    contact = {
        key: answers.optional(key, question)
        for key, question in (
            ("address", M("address of the customer")),
            ("contact", M("contact person or office")),
            ("phone", M("telephone")),
            ("postcode", M("postcode")),
        )
    }
    answers.complete()
    submission = day_option(submission)
    kinds = _kinds(documents, library, theme)
    lines = [
        "# yaml-language-server: $schema=../../docs/schema/project.json",
        f"id: {name}",
        f"title: {quoted(title)}",
        f"profile: {quoted(profile)}",
        f"theme: {quoted(theme)}",
        "project:",
        f"  name: {quoted(project)}",
        f"  number: {quoted(number)}",
        f"  submission: {submission}",
        *(f"  {key}: {quoted(value)}" for key, value in details.items() if value),
        "customer:",
        f"  name: {quoted(customer)}",
        *(f"  {key}: {quoted(value)}" for key, value in contact.items() if value),
        "documents:",
        *(f"  - {quoted(kind)}" for kind in kinds),
        "values: {}",
    ]
    return "\n".join(lines) + "\n"


def _themes(library: Library) -> list[str]:
    """The themes by name: those that others build on first, those for blind copies last."""

    def order(name: str) -> tuple[bool, bool, str]:
        theme = library.themes[name]
        return theme.blind is not None, bool(theme.based_on), name

    return sorted(map(str, library.themes), key=order)


def _kinds(documents: tuple[str, ...], library: Library, theme: str) -> tuple[str, ...]:
    """The documents asked for; unasked, those that every fourth bid builds that is blind, or not, like this one.

    Where there is no such bid: all that name the bidder, or for a blind bid all that do not.
    """
    for kind in documents:
        if kind not in library.outlines:
            names = tuple(library.outlines)
            raise CannotRunError(M("`{answer}` is none of {names}", answer=kind, names=names))
    if documents:
        return tuple(dict.fromkeys(documents))
    blind = _blind(theme, library)
    like = {bid.folder: bid for bid in library.bids.values() if _blind(bid.theme, library) is blind}
    built = Counter(str(kind) for bid in like.values() for kind in bid.documents if kind in library.outlines)
    titles: dict[str, str] = {}  # two of one title cannot stand in one folder
    for kind, count in built.most_common():
        if count * 4 >= len(like):
            titles.setdefault(str(library.outlines[kind].outline.title).casefold(), kind)
    outlines = {str(kind): loaded.outline for kind, loaded in library.outlines.items()}
    fitting = tuple(kind for kind, each in outlines.items() if bool(each.cover or each.signatories) is not blind)
    return tuple(titles.values()) or tuple(built)[:1] or fitting or tuple(outlines)


def _blind(theme: str, library: Library) -> bool:
    return theme in library.themes and library.themes[theme].blind is not None

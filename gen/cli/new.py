"""The command `bidgen new`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from gen.cli.workspace import CannotRunError, load_library, open_workspace, write
from gen.message import M, Message, say
from gen.quantity import Date, NotReadError, read
from gen.source import FORBIDDEN

if TYPE_CHECKING:
    from gen.model.library import Library

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@click.command(
    "new",
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
    help=say(M("Document kind to build; may be given several times.")),
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
    answers = _Answers(given)
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


class _Answers:
    """Answers given as options, or asked for on a terminal."""

    def __init__(self, given: dict[str, str | None]) -> None:
        self.given = given
        self.missing: list[str] = []

    def required(self, option: str, question: Message, proper: Callable[[str], str] = str) -> str:
        """An answer that must be given; on a terminal, one that is not `proper` is asked for again at once."""
        answer = self.given.get(option)
        if answer is None and sys.stdin.isatty():
            answer = self.ask(question, None, proper)
        answer = _fit(option, (answer or "").strip())
        if not answer:
            self.missing.append(f"--{option}")
        return answer

    def optional(self, option: str, question: Message) -> str:
        answer = self.given.get(option)
        if answer is None and sys.stdin.isatty():
            answer = self.ask(question, "")
        return _fit(option, (answer or "").strip())

    def choice(self, option: str, question: Message, choices: list[str], unasked: str | None = None) -> str:
        """One of several; `unasked` where nobody is there to be asked."""
        answer = self.given.get(option)
        if answer is None and sys.stdin.isatty() and len(choices) > 1:
            answer = click.prompt(say(question), type=click.Choice(choices), default=choices[0], err=True)
        elif answer is None:
            answer = choices[0] if len(choices) == 1 else unasked
        if answer is None:
            self.missing.append(f"--{option}")
        elif answer not in choices:
            raise CannotRunError(M("`{answer}` is none of {names}", answer=answer, names=tuple(choices)))
        return answer or ""

    def ask(self, question: Message, default: str | None, proper: Callable[[str], str] = str) -> str | None:
        if not sys.stdin.isatty():
            return default

        def checked(text: str) -> str:
            try:
                return proper(text)
            except CannotRunError as error:
                raise click.UsageError(error.message) from error

        answer: str = click.prompt(say(question), default=default, show_default=False, err=True, value_proc=checked)
        return answer


def _content(name: str, answers: _Answers, documents: tuple[str, ...], library: Library) -> str:
    """The file of a new bid."""
    profiles = sorted(library.profiles, key=lambda p: (bool(library.profiles[p].extends), p))
    project = answers.required("project", M("name of the project, as the tender writes it"))
    title = _fit("title", answers.given.get("title") or project)
    number = answers.required("number", M("number of the tender"))
    submission = answers.required("submission", M("day on which bids are opened (2026-12-08)"), _date)
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
    if answers.missing:
        raise CannotRunError(M("not answered: {options}", options=tuple(answers.missing)))
    submission = _date(submission)
    kinds = _kinds(documents, library, theme)
    lines = [
        "# yaml-language-server: $schema=../../docs/schema/project.json",
        f"id: {name}",
        f"title: {_quoted(title)}",
        f"profile: {_quoted(profile)}",
        f"theme: {_quoted(theme)}",
        "project:",
        f"  name: {_quoted(project)}",
        f"  number: {_quoted(number)}",
        f"  submission: {submission}",
        *(f"  {key}: {_quoted(value)}" for key, value in details.items() if value),
        "customer:",
        f"  name: {_quoted(customer)}",
        *(f"  {key}: {_quoted(value)}" for key, value in contact.items() if value),
        "documents:",
        *(f"  - {_quoted(kind)}" for kind in kinds),
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
    """The documents asked for; unasked, those that name the bidder, or for a blind copy those that do not."""
    for kind in documents:
        if kind not in library.outlines:
            names = tuple(library.outlines)
            raise CannotRunError(M("`{answer}` is none of {names}", answer=kind, names=names))
    blind = library.themes[theme].blind is not None
    every = tuple(map(str, library.outlines))
    outlines = {kind: library.outlines[kind].outline for kind in every}
    fitting = tuple(kind for kind in every if bool(outlines[kind].cover or outlines[kind].signatories) is not blind)
    return documents or fitting or every


def _date(text: str) -> str:
    try:
        day = read(text, "date")
    except NotReadError as error:
        raise CannotRunError(M("`{written}` is not {expected}", written=text, expected=error.reason)) from error
    assert isinstance(day, Date)  # noqa: S101 - it was read as one
    return day.day.isoformat()


def _fit(option: str, answer: str) -> str:
    """An answer, if it can stand in a document."""
    if bad := _NO_FACT.search(answer):
        message = M("--{option} holds a character that no document may hold: U+{code}",
                    option=option, code=f"{ord(bad[0]):04X}")  # fmt: skip
        raise CannotRunError(message)
    return answer


_NO_FACT = re.compile(rf"[\t\n]|{FORBIDDEN.pattern}")
"""What no fact of one line may hold."""


def _quoted(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, else in double quotes."""
    safe = re.fullmatch(r"[\w（）《》、，。·—–.][\w （）《》、，。·—–.-]*", text) and not text.endswith(" ")
    return text if safe else json.dumps(text, ensure_ascii=False)

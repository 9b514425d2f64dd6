"""The command `bidgen new clause`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from gen.cli.answers import Answers, place_for, quoted
from gen.cli.workspace import CannotRunError, day_option, open_workspace, write
from gen.message import M, say

if TYPE_CHECKING:
    from gen.model.library import Library


@click.command(
    "clause",
    help=say(
        M(
            "Begin the clause TOPIC.NAME: writes clauses/TOPIC/NAME.yaml as a draft, with a parameter, a commitment "
            "and a sentence for each kind of promise."
        )
    ),
)
@click.argument("name", metavar="TOPIC.NAME")
@click.option("--title", help=say(M("Title of the clause; otherwise the name of its first promise.")))
@click.option("--owner", help=say(M("Who answers for its wording; otherwise who does for most clauses of the topic.")))
@click.option(
    "--promise",
    "promises",
    multiple=True,
    metavar="PROMISE",
    help=say(M("What it promises, by the key or the name of the kind of promise; may be given several times.")),
)
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    help=say(M("Day from which its review is due in a year; otherwise that of the newest bid.")),
)
def command(name: str, promises: tuple[str, ...], day: str | None, **given: str | None) -> None:
    """Write the file of a new clause."""
    from gen.cli.clauses import dimension_named
    from gen.inventory import newest_day
    from gen.library import load
    from gen.skeleton import clause_id, clause_text, proposed_owner

    workspace = open_workspace()
    library, _ = load(workspace)
    near = clause_id(name)
    if near != name or not name:
        message = M("`{name}` is no clause id: topic and name in small letters, digits and hyphens, with a dot between",
                    name=name)  # fmt: skip
        raise CannotRunError(message, M("did you mean `{name}`?", name=near) if near else None)
    _unused(name, library)
    path = f"clauses/{name.replace('.', '/')}.yaml"
    file = place_for(workspace, path)
    chosen = tuple(dict.fromkeys(dimension_named(library, promise) for promise in promises))
    if chosen and given["title"] is None:
        given["title"] = str(library.vocabulary.dimensions[chosen[0]].label)
    if given["owner"] is None:
        given["owner"] = proposed_owner(library, name.partition(".")[0]) or None
    answers = Answers(given)
    title = answers.required("title", M("title of the clause"))
    owner = answers.required("owner", M("who answers for its wording"))
    begun = day_option(day) or newest_day(library)
    if not begun:
        answers.missing.append("--date")
    answers.complete()
    review_by = _a_year_after(begun)
    write(file, clause_text(library, name, chosen, title=quoted(title), owner=quoted(owner), review_by=review_by))
    click.echo(path)
    click.echo(
        say(M("next: write its text and values, name it in an outline or a profile, then bidgen check")), err=True
    )


def _unused(name: str, library: Library) -> None:
    """Refuse an id that is taken, or was once."""
    if name in library.present["clause"]:
        raise CannotRunError(M("the clause `{name}` is there already", name=name))
    for loaded in library.clauses.values():
        if name in loaded.clause.was:
            message = M("`{name}` is a former id of `{other}`; take another", name=name, other=str(loaded.clause.id))
            raise CannotRunError(message)


def _a_year_after(day: str) -> str:
    begun = datetime.date.fromisoformat(day)
    leap_day = (begun.month, begun.day) == (2, 29)
    return begun.replace(year=begun.year + 1, day=28 if leap_day else begun.day).isoformat()

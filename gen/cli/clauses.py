"""The command `bidgen clauses`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from gen.cli.workspace import CannotRunError, day_option, open_workspace, room
from gen.message import M, Message, counted, say

if TYPE_CHECKING:
    from gen.inventory import Use, Wanted
    from gen.model.library import Library

STATUSES = ("draft", "approved", "retired")


@click.command(
    "clauses",
    help=say(
        M(
            "List the clauses whose id, title, text, labels or promises have all words of QUERY; show one as it "
            "prints; or report on the library."
        )
    ),
)
@click.argument("query", nargs=-1, metavar="[QUERY]...")
@click.option(
    "--dimension",
    "dimensions",
    multiple=True,
    metavar="PROMISE",
    help=say(M("Only clauses that promise this, by its key or its name; may be given several times.")),
)
@click.option("--topic", help=say(M("Only clauses of this topic.")))
@click.option("--status", type=click.Choice(STATUSES), help=say(M("Only clauses of this status.")))
@click.option("--owner", help=say(M("Only clauses that this owner answers for.")))
@click.option("--used-in", metavar="NAME", help=say(M("Only clauses of this document kind or this bid.")))
@click.option("--unused", is_flag=True, help=say(M("Only clauses that no document prints, or no bid has.")))
@click.option(
    "--show", "shown", metavar="ID", help=say(M("Show one clause: its text with default values, its promises."))
)
@click.option("--report", "reported", is_flag=True, help=say(M("What the library lacks, what it has too much of.")))
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    help=say(M("With --report: the day against which reviews are held; otherwise the newest bid's.")),
)
@click.option(
    "--alike",
    type=click.IntRange(1, 100),
    default=60,
    show_default=True,
    metavar="PERCENT",
    help=say(M("With --report: how much of their wording two clauses share to be named.")),
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=say(M("How to print the list."))
)
def command(query: tuple[str, ...], form: str, *, shown: str | None, reported: bool, **asked: Any) -> None:
    """List, show or report."""
    from gen.inventory import uses
    from gen.library import load

    # The rules about wording are `check`'s business: a list shall not take longer than reading the files.
    library, _ = load(open_workspace())
    if lost := sum(len(library.present[kind] - set(read)) for kind, read in _read(library)):
        click.echo(say(_unread(lost)), err=True)
    used = uses(library)
    if reported:
        _report(library, used, asked, form)
    elif shown is not None:
        _show(library, used, shown, form)
    else:
        _list(library, used, _wanted(library, " ".join(query), asked), form)


def _list(library: Library, used: Mapping[str, Use], wanted: Wanted, form: str) -> None:
    from gen.cli.clauses_shown import listed_json, listed_text
    from gen.inventory import matching

    listed = [(clause, used[str(clause.id)]) for clause in matching(library, used, wanted)]
    if form == "json":
        _echo(listed_json(listed, library))
        return
    click.echo("".join(f"{line}\n" for line in listed_text(listed, library, room())), nl=False)
    click.echo(say(M("{count} of {total} clauses", count=len(listed), total=len(library.clauses))), err=True)


def _show(library: Library, used: Mapping[str, Use], asked: str, form: str) -> None:
    from gen.cli.clauses_shown import shown_json, shown_text
    from gen.inventory import preview

    name = known(asked, library.clauses, M("there is no clause `{name}`", name=asked))
    shown = (library.clauses[name], used[name], preview(library, name))
    if form == "json":
        _echo(shown_json(shown, library))
        return
    click.echo("\n".join(shown_text(shown, library, room())))


def _report(library: Library, used: Mapping[str, Use], asked: dict[str, Any], form: str) -> None:
    from gen.cli.report_shown import report_json, report_text
    from gen.inventory import newest_day, report

    made = report(library, used, day_option(asked["day"]) or newest_day(library), Fraction(asked["alike"], 100))
    if form == "json":
        _echo(report_json(made))
        return
    click.echo("\n".join(report_text(made, library, room())))


def _echo(content: object) -> None:
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _wanted(library: Library, words: str, asked: dict[str, Any]) -> Wanted:
    """What is looked for; a name that nothing has is refused, with the nearest."""
    from gen.inventory import Wanted

    topic, owner, place = (asked[key] or "" for key in ("topic", "owner", "used_in"))
    if topic:
        topic_named(library, topic)
    if owner:
        owners = {str(loaded.clause.owner) for loaded in library.clauses.values()}
        known(owner, owners, M("nobody called `{name}` answers for a clause", name=owner))
    if place:
        bids = {name for bid in library.bids.values() for name in (str(bid.id), bid.folder)}
        message = M("there is no document kind and no bid `{name}`", name=place)
        known(place, {*map(str, library.outlines), *bids}, message)
    dimensions = frozenset(dimension_named(library, name) for name in asked["dimensions"])
    return Wanted(words, dimensions, topic, asked["status"] or "", owner, used_in=place, unused=asked["unused"])


def dimension_named(library: Library, name: str) -> str:
    """A kind of promise by its key or by its name in either language."""
    every = library.vocabulary.dimensions
    named = {alias: str(key) for key, spec in every.items() for alias in (str(spec.en), str(spec.label), str(key))}
    return named[known(name, named, M("`{name}` is no kind of promise", name=name))]


def topic_named(library: Library, name: str) -> str:
    """A topic of the library's clauses."""
    from gen.inventory import topic_of

    topics = {topic_of(loaded.clause) for loaded in library.clauses.values()}
    return known(name, topics, M("there is no topic `{name}`", name=name))


def known(name: str, names: Collection[str], message: Message) -> str:
    """A name that is known; any other is refused, with the nearest."""
    from gen.decode import nearest

    if name in names:
        return name
    helps = nearest(name, sorted(map(str, names)))
    raise CannotRunError(message, *helps[:1])


def _read(library: Library) -> tuple[tuple[str, Collection[str]], ...]:
    """What could be read of each kind of file that names have been kept of."""
    return ("clause", library.clauses), ("profile", library.profiles), ("document kind", library.outlines)


def _unread(count: int) -> Message:
    return counted(
        count,
        M("{count} file cannot be read and is left out; `bidgen check` says why"),
        M("{count} files cannot be read and are left out; `bidgen check` says why"),
    )

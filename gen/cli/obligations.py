"""The command `bidgen obligations`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from gen.cli.workspace import (
    CannotRunError,
    bids_counted,
    chosen_bids,
    day_given,
    fails,
    load_library,
    open_workspace,
    summary,
    unaccepted,
    unreadable,
    write,
)
from gen.message import M, say
from gen.rule import Severity

if TYPE_CHECKING:
    from gen.finding import Finding
    from gen.model.bid import Bid
    from gen.model.library import Library
    from gen.obligations import Register
    from gen.workspace import Workspace

FORMATS = ("text", "xlsx", "ics", "json")


@click.command(
    "obligations",
    help=say(
        M(
            "After the award: list what a bid obliges its parties to do, by whom, to whom and when, how it is proven, "
            "and where it is written and printed. A bid with errors is not listed."
        )
    ),
)
@click.argument("bid")
@click.option(
    "--start", metavar="DATE", required=True, help=say(M("The day on which the contract is signed: 2026-12-28."))
)
@click.option("--until", metavar="DATE", default=None, help=say(M("List no date after this day.")))
@click.option(
    "--format", "formats", multiple=True, metavar="FORMAT[=PATH]",
    help=say(M("How to print the register, on standard output or into a file; may be given several times. "
               "One of {names}.", names=FORMATS)),
)  # fmt: skip
def command(bid: str, start: str, until: str | None, formats: tuple[str, ...]) -> None:
    """Examine the bid, make the register, print or write it, and exit."""
    from gen.examine import examine
    from gen.obligations import TooManyError, register
    from gen.obligations.start import start_findings

    begins, last = day_given(start, "--start"), day_given(until, "--until") if until else None
    if last is not None and last < begins:
        raise CannotRunError(M("--until {last} lies before --start {first}", last=str(until), first=start))
    asked = _asked(formats)
    workspace = open_workspace()
    library, findings = load_library(workspace)
    chosen = _chosen(library, bid, workspace)
    if chosen is None:
        _refuse(_held(findings, workspace), library, 0)
    examined = examine(library, chosen)
    held = _held((*findings, *examined.findings), workspace)
    if fails(held, Severity.ERROR):
        _refuse(held, library, 1)
    problems = start_findings(examined, begins)
    if fails(problems, Severity.ERROR):
        _refuse(problems, library, 1)
    try:
        made = register(examined, begins, last)
    except TooManyError as error:
        message = M("`{path}` gives more dates than a register can hold; narrow it with --until", path=error.fact.path)
        raise CannotRunError(message) from error
    _tell(problems)
    for name, path in asked:
        _print(_WRITERS[name](made), path)


def _asked(formats: Sequence[str]) -> list[tuple[str, str]]:
    """Each format with the path of its file, "" for standard output."""
    asked = []
    for form in formats or ("text",):
        name, _, path = form.partition("=")
        if name not in FORMATS:
            raise CannotRunError(M("there is no format `{name}`; there are: {names}", name=name, names=FORMATS))
        if name == "xlsx" and find_spec("xlsxwriter") is None:
            raise CannotRunError(M("for workbooks XlsxWriter is missing: `pip install 'bidgen[xlsx]'`"))
        if name == "xlsx" and not path and sys.stdout.isatty():
            raise CannotRunError(M("a workbook cannot be shown here; give it a file: --format xlsx=PATH"))
        asked.append((name, path))
    return asked


def _chosen(library: Library, name: str, workspace: Workspace) -> Bid | None:
    """The one bid; none where it is there but could not be read."""
    chosen = chosen_bids(library, (name,), workspace)
    if len(chosen) > 1:
        names = tuple(str(bid.id) for bid in chosen)
        raise CannotRunError(M("`{name}` has several lots, each with a register of its own: {names}",
                               name=name, names=names))  # fmt: skip
    return chosen[0] if chosen else None


def _held(findings: Sequence[Finding], workspace: Workspace) -> tuple[Finding, ...]:
    """Findings, those marked that stand accepted; what no document can be made with stands for `build` as for us."""
    from gen.accept import acceptances, marked
    from gen.catalogue import ALL_RULES
    from gen.cli.checked import today

    given, problems = acceptances(workspace, ALL_RULES)
    return (*map(unaccepted, marked(findings, given, today())), *problems)


def _refuse(findings: Sequence[Finding], library: Library, bids: int) -> NoReturn:
    """Show why there is no register, and exit."""
    ordered = _tell(findings)
    click.echo(say(summary(ordered, bids_counted(bids))), err=True)
    sys.exit(2 if unreadable(ordered, len(library.clauses)) else 1)


def _tell(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Print findings on standard error: standard output is the register's."""
    from gen.finding import in_order
    from gen.report import text_report

    ordered = in_order(findings)
    shown = [finding for finding in ordered if finding.accepted is None]
    if shown:
        click.echo(text_report(shown) + "\n", err=True)
    return ordered


def _print(content: str | bytes, path: str) -> None:
    if path:
        write(Path(path), content)
        click.echo(path, err=True)
    else:
        click.echo(content, nl=False)


def _text(made: Register) -> str:
    from gen.obligations.text import text_register

    return text_register(made) + "\n"


def _workbook(made: Register) -> bytes:
    from gen.obligations.workbook import workbook

    return workbook(made)


def _ics(made: Register) -> str:
    from gen.obligations.ics import ics

    return ics(made)


def _json(made: Register) -> str:
    from gen.obligations.json import json_register

    return json_register(made) + "\n"


_WRITERS: dict[str, Callable[[Register], str | bytes]] = {
    "text": _text,
    "xlsx": _workbook,
    "ics": _ics,
    "json": _json,
}

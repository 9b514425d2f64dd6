"""The command `bidgen check`."""

from __future__ import annotations

import sys

import click

from gen.cli.workspace import (
    SEVERITIES,
    bids_counted,
    chosen_bids,
    counted,
    fails,
    format_option,
    load_library,
    open_workspace,
    show,
    summary,
    unreadable,
)
from gen.message import M, say


@click.command(
    "check",
    help=say(M("Check the library and the bids named, or all bids. Findings go to standard output, worst first.")),
)
@click.argument("bids", nargs=-1, metavar="[BID]...")
@click.option(
    "--format", "formats", multiple=True, metavar="FORMAT[=PATH]",
    help=say(M("text or json, on standard output or into a file; may be given several times.")),
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(list(SEVERITIES)), default="error", show_default=True,
    help=say(M("Exit with 1 when something at least this severe is found.")),
)  # fmt: skip
@click.option(
    "--show", "least", type=click.Choice(list(SEVERITIES)), default="hint", show_default=True,
    help=say(M("Show findings that are at least this severe.")),
)  # fmt: skip
def command(bids: tuple[str, ...], formats: tuple[str, ...], fail_on: str, least: str) -> None:
    """Check and exit."""
    from gen.examine import examine

    formats = format_option(formats)
    workspace = open_workspace()
    library, library_findings = load_library(workspace)
    findings = list(library_findings)
    documents = 0
    chosen = chosen_bids(library, bids, workspace)
    for bid in chosen:
        examined = examine(library, bid)
        findings += examined.findings
        documents += len(examined.documents)
    ordered = show(findings, SEVERITIES[least], formats)
    what = M(
        "{clauses}, {bids}, {documents}",
        clauses=counted(len(library.clauses), M("{count} clause"), M("{count} clauses")),
        bids=bids_counted(len(chosen)),
        documents=counted(documents, M("{count} document"), M("{count} documents")),
    )  # fmt: skip
    click.echo(say(summary(ordered, what)), err=True)
    if unreadable(ordered, library):
        sys.exit(2)
    sys.exit(1 if fails(ordered, SEVERITIES[fail_on]) else 0)

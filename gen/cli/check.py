"""The command `bidgen check`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gen.cli.workspace import (
    CONFIDENCES,
    SEVERITIES,
    CannotRunError,
    bids_counted,
    fails,
    format_help,
    format_option,
    open_workspace,
    show,
    summary,
    unreadable,
    write,
)
from gen.message import M, Message, counted, say

if TYPE_CHECKING:
    from datetime import date

    from gen.cli.checked import Checked
    from gen.finding import Finding

NEVER = "never"


@click.command(
    "check",
    help=say(
        M(
            "Check the library and the bids named, or all bids. Findings go to standard output, worst first; those "
            "that stand accepted are counted."
        )
    ),
)
@click.argument("bids", nargs=-1, metavar="[BID]...")
@click.option("--format", "formats", multiple=True, metavar="FORMAT[=PATH]", help=format_help())
@click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, NEVER]), default="error", show_default=True,
    help=say(M("Exit with 1 when something at least this severe is found.")),
)  # fmt: skip
@click.option(
    "--min-confidence", "confidence", type=click.Choice(list(CONFIDENCES)), default="medium", show_default=True,
    help=say(M("Let only what is at least this sure count for --fail-on.")),
)  # fmt: skip
@click.option(
    "--show", "least", type=click.Choice(list(SEVERITIES)), default="hint", show_default=True,
    help=say(M("Show findings that are at least this severe.")),
)  # fmt: skip
@click.option("--show-accepted", is_flag=True, help=say(M("Show accepted findings in the text as well.")))
@click.option(
    "--since", "revision", metavar="REV",
    help=say(M("Show and count only what is new since a revision in git, such as main or HEAD~1.")),
)  # fmt: skip
@click.option(
    "--baseline", metavar="PATH", help=say(M("Let stand what this file records, so that only new findings count."))
)
@click.option(
    "--write-baseline", metavar="PATH",
    help=say(M("Record all that is found now and nobody has accepted, as in bidgen-baseline.yaml.")),
)  # fmt: skip
def command(
    *,
    bids: tuple[str, ...],
    formats: tuple[str, ...],
    fail_on: str,
    confidence: str,
    least: str,
    show_accepted: bool,
    revision: str | None,
    baseline: str | None,
    write_baseline: str | None,
) -> None:
    """Check and exit."""
    from gen.cli.checked import checked, found_at, today

    formats = format_option(formats)
    if revision is not None and write_baseline is not None:
        raise CannotRunError(M("a baseline records all that is found: leave --since out"))
    day = today()
    workspace = open_workspace()
    now = checked(workspace, bids, day)
    findings = now.findings
    if write_baseline is not None:
        _record(write_baseline, now, day)
    for path in dict.fromkeys((baseline, write_baseline)):
        if path is not None:
            findings = _with_baseline(path, now, findings)
    older = 0
    if revision is not None:
        from gen.accept import new_since

        findings, older = new_since(findings, found_at(revision, workspace, bids, day))
    ordered = show(findings, SEVERITIES[least], formats, accepted=show_accepted)
    click.echo(say(_summary(ordered, now, older)), err=True)
    if unreadable(now.findings, now.clauses):
        sys.exit(2)
    failed = fail_on != NEVER and fails(ordered, SEVERITIES[fail_on], CONFIDENCES[confidence])
    sys.exit(1 if failed else 0)


def _summary(findings: tuple[Finding, ...], now: Checked, older: int) -> Message:
    """The last line: what was found, in what, and what is not shown."""
    what = M(
        "{clauses}, {bids}, {documents}",
        clauses=counted(now.clauses, M("{count} clause"), M("{count} clauses")),
        bids=bids_counted(now.bids),
        documents=counted(now.documents, M("{count} document"), M("{count} documents")),
    )  # fmt: skip
    line = summary(findings, what)
    if not older:
        return line
    left_out = counted(older, M("{count} older finding not shown"), M("{count} older findings not shown"))
    return M("{line}; {left_out}", line=line, left_out=left_out)


def _with_baseline(path: str, now: Checked, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings with those marked that a baseline knows, and what is wrong with the baseline."""
    from gen.accept import known_among, read_baseline

    known, problems = read_baseline(Path(path), path)
    if known is None:
        raise CannotRunError(M("there is no baseline {path}; --write-baseline makes one", path=path))
    held, stale = known_among(findings, known, now.seen)
    return (*held, *stale, *problems)


def _record(path: str, now: Checked, day: date) -> None:
    """Write a baseline, in place of a former one but of no other file."""
    from gen.accept import read_baseline, recorded

    known, problems = read_baseline(Path(path), path)
    if problems:
        raise CannotRunError(M("{path} is there already and is no sound baseline; it stays as it is", path=path))
    write(Path(path), recorded(now.findings, known or (), now.seen, day))

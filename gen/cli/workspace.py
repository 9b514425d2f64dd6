"""What commands share: finding the workspace, choosing bids, showing findings, deciding the exit status."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from gen.finding import Finding, in_order
from gen.message import M, Message, counted, say
from gen.model.bid import Bid
from gen.model.library import Library
from gen.rule import Confidence, Severity
from gen.workspace import MARKER, Workspace, find

SEVERITIES = {"hint": Severity.HINT, "warning": Severity.WARNING, "error": Severity.ERROR}
CONFIDENCES = {"low": Confidence.LOW, "medium": Confidence.MEDIUM, "high": Confidence.HIGH}


class CannotRunError(click.ClickException):
    """The command cannot run at all; shown in one line, exit status 2."""

    exit_code = 2

    def __init__(self, message: Message, help_: Message | None = None) -> None:
        super().__init__(say(M("{message}; {help}", message=message, help=help_) if help_ else message))

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's interface
        """Print the one line."""
        click.echo(f"bidgen: {self.message}", err=True)


def open_workspace() -> Workspace:
    """The workspace around the current folder."""
    workspace = find(Path.cwd())
    if workspace is None:
        raise CannotRunError(
            M("no {marker} here or in a folder above; `bidgen init DIR` lays down a workspace", marker=MARKER)
        )
    return workspace


def load_library(workspace: Workspace) -> tuple[Library, tuple[Finding, ...]]:
    """Load and check the library; imported here so that help and usage errors stay quick."""
    from gen.examine import load_checked

    # What is read now lives until the end: looking through it for garbage again and again finds none.
    gc.disable()
    loaded = load_checked(workspace)
    gc.freeze()
    gc.enable()
    return loaded


def chosen_bids(library: Library, names: Sequence[str], workspace: Workspace) -> tuple[Bid, ...]:
    """The bids named, as id or folder, and of a bid for several lots all of them; every bid where none is named."""
    if not names:
        return tuple(library.bids.values())
    chosen: dict[str, Bid] = {}
    for name in names:
        wanted = bid_named(name)
        named = {id_: bid for id_, bid in library.bids.items() if wanted in {id_, bid.folder}}
        if not named and (workspace.root / "projects" / wanted / "project.yaml").exists():
            continue  # it is there but could not be read, which is a finding already
        if not named:
            raise CannotRunError(
                M(
                    "there is no bid `{name}`; there are: {names}",
                    name=name,
                    names=tuple(library.bids) or ("—",),
                )
            )
        chosen |= named
    return tuple(chosen.values())


def bid_named(name: str) -> str:
    """The id that a name on the command line stands for: BID, BID/LOT, or a path to its folder."""
    *above, last = Path(name).parts or ("",)
    if "projects" in above:
        return "/".join((*above[above.index("projects") + 1 :], last))
    return "/".join((*above, last)) if len(above) == 1 and above[0] not in {".", "..", "/"} else last


def show(
    findings: Iterable[Finding], least: Severity, formats: Sequence[str] = ("text",), *, accepted: bool = False
) -> tuple[Finding, ...]:
    """Print findings of at least a severity in each format (`json=PATH` writes to a file); returns all in order.

    What stands accepted is in every machine's report; in text only where it is asked for.
    """
    from gen.report import FORMATS, job_summary, text_report

    ordered = in_order(findings)
    shown = [finding for finding in ordered if finding.severity >= least]
    for form in formats:
        name, _, path = form.partition("=")
        told = shown if name != "text" or accepted else [finding for finding in shown if finding.accepted is None]
        if path:
            content = FORMATS[name](told)
            write(Path(path), content + "\n" if content else "")
        elif name == "text" and told:
            click.echo(text_report(told, _paint, room()) + "\n")
        elif name != "text" and (content := FORMATS[name](told)):
            click.echo(content)
        if name == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
            with Path(page).open("a", encoding="utf-8") as file:  # steps of one job write it one behind the other
                file.write(job_summary(told) + "\n")
    return ordered


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all, as the same bytes on every system."""
    path = Path(os.path.realpath(path))  # a link stays a link
    try:
        data = content.encode("utf-8") if isinstance(content, str) else content
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a device or pipe takes what it is given
            path.write_bytes(data)
            return
        aside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            aside.write_bytes(data)
            if path.exists():
                aside.chmod(path.stat().st_mode)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotRunError(M("{path} cannot be written: {reason}", path=str(path), reason=reason)) from error


def format_help() -> str:
    """What `--format` takes."""
    from gen.report import FORMATS

    text = M(
        "How to print findings, on standard output or into a file; may be given several times. One of {names}.",
        names=tuple(FORMATS),
    )
    return say(text)


def format_option(value: tuple[str, ...]) -> tuple[str, ...]:
    """Check `--format` values: a known name, with or without `=PATH`."""
    from gen.report import FORMATS

    for form in value:
        if form.partition("=")[0] not in FORMATS:
            raise CannotRunError(M("there is no format `{name}`; there are: {names}", name=form, names=tuple(FORMATS)))
    return value or ("text",)


def summary(findings: Sequence[Finding], what: Message) -> Message:
    """One line: how much was found in how much, and how much of it stands accepted."""
    from gen.report.words import counts, parted

    standing, accepted = parted(findings)
    parts = counts(standing)
    if accepted:
        parts += (M("{count} accepted", count=len(accepted)),)
    return M("{found} in {what}", found=parts, what=what) if parts else M("nothing found in {what}", what=what)


def day_option(written: str | None) -> str:
    """A day given on the command line as year-month-day; empty where none was."""
    return "" if written is None else day_given(written).isoformat()


def day_given(written: str, option: str = "") -> date:
    """A day given on the command line; `option` says in which of several."""
    from gen.quantity import Date, NotReadError, read

    try:
        day = read(written, "date")
    except NotReadError as error:
        message = M("`{written}` is not {expected}", written=written, expected=error.reason)
        if option:
            message = M("{option} {text}: {expected}", option=option, text=written, expected=error.reason)
        raise CannotRunError(message) from error
    assert isinstance(day, Date)  # noqa: S101 - nothing else is read as one
    return day.day


def bids_counted(count: int) -> Message:
    """So many bids."""
    return counted(count, M("{count} bid"), M("{count} bids"))


def fails(findings: Iterable[Finding], threshold: Severity, confidence: Confidence = Confidence.MEDIUM) -> bool:
    """Whether anything was found at or above the threshold, and at least that surely, that nobody has accepted."""
    return any(
        finding.severity >= threshold and finding.confidence >= confidence and finding.accepted is None
        for finding in findings
    )


def unaccepted(finding: Finding) -> Finding:
    """A finding, not accepted if no document can be built with it: what was not read can be printed by nobody."""
    from gen.accept import MISSING

    if finding.accepted is None or finding.severity < Severity.ERROR or not finding.rule.id.startswith(MISSING):
        return finding
    note = M("accepted for `bidgen check`; for documents it must be mended")
    return replace(finding, accepted=None, notes=(*finding.notes, note))


def unreadable(findings: Iterable[Finding], clauses: int) -> bool:
    """Whether nothing could be read at all."""
    return not clauses and any(finding.rule.id.startswith("S1") for finding in findings)


_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan", "place": "blue", "mark": "magenta"}


def room() -> int | None:
    """The width of the terminal; none where nobody looks at one."""
    return (shutil.get_terminal_size((0, 0)).columns or None) if sys.stdout.isatty() else None


def _paint(text: str, role: str) -> str:
    if not sys.stdout.isatty() or "NO_COLOR" in os.environ:
        return text
    if role == "quiet":
        return click.style(text, dim=True)
    return click.style(text, fg=_COLOURS[role], bold=role in {"error", "warning", "hint"})

"""The command `bidgen build`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gen.cli.doctor import lacking
from gen.cli.workspace import (
    CannotRunError,
    bids_counted,
    chosen_bids,
    fails,
    format_help,
    format_option,
    load_library,
    open_workspace,
    show,
    summary,
    unreadable,
)
from gen.message import M, counted, say
from gen.rule import Severity

if TYPE_CHECKING:
    from gen.examine import Examined
    from gen.finding import Finding
    from gen.workspace import Workspace


@click.command(
    "build",
    help=say(
        M(
            "Build the documents of the bids named, or of all bids, into projects/BID/out. "
            "A bid with errors is not built; its last good documents stay."
        )
    ),
)
@click.argument("bids", nargs=-1, metavar="[BID]...")
@click.option(
    "--to", "wanted", multiple=True, type=click.Choice(["docx", "pdf", "html"]),
    help=say(M("Format to build; may be given several times. Without it: Word, and PDF where this machine can.")),
)  # fmt: skip
@click.option("--output", metavar="DIR", help=say(M("Folder for the documents, instead of projects/BID/out.")))
@click.option("--format", "formats", multiple=True, metavar="FORMAT[=PATH]", help=format_help())
def command(bids: tuple[str, ...], wanted: tuple[str, ...], output: str | None, formats: tuple[str, ...]) -> None:
    """Check, build, publish and exit."""
    from gen.accept import acceptances, judge, marked, seen
    from gen.catalogue import ALL_RULES
    from gen.cli.checked import bids_present, today
    from gen.examine import examine

    formats = format_option(formats)
    day = today()
    workspace = open_workspace()
    to = _formats(wanted)
    library, library_findings = load_library(workspace)
    given, problems = acceptances(workspace, ALL_RULES)
    findings = list(marked(library_findings, given, day))
    whole = []
    chosen = chosen_bids(library, bids, workspace)
    if output and len(chosen) > 1:
        raise CannotRunError(M("--output takes one bid at a time: their documents carry the same names"))
    sound = not _blocked(findings)
    made: list[Path] = []
    for bid in chosen:
        examined = examine(library, bid)
        held = marked(examined.findings, given, day)
        findings += held
        whole += [bid.id] if examined.package.whole else []
        if sound and not _blocked(held):
            folder = Path(output) if output else workspace.root / "projects" / bid.id / "out"
            if not output and not folder.resolve().is_relative_to(workspace.root.resolve()):
                findings.append(_outside(folder, bid.id, workspace))
                continue
            accepted = [finding for finding in findings if finding.accepted and finding.bid in {None, bid.id}]
            paths, build_findings = _build(examined, to, folder, workspace, accepted)
            made += paths
            findings += build_findings
    extent = seen(findings, whole, bids_present(workspace))
    about = (*problems, *judge(findings, given, extent, day))
    ordered = show(map(_unaccepted, (*findings, *about)), Severity.HINT, formats)
    for path in made:
        click.echo(_shown(path))
    files = counted(len(made), M("{count} file"), M("{count} files"))
    what = M("{files} of {bids}", files=files, bids=bids_counted(len(chosen)))
    click.echo(say(summary(ordered, what)), err=True)
    if unreadable(ordered, len(library.clauses)):
        sys.exit(2)
    sys.exit(1 if fails(ordered, Severity.ERROR) else 0)


def _formats(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The formats to build: what is asked for, else Word, and PDF where it can be had."""
    missing = lacking() if not wanted or "pdf" in wanted else ()
    if not missing:
        return tuple(dict.fromkeys(wanted)) or ("docx", "pdf")
    reason = M(
        "only Word can be built here; for PDF this is missing: {missing} (`bidgen doctor` says how to get it)",
        missing=missing,
    )
    if "pdf" in wanted:
        raise CannotRunError(reason)
    click.echo(f"bidgen: {say(reason)}", err=True)
    return ("docx",)


def _blocked(findings: Iterable[Finding]) -> bool:
    """Whether something hinders building: an error that nobody has accepted, or one that nobody can for a document."""
    return fails(map(_unaccepted, findings), Severity.ERROR)


def _unaccepted(finding: Finding) -> Finding:
    """A finding, not accepted if no document can be built with it: what was not read can be printed by nobody."""
    from gen.accept import MISSING

    if finding.accepted is None or finding.severity < Severity.ERROR or not finding.rule.id.startswith(MISSING):
        return finding
    note = M("accepted for `bidgen check`; for documents it must be mended")
    return replace(finding, accepted=None, notes=(*finding.notes, note))


def _build(
    examined: Examined, to: tuple[str, ...], folder: Path, workspace: Workspace, accepted: Sequence[Finding]
) -> tuple[list[Path], tuple[Finding, ...]]:
    from gen.build import build
    from gen.git import revision
    from gen.manifest import NAME, former_files, manifest
    from gen.publish import publish

    files = [f"{document.title}.{form}" for document in examined.documents for form in to]
    with click.progressbar(
        length=len(files), label=str(examined.package.bid.id), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        built, findings = build(examined, to, lambda _name: bar.update(1))
    if fails(findings, Severity.ERROR):
        return [], findings
    contents = dict(built.files)
    contents[NAME] = manifest(examined.package, built.documents, built.files, revision(workspace.root), accepted)
    listed = folder / NAME
    former = former_files(listed.read_text("utf-8", errors="replace")) if listed.is_file() else ()
    written, publish_findings = publish(folder, contents, former)
    return [folder / name for name in contents] if written else [], (*findings, *publish_findings)


def _outside(folder: Path, bid: str, workspace: Workspace) -> Finding:
    from gen.finding import found
    from gen.stage_rules import s113_path_outside

    message = M("`{path}` lies outside the workspace", path=folder.relative_to(workspace.root).as_posix())
    helps = [M("take the link away, or choose the folder with --output")]
    return found(s113_path_outside.RULE, message, helps=helps, key=(bid, "out"), bid=bid)


def _shown(path: Path) -> str:
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)

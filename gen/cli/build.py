"""The command `bidgen build`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from gen.cli.build_shown import say_kept, say_made
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
    unaccepted,
    unreadable,
)
from gen.message import M, counted, say
from gen.rule import Severity

if TYPE_CHECKING:
    from gen.editions import Wanted
    from gen.examine import Examined
    from gen.finding import Finding
    from gen.model.edition import Editing
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
@click.option("--draft", is_flag=True, help=say(M("A draft: with drafting notes and a watermark.")))
@click.option(
    "--copy", type=click.Choice(["original", "duplicate"]), default=None,
    help=say(M("Mark the covers 正本 (original) or 副本 (duplicate).")),
)  # fmt: skip
@click.option("--lock", is_flag=True, help=say(M("Word: only blanks can be filled in.")))
@click.option("--track", is_flag=True, help=say(M("Word: every edit becomes a revision.")))
@click.option(
    "--review", is_flag=True,
    help=say(M("Word: with all findings as comments; built in spite of contradictions, into projects/BID/out/review.")),
)  # fmt: skip
@click.option("--skin", metavar="FILE", help=say(M("Word: your own base document (.docx), with logo and styles.")))
@click.option("--output", metavar="DIR", help=say(M("Folder for the documents, instead of projects/BID/out.")))
@click.option("--fresh", is_flag=True, help=say(M("Make every file again, also those that nothing has changed for.")))
@click.option("--format", "formats", multiple=True, metavar="FORMAT[=PATH]", help=format_help())
def command(
    bids: tuple[str, ...],
    wanted: tuple[str, ...],
    output: str | None,
    formats: tuple[str, ...],
    fresh: bool,
    **copy: Any,
) -> None:
    """Check, build, publish and exit."""
    from gen.accept import acceptances, judge, marked, seen
    from gen.catalogue import ALL_RULES
    from gen.cli.checked import bids_present, today, whole_folders
    from gen.examine import examine

    formats = format_option(formats)
    day = today()
    workspace = open_workspace()
    asked = _asked(**copy)
    if asked.review and set(wanted) - {"docx"}:
        raise CannotRunError(M("--review makes comments, which only Word files have: leave --to out"))
    to = ("docx",) if asked.review else _formats(wanted)
    library, library_findings = load_library(workspace)
    given, problems = acceptances(workspace, ALL_RULES)
    findings = list(marked(library_findings, given, day))
    whole: set[str] = set()
    chosen = chosen_bids(library, bids, workspace)
    if output and len({bid.folder for bid in chosen}) > 1:
        raise CannotRunError(M("--output takes one bid at a time: their documents carry the same names"))
    blocked = _unprintable if asked.review else _blocked
    sound = not blocked(findings)
    made: list[Path] = []
    for bid in chosen:
        examined = examine(library, bid, drafting=asked.draft)
        held = marked(examined.findings, given, day)
        findings += held
        whole |= {str(bid.id)} if examined.package.whole else set()
        if not sound or blocked(held):
            continue
        if output:  # one lot is a bid like any other; of several, each has a folder there
            folder = Path(output, bid.lot) if len(chosen) > 1 else Path(output)
        else:
            folder = workspace.root / "projects" / bid.folder / "out" / bid.lot / asked.folder
            if not _within(folder, workspace):
                findings.append(_outside(folder, bid.id, workspace))
                continue
        about_it = [finding for finding in findings if finding.bid in {None, bid.id}]
        paths, build_findings = _build(
            examined, to, asked, folder=folder, workspace=workspace, findings=about_it, fresh=fresh
        )
        made += paths
        findings += build_findings
    extent = seen(findings, whole_folders(library, whole), bids_present(workspace))
    about = (*problems, *judge(findings, given, extent, day))
    ordered = show(map(unaccepted, (*findings, *about)), Severity.HINT, formats)
    say_made(made, workspace, library, chosen)
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
    return fails(map(unaccepted, findings), Severity.ERROR)


def _unprintable(findings: Iterable[Finding]) -> bool:
    """Whether something hinders even a review copy: what could not be read, or has no value to print."""
    from gen.accept import MISSING

    return _blocked(finding for finding in findings if finding.rule.id.startswith(MISSING))


def _asked(
    *,
    draft: bool,
    copy: Literal["original", "duplicate"] | None,
    lock: bool,
    track: bool,
    review: bool,
    skin: str | None,
) -> Wanted:
    """The copy that the options ask for."""
    from gen.editions import SkinFile, Wanted
    from gen.library.skins import UnreadableSkinError, skin_content

    if lock and track:
        raise CannotRunError(M("--lock and --track exclude each other: in a locked copy there is no text to edit"))
    editing: Editing = "locked" if lock else "tracked" if track else "free"
    base = None
    if skin is not None:
        try:
            base = SkinFile(skin, skin_content(Path(skin)))
        except UnreadableSkinError as error:
            message = M("the skin `{path}` cannot be used: {reason}", path=skin, reason=error.reason)
            raise CannotRunError(message) from error
    return Wanted(draft, copy or "", editing, review, base)


def _build(
    examined: Examined,
    to: tuple[str, ...],
    asked: Wanted,
    *,
    folder: Path,
    workspace: Workspace,
    findings: Sequence[Finding],
    fresh: bool,
) -> tuple[list[Path], tuple[Finding, ...]]:
    from gen.build import build
    from gen.git import revision
    from gen.kept import made_before
    from gen.manifest import NAME, former_files, manifest
    from gen.publish import publish

    files = [f"{document.title}.{form}" for document in examined.documents for form in to]
    state = revision(workspace.root)
    with click.progressbar(
        length=len(files), label=str(examined.package.bid.id), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        built, problems = build(
            examined, to, asked, lambda _name: bar.update(1), findings=findings, revision=state,
            before={} if fresh else made_before(folder, NAME),
        )  # fmt: skip
    if fails(problems, Severity.ERROR):
        return [], problems
    if built.kept:
        say_kept(built.kept, str(examined.package.bid.id))
    contents = {name: file.content for name, file in built.files.items()}
    accepted = [finding for finding in findings if finding.accepted]
    contents[NAME] = manifest(examined.package, built.documents, built.files, state, accepted)
    listed = folder / NAME
    former = former_files(listed.read_text("utf-8", errors="replace")) if listed.is_file() else ()
    written, publish_findings = publish(folder, contents, former)
    return [folder / name for name in contents] if written else [], (*problems, *publish_findings)


def _within(folder: Path, workspace: Workspace) -> bool:
    """Whether a folder lies in the workspace, or nowhere: a link in a circle is found when files are put there."""
    try:
        return folder.resolve().is_relative_to(workspace.root.resolve())
    except RuntimeError:  # Python 3.11 and 3.12
        return True


def _outside(folder: Path, bid: str, workspace: Workspace) -> Finding:
    from gen.finding import found
    from gen.stage_rules import s113_path_outside

    message = M("`{path}` lies outside the workspace", path=folder.relative_to(workspace.root).as_posix())
    helps = [M("take the link away, or choose the folder with --output")]
    return found(s113_path_outside.RULE, message, helps=helps, key=(bid, "out"), bid=bid)

"""The workspace on disk: where it begins, which files it holds, and their text.

Comes in: a folder. Goes out: sources, and findings for what cannot be read. Nothing outside the workspace is read.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gen.finding import Finding, found
from gen.message import M
from gen.source import FORBIDDEN, Source, Span
from gen.stage_rules import s101_unreadable_file, s105_forbidden_character, s113_path_outside

MARKER = "bidgen.toml"
LIMIT = 2 * 1024 * 1024
"""Bytes that a file of the workspace may have; the largest real clause has some ten thousand."""

Findings = tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder tree that holds clauses, templates and projects."""

    root: Path

    def files(self, pattern: str) -> tuple[str, ...]:
        """Paths that match a glob, relative to the root, in order; links that lead nowhere are among them."""
        return tuple(
            sorted(
                path.relative_to(self.root).as_posix()
                for path in self.root.glob(pattern)
                if path.is_file() or (path.is_symlink() and not path.is_dir())
            )
        )

    def linked_folders(self, top: str) -> tuple[str, ...]:
        """Folders under `top` that are links: `files` does not look into them."""
        paths = (self.root / top).rglob("*")
        return tuple(sorted(p.relative_to(self.root).as_posix() for p in paths if p.is_symlink() and p.is_dir()))


def find(start: Path) -> Workspace | None:
    """The workspace around a folder: the nearest folder upwards that holds bidgen.toml."""
    for folder in (start, *start.parents):
        if (folder / MARKER).is_file():
            return Workspace(folder)
    return None


def read(workspace: Workspace, path: str) -> tuple[Source | None, Findings]:
    """Read one file as text; every line ends with a line feed alone.

    Returns no source where nothing can be read; a source together with findings where single characters are at
    fault: it is the text without them, so that one of them is one finding and no more.
    """
    file = workspace.root / path
    nowhere = Source(path, "")
    try:
        if Path(path).is_absolute() or not file.resolve().is_relative_to(workspace.root.resolve()):
            message = M("`{path}` lies outside the workspace", path=path)
            return None, (found(s113_path_outside.RULE, message, Span(nowhere, 1, 1, 1, 1)),)
        size = file.stat().st_size
        if size > LIMIT:
            message = M(
                "the file has {size} MB; {limit} MB is the limit",
                size=f"{size / 2**20:.0f}",
                limit=LIMIT // 2**20,
            )
            return None, (found(s101_unreadable_file.RULE, message, Span(nowhere, 1, 1, 1, 1)),)
        data = file.read_bytes()
    except (OSError, RuntimeError) as error:  # Python 3.11 and 3.12 have RuntimeError for links in a circle
        reason = error.strerror if isinstance(error, OSError) else os.strerror(errno.ELOOP)
        message = M("the file cannot be opened: {reason}", reason=reason or str(error))
        return None, (found(s101_unreadable_file.RULE, message, Span(nowhere, 1, 1, 1, 1)),)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode("utf-8")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        message = M(
            "the file is not UTF-8 text: line {line} holds the byte {byte}",
            line=line,
            byte=f"0x{error.object[error.start]:02x}",
        )
        helps = [M("save it again with the encoding UTF-8")]
        return None, (
            found(s101_unreadable_file.RULE, message, Span(nowhere, line, column, line, column), helps=helps),
        )
    source = Source(path, text.replace("\r\n", "\n").replace("\r", "\n"))
    if findings := tuple(_forbidden(source)):
        return Source(path, FORBIDDEN.sub("", source.text)), findings
    return source, ()


def _forbidden(source: Source) -> Iterator[Finding]:
    number = 0
    for line, text in enumerate(source.lines, 1):
        for match in FORBIDDEN.finditer(text):
            column = match.start() + 1
            yield found(
                s105_forbidden_character.RULE,
                M("a character that no document may hold: U+{code}", code=f"{ord(match[0]):04X}"),
                Span(source, line, column, line, column + 1),
                helps=[M("delete it; it is often invisible, so retype the word around it")],
                key=(source.path, match[0], str(number)),
            )
            number += 1

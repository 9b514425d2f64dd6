"""The skins of themes: a base package of the company beside theme.yaml, with its logo and styles for Word."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from os.path import lexists
from pathlib import Path

from gen.finding import Finding, found
from gen.message import M, Message
from gen.source import Source
from gen.stage_rules import s101_unreadable_file, s113_path_outside
from gen.workspace import Workspace

NAME = "base.docx"
MOST_BYTES = 20 * 2**20
"""A skin has a logo and styles; one of more than this has something else in it."""


def load_skins(workspace: Workspace, themes: Iterable[str], findings: list[Finding]) -> dict[str, bytes]:
    """The skin of each theme that has one, as bytes; whether Word could use it is found when it is built with."""
    skins = {}
    for theme in themes:
        path = f"templates/themes/{theme}/{NAME}"
        file = workspace.root / path
        if not lexists(file):
            continue
        place = Source(path, "").span(1, 1, 1, 1)
        try:
            if not file.resolve().is_relative_to(workspace.root.resolve()):
                message = M("`{path}` lies outside the workspace", path=path)
                findings.append(found(s113_path_outside.RULE, message, place))
            else:
                skins[theme] = skin_content(file)
        except RuntimeError:  # Python 3.11 and 3.12 have it for links in a circle
            message = M("the file cannot be opened: {reason}", reason=os.strerror(errno.ELOOP))
            findings.append(found(s101_unreadable_file.RULE, message, place))
        except UnreadableSkinError as error:
            findings.append(found(s101_unreadable_file.RULE, error.reason, place))
    return skins


class UnreadableSkinError(Exception):
    """A skin that cannot be read; says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__()
        self.reason = reason


def skin_content(file: Path) -> bytes:
    """The bytes of a skin; raises UnreadableSkinError for what is no file, or too large for one."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableSkinError(M("it is a folder or a device, not a file"))
        if status.st_size > MOST_BYTES:
            size, limit = f"{status.st_size / 2**20:.0f}", MOST_BYTES // 2**20
            raise UnreadableSkinError(M("the file has {size} MB; {limit} MB is the limit", size=size, limit=limit))
        return file.read_bytes()
    except OSError as error:
        message = M("the file cannot be opened: {reason}", reason=error.strerror or str(error))
        raise UnreadableSkinError(message) from None

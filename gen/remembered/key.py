"""The key of a check: a hash over everything that decides what it finds."""

# ruff: noqa: PTH112, PTH114, PTH115, PTH116, PTH118, PTH123
from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence

from gen.image import MOST_BYTES
from gen.program import READING, program
from gen.workspace import LIMIT, MARKER, Workspace

_FOLDERS = ("clauses", "templates", "projects")

_MADE = {"projects": 2}
"""How deep below such a folder lies what was built: projects/BID/out. Anywhere else, a folder of that name is read."""


def key(workspace: Workspace, names: Sequence[str]) -> str | None:
    """The key of a check of these bids, or of all where none is named; hexadecimal digits.

    None where a folder is a link: what it leads to may change without a trace.
    """
    digest = hashlib.sha256(program(READING, (".py", ".yaml")).encode())
    for part in ("", *names):
        digest.update(part.encode("utf-8", "surrogateescape") + b"\0")
    root = str(workspace.root)
    below = (file for top in _FOLDERS for file in _files(os.path.join(root, top), made=_MADE.get(top, 0)))
    for path in (os.path.join(root, MARKER), *below):
        if os.path.islink(path) and os.path.isdir(path):
            return None
        digest.update(os.path.relpath(path, root).encode("utf-8", "surrogateescape") + b"\0" + _state(path) + b"\0")
    return digest.hexdigest()


def _files(top: str, made: int) -> Iterator[str]:
    """Every file below a folder, in order; linked folders too, which are named but not entered.

    What was built is left out: so many levels below the folder.
    """
    if os.path.islink(top):
        yield top
        return
    try:
        entries = sorted(os.scandir(top), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if made != 1 or not (entry.name == "out" or entry.name.startswith(".building")):
                yield from _files(entry.path, made - 1)
        else:
            yield entry.path


def _state(path: str) -> bytes:
    """What a file holds and, of a link, where it leads; of one that cannot be read, why."""
    try:
        link = os.readlink(path).encode("utf-8", "surrogateescape") if os.path.islink(path) else b""
        state = os.stat(path)
        if not stat.S_ISREG(state.st_mode):
            return b"special " + link  # a pipe would be waited for; none is ever read
        if state.st_size > max(LIMIT, MOST_BYTES):
            return b"large %d " % state.st_size + link
        with open(path, "rb") as file:
            return b"file " + hashlib.sha256(file.read()).digest() + link
    except OSError as error:
        return f"error {error.errno}".encode()

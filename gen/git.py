"""Ask git about the workspace; a workspace need not be in git. Nothing is fetched, and no file of it is touched."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gen.message import M

_LINK, _SUBMODULE = "120000", "160000"


def revision(folder: Path) -> str | None:
    """The revision that a folder is at, `+changes` behind it where files differ; none outside git."""
    head = _git(folder, "rev-parse", "HEAD")
    if head is None:
        return None
    return head + ("+changes" if _git(folder, "status", "--porcelain", "--untracked-files=normal") else "")


def user(folder: Path) -> str:
    """The name that git signs commits with; empty where it has none."""
    return _git(folder, "config", "--get", "user.name") or ""


def tracked(folder: Path) -> bool:
    """Whether a folder lies in a repository that git can read."""
    return _git(folder, "rev-parse", "--git-dir") is not None


def shallow(folder: Path) -> bool:
    """Whether the repository holds only its last commits, as those of CI often do."""
    return _git(folder, "rev-parse", "--is-shallow-repository") == "true"


def commit(folder: Path, name: str) -> str | None:
    """The commit that a name stands for (`main`, `HEAD~1`, `v1.2`, a hash); none where git knows no such commit."""
    return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def lay_out(folder: Path, commit: str, into: Path, *, paths: Sequence[str], endings: Sequence[str], limit: int) -> bool:
    """Write files of a folder, as a commit has them, into another folder; whether there are any.

    Only those under `paths` whose names end in one of `endings`. A file larger than `limit` comes as an empty one of
    that size; submodules are left out, and links come as links, behind all files, so that none is written through one.
    Raises OSError where the repository does not hold what the commit names.
    """
    listed = _bytes(folder, "ls-tree", "-r", "-z", "-l", commit, "--", *paths)
    if listed is None:
        raise _lacking(commit)
    files = [file for file in _files(listed) if _wanted(file, tuple(endings))]
    small = [file for file in files if file.size <= limit]
    contents = dict(zip(small, _contents(folder, [file.blob for file in small]), strict=True))
    links = {file.path for file in files if file.mode == _LINK}
    for file in sorted(files, key=lambda file: file.path in links):
        if file.path not in links:
            with _made(into, file.path).open("wb") as opened:
                opened.write(contents.get(file, b""))
                opened.truncate(file.size)
        elif not links & {str(folder) for folder in PurePosixPath(file.path).parents}:
            with contextlib.suppress(OSError):  # Windows makes links only for those who may
                _made(into, file.path).symlink_to(os.fsdecode(contents.get(file, b"")))
    return bool(files)


@dataclass(frozen=True, slots=True)
class _File:
    mode: str
    blob: str
    size: int
    path: str


def _files(listed: bytes) -> Iterator[_File]:
    for line in listed.split(b"\0"):
        about, tab, path = line.partition(b"\t")
        if tab:
            mode, _kind, blob, size = about.decode("ascii").split()
            if mode != _SUBMODULE:
                yield _File(mode, blob, int(size), os.fsdecode(path))


def _contents(folder: Path, blobs: Sequence[str]) -> tuple[bytes, ...]:
    """What blobs hold, in their order."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    answer = _bytes(folder, "cat-file", "--batch", asked=asked) if blobs else b""
    contents = []
    place = 0
    for blob in blobs:
        end = (answer or b"").find(b"\n", place)
        head = (answer or b"")[place:end].decode("ascii", "replace").split()
        if answer is None or len(head) != 3:
            raise _lacking(blob)
        start = end + 1
        place = start + int(head[2]) + 1
        contents.append(answer[start : place - 1])
    return tuple(contents)


def _lacking(name: str) -> OSError:
    return OSError(str(M("git cannot read {name}: this clone does not hold all that belongs to it", name=name)))


def _wanted(file: _File, endings: tuple[str, ...]) -> bool:
    """Whether a file is asked for, and its path leads to a place below: a tree made by hand may hold others."""
    parts = file.path.split("/")
    strange = {"\\", ":"} if os.name == "nt" else set()
    inside = not any(part in {"", ".", ".."} or strange & set(part) for part in parts)
    return inside and (file.mode == _LINK or file.path.endswith(endings))


def _made(into: Path, path: str) -> Path:
    """The place of a file, its folders made."""
    file = into / PurePosixPath(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _git(folder: Path, *arguments: str) -> str | None:
    answer = _bytes(folder, *arguments)
    return None if answer is None else answer.decode("utf-8", "replace").strip()


def _bytes(folder: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """What git answers; none where it fails or is not there. No transport is allowed: nothing is fetched."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "-c", "protocol.allow=never", *arguments],
            check=False,
            capture_output=True,
            input=asked,
            timeout=60,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None

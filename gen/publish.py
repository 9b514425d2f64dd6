"""Put finished files into their folder: all of them, or none.

Comes in: a folder and the bytes of each file. The files are written aside first; only when every one is whole are
they moved into place, each in one step, and moved back where a later one cannot be. So an interrupted build, a full
disk or a document that is open in Word leaves the last good documents as they were.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from gen.finding import Finding, found
from gen.message import M
from gen.stage_rules import b501_output_not_written

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


def publish(folder: Path, files: Mapping[str, bytes], former: Iterable[str] = ()) -> tuple[bool, tuple[Finding, ...]]:
    """Write `files` (name to content) into `folder`; names in `former` that are no longer made are removed.

    A file that stands there with the same content is not touched. Returns whether the files stand, and a finding where
    they do not.
    """
    try:
        gone = [name for name in former if name not in files and _is_ours(folder, name)]
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    except OSError as error:
        return False, (_failed(folder, None, error),)
    done = False
    try:
        with _alone(folder):
            changed = [name for name, content in files.items() if not _stands(folder / name, content)]
            for name in changed:
                with (aside / name).open("wb") as file:
                    file.write(files[name])
                    file.flush()
                    os.fsync(file.fileno())
            _swap(folder, aside, changed, gone)
        done = True
    except OSError as error:
        return False, (_failed(folder, aside, error),)
    finally:
        if done or not _holds_former(aside):
            shutil.rmtree(aside, ignore_errors=True)
    return True, ()


_FORMER = ".former"
"""The folder, in the one aside, that files are moved to when new ones take their place."""


def _swap(folder: Path, aside: Path, names: list[str], gone: list[str]) -> None:
    """Move new files in and old ones aside; where one cannot be moved, put everything back.

    What has happened so far is read from the disk, so that it is put back wherever an interruption strikes.
    """
    (aside / _FORMER).mkdir()
    begun: list[str] = []
    try:
        for name in (*names, *gone):
            begun.append(name)
            target = folder / name
            if target.is_dir() and not target.is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))  # noqa: TRY301
            if os.path.lexists(target):
                target.replace(aside / _FORMER / name)
            if name in names:
                (aside / name).replace(target)
    except BaseException:
        for name in reversed(begun):
            target, former = folder / name, aside / _FORMER / name
            with contextlib.suppress(OSError):
                if os.path.lexists(former):
                    former.replace(target)
                elif name in names and not (aside / name).exists():
                    target.unlink(missing_ok=True)
        raise


def _holds_former(aside: Path) -> bool:
    """Whether a former file lies aside that could not be put back."""
    return (aside / _FORMER).is_dir() and any((aside / _FORMER).iterdir())


def _stands(path: Path, content: bytes) -> bool:
    """Whether a file is there already as it shall be."""
    try:
        return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _is_ours(folder: Path, name: str) -> bool:
    """Whether a name leads to a file of the folder itself; who wrote the manifest that lists it is not known."""
    if set(name) & set("/\\:\0"):
        return False
    with contextlib.suppress(OSError):
        return (folder / name).is_file()
    return False


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build moves files in this folder, so that two at once do not mix their documents.

    Windows has no lock on folders; there a file in use cannot be replaced, which undoes the slower of the two builds.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _failed(folder: Path, aside: Path | None, error: OSError) -> Finding:
    message = M(
        "the documents could not be written to {folder}: {reason}",
        folder=str(folder),
        reason=error.strerror or str(error),
    )
    helps = [
        M("make room or permission there, close documents that are open in Word, or choose a folder with --output"),
        M("some documents of the last build could not be put back; they lie in {folder}", folder=str(aside / _FORMER))
        if aside and _holds_former(aside)
        else M("the documents of the last build are still in place"),
    ]
    return found(b501_output_not_written.RULE, message, helps=helps, key=(folder.name,))

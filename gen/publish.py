"""Put finished files into their folder: all of them, or none.

Comes in: a folder and the bytes of each file. The files are written aside first; only when every one is whole are
they moved into place, each in one step, and moved back where a later one cannot be. So an interrupted build, a full
disk or a document that is open in Word leaves the last good documents as they were.
"""

from __future__ import annotations

import contextlib
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

    Returns whether the files stand, and a finding where they do not.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    except OSError as error:
        return False, (_failed(folder, error),)
    try:
        for name, content in files.items():
            with (aside / name).open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        with _alone(folder):
            _swap(folder, aside, list(files), [name for name in former if name not in files])
    except OSError as error:
        return False, (_failed(folder, error),)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return True, ()


def _swap(folder: Path, aside: Path, names: list[str], gone: list[str]) -> None:
    """Move new files in and old ones aside; where one cannot be moved, put everything back."""
    undo: list[tuple[Path, Path | None]] = []
    try:
        for name in (*names, *gone):
            target, kept = folder / name, aside / f"{name}.former"
            had = target.exists()
            if had:
                target.replace(kept)
            undo.append((target, kept if had else None))
            if name in names:
                (aside / name).replace(target)
    except BaseException:
        for target, former in reversed(undo):
            with contextlib.suppress(OSError):
                if former is None:
                    target.unlink(missing_ok=True)
                else:
                    former.replace(target)
        raise


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


def _failed(folder: Path, error: OSError) -> Finding:
    message = M(
        "the documents could not be written to {folder}: {reason}",
        folder=str(folder),
        reason=error.strerror or str(error),
    )
    helps = [
        M("make room or permission there, close documents that are open in Word, or choose a folder with --output"),
        M("the documents of the last build are still in place"),
    ]
    return found(b501_output_not_written.RULE, message, helps=helps, key=(folder.name,))

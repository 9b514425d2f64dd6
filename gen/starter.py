"""The starter: the workspace that bidgen carries with it, and how it is laid down.

In a wheel it lies inside the package; in a checkout the repository root is the workspace itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

BIDS = ("first-bid", "campus-network", "sealed-archive")
"""The examples that a new workspace gets: the smallest one, one with three documents, and a blind one."""
PARTS = ("bidgen.toml", "clauses", "templates", *(f"projects/{bid}" for bid in BIDS), "docs/schema")
"""What a new workspace gets."""
_MADE = {"out", "snapshots"}


def starter_root() -> Path:
    """Where the starter lies."""
    packaged = Path(__file__).parent / "starter"
    return packaged if (packaged / "clauses").is_dir() else Path(__file__).parent.parent


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Path and content of every file of the starter; built documents and their snapshots are left out."""
    root = starter_root()
    for part in PARTS:
        top = root / part
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            relative = path.relative_to(root)
            if path.is_file() and not (relative.parts[0] == "projects" and _MADE.intersection(relative.parts)):
                yield relative.as_posix(), path.read_bytes()

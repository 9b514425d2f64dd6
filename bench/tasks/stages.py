"""What a measured process tells of itself: how long each of its stages took."""

from __future__ import annotations

import importlib
import json
import pkgutil
import time
from collections.abc import Iterator
from contextlib import contextmanager

_seconds: dict[str, float] = {}


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Time what happens inside."""
    begin = time.perf_counter()
    yield
    _seconds[name] = time.perf_counter() - begin


def tell() -> None:
    """Print the stages; this must be the last line."""
    print(json.dumps(_seconds))


def import_whole(package: str) -> None:
    """Import a package of ours with all its modules, which would otherwise be imported by its first call."""
    module = importlib.import_module(package)
    for part in pkgutil.iter_modules(module.__path__):
        if not part.ispkg:
            importlib.import_module(f"{package}.{part.name}")

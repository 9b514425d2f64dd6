"""The garbage collector, out of the way while a document is laid out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the garbage collector out of the work in between.

    Layout makes boxes and strings by the million and drops few before its end: looking for garbage all the time costs
    up to a quarter of it. Switched on again, the collector looks through everything that was made meanwhile.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

"""What the PDF writer needs of the machine, and whether it is there. Nothing is imported to find out.

WeasyPrint prints a page of advice to standard output and fails when a library is missing, so it must not be the one
to be asked.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from contextlib import suppress
from ctypes.util import find_library
from dataclasses import dataclass
from importlib.util import find_spec

from gen.render.pdf.faces import FACES, FONTS


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that was looked for."""

    name: str
    """For machines; the command line puts it into words."""
    present: bool
    needed: bool
    """Whether no PDF can be made without it."""


LIBRARIES = {
    "gobject": ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "pango": ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": (
        "libpangoft2-1.0-0",
        "pangoft2-1.0-0",
        "pangoft2-1.0",
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
    ),
    "harfbuzz": ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "harfbuzz-subset": (
        "libharfbuzz-subset-0",
        "harfbuzz-subset",
        "harfbuzz-subset-0.0",
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
    ),
    "fontconfig": ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
}
"""The names that WeasyPrint tries for each library; on Windows it also tries the first one with `.dll` behind it.

The subsetter is needed too. Without it WeasyPrint does the same in Python, up to 25 times slower, and two runs give
different files, which breaks the promise that the same input gives the same bytes.
"""


def probes() -> tuple[Probe, ...]:
    """Look for everything that PDF needs, in the order in which it should be put right."""
    return (
        Probe("weasyprint", find_spec("weasyprint") is not None, needed=True),
        *(Probe(name, _is_loadable(names), needed=True) for name, names in LIBRARIES.items()),
        Probe("fonts", fonts_are_whole(), needed=True),
    )


def fonts_are_whole() -> bool:
    """Whether the bundled font files are there and have the checksums in `fonts/SHA256SUMS`."""
    with suppress(OSError):
        rows = (row.split() for row in (FONTS / "SHA256SUMS").read_text("ascii").splitlines())
        sums = {name: digest for digest, name in rows}
        return all(hashlib.sha256(face.path.read_bytes()).hexdigest() == sums.get(face.file) for face in FACES)
    return False


def _is_loadable(names: tuple[str, ...]) -> bool:
    """Whether the system finds a library under one of these names, looking where WeasyPrint's loader looks."""
    if sys.platform == "win32":
        names = (*names, f"{names[0]}.dll")
        for folder in os.getenv("WEASYPRINT_DLL_DIRECTORIES", DLL_FOLDERS).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
    if any(_loads(name) for name in names):
        return True
    # Slow (it may start a compiler), so only where the quick way has failed.
    return any(_loads(path) for name in names if (path := find_library(name)))


def _loads(name: str) -> bool:
    with suppress(OSError):
        ctypes.CDLL(name)
        return True
    return False


DLL_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin;C:\\Program Files\\GTK3-Runtime Win64\\bin"
"""Where WeasyPrint looks on Windows, if its variable does not say otherwise."""

"""The program itself as a hash: whatever was made by another one has to be made again."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import gen

READING = ("chinesecalendar", "jinja2", "markdown-it-py", "pyyaml")
"""Libraries whose versions may change what is read and found."""
PRINTING = ("drawsvg", "fonttools", "lxml", "pango", "pydyf", "python-docx", "resvg-py", "weasyprint")
"""Libraries whose versions may change what documents look like."""


@cache
def program(libraries: tuple[str, ...], endings: tuple[str, ...]) -> str:
    """A hash of Python, of some libraries and of every file of bidgen itself with these endings."""
    digest = hashlib.sha256(f"{sys.version} {[_version(name) for name in libraries]}".encode())
    home = Path(gen.__file__).parent
    for path in sorted(home.rglob("*")):
        if path.suffix in endings:
            digest.update(str(path.relative_to(home)).encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(name: str) -> str:
    if name == "pango":
        return _pango()
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""  # an extra that is not installed


def _pango() -> str:
    """The version of the library that breaks lines in PDF; it comes with the system."""
    import ctypes

    for name in ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"):
        try:
            version = ctypes.CDLL(name).pango_version
        except (OSError, AttributeError):
            continue
        return str(version())
    return ""

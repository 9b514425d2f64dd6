"""The package as bytes that depend on its content alone: no clock, no order of hashes, no operating system."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

CONTENT_TYPES = "[Content_Types].xml"
_FIRST = (CONTENT_TYPES, "_rels/.rels")
_LEVEL = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Zip parts by name: content types first, then the package's relationships, then the others by name."""
    names = [name for name in _FIRST if name in parts] + sorted(name for name in parts if name not in _FIRST)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as zipped:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, parts[name], compresslevel=_LEVEL)
            # writestr puts Unix permissions in; the directory of the archive is not written yet.
            entry.external_attr = 0
    return target.getvalue()

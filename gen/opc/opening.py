"""Opening an Office file: its archive is judged by its directory, its XML read through, before anybody uses them."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from gen.message import M
from gen.opc.package import NEEDED, SWELLS, TYPES, OpcPackage, Refusal, package_of
from gen.opc.reading import xml_faults

MOST_PARTS = 500
MOST_BYTES = 50 * 2**20
"""Of all parts, unpacked."""
_MOST_MB = MOST_BYTES // 2**20
MOST_SWELLING = 200
"""How many times its packed size a large file may have unpacked; text comes to some 20."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError, LookupError,
           OverflowError)  # fmt: skip
"""What the zip module raises for files that are none (RuntimeError: encryption, unknown ways of packing)."""


def open_package(content: bytes) -> tuple[OpcPackage | None, tuple[Refusal, ...]]:
    """A file's parts, or why it cannot be opened without danger. Never raises, whatever the bytes are."""
    if content.startswith(_OLD_OFFICE):
        what = M("the file is encrypted with a password, or was saved by Word 97–2003 (.doc)")
        return None, (Refusal("old", what, NEEDED, M("open it in Word, take the password off, save it as .docx")),)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if refusals := tuple(_archive_faults(entries, len(content))):
                return None, refusals
            parts = {entry.filename: _unpacked(archive, entry) for entry in entries}
        types = parts[TYPES]
    except _BROKEN:
        what = M("the file is not a Word file (.docx), or it is damaged")
        return None, (Refusal("broken", what, NEEDED, M("open it in Word and save it as .docx")),)
    if refusals := tuple(xml_faults(parts)):
        return None, refusals
    return package_of(parts, types), ()


def _archive_faults(entries: list[zipfile.ZipInfo], size: int) -> Iterator[Refusal]:
    """What the directory of the archive says against it, before anything is unpacked."""
    anew = M("open it in Word and save it anew; make pictures smaller")
    if len(entries) > MOST_PARTS:
        what = M("the file has {count} parts; {limit} is the limit", count=len(entries), limit=MOST_PARTS)
        yield Refusal("parts", what, SWELLS, anew)
    whole = sum(entry.file_size for entry in entries)
    if whole > MOST_BYTES:
        what = M("unpacked, the file has {size} MB; {limit} MB is the limit", size=-(-whole // 2**20), limit=_MOST_MB)
        yield Refusal("size", what, SWELLS, anew)
    elif whole > 2**20 and whole > size * MOST_SWELLING:
        what = M("unpacked, the file is more than {limit} times as large as packed", limit=MOST_SWELLING)
        yield Refusal("swelling", what, SWELLS, anew)
    elsewhere = M("which part is meant, or where it would be put, cannot be told")
    taken: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.lower() in taken:
            yield Refusal(f"twice {name}", M("the file has the part `{part}` twice", part=name), elsewhere, anew)
        elif not _is_plain(name) or not _is_plain(entry.orig_filename):
            yield Refusal(f"name {name}", M("`{part}` is not the name of a part", part=name), elsewhere, anew)
        elif entry.flag_bits & 1 or entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            mend = M("open it in Word, take the password off, save it as .docx")
            what = M("`{part}` is encrypted, or packed in a way that Word does not know", part=name)
            yield Refusal("encrypted", what, NEEDED, mend)
        taken.add(name.lower())


def _is_plain(name: str) -> bool:
    """Whether a name stays inside the file on every system."""
    steps = name.split("/")
    return name.isprintable() and not set(name) & set('\\:*?"<>|') and all(step.strip(". ") for step in steps)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of a part, never more than the directory has announced."""
    with archive.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise zipfile.BadZipFile(entry.filename)
    return data

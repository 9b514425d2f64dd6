"""Read a picture file: what it is, how large it is, whether every reader can show it.

The pixels of a PNG are unpacked once, a little at a time, because what cannot be unpacked is left out by one reader and
refused by the next. Those of a JPEG would take too long: what is cut off is seen by the missing end, what was lost in
between by restart marks that do not follow each other, or by fewer data than the emptiest picture of its size has.
"""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Literal

from gen.message import M, Message
from gen.model.image import Image

MOST_BYTES = 10 * 2**20
"""A file of more makes the document too large to send."""
MOST_PIXELS = 50_000_000
"""A picture of more takes hundreds of megabytes to show."""
_TWIPS_PER_PIXEL = 15
"""At the 96 pixels to the inch of a screen."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


class UnusableImageError(Exception):
    """A file that is no picture which documents could show; says why, and what to do about it."""

    def __init__(self, reason: Message, remedy: Message) -> None:
        super().__init__()
        self.reason = reason
        self.remedy = remedy


def read_image(file: Path) -> Image:
    """The picture in a file, in its natural size; raises UnusableImageError for what is none."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnusableImageError(M("it is a folder or a device, not a file"), _PUT_THERE)
        size = status.st_size
        if size > MOST_BYTES:
            megabytes, limit = f"{size / 2**20:.0f}", MOST_BYTES // 2**20
            reason = M("it has {size} MB; {limit} MB is the limit", size=megabytes, limit=limit)
            raise UnusableImageError(reason, _SMALLER)
        content = file.read_bytes()
    except OSError as error:
        raise unopened(error.strerror or str(error)) from None
    return image_of(content)


def image_of(content: bytes) -> Image:
    """The picture that some bytes are; raises UnusableImageError for what is none."""
    form: Literal["png", "jpeg"]
    if content.startswith(_PNG):
        form, (width, height) = "png", _png(content)
    elif content.startswith(_JPEG):
        form, (width, height) = "jpeg", _jpeg(content)
    else:
        raise UnusableImageError(M("it is neither PNG nor JPEG"), _SAVE_AS)
    return Image(content, form, width * _TWIPS_PER_PIXEL, height * _TWIPS_PER_PIXEL, "")


_PUT_THERE = M("put the picture there, or correct the path")
_SAVE_AS = M("save it as PNG (drawings, screens) or JPEG (photographs)")
_SMALLER = M("save it smaller: 300 dots to the inch are enough for print")


def unopened(reason: str) -> UnusableImageError:
    """What to raise for a file that cannot be opened."""
    return UnusableImageError(M("the file cannot be opened: {reason}", reason=reason), _PUT_THERE)


def _broken() -> UnusableImageError:
    return UnusableImageError(M("the file is damaged or cut off"), M("take the picture from its source again"))


def _limit(width: int, height: int) -> None:
    """Raise UnusableImageError for a picture without pixels, or with too many."""
    if not width or not height:
        raise _broken()
    if width * height > MOST_PIXELS:
        reason = M("it has {width} × {height} pixels; {limit} million are the limit",
                   width=width, height=height, limit=MOST_PIXELS // 10**6)  # fmt: skip
        raise UnusableImageError(reason, _SMALLER)


def _png(content: bytes) -> tuple[int, int]:
    header, palette, packed = b"", False, []
    for kind, body in _chunks(content):
        if kind == b"IHDR":
            header = body
        elif kind == b"acTL":
            raise UnusableImageError(M("it is animated"), M("save one still picture of it"))
        elif kind == b"PLTE":
            palette = True
        elif kind == b"IDAT":
            packed.append(body)
    if len(header) != 13:
        raise _broken()
    width, height, depth, colour, _packing, _filtering, woven = struct.unpack(">IIBBBBB", header)
    if depth not in _DEPTHS.get(colour, ()) or woven > 1 or (colour == _PALETTE and not palette):
        raise _broken()
    _limit(width, height)
    _unpack(b"".join(packed), _rows(width, height, depth * _CHANNELS[colour], woven=bool(woven)))
    return width, height


def _rows(width: int, height: int, bits: int, *, woven: bool) -> Iterator[tuple[int, int]]:
    """How many rows of how many bytes the pixels are; a woven picture comes in seven passes, from coarse to fine."""
    for left, top, across, down in _PASSES if woven else ((0, 0, 1, 1),):
        columns, rows = -((left - width) // across), -((top - height) // down)
        if columns > 0 and rows > 0:
            yield rows, 1 + (columns * bits + 7) // 8


def _unpack(packed: bytes, rows: Iterator[tuple[int, int]]) -> None:
    """See that the pixels are all there; only a little of them is held at a time, however much a file unpacks to."""
    unpacking = zlib.decompressobj()
    for count, length in rows:
        for first in range(0, count, most := max(1, 2**16 // length)):
            wanted = min(most, count - first) * length
            try:
                got, packed = unpacking.decompress(packed, wanted), unpacking.unconsumed_tail
            except zlib.error:
                raise _broken() from None
            if len(got) < wanted or max(got[::length]) > _LAST_FILTER:
                raise _broken()


_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers to a pixel, by the kind of colour: grey, colour, palette, grey or colour with transparency."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits to a number."""
_PALETTE = 3
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column, first row, columns and rows between those of a pass."""
_LAST_FILTER = 4
"""Each row begins with the number of the filter that it was packed with."""


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG file up to its end; each says what it is and has its own checksum."""
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        checksum = content[at + 8 + length : at + 12 + length]
        if len(checksum) < 4 or zlib.crc32(kind + body) != int.from_bytes(checksum, "big"):
            raise _broken()
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length
    raise _broken()


def _jpeg(content: bytes) -> tuple[int, int]:
    at, size, least, seen = 2, (0, 0), 0, 0
    while at + 2 <= len(content):
        if content[at] != 0xFF:
            raise _broken()
        marker = content[at + 1]
        if marker == 0xFF:  # padding
            at += 1
            continue
        if marker == _END:
            if not seen or seen < least:
                break
            return size
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if length < 2:
            break
        segment = content[at + 4 : at + 2 + length]
        if marker in _FRAMES and len(segment) >= 5:
            height, width = struct.unpack_from(">HH", segment, 1)
            size = width, height
            _limit(*size)
            # No block of 8 by 8 pixels takes less than a bit, unless the picture is stored in a way of its own.
            least = -(-width // 8) * -(-height // 8) // 8 if marker in _USUAL else 0
        elif marker == _EXIF and _turned(segment):
            raise UnusableImageError(M("it is stored lying on its side (Exif), and not every reader sets it upright"),
                                     M("turn it in a picture viewer, and save it"))  # fmt: skip
        elif marker == _SCAN:
            if not all(size):
                break
            end = _scanned(content, at + 2 + length)
            seen += end - at - 2 - length
            at = end
            continue
        at += 2 + length
    raise _broken()


def _scanned(content: bytes, start: int) -> int:
    """Where the picture data end that begin at a place: at the next marker that is no restart, which count to eight."""
    expected = cycle(_RESTARTS)
    for found in _MARKER.finditer(content, start):
        if found[1][0] not in _RESTARTS:
            return found.start()
        if found[1][0] != next(expected):
            break
    raise _broken()


def _turned(segment: bytes) -> bool:
    """Whether the notes of a camera say that the picture is to be turned or mirrored to be shown."""
    notes = segment.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if notes is segment or order is None:
        return False
    try:
        (first,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, first)
        entries = [struct.unpack_from(f"{order}HHIH", notes, first + 2 + 12 * at) for at in range(count)]
    except struct.error:
        return False  # no notes that any reader could follow
    return any(tag == _ORIENTATION and value > 1 for tag, _form, _count, value in entries)


_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of the segment that says the size."""
_USUAL = frozenset({0xC0, 0xC1, 0xC2})
"""Those of the frames that nearly all pictures have: Huffman codes, all at once or from coarse to fine."""
_EXIF = 0xE1
_ORIENTATION = 0x0112
"""The note that says which side is up: 1, unless the camera was held otherwise."""
_SCAN = 0xDA
_END = 0xD9
"""Closes the picture; some cameras write more behind it."""
_RESTARTS = range(0xD0, 0xD8)
"""Markers that some programs put into the picture data, so that a reader finds in again where data were lost."""
_MARKER = re.compile(rb"\xff([^\x00\xff])")
"""In picture data a byte FF is followed by 00, unless it begins a marker."""

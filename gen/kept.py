"""Finished files that need not be made again, because nothing has changed that they are made from.

What a file is made from is its document, its theme, its copy (watermark, skin, remarks, attached data), its format and
the program itself; `inputs` is a hash of all that. Only the revision of the workspace is no part of it: a file says at
which revision it was made, and one that changes nothing in it leaves it as it is.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gen.model.blocks import Document
from gen.model.edition import Edition
from gen.model.theme import Theme
from gen.program import PRINTING, program
from gen.source import Span
from gen.yamltree import Scalar


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: what it was made from, its content, and the revision at which it was made."""

    inputs: str
    content: bytes
    revision: str | None


def inputs(document: Document, theme: Theme, copy: Edition, form: str) -> str:
    """A hash of everything that decides the bytes of a file."""
    written = io.BytesIO()
    pickler = _Pickler(written, protocol=5)
    pickler.fast = True  # so that it does not matter which equal strings are one object
    pickler.dump((document, theme, replace(copy, revision=""), form))
    endings = (".py", ".yaml", ".xml", ".css", ".ttf", ".otf", ".icc")
    return hashlib.sha256(program(PRINTING, endings).encode() + written.getvalue()).hexdigest()


class _Pickler(pickle.Pickler):
    """Leaves out where things are written in their files: lines move, and no document shows it."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is Scalar:
            return str, (str(value),)
        if type(value) is Span:
            return str, ()
        return NotImplemented


def made_before(folder: Path, manifest: str) -> Mapping[str, Made]:
    """The files of the last build that stand in a folder as its manifest says, by name."""
    made: dict[str, Made] = {}
    try:
        content = json.loads((folder / manifest).read_text("utf-8"))
        for file in content["files"]:
            name, hashed = str(file["name"]), str(file["inputs"])
            path = folder / name
            if path.name != name or not path.is_file():
                continue
            found = path.read_bytes()
            if hashlib.sha256(found).hexdigest() == file["sha256"]:
                made[name] = Made(hashed, found, file["revision"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # no manifest, or one that nobody can rely on: everything is made again
    return made

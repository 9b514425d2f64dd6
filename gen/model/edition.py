"""Which copy of a document is made: final or draft, free to edit or locked, with remarks, in a company's own skin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gen.model.skin import Skin

Editing = Literal["free", "locked", "tracked"]
"""free: edited like any file; locked: only blanks can be filled in; tracked: every edit becomes a revision."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment for whoever reviews the document, on what is printed at a place in it."""

    block: int
    """Which block of the document."""
    cell: tuple[int, int] | None
    """Row and column, where the block is a table; a row below 0 counts its head row."""
    first: int
    """The inline of that text that the remark begins at, from 0."""
    last: int
    """The inline that it ends with."""
    author: str
    paragraphs: tuple[str, ...]
    """What it says."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF as its source."""

    name: str
    media_type: str
    description: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Edition:
    """One copy of a document; without more, the final one that anybody may edit."""

    watermark: str = ""
    """Stands slanting and grey behind the text of every page, such as 草稿."""
    editing: Editing = "free"
    """Word only. None of it is security: whoever wants to can take it off."""
    remarks: tuple[Remark, ...] = ()
    """Word only."""
    skin: Skin | None = None
    """Word only: a base package of the company, with its logo and styles, instead of the theme's."""
    attachments: tuple[Attachment, ...] = ()
    """PDF only."""
    revision: str = ""
    """Revision of the clause library; a property of the files."""
    bid: str = ""
    """Id of the bid; a property of the files."""


FINAL = Edition()
"""The final copy, with nothing special about it."""

"""A picture that somebody supplied: a photograph or a screen shot, as a PNG or JPEG file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Image:
    """A picture file and the size that it is shown in."""

    content: bytes
    form: Literal["png", "jpeg"]
    width: int
    """In twips."""
    height: int
    """In twips."""
    alt: str
    """What it shows, in a sentence for those who cannot see it."""

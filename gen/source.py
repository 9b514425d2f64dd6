"""Files and places in them: a `Source` is a text with a name, and a `Span` a place in it.

The bottom of the house: everything that a finding points at is a span, and every span knows its source.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
"""Characters that no text may hold: control characters, characters without width and such that turn
the direction of text, private use, half surrogates, non-characters."""


@dataclass(frozen=True, eq=False)
class Source:
    """One text that was read: a file of the workspace, or one handed in by a test."""

    path: str
    """Path relative to the workspace root, with forward slashes on every system."""
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; a span's line number n is `lines[n - 1]`."""
        return tuple(line.removesuffix("\r") for line in self.text.split("\n"))

    def span(self, line: int, column: int, end_line: int, end_column: int) -> Span:
        """A place from one position up to, not including, another; lines and columns count from 1."""
        return Span(self, line, column, end_line, end_column)

    def whole_line(self, line: int) -> Span:
        """The text of one line without its indentation."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        start = len(text) - len(text.lstrip()) + 1
        return Span(self, line, start, line, max(len(text.rstrip()) + 1, start + 1))


class Span(NamedTuple):
    """A place in a source: from (line, column) up to, not including, (end_line, end_column); all from 1."""

    source: Source
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.source.path}:{self.line}:{self.column}"

    @property
    def text(self) -> str:
        """The first line of what stands there."""
        line = self.source.lines[self.line - 1] if self.line <= len(self.source.lines) else ""
        end = self.end_column - 1 if self.end_line == self.line else len(line)
        return line[self.column - 1 : end]


@lru_cache(maxsize=16384)
def width(text: str) -> int:
    """How many terminal cells a text takes: Chinese characters and full-width punctuation take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)

"""Read a text as a reader of the document sees it, and know where in the file each of its characters stands.

Comes in: a text with Markdown and holes. Goes out: its characters on paper. Marks of lists, headings and strong words
are gone; a line that goes on in the next one is one line; a hole is one character that says what kind of value will
stand there; full-width letters and digits are plain ones; spaces beside Chinese are gone. So a word is found however
it is broken, and a word that a hole parts is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gen.source import Span
from gen.yamltree import Scalar

PROVIDER, CUSTOMER, REFERENCE, TABLE, BLANK, VALUE = "\ue010", "\ue011", "\ue012", "\ue013", "\ue014", "\ue015"
"""What stands for a hole; reading files refuses these characters, so no text holds them itself."""

LineKind = Literal["paragraph", "heading", "item", "row"]

_KINDS = {
    "provider": PROVIDER,
    "customer": CUSTOMER,
    "ref": REFERENCE,
    "clause": REFERENCE,
    "annex": REFERENCE,
    "blank": BLANK,
    "signature": BLANK,
}
_PIECE = re.compile(r"\{\{(?P<hole>[^{}]*)\}\}|\{%[^{}]*%\}|(?P<strong>\*\*)|(?P<end>\n)|(?P<space>[ \t\u3000\xa0]+)")
_HOLES = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_STRONG = re.compile(r"\*\*(?=[^*])[^*\n]*(?:\n(?![ \t]*\n)[^*\n]*)*\*\*(?!\*)")
_OPENING = re.compile(r"\s*(?:(?P<heading>#{1,6}) +|(?P<item>\d{1,9}[.)]|[-*+]) +|(?P<row>\|)|\{\w+\} ?)?")
_FULL_WIDTH = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0A, 0xFF3F)
_PLAIN = str.maketrans({code: code - 0xFEE0 for code in _FULL_WIDTH})
"""Letters, digits, ％, ＊ and ＿; full-width punctuation is how Chinese is written."""
_CJK = r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\ue010-\ue015]"
_ASCII = re.compile(rf"(?<={_CJK})[,;:!?()]|[,;:!?()](?={_CJK})")
"""Punctuation of another keyboard beside Chinese; it parts sentences as the right one does."""
_ENDS = re.compile(r"[。！？；\n|]")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, heading, list item or table row of a text: its kind and its place in `Reading.text`."""

    kind: LineKind
    start: int
    end: int
    block: int
    """Which block it belongs to: the lines of one list or table share theirs."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A hole: what it prints, and its place in the text as written."""

    expression: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read."""

    text: str
    lines: tuple[Line, ...]
    holes: dict[int, Hole]
    """By the offset of the character that stands for it."""
    _plain: tuple[int, ...]
    _raw: tuple[int, ...]
    """Where runs of characters begin in `text`, and in the text as written."""
    _ends: tuple[int, ...]
    """Where sentences end."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a place begins and ends."""
        before = bisect_left(self._ends, start) - 1
        behind = bisect_left(self._ends, end)
        return (
            self._ends[before] + 1 if before >= 0 else 0,
            self._ends[behind] if behind < len(self._ends) else len(self.text),
        )

    def line(self, offset: int) -> Line:
        """The line that holds a place."""
        return self.lines[max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)]

    def place(self, written: Scalar, start: int, end: int) -> Span:
        """Where a part of the text stands in its file; it may begin in one line and end in the next."""
        first, last = self._written(start), self._written(end - 1)
        stop = self.holes[end - 1].end if end - 1 in self.holes else last + 1
        if "\n" not in written[first:stop]:
            return written.at(first, stop - first)
        begin, finish = written.at(first), written.at(stop - 1)
        return Span(begin.source, begin.line, begin.column, finish.end_line, finish.end_column)

    def _written(self, offset: int) -> int:
        run = bisect_right(self._plain, offset) - 1
        return self._raw[run] + offset - self._plain[run]


@lru_cache(maxsize=32768)
def read(text: str) -> Reading:
    """Read a text; the same text always reads the same, so readings are kept."""
    return _Reader(str(text)).read()


class _Reader:
    """Walks a text once, line by line."""

    def __init__(self, text: str) -> None:
        self.raw = text
        self.out: list[str] = []
        self.length = 0
        self.plain: list[int] = [0]
        self.places: list[int] = [0]
        self.lines: list[Line] = []
        self.holes: dict[int, Hole] = {}
        self.strong = {at for m in _STRONG.finditer(text) for at in (m.start(), m.end() - 2)} if "**" in text else set()

    def read(self) -> Reading:
        kind: LineKind | None = None
        start, block, position = 0, 0, 0
        for line in self._raw_lines():
            begins, ends = position, position + len(line)
            position = ends + 1
            opening = _OPENING.match(line)
            found = opening.lastgroup if opening else None
            if not line.strip():
                self._close(kind, start, block)
                kind, block = None, block + 1
                continue
            if found == "row" and "-" in line and not line.strip(" \t|:-"):
                continue
            if kind is None or found or kind in {"heading", "row"}:
                self._close(kind, start, block)
                if found in {None, "heading"} or (kind != found):
                    block += 1
                if self.length:
                    self._add("\n", begins)
                start = self.length
                kind = found if found in {"heading", "item", "row"} else "paragraph"  # type: ignore[assignment]
                skipped = opening.end() if opening and kind != "row" else len(line) - len(line.lstrip())
                self._pieces(begins + skipped, ends)
            else:
                if self.length and self.out[-1][-1].isascii() and line.lstrip()[:1].isascii():
                    self._add(" ", begins)
                self._pieces(begins + len(line) - len(line.lstrip()), ends)
        self._close(kind, start, block)
        text = _ASCII.sub(lambda mark: chr(ord(mark[0]) + 0xFEE0), "".join(self.out))
        return Reading(text, tuple(self.lines), self.holes, tuple(self.plain), tuple(self.places),
                       tuple(mark.start() for mark in _ENDS.finditer(text)))  # fmt: skip

    def _raw_lines(self) -> list[str]:
        """The lines, where a hole that goes over several of them counts as standing in one."""
        if "{{" not in self.raw and "{%" not in self.raw:
            return self.raw.split("\n")
        whole = _HOLES.sub(lambda hole: hole[0].replace("\n", " "), self.raw)
        return whole.split("\n")

    def _close(self, kind: LineKind | None, start: int, block: int) -> None:
        if kind is not None:
            self.lines.append(Line(kind, start, self.length, block))

    def _pieces(self, start: int, end: int) -> None:
        position = start
        for match in _PIECE.finditer(self.raw, start, end):
            if match["strong"] and match.start() not in self.strong:
                continue
            self._add(self.raw[position : match.start()], position)
            position = match.end()
            if match["hole"] is not None:
                self._hole(match["hole"].strip(), match.start(), match.end())
            elif match["space"]:
                before = self.out[-1][-1] if self.out and self.out[-1] else ""
                behind = self.raw[match.end() : match.end() + 1]
                if before.isascii() and behind.isascii() and before and behind not in {"", "|"} and before != "|":
                    self._add(" ", match.start())
        self._add(self.raw[position:end], position)

    def _hole(self, expression: str, start: int, end: int) -> None:
        name = re.match(r"\w+", expression)
        mark = _KINDS.get(name[0] if name else "", VALUE)
        if mark == VALUE and re.search(r"\btable\b", expression):
            mark = TABLE
        self.holes[self.length] = Hole(expression, start, end)
        self._add(mark, start)

    def _add(self, text: str, raw: int) -> None:
        if text:
            self.plain.append(self.length)
            self.places.append(raw)
            self.out.append(text.translate(_PLAIN))
            self.length += len(text)

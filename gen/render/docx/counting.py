"""How Word counts: what a list definition prints for the next paragraph, so that nobody is surprised in Word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gen.model.theme import Level
from gen.quantity.numerals import chinese, circled, letters

_HOLE = re.compile(r"\{(\d)(?::(\w+))?\}")
_FORMATS = {
    None: "decimal",
    "chinese": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
    "letter": "lowerLetter",
}
_PRINTED: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCountingThousand": chinese,
    "lowerLetter": letters,
    # Word has circles up to ten in this format and goes on in plain digits.
    "decimalEnclosedCircleChinese": lambda n: circled(n) if n <= 10 else str(n),
}


@dataclass(frozen=True, slots=True)
class WordLevel:
    """One level of a list as Word defines it."""

    number_format: str
    """`w:numFmt` of this level's own count."""
    text: str
    """`w:lvlText`: %1 is the count of the first level."""
    legal: bool
    """`w:isLgl`: all counts in Arabic digits, so that 第一章 is followed by 1.1 and not by 一.1."""


class WordList:
    """One list while it counts."""

    def __init__(self, levels: Sequence[Level], first: int = 0) -> None:
        """`first` is the place in its scheme of the level that the list begins with."""
        self.levels = word_levels(levels, first)
        self._counts = [0] * len(levels)

    def follows(self, level: int, number: str) -> bool:
        """Whether Word prints `number` for the next paragraph at this level (from 0); if so, it is counted."""
        if level >= len(self.levels):
            return False
        counts = [*self._counts[:level], self._counts[level] + 1]
        if not all(counts) or self._printed(level, counts) != number:
            return False
        self._counts[: level + 1] = counts
        self._counts[level + 1 :] = [0] * (len(self._counts) - level - 1)
        return True

    def _printed(self, level: int, counts: list[int]) -> str:
        def count(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at > level:
                return ""
            number_format = "decimal" if this.legal else self.levels[at].number_format
            return _PRINTED[number_format](counts[at])

        this = self.levels[level]
        return re.sub(r"%(\d)", count, this.text)


def word_levels(levels: Sequence[Level], first: int = 0) -> tuple[WordLevel, ...]:
    """Some levels of a numbering scheme, from its level `first` on (from 0), as a list of Word's.

    Word gives each level one format for its own count wherever that is printed, except that a level may want all
    counts in Arabic digits; and no list knows the counts of another one. What cannot be said so is said wrongly here;
    `WordList.follows` then says no.
    """
    holes = [{int(at) - first: form or None for at, form in _HOLE.findall(level.format)} for level in levels]
    formats = [_FORMATS[hole.get(number)] for number, hole in enumerate(holes, 1)]

    def own(match: re.Match[str]) -> str:
        at = int(match[1]) - first
        return f"%{at}" if at > 0 else ""

    return tuple(
        WordLevel(
            number_format,
            _HOLE.sub(own, level.format),
            not any(hole.values())
            and any(formats[at - 1] != "decimal" for at in hole if at != number and 0 < at <= len(levels)),
        )
        for number, (level, hole, number_format) in enumerate(zip(levels, holes, formats, strict=True), 1)
    )


def lists_of(levels: Sequence[Level]) -> list[range]:
    """Which levels of a scheme (from 0) make one list each: a level that counts on begins another.

    A level of a list could be told not to begin anew (`w:lvlRestart`), but LibreOffice does not listen.
    """
    starts = [0, *(at for at, level in enumerate(levels) if at and level.continues)]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(levels)], strict=True)]

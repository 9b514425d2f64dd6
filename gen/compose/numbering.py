"""Count headings, numbered paragraphs, list items, tables and annexes, and write their numbers by the scheme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gen.model.theme import Level, NumberingScheme
from gen.quantity.numerals import chinese, circled, letters

BULLET = "●"
"""The marker of unordered items."""

_STYLES: Mapping[str, Callable[[int], str]] = {"": str, "chinese": chinese, "circled": circled, "letter": letters}
_HOLE = re.compile(r"\{(\d)(?::(\w+))?\}")


def written(form: str, counts: tuple[int, ...]) -> str:
    """A number by its format: `第{1:chinese}章` and (3,) give 第三章."""
    return _HOLE.sub(lambda match: _STYLES[match[2] or ""](counts[int(match[1]) - 1]), form)


class Numbering:
    """The counters of one document; each call counts one on and gives the number."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self.scheme = scheme
        self._body = _Levels(scheme.levels)
        self._annex = _Levels((scheme.annex, *scheme.annex_levels), joint="之")
        self._items: dict[tuple[int, int], int] = {}
        self._tables = 0
        self._figures = 0

    def level(self, level: int) -> tuple[str, str]:
        """The next heading or numbered paragraph at a level: its number, and how a reference names it."""
        return self._body.next(level)

    def annex(self) -> str:
        """The number of the next annex."""
        return self._annex.next(1)[0]

    def annex_level(self, level: int) -> tuple[str, str]:
        """The next heading inside an annex, at level 2 or below, as `level` gives it."""
        return self._annex.next(level)

    def item(self, list_number: int, depth: int) -> str:
        """The marker of the next item of an ordered list."""
        key = (list_number, depth)
        self._items[key] = self._items.get(key, 0) + 1
        return written(self.scheme.items[depth - 1].format, (self._items[key],))

    def table(self) -> str:
        """The number of the next captioned table."""
        self._tables += 1
        return written(self.scheme.table.format, (self._tables,))

    def figure(self) -> str:
        """The number of the next figure."""
        self._figures += 1
        return written(self.scheme.figure.format, (self._figures,))


class _Levels:
    """The counters of a row of levels: counting one on begins the lower ones anew, save those that count on."""

    def __init__(self, levels: tuple[Level, ...], joint: str = "") -> None:
        self._levels = levels
        self._joint = joint  # behind the first level in a reference: 附件一之二
        self._counts = [0] * len(levels)

    def next(self, level: int) -> tuple[str, str]:
        """The next number at a level, and how a reference names it."""
        index = level - 1
        self._counts[index] += 1
        for below in range(level, len(self._levels)):
            if self._levels[below].continues:
                # What counts on keeps its count, and with it everything that counts within it.
                break
            self._counts[below] = 0
        number = written(self._levels[index].format, tuple(self._counts))
        return number, self._reference(index, number)

    def _reference(self, index: int, number: str) -> str:
        """A number that says where it stands: （二） of chapter 一、 is 一（二）; 3.2 and 第七条 say it themselves."""
        parts = [number.rstrip("、.")]
        for at in range(index, 0, -1):
            level = self._levels[at]
            if level.continues or "{1" in level.format:
                break
            above = written(self._levels[at - 1].format, tuple(self._counts)).rstrip("、.")
            parts.insert(0, above + (self._joint if at == 1 else ""))
        return "".join(parts)

"""Count headings, numbered paragraphs, list items, tables and annexes, and write their numbers by the scheme."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gen.model.theme import NumberingScheme
from gen.quantity.numerals import chinese, circled

BULLET = "●"
"""The marker of unordered items."""

_STYLES: Mapping[str, Callable[[int], str]] = {"": str, "chinese": chinese, "circled": circled}
_HOLE = re.compile(r"\{(\d)(?::(\w+))?\}")


def written(form: str, counts: tuple[int, ...]) -> str:
    """A number by its format: `第{1:chinese}章` and (3,) give 第三章."""
    return _HOLE.sub(lambda match: _STYLES[match[2] or ""](counts[int(match[1]) - 1]), form)


class Numbering:
    """The counters of one document; each call counts one on and gives the number."""

    def __init__(self, scheme: NumberingScheme) -> None:
        self.scheme = scheme
        self._levels = [0] * len(scheme.levels)
        self._items: dict[tuple[int, int], int] = {}
        self._tables = 0
        self._annexes = 0

    def level(self, level: int) -> tuple[str, str]:
        """The next heading or numbered paragraph at a level: its number, and how a reference names it."""
        index = level - 1
        self._levels[index] += 1
        self._levels[index + 1 :] = [0] * (len(self._levels) - level)
        number = written(self.scheme.levels[index].format, tuple(self._levels))
        return number, self._reference(level, number)

    def item(self, list_number: int, depth: int) -> str:
        """The marker of the next item of an ordered list."""
        key = (list_number, depth)
        self._items[key] = self._items.get(key, 0) + 1
        return written(self.scheme.items[depth - 1].format, (self._items[key],))

    def table(self) -> str:
        """The number of the next captioned table."""
        self._tables += 1
        return written(self.scheme.table.format, (self._tables,))

    def annex(self) -> str:
        """The number of the next annex."""
        self._annexes += 1
        return written(self.scheme.annex.format, (self._annexes,))

    def _reference(self, level: int, number: str) -> str:
        """A number that says where it stands: （二） of chapter 一、 is 一（二）; 3.2 says it by itself."""
        form = self.scheme.levels[level - 1].format
        if level == 1 or "{1" in form:
            return number.rstrip("、.")
        parents = [
            written(self.scheme.levels[index].format, tuple(self._levels)).rstrip("、.") for index in range(level - 1)
        ]
        return "".join((*parents, number.rstrip("、.")))

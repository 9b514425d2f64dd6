"""Clauses that say nearly the same: pairs whose wordings share most of their character runs.

The measure is exact: of all runs of four characters that occur in either wording, the share that occurs in both
(Jaccard). Values do not count, so a copy with other numbers is a copy. The runs of a wording are bits of one number,
so that what two have in common is one operation: a thousand clauses are half a million of those, about a second.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

RUN = 4
"""Characters of a run: about two Chinese words."""

_HOLE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_SILENT = re.compile(r"\{%.*?%\}|[\s\W_]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses that say nearly the same."""

    first: str
    second: str
    similarity: Fraction

    @property
    def percent(self) -> int:
        """The similarity in whole percent, never more than it is."""
        return int(self.similarity * 100)


def alike(texts: Mapping[str, str], least: Fraction) -> tuple[Pair, ...]:
    """Every pair of texts that are alike at least to a share, the most alike first."""
    runs = {name: _runs(text) for name, text in sorted(texts.items())}
    often = Counter(run for each in runs.values() for run in each)
    bit = {run: number for number, run in enumerate(run for run, count in often.items() if count > 1)}
    every = sorted((len(each), name, _bits(each, bit)) for name, each in runs.items() if each)
    sizes, share, whole = [size for size, _, _ in every], least.numerator, least.denominator
    pairs = []
    for at, (size, name, bits) in enumerate(every):
        first = bisect_left(sizes, -(-size * share // whole), 0, at)  # smaller texts share too little
        for other_size, other, other_bits in every[first:at]:
            shared = (bits & other_bits).bit_count()
            if shared * whole >= share * (size + other_size - shared):
                similarity = Fraction(shared, size + other_size - shared)
                pairs.append(Pair(min(name, other), max(name, other), similarity))
    return tuple(sorted(pairs, key=lambda pair: (-pair.similarity, pair.first, pair.second)))


def _bits(runs: frozenset[str], bit: Mapping[str, int]) -> int:
    """The runs that other texts have too, as bits."""
    content = bytearray(len(bit) // 8 + 1)
    for number in (bit[run] for run in runs if run in bit):
        content[number // 8] |= 1 << number % 8
    return int.from_bytes(content, "little")


def _runs(text: str) -> frozenset[str]:
    """The runs of a text; each hole is one character, spaces and punctuation are none."""
    bare = _SILENT.sub("", _HOLE.sub("〇", unicodedata.normalize("NFKC", text)))
    return frozenset(bare[at : at + RUN] for at in range(max(len(bare) - RUN + 1, 1))) - {""}

"""Fault levels are named in two ways.

What it finds: a bid whose texts name fault levels in two schemes, such as 一级故障 and C-1, P2 or 重大故障, and
nowhere both in one sentence, table row or bracket, which would say what corresponds to what.

Why it matters: deadlines hang on the level; where nobody can say which level a 重大故障 is, the stricter deadline
binds.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      {{ provider }}对一级故障派员到场。

      {{ provider }}对C-2故障远程处理。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      一级故障又称C-1故障，二级故障又称C-2故障。

      {{ provider }}对C-2故障远程处理。

What to do: keep one scheme, or name both together once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from gen.check.context import Context
from gen.check.wording.passages import Passage, read_package
from gen.check.wording.reading import read
from gen.finding import Finding, Label, found
from gen.message import M
from gen.rule import Confidence, Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING, Confidence.MEDIUM)

_SCHEMES = {
    "ordinal": r"[一二三四]级(?=故障|问题|、[一二三四]级|[（(]|$)",
    "roman": r"[Ⅰ-Ⅳ]级",
    "P": r"(?<![A-Za-z])P[1-4](?![\w.-])",
    "C": r"(?<![A-Za-z])C ?[-－] ?[1-4](?!\d)",
    "words": r"(?:特别严重|重大|特大|紧急|严重|轻微)(?=故障|问题|级|[）)])",
}
_NAMES = tuple(_SCHEMES)
_LEVEL = re.compile("|".join(f"({pattern})" for pattern in _SCHEMES.values()))


def check(context: Context) -> Iterator[Finding]:
    """One finding for each two schemes that nothing in the bid connects."""
    used: dict[str, list[tuple[Passage, int, int]]] = {}
    connected: set[frozenset[str]] = set()
    for passage, (levels, pairs) in read_package(context.package, _read):
        connected |= pairs
        for scheme, start, end in levels:
            used.setdefault(scheme, []).append((passage, start, end))
    for first, second in combinations(used, 2):
        if not _joined(first, second, connected):
            sides = [used[scheme][0] for scheme in (first, second)]
            words = [passage.reading.text[start:end] for passage, start, end in sides]
            yield found(
                RULE,
                M("fault levels are named as `{first}` and as `{second}`, and nothing says which is which",
                  first=words[0], second=words[1]),
                *(Label(p.reading.place(p.text, start, end), M("`{word}` stands here", word=word))
                  for (p, start, end), word in zip(sides, words, strict=True)),
                helps=(M("keep one scheme, or name both together once: 一级（紧急）"),),
                key=(first, second),
                bid=context.package.bid.id,
            )  # fmt: skip


def _joined(first: str, second: str, connected: set[frozenset[str]]) -> bool:
    """Whether one leads to the other by sentences that name two schemes."""
    reached, before = {first}, set[str]()
    while reached != before:
        before = set(reached)
        for pair in connected:
            if pair & reached:
                reached |= pair
    return second in reached


Levels = tuple[tuple[tuple[str, int, int], ...], frozenset[frozenset[str]]]


def _read(passage: Passage) -> Levels | None:
    levels = _levels(passage.text) if passage.where != "name" else ((), frozenset[frozenset[str]]())
    return levels if levels[0] else None


@lru_cache(maxsize=16384)
def _levels(text: str) -> Levels:
    """The levels that a text names, by scheme, and the schemes that it names in one sentence."""
    reading = read(text)
    levels = tuple((_NAMES[(m.lastindex or 1) - 1], *m.span()) for m in _LEVEL.finditer(reading.text))
    if len({scheme for scheme, _, _ in levels}) < 2:
        return levels, frozenset()
    by_sentence: dict[int, set[str]] = {}
    for scheme, start, end in levels:
        row = reading.line(start)
        place = row.start if row.kind == "row" else reading.sentence(start, end)[0]
        by_sentence.setdefault(place, set()).add(scheme)
    pairs = (frozenset(pair) for schemes in by_sentence.values() for pair in combinations(sorted(schemes), 2))
    return levels, frozenset(pairs)

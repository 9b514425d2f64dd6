"""One value is written in Chinese and in Arabic numerals.

What it finds: a length of time that a text value of the bid writes in Chinese numerals (四小时) while the same bid
has it in Arabic digits (4小时), as a parameter or in another text. What is typed into wordings is told by
`typed-value`.

Why it matters: a search for 4小时 misses 四小时 when the value changes, so one of the two stays behind. GB/T 15835
wants Arabic digits for measures.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
      next: {label: 转入条件, type: text, default: 四小时未到场的}
    text: |
      {{ provider }}接到报修后{{ arrival }}内到场，{{ next }}转服务经理。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
      next: {label: 转入条件, type: text, default: 逾期未到场的}
    text: |
      {{ provider }}接到报修后{{ arrival }}内到场，{{ next }}转服务经理。

What to do: write measures in Arabic digits; best, print the one parameter in both places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gen.check.context import Context
from gen.check.wording.passages import Passage, read_package
from gen.check.wording.quantities import QUANTITY
from gen.check.wording.reading import read as read_text
from gen.finding import Finding, Label, found
from gen.message import M
from gen.quantity import Duration, NotReadError, read
from gen.rule import Confidence, Severity, rule
from gen.source import Span

RULE = rule(__name__, __doc__, Severity.HINT, Confidence.MEDIUM)

_CHINESE = re.compile("[一二两三四五六七八九十百半]")


def check(context: Context) -> Iterator[Finding]:
    """One finding for each length of time that the bid writes both ways."""
    chinese: dict[Duration, list[tuple[Span, str]]] = {}
    arabic: dict[Duration, list[tuple[Span, str]]] = {}
    for passage, lengths in read_package(context.package, _read):
        for start, end, quantity in lengths:
            words = passage.reading.text[start:end]
            side = chinese if _CHINESE.search(words) else arabic
            side.setdefault(quantity, []).append((passage.reading.place(passage.text, start, end), words))
    if not chinese:
        return
    for cells in context.package.settings.values():
        for setting in cells.values():
            if isinstance(setting.quantity, Duration) and setting.quantity in chinese:
                arabic.setdefault(setting.quantity, []).append((setting.span, setting.text))
    for quantity in chinese.keys() & arabic.keys():
        places = [*chinese[quantity], *arabic[quantity]]
        yield found(
            RULE,
            M("{value} is written both as {chinese} and as {arabic}", value=str(quantity),
              chinese=chinese[quantity][0][1], arabic=arabic[quantity][0][1]),
            *(Label(span, M("`{word}` stands here", word=words)) for span, words in dict.fromkeys(places)),
            helps=(M("write it in Arabic digits, or print the parameter"),),
            key=(str(quantity),),
            bid=context.package.bid.id,
        )  # fmt: skip


Lengths = tuple[tuple[int, int, Duration], ...]


def _read(passage: Passage) -> Lengths | None:
    return (_durations(passage.text) if passage.where == "value" else ()) or None


@lru_cache(maxsize=16384)
def _durations(text: str) -> Lengths:
    """The lengths of time that a text writes."""
    made = []
    for match in QUANTITY.finditer(read_text(text).text):
        if match.lastgroup == "time":
            try:
                quantity = read(match[0], "duration")
            except NotReadError:
                continue
            if isinstance(quantity, Duration):
                made.append((*match.span(), quantity))
    return tuple(made)

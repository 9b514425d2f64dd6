"""The boundary of two tiers belongs to both, or to neither.

What it finds: tiers of one list, table or paragraph that meet at one value, where 以内, 以下, 以上 take it in on both
sides (4小时以内, 4小时以上), or 不满, 超过 leave it out on both. The value may be typed or printed by a hole.

Why it matters: 以上, 以下, 以内 include the number, 不满, 超过, 以外 exclude it (民法典第一千二百五十九条): at the
boundary two rules hold, or none.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
    text: |
      1. {{ provider }}在{{ arrival }}以内到场的，不计逾期；
      2. {{ provider }}在{{ arrival }}以上到场的，计逾期。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    params:
      arrival: {label: 到场时限, type: duration, default: 4小时}
    text: |
      1. {{ provider }}在{{ arrival }}以内到场的，不计逾期；
      2. {{ provider }}超过{{ arrival }}到场的，计逾期。

What to do: let one side include the number (以内, 以上) and the other exclude it (超过, 不满).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gen.check.context import Context
from gen.check.wording.passages import Passage, bid_passages, library_passages
from gen.check.wording.reading import VALUE
from gen.finding import Finding, Label, found
from gen.message import M
from gen.model.library import Library
from gen.rule import Confidence, rule

RULE = rule(__name__, __doc__, confidence=Confidence.MEDIUM)

_UNIT = "(?:个?工作日|个?工作小时|个?小时|分钟|个?月|[日天年周次分人台元%]|万元)"
_NUMBER = rf"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+) ?{_UNIT}?"
_BEFORE = {
    "不超过": "upper in", "不多于": "upper in", "不高于": "upper in", "不大于": "upper in", "至多": "upper in",
    "≤": "upper in", "不满": "upper out", "不足": "upper out", "小于": "upper out", "少于": "upper out",
    "低于": "upper out", "<": "upper out", "不少于": "lower in", "不低于": "lower in", "不小于": "lower in",
    "至少": "lower in", "≥": "lower in", "超过": "lower out", "大于": "lower out", "多于": "lower out",
    "高于": "lower out", ">": "lower out",
}  # fmt: skip
_BEHIND = {"以内": "upper in", "以下": "upper in", "以上": "lower in", "以外": "lower out"}
_BOUND = re.compile(
    rf"(?:(?P<before>{'|'.join(_BEFORE)}) ?)?(?P<value>{VALUE}|{_NUMBER})(?:（含）|\(含\)|及)?(?P<behind>以[内下上外])?"
)


class _Bound(NamedTuple):
    passage: Passage
    start: int
    end: int
    side: str
    """`upper in`, `upper out`, `lower in`, `lower out`: which side it bounds, and whether the number belongs to it."""
    words: str


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each boundary of tiers in the library's texts."""
    yield from _findings(library_passages(library))


def check(context: Context) -> Iterator[Finding]:
    """The same for what the bid itself sets."""
    yield from _findings(bid_passages(context.package), context.package.bid.id)


def _findings(passages: Iterable[Passage], bid: str | None = None) -> Iterator[Finding]:
    tiers: dict[tuple[object, ...], list[_Bound]] = {}
    for passage in passages:
        if passage.where != "name":
            for value, block, bound in _bounds(passage):
                place = (passage.owner, passage.kind, passage.where, passage.part, block)
                tiers.setdefault((*place, value), []).append(bound)
    for key, bounds in tiers.items():
        sides = {bound.side for bound in bounds}
        if sides == {"upper in", "lower in"}:
            message = M("{value} belongs to two tiers: {words}", value=key[-1], words=_words(bounds))
        elif sides == {"upper out", "lower out"}:
            message = M("{value} belongs to no tier: {words}", value=key[-1], words=_words(bounds))
        else:
            continue
        yield found(
            RULE,
            message,
            *(
                Label(b.passage.reading.place(b.passage.text, b.start, b.end), M("{words}", words=b.words))
                for b in bounds
            ),
            notes=(M("以上, 以下, 以内 include the number; 不满, 超过, 以外 do not (民法典第一千二百五十九条)"),),
            helps=(M("let one side include the number and the other exclude it"),),
            key=tuple(map(str, key)),
            bid=bid,
        )


def _bounds(passage: Passage) -> Iterator[tuple[str, int, _Bound]]:
    """The bounds of a text: the value, the block in which it stands, the bound.

    A bound written before its number (至少 4 小时) says too many other things to be a tier of a running text.
    """
    reading = passage.reading
    if not re.search("以[内下上外]|[≤≥<>]|不满|不足|超过|于", reading.text):
        return
    for match in _BOUND.finditer(reading.text):
        side = _BEHIND.get(match["behind"] or "") or _BEFORE.get(match["before"] or "")
        line = reading.line(match.start())
        running = line.kind == "paragraph" and passage.where == "wording"
        if side is None or (running and not match["behind"]):
            continue
        value = match["value"].replace(" ", "")
        if value == VALUE:
            value = reading.holes[match.start("value")].expression
        words = match[0].replace(VALUE, value)
        block = line.block if passage.where == "wording" else 0
        yield value, block, _Bound(passage, match.start(), match.end(), side, words)


def _words(bounds: list[_Bound]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bound.words for bound in bounds))

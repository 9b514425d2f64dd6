"""Numbering is typed by hand.

What it finds: a heading, paragraph or title that begins with a number of its own, such as （三）, 第二章, 1.3, ①;
and whether those of one text jump or repeat. Numbers of Markdown lists are the document's own and do not count.

Why it matters: the theme numbers headings and lists itself, so a typed number prints beside it; and typed ones jump
as soon as a clause is dropped.

Fails:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      （一）{{ provider }}设服务热线。

      （三）{{ provider }}接听来电。

Passes:

    # clauses/hotline/window.yaml
    id: hotline.window
    title: 热线
    status: approved
    owner: service
    review_by: 2027-10-01
    text: |
      1. {{ provider }}设服务热线；
      2. {{ provider }}接听来电。

What to do: take the number out, or write a list (`1. …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.check.wording.passages import Passage, library_passages
from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.model.library import Library
from gen.quantity.numerals import number
from gen.rule import Severity, rule

RULE = rule(__name__, __doc__, Severity.WARNING)

_COUNT = "[零一二三四五六七八九十百\\d]{1,4}"
_TYPED = re.compile(
    rf"第({_COUNT})[章节条部分篇](?=[ 　:：、\u4e00-\u9fff])|[（(]({_COUNT})[）)]|([一二三四五六七八九十]{{1,3}})、"
    r"|(\d{1,2}(?:\.\d{1,2})+)\.?(?![\d.%‰]| ?(?:小时|天|年|个|倍|万|元|分|秒|米|公|[GMKTgmkt]))|(\d{1,2})(?:、|[）)])"
    r"|([\u2460-\u2473\u2474-\u2487])"
)


def check_library(library: Library) -> Iterator[Finding]:
    """One finding for each text whose numbering is typed."""
    for passage in library_passages(library):
        if passage.where == "value" or passage.part.startswith("front"):
            continue
        typed = [match for line in passage.reading.lines if (match := _TYPED.match(passage.reading.text, line.start))]
        if typed:
            yield _finding(passage, typed)


def _finding(passage: Passage, typed: list[re.Match[str]]) -> Finding:
    return found(
        RULE,
        M("numbers are typed by hand: {numbers}", numbers=tuple(match[0] for match in typed)),
        *(Label(passage.reading.place(passage.text, *match.span()), M("typed here")) for match in typed),
        notes=tuple(_breaks(typed)),
        helps=(M("take the number out, or write a list (`1. …`): the document numbers it"),),
        key=(passage.owner, passage.where, passage.kind),
    )


def _breaks(typed: list[re.Match[str]]) -> Iterator[Message]:
    """Where the numbers of one style repeat or jump."""
    last: dict[int, tuple[int, str]] = {}
    for match in typed:
        style = match.lastindex or 0
        value = _value(match[style])
        if value is None:
            continue
        if style in last:
            before, written = last[style]
            if value == before:
                yield M("`{number}` stands twice", number=match[0])
            elif value not in {before + 1, 1}:
                yield M("`{number}` comes next after `{before}`", number=match[0], before=written)
        last[style] = value, match[0]


def _value(text: str) -> int | None:
    """The number that a typed number counts to, its last part for 1.3."""
    if "\u2460" <= text <= "\u2487":
        return (ord(text) - 0x2460) % 20 + 1
    try:
        return int(number(text.rpartition(".")[2]))
    except ValueError:
        return None

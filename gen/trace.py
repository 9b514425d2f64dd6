"""Trace a sentence of a document back: to its clause, the line of its file, its values and who set them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from gen.examine import Examined
from gen.model.blocks import Heading, Item, Mark, Paragraph, Value, gap
from gen.model.setting import Setting
from gen.model.text import inlines_of, plain
from gen.source import Span


@dataclass(frozen=True, slots=True)
class Trace:
    """One place of a document that says what was asked for."""

    bid: str
    document: str
    heading: str
    """The number and title of the heading above."""
    text: str
    clause: str | None
    title: str
    place: Span
    """Where the text is written."""
    values: tuple[tuple[Setting, tuple[str, ...]], ...]
    """Values printed in it, with the guardrail of each."""


def trace(examined: Examined, wanted: str) -> Iterator[Trace]:
    """Every block of the bid's documents whose text contains `wanted`; spaces and width do not matter."""
    needle = _bare(wanted)
    if not needle:
        return
    package = examined.package
    for document in examined.documents:
        heading = ""
        for block in document.blocks:
            if isinstance(block, Heading):
                heading = block.number + gap(document.scheme, block) + plain(block.inlines)
            mark = getattr(block, "mark", None)
            if not isinstance(mark, Mark):
                continue
            inlines = tuple(inlines_of(block))
            number = getattr(block, "number", "") or getattr(block, "marker", "")
            behind = gap(document.scheme, block) if isinstance(block, (Heading, Paragraph, Item)) else ""
            text = number + behind + plain(inlines)
            if needle not in _bare(text):
                continue
            chosen = package.clauses.get(mark.clause) if mark.clause else None
            settings = {inline.setting.path: inline.setting for inline in inlines if isinstance(inline, Value)}
            yield Trace(
                bid=str(package.bid.id),
                document=f"《{document.title}》",
                heading=heading,
                text=_around(text, wanted),
                clause=mark.clause,
                title=str(chosen.loaded.clause.title) if chosen else "",
                place=_place(mark.span, wanted),
                values=tuple((setting, _guardrail(setting, examined)) for setting in settings.values()),
            )


def _guardrail(setting: Setting, examined: Examined) -> tuple[str, ...]:
    for path, cells in examined.package.settings.items():
        for key, other in cells.items():
            if other is setting:
                param = examined.package.param(path)
                guard = param.allow.get(key) if param else None
                return tuple(map(str, guard.ranges)) if guard else ()
    return ()


def _place(span: Span, wanted: str) -> Span:
    """The line within a text that has most in common with what was asked for; its beginning where none has."""
    needle = set(pairwise(_bare(wanted)))
    best, score = span, 0
    for line in range(span.line, min(span.end_line, len(span.source.lines)) + 1):
        bare = _bare(span.source.lines[line - 1])
        common = len(needle & set(pairwise(bare)))
        if common > score:
            best, score = span.source.whole_line(line), common
    return best


def _around(text: str, wanted: str) -> str:
    """The sentence that says it; the whole text where it spans several."""
    bare = _bare(wanted)
    return next((s for s in re.findall(r"[^。；]+[。；]?", text) if bare in _bare(s)), text)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))

"""Findings as text: the message, every place that takes part with its source line, then facts and remedies.

What somebody has accepted follows the others, one line each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from gen.finding import Finding, Label
from gen.message import M, Message, say
from gen.report.words import CONFIDENCES, SEVERITIES, harmless, notes, parted, places_left, remedies, sentence, why
from gen.report.wrap import cut, wrapped
from gen.rule import Confidence
from gen.source import width as cells

Paint = Callable[[str, str], str]
"""Colours a piece of text: (text, role), the role being error, warning, hint, place, mark or quiet."""


def plain_paint(text: str, role: str) -> str:  # noqa: ARG001 - a painter without colours
    """Leave a text as it is."""
    return text


def text_report(findings: Sequence[Finding], paint: Paint = plain_paint, width: int | None = None) -> str:
    """All findings, a blank line between them; empty where there are none.

    `width` is that of the terminal in cells, of which a Chinese character takes two; without it no line is broken.
    """
    width = None if width is None else max(width, _NARROWEST)
    standing, accepted = parted(findings)
    parts = ["\n".join(_finding(finding, paint, width)) for finding in standing]
    if accepted:
        parts.append("\n".join(line for finding in accepted for line in _accepted(finding, paint, width)))
    return "\n\n".join(parts)


_NARROWEST = 48
_MOST_PLACES = 8
"""Places of one finding that are shown; a chain has few, but a rule broken everywhere has a thousand."""


def _finding(finding: Finding, paint: Paint, width: int | None) -> Iterator[str]:
    role = str(finding.severity)
    yield from _headed(f"{say(SEVERITIES[finding.severity])}[{finding.rule}]", role, finding.message, paint, width)
    for labels in _by_line(finding.labels[:_MOST_PLACES]):
        yield from _place(labels, paint, width)
    if len(finding.labels) > _MOST_PLACES:
        yield paint(f"  ... {say(places_left(len(finding.labels) - _MOST_PLACES))}", "quiet")
    facts = [M("note: {text}", text=note) for note in notes(finding)]
    if finding.confidence < Confidence.HIGH:
        facts.append(M("confidence: {level}", level=CONFIDENCES[finding.confidence]))
    for fact in (*facts, *(M("fix: {text}", text=text) for text in remedies(finding))):
        first, *rest = wrapped(sentence(fact), width, start=4, indent=4)
        yield f"  {paint('=', 'quiet')} {first}"
        yield from (f"    {line}" for line in rest)
    yield from _commands(finding, paint, width)


def _accepted(finding: Finding, paint: Paint, width: int | None) -> Iterator[str]:
    """One line of an accepted finding: what it is, and why it may stand."""
    if finding.accepted:
        label = f"{say(M('accepted'))}[{finding.rule} {finding.fingerprint}]"
        message = M("{message}: {reason}", message=finding.message, reason=why(finding.accepted))
        yield from _headed(label, "quiet", message, paint, width)


def _headed(label: str, role: str, message: Message, paint: Paint, width: int | None) -> Iterator[str]:
    first, *rest = wrapped(sentence(message), width, start=cells(label) + 1, indent=2)
    yield f"{paint(label, role)} {first}".rstrip()
    yield from (f"  {line}" for line in rest)


def _commands(finding: Finding, paint: Paint, width: int | None) -> Iterator[str]:
    """The last line: where to read on, and how to let it stand; what cannot be read or built cannot stand."""
    explain = f"  = bidgen explain {finding.rule.id}"
    if finding.rule.id[0] in "SAB":
        yield paint(explain, "quiet")
        return
    accept = f'bidgen accept {finding.fingerprint} --reason "…"'
    if width is None or cells(f"{explain}   ·   {accept}") <= width:
        yield paint(f"{explain}   ·   {accept}", "quiet")
    else:
        yield paint(explain, "quiet")
        yield paint(f"  = {accept}", "quiet")


def _by_line(labels: tuple[Label, ...]) -> list[list[Label]]:
    """Labels grouped by the line they are on, in their order."""
    return [list(group) for _, group in groupby(labels, key=lambda label: (label.span.source.path, label.span.line))]


def _place(labels: list[Label], paint: Paint, width: int | None) -> Iterator[str]:
    span = labels[0].span
    yield f"  {paint('-->', 'quiet')} {paint(harmless(str(span)), 'place')}"
    if span.line > len(span.source.lines) or not span.source.text:
        for label in labels:
            yield from (f"      {line}" for line in _words(label, width, 6))
        return
    gutter = f"{span.line:>4}"
    bar = paint(" " * len(gutter) + " |", "quiet")
    line, shift = _window(span.source.lines[span.line - 1].replace("\t", " "), span.column, width, len(gutter) + 3)
    yield f"{paint(gutter + ' |', 'quiet')} {harmless(line)}"
    for label in labels:
        before = line[: max(label.span.column - 1 - shift, 0)]
        marked = label.span.text[: max(len(line) - len(before), 1)] or " "
        underline = " " * cells(before) + "-" * max(cells(marked), 1)
        taken = len(gutter) + 3 + cells(underline) + 1
        if width is not None and width - taken < _ROOM:
            taken = len(gutter) + 5
            yield f"{bar} {paint(underline, 'mark')}"
            yield from (f"{bar}   {paint(words, 'mark')}" for words in _words(label, width, taken))
            continue
        first, *rest = _words(label, width, taken) or [""]
        yield f"{bar} {paint(f'{underline} {first}'.rstrip(), 'mark')}"
        yield from (f"{bar} {paint(' ' * (cells(underline) + 1) + words, 'mark')}" for words in rest)


_ROOM = 24
"""Cells behind an underline in which words are set; where there are fewer they go below it."""


def _words(label: Label, width: int | None, taken: int) -> list[str]:
    return wrapped(sentence(label.text), width, start=taken, indent=taken) if label.text else []


_LONGEST = 100
"""Characters of a source line that are shown where the width is not known."""


def _window(line: str, column: int, width: int | None, gutter: int) -> tuple[str, int]:
    """As much of a line as there is room for, a third of it before the place, and how many characters come before."""
    if width is None:
        room = _LONGEST
        start = max(0, min(column - 1 - room // 3, len(line) - room)) if len(line) > room else 0
        return line[start : start + room], start
    room = width - gutter
    if cells(line) <= room:
        return line, 0
    before = _last(line[: column - 1], room // 3)
    fits = cut(line[column - 1 :], room - cells(before))
    before = _last(line[: column - 1], room - cells(fits))
    return before + fits, column - 1 - len(before)


def _last(text: str, room: int) -> str:
    """The end of a text that fits into so many cells."""
    return cut(text[::-1], room)[::-1] if text and room > 1 else ""

"""Findings as text: the message, every place that takes part with its source line, then facts and remedies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from gen.finding import Finding, Label
from gen.message import M, Message, say
from gen.source import FORBIDDEN, width

Paint = Callable[[str, str], str]
"""Colours a piece of text: (text, role), the role being error, warning, hint, place, mark or quiet."""


def plain_paint(text: str, role: str) -> str:  # noqa: ARG001 - a painter without colours
    """Leave a text as it is."""
    return text


def text_report(findings: Sequence[Finding], paint: Paint = plain_paint) -> str:
    """All findings, a blank line between them; empty where there are none."""
    return "\n\n".join(_finding(finding, paint) for finding in findings)


def _finding(finding: Finding, paint: Paint) -> str:
    role = str(finding.severity)
    head = paint(f"{say(_SEVERITY[role])}[{finding.rule}]", role)
    lines = [f"{head} {_words(finding.message)}"]
    for place in _places(finding.labels):
        lines += _place(place, paint)
    lines += [_line("= ", M("note: {text}", text=note), paint) for note in finding.notes]
    lines += [_line("= ", M("fix: {text}", text=text), paint) for text in finding.helps]
    lines.append(paint(f"  = bidgen explain {finding.rule.id}", "quiet"))
    return "\n".join(lines)


_SEVERITY = {"error": M("error"), "warning": M("warning"), "hint": M("hint")}


def _places(labels: tuple[Label, ...]) -> list[list[Label]]:
    """Labels grouped by the line they are on, in their order."""
    return [list(group) for _, group in groupby(labels, key=lambda label: (label.span.source.path, label.span.line))]


def _place(labels: list[Label], paint: Paint) -> list[str]:
    span = labels[0].span
    lines = [f"  {paint('-->', 'quiet')} {paint(_harmless(str(span)), 'place')}"]
    if span.line > len(span.source.lines) or not span.source.text:
        return lines + [f"      {_words(label.text)}" for label in labels if label.text]
    gutter = f"{span.line:>4}"
    source_line, shift = _window(span.source.lines[span.line - 1].replace("\t", " "), span.column)
    lines.append(f"{paint(gutter + ' |', 'quiet')} {_harmless(source_line)}")
    for label in labels:
        before = source_line[: max(label.span.column - 1 - shift, 0)]
        marked = label.span.text[: max(len(source_line) - len(before), 1)] or " "
        underline = " " * width(before) + "-" * max(width(marked), 1)
        words = f" {_words(label.text)}" if label.text else ""
        lines.append(f"{paint(' ' * len(gutter) + ' |', 'quiet')} {paint(underline + words, 'mark')}")
    return lines


_LONGEST = 100
"""Characters of a source line that are shown; a longer one is cut around the place."""


def _window(line: str, column: int) -> tuple[str, int]:
    if len(line) <= _LONGEST:
        return line, 0
    start = max(0, min(column - 1 - _LONGEST // 3, len(line) - _LONGEST))
    return line[start : start + _LONGEST], start


def _line(bullet: str, message: Message, paint: Paint) -> str:
    return f"  {paint(bullet.strip(), 'quiet')} {_words(message)}"


def _words(message: Message) -> str:
    """A message on one line; what it quotes of a file may be long, and hold anything."""
    text = " ".join(_harmless(say(message)).splitlines())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


_MOST = 500
"""Characters of a message that are shown."""


def _harmless(text: str) -> str:
    """A text without the characters that a terminal would obey."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)

"""Comments that speak to bidgen: `# bidgen: ignore C301 -- why`.

Comes in: a source. Goes out: an `Ignore` for each such comment, and findings for those that say nothing sound. A `#`
inside a text is text: only what stands outside every scalar of the file is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gen import yamltree
from gen.decode import nearest
from gen.finding import Finding, found
from gen.message import M
from gen.rule import Rule
from gen.source import Source, Span
from gen.stage_rules import a101_accepted_without_reason, a102_ignore_of_unknown_rule, a104_unknown_comment
from gen.yamltree import Mapping, Node, Scalar, Sequence

_ADDRESSED = re.compile(r"#\s*bidgen\s*[:：]\s*")
_ORDER = re.compile(r"ignore(?![\w-])[:：]?\s*(?P<rules>.*?)\s*(?:(?:--+|—+)\s*(?P<reason>.*))?$")
_RULE = re.compile(r"[^\s,，、]+")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that accepts what some rules find on some lines."""

    rules: tuple[str, ...]
    """Ids."""
    reason: str
    lines: range
    """The lines that it speaks of; a text that begins on one of them belongs to it as a whole."""
    span: Span
    """The comment."""

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.span.source.path


def ignores(source: Source, rules: Iterable[Rule]) -> tuple[tuple[Ignore, ...], tuple[Finding, ...]]:
    """All sound ignores of a YAML file, or of the front matter of an outline; findings for those that are not."""
    made: list[Ignore] = []
    findings: list[Finding] = []
    known = {name: rule.id for rule in rules for name in (rule.id, rule.name)}
    for span, order, covered in _comments(source):
        ignore, problems = _read(span, order, covered, known)
        made += ignore
        findings += problems
    return tuple(made), tuple(findings)


def says_anything(reason: str) -> bool:
    """Whether a reason holds a word at all."""
    return bool(_WORD.search(reason))


def _read(
    span: Span, order: str, covered: range, known: dict[str, str]
) -> tuple[tuple[Ignore, ...], tuple[Finding, ...]]:
    match = _ORDER.match(order)
    if match is None:
        message = M("`{text}` is nothing that a comment can say to bidgen", text=order)
        return (), (found(a104_unknown_comment.RULE, message, span, helps=[_FORM]),)
    if not says_anything(match["reason"] or ""):
        return (), (found(a101_accepted_without_reason.RULE, M("this ignore has no reason"), span, helps=[_FORM]),)
    ids, findings = [], []
    names = _RULE.findall(match["rules"])
    for name in names:
        if id_ := known.get(name) or known.get(name.upper()):
            ids.append(id_)
            continue
        at = span.column + span.text.index(name)
        place = Span(span.source, span.line, at, span.line, at + len(name))
        findings.append(
            found(
                a102_ignore_of_unknown_rule.RULE,
                M("there is no rule `{name}`", name=name),
                place,
                helps=nearest(name, known),
                key=(span.source.path, name),
            )
        )
    if not names:
        message = M("this ignore names no rule")
        findings.append(found(a102_ignore_of_unknown_rule.RULE, message, span, helps=[_FORM]))
    ignore = (Ignore(tuple(dict.fromkeys(ids)), match["reason"], covered, span),) if ids else ()
    return ignore, tuple(findings)


_FORM = M("write `# bidgen: ignore C301 -- ` and the reason; several rules are parted by commas")


def _comments(source: Source) -> Iterator[tuple[Span, str, range]]:
    """Each comment addressed to bidgen: its place, what it says, and the lines that it speaks of."""
    part = _yaml_lines(source)
    first = part.start or 0
    addressed = [
        (number, match)
        for number, line in enumerate(source.lines[part], first + 1)
        for match in _ADDRESSED.finditer(line)
    ]
    if not addressed:
        return
    node, _ = yamltree.parse(source, part)
    if node is None:
        return  # what is wrong with the file is found where it is read
    scalars = tuple(_scalars(node))
    commented = 0
    for number, match in addressed:
        if number != commented and _is_comment(source, number, match.start() + 1, scalars):
            commented = number
            text = source.lines[number - 1].rstrip()
            span = Span(source, number, match.start() + 1, number, len(text) + 1)
            yield span, text[match.end() :], _covered(source, part, number, match.start(), scalars)


def _yaml_lines(source: Source) -> slice:
    """The lines that are YAML: all of them, of an outline its front matter."""
    if not source.path.endswith(".md"):
        return slice(None)
    fences = [number for number, line in enumerate(source.lines) if line.rstrip() == "---"][:2]
    return slice(1, fences[1]) if len(fences) == 2 and fences[0] == 0 else slice(0, 0)


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Mapping():
            for key, value in node:
                yield key
                yield from _scalars(value)
        case Sequence():
            for item in node.items:
                yield from _scalars(item)


def _is_comment(source: Source, line: int, column: int, scalars: tuple[Scalar, ...]) -> bool:
    """Whether a `#` begins a comment, or stands in one that began before it on its line."""
    if source.lines[line - 1][: column - 1][-1:].strip():
        return False
    return not any(_within(line, column, scalar) for scalar in scalars)


def _within(line: int, column: int, scalar: Scalar) -> bool:
    span = scalar.span
    if scalar.block_indent is not None:  # behind the `|` there may be a comment
        return span.line < line <= span.end_line
    return (span.line, span.column) <= (line, column) < (span.end_line, span.end_column)


def _covered(source: Source, part: slice, line: int, indent: int, scalars: tuple[Scalar, ...]) -> range:
    """The line of a comment that stands behind something, else the next line that is no comment.

    A text has no place for comments, so a comment speaks of all lines of the text that begins where it points.
    """
    if not source.lines[line - 1][:indent].strip():
        last = part.stop or len(source.lines)
        below = range(line + 1, last + 1)
        line = next((n for n in below if source.lines[n - 1].strip() and source.lines[n - 1].strip()[0] != "#"), line)
    ends = (scalar.span.end_line for scalar in scalars if scalar.span.line == line)
    return range(line, max((line, *ends)) + 1)

"""Findings as remarks in a document: each beside what it is about, with the rule, the other sides and what mends it.

Comes in: a document and the findings of its bid. Goes out: remarks on its blocks, for a copy that a person reviews.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from gen.finding import Finding, Label, in_order
from gen.message import M
from gen.model.blocks import Block, Document, Heading, Inlines, Mark, Table, Value
from gen.model.edition import Remark
from gen.model.text import inlines_of, plain
from gen.report.words import SEVERITIES, remedies, sentence, why
from gen.source import Span

AUTHOR = "bidgen"
MOST_SIDES = 12
"""So many other sides a remark tells of; a finding on thousands of places is not repeated whole at each of them."""


def remarks(document: Document, findings: Iterable[Finding]) -> tuple[Remark, ...]:
    """The remarks on one document, in the order of its blocks.

    A label stands where the value is printed that it points at, else where its words are, else at the clause that it
    is in. What the document does not print has no remark in it.
    """
    places = _Places(document)

    @cache
    def where(span: Span) -> str:
        return _where(span, document)

    made: dict[tuple[int, tuple[int, int] | None, str], Remark] = {}
    for finding in in_order(findings):
        for label in finding.labels:
            for place, first, last in _standing(label.span, places):
                key = (place.block, place.cell, finding.fingerprint)
                made.setdefault(
                    key, Remark(place.block, place.cell, first, last, AUTHOR, _paragraphs(finding, label, where))
                )
    return tuple(sorted(made.values(), key=lambda remark: (remark.block, remark.cell or (-1, -1), remark.first)))


@dataclass(frozen=True, slots=True)
class _Place:
    """A text of a document that can bear a remark."""

    block: int
    cell: tuple[int, int] | None
    inlines: Inlines
    words: str


class _Places:
    """The places of a document: those that print a value, and all of them by the file that they come from."""

    def __init__(self, document: Document) -> None:
        self.values: list[tuple[_Place, int, Span]] = []
        self.by_file: dict[str, list[_Place]] = defaultdict(list)
        for at, block in enumerate(document.blocks):
            mark = getattr(block, "mark", None)
            if not isinstance(mark, Mark):
                continue
            for cell, inlines in _texts(block):
                if words := plain(inlines):
                    place = _Place(at, cell, inlines, words)
                    self.by_file[mark.span.source.path].append(place)
                    self.values += [(place, i, v.setting.span) for i, v in enumerate(inlines) if isinstance(v, Value)]


def _texts(block: Block) -> Iterator[tuple[tuple[int, int] | None, Inlines]]:
    if isinstance(block, Table):
        for row, cells in enumerate(block.rows):
            yield from (((row, column), cell) for column, cell in enumerate(cells))
    elif hasattr(block, "inlines"):
        yield None, block.inlines


def _standing(span: Span, places: _Places) -> Iterator[tuple[_Place, int, int]]:
    """Where what a label points at is printed: place, first and last inline."""
    valued = [(place, at, at) for place, at, value in places.values if _overlap(value, span)]
    if valued:
        yield from valued
        return
    near, words = places.by_file.get(span.source.path, []), span.text.strip()
    said = next((place for place in near if words and words in place.words), None)
    for place in [said] if said else near[:1]:
        yield place, 0, len(place.inlines) - 1


def _overlap(one: Span, other: Span) -> bool:
    return (
        one.source.path == other.source.path
        and (one.line, one.column) < (other.end_line, other.end_column)
        and (other.line, other.column) < (one.end_line, one.end_column)
    )


def _paragraphs(finding: Finding, here: Label, where: Callable[[Span], str]) -> tuple[str, ...]:
    """What a remark says: the finding, what stands here, other sides with their places, notes and remedies."""
    severity = SEVERITIES[finding.severity]
    said = [M("{severity}[{rule}] {message}", severity=severity, rule=str(finding.rule), message=finding.message)]
    if here.text:
        said.append(M("here: {text}", text=here.text))
    others = [label for label in finding.labels[: MOST_SIDES + 1] if label is not here][:MOST_SIDES]
    said += [M("elsewhere: {place} {text}", place=where(label.span), text=label.text or "") for label in others]
    if more := len(finding.labels) - 1 - len(others):
        said.append(M("elsewhere: {count} more", count=more))
    said += [*finding.notes, *(M("can be mended: {how}", how=how) for how in remedies(finding))]
    if finding.accepted:
        said.append(M("accepted: {reason}", reason=why(finding.accepted)))
    return tuple(sentence(message) for message in said)


def _where(span: Span, document: Document) -> str:
    """Where a reader finds the other side: in this document, if it prints the value, and in the files."""
    file = f"{span.source.path}:{span.line}"
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = f"{block.number} {plain(block.inlines)}".strip()
        if any(isinstance(inline, Value) and _overlap(inline.setting.span, span) for inline in inlines_of(block)):
            words = f"{block.number} {plain(block.caption)}".strip() if isinstance(block, Table) else _said(block)
            return " ".join(part for part in (heading, f"「{words}」" if words else "", f"({file})") if part)
    return file


def _said(block: Block) -> str:
    return plain(getattr(block, "inlines", ()))

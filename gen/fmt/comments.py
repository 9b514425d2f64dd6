"""The comments of a YAML file, each with what it is about, so that it stays with it when lines move.

A comment on lines of its own is about what follows; one that is indented deeper than what follows ends the list or
mapping before it. A comment behind something is about that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gen.source import Source
from gen.yamltree import Mapping, Node, Scalar, Sequence


@dataclass(slots=True)
class Remarks:
    """What is said about one entry of a mapping, one item of a sequence, or at the end of either."""

    before: list[str] = field(default_factory=list)
    """Lines above it; an empty one is a blank line."""
    behind: list[str] = field(default_factory=list)
    """On its own line."""


@dataclass(slots=True)
class Comments:
    """The comments of one file; nodes are told apart by themselves, not by what they say."""

    head: list[str] = field(default_factory=list)
    """What stands above everything."""
    about: dict[int, Remarks] = field(default_factory=dict)
    """By the key of an entry, or the item."""
    tails: dict[int, list[str]] = field(default_factory=dict)
    """What ends a mapping or sequence."""
    opened: set[int] = field(default_factory=set)
    """Flows that hold a comment: they cannot stay on one line."""

    def of(self, node: Node) -> Remarks:
        """What is said about a key or an item."""
        return self.about.get(id(node)) or Remarks()

    @property
    def texts(self) -> list[str]:
        """All comments, in no order of the file."""
        said = [*self.head, *(line for tail in self.tails.values() for line in tail)]
        said += [line for remarks in self.about.values() for line in (*remarks.before, *remarks.behind)]
        return sorted(filter(None, said))


@dataclass(frozen=True, slots=True)
class _Line:
    """A comment, or a blank line."""

    number: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry or item: where it begins and ends, and what it is in."""

    node: Node
    """The key, or the item."""
    value: Node
    line: int
    column: int
    end_line: int
    holders: tuple[Node, ...]
    """The mappings and sequences around it, outermost first."""


def comments_of(source: Source, root: Node) -> Comments:
    """Every comment of a file."""
    comments = Comments()
    entries = list(_entries(root, ()))
    written = _written(source, entries)
    waiting: list[_Line] = []
    last: _Entry | None = None
    following = iter([*entries, None])
    entry = next(following)
    for number, text in enumerate(source.lines, 1):
        while entry is not None and entry.line == number:
            _lead(comments, waiting, entry, last)
            waiting = []
            last, entry = entry, next(following)
        start = _comment(text, written[number - 1])
        if start is None and (text.strip() or written[number - 1]):
            continue
        line = _Line(number, (start or 0) + 1, "" if start is None else text[start:].rstrip())
        if start is not None and text[:start].strip():
            _trail(comments, entries, line)
        else:
            waiting.append(line)
    _lead(comments, waiting, None, last)
    return comments


def _entries(node: Node, holders: tuple[Node, ...]) -> Iterator[_Entry]:
    """Every entry and item, each before what it holds."""
    inside = (*holders, node)
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield _Entry(key, value, key.span.line, key.span.column, value.span.end_line, inside)
            yield from _entries(value, inside)
    elif isinstance(node, Sequence):
        for item in node.items:
            dash = item.span.column
            if not is_flow(node):
                line = item.span.source.lines[item.span.line - 1]
                dash = line[: item.span.column - 1].rstrip().rfind("-") + 1 or dash
            yield _Entry(item, item, item.span.line, dash, item.span.end_line, inside)
            yield from _entries(item, inside)


def is_flow(node: Node) -> bool:
    """Whether a mapping or sequence is written in braces or brackets."""
    return not isinstance(node, Scalar) and node.span.text.startswith(("{", "["))


def _written(source: Source, entries: list[_Entry]) -> list[list[tuple[int, int]]]:
    """The stretches of each line that scalars take: what stands there is no comment."""
    lines: list[list[tuple[int, int]]] = [[] for _ in source.lines]
    for scalar in (node for entry in entries for node in (entry.node, entry.value) if isinstance(node, Scalar)):
        span = scalar.span
        first, last = span.column - 1, span.end_column - 1
        if scalar.block_indent is not None:
            header = len(span.text) - len(span.text.lstrip("|>+-0123456789"))
            lines[span.line - 1].append((first, first + header))
            for number in range(span.line + 1, span.end_line + 1):
                lines[number - 1].append((0, len(source.lines[number - 1]) + 1))
            continue
        for number in range(span.line, span.end_line + 1):
            begin = first if number == span.line else 0
            end = last if number == span.end_line else len(source.lines[number - 1]) + 1
            lines[number - 1].append((begin, end))
    return lines


def _comment(line: str, written: list[tuple[int, int]]) -> int | None:
    """Where a comment begins on a line."""
    at = line.find("#")
    while at >= 0:
        if (at == 0 or line[at - 1].isspace()) and not any(begin <= at < end for begin, end in written):
            return at
        at = line.find("#", at + 1)
    return None


def _lead(comments: Comments, waiting: list[_Line], entry: _Entry | None, last: _Entry | None) -> None:
    """Lines that stand alone, and the entry that follows them."""
    if last is None:
        comments.head += [line.text for line in waiting]
        return
    if isinstance(last.value, Scalar) or is_flow(last.value):  # it may begin on a line below its key
        between = [line for line in waiting if line.number < last.value.span.line]
        comments.about.setdefault(id(last.node), Remarks()).before.extend(line.text for line in between if line.text)
        waiting = waiting[len(between) :]
    blanks: list[str] = []
    for at, line in enumerate(waiting):
        holder = _ended(line, entry, last) if line.text else None
        if line.text and holder is None:
            blanks += [each.text for each in waiting[at:]]
            break
        blanks.append(line.text)
        if holder is not None:
            comments.tails.setdefault(id(holder), []).extend(blanks)
            _open(comments, last, line)
            blanks = []
    if entry is not None:
        comments.about.setdefault(id(entry.node), Remarks()).before.extend(blanks)
        for line in waiting:
            if line.text:
                _open(comments, entry, line)


def _ended(line: _Line, entry: _Entry | None, last: _Entry) -> Node | None:
    """The list or mapping that a comment ends; none where it is about the entry that follows."""
    holder: Node | None = next((h for h in reversed(_holders(last)) if is_flow(h) and _holds(h, line)), None)
    if holder is None and entry is not None and line.column <= entry.column:
        return None
    if holder is None:
        blocks = (h for h in reversed(_holders(last)) if not is_flow(h) and _column(h) <= line.column)
        holder = next(blocks, last.holders[0])
    inside = entry is not None and any(holder is other for other in entry.holders)
    return None if inside else holder


def _trail(comments: Comments, entries: list[_Entry], line: _Line) -> None:
    """A comment behind something on its line."""
    around = [entry for entry in entries if entry.line <= line.number <= entry.end_line]
    flows = [h for entry in around for h in _holders(entry) if is_flow(h) and _holds(h, line)]
    if flows:
        flow = max(flows, key=lambda holder: (holder.span.line, holder.span.column))
        place = (line.number, line.column)
        owner = next((e for e in reversed(entries) if e.holders[-1] is flow and (e.line, e.column) < place), None)
        if owner is None:
            comments.tails.setdefault(id(flow), []).append(line.text)
        comments.opened |= {id(holder) for holder in flows}
    else:
        whole = [entry for entry in around if isinstance(entry.value, Scalar) or is_flow(entry.value)]
        begun = [entry for entry in around if entry.line == line.number]
        owner = next(iter([*whole, *begun[-1:]]), None)
        if owner is None:  # behind a bracket or a mark that stands alone
            comments.head.append(line.text)
    if owner is not None:
        comments.about.setdefault(id(owner.node), Remarks()).behind.append(line.text)


def _open(comments: Comments, entry: _Entry, line: _Line) -> None:
    """A flow that holds a comment cannot stay on one line, nor can those around it."""
    comments.opened |= {id(holder) for holder in _holders(entry) if is_flow(holder) and _holds(holder, line)}


def _holds(holder: Node, line: _Line) -> bool:
    """Whether a place is inside a mapping or sequence."""
    span = holder.span
    return (span.line, span.column) < (line.number, line.column) < (span.end_line, span.end_column)


def _holders(entry: _Entry) -> tuple[Node, ...]:
    """What an entry is in, and what it holds itself."""
    return entry.holders if isinstance(entry.value, Scalar) else (*entry.holders, entry.value)


def _column(holder: Node) -> int:
    """The column at which the entries of a mapping or the dashes of a sequence stand."""
    first = next(_entries(holder, ()), None)
    return first.column if first else holder.span.column

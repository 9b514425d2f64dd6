"""Read YAML into a tree in which every key and value knows its place, and nothing is guessed.

Comes in: a `Source`. Goes out: the root node and findings. Every scalar stays the text that was written (no
`no` → False, no 12:30 → 750); its type is the schema's business. Anchors, aliases, merge keys and tags are
refused: they hide where a value stands, and are how a small file grows to fill the memory.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from gen.finding import Finding, Label, found
from gen.message import M, Message
from gen.source import FORBIDDEN, Source, Span
from gen.stage_rules import s102_broken_yaml, s103_duplicate_key, s104_yaml_feature, s105_forbidden_character

DEPTH = 32
"""How deep nodes may nest; the deepest file kind needs eight."""

_KEY = r"\s*(?:- +)*[\w.-]+"
_CHINESE = (
    (
        re.compile(rf"{_KEY}(：)"),
        M("this is not YAML: a Chinese colon `：` stands where YAML needs `: `"),
        M("write a plain colon and a space behind the key"),
    ),
    (
        re.compile(rf"{_KEY}:([\u3000\u00a0])| *([\u3000\u00a0])"),
        M("this is not YAML: a wide space stands where YAML needs a plain one"),
        M("replace it by plain spaces"),
    ),
    (
        re.compile(r".*[{\[][^}\]]*?(，)"),
        M("this is not YAML: a Chinese comma `，` stands where YAML needs `, `"),
        M("write a plain comma and a space, or put the text in quotes"),
    ),
)
"""What Chinese input methods give for YAML's own characters, where those are expected."""


_OTHER_LINE_ENDS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Characters at which YAML ends a line and nothing else does, a `Source` least of all; reading files reports them."""


class Scalar(str):
    """A scalar's text as written, with its place; compares and hashes as the plain text."""

    __slots__ = ("_line_starts", "block_indent", "span")
    _line_starts: list[int]
    span: Span
    block_indent: int | None
    """Columns by which a literal block is indented; none for a scalar on one line."""

    def at(self, offset: int, length: int = 1) -> Span:
        """The place of `length` characters of this text, counted from `offset`."""
        if self.block_indent is None:
            if self.span.line != self.span.end_line:
                return self.span
            written = self.span.text
            quoted = written.startswith(("'", '"'))
            if quoted and written[1:-1] != self:
                return self.span  # escapes shift what stands behind them
            column = self.span.column + offset + quoted
            return Span(self.span.source, self.span.line, column, self.span.line, column + length)
        if not hasattr(self, "_line_starts"):  # kept, for a long text may have many holes
            self._line_starts = [0, *(end.end() for end in re.finditer("\n", self))]
        row = bisect_right(self._line_starts, offset) - 1
        line = self.span.line + 1 + row
        column = self.block_indent + offset - self._line_starts[row] + 1
        return Span(self.span.source, line, column, line, column + length)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping: its entries in the order written; keys are unique."""

    entries: dict[Scalar, Node]
    span: Span

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries.items())

    def key(self, name: str) -> Scalar:
        """The key as written, which knows its place."""
        return next(key for key in self.entries if key == name)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A sequence and its items."""

    items: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence


def scalar(text: str, span: Span, block_indent: int | None = None) -> Scalar:
    """Make a scalar that stands at `span`."""
    made = Scalar(text)
    made.span = span
    made.block_indent = block_indent
    return made


def _leading(text: str) -> int:
    """Spaces before the first other character."""
    return len(text) - len(text.lstrip(" "))


def _says_nothing(line: str, *, comments: bool) -> bool:
    """Whether a line is blank; where comments can stand, whether it is one."""
    return not line.strip() or (comments and line.lstrip().startswith("#"))


def place_of(text: str) -> Span:
    """The place of a text that was decoded from a file; records call such texts `str`, since they are used as such."""
    if not isinstance(text, Scalar):
        raise TypeError(f"read from no file: {text!r}")
    return text.span


def parse(source: Source, lines: slice = slice(None)) -> tuple[Node | None, tuple[Finding, ...]]:
    """Parse the one YAML document of a source.

    `lines` cuts out the YAML of a file that holds more (front matter). An empty document gives no node and no
    finding. After a syntax error there is no node, nor after a feature that hides what is written (an alias, a merge
    key): what would follow from it is not found again.
    """
    return _Reader(source, lines).read()


def _events(text: str) -> Iterator[Any]:
    """The parser's events; asked for directly, since yaml.parse looks at each one twice."""
    event = yaml.CSafeLoader(text).get_event
    return iter(event, None)


class _Reader:
    """Turns the parser's events into nodes; one use each."""

    def __init__(self, source: Source, lines: slice) -> None:
        self.source = source
        self.lines = lines
        self.skipped = lines.start or 0
        self.findings: list[Finding] = []
        self.hidden = False

    def read(self) -> tuple[Node | None, tuple[Finding, ...]]:
        text = self.source.text
        if self.lines != slice(None):
            text = "\n".join(self.source.lines[self.lines]) + "\n"
        text = _OTHER_LINE_ENDS.sub(" ", text)
        if "\t" in text and (tab := self._indenting_tab()):
            return None, (tab,)
        try:
            root = self._document(_events(text))
        except yaml.MarkedYAMLError as error:
            return None, (*self.findings, self._syntax(error))
        except yaml.YAMLError as error:
            message = M("this is not YAML: {reason}", reason=str(error).partition("\n")[0])
            return None, (*self.findings, found(s102_broken_yaml.RULE, message, self.source.whole_line(1)))
        return None if self.hidden else root, tuple(self.findings)

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        stack: list[tuple[Any, list[Node], list[Scalar]]] = []
        documents = 0
        for event in events:
            kind = type(event)
            node: Node | None = None
            if kind is yaml.ScalarEvent:
                node = self._scalar(event)
            elif kind in {yaml.MappingStartEvent, yaml.SequenceStartEvent}:
                self._refuse_features(event)
                if len(stack) >= DEPTH:
                    message = M("nodes nest more than {depth} deep", depth=DEPTH)
                    self.findings.append(found(s104_yaml_feature.RULE, message, self._span(event)))
                    return None
                stack.append((event, [], []))
            elif kind is yaml.MappingEndEvent:
                start, values, keys = stack.pop()
                node = Mapping(self._entries(keys, values), self._span(start, event))
            elif kind is yaml.SequenceEndEvent:
                start, values, _ = stack.pop()
                node = Sequence(tuple(values), self._span(start, event))
            elif kind is yaml.AliasEvent:
                message = M("aliases (`*{name}`) are not read; write the value out where it is used", name=event.anchor)
                self._hide(message, self._span(event))
                node = scalar("", self._span(event))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._hide(M("a second YAML document begins here; a file holds one"), self._span(event))
                    return None
            if node is None:
                continue
            if not stack:
                root = node
                continue
            start, values, keys = stack[-1]
            if type(start) is yaml.MappingStartEvent and len(keys) == len(values):
                keys.append(self._key(node))
            else:
                values.append(node)
        return None if isinstance(root, Scalar) and not root else root

    def _scalar(self, event: Any) -> Scalar:
        if event.anchor or event.tag:
            self._refuse_features(event)
        indent = None
        if event.style in {"|", ">"}:
            line = event.start_mark.line + self.skipped + 1
            lines = self.source.lines
            while line < len(lines) and not lines[line].strip():
                line += 1
            # Where an indicator (`|2`) sets the indentation, spaces beyond it belong to the text.
            indent = _leading(lines[line]) - _leading(event.value.lstrip("\n")) if line < len(lines) else 0
            if event.style == ">":
                message = M("a folded text (`>`) loses its lines; write a literal one (`|`)")
                self.findings.append(found(s104_yaml_feature.RULE, message, self._span(event)))
        value = event.value
        if event.style == '"' and (escaped := FORBIDDEN.search(value)):
            message = M("a character that no document may hold: U+{code}", code=f"{ord(escaped[0]):04X}")
            helps = [M("take the escape out of the text in double quotes")]
            self.findings.append(found(s105_forbidden_character.RULE, message, self._span(event), helps=helps))
            value = FORBIDDEN.sub("", value)
        span = self._span(event)
        if span.line > len(self.source.lines):  # no value at all, behind the last line end
            end = len(self.source.lines[-1]) + 1
            span = Span(self.source, len(self.source.lines), end, len(self.source.lines), end)
        return scalar(value, span, indent)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self._hide(M("a key must be one word, not a list or a mapping"), node.span)
        return scalar("", node.span)

    def _entries(self, keys: list[Scalar], values: list[Node]) -> dict[Scalar, Node]:
        entries: dict[Scalar, Node] = {}
        written: dict[Scalar, Scalar] = {}
        for key, value in zip(keys, values, strict=True):
            first = written.setdefault(key, key)
            if first is not key:
                self.findings.append(
                    found(
                        s103_duplicate_key.RULE,
                        M("`{key}` stands twice in one mapping", key=key),
                        Label(key.span, M("this one would win in silence")),
                        Label(first.span, M("first written here")),
                        helps=[M("keep one of the two")],
                    )
                )
            elif key == "<<":
                self._hide(M("merge keys (`<<`) are not read; write the keys out"), key.span)
            elif "：" in key and isinstance(value, Scalar) and not value:
                _, message, help_ = _CHINESE[0]
                self.findings.append(found(s102_broken_yaml.RULE, message, key.at(key.index("：")), helps=[help_]))
                self.hidden = True
            else:
                entries[key] = value
        return entries

    def _hide(self, message: Message, span: Span) -> None:
        """Refuse a feature without which nobody knows what the file says."""
        self.findings.append(found(s104_yaml_feature.RULE, message, span))
        self.hidden = True

    def _refuse_features(self, event: Any) -> None:
        if event.anchor:
            message = M("anchors (`&{name}`) are not read; write the value out where it is used", name=event.anchor)
            self.findings.append(found(s104_yaml_feature.RULE, message, self._span(event)))
        if event.tag:
            message = M("tags (`{tag}`) are not read; the schema knows the type", tag=event.tag)
            self.findings.append(found(s104_yaml_feature.RULE, message, self._span(event)))

    def _span(self, start: Any, end: Any = None) -> Span:
        """The place of an event; what a collection or a block scalar trails in blank lines or comments is cut off."""
        first, last = start.start_mark, (end or start).end_mark
        line, column = last.line + self.skipped, last.column
        lines = self.source.lines if line > first.line + self.skipped else ()
        if lines and (line >= len(lines) or not lines[line][:column].strip()):
            line -= 1
            while line > first.line + self.skipped and _says_nothing(lines[line], comments=end is not None):
                line -= 1
            column = len(lines[line].rstrip())
        return Span(self.source, first.line + self.skipped + 1, first.column + 1, line + 1, column + 1)

    def _indenting_tab(self) -> Finding | None:
        for number, line in enumerate(self.source.lines[self.lines], self.skipped + 1):
            if match := re.match(r" *\t", line):
                where = Span(self.source, number, match.end(), number, match.end() + 1)
                message = M("a tab indents this line; YAML allows spaces only")
                return found(s102_broken_yaml.RULE, message, where, helps=[M("replace the tab by spaces")])
        return None

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        mark = error.problem_mark or error.context_mark
        for near in (error.context_mark, mark):
            number = min((near.line if near else 0) + self.skipped, len(self.source.lines) - 1)
            for pattern, message, help_ in _CHINESE:
                if match := pattern.match(self.source.lines[number]):
                    start, end = match.span(match.lastindex or 0)
                    where = Span(self.source, number + 1, start + 1, number + 1, end + 1)
                    return found(s102_broken_yaml.RULE, message, where, helps=[help_])
        line = min((mark.line if mark else 0) + self.skipped + 1, len(self.source.lines))
        column = (mark.column if mark else 0) + 1
        labels = [Label(Span(self.source, line, column, line, column + 1), M("reading stopped here"))]
        if error.context_mark and error.context_mark.line != (mark.line if mark else -1):
            start = error.context_mark.line + self.skipped + 1
            labels.append(Label(self.source.whole_line(start), Message(error.context or "")))
        message = M("this is not YAML: {reason}", reason=Message(error.problem or error.context or ""))
        return found(
            s102_broken_yaml.RULE,
            message,
            *labels,
            helps=[M("look for a missing colon, quote or bracket, or an indentation that does not line up")],
        )
